"""The agenda of an eftersyn: the four headings as items, in words that everybody at the table may read. Pure."""

from moeder.statuses import Pengeemne, Punktart
from overblik.rules.afvigelsestyper import BELOEBENE, Udkast, afsnit, saetninger
from overblik.rules.eftersyn import (
    I_ORDEN,
    VENTER_PAA_SVAR,
    VILKAAR_DER_VENTER,
    Afsnit,
    Fakta,
    Overskrift,
    Penge,
    afsnittene,
    pengesaetning,
)

MINUTTER = 30  # of each item, until the secretary says otherwise


def dagsordenen(fakta: Fakta) -> list[tuple[str, Udkast]]:
    """Regel eftersyn-dagsorden: et eftersynsmøde har Landsbyggefondens fire punkter, udfyldt med det, planen ved.

    Title → draft. The agenda is read by people who may not see amounts or changes under way: those are not in the
    text but in what the item refers to, which each sees by their own right.
    """
    aendringer = tuple(("aendring", et.noegle) for et in fakta.plan.aendringer)
    emner = {
        Overskrift.FREMDRIFT: aendringer,
        Overskrift.OEKONOMI: tuple(("penge", et.value) for et in _pengeemner(fakta.penge)),
    }
    return [
        (et.titel, Udkast(Punktart.DROEFTELSE, MINUTTER, _udkast(et), "", emner.get(Overskrift(et.nr), ())))
        for et in afsnittene(fakta)
    ]


def _udkast(punkt: Afsnit) -> str:
    """The heading's points in clean rich text; of the money only what there is to talk about."""
    grupper = [(hvad, punkter) for hvad, punkter in punkt.grupper if hvad not in (VENTER_PAA_SVAR, VILKAAR_DER_VENTER)]
    if punkt.nr == Overskrift.OEKONOMI:
        emner = [hvad for hvad, _ in grupper]
        return f"{saetninger(emner)}{afsnit(BELOEBENE)}" if emner else afsnit(I_ORDEN[Overskrift.OEKONOMI])
    led = [afsnit(punkt.saetning)] if punkt.saetning else []
    for hvad, punkter in grupper:
        led += [afsnit(f"{hvad}:"), saetninger([et.linje for et in punkter])]
    return "".join(led)


def _pengeemner(penge: Penge) -> list[Pengeemne]:
    return [et for et in Pengeemne if pengesaetning(penge, et)]

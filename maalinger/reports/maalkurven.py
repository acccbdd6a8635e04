"""The curve of one criterion: every word and figure that `kerne.diagrammer.kurve` draws, ready to print."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Enhed, Laesning
from kerne import datoer, talformat
from kerne.diagrammer import Kurve, Punkt, Sammenligning, Vindue
from maalinger.reports.figurer import aarspunkter, er_paa_aarenes_skala, figurtekst, kan_tegnes, maaltekst
from maalinger.reports.linjer import Linje
from maalinger.rules import Fremskrivning, Opfyldelse, Raekke
from maalinger.rules import ord as ordvalg
from maalinger.rules.krav import NEDAD, Krav

AKSENAVNE = {
    Enhed.PROCENT: "Procent",
    Enhed.PROMILLE: "Pr. 1.000",
    Enhed.ANTAL: "Antal",
    Enhed.KARAKTER: "Karakter",
    Enhed.KRONER: "Kroner",
    Enhed.TIMER: "Timer",
    Enhed.POINT: "Point",
}

MINDST_PUNKTER = 2  # one figure alone is no development


def maalkurve(
    linje: Linje, raekker: Sequence[Raekke], fremskrivning: Fremskrivning | None, reference_navn: str
) -> Kurve | None:
    """None where there is nothing that one curve can show."""
    laesning, opfyldelse = linje.kriterium.laesning, linje.opfyldelse
    alle = aarspunkter(laesning, linje.maalinger, linje.opfoelgning.regneregel)
    punkter = [(aar, v) for aar, v in alle if v is not None]
    start = _start(opfyldelse)
    if not punkter or not kan_tegnes(laesning, opfyldelse):
        return None
    if len(punkter) + (start is not None) < MINDST_PUNKTER:
        return None
    plan = tuple(Punkt(et.fra, et.plan_vaerdi) for et in raekker if et.plan_vaerdi is not None and et.fra == et.til)
    return Kurve(
        titel=f"{linje.kriterium.navn}: {opfyldelse.saetning}",
        enhed=AKSENAVNE.get(laesning.enhed, "") if laesning.enhed else "",
        maalt=tuple(_punkt(et, opfyldelse, nyeste=et == punkter[-1]) for et in punkter),
        kode=opfyldelse.status.value,
        start=start,
        maal=_maal(laesning, opfyldelse, aarene=(punkter[0][0], punkter[-1][0])),
        maal_nedad=opfyldelse.sammenligning in NEDAD,
        plan=plan,
        plan_tekst="Planen" if plan else "",
        fremskrevet=_fremskrevet(fremskrivning, opfyldelse),
        sammenligning=_sammenligning(raekker, reference_navn, opfyldelse),
        foreloebig=opfyldelse.foreloebig is not None,
        afvigelse=_afvigelse(opfyldelse),
    )


def _punkt(punkt: tuple[int, Decimal], opfyldelse: Opfyldelse, *, nyeste: bool) -> Punkt:
    aar, vaerdi = punkt
    uden_enhed = _uden_enhed(vaerdi, opfyldelse)
    return Punkt(aar, vaerdi, figurtekst(vaerdi, opfyldelse) if nyeste else uden_enhed, uden_enhed)


def _start(opfyldelse: Opfyldelse) -> Vindue | None:
    start = opfyldelse.start
    if start is None or start.til is None:
        return None
    fra, vaerdi = start.fra or start.til, talformat.vaerdi(start.vaerdi, opfyldelse.enhed)
    aarene = datoer.aarsvindue(fra, start.til)
    return Vindue(
        fra,
        start.til,
        start.vaerdi,
        tekst=f"Udgangspunkt {vaerdi}",
        kort=_uden_enhed(start.vaerdi, opfyldelse),
        akse=f"{aarene}, snit" if fra != start.til else aarene,
    )


def _maal(laesning: Laesning, opfyldelse: Opfyldelse, *, aarene: tuple[int, int]) -> Vindue | None:
    """The goal's field: its own years; a goal for every year lies over all that are measured (`aarene`)."""
    hvert_aar = laesning.pr is not None
    til = opfyldelse.maal_til or (aarene[1] if hvert_aar else None)
    if opfyldelse.maal is None or opfyldelse.sammenligning is None or til is None or not er_paa_aarenes_skala(laesning):
        return None
    fra = min(opfyldelse.maal_fra or aarene[0], til) if hvert_aar else opfyldelse.maal_fra or til
    enhed = Enhed(opfyldelse.enhed) if opfyldelse.enhed else None
    krav = Krav(Fraction(opfyldelse.maal), opfyldelse.sammenligning)
    kort = maaltekst(opfyldelse).removesuffix(f"{talformat.FAST_MELLEMRUM}%")
    return Vindue(
        fra,
        til,
        opfyldelse.maal,
        tekst="Mål hvert år" if hvert_aar else f"Mål i {datoer.aarsvindue(fra, til)}",
        under=ordvalg.niveau(krav, enhed),
        kort=f"Mål {kort}",
    )


def _fremskrevet(fremskrivning: Fremskrivning | None, opfyldelse: Opfyldelse) -> Punkt | None:
    if fremskrivning is None:
        return None
    tekst = f"Fremskrevet {talformat.vaerdi(fremskrivning.vaerdi, opfyldelse.enhed)}"
    return Punkt(fremskrivning.aar, fremskrivning.vaerdi, tekst, _uden_enhed(fremskrivning.vaerdi, opfyldelse))


def _sammenligning(raekker: Sequence[Raekke], navn: str, opfyldelse: Opfyldelse) -> Sammenligning | None:
    kendte = [et for et in raekker if et.reference is not None]
    if not kendte:
        return None
    punkter = tuple(
        Punkt(
            et.til,
            et.reference,
            talformat.vaerdi(et.reference, opfyldelse.enhed),
            _uden_enhed(et.reference, opfyldelse),
        )
        for et in kendte
        if et.reference is not None
    )
    return Sammenligning(navn, punkter)


def _afvigelse(opfyldelse: Opfyldelse) -> str:
    """ "1,2 point over planen": only where the figure is the plan's own year."""
    afvigelse = opfyldelse.afvigelse
    if not afvigelse or opfyldelse.maal_fra != opfyldelse.maal_til:
        return ""
    er_procent = opfyldelse.enhed == Enhed.PROCENT
    stoerrelse = (
        talformat.tal(abs(afvigelse), hoejst=1) if er_procent else talformat.vaerdi(abs(afvigelse), opfyldelse.enhed)
    )
    return f"{stoerrelse}{' point' if er_procent else ''} {'over' if afvigelse > 0 else 'under'} planen"


def _uden_enhed(vaerdi: Decimal, opfyldelse: Opfyldelse) -> str:
    """The figure alone, as in a chart whose axis names the unit: with the decimals it has with its unit."""
    tekst = talformat.vaerdi(vaerdi, opfyldelse.enhed)
    return tekst.split(talformat.FAST_MELLEMRUM)[0]

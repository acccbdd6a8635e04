"""Starting point, target, change and reference of a sentence, and whether it can be measured."""

import re
from dataclasses import replace
from decimal import Decimal

from aftaler.laesning import Aendring, Form, Laesning, Omraadetal, Punkt, Reference, Retning
from aftaler.parsers.kriterium.enhed import find_enhed
from aftaler.parsers.kriterium.former import er_alle, er_ingen
from aftaler.parsers.kriterium.gentagelse import find_grundlag
from aftaler.parsers.kriterium.grupper import GRUPPE_MOENSTER, navn
from aftaler.parsers.kriterium.laest import Laest
from aftaler.parsers.kriterium.retning import find_retning
from aftaler.parsers.kriterium.rolleord import (
    AENDRING,
    AFSTAND,
    BASELINE,
    BISAG,
    HERAF_N,
    MAAL,
    MAALING,
    REFERENCE,
    SIDEORDNET,
    TIL_N,
)
from aftaler.parsers.kriterium.sammenligning import sammenlignet_gruppe
from aftaler.parsers.kriterium.talord import fordobling


def find_baseline(laest: Laest, omraader: tuple[Omraadetal, ...]) -> Punkt | None:
    """The starting point; areas with a start each have no common one."""
    return None if omraader and len(laest.roller.med(BASELINE)) > 1 else laest.punkt(BASELINE)


def find_maal(laest: Laest, omraader: tuple[Omraadetal, ...]) -> Punkt | None:
    """The target's figure and years; a form whose figure stands elsewhere keeps the years alone."""
    punkt = laest.punkt(MAAL) or Punkt()
    if omraader or laest.form in (Form.SAMMENLIGNING, Form.AENDRING, Form.IKKE_FASTLAGT):
        punkt = replace(punkt, vaerdi=None)
    elif laest.form in (Form.ANTAL, Form.ANDEL) and not laest.roller.tal:
        punkt = replace(punkt, vaerdi=_ordmaal(laest.skelet.hoved))
    elif laest.form == Form.FASTHOLDELSE and punkt.vaerdi is None:
        punkt = replace(punkt, vaerdi=(laest.punkt(BASELINE) or Punkt()).vaerdi)
    if punkt.fra is None and (maaling := laest.tider(MAALING)) and _har_stoerrelse(laest, punkt):
        tid = laest.tid_ved(maaling[0])
        punkt = replace(punkt, fra=tid.fra, til=tid.til)
    return None if punkt == Punkt() else punkt


def _har_stoerrelse(laest: Laest, maal: Punkt) -> bool:
    """A later measurement is the target's time only when there is a size to measure."""
    return maal.vaerdi is not None or bool(laest.roller.med(AENDRING))


def _ordmaal(hoved: str) -> Decimal | None:
    """ "Alle" is 100 percent, "ingen" is nought."""
    if er_ingen(hoved):
        return Decimal(0)
    return Decimal(100) if er_alle(hoved) else None


def har_flere_maal(laest: Laest, omraader: tuple[Omraadetal, ...]) -> bool:
    """More than one figure to hold a series against: another target, or a distance to another group's figure."""
    if laest.form == Form.SAMMENLIGNING:
        return bool(laest.roller.med(AFSTAND))
    if laest.form == Form.AENDRING:
        aendringer = laest.roller.med(AENDRING)
        return any(_er_sideordnet(laest, sted) for sted in aendringer[1:]) or any(
            re.search(r",\s+så\b", laest.skelet.tekst[aendringer[0] : sted])
            for sted in laest.roller.med(BISAG)
            if aendringer
        )
    if laest.maalsteder and (gruppe := sammenlignet_gruppe(laest.skelet)):
        mellem = laest.skelet.hoved[laest.maalsteder[0] : gruppe[2]]
        if re.search(r"\bog\b", mellem):
            return True  # "mindst 50 %, og trygheden er på niveau med kommunens"
    if laest.maalsteder and HERAF_N.search(laest.skelet.tekst, laest.maalsteder[0]):
        return True
    return not omraader and any(_er_endnu_et_maal(laest, sted) for sted in laest.maalsteder[1:])


def _er_endnu_et_maal(laest: Laest, sted: int) -> bool:
    """Coordinated with the first target, or in a sentence of its own with a comparator; not a side condition."""
    stykke = laest.skelet.stykke_ved(sted)
    if stykke.saetning != laest.skelet.stykke_ved(laest.maalsteder[0]).saetning:
        return laest.skelet.tal_ved(sted).tegn is not None
    return _er_sideordnet(laest, sted)


def _er_sideordnet(laest: Laest, sted: int) -> bool:
    foer = laest.skelet.tekst[laest.skelet.stykke_ved(sted).start : sted]
    return bool(SIDEORDNET.search(foer) or TIL_N.search(foer))


def find_aendring(laest: Laest) -> Aendring | None:
    if laest.form != Form.AENDRING:
        return None
    grundlag = find_grundlag(laest.skelet.tekst, laest.roller.grundlag_er_baseline)
    steder = laest.roller.med(AENDRING)
    if not steder:
        vaerdi = fordobling(laest.skelet.hoved)
        return None if vaerdi is None else Aendring(vaerdi, "procent", grundlag)
    tal = laest.skelet.tal_ved(steder[0])
    serie = find_enhed(laest)
    enhed = tal.enhed if tal.enhed in ("procent", "procentpoint") else (serie.value if serie else tal.enhed)
    return Aendring(-tal.vaerdi if find_retning(laest) == Retning.NED else tal.vaerdi, enhed, grundlag)


def find_reference(laest: Laest) -> Reference | None:
    steder = laest.roller.med(REFERENCE)
    gruppe = sammenlignet_gruppe(laest.skelet)
    if not steder:
        return Reference(gruppe[0], *_referencetid(laest)) if gruppe and laest.form == Form.SAMMENLIGNING else None
    punkt = laest.punkt(REFERENCE)
    fundet = gruppe[0] if gruppe and laest.form == Form.SAMMENLIGNING else _navn_ved(laest, steder[0])
    return Reference(fundet, punkt.vaerdi, punkt.fra, punkt.til) if fundet else None


def _referencetid(laest: Laest) -> tuple[None, int | None, int | None]:
    punkt = laest.punkt(REFERENCE)
    return (None, punkt.fra, punkt.til) if punkt else (None, None, None)


def _navn_ved(laest: Laest, sted: int) -> str | None:
    """The group nearest before the number in its stretch or sentence, else the nearest after."""
    stykke = laest.skelet.stykke_ved(sted)
    for start, slut in ((stykke.start, sted), (sted, stykke.slut), (0, sted)):
        if fund := list(GRUPPE_MOENSTER.finditer(laest.skelet.tekst, start, slut)):
            return navn(fund[-1] if slut == sted else fund[0])
    return None


def kan_maales(laesning: Laesning) -> bool:
    """There is a size that one series of measurements, or one per named area, can be held against."""
    if laesning.form in (Form.KVALITATIV, Form.IKKE_FASTLAGT):
        return False
    if laesning.form == Form.AENDRING:
        return laesning.aendring is not None
    if laesning.form == Form.SAMMENLIGNING:
        return laesning.reference is not None and laesning.reference.vaerdi is not None
    return bool(laesning.omraader) or (laesning.maal is not None and laesning.maal.vaerdi is not None)

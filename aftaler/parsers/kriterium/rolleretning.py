"""A second look at the roles of all numbers together: the lone figure, the list, the condition before the target."""

import re

from aftaler.parsers.kriterium import rolleord as ord_
from aftaler.parsers.kriterium.rolleord import AENDRING, BASELINE, BISAG, MAAL, REFERENCE
from aftaler.parsers.kriterium.skelet import Skelet, T
from aftaler.parsers.kriterium.talord import fordobling

# "Andelen af elever med over 15 % fravær er under 5 %"
I_TILLAEG = re.compile(r"^\W*(?:andel|antal)\w*\s[^,.;]*\bmed\s+$", re.I)
SAETNINGENS_VERBUM = re.compile(r"[^,.;:]*\b(?:er|udgør|ligger|skal|må|være)\s+(?:\w+\s+){0,2}$", re.I)
BUNDET = (ord_.FRA_N, ord_.UDGANGSPUNKT_N, ord_.MOD_N, ord_.HVOR_N, ord_.NIVEAU_T_N)


def rettet(skelet: Skelet, tal: dict[int, str]) -> dict[int, str]:
    """A lone figure read as past or parenthetical is the target when nothing else is; loose numbers are put aside."""
    tal = tal | _aar_for_aar(skelet)
    delmaal = [s for s, r in tal.items() if r == MAAL and ord_.DELMAAL_N.search(skelet.tekst[:s])]
    if len(delmaal) < list(tal.values()).count(MAAL):
        tal = tal | dict.fromkeys(delmaal, BISAG)
    roller = set(tal.values())
    if not roller & {MAAL, AENDRING, REFERENCE}:
        maal = _delmaal_i_parentes(skelet, tal) or _det_eneste(skelet, tal)
        return tal | dict.fromkeys(maal, MAAL)
    if AENDRING in roller:
        return {s: (BISAG if r == MAAL and not ord_.TIL_N.search(skelet.tekst[:s]) else r) for s, r in tal.items()}
    maal = [s for s, r in tal.items() if r == MAAL]
    tal = tal | dict.fromkeys(_foer_det_egentlige(skelet, maal), BISAG)
    maal = [s for s in maal if tal[s] == MAAL]
    med_til = [s for s in maal if ord_.TIL_N.search(skelet.tekst[:s]) and BASELINE in roller]
    if med_til and med_til[0] != maal[0]:
        tal = tal | {s: BISAG for s in maal if s < med_til[0]}
    return tal


def _aar_for_aar(skelet: Skelet) -> dict[int, str]:
    """ "2018: 45 %. 2022: min 50 %": a figure for each year; the first is the start, the last the target."""
    fundne = sorted(ord_.AAR_FOR_AAR.finditer(skelet.tekst), key=lambda fund: skelet.tid_ved(fund.start()).fra)
    steder = [fund.end() - 1 for fund in fundne]
    if len(steder) < 2 or ord_.DELMAAL_N.search(skelet.tekst[: steder[0]]):
        return {}
    return dict.fromkeys(steder, BISAG) | {steder[0]: BASELINE, steder[-1]: MAAL}


def _det_eneste(skelet: Skelet, tal: dict[int, str]) -> list[int]:
    """The first figure that no word ties to the past, when nothing else is a target."""
    if fordobling(skelet.hoved) is not None:
        return []
    for sted, rolle in tal.items():
        foer = skelet.tekst[:sted]
        bundet = er_fastholdt(skelet, sted) or any(moenster.search(foer) for moenster in BUNDET)
        stykke = skelet.stykke_ved(sted)
        i_hoved = stykke.slags == "hoved" and stykke.saetning == 0
        if rolle in (BASELINE, BISAG) and not bundet and (i_hoved or skelet.tal_ved(sted).tegn):
            return [sted]
    return []


def _foer_det_egentlige(skelet: Skelet, maal: list[int]) -> list[int]:
    """ "De 7 medarbejdere gennemfører mindst 200 besøg": a bare count before the number with the comparator.

    Or what stands before a colon: "Unge med mindst 5 timers arbejde: 30".
    """
    if len(maal) > 1 and re.fullmatch(r"[^.;,]*:\s*", skelet.tekst[maal[0] + 1 : maal[1]]):
        return maal[:1]
    if (
        len(maal) > 1
        and I_TILLAEG.search(skelet.tekst[: maal[0]])
        and SAETNINGENS_VERBUM.match(skelet.tekst[maal[0] + 1 : maal[1]])
    ):
        return maal[:1]
    tal = [skelet.tal_ved(s) for s in maal]
    if len(maal) < 2 or tal[0].tegn or tal[0].enhed == "procent" or not tal[1].tegn:
        return []
    mellem = skelet.tekst[maal[0] + 1 : maal[1]]
    return (
        []
        if ord_.SIDEORDNET.search(mellem) or ord_.FORBEHOLD.search(mellem) or re.search("[.;:]", mellem)
        else maal[:1]
    )


def _delmaal_i_parentes(skelet: Skelet, tal: dict[int, str]) -> list[int]:
    """ "(Ringparken: N, Motalavej: N)": a list of numbers without years in one parenthesis is a list of targets."""
    i_parentes = [s for s, r in tal.items() if r == BASELINE and skelet.stykke_ved(s).slags == "parentes"]
    if len(i_parentes) < 2 or len({skelet.stykke_ved(s) for s in i_parentes}) > 1:
        return []
    stykke = skelet.stykke_ved(i_parentes[0])
    tekst = skelet.tekst[stykke.start : stykke.slut]
    return [] if re.search(rf"{T}|\bfra\b|{ord_.UDGANGSPUNKT}", tekst) else i_parentes


def er_fastholdt(skelet: Skelet, sted: int) -> bool:
    """ "Fremmødet på 85 % fastholdes": the figure is where it was."""
    fund = ord_.PAA_FASTHOLDT.search(skelet.tekst, max(sted - 4, 0))
    return bool(fund and skelet.tekst[fund.start() : sted].strip() == "på")

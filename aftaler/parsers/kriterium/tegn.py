"""The comparator of each form. That of a change is about the signed number: "falder med mindst 10 %" is <= -10."""

import re

from aftaler.laesning import Form, Omraadetal, Retning, Sammenligning
from aftaler.parsers.kriterium.former import er_ingen
from aftaler.parsers.kriterium.laest import Laest
from aftaler.parsers.kriterium.retning import find_retning, retning_af_tal
from aftaler.parsers.kriterium.rolleord import AENDRING, AFSTAND, TIL_N
from aftaler.parsers.kriterium.sammenligning import sammenlignet_gruppe
from aftaler.parsers.kriterium.talord import fordobling

OMVENDT = {
    Sammenligning.MINDST: Sammenligning.HOEJST,
    Sammenligning.HOEJST: Sammenligning.MINDST,
    Sammenligning.OVER: Sammenligning.UNDER,
    Sammenligning.UNDER: Sammenligning.OVER,
    Sammenligning.LIG: Sammenligning.LIG,
}
# "må højst stige med 2 %"
TEGN_FOR_VERBUM = re.compile(
    r"\b(?P<ord>højst|maksimalt|maks|max|mindst|minimum|som minimum)\s+(?:\w+\s+)?(?:med|på)\s+$", re.I
)


def find_tegn(laest: Laest, omraader: tuple[Omraadetal, ...]) -> Sammenligning | None:
    if omraader:
        return None
    if laest.form == Form.AENDRING:
        return _aendringstegn(laest)
    if laest.form == Form.SAMMENLIGNING:
        return _gruppetegn(laest)
    if laest.form == Form.FASTHOLDELSE and not laest.maalsteder:
        return _fastholdtegn(laest)
    if laest.maalsteder:
        sted = laest.maalsteder[0]
        return laest.skelet.tal_ved(sted).tegn or (
            _tegn_af_til(laest) if TIL_N.search(laest.skelet.tekst[:sted]) else None
        )
    return _tabt_tegn(laest)


def _tegn_af_til(laest: Laest) -> Sammenligning | None:
    bevaegelse = laest.roller.bevaegelse
    if not bevaegelse or bevaegelse.trin == 3:
        return None
    retning = find_retning(laest)
    if bevaegelse.er_bloed and retning_af_tal(laest) is None:
        retning = bevaegelse.retning
    return {Retning.OP: Sammenligning.MINDST, Retning.NED: Sammenligning.HOEJST}.get(retning)


def _gruppetegn(laest: Laest) -> Sammenligning | None:
    if afstand := laest.roller.med(AFSTAND):
        return laest.skelet.tal_ved(afstand[0]).tegn
    _, tegn, sted = sammenlignet_gruppe(laest.skelet)
    if tegn is None and re.match(r"til\b", laest.skelet.hoved[sted:], re.I):
        return _tegn_af_til(laest)
    return tegn


def _fastholdtegn(laest: Laest) -> Sammenligning | None:
    if fund := re.search(
        r"\b(?:fastholdes|bevares|opretholdes|stabilt?|uændret)\s+(?:eller|og)\s+(?:\w+\s+)?(?P<ord>\w+)",
        laest.skelet.hoved,
        re.I,
    ):
        if re.match(r"øg|stig|forbedr|hæv|vok|løft", fund["ord"]):
            return Sammenligning.MINDST
        if re.match(r"fald|reduc|sænk|mindsk|nedb", fund["ord"]):
            return Sammenligning.HOEJST
    if fund := re.search(
        r"\bikke (?:\w+ ){0,2}?(?P<ord>højere|lavere|flere|færre|større|mindre|under|over)\b",
        laest.skelet.hoved,
        re.I,
    ):
        ned = fund["ord"] in ("lavere", "færre", "mindre", "under")
        return Sammenligning.MINDST if ned else Sammenligning.HOEJST
    if fund := re.search(
        r"\bniveau\w* eller (?:(?P<op>højere|bedre|mere|flere)|lavere|mindre|færre)\b", laest.skelet.hoved, re.I
    ):
        return Sammenligning.MINDST if fund["op"] else Sammenligning.HOEJST
    if re.search(r"\b(?:mindst|minimum)\b", laest.skelet.hoved, re.I):
        return Sammenligning.MINDST
    return Sammenligning.HOEJST if re.search(r"\b(?:højst|maksimalt|maks|max)\b", laest.skelet.hoved, re.I) else None


def _tabt_tegn(laest: Laest) -> Sammenligning | None:
    """The comparator of a number that was lost on the way."""
    if laest.form == Form.NIVEAU:
        return _tegn_af_til(laest) if re.search(r"\btil\b", laest.skelet.hoved) else None
    if laest.form in (Form.ANTAL, Form.ANDEL) and not er_ingen(laest.skelet.hoved):
        if re.search(r"\b(?:mindst|minimum|min)\b", laest.skelet.hoved, re.I):
            return Sammenligning.MINDST
        if re.search(r"\b(?:højst|maksimalt|maks|max)\b", laest.skelet.hoved, re.I):
            return Sammenligning.HOEJST
    return None


def _aendringstegn(laest: Laest) -> Sammenligning | None:
    steder = laest.roller.med(AENDRING)
    tegn = laest.skelet.tal_ved(steder[0]).tegn if steder else None
    if steder and tegn is None and (fund := TEGN_FOR_VERBUM.search(laest.skelet.tekst[: steder[0]])):
        tegn = Sammenligning.HOEJST if fund["ord"].lower().startswith(("h", "ma")) else Sammenligning.MINDST
    if (
        not steder
        and fordobling(laest.skelet.hoved) is not None
        and re.search(r"\bmindst\s+(?:\w+\s+)?(?:halver|fordob|tredob|dobbelt|gange så)", laest.skelet.hoved, re.I)
    ):
        tegn = Sammenligning.MINDST
    if not steder and re.search(r"\bmere end\s+(?:halver|fordob|tredob|dobbelt)", laest.skelet.hoved, re.I):
        tegn = Sammenligning.OVER
    if steder and re.search(r"\b(?:ikke|aldrig)\s+(?:\w+\s+){0,2}med\s+$", laest.skelet.tekst[: steder[0]], re.I):
        tegn = Sammenligning.HOEJST
    return OMVENDT[tegn] if tegn and find_retning(laest) == Retning.NED else tegn

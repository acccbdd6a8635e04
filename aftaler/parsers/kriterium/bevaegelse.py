"""Words of movement: which way the series is meant to go."""

import re
from dataclasses import dataclass

from aftaler.laesning import Retning
from aftaler.parsers.kriterium.skelet import N, T

_OP_VERBUM = (
    r"stig(?:er|e|et)|steget|(?:for)?øge[srt]?|(?:for)?øget|(?:for)?hæve[srt]?|hævet|(?:for)?højne[srt]?|højnet|"
    rf"op(?= (?:på|over|{N}))|(?:(?<=skal )|(?<=på vej ))op\b|vokse[rt]?(?! op\b)|tiltage[rt]?|løfte[srt]?|"
    rf"løftet|forhøje[srt]?|"
    rf"udvide[srt]?|forlænge[srt]?|"
    r"opjustere[srt]?"
)
_NED_VERBUM = (
    rf"(?:fald(?:e|er|et)(?! (?:fra|ud|tilbage|til ro|ned i)\b(?! (?:{N}|{T}|det|et|de|foregående|året|"
    r"sidste|¤|%|baseline|niveau))))|"
    r"reducere[srt]?|nedbringe[srt]?|nedbragt|(?:for)?mindske[srt]?|sænke[srt]?|aftage[rt]?|"
    # "nedsættes med", but not "der nedsættes et udvalg"
    rf"(?:nedsat|nedsætte[rs]?)(?=\s+(?:\w+t\s+)?(?:med|til|fra|i forhold|ift|antal\w*|andel\w*|{T})\b|\s*(?:[.,;]|$))|"
    rf"(?<!der )bringes?(?= {N})|ned(?= (?:på|under|{N}))|(?:(?<=skal )|(?<=på vej ))ned\b|"
    r"begrænse[srt]?|minimere[srt]?|dale[rt]?|indskrænke[srt]?|skære[s]? ned|forkorte[srt]?|nedjustere[srt]?|"
    r"svinde[r]? ind"
)
_OP_NAVN = (
    r"(?:for|prisme)?(?:stigning(?:en|er)?|øgning(?:en)?|forøgelse[nr]?|øgelse[n]?|vækst(?:en)?|fremgang(?:en)?|"
    r"tilvækst|tilgang(?:en)?(?= (?:på|af))|fordobling(?:en)?|tredobling|løft(?:et)?)"
)
_NED_NAVN = (
    r"(?:fald(?:et)?|reduktion(?:en)?|nedgang(?:en)?|nedbringelse[n]?|mindskelse[n]?|formindskelse[n]?|"
    r"nedsættelse[n]?(?! af (?:en|et)\b)|"
    r"tilbagegang(?:en)?|halvering(?:en)?|reducering(?:en)?)"
)
_OP_ANDET = (
    r"stigende|opadgående|voksende|flere|(?<!de )(?<!den )(?<!det )større(?! \w+er\b)|højere|mere|"
    r"(?<!ikke )længere|hyppigere|"
    r"dobbelt|tredobbelt|gange så"
)
_NED_ANDET = (
    r"faldende|nedadgående|aftagende|færre|(?<!de )(?<!den )(?<!det )mindre(?! \w+er\b)|lavere|kortere|halvt|sjældnere"
)
# Soft words say that things get better, not that a series rises.
_OP_BLOED = (
    r"forbedre[srt]?|forbedringe?r?|bedre|styrke[srt]?|styrket|styrkelse[n]?|positiv(?:e|t)?(?: udvikling| forandring|"
    r" effekt| retning)|fremskridt|"
    r"fremme[srt]?|tryggere|stærkere|tættere|gladere|sundere|lettere|nemmere"
)
_NED_BLOED = r"forringe[srt]?|forværre[srt]?"

TRIN: tuple[tuple[tuple[str, Retning], ...], ...] = (
    ((_OP_VERBUM, Retning.OP), (_NED_VERBUM, Retning.NED)),
    ((r"fordob(?:le[srt]?|let)|tredob(?:le[srt]?|let)", Retning.OP), (r"halver(?:e[srt]?|et)|det halve", Retning.NED)),
    ((_OP_NAVN, Retning.OP), (_NED_NAVN, Retning.NED)),
    ((_OP_ANDET, Retning.OP), (_NED_ANDET, Retning.NED)),
    ((_OP_BLOED, Retning.OP), (_NED_BLOED, Retning.NED)),
)
MOENSTRE = tuple(
    re.compile("|".join(rf"(?P<{retning.value}>\b(?:{ord_})\b)" for ord_, retning in trin), re.I) for trin in TRIN
)
# "lavere end kommunens" is a comparison, "lavere end året før" a movement.
END_GRUPPE = re.compile(
    rf"\s+end\b(?!\s+(?:(?:i|ved)\s+)?(?:{T}|i dag|nu\b|året før|(?:det )?(?:foregående|forrige|sidste)|baseline|"
    r"udgangspunkt|nulpunkt|ved projekt))",
    re.I,
)
NAVNETRIN, BLOED = (2,), len(TRIN) - 1
I_RELATIV = re.compile(r"(?:\b(?:der|som(?! højest| minimum| led| følge))\s+(?:\w+\s+){0,2}|\bmed\s+)$", re.I)
ENDER_RELATIV = re.compile(r"\b(?:sker|skal|er|har|kan)\s+(?:\w+\s+)?$", re.I)


@dataclass(frozen=True)
class Bevaegelse:
    retning: Retning
    start: int
    slut: int
    trin: int

    @property
    def er_bloed(self) -> bool:
        return self.trin == BLOED

    @property
    def er_verbum_eller_navn(self) -> bool:
        return self.trin <= 2


def find_bevaegelse(tekst: str) -> Bevaegelse | None:
    """The word that moves the series: a verb before a noun before a comparative, the main clause before a relative."""
    for trin, moenster in enumerate(MOENSTRE):
        fund = list(moenster.finditer(tekst))
        if trin == 3:
            fund = [m for m in fund if not END_GRUPPE.match(tekst[m.end() :])] or fund[:0]
        hoved = [m for m in fund if trin in NAVNETRIN or not _i_relativ(tekst, m)]
        if valgt := next(iter(hoved), None) or (fund[0] if fund and trin >= 3 else None):
            return Bevaegelse(Retning(valgt.lastgroup), valgt.start(), valgt.end(), trin)
    return _sidste_verbum(tekst)


def _sidste_verbum(tekst: str) -> Bevaegelse | None:
    """ "som højeste uddannelse reduceres": the verb after a relative without commas is the main clause's own."""
    fund = list(MOENSTRE[0].finditer(tekst))
    return Bevaegelse(Retning(fund[-1].lastgroup), fund[-1].start(), fund[-1].end(), 0) if fund else None


def _i_relativ(tekst: str, fund: re.Match) -> bool:
    foer = tekst[: fund.start()]
    if not I_RELATIV.search(foer):
        return False
    return not re.search(r"(?:^|[.,:]\s)der\s+(?:\w+\s+){0,2}$", foer, re.I) or bool(
        re.search(r"\w,\s+der\s+(?:\w+\s+){0,2}$", foer, re.I)
    )

"""Areas with a number of their own: "for Motalavej under 30, for Skælskør under 19"."""

import re

from aftaler.laesning import Omraadetal, Retning, Sammenligning
from aftaler.parsers.kriterium.bevaegelse import Bevaegelse
from aftaler.parsers.kriterium.grupper import GRUPPE_MOENSTER
from aftaler.parsers.kriterium.rolleord import MAAL, TIL_N
from aftaler.parsers.kriterium.roller import Roller
from aftaler.parsers.kriterium.skelet import N, Skelet, T

_NAVN = r"(?-i:[A-ZÆØÅ][\wæøåéÆØÅ'-]*(?:\s+(?:[A-ZÆØÅ][\wæøåéÆØÅ'-]*|¤))*)"
_NAVNE = rf"{_NAVN}(?:\s*(?:/|,(?!\s*{_NAVN}\s*(?:[:(]|{N}))|\bog)\s*{_NAVN})*"
_BINDEORD = (
    r"\b(?:skal\s+(?:(?-i:(?!(?:for|i|på|hos)\b)[a-zæøå]+\s+)){1,3}(?:være|ligge|nå|falde|stige)|(?:stiger|falder|reduceres|øges|nedbringes|er)\s+\w+(?:en|et)|"
    r"skal|er|ligger?|lå|på|til|være|ligge|nå|stiger|falder|reduceres|øges|nedbringes|tallet|fra)\b"
)
_BINDELED = rf"(?:\s*(?:[:(=-]|{_BINDEORD}|{T}))*\s*"
FOER_TALLET = re.compile(rf"(?:\b(?:for|i|på|hos|ved)\s+)?(?P<navn>{_NAVNE}){_BINDELED}$", re.I)
EFTER_TALLET = re.compile(rf"^[^,;.{N[1:-1]}]{{0,60}}?\b(?:i|på|for|hos)\s+(?P<navn>{_NAVNE})", re.I)
BRUDSTYKKE = re.compile(r"^\W*(?:og\s+)?(?:for|i|på)\s+(?=(?-i:[A-ZÆØÅ]))", re.I)
BEV_I = re.compile(r"\b(?:stiger|falder|reduceres|øges|nedbringes|er) \w+(?:en|et)\b", re.I)
IKKE_OMRAADE = re.compile(
    r"^(?:LBF|BL|SSP|KÅS|UU|Mindst|Minimum|Højst|Maks\w*|Max|Der|Det|De|Den|Andel\w*|Antal\w*|Dansk|Danmarks|"
    r"Kommunen|Trygheden|Fraflytning\w*|Målet|Ved|Inden|Senest|"
    r"Fra|For|På|I|Xxx|Tallet|Tallene|Karakter\w*|Baseline\w*|Niveauet|Projektet|Helhedsplanen|Facebook|FVU|"
    r"STU|HF|SFO|Alle)\b"
)


def find_omraader(skelet: Skelet, roller: Roller) -> tuple[Omraadetal, ...]:
    """At least two areas with numbers, or one when the text is a mere fragment "for X under N"."""
    steder = roller.med(MAAL)
    soegt = [
        [(navn, sted) for sted in steder if (navn := find(skelet.tekst, sted, steder))]
        for find in (_navn_foer, _navn_efter)
    ]
    for fundne in sorted(soegt, key=len, reverse=True):
        if len({navn for navn, _ in fundne}) >= 2 or (
            len(fundne) == 1 == len(steder) and _er_brudstykke(skelet, fundne)
        ):
            return _med_tegn(skelet, fundne, roller.bevaegelse)
    return ()


def _er_brudstykke(skelet: Skelet, fundne: list[tuple[str, int]]) -> bool:
    start = BRUDSTYKKE.match(skelet.tekst)
    if not start:
        return False
    mellem = skelet.tekst[start.end() + len(fundne[0][0]) : fundne[0][1]]
    return (
        skelet.tekst[start.end() :].startswith(fundne[0][0]) and len(mellem.split()) <= 3 and not BEV_I.search(mellem)
    )


def _navn_efter(tekst: str, sted: int, steder: list[int]) -> str | None:
    naeste = min((s for s in steder if s > sted), default=len(tekst))
    fund = EFTER_TALLET.search(tekst[sted + 1 : naeste])
    return _godkendt(fund["navn"]) if fund else None


def _navn_foer(tekst: str, sted: int, steder: list[int]) -> str | None:
    forrige = max((s for s in steder if s < sted), default=-1)
    fund = FOER_TALLET.search(re.sub(N, " ", tekst[forrige + 1 : sted]))
    return _godkendt(fund["navn"]) if fund else None


def _godkendt(navn: str) -> str | None:
    navn = navn.strip().rstrip(",")
    if IKKE_OMRAADE.match(navn) or GRUPPE_MOENSTER.search(navn):
        return None
    return navn


def _med_tegn(skelet: Skelet, fundne: list[tuple[str, int]], bevaegelse: Bevaegelse | None) -> tuple[Omraadetal, ...]:
    """ "Højst 25 % i A, 22 % i B": a number without a comparator of its own has that of the one before it."""
    svar: list[Omraadetal] = []
    tegn: Sammenligning | None = None
    if bevaegelse and TIL_N.search(skelet.tekst[: fundne[0][1]]):
        tegn = Sammenligning.MINDST if bevaegelse.retning == Retning.OP else Sammenligning.HOEJST
    for navn, sted in fundne:
        tal = skelet.tal_ved(sted)
        tegn = tal.tegn or tegn
        svar.append(Omraadetal(navn, tegn, tal.vaerdi))
    return tuple(svar)

"""The sentence with every number and every time replaced by one sign, so that word patterns can speak of them."""

import re
from dataclasses import dataclass
from functools import cached_property

from aftaler.parsers.kriterium.rens import rens
from aftaler.parsers.kriterium.stoej import uden_stoej
from aftaler.parsers.kriterium.tal import Tal, find_tal
from aftaler.parsers.kriterium.tid import Tid, find_tider

# Private-use characters: `rens` has removed any that the text held.
FOERSTE_TAL, FOERSTE_TID, SIDSTE = 0xE000, 0xEC00, 0xF8FF
N = f"[{chr(FOERSTE_TAL)}-{chr(FOERSTE_TID - 1)}]"
T = f"[{chr(FOERSTE_TID)}-{chr(SIDSTE)}]"
IKKE_TAL = f"[^{chr(FOERSTE_TAL)}-{chr(FOERSTE_TID - 1)}]"
IKKE_MAERKE = f"[^{chr(FOERSTE_TAL)}-{chr(SIDSTE)}]"

PR_TUSIND = re.compile(r"\b(?:pr|per|for hver|ud af)\s?(?:1[. ]?000|tusinde?)\b", re.I)
TUSINDEDEL = "prtusind"
SAETNING = re.compile(rf"(?<=[.!?])\s+(?=[A-ZÆØÅ]|{N}|{T})")
PARENTES = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
# "24,5 % (2018)" is "24,5 % 2018": the year belongs to what stands before it.
TID_I_PARENTES = re.compile(rf"\s*\(\s*({T})\s*\)")
ER_BAGGRUND = re.compile(
    r"\b(?:var|lå|udgjorde|havde|har ligget|baseline\w*|udgangspunkt\w*|kommunens|landsgennemsnittet|"
    rf"gennemsnittet)\b.*{N}|{N}.*\b(?:var|lå)\b",
    re.I,
)
ER_MAAL = re.compile(
    r"\b(?:skal|ønsket|forventet|mål\w*|fald\w*|stig\w*|steget|øge[st]?|øget|reduce\w*|nedbring\w*|nedbragt|hæve[st]?|sænke[st]?|mindske[st]?|"
    r"mindst|højst|minimum|max|maks)\b",
    re.I,
)
SIDEORD = re.compile(r"[,;]?\s\b(?:mens|imens|medens|hvorimod)\b", re.I)


@dataclass(frozen=True)
class Stykke:
    """A stretch of the skeleton: a sentence's main text, a parenthesis, or a contrasting clause."""

    start: int
    slut: int
    saetning: int
    slags: str  # "hoved", "parentes" or "kontrast"


@dataclass(frozen=True)
class Skelet:
    tekst: str
    tal: tuple[Tal, ...]
    tider: tuple[Tid, ...]

    def tal_ved(self, sted: int) -> Tal:
        return self.tal[ord(self.tekst[sted]) - FOERSTE_TAL]

    def tid_ved(self, sted: int) -> Tid:
        return self.tider[ord(self.tekst[sted]) - FOERSTE_TID]

    def talsteder(self) -> list[tuple[int, Tal]]:
        """Position and number, in the order of the text."""
        return [(m.start(), self.tal_ved(m.start())) for m in re.finditer(N, self.tekst)]

    def tidssteder(self) -> list[tuple[int, Tid]]:
        return [(m.start(), self.tid_ved(m.start())) for m in re.finditer(T, self.tekst)]

    @cached_property
    def stykker(self) -> tuple[Stykke, ...]:
        stykker: list[Stykke] = []
        start = 0
        for nr, saetning in enumerate(SAETNING.split(self.tekst)):
            start = self.tekst.index(saetning, start)
            slut = start + len(saetning)
            stykker += [
                Stykke(m.start(1), m.end(1), nr, "parentes") for m in PARENTES.finditer(self.tekst, start, slut)
            ]
            kontrast = SIDEORD.search(self.tekst, start, slut)
            hovedslut = kontrast.start() if kontrast else slut
            stykker.append(Stykke(start, hovedslut, nr, "hoved"))
            if kontrast:
                stykker.append(Stykke(hovedslut, slut, nr, "kontrast"))
            start = slut
        return tuple(stykker)

    def stykke_ved(self, sted: int) -> Stykke:
        """The innermost stretch around a position."""
        return min((s for s in self.stykker if s.start <= sted <= s.slut), key=lambda s: s.slut - s.start)

    @cached_property
    def hoved(self) -> str:
        """The first sentence, its parentheses blanked so that positions stay."""
        foerste = next((s for s in self.stykker if s.slags == "hoved"), None)
        return PARENTES.sub(lambda m: " " * len(m[0]), self.tekst[foerste.start : foerste.slut]) if foerste else ""


MAALET = re.compile(
    rf"^(?:slut)?mål(?:et|tal\w*)?\b.*{N}|^(?:det|den|dette|andelen|antallet|tallet|niveauet)\s+(?:skal|forventes)\b.*{N}",
    re.I,
)
I_DAG = re.compile(r"^\W*(?:i dag|nuværende|status|aktuelt)\b", re.I)
BARE_UDGANGSPUNKT = re.compile(r"^\W*(?:baseline|nulpunkt|udgangspunkt|startpunkt|førmåling)", re.I)


def _med_maalet_foerst(tekst: str) -> str:
    """A sentence that only tells how things were, or how others do, changes place with the target after it."""
    saetninger = SAETNING.split(tekst)
    if len(saetninger) < 2 or not _er_forhistorie(*saetninger[:2]):
        return tekst
    sidste = saetninger[-1] if saetninger[-1][-1:] in ".!?" else f"{saetninger[-1]}."
    return " ".join([*saetninger[1:-1], sidste, saetninger[0]])


def _er_forhistorie(foerste: str, naeste: str) -> bool:
    """The first sentence has no target of its own, and the next one has."""
    if ER_MAAL.search(foerste):
        return False
    begge_har_tal = bool(re.search(N, foerste) and re.search(N, naeste))
    if begge_har_tal and (I_DAG.match(foerste) or MAALET.match(naeste)):
        return True
    if not ER_MAAL.search(naeste):
        return False
    return bool(BARE_UDGANGSPUNKT.match(foerste) or (ER_BAGGRUND.search(foerste) and re.search(N, naeste)))


def skelet(tekst: str) -> Skelet:
    tekst, tider = find_tider(rens(tekst), lambda i: chr(min(FOERSTE_TID + i, SIDSTE)))
    tekst = uden_stoej(PR_TUSIND.sub(TUSINDEDEL, TID_I_PARENTES.sub(r" \1", tekst)))
    tekst, tal = find_tal(tekst, lambda i: chr(min(FOERSTE_TAL + i, FOERSTE_TID - 1)))
    tekst = _med_maalet_foerst(tekst)
    return Skelet(tekst, tal, tider)

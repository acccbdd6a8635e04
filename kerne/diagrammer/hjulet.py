"""A year as a wheel: twelve months around, numbered marks on their days, the months that are over tinted.

Neutral: words come from the caller. A mark is told by its shape – done, to come, too late – and by its number, which
the list beside the drawing explains.
"""

from collections.abc import Sequence
from datetime import date
from math import cos, radians, sin

from django.utils.safestring import SafeString

from kerne.datoer import KORTE_MAANEDER
from kerne.diagrammer.svg import billede, cirkel, el, linje, n, samlet, tekst
from kerne.diagrammer.tidslinje import Maerke, tegnet
from kerne.farver import FJORD_100, FJORD_500, FJORD_900, HVID, REGEL, REGEL_STAERK, TEKST_2

SIDE = 520
MIDT = SIDE / 2
YDRE, INDRE, NAVNE = 222, 62, 240  # radii: the ring, its hole, and the months' names
BREDDE, HOEJDE = 36, 18  # a sign with its number
TRIN = 6  # so far in a mark moves at a time to find room


def hjulet(maerker: Sequence[Maerke], *, aar: int, i_dag: date, titel: str) -> SafeString:
    """The drawing. Marks of other years are left out; `titel` says the whole message."""
    grund = [_maaneden(aar, nr, i_dag) for nr in range(1, 13)]
    dele = [del_ for plads in _pladser(maerker, aar) for del_ in _maerket(*plads)]
    nu = [_i_dag(i_dag)] if i_dag.year == aar else []
    midte = [cirkel(MIDT, MIDT, INDRE, HVID, stroke=REGEL_STAERK),
             tekst(MIDT, MIDT + 10, str(aar), farve=FJORD_900, px=28, fed=True, anker="middle")]  # fmt: skip
    return billede(SIDE, SIDE, samlet([*grund, *nu, *midte, *dele]), titel=titel)


def _vinkel(dag: date) -> float:
    """Degrees from the top, clockwise; every month has thirty."""
    naeste = date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)
    return 30 * (dag.month - 1 + (dag.day - 0.5) / (naeste - dag.replace(day=1)).days)


def _punkt(grader: float, radius: float) -> tuple[float, float]:
    return MIDT + radius * sin(radians(grader)), MIDT - radius * cos(radians(grader))


def _maaneden(aar: int, nr: int, i_dag: date) -> SafeString:
    """One slice; tinted when the whole month is over. Its name stands outside."""
    fra, til = 30 * (nr - 1), 30 * nr
    (x1, y1), (x2, y2) = _punkt(fra, YDRE), _punkt(til, YDRE)
    vej = f"M{n(MIDT)} {n(MIDT)}L{n(x1)} {n(y1)}A{YDRE} {YDRE} 0 0 1 {n(x2)} {n(y2)}Z"
    er_omme = (aar, nr) < (i_dag.year, i_dag.month)
    skive = el("path", d=vej, fill=FJORD_100 if er_omme else HVID, stroke=REGEL)
    x, y = _punkt(fra + 15, NAVNE)
    navn = KORTE_MAANEDER[nr - 1].rstrip(".")
    return samlet([skive, tekst(x, y + 5, navn, farve=TEKST_2, px=14, anker="middle")])


def _i_dag(dag: date) -> SafeString:
    (x1, y1), (x2, y2) = _punkt(_vinkel(dag), INDRE), _punkt(_vinkel(dag), YDRE + 6)
    return linje(x1, y1, x2, y2, FJORD_500, 2, stroke_dasharray="4 3")


def _pladser(maerker: Sequence[Maerke], aar: int) -> list[tuple[Maerke, float, float]]:
    """Each mark on its day's spoke, as far out as it goes without touching another; without room it lies innermost."""
    radier = range(YDRE - 18, INDRE + 12, -TRIN)
    lagt: list[tuple[Maerke, float, float]] = []
    for et in sorted((et for et in maerker if et.dag.year == aar), key=lambda maerke: (maerke.dag, maerke.nummer)):
        mulige = [_punkt(_vinkel(et.dag), radius) for radius in radier]
        x, y = next((sted for sted in mulige if _er_fri(sted, lagt)), mulige[-1])
        lagt.append((et, x, y))
    return lagt


def _er_fri(sted: tuple[float, float], lagt: Sequence[tuple[Maerke, float, float]]) -> bool:
    return all(abs(sted[0] - x) >= BREDDE or abs(sted[1] - y) >= HOEJDE for _, x, y in lagt)


def _maerket(maerke: Maerke, x: float, y: float) -> list[SafeString]:
    return [tegnet(maerke.tilstand, x - 6, y), tekst(x + 4, y + 4.5, maerke.nummer, farve=FJORD_900, px=12)]

"""A year as a wheel: twelve months around, numbered marks on their days, the months that are over tinted.

Neutral: words come from the caller. A mark is told by its shape – done, to come, too late – and by its number, which
the list beside the drawing explains.
"""

from collections.abc import Sequence
from datetime import date
from math import cos, pi, radians, sin

from django.utils.safestring import SafeString

from kerne.datoer import KORTE_MAANEDER
from kerne.diagrammer.svg import billede, cirkel, el, linje, n, samlet, tekst
from kerne.diagrammer.tidslinje import Maerke, tegnet
from kerne.farver import FJORD_100, FJORD_500, FJORD_900, HVID, REGEL, REGEL_STAERK, TEKST_2

SIDE = 520
MIDT = SIDE / 2
YDRE, INDRE, NAVNE = 222, 62, 240  # radii: the ring, its hole, and the months' names
BAND = 25  # from one ring of marks to the next
PLADS = 34  # a sign with its number is so wide


def hjulet(maerker: Sequence[Maerke], *, aar: int, i_dag: date, titel: str) -> SafeString:
    """The drawing. Marks of other years are left out; `titel` says the whole message."""
    grund = [_maaneden(aar, nr, i_dag) for nr in range(1, 13)]
    dele = [del_ for baand, radius in _baand(maerker, aar) for et in baand for del_ in _maerket(et, radius)]
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


def _baand(maerker: Sequence[Maerke], aar: int) -> list[tuple[list[Maerke], float]]:
    """The marks in rings from the outside in, so that no two of a ring touch; what finds no room lies innermost."""
    radier = [float(et) for et in range(YDRE - 18, INDRE + 12, -BAND)]
    baand: list[list[Maerke]] = [[] for _ in radier]
    for et in sorted((et for et in maerker if et.dag.year == aar), key=lambda maerke: (maerke.dag, maerke.nummer)):
        ledig = next((nr for nr, radius in enumerate(radier) if _er_plads(baand[nr], et, radius)), len(radier) - 1)
        baand[ledig].append(et)
    return list(zip(baand, radier, strict=True))


def _er_plads(baand: Sequence[Maerke], nyt: Maerke, radius: float) -> bool:
    """Between the last mark and this one, and around the turn of the year to the first."""
    mindst = PLADS * 180 / (pi * radius)
    if not baand:
        return True
    v, sidst, foerst = _vinkel(nyt.dag), _vinkel(baand[-1].dag), _vinkel(baand[0].dag)
    return v - sidst >= mindst and foerst + 360 - v >= mindst


def _maerket(maerke: Maerke, radius: float) -> list[SafeString]:
    x, y = _punkt(_vinkel(maerke.dag), radius)
    return [
        tegnet(maerke.tilstand, x - 6, y),
        tekst(x + 4, y + 4.5, maerke.nummer, farve=FJORD_900, px=12),
    ]

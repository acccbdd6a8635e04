"""A timeline: rows under headings, each with the stretch it covers and numbered marks on its days.

Neutral: words come from the caller. A mark is told by its shape – done, to come, too late – and by its number, which
the list beside the drawing explains. The same rows give the same drawing, on screen and on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from kerne.diagrammer.organisation import ombryd
from kerne.diagrammer.svg import billede, cirkel, el, linje, rude, samlet, tekst, tekstbredde
from kerne.farver import FJORD_100, FJORD_500, FJORD_900, HVID, REGEL, REGEL_STAERK, STATUSSER, TEKST, TEKST_2

BRED = 1120
NAVNE = 260  # the column of names
HOEJRE = 16  # air to the right of the last day
TOP = 34  # the years
PX, LINJE = 13, 18
TEGN = 16  # a sign is so wide
NUMMER = 24  # sign and number together, so that two marks do not touch
SPOR = 24  # one line of marks
LUFT = 8  # above and below a row

RUND_ENDE = {"stroke_linecap": "round", "stroke_linejoin": "round"}
GJORT, KOMMER, OVER_TIDEN = "gjort", "kommer", "over_tiden"
FARVER = {
    GJORT: STATUSSER["opfyldt"].staerk,
    KOMMER: FJORD_900,
    OVER_TIDEN: STATUSSER["bagud"].staerk,
}


@dataclass(frozen=True)
class Maerke:
    """A day with a number; `tilstand` is gjort, kommer or over_tiden."""

    dag: date
    nummer: str
    tilstand: str


@dataclass(frozen=True)
class Spand:
    """A row: its name, the days it covers (None where unknown) and its marks. A heading has neither."""

    navn: str
    fra: date | None = None
    til: date | None = None
    maerker: tuple[Maerke, ...] = ()
    er_overskrift: bool = False


@dataclass(frozen=True)
class _Tid:
    """Where a day lies; days outside the period lie on its edge."""

    fra: date
    til: date
    bredde: float

    def x(self, dag: date) -> float:
        inde = min(max(dag, self.fra), self.til)
        andel = (inde - self.fra).days / max(1, (self.til - self.fra).days)
        return NAVNE + andel * (self.bredde - NAVNE - HOEJRE)


def tidslinje(
    spand: Sequence[Spand], *, fra: date, til: date, i_dag: date, titel: str, bredde: int = BRED
) -> SafeString:
    """The drawing, as high as its rows. `titel` says its whole message; `i_dag` is a line when it is in the period."""
    tid = _Tid(fra, til, bredde)
    dele: list[SafeString] = []
    y: float = TOP
    for et in spand:
        y = _raekke(dele, et, y, tid)
    bund = y + 4
    grund = _aar(tid, bund) + _nu(tid, i_dag, bund)
    return billede(bredde, bund + LINJE, samlet([*grund, *dele]), titel=titel)


def tidstegn(tilstand: str, stoerrelse: int = TEGN) -> SafeString:
    """One mark's sign alone, for the list that stands beside the drawing. Decoration: a word stands beside it."""
    return billede(stoerrelse, stoerrelse, tegnet(tilstand, 8, 8), titel=None, boks="0 0 16 16")


def _raekke(dele: list[SafeString], spand: Spand, y: float, tid: _Tid) -> float:
    """Draw one row at y; answers where the next begins."""
    ord_ = ombryd(spand.navn, NAVNE - 24, PX, fed=spand.er_overskrift)
    baner = _baner(spand.maerker, tid)
    if spand.er_overskrift:
        y += LUFT
    hoejde = max(len(ord_) * LINJE, max(1, len(baner)) * SPOR) + LUFT
    for nr, stykke in enumerate(ord_):
        farve = FJORD_900 if spand.er_overskrift else TEKST
        dele.append(tekst(0, y + LINJE * (nr + 1), stykke, farve=farve, px=PX, fed=spand.er_overskrift))
    if spand.fra or spand.til:
        x1, x2 = tid.x(spand.fra or tid.fra), tid.x(spand.til or tid.til)
        dele.append(
            rude(x1, y + LUFT - 5, max(2, x2 - x1), SPOR * max(1, len(baner)) - 6, FJORD_100, rx=3, stroke=REGEL)
        )
    for nr, bane in enumerate(baner):
        midt = y + LUFT + 4 + nr * SPOR
        for maerke in bane:
            x = tid.x(maerke.dag)
            dele += [tegnet(maerke.tilstand, x, midt), _nummer(maerke, x, midt, tid)]
    bund = y + hoejde
    dele.append(linje(0, bund, tid.bredde, bund, REGEL_STAERK if spand.er_overskrift else REGEL))
    return bund


def _nummer(maerke: Maerke, x: float, y: float, tid: _Tid) -> SafeString:
    """The number, right of its sign; left of it where the drawing ends."""
    plads = tekstbredde(maerke.nummer, 12)
    if x + TEGN / 2 + 3 + plads > tid.bredde:
        return tekst(x - TEGN / 2 - 3, y + 4.5, maerke.nummer, farve=TEKST_2, px=12, anker="end")
    return tekst(x + TEGN / 2 + 3, y + 4.5, maerke.nummer, farve=TEKST_2, px=12)


def _baner(maerker: Sequence[Maerke], tid: _Tid) -> list[list[Maerke]]:
    """The marks in as few lines as they need without touching each other."""
    baner: list[list[Maerke]] = []
    for et in sorted(maerker, key=lambda maerke: (maerke.dag, maerke.nummer)):
        plads = TEGN + 6 + tekstbredde(et.nummer, 12)
        ledig = next((bane for bane in baner if tid.x(bane[-1].dag) + max(NUMMER, plads) <= tid.x(et.dag)), None)
        if ledig is None:
            baner.append([et])
        else:
            ledig.append(et)
    return baner


def _aar(tid: _Tid, bund: float) -> list[SafeString]:
    """A line where each year begins, and the year over it; the first stretch is named if there is room."""
    ud = []
    for aar in range(tid.fra.year, tid.til.year + 1):
        begynder = max(date(aar, 1, 1), tid.fra)
        slutter = min(date(aar, 12, 31), tid.til)
        x = tid.x(begynder)
        ud.append(linje(x, TOP - 8, x, bund, REGEL))
        if tid.x(slutter) - x > tekstbredde(str(aar), PX) + 8:
            ud.append(tekst(x + 4, TOP - 14, str(aar), farve=TEKST_2, px=PX))
    return ud


def _nu(tid: _Tid, i_dag: date, bund: float) -> list[SafeString]:
    if not tid.fra <= i_dag <= tid.til + timedelta(days=1):
        return []
    x = tid.x(i_dag)
    ord_bredde = tekstbredde("i dag", PX, fed=True)
    plads = min(max(x, NAVNE + ord_bredde / 2), tid.bredde - ord_bredde / 2)
    return [
        linje(x, TOP - 8, x, bund, FJORD_500, 2, stroke_dasharray="4 3"),
        tekst(plads, bund + 13, "i dag", farve=FJORD_900, px=PX, fed=True, anker="middle"),
    ]


def tegnet(tilstand: str, x: float, y: float) -> SafeString:
    """Done is a filled circle with a tick, to come an open circle, too late a filled triangle with a stroke."""
    farve = FARVER[tilstand]
    if tilstand == GJORT:
        vej = f"M{x - 3.4:.2f} {y + 0.2:.2f}l2.4 2.5 4.4-5"
        flueben = el("path", d=vej, fill="none", stroke=HVID, stroke_width=1.8, **RUND_ENDE)
        return samlet([cirkel(x, y, 7.3, farve), flueben])
    if tilstand == OVER_TIDEN:
        trekant = el(
            "path", d=f"M{x:.2f} {y - 6.6:.2f}l7 12.6h-14z", fill=farve, stroke=farve, stroke_width=1.6,
            stroke_linejoin="round",
        )  # fmt: skip
        return samlet([trekant, linje(x, y - 2.4, x, y + 1.6, HVID, 1.8, **RUND_ENDE), cirkel(x, y + 4.2, 1.1, HVID)])
    return cirkel(x, y, 6.4, HVID, stroke=farve, stroke_width=1.8)

"""Several groups' figures over the years, each named where its line ends: for a page, for a phone and for paper.

Solid with filled points = our own; thin brown with squares = a comparison; a thick bar = the mean of its years. A
missing year is a gap. Lines of our own differ by their names and by their points' shapes, never by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from kerne import talformat
from kerne.diagrammer.flade import Flade, akse_for
from kerne.diagrammer.kurven import Punkt
from kerne.diagrammer.minikurven import stykker
from kerne.diagrammer.svg import billede, cirkel, linje, rude, samlet, streg, tekst, tekstbredde
from kerne.farver import FJORD_500, FJORD_900, HVID, REGEL, REGEL_STAERK, SAMMENLIGNING, TEKST, TEKST_2, TEKST_3

BREDDE, HALV, SMAL = 720, 560, 358
TIL_NAVNE = {BREDDE: 200, HALV: 168, SMAL: 104}  # px to the right of the plot
LINJEHOEJDE = 17  # px between two names at the right
MINDST = 2  # points and means together: one figure alone is no development


@dataclass(frozen=True)
class Snit:
    """A mean over years."""

    fra: int
    til: int
    vaerdi: Decimal


@dataclass(frozen=True)
class Serie:
    """One group. `slut` is written after its name: the newest figure. `anden` is a comparison."""

    navn: str
    punkter: tuple[Punkt, ...]
    snit: tuple[Snit, ...] = ()
    slut: str = ""
    anden: bool = False


@dataclass(frozen=True)
class Linjer:
    """`titel` is the message for who can't see it, `enhed` stands over the axis."""

    titel: str
    enhed: str
    serier: tuple[Serie, ...]


def kan_tegnes(data: Linjer) -> bool:
    return sum(len(et.punkter) + len(et.snit) for et in data.serier) >= MINDST


def linjer(data: Linjer, *, smal: bool = False, bredde: int = BREDDE) -> SafeString:
    """The drawing, BREDDE or HALV px wide; `smal` is the phone's own."""
    flade = _flade(data, SMAL if smal else bredde)
    lag = [tekst(0, 14, data.enhed, farve=TEKST_3, px=13), *_akser(data, flade)]
    egne = [et for et in data.serier if not et.anden]
    lag += [_serie(et, flade, 0) for et in data.serier if et.anden]
    lag += [_serie(et, flade, nr) for nr, et in enumerate(egne)]
    lag += _navne(data, flade, smal=smal)
    return billede(flade.bredde, flade.hoejde, samlet(lag), titel=data.titel)


def lavest(data: Linjer) -> Decimal:
    """Where the vertical axis begins, to be said under the drawing when it isn't zero."""
    return akse_for(_tallene(data)).vaerdier[0]


def _tallene(data: Linjer) -> list[Decimal]:
    return [p.vaerdi for et in data.serier for p in (*et.punkter, *et.snit)]


def _flade(data: Linjer, bredde: int) -> Flade:
    aar = [p.aar for et in data.serier for p in et.punkter]
    aar += [a for et in data.serier for snit in et.snit for a in (snit.fra, snit.til)]
    hoejde, til_navne = 300, TIL_NAVNE[bredde]
    aarene = tuple(range(min(aar), max(aar) + 1))
    akse = akse_for(_tallene(data))
    bredest = max(tekstbredde(talformat.tal(et, akse.decimaler), 13) for et in akse.vaerdier)
    return Flade(bredde, hoejde, bredest + 10, bredde - til_navne, 30, hoejde - 34, 0, aarene, akse)


def _akser(data: Linjer, flade: Flade) -> list[SafeString]:
    lag = []
    for vaerdi in flade.akse.vaerdier:
        y = flade.y(vaerdi)
        lag.append(linje(flade.venstre, y, flade.hoejre, y, REGEL, 1))
        ord_ = talformat.tal(vaerdi, flade.akse.decimaler)
        lag.append(tekst(flade.venstre - 8, y + 4.5, ord_, farve=TEKST_3, px=13, anker="end"))
    lag.append(linje(flade.venstre, flade.bund, flade.hoejre, flade.bund, REGEL_STAERK, 1.6))
    spring = next((et for et in (1, 2, 4, 5) if flade.plads * et >= 40), 10)
    sidste = flade.aarene[-1]
    for aar in flade.aarene:
        if (sidste - aar) % spring == 0:
            lag.append(tekst(flade.x(aar), flade.bund + 22, str(aar), farve=TEKST_2, px=13, anker="middle"))
    return lag


def _serie(serie: Serie, flade: Flade, nr: int) -> SafeString:
    farve, tykkelse = (SAMMENLIGNING, 1.6) if serie.anden else (FJORD_900, 2.6) if nr == 0 else (FJORD_500, 2.2)
    lag = [
        linje(flade.kant(et.fra), flade.y(et.vaerdi), flade.kant(et.til + 1), flade.y(et.vaerdi), farve,
              3 if serie.anden else 5)
        for et in serie.snit
    ]  # fmt: skip
    for stykke in stykker([(et.aar, et.vaerdi) for et in serie.punkter]):
        lag.append(streg([(flade.x(aar), flade.y(v)) for aar, v in stykke], farve, tykkelse, stroke_linejoin="round"))
    for et in serie.punkter:
        lag.append(_punkt(flade.x(et.aar), flade.y(et.vaerdi), farve, nr, anden=serie.anden))
    return samlet(lag)


def _punkt(x: float, y: float, farve: str, nr: int, *, anden: bool) -> SafeString:
    """A small square for a comparison; for our own filled, open, or square in turn."""
    if anden:
        return rude(x - 2.5, y - 2.5, 5, 5, farve)
    if nr % 3 == 2:
        return rude(x - 4, y - 4, 8, 8, farve, stroke=HVID, stroke_width=1)
    fyld = farve if nr % 3 == 0 else HVID
    return cirkel(x, y, 4.5, fyld, stroke=farve if fyld == HVID else HVID, stroke_width=2 if fyld == HVID else 1)


def _navne(data: Linjer, flade: Flade, *, smal: bool) -> list[SafeString]:
    """The names at the right, pushed apart where lines end close to each other, with a hair line to their end."""
    ender = sorted((_ende(et, flade) for et in data.serier), key=lambda et: et[1])
    hoejder = _spredt([y for _, y, _ in ender], flade.top, flade.bund)
    lag, px = [], 12 if smal else 13
    for (x, y, serie), ord_y in zip(ender, hoejder, strict=True):
        farve = SAMMENLIGNING if serie.anden else TEKST
        lag.append(streg([(x + 7, y), (flade.hoejre + 4, ord_y), (flade.hoejre + 9, ord_y)], REGEL_STAERK, 0.8))
        plads = flade.bredde - flade.hoejre - 18 - tekstbredde(f" {serie.slut}", px, fed=True)
        navn = f"{_kort(serie.navn, plads, px)} {serie.slut}".strip()
        lag.append(tekst(flade.hoejre + 12, ord_y + 4.5, navn, farve=farve, px=px, fed=not serie.anden))
    return lag


def _ende(serie: Serie, flade: Flade) -> tuple[float, float, Serie]:
    ender = [(flade.x(et.aar), flade.y(et.vaerdi)) for et in serie.punkter[-1:]]
    ender += [(flade.kant(et.til + 1), flade.y(et.vaerdi)) for et in serie.snit[-1:]]
    x, y = max(ender)
    return x, y, serie


def _spredt(hoejder: Sequence[float], top: float, bund: float) -> list[float]:
    """The same order, at least a line apart, and within the drawing as long as there is room."""
    ud: list[float] = []
    for y in hoejder:
        ud.append(max(y, ud[-1] + LINJEHOEJDE) if ud else max(y, top))
    loft = bund
    for nr in reversed(range(len(ud))):
        ud[nr] = min(ud[nr], loft)
        loft = ud[nr] - LINJEHOEJDE
    return ud


def _kort(navn: str, plads: float, px: int) -> str:
    """The name, cut where there is no room for more; it stands whole in the table."""
    if tekstbredde(navn, px, fed=True) <= plads:
        return navn
    while navn and tekstbredde(f"{navn}…", px, fed=True) > plads:
        navn = navn[:-1]
    return f"{navn.rstrip()}…"

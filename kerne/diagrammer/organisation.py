"""Boxes and lines: what hangs below what. Side by side where there is room, else below each other on a spine.

Neutral: the caller gives the words. The same boxes give the same drawing, on screen and on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from kerne.diagrammer.svg import billede, rude, samlet, streg, tekst, tekstbredde
from kerne.farver import FJORD_900, HVID, PAPIR_100, REGEL_STAERK, TEKST, TEKST_2

BRED = 1120
SMAL = 358
KASSER = (240, 200, 165)  # the widths a box may have, the widest that fits
BREDEST = 340  # on a spine, where nothing stands beside the box
SMALLEST = 90
MELLEM = 16  # between boxes side by side
LUFT = 40  # between a box and those below it
TAET = 14  # between boxes below each other
INDRYK = 28  # how far a box on a spine stands to the right of the one above it
KANT = 12  # inside a box
TITEL_PX, TITEL_LINJE = 14, 19
ORD_PX, ORD_LINJE = 13, 18
BLOED = "\u00ad"  # a soft hyphen: where a long word may be parted


@dataclass(frozen=True)
class Kasse:
    """A box: a heading and lines of words. `over` is the key of the box above, None for one at the top."""

    noegle: int
    titel: str
    linjer: tuple[str, ...] = ()
    over: int | None = None


@dataclass
class _Gren:
    """A box with all that hangs below it, and where it came to lie."""

    kasse: Kasse
    under: list["_Gren"] = field(default_factory=list)
    x: float = 0
    y: float = 0
    bredde: float = 0
    haengt: bool = False  # those below stand on a spine, not side by side

    @property
    def titel(self) -> list[str]:
        return ombryd(self.kasse.titel, self.bredde - 2 * KANT, TITEL_PX, fed=True)

    @property
    def ord_(self) -> list[str]:
        return [del_ for et in self.kasse.linjer for del_ in ombryd(et, self.bredde - 2 * KANT, ORD_PX)]

    @property
    def hoejde(self) -> float:
        return 2 * KANT + len(self.titel) * TITEL_LINJE + len(self.ord_) * ORD_LINJE


def organisation(kasser: Sequence[Kasse], *, titel: str, bredde: int = BRED) -> SafeString:
    """The drawing, `bredde` wide and as high as it needs. `titel` says its whole message in words."""
    rod = [_gren(et, kasser, frozenset()) for et in _oeverste(kasser)]
    _vaelg_form(rod, bredde)
    hoejde = _laeg(rod, bredde)
    dele = [del_ for et in rod for del_ in (*_streger(et), *_kasser(et, oeverst=True))]
    return billede(bredde, hoejde, samlet(dele), titel=titel)


def ombryd(ord_: str, bredde: float, px: int, *, fed: bool = False) -> list[str]:
    """The words on as many lines as they need. A word too wide is parted at a soft hyphen, else where it must be."""
    linjer: list[str] = []
    nu = ""
    for stykke in (del_ for et in ord_.split(" ") for del_ in _delt(et, bredde, px, fed)):
        proeve = f"{nu} {stykke}" if nu else stykke
        if nu and tekstbredde(proeve, px, fed=fed) > bredde:
            linjer.append(nu)
            nu = stykke
        else:
            nu = proeve
    return [*linjer, nu] if nu else linjer


def _delt(ord_: str, bredde: float, px: int, fed: bool) -> list[str]:
    """A word in pieces that each fit on a line."""
    helt = ord_.replace(BLOED, "")
    if tekstbredde(helt, px, fed=fed) <= bredde:
        return [helt]
    bloede = [nr for nr, tegn in enumerate(ord_) if nr and (tegn == BLOED or ord_[nr - 1] in "/-")]
    for nr in (*reversed(bloede), *range(len(ord_) - 1, 1, -1)):
        stykke = ord_[:nr].replace(BLOED, "")
        stykke += "" if stykke[-1] in "/-" else "-"
        if tekstbredde(stykke, px, fed=fed) <= bredde:
            return [stykke, *_delt(ord_[nr:].removeprefix(BLOED), bredde, px, fed)]
    return [helt]


def _oeverste(kasser: Sequence[Kasse]) -> list[Kasse]:
    """The boxes with none above. Boxes that only hang in each other (a ring) are opened at the first of them."""
    noegler = {et.noegle for et in kasser}
    top = [et for et in kasser if et.over is None or et.over not in noegler]
    naaet = {et.noegle for rod in top for et in _alle(_gren(rod, kasser, frozenset()))}
    for et in kasser:
        if et.noegle not in naaet:
            top.append(et)
            naaet |= {under.noegle for under in _alle(_gren(et, kasser, frozenset()))}
    return top


def _gren(kasse: Kasse, kasser: Sequence[Kasse], set_: frozenset[int]) -> _Gren:
    set_ = set_ | {kasse.noegle}
    under = [et for et in kasser if et.over == kasse.noegle and et.noegle not in set_]
    return _Gren(kasse, [_gren(et, kasser, set_) for et in under])


def _alle(gren: _Gren) -> list[Kasse]:
    return [gren.kasse, *(et for under in gren.under for et in _alle(under))]


def _dybde(gren: _Gren) -> int:
    return 1 + max(map(_dybde, gren.under), default=0)


def _vaelg_form(rod: list[_Gren], bredde: float) -> None:
    """All side by side if it fits; else the deepest on spines, and so upwards. Narrower boxes come before a spine."""
    for haeng_fra in range(max(map(_dybde, rod), default=0), -1, -1):
        for kasse in KASSER if haeng_fra else (min(BREDEST, bredde - 2),):
            for et in rod:
                _form(et, 0, haeng_fra, kasse)
            if _raekke(rod) <= bredde - 2:
                return


def _form(gren: _Gren, dybde: int, haeng_fra: int, kasse: float) -> None:
    gren.haengt, gren.bredde = dybde >= haeng_fra, kasse
    for et in gren.under:
        _form(et, dybde + 1, haeng_fra, kasse)


def _plads(gren: _Gren) -> float:
    """How wide the box and all below it are."""
    if gren.haengt:
        return max(gren.bredde, *(INDRYK + _plads(et) for et in gren.under), 0)
    return max(gren.bredde, _raekke(gren.under))


def _raekke(grene: list[_Gren]) -> float:
    """The width of branches side by side."""
    return sum(map(_plads, grene)) + MELLEM * max(0, len(grene) - 1)


def _laeg(rod: list[_Gren], bredde: float) -> float:
    """Give every box its place; answers the height. Roots that do not fit side by side stand below each other."""
    bund = 1.0
    if _raekke(rod) <= bredde - 2:
        x = (bredde - _raekke(rod)) / 2
        for et in rod:
            bund = max(bund, _laeg_gren(et, x, 1, bredde - 1))
            x += _plads(et) + MELLEM
        return bund + 1
    for nr, et in enumerate(rod):
        bund = _laeg_gren(et, 1, bund + TAET * bool(nr), bredde - 1)
    return bund + 1


def _laeg_gren(gren: _Gren, x: float, y: float, hoejre: float) -> float:
    """The branch with its left edge at x; answers its lowest edge. No box passes `hoejre`."""
    if gren.haengt:
        gren.x, gren.y, gren.bredde = x, y, max(SMALLEST, min(gren.bredde, hoejre - x))
        bund = y + gren.hoejde
        for et in gren.under:
            bund = _laeg_gren(et, x + INDRYK, bund + TAET, hoejre)
        return bund
    plads = _plads(gren)
    gren.bredde = max(gren.bredde, min(BREDEST, _raekke(gren.under)))  # nothing stands beside it over its own branch
    gren.x, gren.y = x + (plads - gren.bredde) / 2, y
    under_x, bund = x + (plads - _raekke(gren.under)) / 2, y + gren.hoejde
    under_y = bund + LUFT
    for et in gren.under:
        bund = max(bund, _laeg_gren(et, under_x, under_y, hoejre))
        under_x += _plads(et) + MELLEM
    return bund


def _streger(gren: _Gren) -> list[SafeString]:
    ud = []
    bund = gren.y + gren.hoejde
    for et in gren.under:
        if gren.haengt:
            x, y = gren.x + INDRYK / 2, et.y + KANT + TITEL_LINJE / 2
            vej = ((x, bund), (x, y), (et.x, y))
        else:
            midt, til = gren.x + gren.bredde / 2, et.x + et.bredde / 2
            vej = ((midt, bund), (midt, bund + LUFT / 2), (til, bund + LUFT / 2), (til, et.y))
        ud += [streg(vej, REGEL_STAERK, 1.5), *_streger(et)]
    return ud


def _kasser(gren: _Gren, *, oeverst: bool) -> list[SafeString]:
    ud = [
        rude(
            gren.x, gren.y, gren.bredde, gren.hoejde, PAPIR_100 if oeverst else HVID,
            rx=3, stroke=FJORD_900 if oeverst else REGEL_STAERK, stroke_width=1.5,
        )
    ]  # fmt: skip
    y = gren.y + KANT
    for et in gren.titel:
        y += TITEL_LINJE
        ud.append(tekst(gren.x + KANT, y - 5, et, farve=FJORD_900, px=TITEL_PX, fed=True))
    for et in gren.ord_:
        y += ORD_LINJE
        ud.append(tekst(gren.x + KANT, y - 5, et, farve=TEKST if oeverst else TEKST_2, px=ORD_PX))
    return [*ud, *(del_ for et in gren.under for del_ in _kasser(et, oeverst=False))]

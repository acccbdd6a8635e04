"""The ground of a curve: where a year and a value lie on it, and which round values the axis names."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from kerne.talformat import decimaler_i

TRIN = (1, 2, 2.5, 5, 10)
FLEST_INTERVALLER = 4  # five gridlines with the lowest


@dataclass(frozen=True)
class Akse:
    """The vertical axis: from `fra` up by `trin`."""

    fra: float
    trin: float
    antal: int

    @property
    def til(self) -> float:
        return self.fra + self.trin * self.antal

    @property
    def decimaler(self) -> int:
        """As many as the finest of its values needs, for all of them."""
        return max(decimaler_i(et) for et in self.vaerdier)

    @property
    def vaerdier(self) -> list[Decimal]:
        return [Decimal(str(round(self.fra + self.trin * nr, 6))) for nr in range(self.antal + 1)]


def akse_for(tallene: Iterable[Decimal]) -> Akse:
    """Round steps around all figures, with a little air. It may begin above zero, never below when nothing is."""
    vaerdier = [float(et) for et in tallene]
    lav, hoej = min(vaerdier), max(vaerdier)
    luft = (hoej - lav) * 0.12 or abs(hoej) * 0.1 or 1.0
    bund, top = lav - luft, hoej + luft
    if lav >= 0:
        bund = max(0.0, bund)
    raat = (top - bund) / FLEST_INTERVALLER
    tier = 10.0 ** floor(log10(raat))
    for trin in (*(et * tier for et in TRIN), 20 * tier, 25 * tier):
        fra = floor(bund / trin + 1e-9) * trin
        antal = ceil((top - fra) / trin - 1e-9)
        if antal <= FLEST_INTERVALLER:
            return Akse(fra, trin, antal)
    return Akse(floor(bund / tier / 50) * tier * 50, tier * 50, FLEST_INTERVALLER)


@dataclass(frozen=True)
class Flade:
    """Pixels of a drawing: the plot's edges, the start's band at the left, and one slot a year after it."""

    bredde: float
    hoejde: float
    venstre: float
    hoejre: float
    top: float
    bund: float
    baand: float
    aarene: tuple[int, ...]
    akse: Akse

    @property
    def plads(self) -> float:
        """How wide one year is."""
        return (self.hoejre - self.venstre - self.baand) / max(1, len(self.aarene))

    @property
    def baand_slut(self) -> float:
        return self.venstre + self.baand

    def x(self, aar: int) -> float:
        """The middle of a year."""
        return self.kant(aar) + self.plads / 2

    def kant(self, aar: int) -> float:
        """The left edge of a year; of the year after the last, the plot's right edge."""
        return self.baand_slut + (aar - self.aarene[0]) * self.plads

    def y(self, vaerdi: Decimal) -> float:
        andel = (float(vaerdi) - self.akse.fra) / (self.akse.til - self.akse.fra)
        return self.bund - andel * (self.bund - self.top)

"""The budget as a grid: a row says what an amount is for, a column which year, a cell how much. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kerne import talformat


@dataclass(frozen=True)
class Raekke:
    """What every amount of the row has in common. `sted` is a place as the forms write it; type and giver are keys.

    `nr` tells apart rows that say the same, where one year holds several lines.
    """

    sted: str
    type: int | None = None
    kilde: int | None = None
    tekst: str = ""
    nr: int = 0


@dataclass(frozen=True)
class Staar:
    """The line that stands in a cell, in the edition that was read."""

    post: int
    udgave: int
    beloeb: Decimal


@dataclass(frozen=True)
class Celle:
    """A cell as it was when it was opened, and as it is to be. `aar` is None in the column of unknown years."""

    raekke: Raekke
    aar: int | None
    foer: Staar | None
    nu: Decimal | None

    @property
    def er_aendret(self) -> bool:
        """Regel tom-celle-er-ikke-nul: en tom celle er »ikke oplyst« og ingen post; et nul er en post på 0 kr."""
        return (self.foer.beloeb if self.foer else None) != self.nu


def skriv(beloeb: Decimal | None) -> str:
    """An amount as the grid shows it, and as a spreadsheet takes it: "1.936.000", "12,50", blank when unknown."""
    if beloeb is None:
        return ""
    return talformat.tal(beloeb, 2 if talformat.decimaler_i(beloeb) else 0)


def lagt_sammen(beloeb: Iterable[Decimal | None]) -> Decimal | None:
    """Regel nettets-summer: en sum er summen af de celler, der er skrevet i; er ingen skrevet i, er den ukendt."""
    kendte = [et for et in beloeb if et is not None]
    return sum(kendte, Decimal(0)) if kendte else None

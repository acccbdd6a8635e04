"""What a workbook is built of: sheets of typed cells. Frozen; whoever writes the file decides how it looks.

A figure is a Decimal or an int, a day is a date, everything else is words. What is missing is words too, never zero.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

ANDEL = "0\\ %"  # a share of one, shown as whole percent


@dataclass(frozen=True)
class Formel:
    """A live figure: `udtryk` without its "=", and the value it comes to, for readers that don't compute.

    `{raekke}` in it is its own row, `{foerste}` and `{sidste}` the first and the last row of the sheet's content.
    """

    udtryk: str
    vaerdi: Decimal


Celle = str | Decimal | int | date | Formel | None


@dataclass(frozen=True)
class Kolonne:
    """`bredde` is in characters. `talformat` is Excel's; without it a figure shows the decimals that it has."""

    navn: str
    bredde: int = 12
    talformat: str = ""


@dataclass(frozen=True)
class Ark:
    """`navn` is on the tab. `sum_` stands under the rows, set apart."""

    navn: str
    titel: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[Celle, ...], ...]
    sum_: tuple[Celle, ...] = ()


@dataclass(frozen=True)
class Mappe:
    """A whole workbook. `undertitel` stands on every sheet; `dateret` is the only date in the file's properties."""

    titel: str
    undertitel: str
    af: str
    dateret: date
    er_kladde: bool
    ark: tuple[Ark, ...]

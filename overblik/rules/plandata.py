"""A plan as the rule check sees it: plain facts, and what a finding is. Amounts in kroner."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from aftaler.laesning import Laesning
from aftaler.reports.penge import Penge
from aftaler.rules.aktiviteter import Forloeb
from aftaler.rules.organer import Stol

UDEN_DATOER = Forloeb()


class Alvor(StrEnum):
    FEJL = "fejl"
    ADVARSEL = "advarsel"


@dataclass(frozen=True)
class Sted:
    """Where a finding is mended: a URL name, what follows the plan's slug in it, and the place on the page."""

    side: str
    args: tuple[str | int, ...] = ()
    anker: str = ""


@dataclass(frozen=True)
class Fund:
    """One finding. `noegle` tells it from others of its rule, and holds the figures: new figures are a new finding."""

    regel: str
    alvor: Alvor
    besked: str
    kilde: str
    sted: Sted
    noegle: str = ""


@dataclass(frozen=True)
class Afsnit:
    """A required section; `mangler` is the sentence of what it lacks, empty when it is filled in."""

    nr: str
    overskrift: str
    mangler: str
    kode: str
    delaftale: str = ""  # its number; empty for the strategic agreement


@dataclass(frozen=True)
class Bilag:
    kode: str
    navn: str
    findes: bool


@dataclass(frozen=True)
class Kriterium:
    """`omraade` is the number of its indsatsområde."""

    nr: int
    navn: str
    tekst: str
    omraade: str
    datakilde: str
    laesning: Laesning


@dataclass(frozen=True)
class Milepael:
    navn: str
    frist: date
    udfoert: date | None
    grund: str = ""
    aktivitet: int | None = None  # its key; None is the whole plan's


@dataclass(frozen=True)
class Aktivitet:
    """`tomme` are the fields of LBF's form that hold nothing; `bortfaldne` target groups with day and reason.

    `status` is the one somebody set by hand, empty where it is computed from `forloeb`.
    """

    noegle: int
    navn: str
    tomme: tuple[str, ...] = ()
    har_ansvarlig: bool = True
    forloeb: Forloeb = UDEN_DATOER
    status: str = ""
    status_grund: str = ""
    bortfaldne: tuple[tuple[str, date, str], ...] = ()


@dataclass(frozen=True)
class Delaftale:
    """`gennemgaaet` is the day of the board's latest approval or review; None when there was none."""

    nr: str
    navn: str
    start: date | None = None
    slut: date | None = None
    aktiviteter: tuple[Aktivitet, ...] = ()
    gennemgaaet: date | None = None


@dataclass(frozen=True)
class Omraade:
    nr: str
    navn: str
    delaftale: Delaftale | None


@dataclass(frozen=True)
class Aendring:
    """A change under way: which document, what it is, since when, and whom it waits for; `noegle` is its row."""

    dokument: str
    grund: str
    siden: date
    venter_paa: str
    noegle: int


@dataclass(frozen=True)
class Forfald:
    """Something that should have happened by `dato` and has not. A condition knows the change it came with."""

    noegle: int
    tekst: str
    dato: date
    aendring: int | None = None


@dataclass(frozen=True)
class Plan:
    """`dag` is the day it is all judged on; board and reviews at the latest on the plan's last."""

    start: date
    slut: date
    dag: date
    generation: str
    periode: str
    periode_fra: int
    krav: Decimal
    penge: Penge
    afsnit: tuple[Afsnit, ...] = ()
    bilag: tuple[Bilag, ...] = ()
    omraader: tuple[Omraade, ...] = ()
    kriterier: tuple[Kriterium, ...] = ()
    milepaele: tuple[Milepael, ...] = ()
    bestyrelse: tuple[Stol, ...] | None = None
    aendringer: tuple[Aendring, ...] = ()
    vilkaar: tuple[Forfald, ...] = ()
    frister: tuple[Forfald, ...] = ()

    @property
    def levedag(self) -> date:
        """The day, or the plan's last one once it is over."""
        return min(self.dag, self.slut)

    @property
    def skabelon(self) -> str:
        return f"skabelon {self.generation}"

    @property
    def delaftaler(self) -> tuple[Delaftale, ...]:
        return tuple(et.delaftale for et in self.omraader if et.delaftale)

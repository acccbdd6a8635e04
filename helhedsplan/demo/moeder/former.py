"""How a body's meetings are written down: what was on the agenda, said and decided.

Bodies, people and criteria are named as the plan names them. A case is named once and treated as often as it was.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Opgave:
    tekst: str
    ejer: str
    frist: date
    udfoert: date | None = None


@dataclass(frozen=True)
class Bilag:
    """A page that lies with an item."""

    navn: str
    linjer: tuple[str, ...]


@dataclass(frozen=True)
class Punkt:
    """`art` is B, D or O. `om` names what it is about: ("kriterium", short name), ("delaftale", area's number) or
    ("aendring", its reason). `sag` is the case's name in `Plan.sager`, where it is not a case of its own."""

    titel: str
    art: str = "O"
    minutter: int = 10
    tekst: str = ""
    indstilling: str = ""
    beslutning: str = ""
    referat: str = ""
    fremlaegger: str = ""
    lukket: bool = False
    om: tuple[tuple[str, str], ...] = ()
    sag: str = ""
    afgoeres_af: str = ""
    opgaver: tuple[Opgave, ...] = ()
    bilag: tuple[Bilag, ...] = ()


@dataclass(frozen=True)
class Moede:
    """A held meeting, from hour to hour. `til_stede` and `afbud` are people of the plan."""

    organ: str
    dag: date
    fra: int
    til: int
    sted: str
    punkter: tuple[Punkt, ...]
    art: str = "ordinaert"
    til_stede: tuple[str, ...] = ()
    afbud: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sag:
    titel: str
    journalnr: str = ""
    sagsnr: str = ""
    tekst: str = ""
    oekonomi: str = ""
    lovgrundlag: str = ""
    hoering: str = ""
    indstilling: str = ""


@dataclass(frozen=True)
class Udkast:
    """A meeting to come, so many days from the day the demo is made, and items that wait for an agenda. A draft, or
    called with nobody's mail sent."""

    organ: str
    om_dage: int
    sted: str
    punkter: tuple[Punkt, ...]
    idelisten: tuple[Punkt, ...] = ()
    indkaldt: bool = False


@dataclass(frozen=True)
class Plan:
    """`uden_for` are bodies that treat a case and are no part of the agreement."""

    moeder: tuple[Moede, ...] = ()
    uden_for: tuple[str, ...] = ()
    sager: dict[str, Sag] = field(default_factory=dict)
    personer: dict[str, str] = field(default_factory=dict)
    udkast: Udkast | None = None

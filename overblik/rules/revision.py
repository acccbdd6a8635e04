"""What the auditor's bilag knows of the follow-up, as plain facts. Pure: the days are given."""

from dataclasses import dataclass
from datetime import date

from kerne import datoer
from maalinger.statuses import Status

ROEDE = frozenset({Status.BAGUD, Status.IKKE_OPFYLDT})


@dataclass(frozen=True)
class Tidsrum:
    """What the bilag covers: one regnskabsår, or without `aar` everything until the day it is made (`i_dag`)."""

    aar: int | None
    i_dag: date

    @property
    def dag(self) -> date:
        """The day that every status is of: the year's last, or today while it runs."""
        return self.i_dag if self.aar is None else min(date(self.aar, 12, 31), self.i_dag)

    @property
    def er_begyndt(self) -> bool:
        return self.aar is None or self.aar <= self.i_dag.year

    @property
    def i_ord(self) -> str:
        """ "i 2019", "i perioden"."""
        return "i perioden" if self.aar is None else f"i {self.aar}"

    @property
    def pr(self) -> str:
        return datoer.dato(self.dag)

    def omfatter(self, dag: date) -> bool:
        """Regel revision-regnskabsaaret: et tal hører til det regnskabsår, det slutter i, et møde til året, det holdes.

        A figure whose days are not over yet belongs nowhere.
        """
        return dag <= self.dag if self.aar is None else dag.year == self.aar and dag <= self.dag


@dataclass(frozen=True)
class Tallet:
    """One figure that counts or did count, who stood behind it and when. `egen`: approved by somebody who wrote it."""

    tal: str
    fra: date
    til: date
    omraade: str
    registreret_af: str
    registreret: date
    godkendt_af: str
    godkendt: date
    egen: bool
    kilde: str
    sendt_af: str = ""
    sendt: date | None = None
    udtraek: date | None = None
    bilag: str = ""
    bemaerkning: str = ""
    retter: str = ""
    er_erstattet: bool = False
    eksempel: bool = False

    @property
    def navn(self) -> str:
        """ "22,4 % for 2019"; with the area where it has one."""
        hvor = f", {self.omraade}," if self.omraade else ""
        return f"{self.tal}{hvor} for {datoer.maaleperiode(self.fra, self.til)}"


@dataclass(frozen=True)
class Aarsraekke:
    """A year of the criterion's own table: the figure, what the plan said, and the difference."""

    periode: str
    tal: str
    plan: str
    forskel: str


@dataclass(frozen=True)
class Besluttet:
    """`punkt` is the item that it was decided on."""

    nr: int
    punkt: str
    tekst: str
    status: str
    note: str = ""


@dataclass(frozen=True)
class Aftalt:
    """A task that an item gave, with the numbers of the decisions on the same item."""

    noegle: int
    tekst: str
    ejer: str
    frist: date
    udfoert: date | None = None
    note: str = ""
    beslutninger: tuple[int, ...] = ()


@dataclass(frozen=True)
class Behandlet:
    """An open item of a held meeting. `om` is empty when it is about the criterion itself, else "delaftale 5.1".

    `tal` is what the item said of it when the meeting closed, `moede` the meeting's key.
    """

    dag: date
    organ: str
    er_bestyrelsen: bool
    punkt: str
    art: str
    om: str = ""
    tal: str = ""
    beslutninger: tuple[Besluttet, ...] = ()
    opgaver: tuple[Aftalt, ...] = ()
    moede: int = 0

    @property
    def i_bestyrelsen(self) -> bool:
        """The board treated the criterion, by name."""
        return self.er_bestyrelsen and not self.om


@dataclass(frozen=True)
class Kriteriet:
    """One criterion in force on the day. `forfald` is the day its next figure is due, None where nobody set one.

    `sendte` are figures that wait for approval: the last day that each is of, and when it was sent. `talt_op` counts
    the figures that attendance gave; nobody approves them. `senere` are treatments after the year.
    """

    nr: int
    navn: str
    tekst: str
    omraade: str
    status: Status
    saetning: str
    hoerer_til: str = ""
    datakilde: str = ""
    maales: str = ""
    har_maaleplan: bool = False
    maaleplan: tuple[str, ...] = ()
    forfald: date | None = None
    mangler: tuple[str, ...] = ()
    sat_i_haanden: tuple[str, ...] = ()
    aarets: tuple[Aarsraekke, ...] = ()
    tal: tuple[Tallet, ...] = ()
    talt_op: int = 0
    sendte: tuple[tuple[date, date], ...] = ()
    behandlinger: tuple[Behandlet, ...] = ()
    senere: tuple[Behandlet, ...] = ()

    @property
    def gaeldende(self) -> tuple[Tallet, ...]:
        return tuple(et for et in self.tal if not et.er_erstattet)

    @property
    def er_maalt(self) -> bool:
        return bool(self.gaeldende or self.talt_op)

    @property
    def i_bestyrelsen(self) -> bool:
        return any(et.i_bestyrelsen for et in self.behandlinger)

    @property
    def er_roedt(self) -> bool:
        return self.status in ROEDE

    @property
    def er_besluttet(self) -> bool:
        """Something was decided on an item about the criterion itself."""
        return any(et.beslutninger and not et.om for et in self.behandlinger)


@dataclass(frozen=True)
class Moedet:
    """A held meeting, with what everybody in the plan may read of it."""

    dag: date
    organ: str
    er_bestyrelsen: bool
    aabne: int
    lukkede: int
    referat: str
    referat_godkendt: bool
    slags: str = ""
    beslutninger: tuple[Besluttet, ...] = ()
    opgaver: tuple[Aftalt, ...] = ()
    noegle: int = 0


@dataclass(frozen=True)
class Laas:
    """A period whose figures were locked. `aabnet` says when, by whom and why it was unlocked again."""

    fra: date
    til: date
    saetning: str
    aabnet: str = ""


@dataclass(frozen=True)
class Planen:
    """What is the whole plan's: the board and its rhythm, the meetings, the locks, when accounts had to be sent.

    `hele_aar` are the years of the bilag that lie wholly in the plan and are over: those a rhythm can be held against.
    """

    mindst: int | None = None
    har_bestyrelse: bool = True
    moeder: tuple[Moedet, ...] = ()
    laase: tuple[Laas, ...] = ()
    regnskabsfrister: tuple[tuple[int, date], ...] = ()
    hele_aar: tuple[int, ...] = ()

    @property
    def bestyrelsens(self) -> tuple[Moedet, ...]:
        return tuple(et for et in self.moeder if et.er_bestyrelsen)

"""The shapes that the rules of the lists take and give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Enhed, Sammenligning
from maalinger.rules.diskretion import Skjult
from maalinger.statuses import Graensegrundlag, Listesvar, Listetype

Tal = Fraction | Skjult
Aar = tuple[int, int]  # first and last year of the window that a figure covers


@dataclass(frozen=True)
class Listekrav:
    """One criterion of a list. `indikator` is its code; `bagud` is how many years behind the list the figures are."""

    indikator: str
    navn: str
    enhed: Enhed
    tegn: Sammenligning
    graense: Decimal
    grundlag: Graensegrundlag = Graensegrundlag.FAST
    vindue: int = 1
    paakraevet: bool = False
    bagud: int | None = None


@dataclass(frozen=True)
class Listeregler:
    """One list in the years its rules held; `kraever` counts the required criteria too."""

    art: Listetype
    fra_aar: int
    til_aar: int | None = None
    mindst_beboere: int = 1000
    kraever: int = 0
    bygger_paa: Listetype | None = None
    aar_i_traek: int = 1
    krav: tuple[Listekrav, ...] = ()
    kilde: str = ""

    def gaelder(self, aar: int) -> bool:
        return self.fra_aar <= aar and (self.til_aar is None or aar <= self.til_aar)


@dataclass(frozen=True)
class Omraadetal:
    """All that is known of one area: figures by indicator and window, residents, and the ministry's own answers."""

    navn: str
    tal: Mapping[str, Mapping[Aar, Tal]] = field(default_factory=dict)
    beboere: int | None = None
    officielt: Mapping[tuple[Listetype, int], bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Listegrundlag:
    """What all areas are judged by: the rules of every year, and the country's mean by indicator and year."""

    regler: tuple[Listeregler, ...]
    landstal: Mapping[tuple[str, int], Fraction] = field(default_factory=dict)

    def regel(self, art: Listetype, aar: int) -> Listeregler | None:
        return next((et for et in self.regler if et.art == art and et.gaelder(aar)), None)


@dataclass(frozen=True)
class Kravsvar:
    """A criterion held against an area's figure. `svar` None is unknown, and `grund` then says why."""

    krav: Listekrav
    aar: Aar
    vaerdi: Tal | None
    taerskel: Fraction | None
    svar: bool | None
    grund: str = ""

    @property
    def afstand(self) -> Fraction | None:
        """The figure minus the threshold: how far it is over (or, negative, under)."""
        if self.taerskel is None or not isinstance(self.vaerdi, Fraction):
            return None
        return self.vaerdi - self.taerskel


@dataclass(frozen=True)
class Listevurdering:
    """An area held against one list of one year. What the ministry said goes before what the figures say."""

    regler: Listeregler
    aar: int
    omraade: str
    beregnet: Listesvar
    kravsvar: tuple[Kravsvar, ...] = ()
    officielt: bool | None = None
    beboere: int | None = None
    grundliste: Listesvar | None = None  # the list it builds on, that year
    aarene: tuple[tuple[int, Listesvar], ...] = ()  # where years in a row count: each of them
    naermest: Kravsvar | None = None
    nok_alene: bool = False  # the nearest criterion alone would change the answer

    @property
    def svar(self) -> Listesvar:
        if self.officielt is None:
            return self.beregnet
        return Listesvar.PAA if self.officielt else Listesvar.IKKE

    @property
    def afviger(self) -> bool:
        return self.beregnet not in (Listesvar.UKENDT, self.svar)

    @property
    def frie(self) -> tuple[Kravsvar, ...]:
        """The criteria of which so many must be met; the required ones stand for themselves."""
        return tuple(et for et in self.kravsvar if not et.krav.paakraevet)

    @property
    def opfyldte(self) -> int:
        return sum(et.svar is True for et in self.frie)

    @property
    def ukendte(self) -> tuple[Kravsvar, ...]:
        return tuple(et for et in self.kravsvar if et.svar is None)

    @property
    def skal_opfyldes(self) -> int:
        """How many of the free criteria must be met."""
        return max(0, self.regler.kraever - (len(self.kravsvar) - len(self.frie)))

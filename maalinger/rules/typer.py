"""The shapes that the rules take and give: what was measured, and what it means.

All frozen. `None` is always "not known", never zero. A share of the way runs from 0 (udgangspunkt) to 1 (mål) and may
lie outside.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aftaler.laesning import Sammenligning
from maalinger.statuses import Status


@dataclass(frozen=True)
class Maalt:
    """One approved figure and the days it covers; `fra == til` is a count on a day.

    Without `vaerdi` the share `taeller` of `naevner` is used (times 1,000 when the unit is promille). With neither the
    measurement says nothing, as when a small number is hidden. `omraade` None is the whole plan. `reference` is the
    other group's figure for the same window. A figure that is only a bound is `mindst`, and one that isn't final says
    (had, needed) in `foreloebig`.
    """

    fra: date
    til: date
    vaerdi: Decimal | None = None
    taeller: Decimal | None = None
    naevner: Decimal | None = None
    omraade: str | None = None
    reference: Decimal | None = None
    mindst: bool = False
    foreloebig: tuple[int, int] | None = None
    foreloebig_enhed: str = "måneder"


@dataclass(frozen=True)
class Delmaalstal:
    """What the board wants reached in one year on the way; takes the place of the straight plan line."""

    aar: int
    vaerdi: Decimal
    omraade: str | None = None


@dataclass(frozen=True)
class Broek:
    """A fraction as it is printed: "26,2 − 22,4" over "26,2 − 20,0"."""

    taeller: str
    naevner: str


@dataclass(frozen=True)
class Trin:
    """One question of "Sådan er det regnet ud": fractions that are equal, and the result with a word after it."""

    spoergsmaal: str
    broeker: tuple[Broek, ...]
    resultat: str
    efter: str = ""


@dataclass(frozen=True)
class Resten:
    """What the years that aren't measured yet must be, on average, for the goal to be reached."""

    aar: tuple[int, ...]
    vaerdi: Decimal
    tekst: str


@dataclass(frozen=True)
class Start:
    """Where the way begins: a figure and its years."""

    vaerdi: Decimal
    fra: int | None
    til: int | None


@dataclass(frozen=True)
class Skala:
    """What an experienced criterion is judged on: from `fra` to `til`, reached at `maal` or better."""

    fra: int
    til: int
    maal: int


@dataclass(frozen=True)
class Tilsidesat:
    """Who set the status by hand, when and why, and what was computed."""

    beregnet: Status
    af: str
    dato: date
    grund: str


@dataclass(frozen=True)
class Omraadestatus:
    """One area's own answer; `navn` None is all areas together."""

    navn: str | None
    opfyldelse: "Opfyldelse"


@dataclass(frozen=True)
class Opfyldelse:
    """How far one criterion is. Everything that a page, a paper or a mail says about it, and how it was found.

    `saetning` is the one Danish sentence (with the criterion's name in front when one was given). `foreloebig` is
    (measured, needed) in `foreloebig_enhed`. `vaerdi` with `periode` is the figure that was judged; `maal` is the level
    it was judged against, also when the agreement only gives a change, in the text's years `maal_fra`–`maal_til`;
    `slutaar` is the year it is finally judged, the plan's last where the text has none. `art` is how it was judged.
    `plan_vaerdi` is where the plan stands at the figure's year and `afvigelse` the figure minus that. `brugt` are the
    measurements the figure is made of. `derfor` closes the explanation, `regel` names the rule in one line, `mangler`
    says what keeps it from being measured. With `tilsidesat` the status was set by hand; everything else is computed.
    """

    status: Status
    saetning: str = ""
    art: str = ""
    foreloebig: tuple[int, int] | None = None
    foreloebig_enhed: str = "år"
    vej: Decimal | None = None
    plan_vej: Decimal | None = None
    vaerdi: Decimal | None = None
    taeller: Decimal | None = None
    naevner: Decimal | None = None
    fra: date | None = None
    til: date | None = None
    periode: str = ""
    start: Start | None = None
    maal: Decimal | None = None
    maal_fra: int | None = None
    maal_til: int | None = None
    slutaar: int | None = None
    sammenligning: Sammenligning | None = None
    enhed: str | None = None
    naaet: bool | None = None
    naaet_i: str | None = None
    plan_vaerdi: Decimal | None = None
    afvigelse: Decimal | None = None
    reference_navn: str | None = None
    reference: Decimal | None = None
    krav_til_rest: Resten | None = None
    brugt: tuple[Maalt, ...] = ()
    forklaring: tuple[Trin, ...] = ()
    derfor: str = ""
    regel: str = ""
    mangler: tuple[str, ...] = ()
    omraader: tuple[Omraadestatus, ...] = ()
    tilsidesat: Tilsidesat | None = None

    @property
    def beregnet(self) -> Status:
        """What the figures give, whatever somebody set by hand."""
        return self.tilsidesat.beregnet if self.tilsidesat else self.status

    @property
    def foreloebig_tekst(self) -> str | None:
        """The mark in words: "Foreløbig (2 af 3 år)"."""
        if self.foreloebig is None:
            return None
        har, skal = self.foreloebig
        return f"Foreløbig ({har} af {skal} {self.foreloebig_enhed})"


@dataclass(frozen=True)
class Fremskrivning:
    """Where the pace so far leads. `haeldning` is the change a year; `saetninger` say it in Danish."""

    aar: int
    vaerdi: Decimal
    haeldning: Decimal
    antal: int
    naar_maalet: bool
    saetninger: tuple[str, ...]


@dataclass(frozen=True)
class Raekke:
    """One line of the table of figures: a window with its figure, the plan, and the status as it was then."""

    periode: str
    fra: int
    til: int
    vaerdi: Decimal | None = None
    plan_vaerdi: Decimal | None = None
    afvigelse: Decimal | None = None
    vej: Decimal | None = None
    reference: Decimal | None = None
    status: Status | None = None
    er_start: bool = False
    er_maal: bool = False

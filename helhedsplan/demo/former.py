"""The shapes in which a demo plan is written down. People and organisations are named; the builder finds the rows."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from aftaler.laesning import Laesning


@dataclass(frozen=True)
class Part:
    navn: str
    art: str
    underskriver: str
    titel: str


@dataclass(frozen=True)
class Afdeling:
    navn: str
    ejer: str
    boliger: int | None = None
    boligomraade: str = ""


@dataclass(frozen=True)
class Maalt:
    """One measurement: the whole years `fra`-`til`, or one day. Invented, unless a document gives the figure."""

    fra: int | date
    vaerdi: str | None = None
    taeller: int | None = None
    naevner: int | None = None
    reference: str | None = None
    udtraek: date | None = None
    omraade: str = ""
    eksempel: bool = True


@dataclass(frozen=True)
class Kriterium:
    navn: str
    tekst: str
    datakilde: str
    laesning: Laesning
    ansvarlig: str = ""
    foerste_frist: date | None = None
    maalinger: tuple[Maalt, ...] = ()


@dataclass(frozen=True)
class Milepael:
    navn: str
    frist: date
    udfoert: date | None = None
    grund: str = ""


@dataclass(frozen=True)
class Maalgruppe:
    navn: str
    art: str = "primaer"
    stoerrelse: int | None = None
    bortfaldet: date | None = None
    grund: str = ""


@dataclass(frozen=True)
class Aktivitet:
    """`eksempel`: invented where the documents give no activities; the page and the paper say so.

    `status` is (status, reason) set by hand. `virkninger` are (short name of a criterion, kind of effect).
    """

    navn: str
    indhold: str
    formaal_og_maal: str = ""
    maalgrupper: str = ""
    ansvar_og_roller: str = ""
    type: str = ""
    ansvarlig: str = ""
    boligomraader: tuple[str, ...] = ()
    start: date | None = None
    slut: date | None = None
    status: tuple[str, str] | None = None
    kriterier: tuple[Kriterium, ...] = ()
    milepaele: tuple[Milepael, ...] = ()
    grupper: tuple[Maalgruppe, ...] = ()
    virkninger: tuple[tuple[str, str], ...] = ()
    eksempel: bool = True


@dataclass(frozen=True)
class Omraade:
    """An indsatsområde with its delaftale."""

    nr: str
    problemkompleks: str
    formaal_og_maal: str
    kriterier: tuple[Kriterium, ...]
    aktiviteter: tuple[Aktivitet, ...] = ()
    medarbejderressourcer: str = ""
    sammenhaeng: str = ""
    konflikthaandtering: str = ""
    revision: str = ""
    landsbyggefonden: Decimal | None = None
    lokal_medfinansiering: Decimal | None = None


@dataclass(frozen=True)
class Plads:
    """A seat; without `person` it is vacant."""

    betegnelse: str
    organisation: str = ""
    person: str = ""
    rolle: str = "medlem"


@dataclass(frozen=True)
class Organ:
    """A body; `moeder` is (at least, at most) a year, None where it isn't said. `over` names the body above."""

    art: str
    navn: str
    pladser: tuple[Plads, ...] = ()
    opgaver: str = ""
    moeder: tuple[int | None, int | None] = (None, None)
    sekretariat: str = ""
    over: str = ""


@dataclass(frozen=True)
class Andel:
    """A share of a post on the one axis that is filled in: a delaftale's number, a boligområde or a function."""

    stilling: str
    procent: int
    delaftale: str = ""
    boligomraade: str = ""
    funktion: str = ""
    person: str = ""


@dataclass(frozen=True)
class Kilde:
    navn: str
    art: str
    organisation: str = ""


@dataclass(frozen=True)
class Tilsagn:
    """A promise; `afloest` is the day it was replaced, and `erstattes_af` what came instead."""

    kilde: str
    art: str
    beloeb: int
    timer: int | None = None
    betingelse: str = ""
    aar: int | None = None
    afloest: date | None = None
    erstattes_af: "tuple[Tilsagn, ...]" = ()
    eksempel: bool = False


@dataclass(frozen=True)
class Post:
    """An amount of a delaftale (its number) or, where `delaftale` is empty, tværgående."""

    beloeb: int
    delaftale: str = ""
    aar: int | None = None
    type: str = ""
    tekst: str = ""
    kilde: str = ""
    eksempel: bool = False


@dataclass(frozen=True)
class OplystAndel:
    procent: str
    kilder: tuple[str, ...]
    hvor: str


@dataclass(frozen=True)
class Oekonomi:
    """What a document says about money; all empty is "ikke oplyst"."""

    landsbyggefonden: Decimal | None = None
    lokal_medfinansiering: Decimal | None = None
    kilder: tuple[Kilde, ...] = ()
    tilsagn: tuple[Tilsagn, ...] = ()
    poster: tuple[Post, ...] = ()
    andele: tuple[OplystAndel, ...] = ()


@dataclass(frozen=True)
class Forbrug:
    """An invented posting of a delaftale (its number) or, where `delaftale` is empty, tværgående. Whole kroner."""

    beloeb: int
    dato: date
    tekst: str
    delaftale: str = ""
    type: str = ""
    kilde: str = ""


@dataclass(frozen=True)
class Leveret:
    """Invented hours, or an amount, of a giver's promise of the kind, in a period of one year."""

    kilde: str
    art: str
    fra: date
    til: date
    timer: int | None = None
    sats: int | None = None
    beloeb: int | None = None
    funktion: str = ""
    bevis: str = ""


@dataclass(frozen=True)
class Indhentning:
    """What was agreed about what a giver did not deliver; `beloeb` None is not stated."""

    kilde: str
    art: str
    tekst: str
    aftalt: date
    aar: int | None = None
    beloeb: int | None = None
    senest: date | None = None


@dataclass(frozen=True)
class Rest:
    """What a year left over."""

    aar: int
    beloeb: int
    anvendelse: str
    frist: date | None = None
    brev: date | None = None


@dataclass(frozen=True)
class Regnskab:
    """A year's accounts; `bemaerkninger` are (remark, follow-up, day it was followed up)."""

    aar: int
    underskrevet: date | None = None
    paategnet: date | None = None
    sendt: date | None = None
    revisor: str = ""
    bemaerkninger: tuple[tuple[str, str, date | None], ...] = ()


@dataclass(frozen=True)
class Flytning:
    """Money moved in the budget, and approved on `dato`: from a delaftale and year to another (empty: tværgående)."""

    fra: str
    fra_aar: int
    til: str
    til_aar: int
    beloeb: int
    grund: str
    dato: date


@dataclass(frozen=True)
class Pengestroem:
    """What happened, in kroner."""

    forbrug: tuple[Forbrug, ...] = ()
    leveret: tuple[Leveret, ...] = ()
    indhentninger: tuple[Indhentning, ...] = ()
    rester: tuple[Rest, ...] = ()
    regnskaber: tuple[Regnskab, ...] = ()
    flytninger: tuple[Flytning, ...] = ()


@dataclass(frozen=True)
class Frist:
    """A deadline; `oprindelig` with `grund` where it was moved. `delaftale` is an area number."""

    navn: str
    dato: date
    art: str = "anden"
    udfoert: date | None = None
    oprindelig: date | None = None
    grund: str = ""
    delaftale: str = ""


@dataclass(frozen=True)
class Trin:
    """A body on the route and what it said: `udfald` "" is still waiting, `dato` None is not stated."""

    navn: str
    dato: date | None = None
    udfald: str = "godkendt"
    slags: str = "beslutning"
    tekst: str = ""
    vilkaar: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class Aendring:
    """A change of one document and its way. `nr` None is the strategic agreement, else a delaftale's area number.

    `ny_aktivitet` and `nye_kriterier` (by short name) are written just before it is submitted.
    """

    nr: str | None
    grund: str
    fra: date
    rute: tuple[Trin, ...]
    ny_aktivitet: Aktivitet | None = None
    nye_kriterier: dict[str, Kriterium] = field(default_factory=dict)


@dataclass(frozen=True)
class Fremmoede:
    """An activity's attendance: visits by day, and different persons where somebody counted a whole year."""

    aktivitet: str
    dage: tuple[tuple[date, int], ...]
    personer: tuple[tuple[int, int], ...] = ()
    bemaerkning: str = ""


@dataclass(frozen=True)
class Leverance:
    aktivitet: str
    aar: int
    kvartal: int
    grad: str
    planlagt: str
    leveret: str = ""
    aarsag: str = ""


@dataclass(frozen=True)
class Svar:
    """So many of those who answered said what counts; `kriterium` by its short name, where it measures one."""

    spoergsmaal: str
    svaret: str
    antal: int
    ud_af: int
    kriterium: str = ""


@dataclass(frozen=True)
class Undersoegelse:
    navn: str
    art: str
    fra: date
    til: date
    spurgt: int
    svarede: int
    kilde: str
    svar: tuple[Svar, ...]


@dataclass(frozen=True)
class Plan:
    slug: str
    navn: str
    omraade: str
    kommune: str
    periode: str
    generation: str
    start: date
    slut: date
    parter: tuple[Part, ...]
    boligomraader: tuple[str, ...]
    afdelinger: tuple[Afdeling, ...]
    afsnit: dict[str, str]
    omraader: tuple[Omraade, ...]
    oekonomi: Oekonomi = Oekonomi()
    pengestroem: Pengestroem = Pengestroem()
    organer: tuple[Organ, ...] = ()
    andele: tuple[Andel, ...] = ()
    personer: dict[str, str] = field(default_factory=dict)  # invented name: title
    milepaele: tuple[Milepael, ...] = ()
    frister: tuple[Frist, ...] = ()
    bilag: dict[str, tuple[str, bool]] = field(default_factory=dict)  # annex: its text, and whether it is ready
    lbf_sagsnr: str = ""
    fase: str = "i_drift"
    aendringer: tuple[Aendring, ...] = ()
    kladde: dict[str, str] = field(default_factory=dict)  # by area: today's unapproved text on staff
    optaelling: dict[str, str] = field(default_factory=dict)  # criterion's short name: what of the attendance it counts
    fremmoede: tuple[Fremmoede, ...] = ()
    leverancer: tuple[Leverance, ...] = ()
    undersoegelser: tuple[Undersoegelse, ...] = ()

"""The shapes in which a demo plan is written down."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any


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


@dataclass(frozen=True)
class Maalt:
    """One invented measurement: whole years `fra`-`til`, or one day."""

    fra: int | date
    vaerdi: str | None = None
    taeller: int | None = None
    naevner: int | None = None
    reference: str | None = None
    udtraek: date | None = None


@dataclass(frozen=True)
class Kriterium:
    navn: str
    tekst: str
    datakilde: str
    laesning: dict[str, Any]
    ansvarlig: str = ""
    foerste_frist: date | None = None
    maalinger: tuple[Maalt, ...] = ()


@dataclass(frozen=True)
class Aktivitet:
    """Invented where the documents give no activities; the page and the paper say eksempel."""

    navn: str
    indhold: str
    formaal_og_maal: str
    maalgrupper: str
    ansvar_og_roller: str
    kriterier: tuple[Kriterium, ...] = ()


@dataclass(frozen=True)
class Omraade:
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
class Godkendelse:
    """An approval as the demo tells it: which document (None is the strategic agreement), by whom, when, why."""

    nr: str | None
    dato: date
    gaelder_fra: date
    af: str
    grund: str


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
    landsbyggefonden: Decimal | None = None
    lokal_medfinansiering: Decimal | None = None
    lbf_sagsnr: str = ""
    fase: str = "i_drift"
    godkendelser: tuple[Godkendelse, ...] = ()
    tilfoejet_senere: dict[str, Aktivitet] = field(default_factory=dict)  # by area: written after the first approval
    kladde: dict[str, str] = field(default_factory=dict)  # by area: today's unapproved text on staff

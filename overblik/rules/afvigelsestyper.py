"""A deviation: the facts that the rules look at, and the proposal with its draft. Amounts come as sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.utils.html import format_html, format_html_join

from maalinger.statuses import Status
from overblik.rules.kommende import HORISONT
from overblik.rules.plandata import Forfald, Plan
from overblik.rules.stilling import stort

Emne = tuple[str, int]  # a column of moeder's Henvisning, and the row's key
BELOEBENE = "Beløbene står ved punktet for dem, der må se penge i detaljer."
TITEL, GRUND = 200, 500  # what a proposal's row holds


@dataclass(frozen=True)
class Kriteriefakta:
    """A criterion in force; `tal` is the figure that was judged and its period."""

    noegle: int
    navn: str
    omraade_nr: str
    omraade_navn: str
    status: Status
    saetning: str
    tal: str = ""


@dataclass(frozen=True)
class Pengefakta:
    """A warning about money. `tal` are the figures that would make it another one."""

    saetning: str
    tal: str
    aar: int = 0


@dataclass(frozen=True)
class Stillefakta:
    """An activity that nobody has touched since `siden`."""

    noegle: int
    navn: str
    saetning: str
    siden: date


@dataclass(frozen=True)
class TilAfgoerelse:
    """A change that the board is the next to answer."""

    noegle: int
    dokument: str
    grund: str
    siden: date


@dataclass(frozen=True)
class Fakta:
    """`frafaldet` are the findings of the rule check that somebody let be; `delaftaler` is number → key."""

    plan: Plan
    kriterier: tuple[Kriteriefakta, ...] = ()
    stille: tuple[Stillefakta, ...] = ()
    givere: tuple[Pengefakta, ...] = ()
    overskredet: tuple[str, ...] = ()
    rester: tuple[Pengefakta, ...] = ()
    regnskaber: tuple[tuple[int, date], ...] = ()
    eftersyn: tuple[Forfald, ...] = ()
    gennemgange: tuple[tuple[str, date], ...] = ()
    aendringer: tuple[TilAfgoerelse, ...] = ()
    delaftaler: tuple[tuple[str, int], ...] = ()
    frafaldet: frozenset[tuple[str, str]] = frozenset()

    def er_naer(self, dag: date) -> bool:
        return dag <= self.plan.dag + HORISONT


@dataclass(frozen=True)
class Udkast:
    """The item as it would stand on the agenda, in clean rich text."""

    art: str
    minutter: int
    sagsfremstilling: str
    indstilling: str
    emner: tuple[Emne, ...] = ()


@dataclass(frozen=True)
class Afvigelse:
    """One proposal. `noegle` tells it from others of its rule and holds the figures; `grund` says them."""

    regel: str
    noegle: str
    titel: str
    grund: str
    udkast: Udkast


def noegle_af(hvad: str, tal: Iterable[str]) -> str:
    """The subject, and the figures as a sum: other figures are another proposal."""
    return f"{hvad}-{sha256('|'.join(tal).encode()).hexdigest()[:16]}"[:200]


def afvigelse(regel: str, noegle: str, titel: str, grund: str, udkast: Udkast) -> Afvigelse:
    return Afvigelse(regel, noegle, _kort(stort(titel), TITEL), _kort(grund, GRUND), udkast)


def _kort(tekst: str, hoejst: int) -> str:
    return tekst if len(tekst) <= hoejst else f"{tekst[: hoejst - 2].rsplit(' ', 1)[0]} …"


def afsnit(tekst: str) -> str:
    return str(format_html("<p>{}</p>", tekst))


def saetninger(linjer: Sequence[str]) -> str:
    """One sentence as a paragraph, several as a list."""
    if len(linjer) == 1:
        return afsnit(linjer[0])
    return str(format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((et,) for et in linjer))))

"""What a source gives, and what a page prints."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.search import SearchVector
from django.db.models import BooleanField, Count, F, Q, QuerySet, Value, Window
from django.utils.safestring import SafeString

from aftaler.models import Helhedsplan
from aftaler.permissions import planer_og_roller, rollernes_rettigheder, ser_organer
from brugere.models import Bruger
from brugere.roles import Ret, Rolle
from overblik.rules.soegning import Slags
from overblik.search.foresporgsel import SPROG, Tsquery


@dataclass(frozen=True)
class Traef:
    """Something that matched, as plain words. `note` ends so that the day can follow it. `i_titel`: the title does."""

    slags: Slags
    titel: str
    tekst: str
    url: str
    plan: str
    note: str
    dag: date | None
    i_titel: bool = False


@dataclass(frozen=True)
class Fund:
    """The same, with the words that matched marked."""

    titel: SafeString
    uddrag: SafeString
    traef: Traef


@dataclass(frozen=True)
class Laeser:
    """Who searches, in which plans, and what they may see in each."""

    bruger: Bruger
    planer: dict[int, Helhedsplan]
    roller: dict[int, frozenset[Rolle]]

    @classmethod
    def af(cls, bruger: Bruger, kun: str = "") -> "Laeser":
        """In all plans of the person, or in the one with that slug; one query."""
        mine = {plan: roller for plan, roller in planer_og_roller(bruger).items() if kun in ("", plan.slug)}
        return cls(bruger, {et.pk: et for et in mine}, {et.pk: frozenset(roller) for et, roller in mine.items()})

    def med(self, *retter: Ret) -> frozenset[int]:
        """The keys of the plans where the person has all these rights."""
        return frozenset(pk for pk, mine in self.roller.items() if set(retter) <= rollernes_rettigheder(mine))

    @property
    def med_organer(self) -> frozenset[int]:
        return frozenset(pk for pk, mine in self.roller.items() if ser_organer(mine))


@dataclass(frozen=True)
class Kilde:
    """Rows that the person may see, and the columns that are searched; the first is the row's title, if `har_titel`.

    `ogsaa` finds rows by something else than words: a number.
    """

    raekker: QuerySet
    felter: Sequence[str]
    dag: str
    traef: Callable[[Any], Traef]
    har_titel: bool = True
    ogsaa: Q | None = None


# Kind → its sources for a reader and what they wrote; made only when the kind is asked for.
Kilder = dict[Slags, Callable[[Laeser, str], Iterable[Kilde]]]


def hent(kilde: Kilde, query: Tsquery, antal: int) -> tuple[list[Traef], int]:
    """The first rows that match, those that match in the title before the newest, and how many match; one query."""
    passer = Q(soegevektor=query) | (kilde.ogsaa or Q(pk__in=[]))
    i_titel = Q(titelvektor=query) | (kilde.ogsaa or Q(pk__in=[]))
    raekker = (
        kilde.raekker.alias(
            soegevektor=SearchVector(*kilde.felter, config=SPROG),
            titelvektor=SearchVector(kilde.felter[0], config=SPROG),
        )
        .filter(passer)
        .annotate(
            i_titel=i_titel if kilde.har_titel else Value(False, BooleanField()),
            i_alt=Window(Count("*")),
        )
        .order_by("-i_titel", F(kilde.dag).desc(nulls_last=True), "-pk")[:antal]
    )
    fundne = list(raekker)
    return [kilde.traef(et) for et in fundne], fundne[0].i_alt if fundne else 0


def i_orden(alle: Iterable[Traef]) -> list[Traef]:
    """Those that match in the title first, then the newest; what has no date comes last."""
    return sorted(alle, key=lambda et: (et.i_titel, et.dag or date.min), reverse=True)

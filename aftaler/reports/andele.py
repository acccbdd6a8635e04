"""Shares of posts as the page shows them: one table an axis, with a sum for every post."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from aftaler.models import Medarbejderandel
from aftaler.models.organ import Akse
from aftaler.rules.andele import over_hel_stilling, stillingens_sum

TITLER = {Akse.DELAFTALE: "Delaftaler", Akse.OMRAADE: "Boligområder", Akse.FUNKTION: "Funktioner"}
KOLONNER = {Akse.DELAFTALE: "Delaftale", Akse.OMRAADE: "Boligområde", Akse.FUNKTION: "Funktion"}


@dataclass(frozen=True)
class Andelslinje:
    pk: int
    paa: str
    procent: Decimal


@dataclass(frozen=True)
class Stilling:
    """A post and whoever has it, with its shares on one axis and their sum."""

    navn: str
    person: str
    linjer: tuple[Andelslinje, ...]
    i_alt: Decimal
    advarsel: str


@dataclass(frozen=True)
class Aksetabel:
    akse: str
    titel: str
    kolonne: str
    stillinger: tuple[Stilling, ...]


def aksetabeller(andele: Iterable[Medarbejderandel]) -> list[Aksetabel]:
    """The axes in use, each by itself. Expects person, boligomraade and the delaftale's area type with the rows."""
    alle = list(andele)
    return [
        Aksetabel(akse.value, TITLER[akse], KOLONNER[akse], _stillinger([et for et in alle if et.akse == akse]))
        for akse in Akse
        if any(et.akse == akse for et in alle)
    ]


def _stillinger(andele: list[Medarbejderandel]) -> tuple[Stilling, ...]:
    grupper: dict[tuple[str, Any], list[Medarbejderandel]] = {}
    for et in andele:
        grupper.setdefault((et.stilling, et.person), []).append(et)
    ud = []
    for (navn, person), egne in grupper.items():
        i_alt = stillingens_sum(et.procent for et in egne)
        linjer = tuple(Andelslinje(et.pk, _paa(et), et.procent) for et in egne)
        ud.append(Stilling(navn, str(person or ""), linjer, i_alt, over_hel_stilling(navn, i_alt)))
    return tuple(ud)


def _paa(andel: Medarbejderandel) -> str:
    return str(andel.delaftale.indsatsomraade) if andel.delaftale else str(andel.boligomraade or andel.funktion)

"""The budget and its finance plan on a day, for the paper: what is promised, with the conditions and their history."""

from dataclasses import dataclass, replace
from datetime import date

from aftaler.models import Helhedsplan
from aftaler.reports.budget import budgetside
from aftaler.reports.penge import Loefte, penge
from aftaler.snapshot.penge import strategisk_og_delaftaler
from oekonomi.reports.grundlag import Aftalt, grundlag
from oekonomi.reports.oversigt import Oekonomioversigt, af_grundlag


@dataclass(frozen=True)
class Budgetpapir:
    """`oversigt` has the budget's tables; the sentences are the budget page's own. `loefter` holds the replaced too."""

    oversigt: Oekonomioversigt
    overskrift: str
    advarsler: tuple[str, ...]
    loefter: tuple[Loefte, ...]
    omlaegninger: tuple[str, ...]
    andele: tuple[str, ...]


def budgetpapir(plan: Helhedsplan, *, dato: date, kladde: bool) -> Budgetpapir:
    """By the agreement in force on the day; with `kladde`, or where nothing was ever approved, by the draft."""
    data = grundlag(plan, dato=dato)
    if kladde:
        data = replace(data, aftalt=Aftalt(penge(*strategisk_og_delaftaler(plan)), er_kladde=True))
    side = budgetside(data.penge, start=data.start, slut=data.slut, krav=data.krav)
    return Budgetpapir(
        oversigt=af_grundlag(plan, data, dato=dato),
        overskrift=side.overskrift,
        advarsler=side.advarsler,
        loefter=data.penge.loefter,
        omlaegninger=tuple(et.saetning for et in side.omlaegninger),
        andele=tuple(et.saetning for et in side.andele),
    )

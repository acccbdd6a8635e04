"""The money in a few figures, for the board's page: spent of the budget, local share, what is owed, what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models import Helhedsplan
from aftaler.rules.penge import holder_lokal_andel
from oekonomi.reports.grundlag import grundlag
from oekonomi.reports.oversigt import af_grundlag


@dataclass(frozen=True)
class Frist:
    """What is due next, or overdue."""

    navn: str
    dato: date
    er_over_tiden: bool


@dataclass(frozen=True)
class Oekonominoegletal:
    """Kroner; None is "not stated". `lokal_andel` is 0 to 1. `mangler` is what local givers owe by now."""

    budget: Decimal | None
    brugt: Decimal | None
    rest: Decimal | None
    lokal_andel: Decimal | None
    krav: Decimal
    lovet: Decimal
    leveret: Decimal | None
    mangler: Decimal | None
    overskrift: str
    advarsler: tuple[str, ...]
    naeste_frist: Frist | None
    er_kladde: bool

    @property
    def holder_krav(self) -> bool | None:
        return None if self.lokal_andel is None else holder_lokal_andel(self.lokal_andel, self.krav)


def noegletal(plan: Helhedsplan, *, dato: date, i_kraft: Sequence[dict[str, Any]] | None = None) -> Oekonominoegletal:
    """The same figures as the overview of the money, from the same rows; `i_kraft` as for `grundlag`."""
    oversigt = af_grundlag(plan, grundlag(plan, dato=dato, i_kraft=i_kraft), dato=dato)
    frister = [
        Frist(f"Regnskab {et.aar}", et.frist, et.er_over_tiden)
        for et in oversigt.regnskaber
        if not et.er_sendt and et.aar <= dato.year
    ]
    frister += [
        Frist(f"Uforbrugte midler fra {et.aar}", et.frist, et.frist < dato)
        for et in oversigt.restmidler
        if et.frist and not et.brugt
    ]
    return Oekonominoegletal(
        budget=oversigt.i_alt.revideret,
        brugt=oversigt.i_alt.brugt,
        rest=oversigt.i_alt.rest,
        lokal_andel=oversigt.finansiering.andel,
        krav=oversigt.krav,
        lovet=oversigt.medfinansiering.lovet,
        leveret=oversigt.medfinansiering.leveret,
        mangler=oversigt.medfinansiering.mangler,
        overskrift=oversigt.overskrift,
        advarsler=oversigt.advarsler,
        naeste_frist=min(frister, key=lambda et: et.dato, default=None),
        er_kladde=oversigt.er_kladde,
    )

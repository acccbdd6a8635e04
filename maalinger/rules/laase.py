"""When a figure can't be written any more: the periods that somebody has locked."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from kerne import datoer
from maalinger.models import Periodelaas


def laast(laase: Iterable[Periodelaas], til_dato: date) -> Periodelaas | None:
    """Regel periode-er-laast: et tal hører til den periode, det slutter i; er den låst, skrives og godkendes det ikke.

    Answers the lock that holds; `laase` are the plan's locks in force.
    """
    return next((et for et in laase if et.fra_dato <= til_dato <= et.til_dato), None)


def besked(laas: Periodelaas) -> str:
    """What whoever meets the lock is told: which period, why, since when, and who can open it."""
    periode = datoer.periode(laas.fra_dato, laas.til_dato)
    return (
        f"Perioden {periode} blev låst {datoer.dato(timezone.localdate(laas.laast_tidspunkt))} af {laas.laast_af}: "
        f"{laas.grund.rstrip('. ')}. Projektlederen eller sekretariatet kan låse den op."
    )


def fejl_i_laasen(fra_dato: date, til_dato: date, andre: Iterable[Periodelaas]) -> list[str]:
    """Regel periode-laases-en-gang: en periode kan ikke låses oven i en, der er låst i forvejen."""
    if til_dato < fra_dato:
        return ["Perioden kan ikke slutte, før den begynder."]
    oven_i = next((et for et in andre if et.fra_dato <= til_dato and fra_dato <= et.til_dato), None)
    if oven_i is None:
        return []
    return [f"{datoer.periode(oven_i.fra_dato, oven_i.til_dato)} er allerede låst. Vælg datoer uden for den periode."]

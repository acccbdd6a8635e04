"""Promises: what a giver has promised, and the conversion of one kind into another with its history kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from aftaler.models import Helhedsplan, Tilsagn
from aftaler.rules.penge import mangler_foer_omlaegning
from aftaler.services.budget import KanIkkeSlettes, kontroller, laas_plan, opret, ret, slet
from brugere.models import Bruger
from kerne import haendelser, laas

AFLOEST = "Tilsagnet er afløst af andre. Ret dem i stedet, så historien kan læses."
FRA_OMLAEGNING = (
    "Tilsagnet kommer af en omlægning, og beløbet ville ikke længere passe. Fortryd omlægningen, eller omlæg igen."
)


class KanIkkeOmlaegges(ValidationError):
    """The conversion does not hold; the messages say why."""


@dataclass(frozen=True)
class NytTilsagn:
    """One of the promises that an old one becomes. The giver stays the same."""

    art: str
    beloeb: Decimal
    aar: int | None = None
    timer: Decimal | None = None
    sats: Decimal | None = None
    betingelse: str = ""


@transaction.atomic
def opret_tilsagn(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Tilsagn:
    """A new promise: kilde, art, aar, beloeb, timer, sats, betingelse. Sent twice it is made once."""
    laas_plan(plan, af)
    return opret(Tilsagn(helhedsplan=plan, **felter), af=af)


@transaction.atomic
def ret_tilsagn(tilsagn: Tilsagn, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, laas.RettetImens, and ValidationError where the history would no longer add up."""
    laas_plan(tilsagn.helhedsplan, af)
    nu = Tilsagn.objects.get(pk=tilsagn.pk)
    if nu.erstattet_dato:
        raise ValidationError(AFLOEST)
    if nu.erstatter_id and (felter["beloeb"] != nu.beloeb or felter["kilde"] != nu.kilde):
        raise ValidationError({"beloeb": FRA_OMLAEGNING})
    ret(tilsagn, udgave=udgave, af=af, **felter)


@transaction.atomic
def slet_tilsagn(tilsagn: Tilsagn, *, af: Bruger) -> None:
    """Raises PermissionDenied, and KanIkkeSlettes for a promise that is part of a history."""
    laas_plan(tilsagn.helhedsplan, af)
    tilsagn.refresh_from_db()
    if tilsagn.erstattet_dato:
        raise KanIkkeSlettes("Tilsagnet er afløst af andre. Fortryd omlægningen, før det slettes.")
    if tilsagn.erstatter_id:
        raise KanIkkeSlettes("Tilsagnet kommer af en omlægning. Fortryd omlægningen, før det slettes.")
    slet(tilsagn, af=af, i_brug=f"{tilsagn} er i brug og kan ikke slettes.")


@transaction.atomic
def omlaeg_tilsagn(
    tilsagn: Tilsagn, *, nye: Sequence[NytTilsagn], dato: date, grund: str, udgave: int, af: Bruger
) -> list[Tilsagn]:
    """The promise becomes `nye` on `dato`; the old row stays and is pointed at. Sent twice it is done once.

    Raises PermissionDenied, laas.RettetImens, KanIkkeOmlaegges, ValidationError.
    """
    plan = tilsagn.helhedsplan
    laas_plan(plan, af)
    gammelt = Tilsagn.objects.select_related("kilde").get(pk=tilsagn.pk)
    if gammelt.erstattet_dato:
        if _det_samme(gammelt, nye):
            return list(gammelt.erstattet_af.order_by("pk"))
        raise KanIkkeOmlaegges("Tilsagnet er allerede omlagt. Omlæg et af dem, det blev til.")
    if mangler := mangler_foer_omlaegning(gammelt.beloeb, [et.beloeb for et in nye], grund):
        raise KanIkkeOmlaegges(mangler)
    laas.gem(gammelt, udgave=udgave, af=af, erstattet_dato=dato, erstattet_grund=grund.strip())
    raekker = [
        Tilsagn(helhedsplan=plan, kilde=gammelt.kilde, erstatter=gammelt, eksempel=gammelt.eksempel, **vars(et))
        for et in nye
    ]
    for raekke in raekker:
        kontroller(raekke)
        raekke.save()
    haendelser.skriv(gammelt, f"omlagt til {len(raekker)} nye tilsagn", af=af, kreds=plan.slug)
    return raekker


@transaction.atomic
def fortryd_omlaegning(tilsagn: Tilsagn, *, af: Bruger) -> None:
    """The promise stands again, and what it became is deleted. Raises PermissionDenied, KanIkkeSlettes."""
    plan = tilsagn.helhedsplan
    laas_plan(plan, af)
    gammelt = Tilsagn.objects.get(pk=tilsagn.pk)
    if not gammelt.erstattet_dato:
        return  # somebody was first
    nye = list(gammelt.erstattet_af.all())
    if any(et.erstattet_dato for et in nye):
        raise KanIkkeSlettes("Et af de nye tilsagn er selv omlagt. Fortryd den omlægning først.")
    for nyt in nye:
        slet(nyt, af=af, i_brug=f"{nyt} er i brug, så omlægningen kan ikke fortrydes.")
    laas.gem(gammelt, udgave=gammelt.udgave, af=af, erstattet_dato=None, erstattet_grund="")
    haendelser.skriv(gammelt, "omlægningen er fortrudt", af=af, kreds=plan.slug)


def _det_samme(gammelt: Tilsagn, nye: Sequence[NytTilsagn]) -> bool:
    """The conversion on record is the one asked for: a double click."""
    felter = ("art", "beloeb", "aar", "timer", "sats", "betingelse")
    har = [tuple(getattr(et, felt) for felt in felter) for et in gammelt.erstattet_af.order_by("pk")]
    return har == [tuple(getattr(et, felt) for felt in felter) for et in nye]

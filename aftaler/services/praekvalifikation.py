"""The small document before a plan: LBF's five parts, under the lock, and the case's own dates."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Helhedsplan, Praekvalifikation
from aftaler.rules.naeste_plan import mangler_ved_ansoegning
from aftaler.services import tekster
from brugere.models import Bruger
from kerne import haendelser

DELE = ("problembeskrivelse", "stamdata", "noegletal", "budgetoverslag", "anbefaling")


@transaction.atomic
def ret_del(plan: Helhedsplan, kode: str, *, tekst: str, udgave: int, af: Bruger, foer: str = "") -> None:
    """One of the five parts. The document is made by the first word written in it. Raises RettetImens."""
    dokument = _hent(plan, af)
    tekster.gem(dokument, udgave=udgave or 1, foer=foer, af=af, **{kode: tekst})
    hvad = Praekvalifikation._meta.get_field(kode).verbose_name
    haendelser.skriv(dokument, f"{hvad} er rettet", af=af, kreds=plan.slug)


@transaction.atomic
def ret_datoer(
    plan: Helhedsplan,
    *,
    ansoegningsfrist: date | None,
    indsendt_dato: date | None,
    svar_dato: date | None,
    udgave: int,
    af: Bruger,
    foer: str = "",
) -> None:
    """When to apply by, when it was sent, when LBF answered. Raises RettetImens, ValidationError."""
    dokument = _hent(plan, af)
    if mangler := mangler_ved_ansoegning(indsendt_dato, svar_dato, dag=timezone.localdate()):
        raise ValidationError(mangler)
    datoer = {"ansoegningsfrist": ansoegningsfrist, "indsendt_dato": indsendt_dato, "svar_dato": svar_dato}
    tekster.gem(dokument, udgave=udgave or 1, foer=foer, af=af, **datoer)
    haendelser.skriv(dokument, "datoerne er rettet", af=af, kreds=plan.slug)


def _hent(plan: Helhedsplan, af: Bruger) -> Praekvalifikation:
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)
    return Praekvalifikation.objects.get_or_create(helhedsplan=plan)[0]

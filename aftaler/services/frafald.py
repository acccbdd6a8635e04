"""Letting a finding of the rule check be, with a reason; and taking it back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from aftaler import permissions
from aftaler.models import Frafald, Helhedsplan
from brugere.models import Bruger
from kerne import haendelser


@transaction.atomic
def lad_staa(plan: Helhedsplan, *, regel: str, noegle: str, grund: str, af: Bruger) -> Frafald:
    """The finding is let be. Asked twice, the first reason stands. Raises PermissionDenied, ValidationError."""
    _laas(plan, af)
    if findes := plan.frafald.filter(regel=regel, noegle=noegle).first():
        return findes
    frafald = Frafald(helhedsplan=plan, regel=regel, noegle=noegle, grund=grund.strip(), af=af)
    frafald.full_clean()
    frafald.save()
    haendelser.skriv(frafald, "fundet får lov at stå", af=af, kreds=plan.slug)
    return frafald


@transaction.atomic
def tag_tilbage(frafald: Frafald, *, af: Bruger) -> None:
    """The finding counts again. Who let it be, and why, stays in the log and the row's history."""
    plan = frafald.helhedsplan
    _laas(plan, af)
    haendelser.skriv(frafald, "frafaldet er taget tilbage", af=af, kreds=plan.slug)
    frafald.delete()


def _laas(plan: Helhedsplan, af: Bruger) -> None:
    """Two clicks stand in line at the plan. Raises PermissionDenied."""
    if not permissions.maa_frafalde(af, plan):
        raise PermissionDenied
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)

"""Locking periods, opening them again, and the one question that every service that writes a figure asks."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from kerne import haendelser
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from kerne.datoer import periode
from maalinger import permissions
from maalinger.models import Periodelaas
from maalinger.rules import laase


class ErLaast(ValidationError):
    """The figure's period is locked; the message names the lock and who can open it."""


class KanIkkeLaases(ValidationError):
    """The period can't be locked or opened like that; the messages say why."""


def hold_planen(plan: Helhedsplan) -> None:
    """Hold the plan's row until the end of the transaction: nobody locks a period while a figure is being written."""
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)


def kraev_aaben(plan: Helhedsplan, *dage: date) -> None:
    """Refuse to write a figure that ends on one of the days in a locked period. Raises ErLaast.

    Call it first in the action's transaction, before any other row is held.
    """
    hold_planen(plan)
    gaeldende = list(plan.periodelaase.gaeldende().select_related("laast_af"))
    beskeder = [laase.besked(laas) for dag in dage if (laas := laase.laast(gaeldende, dag))]
    if beskeder:
        raise ErLaast(list(dict.fromkeys(beskeder)))


@transaction.atomic
def laas_periode(plan: Helhedsplan, *, fra_dato: date, til_dato: date, grund: str, af: Bruger) -> Periodelaas:
    """From now on the period's figures stand. Raises PermissionDenied, KanIkkeLaases."""
    if not permissions.maa_laase(af, plan):
        raise PermissionDenied
    hold_planen(plan)
    fejl = laase.fejl_i_laasen(fra_dato, til_dato, plan.periodelaase.gaeldende())
    if fejl := fejl + _fejl_i_grunden(grund, "Skriv, hvorfor perioden låses."):
        raise KanIkkeLaases(fejl)
    laas = Periodelaas.objects.create(
        helhedsplan=plan, fra_dato=fra_dato, til_dato=til_dato, grund=grund.strip(), laast_af=af
    )
    haendelser.skriv(laas, f"låste {periode(fra_dato, til_dato)}: {grund}", af=af, kreds=plan.slug)
    return laas


@transaction.atomic
def laas_op(laas: Periodelaas, *, grund: str, af: Bruger) -> None:
    """Figures may be written again; the lock stays in the list with both reasons. Raises PermissionDenied,
    KanIkkeLaases.
    """
    plan = laas.helhedsplan
    if not permissions.maa_laase(af, plan):
        raise PermissionDenied
    laas = Periodelaas.objects.select_for_update(of=("self",)).get(pk=laas.pk)
    if laas.oplaast_tidspunkt:
        raise KanIkkeLaases(f"Perioden er allerede låst op af {laas.oplaast_af}.")
    if fejl := _fejl_i_grunden(grund, "Skriv, hvorfor perioden låses op."):
        raise KanIkkeLaases(fejl)
    laas.oplaast_af, laas.oplaast_tidspunkt, laas.oplaast_grund = af, timezone.now(), grund.strip()
    laas.save(update_fields=["oplaast_af", "oplaast_tidspunkt", "oplaast_grund"])
    haendelser.skriv(laas, f"låste op for {periode(laas.fra_dato, laas.til_dato)}: {grund}", af=af, kreds=plan.slug)


def _fejl_i_grunden(grund: str, mangler: str) -> list[str]:
    if not grund.strip():
        return [mangler]
    return [CPR_BESKED] if ligner_cpr(grund) else []

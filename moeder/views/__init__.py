"""Doors for people. A meeting is found by its code in the plan, among those the person may see."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from aftaler.models import Helhedsplan
from aftaler.views import hent_plan
from kerne.ring import ring
from kerne.tasks import send_mails
from moeder import permissions
from moeder.models import Moede


def hent_moede(request: HttpRequest, slug: str, kode: str) -> Moede:
    """The meeting with its plan and body, or 404."""
    plan = hent_plan(request, slug)
    moede = get_object_or_404(
        Moede.objects.synlige_for(request.user).select_related("organ", "rettet_af"), helhedsplan=plan, kode=kode
    )
    moede.helhedsplan = plan
    return moede


def plan_hvor_jeg_leder(request: HttpRequest, slug: str) -> Helhedsplan:
    """The plan, for whoever runs its meetings; 404 for strangers, 403 for other members."""
    plan = hent_plan(request, slug)
    if not permissions.maa_lede_moeder(request.user, plan):
        raise PermissionDenied
    return plan


def moede_jeg_leder(request: HttpRequest, slug: str, kode: str) -> Moede:
    """The meeting, for whoever runs meetings in its plan."""
    moede = hent_moede(request, slug, kode)
    if not permissions.maa_lede_moeder(request.user, moede.helhedsplan):
        raise PermissionDenied
    return moede


def krumme(plan: Helhedsplan, moede: Moede | None = None) -> list[tuple[str, str]]:
    """The way to a page below the meetings, or below one of them."""
    led = [("Møder", reverse("moeder:moede_liste", args=[plan.slug]))]
    if moede:
        led.append((str(moede), moedets_side(plan, moede)))
    return led


def moedets_side(plan: Helhedsplan, moede: Moede) -> str:
    return reverse("moeder:moede_detalje", args=[plan.slug, moede.kode])


def med_mails(request: HttpRequest, svar: HttpResponse) -> HttpResponse:
    """The answer of a page whose deed may have written mails: the bell is rung when something was sent in."""
    if request.method == "POST":
        ring(send_mails)
    return svar


def goer(request: HttpRequest, handling: Callable[[], Any], kvittering: str) -> None:
    """One service call from a button; its refusal is said on the page that one comes back to."""
    try:
        handling()
    except ValidationError as fejl:
        messages.warning(request, " ".join(fejl.messages))
    else:
        messages.success(request, kvittering)

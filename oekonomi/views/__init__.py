"""Doors for people. Every view finds the plan among those the person may see, and asks whether it is their door."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

from aftaler.models import Helhedsplan
from aftaler.permissions import maa_se_kladde
from aftaler.views import hent_plan
from brugere.models import Bruger
from oekonomi import permissions

FORM = ["GET", "POST"]


def plan_for(request: HttpRequest, slug: str, maa: Callable[[Bruger, Helhedsplan], bool]) -> Helhedsplan:
    """The plan, or 404; PermissionDenied for a member without the right."""
    plan = hent_plan(request, slug)
    if not maa(request.user, plan):
        raise PermissionDenied
    return plan


def plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    return plan_for(request, slug, permissions.maa_rette_penge)


def plan_der_maa_ses(request: HttpRequest, slug: str) -> Helhedsplan:
    return plan_for(request, slug, permissions.maa_se_penge)


def kun_i_kladden(bruger: Bruger, plan: Helhedsplan, *, er_kladde: bool) -> bool:
    """Budget and promises stand only in a draft, and this person sees no drafts."""
    return er_kladde and not maa_se_kladde(bruger, plan)


def krumme(plan: Helhedsplan, *led: tuple[str, str]) -> list[tuple[str, str]]:
    """Økonomi, and the pages below it: a title and the name of its address."""
    return [("Økonomi", reverse("oekonomi:oekonomi", args=[plan.slug]))] + [
        (titel, reverse(navn, args=[plan.slug])) for titel, navn in led
    ]

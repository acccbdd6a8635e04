"""Doors to the ministry's lists: the page, and what the ministry itself said."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.models import Helhedsplan
from aftaler.permissions import roller
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt
from maalinger import permissions
from maalinger.forms.lister import PlaceringForm
from maalinger.models import Listeplacering
from maalinger.reports.lister import listeside
from maalinger.services import lister as services

FORM = ["GET", "POST"]


@require_safe
def lister(request: HttpRequest, slug: str) -> HttpResponse:
    """The plan's areas held against the lists of one year."""
    plan = hent_plan(request, slug)
    mine = roller(request.user, plan)
    if not permissions.ser_lister(mine):
        raise PermissionDenied
    aar = request.GET.get("aar", "")
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "krumme": _krumme(plan)[:1],
        "side": listeside(plan, dato=timezone.localdate(), aar=int(aar) if aar.isdecimal() else None),
        "maa_rette": permissions.retter_lister(mine),
    }
    return render(request, "maalinger/lister.html", kontekst)


@require_http_methods(FORM)
def placering_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what a published list said; the page's area, list and year are filled in."""
    plan = _plan_der_maa_rettes(request, slug)
    valgt = {felt: request.GET[felt] for felt in ("omraade", "art", "aar") if felt in request.GET}
    form = PlaceringForm(sendt(request), plan=plan, dato=timezone.localdate(), initial=valgt)
    return vis_eller_gem(
        request,
        _side(plan, "Skriv ministeriets svar ind", valgt.get("aar", ""), knap="Skriv ind"),
        form,
        lambda: services.skriv_placering(plan, af=request.user, **form.felter),
        lambda placering: f"{placering} er skrevet ind.",
    )


@require_http_methods(FORM)
def placering_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, placering = _placering(request, slug, pk)
    form = PlaceringForm(sendt(request), ting=placering, plan=plan, dato=timezone.localdate())
    slet = {"slet_url": reverse("maalinger:placering_slet", args=[slug, pk]), "slet_tekst": "Slet ministeriets svar"}
    return vis_eller_gem(
        request,
        _side(plan, "Ret ministeriets svar", str(placering.aar), **slet),
        form,
        lambda: services.ret_placering(placering, af=request.user, foer=form.foer_aftryk, **form.felter),
        lambda _: f"{placering} er rettet.",
    )


@require_http_methods(FORM)
def placering_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, placering = _placering(request, slug, pk)
    return spoerg_eller_goer(
        request,
        _side(
            plan,
            f"Slet ministeriets svar om {placering}?",
            str(placering.aar),
            knap="Slet",
            indledning="Siden siger derefter kun, hvad tallene giver.",
        ),
        lambda: services.slet_placering(placering, af=request.user),
        f"Ministeriets svar om {placering} er slettet.",
    )


def _plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_lister(request.user, plan):
        raise PermissionDenied
    return plan


def _placering(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Listeplacering]:
    plan = hent_plan(request, slug)
    synlige = Listeplacering.objects.synlige_for(request.user).select_related("omraade", "helhedsplan")
    placering = get_object_or_404(synlige, pk=pk, helhedsplan=plan)
    return _plan_der_maa_rettes(request, slug), placering


def _krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Kriterier", reverse("maalinger:kriterium_liste", args=[plan.slug])),
        ("Ministeriets lister", reverse("maalinger:lister", args=[plan.slug])),
    ]


def _side(plan: Helhedsplan, titel: str, aar: str, **andet: Any) -> Side:
    tilbage = reverse("maalinger:lister", args=[plan.slug])
    return Side(
        plan,
        titel,
        _krumme(plan),
        f"{tilbage}?aar={aar}" if aar.isdecimal() else tilbage,
        overrubrik=plan.navn,
        **andet,
    )

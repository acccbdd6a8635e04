"""From one plan to the next: decide about each part, start the next plan, and see on both what was decided."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions
from aftaler.forms.naeste_plan import BeslutForm, NaestePlanForm
from aftaler.models import Helhedsplan, Viderefoerelse
from aftaler.models.viderefoerelse import TING, Valg
from aftaler.reports import naeste_plan as rapport
from aftaler.rules.frister import laeg_maaneder
from aftaler.services import naeste_plan as services
from aftaler.views import hent_plan
from aftaler.views.plan import sendt, tilfoej_fejl

FORM = ["GET", "POST"]


@require_GET
def naeste_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """How far the decisions are, what was decided, and where this plan came from."""
    plan = hent_plan(request, slug)
    if not permissions.maa_se_kladde(request.user, plan):
        raise PermissionDenied
    synlige = Helhedsplan.objects.synlige_for(request.user)
    beslutninger = Viderefoerelse.objects.synlige_for(request.user).select_related(
        *TING, "indsatsomraade__omraadetype", "besluttet_af", "til_plan"
    )
    poster = rapport.poster(plan)
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan)[:1],
        "grupper": rapport.grupper(poster),
        "mangler": rapport.mangler(poster),
        "uafgjorte": sum(et.gaelder is None for et in poster),
        "saetning": rapport.hvor_langt(poster),
        "naeste": synlige.filter(forgaenger=plan).order_by("pk").first(),
        "er_foert_videre": plan.efterfoelgere.exists(),
        "forrige": synlige.filter(pk=plan.forgaenger_id).first(),
        "overtaget": rapport.beslutningslinjer(beslutninger.filter(til_plan=plan).order_by("pk")),
        "maa_rette": permissions.maa_rette_aftale(request.user, plan),
    }
    return render(request, "aftaler/naeste_plan.html", kontekst)


@require_http_methods(FORM)
def naeste_plan_beslut(request: HttpRequest, slug: str, nr: str) -> HttpResponse:
    """Decide about one area and what belongs to it, or (nr "organer") about the bodies."""
    plan = _plan_der_maa_rettes(request, slug)
    gruppe = next((et for et in rapport.grupper(rapport.poster(plan)) if et.nr == nr), None)
    if gruppe is None:
        raise Http404
    form = BeslutForm(sendt(request), poster=gruppe.poster)
    if request.method == "POST" and form.is_valid():
        try:
            antal = services.beslut(plan, form.beslutninger, af=request.user)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, _kvittering(antal))
            return redirect("aftaler:naeste_plan", slug=slug)
    kontekst = {"plan": plan, "krumme": krumme(plan), "gruppe": gruppe, "form": form}
    return render(request, "aftaler/naeste_plan_beslut.html", kontekst)


@require_http_methods(FORM)
def naeste_plan_start(request: HttpRequest, slug: str) -> HttpResponse:
    """The next plan's period, template and dates; what is carried on is copied into its draft."""
    plan = _plan_der_maa_rettes(request, slug)
    poster = rapport.poster(plan)
    videre = {
        et.ting.pk: (et.navn, et.ting.omraadetype_id)
        for et in poster
        if et.noegle[0] == "indsatsomraade" and et.gaelder == Valg.VIDERE
    }
    form = NaestePlanForm(sendt(request), videre=videre, initial=_forslag(plan))
    if request.method == "POST" and form.is_valid():
        try:
            ny = services.start_naeste_plan(plan, form.oplysninger(), form.omraader, af=request.user)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, f"{ny} er begyndt, og det, der føres videre, står i kladden. Inviter de andre.")
            return redirect("aftaler:naeste_plan", slug=ny.slug)
    kontekst = {"plan": plan, "krumme": krumme(plan), "form": form, "mangler": rapport.mangler(poster)}
    return render(request, "aftaler/naeste_plan_start.html", kontekst)


def krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Aftale", reverse("aftaler:aftale", args=[plan.slug])),
        ("Næste plan", reverse("aftaler:naeste_plan", args=[plan.slug])),
    ]


def _forslag(plan: Helhedsplan) -> dict[str, Any]:
    """The day after this plan and four years on; the period of the money is never guessed."""
    start = plan.slut_dato + timedelta(days=1)
    slut = laeg_maaneder(start, 48) - timedelta(days=1)
    felter = {"navn": plan.navn, "omraade": plan.omraade, "kommune": plan.kommune}
    return {**felter, "start_dato": start, "slut_dato": slut}


def _kvittering(antal: int) -> str:
    if not antal:
        return "Intet var ændret."
    return "Én beslutning er gemt." if antal == 1 else f"{antal} beslutninger er gemt."


def _plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    return plan

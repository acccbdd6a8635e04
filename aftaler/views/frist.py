"""The plan's deadlines: listed with the overdue ones first, made from the agreement, moved, done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler import permissions
from aftaler.forms.frister import FlytForm, FristForm, GjortForm
from aftaler.models import Frist, Helhedsplan
from aftaler.reports.frister import fristliste
from aftaler.services import frister as services
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt
from kerne import datoer

FORM = ["GET", "POST"]


@require_GET
def frist_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Overdue, to come, done."""
    plan = hent_plan(request, slug)
    if not permissions.maa_se_frister(request.user, plan):
        raise PermissionDenied
    frister = Frist.objects.synlige_for(request.user).filter(helhedsplan=plan).order_by("dato", "pk")
    frister = frister.select_related("delaftale__indsatsomraade__omraadetype")
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan)[:1],
        "liste": fristliste(frister, timezone.localdate()),
        "maa_rette": permissions.maa_rette_aftale(request.user, plan),
        "maa_registrere": permissions.maa_rette_aktivitet(request.user, plan),
    }
    return render(request, "aftaler/frist_liste.html", kontekst)


@require_POST
def frist_lav(request: HttpRequest, slug: str) -> HttpResponse:
    """Make those that follow from the agreement and are not there yet."""
    plan = _plan_der_maa_rettes(request, slug)
    nye = services.lav_frister(plan, af=request.user)
    match len(nye):
        case 0:
            messages.info(request, "Alle frister, der følger af aftalen, står der allerede.")
        case 1:
            messages.success(request, f"»{nye[0]}« er lavet efter aftalen.")
        case antal:
            messages.success(request, f"{antal} frister er lavet efter aftalen.")
    return redirect("aftaler:frist_liste", slug=slug)


@require_http_methods(FORM)
def frist_opret(request: HttpRequest, slug: str) -> HttpResponse:
    plan = _plan_der_maa_rettes(request, slug)
    form = FristForm(sendt(request), plan=plan)
    return vis_eller_gem(
        request,
        _side(plan, "Tilføj frist", knap="Tilføj frist"),
        form,
        lambda: services.opret_frist(plan, af=request.user, **form.felter),
        lambda frist: f"»{frist}« er tilføjet.",
    )


@require_http_methods(FORM)
def frist_flyt(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = _plan_der_maa_rettes(request, slug)
    frist = _hent(request, plan, pk)
    form = FlytForm(sendt(request), ting=frist)
    side = _side(
        plan,
        f"Flyt »{frist}«",
        fra=_aarshjulet(request, frist),
        knap="Flyt fristen",
        indledning=f"Fristen er {datoer.dato(frist.dato)}. Den oprindelige dato bliver stående ved siden af den nye.",
        slet_url="" if services.hvorfor_ikke_slette(frist) else reverse("aftaler:frist_slet", args=[slug, pk]),
        slet_tekst="Slet fristen",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.flyt_frist(frist, af=request.user, foer=form.foer_aftryk, **form.felter),
        lambda _: f"Fristen er flyttet til {datoer.dato(form.felter['dato'])}.",
    )


@require_http_methods(FORM)
def frist_gjort(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = hent_plan(request, slug)
    frist = _hent(request, plan, pk)
    if not permissions.maa_rette_aktivitet(request.user, plan):
        raise PermissionDenied
    form = GjortForm(sendt(request), ting=frist)
    side = _side(plan, f"Er »{frist}« gjort?", indledning=f"Fristen er {datoer.dato(frist.dato)}.")
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.saet_gjort(frist, af=request.user, foer=form.foer_aftryk, **form.felter),
        "Fristen er gemt.",
    )


@require_http_methods(FORM)
def frist_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = _plan_der_maa_rettes(request, slug)
    frist = _hent(request, plan, pk)
    side = _side(plan, f"Slet »{frist}«?", indledning="Fristen forsvinder fra listen.", knap="Slet fristen")
    return spoerg_eller_goer(
        request,
        side,
        lambda: services.slet_frist(frist, af=request.user),
        f"»{frist}« er slettet.",
        grund=services.hvorfor_ikke_slette(frist),
    )


def krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Aftale", reverse("aftaler:aftale", args=[plan.slug])),
        ("Frister", reverse("aftaler:frist_liste", args=[plan.slug])),
    ]


def _aarshjulet(request: HttpRequest, frist: Frist) -> str:
    """The deadline's year in the wheel, for whoever came from there; else empty."""
    if request.GET.get("fra") != "aarshjul":
        return ""
    return f"{reverse('overblik:aarshjul', args=[frist.helhedsplan.slug])}?aar={frist.dato.year}"


def _side(plan: Helhedsplan, titel: str, fra: str = "", **ord_: str) -> Side:
    tilbage = fra or reverse("aftaler:frist_liste", args=[plan.slug])
    return Side(plan, titel, krumme(plan), tilbage, **{"overrubrik": plan.navn, **ord_})


def _hent(request: HttpRequest, plan: Helhedsplan, pk: int) -> Frist:
    synlige = Frist.objects.synlige_for(request.user).select_related("helhedsplan")
    return get_object_or_404(synlige, helhedsplan=plan, pk=pk)


def _plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    return plan

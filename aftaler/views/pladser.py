"""Seats, and the terms of those who sit in them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aftaler.forms.organer import AfslutForm, MedlemForm, PeriodeForm, PladsForm
from aftaler.models import Helhedsplan, Organmedlem, Plads
from aftaler.services import organer as services
from aftaler.views.organer import bekraeft, gem_eller_vis, hent_organ, plan_der_maa_rettes
from aftaler.views.plan import sendt


@require_http_methods(["GET", "POST"])
def plads_opret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, organ = hent_organ(request, slug, pk)
    form = PladsForm(sendt(request), plan=plan, af=request.user, organ=organ)
    return gem_eller_vis(request, plan, organ, f"Tilføj plads i {organ}", form, "er tilføjet")


@require_http_methods(["GET", "POST"])
def plads_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, plads = _plads(request, slug, pk)
    form = PladsForm(sendt(request), plan=plan, af=request.user, organ=plads.organ, ting=plads)
    fjern = ("Fjern pladsen", reverse("aftaler:plads_fjern", args=[plan.slug, plads.pk]))
    return gem_eller_vis(request, plan, plads.organ, f"Ret plads i {plads.organ}", form, "er gemt", fjern)


@require_http_methods(["GET", "POST"])
def plads_fjern(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, plads = _plads(request, slug, pk)
    tekst = "Pladsen går ud af kladden. Har nogen siddet på den, kan det stadig ses under organet."
    titel = f"Fjern pladsen »{plads}«?"
    return bekraeft(request, plan, plads, titel, tekst, "Fjern", services.fjern_plads, plads.organ)


@require_http_methods(["GET", "POST"])
def organmedlem_opret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, plads = _plads(request, slug, pk)
    form = MedlemForm(sendt(request), plan=plan, af=request.user, plads=plads)
    titel = f"Hvem får pladsen »{plads}« i {plads.organ}?"
    return gem_eller_vis(request, plan, plads.organ, titel, form, "har fået pladsen")


@require_http_methods(["GET", "POST"])
def organmedlem_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, medlem = _medlem(request, slug, pk)
    form = PeriodeForm(sendt(request), plan=plan, af=request.user, ting=medlem)
    slet = ("Slet en periode, der er skrevet ind ved en fejl", reverse("aftaler:organmedlem_slet", args=[slug, pk]))
    titel = f"Ret perioden for {medlem.person}"
    return gem_eller_vis(request, plan, medlem.plads.organ, titel, form, "er gemt", slet)


@require_http_methods(["GET", "POST"])
def organmedlem_afslut(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, medlem = _medlem(request, slug, pk)
    form = AfslutForm(sendt(request), plan=plan, af=request.user, ting=medlem)
    titel = f"Afslut perioden for {medlem.person} i {medlem.plads.organ}"
    return gem_eller_vis(request, plan, medlem.plads.organ, titel, form, "er afsluttet", knap="Afslut")


@require_http_methods(["GET", "POST"])
def organmedlem_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, medlem = _medlem(request, slug, pk)
    tekst = "Slet kun en periode, der er skrevet ind ved en fejl. Er den slut, så afslut den: så kan den ses bagefter."
    titel = f"Slet perioden for {medlem.person}?"
    return bekraeft(request, plan, medlem, titel, tekst, "Slet", services.slet_medlem, medlem.plads.organ)


def _plads(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Plads]:
    """A seat that the body still has."""
    plan = plan_der_maa_rettes(request, slug)
    synlige = Plads.objects.synlige_for(request.user).i_brug().select_related("organ__helhedsplan", "organisation")
    return plan, get_object_or_404(synlige, organ__helhedsplan=plan, pk=pk)


def _medlem(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Organmedlem]:
    plan = plan_der_maa_rettes(request, slug)
    synlige = Organmedlem.objects.synlige_for(request.user).select_related("plads__organ__helhedsplan", "person")
    return plan, get_object_or_404(synlige, plads__organ__helhedsplan=plan, pk=pk)

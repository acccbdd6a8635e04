"""Tasks: given at the meeting, on the list until they are done."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler.views import hent_plan
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from moeder import permissions
from moeder.forms.opgaver import OpgaveForm, UdfoertForm
from moeder.models import Behandling, Opgave
from moeder.reports.opgaver import opgavelinjer
from moeder.services import opgaver as services
from moeder.views import krumme, moede_jeg_leder, plan_hvor_jeg_leder
from moeder.views.formular import ret_med_laas

FORM = ["GET", "POST"]


@require_GET
def opgave_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """The open ones first, by their day; what is late is said."""
    plan = hent_plan(request, slug)
    mine = Opgave.objects.synlige_for(request.user).filter(helhedsplan=plan)
    alle = mine.select_related("ejer", "behandling__moede__organ")
    leder = permissions.maa_lede_moeder(request.user, plan)
    linjer = opgavelinjer(plan, alle, request.user, dato=timezone.localdate(), leder=leder)
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "aabne": [et for et in linjer if not et.er_gjort],
        "gjorte": [et for et in linjer if et.er_gjort],
        "maa_lede": leder,
    }
    return render(request, "moeder/opgave_liste.html", kontekst)


@require_http_methods(FORM)
def opgave_opret(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    i_planen = Behandling.objects.synlige_for(request.user).filter(sag__helhedsplan=fundet.helhedsplan)
    punkt = get_object_or_404(i_planen.select_related("moede"), pk=pk)
    tilbage = reverse("moeder:referat_punkt", args=[slug, moede, pk])
    side = Side(
        fundet.helhedsplan,
        "Ny opgave",
        [*krumme(fundet.helhedsplan, fundet), (punkt.titel, tilbage)],
        tilbage,
        overrubrik=punkt.titel,
    )
    form = OpgaveForm(sendt(request), instance=Opgave(), planen=fundet.helhedsplan)
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.giv_opgave(fundet, punkt, af=request.user, **form.felter),
        lambda opgave: f"Opgaven er givet til {opgave.ejer}.",
    )


@require_http_methods(FORM)
def opgave_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = plan_hvor_jeg_leder(request, slug)
    opgave = get_object_or_404(_alle(request), helhedsplan=plan, pk=pk)
    return ret_med_laas(
        request,
        _side(slug, opgave, "Ret opgaven", "Skal den gøres senere, så skriv den nye dag."),
        opgave,
        lambda data: OpgaveForm(data, instance=_alle(request).get(pk=pk), planen=plan),
        lambda form: services.ret_opgave(
            opgave, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter
        ),
        "Opgaven er rettet.",
    )


@require_http_methods(FORM)
def opgave_udfoert(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """By whoever runs meetings, or the one who promised to do it."""
    plan = hent_plan(request, slug)
    opgave = get_object_or_404(_alle(request), helhedsplan=plan, pk=pk)
    if not permissions.maa_udfoere(request.user, opgave):
        raise PermissionDenied
    form = UdfoertForm(sendt(request))
    return vis_eller_gem(
        request,
        _side(slug, opgave, "Opgaven er gjort", f"{opgave.tekst}. {opgave.ejer}."),
        form,
        lambda: services.udfoer_opgave(
            opgave, dato=form.cleaned_data["udfoert_dato"], note=form.cleaned_data["udfoert_note"], af=request.user
        ),
        "Opgaven er gjort.",
    )


def _alle(request: HttpRequest):
    alle = Opgave.objects.synlige_for(request.user)
    return alle.select_related("helhedsplan", "ejer", "behandling__moede", "rettet_af")


def _side(slug: str, opgave: Opgave, titel: str, indledning: str) -> Side:
    liste = reverse("moeder:opgave_liste", args=[slug])
    return Side(
        opgave.helhedsplan,
        titel,
        [*krumme(opgave.helhedsplan), ("Opgaver", liste)],
        liste,
        overrubrik=opgave.helhedsplan.navn,
        indledning=indledning,
    )

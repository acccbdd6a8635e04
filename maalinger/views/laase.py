"""Doors to the locked periods: which there are, lock one, open one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.models import Helhedsplan
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from brugere.roles import Ret
from kerne import datoer
from maalinger.forms.godkendelse import LaasForm, LaasopForm
from maalinger.models import Periodelaas
from maalinger.services import laase as services


@require_safe
def laas_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every lock there was, with both reasons; those that hold first."""
    plan = _plan_der_maa_laases(request, slug)
    alle = Periodelaas.objects.synlige_for(request.user).filter(helhedsplan=plan)
    laase = list(alle.select_related("laast_af", "oplaast_af").order_by("-fra_dato", "-pk"))
    kontekst = {
        "plan": plan,
        "krumme": _krumme(plan)[:2],
        "gaelder": [et for et in laase if not et.oplaast_tidspunkt],
        "aabnet": [et for et in laase if et.oplaast_tidspunkt],
    }
    return render(request, "maalinger/laas_liste.html", kontekst)


@require_http_methods(["GET", "POST"])
def laas_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """Suggests last year: the one that accounts are made of."""
    plan = _plan_der_maa_laases(request, slug)
    form = LaasForm(sendt(request), aar=timezone.localdate().year - 1)
    indledning = (
        "Målinger og fremmøde, der slutter i perioden, kan ikke skrives, rettes eller godkendes, mens den er låst."
    )
    return vis_eller_gem(
        request,
        Side(plan, "Lås en periode", _krumme(plan), _tilbage(plan), "Lås perioden", plan.navn, indledning),
        form,
        lambda: services.laas_periode(plan, af=request.user, **form.cleaned_data),
        lambda laas: f"{datoer.periode(laas.fra_dato, laas.til_dato)} er låst.",
    )


@require_http_methods(["GET", "POST"])
def laas_op(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = _plan_der_maa_laases(request, slug)
    synlige = Periodelaas.objects.synlige_for(request.user).select_related("helhedsplan", "laast_af", "oplaast_af")
    laas = get_object_or_404(synlige, helhedsplan=plan, pk=pk)
    form = LaasopForm(sendt(request))
    periode = datoer.periode(laas.fra_dato, laas.til_dato)
    indledning = f"{periode} blev låst af {laas.laast_af}: {laas.grund} Begge begrundelser bliver stående."
    return vis_eller_gem(
        request,
        Side(plan, "Lås perioden op", _krumme(plan), _tilbage(plan), "Lås op", plan.navn, indledning),
        form,
        lambda: services.laas_op(laas, grund=form.cleaned_data["grund"], af=request.user),
        f"{periode} er låst op.",
    )


def _plan_der_maa_laases(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if Ret.PENGE_RET not in rettigheder(request.user, plan):
        raise PermissionDenied
    return plan


def _tilbage(plan: Helhedsplan) -> str:
    return reverse("maalinger:laas_liste", args=[plan.slug])


def _krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Kriterier", reverse("maalinger:kriterium_liste", args=[plan.slug])),
        ("Målinger på vej", reverse("maalinger:maaling_liste", args=[plan.slug])),
        ("Låste perioder", _tilbage(plan)),
    ]

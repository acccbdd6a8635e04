"""Doors to register data: the plan's, an area's, one value, and all of it as a file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftaler.models import Boligomraade, Helhedsplan
from aftaler.views import hent_plan
from maalinger import permissions
from maalinger.forms.registerdata import VaerdiForm
from maalinger.models import Indikatorvaerdi
from maalinger.reports.registerdata import registerdata
from maalinger.reports.registerside import side
from maalinger.reports.registertal import egne_skjulte
from maalinger.services import registerdata as services


@require_safe
def data(request: HttpRequest, slug: str) -> HttpResponse:
    """Every indicator that the plan has figures for, with the comparison beside it."""
    plan = plan_med_registerdata(request, slug)
    omraader = Boligomraade.objects.synlige_for(request.user).filter(helhedsplaner=plan).order_by("navn", "pk")
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "side": side(registerdata(plan, dato=timezone.localdate())),
        "omraader": omraader,
        "led": [("Kriterier", reverse("maalinger:kriterium_liste", args=[plan.slug]))],
    }
    return render(request, "maalinger/data.html", kontekst)


@require_safe
def data_omraade(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One boligområde with its afdelinger."""
    plan = plan_med_registerdata(request, slug)
    omraade = get_object_or_404(Boligomraade.objects.synlige_for(request.user), helhedsplaner=plan, pk=pk)
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "side": side(registerdata(plan, dato=timezone.localdate(), omraade=omraade)),
        "omraade": omraade,
        "led": [("Registerdata", reverse("maalinger:data", args=[plan.slug]))],
    }
    return render(request, "maalinger/data.html", kontekst)


@require_safe
def data_eksport(request: HttpRequest, slug: str) -> HttpResponse:
    plan = plan_med_registerdata(request, slug)
    i_dag = timezone.localdate()
    svar = HttpResponse(services.eksport(plan, dato=i_dag), content_type="text/csv; charset=utf-8")
    svar["Content-Disposition"] = f'attachment; filename="registerdata-{plan.slug}-{i_dag:%Y-%m-%d}.csv"'
    return svar


@require_http_methods(["GET", "POST"])
def vaerdi_opret(request: HttpRequest, slug: str) -> HttpResponse:
    plan = plan_med_registerdata(request, slug)
    form = VaerdiForm(request.POST or None, plan=plan)
    if request.method == "POST" and form.is_valid():
        try:
            ny = services.registrer_vaerdi(plan, form.indtastet, af=request.user)
        except services.KanIkkeRegistreres as fejl:
            form.add_error(None, fejl)
        else:
            messages.success(request, f"{ny} er skrevet ind.")
            return redirect("maalinger:data", slug=plan.slug)
    return _formular(request, plan, form)


@require_http_methods(["GET", "POST"])
def vaerdi_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Correct one value; whoever saved in between isn't overwritten unseen, and nothing typed is lost."""
    plan, vaerdi = _hent(request, slug, pk)
    vis_tallet = _maa_vises(request, vaerdi)
    form = VaerdiForm(request.POST or None, plan=plan, vaerdi=vaerdi, vis_tallet=vis_tallet)
    rettet_imens = False
    if request.method == "POST" and form.is_valid():
        try:
            services.ret_vaerdi(vaerdi, form.indtastet, udgave=form.cleaned_data["udgave"] or 0, af=request.user)
        except services.KanIkkeRegistreres as fejl:
            form.add_error(None, fejl)
        except services.RettetImens:
            rettet_imens = True
            typet = request.POST.copy()
            typet["udgave"] = str(services.udgaven(vaerdi))
            form = VaerdiForm(typet, plan=plan, vaerdi=vaerdi)
        else:
            messages.success(request, f"{vaerdi} er rettet.")
            return redirect("maalinger:data", slug=plan.slug)
    return _formular(request, plan, form, vaerdi=vaerdi, skjult_her=not vis_tallet, rettet_imens=rettet_imens)


@require_POST
def vaerdi_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, vaerdi = _hent(request, slug, pk)
    services.slet_vaerdi(vaerdi, af=request.user)
    messages.success(request, f"{vaerdi} er slettet.")
    return redirect("maalinger:data", slug=plan.slug)


def plan_med_registerdata(request: HttpRequest, slug: str) -> Helhedsplan:
    """404 for whoever doesn't see the plan, 403 for a member who doesn't work with its data."""
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_registerdata(request.user, plan):
        raise PermissionDenied
    return plan


def _hent(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Indikatorvaerdi]:
    plan = plan_med_registerdata(request, slug)
    synlige = Indikatorvaerdi.objects.synlige_for(request.user).select_related("indikator", "registreret_af")
    return plan, get_object_or_404(synlige, helhedsplan=plan, pk=pk)


def _maa_vises(request: HttpRequest, vaerdi: Indikatorvaerdi) -> bool:
    """A figure that we hide isn't shown in its own form either."""
    samme = Indikatorvaerdi.objects.synlige_for(request.user).filter(
        helhedsplan=vaerdi.helhedsplan, indikator=vaerdi.indikator
    )
    alle = list(samme.select_related("indikator"))
    return vaerdi.pk not in egne_skjulte(vaerdi.helhedsplan, alle, dato=timezone.localdate())


def _formular(request: HttpRequest, plan: Helhedsplan, form: VaerdiForm, **mere: Any) -> HttpResponse:
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "form": form,
        "led": [("Registerdata", reverse("maalinger:data", args=[plan.slug]))],
        **mere,
    }
    return render(request, "maalinger/data_vaerdi.html", kontekst)

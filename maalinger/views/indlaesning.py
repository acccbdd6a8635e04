"""Doors to an uploaded sheet of register data: choose it, tell its columns, try it, read it in."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftaler.models import Helhedsplan
from kerne import arkmodtagelse
from kerne.arkforms import ArkForm
from kerne.arkmodtagelse import KanIkkeIndlaeses
from kerne.htmx import side_eller_del
from kerne.regneark import KanIkkeLaeses
from kerne.ring import ring
from kerne.statuses import Indlaesningstilstand
from maalinger import tasks
from maalinger.forms.indlaesning import DatafilForm, KolonneForm, NavneForm
from maalinger.models import Dataindlaesning
from maalinger.models.registerdata import DataindlaesningQuerySet
from maalinger.reports.forhaandsvisning import forhaandsvisning
from maalinger.rules import datakolonner
from maalinger.services import indlaesning as services
from maalinger.views.registerdata import plan_med_registerdata

FLEST_VISTE = 20
RAEKKER_I_FORHAANDSVISNING = 8


@require_http_methods(["GET", "POST"])
def dataindlaesning_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file; under it the files that were sent in before."""
    plan = plan_med_registerdata(request, slug)
    form = DatafilForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            ny = services.modtag(plan, form.cleaned_data["fil"], af=request.user)
        except KanIkkeIndlaeses as fejl:
            form.add_error("fil", fejl)
        else:
            return redirect("maalinger:dataindlaesning", slug=plan.slug, pk=ny.pk)
    kontekst = {
        "plan": plan,
        "form": form,
        "led": _led(plan),
        "tidligere": _synlige(request, plan).nyeste_foerst()[:FLEST_VISTE],
    }
    return render(request, "maalinger/indlaesning_opret.html", kontekst)


@require_safe
def dataindlaesning(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """The upload where it stands: its columns, the worker's progress, or what reading it gives."""
    return _vis(request, *_hent(request, slug, pk))


@require_POST
def dataindlaesning_ark(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Another sheet of the workbook, or another row with the headings."""
    plan, indlaesning = _hent(request, slug, pk)
    try:
        form = ArkForm(request.POST, indlaesning=indlaesning, arknavne=arkmodtagelse.arknavne(indlaesning))
        if not form.is_valid():
            return _vis(request, plan, indlaesning, arkform=form)
        ark, nr = form.cleaned_data["ark"], form.cleaned_data["overskriftsraekke"]
        samme = ark == indlaesning.ark
        services.vaelg_ark(indlaesning, ark, nr if samme else None, af=request.user)
    except (KanIkkeIndlaeses, KanIkkeLaeses) as fejl:
        _sig(request, fejl)
    return _tilbage(plan, indlaesning)


@require_POST
def dataindlaesning_kolonner(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Keep what the columns are; with `proev` the sheet goes on to the worker."""
    plan, indlaesning = _hent(request, slug, pk)
    form = KolonneForm(request.POST, indlaesning=indlaesning, eksempler=())
    if not form.is_valid():
        return _vis(request, plan, indlaesning, form=form)
    data = form.cleaned_data
    try:
        services.saet_kolonner(
            indlaesning, form.kolonner, kilde=data["kilde"], opgjort_dato=data["opgjort_dato"], af=request.user
        )
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
        return _tilbage(plan, indlaesning)
    if "proev" in request.POST:
        try:
            services.proev(indlaesning, af=request.user)
            ring(tasks.arbejd_med_dataark, str(indlaesning.pk))
        except KanIkkeIndlaeses:
            messages.error(request, "Filen kan ikke prøves endnu. Det, der mangler, står herunder.")
    return _tilbage(plan, indlaesning)


@require_POST
def dataindlaesning_navne(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """What the unknown names mean; then the sheet is tried again."""
    plan, indlaesning = _hent(request, slug, pk)
    form = NavneForm(request.POST, indlaesning=indlaesning)
    if not form.is_valid():
        return _vis(request, plan, indlaesning, navneform=form)
    navnene = form.valgte("sted"), form.valgte("indikator")
    return _goer(request, plan, indlaesning, services.svar_paa_navne, *navnene)


@require_POST
def dataindlaesning_proev(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Try it once more, as it stands."""
    return _goer(request, *_hent(request, slug, pk), services.proev)


@require_POST
def dataindlaesning_laes(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    return _goer(request, *_hent(request, slug, pk), services.laes_ind)


@require_POST
def dataindlaesning_ret(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Back to the columns."""
    plan, indlaesning = _hent(request, slug, pk)
    try:
        services.ret_igen(indlaesning, af=request.user)
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
    return _tilbage(plan, indlaesning)


@require_POST
def dataindlaesning_kasser(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    plan, indlaesning = _hent(request, slug, pk)
    try:
        services.kasser(indlaesning, af=request.user)
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
        return _tilbage(plan, indlaesning)
    messages.success(request, f"{indlaesning.filnavn} er kasseret. Intet blev læst ind.")
    return redirect("maalinger:dataindlaesning_opret", slug=plan.slug)


def _goer(
    request: HttpRequest, plan: Helhedsplan, indlaesning: Dataindlaesning, handling: Callable[..., None], *led: Any
) -> HttpResponse:
    """One call that sends the sheet to the worker, and the bell."""
    try:
        handling(indlaesning, *led, af=request.user)
        ring(tasks.arbejd_med_dataark, str(indlaesning.pk))
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
    return _tilbage(plan, indlaesning)


def _vis(request: HttpRequest, plan: Helhedsplan, indlaesning: Dataindlaesning, **former: Any) -> HttpResponse:
    kontekst = {
        "plan": plan,
        "indlaesning": indlaesning,
        "led": [*_led(plan), ("Læs et ark ind", reverse("maalinger:dataindlaesning_opret", args=[plan.slug]))],
        "samme_fil": arkmodtagelse.samme_fil(_synlige(request, plan), indlaesning),
    }
    if indlaesning.er_valgt:
        kontekst |= _kolonnesiden(request, indlaesning, former)
    if indlaesning.er_proevet:
        navneform = former.get("navneform") or NavneForm(indlaesning=indlaesning)
        kontekst |= {"navneform": navneform if navneform.fields else None}
    return side_eller_del(request, "maalinger/indlaesning.html", "tilstand", kontekst)


def _kolonnesiden(request: HttpRequest, indlaesning: Dataindlaesning, former: dict[str, Any]) -> dict[str, Any]:
    try:
        arknavne, raekker = arkmodtagelse.begyndelsen(indlaesning, RAEKKER_I_FORHAANDSVISNING)
    except KanIkkeLaeses as fejl:
        return {"kan_ikke_laeses": str(fejl)}
    mangler = services.mangler_foer_proeve(indlaesning)
    form = former.get("form") or KolonneForm(indlaesning=indlaesning, eksempler=())
    form.eksempler = arkmodtagelse.eksempler(raekker)
    return {
        "form": form,
        "arkform": former.get("arkform") or ArkForm(indlaesning=indlaesning, arknavne=arknavne),
        "flere_ark": len(arknavne) > 1,
        "mangler": mangler,
        "vises": None if mangler else forhaandsvisning(indlaesning, raekker, dato=timezone.localdate()),
        "anderledes": _anderledes(request, indlaesning),
    }


def _anderledes(request: HttpRequest, indlaesning: Dataindlaesning) -> dict[str, Any] | None:
    """What is different from the last file that was read in, said before anything is read."""
    laeste = _synlige(request, indlaesning.helhedsplan).filter(tilstand=Indlaesningstilstand.INDLAEST)
    sidst = laeste.nyeste_foerst().first()
    forskelle = datakolonner.forskelle(indlaesning.overskrifter, sidst.overskrifter) if sidst else []
    return {"sidst": sidst, "forskelle": forskelle} if forskelle else None


def _hent(request: HttpRequest, slug: str, pk: UUID) -> tuple[Helhedsplan, Dataindlaesning]:
    plan = plan_med_registerdata(request, slug)
    return plan, get_object_or_404(_synlige(request, plan), pk=pk)


def _synlige(request: HttpRequest, plan: Helhedsplan) -> DataindlaesningQuerySet:
    synlige = Dataindlaesning.objects.synlige_for(request.user).filter(helhedsplan=plan)
    return synlige.select_related("helhedsplan", "oprettet_af")


def _led(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [("Registerdata", reverse("maalinger:data", args=[plan.slug]))]


def _sig(request: HttpRequest, fejl: Exception) -> None:
    for besked in getattr(fejl, "messages", [str(fejl)]):
        messages.error(request, besked)


def _tilbage(plan: Helhedsplan, indlaesning: Dataindlaesning) -> HttpResponse:
    return redirect("maalinger:dataindlaesning", slug=plan.slug, pk=indlaesning.pk)

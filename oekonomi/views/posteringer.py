"""Doors to a finance system's file: choose it, tell its columns, place its accounts, try it, read it in."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftaler.models import Helhedsplan
from kerne import arkmodtagelse
from kerne.arkforms import ArkForm
from kerne.arkmodtagelse import KanIkkeIndlaeses
from kerne.htmx import side_eller_del
from kerne.regneark import KanIkkeLaeses
from kerne.ring import ring
from oekonomi import tasks
from oekonomi.forms.posteringer import KontiForm, PosteringsfilForm, PosteringskolonneForm
from oekonomi.models import Forbrugsindlaesning
from oekonomi.models.forbrug import ForbrugsindlaesningQuerySet
from oekonomi.reports.posteringsopslag import kendte
from oekonomi.reports.posteringsvisning import visning
from oekonomi.services import posteringer as services
from oekonomi.views import FORM, krumme, plan_der_maa_rettes

FLEST_VISTE = 20
RAEKKER_I_FORHAANDSVISNING = 8
FORBRUG = ("Forbrug", "oekonomi:forbrug_liste")
INDLAES = ("Læs posteringer ind", "oekonomi:forbrugsindlaesning_opret")


@require_http_methods(FORM)
def forbrugsindlaesning_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file; under it the files that were sent in before."""
    plan = plan_der_maa_rettes(request, slug)
    form = PosteringsfilForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            ny = services.modtag(plan, form.cleaned_data["fil"], af=request.user)
        except KanIkkeIndlaeses as fejl:
            form.add_error("fil", fejl)
        else:
            return redirect("oekonomi:forbrugsindlaesning", slug=plan.slug, pk=ny.pk)
    kontekst = {
        "plan": plan,
        "form": form,
        "led": krumme(plan, FORBRUG),
        "tidligere": _synlige(request, plan).nyeste_foerst()[:FLEST_VISTE],
    }
    return render(request, "oekonomi/indlaesning_opret.html", kontekst)


@require_safe
def forbrugsindlaesning(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """The file where it stands: its columns, the worker's progress, or what reading it gives."""
    return _vis(request, *_hent(request, slug, pk))


@require_POST
def forbrugsindlaesning_ark(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Another sheet of the workbook, or another row with the headings."""
    plan, indlaesning = _hent(request, slug, pk)
    try:
        form = ArkForm(request.POST, indlaesning=indlaesning, arknavne=arkmodtagelse.arknavne(indlaesning))
        if not form.is_valid():
            return _vis(request, plan, indlaesning, arkform=form)
        ark, nr = form.cleaned_data["ark"], form.cleaned_data["overskriftsraekke"]
        services.vaelg_ark(indlaesning, ark, nr if ark == indlaesning.ark else None, af=request.user)
    except (KanIkkeIndlaeses, KanIkkeLaeses) as fejl:
        _sig(request, fejl)
    return _tilbage(plan, indlaesning)


@require_POST
def forbrugsindlaesning_kolonner(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Keep what the columns are; with `proev` the file goes on to the worker."""
    plan, indlaesning = _hent(request, slug, pk)
    form = PosteringskolonneForm(request.POST, indlaesning=indlaesning, eksempler=())
    if not form.is_valid():
        return _vis(request, plan, indlaesning, form=form)
    try:
        services.saet_kolonner(indlaesning, form.arter, af=request.user)
        if "proev" in request.POST:
            services.proev(indlaesning, af=request.user)
            ring(tasks.arbejd_med_posteringer, str(indlaesning.pk))
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
    return _tilbage(plan, indlaesning)


@require_POST
def forbrugsindlaesning_konti(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Where the unknown accounts belong; then the file is tried again."""
    plan, indlaesning = _hent(request, slug, pk)
    form = KontiForm(request.POST, indlaesning=indlaesning, kendte=kendte(plan))
    if not form.is_valid():
        return _vis(request, plan, indlaesning, kontiform=form)
    return _goer(request, plan, indlaesning, services.placer_konti, form.hjemsteder)


@require_POST
def forbrugsindlaesning_proev(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Try it once more, as it stands."""
    return _goer(request, *_hent(request, slug, pk), services.proev)


@require_POST
def forbrugsindlaesning_laes(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    return _goer(request, *_hent(request, slug, pk), services.laes_ind)


@require_POST
def forbrugsindlaesning_ret(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Back to the columns."""
    plan, indlaesning = _hent(request, slug, pk)
    try:
        services.ret_igen(indlaesning, af=request.user)
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
    return _tilbage(plan, indlaesning)


@require_POST
def forbrugsindlaesning_kasser(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    plan, indlaesning = _hent(request, slug, pk)
    try:
        services.kasser(indlaesning, af=request.user)
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
        return _tilbage(plan, indlaesning)
    messages.success(request, f"{indlaesning.filnavn} er kasseret. Intet blev læst ind.")
    return redirect("oekonomi:forbrugsindlaesning_opret", slug=plan.slug)


def _goer(
    request: HttpRequest, plan: Helhedsplan, indlaesning: Forbrugsindlaesning, handling: Callable[..., None], *led: Any
) -> HttpResponse:
    """One call that sends the file to the worker, and the bell."""
    try:
        handling(indlaesning, *led, af=request.user)
        ring(tasks.arbejd_med_posteringer, str(indlaesning.pk))
    except KanIkkeIndlaeses as fejl:
        _sig(request, fejl)
    return _tilbage(plan, indlaesning)


def _vis(request: HttpRequest, plan: Helhedsplan, indlaesning: Forbrugsindlaesning, **former: Any) -> HttpResponse:
    kontekst = {
        "plan": plan,
        "indlaesning": indlaesning,
        "led": krumme(plan, FORBRUG, INDLAES),
        "samme_fil": arkmodtagelse.samme_fil(_synlige(request, plan), indlaesning),
    }
    if indlaesning.er_valgt:
        kontekst |= _kolonnesiden(indlaesning, former)
    if indlaesning.er_proevet:
        kontiform = former.get("kontiform") or KontiForm(indlaesning=indlaesning, kendte=kendte(plan))
        kontekst |= {"kontiform": kontiform if kontiform.fields else None}
    return side_eller_del(request, "oekonomi/indlaesning.html", "tilstand", kontekst)


def _kolonnesiden(indlaesning: Forbrugsindlaesning, former: dict[str, Any]) -> dict[str, Any]:
    try:
        arknavne, raekker = arkmodtagelse.begyndelsen(indlaesning, RAEKKER_I_FORHAANDSVISNING)
    except KanIkkeLaeses as fejl:
        return {"kan_ikke_laeses": str(fejl)}
    mangler = services.mangler_foer_proeve(indlaesning)
    form = former.get("form") or PosteringskolonneForm(indlaesning=indlaesning, eksempler=())
    form.eksempler = arkmodtagelse.eksempler(raekker)
    return {
        "form": form,
        "arkform": former.get("arkform") or ArkForm(indlaesning=indlaesning, arknavne=arknavne),
        "flere_ark": len(arknavne) > 1,
        "mangler": mangler,
        "vises": None if mangler else visning(indlaesning, raekker, dato=timezone.localdate()),
    }


def _hent(request: HttpRequest, slug: str, pk: UUID) -> tuple[Helhedsplan, Forbrugsindlaesning]:
    plan = plan_der_maa_rettes(request, slug)
    return plan, get_object_or_404(_synlige(request, plan), pk=pk)


def _synlige(request: HttpRequest, plan: Helhedsplan) -> ForbrugsindlaesningQuerySet:
    synlige = Forbrugsindlaesning.objects.synlige_for(request.user).filter(helhedsplan=plan)
    return synlige.select_related("helhedsplan", "oprettet_af")


def _sig(request: HttpRequest, fejl: Exception) -> None:
    for besked in getattr(fejl, "messages", [str(fejl)]):
        messages.error(request, besked)


def _tilbage(plan: Helhedsplan, indlaesning: Forbrugsindlaesning) -> HttpResponse:
    return redirect("oekonomi:forbrugsindlaesning", slug=plan.slug, pk=indlaesning.pk)

"""Decisions: written at the meeting, found in the register, followed to the version that they put in force."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler import permissions as aftalernes
from aftaler.models import Organ, Version
from aftaler.reports.aendringer import dokumentnavn
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt
from moeder import permissions
from moeder.forms.beslutninger import BeslutningForm, FilterForm, StatusForm
from moeder.models import Behandling, Beslutning, Henvisning
from moeder.reports.beslutninger import bag_versionen, register
from moeder.reports.figurer import MED_EMNET, UDEN, figurer
from moeder.rules.beslutninger import mulige_skift
from moeder.services import beslutninger as services
from moeder.views import goer, krumme, moede_jeg_leder, plan_hvor_jeg_leder
from moeder.views.formular import ret_med_laas

FORM = ["GET", "POST"]


@require_GET
def beslutning_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """The register: what closed meetings decided, newest first, with what became of it."""
    plan = hent_plan(request, slug)
    organer = Organ.objects.synlige_for(request.user).filter(helhedsplan=plan).order_by("pk")
    form = FilterForm(request.GET or None, organer=organer)
    valg = form.cleaned_data if form.is_bound and form.is_valid() else {}
    fundne = Beslutning.objects.synlige_for(request.user).filter(helhedsplan=plan, laast_tidspunkt__isnull=False)
    if valg.get("organ"):
        fundne = fundne.filter(behandling__moede__organ=valg["organ"])
    if valg.get("status"):
        fundne = fundne.filter(status=valg["status"])
    if valg.get("ord"):
        fundne = fundne.filter(tekst__icontains=valg["ord"])
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "form": form,
        "filtreret": any(valg.values()),
        "linjer": register(plan, fundne, request.user),
        "maa_lede": permissions.maa_lede_moeder(request.user, plan),
    }
    return render(request, "moeder/beslutning_liste.html", kontekst)


@require_http_methods(FORM)
def beslutning_opret(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """Write a decision on an item; the service refuses an item of another meeting with a sentence."""
    fundet = moede_jeg_leder(request, slug, moede)
    i_planen = Behandling.objects.synlige_for(request.user).filter(sag__helhedsplan=fundet.helhedsplan)
    punkt = get_object_or_404(i_planen.select_related("sag", "moede__organ"), pk=pk)
    tilbage = reverse("moeder:referat_punkt", args=[slug, moede, pk])
    side = Side(
        fundet.helhedsplan,
        "Skriv beslutningen",
        [*krumme(fundet.helhedsplan, fundet), (punkt.titel, tilbage)],
        tilbage,
        overrubrik=punkt.titel,
    )
    return vis_eller_gem(
        request,
        side,
        form := BeslutningForm(sendt(request), instance=Beslutning(), udfald=services.mulige_udfald(punkt)),
        lambda: services.skriv_beslutning(fundet, punkt, form.ordlyd, af=request.user),
        lambda beslutning: f"Beslutning {beslutning.nr} er skrevet.",
    )


@require_http_methods(FORM)
def beslutning_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    beslutning = _min(request, slug, pk)
    tilbage = _paa_moedet(beslutning)
    side = Side(
        beslutning.helhedsplan,
        f"Ret beslutning {beslutning.nr}",
        [*krumme(beslutning.helhedsplan, beslutning.behandling.moede), (beslutning.behandling.titel, tilbage)],
        tilbage,
        overrubrik=beslutning.behandling.titel,
    )
    udfald = services.mulige_udfald(beslutning.behandling)
    return ret_med_laas(
        request,
        side,
        beslutning,
        lambda data: BeslutningForm(data, instance=_min(request, slug, pk), udfald=udfald),
        lambda form: services.ret_beslutning(
            beslutning, form.ordlyd, udgave=form.cleaned_data["udgave"] or 0, af=request.user
        ),
        "Beslutningen er rettet.",
    )


@require_http_methods(FORM)
def beslutning_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    beslutning = _min(request, slug, pk)
    tilbage = _paa_moedet(beslutning)
    side = Side(
        beslutning.helhedsplan,
        f"Slet beslutning {beslutning.nr}?",
        [*krumme(beslutning.helhedsplan, beslutning.behandling.moede), (beslutning.behandling.titel, tilbage)],
        tilbage,
        "Slet",
        beslutning.behandling.titel,
        f"»{beslutning.tekst}« Teksten kan ikke hentes tilbage.",
    )
    grund = "Mødet er afsluttet. Beslutningen kan ikke slettes." if beslutning.laast_tidspunkt else ""
    return spoerg_eller_goer(
        request,
        side,
        lambda: services.slet_beslutning(beslutning, af=request.user),
        "Beslutningen er slettet.",
        grund=grund,
    )


@require_http_methods(FORM)
def beslutning_status(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    beslutning = _min(request, slug, pk)
    liste = reverse("moeder:beslutning_liste", args=[slug])
    side = Side(
        beslutning.helhedsplan,
        f"Hvad er der blevet af beslutning {beslutning.nr}?",
        [*krumme(beslutning.helhedsplan), ("Beslutninger", liste)],
        liste,
        overrubrik=str(beslutning.behandling.moede),
        indledning=beslutning.tekst,
    )
    form = StatusForm(sendt(request), skift=mulige_skift(beslutning.status), initial={"udgave": beslutning.udgave})
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.skift_status(
            beslutning,
            status=form.cleaned_data["status"],
            note=form.cleaned_data["status_note"],
            udgave=form.cleaned_data["udgave"] or 0,
            af=request.user,
        ),
        f"Status på beslutning {beslutning.nr} er skrevet.",
    )


@require_POST
def beslutning_foer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The decision becomes the body's step on the change's route; the board's is the formand's to record."""
    plan = hent_plan(request, slug)
    beslutning = get_object_or_404(_alle(request), helhedsplan=plan, pk=pk)
    trin = services.ventende_trin(beslutning)
    if trin is None and not permissions.maa_lede_moeder(request.user, plan):
        raise PermissionDenied
    if trin is not None and not aftalernes.maa_registrere_trin(request.user, trin):
        raise PermissionDenied
    goer(
        request,
        lambda: services.registrer_paa_aendringen(beslutning, af=request.user),
        f"Beslutning {beslutning.nr} er ført på ændringen.",
    )
    return redirect("moeder:beslutning_liste", slug)


@require_GET
def version_hvem(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who decided a version, when, and on what figures."""
    plan = hent_plan(request, slug)
    version = get_object_or_404(Version.objects.synlige_for(request.user), helhedsplan=plan, pk=pk)
    mine = _alle(request).filter(Q(version=version) | Q(aendring__version=version)).order_by("nr")
    paa = Henvisning.objects.synlige_for(request.user).filter(behandling__beslutninger__in=mine)
    henvisninger = list(paa.select_related(*MED_EMNET).defer(*UDEN).distinct())
    ret = aftalernes.rettigheder(request.user, plan)
    kontekst = {
        "plan": plan,
        "krumme": [
            ("Versioner", reverse("aftaler:version_liste", args=[slug])),
            (f"Version {version.nr}", reverse("aftaler:version_detalje", args=[slug, pk])),
        ],
        "version": version,
        "dokument": dokumentnavn(version.indhold),
        "linjer": bag_versionen(plan, mine, henvisninger, figurer(plan, henvisninger, ret, dato=version.gaelder_fra)),
        "trin": version.aendring.trin.select_related("organ").order_by("raekkefoelge", "pk")
        if hasattr(version, "aendring")
        else [],
    }
    return render(request, "moeder/beslutning_version.html", kontekst)


def _alle(request: HttpRequest):
    return (
        Beslutning.objects.synlige_for(request.user)
        .select_related("helhedsplan", "behandling__sag", "behandling__moede__organ", "behandling__moede__helhedsplan")
        .select_related("rettet_af")
    )


def _min(request: HttpRequest, slug: str, pk: int) -> Beslutning:
    plan = plan_hvor_jeg_leder(request, slug)
    return get_object_or_404(_alle(request), helhedsplan=plan, pk=pk)


def _paa_moedet(beslutning: Beslutning) -> str:
    moede = beslutning.behandling.moede
    return reverse("moeder:referat_punkt", args=[beslutning.helhedsplan.slug, moede.kode, beslutning.behandling_id])

"""Doors to a figure's way: what is on its way, one figure with its history, and what can be done with it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftaler.models import Helhedsplan
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from brugere.roles import Ret
from kerne.datoer import maaleperiode
from maalinger import permissions
from maalinger.forms.godkendelse import ReturForm, TilbageForm
from maalinger.models import Maaling
from maalinger.reports import forloeb, venter
from maalinger.services import godkendelse as services
from maalinger.services.maalinger import slet_maaling
from maalinger.views import synlige_maalinger, vist_kriterium

FORM = ["GET", "POST"]


@require_safe
def maaling_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """What is on its way: to approve, sent back to me, my drafts, and what I sent."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    if Ret.REGISTRER not in ret:
        raise PermissionDenied
    kontekst = {
        "plan": plan,
        "krumme": [_kriterier(plan)],
        "side": venter.paa_vej(request.user, plan),
        "maa_laase": Ret.PENGE_RET in ret,
    }
    return render(request, "maalinger/maaling_liste.html", kontekst)


@require_safe
def maaling_detalje(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    """One figure: what was measured, who did what with it when, and what this person may do now."""
    plan, maaling = _hent(request, slug, nr, pk)
    ret = rettigheder(request.user, plan)
    kontekst = {
        "plan": plan,
        "krumme": [_kriterier(plan), _kriteriet(plan, maaling)],
        "maaling": maaling,
        "side": forloeb.maalingsside(maaling, kladder=Ret.KLADDE_SE in ret),
        "maa": permissions.handlinger(request.user, maaling, ret),
    }
    return render(request, "maalinger/maaling_detalje.html", kontekst)


@require_POST
def maaling_godkend_flere(request: HttpRequest, slug: str) -> HttpResponse:
    """The ticked ones, or the one whose own button was pressed; each with the edition that was read."""
    plan = hent_plan(request, slug)
    if Ret.MAALING_GODKEND not in rettigheder(request.user, plan):
        raise PermissionDenied
    udgaver = _valgte(request.POST.getlist("kun") or request.POST.getlist("maaling"))
    synlige = Maaling.objects.synlige_for(request.user).select_related("kriterium__helhedsplan", "omraade")
    fundne = list(synlige.filter(kriterium__helhedsplan=plan, pk__in=udgaver).order_by("pk"))
    if not fundne:
        messages.warning(request, "Sæt kryds ved de målinger, der skal godkendes.")
        return redirect("maalinger:maaling_liste", slug)
    hvad = f"{_navn(fundne[0])} er godkendt." if len(fundne) == 1 else f"{len(fundne)} målinger er godkendt."
    _goer(request, lambda: services.godkend_flere([(et, udgaver[et.pk]) for et in fundne], af=request.user), hvad)
    return redirect("maalinger:maaling_liste", slug)


@require_POST
def maaling_godkend(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    _plan, maaling = _hent(request, slug, nr, pk)
    udgave = _heltal(request.POST.get("udgave", "")) or 0
    _goer(
        request,
        lambda: services.godkend_maaling(maaling, udgave=udgave, af=request.user),
        f"{_navn(maaling)} er godkendt.",
    )
    return redirect("maalinger:maaling_detalje", slug, nr, pk)


@require_POST
def maaling_send(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    _plan, maaling = _hent(request, slug, nr, pk)
    _goer(request, lambda: services.send_maaling(maaling, af=request.user), f"{_navn(maaling)} er sendt.")
    return redirect("maalinger:maaling_detalje", slug, nr, pk)


@require_POST
def maaling_tag_hjem(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    """What was sent is a draft again."""
    _plan, maaling = _hent(request, slug, nr, pk)
    _goer(request, lambda: services.tag_hjem(maaling, af=request.user), f"{_navn(maaling)} er en kladde igen.")
    return redirect("maalinger:maaling_detalje", slug, nr, pk)


@require_POST
def maaling_slet(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    _plan, maaling = _hent(request, slug, nr, pk)
    slettet = _goer(request, lambda: slet_maaling(maaling, af=request.user), f"Kladden {_navn(maaling)} er slettet.")
    if slettet:
        return redirect("maalinger:kriterium_detalje", slug, nr)
    return redirect("maalinger:maaling_detalje", slug, nr, pk)


@require_http_methods(FORM)
def maaling_returner(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    """Back to whoever sent it, with what to mend."""
    plan, maaling = _hent(request, slug, nr, pk)
    if Ret.MAALING_GODKEND not in rettigheder(request.user, plan):
        raise PermissionDenied
    form = ReturForm(sendt(request))
    side = _side(plan, maaling, "Returnér målingen", f"{_navn(maaling)}. {maaling.sendt_af or ''} får besked.")
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.returner_maaling(
            maaling, note=form.cleaned_data["note"], udgave=maaling.udgave, af=request.user
        ),
        f"{_navn(maaling)} er returneret.",
    )


@require_http_methods(FORM)
def maaling_tag_tilbage(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    """An approved figure counts no more."""
    plan, maaling = _hent(request, slug, nr, pk)
    if Ret.MAALING_GODKEND not in rettigheder(request.user, plan):
        raise PermissionDenied
    form = TilbageForm(sendt(request))
    forklaring = "Tallet tæller ikke med længere, og intet sættes i stedet. Er tallet forkert, så ret det i stedet."
    side = _side(plan, maaling, "Tag målingen tilbage", f"{_navn(maaling)}. {forklaring}")
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.tag_tilbage(maaling, grund=form.cleaned_data["grund"], af=request.user),
        f"{_navn(maaling)} er taget tilbage.",
    )


def _hent(request: HttpRequest, slug: str, nr: int, pk: int) -> tuple[Helhedsplan, Maaling]:
    """The figure; its criterion as this person sees it, which without drafts is as it is in force."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    synlige = synlige_maalinger(request.user, ret).select_related(
        "kriterium__helhedsplan", "omraade", "registreret_af", "rettet_af", "sendt_af", "afgjort_af", "erstatter"
    )
    maaling = get_object_or_404(synlige, pk=pk, kriterium__nr=nr, kriterium__helhedsplan=plan)
    if Ret.KLADDE_SE not in ret:
        vist = vist_kriterium(plan, nr, ret)
        maaling.kriterium.navn, maaling.kriterium.enhed = vist.navn, vist.laesning.enhed or ""
    return plan, maaling


def _goer(request: HttpRequest, goer: Callable[[], Any], kvittering: str) -> bool:
    """One service call; its refusal is said where the person came from."""
    try:
        goer()
    except ValidationError as fejl:
        messages.warning(request, " ".join(fejl.messages))
        return False
    messages.success(request, kvittering)
    return True


def _valgte(felter: list[str]) -> dict[int, int]:
    """ "12:3" is figure 12 as it was read in edition 3; anything else is left out."""
    par = [(_heltal(noegle), _heltal(udgave)) for noegle, _, udgave in (et.partition(":") for et in felter)]
    return {noegle: udgave for noegle, udgave in par if noegle is not None and udgave is not None}


def _heltal(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else None


def _navn(maaling: Maaling) -> str:
    return f"{maaling.kriterium.navn}, {maaleperiode(maaling.fra_dato, maaling.til_dato)}"


def _side(plan: Helhedsplan, maaling: Maaling, titel: str, indledning: str) -> Side:
    tilbage = reverse("maalinger:maaling_detalje", args=[plan.slug, maaling.kriterium.nr, maaling.pk])
    krumme = [_kriterier(plan), _kriteriet(plan, maaling)]
    return Side(plan, titel, krumme, tilbage, titel, plan.navn, indledning)


def _kriterier(plan: Helhedsplan) -> tuple[str, str]:
    return "Kriterier", reverse("maalinger:kriterium_liste", args=[plan.slug])


def _kriteriet(plan: Helhedsplan, maaling: Maaling) -> tuple[str, str]:
    return maaling.kriterium.navn, reverse("maalinger:kriterium_detalje", args=[plan.slug, maaling.kriterium.nr])

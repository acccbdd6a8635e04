"""The strategic agreement: read section by section, each edited in place."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler import permissions, reports
from aftaler.forms.tekster import AfsnitForm, AftaleHovedtalForm, IndsatsomraadeForm, VaelgOmraadeForm
from aftaler.models import Afsnit, Helhedsplan, Indsatsomraade, Samarbejdsaftale, Skabelonafsnit
from aftaler.models.skabelon import Indhold
from aftaler.services import omraader, tekster
from aftaler.views import hent_plan
from aftaler.views.dokumentet import hent_dokument
from aftaler.views.redigering import Udfald, rediger
from kerne.htmx import side_eller_del

SKABELON = "aftaler/aftale_detalje.html"


@require_GET
def aftale(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole agreement; htmx asks for one block with ?blok= when an edit is given up."""
    plan = hent_plan(request, slug)
    return _vis(request, plan, request.GET.get("blok", ""), Udfald("laes"))


@require_http_methods(["GET", "POST"])
def afsnit_ret(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """One section of the template: its text, or the main figures."""
    plan = _plan_der_maa_rettes(request, slug)
    skabelonafsnit = _skabelonafsnit(plan, nr)
    aftalen = get_object_or_404(Samarbejdsaftale.objects.synlige_for(request.user), helhedsplan=plan)
    if skabelonafsnit.indhold == Indhold.OEKONOMI:
        udfald = rediger(
            request,
            lambda data: AftaleHovedtalForm(data, instance=aftalen, skabelonafsnit=skabelonafsnit, auto_id=_id(nr)),
            aftalen,
            lambda form: tekster.ret_hovedtal(aftalen, af=request.user, **form.cleaned_data),
        )
    else:
        raekker = Afsnit.objects.synlige_for(request.user).filter(samarbejdsaftale=aftalen)
        afsnit = raekker.filter(skabelonafsnit=skabelonafsnit).first()
        afsnit = afsnit or Afsnit(samarbejdsaftale=aftalen, skabelonafsnit=skabelonafsnit)
        udfald = rediger(
            request,
            lambda data: AfsnitForm(data, instance=afsnit, skabelonafsnit=skabelonafsnit, auto_id=_id(nr)),
            afsnit,
            lambda form: tekster.ret_afsnit(
                aftalen, skabelonafsnit, af=request.user, udgave=form.cleaned_data["udgave"] or 0, **form.felter
            ),
        )
    return _vis(request, plan, skabelonafsnit.kode, udfald)


@require_http_methods(["GET", "POST"])
def indsatsomraade_ret(request: HttpRequest, slug: str, nr: str) -> HttpResponse:
    """The area's problemkompleks, formål and mål, which the delaftale prints too."""
    plan = _plan_der_maa_rettes(request, slug)
    omraade = _omraade(request, plan, nr)
    kode = f"omraade-{nr.replace('.', '-')}"
    udfald = rediger(
        request,
        lambda data: IndsatsomraadeForm(data, instance=omraade, auto_id=_id(kode)),
        omraade,
        lambda form: tekster.ret_indsatsomraade(
            omraade, af=request.user, udgave=form.cleaned_data["udgave"] or 0, **form.felter
        ),
    )
    return _vis(request, plan, kode, udfald)


@require_POST
def indsatsomraade_vaelg(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose one more of the period's areas."""
    plan = _plan_der_maa_rettes(request, slug)
    form = VaelgOmraadeForm(request.POST, plan=plan)
    if not form.is_valid():
        messages.error(request, "Vælg et indsatsområde fra listen.")
    else:
        omraade = omraader.vaelg_indsatsomraade(plan, form.cleaned_data["omraadetype"], af=request.user)
        messages.success(request, f"{omraade} er valgt og har fået en tom delaftale.")
    return redirect(f"{reverse('aftaler:aftale', args=[plan.slug])}#blok-indsatsomraader")


@require_POST
def indsatsomraade_fravaelg(request: HttpRequest, slug: str, nr: str) -> HttpResponse:
    """Drop an empty area that was never approved."""
    plan = _plan_der_maa_rettes(request, slug)
    omraade = _omraade(request, plan, nr)
    try:
        omraader.fravaelg_indsatsomraade(omraade, af=request.user)
    except omraader.KanIkkeFravaelges as fejl:
        messages.error(request, fejl.message)
    else:
        messages.success(request, f"{omraade} er fravalgt.")
    return redirect(f"{reverse('aftaler:aftale', args=[plan.slug])}#blok-indsatsomraader")


def _vis(request: HttpRequest, plan: Helhedsplan, kode: str, udfald: Udfald) -> HttpResponse:
    """The page, or for htmx the one block with the marks that follow it; a finished edit leads back to the page."""
    adresse = reverse("aftaler:aftale", args=[plan.slug])
    if udfald.kvittering and not request.htmx:
        messages.success(request, udfald.kvittering)
        return redirect(f"{adresse}#blok-{kode}")
    roller = permissions.roller(request.user, plan)
    dokument = hent_dokument(request, plan, None, permissions.rollernes_rettigheder(roller))
    if dokument.indhold is None:
        return render(request, "aftaler/aftale_uden_version.html", {"plan": plan})
    alle = [
        _med_doere(et, plan, dokument.maa_rette, kode, udfald) for et in reports.strategiske_blokke(dokument.indhold)
    ]
    kontekst: dict[str, Any] = {
        "plan": plan,
        "ser_organer": permissions.ser_organer(roller),
        "ser_bilag": permissions.ser_bilag(roller),
        "dok": dokument.indhold,
        "dokument": dokument,
        "blokke": alle,
        "klar": reports.antal_klar(alle),
        "punkter": _punkter(alle, adresse),
        "adresse": adresse,
        "gaelder": reports.gaelder(dokument.indhold),
        "vaelg": _vaelg(dokument, plan),
        "maa_rette_kriterier": dokument.maa_rette,
    }
    blok = next((et for et in (*alle, *(del_ for et in alle for del_ in et.dele)) if et.kode == kode), None)
    if request.htmx and not request.htmx.boosted and blok is None:
        raise Http404
    return side_eller_del(request, SKABELON, "svar", kontekst | {"blok": blok})


def _med_doere(blok: reports.Blok, plan: Helhedsplan, maa_rette: bool, kode: str, udfald: Udfald) -> reports.Blok:
    """The block with its edit link, and the edit under way if it is this one."""
    dele = tuple(_med_doere(et, plan, maa_rette, kode, udfald) for et in blok.dele)
    if maa_rette and blok.er_del:
        blok = replace(blok, ret_url=reverse("aftaler:indsatsomraade_ret", args=[plan.slug, blok.nr]))
    elif maa_rette and blok.indhold != Indhold.INDSATSOMRAADER:
        blok = replace(blok, ret_url=reverse("aftaler:afsnit_ret", args=[plan.slug, blok.nr]))
    if blok.kode == kode:
        blok = replace(blok, redigering=udfald if udfald.form else None, kvittering=udfald.kvittering)
    return replace(blok, dele=dele)


def _punkter(alle: list[reports.Blok], adresse: str) -> list[dict[str, Any]]:
    """The side navigation: every section, with the areas under section 5."""
    return [
        {"nummer": et.nr, "titel": et.overskrift, "url": f"{adresse}#blok-{et.kode}", "tilstand": et.tilstand,
         "note": "" if et.dele else et.mangler, "valgt": bool(et.redigering)}
        for blok in alle
        for et in (blok, *blok.dele)
    ]  # fmt: skip


def _vaelg(dokument: Any, plan: Helhedsplan) -> VaelgOmraadeForm | None:
    """The form for one more area; None when all are chosen or the person may not choose."""
    if not dokument.maa_rette:
        return None
    form = VaelgOmraadeForm(plan=plan)
    valgte = {et["nr"] for et in dokument.indhold["indsatsomraader"]}
    felt = form.fields["omraadetype"]
    felt.queryset = felt.queryset.exclude(nr__in=valgte)
    return form if felt.queryset else None


def _plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    return plan


def _skabelonafsnit(plan: Helhedsplan, nr: int) -> Skabelonafsnit:
    """A section with text or figures of its own; the list of areas is edited area by area."""
    return get_object_or_404(plan.skabelon.afsnit.exclude(indhold=Indhold.INDSATSOMRAADER), nr=nr)


def _omraade(request: HttpRequest, plan: Helhedsplan, nr: str) -> Indsatsomraade:
    synlige = Indsatsomraade.objects.synlige_for(request.user).select_related("helhedsplan", "omraadetype")
    return get_object_or_404(synlige, helhedsplan=plan, omraadetype__nr=nr)


def _id(noegle: object) -> str:
    """Two blocks may be open at once: their fields must not share ids."""
    return f"id_{noegle}_%s"

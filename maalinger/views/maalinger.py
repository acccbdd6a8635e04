"""Doors to a figure: register it, correct it, fetch its evidence."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.models import Helhedsplan, Succeskriterium
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from brugere.roles import Ret
from kerne import datoer
from kerne.filer import som_download
from kerne.laas import RettetImens
from maalinger.forms.maalinger import MaalingForm
from maalinger.models import Maaling
from maalinger.rules.godkendelse import hvorfor_ikke_rettes
from maalinger.services import godkendelse, maalinger
from maalinger.statuses import RETTES
from maalinger.views import synlige_maalinger, vist_kriterium


@require_http_methods(["GET", "POST"])
def maaling_opret(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """Register a figure for one criterion, and send it unless it is to stay a draft."""
    plan, kriterium = _til_registrering(request, slug, nr)
    form = MaalingForm(request.POST or None, request.FILES or None, kriterium=kriterium)
    gem = maalinger.registrer_maaling if _er_kladde(request) else godkendelse.registrer_og_send
    findes = None
    if request.method == "POST" and form.is_valid():
        try:
            maaling = gem(kriterium, form.indtastet, **form.hvor_og_bilag, af=request.user)
        except ValidationError as fejl:
            form.add_error(None, fejl)
            findes = getattr(fejl, "findes", None)
        else:
            return _gemt(request, plan, maaling)
    return _formular(request, plan, kriterium, form, findes=findes)


@require_http_methods(["GET", "POST"])
def maaling_ret(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    """Mend a draft or a returned figure, or correct an approved one; nothing typed is lost."""
    plan, kriterium = _til_registrering(request, slug, nr)
    synlige = Maaling.objects.synlige_for(request.user).select_related(
        "kriterium__helhedsplan", "omraade", "sendt_af", "afgjort_af"
    )
    maaling = get_object_or_404(synlige, pk=pk, kriterium=kriterium)
    if request.method == "GET" and (sted := _et_andet_sted(request, plan, maaling)):
        return sted
    form = MaalingForm(request.POST or None, request.FILES or None, kriterium=kriterium, maaling=maaling)
    findes = konflikt = None
    if request.method == "POST" and form.is_valid():
        try:
            gemt = _gem_rettelsen(request, maaling, form)
        except RettetImens as fejl:
            konflikt = fejl.nu
            form = form.oven_paa(konflikt)
        except ValidationError as fejl:
            form.add_error(None, fejl)
            findes = getattr(fejl, "findes", None)
        else:
            return _gemt(request, plan, gemt)
    return _formular(request, plan, kriterium, form, maaling=maaling, findes=findes, konflikt=konflikt)


@require_safe
def maaling_bilag(request: HttpRequest, slug: str, nr: int, pk: int) -> FileResponse:
    """The evidence, always as a download and under the kind that its content is."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    kriterium = vist_kriterium(plan, nr, ret)
    synlige = synlige_maalinger(request.user, ret).exclude(bilag="")
    maaling = get_object_or_404(synlige, pk=pk, kriterium=kriterium.noegle)
    return som_download(maaling.bilag, maaling.bilag_navn)


def _til_registrering(request: HttpRequest, slug: str, nr: int) -> tuple[Helhedsplan, Succeskriterium]:
    plan = hent_plan(request, slug)
    synlige = Succeskriterium.objects.synlige_for(request.user).select_related(
        "helhedsplan", "indsatsomraade__omraadetype"
    )
    kriterium = get_object_or_404(synlige, helhedsplan=plan, nr=nr)
    if Ret.REGISTRER not in rettigheder(request.user, plan):
        raise PermissionDenied
    return plan, kriterium


def _er_kladde(request: HttpRequest) -> bool:
    return request.POST.get("valg") == "kladde"


def _et_andet_sted(request: HttpRequest, plan: Helhedsplan, maaling: Maaling) -> HttpResponse | None:
    """Where to go instead of mending this figure: to the correction that is under way, or to what can be done."""
    rettelse = maaling.rettelser.aabne().order_by("pk").first()
    if rettelse and rettelse.tilstand in RETTES:
        messages.info(request, "Der er allerede en rettelse på vej. Gør den færdig her.")
        return redirect("maalinger:maaling_ret", plan.slug, maaling.kriterium.nr, rettelse.pk)
    if maaling.tilstand in RETTES or (maaling.taeller_med and not rettelse):
        return None
    messages.info(request, hvorfor_ikke_rettes(rettelse or maaling))
    return redirect("maalinger:maaling_detalje", plan.slug, maaling.kriterium.nr, (rettelse or maaling).pk)


def _gem_rettelsen(request: HttpRequest, maaling: Maaling, form: MaalingForm) -> Maaling:
    """One service call, by what the figure is and whether it is sent at once."""
    hvad: dict[str, Any] = {**form.hvor_og_bilag, "af": request.user}
    if maaling.taeller_med:
        gem = maalinger.ret_godkendt if _er_kladde(request) else godkendelse.ret_godkendt_og_send
        return gem(maaling, form.indtastet, **hvad)
    ret = maalinger.ret_maaling if _er_kladde(request) else godkendelse.ret_og_send
    ret(maaling, form.indtastet, udgave=form.cleaned_data["udgave"] or 0, **hvad)
    return maaling


def _gemt(request: HttpRequest, plan: Helhedsplan, maaling: Maaling) -> HttpResponse:
    """Back to the criterion, with what happened to the figure and what comes next."""
    periode = datoer.maaleperiode(maaling.fra_dato, maaling.til_dato)
    skete = "er gemt som kladde" if _er_kladde(request) else "er sendt til godkendelse"
    messages.success(request, f"{maaling.kriterium.navn}: målingen for {periode} {skete}.")
    return redirect("maalinger:kriterium_detalje", slug=plan.slug, nr=maaling.kriterium.nr)


def _formular(
    request: HttpRequest, plan: Helhedsplan, kriterium: Succeskriterium, form: MaalingForm, **mere: Maaling | None
) -> HttpResponse:
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "kriterium": kriterium,
        "vist": vist_kriterium(plan, kriterium.nr, rettigheder(request.user, plan)),
        "form": form,
        "fil_skal_vaelges_igen": bool(form.errors) and "bilag" in request.FILES,
        **mere,
    }
    return render(request, "maalinger/maaling_form.html", kontekst)

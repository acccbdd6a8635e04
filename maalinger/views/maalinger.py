"""Doors to a figure: register it, correct it, fetch its evidence."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
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
from maalinger.services import maalinger as services
from maalinger.views import synlige_maalinger, vist_kriterium


@require_http_methods(["GET", "POST"])
def maaling_opret(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """Register a figure for one criterion."""
    plan, kriterium = _til_registrering(request, slug, nr)
    form = MaalingForm(request.POST or None, request.FILES or None, kriterium=kriterium)
    findes = None
    if request.method == "POST" and form.is_valid():
        try:
            maaling = services.registrer_maaling(
                kriterium,
                form.indtastet,
                omraade=form.cleaned_data.get("omraade"),
                bilag=form.cleaned_data["bilag"],
                af=request.user,
            )
        except services.KanIkkeRegistreres as fejl:
            form.add_error(None, fejl)
            findes = fejl.findes
        else:
            return _gemt(request, plan, maaling, "er registreret")
    return _formular(request, plan, kriterium, form, findes=findes)


@require_http_methods(["GET", "POST"])
def maaling_ret(request: HttpRequest, slug: str, nr: int, pk: int) -> HttpResponse:
    """Correct a figure; whoever saved in between is shown, and nothing typed is lost."""
    plan, kriterium = _til_registrering(request, slug, nr)
    synlige = Maaling.objects.synlige_for(request.user).select_related("kriterium__helhedsplan", "omraade")
    maaling = get_object_or_404(synlige, pk=pk, kriterium=kriterium)
    form = MaalingForm(request.POST or None, request.FILES or None, kriterium=kriterium, maaling=maaling)
    findes = konflikt = None
    if request.method == "POST" and form.is_valid():
        try:
            services.ret_maaling(
                maaling,
                form.indtastet,
                omraade=form.cleaned_data.get("omraade"),
                bilag=form.cleaned_data["bilag"],
                udgave=form.cleaned_data["udgave"] or 0,
                af=request.user,
            )
        except services.KanIkkeRegistreres as fejl:
            form.add_error(None, fejl)
            findes = fejl.findes
        except RettetImens as fejl:
            konflikt = fejl.nu
            form = form.oven_paa(konflikt)
        else:
            return _gemt(request, plan, maaling, "er rettet")
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


def _gemt(request: HttpRequest, plan: Helhedsplan, maaling: Maaling, skete: str) -> HttpResponse:
    periode = datoer.maaleperiode(maaling.fra_dato, maaling.til_dato)
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

"""Writing a succeskriterium: the sentence, where it belongs, and how we read it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from aftaler import permissions, reports
from aftaler.forms.kriterier import LAESTE_FELTER, KriteriumForm, genlaes, hoerer_til_valg
from aftaler.models import Aktivitet, Helhedsplan, Indsatsomraade, Succeskriterium
from aftaler.services import aktiviteter, kriterier
from aftaler.views import hent_plan
from aftaler.views.redigering import Udfald, rediger

SKABELON = "aftaler/kriterium_formular.html"


@require_http_methods(["GET", "POST"])
def kriterium_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """A new criterion; ?sted=omraade-7 or ?sted=aktivitet-9 chooses the place beforehand."""
    plan = _plan(request, slug)
    udfald = rediger(
        request,
        _form(request, plan, Succeskriterium(), {"hoerer_til": request.GET.get("sted", "")}),
        Succeskriterium(),
        lambda form: kriterier.opret_kriterium(*_sted(request, plan, form), af=request.user, **form.felter),
    )
    return _svar(request, plan, None, udfald)


@require_http_methods(["GET", "POST"])
def kriterium_ret(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    plan = _plan(request, slug)
    kriterium = _kriterium(request, plan, nr)
    udfald = rediger(
        request,
        _form(request, plan, kriterium, {}),
        kriterium,
        lambda form: kriterier.ret_kriterium(
            _kriterium(request, plan, nr),
            *_sted(request, plan, form),
            af=request.user,
            udgave=form.cleaned_data["udgave"] or 0,
            **form.felter,
        ),
    )
    return _svar(request, plan, kriterium, udfald)


@require_POST
def kriterium_laes(request: HttpRequest, slug: str) -> HttpResponse:
    """Read the sentence while it is being written; nothing is saved."""
    plan = _plan(request, slug)
    data, er_rettet = genlaes(request.POST, igen="igen" in request.POST)
    form = _form(request, plan, Succeskriterium(), {})(data)
    form.is_valid()
    igen = "igen" in request.POST
    kontekst = {"plan": plan, "form": form, "er_rettet": er_rettet, **_laesning(form)}
    kontekst["laesning_aaben"] |= er_rettet or igen
    return render(request, f"{SKABELON}#laest", kontekst)


@require_POST
def kriterium_slet(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    plan = _plan(request, slug)
    kriterium = _kriterium(request, plan, nr)
    try:
        kriterier.slet_kriterium(kriterium, af=request.user)
    except aktiviteter.KanIkkeSlettes as fejl:
        messages.error(request, fejl.message)
        return redirect("aftaler:kriterium_ret", slug=plan.slug, nr=nr)
    messages.success(request, f"»{kriterium}« er slettet.")
    return redirect(_tilbage(plan, kriterium.indsatsomraade, kriterium.aktivitet))


def _plan(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aktivitet(request.user, plan):
        raise PermissionDenied
    return plan


def _kriterium(request: HttpRequest, plan: Helhedsplan, nr: int) -> Succeskriterium:
    synlige = Succeskriterium.objects.synlige_for(request.user).select_related(
        "helhedsplan", "indsatsomraade__omraadetype", "aktivitet"
    )
    kriterium = get_object_or_404(synlige, helhedsplan=plan, nr=nr)
    if not kriterier.maa_rette(request.user, plan, kriterium.aktivitet):
        raise PermissionDenied
    return kriterium


def _form(
    request: HttpRequest, plan: Helhedsplan, kriterium: Succeskriterium, forslag: dict[str, Any]
) -> Callable[[Any], KriteriumForm]:
    """The form with the places that this person may choose."""
    omraader = (
        Indsatsomraade.objects.synlige_for(request.user)
        .filter(helhedsplan=plan)
        .select_related("omraadetype", "delaftale")
        .prefetch_related("delaftale__aktiviteter")
        .order_by("omraadetype__nr")
    )
    hele = permissions.maa_rette_aftale(request.user, plan)
    valg = [("", "Vælg"), *hoerer_til_valg(list(omraader), hele_omraader=hele)]
    return lambda data: KriteriumForm(data, instance=kriterium, plan=plan, hoerer_til=valg, initial=dict(forslag))


def _sted(request: HttpRequest, plan: Helhedsplan, form: KriteriumForm) -> tuple[Indsatsomraade, Aktivitet | None]:
    art, pk = form.sted
    omraader = Indsatsomraade.objects.synlige_for(request.user).select_related("helhedsplan", "omraadetype")
    if art == "omraade":
        return get_object_or_404(omraader, helhedsplan=plan, pk=pk), None
    synlige = Aktivitet.objects.synlige_for(request.user).select_related("delaftale")
    aktivitet = get_object_or_404(synlige, delaftale__indsatsomraade__helhedsplan=plan, pk=pk)
    return get_object_or_404(omraader, pk=aktivitet.delaftale.indsatsomraade_id), aktivitet


def _svar(request: HttpRequest, plan: Helhedsplan, kriterium: Succeskriterium | None, udfald: Udfald) -> HttpResponse:
    """Back to where the criterion stands when it is saved; otherwise the form, with the other's text in a conflict."""
    if udfald.form is None:
        gemt = udfald.resultat or kriterium
        messages.success(request, _kvittering(gemt) if udfald.resultat else udfald.kvittering)
        return redirect(_tilbage(plan, gemt.indsatsomraade, gemt.aktivitet))
    kontekst = {
        "plan": plan,
        "kriterium": kriterium,
        "udfald": udfald,
        "form": udfald.form,
        "tilbage": _fortryd(plan, kriterium),
        "titel": f"Kriterium {kriterium.nr}" if kriterium else "Nyt kriterium",
        "krumme": [("Aftale", reverse("aftaler:aftale", args=[plan.slug]))],
        "er_rettet": False,
        **_laesning(udfald.form),
    }
    return render(request, SKABELON, kontekst)


def _fortryd(plan: Helhedsplan, kriterium: Succeskriterium | None) -> str:
    if kriterium is None:
        return reverse("aftaler:aftale", args=[plan.slug])
    return _tilbage(plan, kriterium.indsatsomraade, kriterium.aktivitet)


def _kvittering(kriterium: Succeskriterium) -> str:
    """What was saved, and how it was read: without JavaScript this is where the reading is first seen."""
    laesning = kriterium.laesning
    led = ", ".join(f"{navn.lower()}: {vaerdi}" for navn, vaerdi in reports.laesning_i_ord(laesning))
    return " ".join(
        filter(None, (f"Kriterium {kriterium.nr} er gemt. Læst sådan: {led}.", reports.mangler_i_ord(laesning)))
    )


def _laesning(form: KriteriumForm) -> dict[str, Any]:
    """The reading in words; the fields stand open when they must be looked at."""
    laesning = form.laesning
    har_fejl = bool(form.is_bound and set(form.errors) & set(LAESTE_FELTER))
    mangler = reports.mangler_i_ord(laesning) if laesning else ""
    return {
        "laest": reports.laesning_i_ord(laesning) if laesning else [],
        "mangler": mangler,
        "har_fejl": har_fejl,
        "laesning_aaben": har_fejl or bool(mangler),
    }


def _tilbage(plan: Helhedsplan, omraade: Indsatsomraade, aktivitet: Aktivitet | None) -> str:
    """The page that prints the criterion."""
    if aktivitet:
        return reverse("aftaler:aktivitet_detalje", args=[plan.slug, aktivitet.pk])
    nr = omraade.omraadetype.nr
    return f"{reverse('aftaler:aftale', args=[plan.slug])}#blok-omraade-{nr.replace('.', '-')}"

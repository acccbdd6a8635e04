"""A criterion's figures out of the register data: choose the indicator, tick the figures, get them as drafts."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aftaler.models import Succeskriterium
from maalinger.reports import dataforslag
from maalinger.services.dataforslag import hent_som_kladder
from maalinger.views.registerdata import plan_med_registerdata


@require_http_methods(["GET", "POST"])
def kriterium_hent(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    plan = plan_med_registerdata(request, slug)
    synlige = Succeskriterium.objects.synlige_for(request.user).select_related("helhedsplan")
    kriterium = get_object_or_404(synlige, helhedsplan=plan, nr=nr)
    indikatorer = dataforslag.mulige(kriterium)
    kode = request.POST.get("indikator") or request.GET.get("indikator")
    valgt = next((et for et in indikatorer if et.kode == kode), indikatorer[0] if indikatorer else None)
    forslag = dataforslag.forslag(kriterium, valgt, dato=timezone.localdate()) if valgt else ()
    fejl: list[str] = []
    if request.method == "POST":
        udvalgte = dataforslag.valgte(forslag, set(request.POST.getlist("tal")))
        fejl = _hent(request, kriterium, udvalgte)
        if not fejl:
            return redirect("maalinger:kriterium_detalje", slug=plan.slug, nr=nr)
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "kriterium": kriterium,
        "indikatorer": indikatorer,
        "valgt": valgt,
        "forslag": forslag,
        "fejl": fejl,
        "led": [
            ("Kriterier", reverse("maalinger:kriterium_liste", args=[plan.slug])),
            (kriterium.navn, reverse("maalinger:kriterium_detalje", args=[plan.slug, nr])),
        ],
    }
    return render(request, "maalinger/kriterium_hent.html", kontekst)


def _hent(request: HttpRequest, kriterium: Succeskriterium, udvalgte: list[dataforslag.Forslag]) -> list[str]:
    """Sentences about what went wrong; an empty list means that the drafts are there."""
    if not udvalgte:
        return ["Sæt kryds ved de tal, der skal hentes."]
    try:
        nye = hent_som_kladder(kriterium, udvalgte, af=request.user)
    except ValidationError as grund:
        return grund.messages
    antal = "Et tal" if len(nye) == 1 else f"{len(nye)} tal"
    messages.success(request, f"{antal} er hentet som kladde. Send dem til godkendelse, når de er set igennem.")
    return []

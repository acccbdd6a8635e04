"""The search over everything the person may see."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from aftaler.permissions import planer_og_roller
from overblik.forms import SoegForm
from overblik.rules.soegning import renset
from overblik.search import MANGE, soeg


@require_safe
def soegning(request: HttpRequest) -> HttpResponse:
    """Without words: the field. With words: what was found, by kind."""
    planer = list(planer_og_roller(request.user))
    sendt = {navn: renset(request.GET.get(navn, "")) for navn in ("q", "plan", "slags")}
    form = SoegForm(sendt if sendt["q"] else None, planer=planer)
    kontekst: dict[str, Any] = {
        "form": form,
        "svar": None,
        "overskrift": "Søg",
        "grupper": [],
        "kun_en_slags": False,
        "uden_filtre_url": "",
        "flere_planer": len(planer) > 1,
        "mange": MANGE,
    }
    if form.is_valid():
        q, plan, slags = (form.cleaned_data[navn] for navn in ("q", "plan", "slags"))
        svar = soeg(request.user, q, dag=timezone.localdate(), plan=plan, slags=slags)
        kontekst |= {
            "svar": svar,
            "overskrift": f"{svar.antal or 'Ingen'} fund på »{q}«",
            "grupper": [{"gruppe": et, "alle_url": _adresse(q, plan, et.slags)} for et in svar.grupper],
            "kun_en_slags": bool(slags),
            "uden_filtre_url": _adresse(q) if plan or slags else "",
        }
    return render(request, "overblik/soegning.html", kontekst)


def _adresse(q: str, plan: str = "", slags: str = "") -> str:
    valgt = {navn: vaerdi for navn, vaerdi in (("q", q), ("plan", plan), ("slags", slags)) if vaerdi}
    return f"{reverse('soeg')}?{urlencode(valgt)}"

"""Approving a referat in writing before the next meeting."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from aftaler.views.formularside import vis_eller_gem
from aftaler.views.plan import sendt
from moeder.forms.referat import SkriftligForm
from moeder.services import skriftlig as services
from moeder.views import goer, med_mails
from moeder.views.afslutning import referat_jeg_leder, referatside


@require_http_methods(["GET", "POST"])
def referat_skriftlig(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """Ask the members; the deadline is counted in Danish working days."""
    referat = referat_jeg_leder(request, slug, moede)
    form = SkriftligForm(sendt(request))
    side = referatside(
        referat,
        "Bed om skriftlig godkendelse",
        "Organets medlemmer får en mail og godkender referatet her. Når alle, der var til stede, har godkendt, kan du "
        "sætte det til godkendt, og punktet går af den næste dagsorden.",
    )
    svar = vis_eller_gem(
        request,
        replace(side, knap="Send til medlemmerne"),
        form,
        lambda: services.bed_om_skriftlig_godkendelse(
            referat, arbejdsdage=form.cleaned_data["arbejdsdage"], af=request.user
        ),
        lambda udgave: f"Medlemmerne er bedt om at godkende udgave {udgave.nr}.",
    )
    return med_mails(request, svar)


@require_POST
def referat_godkend_skriftligt(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    referat = referat_jeg_leder(request, slug, moede)
    goer(request, lambda: services.godkend_skriftligt(referat, af=request.user), "Referatet er godkendt skriftligt.")
    return redirect("moeder:referat", slug, moede)

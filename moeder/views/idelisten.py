"""What waits for an agenda: put on one, or dropped."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from moeder.models import Behandling, Moede
from moeder.rules.dagsorden import hvorfor_laast
from moeder.services import dagsorden as services
from moeder.views import krumme, moede_jeg_leder, moedets_side


@require_GET
def ideliste(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """What waits for an agenda."""
    fundet = moede_jeg_leder(request, slug, moede)
    plan = fundet.helhedsplan
    kontekst = {
        "plan": plan,
        "moede": fundet,
        "krumme": krumme(plan, fundet),
        "punkter": idelisten(request, fundet).select_related("sag").order_by("-sag__oprettet_tidspunkt", "-pk"),
        "laast": hvorfor_laast(fundet.tilstand),
    }
    return render(request, "moeder/ideliste.html", kontekst)


@require_POST
def ide_saet_paa(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    punkt = get_object_or_404(idelisten(request, fundet), pk=pk)
    try:
        services.saet_paa(punkt, fundet, af=request.user)
    except ValidationError as fejl:
        messages.warning(request, " ".join(fejl.messages))
    else:
        messages.success(request, f"»{punkt}« står på dagsordenen.")
    return redirect(moedets_side(fundet.helhedsplan, fundet))


@require_POST
def ide_slet(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    punkt = get_object_or_404(idelisten(request, fundet), pk=pk)
    navn = punkt.titel
    try:
        services.slet_punkt(punkt, af=request.user)
    except ValidationError as fejl:
        messages.warning(request, " ".join(fejl.messages))
    else:
        messages.success(request, f"»{navn}« er slettet.")
    return redirect("moeder:ideliste", fundet.helhedsplan.slug, fundet.kode)


def idelisten(request: HttpRequest, moede: Moede) -> Any:
    synlige = Behandling.objects.synlige_for(request.user)
    return synlige.filter(moede__isnull=True, sag__helhedsplan=moede.helhedsplan)

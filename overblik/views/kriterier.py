"""From a criterion to the meetings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from maalinger.views import vist_kriterium
from moeder.models import Behandling
from moeder.views.sager import behandlet


@require_safe
def kriterium_moeder(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """The items of agendas that are about one criterion, with what was decided on them."""
    plan = hent_plan(request, slug)
    kriterium = vist_kriterium(plan, nr, rettigheder(request.user, plan))
    punkter = Behandling.objects.synlige_for(request.user).filter(henvisninger__kriterium=kriterium.noegle)
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "kriterium": kriterium,
        "krumme": [
            ("Overblik", reverse("overblik:overblik", args=[slug])),
            ("Kriterier", reverse("maalinger:kriterium_liste", args=[slug])),
            (kriterium.navn, reverse("maalinger:kriterium_detalje", args=[slug, nr])),
        ],
        "forloeb": behandlet(punkter.distinct(), request.user, "Kriteriet"),
    }
    return render(request, "overblik/kriterium_moeder.html", kontekst)

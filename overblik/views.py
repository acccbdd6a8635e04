"""The board's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from brugere.roles import Ret
from kerne.farver import STATUSSER
from maalinger.reports.kriterier import Kladder
from overblik.reports.statusrapport import statusrapport


@require_safe
def overblik(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the plan stands, by what is in force today; a document never approved stands in as a draft."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    kladder = Kladder.UDEN_VERSION if Ret.KLADDE_SE in ret else Kladder.INGEN
    kontekst = {
        "plan": plan,
        "fane": "overblik",
        "rapport": statusrapport(plan, dato=timezone.localdate(), kladder=kladder),
        "signatur": [(kode, udtryk.ord) for kode, udtryk in STATUSSER.items()],
        "maa_rette": Ret.AFTALE_RET in ret,
    }
    return render(request, "overblik/overblik.html", kontekst)

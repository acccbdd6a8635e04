"""The page that says where the money stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aftaler.permissions import rettigheder
from brugere.roles import Ret
from oekonomi.reports import figurer
from oekonomi.reports.oversigt import oekonomioversigt
from oekonomi.views import plan_der_maa_ses


@require_safe
def oekonomi(request: HttpRequest, slug: str) -> HttpResponse:
    """The warnings first, then three sums with their checks, then the tables and drawings behind them."""
    plan = plan_der_maa_ses(request, slug)
    retter = rettigheder(request.user, plan)
    valgt = request.GET.get("aar", "")
    aar = int(valgt) if valgt.isascii() and valgt.isdigit() and len(valgt) == 4 else None
    oversigt = oekonomioversigt(plan, dato=timezone.localdate(), aar=aar)
    skjult = oversigt.er_kladde and Ret.KLADDE_SE not in retter
    kontekst = {
        "plan": plan,
        "oversigt": None if skjult else oversigt,
        "aarvalg": [{"aar": et.aar, "valgt": et.aar == oversigt.aar} for et in oversigt.aarslinjer],
        "figurer": None if skjult else figurer.figurer(oversigt),
        "maa_rette": Ret.PENGE_RET in retter,
    }
    return render(request, "oekonomi/oversigt.html", kontekst)

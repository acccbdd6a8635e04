"""The ét-års-eftersyn: what Landsbyggefonden asks about, filled in beforehand."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from brugere.roles import Ret
from moeder.models import Moede, Opgave
from moeder.statuses import Moedeart
from overblik.reports.eftersyn import eftersyn as rapport_for

KRAEVER = frozenset({Ret.KLADDE_SE, Ret.PENGE_SE})  # it tells of the draft and of money in detail


@require_safe
def eftersyn(request: HttpRequest, slug: str) -> HttpResponse:
    """The four headings as the plan stands today, and the eftersyn's own meetings."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    if not ret >= KRAEVER:
        raise PermissionDenied
    opgaver = Opgave.objects.synlige_for(request.user).aabne().filter(helhedsplan=plan).select_related("ejer")
    moeder = Moede.objects.synlige_for(request.user).filter(helhedsplan=plan, art=Moedeart.EFTERSYN)
    kontekst = {
        "plan": plan,
        "side": rapport_for(plan, dato=timezone.localdate(), opgaver=opgaver.order_by("frist_dato", "pk")),
        "moeder": moeder.select_related("organ").order_by("-begynder", "-pk"),
        "maa_lede": Ret.MOEDE_LED in ret,
    }
    return render(request, "overblik/eftersyn.html", kontekst)

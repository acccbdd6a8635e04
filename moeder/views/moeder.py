"""The meetings of a plan: the list, and making, moving and cancelling one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from aftaler.models import Organ
from aftaler.views import hent_plan
from moeder import permissions
from moeder.models import Moede
from moeder.reports.moeder import moedeliste


@require_GET
def moede_liste(request: HttpRequest, slug: str) -> HttpResponse:
    plan = hent_plan(request, slug)
    nu = timezone.now()
    moeder = Moede.objects.synlige_for(request.user).filter(helhedsplan=plan).select_related("organ")
    organer = Organ.objects.synlige_for(request.user).filter(helhedsplan=plan).order_by("pk")
    kontekst = {
        "plan": plan,
        "liste": moedeliste(
            list(organer),
            moeder,
            nu=nu,
            planen_loeber=plan.start_dato <= timezone.localdate() <= plan.slut_dato,
        ),
        "maa_lede": permissions.maa_lede_moeder(request.user, plan),
    }
    return render(request, "moeder/moede_liste.html", kontekst)

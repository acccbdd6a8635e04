"""How the staff is shared out, one axis at a time."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from aftaler import permissions
from aftaler.models import Medarbejderandel
from aftaler.reports.andele import aksetabeller
from aftaler.views import hent_plan
from aftaler.views.organisering import krumme


@require_GET
def medarbejderandel_liste(request: HttpRequest, slug: str) -> HttpResponse:
    plan = hent_plan(request, slug)
    if not permissions.ser_organer(permissions.roller(request.user, plan)):
        raise PermissionDenied
    andele = Medarbejderandel.objects.synlige_for(request.user).filter(helhedsplan=plan)
    andele = andele.select_related("person", "boligomraade", "delaftale__indsatsomraade__omraadetype")
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "akser": aksetabeller(andele.order_by("akse", "delaftale__indsatsomraade__omraadetype__nr", "pk")),
        "maa_rette": permissions.maa_rette_aftale(request.user, plan),
    }
    return render(request, "aftaler/andele.html", kontekst)

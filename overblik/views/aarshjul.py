"""The wheel of a plan's year."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aftaler.permissions import roller, rollernes_rettigheder, ser_frister
from aftaler.views import hent_plan
from brugere.roles import SER_LISTER, Ret, Rolle
from moeder.models import Moede, Opgave
from overblik.reports.aarshjul import aarshjul as rapport_for
from overblik.rules.aarshjul import aaret


@require_safe
def aarshjul(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that the year ?aar=2022 holds, for all in the plan but Landsbyggefonden."""
    plan = hent_plan(request, slug)
    mine = roller(request.user, plan)
    if not ser_frister(mine):
        raise PermissionDenied
    dag = timezone.localdate()
    aar = aaret(request.GET.get("aar", ""), start=plan.start_dato, slut=plan.slut_dato, dag=dag)
    moeder = Moede.objects.synlige_for(request.user).filter(helhedsplan=plan).select_related("organ")
    opgaver = Opgave.objects.synlige_for(request.user).filter(helhedsplan=plan).select_related("ejer")
    ret = rollernes_rettigheder(mine)
    hjul = rapport_for(
        plan,
        aar,
        dato=dag,
        moeder=moeder.order_by("begynder", "pk"),
        opgaver=opgaver.order_by("frist_dato", "pk"),
        lukkede=_lukkede(mine, ret),
    )
    kontekst = {"plan": plan, "hjul": hjul, "maa_rette": Ret.AFTALE_RET in ret}
    return render(request, "overblik/aarshjul.html", kontekst)


def _lukkede(mine: frozenset[Rolle], ret: frozenset[Ret]) -> list[str]:
    """The pages of the year that this person can't open."""
    aabne = {
        "oekonomi:regnskab_liste": Ret.PENGE_SE in ret,
        "maalinger:data": Ret.AFTALE_RET in ret,
        "maalinger:lister": bool(mine & SER_LISTER),
    }
    return [side for side, er_aaben in aabne.items() if not er_aaben]

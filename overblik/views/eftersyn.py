"""The ét-års-eftersyn: what Landsbyggefonden asks about, filled in beforehand."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from brugere.roles import Ret
from moeder.forms.opgaver import OpgaveForm
from moeder.models import Moede, Opgave
from moeder.reports.opgaver import fra_eftersynet, opgavelinjer
from moeder.services.opgaver import aftal_opgave
from moeder.statuses import Moedeart
from moeder.views import plan_hvor_jeg_leder
from overblik.reports.eftersyn import eftersyn as rapport_for

KRAEVER = frozenset({Ret.KLADDE_SE, Ret.PENGE_SE})  # it tells of the draft and of money in detail


@require_safe
def eftersyn(request: HttpRequest, slug: str) -> HttpResponse:
    """The four headings as the plan stands today, what was agreed, and the eftersyn's own meetings."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    if not ret >= KRAEVER:
        raise PermissionDenied
    opgaver = Opgave.objects.synlige_for(request.user).filter(helhedsplan=plan)
    aftalte = list(fra_eftersynet(opgaver))
    aabne = opgaver.aabne().exclude(pk__in=[et.pk for et in aftalte]).select_related("ejer")
    maa_lede, i_dag = Ret.MOEDE_LED in ret, timezone.localdate()
    moeder = Moede.objects.synlige_for(request.user).filter(helhedsplan=plan, art=Moedeart.EFTERSYN)
    kontekst = {
        "plan": plan,
        "side": rapport_for(plan, dato=i_dag, opgaver=aabne.order_by("frist_dato", "pk")),
        "aftalte": opgavelinjer(plan, aftalte, request.user, dato=i_dag, leder=maa_lede),
        "moeder": moeder.select_related("organ").order_by("-begynder", "-pk"),
        "maa_lede": maa_lede,
    }
    return render(request, "overblik/eftersyn.html", kontekst)


@require_http_methods(["GET", "POST"])
def eftersyn_opgave(request: HttpRequest, slug: str) -> HttpResponse:
    """Something that was agreed: what, who, and by when."""
    plan = plan_hvor_jeg_leder(request, slug)
    tilbage = reverse("overblik:eftersyn", args=[plan.slug])
    side = Side(
        plan,
        "Skriv en aftale",
        [("Ét-års-eftersyn", tilbage)],
        tilbage,
        overrubrik=plan.navn,
        indledning="Det, der er aftalt på eftersynet, står her og på bestyrelsens næste dagsordener, til det er gjort.",
    )
    form = OpgaveForm(sendt(request), instance=Opgave(), planen=plan)
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: aftal_opgave(plan, af=request.user, **form.felter),
        lambda opgave: f"Opgaven er givet til {opgave.ejer}.",
    )

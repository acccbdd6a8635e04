"""One case over several bodies."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler.models import Helhedsplan
from aftaler.views import hent_plan
from aftaler.views.formularside import Side
from brugere.models import Bruger
from moeder import permissions
from moeder.forms.dagsorden import SagForm
from moeder.models import Behandling, Beslutning, Fremmoede, Punktfravaer, Sag
from moeder.models.moede import leder_moeder_i
from moeder.reports.sager import Sagsforloeb, forloebet
from moeder.services import sager as services
from moeder.statuses import Moedetilstand
from moeder.views import krumme, plan_hvor_jeg_leder
from moeder.views.formular import ret_med_laas


@require_GET
def sag_detalje(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Every treatment that the reader may see, with its day, its body, who was away and what was decided."""
    plan, mig = hent_plan(request, slug), request.user
    sag = _sag(request, plan, pk)
    kontekst = {
        "plan": plan,
        "sag": sag,
        "krumme": krumme(plan),
        "forloeb": behandlet(Behandling.objects.synlige_for(mig).filter(sag=sag), mig),
        "maa_lede": permissions.maa_lede_moeder(mig, plan),
    }
    return render(request, "moeder/sag_detalje.html", kontekst)


def behandlet(synlige: QuerySet[Behandling], bruger: Bruger, hvad: str = "Sagen") -> Sagsforloeb:
    """Where `hvad` was treated, by the items that the person sees. The same number of queries for any number.

    What is being decided at a meeting under way is seen by whoever writes it.
    """
    paa_moede = synlige.filter(moede__isnull=False)
    behandlinger = list(paa_moede.select_related("moede__organ").order_by("moede__begynder", "pk"))
    noegler = [et.pk for et in behandlinger]
    fremmoede = Fremmoede.objects.synlige_for(bruger).filter(moede__in=[et.moede_id for et in behandlinger])
    fravaer = Punktfravaer.objects.synlige_for(bruger).filter(behandling__in=noegler)
    skrevet = Q(behandling__moede__tilstand=Moedetilstand.AFSLUTTET) | Q(leder_moeder_i(bruger, "helhedsplan"))
    beslutninger = Beslutning.objects.synlige_for(bruger).filter(skrevet, behandling__in=noegler)
    return forloebet(
        behandlinger,
        list(fremmoede.select_related("person").order_by("person__navn", "pk")),
        list(fravaer.select_related("person").order_by("person__navn", "pk")),
        list(beslutninger.order_by("nr")),
        nu=timezone.now(),
        hvad=hvad,
    )


@require_http_methods(["GET", "POST"])
def sag_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = plan_hvor_jeg_leder(request, slug)
    sag = _sag(request, plan, pk)
    side = Side(
        plan,
        f"Ret sagen »{sag}«",
        krumme(plan),
        reverse("moeder:sag_detalje", args=[plan.slug, sag.pk]),
        overrubrik=plan.navn,
        indledning="Punkter, der allerede er skrevet, beholder deres egne navne.",
    )
    return ret_med_laas(
        request,
        side,
        sag,
        lambda data: SagForm(data, instance=_sag(request, plan, pk)),
        lambda form: services.ret_sag(sag, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter),
        "Sagen er rettet.",
    )


def _sag(request: HttpRequest, plan: Helhedsplan, pk: int) -> Sag:
    sag = get_object_or_404(Sag.objects.synlige_for(request.user), helhedsplan=plan, pk=pk)
    sag.helhedsplan = plan
    return sag

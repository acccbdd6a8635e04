"""What the plan's figures propose for an agenda: taken, changed first, or dropped with a reason."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from moeder.forms.dagsorden import PunktForm
from moeder.models import Behandling, Forslag, Moede
from moeder.rules.dagsorden import hvorfor_laast
from moeder.statuses import Moedetilstand
from moeder.views import goer, krumme, moede_jeg_leder
from moeder.views.formular import ret_med_laas
from overblik.forms import UdeladForm
from overblik.reports.afvigelser import forslagsside
from overblik.services import forslag as services

FORM = ["GET", "POST"]


@require_GET
def forslag_liste(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """What today's figures propose. Reading the page is what looks: the same figures write nothing."""
    fundet = moede_jeg_leder(request, slug, moede)
    plan = fundet.helhedsplan
    services.foreslaa_punkter(plan, dato=timezone.localdate(), af=request.user)
    kontekst = {
        "plan": plan,
        "moede": fundet,
        "krumme": krumme(plan, fundet),
        "side": forslagsside(plan),
        "laast": hvorfor_laast(fundet.tilstand),
        "er_kladde": fundet.tilstand == Moedetilstand.KLADDE,
    }
    return render(request, "overblik/forslag.html", kontekst)


@require_POST
def forslag_tag_med(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, forslag = _forslaget(request, slug, moede, pk)
    goer(
        request,
        lambda: services.tag_med(forslag, fundet, af=request.user),
        f"Sat på dagsordenen: {forslag}.",
    )
    return redirect(_listen(fundet))


@require_http_methods(FORM)
def forslag_ret(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """The draft in the form of an item: changed, and then on the agenda."""
    fundet, forslag = _forslaget(request, slug, moede, pk)
    plan = fundet.helhedsplan
    return ret_med_laas(
        request,
        _side(fundet, "Ret udkastet", forslag, "Sæt på dagsordenen"),
        Behandling(),
        lambda data: PunktForm(data, instance=Behandling(**services.udkastets_felter(forslag)), planen=plan),
        lambda form: services.tag_med(forslag, fundet, felter=form.felter, af=request.user),
        f"Sat på dagsordenen: {forslag}.",
    )


@require_http_methods(FORM)
def forslag_udelad(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, forslag = _forslaget(request, slug, moede, pk)
    form = UdeladForm(sendt(request))
    return vis_eller_gem(
        request,
        _side(fundet, "Udelad punktet", forslag, "Udelad punktet"),
        form,
        lambda: services.udelad(forslag, af=request.user, **form.cleaned_data),
        f"»{forslag}« er udeladt.",
    )


def _forslaget(request: HttpRequest, slug: str, moede: str, pk: int) -> tuple[Moede, Forslag]:
    """The meeting and a proposal of the figures; the referat's own (`moeder`) has no draft and no page here."""
    fundet = moede_jeg_leder(request, slug, moede)
    synlige = Forslag.objects.synlige_for(request.user).filter(helhedsplan=fundet.helhedsplan).exclude(udkast={})
    return fundet, get_object_or_404(synlige.select_related("helhedsplan"), pk=pk)


def _listen(moede: Moede) -> str:
    return reverse("overblik:forslag_liste", args=[moede.helhedsplan.slug, moede.kode])


def _side(moede: Moede, titel: str, forslag: Forslag, knap: str) -> Side:
    plan = moede.helhedsplan
    vej = [*krumme(plan, moede), ("Forslag", _listen(moede))]
    return Side(plan, titel, vej, _listen(moede), knap, str(moede), f"{forslag}. {forslag.grund}")

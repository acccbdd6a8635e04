"""Doors to the criteria: all of them, and one with everything behind it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftaler.models import Helhedsplan, Succeskriterium
from aftaler.permissions import rettigheder, roller, rollernes_rettigheder
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from brugere.roles import Ret
from maalinger.forms.godkendelse import StatusForm
from maalinger.models import Tilsidesaettelse
from maalinger.permissions import ser_lister
from maalinger.reports import detaljer, kriterier, linjer, opfoelgning, optaelling
from maalinger.services import tilsidesaettelser
from maalinger.statuses import Status
from maalinger.views import kladder, synlige_maalinger, vist_kriterium


@require_safe
def kriterium_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every criterion the person may see, each with its sign, its word and its sentence."""
    plan = hent_plan(request, slug)
    mine = roller(request.user, plan)
    i_dag, ret = timezone.localdate(), rollernes_rettigheder(mine)
    i_kraft = kriterier.ikraft(plan, dato=i_dag)
    alle = linjer.linjer(plan, kriterier.viste(plan, i_kraft, kladder(ret)), dato=i_dag)
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "omraader": linjer.pr_omraade(alle),
        "antal": len(alle),
        "dato": i_dag,
        "godkendt": i_kraft.dokumenter,
        "maa_rette": Ret.AFTALE_RET in ret,
        "ser_lister": ser_lister(mine),
        "har_eksempel": any(et.har_eksempel for et in alle),
    }
    return render(request, "maalinger/kriterium_liste.html", kontekst)


@require_safe
def kriterium_detalje(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """One criterion: where it stands, how that was computed, the figures and where they came from."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    kriterium = vist_kriterium(plan, nr, ret)
    synlige = synlige_maalinger(request.user, ret).filter(kriterium=kriterium.noegle)
    historie = list(
        synlige.select_related("omraade", "registreret_af", "rettet_af", "sendt_af", "afgjort_af").nyeste_foerst()
    )
    sat = Tilsidesaettelse.objects.synlige_for(request.user).filter(kriterium=kriterium.noegle)
    raekken = Succeskriterium.objects.synlige_for(request.user).filter(pk=kriterium.noegle)
    foelges = opfoelgning.hent([kriterium.noegle]).get(kriterium.noegle, opfoelgning.INGEN)
    hvad = {kriterium.noegle: foelges.optaelling} if foelges.optaelling else {}
    optalt = optaelling.optalt(plan, [kriterium], hvad, dato=timezone.localdate()).get(kriterium.noegle)
    kladde = kriterier.kladdens_udgave(plan, kriterium) if Ret.KLADDE_SE in ret else None
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "side": detaljer.kriterieside(plan, kriterium, historie, foelges, optalt, dato=timezone.localdate()),
        "kladde": kladde,
        "aendringer": opfoelgning.maaleplanens_aendringer(foelges),
        "tilsidesaettelser": sat.select_related("af", "ophaevet_af").order_by("-tidspunkt", "-pk"),
        "maa_tilsidesaette": Ret.TILSIDESAET in ret,
        "maa_registrere": Ret.REGISTRER in ret and raekken.exists(),
        "maa_rette": Ret.AFTALE_RET in ret,
    }
    return render(request, "maalinger/kriterium_detalje.html", kontekst)


@require_http_methods(["GET", "POST"])
def kriterium_status(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """Set the status by hand, with a reason; the computed one stays beside it."""
    plan, kriterium = _til_status(request, slug, nr)
    form = StatusForm(sendt(request))
    tilbage = reverse("maalinger:kriterium_detalje", args=[slug, nr])
    krumme = [("Kriterier", reverse("maalinger:kriterium_liste", args=[slug])), (kriterium.navn, tilbage)]
    side = Side(
        plan,
        "Sæt status i hånden",
        krumme,
        tilbage,
        knap="Sæt status",
        overrubrik=f"Kriterium {kriterium.nr} · {kriterium.navn}",
        indledning="Den beregnede status bliver stående ved siden af, og du kan lade den gælde igen.",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: tilsidesaettelser.saet_status(
            kriterium, status=Status(form.cleaned_data["status"]), grund=form.cleaned_data["grund"], af=request.user
        ),
        "Status er sat i hånden.",
    )


@require_POST
def kriterium_status_ophaev(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """The computed status counts again."""
    _plan, kriterium = _til_status(request, slug, nr)
    if tilsidesaettelser.ophaev_status(kriterium, af=request.user):
        messages.success(request, "Den beregnede status gælder igen.")
    else:
        messages.info(request, "Status er ikke sat i hånden. Den beregnede gælder.")
    return redirect("maalinger:kriterium_detalje", slug, nr)


def _til_status(request: HttpRequest, slug: str, nr: int) -> tuple[Helhedsplan, Succeskriterium]:
    plan = hent_plan(request, slug)
    synlige = Succeskriterium.objects.synlige_for(request.user).select_related("helhedsplan")
    kriterium = get_object_or_404(synlige, helhedsplan=plan, nr=nr)
    if Ret.TILSIDESAET not in rettigheder(request.user, plan):
        raise PermissionDenied
    return plan, kriterium

"""Doors to the criteria: all of them, and one with everything behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aftaler.models import Succeskriterium
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from brugere.roles import Ret
from maalinger.reports import detaljer, kriterier, linjer
from maalinger.views import kladder, synlige_maalinger, vist_kriterium


@require_safe
def kriterium_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every criterion the person may see, each with its sign, its word and its sentence."""
    plan = hent_plan(request, slug)
    i_dag, ret = timezone.localdate(), rettigheder(request.user, plan)
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
    historie = list(synlige.select_related("omraade", "registreret_af", "rettet_af").nyeste_foerst())
    raekken = Succeskriterium.objects.synlige_for(request.user).filter(pk=kriterium.noegle)
    kladde = kriterier.kladdens_udgave(plan, kriterium) if Ret.KLADDE_SE in ret else None
    kontekst = {
        "plan": plan,
        "fane": "kriterier",
        "side": detaljer.kriterieside(plan, kriterium, historie, dato=timezone.localdate()),
        "kladde": kladde,
        "maa_registrere": Ret.REGISTRER in ret and raekken.exists(),
        "maa_rette": Ret.AFTALE_RET in ret,
    }
    return render(request, "maalinger/kriterium_detalje.html", kontekst)

"""The accounts: all years, one year with its steps and the revisor's remarks."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.models import Helhedsplan
from aftaler.permissions import har_ret
from aftaler.rules.penge import regnskabsaar
from brugere.roles import Ret
from oekonomi import permissions
from oekonomi.forms.regnskab import BemaerkningForm, RegnskabForm
from oekonomi.models import Regnskabsaar, Revisorbemaerkning
from oekonomi.reports.ord import regnskaber_over_tiden
from oekonomi.reports.oversigt import oekonomioversigt
from oekonomi.reports.regnskab import paategningens_aendringer
from oekonomi.services import regnskab as services
from oekonomi.views import FORM, krumme, kun_i_kladden, plan_der_maa_rettes, plan_der_maa_ses
from oekonomi.views.formular import Side, spoerg_eller_goer, vis_eller_gem

LISTE = ("Regnskab", "oekonomi:regnskab_liste")


@require_safe
def regnskab_liste(request: HttpRequest, slug: str) -> HttpResponse:
    plan = plan_der_maa_ses(request, slug)
    oversigt = oekonomioversigt(plan, dato=timezone.localdate())
    sene = regnskaber_over_tiden([(et.aar, et.frist) for et in oversigt.regnskaber if et.er_over_tiden])
    kontekst = {"plan": plan, "krumme": krumme(plan), "linjer": oversigt.regnskaber, "advarsel": sene}
    return render(request, "oekonomi/regnskaber.html", kontekst)


@require_safe
def regnskab_detalje(request: HttpRequest, slug: str, aar: int) -> HttpResponse:
    """One year: how far its accounts are, what it cost, and what the revisor remarked."""
    plan = plan_der_maa_ses(request, slug)
    oversigt = oekonomioversigt(plan, dato=timezone.localdate(), aar=aar)
    linje = next((et for et in oversigt.regnskaber if et.aar == aar), None)
    if linje is None:
        raise Http404
    raekke = Regnskabsaar.objects.synlige_for(request.user).filter(helhedsplan=plan, aar=aar).first()
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan, LISTE),
        "titel": f"Regnskab {aar}",
        "linje": linje,
        "revisor": raekke.revisor if raekke else "",
        "trin": [
            ("Underskrevet", raekke.underskrevet_dato if raekke else None),
            ("Påtegnet af revisor", raekke.paategnet_dato if raekke else None),
            ("Sendt til Landsbyggefonden", raekke.sendt_dato if raekke else None),
        ],
        "aendringer": paategningens_aendringer(raekke) if raekke else (),
        "oversigt": None if kun_i_kladden(request.user, plan, er_kladde=oversigt.er_kladde) else oversigt,
        "bemaerkninger": raekke.bemaerkninger.order_by("pk") if raekke else [],
        "maa_rette": permissions.maa_rette_penge(request.user, plan),
        "maa_bestille": har_ret(request.user, Ret.PAPIR_BESTIL, plan),
    }
    return render(request, "oekonomi/regnskab.html", kontekst)


@require_http_methods(FORM)
def regnskab_ret(request: HttpRequest, slug: str, aar: int) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    _kraev_planens(plan, aar)
    return vis_eller_gem(
        request,
        _side(plan, aar, f"Regnskab {aar}", indledning="Hver dato er et trin: underskrevet, påtegnet, sendt."),
        _raekke(request, plan, aar),
        lambda data: RegnskabForm(data, instance=_raekke(request, plan, aar)),
        lambda form: services.gem_regnskab(
            plan, aar, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter
        ),
        f"Regnskabet for {aar} er gemt.",
    )


@require_http_methods(FORM)
def bemaerkning_opret(request: HttpRequest, slug: str, aar: int) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    regnskab = _skrevet_regnskab(request, plan, aar)
    return vis_eller_gem(
        request,
        _side(plan, aar, "Tilføj revisorbemærkning"),
        Revisorbemaerkning(regnskabsaar=regnskab),
        lambda data: BemaerkningForm(data, instance=Revisorbemaerkning(regnskabsaar=regnskab)),
        lambda form: services.opret_bemaerkning(regnskab, af=request.user, **form.felter),
        "Bemærkningen er gemt.",
    )


@require_http_methods(FORM)
def bemaerkning_ret(request: HttpRequest, slug: str, aar: int, pk: int) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    bemaerkning = _bemaerkning(request, plan, aar, pk)
    slet_url = reverse("oekonomi:bemaerkning_slet", args=[slug, aar, pk])
    return vis_eller_gem(
        request,
        _side(plan, aar, "Ret revisorbemærkning", slet_url=slet_url),
        bemaerkning,
        lambda data: BemaerkningForm(data, instance=_bemaerkning(request, plan, aar, pk)),
        lambda form: services.ret_bemaerkning(
            bemaerkning, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter
        ),
        "Bemærkningen er gemt.",
    )


@require_http_methods(FORM)
def bemaerkning_slet(request: HttpRequest, slug: str, aar: int, pk: int) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    bemaerkning = _bemaerkning(request, plan, aar, pk)
    side = _side(
        plan,
        aar,
        f"Slet »{bemaerkning}«?",
        knap="Slet",
        indledning="Slet kun en bemærkning, der er skrevet ind ved en fejl. Er der fulgt op, så skriv datoen.",
    )
    return spoerg_eller_goer(
        request, side, lambda: services.slet_bemaerkning(bemaerkning, af=request.user), "Bemærkningen er slettet."
    )


def _raekke(request: HttpRequest, plan: Helhedsplan, aar: int) -> Regnskabsaar:
    """The year's accounts; new ones where nothing is written down yet."""
    egne = Regnskabsaar.objects.synlige_for(request.user).filter(helhedsplan=plan, aar=aar)
    return egne.first() or services.nyt_regnskab(plan, aar)


def _skrevet_regnskab(request: HttpRequest, plan: Helhedsplan, aar: int) -> Regnskabsaar:
    egne = Regnskabsaar.objects.synlige_for(request.user).filter(helhedsplan=plan)
    return get_object_or_404(egne, aar=aar)


def _bemaerkning(request: HttpRequest, plan: Helhedsplan, aar: int, pk: int) -> Revisorbemaerkning:
    synlige = Revisorbemaerkning.objects.synlige_for(request.user).select_related("regnskabsaar__helhedsplan")
    return get_object_or_404(synlige, regnskabsaar__helhedsplan=plan, regnskabsaar__aar=aar, pk=pk)


def _kraev_planens(plan: Helhedsplan, aar: int) -> None:
    if aar not in regnskabsaar(plan.start_dato, plan.slut_dato):
        raise Http404


def _side(plan: Helhedsplan, aar: int, titel: str, **ord_: Any) -> Side:
    tilbage = reverse("oekonomi:regnskab_detalje", args=[plan.slug, aar])
    return Side(plan, titel, [*krumme(plan, LISTE), (f"Regnskab {aar}", tilbage)], tilbage, **ord_)

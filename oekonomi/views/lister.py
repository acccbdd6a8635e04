"""The lists: spending, deliveries, changes of the budget, unspent money."""

from django.core.paginator import Paginator
from django.db.models import Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aftaler.models import Helhedsplan
from aftaler.permissions import rettigheder
from aftaler.rules.penge import regnskabsaar
from brugere.roles import Ret
from oekonomi import permissions
from oekonomi.models import Budgetaendring, Forbrug, Levering, Restmidler
from oekonomi.reports.grundlag import flytning, grundlag, vaerdi
from oekonomi.reports.linjer import aendringslinje, giverlinjer, indhentning, restlinje
from oekonomi.reports.ord import listesum
from oekonomi.rules.medfinansiering import samlet
from oekonomi.views import krumme, kun_i_kladden, plan_der_maa_ses

PR_SIDE = 100


@require_safe
def forbrug_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """The ledger, newest first, a year at a time when one is chosen."""
    plan = plan_der_maa_ses(request, slug)
    aarene = regnskabsaar(plan.start_dato, plan.slut_dato)
    valgt = request.GET.get("aar", "")
    aar = int(valgt) if valgt in {str(et) for et in aarene} else None
    egne = Forbrug.objects.synlige_for(request.user).filter(helhedsplan=plan)
    egne = egne.filter(aar=aar) if aar else egne
    raekker = egne.select_related("delaftale__indsatsomraade__omraadetype", "omkostningstype", "kilde")
    sider = Paginator(raekker.order_by("-aar", "-bogfoert_dato", "-pk"), PR_SIDE)
    kontekst = _kontekst(request, plan) | {
        "side": sider.get_page(request.GET.get("side")),
        "aarvalg": [{"aar": et, "valgt": et == aar} for et in aarene],
        "aar": aar,
        "spoerg": f"aar={aar}&" if aar else "",
        "sum_i_ord": listesum(
            egne.aggregate(
                brugt=Sum("beloeb", filter=Q(bogfoert_dato__isnull=False)),
                disponeret=Sum("beloeb", filter=Q(bogfoert_dato=None)),
            ),
            aar,
        ),
    }
    return render(request, "oekonomi/forbrug.html", kontekst)


@require_safe
def levering_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Promised against delivered, and every delivery by itself."""
    plan = plan_der_maa_ses(request, slug)
    data = grundlag(plan, dato=timezone.localdate())
    skjult = kun_i_kladden(request.user, plan, er_kladde=data.aftalt.er_kladde)
    givere = [] if skjult else giverlinjer(data, timezone.localdate())
    leveringer = Levering.objects.synlige_for(request.user).filter(helhedsplan=plan)
    sider = Paginator(leveringer.select_related("tilsagn__kilde", "aktivitet").nyeste_foerst(), PR_SIDE)
    side = sider.get_page(request.GET.get("side"))
    kontekst = _kontekst(request, plan) | {
        "givere": givere,
        "samlet": samlet([et.stand for et in givere]),
        "kun_i_kladden": skjult,
        "side": side,
        "leveringer": [(et, vaerdi(et)) for et in side],
        "indhentninger": [(et.kilde, indhentning(et)) for et in data.kompensationer],
    }
    return render(request, "oekonomi/leverancer.html", kontekst)


@require_safe
def budgetaendring_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change: where from, where to, why, and who must approve it."""
    plan = plan_der_maa_ses(request, slug)
    raekker = Budgetaendring.objects.synlige_for(request.user).filter(helhedsplan=plan)
    raekker = raekker.select_related(
        "fra_delaftale__indsatsomraade__omraadetype", "til_delaftale__indsatsomraade__omraadetype"
    )
    retter = rettigheder(request.user, plan)
    linjer = [(aendringslinje(et), _afgoerelsesret(et) in retter) for et in raekker.order_by("-pk")]
    kontekst = _kontekst(request, plan) | {"linjer": linjer}
    return render(request, "oekonomi/budgetaendringer.html", kontekst)


@require_safe
def restmidler_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """What each year left over, and what becomes of it."""
    plan = plan_der_maa_ses(request, slug)
    raekker = Restmidler.objects.synlige_for(request.user).filter(helhedsplan=plan).order_by("aar", "pk")
    kontekst = _kontekst(request, plan) | {"linjer": [restlinje(et, timezone.localdate()) for et in raekker]}
    return render(request, "oekonomi/restmidler.html", kontekst)


def _kontekst(request: HttpRequest, plan: Helhedsplan) -> dict:
    return {
        "plan": plan,
        "krumme": krumme(plan),
        "maa_rette": permissions.maa_rette_penge(request.user, plan),
    }


def _afgoerelsesret(aendring: Budgetaendring) -> Ret:
    flyt = flytning(aendring)
    return permissions.afgoerelsesret(flyt.fra_sted, flyt.til_sted)

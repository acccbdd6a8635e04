"""The board's page, and the rule check."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftaler.models import Boligomraade, Frafald, Helhedsplan
from aftaler.permissions import planer_og_roller, rettigheder, roller, rollernes_rettigheder, ser_frister
from aftaler.services import frafald as services
from aftaler.views import hent_plan
from brugere.models import Bruger
from brugere.roles import Ret, Rolle
from kerne.farver import STATUSSER
from maalinger.reports.kriterier import Ikraft, Kladder, ikraft
from moeder.models import Behandling, Moede
from moeder.reports.venter import referater_for
from overblik.forms import FrafaldForm
from overblik.reports.beslutninger import SkalBesluttes, bestyrelsens_indkaldte, skal_besluttes
from overblik.reports.kontrol import Kontrolside, adresse, kontrolside
from overblik.reports.min_side import min_side as rapport_for
from overblik.reports.omraade import omraadeside
from overblik.reports.statusrapport import Statusrapport, med_penge, statusrapport
from overblik.rules.plandata import Fund
from overblik.views.eftersyn import KRAEVER as EFTERSYN_KRAEVER

BESTYRELSENS = frozenset({Rolle.FORMAND, Rolle.BESTYRELSE})


@require_safe
def overblik(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the plan stands, by what is in force today; a document never approved stands in as a draft."""
    plan = hent_plan(request, slug)
    mine = roller(request.user, plan)
    ret = rollernes_rettigheder(mine)
    frister = ser_frister(mine)
    i_dag = timezone.localdate()
    i_kraft = ikraft(plan, dato=i_dag)
    rapport = statusrapport(plan, dato=i_dag, kladder=_kladder(ret), med_frister=frister, i_kraft=i_kraft)
    kontekst = {
        "plan": plan,
        "fane": "overblik",
        "rapport": _med_penge(rapport, plan, ret, i_kraft),
        "beslut": _beslut(request.user, plan, mine),
        "referater": referater_for(request.user, plan) if Ret.REFERAT_GODKEND in ret else [],
        "signatur": [(kode, udtryk.ord) for kode, udtryk in STATUSSER.items()],
        "maa_bestille": Ret.PAPIR_BESTIL in ret,
        "maa_rette": Ret.AFTALE_RET in ret,
        "maa_tjekke": Ret.TILSIDESAET in ret,
        "ser_frister": frister,
        "ser_eftersyn": ret >= EFTERSYN_KRAEVER,
        "boligomraader": plan.boligomraader.order_by("navn", "pk"),
    }
    return render(request, "overblik/overblik.html", kontekst)


@require_safe
def omraade(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One boligområde of the plan, by what is in force."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    synlige = Boligomraade.objects.synlige_for(request.user).filter(helhedsplaner=plan)
    kontekst = {
        "plan": plan,
        "fane": "overblik",
        "side": omraadeside(plan, get_object_or_404(synlige, pk=pk), dato=timezone.localdate(), kladder=_kladder(ret)),
    }
    return render(request, "overblik/omraade.html", kontekst)


@require_safe
def min_side(request: HttpRequest) -> HttpResponse:
    """What waits for the person over all plans, and whom they wait for."""
    planer = planer_og_roller(request.user)
    kontekst = {
        "side": rapport_for(request.user, dato=timezone.localdate()),
        "plan": next(iter(planer)) if len(planer) == 1 else None,
        "aarshjul": [plan for plan, mine in planer.items() if ser_frister(frozenset(mine))],
    }
    return render(request, "overblik/min_side.html", kontekst)


@require_safe
def kontrol(request: HttpRequest, slug: str) -> HttpResponse:
    """Every finding in the draft as it stands today, and those that somebody let be."""
    plan, ret = _plan_og_ret(request, slug)
    side = kontrolside(plan, dato=timezone.localdate())
    maa_rette = Ret.AFTALE_RET in ret

    def linjer(fund: tuple[Fund, ...]) -> list[dict[str, object]]:
        return [{"fund": et, "url": adresse(et.sted, plan.slug, maa_rette=maa_rette)} for et in fund]

    kontekst = {
        "plan": plan,
        "side": side,
        "grupper": [
            {"titel": "Fejl", "id": "fejl", "linjer": linjer(side.fejl)},
            {"titel": "Advarsler", "id": "advarsler", "linjer": linjer(side.advarsler)},
        ],
        "knap": "Ret" if maa_rette else "Se",
    }
    return render(request, "overblik/kontrol.html", kontekst)


@require_http_methods(["GET", "POST"])
def frafald_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """Let the finding ?regel=…&noegle=… be, with a reason. One that is not there any more needs none."""
    plan, _ = _plan_og_ret(request, slug)
    regel, noegle = request.GET.get("regel", ""), request.GET.get("noegle", "")
    fund = _aabent_fund(kontrolside(plan, dato=timezone.localdate()), regel, noegle)
    if fund is None:
        messages.info(request, "Fundet er der ikke længere, eller nogen har allerede ladet det stå.")
        return redirect("overblik:kontrol", plan.slug)
    form = FrafaldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.lad_staa(plan, regel=regel, noegle=noegle, grund=form.cleaned_data["grund"], af=request.user)
        messages.success(request, "Fundet får lov at stå. Det vises for sig nederst på siden.")
        return redirect("overblik:kontrol", plan.slug)
    return render(request, "overblik/kontrol_frafald.html", {"plan": plan, "fund": fund, "form": form})


@require_POST
def frafald_tilbage(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The finding counts again."""
    plan, _ = _plan_og_ret(request, slug)
    frafald = get_object_or_404(Frafald.objects.synlige_for(request.user).filter(helhedsplan=plan), pk=pk)
    services.tag_tilbage(frafald, af=request.user)
    messages.success(request, "Frafaldet er taget tilbage. Fundet tæller med igen.")
    return redirect("overblik:kontrol", plan.slug)


def _med_penge(rapport: Statusrapport, plan: Helhedsplan, ret: frozenset[Ret], i_kraft: Ikraft) -> Statusrapport:
    """The money for those who see it; a draft's only for those who see drafts too."""
    if Ret.PENGE_SE not in ret:
        return rapport
    fuld = med_penge(rapport, plan, i_kraft)
    kladdens = fuld.penge is not None and fuld.penge.er_kladde
    return rapport if kladdens and Ret.KLADDE_SE not in ret else fuld


def _beslut(bruger: Bruger, plan: Helhedsplan, mine: frozenset[Rolle]) -> SkalBesluttes | None:
    """What the board is to decide. Who may see a meeting is a costly question, asked when one is called."""
    if not bestyrelsens_indkaldte(plan.moeder.all()).exists():
        return None
    naeste = bestyrelsens_indkaldte(Moede.objects.synlige_for(bruger).filter(helhedsplan=plan)).first()
    if naeste is None:
        return None
    return skal_besluttes(naeste, Behandling.objects.synlige_for(bruger), er_jer=bool(mine & BESTYRELSENS))


def _kladder(ret: frozenset[Ret]) -> Kladder:
    """A document that was never approved stands in as a draft, for those who see drafts."""
    return Kladder.UDEN_VERSION if Ret.KLADDE_SE in ret else Kladder.INGEN


def _plan_og_ret(request: HttpRequest, slug: str) -> tuple[Helhedsplan, frozenset[Ret]]:
    """The rule check is read by those who may let a finding be: projektleder, sekretariat and formand."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    if Ret.TILSIDESAET not in ret:
        raise PermissionDenied
    return plan, ret


def _aabent_fund(side: Kontrolside, regel: str, noegle: str) -> Fund | None:
    return next((et for et in (*side.fejl, *side.advarsler) if (et.regel, et.noegle) == (regel, noegle)), None)

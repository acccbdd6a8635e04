"""The rows of the money that people write: one table of kinds, three doors for each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aftaler.models import Helhedsplan
from kerne.models import Redigerbar
from oekonomi.forms.budgetaendringer import BudgetaendringForm
from oekonomi.forms.forbrug import ForbrugForm
from oekonomi.forms.leverancer import KompensationForm, LeveringForm
from oekonomi.forms.regnskab import RestmidlerForm
from oekonomi.models import Budgetaendring, Forbrug, Kompensation, Levering, Restmidler
from oekonomi.services import budgetaendringer, forbrug, leverancer, regnskab
from oekonomi.views import FORM, krumme, plan_der_maa_rettes
from oekonomi.views.formular import Side, spoerg_eller_goer, vis_eller_gem


@dataclass(frozen=True)
class Slags:
    """A kind of row: its place in the address, its form, its services, its words. Without `slet` it stays."""

    navn: str  # as in the URL names: forbrug_opret, forbrug_ret, forbrug_slet
    sted: str
    model: type[Redigerbar]
    form: type[Any]
    opret: Callable[..., Any]
    ret: Callable[..., None]
    slet: Callable[..., None] | None
    liste: tuple[str, str]  # the page that lists them: title and name of its address
    ny: str
    ret_titel: str
    gemt: str
    slet_tekst: str = ""


FORBRUG = Slags(
    "forbrug", "forbrug", Forbrug, ForbrugForm,
    forbrug.opret_forbrug, forbrug.ret_forbrug, forbrug.slet_forbrug, ("Forbrug", "oekonomi:forbrug_liste"),
    "Tilføj forbrug", "Ret forbrug", "Beløbet er gemt.",
    "Beløbet går ud af forbruget. Hvem der slettede det, kan ses i loggen.",
)  # fmt: skip
LEVERING = Slags(
    "levering", "leverancer", Levering, LeveringForm,
    leverancer.registrer_levering, leverancer.ret_levering, leverancer.slet_levering,
    ("Leverancer", "oekonomi:levering_liste"), "Tilføj leverance", "Ret leverance", "Leverancen er gemt.",
    "Leverancen tæller ikke længere med i det, giveren har leveret.",
)  # fmt: skip
KOMPENSATION = Slags(
    "kompensation", "indhentninger", Kompensation, KompensationForm,
    leverancer.opret_kompensation, leverancer.ret_kompensation, leverancer.slet_kompensation,
    ("Leverancer", "oekonomi:levering_liste"), "Aftal indhentning", "Ret indhentning", "Aftalen er gemt.",
    "Aftalen om at indhente det, der mangler, går ud af siden.",
)  # fmt: skip
BUDGETAENDRING = Slags(
    "budgetaendring", "budgetaendringer", Budgetaendring, BudgetaendringForm,
    budgetaendringer.foreslaa_budgetaendring, budgetaendringer.ret_budgetaendring, None,
    ("Budgetændringer", "oekonomi:budgetaendring_liste"), "Foreslå budgetændring", "Ret budgetændring",
    "Forslaget er gemt. Det tæller med i budgettet, når det er godkendt.",
)  # fmt: skip
RESTMIDLER = Slags(
    "restmidler", "restmidler", Restmidler, RestmidlerForm,
    regnskab.opret_restmidler, regnskab.ret_restmidler, regnskab.slet_restmidler,
    ("Uforbrugte midler", "oekonomi:restmidler_liste"), "Tilføj uforbrugte midler", "Ret uforbrugte midler",
    "De uforbrugte midler er gemt.", "Beløbet og planen for det går ud af siden.",
)  # fmt: skip
SLAGS = (FORBRUG, LEVERING, KOMPENSATION, BUDGETAENDRING, RESTMIDLER)


@require_http_methods(FORM)
def raekke_opret(request: HttpRequest, slug: str, slags: Slags) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    return vis_eller_gem(
        request,
        side(plan, slags, slags.ny),
        slags.model(helhedsplan=plan),
        lambda data: slags.form(data, request.FILES or None, instance=slags.model(helhedsplan=plan)),
        lambda form: slags.opret(plan, af=request.user, **form.felter),
        slags.gemt,
    )


@require_http_methods(FORM)
def raekke_ret(request: HttpRequest, slug: str, pk: int, slags: Slags) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    ting = hent(request, plan, slags.model, pk)
    slet_url = reverse(f"oekonomi:{slags.navn}_slet", args=[slug, pk]) if slags.slet else ""
    return vis_eller_gem(
        request,
        side(plan, slags, slags.ret_titel, slet_url=slet_url),
        ting,
        lambda data: slags.form(data, request.FILES or None, instance=hent(request, plan, slags.model, pk)),
        lambda form: slags.ret(ting, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter),
        slags.gemt,
    )


@require_http_methods(FORM)
def raekke_slet(request: HttpRequest, slug: str, pk: int, slags: Slags) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    ting = hent(request, plan, slags.model, pk)
    return spoerg_eller_goer(
        request,
        side(plan, slags, f"Slet »{ting}«?", knap="Slet", indledning=slags.slet_tekst),
        lambda: slags.slet(ting, af=request.user) if slags.slet else None,
        f"»{ting}« er slettet.",
    )


def hent(request: HttpRequest, plan: Helhedsplan, model: Any, pk: int) -> Any:
    return get_object_or_404(model.objects.synlige_for(request.user).filter(helhedsplan=plan), pk=pk)


def side(plan: Helhedsplan, slags: Slags, titel: str, **ord_: str) -> Side:
    return Side(plan, titel, krumme(plan, slags.liste), reverse(slags.liste[1], args=[plan.slug]), **ord_)

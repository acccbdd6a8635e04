"""The budget as promised: the page that says what the plan costs, and the plain forms behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions
from aftaler.forms.budget import AndelForm, BudgetpostForm, KildeForm, PengeForm
from aftaler.forms.tilsagn import TilsagnForm
from aftaler.models import Budgetpost, Finansieringskilde, Helhedsplan, OplystAndel, Tilsagn, Version
from aftaler.reports.budget import budgetside
from aftaler.reports.penge import Penge, penge
from aftaler.services import budget as services
from aftaler.services import tilsagn as tilsagnsservices
from aftaler.snapshot.penge import strategisk_og_delaftaler
from aftaler.views import hent_plan
from aftaler.views.redigering import Udfald, rediger
from brugere.roles import Ret
from kerne.models import Redigerbar


@dataclass(frozen=True)
class Slags:
    """One of the four kinds of row: its place in the address, its form, its services, its words."""

    navn: str  # as in the URL names: budgetpost_opret, budgetpost_ret, budgetpost_slet
    sted: str
    model: type[Redigerbar]
    form: type[PengeForm]
    opret: Callable[..., Any]
    ret: Callable[..., None]
    slet: Callable[..., None]
    ny: str
    ret_titel: str
    gemt: str
    slet_tekst: str
    tilbage: str = "budget"


POST = Slags(
    "budgetpost", "poster", Budgetpost, BudgetpostForm,
    services.opret_post, services.ret_post, services.slet_post,
    "Tilføj budgetpost", "Ret budgetpost", "Posten er gemt.",
    "Beløbet går ud af budgettet. Hvem der slettede det, kan ses i loggen.", "budgetpost_liste",
)  # fmt: skip
GIVER = Slags(
    "kilde", "givere", Finansieringskilde, KildeForm,
    services.opret_kilde, services.ret_kilde, services.slet_kilde,
    "Tilføj giver", "Ret giver", "Giveren er gemt.", "Giveren kan ikke længere vælges i planen.",
)  # fmt: skip
TILSAGN = Slags(
    "tilsagn", "tilsagn", Tilsagn, TilsagnForm,
    tilsagnsservices.opret_tilsagn, tilsagnsservices.ret_tilsagn, tilsagnsservices.slet_tilsagn,
    "Tilføj tilsagn", "Ret tilsagn", "Tilsagnet er gemt.",
    "Slet kun et tilsagn, der er skrevet ind ved en fejl. Har giveren lovet noget andet, så omlæg det.",
)  # fmt: skip
ANDEL = Slags(
    "andel", "andele", OplystAndel, AndelForm,
    services.opret_andel, services.ret_andel, services.slet_andel,
    "Tilføj oplyst andel", "Ret oplyst andel", "Andelen er gemt.",
    "Andelen bliver ikke længere holdt op mod tallene.",
)  # fmt: skip
SLAGS = (POST, GIVER, TILSAGN, ANDEL)


@require_GET
def budget(request: HttpRequest, slug: str) -> HttpResponse:
    plan, retter = _plan_og_rettigheder(request, slug)
    laest = _penge(request, plan, retter)
    krav = plan.bevillingsperiode.mindste_medfinansiering
    kontekst = {
        "plan": plan,
        "side": budgetside(laest, start=plan.start_dato, slut=plan.slut_dato, krav=krav) if laest else None,
        "maa_rette": Ret.PENGE_RET in retter,
        "maa_tjekke": Ret.TILSIDESAET in retter,
    }
    return render(request, "aftaler/budget.html", kontekst)


@require_GET
def budgetpost_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every line by itself, with its way to be corrected."""
    plan, retter = _plan_og_rettigheder(request, slug)
    laest = _penge(request, plan, retter)
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "linjer": laest.linjer if laest else (),
        "maa_rette": Ret.PENGE_RET in retter,
    }
    return render(request, "aftaler/budget_poster.html", kontekst)


def _penge(request: HttpRequest, plan: Helhedsplan, retter: frozenset[Ret]) -> Penge | None:
    """The draft's money for those who may see drafts; for the others what is in force, None when nothing ever was."""
    if Ret.KLADDE_SE in retter:
        return penge(*strategisk_og_delaftaler(plan))
    versioner = Version.objects.synlige_for(request.user).filter(helhedsplan=plan).i_kraft(timezone.localdate())
    i_kraft = sorted((et.indhold for et in versioner), key=lambda dok: dok["nr"] or "")
    strategisk = next((dok for dok in i_kraft if dok["nr"] is None), None)
    return penge(strategisk, [dok for dok in i_kraft if dok["nr"] is not None]) if strategisk else None


@require_http_methods(["GET", "POST"])
def raekke_opret(request: HttpRequest, slug: str, slags: Slags) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    ting = slags.model(helhedsplan=plan)
    udfald = rediger(
        request,
        lambda data: slags.form(data, instance=ting),
        ting,
        lambda form: slags.opret(plan, af=request.user, **form.felter),
    )
    return _svar(request, plan, slags, None, udfald)


@require_http_methods(["GET", "POST"])
def raekke_ret(request: HttpRequest, slug: str, pk: int, slags: Slags) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    ting = hent(request, plan, slags, pk)
    udfald = rediger(
        request,
        lambda data: slags.form(data, instance=hent(request, plan, slags, pk)),
        ting,
        lambda form: slags.ret(ting, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter),
    )
    return _svar(request, plan, slags, ting, udfald)


@require_http_methods(["GET", "POST"])
def raekke_slet(request: HttpRequest, slug: str, pk: int, slags: Slags) -> HttpResponse:
    """A question on GET, the deed on POST. Somebody who clicks twice finds it gone already."""
    plan = plan_der_maa_rettes(request, slug)
    ting = hent(request, plan, slags, pk)
    if request.method == "POST":
        try:
            slags.slet(ting, af=request.user)
        except services.KanIkkeSlettes as fejl:
            messages.warning(request, " ".join(fejl.messages))
        else:
            messages.success(request, f"»{ting}« er slettet.")
        return redirect(tilbage(plan, slags))
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "titel": f"Slet »{ting}«?",
        "tekst": slags.slet_tekst,
        "knap": "Slet",
        "tilbage": tilbage(plan, slags),
    }
    return render(request, "aftaler/budget_bekraeft.html", kontekst)


def _svar(
    request: HttpRequest, plan: Helhedsplan, slags: Slags, ting: Redigerbar | None, udfald: Udfald
) -> HttpResponse:
    if udfald.form is None:
        messages.success(request, slags.gemt if udfald.resultat or ting else udfald.kvittering)
        return redirect(tilbage(plan, slags))
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "titel": slags.ret_titel if ting else slags.ny,
        "form": udfald.form,
        "udfald": udfald,
        "slet_url": reverse(f"aftaler:{slags.navn}_slet", args=[plan.slug, ting.pk]) if ting else "",
        "tilbage": tilbage(plan, slags),
    }
    return render(request, "aftaler/budget_form.html", kontekst)


def hent(request: HttpRequest, plan: Helhedsplan, slags: Slags, pk: int) -> Any:
    return get_object_or_404(slags.model.objects.synlige_for(request.user).filter(helhedsplan=plan), pk=pk)


def _plan_og_rettigheder(request: HttpRequest, slug: str) -> tuple[Helhedsplan, frozenset[Ret]]:
    plan = hent_plan(request, slug)
    retter = permissions.rettigheder(request.user, plan)
    if Ret.PENGE_SE not in retter:
        raise PermissionDenied
    return plan, retter


def plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_penge(request.user, plan):
        raise PermissionDenied
    return plan


def krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Økonomi", reverse("oekonomi:oekonomi", args=[plan.slug])),
        ("Budget", reverse("aftaler:budget", args=[plan.slug])),
    ]


def tilbage(plan: Helhedsplan, slags: Slags) -> str:
    adresse = reverse(f"aftaler:{slags.tilbage}", args=[plan.slug])
    return adresse if slags.tilbage != "budget" else f"{adresse}#{slags.sted}"

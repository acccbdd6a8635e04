"""What becomes of a budget change: decided, taken back, written into the budget."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aftaler.models import Helhedsplan
from aftaler.rules.aendringer import i_saetning
from aftaler.views.plan import sendt, tilfoej_fejl
from oekonomi import permissions
from oekonomi.forms.budgetaendringer import AfgoerelseForm
from oekonomi.models import Budgetaendring
from oekonomi.reports.grundlag import flytning
from oekonomi.reports.linjer import aendringslinje
from oekonomi.services import budgetaendringer as services
from oekonomi.views import FORM, hent_plan, plan_der_maa_rettes
from oekonomi.views.formular import Side, spoerg_eller_goer
from oekonomi.views.raekker import BUDGETAENDRING, hent, side


@require_http_methods(FORM)
def budgetaendring_afgoer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Record what the bestyrelse, or Landsbyggefonden, said."""
    plan = hent_plan(request, slug)
    aendring = hent(request, plan, Budgetaendring, pk)
    flyt = flytning(aendring)
    if not permissions.maa_afgoere(request.user, plan, flyt.fra_sted, flyt.til_sted):
        raise PermissionDenied
    linje = aendringslinje(aendring)
    siden = _side(plan, f"Hvad sagde {i_saetning(linje.godkender)}?")
    form = AfgoerelseForm(sendt(request), initial={"udgave": aendring.udgave})
    if request.method == "POST" and form.is_valid():
        try:
            _afgoer(request, aendring, form.cleaned_data)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, "Afgørelsen er gemt.")
            return redirect(siden.tilbage)
    return render(
        request, "oekonomi/budgetaendring_afgoer.html", {"plan": plan, "side": siden, "form": form, "linje": linje}
    )


def _afgoer(request: HttpRequest, aendring: Budgetaendring, svar: dict[str, Any]) -> None:
    gem = services.godkend_budgetaendring if svar["udfald"] == "godkendt" else services.afvis_budgetaendring
    gem(aendring, dato=svar["dato"], udgave=svar["udgave"] or 0, afgoerelse=svar["afgoerelse"], af=request.user)


@require_http_methods(FORM)
def budgetaendring_traek(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    tekst = "Forslaget tæller ikke med i budgettet og kan ikke godkendes bagefter."
    return _goer(request, slug, pk, "Træk", "tilbage", tekst, services.traek_budgetaendring)


@require_http_methods(FORM)
def budgetaendring_indarbejd(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    tekst = "Gør det, når budgetposterne er rettet. Så tæller flytningen ikke med to gange."
    return _goer(request, slug, pk, "Er", "skrevet ind i budgettet", tekst, services.indarbejd_budgetaendring)


def _goer(
    request: HttpRequest, slug: str, pk: int, foer: str, efter: str, tekst: str, goer: Callable[..., None]
) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    aendring = hent(request, plan, Budgetaendring, pk)
    knap = "Træk tilbage" if foer == "Træk" else "Ja, den er skrevet ind"
    siden = _side(plan, f"{foer} »{aendring}« {efter}?", knap=knap, indledning=tekst)
    return spoerg_eller_goer(request, siden, lambda: goer(aendring, af=request.user), "Ændringen er gemt.")


def _side(plan: Helhedsplan, titel: str, **ord_: str) -> Side:
    return side(plan, BUDGETAENDRING, titel, **ord_)

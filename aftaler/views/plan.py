"""Choosing a plan, making one, and its first facts."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from aftaler import permissions
from aftaler.forms.planer import PlanForm, PlanRetForm
from aftaler.models import Helhedsplan
from aftaler.services import planer
from aftaler.views import hent_plan
from brugere.roles import Rolle, rolleord
from kerne import laas

# Where a role begins (ux.md, "Roles: first page"); everybody else begins at the overview.
FOERSTE_SIDE = {
    Rolle.MEDARBEJDER: "maalinger:fremmoede",
    Rolle.REVISOR: "dokumenter:papir_liste",
    Rolle.LBF: "aftaler:aftale",
}


def plan_liste(request: HttpRequest) -> HttpResponse:
    """The plans to choose among; whoever has one plan is taken to it."""
    mine = permissions.planer_og_roller(request.user)
    if len(mine) == 1 and "alle" not in request.GET:
        ((plan, roller),) = mine.items()
        return redirect(foerste_side(plan, roller))
    kontekst = {
        "planer": [
            {"plan": plan, "url": foerste_side(plan, roller), "rolle": rolleord(roller)}
            for plan, roller in mine.items()
        ],
        "maa_oprette": permissions.maa_oprette_plan(request.user),
        "maa_saette_op": request.user.is_superuser,
    }
    return render(request, "aftaler/plan_liste.html", kontekst)


def plan_opret(request: HttpRequest) -> HttpResponse:
    if not permissions.maa_oprette_plan(request.user):
        raise PermissionDenied
    form = PlanForm(sendt(request))
    if request.method == "POST" and form.is_valid():
        try:
            plan = planer.opret_plan(form.oplysninger(), af=request.user)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, f"{plan} er oprettet. Skriv parterne ind, og inviter de andre.")
            return redirect("aftaler:organisering", plan.slug)
    return render(request, "aftaler/plan_opret.html", {"form": form})


def plan_ret(request: HttpRequest, slug: str) -> HttpResponse:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    if request.method != "POST":
        form = PlanRetForm(instance=plan, initial={"udgave": plan.udgave})
        return _plan_ret_side(request, plan, form)
    # The form works on a copy: what the page says about the plan stays what is saved.
    form = PlanRetForm(request.POST, instance=hent_plan(request, slug))
    if not form.is_valid():
        return _plan_ret_side(request, plan, form)
    try:
        plan = planer.ret_plan(plan, form.oplysninger(), udgave=form.cleaned_data["udgave"], af=request.user)
    except laas.RettetImens as imens:
        return _plan_ret_side(request, imens.nu, _med_ny_udgave(form, imens.nu), imens=imens)
    except ValidationError as fejl:
        tilfoej_fejl(form, fejl)
        return _plan_ret_side(request, plan, form)
    messages.success(request, "Planens oplysninger er gemt.")
    return redirect("aftaler:organisering", plan.slug)


def _plan_ret_side(
    request: HttpRequest, plan: Helhedsplan, form: PlanRetForm, imens: laas.RettetImens | None = None
) -> HttpResponse:
    forskelle = []
    if imens:
        nu = PlanRetForm(instance=imens.nu)
        forskelle = [
            {"felt": felt.label, "deres": _vist(nu[felt.name]), "min": _vist(felt)}
            for felt in form.visible_fields()
            if _vist(nu[felt.name]) != _vist(felt)
        ]
    krumme = [("Organisering", reverse("aftaler:organisering", args=[plan.slug]))]
    kontekst = {"plan": plan, "krumme": krumme, "form": form, "imens": imens, "forskelle": forskelle}
    return render(request, "aftaler/plan_ret.html", kontekst)


def _vist(felt: object) -> str:
    """A field's value as a person reads it: the choice's words, the date as text."""
    vaerdi = str(felt.value() or "")
    valg = {str(noegle): ord_ for noegle, ord_ in getattr(felt.field, "choices", ())}
    return str(valg.get(vaerdi, vaerdi))


def _med_ny_udgave(form: PlanRetForm, nu: Helhedsplan) -> PlanRetForm:
    """The person's own words again, now on top of the edition that the other one saved."""
    data = form.data.copy()
    data["udgave"] = nu.udgave
    return PlanRetForm(data, instance=nu)


def sendt(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with; None when the page is only read. An empty form that was sent is still sent."""
    return request.POST if request.method == "POST" else None


def tilfoej_fejl(form: Form, fejl: ValidationError) -> None:
    """A service's refusal at the field it is about, or above the form."""
    beskeder = fejl.message_dict if hasattr(fejl, "error_dict") else {"": fejl.messages}
    for felt, saetninger in beskeder.items():
        for saetning in saetninger:
            form.add_error(felt if felt in form.fields else None, saetning)


def foerste_side(plan: Helhedsplan, roller: Iterable[str]) -> str:
    """The page where somebody with these roles begins in the plan."""
    sider = {FOERSTE_SIDE.get(rolle, "overblik:overblik") for rolle in roller}
    return reverse(sider.pop() if len(sider) == 1 else "overblik:overblik", args=[plan.slug])

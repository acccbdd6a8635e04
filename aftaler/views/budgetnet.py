"""The budget as a grid: the door to every cell at once."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aftaler.forms.budgetnet import NetForm
from aftaler.models import Helhedsplan
from aftaler.reports.budgetnet import net
from aftaler.rules.budgetnet import skriv
from aftaler.services.budgetnet import NetRettetImens, Sammenstoed, gem_net
from aftaler.views.budget import krumme, plan_der_maa_rettes


@require_http_methods(["GET", "POST"])
def budgetnet(request: HttpRequest, slug: str) -> HttpResponse:
    """The grid on GET; on POST every changed cell is saved, or none, and what was typed stands."""
    plan = plan_der_maa_rettes(request, slug)
    if request.method != "POST":
        return _svar(request, plan, NetForm(plan=plan, net=net(plan)))
    form = NetForm(_med_deres(request.POST, plan), plan=plan, net=net(plan))
    if not form.is_valid():
        return _svar(request, plan, form)
    try:
        gemt = gem_net(plan, form.celler, steder=form.steder, af=request.user)
    except NetRettetImens as imens:
        sammenstoed = [_vist(form, et) for et in imens.sammenstoed]
        form.efter(imens.sammenstoed)
        return _svar(request, plan, form, sammenstoed=sammenstoed)
    except ValidationError as fejl:
        form.add_error(None, fejl.messages)
        return _svar(request, plan, form)
    messages.success(request, f"Budgettet er gemt: {gemt}." if str(gemt) else "Intet var ændret.")
    return redirect("aftaler:budget", slug=plan.slug)


def _med_deres(data: QueryDict, plan: Helhedsplan) -> QueryDict:
    """With the others' amounts in the cells that two had written, when that is the choice."""
    if data.get("valg") != "deres":
        return data
    deres = NetForm(data, plan=plan, net=net(plan))
    rettet = data.copy()
    for navn in data.getlist("sammenstoed"):
        if navn in deres.fields:
            rettet[navn] = deres.fields[navn].initial
    return rettet


def _vist(form: NetForm, sammenstoed: Sammenstoed) -> dict[str, Any]:
    navn = form.feltnavn(sammenstoed.celle)
    return {
        "felt": navn,
        "celle": form.fields[navn].label,
        "af": sammenstoed.af,
        "deres": _ord(skriv(sammenstoed.deres.beloeb) if sammenstoed.deres else ""),
        "min": _ord(skriv(sammenstoed.celle.nu)),
    }


def _ord(beloeb: str) -> str:
    return f"{beloeb} kr." if beloeb else "tom"


def _svar(request: HttpRequest, plan: Helhedsplan, form: NetForm, **kontekst: Any) -> HttpResponse:
    return render(request, "aftaler/budget_net.html", {"plan": plan, "krumme": krumme(plan), "form": form, **kontekst})

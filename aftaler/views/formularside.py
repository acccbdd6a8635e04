"""A plain form on a page of its own: the row's form, one service, back to where it came from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aftaler.models import Helhedsplan
from aftaler.services.raekker import RettetAfAnden
from aftaler.views.plan import tilfoej_fejl


@dataclass(frozen=True)
class Side:
    """The words around the form, and the ways from it."""

    plan: Helhedsplan
    titel: str
    krumme: list[tuple[str, str]]
    tilbage: str
    knap: str = "Gem"
    overrubrik: str = ""
    indledning: str = ""
    slet_url: str = ""
    slet_tekst: str = "Slet"


def vis_eller_gem(
    request: HttpRequest, side: Side, form: Form, gem: Callable[[], Any], kvittering: str | Callable[[Any], str]
) -> HttpResponse:
    """The form on GET; on POST one call of `gem`, whose refusal stands at its field with everything typed kept."""
    if request.method == "POST" and form.is_valid():
        try:
            resultat = gem()
        except RettetAfAnden as imens:
            form.laas_op(imens.nu)
            form.add_error(None, imens.messages)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, kvittering(resultat) if callable(kvittering) else kvittering)
            return redirect(side.tilbage)
    return render(request, "aftaler/milepael_form.html", {"plan": side.plan, "side": side, "form": form})


def spoerg_eller_goer(
    request: HttpRequest, side: Side, goer: Callable[[], Any], kvittering: str, *, grund: str = ""
) -> HttpResponse:
    """A question on GET, the deed on POST; a refusal is said where it came from. `grund`: why it can't be done."""
    if request.method == "POST":
        try:
            goer()
        except ValidationError as fejl:
            messages.warning(request, " ".join(fejl.messages))
        else:
            messages.success(request, kvittering)
        return redirect(side.tilbage)
    return render(request, "aftaler/milepael_bekraeft.html", {"plan": side.plan, "side": side, "grund": grund})

"""One form on a page of its own, under the optimistic lock; and the question before something is deleted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aftaler.models import Helhedsplan
from aftaler.views.redigering import rediger
from kerne.models import Redigerbar


@dataclass(frozen=True)
class Side:
    """The words around the form, and the ways from it."""

    plan: Helhedsplan
    titel: str
    krumme: list[tuple[str, str]]
    tilbage: str
    knap: str = "Gem"
    indledning: str = ""
    slet_url: str = ""


def vis_eller_gem(
    request: HttpRequest,
    side: Side,
    ting: Redigerbar,
    lav_form: Callable[[Any], Any],
    gem: Callable[[Any], Any],
    kvittering: str,
) -> HttpResponse:
    """The form on GET; on POST one call of `gem`. What was typed is kept, whatever stands in the way."""
    udfald = rediger(request, lav_form, ting, gem)
    if udfald.form is None:
        messages.success(request, udfald.kvittering if request.POST.get("valg") == "deres" else kvittering)
        return redirect(side.tilbage)
    kontekst = {
        "plan": side.plan,
        "side": side,
        "form": udfald.form,
        "udfald": udfald,
        "fil_skal_vaelges_igen": bool(request.FILES),
    }
    return render(request, "oekonomi/formular.html", kontekst)


def spoerg_eller_goer(request: HttpRequest, side: Side, goer: Callable[[], Any], kvittering: str) -> HttpResponse:
    """A question on GET, the deed on POST; a refusal is said on the page it came from."""
    if request.method == "POST":
        try:
            goer()
        except ValidationError as fejl:
            messages.warning(request, " ".join(fejl.messages))
        else:
            messages.success(request, kvittering)
        return redirect(side.tilbage)
    return render(request, "oekonomi/bekraeft.html", {"plan": side.plan, "side": side})

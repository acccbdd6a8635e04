"""One form on a page of its own: under the optimistic lock, or with a file."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aftaler.views.formularside import Side
from aftaler.views.plan import tilfoej_fejl
from aftaler.views.redigering import rediger
from kerne.models import Redigerbar

Vej = Callable[[Any], str]


def ret_med_laas(
    request: HttpRequest,
    side: Side,
    ting: Redigerbar,
    lav_form: Callable[[Any], Any],
    gem: Callable[[Any], Any],
    kvittering: str,
    hen: Vej | None = None,
) -> HttpResponse:
    """The form on GET; on POST one call of `gem`. `hen` makes the way on from what it returned."""
    udfald = rediger(request, lav_form, ting, gem)
    if udfald.form is not None:
        kontekst = {"plan": side.plan, "side": side, "form": udfald.form, "udfald": udfald}
        return render(request, "moeder/formular.html", kontekst)
    messages.success(request, udfald.kvittering if request.POST.get("valg") == "deres" else kvittering)
    return redirect(hen(udfald.resultat) if hen and udfald.resultat is not None else side.tilbage)


def gem_med_fil(request: HttpRequest, side: Side, form: Form, gem: Callable[[], Any], kvittering: str) -> HttpResponse:
    """A form that may carry a file; what was typed is kept, the file must be chosen again."""
    if request.method == "POST" and form.is_valid():
        try:
            gem()
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, kvittering)
            return redirect(side.tilbage)
    kontekst = {
        "plan": side.plan,
        "side": side,
        "form": form,
        "udfald": None,
        "fil_skal_vaelges_igen": bool(request.FILES),
    }
    return render(request, "moeder/formular.html", kontekst)

"""Converting a promise into several others, and taking a conversion back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aftaler.forms.tilsagn import OmlaegningForm, nye_tilsagn, udfyldte
from aftaler.models import Helhedsplan, Tilsagn
from aftaler.services import tilsagn as services
from aftaler.services.budget import KanIkkeSlettes
from aftaler.views.budget import TILSAGN, hent, krumme, plan_der_maa_rettes, tilbage
from aftaler.views.plan import tilfoej_fejl
from kerne.laas import RettetImens
from kerne.talformat import kroner


@require_http_methods(["GET", "POST"])
def tilsagn_omlaeg(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """From one promise to one or several, with the sum kept or the difference explained."""
    plan = plan_der_maa_rettes(request, slug)
    tilsagn = hent(request, plan, TILSAGN, pk)
    data = request.POST if request.method == "POST" else None
    form = OmlaegningForm(data, initial={"udgave": tilsagn.udgave})
    nye = nye_tilsagn(tilsagn, data)
    if data is not None and form.is_valid() and nye.is_valid() and _omlaeg(request, tilsagn, form, nye):
        return redirect(tilbage(plan, TILSAGN))
    return _side(request, plan, tilsagn, form, nye)


def _omlaeg(request: HttpRequest, tilsagn: Tilsagn, form: OmlaegningForm, nye: Any) -> bool:
    """Do it; False with the fault in the form when it does not hold."""
    try:
        raekker = services.omlaeg_tilsagn(tilsagn, nye=udfyldte(nye), af=request.user, **form.cleaned_data)
    except RettetImens as imens:
        form.add_error(None, f"{imens} Se tilsagnet igennem igen, før du omlægger det.")
        form.data = form.data.copy()
        form.data["udgave"] = imens.nu.udgave
    except ValidationError as fejl:
        tilfoej_fejl(form, fejl)
    else:
        antal = "ét nyt" if len(raekker) == 1 else f"{len(raekker)} nye"
        messages.success(request, f"Tilsagnet er omlagt til {antal}. Det gamle står i historien.")
        return True
    return False


def _side(request: HttpRequest, plan: Helhedsplan, tilsagn: Tilsagn, form: OmlaegningForm, nye: Any) -> HttpResponse:
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "tilsagn": tilsagn,
        "form": form,
        "nye": nye,
        "vaerdi": f"{kroner(tilsagn.beloeb)} {tilsagn.get_art_display()}",
        "tilbage": tilbage(plan, TILSAGN),
    }
    return render(request, "aftaler/budget_omlaeg.html", kontekst)


@require_http_methods(["GET", "POST"])
def tilsagn_fortryd(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A question on GET, the deed on POST."""
    plan = plan_der_maa_rettes(request, slug)
    tilsagn = hent(request, plan, TILSAGN, pk)
    if request.method == "POST":
        try:
            services.fortryd_omlaegning(tilsagn, af=request.user)
        except KanIkkeSlettes as fejl:
            messages.warning(request, " ".join(fejl.messages))
        else:
            messages.success(request, "Omlægningen er fortrudt. Det gamle tilsagn gælder igen.")
        return redirect(tilbage(plan, TILSAGN))
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "titel": f"Fortryd omlægningen af {kroner(tilsagn.beloeb)} {tilsagn.get_art_display()}?",
        "tekst": "Det gamle tilsagn gælder igen, og de nye bliver slettet.",
        "knap": "Fortryd omlægningen",
        "tilbage": tilbage(plan, TILSAGN),
    }
    return render(request, "aftaler/budget_bekraeft.html", kontekst)

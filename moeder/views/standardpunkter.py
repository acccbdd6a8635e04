"""The items that stand on every agenda of a body."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from aftaler.models import Helhedsplan, Organ
from aftaler.views.plan import sendt, tilfoej_fejl
from moeder.forms.dagsorden import StandardpunktForm
from moeder.services import standardpunkter as services
from moeder.views import krumme, plan_hvor_jeg_leder


@require_http_methods(["GET", "POST"])
def standardpunkt_liste(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The list with a form to add one more."""
    plan, organ = _organ(request, slug, pk)
    form = StandardpunktForm(sendt(request))
    if request.method == "POST" and form.is_valid():
        try:
            punkt = services.tilfoej_standardpunkt(organ, **form.cleaned_data, af=request.user)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, f"»{punkt}« kommer på de dagsordener, der laves fra nu af.")
            return redirect("moeder:standardpunkt_liste", plan.slug, organ.pk)
    kontekst = {
        "plan": plan,
        "organ": organ,
        "krumme": krumme(plan),
        "punkter": organ.standardpunkter.order_by("sidst", "raekkefoelge", "pk"),
        "form": form,
    }
    return render(request, "moeder/standardpunkt_liste.html", kontekst)


@require_POST
def standardpunkt_fjern(request: HttpRequest, slug: str, pk: int, standardpunkt: int) -> HttpResponse:
    plan, organ = _organ(request, slug, pk)
    valgt = get_object_or_404(organ.standardpunkter.all(), pk=standardpunkt)
    valgt.organ = organ
    services.fjern_standardpunkt(valgt, af=request.user)
    messages.success(request, f"»{valgt}« kommer ikke på nye dagsordener mere.")
    return redirect("moeder:standardpunkt_liste", plan.slug, organ.pk)


def _organ(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Organ]:
    plan = plan_hvor_jeg_leder(request, slug)
    organ = get_object_or_404(Organ.objects.synlige_for(request.user), helhedsplan=plan, pk=pk)
    organ.helhedsplan = plan
    return plan, organ

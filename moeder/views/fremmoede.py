"""Starting the meeting, and who was there."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from aftaler.models import Person
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt, tilfoej_fejl
from moeder.forms.fremmoede import FremmoedeForm, PunktfravaerForm
from moeder.models import Behandling, Fremmoede, Moede
from moeder.reports.moeder import hvornaar
from moeder.services import fremmoede as services
from moeder.statuses import PAA_MOEDET
from moeder.views import goer, krumme, moede_jeg_leder

FORM = ["GET", "POST"]


@require_POST
def moede_start(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    goer(request, lambda: services.start_moede(fundet, af=request.user), "Mødet er i gang. Se efter, hvem der er her.")
    return redirect("moeder:referat", slug, moede)


@require_http_methods(FORM)
def fremmoede(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """Everybody called or seated, a row each; and somebody else who came."""
    fundet = moede_jeg_leder(request, slug, moede)
    raekker = _raekker(request, fundet)
    andre = Person.objects.synlige_for(request.user).filter(helhedsplan=fundet.helhedsplan)
    form = FremmoedeForm(
        sendt(request), raekker=raekker, andre=andre.exclude(pk__in=[et.person_id for et in raekker]).order_by("navn")
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.gem_fremmoede(fundet, form.linjer, af=request.user)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            return redirect("moeder:referat", slug, moede)
    kontekst = {
        "plan": fundet.helhedsplan,
        "moede": fundet,
        "hvornaar": hvornaar(fundet),
        "krumme": [*krumme(fundet.helhedsplan, fundet), ("Referat", referatets_side(fundet))],
        "form": form,
    }
    return render(request, "moeder/fremmoede.html", kontekst)


@require_http_methods(FORM)
def punkt_fravaer(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """Who left during an item, and who because it concerns themselves."""
    fundet = moede_jeg_leder(request, slug, moede)
    punkt = get_object_or_404(Behandling.objects.synlige_for(request.user), moede=fundet, pk=pk)
    til_stede = [et.person for et in _raekker(request, fundet) if et.art in PAA_MOEDET]
    form = PunktfravaerForm(sendt(request), til_stede=til_stede, fravaer=punkt.fravaer.all())
    tilbage = reverse("moeder:referat_punkt", args=[slug, moede, pk])
    side = Side(
        fundet.helhedsplan,
        "Fremmøde under punktet",
        [*krumme(fundet.helhedsplan, fundet), (punkt.titel, tilbage)],
        tilbage,
        overrubrik=punkt.titel,
        indledning="Den, der er inhabil, forlader mødet, mens punktet behandles, og stemmer ikke.",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.gem_punktfravaer(
            fundet, punkt, ude=form.valgte(form.UDE), inhabile=form.valgte(form.INHABIL), af=request.user
        ),
        "Fremmødet under punktet er gemt.",
    )


def referatets_side(moede: Moede) -> str:
    return reverse("moeder:referat", args=[moede.helhedsplan.slug, moede.kode])


def _raekker(request: HttpRequest, moede: Moede) -> list[Fremmoede]:
    alle = Fremmoede.objects.synlige_for(request.user).filter(moede=moede).select_related("person")
    return list(alle.order_by("person__navn", "pk"))

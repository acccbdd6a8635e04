"""Calling people to a meeting: who is called, by which address, and what they answered."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aftaler.models import Organmedlem, Person
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt, tilfoej_fejl
from kerne.ring import ring
from kerne.tasks import send_mails
from moeder.forms.indkaldelser import EmailForm, IndkaldForm
from moeder.models import Indkaldelse, Moede
from moeder.reports.indkaldelser import mulige, svarene
from moeder.reports.moeder import hvornaar
from moeder.rules.referat import og
from moeder.services import indkaldelser as services
from moeder.statuses import Moedetilstand
from moeder.views import krumme, med_mails, moede_jeg_leder, moedets_side


@require_http_methods(["GET", "POST"])
def moede_indkald(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """Who is called, what they answered, and those of the body who are not called yet."""
    fundet = moede_jeg_leder(request, slug, moede)
    plan = fundet.helhedsplan
    indkaldte = list(_indkaldelser(request, fundet))
    medlemmer, andre = _mulige(request, fundet, {et.person_id for et in indkaldte})
    form = IndkaldForm(sendt(request), medlemmer=medlemmer, andre=andre)
    if request.method == "POST" and form.is_valid():
        try:
            nye = services.indkald(fundet, form.mailadresser, af=request.user)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            ring(send_mails)
            messages.success(request, _kvittering(nye))
            return redirect(moedets_side(plan, fundet))
    kontekst: dict[str, Any] = {
        "plan": plan,
        "moede": fundet,
        "hvornaar": hvornaar(fundet),
        "krumme": krumme(plan, fundet),
        "form": form,
        "svarene": svarene(indkaldte),
        "kan_indkaldes": fundet.tilstand in (Moedetilstand.KLADDE, Moedetilstand.INDKALDT),
        "er_kladde": fundet.tilstand == Moedetilstand.KLADDE,
    }
    return render(request, "moeder/moede_indkald.html", kontekst)


@require_http_methods(["GET", "POST"])
def indkaldelse_ret(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, indkaldelse = _indkaldelse(request, slug, moede, pk)
    form = EmailForm(sendt(request), initial={"email": indkaldelse.email})
    side = _side(fundet, f"Mailadresse til {indkaldelse.person}", "Gem og send")
    svar = vis_eller_gem(
        request,
        side,
        form,
        lambda: services.ret_email(indkaldelse, email=form.cleaned_data["email"], af=request.user),
        lambda mail: (
            f"Indkaldelsen er sendt til {indkaldelse.person}." if mail else "Adressen stod der. Intet er sendt."
        ),
    )
    return med_mails(request, svar)


@require_http_methods(["GET", "POST"])
def indkaldelse_fjern(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, indkaldelse = _indkaldelse(request, slug, moede, pk)
    person = indkaldelse.person
    side = _side(fundet, f"Fjern indkaldelsen af {person}?", "Fjern", "Linket i mailen holder op med at virke.")
    return spoerg_eller_goer(
        request,
        side,
        lambda: services.fjern_indkaldelse(indkaldelse, af=request.user),
        f"{person} er ikke indkaldt mere.",
    )


def _indkaldelser(request: HttpRequest, moede: Moede) -> Any:
    synlige = Indkaldelse.objects.synlige_for(request.user).filter(moede=moede)
    return synlige.select_related("person").order_by("person__navn", "pk")


def _indkaldelse(request: HttpRequest, slug: str, moede: str, pk: int) -> tuple[Moede, Indkaldelse]:
    fundet = moede_jeg_leder(request, slug, moede)
    indkaldelse = get_object_or_404(_indkaldelser(request, fundet), pk=pk)
    indkaldelse.moede = fundet
    return fundet, indkaldelse


def _mulige(request: HttpRequest, moede: Moede, indkaldte: set[int]) -> tuple[list[tuple[Person, str]], Any]:
    poster = Organmedlem.objects.synlige_for(request.user).filter(plads__organ=moede.organ)
    medlemmer = [et for et in mulige(poster, moede) if et[0].pk not in indkaldte]
    optagne = {*indkaldte, *(person.pk for person, _ in medlemmer)}
    personer = Person.objects.synlige_for(request.user).filter(helhedsplan=moede.helhedsplan)
    return medlemmer, personer.exclude(pk__in=optagne).order_by("navn", "pk")


def _kvittering(nye: list[Indkaldelse]) -> str:
    if not nye:
        return "Alle var indkaldt i forvejen."
    uden = [str(et.person) for et in nye if not et.email]
    antal = len(nye) - len(uden)
    saetninger = [f"{'Én indkaldelse' if antal == 1 else f'{antal} indkaldelser'} er på vej."] if antal else []
    if uden:
        saetninger.append(f"{og(uden)} har ingen mailadresse og skal have besked på anden måde.")
    return " ".join(saetninger)


def _side(moede: Moede, titel: str, knap: str, indledning: str = "") -> Side:
    plan = moede.helhedsplan
    tilbage = reverse("moeder:moede_indkald", args=[plan.slug, moede.kode])
    return Side(plan, titel, [*krumme(plan, moede), ("Indkaldelse", tilbage)], tilbage, knap, str(moede), indledning)

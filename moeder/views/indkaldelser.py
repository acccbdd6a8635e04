"""Calling people to a meeting, and the two pages that are opened with a key instead of a login."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler.models import Organmedlem, Person
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt, tilfoej_fejl
from kerne.ring import ring
from kerne.tasks import send_mails
from moeder.forms.indkaldelser import EmailForm, IndkaldForm, SvarForm
from moeder.models import Indkaldelse, Moede
from moeder.reports.indkaldelser import mulige, svarene
from moeder.reports.kalender import kalender
from moeder.reports.moeder import hvornaar, stedet
from moeder.services import abonnementer
from moeder.services import indkaldelser as services
from moeder.statuses import Moedetilstand
from moeder.views import krumme, moede_jeg_leder, moedets_side


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
        f"Indkaldelsen er sendt til {indkaldelse.person}.",
    )
    ring(send_mails)
    return svar


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


@login_not_required
@require_http_methods(["GET", "POST"])
def svar(request: HttpRequest, noegle: str) -> HttpResponse:
    """The answer page of one call: it shows when and where, and can only answer. Reading it changes nothing."""
    try:
        indkaldelse = services.find(noegle)
        form = SvarForm.til(indkaldelse, sendt(request))
        if request.method == "POST" and form.is_valid():
            services.svar(indkaldelse, **form.cleaned_data)
            messages.success(request, "Tak. Dit svar er gemt, og du kan ændre det, til mødet begynder.")
            return _uden_spor(redirect("moeder:svar", noegle))
    except services.LinketErLukket as fejl:
        return _uden_spor(render(request, "moeder/svar_lukket.html", {"grund": str(fejl)}, status=404))
    moede = indkaldelse.moede
    kontekst = {
        "indkaldelse": indkaldelse,
        "moede": moede,
        "hvornaar": hvornaar(moede),
        "stedet": stedet(moede),
        "form": form,
        "har_svaret": indkaldelse.svaret_tidspunkt,
    }
    return _uden_spor(render(request, "moeder/svar.html", kontekst))


@login_not_required
@require_GET
def kalenderfil(request: HttpRequest, noegle: str) -> HttpResponse:
    """A person's own meetings as a calendar feed, for whoever has its address."""
    bruger = abonnementer.find(noegle)
    if bruger is None:
        grund = "Kalenderens adresse gælder ikke længere. Lav en ny under »Møder i min kalender«."
        return _uden_spor(render(request, "moeder/svar_lukket.html", {"grund": grund}, status=404))
    fil = HttpResponse(kalender(bruger), content_type="text/calendar; charset=utf-8")
    fil["Content-Disposition"] = 'attachment; filename="moeder.ics"'
    return _uden_spor(fil)


@require_http_methods(["GET", "POST"])
def kalender_abonnement(request: HttpRequest) -> HttpResponse:
    """Make the feed's address, or a new one that puts the old one out of use; it is shown once."""
    noegle = abonnementer.lav(af=request.user) if request.method == "POST" else ""
    kontekst = {
        "adresse": abonnementer.adresse(noegle) if noegle else "",
        "har_et": abonnementer.har_et(request.user),
    }
    return _uden_spor(render(request, "moeder/kalender.html", kontekst))


@require_POST
def kalender_stop(request: HttpRequest) -> HttpResponse:
    abonnementer.stop(af=request.user)
    messages.success(request, "Kalenderens adresse virker ikke mere.")
    return redirect("moeder:kalender_abonnement")


def _uden_spor(svar: HttpResponse) -> HttpResponse:
    """The key stands in the address: it is kept by no cache, told to no other site and read by no search engine."""
    svar["Cache-Control"] = "no-store"
    svar["Referrer-Policy"] = "same-origin"
    svar["X-Robots-Tag"] = "noindex"
    return svar


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
        saetninger.append(f"{', '.join(uden)} har ingen mailadresse og skal have besked på anden måde.")
    return " ".join(saetninger)


def _side(moede: Moede, titel: str, knap: str, indledning: str = "") -> Side:
    plan = moede.helhedsplan
    tilbage = reverse("moeder:moede_indkald", args=[plan.slug, moede.kode])
    return Side(plan, titel, [*krumme(plan, moede), ("Indkaldelse", tilbage)], tilbage, knap, str(moede), indledning)

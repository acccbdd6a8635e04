"""The meeting's page with its agenda, and the pages of one item."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler.models.organ import Organart
from aftaler.permissions import roller, rollernes_rettigheder
from aftaler.views.formularside import Side, spoerg_eller_goer
from brugere.roles import Ret
from moeder.forms.dagsorden import NytPunktForm, PunktForm
from moeder.forms.indkaldelser import SvarForm
from moeder.models import Behandling, Indkaldelse, Moede, Punktbilag, Sag
from moeder.reports import dagsorden as reports
from moeder.reports import figurer
from moeder.reports.indkaldelser import svarene
from moeder.reports.moeder import hvornaar, tilstanden, to_steder
from moeder.reports.opgaver import paa_dagsordenen
from moeder.rules.dagsorden import hvorfor_laast
from moeder.rules.moeder import hvorfor_ikke_svare
from moeder.services import dagsorden as services
from moeder.statuses import Moedetilstand
from moeder.views import hent_moede, krumme, moede_jeg_leder, moedets_side
from moeder.views.formular import ret_med_laas
from moeder.views.idelisten import idelisten


@require_GET
def moede_detalje(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """The meeting: when, where, who is called, and its agenda with today's figures."""
    fundet = hent_moede(request, slug, moede)
    plan = fundet.helhedsplan
    ret = rollernes_rettigheder(roller(request.user, plan))
    punkter = list(_punkter(request, fundet))
    henvisninger = [et for punkt in punkter for et in punkt.henvisninger.all()]
    tallene = figurer.figurer(plan, henvisninger, ret, dato=timezone.localdate())
    indkaldte = Indkaldelse.objects.synlige_for(request.user).filter(moede=fundet).select_related("person")
    indkaldte = list(indkaldte.order_by("person__navn", "pk"))
    maa_lede = Ret.MOEDE_LED in ret
    kontekst: dict[str, Any] = {
        "plan": plan,
        "moede": fundet,
        "krumme": krumme(plan),
        "hvornaar": hvornaar(fundet),
        "dag": reports.moedets_dag(fundet),
        "tilstandssaetning": tilstanden(fundet),
        "dagsorden": reports.dagsorden(fundet, punkter, reports.tider(fundet), tallene),
        "svarene": svarene(indkaldte, er_lukket=fundet.er_lukket),
        **_min_indkaldelse(request, fundet, indkaldte, ret),
        "ser_svarene": maa_lede or Ret.KLADDE_SE in ret,
        "opgaver": [] if fundet.er_lukket else paa_dagsordenen(fundet, request.user),
        "maa_lede": maa_lede,
        "to_steder": to_steder(fundet) if maa_lede and not fundet.er_lukket else [],
        "kan_rettes": maa_lede and not hvorfor_laast(fundet.tilstand),
        "kan_indkaldes": maa_lede and fundet.tilstand in (Moedetilstand.KLADDE, Moedetilstand.INDKALDT),
        "faar_forslag": _faar_forslag(fundet, maa_lede=maa_lede),
        "er_kladde": fundet.tilstand == Moedetilstand.KLADDE,
        "maa_bestille": Ret.PAPIR_BESTIL in ret,
        "paa_idelisten": idelisten(request, fundet).count() if maa_lede else 0,
    }
    return render(request, "moeder/moede_detalje.html", kontekst)


@require_GET
def punkt_detalje(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """One item in the Danish case form, with its appendices and what it is about."""
    fundet = hent_moede(request, slug, moede)
    plan = fundet.helhedsplan
    punkt = get_object_or_404(_punkter(request, fundet), pk=pk)
    ret = rollernes_rettigheder(roller(request.user, plan))
    numre = {et.noegle: nr for nr, et in enumerate(reports.tider(fundet), 1)}
    kan_rettes = Ret.MOEDE_LED in ret and not hvorfor_laast(fundet.tilstand)
    tallene = figurer.figurer(plan, punkt.henvisninger.all(), ret, dato=timezone.localdate())
    kontekst = {
        "plan": plan,
        "moede": fundet,
        "punkt": punkt,
        "nr": numre[punkt.pk],
        "krumme": krumme(plan, fundet),
        "hvornaar": hvornaar(fundet),
        "dele": reports.sagsformen(punkt),
        "fakta": reports.fakta(punkt),
        "henvisninger": [(et.pk, tallene[et.pk]) for et in punkt.henvisninger.all() if et.pk in tallene],
        "kan_rettes": kan_rettes,
    }
    return render(request, "moeder/punkt_detalje.html", kontekst)


@require_http_methods(["GET", "POST"])
def punkt_opret(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    plan = fundet.helhedsplan
    if laast := _laast(request, fundet):
        return laast
    sager = Sag.objects.synlige_for(request.user).filter(helhedsplan=plan).order_by("-oprettet_tidspunkt", "-pk")
    side = Side(
        plan,
        "Nyt punkt",
        krumme(plan, fundet),
        moedets_side(plan, fundet),
        "Sæt på dagsordenen",
        str(fundet),
        "Skriv kun de dele af sagsfremstillingen, punktet har brug for. Tomme dele vises ikke.",
    )
    return ret_med_laas(
        request,
        side,
        Behandling(),
        lambda data: NytPunktForm(
            data, instance=Behandling(), planen=plan, sager=sager, initial={"sag": request.GET.get("sag")}
        ),
        lambda form: services.opret_punkt(plan, fundet, form.nyt, af=request.user),
        "Punktet står på dagsordenen.",
        lambda punkt: reverse("moeder:punkt_detalje", args=[plan.slug, fundet.kode, punkt.pk]),
    )


@require_http_methods(["GET", "POST"])
def punkt_ret(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    plan = fundet.helhedsplan
    if laast := _laast(request, fundet):
        return laast
    tilbage = punktets_side(fundet, punkt)
    fjern = reverse("moeder:punkt_fjern", args=[plan.slug, fundet.kode, punkt.pk])
    side = Side(
        plan,
        f"Ret »{punkt}«",
        [*krumme(plan, fundet), (punkt.titel, tilbage)],
        tilbage,
        overrubrik=str(fundet),
        slet_url=fjern,
        slet_tekst="Tag punktet af dagsordenen",
    )
    return ret_med_laas(
        request,
        side,
        punkt,
        lambda data: PunktForm(data, instance=punkt_jeg_leder(request, slug, moede, pk)[1], planen=plan),
        lambda form: services.ret_punkt(punkt, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter),
        "Punktet er rettet.",
    )


@require_POST
def punkt_flyt(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """Up or down one place; the page says where it is now."""
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    op = request.POST.get("retning") == "op"
    try:
        nr = services.flyt_punkt(punkt, op=op, af=request.user)
    except ValidationError as fejl:
        messages.warning(request, " ".join(fejl.messages))
    else:
        messages.success(request, f"»{punkt}« er nu punkt {nr}.")
    return redirect(f"{moedets_side(fundet.helhedsplan, fundet)}#punkt-{punkt.pk}")


@require_http_methods(["GET", "POST"])
def punkt_fjern(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    plan = fundet.helhedsplan
    side = Side(
        plan,
        f"Tag »{punkt}« af dagsordenen?",
        krumme(plan, fundet),
        moedets_side(plan, fundet),
        "Tag af dagsordenen",
        str(fundet),
        "Punktet kommer på idélisten med alt, hvad der er skrevet, og kan sættes på et andet møde.",
    )
    return spoerg_eller_goer(
        request,
        side,
        lambda: services.til_idelisten(punkt, af=request.user),
        f"»{punkt}« står nu på idélisten.",
        grund=hvorfor_laast(fundet.tilstand),
    )


def punkt_jeg_leder(request: HttpRequest, slug: str, moede: str, pk: int) -> tuple[Moede, Behandling]:
    """The meeting and one of its own items, for whoever runs meetings; another meeting's item is 404."""
    fundet = moede_jeg_leder(request, slug, moede)
    synlige = Behandling.objects.synlige_for(request.user).select_related("sag", "fremlaegger", "rettet_af")
    punkt = get_object_or_404(synlige, moede=fundet, pk=pk)
    punkt.moede = fundet
    punkt.sag.helhedsplan = fundet.helhedsplan
    return fundet, punkt


def punktets_side(moede: Moede, punkt: Behandling) -> str:
    return reverse("moeder:punkt_detalje", args=[moede.helhedsplan.slug, moede.kode, punkt.pk])


def _punkter(request: HttpRequest, moede: Moede) -> Any:
    bilag = Punktbilag.objects.synlige_for(request.user)
    return reports.med_alt(Behandling.objects.synlige_for(request.user).filter(moede=moede), bilag)


def _min_indkaldelse(
    request: HttpRequest, moede: Moede, indkaldte: list[Indkaldelse], ret: frozenset[Ret]
) -> dict[str, Any]:
    """The reader's own call, with the form to answer it by, while it can be answered."""
    min_egen = next((et for et in indkaldte if et.person.bruger_id == request.user.pk), None)
    lukket = hvorfor_ikke_svare(moede.tilstand, begynder=moede.begynder, nu=timezone.now())
    if min_egen is None or Ret.REFERAT_GODKEND not in ret or lukket:
        return {"min_indkaldelse": None}
    return {"min_indkaldelse": min_egen, "svarform": SvarForm.til(min_egen)}


def _faar_forslag(moede: Moede, *, maa_lede: bool) -> bool:
    """What the plan's figures propose is for the board's agenda, until the meeting begins (`overblik`)."""
    aaben = moede.tilstand in (Moedetilstand.KLADDE, Moedetilstand.INDKALDT)
    return maa_lede and aaben and moede.organ.art == Organart.BESTYRELSE


def _laast(request: HttpRequest, moede: Moede) -> HttpResponse | None:
    """Back to the agenda with the reason when nothing can be written on it."""
    if not (grund := hvorfor_laast(moede.tilstand)):
        return None
    messages.warning(request, grund)
    return redirect(moedets_side(moede.helhedsplan, moede))

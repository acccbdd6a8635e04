"""The referat: the page one writes on at the meeting, and the page one reads, comments and approves on."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler.permissions import rettigheder
from aftaler.views.redigering import Udfald, rediger
from brugere.roles import Ret
from kerne.datoer import klokkeslaet
from moeder import permissions
from moeder.forms.beslutninger import BeslutningForm
from moeder.forms.opgaver import OpgaveForm
from moeder.forms.referat import ReferatForm
from moeder.models import Behandling, Beslutning, Fremmoede, Moede, Opgave, Referat
from moeder.reports import dagsorden, figurer, skrivning
from moeder.reports.godkendelser import forloebet
from moeder.reports.moeder import hvornaar
from moeder.reports.referat import for_laeser, fra_json, referatindhold
from moeder.rules.beslutninger import hvorfor_ikke_skrive, knapord
from moeder.rules.referat import Laeser, hvorfor_ikke_endnu, kan_laeses
from moeder.services import afslutning
from moeder.services import referat as services
from moeder.services.beslutninger import mulige_udfald
from moeder.statuses import Moedetilstand, Referattilstand
from moeder.views import hent_moede, krumme, moede_jeg_leder
from moeder.views.fremmoede import referatets_side

ANDEN_BRUGER = "En anden er logget ind i denne browser. Log ind som dig selv, og gem igen."


@require_GET
def referat(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """Before the meeting closes: the writer's page. After: the referat, as far as the reader may see it."""
    fundet = hent_moede(request, slug, moede)
    ret = rettigheder(request.user, fundet.helhedsplan)
    referatet = Referat.objects.synlige_for(request.user).filter(moede=fundet).first()
    if referatet is None:
        if Ret.MOEDE_LED in ret and not fundet.er_lukket:
            return _moedet(request, fundet)
        return _ikke_endnu(request, fundet, None)
    laeser = Laeser(
        Ret.MOEDE_LED in ret, permissions.sidder_i_organet(request.user, fundet.organ), Ret.KLADDE_SE in ret
    )
    if not kan_laeses(referatet.tilstand, laeser):
        return _ikke_endnu(request, fundet, referatet.tilstand)
    referatet.moede = fundet
    return _laes(request, referatet, ret)


@require_http_methods(["GET", "POST"])
def referat_punkt(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """One item to write on. An autosave asks with its writer in a header and gets JSON; the button, the page."""
    fundet = moede_jeg_leder(request, slug, moede)
    punkt = get_object_or_404(_paa(request, fundet), pk=pk)
    punkt.moede = fundet
    if request.headers.get("X-Autogem", str(request.user.pk)) != str(request.user.pk):
        return JsonResponse({"besked": ANDEN_BRUGER}, status=422)
    udfald = rediger(
        request,
        lambda data: ReferatForm(data, instance=_paa(request, fundet).get(pk=pk)),
        punkt,
        lambda form: services.skriv_referat(
            punkt,
            tekst=form.cleaned_data["referat"],
            udgave=form.cleaned_data["udgave"] or 0,
            foer=form.cleaned_data["foer"],
            af=request.user,
        ),
    )
    if "X-Autogem" in request.headers:
        return _autosvar(request, punkt, udfald)
    if udfald.tilstand == "laes":
        return redirect("moeder:referat_punkt", slug, moede, pk)
    return _skriv(request, fundet, punkt, udfald)


@require_GET
def referat_skriver(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """Who else writes on the item: what static/js/skriver.js asks for now and then."""
    punkt = get_object_or_404(_paa(request, moede_jeg_leder(request, slug, moede)), pk=pk)
    return JsonResponse({"besked": skrivning.andre_der_skriver(punkt, request.user, nu=timezone.now())})


def _moedet(request: HttpRequest, moede: Moede) -> HttpResponse:
    """Start, who is there, what is missing, and the way to each item."""
    punkter = list(skrivning.med_det_skrevne(_paa(request, moede)))
    mangler = afslutning.mangler(moede)
    kontekst = {
        "plan": moede.helhedsplan,
        "moede": moede,
        "krumme": krumme(moede.helhedsplan, moede),
        "hvornaar": hvornaar(moede),
        "i_gang": moede.tilstand == Moedetilstand.I_GANG,
        "punkter": skrivning.skrivepunkter(moede, punkter),
        "til_stede": skrivning.til_stede_i_ord(_fremmoede(request, moede)),
        "mangler": mangler,
        "knapord": knapord(mangler),
    }
    return render(request, "moeder/referat_moede.html", kontekst)


def _skriv(request: HttpRequest, moede: Moede, punkt: Behandling, udfald: Udfald) -> HttpResponse:
    plan = moede.helhedsplan
    punkter = list(skrivning.med_det_skrevne(_paa(request, moede)))
    nr, foer, efter = skrivning.naboer(moede, punkter, punkt)
    i_gang = not hvorfor_ikke_skrive(moede.tilstand)
    henvisninger = list(punkt.henvisninger.select_related(*figurer.MED_EMNET).defer(*figurer.UDEN))
    tallene = figurer.figurer(plan, henvisninger, rettigheder(request.user, plan), dato=timezone.localdate())
    kontekst: dict[str, Any] = {
        "plan": plan,
        "moede": moede,
        "punkt": punkt,
        "nr": nr,
        "foer": foer,
        "efter": efter,
        "krumme": [*krumme(plan, moede), ("Referat", referatets_side(moede))],
        "punkter": skrivning.skrivepunkter(moede, punkter, punkt),
        "til_stede": skrivning.til_stede_i_ord(_fremmoede(request, moede)),
        "fravaer": punkt.fravaer.select_related("person"),
        "dele": dagsorden.sagsformen(punkt),
        "tallene": tallene.values(),
        "udfald": udfald,
        "ikke_gemt": udfald.form["referat"].value() if udfald.tilstand == "fejl" else "",
        "laast": services.hvorfor_ikke_skrive(moede),
        "i_gang": i_gang,
        "gemt": _gemt(punkt),
        "skriver": skrivning.andre_der_skriver(punkt, request.user, nu=timezone.now()),
        "beslutninger": skrivning.beslutningslinjer(
            Beslutning.objects.synlige_for(request.user).filter(behandling=punkt).order_by("nr")
        ),
        "opgaver": Opgave.objects.synlige_for(request.user).filter(behandling=punkt).select_related("ejer"),
    }
    if i_gang:
        ny = {"auto_id": "beslutning_%s", "udfald": mulige_udfald(punkt)}
        kontekst["beslutningsform"] = BeslutningForm(instance=Beslutning(), **ny)
        kontekst["opgaveform"] = OpgaveForm(instance=Opgave(), planen=plan, auto_id="opgave_%s")
    return render(request, "moeder/referat_punkt.html", kontekst)


def _laes(request: HttpRequest, referatet: Referat, ret: frozenset[Ret]) -> HttpResponse:
    moede = referatet.moede
    nyeste = referatet.udgaver.select_related("frosset_af").first()
    er_kladde = referatet.tilstand == Referattilstand.KLADDE
    indhold = referatindhold(moede) if er_kladde or nyeste is None else fra_json(nyeste.indhold)
    lukkede = permissions.ser_lukkede(request.user, moede)
    forloeb = forloebet(referatet, nyeste, request.user)
    maa_kommentere = permissions.maa_kommentere(request.user, moede)
    kontekst = {
        "plan": moede.helhedsplan,
        "moede": moede,
        "referat": referatet,
        "udgave": nyeste,
        "krumme": krumme(moede.helhedsplan, moede),
        "indhold": for_laeser(indhold, lukkede=lukkede, retter=ret),
        "forloeb": forloeb,
        "maa_kommentere": maa_kommentere,
        "kan_godkende": maa_kommentere and forloeb.til_kommentering and not forloeb.har_godkendt,
        "er_kladde": er_kladde,
        "maa_lede": Ret.MOEDE_LED in ret,
        "maa_bestille": Ret.PAPIR_BESTIL in ret,
    }
    return render(request, "moeder/referat_laes.html", kontekst)


def _ikke_endnu(request: HttpRequest, moede: Moede, tilstand: str | None) -> HttpResponse:
    kontekst = {
        "plan": moede.helhedsplan,
        "moede": moede,
        "krumme": krumme(moede.helhedsplan, moede),
        "hvornaar": hvornaar(moede),
        "grund": hvorfor_ikke_endnu(moede.tilstand, tilstand),
    }
    return render(request, "moeder/referat_ikke_endnu.html", kontekst)


def _autosvar(request: HttpRequest, punkt: Behandling, udfald: Udfald) -> HttpResponse:
    """What static/js/autogem.js reads: saved with the new lock, both texts, or why it was refused."""
    nu = _paa(request, punkt.moede).get(pk=punkt.pk)
    laas = ReferatForm(instance=nu).initial
    svar = {"udgave": laas["udgave"], "foer": laas["foer"]}
    if udfald.tilstand == "laes":
        return JsonResponse({**svar, "besked": f"Gemt {klokkeslaet(timezone.localtime())}"})
    if udfald.skal_vaelge:
        html = render_to_string("components/konflikt.html", vars(udfald.konflikt))
        return JsonResponse({**svar, "konflikt": html}, status=409)
    saetninger = [str(et) for fejl in udfald.form.errors.values() for et in fejl]
    return JsonResponse({"besked": " ".join(saetninger)}, status=422)


def _gemt(punkt: Behandling) -> str:
    """When the text was saved last; nothing before somebody has written."""
    if not (punkt.referat and punkt.rettet_tidspunkt):
        return ""
    return f"Gemt {klokkeslaet(timezone.localtime(punkt.rettet_tidspunkt))}"


def _paa(request: HttpRequest, moede: Moede) -> Any:
    return Behandling.objects.synlige_for(request.user).filter(moede=moede).select_related("rettet_af")


def _fremmoede(request: HttpRequest, moede: Moede) -> Any:
    alle = Fremmoede.objects.synlige_for(request.user).filter(moede=moede)
    return alle.select_related("person").order_by("person__navn", "pk")

"""An item's appendices, and what it is about."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler.models import Aendring, Aktivitet, Budgetpost, Delaftale, Helhedsplan, Succeskriterium, Version
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from kerne.filer import som_download
from kerne.talformat import kroner
from moeder.forms.dagsorden import BilagForm, BilagRetForm, EmneForm
from moeder.models import Behandling, Henvisning, Moede, Punktbilag
from moeder.reports.dagsorden import allerede_valgt
from moeder.reports.figurer import EMNEORD, KRAEVER, dokumentet
from moeder.services import punktdele as services
from moeder.statuses import Pengeemne
from moeder.views import krumme
from moeder.views.dagsorden import punkt_jeg_leder, punktets_side
from moeder.views.formular import gem_med_fil


@require_http_methods(["GET", "POST"])
def punktbilag_opret(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    form = BilagForm.til(punkt, sendt(request), request.FILES or None)
    felter = ("navn", "fil", "lukket")
    return gem_med_fil(
        request,
        _side(fundet, punkt, "Læg et bilag ved", "Læg ved"),
        form,
        lambda: services.tilfoej_bilag(punkt, **{et: form.cleaned_data[et] for et in felter}, af=request.user),
        "Bilaget er lagt ved.",
    )


@require_http_methods(["GET", "POST"])
def punktbilag_ret(request: HttpRequest, slug: str, moede: str, pk: int, punktbilag: int) -> HttpResponse:
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    valgt = _bilag(request, punkt, punktbilag)
    form = BilagRetForm.af(valgt, sendt(request))
    return vis_eller_gem(
        request,
        _side(fundet, punkt, f"Ret bilaget »{valgt}«", "Gem"),
        form,
        lambda: services.ret_bilag(valgt, **form.cleaned_data, af=request.user),
        "Bilaget er rettet.",
    )


@require_POST
def punktbilag_fjern(request: HttpRequest, slug: str, moede: str, pk: int, punktbilag: int) -> HttpResponse:
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    valgt = _bilag(request, punkt, punktbilag)
    return _goer(request, fundet, punkt, lambda: services.fjern_bilag(valgt, af=request.user), f"»{valgt}« er fjernet.")


@require_GET
def punktbilag_hent(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """The file, for whoever may see the item and the appendix itself."""
    plan = hent_plan(request, slug)
    synlige = Punktbilag.objects.synlige_for(request.user)
    valgt = get_object_or_404(synlige, pk=pk, behandling__moede__kode=moede, behandling__moede__helhedsplan=plan)
    endelse = valgt.fil.name[valgt.fil.name.rindex(".") :]
    return som_download(valgt.fil, valgt.navn if valgt.navn.endswith(endelse) else f"{valgt.navn}{endelse}")


@require_http_methods(["GET", "POST"])
def henvisning_opret(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    ting = _emner(request, fundet.helhedsplan)
    valgt = allerede_valgt(punkt)
    grupper = [
        (
            EMNEORD[felt],
            [(f"{felt}:{noegle}", navn) for noegle, (navn, _) in emner.items() if noegle not in valgt[felt]],
        )
        for felt, emner in ting.items()
    ]
    form = EmneForm(sendt(request), grupper=grupper)

    def gem() -> Any:
        felt, _, noegle = form.cleaned_data["emne"].partition(":")
        return services.tilfoej_henvisning(punkt, ting[felt][int(noegle)][1], af=request.user)

    side = _side(fundet, punkt, "Hvad handler punktet om?", "Tilføj")
    return vis_eller_gem(request, side, form, gem, "Punktet viser nu tallene, til mødet er slut.")


@require_POST
def henvisning_fjern(request: HttpRequest, slug: str, moede: str, pk: int, henvisning: int) -> HttpResponse:
    fundet, punkt = punkt_jeg_leder(request, slug, moede, pk)
    synlige = Henvisning.objects.synlige_for(request.user).select_related("behandling")
    valgt = get_object_or_404(synlige, behandling=punkt, pk=henvisning)
    valgt.behandling = punkt
    return _goer(
        request,
        fundet,
        punkt,
        lambda: services.fjern_henvisning(valgt, af=request.user),
        "Henvisningen er fjernet.",
    )


def _goer(request: HttpRequest, moede: Moede, punkt: Behandling, goer: Any, kvittering: str) -> HttpResponse:
    try:
        goer()
    except ValidationError as fejl:
        messages.warning(request, " ".join(fejl.messages))
    else:
        messages.success(request, kvittering)
    return redirect(punktets_side(moede, punkt))


def _emner(request: HttpRequest, plan: Helhedsplan) -> dict[str, dict[int, tuple[str, Any]]]:
    """Everything in the plan that an item can be about, by kind: key → (words, thing)."""
    bruger, ret = request.user, rettigheder(request.user, plan)
    delaftaler = Delaftale.objects.synlige_for(bruger).filter(indsatsomraade__helhedsplan=plan)
    versioner = Version.objects.synlige_for(bruger).filter(helhedsplan=plan).defer("indhold")
    aendringer = Aendring.objects.synlige_for(bruger).filter(helhedsplan=plan).defer("forslag")
    dokument = "delaftale__indsatsomraade__omraadetype"
    raekker = {
        "kriterium": Succeskriterium.objects.synlige_for(bruger).filter(helhedsplan=plan).order_by("nr"),
        "delaftale": delaftaler.select_related("indsatsomraade__omraadetype").i_raekkefoelge(),
        "aktivitet": Aktivitet.objects.synlige_for(bruger)
        .filter(delaftale__indsatsomraade__helhedsplan=plan)
        .order_by("navn", "pk"),
        "budgetpost": Budgetpost.objects.synlige_for(bruger)
        .filter(helhedsplan=plan)
        .select_related(dokument, "kilde")
        .order_by("aar", "pk"),
        "version": versioner.select_related(dokument).order_by("delaftale", "-nr"),
        "aendring": aendringer.select_related(dokument).order_by("-indsendt_tidspunkt", "-pk"),
    }
    emner: dict[str, dict[int, tuple[str, Any]]] = {
        felt: {et.pk: (_ord(felt, et), et) for et in fundne} for felt, fundne in raekker.items()
    }
    emner["penge"] = {et.value: (str(et.label), et) for et in Pengeemne}
    return {felt: fundne for felt, fundne in emner.items() if felt not in KRAEVER or KRAEVER[felt] in ret}


def _ord(felt: str, ting: Any) -> str:
    """Enough words to choose by."""
    if felt == "version":
        return f"Version {ting.nr} af {dokumentet(ting)}"
    if felt == "aendring":
        return f"{ting} ({dokumentet(ting)})"
    if felt == "budgetpost":
        hvor = ting.delaftale.indsatsomraade if ting.delaftale else ting.get_placering_display()
        led = (ting.tekst, hvor, ting.aar or "uden år", ting.kilde, kroner(ting.beloeb))
        return ", ".join(str(et) for et in led if et)
    return str(ting)


def _bilag(request: HttpRequest, punkt: Behandling, noegle: int) -> Punktbilag:
    valgt = get_object_or_404(Punktbilag.objects.synlige_for(request.user), behandling=punkt, pk=noegle)
    valgt.behandling = punkt
    return valgt


def _side(moede: Moede, punkt: Behandling, titel: str, knap: str) -> Side:
    plan = moede.helhedsplan
    tilbage = punktets_side(moede, punkt)
    return Side(plan, titel, [*krumme(plan, moede), (punkt.titel, tilbage)], tilbage, knap, str(punkt))

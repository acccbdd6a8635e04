"""The meetings of a plan: the list, and making, moving, deleting and cancelling one."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler.models import Organ
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt
from kerne import datoer
from moeder import permissions
from moeder.forms.moeder import AflysForm, MoedeForm, SerieForm
from moeder.models import Moede, Moedeserie
from moeder.reports.moeder import hvornaar, moedeliste
from moeder.services import moeder as services
from moeder.services import serier
from moeder.services.laasning import KanIkkeAendres
from moeder.statuses import Moedeart, Moedetilstand
from moeder.views import krumme, med_mails, moede_jeg_leder, moedets_side, plan_hvor_jeg_leder
from moeder.views.formular import ret_med_laas


@require_GET
def moede_liste(request: HttpRequest, slug: str) -> HttpResponse:
    plan = hent_plan(request, slug)
    nu = timezone.now()
    moeder = Moede.objects.synlige_for(request.user).filter(helhedsplan=plan).select_related("organ")
    organer = Organ.objects.synlige_for(request.user).filter(helhedsplan=plan).order_by("pk")
    kontekst = {
        "plan": plan,
        "liste": moedeliste(
            list(organer),
            moeder,
            nu=nu,
            planen_loeber=plan.start_dato <= timezone.localdate() <= plan.slut_dato,
        ),
        "maa_lede": permissions.maa_lede_moeder(request.user, plan),
    }
    return render(request, "moeder/moede_liste.html", kontekst)


@require_http_methods(["GET", "POST"])
def moede_opret(request: HttpRequest, slug: str) -> HttpResponse:
    plan = plan_hvor_jeg_leder(request, slug)
    art = request.GET.get("art")
    ting = Moede(helhedsplan=plan, art=art if art in Moedeart else Moedeart.ORDINAERT)
    side = Side(
        plan,
        "Nyt møde",
        krumme(plan),
        reverse("moeder:moede_liste", args=[plan.slug]),
        "Opret kladde",
        plan.navn,
        "Mødet er en kladde, til du sender indkaldelsen. Organets faste punkter kommer på dagsordenen med det samme. "
        "Et ét-års-eftersyn får i stedet Landsbyggefondens fire punkter, udfyldt med det, planen ved i dag.",
    )
    return ret_med_laas(
        request,
        side,
        ting,
        lambda data: MoedeForm(data, instance=Moede(helhedsplan=plan, art=ting.art)),
        lambda form: services.opret_moede(plan, form.cleaned_data["organ"], form.fakta, af=request.user),
        "Mødet er oprettet som kladde. Ingen har fået besked.",
        lambda moede: moedets_side(plan, moede),
    )


@require_http_methods(["GET", "POST"])
def moede_ret(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    if fundet.er_lukket:
        return _kan_ikke(request, fundet, "rettes")
    indkaldt = fundet.tilstand == Moedetilstand.INDKALDT
    side = Side(
        fundet.helhedsplan,
        f"Ret mødet {hvornaar(fundet)}",
        krumme(fundet.helhedsplan, fundet),
        moedets_side(fundet.helhedsplan, fundet),
        overrubrik=str(fundet.organ),
        indledning="De indkaldte får ændringen i en mail med en ny kalenderfil." if indkaldt else "",
        slet_url=reverse(
            "moeder:moede_aflys" if indkaldt else "moeder:moede_slet", args=[fundet.helhedsplan.slug, fundet.kode]
        ),
        slet_tekst="Aflys mødet" if indkaldt else "Slet kladden",
    )
    svar = ret_med_laas(
        request,
        side,
        fundet,
        lambda data: MoedeForm(data, instance=moede_jeg_leder(request, slug, moede)),
        lambda form: services.ret_moede(fundet, form.fakta, udgave=form.cleaned_data["udgave"] or 0, af=request.user),
        "Mødet er rettet. De indkaldte får besked, hvis tid eller sted er ændret." if indkaldt else "Mødet er rettet.",
    )
    return med_mails(request, svar)


@require_http_methods(["GET", "POST"])
def moede_slet(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    plan = fundet.helhedsplan
    tekst = "Ingen er indkaldt. De faste punkter går med, og de punkter, der er skrevet, kommer på idélisten."
    side = Side(
        plan, f"Slet kladden til {fundet}?", krumme(plan, fundet), moedets_side(plan, fundet), "Slet", plan.navn, tekst
    )
    if request.method == "POST":
        try:
            services.slet_kladde(fundet, af=request.user)
        except KanIkkeAendres as fejl:
            messages.warning(request, fejl.message)
            return redirect(side.tilbage)
        messages.success(request, "Kladden er slettet.")
        return redirect("moeder:moede_liste", plan.slug)
    grund = "" if fundet.tilstand == Moedetilstand.KLADDE else "Kun en kladde kan slettes. Aflys mødet i stedet."
    return spoerg_eller_goer(request, side, lambda: None, "", grund=grund)


@require_http_methods(["GET", "POST"])
def moede_aflys(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    fundet = moede_jeg_leder(request, slug, moede)
    plan = fundet.helhedsplan
    side = Side(
        plan,
        f"Aflys {fundet}?",
        krumme(plan, fundet),
        moedets_side(plan, fundet),
        "Aflys mødet",
        plan.navn,
        "De indkaldte får besked i en mail, der tager mødet ud af deres kalender. Det kan ikke fortrydes.",
    )
    form = AflysForm(sendt(request))
    svar = vis_eller_gem(
        request,
        side,
        form,
        lambda: services.aflys_moede(fundet, grund=form.cleaned_data["grund"], af=request.user),
        "Mødet er aflyst, og de indkaldte får besked.",
    )
    return med_mails(request, svar)


@require_http_methods(["GET", "POST"])
def serie_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """A row of meetings with the kommissorium's rhythm; all of them are drafts."""
    plan = plan_hvor_jeg_leder(request, slug)
    form = SerieForm(sendt(request), instance=Moedeserie(helhedsplan=plan), initial={"til_dato": plan.slut_dato})
    side = Side(
        plan,
        "Nye møder i en række",
        krumme(plan),
        reverse("moeder:moede_liste", args=[plan.slug]),
        "Opret kladder",
        plan.navn,
        "Hvert møde bliver en kladde, som du kan rette og indkalde til for sig.",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: serier.opret_serie(
            plan,
            form.save(commit=False),
            foerste_dag=form.cleaned_data["foerste_dato"],
            til=form.cleaned_data["til_dato"],
            af=request.user,
        ),
        lambda resultat: _serien_er_lavet(*resultat),
    )


def _serien_er_lavet(serie: Moedeserie, sprunget: list[date]) -> str:
    antal = serie.moeder.count()
    lavet = f"»{serie}« er lavet med {'ét møde' if antal == 1 else f'{antal} møder'}, alle som kladder."
    if not sprunget:
        return lavet
    dage = ", ".join(datoer.dato(dag) for dag in sprunget)
    return f"{lavet} {serie.organ} har allerede møde {dage}, så dér er der ikke lavet et."


def _kan_ikke(request: HttpRequest, moede: Moede, hvad: str) -> HttpResponse:
    messages.warning(request, f"Mødet er {moede.get_tilstand_display().lower()} og kan ikke {hvad}.")
    return redirect(moedets_side(moede.helhedsplan, moede))

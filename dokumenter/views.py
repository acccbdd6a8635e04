"""Order a paper, follow it while it is made, fetch it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler.models import Helhedsplan
from aftaler.views import hent_plan
from brugere.models import Bruger
from dokumenter import pdf, permissions, tasks
from dokumenter.forms import AendringsoversigtForm, BestilForm, MailForm, felter, som_formular
from dokumenter.models import Abonnement, Bestilling, Udlevering
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Valg
from dokumenter.reports.moedegrundlag import moedelaeser
from dokumenter.services import bestilling as bestillinger
from dokumenter.services import maanedens
from dokumenter.services import udlevering as udleveringer
from dokumenter.statuses import INDHOLDSTYPER, Format, Papir, Tilstand, Trin
from kerne.datoer import klokkeslaet
from kerne.htmx import side_eller_del
from kerne.noeglelinks import uden_spor
from kerne.ring import ring

RAEKKER_PR_SIDE = 25


@dataclass(frozen=True)
class Papirvalg:
    """One row of the list of papers."""

    kode: str
    navn: str
    formaal: str
    formater: str
    formatkoder: str
    felter: str
    valgt: bool


@dataclass(frozen=True)
class Fremdriftstrin:
    tekst: str
    tilstand: str
    tid: str


@require_http_methods(["GET", "POST"])
def papir_liste(request: HttpRequest, slug: str) -> HttpResponse:
    plan = _plan_med_papirer(request, slug)
    maa_kladde = permissions.maa_bestille_kladde(request.user, plan)
    # A page that speaks of one version leads here with the choice already made: ?udgave=pr_dato&pr=2021-11-24
    forvalgt = {
        felt: request.GET[felt]
        for felt in ("papir", "delaftale", "aar", "moede", "udgave", "pr")
        if felt in request.GET
    }
    form = BestilForm(
        request.POST or None,
        plan=plan,
        maa_kladde=maa_kladde,
        moedelaeser=moedelaeser(plan, request.user),
        initial=forvalgt,
    )
    if request.method == "POST" and form.is_valid():
        try:
            ny = bestillinger.bestil(plan, form.papir_valgt, form.valg, form.format_valgt, af=request.user)
        except bestillinger.KanIkkeBestilles as fejl:
            form.add_error(None, str(fejl))
        else:
            return _ring_og_vis(ny, plan)
    udstedte = Bestilling.objects.synlige_for(request.user).filter(helhedsplan=plan).select_related("bestilt_af")
    udstedte = udstedte.defer("grundlag")  # a whole draft, or a whole report
    side = Paginator(udstedte.nyeste_foerst(), RAEKKER_PR_SIDE).get_page(request.GET.get("side"))
    kontekst = {
        "plan": plan,
        "form": form,
        "papirer": _papirvalg(form),
        "side": side,
        "maa_kladde": maa_kladde,
        "uden_pdf": pdf.mangler_system(),
    }
    return render(request, "dokumenter/papir_liste.html", kontekst)


@require_http_methods(["GET", "POST"])
def aendringsoversigt(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose two versions, or come with them in the address; a version of another plan is not found."""
    plan = _plan_med_papirer(request, slug)
    bedt_om = {navn: request.GET[navn] for navn in ("fra", "til") if navn in request.GET}
    form = AendringsoversigtForm(request.POST or None, plan=plan, initial=bedt_om)
    if request.method == "GET" and bedt_om and not AendringsoversigtForm(bedt_om, plan=plan).is_valid():
        raise Http404("Planen har ikke den version.")
    if request.method == "POST" and form.is_valid():
        try:
            ny = bestillinger.bestil(plan, Papir.AENDRINGSOVERSIGT, form.valg, Format.PDF, af=request.user)
        except bestillinger.KanIkkeBestilles as fejl:
            form.add_error(None, str(fejl))
        else:
            return _ring_og_vis(ny, plan)
    kontekst = {
        "plan": plan,
        "form": form,
        "led": [("Papirer", reverse("dokumenter:papir_liste", args=[plan.slug]))],
        "uden_pdf": pdf.mangler_system(),
    }
    return render(request, "dokumenter/aendringsoversigt.html", kontekst)


@require_http_methods(["GET", "POST"])
def mails(request: HttpRequest, slug: str) -> HttpResponse:
    """The person's own mails about the plan."""
    plan = _plan_med_papirer(request, slug)
    mine = Abonnement.objects.synlige_for(request.user).filter(helhedsplan=plan)
    form = MailForm(initial={"valgte": list(mine.values_list("slags", flat=True))})
    if request.method == "POST":  # an empty choice is a choice
        form = MailForm(request.POST)
        if form.is_valid():
            maanedens.vaelg(plan, form.slags, af=request.user)
            messages.success(request, "Dine mails er gemt.")
            return redirect("dokumenter:mails", slug=plan.slug)
    kontekst = {
        "plan": plan,
        "form": form,
        "led": [("Papirer", reverse("dokumenter:papir_liste", args=[plan.slug]))],
    }
    return render(request, "dokumenter/mails.html", kontekst)


@require_GET
def bestilling(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """The page asks about itself every other second and falls silent when the paper is made or given up."""
    plan = _plan_med_papirer(request, slug)
    valgt = get_object_or_404(
        Bestilling.objects.synlige_for(request.user).select_related("bestilt_af", "helhedsplan").defer("grundlag"),
        helhedsplan=plan,
        pk=pk,
    )
    kontekst = {
        "plan": plan,
        "bestilling": valgt,
        "trin": _trin(valgt),
        "led": [("Papirer", reverse("dokumenter:papir_liste", args=[plan.slug]))],
        "links": _aabne_links(request.user, valgt),
        "maa_udlevere": permissions.maa_udlevere(request.user, plan) and valgt.kan_udleveres,
        **_bestil_igen(valgt),
    }
    return side_eller_del(request, "dokumenter/bestilling.html", "tilstand", kontekst)


@require_GET
def hent(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    plan = _plan_med_papirer(request, slug)
    valgt = get_object_or_404(
        Bestilling.objects.synlige_for(request.user).select_related("helhedsplan"), helhedsplan=plan, pk=pk
    )
    try:
        sti = bestillinger.hent(valgt, af=request.user)
    except bestillinger.IkkeKlar as fejl:
        raise Http404(str(fejl)) from fejl
    return FileResponse(
        sti.open("rb"),
        as_attachment=True,
        filename=valgt.filnavn,
        content_type=INDHOLDSTYPER[Format(valgt.format)],
    )


@require_POST
def udlever(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Make a link to the paper; its address is shown this once."""
    plan = _plan_at_udlevere(request, slug)
    valgt = get_object_or_404(
        Bestilling.objects.synlige_for(request.user).select_related("helhedsplan"), helhedsplan=plan, pk=pk
    )
    noegle, udlevering, fejl = "", None, ""
    try:
        udlevering, noegle = udleveringer.udlever(valgt, af=request.user)
    except udleveringer.KanIkkeUdleveres as grund:
        fejl = str(grund)
    kontekst = {
        "plan": plan,
        "bestilling": valgt,
        "udlevering": udlevering,
        "fejl": fejl,
        "adresse": settings.OFFENTLIG_URL + reverse("dokumenter:udleveret", args=[noegle]) if noegle else "",
        "led": [("Papirer", reverse("dokumenter:papir_liste", args=[plan.slug]))],
    }
    return render(request, "dokumenter/udlevering.html", kontekst)


@require_POST
def tilbagekald(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    plan = _plan_at_udlevere(request, slug)
    synlige = Udlevering.objects.synlige_for(request.user).select_related("bestilling__helhedsplan")
    valgt = get_object_or_404(synlige, bestilling__helhedsplan=plan, pk=pk)
    udleveringer.tilbagekald(valgt, af=request.user)
    return redirect("dokumenter:bestilling", slug=plan.slug, pk=valgt.bestilling_id)


@login_not_required
@require_GET
def udleveret(request: HttpRequest, noegle: str) -> HttpResponse:
    """The one paper that the link opens, for whoever has it; otherwise a page that says why not."""
    try:
        valgt, sti = udleveringer.aabn(noegle)
    except udleveringer.LinketErLukket as fejl:
        return render(request, "dokumenter/udleveret_lukket.html", {"grund": str(fejl)}, status=404)
    indholdstype = INDHOLDSTYPER[Format(valgt.format)]
    return uden_spor(
        FileResponse(sti.open("rb"), as_attachment=True, filename=valgt.filnavn, content_type=indholdstype)
    )


@require_GET
def forhaandsvis(request: HttpRequest, slug: str, papir: str) -> HttpResponse:
    """The paper's HTML in the browser, for whoever works on its template; only with DEBUG."""
    if not settings.DEBUG or papir not in PAPIRER or not PAPIRER[Papir(papir)].skabelon:
        raise Http404
    plan = _plan_med_papirer(request, slug)
    valg = Valg(delaftale=request.GET.get("delaftale"), moede=request.GET.get("moede"))
    grundlag = bestillinger.find_grundlag(
        plan, Papir(papir), valg, Format.PDF, i_dag=timezone.localdate(), laeser=request.user
    )
    papirtype = PAPIRER[Papir(papir)]
    stilark = tuple(static(et) for et in pdf.STILARK)
    return HttpResponse(pdf.html(papirtype.byg(grundlag), papirtype.skabelon, stilark))


def _ring_og_vis(ny: Bestilling, plan: Helhedsplan) -> HttpResponse:
    if ny.er_bestilt:
        ring(tasks.dan_dokument, str(ny.pk))
    return redirect("dokumenter:bestilling", slug=plan.slug, pk=ny.pk)


def _aabne_links(bruger: Bruger, valgt: Bestilling) -> QuerySet[Udlevering]:
    egne = Udlevering.objects.synlige_for(bruger).filter(bestilling=valgt)
    return egne.aabne(timezone.now()).select_related("oprettet_af")


def _bestil_igen(valgt: Bestilling) -> dict[str, Any]:
    """Where an order that failed is ordered again, and with which fields."""
    slug = valgt.helhedsplan.slug
    if PAPIRER[Papir(valgt.papir)].egen_side:
        felter = {navn: valgt.valg[navn] for navn in ("fra", "til")}
        return {"igen": felter, "igen_url": reverse("dokumenter:aendringsoversigt", args=[slug])}
    felter = som_formular(valgt.valg, valgt.papir, valgt.format)
    return {"igen": felter, "igen_url": reverse("dokumenter:papir_liste", args=[slug])}


def _plan_med_papirer(request: HttpRequest, slug: str) -> Helhedsplan:
    """404 for whoever doesn't see the plan, 403 for a member without the right to papers."""
    plan = hent_plan(request, slug)
    if not permissions.maa_bestille(request.user, plan):
        raise PermissionDenied
    return plan


def _plan_at_udlevere(request: HttpRequest, slug: str) -> Helhedsplan:
    """Whoever may not hand out papers learns nothing of the links that there are."""
    plan = hent_plan(request, slug)
    if not permissions.maa_udlevere(request.user, plan):
        raise PermissionDenied
    return plan


def _papirvalg(form: BestilForm) -> list[Papirvalg]:
    valgt = form["papir"].value() or next(iter(PAPIRER)).value
    return [
        Papirvalg(
            kode=kode,
            navn=navn,
            formaal=PAPIRER[Papir(kode)].formaal,
            formater=", ".join(str(f.label) for f in PAPIRER[Papir(kode)].formater),
            formatkoder=" ".join(PAPIRER[Papir(kode)].formater),
            felter=" ".join(felter(Papir(kode))),
            valgt=kode == valgt,
        )
        for kode, navn in form.fields["papir"].choices
    ]


def _trin(valgt: Bestilling) -> list[Fremdriftstrin]:
    """The steps with their times: those done, the one under way, those that wait."""
    naaet = list(Trin).index(Trin(valgt.trin))
    ud = []
    for nr, trin in enumerate(Trin):
        tid = parse_datetime(valgt.trin_tider.get(trin.value, ""))
        ud.append(
            Fremdriftstrin(
                tekst=trin.label,
                tilstand=_trintilstand(valgt, nr, naaet),
                tid=klokkeslaet(timezone.localtime(tid)) if tid else "",
            )
        )
    return ud


def _trintilstand(valgt: Bestilling, nr: int, naaet: int) -> str:
    if nr < naaet or valgt.er_klar:
        return "faerdig"
    if nr > naaet:
        return "venter"
    return "fejl" if valgt.tilstand == Tilstand.FEJLET else "igang"

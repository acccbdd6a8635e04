"""The annexes that the template requires: where each stands, and the two that are texts of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler import permissions, snapshot
from aftaler.forms.bilag import BilagForm
from aftaler.models import Dokumentbilag, Helhedsplan, Version
from aftaler.models.bilag import Bilagsart
from aftaler.reports import bilag as reports
from aftaler.reports import kommissorium
from aftaler.services import bilag as services
from aftaler.views import hent_plan
from aftaler.views.organer import diagrammet, plan_der_maa_rettes
from aftaler.views.redigering import rediger
from brugere.roles import Ret
from kerne.laas import RettetImens

DIAGRAM = "organisationsdiagram"
# Where an annex that is not a text is made: the page's name, and the place on it.
LAVES_PAA = {
    "delaftaler": ("delaftale_liste", ""),
    "budget": ("budget", ""),
    "maalinger": ("aftale", "#blok-indsatsomraader"),
    "milepaelsplan": ("milepaelsplan", ""),
    "aktivitetsskema": ("delaftale_liste", ""),
}


@dataclass(frozen=True)
class Laeser:
    """What the person at hand reads: the draft, or the versions in force (None: nothing is approved yet)."""

    plan: Helhedsplan
    retter: frozenset[Ret]
    version: Version | None
    grundlag: reports.Grundlag | None

    @property
    def ser_kladde(self) -> bool:
        return Ret.KLADDE_SE in self.retter

    @property
    def maa_rette(self) -> bool:
        return Ret.AFTALE_RET in self.retter


@require_GET
def bilag_liste(request: HttpRequest, slug: str) -> HttpResponse:
    laeser = _laeser(request, slug)
    plan = laeser.plan
    raekker = []
    if laeser.grundlag:
        raekker = reports.bilagsliste(plan.skabelon.bilag.all(), laeser.grundlag)
    kontekst = {
        "plan": plan,
        "krumme": _krumme(plan)[:1],
        "laeser": laeser,
        "hovedsaetning": reports.hovedsaetning(raekker) if raekker else "",
        "raekker": [{"bilag": et, "url": _vej(plan, et.kode)} for et in raekker],
    }
    return render(request, "aftaler/bilag_liste.html", kontekst)


@require_GET
def bilag_detalje(request: HttpRequest, slug: str, bilag: str) -> HttpResponse:
    """A text, or the drawing of the bodies."""
    laeser = _laeser(request, slug)
    plan = laeser.plan
    art = _art(bilag) if bilag != DIAGRAM else None
    skabelonbilag = get_object_or_404(plan.skabelon.bilag.all(), kode=bilag)
    kontekst: dict[str, Any] = {"plan": plan, "krumme": _krumme(plan), "laeser": laeser, "kode": bilag}
    kontekst |= {"navn": skabelonbilag.navn, "bilag": None}
    if laeser.grundlag is None:
        return render(request, "aftaler/bilag_detalje.html", kontekst)
    (kontekst["bilag"],) = reports.bilagsliste([skabelonbilag], laeser.grundlag)
    if art is None:
        kontekst |= diagrammet(laeser.grundlag.strategisk["organer"])
        return render(request, "aftaler/bilag_diagram.html", kontekst)
    tekst = laeser.grundlag.strategisk["bilagstekster"].get(art.value, "")
    raekke = Dokumentbilag.objects.synlige_for(request.user).filter(helhedsplan=plan, art=art).first()
    kontekst |= {
        "tekst": tekst,
        "udgave": raekke.udgave if raekke else 0,
        "kan_markeres": laeser.maa_rette and bool(raekke and raekke.tekst and not raekke.klar),
        "kan_fortrydes": laeser.maa_rette and bool(raekke and raekke.klar),
        "kan_foreslaas": laeser.maa_rette and art == Bilagsart.KOMMISSORIUM,
    }
    return render(request, "aftaler/bilag_detalje.html", kontekst)


@require_http_methods(["GET", "POST"])
def bilag_ret(request: HttpRequest, slug: str, bilag: str) -> HttpResponse:
    """The text in the editor. With ?forslag= a draft stands there instead, and is saved by nobody but the person."""
    plan, art = plan_der_maa_rettes(request, slug), _art(bilag)
    ting = _raekke(request, plan, art)
    udfald = rediger(
        request,
        lambda data: BilagForm(data, instance=_raekke(request, plan, art)),
        ting,
        lambda form: services.ret_tekst(
            plan, art, tekst=form.cleaned_data["tekst"], udgave=form.cleaned_data["udgave"] or 0, af=request.user
        ),
    )
    if udfald.form is None:
        messages.success(request, udfald.kvittering)
        return redirect("aftaler:bilag_detalje", plan.slug, bilag)
    kontekst: dict[str, Any] = {
        "plan": plan,
        "krumme": [*_krumme(plan), (art.label, _vej(plan, bilag))],
        "titel": f"Ret {art.label.lower()}",
        "form": udfald.form,
        "udfald": udfald,
        "tilbage": _vej(plan, bilag),
        "knap": "Gem",
        "fjern": None,
        "er_forslag": False,
        "mangler": [],
    }
    if art == Bilagsart.KOMMISSORIUM and request.method == "GET" and "forslag" in request.GET:
        dok = snapshot.strategisk(plan)
        udfald.form.foreslaa(kommissorium.udkast(dok))
        kontekst |= {"er_forslag": True, "mangler": kommissorium.mangler_til_udkast(dok)}
    return render(request, "aftaler/bilag_ret.html", kontekst)


@require_POST
def bilag_klar(request: HttpRequest, slug: str, bilag: str) -> HttpResponse:
    return _marker(request, slug, bilag, services.marker_klar, "Bilaget er markeret som klar.")


@require_POST
def bilag_kladde(request: HttpRequest, slug: str, bilag: str) -> HttpResponse:
    return _marker(request, slug, bilag, services.goer_til_kladde, "Bilaget er en kladde igen.")


def _marker(request: HttpRequest, slug: str, kode: str, gerning: Callable[..., None], kvittering: str) -> HttpResponse:
    plan, art = plan_der_maa_rettes(request, slug), _art(kode)
    bilag = _raekke(request, plan, art)
    if bilag.pk is None:
        messages.warning(request, "Skriv teksten først.")
        return redirect("aftaler:bilag_ret", plan.slug, kode)
    try:
        gerning(bilag, udgave=_udgave(request), af=request.user)
    except RettetImens as imens:
        navn = imens.nu.rettet_af or "En anden"
        messages.warning(request, f"{navn} har rettet teksten imens. Læs den igen, før du markerer den.")
    except services.KanIkkeMarkeres as fejl:
        messages.warning(request, fejl.message)
    else:
        messages.success(request, kvittering)
    return redirect("aftaler:bilag_detalje", plan.slug, kode)


def _udgave(request: HttpRequest) -> int:
    """The edition that stood on the page; something else than a number is no edition at all."""
    raat = request.POST.get("udgave", "")
    return int(raat) if raat.isdecimal() and len(raat) < 10 else 0


def _laeser(request: HttpRequest, slug: str) -> Laeser:
    plan = hent_plan(request, slug)
    roller = permissions.roller(request.user, plan)
    if not permissions.ser_bilag(roller):
        raise PermissionDenied
    retter = permissions.rollernes_rettigheder(roller)
    if Ret.KLADDE_SE in retter:
        klare = Dokumentbilag.objects.synlige_for(request.user).filter(helhedsplan=plan, klar=True)
        strategisk, *delaftaler = snapshot.alle(plan).values()
        grundlag = reports.Grundlag(strategisk, delaftaler, frozenset(et.art for et in klare))
        return Laeser(plan, retter, None, grundlag)
    i_kraft = Version.objects.synlige_for(request.user).filter(helhedsplan=plan).i_kraft(timezone.localdate())
    versioner = {et.delaftale_id: et for et in i_kraft}
    version = versioner.pop(None, None)
    if version is None:
        return Laeser(plan, retter, None, None)
    # what stands in an approved version is approved as it stands: nobody marks it
    delaftaler = [et.indhold for et in versioner.values()]
    return Laeser(plan, retter, version, reports.Grundlag(version.indhold, delaftaler, frozenset(Bilagsart.values)))


def _raekke(request: HttpRequest, plan: Helhedsplan, art: Bilagsart) -> Dokumentbilag:
    findes = Dokumentbilag.objects.synlige_for(request.user).filter(helhedsplan=plan, art=art).first()
    return findes or Dokumentbilag(helhedsplan=plan, art=art)


def _art(kode: str) -> Bilagsart:
    """The kind of text, or 404: the other annexes are made of something else."""
    if kode not in Bilagsart.values:
        raise Http404
    return Bilagsart(kode)


def _vej(plan: Helhedsplan, kode: str) -> str:
    """Where the annex is read or made; the empty string when this system does not make it."""
    if kode == DIAGRAM or kode in Bilagsart.values:
        return reverse("aftaler:bilag_detalje", args=[plan.slug, kode])
    if kode not in LAVES_PAA:
        return ""
    side, sted = LAVES_PAA[kode]
    return reverse(f"aftaler:{side}", args=[plan.slug]) + sted


def _krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Aftale", reverse("aftaler:aftale", args=[plan.slug])),
        ("Bilag", reverse("aftaler:bilag_liste", args=[plan.slug])),
    ]

"""A delaftale in LBF's 13 blocks, each edited in place."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions, reports, snapshot
from aftaler.forms.felter import LaastForm
from aftaler.forms.tekster import delaftale_form
from aftaler.models import Delaftale, Helhedsplan, Skabelonafsnit, Version
from aftaler.models.skabelon import Indhold, Papir
from aftaler.services import tekster
from aftaler.views import hent_plan
from aftaler.views.dokumentet import Dokument, hent_dokument, version_i_kraft
from aftaler.views.redigering import Udfald, rediger
from kerne.htmx import side_eller_del

SKABELON = "aftaler/delaftale_detalje.html"


@require_GET
def delaftale_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every delaftale of the plan with the version in force; a role that may not see drafts is told which have none."""
    plan = hent_plan(request, slug)
    i_dag = timezone.localdate()
    alle = Delaftale.objects.synlige_for(request.user).filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    alle = alle.select_related("indsatsomraade__omraadetype").annotate(antal_aktiviteter=Count("aktiviteter"))
    i_kraft = Version.objects.synlige_for(request.user).filter(helhedsplan=plan, delaftale__isnull=False).i_kraft(i_dag)
    versioner = {et.delaftale_id: et for et in i_kraft.defer("indhold")}
    raekker = [
        {"delaftale": et, "nr": et.indsatsomraade.omraadetype.nr, "version": versioner.get(et.pk)} for et in alle
    ]
    kontekst = {
        "plan": plan,
        "raekker": raekker,
        "ser_kladde": permissions.maa_se_kladde(request.user, plan),
        "krumme": krumme(plan)[:1],
    }
    return render(request, "aftaler/delaftale_liste.html", kontekst)


@require_GET
def delaftale_detalje(request: HttpRequest, slug: str, nr: str) -> HttpResponse:
    """The whole delaftale; htmx asks for one block with ?blok= when an edit is given up."""
    plan, delaftale = hent_delaftale(request, slug, nr)
    return _vis(request, plan, delaftale, request.GET.get("blok", ""), Udfald("laes"))


@require_http_methods(["GET", "POST"])
def blok_ret(request: HttpRequest, slug: str, nr: str, kode: str) -> HttpResponse:
    """One block: text, main figures or dates. The other blocks are written somewhere else."""
    plan, delaftale = hent_delaftale(request, slug, nr)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    skabelonafsnit = get_object_or_404(
        Skabelonafsnit, skabelon__generation=plan.skabelon.generation, skabelon__papir=Papir.DELAFTALE, kode=kode
    )
    formklasse = delaftale_form(skabelonafsnit)
    if formklasse is None:
        raise Http404

    def lav_form(data: Any) -> LaastForm:
        return formklasse(data, instance=delaftale, skabelonafsnit=skabelonafsnit, auto_id=f"id_{kode}_%s")

    def gem(form: LaastForm) -> None:
        laas = {"udgave": form.cleaned_data["udgave"] or 0, "foer": form.cleaned_data["foer"], "af": request.user}
        match skabelonafsnit.indhold:
            case Indhold.OEKONOMI:
                tekster.ret_hovedtal(delaftale, **laas, **form.felter)
            case Indhold.PERIODE:
                tekster.ret_periode(delaftale, **laas, **form.felter)
            case _:
                tekster.ret_delaftale_tekst(delaftale, skabelonafsnit, tekst=form.cleaned_data[kode], **laas)

    return _vis(request, plan, delaftale, kode, rediger(request, lav_form, delaftale, gem))


def hent_delaftale(request: HttpRequest, slug: str, nr: str) -> tuple[Helhedsplan, Delaftale]:
    """The plan and its delaftale by LBF's number, or 404."""
    plan = hent_plan(request, slug)
    synlige = Delaftale.objects.synlige_for(request.user).select_related("indsatsomraade__omraadetype")
    delaftale = get_object_or_404(synlige, indsatsomraade__helhedsplan=plan, indsatsomraade__omraadetype__nr=nr)
    delaftale.indsatsomraade.helhedsplan = plan  # the same row, with what is read of it
    return plan, delaftale


def krumme(plan: Helhedsplan, nr: str | None = None) -> list[tuple[str, str]]:
    """The way down to the plan's delaftaler, or to one of them."""
    led = [
        ("Aftale", reverse("aftaler:aftale", args=[plan.slug])),
        ("Delaftaler", reverse("aftaler:delaftale_liste", args=[plan.slug])),
    ]
    return [*led, (nr, reverse("aftaler:delaftale_detalje", args=[plan.slug, nr]))] if nr else led


def _vis(request: HttpRequest, plan: Helhedsplan, delaftale: Delaftale, kode: str, udfald: Udfald) -> HttpResponse:
    """The page, or for htmx the one block with the marks that follow it; a finished edit leads back to the page."""
    nr = delaftale.indsatsomraade.omraadetype.nr
    adresse = reverse("aftaler:delaftale_detalje", args=[plan.slug, nr])
    if udfald.kvittering and not request.htmx:
        messages.success(request, udfald.kvittering)
        return redirect(f"{adresse}#blok-{kode}")
    dokument = hent_dokument(request, plan, delaftale, permissions.rettigheder(request.user, plan))
    if dokument.indhold is None:
        return render(request, "aftaler/delaftale_uden_version.html", {"plan": plan, "delaftale": delaftale, "nr": nr})
    omraade = _omraadet(request, plan, delaftale, dokument)
    alle = [
        _med_doere(et, plan, nr, dokument.maa_rette, kode, udfald)
        for et in reports.delaftale_blokke(dokument.indhold, omraade)
    ]
    kontekst: dict[str, Any] = {
        "plan": plan,
        "nr": nr,
        "dok": dokument.indhold,
        "dokument": dokument,
        "blokke": alle,
        "klar": reports.antal_klar(alle),
        "punkter": [
            {"nummer": et.nr, "titel": et.overskrift, "url": f"{adresse}#blok-{et.kode}", "tilstand": et.tilstand,
             "note": et.mangler, "valgt": bool(et.redigering)}
            for et in alle
        ],
        "adresse": adresse,
        "krumme": krumme(plan),
        "maa_rette_kriterier": dokument.maa_rette_aktivitet,
    }  # fmt: skip
    blok = next((et for et in alle if et.kode == kode), None)
    if request.htmx and not request.htmx.boosted and blok is None:
        raise Http404
    return side_eller_del(request, SKABELON, "svar", kontekst | {"blok": blok})


def _omraadet(
    request: HttpRequest, plan: Helhedsplan, delaftale: Delaftale, dokument: Dokument
) -> dict[str, Any] | None:
    """The area that blocks 4 and 5 print from the strategic agreement: of the same kind of edition as the delaftale."""
    if dokument.er_kladde:
        return snapshot.indsatsomraade(delaftale.indsatsomraade)
    version = version_i_kraft(request.user, plan, None)
    return reports.omraadet(version.indhold, delaftale.indsatsomraade.omraadetype.nr) if version else None


def _med_doere(
    blok: reports.Blok, plan: Helhedsplan, nr: str, maa_rette: bool, kode: str, udfald: Udfald
) -> reports.Blok:
    """The block with its way to be edited – here, or where it is written – and the edit under way if it is this one."""
    if maa_rette:
        aftalen = f"{reverse('aftaler:aftale', args=[plan.slug])}#blok-omraade-{nr.replace('.', '-')}"
        andre = {
            Indhold.PLANENS_NAVN: ("Ret i planens oplysninger", reverse("aftaler:plan_ret", args=[plan.slug])),
            Indhold.PARTER: ("Ret i organisering", reverse("aftaler:organisering", args=[plan.slug])),
            Indhold.PROBLEMKOMPLEKS: ("Ret i den strategiske aftale", aftalen),
            Indhold.FORMAAL_OG_KRITERIER: ("Ret i den strategiske aftale", aftalen),
        }
        if blok.indhold in {Indhold.TEKST, Indhold.OEKONOMI, Indhold.PERIODE}:
            blok = replace(blok, ret_url=reverse("aftaler:blok_ret", args=[plan.slug, nr, blok.kode]))
        elif blok.indhold in andre:
            tekst, url = andre[blok.indhold]
            blok = replace(blok, andetsteds_tekst=tekst, andetsteds_url=url)
        if blok.kode == reports.MEDARBEJDERE:
            andele = reverse("aftaler:medarbejderandel_liste", args=[plan.slug])
            blok = replace(blok, andetsteds_tekst="Ret andelene af stillinger", andetsteds_url=andele)
    if blok.kode == kode:
        blok = replace(blok, redigering=udfald if udfald.form else None, kvittering=udfald.kvittering)
    return blok

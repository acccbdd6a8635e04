"""A draft on its way out of the house: what is changed, who must approve it, and by which route – or thrown away."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aftaler import permissions, rules, snapshot
from aftaler.forms.aendringer import FLERE, IndsendForm, RuteFormSet
from aftaler.models import Aendring, Delaftale, Helhedsplan, Version
from aftaler.models.organ import Organart
from aftaler.reports.aendringer import dokumentnavn
from aftaler.reports.versioner import laest
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer, genskab
from aftaler.services.versioner import kladde
from aftaler.snapshot.forskel import forskelle
from aftaler.views import hent_plan
from aftaler.views.delaftale import hent_delaftale
from aftaler.views.forskel import forskelskontekst


@require_http_methods(["GET", "POST"])
def dokument_indsend(request: HttpRequest, slug: str, nr: str | None = None) -> HttpResponse:
    """The difference from what is approved, for whoever may see the draft; the form for whoever may send it."""
    plan, delaftale = hent_dokumentet(request, slug, nr)
    if not permissions.maa_se_kladde(request.user, plan):
        raise PermissionDenied
    maa_indsende = permissions.maa_indsende(request.user, plan)
    if request.method == "POST" and not maa_indsende:
        raise PermissionDenied
    aaben = Aendring.objects.synlige_for(request.user).aabne(plan, delaftale).defer("forslag").first()
    if aaben:
        messages.info(request, "Dokumentet er sendt til godkendelse.")
        return redirect("aftaler:aendring_detalje", slug=plan.slug, pk=aaben.pk)
    forslag, gaeldende = kladde(plan, delaftale), aendringer.seneste(plan, delaftale)
    omraade = snapshot.indsatsomraade(delaftale.indsatsomraade) if delaftale else None
    art = aendringer.art(plan, delaftale, forslag, gaeldende)
    godkender = aendringer.godkender(plan, art)
    form, rute = _forme(request, plan, forslag, gaeldende)
    if request.method == "POST" and "flere" not in request.POST and form.is_valid() & rute.is_valid():
        aendring = _indsend(request, plan, delaftale, form, rute, godkender)
        if aendring:
            messages.success(request, f"Ændringen er sendt. Den skal godkendes af {rules.i_saetning(godkender)}.")
            return redirect("aftaler:aendring_detalje", slug=plan.slug, pk=aendring.pk)
    kontekst = {
        **_faelles(plan, nr, forslag, gaeldende),
        **forskelskontekst(request.user, plan, forskelle(gaeldende.indhold, forslag) if gaeldende else []),
        "maa_indsende": maa_indsende and (gaeldende is None or gaeldende.kontrolsum != snapshot.kontrolsum(forslag)),
        "maa_kassere": gaeldende is not None and permissions.maa_rette_aftale(request.user, plan),
        "form": form,
        "rute": rute,
        "art": art,
        "godkender": godkender,
        "godkender_i_saetning": rules.i_saetning(godkender),
        "mangler": [et for et in laest(forslag, omraade) if et.mangler],
    }
    return render(request, "aftaler/dokument_indsend.html", kontekst)


@require_http_methods(["GET", "POST"])
def dokument_kasser(request: HttpRequest, slug: str, nr: str | None = None) -> HttpResponse:
    """A question on GET; on POST the rows are written back to the newest version."""
    plan, delaftale = hent_dokumentet(request, slug, nr)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    version = get_object_or_404(
        Version.objects.synlige_for(request.user).af_dokument(plan, delaftale).order_by("-nr")[:1]
    )
    fejl: list[str] = []
    if request.method == "POST":
        try:
            rest = genskab.genskab(version, af=request.user)
        except ValidationError as kan_ikke:
            fejl = kan_ikke.messages
        else:
            messages.success(request, f"Kladden er ens med version {version.nr} igen.{rest}")
            return redirect(tilbage(plan, nr))
    kontekst = {**_faelles(plan, nr, version.indhold, version), "version": version, "fejl": fejl}
    return render(request, "aftaler/dokument_kasser.html", kontekst)


def hent_dokumentet(request: HttpRequest, slug: str, nr: str | None) -> tuple[Helhedsplan, Delaftale | None]:
    """The plan and its delaftale by LBF's number, None for the strategic agreement; or 404."""
    if nr is not None:
        return hent_delaftale(request, slug, nr)
    return hent_plan(request, slug), None


def tilbage(plan: Helhedsplan, nr: str | None) -> str:
    """The page of the document."""
    if nr is None:
        return reverse("aftaler:aftale", args=[plan.slug])
    return reverse("aftaler:delaftale_detalje", args=[plan.slug, nr])


def adresse(navn: str, plan: Helhedsplan, nr: str | None) -> str:
    """A page of one document: with LBF's number for a delaftale, without for the strategic agreement."""
    return reverse(f"aftaler:{navn}", args=[plan.slug, nr] if nr else [plan.slug])


def _faelles(plan: Helhedsplan, nr: str | None, indhold: dict[str, Any], version: Version | None) -> dict[str, Any]:
    dokument = dokumentnavn(indhold)
    return {
        "plan": plan,
        "nr": nr,
        "dokument_titel": dokument,
        "gaeldende": version,
        "tilbage": tilbage(plan, nr),
        "kasser_url": adresse("dokument_kasser", plan, nr),
        "krumme": [("Aftale", reverse("aftaler:aftale", args=[plan.slug])), (dokument, tilbage(plan, nr))],
    }


def _forme(
    request: HttpRequest, plan: Helhedsplan, forslag: dict[str, Any], gaeldende: Version | None
) -> tuple[IndsendForm, Any]:
    """The form and the rows of the route; "flere" gives two more rows and keeps what is typed."""
    i_dag = timezone.localdate()
    tidligst = max(plan.start_dato, gaeldende.gaelder_fra if gaeldende else plan.start_dato)
    forvalg = {"oensket_fra": min(max(i_dag, tidligst), plan.slut_dato), "set_kontrolsum": snapshot.kontrolsum(forslag)}
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and "flere" in data:
        data["rute-TOTAL_FORMS"] = str(_antal(data.get("rute-TOTAL_FORMS", "")) + FLERE)
    return IndsendForm(data, initial=forvalg), RuteFormSet(data, prefix="rute", form_kwargs={"plan": plan})


def _antal(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 4 else FLERE


def _indsend(
    request: HttpRequest, plan: Helhedsplan, delaftale: Delaftale | None, form: IndsendForm, rute: Any, godkender: str
) -> Aendring | None:
    """Send it, the required decision between what goes before and what comes after; None when the form says why not."""
    er_bestyrelsen = {"art": Organart.BESTYRELSE} if godkender == BESTYRELSEN else {"navn": godkender}
    organ = plan.organer.filter(**er_bestyrelsen).order_by("pk").first()  # none for Landsbyggefonden
    raekker = [(et.cleaned_data["raekkefoelge"], et.forslag) for et in rute if et.forslag]
    kraevet = aendringer.Trinforslag(godkender, organ=organ)
    try:
        return aendringer.indsend(
            plan,
            delaftale,
            af=request.user,
            rute=[
                *(et for hvor, et in raekker if hvor == "foer"),
                kraevet,
                *(et for hvor, et in raekker if hvor == "efter"),
            ],
            **form.cleaned_data,
        )
    except aendringer.KanIkkeIndsendes as fejl:
        form.add_error(None, fejl)
        return None

"""The lines of versions, what each one says, the whole agreement on a day, and two versions held against each other."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from aftaler import permissions, snapshot
from aftaler.forms.versioner import ForskelForm, PrDatoForm
from aftaler.models import Aendring, Aftalepart, Delaftale, Helhedsplan, Underskrift, Version
from aftaler.reports import omraadet
from aftaler.reports.aendringer import dokumentnavn
from aftaler.reports.versioner import Versionslinje, laest, staar_ikke_i_blokkene, versionslinjer
from aftaler.services.versioner import kladder
from aftaler.snapshot.forskel import aendrede, forskelle
from aftaler.snapshot.klausuler import Klausul, er_penge, klausuler
from aftaler.views import hent_plan
from aftaler.views.dokumentet import LAES_KUN
from aftaler.views.forskel import forskelskontekst
from aftaler.views.indsendelse import adresse, tilbage
from brugere.models import Bruger
from brugere.roles import Ret


@require_GET
def version_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every document of the plan with its versions, newest first, what is in force, and what is on its way."""
    plan = hent_plan(request, slug)
    i_dag = timezone.localdate()
    versioner = list(med_rute(request.user).filter(helhedsplan=plan).defer("indhold"))
    ser_kladde = permissions.maa_se_kladde(request.user, plan)
    aabne = {et.delaftale_id: et for et in _aabne(request.user, plan)} if ser_kladde else {}
    summer = {noegle: snapshot.kontrolsum(et) for noegle, et in kladder(plan).items()} if ser_kladde else {}
    delaftaler = Delaftale.objects.synlige_for(request.user).filter(indsatsomraade__helhedsplan=plan)
    dokumenter = []
    for delaftale in [None, *delaftaler.select_related("indsatsomraade__omraadetype").i_raekkefoelge()]:
        noegle, nr = (delaftale.pk, delaftale.indsatsomraade.omraadetype.nr) if delaftale else (None, None)
        linjer = versionslinjer([et for et in versioner if et.delaftale_id == noegle], i_dag)
        seneste = linjer[0].version if linjer else None
        dokumenter.append(
            {
                "titel": str(delaftale) if delaftale else "Strategisk samarbejdsaftale",
                "url": tilbage(plan, nr),
                "linjer": linjer,
                "forskel_url": _forskel_url(plan, linjer),
                "aaben": aabne.get(noegle),
                "kladde_url": adresse("dokument_indsend", plan, nr)
                if ser_kladde and noegle not in aabne and (not seneste or seneste.kontrolsum != summer[noegle])
                else "",
            }
        )
    kontekst = {
        **_faelles(request.user, plan),
        "dokumenter": dokumenter,
        "form": PrDatoForm(initial={"dato": _forvalgt_dag(plan, i_dag)}),
        "ser_kladde": ser_kladde,
    }
    return render(request, "aftaler/version_liste.html", kontekst)


@require_GET
def version_detalje(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A version as it was frozen, read like the draft, with who approved and who signed."""
    plan = hent_plan(request, slug)
    version = get_object_or_404(med_rute(request.user), helhedsplan=plan, pk=pk)
    linje = next(et for et in _linjer(request.user, plan, version) if et.version.pk == pk)
    aftalen = _i_kraft(request.user, plan, max(version.gaelder_fra, plan.start_dato)).get(None)
    strategisk = aftalen.indhold if aftalen else None
    nr = version.indhold["nr"]
    retter = permissions.rettigheder(request.user, plan)
    kontekst = {
        **_faelles(request.user, plan),
        "version": version,
        "her": f"Version {version.nr}",
        "linje": linje,
        "dok": version.indhold,
        "dokument_titel": dokumentnavn(version.indhold),
        "blokke": laest(version.indhold, omraadet(strategisk, nr)),
        "oevrige": _oevrige(version.indhold, retter),
        "aftalen": aftalen if nr else None,
        "sum_passer": snapshot.kontrolsum(version.indhold) == version.kontrolsum,
        "underskrifter": _underskrifter(request.user, version),
        "maa_underskrive": Ret.INDSEND in retter,
        "ser_kladde": Ret.KLADDE_SE in retter,
        "tilbage": tilbage(plan, nr),
    }
    return render(request, "aftaler/version_detalje.html", kontekst)


@require_GET
def aftale_pr_dato(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole agreement as it read on a day: of every document the version that was in force."""
    plan = hent_plan(request, slug)
    i_dag = timezone.localdate()
    form = PrDatoForm(request.GET if "dato" in request.GET else {"dato": _forvalgt_dag(plan, i_dag)})
    dag = form.cleaned_data["dato"] if form.is_valid() else None
    gaeldende = _i_kraft(request.user, plan, dag) if dag else {}
    aftalen = gaeldende.get(None)
    strategisk = aftalen.indhold if aftalen else None
    delaftaler = Delaftale.objects.synlige_for(request.user).filter(indsatsomraade__helhedsplan=plan)
    retter = permissions.rettigheder(request.user, plan)
    dokumenter = [
        _paa_dagen(delaftale, gaeldende, strategisk, retter)
        for delaftale in [None, *delaftaler.select_related("indsatsomraade__omraadetype").i_raekkefoelge()]
    ]
    kontekst = {
        **_faelles(request.user, plan),
        "form": form,
        "dag": dag,
        "dokumenter": dokumenter if dag else [],
        "findes": bool(gaeldende),
    }
    return render(request, "aftaler/aftale_pr_dato.html", kontekst)


@require_GET
def version_forskel(request: HttpRequest, slug: str) -> HttpResponse:
    """Two versions of one document: what was changed, and who decided each change and when."""
    plan = hent_plan(request, slug)
    synlige = Version.objects.synlige_for(request.user).filter(helhedsplan=plan).select_related("delaftale")
    fra = get_object_or_404(synlige, pk=_tal(request.GET.get("fra")))
    linjen = list(med_rute(request.user).af_dokument(plan, fra.delaftale))
    form = ForskelForm(request.GET, linje=linjen)
    kontekst = {**_faelles(request.user, plan), "form": form, "dokument_titel": dokumentnavn(fra.indhold)}
    if form.is_valid():
        fra, til = form.i_orden
        imellem = sorted((et for et in linjen if fra.nr <= et.nr <= til.nr), key=lambda et: et.nr)
        viste = forskelskontekst(request.user, plan, forskelle(fra.indhold, til.indhold))
        besluttet = _besluttet(imellem)
        ens = len(klausuler(til.indhold)) - sum(et.art != "slettet" for et in viste["forskelle"]) - viste["skjulte"]
        kontekst |= {
            **viste,
            "fra": fra,
            "til": til,
            "ens": ens,
            "raekker": [{"forskel": et, "versioner": besluttet.get(et.sti, [])} for et in viste["forskelle"]],
            "ser_kladde": permissions.maa_se_kladde(request.user, plan),
        }
    return render(request, "aftaler/version_forskel.html", kontekst)


def med_rute(bruger: Bruger) -> QuerySet[Version]:
    """The versions that the person may see, with the change and the steps that made them."""
    aendringer = Aendring.objects.synlige_for(bruger).defer("forslag").prefetch_related("trin__vilkaar")
    return Version.objects.synlige_for(bruger).prefetch_related(Prefetch("aendring", aendringer))


def _faelles(bruger: Bruger, plan: Helhedsplan) -> dict[str, Any]:
    krumme = [
        ("Aftale", reverse("aftaler:aftale", args=[plan.slug])),
        ("Versioner", reverse("aftaler:version_liste", args=[plan.slug])),
    ]
    return {
        **LAES_KUN,
        "plan": plan,
        "krumme": krumme,
        "papir_url": reverse("dokumenter:papir_liste", args=[plan.slug])
        if permissions.har_ret(bruger, Ret.PAPIR_BESTIL, plan)
        else "",
    }


def _aabne(bruger: Bruger, plan: Helhedsplan) -> QuerySet[Aendring]:
    return Aendring.objects.synlige_for(bruger).filter(helhedsplan=plan).paa_vej().defer("forslag")


def _linjer(bruger: Bruger, plan: Helhedsplan, version: Version) -> list[Versionslinje]:
    alle = med_rute(bruger).af_dokument(plan, version.delaftale).defer("indhold")
    return versionslinjer(list(alle), timezone.localdate())


def _i_kraft(bruger: Bruger, plan: Helhedsplan, dag: date) -> dict[int | None, Version]:
    """The versions in force on the day by delaftale; None is the strategic agreement."""
    return {et.delaftale_id: et for et in med_rute(bruger).filter(helhedsplan=plan).i_kraft(dag)}


def _forvalgt_dag(plan: Helhedsplan, i_dag: date) -> date:
    """Today, or the plan's last day when it is over."""
    return max(plan.start_dato, min(i_dag, plan.slut_dato))


def _forskel_url(plan: Helhedsplan, linjer: Sequence[Versionslinje]) -> str:
    """The two newest held against each other; empty where there is only one."""
    if len(linjer) < 2:
        return ""
    side = reverse("aftaler:version_forskel", args=[plan.slug])
    return f"{side}?fra={linjer[1].version.pk}&til={linjer[0].version.pk}"


def _paa_dagen(
    delaftale: Delaftale | None,
    gaeldende: dict[int | None, Version],
    strategisk: dict[str, Any] | None,
    retter: frozenset[Ret],
) -> dict[str, Any]:
    version = gaeldende.get(delaftale.pk if delaftale else None)
    praefiks = f"d{delaftale.pk}" if delaftale else "aftale"
    return {
        "titel": dokumentnavn(version.indhold) if version else str(delaftale or "Strategisk samarbejdsaftale"),
        "anker": praefiks,
        "maa_rette": False,
        "maa_rette_aktivitet": False,
        "version": version,
        "linje": versionslinjer([version], version.gaelder_fra)[0] if version else None,
        "blokke": laest(version.indhold, omraadet(strategisk, version.indhold["nr"]), praefiks=praefiks)
        if version
        else [],
        "oevrige": _oevrige(version.indhold, retter) if version else [],
    }


def _oevrige(indhold: dict[str, Any], retter: frozenset[Ret]) -> list[Klausul]:
    """What the version says beside LBF's blocks; money in detail only for whoever may see it."""
    ser_penge = Ret.PENGE_SE in retter
    return [et for et in klausuler(indhold) if staar_ikke_i_blokkene(et.sti) and (ser_penge or not er_penge(et.sti))]


def _besluttet(imellem: Sequence[Version]) -> dict[str, list[Versionslinje]]:
    """For each clause the versions that changed it, oldest first."""
    ud: dict[str, list[Versionslinje]] = {}
    for foer, efter in pairwise(imellem):
        (linje,) = versionslinjer([efter], efter.gaelder_fra)
        for gammel, ny in aendrede(foer.indhold, efter.indhold):
            ud.setdefault((ny or gammel).sti, []).append(linje)
    return ud


def _underskrifter(bruger: Bruger, version: Version) -> list[dict[str, Any]]:
    """A row per party of the version: the signature, or the way to record it while the party is still in the plan."""
    har = {et.part_id: et for et in Underskrift.objects.synlige_for(bruger).filter(version=version)}
    findes = set(
        Aftalepart.objects.synlige_for(bruger).filter(helhedsplan=version.helhedsplan_id).values_list("pk", flat=True)
    )
    return [
        {"part": et, "underskrift": har.get(et["noegle"]), "findes": et["noegle"] in findes}
        for et in version.indhold["parter"]
    ]


def _tal(tekst: str | None) -> int:
    """A key from the address; what is no number is no version."""
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else 0

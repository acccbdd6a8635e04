"""Changes on their way: the list, one change with its route, and everything that is said about it."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions, rules, snapshot
from aftaler.forms.aendringer import FLERE, OpfyldForm, TraekTilbageForm, TrinForm, VilkaarFormSet
from aftaler.models import Aendring, Godkendelsestrin, Helhedsplan, Vilkaar
from aftaler.models.aendring import Trinslags
from aftaler.reports.aendringer import STATUSMAERKATER, Trinlinje, dokumentnavn, stilling, trinlinje
from aftaler.reports.versioner import laest
from aftaler.services import aendringer
from aftaler.snapshot.forskel import forskelle
from aftaler.statuses import Aendringsstatus, Trinudfald
from aftaler.views import hent_plan
from aftaler.views.dokumentet import LAES_KUN
from aftaler.views.forskel import forskelskontekst
from aftaler.views.indsendelse import tilbage
from brugere.roles import Ret
from kerne.filer import som_download


@require_GET
def aendring_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change of the plan: those on their way first, then the newest."""
    plan = _plan(request, slug)
    alle = _med_rute(request).filter(helhedsplan=plan).defer("forslag", "version__indhold")
    raekker = [
        {
            "aendring": et,
            "stilling": stilling(et, et.trin.all()),
            "maerkat": STATUSMAERKATER[Aendringsstatus(et.status)],
            "dokument": str(et.delaftale) if et.delaftale else "Strategisk samarbejdsaftale",
            "aabne_vilkaar": sum(not v.opfyldt_dato for trin in et.trin.all() for v in trin.vilkaar.all()),
        }
        for et in alle
    ]
    er_aaben = Aendringsstatus.INDSENDT.value
    kontekst = {
        "plan": plan,
        "aabne": [et for et in raekker if et["aendring"].status == er_aaben],
        "afsluttede": [et for et in raekker if et["aendring"].status != er_aaben],
        "krumme": [("Aftale", reverse("aftaler:aftale", args=[plan.slug]))],
    }
    return render(request, "aftaler/aendring_liste.html", kontekst)


@require_GET
def aendring_detalje(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, aendring = _hent(request, slug, pk)
    return _vis(request, plan, aendring)


@require_http_methods(["GET", "POST"])
def trin_registrer(request: HttpRequest, slug: str, pk: int, trin: int) -> HttpResponse:
    """What one body said; "flere" gives more rows for conditions and saves nothing."""
    plan, aendring = _hent(request, slug, pk)
    valgt = get_object_or_404(
        Godkendelsestrin.objects.synlige_for(request.user).select_related("organ", "aendring__helhedsplan"),
        aendring=aendring,
        pk=trin,
    )
    if not permissions.maa_registrere_trin(request.user, valgt):
        raise PermissionDenied
    if request.method == "GET":
        return redirect(_her(plan, aendring))
    data = request.POST.copy()
    antal = f"vilkaar-{valgt.pk}-TOTAL_FORMS"
    if "flere" in data:
        raat = data.get(antal, "")
        data[antal] = str(min(int(raat) if raat.isdecimal() and len(raat) < 10 else 0, 28) + FLERE)
    form, formset = TrinForm(data, request.FILES, trin=valgt), _vilkaarformset(valgt, data)
    if "flere" not in data and form.is_valid() & formset.is_valid():
        try:
            aendring = aendringer.registrer_trin(valgt, af=request.user, vilkaar=formset.vilkaar, **form.felter)
        except aendringer.KanIkkeRegistreres as fejl:
            form.add_error(None, fejl)
        else:
            messages.success(request, _kvittering(aendring, valgt, form.felter["udfald"]))
            return redirect(_her(plan, aendring))
    return _vis(request, plan, aendring, trin_i_gang=(valgt.pk, form, formset))


@require_http_methods(["GET", "POST"])
def aendring_traek(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, aendring = _hent(request, slug, pk)
    if not permissions.maa_indsende(request.user, plan):
        raise PermissionDenied
    form = TraekTilbageForm(request.POST or None, prefix="traek")
    if request.method == "POST" and form.is_valid():
        try:
            aendringer.traek_tilbage(aendring, af=request.user, **form.cleaned_data)
        except aendringer.KanIkkeRegistreres as fejl:
            form.add_error(None, fejl)
        else:
            messages.success(request, "Ændringen er trukket tilbage. Kladden kan rettes igen.")
            return redirect(_her(plan, aendring))
    return _vis(request, plan, aendring, traek=form)


@require_http_methods(["GET", "POST"])
def vilkaar_opfyld(request: HttpRequest, slug: str, pk: int, vilkaar: int) -> HttpResponse:
    plan, aendring = _hent(request, slug, pk)
    valgt = get_object_or_404(
        Vilkaar.objects.synlige_for(request.user).select_related("trin__aendring__helhedsplan"),
        trin__aendring=aendring,
        pk=vilkaar,
    )
    if not permissions.maa_indsende(request.user, plan):
        raise PermissionDenied
    form = OpfyldForm(request.POST or None, prefix=f"vilkaar-{valgt.pk}")
    if request.method == "POST" and form.is_valid():
        try:
            aendringer.opfyld_vilkaar(valgt, af=request.user, **form.cleaned_data)
        except ValidationError as fejl:
            form.add_error(None, fejl)
        else:
            messages.success(request, "Vilkåret er skrevet som opfyldt.")
            return redirect(_her(plan, aendring))
    return _vis(request, plan, aendring, opfyld=(valgt.pk, form))


@require_GET
def trin_dokument(request: HttpRequest, slug: str, pk: int, trin: int) -> FileResponse:
    """The decision as it was sent in, always as a download."""
    _, aendring = _hent(request, slug, pk)
    med_fil = Godkendelsestrin.objects.synlige_for(request.user).exclude(dokument="")
    valgt = get_object_or_404(med_fil, aendring=aendring, pk=trin)
    return som_download(valgt.dokument, valgt.dokument_navn)


def _plan(request: HttpRequest, slug: str) -> Helhedsplan:
    """A change is a draft: only for those who may see drafts."""
    plan = hent_plan(request, slug)
    if not permissions.maa_se_kladde(request.user, plan):
        raise PermissionDenied
    return plan


def _med_rute(request: HttpRequest) -> Any:
    synlige = Godkendelsestrin.objects.synlige_for(request.user)
    trin = Prefetch("trin", synlige.select_related("organ", "registreret_af"))
    return (
        Aendring.objects.synlige_for(request.user)
        .select_related("delaftale__indsatsomraade__omraadetype", "version", "fra_version", "indsendt_af")
        .prefetch_related(trin, "trin__vilkaar")
    )


def _hent(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Aendring]:
    plan = _plan(request, slug)
    return plan, get_object_or_404(_med_rute(request), helhedsplan=plan, pk=pk)


def _her(plan: Helhedsplan, aendring: Aendring) -> str:
    return reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk])


def _vilkaarformset(trin: Godkendelsestrin, data: Any = None) -> Any:
    """A høring and an orientering set no conditions."""
    return VilkaarFormSet(data, prefix=f"vilkaar-{trin.pk}")


def _vis(
    request: HttpRequest,
    plan: Helhedsplan,
    aendring: Aendring,
    *,
    trin_i_gang: tuple[int, Any, Any] | None = None,
    traek: Any = None,
    opfyld: tuple[int, Any] | None = None,
) -> HttpResponse:
    """The page, with the form that was just refused in the place of a fresh one."""
    retter = permissions.rettigheder(request.user, plan)
    maa_indsende = Ret.INDSEND in retter
    er_aaben = rules.kan_skifte(Aendringsstatus(aendring.status), Aendringsstatus.TRUKKET)
    foer = aendring.fra_version
    omraadet = aendring.delaftale.indsatsomraade if aendring.delaftale else None
    nr = omraadet.omraadetype.nr if omraadet else None
    omraade = snapshot.indsatsomraade(omraadet) if omraadet and not foer else None
    trin = [_med_forme(aendring, et, retter, trin_i_gang, opfyld) for et in aendring.trin.all()]
    kontekst = {
        **LAES_KUN,
        "plan": plan,
        "aendring": aendring,
        "dokument_titel": dokumentnavn(aendring.forslag),
        "godkender": aendringer.godkender(plan, aendring.art),
        "stilling": stilling(aendring, aendring.trin.all()),
        "maerkat": STATUSMAERKATER[Aendringsstatus(aendring.status)],
        "trin": trin,
        "traek": (traek or TraekTilbageForm(prefix="traek")) if maa_indsende and er_aaben else None,
        "traek_aaben": traek is not None,
        "foerste": [] if foer else laest(aendring.forslag, omraade, praefiks="forslag"),
        "tilbage": tilbage(plan, nr),
        "krumme": [
            ("Aftale", reverse("aftaler:aftale", args=[plan.slug])),
            ("Ændringer", reverse("aftaler:aendring_liste", args=[plan.slug])),
        ],
        **forskelskontekst(request.user, plan, forskelle(foer.indhold, aendring.forslag) if foer else []),
    }
    return render(request, "aftaler/aendring_detalje.html", kontekst)


def _med_forme(
    aendring: Aendring,
    trin: Godkendelsestrin,
    retter: frozenset[Ret],
    i_gang: tuple[int, Any, Any] | None,
    opfyld: tuple[int, Any] | None,
) -> Trinlinje:
    """The step, with a form if the person may record it now, and one for each condition that is not met."""
    linje = trinlinje(trin)
    if Ret.INDSEND in retter:
        i_brug = dict([opfyld]) if opfyld else {}
        aabne = [et for et in linje.vilkaar if not et.opfyldt_dato]
        forme = tuple((et, i_brug.get(et.pk) or OpfyldForm(prefix=f"vilkaar-{et.pk}")) for et in aabne)
        linje = replace(linje, opfyldelser=forme)
    if i_gang and i_gang[0] == trin.pk:
        return replace(linje, form=i_gang[1], vilkaarformset=i_gang[2], aaben=True)
    kan = trin.udfald == Trinudfald.AFVENTER and rules.kan_registreres(
        Aendringsstatus(aendring.status), Trinslags(trin.slags)
    )
    if kan and permissions.trinret(trin) in retter:
        return replace(linje, form=TrinForm(trin=trin), vilkaarformset=_vilkaarformset(trin))
    return linje


def _kvittering(aendring: Aendring, trin: Godkendelsestrin, udfald: Trinudfald) -> str:
    if aendring.status == Aendringsstatus.GODKENDT and trin.slags != Trinslags.ORIENTERING:
        return f"Ændringen er godkendt. {stilling(aendring, []).removeprefix('Godkendt. ')}"
    if aendring.status in (Aendringsstatus.RETURNERET, Aendringsstatus.AFVIST):
        return f"Ændringen er {aendring.get_status_display().lower()}. Kladden kan rettes igen."
    return f"{trin.navn}: {udfald.label.lower()}. Det er skrevet på ruten."

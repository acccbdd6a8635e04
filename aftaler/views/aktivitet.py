"""An activity: its status, its frame, and LBF's form edited in place; created, and deleted while it is only a draft."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions, snapshot
from aftaler.forms.aktiviteter import AktivitetForm, RammerForm, StatusForm
from aftaler.models import Aktivitet, Helhedsplan, Succeskriterium
from aftaler.reports import aktiviteter as aktivitetsrapport
from aftaler.reports.milepaele import fremdrift
from aftaler.services import aendringer, aktiviteter
from aftaler.views import hent_plan
from aftaler.views.delaftale import hent_delaftale, krumme
from aftaler.views.dokumentet import aaben_aendring, version_i_kraft
from aftaler.views.formularside import Side, vis_eller_gem
from aftaler.views.plan import sendt
from aftaler.views.redigering import Udfald, rediger
from kerne.htmx import side_eller_del

SKABELON = "aftaler/aktivitet_detalje.html"


@require_GET
def aktivitet_detalje(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    return _vis(request, plan, aktivitet, Udfald("laes"))


@require_http_methods(["GET", "POST"])
def aktivitet_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    kraev_ret(request, plan)
    udfald = rediger(
        request,
        lambda data: AktivitetForm(data, instance=aktivitet),
        aktivitet,
        lambda form: aktiviteter.ret_aktivitet(
            aktivitet,
            af=request.user,
            udgave=form.cleaned_data["udgave"] or 0,
            foer=form.cleaned_data["foer"],
            **form.felter,
        ),
    )
    if udfald.form is None:
        plan, aktivitet = hent_aktivitet(request, slug, pk)
    return _vis(request, plan, aktivitet, udfald)


@require_http_methods(["GET", "POST"])
def rammer_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Kind, areas, responsible and dates."""
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    kraev_ret(request, plan)
    _, kopi = hent_aktivitet(request, slug, pk)  # validating a ModelForm writes on its instance
    udfald = rediger(
        request,
        lambda data: RammerForm(data, instance=kopi, plan=plan),
        aktivitet,
        lambda form: aktiviteter.ret_rammer(
            aktivitet, af=request.user, udgave=form.cleaned_data["udgave"] or 0, **form.felter
        ),
    )
    if udfald.form is None:
        messages.success(request, udfald.kvittering)
        return redirect("aftaler:aktivitet_detalje", slug=slug, pk=pk)
    side = side_om(
        plan, aktivitet, "Ret rammer", indledning=f"Rammerne står i delaftalen. {aendringer.om_aktiviteter(plan)}"
    )
    kontekst = {"plan": plan, "side": side, "form": udfald.form, "udfald": udfald}
    return render(request, "aftaler/aktivitet_rammer.html", kontekst)


@require_http_methods(["GET", "POST"])
def status_saet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Override the computed status with a reason, or let it stand again."""
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    if not permissions.maa_saette_status(request.user, plan):
        raise PermissionDenied
    beregnet = _rapport(request, plan, aktivitet, _som_laest(request, plan, aktivitet)).beregnet
    side = side_om(
        plan, aktivitet, "Sæt status", indledning=f"Beregnet af datoer, milepæle og målgrupper: {beregnet.saetning}"
    )
    form = StatusForm(sendt(request), ting=aktivitet)

    def gem() -> None:
        status, grund = form.cleaned_data["status"], form.cleaned_data["status_grund"]
        aktiviteter.saet_status(aktivitet, status=status, grund=grund, af=request.user)

    return vis_eller_gem(request, side, form, gem, "Status er gemt.")


@require_http_methods(["GET", "POST"])
def aktivitet_opret(request: HttpRequest, slug: str, nr: str) -> HttpResponse:
    """A new activity in the delaftale with LBF's number; it is part of the draft until the board approves."""
    plan, delaftale = hent_delaftale(request, slug, nr)
    kraev_ret(request, plan)
    form = AktivitetForm(request.POST or None, instance=Aktivitet(delaftale=delaftale))
    if request.method == "POST" and form.is_valid():
        try:
            aktivitet = aktiviteter.opret_aktivitet(delaftale, af=request.user, **form.felter)
        except ValidationError as fejl:
            form.add_error(None, fejl)
        else:
            messages.success(request, f"{aktivitet} er oprettet i kladden til delaftale {nr}.")
            return redirect("aftaler:aktivitet_detalje", slug=plan.slug, pk=aktivitet.pk)
    kontekst = {
        "plan": plan,
        "nr": nr,
        "form": form,
        "krumme": krumme(plan, nr),
        "hvem_godkender": aendringer.om_aktiviteter(plan),
    }
    return render(request, "aftaler/aktivitet_opret.html", kontekst)


@require_http_methods(["GET", "POST"])
def aktivitet_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask first; say why where it can't be done."""
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    kraev_ret(request, plan)
    nr = aktivitet.delaftale.indsatsomraade.omraadetype.nr
    if request.method == "POST":
        try:
            aktiviteter.slet_aktivitet(aktivitet, af=request.user)
        except aktiviteter.KanIkkeSlettes as fejl:
            messages.error(request, fejl.message)
            return redirect("aftaler:aktivitet_detalje", slug=plan.slug, pk=pk)
        messages.success(request, f"{aktivitet} er slettet.")
        return redirect("aftaler:delaftale_detalje", slug=plan.slug, nr=nr)
    grund = aktiviteter.hvorfor_ikke_slette(aktivitet)
    kontekst = {"plan": plan, "aktivitet": aktivitet, "nr": nr, "grund": grund, "spoergsmaal": f"Slet »{aktivitet}«?"}
    return render(request, "aftaler/aktivitet_slet.html", kontekst)


def hent_aktivitet(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Aktivitet]:
    plan = hent_plan(request, slug)
    synlige = Aktivitet.objects.synlige_for(request.user).select_related(
        "delaftale__indsatsomraade__omraadetype", "delaftale__indsatsomraade__helhedsplan__skabelon", "status_sat_af"
    )
    return plan, get_object_or_404(synlige, delaftale__indsatsomraade__helhedsplan=plan, pk=pk)


def kraev_ret(request: HttpRequest, plan: Helhedsplan) -> None:
    if not permissions.maa_rette_aktivitet(request.user, plan):
        raise PermissionDenied


def _vis(request: HttpRequest, plan: Helhedsplan, aktivitet: Aktivitet, udfald: Udfald) -> HttpResponse:
    adresse = reverse("aftaler:aktivitet_detalje", args=[plan.slug, aktivitet.pk])
    if udfald.kvittering and not request.htmx:
        messages.success(request, udfald.kvittering)
        return redirect(adresse)
    nr = aktivitet.delaftale.indsatsomraade.omraadetype.nr
    laest = _som_laest(request, plan, aktivitet)
    maa_registrere = permissions.maa_rette_aktivitet(request.user, plan)
    kontekst = {
        "plan": plan,
        "nr": nr,
        "krumme": krumme(plan, nr),
        "ret_url": reverse("aftaler:aktivitet_ret", args=[plan.slug, aktivitet.pk]),
        "aktivitet": laest,
        "side": _rapport(request, plan, aktivitet, laest),
        "udfald": udfald,
        "adresse": adresse,
        "maa_rette": maa_registrere and not aaben_aendring(request.user, plan, aktivitet.delaftale),
        "maa_registrere": maa_registrere,
        "maa_saette_status": permissions.maa_saette_status(request.user, plan),
    }
    return side_eller_del(request, SKABELON, "svar", kontekst)


def _som_laest(request: HttpRequest, plan: Helhedsplan, aktivitet: Aktivitet) -> dict[str, Any]:
    """The activity as its document says it: in the draft, or in the version in force. 404 where neither has it."""
    if permissions.maa_se_kladde(request.user, plan):
        dok = snapshot.delaftale(aktivitet.delaftale)
    else:
        version = version_i_kraft(request.user, plan, aktivitet.delaftale)
        dok = version.indhold if version else {"aktiviteter": []}
    fundet = next((et for et in dok["aktiviteter"] if et["noegle"] == aktivitet.pk), None)
    if fundet is None:
        raise Http404
    return fundet


def _rapport(
    request: HttpRequest, plan: Helhedsplan, aktivitet: Aktivitet, laest: dict[str, Any]
) -> aktivitetsrapport.Aktivitetsside:
    """The activity as it stands today."""
    kriterier = Succeskriterium.objects.synlige_for(request.user).filter(helhedsplan=plan)
    return aktivitetsrapport.aktivitetsside(
        laest,
        fremdrift(plan),
        aktivitetsrapport.bortfald(aktivitet),
        aktivitetsrapport.sat_status(aktivitet),
        dict(kriterier.values_list("pk", "nr")),
        timezone.localdate(),
    )


def side_om(plan: Helhedsplan, aktivitet: Aktivitet, titel: str, *, sted: str = "", **ord_: str) -> Side:
    """A form about the activity, or about something that hangs on it; `sted` is the section it goes back to."""
    nr = aktivitet.delaftale.indsatsomraade.omraadetype.nr
    adresse = reverse("aftaler:aktivitet_detalje", args=[plan.slug, aktivitet.pk])
    return Side(
        plan,
        titel,
        [*krumme(plan, nr), (str(aktivitet), adresse)],
        f"{adresse}#{sted}" if sted else adresse,
        **{"overrubrik": str(aktivitet), **ord_},
    )

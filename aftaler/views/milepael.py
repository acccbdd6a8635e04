"""The milestone plan, and the milestones of activities and of the whole plan."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions
from aftaler.forms.milepaele import FremdriftForm, MilepaelForm
from aftaler.models import Helhedsplan, Milepael, Version
from aftaler.reports import milepaele as rapport
from aftaler.services import aendringer
from aftaler.services import milepaele as services
from aftaler.snapshot.milepaele import kladdens_milepaele
from aftaler.views import hent_plan
from aftaler.views.aktivitet import hent_aktivitet, kraev_ret, side_om
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt
from brugere.models import Bruger
from kerne import datoer

FORM = ["GET", "POST"]


@require_GET
def milepaelsplan(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole period, as a picture and as a table: the draft for those who work on it, else what is in force."""
    plan = hent_plan(request, slug)
    ser_kladde = permissions.maa_se_kladde(request.user, plan)
    strategisk, delaftaler = kladdens_milepaele(plan) if ser_kladde else _i_kraft(request.user, plan)
    data = rapport.milepaelsplan(
        strategisk,
        delaftaler,
        rapport.fremdrift(plan),
        fra=plan.start_dato,
        til=plan.slut_dato,
        dag=timezone.localdate(),
    )
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan)[:1],
        "milepaelsplan": data,
        "tegning": rapport.tegning(data),
        "ser_kladde": ser_kladde,
        "maa_rette": permissions.maa_rette_aftale(request.user, plan),
        "maa_registrere": permissions.maa_rette_aktivitet(request.user, plan),
        "ser_frister": permissions.maa_se_frister(request.user, plan),
    }
    return render(request, "aftaler/milepaelsplan.html", kontekst)


@require_http_methods(FORM)
def aktivitetens_milepael_opret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    kraev_ret(request, plan)
    form = MilepaelForm(sendt(request))
    side = side_om(plan, aktivitet, "Tilføj milepæl", sted="milepaele", knap="Tilføj milepæl")
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.opret_milepael(plan, aktivitet, af=request.user, **form.felter),
        lambda milepael: f"»{milepael}« er tilføjet.",
    )


@require_http_methods(FORM)
def milepael_opret(request: HttpRequest, slug: str) -> HttpResponse:
    """A milestone of the whole plan; it stands in the strategic agreement."""
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    form = MilepaelForm(sendt(request))
    side = _side(
        plan,
        "Tilføj milepæl for hele planen",
        knap="Tilføj milepæl",
        indledning="Milepælen står i den strategiske aftale. Landsbyggefonden godkender ændringen. "
        "En aktivitets milepæle tilføjes på aktivitetens egen side.",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.opret_milepael(plan, None, af=request.user, **form.felter),
        lambda milepael: f"»{milepael}« er tilføjet.",
    )


@require_http_methods(FORM)
def milepael_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What is promised: name and due date."""
    plan, milepael = _hent(request, slug, pk)
    if not services.maa_rette(request.user, plan, milepael.aktivitet):
        raise PermissionDenied
    form = MilepaelForm(sendt(request), ting=milepael)
    hvem = aendringer.om_aktiviteter(plan) if milepael.aktivitet else "Landsbyggefonden godkender ændringen."
    side = _side_om(
        plan,
        milepael,
        "Ret milepæl",
        indledning=f"Navn og dato står i aftalen. {hvem}",
        slet_url=reverse("aftaler:milepael_slet", args=[slug, pk]),
        slet_tekst="Slet milepælen",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.ret_milepael(milepael, af=request.user, foer=form.foer_aftryk, **form.felter),
        "Milepælen er gemt.",
    )


@require_http_methods(FORM)
def milepael_fremdrift(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What came of it: done when, and why late. No change of the agreement."""
    plan, milepael = _hent(request, slug, pk)
    kraev_ret(request, plan)
    form = FremdriftForm(sendt(request), ting=milepael)
    side = _side_om(
        plan,
        milepael,
        f"Er »{milepael}« nået?",
        indledning=f"Fristen er {datoer.dato(milepael.frist_dato)}. Det, du skriver her, ændrer ikke aftalen.",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.registrer_fremdrift(milepael, af=request.user, foer=form.foer_aftryk, **form.felter),
        "Milepælen er gemt.",
    )


@require_http_methods(FORM)
def milepael_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, milepael = _hent(request, slug, pk)
    if not services.maa_rette(request.user, plan, milepael.aktivitet):
        raise PermissionDenied
    side = _side_om(
        plan,
        milepael,
        f"Slet milepælen »{milepael}«?",
        indledning="Den går ud af kladden. Godkendte versioner beholder den.",
        knap="Slet milepælen",
    )
    return spoerg_eller_goer(
        request, side, lambda: services.slet_milepael(milepael, af=request.user), f"»{milepael}« er slettet."
    )


def krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Aftale", reverse("aftaler:aftale", args=[plan.slug])),
        ("Milepælsplan", reverse("aftaler:milepaelsplan", args=[plan.slug])),
    ]


def _side(plan: Helhedsplan, titel: str, **ord_: str) -> Side:
    tilbage = reverse("aftaler:milepaelsplan", args=[plan.slug])
    return Side(plan, titel, krumme(plan), tilbage, **{"overrubrik": plan.navn, **ord_})


def _side_om(plan: Helhedsplan, milepael: Milepael, titel: str, **ord_: str) -> Side:
    """About a milestone: back to its activity, or to the plan's milestones."""
    if milepael.aktivitet:
        return side_om(plan, milepael.aktivitet, titel, sted="milepaele", **ord_)
    return _side(plan, titel, **ord_)


def _hent(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Milepael]:
    plan = hent_plan(request, slug)
    synlige = Milepael.objects.synlige_for(request.user).select_related(
        "helhedsplan", "aktivitet__delaftale__indsatsomraade__omraadetype",
        "aktivitet__delaftale__indsatsomraade__helhedsplan",
    )  # fmt: skip
    return plan, get_object_or_404(synlige, helhedsplan=plan, pk=pk)


def _i_kraft(bruger: Bruger, plan: Helhedsplan) -> tuple[Mapping[str, Any] | None, Sequence[Mapping[str, Any]]]:
    """The documents in force today: the strategic agreement, and the delaftaler by number; one query."""
    versioner = Version.objects.synlige_for(bruger).filter(helhedsplan=plan).i_kraft(timezone.localdate())
    indhold = [et.indhold for et in versioner]
    strategisk = next((et for et in indhold if et["nr"] is None), None)
    return strategisk, sorted((et for et in indhold if et["nr"] is not None), key=lambda et: et["nr"])

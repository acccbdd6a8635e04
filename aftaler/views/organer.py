"""Bodies: what they are for, their seats, and who sits there today."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions
from aftaler.forms.organer import OrganForm
from aftaler.models import Helhedsplan, Organ
from aftaler.reports import organer as reports
from aftaler.services import organer as services
from aftaler.services.laasning import ErIndsendt
from aftaler.services.organisering import KanIkkeFjernes
from aftaler.snapshot import dele
from aftaler.views import hent_plan
from aftaler.views.plan import tilfoej_fejl
from aftaler.views.redigering import rediger

FORM = "aftaler/organ_form.html"


@require_GET
def organer(request: HttpRequest, slug: str) -> HttpResponse:
    """Every body with its seats today, and the drawing of who hangs below whom."""
    plan = hent_plan(request, slug)
    roller = permissions.roller(request.user, plan)
    if not permissions.ser_organer(roller):
        raise PermissionDenied
    raekker = Organ.objects.synlige_for(request.user).filter(helhedsplan=plan).med_pladser().order_by("pk")
    sider = [reports.organside(et, timezone.localdate()) for et in raekker]
    kontekst: dict[str, Any] = {
        "plan": plan,
        "krumme": krumme(plan)[:1],
        "sider": sider,
        "hovedsaetning": reports.hovedsaetning(sider),
        "maa_rette": permissions.maa_rette_aftale(request.user, plan),
        **diagrammet([dele.organ(et) for et in raekker if et.er_i_aftalen]),
    }
    return render(request, "aftaler/organer.html", kontekst)


def diagrammet(organer: list[dict[str, Any]]) -> dict[str, Any]:
    """The drawing, wide and for a phone, and the nested list that says the same; nothing where there are no bodies."""
    if not organer:
        return {"trae": []}
    return {
        "trae": reports.trae(organer),
        "diagram": reports.diagram(organer),
        "smalt_diagram": reports.smalt_diagram(organer),
    }


@require_http_methods(["GET", "POST"])
def organ_opret(request: HttpRequest, slug: str) -> HttpResponse:
    plan = plan_der_maa_rettes(request, slug)
    ting = Organ(helhedsplan=plan)
    udfald = rediger(
        request,
        lambda data: OrganForm(data, instance=ting),
        ting,
        lambda form: services.opret_organ(plan, af=request.user, **form.felter),
    )
    if udfald.form is None:
        return _gemt(request, plan, f"{udfald.resultat} er oprettet. Tilføj pladserne.", udfald.resultat)
    return _side(request, plan, "Tilføj organ", udfald.form, udfald=udfald)


@require_http_methods(["GET", "POST"])
def organ_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, organ = hent_organ(request, slug, pk)
    udfald = rediger(
        request,
        lambda data: OrganForm(data, instance=hent_organ(request, slug, pk)[1]),
        organ,
        lambda form: services.ret_organ(organ, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter),
    )
    if udfald.form is None:
        return _gemt(request, plan, udfald.kvittering, organ)
    fjern = ("Fjern organet", reverse("aftaler:organ_fjern", args=[plan.slug, organ.pk]))
    return _side(request, plan, f"Ret {organ}", udfald.form, fjern, organ, udfald=udfald)


@require_http_methods(["GET", "POST"])
def organ_fjern(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, organ = hent_organ(request, slug, pk)
    tekst = "Organet går ud af kladden. Godkendte versioner beholder det."
    return bekraeft(request, plan, organ, f"Fjern {organ}?", tekst, "Fjern", services.fjern_organ, None)


def krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [
        ("Organisering", reverse("aftaler:organisering", args=[plan.slug])),
        ("Organer", reverse("aftaler:organer", args=[plan.slug])),
    ]


def plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    return plan


def gem_eller_vis(
    request: HttpRequest,
    plan: Helhedsplan,
    organ: Organ,
    titel: str,
    form: Form,
    gjort: str,
    fjern: tuple[str, str] | None = None,
    **ord_: str,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            ting = form.gem()
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            return _gemt(request, plan, f"{getattr(ting, 'person', ting)} {gjort}.", organ)
    return _side(request, plan, titel, form, fjern, organ, **ord_)


def bekraeft(
    request: HttpRequest,
    plan: Helhedsplan,
    ting: Any,
    titel: str,
    tekst: str,
    knap: str,
    gerning: Callable[..., None],
    organ: Organ | None,
) -> HttpResponse:
    """A question on GET, the deed on POST."""
    if request.method == "POST":
        navn = str(ting)
        try:
            gerning(ting, af=request.user)
        except (KanIkkeFjernes, ErIndsendt) as fejl:
            messages.warning(request, " ".join(fejl.messages))
            return redirect(_tilbage(plan, organ))
        return _gemt(request, plan, f"»{navn}« er {'slettet' if knap == 'Slet' else 'fjernet'}.", organ)
    kontekst = {"titel": titel, "tekst": tekst, "knap": knap, "tilbage": _tilbage(plan, organ)}
    return render(request, "aftaler/organ_bekraeft.html", {"plan": plan, "krumme": krumme(plan), **kontekst})


def _side(
    request: HttpRequest,
    plan: Helhedsplan,
    titel: str,
    form: Form,
    fjern: tuple[str, str] | None = None,
    organ: Organ | None = None,
    knap: str = "Gem",
    udfald: Any = None,
) -> HttpResponse:
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "titel": titel,
        "form": form,
        "udfald": udfald,
        "fjern": fjern,
        "knap": knap,
        "tilbage": _tilbage(plan, organ),
    }
    return render(request, FORM, kontekst)


def _gemt(request: HttpRequest, plan: Helhedsplan, besked: str, organ: Organ | None) -> HttpResponse:
    messages.success(request, besked)
    return redirect(_tilbage(plan, organ))


def _tilbage(plan: Helhedsplan, organ: Organ | None) -> str:
    adresse = reverse("aftaler:organer", args=[plan.slug])
    return f"{adresse}#organ-{organ.pk}" if organ else adresse


def hent_organ(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Organ]:
    plan = plan_der_maa_rettes(request, slug)
    synlige = Organ.objects.synlige_for(request.user).select_related("helhedsplan")
    return plan, get_object_or_404(synlige, helhedsplan=plan, pk=pk)

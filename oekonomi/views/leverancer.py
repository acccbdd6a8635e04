"""Hours, for those who register and see no money; and the evidence of a delivery."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.models import Helhedsplan
from kerne.filer import som_download
from oekonomi import permissions
from oekonomi.forms.leverancer import TimerForm
from oekonomi.models import Levering
from oekonomi.services import leverancer as services
from oekonomi.views import FORM, plan_der_maa_ses, plan_for
from oekonomi.views.formular import Side, vis_eller_gem

SENESTE = 50


@require_safe
def timer_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest hours, without a krone on the page."""
    plan = plan_for(request, slug, permissions.maa_registrere_timer)
    egne = Levering.objects.synlige_for(request.user).timer().filter(helhedsplan=plan)
    raekker = egne.select_related("tilsagn__kilde", "aktivitet").nyeste_foerst()[:SENESTE]
    kontekst = {"plan": plan, "raekker": raekker, "maa_se_penge": permissions.maa_se_penge(request.user, plan)}
    return render(request, "oekonomi/timer.html", kontekst)


@require_http_methods(FORM)
def timer_opret(request: HttpRequest, slug: str) -> HttpResponse:
    plan = plan_for(request, slug, permissions.maa_registrere_timer)
    return vis_eller_gem(
        request,
        _side(plan, "Registrér timer"),
        Levering(helhedsplan=plan),
        lambda data: TimerForm(data, request.FILES or None, instance=Levering(helhedsplan=plan)),
        lambda form: services.registrer_timer(plan, af=request.user, **form.felter),
        "Timerne er gemt.",
    )


@require_http_methods(FORM)
def timer_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = plan_for(request, slug, permissions.maa_registrere_timer)
    levering = _hent_timer(request, plan, pk)
    return vis_eller_gem(
        request,
        _side(plan, "Ret timer"),
        levering,
        lambda data: TimerForm(data, request.FILES or None, instance=_hent_timer(request, plan, pk)),
        lambda form: services.ret_timer(
            levering, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter
        ),
        "Timerne er gemt.",
    )


@require_safe
def levering_bilag(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The evidence, always as a download and under the kind that its content is."""
    plan = plan_der_maa_ses(request, slug)
    leveringer = Levering.objects.synlige_for(request.user).filter(helhedsplan=plan).exclude(bilag="")
    levering = get_object_or_404(leveringer, pk=pk)
    return som_download(levering.bilag, levering.bilag_navn)


def _hent_timer(request: HttpRequest, plan: Helhedsplan, pk: int) -> Levering:
    egne = Levering.objects.synlige_for(request.user).timer().filter(helhedsplan=plan)
    return get_object_or_404(egne.select_related("helhedsplan", "tilsagn__kilde"), pk=pk)


def _side(plan: Helhedsplan, titel: str) -> Side:
    tilbage = reverse("oekonomi:timer_liste", args=[plan.slug])
    return Side(plan, titel, [("Timer", tilbage)], tilbage)

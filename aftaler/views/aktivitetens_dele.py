"""What hangs on an activity: its target groups, and the criteria it serves."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aftaler import permissions
from aftaler.forms.aktiviteter import BortfaldForm, MaalgruppeForm, VirkningForm
from aftaler.models import Helhedsplan, Maalgruppe, Succeskriterium
from aftaler.services import aktivitetens_dele as services
from aftaler.views import hent_plan
from aftaler.views.aktivitet import hent_aktivitet, kraev_ret, side_om
from aftaler.views.formularside import spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt

FORM = ["GET", "POST"]


@require_http_methods(FORM)
def maalgruppe_opret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    kraev_ret(request, plan)
    form = MaalgruppeForm(sendt(request))
    side = side_om(plan, aktivitet, "Tilføj målgruppe", sted="maalgrupper", knap="Tilføj målgruppe")
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.opret_maalgruppe(aktivitet, af=request.user, **form.felter),
        lambda gruppe: f"»{gruppe}« er tilføjet.",
    )


@require_http_methods(FORM)
def maalgruppe_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, gruppe = _hent(request, slug, pk)
    form = MaalgruppeForm(sendt(request), ting=gruppe)
    side = side_om(
        plan,
        gruppe.aktivitet,
        "Ret målgruppe",
        sted="maalgrupper",
        slet_url=reverse("aftaler:maalgruppe_slet", args=[slug, pk]),
        slet_tekst="Slet målgruppen",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.ret_maalgruppe(gruppe, af=request.user, foer=form.foer_aftryk, **form.felter),
        "Målgruppen er gemt.",
    )


@require_http_methods(FORM)
def maalgruppe_bortfald(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The group is gone: when, and why. It stays on the page."""
    plan, gruppe = _hent(request, slug, pk)
    form = BortfaldForm(sendt(request), ting=gruppe)
    side = side_om(
        plan,
        gruppe.aktivitet,
        f"Er »{gruppe}« bortfaldet?",
        sted="maalgrupper",
        indledning="Målgruppen bliver stående med dato og grund. Aftalen ændres ikke af det; det gør en ny målgruppe.",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.registrer_bortfald(gruppe, af=request.user, foer=form.foer_aftryk, **form.felter),
        "Målgruppen er gemt.",
    )


@require_http_methods(FORM)
def maalgruppe_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, gruppe = _hent(request, slug, pk)
    side = side_om(
        plan,
        gruppe.aktivitet,
        f"Slet målgruppen »{gruppe}«?",
        sted="maalgrupper",
        indledning="Slet kun en målgruppe, der er skrevet ind ved en fejl. Er den væk, så skriv, at den er bortfaldet.",
        knap="Slet målgruppen",
    )
    return spoerg_eller_goer(
        request, side, lambda: services.slet_maalgruppe(gruppe, af=request.user), f"»{gruppe}« er slettet."
    )


@require_http_methods(FORM)
def virkning_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Which of the plan's criteria the activity serves, and how."""
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    kraev_ret(request, plan)
    kriterier = Succeskriterium.objects.synlige_for(request.user).filter(helhedsplan=plan).i_raekkefoelge()
    form = VirkningForm(sendt(request), aktivitet=aktivitet, kriterier=list(kriterier))
    side = side_om(
        plan,
        aktivitet,
        "Hvilke kriterier bidrager aktiviteten til?",
        sted="virkninger",
        indledning="Vælg, hvordan aktiviteten skal virke. Den kan også bidrage til kriterier i andre delaftaler."
        if form.kriterier
        else "Planen har ingen succeskriterier endnu. Skriv dem først.",
    )
    return vis_eller_gem(
        request,
        side,
        form,
        lambda: services.saet_virkninger(aktivitet, form.arter, af=request.user),
        "Kriterierne er gemt.",
    )


def _hent(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Maalgruppe]:
    """A group that the person may edit: 404 outside the plan, 403 without the right."""
    plan = hent_plan(request, slug)
    synlige = Maalgruppe.objects.synlige_for(request.user).select_related(
        "aktivitet__delaftale__indsatsomraade__omraadetype", "aktivitet__delaftale__indsatsomraade__helhedsplan"
    )
    gruppe = get_object_or_404(synlige, aktivitet__delaftale__indsatsomraade__helhedsplan=plan, pk=pk)
    if not permissions.maa_rette_aktivitet(request.user, plan):
        raise PermissionDenied
    return plan, gruppe

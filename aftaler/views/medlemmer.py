"""Members of a plan: invite, send the mail again, end."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from aftaler import permissions
from aftaler.forms.medlemmer import AfslutForm, InviterForm
from aftaler.models import Helhedsplan, Medlemskab
from aftaler.services import medlemmer
from aftaler.views import hent_plan
from aftaler.views.organisering import krumme, tilbage
from aftaler.views.plan import sendt, tilfoej_fejl
from kerne.datoer import dato


def medlem_inviter(request: HttpRequest, slug: str) -> HttpResponse:
    plan = _plan_med_medlemsret(request, slug)
    form = InviterForm(sendt(request))
    if request.method == "POST" and form.is_valid():
        try:
            medlemskab = medlemmer.inviter(plan, af=request.user, **form.cleaned_data)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            _send(request, medlemskab)
            return redirect(tilbage(plan, "medlemmer"))
    return _formular(request, plan, form, titel="Inviter medlem", knap="Send invitation")


@require_POST
def medlem_mail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send the invitation again, with a fresh link."""
    plan = _plan_med_medlemsret(request, slug)
    _send(request, _medlemskab(plan, pk))
    return redirect(tilbage(plan, "medlemmer"))


def medlem_afslut(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = _plan_med_medlemsret(request, slug)
    medlemskab = _medlemskab(plan, pk)
    form = AfslutForm(sendt(request))
    if request.method == "POST" and form.is_valid():
        try:
            medlemmer.afslut_medlemskab(medlemskab, sidste_dag=form.cleaned_data["sidste_dag"], af=request.user)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, _kvittering(medlemskab, form.cleaned_data["sidste_dag"]))
            er_med = permissions.maa_se_organisering(request.user, plan)
            return redirect(tilbage(plan, "medlemmer") if er_med else "forside")
    titel = f"Afslut {medlemskab.bruger} som {medlemskab.get_rolle_display()}?"
    return _formular(request, plan, form, titel=titel, knap="Afslut medlemskab")


def _send(request: HttpRequest, medlemskab: Medlemskab) -> None:
    bruger = medlemskab.bruger
    if medlemmer.send_invitation(medlemskab, af=request.user):
        messages.success(request, f"{bruger} har fået en mail på {bruger.email}.")
    else:
        besked = f"{bruger} er med i planen, men mailen kunne ikke sendes. Prøv »Send mailen igen« om lidt."
        messages.warning(request, besked)


def _kvittering(medlemskab: Medlemskab, sidste_dag: date | None) -> str:
    hvem, rolle = medlemskab.bruger, medlemskab.get_rolle_display()
    return f"{hvem} er {rolle} til og med {dato(sidste_dag)}." if sidste_dag else f"{hvem} er ikke længere {rolle}."


def _formular(
    request: HttpRequest, plan: Helhedsplan, form: InviterForm | AfslutForm, *, titel: str, knap: str
) -> HttpResponse:
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "form": form,
        "titel": titel,
        "knap": knap,
        "kan_gemmes": True,
        "tilbage": tilbage(plan, "medlemmer"),
    }
    return render(request, "aftaler/organisering_form.html", kontekst)


def _medlemskab(plan: Helhedsplan, pk: int) -> Medlemskab:
    """A membership of the plan that has not run out."""
    aktuelle = plan.medlemskaber.select_related("bruger", "helhedsplan").exclude(til_dato__lt=timezone.localdate())
    return get_object_or_404(aktuelle, pk=pk)


def _plan_med_medlemsret(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_medlemmer(request.user, plan):
        raise PermissionDenied
    return plan

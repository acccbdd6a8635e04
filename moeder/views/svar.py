"""Answering a call, by the link in the mail or logged in, and a person's meetings as a calendar feed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler.permissions import har_ret
from aftaler.views import hent_plan
from aftaler.views.plan import sendt
from brugere.roles import Ret
from kerne.noeglelinks import uden_spor
from moeder.forms.indkaldelser import SvarForm
from moeder.models import Indkaldelse, Moede
from moeder.reports.kalender import kalender
from moeder.reports.moeder import hvornaar, stedet
from moeder.rules.moeder import hvorfor_ikke_svare
from moeder.services import abonnementer
from moeder.services import indkaldelser as services
from moeder.views import krumme, moedets_side


@require_http_methods(["GET", "POST"])
def indkaldelse_svar(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    """One's own answer, also to a meeting whose agenda one does not see. Another's call is 404."""
    plan = hent_plan(request, slug)
    if not har_ret(request.user, Ret.REFERAT_GODKEND, plan):
        raise PermissionDenied
    mine = Indkaldelse.objects.synlige_for(request.user).filter(
        moede__helhedsplan=plan, moede__kode=moede, person__bruger=request.user
    )
    indkaldelse = get_object_or_404(mine.select_related("moede__organ", "person"), pk=pk)
    fundet = indkaldelse.moede
    ser_moedet = Moede.objects.synlige_for(request.user).filter(pk=fundet.pk).exists()
    videre = moedets_side(plan, fundet) if ser_moedet else reverse("min_side")
    if grund := hvorfor_ikke_svare(fundet.tilstand, begynder=fundet.begynder, nu=timezone.now()):
        messages.warning(request, grund)
        return redirect(videre)
    form = SvarForm.til(indkaldelse, sendt(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.svar(indkaldelse, **form.cleaned_data, af=request.user)
        except services.LinketErLukket as fejl:
            messages.warning(request, str(fejl))
        else:
            messages.success(request, "Dit svar er gemt, og du kan ændre det, til mødet begynder.")
        return redirect(videre)
    kontekst = {
        "plan": plan,
        "indkaldelse": indkaldelse,
        "moede": fundet,
        "krumme": krumme(plan, fundet if ser_moedet else None),
        "hvornaar": hvornaar(fundet),
        "stedet": stedet(fundet),
        "form": form,
    }
    return render(request, "moeder/indkaldelse_svar.html", kontekst)


@login_not_required
@require_http_methods(["GET", "POST"])
def svar(request: HttpRequest, noegle: str) -> HttpResponse:
    """The answer page of one call: it shows when and where, and can only answer. Reading it changes nothing."""
    try:
        indkaldelse = services.find(noegle)
        form = SvarForm.til(indkaldelse, sendt(request))
        if request.method == "POST" and form.is_valid():
            services.svar(indkaldelse, **form.cleaned_data)
            messages.success(request, "Tak. Dit svar er gemt, og du kan ændre det, til mødet begynder.")
            return uden_spor(redirect("moeder:svar", noegle))
    except services.LinketErLukket as fejl:
        return uden_spor(render(request, "moeder/svar_lukket.html", {"grund": str(fejl)}, status=404))
    moede = indkaldelse.moede
    kontekst = {
        "indkaldelse": indkaldelse,
        "moede": moede,
        "hvornaar": hvornaar(moede),
        "stedet": stedet(moede),
        "form": form,
    }
    return uden_spor(render(request, "moeder/svar.html", kontekst))


@login_not_required
@require_GET
def kalenderfil(request: HttpRequest, noegle: str) -> HttpResponse:
    """A person's own meetings as a calendar feed, for whoever has its address."""
    bruger = abonnementer.find(noegle)
    if bruger is None:
        grund = "Kalenderens adresse gælder ikke længere. Lav en ny under »Møder i min kalender«."
        return uden_spor(render(request, "moeder/svar_lukket.html", {"grund": grund}, status=404))
    fil = HttpResponse(kalender(bruger), content_type="text/calendar; charset=utf-8")
    fil["Content-Disposition"] = 'attachment; filename="moeder.ics"'
    return uden_spor(fil)


@require_http_methods(["GET", "POST"])
def kalender_abonnement(request: HttpRequest) -> HttpResponse:
    """Make the feed's address, or a new one that puts the old one out of use; it is shown once."""
    noegle = abonnementer.lav(af=request.user) if request.method == "POST" else ""
    kontekst = {
        "adresse": abonnementer.adresse(noegle) if noegle else "",
        "har_et": abonnementer.har_et(request.user),
    }
    return uden_spor(render(request, "moeder/kalender.html", kontekst))


@require_POST
def kalender_stop(request: HttpRequest) -> HttpResponse:
    abonnementer.stop(af=request.user)
    messages.success(request, "Kalenderens adresse virker ikke mere.")
    return redirect("moeder:kalender_abonnement")

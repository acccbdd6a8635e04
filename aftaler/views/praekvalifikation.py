"""The prækvalifikation: LBF's five parts, each edited in place, and the case's dates."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from aftaler import permissions
from aftaler.forms.naeste_plan import VEJLEDNING, DatoerForm, del_form
from aftaler.models import Helhedsplan, Praekvalifikation
from aftaler.rules.naeste_plan import for_lang_problembeskrivelse
from aftaler.services import praekvalifikation as services
from aftaler.views import hent_plan
from aftaler.views.naeste_plan import krumme
from aftaler.views.redigering import Udfald, rediger
from kerne.htmx import side_eller_del
from kerne.rigtekst import som_tekst

SKABELON = "aftaler/praekvalifikation.html"
DATOER = "datoer"


@dataclass(frozen=True)
class Del:
    """One part as the page shows it; `udfald` is the edit under way, and `advarsel` a sentence about the text."""

    nr: int
    kode: str
    overskrift: str
    vejledning: str
    tekst: str
    advarsel: str
    ret_url: str
    udfald: Udfald


@require_GET
def praekvalifikation(request: HttpRequest, slug: str) -> HttpResponse:
    """The document; htmx asks for one block with ?blok= when an edit is given up."""
    plan = hent_plan(request, slug)
    if not permissions.maa_se_kladde(request.user, plan):
        raise PermissionDenied
    return _vis(request, plan, request.GET.get("blok", ""), Udfald("laes"))


@require_http_methods(["GET", "POST"])
def praekvalifikation_ret(request: HttpRequest, slug: str, dokumentdel: str) -> HttpResponse:
    """One of the five parts, or the dates."""
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    kode = dokumentdel
    if kode not in (*services.DELE, DATOER):
        raise Http404
    dokument = _dokument(request, plan)
    formklasse = DatoerForm if kode == DATOER else del_form(kode)

    def gem(form: Any) -> None:
        laas = {"udgave": form.cleaned_data["udgave"] or 0, "foer": form.cleaned_data["foer"], "af": request.user}
        if kode == DATOER:
            services.ret_datoer(plan, **laas, **form.felter)
        else:
            services.ret_del(plan, kode, tekst=form.cleaned_data[kode], **laas)

    udfald = rediger(request, lambda data: formklasse(data, instance=dokument, auto_id=f"id_{kode}_%s"), dokument, gem)
    return _vis(request, plan, kode, udfald)


def _dokument(request: HttpRequest, plan: Helhedsplan) -> Praekvalifikation:
    """The plan's row, or an empty one that nobody has written in yet."""
    synlige = Praekvalifikation.objects.synlige_for(request.user)
    return synlige.filter(helhedsplan=plan).first() or Praekvalifikation(helhedsplan=plan)


def _vis(request: HttpRequest, plan: Helhedsplan, kode: str, udfald: Udfald) -> HttpResponse:
    adresse = reverse("aftaler:praekvalifikation", args=[plan.slug])
    if udfald.kvittering and not request.htmx:
        messages.success(request, udfald.kvittering)
        return redirect(f"{adresse}#blok-{kode}")
    dokument = _dokument(request, plan)
    dele = [
        _del(plan, dokument, nr, et, udfald if et == kode else Udfald("laes"))
        for nr, et in enumerate((*services.DELE, DATOER), 1)
    ]
    del_ = next((et for et in dele if et.kode == kode), None)
    if request.htmx and not request.htmx.boosted and del_ is None:
        raise Http404
    skrevet = sum(bool(getattr(dokument, et)) for et in services.DELE)
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "dokument": dokument,
        "dele": dele,
        "del": del_,
        "adresse": adresse,
        "saetning": f"{skrevet} af {len(services.DELE)} dele er skrevet.",
        "maa_rette": permissions.maa_rette_aftale(request.user, plan),
    }
    return side_eller_del(request, SKABELON, "svar", kontekst)


def _del(plan: Helhedsplan, dokument: Praekvalifikation, nr: int, kode: str, udfald: Udfald) -> Del:
    if kode == DATOER:
        overskrift, vejledning, tekst = "Ansøgning og svar", "", ""
    else:
        overskrift = str(Praekvalifikation._meta.get_field(kode).verbose_name).capitalize()
        vejledning, tekst = VEJLEDNING[kode], getattr(dokument, kode)
    advarsel = for_lang_problembeskrivelse(len(som_tekst(tekst))) if kode == "problembeskrivelse" else ""
    ret_url = reverse("aftaler:praekvalifikation_ret", args=[plan.slug, kode])
    return Del(nr, kode, overskrift, vejledning, tekst, advarsel, ret_url, udfald)

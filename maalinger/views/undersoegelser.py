"""Doors to surveys: the list, one with start beside end, its questions, and measurements made of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aftaler.models import Helhedsplan
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt
from aftaler.views.redigering import rediger
from brugere.roles import Ret
from maalinger.forms.undersoegelser import SvarForm, UndersoegelseForm
from maalinger.models import Undersoegelse, Undersoegelsessvar
from maalinger.reports import undersoegelser as rapport
from maalinger.reports.kriterier import ikraft, viste
from maalinger.services import undersoegelser as services
from maalinger.views import kladder

FORM = ["GET", "POST"]


@require_safe
def undersoegelse_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every survey with its response, by name."""
    plan = hent_plan(request, slug)
    kontekst = {
        "plan": plan,
        "linjer": rapport.liste(_alle(request, plan), i_dag=timezone.localdate()),
        "maa_registrere": Ret.REGISTRER in rettigheder(request.user, plan),
    }
    return render(request, "maalinger/undersoegelse_liste.html", kontekst)


@require_safe
def undersoegelse_detalje(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One survey: who answered, what they said, and start beside end."""
    plan, undersoegelse = _find(request, slug, pk)
    ret, i_dag = rettigheder(request.user, plan), timezone.localdate()
    kriterier = {et.noegle: et for et in viste(plan, ikraft(plan, dato=i_dag), kladder(ret))}
    kontekst = {
        "plan": plan,
        "side": rapport.undersoegelsesside(undersoegelse, _alle(request, plan), kriterier, i_dag=i_dag),
        "maa_registrere": Ret.REGISTRER in ret,
    }
    return render(request, "maalinger/undersoegelse_detalje.html", kontekst)


@require_http_methods(FORM)
def undersoegelse_opret(request: HttpRequest, slug: str) -> HttpResponse:
    plan = hent_plan(request, slug)
    _kraev_ret(request, plan)
    form = UndersoegelseForm(sendt(request), instance=Undersoegelse(helhedsplan=plan), plan=plan)
    oprettet: list[Undersoegelse] = []
    side = Side(
        plan,
        "Ny undersøgelse",
        [("Undersøgelser", reverse("maalinger:undersoegelse_liste", args=[slug]))],
        reverse("maalinger:undersoegelse_liste", args=[slug]),
        knap="Opret undersøgelse",
        indledning="Vi gemmer kun antal, aldrig hvad den enkelte svarede.",
    )

    def gem() -> Undersoegelse:
        oprettet.append(services.opret_undersoegelse(plan, af=request.user, **form.felter))
        return oprettet[0]

    svar = vis_eller_gem(request, side, form, gem, lambda ny: f"{ny} er oprettet. Skriv spørgsmålene ind.")
    return redirect("maalinger:undersoegelse_detalje", slug=slug, pk=oprettet[0].pk) if oprettet else svar


@require_http_methods(FORM)
def undersoegelse_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Correct the survey; two who write at once both keep their words."""
    plan, undersoegelse = _find(request, slug, pk)
    _kraev_ret(request, plan)
    _, kopi = _find(request, slug, pk)  # validating a ModelForm writes on its instance
    udfald = rediger(
        request,
        lambda data: UndersoegelseForm(data, instance=kopi, plan=plan),
        undersoegelse,
        lambda form: services.ret_undersoegelse(
            undersoegelse, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter
        ),
    )
    if udfald.form is None:
        messages.success(request, f"{undersoegelse}: {udfald.kvittering}")
        return redirect("maalinger:undersoegelse_detalje", slug=slug, pk=pk)
    kontekst = {"plan": plan, "side": _side(plan, undersoegelse, "Ret undersøgelsen"), "form": udfald.form}
    return render(request, "aftaler/aktivitet_rammer.html", {**kontekst, "udfald": udfald})


@require_http_methods(FORM)
def undersoegelse_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, undersoegelse = _find(request, slug, pk)
    _kraev_ret(request, plan)
    side = Side(
        plan,
        f"Slet »{undersoegelse}«?",
        [("Undersøgelser", reverse("maalinger:undersoegelse_liste", args=[slug]))],
        reverse("maalinger:undersoegelse_liste", args=[slug]),
        knap="Slet undersøgelsen",
        indledning="Spørgsmål og svar forsvinder. Målinger, der er lavet af den, bliver stående.",
    )
    slet = "Undersøgelsen er slettet."
    return spoerg_eller_goer(request, side, lambda: services.slet_undersoegelse(undersoegelse, af=request.user), slet)


@require_POST
def undersoegelse_maal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A draft measurement of every answer that measures a criterion; what gave none is told."""
    plan, undersoegelse = _find(request, slug, pk)
    _kraev_ret(request, plan)
    lavet = services.lav_maalinger(undersoegelse, af=request.user)
    for maaling in lavet.maalinger:
        messages.success(request, f"{maaling.kriterium.navn}: målingen ligger som kladde. Send den til godkendelse.")
    for besked in lavet.sprunget:
        messages.warning(request, besked)
    if not lavet.maalinger and not lavet.sprunget:
        messages.info(request, "Ingen af svarene måler et kriterium. Vælg kriteriet ved svaret først.")
    return redirect("maalinger:undersoegelse_detalje", slug=plan.slug, pk=pk)


@require_http_methods(FORM)
def svar_opret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, undersoegelse = _find(request, slug, pk)
    _kraev_ret(request, plan)
    form = SvarForm(sendt(request), plan=plan, initial={"ud_af": undersoegelse.svarede})
    return vis_eller_gem(
        request,
        _side(plan, undersoegelse, "Tilføj svar", knap="Tilføj svar"),
        form,
        lambda: services.opret_svar(undersoegelse, af=request.user, **form.felter),
        "Svaret er tilføjet.",
    )


@require_http_methods(FORM)
def svar_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, svar = _find_svar(request, slug, pk)
    form = SvarForm(sendt(request), ting=svar, plan=plan)
    slet = {"slet_url": reverse("maalinger:svar_slet", args=[slug, pk]), "slet_tekst": "Slet svaret"}
    return vis_eller_gem(
        request,
        _side(plan, svar.undersoegelse, "Ret svaret", **slet),
        form,
        lambda: services.ret_svar(svar, foer=form.foer_aftryk, af=request.user, **form.felter),
        "Svaret er rettet.",
    )


@require_http_methods(FORM)
def svar_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan, svar = _find_svar(request, slug, pk)
    ord_ = {"knap": "Slet svaret", "indledning": "En måling, der er lavet af svaret, bliver stående."}
    side = _side(plan, svar.undersoegelse, f"Slet »{svar}«?", **ord_)
    return spoerg_eller_goer(request, side, lambda: services.slet_svar(svar, af=request.user), "Svaret er slettet.")


def _alle(request: HttpRequest, plan: Helhedsplan) -> list[Undersoegelse]:
    synlige = Undersoegelse.objects.synlige_for(request.user).filter(helhedsplan=plan)
    return list(synlige.select_related("omraade").order_by("navn", "til_dato", "pk"))


def _find(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Undersoegelse]:
    plan = hent_plan(request, slug)
    synlige = Undersoegelse.objects.synlige_for(request.user).select_related("helhedsplan", "omraade", "rettet_af")
    return plan, get_object_or_404(synlige, helhedsplan=plan, pk=pk)


def _find_svar(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Undersoegelsessvar]:
    """The answer of a survey that the person may see, for those who may write."""
    plan = hent_plan(request, slug)
    synlige = Undersoegelse.objects.synlige_for(request.user).filter(helhedsplan=plan)
    svar = get_object_or_404(Undersoegelsessvar, undersoegelse__in=synlige, pk=pk)
    _kraev_ret(request, plan)
    return plan, svar


def _kraev_ret(request: HttpRequest, plan: Helhedsplan) -> None:
    if Ret.REGISTRER not in rettigheder(request.user, plan):
        raise PermissionDenied


def _side(plan: Helhedsplan, undersoegelse: Undersoegelse, titel: str, **ord_: Any) -> Side:
    adresse = reverse("maalinger:undersoegelse_detalje", args=[plan.slug, undersoegelse.pk])
    krumme = [
        ("Undersøgelser", reverse("maalinger:undersoegelse_liste", args=[plan.slug])),
        (str(undersoegelse), adresse),
    ]
    return Side(plan, titel, krumme, adresse, **{"overrubrik": str(undersoegelse), **ord_})

"""Who and where: parties, people, boligområder, boligafdelinger and members of a plan."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from aftaler import permissions
from aftaler.forms.andele import MedarbejderandelForm
from aftaler.forms.organisering import BoligafdelingForm, BoligomraadeForm, OrganiseringForm, PartForm, PersonForm
from aftaler.models import (
    Aendring,
    Aftalepart,
    Boligafdeling,
    Boligomraade,
    Helhedsplan,
    Medarbejderandel,
    Person,
    Version,
)
from aftaler.services import organisering as services
from aftaler.services.andele import fjern_andel
from aftaler.views import hent_plan
from aftaler.views.plan import sendt, tilfoej_fejl
from brugere.models import Bruger
from brugere.roles import Ret


@dataclass(frozen=True)
class Slags:
    """One of the four kinds of row on the page: its form, its place, its words."""

    navn: str  # as in the URL names: part_opret, part_ret, part_fjern
    sted: str  # the section's id on the page
    model: type[Model]
    sti: str  # the way from the row to the plan
    form: type[OrganiseringForm]
    fjern: Callable[..., None]
    ny: str
    ret: str
    fjern_tekst: str
    side: str = "organisering"  # the page that the row stands on


PART = Slags(
    "part", "parter", Aftalepart, "helhedsplan", PartForm,
    lambda plan, ting, af: services.fjern_part(ting, af=af),
    "Tilføj part", "Ret part", "Parten går ud af kladden. Godkendte versioner beholder den.",
)  # fmt: skip
PERSON = Slags(
    "person", "personer", Person, "helhedsplan", PersonForm,
    lambda plan, ting, af: services.fjern_person(ting, af=af),
    "Tilføj person", "Ret person", "Personen kan ikke længere vælges i planen. Godkendte versioner beholder navnet.",
)  # fmt: skip
BOLIGOMRAADE = Slags(
    "boligomraade", "boligomraader", Boligomraade, "helhedsplaner", BoligomraadeForm, services.fjern_delt,
    "Tilføj boligområde", "Ret boligområde", "Området går ud af planens kladde. Målinger af det bliver, hvor de er.",
)  # fmt: skip
BOLIGAFDELING = Slags(
    "boligafdeling", "boligafdelinger", Boligafdeling, "helhedsplaner", BoligafdelingForm, services.fjern_delt,
    "Tilføj boligafdeling", "Ret boligafdeling", "Afdelingen går ud af planens kladde.",
)  # fmt: skip
MEDARBEJDERANDEL = Slags(
    "medarbejderandel", "andele", Medarbejderandel, "helhedsplan", MedarbejderandelForm,
    lambda plan, ting, af: fjern_andel(ting, af=af),
    "Tilføj andel", "Ret andel", "Andelen går ud af kladden. Godkendte versioner beholder den.",
    "medarbejderandel_liste",
)  # fmt: skip
SLAGS = (PART, PERSON, BOLIGOMRAADE, BOLIGAFDELING, MEDARBEJDERANDEL)


@require_GET
def organisering(request: HttpRequest, slug: str) -> HttpResponse:
    plan = hent_plan(request, slug)
    roller = permissions.roller(request.user, plan)
    if not permissions.ser_organisering(roller):
        raise PermissionDenied
    rettigheder = permissions.rollernes_rettigheder(roller)
    i_dag = timezone.localdate()
    parter = list(plan.aftaleparter.select_related("organisation", "underskriver"))
    medlemmer = list(plan.medlemskaber.select_related("bruger").order_by("bruger__navn", "rolle", "pk"))
    paa_vej = Aendring.objects.synlige_for(request.user).filter(helhedsplan=plan).paa_vej().exists()
    egne_omraader = Prefetch("boligomraader", queryset=plan.boligomraader.all(), to_attr="i_planen")
    kontekst = {
        "plan": plan,
        "maa_rette": Ret.AFTALE_RET in rettigheder,
        "maa_rette_faelles": Ret.AFTALE_RET in rettigheder and not paa_vej,
        "paa_vej": paa_vej,
        "maa_se_organer": permissions.ser_organer(roller),
        "maa_invitere": Ret.MEDLEM_RET in rettigheder,
        "maa_oprette": permissions.maa_oprette_plan(request.user),
        "parter": parter,
        "hovedsaetning": _underskrifter(request.user, plan, parter),
        "personer": plan.personer.select_related("organisation"),
        "boligomraader": plan.boligomraader.all(),
        "boligafdelinger": plan.boligafdelinger.select_related("organisation").prefetch_related(egne_omraader),
        "medlemmer": [et for et in medlemmer if not et.til_dato or et.til_dato >= i_dag],
        "tidligere": [et for et in medlemmer if et.til_dato and et.til_dato < i_dag],
    }
    return render(request, "aftaler/organisering.html", kontekst)


def _underskrifter(bruger: Bruger, plan: Helhedsplan, parter: list[Aftalepart]) -> str:
    """What the page has to say first: who still has to sign the newest version of the strategic agreement."""
    if not parter:
        return "Der er ingen parter i aftalen endnu."
    version = Version.objects.synlige_for(bruger).af_dokument(plan, None).defer("indhold").order_by("-nr").first()
    if version is None:
        return "Parterne skriver under, når aftalen har fået sin første version."
    har = set(version.underskrifter.values_list("part_id", flat=True))
    mangler = [str(et) for et in parter if et.pk not in har]
    if not mangler:
        return f"Alle parter har skrevet under på version {version.nr}."
    hvem = " og ".join([", ".join(mangler[:-1]), mangler[-1]]) if mangler[1:] else mangler[0]
    return f"{hvem} har ikke skrevet under på version {version.nr} endnu."


def ting_opret(request: HttpRequest, slug: str, slags: Slags) -> HttpResponse:
    plan = _plan_der_maa_rettes(request, slug)
    form = slags.form(sendt(request), plan=plan, af=request.user)
    return _gem_eller_vis(request, plan, slags, form, "tilføjet")


def ting_ret(request: HttpRequest, slug: str, pk: int, slags: Slags) -> HttpResponse:
    plan = _plan_der_maa_rettes(request, slug)
    form = slags.form(sendt(request), plan=plan, af=request.user, ting=_ting(request, plan, slags, pk))
    return _gem_eller_vis(request, plan, slags, form, "gemt")


def ting_fjern(request: HttpRequest, slug: str, pk: int, slags: Slags) -> HttpResponse:
    """A question on GET, the deed on POST."""
    plan = _plan_der_maa_rettes(request, slug)
    ting = _ting(request, plan, slags, pk)
    if request.method == "POST":
        try:
            slags.fjern(plan, ting, af=request.user)
        except services.KanIkkeFjernes as fejl:
            messages.warning(request, " ".join(fejl.messages))
        else:
            messages.success(request, f"{ting} er fjernet fra planen.")
        return redirect(tilbage(plan, slags.sted, slags.side))
    kontekst = {
        "plan": plan,
        "krumme": krumme(plan),
        "titel": f"Fjern {ting} fra planen?",
        "tekst": slags.fjern_tekst,
        "tilbage": tilbage(plan, slags.sted, slags.side),
    }
    return render(request, "aftaler/organisering_fjern.html", kontekst)


def _gem_eller_vis(
    request: HttpRequest, plan: Helhedsplan, slags: Slags, form: OrganiseringForm, gjort: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            ting = form.gem()
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, f"{ting} er {gjort}.")
            return redirect(tilbage(plan, slags.sted, slags.side))
    kontekst: dict[str, Any] = {
        "plan": plan,
        "krumme": krumme(plan),
        "form": form,
        "titel": slags.ret if form.ting else slags.ny,
        "knap": "Gem" if form.ting else slags.ny,
        "kan_gemmes": form.kan_gemmes,
        "fjern_url": reverse(f"aftaler:{slags.navn}_fjern", args=[plan.slug, form.ting.pk]) if form.ting else None,
        "tilbage": tilbage(plan, slags.sted, slags.side),
    }
    return render(request, "aftaler/organisering_form.html", kontekst)


def _ting(request: HttpRequest, plan: Helhedsplan, slags: Slags, pk: int) -> Model:
    return get_object_or_404(slags.model.objects.synlige_for(request.user).filter(**{slags.sti: plan}), pk=pk)


def _plan_der_maa_rettes(request: HttpRequest, slug: str) -> Helhedsplan:
    plan = hent_plan(request, slug)
    if not permissions.maa_rette_aftale(request.user, plan):
        raise PermissionDenied
    return plan


def krumme(plan: Helhedsplan) -> list[tuple[str, str]]:
    return [("Organisering", reverse("aftaler:organisering", args=[plan.slug]))]


def tilbage(plan: Helhedsplan, sted: str, side: str = "organisering") -> str:
    return f"{reverse(f'aftaler:{side}', args=[plan.slug])}#{sted}"

"""Deadlines: made once from the agreement, stored, moved with a reason, marked as done. Never recomputed from today."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Delaftale, Frist, Helhedsplan
from aftaler.models.frist import Fristart
from aftaler.rules.frister import (
    Aftalt,
    Fristforslag,
    mangler_ved_fristdato,
    mangler_ved_gjort,
    planens_frister,
)
from aftaler.services import raekker
from aftaler.services.aktiviteter import KanIkkeSlettes
from brugere.models import Bruger
from kerne import haendelser
from kerne.datoer import dato as dato_tekst

EN_PR_PLAN = frozenset({Fristart.EFTERSYN, Fristart.AFSLUTNING})  # told by their kind, whatever they are called
EGNE = frozenset({Fristart.ANDEN, Fristart.MIDTVEJS})  # the kinds that somebody writes


class KanIkkeFlyttes(ValidationError):
    """The deadline must stay; the message is the reason in Danish."""


@transaction.atomic
def lav_frister(plan: Helhedsplan, *, af: Bruger) -> list[Frist]:
    """Make the deadlines that the agreement gives and that are not there; those that are, are left as they stand.

    Only the new ones are answered: called again, it makes none. Raises PermissionDenied.
    """
    _laas(plan, af)
    findes = {_kending(et.art, et.navn, et.delaftale_id) for et in plan.frister.all()}
    nye = [et for et in _forslag(plan) if _kending(et.art, et.navn, et.delaftale) not in findes]
    frister = [
        Frist(
            helhedsplan=plan,
            delaftale_id=et.delaftale,
            art=et.art,
            navn=et.navn,
            dato=et.dato,
            oprindelig_dato=et.dato,
        )
        for et in nye
    ]
    return [raekker.opret(et, af=af, kreds=plan.slug, hvad="lavet efter aftalen") for et in frister]


@transaction.atomic
def opret_frist(
    plan: Helhedsplan, *, art: str, navn: str, dato: date, delaftale: Delaftale | None, af: Bruger
) -> Frist:
    """A deadline that somebody writes: a midtvejsevaluering, or another. The same form sent twice gives one.

    Raises PermissionDenied (also for another plan's delaftale), ValidationError.
    """
    _laas(plan, af)
    if art not in EGNE or (delaftale and delaftale.indsatsomraade.helhedsplan_id != plan.pk):
        raise PermissionDenied
    _kraev_dato(plan, dato)
    samme = plan.frister.filter(art=art, navn=navn, delaftale=delaftale, oprindelig_dato=dato).first()
    if samme:
        return samme
    ny = Frist(helhedsplan=plan, delaftale=delaftale, art=art, navn=navn, dato=dato, oprindelig_dato=dato)
    return raekker.opret(ny, af=af, kreds=plan.slug)


@transaction.atomic
def flyt_frist(frist: Frist, *, dato: date, flyttet_grund: str, af: Bruger, foer: str | None = None) -> None:
    """Move it, with a reason, also after it has passed; the date it had first stays beside it.

    Raises PermissionDenied, KanIkkeFlyttes, RettetAfAnden, ValidationError.
    """
    plan = frist.helhedsplan
    _laas(plan, af)
    frist = Frist.objects.select_for_update(of=("self",)).get(pk=frist.pk)
    if (frist.dato, frist.flyttet_grund) == (dato, flyttet_grund):
        return
    if frist.udfoert_dato:
        raise KanIkkeFlyttes("Fristen er gjort. Fjern datoen for, hvornår den blev gjort, før den flyttes.")
    if not flyttet_grund.strip():
        raise ValidationError({"flyttet_grund": "Skriv, hvorfor fristen flyttes."})
    _kraev_dato(plan, dato)
    hvad = f"flyttet fra {dato_tekst(frist.dato)} til {dato_tekst(dato)}: {flyttet_grund}"
    raekker.ret(frist, af=af, kreds=plan.slug, hvad=hvad, foer=foer, dato=dato, flyttet_grund=flyttet_grund)


@transaction.atomic
def saet_gjort(frist: Frist, *, udfoert_dato: date | None, af: Bruger, foer: str | None = None) -> None:
    """Say that it is done, or – without a date – that it isn't. Raises PermissionDenied, ValidationError."""
    plan = frist.helhedsplan
    if not permissions.maa_rette_aktivitet(af, plan):
        raise PermissionDenied
    if udfoert_dato and (mangler := mangler_ved_gjort(udfoert_dato, start=plan.start_dato, dag=timezone.localdate())):
        raise ValidationError({"udfoert_dato": mangler})
    hvad = "gjort" if udfoert_dato else "ikke gjort endnu"
    raekker.ret(frist, af=af, kreds=plan.slug, hvad=hvad, foer=foer, udfoert_dato=udfoert_dato)


@transaction.atomic
def slet_frist(frist: Frist, *, af: Bruger) -> None:
    """Only what somebody wrote, and only before it is done. Raises PermissionDenied, KanIkkeSlettes."""
    _laas(frist.helhedsplan, af)
    if grund := hvorfor_ikke_slette(frist):
        raise KanIkkeSlettes(grund)
    haendelser.skriv(frist, "slettet", af=af, kreds=frist.helhedsplan.slug)
    frist.delete()


def hvorfor_ikke_slette(frist: Frist) -> str:
    """The sentence that stands in the way; empty when it may go."""
    if frist.art not in EGNE:
        return f"»{frist}« følger af aftalen. Flyt den med en begrundelse, hvis datoen er en anden."
    if frist.udfoert_dato:
        return f"»{frist}« er gjort og hører til planens historie. Den kan ikke slettes."
    return ""


def _forslag(plan: Helhedsplan) -> list[Fristforslag]:
    delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    return planens_frister(
        plan.start_dato,
        plan.slut_dato,
        [
            Aftalt(
                et.pk,
                et.indsatsomraade.omraadetype.nr,
                et.start_dato or plan.start_dato,
                et.slut_dato or plan.slut_dato,
            )
            for et in delaftaler.select_related("indsatsomraade__omraadetype")
        ],
    )


def _kending(art: str, navn: str, delaftale: int | None) -> tuple[str, str, int | None]:
    """What tells a made deadline from another, without its date: that one may have been moved."""
    return (art, "" if art in EN_PR_PLAN else navn, delaftale)


def _kraev_dato(plan: Helhedsplan, dato: date) -> None:
    if mangler := mangler_ved_fristdato(dato, start=plan.start_dato, slut=plan.slut_dato):
        raise ValidationError({"dato": mangler})


def _laas(plan: Helhedsplan, af: Bruger) -> None:
    """Two clicks stand in line at the plan. Raises PermissionDenied."""
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)

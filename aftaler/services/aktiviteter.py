"""Creating, editing and deleting an activity: LBF's form of six fields under a delaftale, its frame and its status."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Aktivitet, Aktivitetstype, Boligomraade, Delaftale, Helhedsplan, Person, Version
from aftaler.rules.aktiviteter import mangler_ved_periode
from aftaler.services import laasning, tekster
from aftaler.statuses import Aktivitetsstatus
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.rigtekst import rens

FELTER = ("navn", "indhold", "formaal_og_maal", "maalgrupper", "ansvar_og_roller")
NAVN_BRUGT = "Der er allerede en aktivitet med det navn i delaftalen."


class KanIkkeSlettes(ValidationError):
    """The row must stay; the message is the reason in Danish."""


@transaction.atomic
def opret_aktivitet(delaftale: Delaftale, *, af: Bruger, navn: str, **tekster: str) -> Aktivitet:
    """The same form sent twice gives one activity; another with the same name raises ValidationError."""
    plan = delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, delaftale, af)
    Delaftale.objects.select_for_update(of=("self",)).get(pk=delaftale.pk)
    samme = delaftale.aktiviteter.filter(navn=navn).first()
    if samme and all(getattr(samme, felt) == rens(tekst) for felt, tekst in tekster.items()):
        return samme
    if samme:
        raise ValidationError({"navn": NAVN_BRUGT})
    sidste = delaftale.aktiviteter.aggregate(sidste=Max("raekkefoelge"))["sidste"] or 0
    aktivitet = Aktivitet.objects.create(delaftale=delaftale, navn=navn, raekkefoelge=sidste + 1, **tekster)
    haendelser.skriv(aktivitet, "oprettet", af=af, kreds=plan.slug)
    return aktivitet


@transaction.atomic
def ret_aktivitet(aktivitet: Aktivitet, *, udgave: int, af: Bruger, foer: str = "", **felter: Any) -> None:
    """The form's texts. Raises RettetImens, or ValidationError when the name is taken in the delaftale."""
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, aktivitet.delaftale, af)
    Delaftale.objects.select_for_update(of=("self",)).get(pk=aktivitet.delaftale_id)
    if aktivitet.delaftale.aktiviteter.filter(navn=felter["navn"]).exclude(pk=aktivitet.pk).exists():
        raise ValidationError({"navn": NAVN_BRUGT})
    tekster.gem(aktivitet, udgave=udgave, foer=foer, af=af, **felter)
    haendelser.skriv(aktivitet, "rettet", af=af, kreds=plan.slug)


@transaction.atomic
def ret_rammer(
    aktivitet: Aktivitet,
    *,
    type: Aktivitetstype | None,
    boligomraader: Collection[Boligomraade],
    ansvarlig: Person | None,
    start_dato: date | None,
    slut_dato: date | None,
    udgave: int,
    af: Bruger,
) -> None:
    """Kind, areas, responsible and dates. Raises PermissionDenied (also for another plan's area or person),
    ErIndsendt, RettetImens, ValidationError.
    """
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, aktivitet.delaftale, af)
    planens = set(plan.boligomraader.values_list("pk", flat=True))
    if not {et.pk for et in boligomraader} <= planens or (ansvarlig and ansvarlig.helhedsplan_id != plan.pk):
        raise PermissionDenied
    if mangler := mangler_ved_periode(start_dato, slut_dato, fra=plan.start_dato, til=plan.slut_dato):
        raise ValidationError(mangler)
    felter = {"type": type, "ansvarlig": ansvarlig, "start_dato": start_dato, "slut_dato": slut_dato}
    laas.gem(aktivitet, udgave=udgave, af=af, **felter)
    aktivitet.boligomraader.set(boligomraader)
    haendelser.skriv(aktivitet, "rammerne er rettet", af=af, kreds=plan.slug)


@transaction.atomic
def saet_status(aktivitet: Aktivitet, *, status: str, grund: str, af: Bruger) -> None:
    """Set the status by hand, with a reason; "" lets the computed one stand again. Not part of the agreement.

    Raises PermissionDenied, ValidationError.
    """
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    if not permissions.maa_saette_status(af, plan):
        raise PermissionDenied
    aktivitet = Aktivitet.objects.select_for_update(of=("self",)).get(pk=aktivitet.pk)
    grund = grund if status else ""
    if (aktivitet.status_sat, aktivitet.status_grund) == (status, grund):
        return
    if status and not grund.strip():
        raise ValidationError({"status_grund": "Skriv, hvorfor status er sat i hånden."})
    aktivitet.status_sat, aktivitet.status_grund = status, grund
    aktivitet.status_sat_af, aktivitet.status_sat_tidspunkt = (af, timezone.now()) if status else (None, None)
    aktivitet.save(update_fields=["status_sat", "status_grund", "status_sat_af", "status_sat_tidspunkt"])
    hvad = f"status sat til {Aktivitetsstatus(status).label.lower()}: {grund}" if status else "status regnes ud igen"
    haendelser.skriv(aktivitet, hvad, af=af, kreds=plan.slug)


@transaction.atomic
def slet_aktivitet(aktivitet: Aktivitet, *, af: Bruger) -> None:
    """Delete an activity that was never part of an approved version, with what hangs on it; else KanIkkeSlettes."""
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, aktivitet.delaftale, af)
    Delaftale.objects.select_for_update(of=("self",)).get(pk=aktivitet.delaftale_id)
    if grund := hvorfor_ikke_slette(aktivitet):
        raise KanIkkeSlettes(grund)
    haendelser.skriv(aktivitet, "slettet", af=af, kreds=plan.slug)
    try:
        with transaction.atomic():
            for dele in (aktivitet.virkninger, aktivitet.milepaele, aktivitet.maalgruppeposter):
                dele.all().delete()
            aktivitet.delete()
    except ProtectedError as fejl:
        raise KanIkkeSlettes(f"{aktivitet} er i brug og kan ikke slettes.") from fejl


def hvorfor_ikke_slette(aktivitet: Aktivitet) -> str:
    """The sentence that stands in the way; empty when it may go."""
    indeholder = {"aktiviteter": [{"noegle": aktivitet.pk}]}
    if Version.objects.filter(delaftale=aktivitet.delaftale_id, indhold__contains=indeholder).exists():
        return f"{aktivitet} står i en godkendt version og kan ikke slettes. Skriv i aktiviteten, at den er afsluttet."
    if aktivitet.succeskriterier.exists():
        return f"{aktivitet} har succeskriterier. Slet dem først."
    return ""


def _kraev_ret(plan: Helhedsplan, delaftale: Delaftale, af: Bruger) -> None:
    if not permissions.maa_rette_aktivitet(af, plan):
        raise PermissionDenied
    laasning.kraev_aaben(plan, delaftale)

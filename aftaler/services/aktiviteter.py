"""Creating, editing and deleting an activity: LBF's form of six fields under a delaftale."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, ProtectedError

from aftaler import permissions
from aftaler.models import Aktivitet, Delaftale, Helhedsplan, Version
from aftaler.services import laasning
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
def ret_aktivitet(aktivitet: Aktivitet, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises RettetImens, or ValidationError when the name is taken in the delaftale."""
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, aktivitet.delaftale, af)
    Delaftale.objects.select_for_update(of=("self",)).get(pk=aktivitet.delaftale_id)
    if aktivitet.delaftale.aktiviteter.filter(navn=felter["navn"]).exclude(pk=aktivitet.pk).exists():
        raise ValidationError({"navn": NAVN_BRUGT})
    laas.gem(aktivitet, udgave=udgave, af=af, **felter)
    haendelser.skriv(aktivitet, "rettet", af=af, kreds=plan.slug)


@transaction.atomic
def slet_aktivitet(aktivitet: Aktivitet, *, af: Bruger) -> None:
    """Delete an activity that was never part of an approved version; raises KanIkkeSlettes otherwise."""
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, aktivitet.delaftale, af)
    Delaftale.objects.select_for_update(of=("self",)).get(pk=aktivitet.delaftale_id)
    if grund := hvorfor_ikke_slette(aktivitet):
        raise KanIkkeSlettes(grund)
    haendelser.skriv(aktivitet, "slettet", af=af, kreds=plan.slug)
    try:
        with transaction.atomic():
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

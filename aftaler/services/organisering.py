"""Parties, people and areas of a plan. Organisations, areas and afdelinger are shared by plans; people are not."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Max, ProtectedError

from aftaler import permissions
from aftaler.models import Aftalepart, Boligafdeling, Boligomraade, Delaftale, Helhedsplan, Organisation, Person
from aftaler.services import laasning
from brugere.models import Bruger
from kerne import haendelser
from kerne.cpr import uden_cpr

Delt = TypeVar("Delt", Boligomraade, Boligafdeling)


class KanIkkeFjernes(ValidationError):
    """Something stands on the row; the message says what to do first."""


@transaction.atomic
def tilfoej_part(
    plan: Helhedsplan,
    *,
    af: Bruger,
    organisation: Organisation | None = None,
    navn: str = "",
    art: str = "",
    cvr: str = "",
    raekkefoelge: int | None = None,
    underskriver: Person | None = None,
) -> Aftalepart:
    """A known organisation, or a new one by name, as party. Raises PermissionDenied, ValidationError."""
    _laas(plan, af)
    laasning.kraev_alle_aabne(plan)
    if organisation is None:
        organisation = _organisation(plan, navn=navn, art=art, cvr=cvr, af=af)
    part = Aftalepart(helhedsplan=plan, organisation=organisation)
    if raekkefoelge is None:
        raekkefoelge = (plan.aftaleparter.aggregate(sidst=Max("raekkefoelge"))["sidst"] or 0) + 1
    return _gem_part(part, raekkefoelge, underskriver, af=af, hvad="tilføjet som part")


@transaction.atomic
def ret_part(
    part: Aftalepart,
    *,
    af: Bruger,
    raekkefoelge: int,
    underskriver: Person | None,
    navn: str = "",
    art: str = "",
    cvr: str = "",
) -> Aftalepart:
    """Order, signatory, and – when a name is given – the organisation itself, unless other plans stand on it."""
    _laas(part.helhedsplan, af)
    laasning.kraev_alle_aabne(part.helhedsplan)
    organisation = part.organisation
    if navn and (navn, art, cvr) != (organisation.navn, organisation.art, organisation.cvr):
        if not permissions.maa_rette_delt(af, Helhedsplan.objects.filter(aftaleparter__organisation=organisation)):
            raise PermissionDenied
        organisation.navn, organisation.art, organisation.cvr = navn, art, cvr
        organisation.full_clean()
        organisation.save()
    return _gem_part(part, raekkefoelge, underskriver, af=af, hvad="part rettet")


@transaction.atomic
def fjern_part(part: Aftalepart, *, af: Bruger) -> None:
    """No longer a party. The organisation stays, and so does every approved version that names it.

    Raises PermissionDenied, KanIkkeFjernes once somebody has signed for it.
    """
    _laas(part.helhedsplan, af)
    laasning.kraev_alle_aabne(part.helhedsplan)
    if part.underskrifter.exists():
        raise KanIkkeFjernes(f"{part} har skrevet under på en version og kan ikke fjernes.")
    haendelser.skriv(part, "fjernet som part", af=af, kreds=part.helhedsplan.slug)
    part.delete()


@transaction.atomic
def gem_person(person: Person, *, navn: str, titel: str, organisation: Organisation | None, af: Bruger) -> Person:
    """Write a new or a known person of the plan. Raises PermissionDenied, ValidationError (also for a CPR number)."""
    _laas(person.helhedsplan, af)
    uden_cpr(navn)
    uden_cpr(titel)
    hvad = "rettet" if person.pk else "tilføjet"
    if person.pk and Person.objects.get(pk=person.pk).navn != navn:
        _kraev_navnet_frit(person)
    person.navn, person.titel, person.organisation = navn, titel, organisation
    person.full_clean()
    person.save()
    haendelser.skriv(person, hvad, af=af, kreds=person.helhedsplan.slug)
    return person


@transaction.atomic
def fjern_person(person: Person, *, af: Bruger) -> None:
    """Raises PermissionDenied, KanIkkeFjernes while the person signs for a party."""
    _laas(person.helhedsplan, af)
    if part := person.underskrifter.select_related("organisation").first():
        raise KanIkkeFjernes(f"{person} står som underskriver for {part}. Vælg en anden underskriver dér først.")
    haendelser.skriv(person, "fjernet", af=af, kreds=person.helhedsplan.slug)
    try:
        person.delete()
    except ProtectedError as fejl:
        raise KanIkkeFjernes(f"{person} står andre steder i planen og kan ikke fjernes.") from fejl


@transaction.atomic
def gem_boligomraade(
    plan: Helhedsplan, omraade: Boligomraade, *, navn: str, beboere: int | None, af: Bruger
) -> Boligomraade:
    """Write a new or a known boligområde of the plan. Raises PermissionDenied, ValidationError."""
    _laas(plan, af)
    omraade.navn, omraade.beboere = navn, beboere
    return _gem_delt(plan, omraade, plan.boligomraader, af=af)


@transaction.atomic
def gem_boligafdeling(
    plan: Helhedsplan,
    afdeling: Boligafdeling,
    *,
    navn: str,
    organisation: Organisation,
    lbf_nr: str,
    boliger: int | None,
    beboere: int | None,
    af: Bruger,
) -> Boligafdeling:
    """Write a new or a known afdeling of the plan. Raises PermissionDenied, ValidationError."""
    _laas(plan, af)
    afdeling.navn, afdeling.organisation, afdeling.lbf_nr = navn, organisation, lbf_nr
    afdeling.boliger, afdeling.beboere = boliger, beboere
    return _gem_delt(plan, afdeling, plan.boligafdelinger, af=af)


@transaction.atomic
def placer_afdeling(
    plan: Helhedsplan, afdeling: Boligafdeling, boligomraader: list[Boligomraade], *, af: Bruger
) -> None:
    """Which of the plan's areas the afdeling lies in. Its areas in other plans are left alone."""
    _laas(plan, af)
    afdeling.boligomraader.remove(*plan.boligomraader.exclude(pk__in=[et.pk for et in boligomraader]))
    afdeling.boligomraader.add(*boligomraader)


@transaction.atomic
def tilknyt(plan: Helhedsplan, ting: Delt, *, af: Bruger) -> Delt:
    """Take an area or afdeling that the person knows from another plan into this one."""
    _laas(plan, af)
    laasning.kraev_alle_aabne(plan)
    if not type(ting).objects.synlige_for(af).filter(pk=ting.pk).exists():
        raise PermissionDenied
    ting.helhedsplaner.add(plan)
    haendelser.skriv(ting, f"tilføjet til {plan}", af=af, kreds=plan.slug)
    return ting


@transaction.atomic
def fjern_delt(plan: Helhedsplan, ting: Delt, *, af: Bruger) -> None:
    """The area or afdeling leaves the plan; the row stays, since figures and other plans may stand on it."""
    _laas(plan, af)
    laasning.kraev_alle_aabne(plan)
    ting.helhedsplaner.remove(plan)
    haendelser.skriv(ting, f"fjernet fra {plan}", af=af, kreds=plan.slug)


def _laas(plan: Helhedsplan, af: Bruger) -> None:
    """One at a time in a plan: a double click becomes a sentence, never two rows."""
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)


def _kraev_navnet_frit(person: Person) -> None:
    """The name stands on the front of every document that the person signs, and in the activities led by the person."""
    if person.underskrifter.exists():
        laasning.kraev_alle_aabne(person.helhedsplan)
    for delaftale in Delaftale.objects.filter(aktiviteter__ansvarlig=person).distinct().order_by("pk"):
        laasning.kraev_aaben(person.helhedsplan, delaftale)


def _organisation(plan: Helhedsplan, *, navn: str, art: str, cvr: str, af: Bruger) -> Organisation:
    """The organisation of that name among those that the person can see, or a new one."""
    if findes := Organisation.objects.synlige_for(af).filter(navn__iexact=navn, art=art).first():
        return findes
    organisation = Organisation(navn=navn, art=art, cvr=cvr)
    organisation.full_clean()
    organisation.save()
    return organisation


def _gem_part(
    part: Aftalepart,
    raekkefoelge: int,
    underskriver: Person | None,
    *,
    af: Bruger,
    hvad: str,
) -> Aftalepart:
    if underskriver and underskriver.helhedsplan_id != part.helhedsplan_id:
        raise PermissionDenied
    part.raekkefoelge, part.underskriver = raekkefoelge, underskriver
    part.full_clean()
    part.save()
    haendelser.skriv(part, hvad, af=af, kreds=part.helhedsplan.slug)
    return part


def _gem_delt(plan: Helhedsplan, ting: Delt, planens: models.Manager, *, af: Bruger) -> Delt:
    """Save a row that plans share: every plan it is in must be one that the person may edit."""
    laasning.kraev_alle_aabne(plan)
    ny = ting.pk is None
    if not ny and not permissions.maa_rette_delt(af, ting.helhedsplaner.all()):
        raise PermissionDenied
    if ny and planens.filter(navn__iexact=ting.navn).exists():
        raise ValidationError({"navn": f"»{ting.navn}« er allerede i planen."})
    ting.full_clean()
    ting.save()
    ting.helhedsplaner.add(plan)
    haendelser.skriv(ting, "tilføjet" if ny else "rettet", af=af, kreds=plan.slug)
    return ting

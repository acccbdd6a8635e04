"""Choosing the plan's indsatsområder: written in the strategic agreement, carried out by a delaftale."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from aftaler import permissions
from aftaler.models import Aendring, Delaftale, Helhedsplan, Indsatsomraade, Omraadetype, Version
from aftaler.services import laasning
from brugere.models import Bruger
from kerne import haendelser


class KanIkkeFravaelges(ValidationError):
    """The area can't be dropped; the message is the reason in Danish."""


@transaction.atomic
def vaelg_indsatsomraade(plan: Helhedsplan, omraadetype: Omraadetype, *, af: Bruger) -> Indsatsomraade:
    """Choose the area and open its delaftale. Choosing twice is harmless: the area is there, once."""
    plan = _laast_plan(plan, af)
    if omraadetype.bevillingsperiode_id != plan.bevillingsperiode_id:
        raise ValidationError("Området hører til en anden bevillingsperiode. Vælg et fra listen.")
    omraade, ny = Indsatsomraade.objects.get_or_create(helhedsplan=plan, omraadetype=omraadetype)
    if ny:
        Delaftale.objects.create(indsatsomraade=omraade, start_dato=plan.start_dato, slut_dato=plan.slut_dato)
        haendelser.skriv(omraade, "valgt som indsatsområde", af=af, kreds=plan.slug)
    return omraade


@transaction.atomic
def fravaelg_indsatsomraade(omraade: Indsatsomraade, *, af: Bruger) -> None:
    """Drop an area that holds nothing and was never approved; raises KanIkkeFravaelges otherwise."""
    plan = _laast_plan(omraade.helhedsplan, af)
    if grund := hvorfor_ikke_fravaelge(omraade):
        raise KanIkkeFravaelges(grund)
    haendelser.skriv(omraade, "fravalgt", af=af, kreds=plan.slug)
    Delaftale.objects.filter(indsatsomraade=omraade).delete()
    omraade.delete()


def hvorfor_ikke_fravaelge(omraade: Indsatsomraade) -> str:
    """The sentence that stands in the way; empty when the area may go."""
    godkendt_i_aftalen = Version.objects.filter(
        helhedsplan=omraade.helhedsplan_id, indhold__contains={"indsatsomraader": [{"noegle": omraade.pk}]}
    )
    if godkendt_i_aftalen.exists() or Version.objects.filter(delaftale__indsatsomraade=omraade).exists():
        return f"{omraade} står i en godkendt version og kan ikke fravælges."
    if Aendring.objects.filter(delaftale__indsatsomraade=omraade).exists():
        return f"{omraade} har en delaftale, der har været sendt til godkendelse, og kan ikke fravælges."
    delaftale = Delaftale.objects.filter(indsatsomraade=omraade).first()
    indhold = (omraade.problemkompleks, omraade.formaal_og_maal, *(_tekster(delaftale) if delaftale else ()))
    har_indhold = any(et not in ("", None) for et in indhold)
    if har_indhold or omraade.succeskriterier.exists() or (delaftale and delaftale.aktiviteter.exists()):
        return f"{omraade} har tekst, kriterier eller aktiviteter. Slet dem først."
    return ""


def _tekster(delaftale: Delaftale) -> tuple[object, ...]:
    return (
        delaftale.medarbejderressourcer,
        delaftale.sammenhaeng,
        delaftale.konflikthaandtering,
        delaftale.revision,
        delaftale.landsbyggefonden,
        delaftale.lokal_medfinansiering,
    )


def _laast_plan(plan: Helhedsplan, af: Bruger) -> Helhedsplan:
    """The plan's row is the lock: two people choosing at once wait for each other."""
    plan = Helhedsplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    laasning.kraev_aaben(plan, None)
    return plan

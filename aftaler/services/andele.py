"""Shares of posts, each on one axis: a delaftale, a boligområde or a function. The axes are never added up."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from aftaler import permissions
from aftaler.models import Boligomraade, Delaftale, Helhedsplan, Medarbejderandel, Person
from aftaler.models.organ import Akse
from aftaler.services.laasning import kraev_aaben
from brugere.models import Bruger
from kerne import haendelser

FREMMED = "Vælg en, der hører til planen."


@transaction.atomic
def gem_andel(
    andel: Medarbejderandel,
    *,
    stilling: str,
    person: Person | None,
    procent: Decimal,
    paa: Delaftale | Boligomraade | str,
    af: Bruger,
) -> Medarbejderandel:
    """Write a new or a known share. `paa` says which axis: a delaftale, a boligområde, or a function by name.

    A delaftale prints its own shares, the strategic agreement the others; both must be open. Raises PermissionDenied,
    ErIndsendt, ValidationError.
    """
    plan = andel.helhedsplan
    _kraev_ret(plan, af)
    if andel.pk:
        kraev_aaben(plan, andel.delaftale)
    if person and person.helhedsplan_id != plan.pk:
        raise ValidationError({"person": FREMMED})
    hvad = "rettet" if andel.pk else "tilføjet"
    andel.stilling, andel.person, andel.procent = stilling, person, procent
    andel.delaftale, andel.boligomraade, andel.funktion = None, None, ""
    match paa:
        case Delaftale():
            andel.akse, andel.delaftale = Akse.DELAFTALE, paa
            er_planens = paa.indsatsomraade.helhedsplan_id == plan.pk
        case Boligomraade():
            andel.akse, andel.boligomraade = Akse.OMRAADE, paa
            er_planens = plan.boligomraader.filter(pk=paa.pk).exists()
        case _:
            andel.akse, andel.funktion = Akse.FUNKTION, paa
            er_planens = True
    if not er_planens:
        raise ValidationError(FREMMED)
    kraev_aaben(plan, andel.delaftale)
    andel.full_clean()
    andel.save()
    haendelser.skriv(andel, hvad, af=af, kreds=plan.slug)
    return andel


@transaction.atomic
def fjern_andel(andel: Medarbejderandel, *, af: Bruger) -> None:
    """Raises PermissionDenied, ErIndsendt."""
    _kraev_ret(andel.helhedsplan, af)
    kraev_aaben(andel.helhedsplan, andel.delaftale)
    haendelser.skriv(andel, "fjernet", af=af, kreds=andel.helhedsplan.slug)
    andel.delete()


def _kraev_ret(plan: Helhedsplan, af: Bruger) -> None:
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied

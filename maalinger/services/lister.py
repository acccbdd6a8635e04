"""What the ministry's published lists said of the plan's areas: written down, corrected, taken away again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from aftaler.models import Boligomraade, Helhedsplan
from aftaler.services import raekker
from brugere.models import Bruger
from kerne import haendelser
from maalinger import permissions
from maalinger.models import Listeplacering


@transaction.atomic
def skriv_placering(
    plan: Helhedsplan, *, omraade: Boligomraade, art: str, aar: int, paa_listen: bool, kilde: str, af: Bruger
) -> Listeplacering:
    """Write down where the ministry placed an area. Raises PermissionDenied, ValidationError."""
    _maa(plan, af)
    placering = Listeplacering(helhedsplan=plan, omraade=omraade, art=art, aar=aar, paa_listen=paa_listen, kilde=kilde)
    return raekker.opret(placering, af=af, kreds=plan.slug, hvad=f"skrev ind: {_kort(placering)}")


@transaction.atomic
def ret_placering(placering: Listeplacering, *, af: Bruger, foer: str | None = None, **felter: Any) -> None:
    """Correct it. Raises PermissionDenied, ValidationError, RettetAfAnden."""
    _maa(placering.helhedsplan, af)
    raekker.ret(placering, af=af, kreds=placering.helhedsplan.slug, foer=foer, **felter)


@transaction.atomic
def slet_placering(placering: Listeplacering, *, af: Bruger) -> None:
    """Take it away: the page then says what the figures give. Raises PermissionDenied."""
    _maa(placering.helhedsplan, af)
    haendelser.skriv(placering, f"slettede: {_kort(placering)}", af=af, kreds=placering.helhedsplan.slug)
    placering.delete()


def _maa(plan: Helhedsplan, af: Bruger) -> None:
    if not permissions.maa_rette_lister(af, plan):
        raise PermissionDenied


def _kort(placering: Listeplacering) -> str:
    return f"{placering}, {'på listen' if placering.paa_listen else 'ikke på listen'}"

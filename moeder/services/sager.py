"""A case's name and its numbers in the municipality's own systems."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brugere.models import Bruger
from kerne import haendelser, laas
from moeder import permissions
from moeder.models import Sag


@transaction.atomic
def ret_sag(sag: Sag, *, udgave: int, titel: str, journalnr: str, sagsnr: str, kle: str, af: Bruger) -> None:
    """Raises PermissionDenied, laas.RettetImens."""
    if not permissions.maa_lede_moeder(af, sag.helhedsplan):
        raise PermissionDenied
    numre = {"journalnr": journalnr, "sagsnr": sagsnr, "kle": kle}
    laas.gem(sag, udgave=udgave, af=af, titel=titel, eksempel=False, **numre)
    haendelser.skriv(sag, "rettet", af=af, kreds=sag.helhedsplan.slug)

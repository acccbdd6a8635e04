"""Saving a small row that has no edition of its own: whoever writes last has seen what stood there."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from aftaler.services.tekster import aftryk
from brugere.models import Bruger
from kerne import haendelser


class RettetAfAnden(ValidationError):
    """The row was changed after the form was opened; `nu` is the row as it stands. Nothing is written."""

    def __init__(self, nu: models.Model) -> None:
        self.nu = nu
        super().__init__(f"»{nu}« er rettet, mens du skrev. Gem igen, hvis det, du har skrevet, skal stå i stedet.")


def ret(
    ting: models.Model, *, af: Bruger, kreds: str, hvad: str = "rettet", foer: str | None = None, **felter: Any
) -> bool:
    """Write the fields on the locked row; False when they stood there already (a form sent twice is one change).

    `foer` is the fingerprint of the fields that the form showed; None asks no question. Raises RettetAfAnden, and
    ValidationError with the constraint's own sentence.
    """
    nu = type(ting)._default_manager.select_for_update(of=("self",)).get(pk=ting.pk)
    if all(getattr(nu, felt) == vaerdi for felt, vaerdi in felter.items()):
        return False
    if foer is not None and foer != aftryk(nu, tuple(felter)):
        raise RettetAfAnden(nu)
    for felt, vaerdi in felter.items():
        setattr(nu, felt, vaerdi)
        setattr(ting, felt, vaerdi)
    nu.full_clean()
    nu.save(update_fields=list(felter))
    haendelser.skriv(nu, hvad, af=af, kreds=kreds)
    return True


def opret(ting: models.Model, *, af: Bruger, kreds: str, hvad: str = "oprettet") -> Any:
    """Write a new row. The caller holds a lock and has looked for the same row. Raises ValidationError."""
    ting.full_clean()
    ting.save()
    haendelser.skriv(ting, hvad, af=af, kreds=kreds)
    return ting

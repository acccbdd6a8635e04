"""The one way to leave an audit line, and to read those of one thing."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models

from kerne.models import Haendelse


def skriv(ting: models.Model, hvad: str, *, af: AbstractBaseUser | None, kreds: str = "") -> Haendelse:
    """Write that `af` did `hvad` to `ting`. Call it inside the action's own transaction."""
    return Haendelse.objects.create(
        af=af,
        hvad=hvad[:300],
        kreds=kreds,
        ting_type=ContentType.objects.get_for_model(ting),
        ting_id=str(ting.pk),
        ting_navn=str(ting)[:300],
    )


def om(ting: models.Model, begynder: str = "") -> models.QuerySet[Haendelse]:
    """The lines about `ting`, oldest first, with who did it; only those whose words begin like that."""
    slags = ContentType.objects.get_for_model(ting)
    linjer = Haendelse.objects.filter(ting_type=slags, ting_id=str(ting.pk), hvad__startswith=begynder)
    return linjer.select_related("af").order_by("tidspunkt", "pk")

"""The one way to leave an audit line, and to read those of one thing."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models

from kerne.models import Haendelse

LAENGST = 300  # characters of one line


def skriv(ting: models.Model, hvad: str, *, af: AbstractBaseUser | None, kreds: str = "") -> Haendelse:
    """Write that `af` did `hvad` to `ting`. Call it inside the action's own transaction. A cut line says so."""
    return Haendelse.objects.create(
        af=af,
        hvad=hvad if len(hvad) <= LAENGST else f"{hvad[: LAENGST - 2]} …",
        kreds=kreds,
        ting_type=ContentType.objects.get_for_model(ting),
        ting_id=str(ting.pk),
        ting_navn=str(ting)[:LAENGST],
    )


def i_linjer(foran: str, led: Iterable[str]) -> list[str]:
    """As many lines as it takes to hold all of `led`, each after `foran`: nothing that was done is cut away."""
    linjer: list[str] = []
    for et in led:
        if linjer and len(linjer[-1]) + len(et) + 2 <= LAENGST:
            linjer[-1] += f"; {et}"
        else:
            linjer.append(foran + et)
    return linjer


def om(ting: models.Model, begynder: str = "") -> models.QuerySet[Haendelse]:
    """The lines about `ting`, oldest first, with who did it; only those whose words begin like that."""
    slags = ContentType.objects.get_for_model(ting)
    linjer = Haendelse.objects.filter(ting_type=slags, ting_id=str(ting.pk), hvad__startswith=begynder)
    return linjer.select_related("af").order_by("tidspunkt", "pk")

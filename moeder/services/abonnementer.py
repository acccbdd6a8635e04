"""The address of a person's calendar feed: made, replaced, stopped. Only the SHA-256 of its key is kept."""

import hashlib
import secrets

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from brugere.models import Bruger
from kerne import haendelser
from moeder.models import Kalenderabonnement


@transaction.atomic
def lav(*, af: Bruger) -> str:
    """A new key, shown this once; the one before stops working."""
    noegle = secrets.token_urlsafe(32)
    Kalenderabonnement.objects.update_or_create(bruger=af, defaults={"noegle_sum": _sum(noegle)})
    haendelser.skriv(af, "lavede en adresse til sin kalender", af=af)
    return noegle


@transaction.atomic
def stop(*, af: Bruger) -> None:
    """The address stops working; twice is once."""
    antal, _ = Kalenderabonnement.objects.filter(bruger=af).delete()
    if antal:
        haendelser.skriv(af, "stoppede adressen til sin kalender", af=af)


def find(noegle: str) -> Bruger | None:
    """Whose calendar the key opens; None when it opens none, or its owner may not log in any more."""
    fundet = Kalenderabonnement.objects.select_related("bruger").filter(noegle_sum=_sum(noegle)).first()
    return fundet.bruger if fundet and fundet.bruger.is_active else None


def har_et(bruger: Bruger) -> bool:
    return Kalenderabonnement.objects.filter(bruger=bruger).exists()


def adresse(noegle: str) -> str:
    return settings.OFFENTLIG_URL + reverse("moeder:kalenderfil", args=[noegle])


def _sum(noegle: str) -> str:
    return hashlib.sha256(noegle.encode()).hexdigest()

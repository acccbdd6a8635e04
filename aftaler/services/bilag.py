"""The annexes that are texts: kommissorium and beredskabsplan."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Dokumentbilag, Helhedsplan
from aftaler.models.bilag import Bilagsart
from aftaler.rules.bilag import kan_markeres_klar
from aftaler.services.laasning import kraev_aaben
from brugere.models import Bruger
from kerne import haendelser, laas


class KanIkkeMarkeres(ValidationError):
    """The annex can't be marked as ready; the message says what to do."""


@transaction.atomic
def ret_tekst(plan: Helhedsplan, art: Bilagsart, *, tekst: str, udgave: int, af: Bruger) -> Dokumentbilag:
    """Write the annex' text; `udgave` 0 means that it had no row when it was opened. A changed text is a draft again.

    Raises PermissionDenied, ErIndsendt, laas.RettetImens.
    """
    _kraev_ret(plan, af)
    kraev_aaben(plan, None)
    bilag, ny = Dokumentbilag.objects.get_or_create(
        helhedsplan=plan,
        art=art,
        defaults={"tekst": tekst, "rettet_af": af, "rettet_tidspunkt": timezone.now()},
    )
    if not ny:
        laas.gem(bilag, udgave=udgave, af=af, tekst=tekst, klar=bilag.klar and bilag.tekst == tekst)
    haendelser.skriv(bilag, "teksten er rettet", af=af, kreds=plan.slug)
    return bilag


@transaction.atomic
def marker_klar(bilag: Dokumentbilag, *, udgave: int, af: Bruger) -> None:
    """Somebody has read this very edition and says that it is ready.

    Raises PermissionDenied, KanIkkeMarkeres, laas.RettetImens.
    """
    _kraev_ret(bilag.helhedsplan, af)
    if not kan_markeres_klar(bilag.tekst):
        raise KanIkkeMarkeres("Skriv teksten, før du markerer den som klar.")
    laas.gem(bilag, udgave=udgave, af=af, klar=True)
    haendelser.skriv(bilag, "markeret som klar", af=af, kreds=bilag.helhedsplan.slug)


@transaction.atomic
def goer_til_kladde(bilag: Dokumentbilag, *, udgave: int, af: Bruger) -> None:
    """The text was not ready after all. Raises PermissionDenied, laas.RettetImens."""
    _kraev_ret(bilag.helhedsplan, af)
    laas.gem(bilag, udgave=udgave, af=af, klar=False)
    haendelser.skriv(bilag, "gjort til kladde igen", af=af, kreds=bilag.helhedsplan.slug)


def _kraev_ret(plan: Helhedsplan, af: Bruger) -> None:
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied

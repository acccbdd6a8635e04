"""The items that stand on every agenda of a body, and those that a kind of meeting brings itself."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from aftaler.models import Organ
from brugere.models import Bruger
from kerne import haendelser
from moeder import permissions
from moeder.models import Behandling, Moede, Sag, Standardpunkt


@dataclass(frozen=True)
class EgenDagsorden:
    """The items of a kind of meeting: what puts those that are missing on its agenda, and the rule that their `Forslag`
    name: that row tells an item that made itself from one that somebody wrote."""

    regel: str
    saet: Callable[..., None]


# Kind of meeting → its own agenda instead of the body's fixed items. `overblik` fills it when the program starts.
EGNE_DAGSORDENER: dict[str, EgenDagsorden] = {}


def saet_faste_punkter(moede: Moede) -> None:
    """Put the body's fixed items on a new agenda, each as a case of its own; part of making the meeting."""
    for nr, fast in enumerate(moede.organ.standardpunkter.order_by("sidst", "raekkefoelge", "pk"), 1):
        Behandling.objects.create(
            sag=Sag.objects.create(helhedsplan=moede.helhedsplan, titel=fast.titel),
            moede=moede,
            raekkefoelge=nr,
            titel=fast.titel,
            art=fast.art,
            minutter=fast.minutter,
        )


@transaction.atomic
def tilfoej_standardpunkt(
    organ: Organ, *, titel: str, art: str, minutter: int, sidst: bool, af: Bruger
) -> Standardpunkt:
    """A fixed item, after the others. Agendas that are there already stay as they are.

    Raises PermissionDenied, ValidationError.
    """
    _kraev_ret(organ, af)
    naeste = (organ.standardpunkter.aggregate(sidste=Max("raekkefoelge"))["sidste"] or 0) + 1
    punkt = Standardpunkt(organ=organ, raekkefoelge=naeste, titel=titel, art=art, minutter=minutter, sidst=sidst)
    punkt.full_clean()
    punkt.save()
    haendelser.skriv(organ, f"fast punkt »{titel}« tilføjet", af=af, kreds=organ.helhedsplan.slug)
    return punkt


@transaction.atomic
def fjern_standardpunkt(punkt: Standardpunkt, *, af: Bruger) -> None:
    """It stays on the agendas that have it. Raises PermissionDenied."""
    _kraev_ret(punkt.organ, af)
    haendelser.skriv(punkt.organ, f"fast punkt »{punkt}« fjernet", af=af, kreds=punkt.organ.helhedsplan.slug)
    punkt.delete()


def _kraev_ret(organ: Organ, af: Bruger) -> None:
    if not permissions.maa_lede_moeder(af, organ.helhedsplan):
        raise PermissionDenied
    Organ.objects.select_for_update(of=("self",), no_key=True).get(pk=organ.pk)

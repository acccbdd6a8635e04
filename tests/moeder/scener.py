"""A board meeting under way, and one that is over: what the tests of minutes and decisions begin with."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from moeder.models import Behandling, Moede, Referat
from moeder.services import afslutning, beslutninger, fremmoede
from moeder.services.beslutninger import Ordlyd
from moeder.statuses import Moedetilstand, Punktart
from tests.factories import BrugerFactory, OrganFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, sid_i


@dataclass(frozen=True)
class Scene:
    """A meeting of the board in `plan` with a decision, a discussion and a closed item."""

    moede: Moede
    beslutning: Behandling
    droeftelse: Behandling
    lukket: Behandling
    medlem: Any = field(default=None)


def moede_i_gang(plan: Any, leder: Any, *, begynder: Any = None, medlem: Any = None) -> Scene:
    """The meeting is today and started by `leder`; `medlem` and one more sit in the body."""
    organ = plan.organer.filter(art="bestyrelse").first() or OrganFactory(
        helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen"
    )
    medlem = medlem or BrugerFactory()
    if not organ.pladser.exists():
        for bruger in (medlem, BrugerFactory()):
            sid_i(organ, bruger)
    moede = MoedeFactory(organ=organ, begynder=begynder or timezone.now())
    punkter = (
        BehandlingFactory(moede=moede, titel="Delaftale om fritidsjob", art=Punktart.BESLUTNING),
        BehandlingFactory(moede=moede, titel="Fraflytning", art=Punktart.DROEFTELSE),
        BehandlingFactory(moede=moede, titel="Personalesag", art=Punktart.ORIENTERING, lukket=True),
    )
    fremmoede.start_moede(moede, af=leder)
    return Scene(moede, *punkter, medlem)


def afslut(scene: Scene, leder: Any) -> Referat:
    """The board decides and the meeting closes."""
    if not scene.beslutning.beslutninger.exists():
        ordlyd = Ordlyd("Bestyrelsen godkendte delaftalen.")
        beslutninger.skriv_beslutning(scene.moede, scene.beslutning, ordlyd, af=leder)
    return afslutning.afslut_moede(scene.moede, af=leder).referat


def er_i_gang(moede: Moede) -> bool:
    return Moede.objects.get(pk=moede.pk).tilstand == Moedetilstand.I_GANG

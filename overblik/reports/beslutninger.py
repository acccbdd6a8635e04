"""What the board is to decide at its next meeting, for the board's page."""

from dataclasses import dataclass

from django.db.models import QuerySet

from aftaler.models.organ import Organart
from moeder.models import Behandling, Moede
from moeder.reports.dagsorden import tider
from moeder.reports.moeder import hvornaar
from moeder.statuses import Moedetilstand, Punktart


@dataclass(frozen=True)
class Beslutningspunkt:
    """An item by its number on the agenda."""

    noegle: int
    nr: int
    titel: str


@dataclass(frozen=True)
class SkalBesluttes:
    """The board's next called meeting and its B-items. `er_jer`: the reader sits in the board."""

    moede: str
    hvornaar: str
    punkter: tuple[Beslutningspunkt, ...]
    er_jer: bool

    @property
    def overskrift(self) -> str:
        return f"Det skal {'I' if self.er_jer else 'bestyrelsen'} beslutte"


def bestyrelsens_indkaldte(moeder: QuerySet[Moede]) -> QuerySet[Moede]:
    """The board's called meetings, the next one first."""
    indkaldte = moeder.filter(
        organ__art=Organart.BESTYRELSE, tilstand__in=[Moedetilstand.INDKALDT, Moedetilstand.I_GANG]
    )
    return indkaldte.kommende()


def skal_besluttes(naeste: Moede, punkter: QuerySet[Behandling], *, er_jer: bool) -> SkalBesluttes | None:
    """The meeting's decisions, of the items that the reader may see; None when it has none."""
    til_beslutning = list(punkter.filter(moede=naeste, art=Punktart.BESLUTNING).i_raekkefoelge())
    if not til_beslutning:
        return None
    numre = {et.noegle: nr for nr, et in enumerate(tider(naeste), 1)}
    linjer = tuple(Beslutningspunkt(et.pk, numre[et.pk], et.titel) for et in til_beslutning)
    return SkalBesluttes(naeste.kode, hvornaar(naeste), linjer, er_jer)

"""Papers "from today": a page's own dataclass, frozen as data when the paper is ordered, and the same again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from aftaler import snapshot
from aftaler.models import Helhedsplan
from dokumenter.reports.frysning import frys, optoe
from dokumenter.statuses import Papir
from maalinger.reports.kriterier import Kladder
from maalinger.reports.registerdata import Registerdata, registerdata
from overblik.reports.statuspapir import Statuspapir, statuspapir


@dataclass(frozen=True)
class Opgoerelse:
    """What a page showed on a day, and the checksum of it. The paper prints this and nothing else."""

    indhold: dict[str, Any]
    kontrolsum: str

    @property
    def dato(self) -> date:
        return date.fromisoformat(self.indhold["dato"])

    @property
    def er_kladde(self) -> bool:
        return self.indhold["kladde"]

    @property
    def kontrolsum_passer(self) -> bool:
        return snapshot.kontrolsum(self.indhold) == self.kontrolsum


@dataclass(frozen=True)
class Art:
    """The dataclass of one paper, and who builds it: of what is in force, or of drafts too where there are any."""

    rapport: type
    byg: Callable[[Helhedsplan, date, bool], Any]
    har_kladde: bool = True


def _status(plan: Helhedsplan, dato: date, kladde: bool) -> Statuspapir:
    return statuspapir(plan, dato=dato, kladder=Kladder.UDEN_VERSION if kladde else Kladder.INGEN)


def _data(plan: Helhedsplan, dato: date, kladde: bool) -> Registerdata:
    return registerdata(plan, dato=dato)


ARTER: dict[Papir, Art] = {
    Papir.STATUSRAPPORT: Art(Statuspapir, _status),
    Papir.BOLIGSOCIALE_DATA: Art(Registerdata, _data, har_kladde=False),
}


def opgoer(plan: Helhedsplan, papir: Papir, *, dato: date, kladde: bool) -> Opgoerelse:
    """Freeze what the page says today."""
    rapport = ARTER[papir].byg(plan, dato, kladde)
    indhold = {"dato": dato.isoformat(), "kladde": kladde, "rapport": frys(rapport)}
    return Opgoerelse(indhold, snapshot.kontrolsum(indhold))


def rapport(papir: Papir, opgoerelse: Opgoerelse) -> Any:
    """The paper's dataclass again. Raises KanIkkeOptoes."""
    return optoe(ARTER[papir].rapport, opgoerelse.indhold["rapport"])

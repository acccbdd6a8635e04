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
from oekonomi.reports.budgetpapir import Budgetpapir, budgetpapir
from oekonomi.reports.oversigt import Oekonomioversigt, oekonomioversigt
from overblik.reports.eftersyn import Eftersyn, aabne_opgaver, eftersyn
from overblik.reports.revisionsbilag import Revisionsbilag, revisionsbilag
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
    def aar(self) -> int | None:
        """The year that the paper was ordered for; None for the whole period."""
        return self.indhold.get("aar")

    @property
    def titel(self) -> str:
        """The paper's own name where it has one: a meeting's."""
        return self.indhold.get("titel", "")

    @property
    def udgave(self) -> str:
        return self.indhold.get("udgave", "")

    @property
    def kun_ledere(self) -> bool:
        """For those who run meetings, and nobody else."""
        return self.indhold.get("kun_ledere", False)

    @property
    def kontrolsum_passer(self) -> bool:
        return snapshot.kontrolsum(self.indhold) == self.kontrolsum


@dataclass(frozen=True)
class Art:
    """The dataclass of one paper, and who builds it: of what is in force, or of drafts too where there are any, and of
    one year where it `har_aar`. `er_kladde` asks the dataclass itself whether it was built of a draft."""

    rapport: type
    byg: Callable[[Helhedsplan, date, bool, int | None], Any]
    har_kladde: bool = True
    har_aar: bool = False
    er_kladde: Callable[[Any], bool] = lambda rapport: False


def _status(plan: Helhedsplan, dato: date, kladde: bool, aar: int | None) -> Statuspapir:
    return statuspapir(plan, dato=dato, kladder=Kladder.UDEN_VERSION if kladde else Kladder.INGEN)


def _data(plan: Helhedsplan, dato: date, kladde: bool, aar: int | None) -> Registerdata:
    return registerdata(plan, dato=dato)


def _budget(plan: Helhedsplan, dato: date, kladde: bool, aar: int | None) -> Budgetpapir:
    return budgetpapir(plan, dato=dato, kladde=kladde)


def _oversigt(plan: Helhedsplan, dato: date, kladde: bool, aar: int | None) -> Oekonomioversigt:
    """Without a year everything up to the plan's last one."""
    return oekonomioversigt(plan, dato=dato, aar=aar or plan.slut_dato.year)


def _eftersyn(plan: Helhedsplan, dato: date, kladde: bool, aar: int | None) -> Eftersyn:
    return eftersyn(plan, dato=dato, opgaver=aabne_opgaver(plan))


def _revision(plan: Helhedsplan, dato: date, kladde: bool, aar: int | None) -> Revisionsbilag:
    return revisionsbilag(plan, dato=dato, aar=aar)


ARTER: dict[Papir, Art] = {
    Papir.STATUSRAPPORT: Art(Statuspapir, _status),
    Papir.BOLIGSOCIALE_DATA: Art(Registerdata, _data, har_kladde=False),
    Papir.EFTERSYN: Art(Eftersyn, _eftersyn, har_kladde=False),
    Papir.REVISIONSBILAG: Art(Revisionsbilag, _revision, har_kladde=False, har_aar=True),
    Papir.BUDGET: Art(Budgetpapir, _budget, er_kladde=lambda papir: papir.oversigt.er_kladde),
    Papir.BUDGETOVERSIGT: Art(
        Oekonomioversigt, _oversigt, har_kladde=False, har_aar=True, er_kladde=lambda oversigt: oversigt.er_kladde
    ),
}


def opgoer(plan: Helhedsplan, papir: Papir, *, dato: date, kladde: bool, aar: int | None = None) -> Opgoerelse:
    """Freeze what the page says today."""
    art = ARTER[papir]
    rapport = art.byg(plan, dato, kladde, aar)
    er_kladde = kladde or art.er_kladde(rapport)
    indhold = {"dato": dato.isoformat(), "kladde": er_kladde, "rapport": frys(rapport)}
    if aar:
        indhold["aar"] = aar
    return Opgoerelse(indhold, snapshot.kontrolsum(indhold))


def rapport(papir: Papir, opgoerelse: Opgoerelse) -> Any:
    """The paper's dataclass again. Raises KanIkkeOptoes."""
    return optoe(ARTER[papir].rapport, opgoerelse.indhold["rapport"])

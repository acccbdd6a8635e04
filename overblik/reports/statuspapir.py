"""The board's page as a paper needs it: the same Statusrapport, and behind each criterion its figures and sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aftaler.models import Helhedsplan
from kerne.diagrammer import Kurve
from maalinger.models import Maaling
from maalinger.reports import detaljer, maalkurven
from maalinger.reports.detaljer import Talraekke, som_maalt
from maalinger.reports.kriterier import Kladder
from maalinger.reports.linjer import Linje
from maalinger.rules import Fremskrivning, Maalt
from overblik.reports.statusrapport import Statusrapport, statusrapport


@dataclass(frozen=True)
class Tal:
    """One figure that counts, and where it came from."""

    maalt: Maalt
    kilde: str = ""
    udtraek_dato: date | None = None
    reference_navn: str = ""
    eksempel: bool = False


@dataclass(frozen=True)
class Kriterietal:
    """The figures behind one line. `tabel` is empty where the criterion isn't computed as one series."""

    tal: tuple[Tal, ...] = ()
    tabel: tuple[Talraekke, ...] = ()
    fremskrivning: Fremskrivning | None = None
    reference_navn: str = ""
    maales: str = ""
    naeste: str = ""

    def kurve(self, linje: Linje) -> Kurve | None:
        return maalkurven.maalkurve(
            linje, tuple(et.raekke for et in self.tabel), self.fremskrivning, self.reference_navn
        )


@dataclass(frozen=True)
class Statuspapir:
    """`kriterier` are in the order of the report's own lines."""

    rapport: Statusrapport
    kriterier: tuple[Kriterietal, ...]

    @property
    def par(self) -> tuple[tuple[Linje, Kriterietal], ...]:
        linjer = [linje for omraade in self.rapport.omraader for linje in omraade.linjer]
        return tuple(zip(linjer, self.kriterier, strict=True))


def statuspapir(plan: Helhedsplan, *, dato: date, kladder: Kladder) -> Statuspapir:
    """One query more than the page, however many criteria there are."""
    rapport = statusrapport(plan, dato=dato, kladder=kladder)
    linjer = [linje for omraade in rapport.omraader for linje in omraade.linjer]
    noegler = [et.kriterium.noegle for et in linjer]
    maalinger = Maaling.objects.taellende().af_kriterier(noegler).select_related("omraade")
    pr_kriterium: dict[int, list[Maaling]] = {}
    for maaling in maalinger.aeldste_foerst():
        pr_kriterium.setdefault(maaling.kriterium_id, []).append(maaling)
    tallene = (_kriterietal(plan, et, pr_kriterium.get(et.kriterium.noegle, ()), dato) for et in linjer)
    return Statuspapir(rapport, tuple(tallene))


def _kriterietal(plan: Helhedsplan, linje: Linje, maalinger: Sequence[Maaling], dato: date) -> Kriterietal:
    """Only what the line counts: a measurement that isn't among its figures is on no paper either."""
    taeller = set(linje.maalinger)
    historie = [et for et in reversed(maalinger) if som_maalt(et) in taeller]
    side = detaljer.kriterieside(plan, linje.kriterium, historie, linje.opfoelgning, linje.optalt, dato=dato)
    kilder = {som_maalt(et): et for et in historie}
    return Kriterietal(
        tuple(_tal(linje, et, kilder.get(et)) for et in linje.maalinger),
        side.tabel,
        side.fremskrivning,
        side.reference_navn,
        side.maales,
        side.naeste,
    )


def _tal(linje: Linje, maalt: Maalt, maaling: Maaling | None) -> Tal:
    """A figure that nobody measured was counted up from attendance."""
    if maaling is None:
        optalt = linje.optalt
        return Tal(maalt, detaljer.TALT_OP, eksempel=optalt.har_eksempel) if optalt else Tal(maalt)
    return Tal(maalt, maaling.kilde, maaling.udtraek_dato, maaling.reference_navn, maaling.eksempel)

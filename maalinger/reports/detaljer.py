"""Everything one criterion's own page prints: the line, the figures with their sources, forecast and history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aftaler.models import Helhedsplan
from kerne.datoer import dato_kort
from maalinger.models import Maaling
from maalinger.reports.kriterier import Kriterium
from maalinger.reports.linjer import Linje, bedoem
from maalinger.rules import Fremskrivning, Maalt, Raekke, fremskriv, raekker


@dataclass(frozen=True)
class Talraekke:
    """One row of the table: the rule's row, and where its figure came from."""

    raekke: Raekke
    kilde: str
    eksempel: bool = False


@dataclass(frozen=True)
class Kriterieside:
    """`historie` is newest first. `tabel` is empty where the criterion isn't computed as one series."""

    linje: Linje
    tabel: tuple[Talraekke, ...]
    fremskrivning: Fremskrivning | None
    historie: tuple[Maaling, ...]
    reference_navn: str

    @property
    def har_plan(self) -> bool:
        return any(et.raekke.plan_vaerdi is not None for et in self.tabel)

    @property
    def har_vej(self) -> bool:
        return any(et.raekke.vej is not None for et in self.tabel)

    @property
    def er_andel(self) -> bool:
        return self.linje.opfyldelse.enhed == "procent"


def kriterieside(plan: Helhedsplan, kriterium: Kriterium, historie: Sequence[Maaling], *, dato: date) -> Kriterieside:
    """Put the page together of measurements that were fetched newest first; no queries."""
    ordnet = sorted(historie, key=lambda et: (et.til_dato, et.fra_dato))
    maalinger = tuple(som_maalt(et) for et in ordnet)
    linje = Linje(
        kriterium,
        bedoem(plan, kriterium, maalinger, dato=dato),
        maalinger,
        max((et.registreret_tidspunkt for et in historie), default=None),
        any(et.eksempel for et in historie),
    )
    samlet = not linje.opfyldelse.omraader
    dage = {"dato": dato, "start": plan.start_dato, "slut": plan.slut_dato}
    tabel = raekker(kriterium.laesning, maalinger, **dage) if samlet else ()
    return Kriterieside(
        linje,
        tuple(_talraekke(et, historie) for et in tabel),
        fremskriv(kriterium.laesning, maalinger, **dage) if samlet else None,
        tuple(historie),
        next((et.reference_navn for et in historie if et.reference_navn), ""),
    )


def som_maalt(maaling: Maaling) -> Maalt:
    return Maalt(
        maaling.fra_dato,
        maaling.til_dato,
        maaling.vaerdi,
        maaling.taeller,
        maaling.naevner,
        maaling.omraade.navn if maaling.omraade else None,
        maaling.reference_vaerdi,
    )


def _talraekke(raekke: Raekke, historie: Sequence[Maaling]) -> Talraekke:
    if raekke.er_start:
        return Talraekke(raekke, "Aftalen")
    if raekke.fra != raekke.til:
        return Talraekke(raekke, "Beregnet af årene" if raekke.vaerdi is not None else "")
    bag = [et for et in historie if et.til_dato.year == raekke.til]
    return Talraekke(raekke, "; ".join(dict.fromkeys(_kilde(et) for et in bag)), any(et.eksempel for et in bag))


def _kilde(maaling: Maaling) -> str:
    return f"{maaling.kilde}, {dato_kort(maaling.udtraek_dato)}" if maaling.udtraek_dato else maaling.kilde

"""One case over several bodies: every treatment with its day, who was away, and what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from kerne.datoer import dato
from moeder.models import Behandling, Beslutning, Fremmoede, Punktfravaer
from moeder.statuses import Fremmoedeart, Moedetilstand, Punktart

VAEK = {Fremmoedeart.AFBUD: "afbud", Fremmoedeart.FRAVAERENDE: "udeblev"}


@dataclass(frozen=True)
class Behandlingslinje:
    """One treatment. `fravaer` is a sentence; `beslutninger` are (number, words)."""

    dato: str
    organ: str
    titel: str
    art: str
    artsord: str
    lukket: bool
    kode: str
    punkt: int
    tilstand: str
    fravaer: str
    beslutninger: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Sagsforloeb:
    saetning: str
    linjer: tuple[Behandlingslinje, ...]


def forloebet(
    behandlinger: Sequence[Behandling],
    fremmoede: Sequence[Fremmoede],
    fravaer: Sequence[Punktfravaer],
    beslutninger: Sequence[Beslutning],
    *,
    nu: datetime,
    hvad: str = "Sagen",
) -> Sagsforloeb:
    """The treatments of `hvad` on agendas that the reader sees, oldest first; the rows with `person`."""
    linjer = tuple(
        _linje(
            et,
            [raekke for raekke in fremmoede if raekke.moede_id == et.moede_id],
            [raekke for raekke in fravaer if raekke.behandling_id == et.pk],
            [raekke for raekke in beslutninger if raekke.behandling_id == et.pk],
            nu,
        )
        for et in behandlinger
    )
    organer = list(dict.fromkeys(et.organ for et in linjer))
    return Sagsforloeb(_saetning(hvad, len(linjer), organer), linjer)


def _saetning(hvad: str, antal: int, organer: list[str]) -> str:
    if not antal:
        return f"{hvad} står ikke på en dagsorden endnu."
    gange = "én gang" if antal == 1 else f"{antal} gange"
    hvor = organer[0] if len(organer) == 1 else f"{', '.join(organer[:-1])} og {organer[-1]}"
    return f"{hvad} er sat på dagsordenen {gange}, i {hvor}."


def _linje(
    punkt: Behandling,
    fremmoede: list[Fremmoede],
    fravaer: list[Punktfravaer],
    beslutninger: list[Beslutning],
    nu: datetime,
) -> Behandlingslinje:
    moede = punkt.moede
    kommer = moede.begynder > nu and moede.tilstand in (Moedetilstand.KLADDE, Moedetilstand.INDKALDT)
    ord_ = "Holdt" if moede.tilstand == Moedetilstand.AFSLUTTET else moede.get_tilstand_display()
    return Behandlingslinje(
        dato=dato(timezone.localtime(moede.begynder)),
        organ=str(moede.organ),
        titel=punkt.titel,
        art=punkt.art,
        artsord=Punktart(punkt.art).label,
        lukket=punkt.lukket,
        kode=moede.kode,
        punkt=punkt.pk,
        tilstand="Kommer" if kommer else ord_,
        fravaer=_fravaer(fremmoede, fravaer),
        beslutninger=tuple((et.nr, et.tekst) for et in beslutninger),
    )


def _fravaer(fremmoede: list[Fremmoede], fravaer: list[Punktfravaer]) -> str:
    """ "Fraværende: Inge Kirk (afbud), Bent Aagaard (inhabil)." """
    dele = [f"{et.person} ({VAEK[Fremmoedeart(et.art)]})" for et in fremmoede if et.art in VAEK]
    dele += [f"{et.person} ({'inhabil' if et.inhabil else 'ude under punktet'})" for et in fravaer]
    return f"Fraværende: {', '.join(dele)}." if dele else ""

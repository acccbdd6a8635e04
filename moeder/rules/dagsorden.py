"""The agenda: its clock, its order, and what may be open."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kerne.datoer import klokkeslaet
from moeder.statuses import DAGSORDEN_AABEN, Moedetilstand, Punktart

LUKKET_MOEDE = "Mødet er {tilstand}. Dagsordenen kan ikke ændres mere."
FREMMED_PUNKT = "Punktet står på et andet mødes dagsorden."


@dataclass(frozen=True)
class Punkttid:
    """One item as the clock sees it; `art` is B, D or O."""

    noegle: int
    art: str
    minutter: int


def hvorfor_laast(tilstand: str) -> str:
    """Regel dagsorden-laast: et møde, der er afsluttet eller aflyst, ændrer ikke sin dagsorden."""
    if Moedetilstand(tilstand) in DAGSORDEN_AABEN:
        return ""
    return LUKKET_MOEDE.format(tilstand=Moedetilstand(tilstand).label.lower())


def klokken(
    begynder: datetime, punkter: Iterable[Punkttid], synlige: Collection[int]
) -> dict[int, tuple[int, datetime | None]]:
    """Regel dagsordenens-ur: et punkt begynder, når de foregående er færdige; efter et skjult siges det ikke.

    key → (number, start). The time after a closed item would tell how long it takes.
    """
    ur: datetime | None = begynder
    tider = {}
    for nr, punkt in enumerate(punkter, 1):
        tider[punkt.noegle] = (nr, ur)
        ur = ur + timedelta(minutes=punkt.minutter) if ur and punkt.noegle in synlige else None
    return tider


def tiden_i_ord(begynder: datetime, slutter: datetime, punkter: Sequence[Punkttid]) -> tuple[str, str]:
    """Regel dagsordenens-sum: punkternes minutter lægges sammen og holdes op mod mødets; er der for mange, siges det.

    The sentence, and a warning or the empty string.
    """
    i_alt, sat = sum(et.minutter for et in punkter), int((slutter - begynder).total_seconds()) // 60
    slut = klokkeslaet(begynder + timedelta(minutes=i_alt)).removeprefix("kl.\u00a0")
    saetning = f"{i_alt} min. af {sat}. Slutter {slut}."
    for_mange = i_alt - sat
    advarsel = f"Punkterne tager {for_mange} minutter mere, end mødet er sat til." if for_mange > 0 else ""
    return saetning, advarsel


def tiden_paa_art(punkter: Iterable[Punkttid]) -> str:
    """ "Beslutning 70 min., drøftelse 30 min."; kinds without items are left out."""
    minutter = Counter[str]()
    for et in punkter:
        minutter[et.art] += et.minutter
    dele = [f"{art.label.lower()} {minutter[art]} min." for art in Punktart if minutter[art]]
    return ", ".join(dele)[:1].upper() + ", ".join(dele)[1:]


def flyttet(raekkefoelge: Sequence[int], punkt: int, *, op: bool) -> list[int]:
    """Regel dagsordenens-raekkefoelge: et punkt bytter plads med naboen, og det yderste bliver stående."""
    ny = list(raekkefoelge)
    her = ny.index(punkt)
    der = her - 1 if op else her + 1
    if 0 <= der < len(ny):
        ny[her], ny[der] = ny[der], ny[her]
    return ny


def fejl_i_aabent_punkt(*, lukket: bool, sagen_er_lukket: bool) -> str:
    """Regel lukket-sag: en sag, der har været behandlet lukket, kan ikke stå på et åbent punkt."""
    if lukket or not sagen_er_lukket:
        return ""
    return "Sagen har været behandlet for lukkede døre. Gør punktet lukket, eller skriv det som en ny sag."


def fejl_i_aabent_bilag(*, lukket: bool, punktet_er_lukket: bool) -> str:
    """Regel lukket-bilag: et bilag til et lukket punkt er selv lukket."""
    if lukket or not punktet_er_lukket:
        return ""
    return "Punktet er lukket, så bilaget er det også. Gør punktet åbent først, hvis bilaget må ses af alle."

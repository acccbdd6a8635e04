"""What waits for a person, put in order: what is late, what comes within a week, the rest. Pure: the day is given."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from aftaler.rules.frister import dage, laeg_maaneder
from kerne import datoer
from overblik.rules.stilling import stort, talord
from overblik.statuses import Pligt

UGE = timedelta(days=7)
EFTER_SLUT = 24  # months after its end in which a plan still has duties (accounts, letters)


class Hast(StrEnum):
    FORSINKET = "Forsinket"
    SNART = "De næste syv dage"
    SENERE = "Senere"
    UDEN_DATO = "Uden dato"


@dataclass(frozen=True)
class Ting:
    """One thing to do, verb first: why, in which plan, and where it is done. `dato` None: nobody has set a day.

    `kending` tells it from others with the same address. `i_mail` stands in a mail in place of `hvad`: a mail leaves
    the house, so it never holds the words of a closed item.
    """

    hvad: str
    hvorfor: str
    plan: str
    url: str
    dato: date | None = None
    hvornaar: str = ""
    pligt: Pligt = field(kw_only=True)
    kending: str = field(default="", kw_only=True)
    i_mail: str = field(default="", kw_only=True)

    @property
    def noegle(self) -> str:
        """The same thing with the same date has the same key from day to day; a moved one is another."""
        return f"{self.pligt} {self.url} {self.kending} {self.dato or ''}"


@dataclass(frozen=True)
class Gruppe:
    hast: Hast
    ting: tuple[Ting, ...]

    @property
    def er_forsinket(self) -> bool:
        return self.hast == Hast.FORSINKET


def hast(dato: date | None, dag: date) -> Hast:
    """Regel hvad-haster: det, hvis dag er gået, er forsinket; det inden for syv dage kommer først; resten er senere."""
    if dato is None:
        return Hast.UDEN_DATO
    if dato < dag:
        return Hast.FORSINKET
    return Hast.SNART if dato <= dag + UGE else Hast.SENERE


def i_orden(ting: Iterable[Ting], dag: date) -> tuple[Gruppe, ...]:
    """Grouped by haste, each by date; without a date by plan and name."""
    grupper: dict[Hast, list[Ting]] = {et: [] for et in Hast}
    for et in ting:
        grupper[hast(et.dato, dag)].append(et)
    return tuple(
        Gruppe(en, tuple(sorted(liste, key=lambda et: (et.dato or date.max, et.plan, et.hvad))))
        for en, liste in grupper.items()
        if liste
    )


def overskrift(antal: int) -> str:
    """ "Syv ting venter på dig"; a page with nothing on it says so."""
    if not antal:
        return "Intet venter på dig"
    return f"{'Én' if antal == 1 else stort(talord(antal))} ting venter på dig"


def om_dage(dato: date, dag: date) -> str:
    """ "i dag", "i morgen", "om 5 dage", "32 dage siden"."""
    antal = (dato - dag).days
    if antal in (-1, 0, 1):
        return {-1: "i går", 0: "i dag", 1: "i morgen"}[antal]
    return f"om {dage(antal)}" if antal > 0 else f"{dage(-antal)} siden"


def har_pligter(*, slut: date, dag: date) -> bool:
    """Regel pligter-efter-slut: frister og milepæle minder om sig selv til to år efter planens slutning."""
    return dag <= laeg_maaneder(slut, EFTER_SLUT)


def navne(ordene: Iterable[str], hoejst: int = 3) -> str:
    """ "Fraflytning, Karakterer og 2 til"."""
    alle = list(dict.fromkeys(ordene))
    if len(alle) > hoejst:
        return f"{', '.join(alle[:hoejst])} og {len(alle) - hoejst} til"
    return alle[0] if len(alle) == 1 else f"{', '.join(alle[:-1])} og {alle[-1]}"


def dagen(dato: date, dag: date) -> str:
    return datoer.dato(dato, uden_aar=dag.year)

"""When an activity has stood still: nobody has touched it for long, though it should be under way. Pure."""

from dataclasses import dataclass
from datetime import date

from aftaler.statuses import Aktivitetsstatus
from kerne import datoer

DAGE = 90  # the site's default
SKAL_LEVE = frozenset({Aktivitetsstatus.PLANLAGT, Aktivitetsstatus.I_GANG, Aktivitetsstatus.FORSINKET})


@dataclass(frozen=True)
class Aktivitetsspor:
    """All that the rule looks at: `roert` is the last day that anybody did something with it, None never."""

    navn: str
    start: date
    slut: date
    roert: date | None
    status_sat: str = ""


@dataclass(frozen=True)
class Stilstand:
    dage: int
    saetning: str


def stilstand(spor: Aktivitetsspor, dag: date, *, graense: int = DAGE) -> Stilstand | None:
    """Regel aktiviteten-staar-stille: er en aktivitet i gang, og har ingen rørt den i 90 dage, siges det.

    The days are counted from the last touch, or from its beginning when that is later. What somebody has put on hold or
    ended is no standstill.
    """
    if (spor.status_sat and spor.status_sat not in SKAL_LEVE) or not spor.start <= dag <= spor.slut:
        return None
    siden = max(spor.start, spor.roert or spor.start)
    dage = (dag - siden).days
    if dage < graense:
        return None
    if spor.roert and spor.roert >= spor.start:
        return Stilstand(dage, f"{spor.navn}: Intet er skrevet siden {datoer.dato(spor.roert)}, {dage} dage.")
    return Stilstand(dage, f"{spor.navn}: Intet er skrevet, siden den begyndte {datoer.dato(spor.start)}, {dage} dage.")

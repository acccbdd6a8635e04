"""What is due: which deadlines and milestones a reader is told of, and in which order. Pure: the day is given."""

from collections.abc import Iterable
from datetime import date, timedelta

from aftaler.rules.frister import Tidsstand, tidsstand
from overblik.rules.stilling import stort, talord

HORISONT = timedelta(days=90)


def er_med(senest: date, gjort: date | None, dag: date) -> bool:
    """Regel naeste-90-dage: det, der er over tiden, og det, der skal ske de næste 90 dage, vises, til det er gjort."""
    stand = tidsstand(senest, gjort, dag)
    return stand == Tidsstand.OVER_TIDEN or (stand == Tidsstand.KOMMER and senest <= dag + HORISONT)


def i_ord(standene: Iterable[Tidsstand]) -> str:
    """ "Én frist er over tiden, og tre kommer de næste 90 dage." """
    alle = list(standene)
    sene, kommer = alle.count(Tidsstand.OVER_TIDEN), alle.count(Tidsstand.KOMMER)
    if not alle:
        return "Ingen frist er over tiden, og ingen kommer de næste 90 dage."
    led = ["Ingen frist er over tiden"]
    if sene:
        led = [f"{stort(_antal(sene))} {'frist' if sene == 1 else 'frister'} er over tiden"]
    led.append(f"{_antal(kommer)} kommer de næste 90 dage" if kommer else "ingen kommer de næste 90 dage")
    return f"{', og '.join(led)}."


def _antal(antal: int) -> str:
    return "én" if antal == 1 else talord(antal)

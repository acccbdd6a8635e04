"""The quarterly delivery: which quarters there are, who should answer, and what an answer must say. Pure."""

from datetime import date

from aftaler.laesning import Pr
from kerne import datoer
from maalinger.rules.optaelling import Periode, perioder
from maalinger.statuses import Leveringsgrad


def kvartaler(start: date, slut: date, *, i_dag: date) -> list[Periode]:
    """Regel leverance-hvert-kvartal: hvert kvartal i planen gøres op, fra det begynder; det nyeste står først."""
    return list(reversed(perioder(start, min(slut, i_dag), Pr.KVARTAL)))


def skal_svare(start: date | None, slut: date | None, kvartal: Periode) -> bool:
    """Regel leverance-af-dem-i-gang: en aktivitet svarer for de kvartaler, den er i gang; uden datoer for dem alle."""
    return (start is None or start <= kvartal.til) and (slut is None or slut >= kvartal.fra)


def fejl_i_svaret(grad: str, planlagt: str, leveret: str, aarsag: str) -> dict[str, str]:
    """Regel leverance-afvigelse-har-grund: det siges, hvad der skulle leveres, og hvorfor, når det gik anderledes."""
    fejl = {}
    if not planlagt.strip():
        fejl["planlagt"] = "Skriv, hvad der skulle leveres i kvartalet."
    if grad in (Leveringsgrad.FULDT, Leveringsgrad.DELVIST) and not leveret.strip():
        fejl["leveret"] = "Skriv, hvad der blev leveret."
    if grad and grad != Leveringsgrad.FULDT and not aarsag.strip():
        fejl["aarsag"] = "Skriv, hvorfor det ikke blev leveret som aftalt."
    return fejl


def hvornaar(kvartal: Periode, *, i_dag: date) -> str:
    """What a quarter's heading says: that it runs, or that it is over and answers are due."""
    slutter = datoer.dato(kvartal.til)
    return f"Kvartalet sluttede {slutter}." if kvartal.til < i_dag else f"Kvartalet slutter {slutter}."

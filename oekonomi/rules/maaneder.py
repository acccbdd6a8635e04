"""Months of a plan and of its years: how many there are, and how many are gone on a day."""

from calendar import monthrange
from datetime import date


def maaneder(fra: date, til: date) -> int:
    """Calendar months that the period touches, both ends with; 0 when it ends before it begins."""
    return max(0, (til.year - fra.year) * 12 + til.month - fra.month + 1)


def i_aaret(aar: int, start: date, slut: date) -> int:
    """The months of the plan that lie in the year."""
    return maaneder(max(start, date(aar, 1, 1)), min(slut, date(aar, 12, 31)))


def gaaede(start: date, slut: date, dag: date) -> int:
    """Whole months of the period that are over on `dag`: a month counts from its last day on."""
    if dag >= slut:
        return maaneder(start, slut)
    sidste = monthrange(dag.year, dag.month)[1]
    hele = maaneder(start, dag) - (0 if dag.day == sidste else 1)
    return max(0, min(hele, maaneder(start, slut)))


def gaaede_i_aaret(aar: int, start: date, slut: date, dag: date) -> int:
    """Whole months of the plan's part of the year that are over on `dag`."""
    fra, til = max(start, date(aar, 1, 1)), min(slut, date(aar, 12, 31))
    return gaaede(fra, til, dag) if fra <= til else 0

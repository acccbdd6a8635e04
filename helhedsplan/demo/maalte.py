"""Rows of invented measurements."""

from datetime import date

from helhedsplan.demo.former import Maalt


def aarlig(start: int, *vaerdier: str, kommune: tuple[str, ...] = (), omraade: str = "") -> tuple[Maalt, ...]:
    """One figure a year, drawn in April the year after; `kommune` are the kommune's own for the same years."""
    return tuple(
        Maalt(
            fra=start + n,
            vaerdi=vaerdi,
            reference=kommune[n] if n < len(kommune) else None,
            udtraek=date(start + n + 1, 4, 6),
            omraade=omraade,
        )
        for n, vaerdi in enumerate(vaerdier)
    )

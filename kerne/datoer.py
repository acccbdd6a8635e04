"""Dates, windows and times as Danes write them. Pure: no clock and no time zone; give it local times.

A no-break space (U+00A0) stands between day and month, and before the dash of a period, so neither starts a line.
"""

from datetime import date, datetime, time

from kerne.talformat import FAST_MELLEMRUM

MAANEDER = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
            "december")  # fmt: skip
KORTE_MAANEDER = ("jan.", "feb.", "mar.", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec.")


def dag(d: date) -> str:
    """Day and month, for when the year is beyond doubt: "15. juni"."""
    return f"{d.day}.{FAST_MELLEMRUM}{MAANEDER[d.month - 1]}"


def dato(d: date, *, uden_aar: int | None = None) -> str:
    """ "15. juni 2022"; without the year when it is `uden_aar` (the year everybody is in)."""
    return dag(d) if d.year == uden_aar else f"{dag(d)} {d.year}"


def dato_kort(d: date) -> str:
    """For tables: "24. nov. 2021"."""
    return f"{d.day}.{FAST_MELLEMRUM}{KORTE_MAANEDER[d.month - 1]} {d.year}"


def periode(fra: date | None, til: date | None) -> str:
    """ "1. maj 2019 – 30. april 2023", "1. januar – 31. marts 2022"; an open end is said in words, nothing is empty."""
    if fra and til:
        return f"{dato(fra, uden_aar=til.year)}{FAST_MELLEMRUM}– {dato(til)}"
    if fra:
        return f"fra {dato(fra)}"
    return f"til {dato(til)}" if til else ""


def aarsvindue(fra: int | None, til: int | None) -> str:
    """Whole years: "2013–2017", "2022", "fra 2020", "til 2022" or the empty string."""
    if fra and til:
        return str(fra) if fra == til else f"{fra}–{til}"
    if fra:
        return f"fra {fra}"
    return f"til {til}" if til else ""


def aarsliste(aar: tuple[int, ...]) -> str:
    """Years as they hang together: "2020–2021", "2020 og 2022", "2019, 2020 og 2022"."""
    if not aar:
        return ""
    if aar == tuple(range(aar[0], aar[-1] + 1)):
        return aarsvindue(aar[0], aar[-1])
    return f"{', '.join(map(str, aar[:-1]))} og {aar[-1]}"


def er_hele_aar(fra: date, til: date) -> bool:
    """True when the window runs from a 1 January to a 31 December."""
    return (fra.month, fra.day) == (1, 1) and (til.month, til.day) == (12, 31)


def maaleperiode(fra: date, til: date) -> str:
    """What a figure covers: "2021", "2020–2021", "pr. 31. marts 2022", or the dates."""
    if fra == til:
        return f"pr.{FAST_MELLEMRUM}{dato(til)}"
    if er_hele_aar(fra, til):
        return aarsvindue(fra.year, til.year)
    return periode(fra, til)


def klokkeslaet(t: time | datetime) -> str:
    """ "kl. 13.00"."""
    return f"kl.{FAST_MELLEMRUM}{t:%H.%M}"


def tidsrum(fra: time | datetime, til: time | datetime) -> str:
    """ "13.00–15.00"."""
    return f"{fra:%H.%M}–{til:%H.%M}"


def tidspunkt(t: datetime) -> str:
    """ "15. juni 2022 kl. 13.00"."""
    return f"{dato(t)} {klokkeslaet(t)}"

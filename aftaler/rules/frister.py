"""Deadlines: how one stands on a day, in words, and which ones an agreement makes. Pure: the day is given."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from aftaler.models.frist import Fristart
from kerne import datoer, talformat

NAERT = timedelta(days=90)  # so near that the number of days helps the reader
MAANEDER_FOER_SLUT = 18  # CFBU: begin about a year and a half before the next plan (domain.md 1.3)
EFTER_SLUT = 24  # months after the plan's end in which its last accounts and letters may still be due
FOER_START = 12  # months before the start in which something may be done early


class Tidsstand(StrEnum):
    GJORT = "gjort"
    KOMMER = "kommer"
    OVER_TIDEN = "over_tiden"


@dataclass(frozen=True)
class Aftalt:
    """A delaftale as its deadlines need it: `noegle` is the row's key, `nr` LBF's number, and its own dates."""

    noegle: int
    nr: str
    start: date
    slut: date


@dataclass(frozen=True)
class Fristforslag:
    """A deadline that the agreement makes. `delaftale` is a row's key, None for the whole plan."""

    art: Fristart
    navn: str
    dato: date
    delaftale: int | None = None


def tidsstand(senest: date, gjort: date | None, dag: date) -> Tidsstand:
    """Regel over-tiden: det, der ikke er gjort, er først over tiden dagen efter sin frist."""
    if gjort is not None:
        return Tidsstand.GJORT
    return Tidsstand.OVER_TIDEN if dag > senest else Tidsstand.KOMMER


def dage(antal: int) -> str:
    """ "1 dag", "369 dage", "2.901 dage"."""
    return f"{talformat.tal(antal)} {'dag' if antal == 1 else 'dage'}"


def i_ord(senest: date, gjort: date | None, dag: date, *, gjort_ord: str = "Udført") -> str:
    """One sentence: "Skulle være færdig 1. oktober 2017, 369 dage siden." `gjort_ord` is how doing it is called."""
    if gjort is not None:
        sent = f", {dage((gjort - senest).days)} efter fristen {datoer.dato(senest)}" if gjort > senest else ""
        return f"{gjort_ord} {datoer.dato(gjort)}{sent}."
    if dag > senest:
        return f"Skulle være {_tillaeg(gjort_ord)} {datoer.dato(senest)}, {dage((dag - senest).days)} siden."
    if dag == senest:
        return "Senest i dag."
    naer = f", om {dage((senest - dag).days)}" if senest - dag <= NAERT else ""
    return f"Senest {datoer.dato(senest)}{naer}."


def planens_frister(start: date, slut: date, delaftaler: Sequence[Aftalt]) -> list[Fristforslag]:
    """Regel planens-frister: delaftaler gennemgås hvert år, eftersynet er efter et år, næste plan 18 måneder før slut.

    Eftersyn: O15, S003. Yearly review and 18 months: the agreements' own practice and CFBU (domain.md 1.3, 1.5).
    """
    ud = [
        Fristforslag(Fristart.GENNEMGANG, f"Gennemgang af delaftale {et.nr} efter {_aar(nr)}", dag, et.noegle)
        for et in delaftaler
        for nr, dag in _aarsdage(et.start, et.slut)
    ]
    eftersyn = laeg_maaneder(start, 12)
    if eftersyn <= slut:
        ud.append(Fristforslag(Fristart.EFTERSYN, "Ét-års-eftersyn med Landsbyggefonden", eftersyn))
    afslutning = laeg_maaneder(slut, -MAANEDER_FOER_SLUT)
    if afslutning > start:
        navn = "Halvandet år til planen slutter: vælg, hvad der føres videre"
        ud.append(Fristforslag(Fristart.AFSLUTNING, navn, afslutning))
    return sorted(ud, key=lambda et: (et.dato, et.navn))


def mangler_ved_fristdato(dato: date, *, start: date, slut: date) -> str:
    """Regel frist-i-planen: en frist ligger tidligst ved planens start og senest to år efter dens slutning.

    The sentence that stands in the way; empty when the date is fine.
    """
    sidste = laeg_maaneder(slut, EFTER_SLUT)
    if start <= dato <= sidste:
        return ""
    return f"Fristen skal ligge mellem planens start {datoer.dato(start)} og {datoer.dato(sidste)}."


def mangler_ved_gjort(gjort: date, *, start: date, dag: date) -> str:
    """Regel gjort-er-sket: det, der er gjort, er gjort i dag eller før, og højst et år før planens start."""
    if gjort > dag:
        return "Datoen ligger i fremtiden. Skriv den dag, det blev gjort."
    if gjort < laeg_maaneder(start, -FOER_START):
        return "Datoen ligger mere end et år før planens start. Er årstallet rigtigt?"
    return ""


def laeg_maaneder(d: date, antal: int) -> date:
    """The same day of the month so many months later; the month's last day where it has no such day."""
    nr = d.year * 12 + d.month - 1 + antal
    aar, maaned = nr // 12, nr % 12 + 1
    return date(aar, maaned, min(d.day, monthrange(aar, maaned)[1]))


def _aarsdage(start: date, slut: date) -> list[tuple[int, date]]:
    """The anniversaries inside the period, numbered from 1; the end itself is no anniversary."""
    dage_ = [(nr, laeg_maaneder(start, 12 * nr)) for nr in range(1, slut.year - start.year + 1)]
    return [(nr, dag) for nr, dag in dage_ if dag <= slut]


def _aar(antal: int) -> str:
    return f"{antal}{talformat.FAST_MELLEMRUM}år"


def _tillaeg(gjort_ord: str) -> str:
    """What it should have been by then: "Udført" is told as "færdig", everything else as it is called."""
    return "færdig" if gjort_ord == "Udført" else gjort_ord.lower()

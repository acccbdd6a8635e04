"""When a meeting can be held, what it is called, and whether a body meets as often as its kommissorium says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.text import slugify

from kerne.datoer import dato, klokkeslaet, tidsrum
from moeder.statuses import OVERGANGE, Moedetilstand

_BOGSTAVER = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


@dataclass(frozen=True)
class Tid:
    """When a meeting is, in local time."""

    begynder: datetime
    slutter: datetime


def kan_skifte(fra: str, til: Moedetilstand) -> bool:
    return til in OVERGANGE[Moedetilstand(fra)]


def fejl_i_tiden(tid: Tid, *, nu: datetime, organ: str, andre: Sequence[Tid]) -> dict[str, str]:
    """Regel moede-tid: et møde ligger i fremtiden, slutter efter det begynder, og et organ er ét sted ad gangen.

    The sentences stand at the form's fields: dato, fra_kl, til_kl.
    """
    if tid.slutter <= tid.begynder:
        begynder = klokkeslaet(tid.begynder)
        return {"til_kl": f"Mødet begynder {begynder}. Skriv et klokkeslæt, der ligger efter."}
    if tid.begynder <= nu:
        return {"dato": "Mødet ligger før nu. Vælg en dag og et klokkeslæt, der kommer."}
    i_vejen = next((et for et in andre if et.begynder < tid.slutter and tid.begynder < et.slutter), None)
    if i_vejen:
        hvornaar = f"{dato(i_vejen.begynder)} kl. {tidsrum(i_vejen.begynder, i_vejen.slutter)}"
        return {"fra_kl": f"{organ} har allerede møde {hvornaar}. Vælg en anden tid, eller ret det møde."}
    return {}


def fejl_i_stedet(sted: str, videolink: str) -> str:
    """Regel moede-sted: et møde har et sted, et videolink eller begge dele."""
    return "" if sted.strip() or videolink else "Skriv, hvor mødet holdes, eller sæt et videolink."


def hvorfor_ikke_svare(tilstand: str, *, begynder: datetime, nu: datetime) -> str:
    """Regel svar-foer-moedet: en indkaldelse kan besvares, og svaret ændres, til mødet begynder eller aflyses."""
    if tilstand == Moedetilstand.AFLYST:
        return "Mødet er aflyst."
    if tilstand != Moedetilstand.INDKALDT or begynder <= nu:
        return "Mødet er begyndt, så svaret kan ikke ændres mere."
    return ""


def to_steder(navne: Collection[str], organ: str, hvornaar: str) -> str:
    """Regel person-to-steder: den, der skal til to møder på samme tid, bliver nævnt; møderne kan stadig holdes.

    `hvornaar` is the other meeting's time in words; nobody is the empty string.
    """
    if not navne:
        return ""
    alle = sorted(navne)
    hvem = alle[0] if len(alle) == 1 else f"{', '.join(alle[:-1])} og {alle[-1]}"
    return f"{hvem} skal også til møde i {organ} {hvornaar}. Flyt det ene møde, eller aftal en stedfortræder."


def moedekode(organ: str, dag: date, optagne: Collection[str]) -> str:
    """Regel moede-kode: et møde hedder organets navn og dagen, og to møder hedder aldrig det samme.

    "bestyrelsen-2021-03-11", then "bestyrelsen-2021-03-11-2".
    """
    stamme = slugify(organ.translate(_BOGSTAVER))[:60].strip("-") or "moede"
    kode = foerste = f"{stamme}-{dag:%Y-%m-%d}"
    nr = 2
    while kode in optagne:
        kode, nr = f"{foerste}-{nr}", nr + 1
    return kode


def rytmen_mangler(*, mindst: int | None, aar: int, holdte: int, kommende: int) -> str:
    """Regel moederytme: et organ holder så mange møder om året, som kommissoriet siger; ellers siges det.

    Meetings that are called or planned count as coming; an empty string means that the rhythm is kept.
    """
    if mindst is None or holdte + kommende >= mindst:
        return ""
    har_vaeret = f"har der været {_antal(holdte)}" if holdte else "har der ikke været noget"
    er_sat = f"{_antal(kommende)} er sat" if kommende else "der er ikke sat flere" if holdte else "der er ikke sat et"
    return f"Kommissoriet siger {_antal(mindst)} om året. I {aar} {har_vaeret}, og {er_sat}."


def naeste_dage(fra: date, *, maaneder_imellem: int, til: date) -> list[date]:
    """Regel moederaekke: næste møde ligger rækkens antal måneder efter det forrige, på samme ugedag og højst til `til`.

    The day after `fra` is the first to count; the weekday in the month is kept ("second Tuesday").
    """
    dage, nr = [], 1
    while (dag := _samme_ugedag(fra, nr * maaneder_imellem)) <= til:
        dage.append(dag)
        nr += 1
    return dage


def _samme_ugedag(fra: date, maaneder: int) -> date:
    """The same weekday of the month, so and so many months later; a fifth one that is not there is the fourth."""
    nummer, samlet = (fra.day - 1) // 7, fra.month - 1 + maaneder
    aar, maaned = fra.year + samlet // 12, samlet % 12 + 1
    foerste = date(aar, maaned, 1)
    dag = 1 + (fra.weekday() - foerste.weekday()) % 7 + 7 * nummer
    return date(aar, maaned, dag) if dag <= _sidste_dag(aar, maaned) else date(aar, maaned, dag - 7)


def _sidste_dag(aar: int, maaned: int) -> int:
    naeste = date(aar + maaned // 12, maaned % 12 + 1, 1)
    return (naeste - date(aar, maaned, 1)).days


def _antal(antal: int) -> str:
    return f"{antal} møde" if antal == 1 else f"{antal} møder"

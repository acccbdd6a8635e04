"""Tasks: what one must say, when it is late, and which stand on the next agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kerne.datoer import dato


@dataclass(frozen=True)
class Lovet:
    """A task as the rules see it."""

    noegle: int
    frist: date
    udfoert: date | None = None


def fejl_i_opgaven(*, tekst: str, har_ejer: bool, frist: date | None, givet: date) -> dict[str, str]:
    """Regel opgave-har-ejer-og-dato: en opgave siger hvad, hvem og senest hvornår."""
    fejl = {}
    if not tekst.strip():
        fejl["tekst"] = "Skriv, hvad der skal gøres."
    if not har_ejer:
        fejl["ejer"] = "Vælg, hvem der gør det. En opgave uden navn bliver ikke gjort."
    if frist is None:
        fejl["frist_dato"] = "Skriv, hvornår det senest skal være gjort, fx 01.07.2022."
    elif frist < givet:
        fejl["frist_dato"] = f"Fristen ligger før den dag, opgaven blev givet, {dato(givet)}."
    return fejl


def fejl_i_udfoerelsen(gjort: date, *, i_dag: date, er_gjort: bool) -> str:
    """Regel opgave-goeres-en-gang: en opgave er gjort én gang, senest i dag."""
    if er_gjort:
        return "Opgaven er allerede gjort."
    return "Dagen ligger i fremtiden. Skriv den dag, opgaven blev gjort." if gjort > i_dag else ""


def er_forsinket(opgave: Lovet, dag: date) -> bool:
    """Regel opgave-forsinket: en opgave er forsinket, når fristen er overskredet, og den ikke er gjort."""
    return opgave.udfoert is None and opgave.frist < dag


def i_orden(opgaver: Iterable[Lovet]) -> list[Lovet]:
    """Regel aabne-opgaver-foerst: de åbne står først efter frist, derefter de gjorte med den nyeste øverst."""
    alle = list(opgaver)
    aabne = sorted((et for et in alle if et.udfoert is None), key=lambda et: (et.frist, et.noegle))
    gjorte = [(et.udfoert, et.noegle, et) for et in alle if et.udfoert is not None]
    return aabne + [et for _, _, et in sorted(gjorte, key=lambda par: par[:2], reverse=True)]


def fristord(opgave: Lovet, dag: date) -> str:
    """ "senest 1. juli 2022", "Forsinket, skulle være gjort 1. juli 2022", "gjort 28. juni 2022"."""
    if opgave.udfoert:
        return f"Gjort {dato(opgave.udfoert)}"
    if er_forsinket(opgave, dag):
        return f"Forsinket, skulle være gjort {dato(opgave.frist)}"
    return f"Senest {dato(opgave.frist)}"

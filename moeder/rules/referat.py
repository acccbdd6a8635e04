"""The referat's way: who reads it when, what it may become, and who approves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kerne.datoer import klokkeslaet
from moeder.statuses import REFERATETS_OVERGANGE, Moedetilstand, Referattilstand

FORSLAGSREGEL = "referat-til-godkendelse"
LAENGSTE_FRIST = 30  # working days


@dataclass(frozen=True)
class Laeser:
    """What the reader is to the meeting's body."""

    leder: bool
    i_organet: bool
    ser_kladder: bool = False


def kan_laeses(tilstand: str, laeser: Laeser) -> bool:
    """Regel referat-laeses: kladden af den, der skriver, det udsendte af organet, det godkendte af alle i planen."""
    if laeser.leder or tilstand == Referattilstand.GODKENDT:
        return True
    return tilstand == Referattilstand.TIL_KOMMENTERING and (laeser.i_organet or laeser.ser_kladder)


def hvorfor_ikke_endnu(moedetilstand: str, tilstand: str | None) -> str:
    """What somebody who may not read it yet is told."""
    if moedetilstand == Moedetilstand.AFLYST:
        return "Mødet er aflyst, så der er ikke noget referat."
    if moedetilstand != Moedetilstand.AFSLUTTET:
        return "Mødet er ikke afsluttet. Referatet kommer bagefter."
    if tilstand == Referattilstand.TIL_KOMMENTERING:
        return "Referatet er sendt til mødets deltagere. Det kan læses af alle, når det er godkendt."
    return "Referatet er under udarbejdelse. Det kan læses, når det er sendt ud."


def hvorfor_ikke_skifte(fra: str, til: Referattilstand) -> str:
    """Regel referatets-vej: kladde, til kommentering, godkendt; et godkendt referat ændres kun med en tilføjelse."""
    if til in REFERATETS_OVERGANGE[Referattilstand(fra)]:
        return ""
    if fra == Referattilstand.GODKENDT:
        return "Referatet er godkendt. Skriv en tilføjelse i stedet."
    if fra == Referattilstand.KLADDE:
        return "Referatet er ikke sendt ud endnu."
    return "Referatet er allerede sendt ud."


def fejl_i_fristen(frist: date | None, i_dag: date) -> str:
    """Regel kommentarfrist: et referat sendes ud med en dag, som kommentarerne skal være inde."""
    if frist is None:
        return "Skriv, hvornår kommentarerne senest skal være inde."
    return "Dagen er gået. Giv dem, der skal læse, tid til det." if frist < i_dag else ""


def hvorfor_ikke_godkende(tilstand: str, *, i_organet: bool, har_godkendt: bool) -> str:
    """Regel referat-godkendes-af-organet: den, der sidder i organet, godkender den udgave, der er sendt ud, én gang."""
    if not i_organet:
        return "Referatet godkendes af dem, der sidder i organet."
    if tilstand != Referattilstand.TIL_KOMMENTERING:
        return hvorfor_ikke_skifte(tilstand, Referattilstand.GODKENDT) or "Referatet er ikke sendt ud endnu."
    return "Du har godkendt denne udgave." if har_godkendt else ""


def fejl_i_arbejdsdagene(antal: int) -> str:
    """Regel skriftlig-frist: den, der skal godkende skriftligt, får mindst én og højst 30 arbejdsdage til det."""
    return "" if 1 <= antal <= LAENGSTE_FRIST else f"Giv dem mellem 1 og {LAENGSTE_FRIST} arbejdsdage, fx 10."


def hvorfor_ikke_skriftligt(
    til_stede: Collection[str], mangler: Collection[str], kan_ikke: Collection[str] = ()
) -> str:
    """Regel referat-skriftligt: et referat er godkendt, når alle medlemmer, der var til stede, har godkendt udgaven.

    `kan_ikke` were there and can't log in and say yes; then the next meeting approves.
    """
    if not til_stede:
        return "Ingen af organets medlemmer er skrevet som til stede, så referatet godkendes på det næste møde."
    if kan_ikke:
        hvem = og(sorted(kan_ikke))
        return f"{hvem} var til stede, men kan ikke godkende her. Referatet godkendes på det næste møde."
    if not mangler:
        return ""
    har = len(til_stede) - len(mangler)
    return f"{har} af {len(til_stede)}, der var til stede, har godkendt. {og(sorted(mangler))} mangler."


def hvem_mangler(medlemmer: Collection[str], godkendt_af: Collection[str]) -> str:
    """ "To af fem har godkendt. Inger Holt og Bent Ravn mangler." """
    mangler = sorted(set(medlemmer) - set(godkendt_af))
    har = len(set(medlemmer)) - len(mangler)
    if not medlemmer:
        return "Ingen i organet har login, så referatet godkendes på det næste møde."
    if not mangler:
        return "Alle i organet, der har login, har godkendt denne udgave."
    return f"{har} af {len(set(medlemmer))} har godkendt denne udgave. {og(mangler)} mangler."


def og(navne: Sequence[str]) -> str:
    """ "Inger Holt, Bent Ravn og Carl Dam"."""
    return navne[0] if len(navne) == 1 else f"{', '.join(navne[:-1])} og {navne[-1]}"


def skriver_ogsaa(andre: Sequence[tuple[str, datetime]]) -> str:
    """Regel skriver-ogsaa: har andre gemt på punktet for nylig, siges det, hvem og hvornår sidst.

    The newest first, in local time; nobody else is the empty string.
    """
    if not andre:
        return ""
    return f"{og([navn for navn, _ in andre])} skriver også her – sidst gemt {klokkeslaet(andre[0][1])}"


def punkttitel(moedets_dag: str) -> str:
    """Regel referat-paa-naeste-dagsorden: det næste møde i samme organ får punktet om at godkende referatet."""
    return f"Godkendelse af referat af mødet {moedets_dag}"

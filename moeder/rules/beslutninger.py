"""When a meeting may close, what a decision must say, and what may become of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kerne.datoer import dato
from moeder.statuses import BESLUTNINGENS_OVERGANGE, Beslutningsstatus, Beslutningsudfald, Moedetilstand, Punktart

FREMMED_PUNKT = "Punktet står på et andet mødes dagsorden. Skriv beslutningen på det møde, hvor den blev taget."


@dataclass(frozen=True)
class Punktet:
    """An item as the closing of a meeting sees it; `afgoer` says that it asks for a change or a referat."""

    nr: int
    art: str
    beslutninger: int
    afgoer: bool = False
    har_udfald: bool = False


def hvorfor_ikke_starte(tilstand: str, *, dag: date, i_dag: date) -> str:
    """Regel moede-starter-paa-dagen: et møde går i gang tidligst den dag, det er sat til, og kun én gang."""
    if tilstand not in (Moedetilstand.KLADDE, Moedetilstand.INDKALDT):
        return f"Mødet er {Moedetilstand(tilstand).label.lower()} og kan ikke begynde igen."
    if dag > i_dag:
        return f"Mødet er sat til {dato(dag)}. Start det den dag, eller flyt det først."
    return ""


def hvorfor_ikke_skrive(tilstand: str) -> str:
    """Regel beslutning-paa-aabent-moede: beslutninger, opgaver og fremmøde skrives, mens mødet er i gang."""
    if tilstand == Moedetilstand.I_GANG:
        return ""
    if tilstand in (Moedetilstand.AFSLUTTET, Moedetilstand.AFLYST):
        return f"Mødet er {Moedetilstand(tilstand).label.lower()}. Det, der blev besluttet, kan ikke ændres."
    return "Mødet er ikke begyndt. Start det, før du skriver."


def mangler_foer_afslutning(punkter: Sequence[Punktet]) -> list[str]:
    """Regel moede-afsluttes-med-beslutninger: hvert beslutningspunkt har en beslutning, før mødet kan afsluttes.

    An item that asks for a change or a referat must also say what came of it, once it is decided.
    """
    mangler = []
    for et in punkter:
        if et.art == Punktart.BESLUTNING and not et.beslutninger:
            mangler.append(f"Punkt {et.nr} mangler en beslutning.")
        elif et.afgoer and et.beslutninger and not et.har_udfald:
            mangler.append(f"Punkt {et.nr} mangler et resultat. Skriv i beslutningen, om det blev godkendt.")
    return mangler


def knapord(mangler: Sequence[str]) -> str:
    """ "Afslut mødet", or why not yet: "Afslut mødet: 3 punkter mangler"."""
    if not mangler:
        return "Afslut mødet"
    return f"Afslut mødet: {len(mangler)} punkt{'' if len(mangler) == 1 else 'er'} mangler"


def fejl_i_stemmerne(stemmer: Sequence[int | None], *, til_stede: int) -> str:
    """Regel stemmer-taelles-helt: skriv alle tre stemmetal eller ingen, og ikke flere stemmer end folk til stede."""
    talte = [et for et in stemmer if et is not None]
    if not talte:
        return ""
    if len(talte) < len(stemmer):
        return "Skriv alle tre stemmetal, også når et af dem er 0, eller lad dem alle stå tomme."
    if sum(talte) > til_stede:
        return f"Der er {sum(talte)} stemmer, men {til_stede} til stede. Ret stemmerne eller fremmødet."
    return ""


def stemmeord(for_: int | None, imod: int | None, hverken: int | None) -> str:
    """ "5 for, 1 imod, 0 hverken for eller imod"; empty when nobody voted."""
    if for_ is None:
        return ""
    return f"{for_} for, {imod} imod, {hverken} hverken for eller imod"


def hvorfor_ikke_skifte(fra: str, til: str, note: str) -> str:
    """Regel beslutningens-status: en gældende beslutning bliver opfyldt, ændret eller bortfaldet med en grund."""
    if Beslutningsstatus(til) not in BESLUTNINGENS_OVERGANGE[Beslutningsstatus(fra)]:
        return f"En beslutning, der er {ord_(fra)}, kan ikke blive {ord_(til)}."
    if til != Beslutningsstatus.GAELDENDE and not note.strip():
        return "Skriv, hvorfor beslutningen ikke længere gælder, fx »Gennemført i maj«."
    return ""


def mulige_skift(fra: str) -> list[Beslutningsstatus]:
    """What the decision can become, in the order of the words."""
    return [et for et in Beslutningsstatus if et in BESLUTNINGENS_OVERGANGE[Beslutningsstatus(fra)]]


def ord_(status: str) -> str:
    return Beslutningsstatus(status).label.lower()


def fejl_i_udfaldet(udfald: str, *, om_referat: bool, om_aendring: bool) -> str:
    """Regel beslutningens-resultat: kun et punkt om en ændring eller et referat har et resultat."""
    if udfald and not (om_referat or om_aendring):
        return "Punktet handler ikke om en ændring eller et referat. Lad resultatet stå tomt."
    if om_referat and udfald == Beslutningsudfald.AFVIST:
        return "Et referat bliver godkendt eller sendt tilbage til retning."
    return ""

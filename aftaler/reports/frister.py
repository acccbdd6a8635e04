"""The plan's deadlines as they stand on a day: overdue, to come, done – each with its sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from aftaler.models import Frist
from aftaler.reports.milepaele import FARVER
from aftaler.rules.frister import Tidsstand, i_ord, tidsstand
from kerne import datoer
from kerne.diagrammer.tidslinje import tidstegn

STANDORD = {Tidsstand.GJORT: "Gjort", Tidsstand.KOMMER: "Kommer", Tidsstand.OVER_TIDEN: "Over tiden"}


@dataclass(frozen=True)
class Fristlinje:
    noegle: int
    navn: str
    hvor: str
    dato: date
    stand: Tidsstand
    saetning: str
    flyttet: str

    @property
    def ord(self) -> str:
        return STANDORD[self.stand]

    @property
    def farve(self) -> str:
        return FARVER[self.stand]

    @property
    def er_over_tiden(self) -> bool:
        return self.stand == Tidsstand.OVER_TIDEN

    @property
    def er_gjort(self) -> bool:
        return self.stand == Tidsstand.GJORT

    @property
    def tegn(self) -> SafeString:
        return tidstegn(self.stand)


@dataclass(frozen=True)
class Fristgruppe:
    """Deadlines in the same state, under one heading."""

    overskrift: str
    linjer: tuple[Fristlinje, ...]


@dataclass(frozen=True)
class Fristliste:
    grupper: tuple[Fristgruppe, ...]
    saetning: str


def fristliste(frister: Iterable[Frist], dag: date) -> Fristliste:
    """`frister` in order of date, with their delaftale. Done ones come last, the latest first."""
    linjer = [_linje(et, dag) for et in frister]
    sene = tuple(et for et in linjer if et.er_over_tiden)
    kommer = tuple(et for et in linjer if et.stand == Tidsstand.KOMMER)
    gjort = tuple(reversed([et for et in linjer if et.er_gjort]))
    grupper = (Fristgruppe("Over tiden", sene), Fristgruppe("Kommer", kommer), Fristgruppe("Gjort", gjort))
    return Fristliste(tuple(et for et in grupper if et.linjer), _saetning(sene, kommer, gjort))


def _saetning(sene: tuple[Fristlinje, ...], kommer: tuple[Fristlinje, ...], gjort: tuple[Fristlinje, ...]) -> str:
    if not sene and not kommer:
        return "Alle frister er gjort." if gjort else "Der er ingen frister i planen endnu."
    foerst = "Ingen frist er over tiden."
    if sene:
        aeldst = f" Den ældste er »{sene[0].navn}«, {datoer.dato(sene[0].dato)}." if sene[1:] else ""
        foerst = f"{len(sene)} frister er over tiden.{aeldst}" if sene[1:] else f"»{sene[0].navn}« er over tiden."
    naeste = f" Den næste er »{kommer[0].navn}« {datoer.dato(kommer[0].dato)}." if kommer else ""
    return f"{foerst}{naeste}"


def _linje(frist: Frist, dag: date) -> Fristlinje:
    flyttet = ""
    if frist.flyttet_grund:
        flyttet = f"Flyttet fra {datoer.dato(frist.oprindelig_dato)}: {frist.flyttet_grund}"
    return Fristlinje(
        frist.pk,
        frist.navn,
        f"Delaftale {frist.delaftale.indsatsomraade}" if frist.delaftale else "",
        frist.dato,
        tidsstand(frist.dato, frist.udfoert_dato, dag),
        i_ord(frist.dato, frist.udfoert_dato, dag, gjort_ord="Gjort"),
        flyttet,
    )

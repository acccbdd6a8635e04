"""The first rows of a file of postings as they will be read, before anything is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kerne.indlaesninger import Fund
from kerne.regneark import Raekke
from oekonomi.models import Forbrugsindlaesning
from oekonomi.reports.posteringsopslag import kendte, opslag
from oekonomi.rules.posteringsark import Fundliste, Laeser, Laest
from oekonomi.rules.posteringskolonner import Kolonner

FLEST_FEJL = 12
UKENDT = "spørges der om"


@dataclass(frozen=True)
class Visning:
    """`linjer` are what was read, with the words for where each belongs. An account nobody placed is no fault here."""

    linjer: tuple[tuple[Laest, str], ...]
    fejl: tuple[Fund, ...]


def visning(indlaesning: Forbrugsindlaesning, raekker: Sequence[Raekke], *, dato: date) -> Visning:
    """Read `raekker` as the worker will; the columns are all told."""
    alle, fund = kendte(indlaesning.helhedsplan), Fundliste()
    laeser = Laeser(Kolonner.af_json(indlaesning.kolonner), opslag(indlaesning.helhedsplan, alle, dato=dato), fund)
    linjer = [
        (et, alle.steder[et.hjemsted.sted].navn if et.hjemsted else f"{UKENDT}: {et.konto}")
        for et in laeser.laes(raekker)
    ]
    return Visning(tuple(linjer), tuple(Fund(*et) for et in fund.fejl[:FLEST_FEJL]))

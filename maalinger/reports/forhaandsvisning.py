"""The first rows of an uploaded sheet as they will be read, before anything is: what the person sees and corrects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kerne import datoer, talformat
from kerne.indlaesninger import Fund
from kerne.regneark import Raekke
from maalinger.models import Dataindlaesning
from maalinger.reports.dataopslag import opslag, stednavne
from maalinger.rules import dataark, diskretion
from maalinger.rules.dataark import Fundliste, Laest
from maalinger.rules.datakolonner import Kolonner

FLEST_VAERDIER = 12


@dataclass(frozen=True)
class Linje:
    hvor: str
    sted: str
    indikator: str
    aar: str
    tal: str


@dataclass(frozen=True)
class Forhaandsvisning:
    linjer: tuple[Linje, ...]
    fejl: tuple[Fund, ...]


def forhaandsvisning(indlaesning: Dataindlaesning, raekker: Sequence[Raekke], *, dato: date) -> Forhaandsvisning:
    """Read `raekker` as the worker will; the columns are all told."""
    fund, navne = Fundliste(), stednavne(indlaesning.helhedsplan)
    kolonner, kendte = Kolonner.af_json(indlaesning.kolonner), opslag(indlaesning.helhedsplan, dato=dato)
    laeste = list(dataark.laes(raekker, kolonner, indlaesning.overskrifter, kendte, fund))
    linjer = tuple(
        Linje(et.hvor, navne.get(et.sted, ""), et.indikator.navn, datoer.aarsvindue(et.fra, et.til), _tal(et))
        for et in laeste[:FLEST_VAERDIER]
    )
    return Forhaandsvisning(linjer, tuple(Fund(*et) for et in fund.alle_fejl()[:FLEST_VAERDIER]))


def _tal(laest: Laest) -> str:
    if laest.skjult:
        return diskretion.SKJULT
    if laest.vaerdi is not None:
        return talformat.vaerdi(laest.vaerdi, laest.indikator.enhed, talformat.decimaler_i(laest.vaerdi))
    return f"{talformat.tal(laest.taeller or 0)} af {talformat.tal(laest.naevner or 0)}"

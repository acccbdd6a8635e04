"""What the page of register data says and draws, of the dataclass that the paper and the workbook print."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from kerne import talformat
from kerne.diagrammer import HALV, lavest
from kerne.diagrammer import linjer as tegn_linjer
from maalinger.reports.registerdata import Indikatordata, Registerdata, linjer

FLEST_VED_SIDEN = 3  # columns of figures beside the drawing; with more the table stands under it


@dataclass(frozen=True)
class Sektion:
    """One indicator with its two drawings; empty where there is too little to draw."""

    data: Indikatordata
    bred: SafeString
    smal: SafeString
    aksen: str = ""
    form: str = "under"


@dataclass(frozen=True)
class Side:
    data: Registerdata
    saetning: str
    sektioner: tuple[Sektion, ...]


def side(data: Registerdata) -> Side:
    return Side(data, _saetning(data), tuple(_sektion(et) for et in data.indikatorer))


def _sektion(data: Indikatordata) -> Sektion:
    kurven = linjer(data)
    if kurven is None:
        return Sektion(data, SafeString(), SafeString())
    bund = lavest(kurven)
    aksen = f"Aksen begynder ved {talformat.tal(bund)}." if bund else ""
    ved_siden = len(data.steder) <= FLEST_VED_SIDEN
    bred = tegn_linjer(kurven, bredde=HALV) if ved_siden else tegn_linjer(kurven)
    return Sektion(data, bred, tegn_linjer(kurven, smal=True), aksen, "ved-siden" if ved_siden else "under")


def _saetning(data: Registerdata) -> str:
    """How much there is and how new it is: "Tal for ni indikatorer. De nyeste er fra 2022."."""
    if not data.indikatorer:
        return "Der er ingen registerdata endnu."
    antal = len(data.indikatorer)
    nyeste = max(periode.til for et in data.indikatorer for periode in et.perioder)
    return f"Tal for {talformat.tal(antal)} {'indikator' if antal == 1 else 'indikatorer'}. De nyeste er fra {nyeste}."

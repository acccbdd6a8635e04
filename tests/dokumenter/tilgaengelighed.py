"""What the validator misses in a PDF: our own reading of its tag tree with pikepdf."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf


def fejl_i(indhold: bytes) -> list[str]:
    """Everything that would stop a person with a screen reader; an empty list means none was found."""
    with pikepdf.open(BytesIO(indhold)) as pdf:
        rod = pdf.Root
        fejl = []
        if "/StructTreeRoot" not in rod or not rod.MarkInfo.Marked:
            return ["ikke mærket op"]
        if not str(rod.get("/Lang", "")).startswith("da"):
            fejl.append("sproget er ikke dansk")
        if not rod.ViewerPreferences.DisplayDocTitle:
            fejl.append("titlen vises ikke")
        with pdf.open_metadata() as xmp:
            if not xmp.get("dc:title"):
                fejl.append("uden titel")
        fejl += [
            f"side {nr} uden StructParents" for nr, side in enumerate(pdf.pages, 1) if "/StructParents" not in side
        ]
        elementer = list(_elementer(rod.StructTreeRoot))
        return fejl + _overskrifter(elementer) + _tabeller(elementer) + _figurer(elementer) + _skrifter(pdf)


def figurer(indhold: bytes) -> list[str]:
    """What is read aloud for each figure, in reading order."""
    with pikepdf.open(BytesIO(indhold)) as pdf:
        return [str(et.get("/Alt", "")) for et in _elementer(pdf.Root.StructTreeRoot) if et.S == "/Figure"]


def _elementer(knude: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    boern = knude.get("/K", [])
    for barn in boern if isinstance(boern, pikepdf.Array) else [boern]:
        if isinstance(barn, pikepdf.Dictionary) and "/S" in barn:
            yield barn
            yield from _elementer(barn)


def _overskrifter(elementer: list[pikepdf.Dictionary]) -> list[str]:
    niveauer = [int(str(et.S)[2:]) for et in elementer if str(et.S)[1:2] == "H" and str(et.S)[2:].isdigit()]
    fejl = [f"overskrift springer fra {a} til {b}" for a, b in pairwise(niveauer) if b > a + 1]
    return fejl if niveauer[:1] == [1] else [*fejl, "første overskrift er ikke niveau 1"]


def _tabeller(elementer: list[pikepdf.Dictionary]) -> list[str]:
    fejl = []
    for tabel in (et for et in elementer if et.S == "/Table"):
        celler = list(_elementer(tabel))
        if not any(et.S == "/TH" for et in celler):
            fejl.append("tabel uden overskriftsceller")
        for celle in (et for et in celler if et.S == "/TD"):
            egenskaber = celle.get("/A", {})
            liste = egenskaber if isinstance(egenskaber, pikepdf.Array) else [egenskaber]
            if not any("/Headers" in et for et in liste):
                fejl.append("celle uden henvisning til sin overskrift")
    return fejl


def _figurer(elementer: list[pikepdf.Dictionary]) -> list[str]:
    return ["figur uden tekst" for et in elementer if et.S == "/Figure" and not str(et.get("/Alt", ""))]


def _skrifter(pdf: pikepdf.Pdf) -> list[str]:
    fejl = set()
    for side in pdf.pages:
        for skrift in side.Resources.get("/Font", {}).values():
            navn = str(skrift.BaseFont)
            if "IBM" not in navn or "Plex" not in navn:
                fejl.add(f"fremmed skrift {navn}")
            beskrivelse = skrift.DescendantFonts[0].FontDescriptor
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(beskrivelse.keys()) or "/ToUnicode" not in skrift:
                fejl.add(f"skriften {navn} er ikke indlejret med tegntabel")
    return sorted(fejl)

"""The only file that knows python-docx: a report becomes a Word file with real styles, so that it can be written in.

The same report gives the same bytes: the document's dates are the version's, never the clock's.
"""

from datetime import UTC, date, datetime, time
from html.parser import HTMLParser
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from kerne.arkiver import uden_ur

UDKAST = "UDKAST"
EPOKE = date(2000, 1, 1)  # a draft has no date of its own


def docx(rapport: Any) -> bytes:
    """The paper as a Word file."""
    from docx import Document

    dokument = Document()
    _egenskaber(dokument, rapport)
    _hoved(dokument, rapport)
    _forside(dokument, rapport.forside, er_kladde=rapport.er_kladde)
    if rapport.forside.egen_side:
        dokument.add_page_break()
    if rapport.aftaledokumenter:
        _blok(dokument, rapport.aftaledokumenter, 1, rapport.mangler)
    for et in rapport.dokumenter:
        if et.overskrift:
            dokument.add_heading(et.overskrift, 1)
        for blok in et.afsnit:
            _blok(dokument, blok, 2 if et.overskrift else 1, rapport.mangler)
    ud = BytesIO()
    dokument.save(ud)
    return uden_ur(ud.getvalue())


def _egenskaber(dokument: Any, rapport: Any) -> None:
    from docx.oxml.ns import qn

    egenskaber = dokument.core_properties
    dag = datetime.combine(rapport.dateret or EPOKE, time(), UTC)
    egenskaber.title, egenskaber.author, egenskaber.language = rapport.titel, rapport.af, "da-DK"
    egenskaber.last_modified_by, egenskaber.comments, egenskaber.revision = "Helhedsplan", "", 1
    egenskaber.created = egenskaber.modified = dag
    skrift = dokument.styles.element.find(f"./{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    sprog = skrift.find(qn("w:lang"))
    for navn in ("w:val", "w:eastAsia"):
        sprog.set(qn(navn), "da-DK")


def _hoved(dokument: Any, rapport: Any) -> None:
    """Paper, edition and checksum at the top and foot of every page; a draft says so there."""
    loebende = rapport.forside.loebende
    sektion = dokument.sections[0]
    led = (UDKAST if rapport.er_kladde else "", loebende.papir, loebende.udgave)
    sektion.header.paragraphs[0].text = " · ".join(filter(None, led))
    sektion.footer.paragraphs[0].text = f"Kontrolsum {loebende.kontrolsum}" if loebende.kontrolsum else ""


def _forside(dokument: Any, forside: Any, *, er_kladde: bool) -> None:
    dokument.add_paragraph(forside.overrubrik)
    dokument.add_paragraph(forside.titel, style="Title")
    if forside.undertitel:
        dokument.add_paragraph(forside.undertitel, style="Subtitle")
    if er_kladde:
        dokument.add_paragraph().add_run("Udkast. Ikke godkendt.").bold = True
    _oplysninger(dokument, forside.felter)
    if forside.underskrifter:
        dokument.add_paragraph().add_run("Underskrifter").bold = True
        raekker = [(f"{et.part} ({et.art})", et.dato, et.navn) for et in forside.underskrifter]
        _tabel(dokument, ("Part", "Dato", "Navn"), raekker)
    _oplysninger(dokument, forside.herkomst)


def _oplysninger(dokument: Any, felter: tuple[Any, ...]) -> None:
    for et in felter:
        afsnit = dokument.add_paragraph()
        afsnit.add_run(f"{et.ledetekst}: ").bold = True
        afsnit.add_run("\n".join(et.linjer))


def _blok(dokument: Any, blok: Any, niveau: int, mangler: str) -> None:
    dokument.add_heading(" ".join(filter(None, (blok.nummer, blok.ledetekst, blok.overskrift))), min(niveau, 9))
    for et in blok.dele:
        if _art(et) == "blok":
            _blok(dokument, et, niveau + 1, mangler)
        else:
            DELE[_art(et)](et, dokument, mangler)


def _art(et: Any) -> str:
    """The kind of part: what its template is called."""
    return PurePosixPath(et.skabelon).stem


def _prosa(et: Any, dokument: Any, mangler: str) -> None:
    if et.tekst:
        laeser = _Rigtekst(dokument)
        laeser.feed(et.tekst)
        laeser.close()
    else:
        dokument.add_paragraph(mangler)


def _linjer(et: Any, dokument: Any, mangler: str) -> None:
    for linje in et.linjer or ("",):
        dokument.add_paragraph(linje)


def _punkter(et: Any, dokument: Any, mangler: str) -> None:
    for nr, punkt in enumerate(et.punkter, 1):
        # the numbers are written out: Word would go on counting from the list before
        dokument.add_paragraph(f"{nr}. {punkt}", style="List")
    if not et.punkter:
        dokument.add_paragraph(mangler)


def _kriterier(et: Any, dokument: Any, mangler: str) -> None:
    dokument.add_paragraph(et.titel, style="Caption")
    if not et.raekker:
        dokument.add_paragraph(mangler)
        return
    raekker = [(str(k.nr), k.tekst, k.datakilde or mangler) for k in et.raekker]
    _tabel(dokument, ("Nr.", et.kolonne, "Datakilde"), raekker)


def _finansiering(et: Any, dokument: Any, mangler: str) -> None:
    _tabel(dokument, ("Organisation", et.kolonne), [(b.navn, b.beloeb) for b in et.raekker])


def _tabeldel(et: Any, dokument: Any, mangler: str) -> None:
    _tabel(dokument, tuple(kolonne.navn for kolonne in et.kolonner), et.raekker)


def _fakta(et: Any, dokument: Any, mangler: str) -> None:
    _oplysninger(dokument, et.felter)


def _tabel(dokument: Any, kolonner: tuple[str, ...], raekker: Any) -> None:
    """A table whose first row is its heading, repeated on every page that it runs over."""
    from docx.oxml import OxmlElement

    tabel = dokument.add_table(rows=1, cols=len(kolonner), style="Table Grid")
    hoved = tabel.rows[0]
    hoved._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for celle, ord_ in zip(hoved.cells, kolonner, strict=True):
        celle.paragraphs[0].add_run(ord_).bold = True
    for raekke in raekker:
        for celle, ord_ in zip(tabel.add_row().cells, raekke, strict=True):
            celle.text = ord_
    dokument.add_paragraph()


class _Rigtekst(HTMLParser):
    """The plan's sanitised rich text as Word paragraphs: paragraphs, lists, bold, italic, line breaks."""

    def __init__(self, dokument: Any) -> None:
        super().__init__(convert_charrefs=True)
        self._dokument, self._afsnit, self._lister, self._fed, self._kursiv = dokument, None, [], 0, 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        match tag:
            case "ul" | "ol":
                self._lister.append(tag)
            case "li":
                self._afsnit = self._dokument.add_paragraph(
                    style="List Number" if self._lister[-1:] == ["ol"] else "List Bullet"
                )
            case "p" | "div" | "h2" | "h3" | "h4" | "blockquote" if not self._lister:
                self._afsnit = None
            case "br" if self._afsnit is not None:
                self._afsnit.add_run().add_break()
            case "strong" | "b":
                self._fed += 1
            case "em" | "i":
                self._kursiv += 1

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "ul" | "ol":
                self._lister, self._afsnit = self._lister[:-1], None
            case "p" | "div" | "h2" | "h3" | "h4" | "blockquote" if not self._lister:
                self._afsnit = None
            case "strong" | "b":
                self._fed -= 1
            case "em" | "i":
                self._kursiv -= 1

    def handle_data(self, data: str) -> None:
        if not data.strip() and self._afsnit is None:
            return
        if self._afsnit is None:
            self._afsnit = self._dokument.add_paragraph()
        stykke = self._afsnit.add_run(data)
        stykke.bold, stykke.italic = self._fed > 0 or None, self._kursiv > 0 or None


DELE = {
    "prosa": _prosa,
    "linjer": _linjer,
    "punkter": _punkter,
    "kriterier": _kriterier,
    "finansiering": _finansiering,
    "tabel": _tabeldel,
    "fakta": _fakta,
}

"""The only file that writes with openpyxl: sheets as data become an Excel workbook.

The same sheets give the same bytes. Words are never a formula, whatever they begin with; a formula is only ever our
own, and carries its value. No macro, no link to another file.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from kerne.ark import Ark, Celle, Formel, Kolonne, Mappe
from kerne.arkiver import uden_ur
from kerne.farver import FJORD_900, REGEL_STAERK, TEKST_2
from kerne.talformat import decimaler_i

UDKAST = "UDKAST"
HOVED = 4  # the row of the columns' names, under title, subtitle and an empty row
DATOFORMAT = "[$-406]d\\.\\ mmm\\ yyyy"  # Danish months, whatever the reader's own language
FLEST_DECIMALER = 6
LAENGST = 32_767  # characters in a cell; Excel refuses a file with more
FORMELTEGN = ("=", "+", "-", "@", "\t", "\r", "\n")
STYRETEGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BLAD = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


def excel(mappe: Mappe) -> bytes:
    """The workbook as a file."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    bog = Workbook()
    bog.remove(bog.active)
    _egenskaber(bog, mappe)
    for ark in mappe.ark:
        _skriv(bog.create_sheet(ark.navn), ark, mappe)
    ud = BytesIO()
    with ZipFile(ud, "w", ZIP_DEFLATED) as arkiv:
        ExcelWriter(bog, arkiv).save()  # not bog.save(), which stamps the file with the clock

    def med_vaerdier(navn: str, indhold: bytes) -> bytes:
        blad = BLAD.fullmatch(navn)
        return _med_vaerdier(indhold, mappe.ark[int(blad[1]) - 1]) if blad else indhold

    return uden_ur(ud.getvalue(), med_vaerdier)


def _egenskaber(bog: Any, mappe: Mappe) -> None:
    dag = datetime.combine(mappe.dateret, time())
    egenskaber = bog.properties
    egenskaber.title = _rene(f"{mappe.titel} (udkast)" if mappe.er_kladde else mappe.titel)
    egenskaber.creator, egenskaber.lastModifiedBy, egenskaber.language = _rene(mappe.af), "Helhedsplan", "da-DK"
    egenskaber.subject = _rene(mappe.undertitel)
    egenskaber.created = egenskaber.modified = dag
    bog.calculation.fullCalcOnLoad = True


def _skriv(blad: Any, ark: Ark, mappe: Mappe) -> None:
    _titler(blad, ark, mappe)
    _kolonnenavne(blad, ark.kolonner)
    for nr, raekke in enumerate((*ark.raekker, *_sumraekker(ark)), HOVED + 1):
        for kolonne, celle in enumerate(raekke, 1):
            _celle(blad.cell(nr, kolonne), celle, ark.kolonner[kolonne - 1], _steder(ark, nr))
    for raekke in blad.iter_rows(min_row=_sidste(ark) + 1, max_row=_sidste(ark) + len(_sumraekker(ark))):
        _fed_med_streg(raekke)
    _opstilling(blad, ark, mappe)


def _titler(blad: Any, ark: Ark, mappe: Mappe) -> None:
    from openpyxl.styles import Font

    _tekst(blad.cell(1, 1), ark.titel)
    blad.cell(1, 1).font = Font(name="Calibri", size=14, bold=True, color=FJORD_900[1:])
    _tekst(blad.cell(2, 1), f"{UDKAST} · {mappe.undertitel}" if mappe.er_kladde else mappe.undertitel)
    blad.cell(2, 1).font = Font(name="Calibri", size=11, bold=mappe.er_kladde, color=TEKST_2[1:])


def _kolonnenavne(blad: Any, kolonner: tuple[Kolonne, ...]) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    streg = Side(style="medium", color=FJORD_900[1:])
    for nr, kolonne in enumerate(kolonner, 1):
        celle = blad.cell(HOVED, nr)
        _tekst(celle, kolonne.navn)
        celle.font = Font(name="Calibri", size=11, bold=True, color=FJORD_900[1:])
        celle.alignment = Alignment(wrap_text=True, vertical="bottom")
        celle.border = Border(top=streg, bottom=streg)
        blad.column_dimensions[get_column_letter(nr)].width = kolonne.bredde


def _celle(celle: Any, vaerdi: Celle, kolonne: Kolonne, steder: dict[str, int]) -> None:
    from openpyxl.styles import Alignment, Border, Side

    celle.alignment = Alignment(wrap_text=isinstance(vaerdi, str), vertical="top")
    celle.border = Border(bottom=Side(style="thin", color=REGEL_STAERK[1:]))
    match vaerdi:
        case Formel():
            celle.value = f"={vaerdi.udtryk.format(**steder)}"
            celle.number_format = kolonne.talformat or _talformat(vaerdi.vaerdi)
        case Decimal() | int():
            celle.value = vaerdi
            celle.number_format = kolonne.talformat or _talformat(vaerdi)
        case date():
            celle.value = vaerdi
            celle.number_format = DATOFORMAT
        case str():
            _tekst(celle, vaerdi)


def _tekst(celle: Any, ord_: str) -> None:
    """Words, and only words: never a formula, no sign that XML can't hold, quoted where Excel would compute them."""
    from openpyxl.styles.numbers import FORMAT_TEXT

    rene = _rene(ord_)
    celle.value = rene if len(rene) <= LAENGST else f"{rene[: LAENGST - 1]}…"
    celle.data_type = "s"  # openpyxl guesses a formula from "=" and a fault from "#N/A"
    if ord_.lstrip(" ").startswith(FORMELTEGN) or STYRETEGN.match(ord_):
        celle.number_format = FORMAT_TEXT
        celle.quotePrefix = True


def _talformat(vaerdi: Decimal | int) -> str:
    """Thousands and decimals; Excel writes point and comma as the reader's Denmark does."""
    decimaler = min(decimaler_i(vaerdi), FLEST_DECIMALER)
    return f"#,##0.{'0' * decimaler}" if decimaler else "#,##0"


def _fed_med_streg(raekke: Iterable[Any]) -> None:
    from openpyxl.styles import Border, Font, Side

    for celle in raekke:
        celle.font = Font(name="Calibri", size=11, bold=True)
        celle.border = Border(top=Side(style="thin", color=FJORD_900[1:]), bottom=Side(style="double", color="000000"))


def _opstilling(blad: Any, ark: Ark, mappe: Mappe) -> None:
    """What stays while one scrolls, what can be filtered, and how it is printed: A4, the heading on every page."""
    blad.freeze_panes = f"A{HOVED + 1}"
    if ark.raekker:
        blad.auto_filter.ref = f"A{HOVED}:{blad.cell(_sidste(ark), len(ark.kolonner)).coordinate}"
    blad.sheet_view.showGridLines = False
    blad.page_setup.paperSize = blad.PAPERSIZE_A4
    blad.page_setup.orientation = blad.ORIENTATION_LANDSCAPE
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    blad.print_title_rows = f"{HOVED}:{HOVED}"
    blad.oddHeader.left.text = _i_hoved(mappe.titel)
    blad.oddHeader.center.text = UDKAST if mappe.er_kladde else None
    blad.oddHeader.right.text = _i_hoved(ark.navn)
    blad.oddFooter.right.text = "Side &P af &N"


def _i_hoved(ord_: str) -> str:
    """& begins a code in a header."""
    return _rene(ord_).replace("&", "&&")


def _rene(ord_: str) -> str:
    """Without the signs that XML can't hold: a file with one of them doesn't open."""
    return STYRETEGN.sub(" ", ord_)


def _sumraekker(ark: Ark) -> tuple[tuple[Celle, ...], ...]:
    return (ark.sum_,) if ark.sum_ else ()


def _sidste(ark: Ark) -> int:
    return HOVED + len(ark.raekker)


def _steder(ark: Ark, nr: int) -> dict[str, int]:
    return {"raekke": nr, "foerste": HOVED + 1, "sidste": _sidste(ark)}


def _med_vaerdier(blad: bytes, ark: Ark) -> bytes:
    """openpyxl writes a formula without its value; a telephone's preview would show nothing there."""
    formler = iter(
        celle for raekke in (*ark.raekker, *_sumraekker(ark)) for celle in raekke if isinstance(celle, Formel)
    )
    return re.sub(
        rb"(</f>)(?:<v\s*/>|<v></v>)", lambda fund: fund[1] + b"<v>%s</v>" % str(next(formler).vaerdi).encode(), blad
    )

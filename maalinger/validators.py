"""What a file is, by its content: a name proves nothing. Pure apart from reading the file it is given."""

import re
import zipfile
from enum import StrEnum
from typing import IO


class Filtype(StrEnum):
    """Kinds of evidence that are taken; the value is the ending it is stored and downloaded with."""

    PDF = ".pdf"
    XLSX = ".xlsx"
    DOCX = ".docx"
    PNG = ".png"
    JPG = ".jpg"
    CSV = ".csv"
    TXT = ".txt"


MIME = {
    Filtype.PDF: "application/pdf",
    Filtype.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Filtype.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Filtype.PNG: "image/png",
    Filtype.JPG: "image/jpeg",
    Filtype.CSV: "text/csv",
    Filtype.TXT: "text/plain",
}
_BEGYNDELSER = {b"%PDF-": Filtype.PDF, b"\x89PNG\r\n\x1a\n": Filtype.PNG, b"\xff\xd8\xff": Filtype.JPG}
_OFFICE = {"xl/workbook.xml": Filtype.XLSX, "word/document.xml": Filtype.DOCX}
_STYRETEGN = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_STYKKE = 1024 * 1024


def filtype(fil: IO[bytes], navn: str = "") -> Filtype | None:
    """The kind, or None when it is none of those taken. `navn` only tells csv from txt, which look alike inside."""
    fil.seek(0)
    begyndelse = fil.read(16)
    fil.seek(0)
    for tegn, type_ in _BEGYNDELSER.items():
        if begyndelse.startswith(tegn):
            return type_
    if begyndelse.startswith(b"PK\x03\x04"):
        return _office(fil)
    if begyndelse and _er_tekst(fil):
        return Filtype.CSV if navn.lower().endswith(".csv") else Filtype.TXT
    return None


def _office(fil: IO[bytes]) -> Filtype | None:
    """A workbook or a document without macros; only the list of contents is read, nothing is unpacked."""
    try:
        with zipfile.ZipFile(fil) as pakke:
            navne = set(pakke.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    finally:
        fil.seek(0)
    if "[Content_Types].xml" not in navne or any(navn.endswith("vbaProject.bin") for navn in navne):
        return None
    return next((type_ for del_, type_ in _OFFICE.items() if del_ in navne), None)


def _er_tekst(fil: IO[bytes]) -> bool:
    """True when nothing in it is a control character: UTF-8 or the eight-bit text that Excel writes in Denmark."""
    try:
        return not any(_STYRETEGN.search(stykke) for stykke in iter(lambda: fil.read(_STYKKE), b""))
    finally:
        fil.seek(0)

"""Files that people send in and fetch: judged by their content, stored under a name of our own, always downloaded."""

import hashlib
import re
import zipfile
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePath
from typing import IO
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404

from kerne.cpr import ligner_cpr
from kerne.talformat import tal

MEGABYTE = 1024 * 1024
FILTYPER = ".pdf,.xlsx,.docx,.png,.jpg,.jpeg,.csv,.txt"  # what a file field offers to choose
FORKERT_FILTYPE = (
    "»{navn}« er ikke en PDF, et billede (png, jpg), et regneark (xlsx), et Word-dokument (docx) eller en tekstfil "
    "(csv, txt). Gem den som en af dem, og vælg den igen."
)

CPR_I_NAVNET = "Filens navn ligner et CPR-nummer. Giv filen et andet navn, og vælg den igen."


class Filtype(StrEnum):
    """Kinds of file that are taken; the value is the ending it is stored and downloaded with."""

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


def fejl_i_filen(fil: UploadedFile) -> list[str]:
    """Sentences about a file that can't be taken; an empty list means that it can."""
    if fil.size > settings.STOERSTE_BILAG:
        fylder, hoejst = (tal(Decimal(et) / MEGABYTE, hoejst=1) for et in (fil.size, settings.STOERSTE_BILAG))
        return [f"Filen fylder {fylder} MB. Et bilag må højst fylde {hoejst} MB."]
    if filtype(fil.file, fil.name or "") is None:
        return [FORKERT_FILTYPE.format(navn=fil.name)]
    return [CPR_I_NAVNET] if ligner_cpr(fil.name or "") else []


def gem_fil(ting: Model, felt: str, fil: UploadedFile) -> tuple[str, str]:
    """Store a file that was found good: where it lies, and the name it is downloaded under.

    The ending is what the content is, whatever the name said. Nothing is written on `ting`.
    """
    endelse, filfelt = filtype(fil.file, fil.name or ""), ting._meta.get_field(felt)
    sted = filfelt.generate_filename(ting, f"{uuid4().hex}{endelse}")
    return filfelt.storage.save(sted, fil), f"{PurePath(fil.name or 'bilag').stem[:120]}{endelse}"


def sha256(fil: IO[bytes]) -> str:
    """The checksum of the whole content, as sixty-four hexadecimal signs."""
    fil.seek(0)
    sum_ = hashlib.sha256()
    for stykke in iter(lambda: fil.read(_STYKKE), b""):
        sum_.update(stykke)
    fil.seek(0)
    return sum_.hexdigest()


def som_download(felt: FieldFile, navn: str) -> FileResponse:
    """The file under the kind that its content is, never shown in the page. 404 when it is gone."""
    try:
        fil = felt.open("rb")
    except FileNotFoundError as fejl:
        raise Http404 from fejl
    type_ = MIME[Filtype(PurePath(felt.name).suffix)]
    svar = FileResponse(fil, as_attachment=True, filename=navn, content_type=type_)
    svar["X-Content-Type-Options"] = "nosniff"
    return svar


def _office(fil: IO[bytes]) -> Filtype | None:
    """A workbook or a document without macros; only the list of contents is read, nothing is unpacked."""
    try:
        with zipfile.ZipFile(fil) as pakke:
            navne = set(pakke.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
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

"""A program of its own, with bounded memory and time: `vask.py IND UD FLEST`, where FLEST is the most pages.

Somebody's file goes in, a PDF comes out that holds what is drawn on its pages and nothing else: no scripts, actions,
forms, links or files. On stdout stands JSON: {"sider": [true, …]} (lies each page down?), or {"grund": …} when there
is no way. Whatever the file does to its reader, it does it here. Knows neither Django nor the rest of the house.
"""

import json
import resource
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Pdf, Rectangle, Stream
from PIL import Image, ImageOps

MEGABYTE = 1024 * 1024
HUKOMMELSE, SEKUNDER, STOERSTE_UD = 1536 * MEGABYTE, 60, 200 * MEGABYTE
MINDSTE_KANT = 1  # of a page, in points
FLEST_PUNKTER, LAENGSTE_KANT, PUNKTER_PR_TOMME = 80_000_000, 2600, 150  # of a picture
BESKYTTET, OEDELAGT, FOR_LANG = "beskyttet", "oedelagt", "for_lang"

# What a page's drawing has no use for, wherever it stands: what runs, what is a file, what leads away.
AFSKAARET = {
    "/AA", "/AF", "/AcroForm", "/Annots", "/Dests", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript", "/Launch",
    "/Metadata", "/Names", "/OPI", "/OpenAction", "/PieceInfo", "/Properties", "/Ref", "/StructParent",
    "/StructParents", "/URI",
}  # fmt: skip
EKSTERN_STROEM = {"/F", "/FFilter", "/FDecodeParms"}  # a stream whose content lies in another file
FREMMEDE_TYPER = {"/Action", "/Filespec", "/F", "/Annot", "/Catalog", "/Page", "/Pages", "/EmbeddedFile"}


def main() -> None:
    ind, ud, flest = sys.argv[1:4]
    _begraens()
    try:
        svar = _pdf(ind if ind.endswith(".pdf") else _billede(ind, ud), ud, int(flest))
    except pikepdf.PasswordError:
        svar = {"grund": BESKYTTET}
    except Exception:  # whatever a stranger's file makes of its reader, the answer is that it can't be read
        svar = {"grund": OEDELAGT}
    sys.stdout.write(json.dumps(svar))


def _begraens() -> None:
    for hvad, mest in (
        (resource.RLIMIT_AS, HUKOMMELSE),
        (resource.RLIMIT_CPU, SEKUNDER),
        (resource.RLIMIT_FSIZE, STOERSTE_UD),
    ):
        with suppress(ValueError, OSError):  # macOS limits no memory; a container may allow less already
            resource.setrlimit(hvad, (mest, mest))


def _pdf(ind: str, ud: str, flest: int) -> dict[str, Any]:
    with pikepdf.open(ind) as kilde:
        if kilde.is_encrypted:
            return {"grund": BESKYTTET}
        if len(kilde.pages) > flest:
            return {"grund": FOR_LANG}
        if not len(kilde.pages):
            return {"grund": OEDELAGT}
        kilde.flatten_annotations("print")  # what is filled in, and stamps: drawn on the page
        return {"sider": _kun_det_tegnede(kilde, ud)}


def _billede(ind: str, ud: str) -> str:
    """A picture as a page; what the camera wrote beside it (place, time, name) stays behind."""
    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = FLEST_PUNKTER
    halv = f"{ud}.billede"
    with Image.open(ind, formats=("PNG", "JPEG")) as aabnet:
        billede = ImageOps.exif_transpose(aabnet)
        billede.thumbnail((LAENGSTE_KANT, LAENGSTE_KANT))
        if billede.has_transparency_data:
            gennemsigtigt = billede.convert("RGBA")
            billede = Image.new("RGB", billede.size, "white")
            billede.paste(gennemsigtigt, mask=gennemsigtigt)
        billede.convert("RGB").save(halv, "PDF", resolution=PUNKTER_PR_TOMME, quality=85)
    return halv


def _kun_det_tegnede(kilde: Pdf, ud: str) -> list[bool]:
    """Each page's drawing, carried by a page of the new file; whether it lies down."""
    sete: set[tuple[int, int]] = set()
    liggende = []
    with Pdf.new() as ren:
        for side in kilde.pages:
            tegning = side.as_form_xobject()
            liggende.append(_ligger_ned(tegning))
            _afskaer(tegning, sete)
            baerer = ren.add_blank_page()
            baerer.Resources = Dictionary(XObject=Dictionary(Side=ren.copy_foreign(tegning)))
        ren.save(ud, deterministic_id=True)
    return liggende


def _ligger_ned(tegning: Stream) -> bool:
    """As the page is read, turned as it says. Raises ValueError on one without a size."""
    drejet = Matrix(tegning.Matrix) if "/Matrix" in tegning else Matrix()
    maal = drejet.transform(Rectangle(tegning.BBox))
    if min(maal.width, maal.height) < MINDSTE_KANT:
        raise ValueError("siden har ingen størrelse")
    return maal.width > maal.height


def _afskaer(rod: Stream, sete: set[tuple[int, int]]) -> None:
    """Everything that the drawing leads to, without what it has no use for. `sete` are the objects already done."""
    stak: list[Any] = [rod]
    while stak:
        ting = stak.pop()
        if ting.is_indirect:
            if ting.objgen in sete:
                continue
            sete.add(ting.objgen)
        if isinstance(ting, Array):
            stak += [et for et in ting if isinstance(et, Array | Dictionary | Stream)]
            continue
        ordbog = ting.stream_dict if isinstance(ting, Stream) else ting
        for navn in list(ordbog.keys()):
            vaerdi = ordbog[navn]
            if navn in AFSKAARET or (navn in EKSTERN_STROEM and isinstance(ting, Stream)) or _er_fremmed(vaerdi):
                del ordbog[navn]
            elif isinstance(vaerdi, Array | Dictionary | Stream):
                stak.append(vaerdi)


def _er_fremmed(vaerdi: Any) -> bool:
    """An action, a file or a piece of a document, whatever it is called."""
    if not isinstance(vaerdi, Dictionary):
        return False
    return str(vaerdi.get("/Type", "")) in FREMMEDE_TYPER or any(str(et) == "/JavaScript" for et in _navne(vaerdi))


def _navne(ordbog: Dictionary) -> Iterator[Any]:
    return (ordbog[et] for et in ("/S", "/Subtype") if isinstance(ordbog.get(et), Name))


if __name__ == "__main__":
    main()

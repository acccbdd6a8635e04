"""Files as strangers send them in, and everything that lies in a PDF, to look for what should not be there."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String


def fremmed_pdf(*tekster: str, liggende: bool = False) -> bytes:
    """A page per text, and on it and around it all that a paper of ours should leave behind."""
    with Pdf.new() as pdf:
        skrift = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for tekst in tekster:
            side = pdf.add_blank_page(page_size=(842, 595) if liggende else (595, 842))
            side.Resources = Dictionary(
                Font=Dictionary(F1=skrift), Properties=Dictionary(MC0=_handling("Launch", F="ond.exe"))
            )
            side.Contents = Stream(pdf, f"BT /F1 24 Tf 60 500 Td ({tekst}) Tj ET".encode("latin-1"))
            side.AA = Dictionary(O=_handling("JavaScript", JS="app.alert(1)"))
            side.Annots = Array([_link(pdf, "Launch", F="ond.exe"), _link(pdf, "URI", URI="http://ond.invalid/")])
        pdf.Root.OpenAction = _handling("JavaScript", JS="app.alert(2)")
        pdf.Root.AcroForm = Dictionary(Fields=Array([]))
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), pdf.Root.OpenAction])))
        pdf.attachments["ond.exe"] = b"MZ ond.exe"
        pdf.docinfo["/Author"] = "Ond Forfatter"
        return _bytes(pdf)


def udfyldt_formular(tekst: str) -> bytes:
    """One page with a text field that somebody has filled in."""
    with Pdf.new() as pdf:
        side = pdf.add_blank_page(page_size=(595, 842))
        skrift = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        udseende = Stream(pdf, f"/Tx BMC BT /F1 12 Tf 4 4 Td ({tekst}) Tj ET EMC".encode())
        udseende.Type, udseende.Subtype, udseende.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
        udseende.Resources = Dictionary(Font=Dictionary(F1=skrift))
        felt = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("felt"), V=String(tekst), F=4,
                Rect=Array([100, 600, 300, 620]), AP=Dictionary(N=pdf.make_indirect(udseende)),
                AA=Dictionary(K=_handling("JavaScript", JS="app.alert(3)")),
            )
        )  # fmt: skip
        side.Annots = Array([felt])
        pdf.Root.AcroForm = Dictionary(Fields=Array([felt]))
        return _bytes(pdf)


def laast(indhold: bytes, *, bruger: str) -> bytes:
    with pikepdf.open(BytesIO(indhold)) as pdf:
        return _bytes(pdf, encryption=pikepdf.Encryption(owner="ejer", user=bruger))


def bombe() -> bytes:
    """A small file that unfolds to four gigabytes: one page that draws the same long stream again and again."""
    with Pdf.new() as pdf:
        side = pdf.add_blank_page()
        stykke = pdf.make_indirect(Stream(pdf, b" " * 10_000_000))
        side.Contents = Array([stykke] * 400)
        return _bytes(pdf, compress_streams=True)


def alt_i(indhold: bytes) -> str:
    """Every string, name and stream of the PDF, unpacked; what a reader might find in it."""
    with pikepdf.open(BytesIO(indhold)) as pdf:
        return "\n".join(dele for et in [*pdf.objects, pdf.trailer] for dele in _ord(et))


def _ord(ting: Any) -> Iterator[str]:
    if isinstance(ting, Stream):
        yield from _ord(ting.stream_dict)
        try:
            yield ting.read_bytes().decode("latin-1")
        except pikepdf.PdfError:  # a picture
            yield ting.read_raw_bytes().decode("latin-1")
    elif isinstance(ting, Dictionary):
        for navn, vaerdi in ting.items():
            yield navn
            yield from () if getattr(vaerdi, "is_indirect", False) else _ord(vaerdi)
    elif isinstance(ting, Array):
        for et in ting:
            yield from () if getattr(et, "is_indirect", False) else _ord(et)
    elif isinstance(ting, str | String | Name):
        yield str(ting)


def _handling(art: str, **felter: str) -> Dictionary:
    return Dictionary(Type=Name.Action, S=Name(f"/{art}"), **{navn: String(et) for navn, et in felter.items()})


def _link(pdf: Pdf, art: str, **felter: str) -> Any:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 90, 90]), A=_handling(art, **felter))
    return pdf.make_indirect(link)


def _bytes(pdf: Pdf, **valg: Any) -> bytes:
    ud = BytesIO()
    pdf.save(ud, **valg)
    return ud.getvalue()

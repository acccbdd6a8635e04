"""An appendix as somebody's own program would make it: one plain page for the board's pack to take in."""

from io import BytesIO

A4 = (595, 842)
MARGEN, LINJE, SKRIFT = 72, 20, 12


def en_side(linjer: tuple[str, ...]) -> bytes:
    """A PDF of one page with these lines; the same lines give the same bytes."""
    from pikepdf import Array, Dictionary, Name, Pdf

    skrevet = " T* ".join(f"({_escapet(et)}) Tj" for et in linjer)
    tegning = f"BT /F1 {SKRIFT} Tf {LINJE} TL {MARGEN} {A4[1] - MARGEN} Td {skrevet} ET"
    with Pdf.new() as pdf:
        side = pdf.add_blank_page(page_size=A4)
        skrift = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        side.Resources = Dictionary(Font=Dictionary(F1=skrift), ProcSet=Array([Name.PDF, Name.Text]))
        side.Contents = pdf.make_stream(tegning.encode("cp1252"))
        ud = BytesIO()
        pdf.save(ud, deterministic_id=True)
        return ud.getvalue()


def _escapet(tekst: str) -> str:
    return tekst.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")

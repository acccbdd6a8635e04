"""Files that others made, in a PDF of ours: washed by a program of its own, drawn on our pages, or attached.

What is carried along is what is drawn (`vask.py`). A page's drawing becomes one paragraph under our heading, so that
its words can be read aloud, but nobody knows their order, their headings or their tables: a paper with such pages does
not call itself PDF/UA. The same paper and files give the same bytes.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).with_name("vask.py")
TAALMOD = 90  # seconds of the clock; the program itself has fewer of the processor
PUNKTER_PR_MM = 72 / 25.4
# The paper's own room for a stranger's page, in mm from the page's edges (papir.css: .bilagsside).
VENSTRE, HOEJRE, BUND, TOP, TOP_PAA_FOERSTE = 10, 10, 16, 19, 37
KENDER = ("LD_LIBRARY_PATH", "PATH", "TMPDIR")  # all that the program is told of our surroundings
OEDELAGT = "oedelagt"  # as the program says it


@dataclass(frozen=True)
class Vasket:
    """`sider`: whether each page lies down; none when there is a `grund`, one of the program's codes."""

    sti: Path
    sider: tuple[bool, ...] = ()
    grund: str = ""


@dataclass(frozen=True)
class Vedhaeftet:
    """A file that lies in the PDF as it is."""

    navn: str
    beskrivelse: str
    mime: str
    indhold: bytes


def vask(kilde: Path, ud: Path, *, flest: int) -> Vasket:
    """The pages of a PDF or a picture (by the ending of `kilde`), written to `ud`; no file makes it fail.

    Raises RuntimeError when the program itself can't run.
    """
    kald = [sys.executable, "-I", str(PROGRAM), str(kilde), str(ud), str(flest)]
    miljoe = {navn: os.environ[navn] for navn in KENDER if navn in os.environ}
    try:
        svar = subprocess.run(kald, capture_output=True, timeout=TAALMOD, check=False, env=miljoe)
    except subprocess.TimeoutExpired:
        return Vasket(ud, grund=OEDELAGT)
    if svar.returncode < 0:  # the file brought it down: a signal, or one of its limits
        return Vasket(ud, grund=OEDELAGT)
    if svar.returncode:
        raise RuntimeError(f"{PROGRAM.name} kan ikke køre: {svar.stderr.decode(errors='replace')[-500:]}")
    fundet = json.loads(svar.stdout)
    return Vasket(ud, tuple(fundet.get("sider", ())), fundet.get("grund", ""))


def saet_ind(indhold: bytes, vaskede: Sequence[Vasket], vedhaeftede: Sequence[Vedhaeftet]) -> bytes:
    """Draw the washed pages on the last pages of our own, which were made for them, in order; attach the files."""
    sider = sum(len(et.sider) for et in vaskede)
    if not sider and not vedhaeftede:
        return indhold
    import pikepdf

    with pikepdf.open(BytesIO(indhold)) as pdf:
        egne, maerker = iter(pdf.pages[len(pdf.pages) - sider :]), _maerker(pdf)
        for vasket in (et for et in vaskede if et.sider):
            with pikepdf.open(vasket.sti) as fremmed:
                for nr, side in enumerate(fremmed.pages):
                    tegning = pdf.copy_foreign(side.Resources.XObject.Side)
                    egen = next(egne)
                    mcid = _afsnit(pdf, egen, maerker[int(egen.obj.StructParents)])
                    _tegn(egen, tegning, TOP if nr else TOP_PAA_FOERSTE, mcid)
        for fil in vedhaeftede:
            pdf.attachments[fil.navn] = pikepdf.AttachedFileSpec(
                pdf, fil.indhold, description=fil.beskrivelse, filename=fil.navn, mime_type=fil.mime
            )
        if sider:
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
                xmp.pop("pdfuaid:part", None)
        ud = BytesIO()
        pdf.save(ud, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return ud.getvalue()


def _maerker(pdf: Any) -> dict[int, Any]:
    """A page's number in the tree of tags → its marked pieces, in order."""
    numre = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(numre[nr]): numre[nr + 1] for nr in range(0, len(numre), 2)}


def _afsnit(pdf: Any, side: Any, maerker: Any) -> int:
    """A new paragraph, last in the page's section; gives the number that the page's content calls it by."""
    from pikepdf import Array, Dictionary, Name

    sektion = maerker[0]
    while Name.Sect != sektion.S:
        sektion = sektion.P
    nr = len(maerker)
    nyt = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=sektion, Pg=side.obj, K=nr))
    maerker.append(nyt)
    sektion.K = Array([*(sektion.K if isinstance(sektion.K, Array) else [sektion.K]), nyt])
    return nr


def _tegn(side: Any, tegning: Any, top: int, mcid: int) -> None:
    """As large as the room lets it be, and never larger than it was."""
    from pikepdf import Dictionary, Name, Rectangle

    _, _, bredde, hoejde = (float(et) for et in side.mediabox)
    venstre, bund, hoejre, oeverst = (et * PUNKTER_PR_MM for et in (VENSTRE, BUND, HOEJRE, top))
    # our own pages share their resources: this one gets a copy, so that its drawing is its own
    egne = Dictionary(side.Resources)
    egne.XObject = Dictionary({**egne.get(Name.XObject, {}), "/Bilag": tegning})
    side.obj.Resources = egne
    rum = Rectangle(venstre, bund, bredde - hoejre, hoejde - oeverst)
    placering = side.calc_form_xobject_placement(tegning, Name.Bilag, rum, allow_expand=False)
    side.contents_add(b"q", prepend=True)
    side.contents_add(b"Q\n/P <</MCID %d>> BDC\n%sEMC" % (mcid, placering))

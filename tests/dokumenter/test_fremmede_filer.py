"""Strangers' files in our PDF: what is drawn comes along, nothing else does, and no file can stop the paper."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from dokumenter import pdf
from dokumenter.pdf import fremmed
from dokumenter.pdf.fremmed import Vasket, Vedhaeftet, saet_ind, vask
from tests.dokumenter.fremmede import alt_i, bombe, fremmed_pdf, laast, udfyldt_formular

AKTIVT = ("JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/URI", "/Annots", "/AcroForm", "/EmbeddedFiles",
          "/Filespec", "/Properties", "ond.exe", "ond.invalid", "app.alert", "Ond Forfatter")  # fmt: skip
# What the program says, and how much memory it took.
MAALER = """
import resource, subprocess, sys
print(subprocess.run(sys.argv[1:], capture_output=True, text=True, check=True).stdout)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
pytestmark = pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")


def vaskes(indhold: bytes, mappe: Path, endelse: str = ".pdf", flest: int = 50) -> Vasket:
    kilde = mappe / f"ind{endelse}"
    kilde.write_bytes(indhold)
    return vask(kilde, mappe / "ren.pdf", flest=flest)


def papir(sider: int) -> bytes:
    """A paper of ours with so many pages."""
    dele = "".join(f"<section style='break-before: page'><p>Vores side {nr}</p></section>" for nr in range(sider))
    return pdf.pdf(f"<html lang='da'><head><title>Papir</title></head><body>{dele}</body></html>").indhold


def billede(format: str, **valg) -> bytes:
    ud = BytesIO()
    Image.new("RGBA" if format == "PNG" else "RGB", (1600, 900), "green").save(ud, format, **valg)
    return ud.getvalue()


def test_kun_det_tegnede_kommer_med(tmp_path):
    vasket = vaskes(fremmed_pdf("Forside", "Indhold"), tmp_path)
    ud = saet_ind(papir(3), [vasket], [])
    alt = alt_i(ud)

    assert vasket.sider == (False, False)
    assert [et for et in AKTIVT if et in alt_i(fremmed_pdf("Forside"))] == list(AKTIVT)
    assert [et for et in AKTIVT if et in alt] == []
    with pikepdf.open(BytesIO(ud)) as fil:
        tegnet = [side.obj.Resources.get("/XObject", {}).get("/Bilag") for side in fil.pages]
        assert tegnet[0] is None
        assert [b"Forside" in tegnet[1].read_bytes(), b"Indhold" in tegnet[2].read_bytes()] == [True, True]


def test_det_udfyldte_i_en_formular_er_tegnet_og_feltet_er_vaek(tmp_path):
    vasket = vaskes(udfyldt_formular("165.000 kr."), tmp_path)
    alt = alt_i(saet_ind(papir(1), [vasket], []))

    assert "165.000 kr." in alt
    assert [et for et in ("/AcroForm", "/Widget", "/Tx", "app.alert") if et in alt] == ["/Tx"]  # a mark in the drawing


@pytest.mark.parametrize(
    ("indhold", "grund"),
    [
        (b"%PDF-1.4\nvrovl", "oedelagt"),
        (fremmed_pdf("Side")[:400], "oedelagt"),
        (b"%PDF-1.7\n" + b"\x00" * 5000, "oedelagt"),
        (laast(fremmed_pdf("Side"), bruger="hemmelig"), "beskyttet"),
        (laast(fremmed_pdf("Side"), bruger=""), "beskyttet"),
        (fremmed_pdf(*["Side"] * 51), "for_lang"),
    ],
)
def test_en_fil_der_ikke_kan_tages_med_faar_en_grund(tmp_path, indhold, grund):
    vasket = vaskes(indhold, tmp_path)

    assert (vasket.sider, vasket.grund) == ((), grund)
    assert saet_ind(papir(1), [vasket], []) == papir(1)


def test_en_fil_der_folder_sig_ud_til_gigabytes_bliver_stoppet(tmp_path):
    assert len(bombe()) < 200_000
    assert vaskes(bombe(), tmp_path).grund == "oedelagt"


def test_200_sider_vaskes_uden_at_fylde_hukommelsen(tmp_path):
    """Measured in a process that has no other children."""
    kilde = tmp_path / "bog.pdf"
    kilde.write_bytes(fremmed_pdf(*[f"BOG {nr}" for nr in range(1, 201)]))
    kald = [sys.executable, "-I", str(fremmed.PROGRAM), str(kilde), str(tmp_path / "ren.pdf"), "1000"]
    svar = subprocess.run([sys.executable, "-c", MAALER, *kald], capture_output=True, text=True, check=True)
    fundet, kilobyte = svar.stdout.splitlines()

    assert json.loads(fundet) == {"sider": [False] * 200}
    assert int(kilobyte) < 300_000


def test_en_fil_der_aldrig_bliver_faerdig_bliver_stoppet(tmp_path, monkeypatch):
    monkeypatch.setattr(fremmed, "TAALMOD", 0.01)

    assert vaskes(fremmed_pdf("Side"), tmp_path).grund == "oedelagt"


def test_et_program_der_ikke_kan_koere_er_ikke_filens_skyld(tmp_path, monkeypatch):
    monkeypatch.setattr(fremmed, "PROGRAM", tmp_path / "findes_ikke.py")

    with pytest.raises(RuntimeError, match="kan ikke køre"):
        vaskes(fremmed_pdf("Side"), tmp_path)


@pytest.mark.parametrize(("format", "endelse"), [("PNG", ".png"), ("JPEG", ".jpg")])
def test_et_billede_bliver_en_side_uden_kameraets_oplysninger(tmp_path, format, endelse):
    exif = Image.Exif()
    exif[0x010E] = "Hemmelig adresse 7"
    vasket = vaskes(billede(format, exif=exif), tmp_path, endelse)

    assert vasket.sider == (True,)
    assert "Hemmelig adresse 7" not in alt_i(saet_ind(papir(1), [vasket], []))
    assert vaskes(b"\x89PNG\r\n\x1a\nvrovl", tmp_path, ".png").grund == "oedelagt"


def test_en_side_der_er_drejet_ligger_ned(tmp_path):
    ud = BytesIO()
    with pikepdf.open(BytesIO(fremmed_pdf("Side", "Side"))) as fil:
        fil.pages[1].obj.Rotate = 90
        fil.save(ud)

    assert vaskes(ud.getvalue(), tmp_path).sider == (False, True)


def test_det_samme_giver_de_samme_bytes_og_en_fil_er_vedhaeftet_som_den_er(tmp_path):
    fil = Vedhaeftet("Bilag 1.2 Poster.csv", "Bilag 1.2", "text/csv", b"a;b\n1;2\n")
    foerste = saet_ind(papir(2), [vaskes(fremmed_pdf("Side"), tmp_path)], [fil])

    assert saet_ind(papir(2), [vaskes(fremmed_pdf("Side"), tmp_path)], [fil]) == foerste
    with pikepdf.open(BytesIO(foerste)) as ud:
        assert list(ud.attachments) == ["Bilag 1.2 Poster.csv"]
        assert ud.attachments["Bilag 1.2 Poster.csv"].get_file().read_bytes() == b"a;b\n1;2\n"


def test_en_fremmed_side_kan_laeses_op_som_et_afsnit_efter_vores(tmp_path):
    indhold = saet_ind(papir(2), [vaskes(fremmed_pdf("Deres side"), tmp_path)], [])

    with pikepdf.open(BytesIO(indhold)) as ud:
        side = ud.pages[1]
        maerker = ud.Root.StructTreeRoot.ParentTree.Nums[2 * int(side.obj.StructParents) + 1]
        nyt = maerker[-1]
        assert (str(nyt.S), int(nyt.K), nyt.Pg.objgen, nyt.P.K[-1].objgen) == (
            "/P", len(maerker) - 1, side.obj.objgen, nyt.objgen,
        )  # fmt: skip
        tegnet = b"".join(et.read_bytes() for et in side.obj.Contents)
        assert b"/P <</MCID %d>> BDC" % int(nyt.K) in tegnet
    assert "pdfuaid:part" not in alt_i(saet_ind(papir(1), [vaskes(fremmed_pdf("A"), tmp_path)], []))

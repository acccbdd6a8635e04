"""Workbooks, opened again: types, Danish formats, words that stay words, live sums, print, and the same bytes."""

import re
import shutil
import subprocess
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from dokumenter.excel import DATOFORMAT, HOVED, LAENGST, excel
from kerne.ark import ANDEL, Ark, Formel, Kolonne, Mappe

KOLONNER = (Kolonne("Navn", 30), Kolonne("Tal", 14), Kolonne("Dag", 16), Kolonne("Andel", 10, ANDEL))
RAEKKER = (
    ("Rådgivning", Decimal("1936000.50"), date(2021, 11, 24), Decimal("0.61")),
    ("Café", 12, None, None),
    ("Skjult", "Skjult", None, None),
)
SUM = ("I alt", Formel("SUM(B{foerste}:B{sidste})", Decimal("1936012.5")), None, None)


def mappe(raekker=RAEKKER, sum_=SUM, *, er_kladde=False) -> Mappe:
    ark = Ark("Tal", "Tallene", KOLONNER, raekker, sum_)
    return Mappe("Regnskab, Lemvig", "Opgjort 2. juni 2022", "Lemvig", date(2022, 6, 2), er_kladde, (ark,))


def laest(indhold: bytes, *, vaerdier: bool = False):
    from openpyxl import load_workbook

    return load_workbook(BytesIO(indhold), data_only=vaerdier)


def celler(raekker) -> list[tuple[object, str]]:
    """What the sheet's first column holds, with its type: "s" is text, "f" a formula, "n" a number."""
    blad = laest(excel(mappe(raekker, ())))["Tal"]
    return [(et[0].value, et[0].data_type) for et in blad.iter_rows(min_row=HOVED + 1)]


def test_tal_og_datoer_er_tal_og_datoer_og_det_der_mangler_er_ord_eller_tomt():
    blad = laest(excel(mappe()))["Tal"]

    assert [et.value for et in blad[HOVED]] == ["Navn", "Tal", "Dag", "Andel"]
    assert [[et.value for et in raekke] for raekke in blad.iter_rows(min_row=HOVED + 1, max_row=HOVED + 3)] == [
        ["Rådgivning", 1936000.5, datetime(2021, 11, 24), 0.61],  # noqa: DTZ001 - Excel has no time zones
        ["Café", 12, None, None],
        ["Skjult", "Skjult", None, None],
    ]
    assert [et.number_format for et in blad[HOVED + 1]] == ["General", "#,##0.0", DATOFORMAT, "0\\ %"]
    assert blad.cell(HOVED + 2, 2).number_format == "#,##0"


@pytest.mark.parametrize(
    "ord_",
    ["=1+1", "+45 12 34 56 78", "-5 procent", "@SUM(A1)", "\t=1+1", "\r=1", "\n=1", " =1+1", "=cmd|' /C calc'!A0",
     '=HYPERLINK("http://x.invalid")'],
)  # fmt: skip
def test_ord_der_ligner_en_formel_forbliver_ord(ord_):
    blad = laest(excel(mappe(((ord_, None, None, None),), ())))["Tal"]
    celle = blad.cell(HOVED + 1, 1)

    assert (celle.data_type, celle.quotePrefix, celle.number_format) == ("s", True, "@")
    assert celle.value.replace("\r", "\n") == ord_.replace("\r", "\n")


def test_styretegn_bliver_til_mellemrum_og_en_meget_lang_tekst_siger_at_den_er_skaaret():
    (styret, _), (lang, _) = celler((("a\x00b\x0bc\uffff", None, None, None), ("x" * 40_000, None, None, None)))

    assert styret == "a b c "
    assert (len(lang), lang[-1]) == (LAENGST, "…")


def test_styretegn_i_titler_og_egenskaber_giver_stadig_en_fil_der_kan_aabnes():
    """Review: a control character in a plan's name went unwashed into the properties, and Excel refused the file."""
    ark = Ark("Tal", "Tal\x0blene", KOLONNER, RAEKKER, SUM)
    bog = laest(excel(Mappe("Lem\x0bvig", "Opgjort\x00", "Bo\x1f", date(2022, 6, 2), er_kladde=True, ark=(ark,))))

    egenskaber = bog.properties
    assert (egenskaber.title, egenskaber.subject, egenskaber.creator) == ("Lem vig (udkast)", "Opgjort ", "Bo ")
    assert (bog["Tal"]["A1"].value, bog["Tal"]["A2"].value) == ("Tal lene", "UDKAST · Opgjort ")
    assert bog["Tal"].oddHeader.left.text == "Lem vig"


def test_en_formel_er_levende_og_har_sin_vaerdi_med():
    indhold = excel(mappe())
    sted = f"B{HOVED + 4}"

    assert laest(indhold)["Tal"][sted].value == f"=SUM(B{HOVED + 1}:B{HOVED + 3})"
    assert laest(indhold, vaerdier=True)["Tal"][sted].value == 1936012.5
    assert laest(indhold).calculation.fullCalcOnLoad is True


def test_formlerne_giver_det_samme_naar_libreoffice_regner_dem_ud(tmp_path):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        pytest.skip("LibreOffice er ikke på maskinen")
    (tmp_path / "x.xlsx").write_bytes(excel(mappe()))
    kommando = [program, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "csv"]
    subprocess.run([*kommando, "--outdir", tmp_path, tmp_path / "x.xlsx"], check=True, capture_output=True, timeout=120)

    assert re.search(r"I alt,\"?1[.,]936[.,]012[.,]5", (tmp_path / "x.csv").read_text())


def test_arket_er_stillet_op_til_at_blive_laest_og_printet():
    blad = laest(excel(mappe()))["Tal"]

    assert (blad.freeze_panes, blad.auto_filter.ref) == (f"A{HOVED + 1}", f"A{HOVED}:D{HOVED + 3}")
    assert [blad.column_dimensions[et].width for et in "ABCD"] == [30, 14, 16, 10]
    assert (blad.page_setup.paperSize, blad.page_setup.orientation, blad.page_setup.fitToHeight) == (9, "landscape", 0)
    assert blad.print_title_rows == f"${HOVED}:${HOVED}"
    assert (blad["A1"].value, blad["A2"].value) == ("Tallene", "Opgjort 2. juni 2022")


def test_et_udkast_siger_det_i_arket_i_hovedet_og_i_egenskaberne():
    bog = laest(excel(mappe(er_kladde=True)))

    assert bog["Tal"]["A2"].value == "UDKAST · Opgjort 2. juni 2022"
    assert bog["Tal"].oddHeader.center.text == "UDKAST"
    assert bog.properties.title == "Regnskab, Lemvig (udkast)"


def test_egenskaberne_har_titel_afsender_og_rapportens_dato():
    egenskaber = laest(excel(mappe())).properties

    assert (egenskaber.title, egenskaber.creator, egenskaber.language) == ("Regnskab, Lemvig", "Lemvig", "da-DK")
    assert {egenskaber.created.date(), egenskaber.modified.date()} == {date(2022, 6, 2)}


def test_samme_ark_giver_samme_bytes_uden_makroer_og_uden_links_ud_af_filen(monkeypatch):
    foerste = excel(mappe())
    monkeypatch.setattr("time.time", lambda: 4_102_444_800.0)

    assert excel(mappe()) == foerste
    with ZipFile(BytesIO(foerste)) as arkiv:
        assert {et.date_time for et in arkiv.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [et for et in arkiv.namelist() if re.search(r"vba|external|hyperlink", et, re.IGNORECASE)] == []
        assert b"TargetMode" not in b"".join(arkiv.read(et) for et in arkiv.namelist())

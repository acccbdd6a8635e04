"""Sheets that somebody sends in: what cells hold, where they stand, and files that are no sheets."""

import io
from datetime import date
from decimal import Decimal

import pytest

from kerne import regneark
from kerne.regneark import KanIkkeLaeses, arknavne, kolonnenavn, raekker, skilletegn


def bog(*linjer, navn="2021", formater=()):
    from openpyxl import Workbook

    wb = Workbook()
    wb.active.title = navn
    for linje in linjer:
        wb.active.append(linje)
    for adresse, format_ in formater:
        wb.active[adresse].number_format = format_
    fil = io.BytesIO()
    wb.save(fil)
    return fil


def laest(fil, ark):
    return [et.vaerdier for et in raekker(fil, ark)]


def test_celler_er_som_excel_viser_dem():
    fil = bog(
        ["Område", "Andel", "Dag"],
        ["  Vest\u00a0byen ", 0.262, date(2021, 12, 31)],
        [None, 26.2, ""],
        formater=[("B2", "0.0%")],
    )
    assert laest(fil, "2021") == [
        ("Område", "Andel", "Dag"),
        ("Vest byen", Decimal("26.2"), date(2021, 12, 31)),
        (None, Decimal("26.2"), None),
    ]


def test_binaere_broeker_er_uden_stoej():
    assert laest(bog([0.1 + 0.2, 1e3, True, 1e300]), "2021") == [
        (Decimal("0.3"), Decimal(1000), "Sand", Decimal("1e300"))
    ]


@pytest.mark.parametrize("kodning", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_i_de_kodninger_excel_skriver(kodning):
    fil = io.BytesIO("Område;Andel\nÆrø;26,2\n;\n".encode(kodning))
    assert arknavne(fil) == ["Filen"]
    assert laest(fil, "Filen") == [("Område", "Andel"), ("Ærø", "26,2"), (None, None)]


@pytest.mark.parametrize(
    ("tekst", "tegn"), [("a;b;c\n1,5;2,5;3,5", ";"), ("a\tb\n1,5\t2", "\t"), ("a,b,c\n1,2,3", ","), ("a", ";")]
)
def test_skilletegnet_er_det_der_er_flest_af(tekst, tegn):
    assert skilletegn(tekst) == tegn


def test_en_celle_ved_hvor_den_staar():
    raekke = list(raekker(bog(["a"], ["b", "c"]), "2021"))[1]
    assert (raekke.celle(1).sted, raekke.celle(1).tekst) == ("Ark »2021«, celle B2", "c")
    assert (raekke.celle(30).adresse, raekke.celle(30).vaerdi) == ("AE2", None)
    assert next(raekker(io.BytesIO(b"x;y\n"), "Filen")).celle(0).sted == "Celle A1"


@pytest.mark.parametrize(("nr", "navn"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_kolonner_hedder_som_i_excel(nr, navn):
    assert kolonnenavn(nr) == navn


@pytest.mark.parametrize(
    ("indhold", "besked"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "Excels gamle format"),
        (b"PK\x03\x04ikke en pakke", "kan ikke læses som et regneark"),
        (b"%PDF-1.7\x00\x01", "hverken et regneark"),
    ],
)
def test_en_fil_der_ikke_er_et_ark_siger_hvad_man_skal_goere(indhold, besked):
    with pytest.raises(KanIkkeLaeses, match=besked):
        arknavne(io.BytesIO(indhold))


def test_et_ark_der_ikke_findes_siges_ved_navn():
    with pytest.raises(KanIkkeLaeses, match="»2022«"):
        laest(bog(["a"]), "2022")


def test_for_mange_raekker_siges(monkeypatch):
    monkeypatch.setattr(regneark, "HOEJST_RAEKKER", 2)
    with pytest.raises(KanIkkeLaeses, match="Del det i flere filer"):
        laest(io.BytesIO(b"a\nb\nc\n"), "Filen")


def test_et_ark_der_pakkes_for_stort_ud_afvises(monkeypatch):
    monkeypatch.setattr(regneark, "HOEJST_UDPAKKET", 100)
    with pytest.raises(KanIkkeLaeses, match="for stort"):
        arknavne(bog(["a"]))

"""Numbers as Danes write them, and what is read back from people and sheets."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from kerne import talformat
from kerne.talformat import FAST_MELLEMRUM as NB

BELOEB = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@pytest.mark.parametrize(
    ("vaerdi", "decimaler", "ventet"),
    [
        ("1234.50", None, "1.234,5"),
        ("1936", None, "1.936"),
        ("20.000", None, "20"),
        ("20", 1, "20,0"),
        ("26.25", 1, "26,3"),
        ("-26.25", 1, "−26,3"),
        ("26.33333", None, "26,33"),
        ("-0.001", None, "0"),
        ("1000000", None, "1.000.000"),
        ("999", None, "999"),
    ],
)
def test_tal(vaerdi, decimaler, ventet):
    assert talformat.tal(Decimal(vaerdi), decimaler) == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (talformat.procent(Decimal("22.4")), f"22,4{NB}%"),
        (talformat.procent(Decimal("22.45")), f"22,5{NB}%"),
        (talformat.procent(20), f"20{NB}%"),
        (talformat.andel(Decimal("0.6129")), f"61{NB}%"),
        (talformat.kroner(8900000), f"8.900.000{NB}kr."),
        (talformat.kroner(Decimal("12.50")), f"12,50{NB}kr."),
        (talformat.kroner(Decimal("137500.00")), f"137.500{NB}kr."),
        (talformat.tusind_kroner(532500), f"532,5{NB}tkr."),
        (talformat.mio_kroner(6240000), f"6,24{NB}mio.{NB}kr."),
        (talformat.fortegn(Decimal("1.2")), "+1,2"),
        (talformat.fortegn(Decimal("-0.4")), "−0,4"),
        (talformat.fortegn(0), "0"),
        (talformat.fortegn(Decimal("0.001")), "0"),
        (talformat.vaerdi(Decimal("22.4"), "procent"), f"22,4{NB}%"),
        (talformat.vaerdi(6, "karakter"), "6,0"),
        (talformat.vaerdi(Decimal("30.65"), "promille"), f"30,65{NB}pr.{NB}1.000"),
        (talformat.vaerdi(1200, "kroner"), f"1.200{NB}kr."),
        (talformat.vaerdi(54, "antal"), "54"),
        (talformat.vaerdi(54), "54"),
        (talformat.forskel(Decimal("2.4"), "procent"), f"2,4{NB}procentpoint"),
        (talformat.forskel(Decimal("1.05"), "procent"), f"1,05{NB}procentpoint"),
    ],
)
def test_med_enhed(tekst, ventet):
    assert tekst == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("26,2%", "26.2"),
        ("26,2 %", "26.2"),
        (f"26,2{NB}%", "26.2"),
        ("26.2", "26.2"),
        ("1.936", "1936"),
        ("0.125", "0.125"),
        ("1.936.000,50 kr.", "1936000.50"),
        ("12 500", "12500"),
        ("-3", "-3"),
        ("−3,5", "-3.5"),
        ("+4", "4"),
        ("0", "0"),
    ],
)
def test_laes_tal(tekst, ventet):
    assert talformat.laes_tal(tekst) == Decimal(ventet)


@pytest.mark.parametrize(
    ("tekst", "besked"),
    [
        ("", "Skriv et tal. Et tomt felt er ikke nul."),
        ("  ", "Skriv et tal. Et tomt felt er ikke nul."),
        ("1.936 tkr.", "»1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000."),
        ("6,2 mio. kr.", "»6,2 mio. kr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000."),
        ("mange", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ("1.93.6", "»1.93.6« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ("22,4,1", "»22,4,1« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ("٣", "»٣« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ("NaN", "»NaN« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        (
            "9" * 41,
            f"»{'9' * 40}…« er for langt til at være et tal. Skriv det som 22,4 eller 1.936.",
        ),
        (
            f"1{' ' * 100_000}x",
            f"»1{' ' * 39}…« er for langt til at være et tal. Skriv det som 22,4 eller 1.936.",
        ),
        ("1e9", "»1e9« er ikke et tal. Skriv det som 22,4 eller 1.936."),
    ],
)
def test_laes_tal_siger_hvad_der_er_galt(tekst, besked):
    with pytest.raises(ValueError, match=f"^{re.escape(besked)}$"):
        talformat.laes_tal(tekst)


@pytest.mark.parametrize("figur", ["9" * 40, "1e308", "-1e308"])
def test_et_vanvittigt_stort_tal_kan_rundes_og_vises(figur):
    """Thirty digits in a field, or what a workbook's cell can hold, broke the page that was to refuse it."""
    assert talformat.afrund(Decimal(figur), 3) == Decimal(figur)
    assert talformat.tal(Decimal(figur)).startswith(("9", "1", "−1"))


@settings(deadline=None)
@given(BELOEB)
def test_det_skrevne_kan_laeses_igen(v):
    assert talformat.laes_tal(talformat.tal(v, 2)) == v
    assert talformat.laes_tal(talformat.kroner(v)) == v


@settings(deadline=None)
@given(st.decimals(min_value=-(10**6), max_value=10**6, places=4), st.integers(0, 3))
def test_aldrig_minus_nul_og_aldrig_flere_decimaler_end_bedt_om(v, decimaler):
    tekst = talformat.tal(v, decimaler)
    assert tekst.strip("−0,") != "" or "−" not in tekst
    assert len(tekst.partition(",")[2]) == decimaler


@pytest.mark.parametrize(
    ("skabelon", "ventet"),
    [
        ("{{ v|tal }}", "1.936,5"),
        ("{{ v|tal:2 }}", "1.936,50"),
        ("{{ v|fortegn }}", "+1.936,5"),
        ("{{ v|procent }}", f"1.936,5{NB}%"),
        ("{{ v|kroner }}", f"1.936,50{NB}kr."),
        ("{{ v|tusind_kroner }}", f"1,9{NB}tkr."),
        ("{{ v|mio_kroner }}", f"0{NB}mio.{NB}kr."),
        ('{{ v|vaerdi:"timer" }}', f"1.936,5{NB}timer"),
        ("{{ halv|andel }}", f"50{NB}%"),
        ("{{ dag|dato }}, {{ dag|dato_kort }}", f"24.{NB}november 2021, 24.{NB}nov. 2021"),
        ("{{ tid|tidspunkt }}, {{ tid|klokkeslaet }}", f"24.{NB}november 2021 kl.{NB}13.00, kl.{NB}13.00"),
        ("{% periode dag None %}", f"fra 24.{NB}november 2021"),
        ("{% aarsvindue 2013 2017 %}", "2013–2017"),
        ("{% maaleperiode dag dag %}", f"pr.{NB}24.{NB}november 2021"),
        ("{% tidsrum tid tid %}", "13.00–13.00"),
        ("{{ tekst|ubrudt }}", '&lt;b&gt; i <span class="ubrudt">2013–2017</span>'),
        ("{{ intet|tal }}{{ intet|kroner }}{{ intet|dato }}{{ intet|andel }}{{ intet|tidspunkt }}", ""),
    ],
)
def test_i_skabeloner(skabelon, ventet):
    sammenhaeng = Context({
        "v": Decimal("1936.50"), "halv": Decimal("0.5"), "dag": date(2021, 11, 24), "intet": None,
        "tid": datetime(2021, 11, 24, 12, tzinfo=UTC), "tekst": "<b> i 2013–2017",
    })  # fmt: skip
    assert Template("{% load kerne %}" + skabelon).render(sammenhaeng) == ventet

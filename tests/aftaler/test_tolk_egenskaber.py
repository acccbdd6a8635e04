"""What holds for every text: a reading always comes, it is the same each time, and no number is invented."""

import json
import re
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftaler.laesning import Form, Laesning, Mangel
from aftaler.parsers.kriterium import til_json, tolk
from aftaler.parsers.kriterium.mangler import KAN_MANGLE
from aftaler.parsers.kriterium.talord import ARTIKLER, BROEKER, GANGE, HVER, TALORD

STUMPER = st.sampled_from(
    """Andelen af beboere|Antallet af frivillige|Fraflytningsprocenten|Trygheden|Mindst|højst|under|over|falder|stiger
reduceres|fastholdes|oplever|fra|til|med|på|i|%|pct.|procentpoint|pr. 1.000 beboere|kr.|mio. kr.|timer|point|om året
årligt|i 2022|i perioden 2013 – 2017|ultimo 17|skoleåret 18/19|inden udgangen af 2024|fra 2020|baseline 2018
(udgangspunkt i 2015: 15)|sammenlignet med 2016|kommunens gennemsnit|Lemvig Kommune|eller lavere|eller flere|halvdelen
tre ud af fire|hver fjerde|fordobles|halveres|alle|ingen|20 – 24årige|§ 61 a|9. klasse|og|, der|. |(|)|:|;|Ringparken
for Motalavej|12|20|1.200|6,0|26.2|30-40""".replace("\n", "|").split("|")
)
SAETNINGER = st.lists(st.one_of(STUMPER, st.integers(0, 3000).map(str)), max_size=16).map(" ".join)
TEKSTER = st.one_of(SAETNINGER, st.text(max_size=200))


def tal_i(laesning: Laesning) -> set[Decimal]:
    dele = (laesning.baseline, laesning.maal, laesning.aendring, laesning.reference, *laesning.omraader)
    return {abs(del_.vaerdi) for del_ in dele if del_ is not None and del_.vaerdi is not None}


def aar_i(laesning: Laesning) -> set[int]:
    return {
        aar
        for del_ in (laesning.baseline, laesning.maal, laesning.reference)
        if del_
        for aar in (del_.fra, del_.til)
        if aar
    }


def mulige_tal(tekst: str) -> set[Decimal]:
    """Every number that the text says in digits or in a documented word, read as loosely as possible."""
    cifre = (
        re.findall(r"\d+(?:[., ]\d+)*", tekst)
        + re.findall(r"\d+(?:[.,]\d+)?", tekst)
        + re.findall(r"(?=((?<!\d)\d{1,3}(?: \d{3})+(?!\d)))", tekst)
    )
    tal = {Decimal(et.replace(".", "").replace(" ", "").replace(",", ".", 1)) for et in cifre if et.count(",") <= 1}
    tal |= {Decimal(et.replace(",", ".")) for et in cifre if re.fullmatch(r"\d+[.,]\d+|\d+", et)}
    ord_ = {vaerdi for tekstord, vaerdi in (TALORD | ARTIKLER | BROEKER | HVER).items() if tekstord in tekst.lower()}
    ord_ |= {abs(vaerdi) for moenster, vaerdi in GANGE if re.search(moenster, tekst, re.IGNORECASE)}
    if re.search("alle|samtlige|ingen", tekst, re.IGNORECASE):
        ord_ |= {Decimal(0), Decimal(100)}
    grund = tal | ord_
    dele = (
        {round(x * 100 / y, 2) for x, y in product(grund, grund) if 0 < y <= 100 and x < 10**12}
        if re.search(r"ud af|/", tekst)
        else set()
    )
    return grund | {et * 1000 for et in grund} | {et * 1_000_000 for et in grund} | dele


@given(TEKSTER)
@settings(max_examples=200, deadline=None)
def test_enhver_tekst_giver_en_laesning_og_den_samme_hver_gang(tekst):
    assert til_json(tekst, tolk(tekst)) == til_json(tekst, tolk(tekst))


@given(SAETNINGER)
@settings(max_examples=400, deadline=None)
def test_hvert_tal_staar_i_teksten(tekst):
    laesning = tolk(tekst)

    assert tal_i(laesning) <= mulige_tal(tekst)
    assert {aar % 100 for aar in aar_i(laesning)} <= {int(et[-2:]) for et in re.findall(r"\d\d+", tekst)}


@given(SAETNINGER)
@settings(max_examples=400, deadline=None)
def test_det_maalbare_mangler_ikke_maaltal_og_hver_form_mangler_kun_sit_eget(tekst):
    laesning = tolk(tekst)

    assert not (laesning.maalbar and Mangel.MAALTAL in laesning.mangler)
    assert set(laesning.mangler) <= set(KAN_MANGLE[laesning.form])
    assert not (laesning.maalbar and laesning.form in (Form.KVALITATIV, Form.IKKE_FASTLAGT))
    assert (laesning.aendring is None) or laesning.form == Form.AENDRING


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        " \t ",
        "\x00",
        "12 34 56 78",
        "😀🏘️ 50 %",
        "The share rises from 40 % to 50 %",
        "((((",
        "|",
        "½ ٣ %",
        "1" * 10_000,
    ]
    + [stump * 2_000 for stump in ("og ", "2016 ", "12 % ", "fra 1 til ", "ikke ", "1.000 ", "A-B ")],
    ids=lambda tekst: tekst[:12],
)
def test_det_underlige_giver_ogsaa_en_laesning_som_json(tekst):
    svar = json.loads(json.dumps(til_json(tekst, tolk(tekst))))

    assert (svar["tekst"], svar["form"] in Form.values) == (tekst, True)

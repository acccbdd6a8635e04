"""The difference between two snapshots: nothing invented, nothing lost, told clause by clause."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.snapshot.forskel import Led, forskelle, klausuler, ordforskel

KRITERIUM = {
    "noegle": 7,
    "nr": 9,
    "navn": "Foreningsliv",
    "tekst": "Antallet stiger i projektperioden.",
    "datakilde": "Undersøgelse",
    "laesning": {"form": "aendring", "maal_vaerdi": None},
}
DOKUMENT = {
    "plan": {"omraade": "Lemvig"},
    "parter": [{"navn": "Bo i Lemvig", "underskriver": None}],
    "gaelder_fra": "2019-05-01",
    "gaelder_til": "2023-04-30",
    "afsnit": [{"nr": 1, "kode": "formaal", "overskrift": "Formål", "tekst": "<p>Et trygt område.</p>"}],
    "indsatsomraader": [
        {
            "noegle": 3,
            "nr": "5.4",
            "navn": "Forebyggelse",
            "problemkompleks": "",
            "formaal_og_maal": "",
            "succeskriterier": [KRITERIUM],
        }
    ],
    "finansiering": {"landsbyggefonden": "6000000", "lokal_medfinansiering": None},
    "bilag": ["Budget"],
}


def test_et_dokument_er_ens_med_sig_selv():
    assert forskelle(DOKUMENT, deepcopy(DOKUMENT)) == []


def test_et_aendret_kriterium_vises_ord_for_ord():
    efter = deepcopy(DOKUMENT)
    efter["indsatsomraader"][0]["succeskriterier"][0]["tekst"] = "Antallet stiger til mindst 80 i 2022."

    (fund,) = forskelle(DOKUMENT, efter)

    assert fund.overskrift == "5.4 Forebyggelse: succeskriterium 9"
    assert fund.led == (
        Led("=", "Antallet stiger "),
        Led("-", "i projektperioden"),
        Led("+", "til mindst 80 i 2022"),
        Led("=", "."),
    )


def test_et_slettet_kriterium_staar_hvor_det_stod():
    efter = deepcopy(DOKUMENT)
    efter["indsatsomraader"][0]["succeskriterier"] = []

    assert [(et.art, et.sti) for et in forskelle(DOKUMENT, efter)] == [
        ("slettet", "kriterium.7"),
        ("slettet", "kriterium.7.datakilde"),
        ("slettet", "kriterium.7.laesning"),
    ]


def test_et_beloeb_der_mangler_er_ikke_nul():
    assert [et.sti for et in klausuler(DOKUMENT) if et.sti.startswith("finansiering")] == [
        "finansiering.landsbyggefonden"
    ]


@pytest.mark.parametrize(
    ("foer", "efter", "led"),
    [("", "ny", [("+", "ny")]), ("væk", "", [("-", "væk")]), ("26,2 %", "26,2 %", [("=", "26,2 %")])],
)
def test_yderpunkter(foer, efter, led):
    assert [(et.tegn, et.tekst) for et in ordforskel(foer, efter)] == led


ord_ = st.lists(st.sampled_from(["fald", "20", "%", "2022", "øges", ".", "til"]), max_size=14).map(" ".join)


@given(ord_, ord_)
def test_begge_tekster_kan_laeses_ud_af_forskellen(foer, efter):
    led = ordforskel(foer, efter)
    assert "".join(et.tekst for et in led if et.tegn in "=-") == foer
    assert "".join(et.tekst for et in led if et.tegn in "=+") == efter

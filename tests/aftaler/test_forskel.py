"""The difference between two snapshots: nothing invented, nothing lost, told clause by clause."""

from copy import deepcopy
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.snapshot import LAESNINGSFELTER
from aftaler.snapshot.forskel import Led, aendrede, forskelle, ordforskel
from aftaler.snapshot.klausuler import klausuler

KRITERIUM = {
    "noegle": 7,
    "nr": 9,
    "navn": "Foreningsliv",
    "tekst": "Antallet stiger i projektperioden.",
    "datakilde": "Undersøgelse",
    "ansvarlig": "",
    "foerste_frist": None,
    "laesning": {
        **dict.fromkeys(LAESNINGSFELTER, ""),
        **dict.fromkeys(
            (
                "baseline_vaerdi",
                "baseline_fra",
                "baseline_til",
                "maal_vaerdi",
                "maal_fra",
                "maal_til",
                "aendring_vaerdi",
                "reference_vaerdi",
                "reference_fra",
                "reference_til",
            )
        ),
        "form": "aendring",
        "maalbar": False,
        "retning": "op",
        "enhed": "antal",
        "omraadetal": [],
        "mangler": ["maaltal"],
    },
}
DOKUMENT = {
    "dokument": "strategisk",
    "generation": "B",
    "titel": "Strategisk samarbejdsaftale",
    "indledning": "",
    "plan": {
        "navn": "Vestbyen i Lemvig",
        "omraade": "Lemvig",
        "kommune": "Lemvig Kommune",
        "bevillingsperiode": "2015-18",
        "lbf_sagsnr": "",
        "start": "2019-05-01",
        "slut": "2023-04-30",
        "boligomraader": [{"noegle": 1, "navn": "Vestbyen"}],
        "boligafdelinger": [],
    },
    "parter": [{"noegle": 1, "navn": "Bo i Lemvig", "art": "Boligorganisation", "underskriver": None}],
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
        ("slettet", "kriterium.7.navn"),
        ("slettet", "kriterium.7.datakilde"),
        ("slettet", "kriterium.7.laesning"),
    ]
    assert [ny for _, ny in aendrede(DOKUMENT, efter)] == [None] * 4


def test_en_laesning_staar_i_ord():
    (laesning,) = (et for et in klausuler(DOKUMENT) if et.sti == "kriterium.7.laesning")

    assert laesning.overskrift == "5.4 Forebyggelse: succeskriterium 9, sådan læses det"
    assert laesning.tekst == (
        "Slags mål: En ændring af en vis størrelse.\nRetning: op.\nEnhed: antal.\nMangler: måltal.\n"
        "Kan ikke måles endnu."
    )


def test_en_ny_overskrift_i_skabelonen_kan_ses():
    efter = deepcopy(DOKUMENT)
    efter["afsnit"][0]["overskrift"] = "Formål og mål"

    assert [(et.overskrift, et.led[-1]) for et in forskelle(DOKUMENT, efter)] == [
        ("Skabelonens titel og overskrifter", Led("+", " og mål"))
    ]


def test_saetninger_blandes_ikke():
    assert ordforskel("Byen er tryg. Vi mødes hver uge.", "Byen er tryg. Alle er med. Vi mødes hver måned.") == (
        Led("=", "Byen er tryg. "),
        Led("+", "Alle er med. "),
        Led("=", "Vi mødes hver "),
        Led("-", "uge"),
        Led("+", "måned"),
        Led("=", "."),
    )


def test_to_lange_tekster_uden_noget_tilfaelles_tager_ikke_lang_tid():
    foer, efter = "a b " * 20_000, "b c " * 20_000
    begyndt = perf_counter()

    led = ordforskel(foer, efter)

    assert "".join(et.tekst for et in led if et.tegn in "=-") == foer
    assert perf_counter() - begyndt < 5


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

"""The table of figures under a criterion, and where the pace so far leads."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kerne.talformat import FAST_MELLEMRUM
from maalinger.rules import Delmaalstal, fremskriv, raekker
from maalinger.statuses import Status
from tests.maalinger.laesninger import (
    FALD_OM_AARET,
    FORSOERGELSE,
    FRAFLYTNING,
    FRAFLYTNING_MAALT,
    FRIVILLIGE,
    GENHUSNING,
    I_DAG,
    SLUT,
    TRYGHED,
    d,
    serie,
)


@pytest.mark.regel("status-dengang")
def test_tabellen_har_start_alle_aar_og_maal():
    tabel = raekker(FRAFLYTNING, FRAFLYTNING_MAALT, dato=I_DAG)
    assert [(et.periode, et.vaerdi, et.plan_vaerdi, et.afvigelse, et.status) for et in tabel] == [
        ("2013–2017, snit", d("26,2"), None, None, None),
        ("2018", d("25,4"), d("24,96"), d("0,44"), Status.PAA_SPORET),
        ("2019", d("24,6"), d("23,72"), d("0,88"), Status.BAGUD),
        ("2020", d("23,1"), d("22,48"), d("0,62"), Status.PAA_SPORET),
        ("2021", d("22,4"), d("21,24"), d("1,16"), Status.BAGUD),
        ("2022", None, d(20), None, None),
    ]
    assert [et.er_maal for et in tabel] == [False] * 5 + [True]
    assert tabel[0].er_start


def test_et_umaalt_aar_staar_i_tabellen_uden_tal():
    tabel = raekker(FORSOERGELSE, serie((2018, 37), (2020, "34,6"), (2021, "33,2")), dato=I_DAG)
    assert [(et.periode, et.vaerdi) for et in tabel] == [
        ("2013–2017, snit", d("38,1")),
        ("2018", d(37)),
        ("2019", None),
        ("2020", d("34,6")),
        ("2021", d("33,2")),
        ("2022", None),
        ("2020–2022, snit", d("33,9")),
    ]


def test_uden_udgangspunkt_er_der_ingen_plan_i_tabellen():
    tabel = raekker(GENHUSNING, serie((2020, 70), (2021, 76)), dato=I_DAG, slut=SLUT)
    assert [(et.periode, et.plan_vaerdi, et.vej) for et in tabel] == [("2020", None, None), ("2021", None, None)]


@pytest.mark.parametrize("laesning", [TRYGHED, FALD_OM_AARET])
def test_hvad_der_ikke_kan_bedoemmes_har_ingen_tabel(laesning):
    assert raekker(laesning, (), dato=I_DAG) == ()


@pytest.mark.regel("fremskrivning")
def test_fremskrivning_er_den_linje_der_passer_bedst():
    frem = fremskriv(FRAFLYTNING, FRAFLYTNING_MAALT, dato=I_DAG)
    assert (frem.aar, frem.vaerdi, frem.haeldning, frem.antal) == (2022, d("21,25"), d("-1,05"), 4)
    assert [et.replace(FAST_MELLEMRUM, " ") for et in frem.saetninger] == [
        "De fire målinger falder i snit 1,05 procentpoint om året.",
        "Fortsætter det, lander 2022 på 21,3 %. Det er 1,3 procentpoint over målet.",
        "For at nå målet skal tallet falde 2,4 procentpoint på ét år.",
    ]
    assert not frem.naar_maalet


@pytest.mark.parametrize(
    ("laesning", "maalinger"),
    [
        (FRAFLYTNING, FRAFLYTNING_MAALT[:2]),  # two points are no tendency
        (FRAFLYTNING, serie((2016, 27), (2017, 26), (2018, 25))),  # two of them are the baseline
        (FRAFLYTNING, serie((2020, 23), (2021, 22), (2022, 21))),  # its year is measured
        (GENHUSNING, serie((2019, 70), (2020, 72), (2021, 74))),  # no year to reach
        (FRIVILLIGE, serie((2019, 50), (2020, 50), (2021, 50))),  # every year for itself
        (TRYGHED, serie((2019, 50), (2020, 50), (2021, 50))),
    ],
)
def test_uden_grundlag_fremskrives_der_ikke(laesning, maalinger):
    assert fremskriv(laesning, maalinger, dato=I_DAG) is None


def test_et_snit_fremskrives_som_snit():
    frem = fremskriv(FORSOERGELSE, serie((2018, 37), (2019, 36), (2020, 31), (2021, 30)), dato=I_DAG)
    assert frem.saetninger[1].startswith("Fortsætter det, lander snittet for 2020–2022 på ")
    assert frem.vaerdi == Decimal("29.333333")  # 31, 30 and the line's 27
    assert frem.naar_maalet


def test_en_andel_fremskrives_aldrig_under_nul():
    stejl = replace(FRAFLYTNING, maal=replace(FRAFLYTNING.maal, fra=2026, til=2026))
    assert fremskriv(stejl, serie((2018, 20), (2019, 12), (2020, 4)), dato=I_DAG).vaerdi == 0


def test_plan_i_tabellen_gaar_gennem_delmaal():
    tabel = raekker(FRAFLYTNING, FRAFLYTNING_MAALT, dato=I_DAG, delmaal=[Delmaalstal(2020, d(24))])
    assert [et.plan_vaerdi for et in tabel if et.fra in (2020, 2021)] == [d(24), d(22)]

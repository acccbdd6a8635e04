"""Danish holidays and working days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerne.arbejdsdage import (
    arbejdsdage,
    er_arbejdsdag,
    flyt_arbejdsdage,
    foerste_arbejdsdag,
    helligdage,
    paaskedag,
    ugens_foerste_arbejdsdag,
)


@pytest.mark.parametrize(
    ("aar", "dag"),
    [
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2019, date(2019, 4, 21)),
        (2022, date(2022, 4, 17)),
        (2023, date(2023, 4, 9)),
        (2024, date(2024, 3, 31)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_paaskedag(aar, dag):
    assert paaskedag(aar) == dag


def test_helligdagene_i_2022_og_at_bededag_forsvandt_i_2024():
    assert sorted(helligdage(2022)) == [
        date(2022, 1, 1),
        date(2022, 4, 14),
        date(2022, 4, 15),
        date(2022, 4, 17),
        date(2022, 4, 18),
        date(2022, 5, 13),
        date(2022, 5, 26),
        date(2022, 6, 5),
        date(2022, 6, 6),
        date(2022, 12, 25),
        date(2022, 12, 26),
    ]
    assert (er_arbejdsdag(date(2023, 5, 5)), er_arbejdsdag(date(2024, 4, 26))) == (False, True)


@pytest.mark.parametrize(
    ("fra", "til", "antal"),
    [
        (date(2022, 6, 2), date(2022, 6, 2), 0),
        (date(2022, 6, 2), date(2022, 6, 3), 1),
        (date(2022, 6, 3), date(2022, 6, 7), 1),  # Whitsun between
        (date(2022, 4, 13), date(2022, 4, 19), 1),  # Easter between
        (date(2022, 6, 3), date(2022, 6, 2), 0),
    ],
)
def test_arbejdsdage(fra, til, antal):
    assert arbejdsdage(fra, til) == antal


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 400), st.integers(0, 400))
def test_arbejdsdage_laegges_sammen(fra, foerst, derefter):
    midt = date.fromordinal(fra.toordinal() + foerst)
    til = date.fromordinal(midt.toordinal() + derefter)
    assert arbejdsdage(fra, til) == arbejdsdage(fra, midt) + arbejdsdage(midt, til)


@pytest.mark.parametrize(
    ("maaned", "dag"),
    [
        ((2026, 12), "2026-12-01"),
        ((2027, 1), "2027-01-04"),  # new year's day, Saturday, Sunday
        ((2024, 4), "2024-04-02"),  # 2. påskedag
        ((2020, 6), "2020-06-02"),  # 2. pinsedag
    ],
)
def test_maanedens_foerste_arbejdsdag(maaned, dag):
    assert foerste_arbejdsdag(*maaned) == date.fromisoformat(dag)


@pytest.mark.parametrize(
    ("dag", "antal", "svar"),
    [
        ("2022-06-03", 1, "2022-06-07"),  # Friday, Whitsun between
        ("2022-06-07", -1, "2022-06-03"),
        ("2022-06-05", -1, "2022-06-03"),  # Whit Sunday
        ("2022-06-05", 0, "2022-06-05"),
        ("2022-04-13", 5, "2022-04-25"),  # Easter between
    ],
)
def test_en_dag_saa_mange_arbejdsdage_foer_eller_efter(dag, antal, svar):
    assert flyt_arbejdsdage(date.fromisoformat(dag), antal) == date.fromisoformat(svar)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(1, 60))
def test_at_flytte_frem_er_det_samme_antal_arbejdsdage(dag, antal):
    assert arbejdsdage(dag, flyt_arbejdsdage(dag, antal)) == antal


@pytest.mark.parametrize(
    ("dag", "svar"),
    [
        ("2022-05-31", "2022-05-30"),
        ("2022-06-12", "2022-06-07"),  # the week of 2. pinsedag
        ("2022-04-18", "2022-04-19"),
    ],
)
def test_ugens_foerste_arbejdsdag(dag, svar):
    assert ugens_foerste_arbejdsdag(date.fromisoformat(dag)) == date.fromisoformat(svar)

"""When the digest mail is due, and which day reminds of what, in Danish working days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerne.arbejdsdage import er_arbejdsdag
from overblik.rules.paamindelser import (
    dag_foer_naeste,
    emnelinje,
    naar,
    resten,
    siges_til,
    skal_siges,
    skylder,
    varslerne,
)
from overblik.statuses import FRAVALGTE, VARSLER, Emne, Hyppighed, Pligt

dag = date.fromisoformat
# 2022: 6 June is 2. pinsedag, a Monday; 14, 15 and 18 April are Easter's.


@pytest.mark.regel("samlemail-dage")
@pytest.mark.parametrize(
    ("hyppighed", "sidst", "i_dag", "svar"),
    [
        ("dagligt", None, "2022-06-02", True),
        ("dagligt", "2022-06-01", "2022-06-02", True),
        ("dagligt", "2022-06-02", "2022-06-02", False),
        ("dagligt", "2022-06-03", "2022-06-04", False),  # Saturday
        ("dagligt", "2022-06-03", "2022-06-06", False),  # 2. pinsedag
        ("dagligt", "2022-05-20", "2022-06-07", True),  # days that were missed give one mail
        ("ugentligt", None, "2022-05-30", True),
        ("ugentligt", None, "2022-05-31", False),  # begins with the week
        ("ugentligt", "2022-05-23", "2022-05-30", True),
        ("ugentligt", "2022-05-30", "2022-06-01", False),
        ("ugentligt", "2022-05-30", "2022-06-06", False),
        ("ugentligt", "2022-05-30", "2022-06-07", True),  # Tuesday, for the Monday is a holiday
        ("ugentligt", "2022-05-23", "2022-06-02", True),  # Monday was missed
        ("ugentligt", "2022-06-02", "2022-06-03", False),  # … and is not caught up twice
        ("aldrig", None, "2022-05-30", False),
    ],
)
def test_hvornaar_mailen_skrives(hyppighed, sidst, i_dag, svar):
    assert skylder(hyppighed, dag(sidst) if sidst else None, dag(i_dag)) is svar


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.sampled_from(["dagligt", "ugentligt"]))
def test_mailene_daekker_hver_dag_og_ingen_to_gange(foerste, hyppighed):
    """From one mail's last covered day to the next mail there is no gap."""
    while not skylder(hyppighed, None, foerste):
        foerste = date.fromordinal(foerste.toordinal() + 1)
    til = naeste = dag_foer_naeste(hyppighed, foerste)
    while not skylder(hyppighed, foerste, naeste):
        naeste = date.fromordinal(naeste.toordinal() + 1)
    assert (naeste - til).days == 1
    assert er_arbejdsdag(naeste)


@pytest.mark.regel("samlemail-raekker")
@pytest.mark.parametrize(
    ("hyppighed", "i_dag", "til"),
    [
        ("dagligt", "2022-06-01", "2022-06-01"),
        ("dagligt", "2022-06-03", "2022-06-06"),
        ("ugentligt", "2022-05-23", "2022-05-29"),
        ("ugentligt", "2022-05-30", "2022-06-06"),
    ],
)
def test_mailen_raekker_til_dagen_foer_den_naeste(hyppighed, i_dag, til):
    assert dag_foer_naeste(hyppighed, dag(i_dag)) == dag(til)


@pytest.mark.regel("paamindelsens-dage")
@pytest.mark.parametrize(
    ("pligt", "dato", "sagt", "til", "svar"),
    [
        (Pligt.FRIST, "2022-06-20", None, "2022-06-02", False),  # 10 working days before is 3 June: Whitsun between
        (Pligt.FRIST, "2022-06-20", None, "2022-06-03", True),
        (Pligt.FRIST, "2022-06-20", "2022-06-03", "2022-06-16", False),
        (Pligt.FRIST, "2022-06-20", "2022-06-16", "2022-06-17", True),  # the day before
        (Pligt.FRIST, "2022-06-20", "2022-06-17", "2022-06-20", False),
        (Pligt.FRIST, "2022-06-20", "2022-06-20", "2022-06-21", True),  # the day after
        (Pligt.FRIST, "2022-06-20", "2022-06-21", "2023-06-21", True),  # 20 days after, caught up
        (Pligt.FRIST, "2022-06-20", "2022-07-18", "2030-01-01", False),  # and then no more
        (Pligt.FRIST, "2019-01-01", None, "2022-06-02", True),  # long overdue and never told of: once
        (Pligt.FRIST, "2019-01-01", "2022-06-02", "2022-06-30", False),
        (Pligt.REFERAT, "2022-06-30", None, "2022-06-02", True),  # somebody waits: told at once
        (Pligt.REFERAT, "2022-06-30", "2022-06-02", "2022-06-03", False),
        (Pligt.MAALING_GODKEND, None, None, "2022-06-02", True),
        (Pligt.MAALING_GODKEND, None, "2022-06-02", "2022-06-09", False),
        (Pligt.MAALING_GODKEND, None, "2022-06-02", "2022-06-10", True),  # again after 5 working days
        (Pligt.STILSTAND, None, "2022-06-02", "2023-06-02", False),
    ],
)
def test_hvilke_dage_der_mindes(pligt, dato, sagt, til, svar):
    sagt = dag(sagt) if sagt else None
    assert skal_siges(pligt, dag(dato) if dato else None, sagt=sagt, dag=dag(til), til=dag(til)) is svar


def test_den_ugentlige_mail_siger_hele_ugens_varsler_forud_og_at_noget_er_sent_naar_det_er_det():
    """Monday 13 June covers the day before Wednesday the 15th; the day after is told of the next Monday."""
    frist, uge, naeste = (
        dag("2022-06-15"),
        (dag("2022-06-13"), dag("2022-06-19")),
        (dag("2022-06-20"), dag("2022-06-26")),
    )

    sagt = siges_til(Pligt.FRIST, frist, dag=uge[0], til=uge[1])

    assert skal_siges(Pligt.FRIST, frist, sagt=dag("2022-06-06"), dag=uge[0], til=uge[1])
    assert sagt == dag("2022-06-14")
    assert skal_siges(Pligt.FRIST, frist, sagt=sagt, dag=naeste[0], til=naeste[1])
    assert siges_til(Pligt.BESLUT, None, dag=uge[0], til=uge[1]) == uge[0]


@pytest.mark.regel("paamindelsens-ord")
@pytest.mark.parametrize(
    ("pligt", "dato", "ord_"),
    [
        (Pligt.FRIST, None, ""),
        (Pligt.FRIST, "2022-06-15", "Senest 15. juni 2022, om 8 arbejdsdage."),
        (Pligt.FRIST, "2022-06-03", "Senest 3. juni 2022, om 1 arbejdsdag."),
        (Pligt.FRIST, "2022-06-02", "Senest i dag."),
        (Pligt.FRIST, "2022-05-31", "Skulle være gjort 31. maj 2022, 2 arbejdsdage siden."),
        (Pligt.FRIST, "2018-10-15", "Skulle være gjort 15. oktober 2018."),
        (Pligt.MOEDE, "2022-06-15", "Mødet er 15. juni 2022, om 8 arbejdsdage."),
        (Pligt.INDKALDELSE, "2022-06-02", "Mødet er i dag."),
    ],
)
def test_datoen_siges_i_arbejdsdage(pligt, dato, ord_):
    assert naar(pligt, dag(dato) if dato else None, dag("2022-06-02")).replace("\u00a0", " ") == ord_


def test_en_frist_paa_en_loerdag_har_ingen_arbejdsdage_til_sig():
    assert naar(Pligt.FRIST, dag("2022-06-04"), dag("2022-06-03")).replace("\u00a0", " ") == "Senest 4. juni 2022."


@pytest.mark.parametrize(
    ("antal", "emne", "rest"),
    [
        (1, "Én ting venter på dig", "Desuden venter én ting, som mailen ikke gentager i dag."),
        (3, "Tre ting venter på dig", "Desuden venter tre ting, som mailen ikke gentager i dag."),
    ],
)
def test_tingene_taelles_i_ord(antal, emne, rest):
    assert (emnelinje(antal), resten(antal), resten(0)) == (emne, rest, "")


def test_hver_slags_har_sine_dage_og_siger_dem():
    assert set(VARSLER) == set(Pligt)
    assert {et.emne for et in VARSLER.values()} == set(Emne)
    ord_ = dict(varslerne())
    assert ord_["Regnskab til Landsbyggefonden"] == "60, 20 og 5 arbejdsdage før, 1 og 10 arbejdsdage efter"
    assert ord_["Måling til godkendelse"] == "Når den kommer, igen hver 5. arbejdsdag"
    assert ord_["Aktivitet, der kan være gået i stå"] == "Når den kommer"
    assert ord_["Referat til godkendelse"] == "Når den kommer, 2 arbejdsdage før, på dagen, 2 arbejdsdage efter"


def test_den_der_intet_har_valgt_faar_hoejst_en_om_ugen_og_intet_gaetteri():
    assert (next(iter(Hyppighed)), FRAVALGTE) == (Hyppighed.UGENTLIGT, (Emne.STILSTAND,))

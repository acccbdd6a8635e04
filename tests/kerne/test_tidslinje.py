"""The timeline: signs by shape, numbers beside them, nothing that the CSP refuses, and the same drawing every time."""

from datetime import date
from xml.etree import ElementTree

import pytest

from kerne.diagrammer.tidslinje import GJORT, KOMMER, OVER_TIDEN, Maerke, Spand, tidslinje, tidstegn

FRA, TIL = date(2019, 5, 1), date(2023, 4, 30)
NS = "{http://www.w3.org/2000/svg}"


def tegn(*spand, i_dag=date(2021, 6, 1), **andet):
    return ElementTree.fromstring(tidslinje(spand, fra=FRA, til=TIL, i_dag=i_dag, titel="Milepæle", **andet))


def ord_i(billede):
    return [et.text for et in billede.iter(f"{NS}text")]


def raekke(*dage):
    return Spand("Lektiecafé", FRA, TIL, tuple(Maerke(dag, str(nr), KOMMER) for nr, dag in enumerate(dage, 1)))


def test_billedet_siger_sit_budskab_og_har_aar_navne_og_numre():
    billede = tegn(Spand("5.1 Tryghed", er_overskrift=True), raekke(date(2020, 1, 1), date(2022, 1, 1)))

    assert (billede.get("role"), billede[0].text) == ("img", "Milepæle")
    assert {"2019", "2020", "2023", "5.1 Tryghed", "Lektiecafé", "1", "2", "i dag"} <= set(ord_i(billede))


def test_tegnene_kendes_paa_formen():
    former = [
        sorted({et.tag.removeprefix(NS) for et in ElementTree.fromstring(tidstegn(tilstand)).iter()} - {"svg"})
        for tilstand in (GJORT, KOMMER, OVER_TIDEN)
    ]

    assert former == [["circle", "path"], ["circle"], ["circle", "line", "path"]]


def test_to_maerker_samme_dag_staar_under_hinanden():
    hver_for_sig = tegn(raekke(date(2020, 1, 1), date(2022, 1, 1)))
    samme_dag = tegn(raekke(date(2020, 1, 1), date(2020, 1, 3)))

    assert int(samme_dag.get("height")) > int(hver_for_sig.get("height"))
    midter = [(et.get("cx"), et.get("cy")) for et in samme_dag.iter(f"{NS}circle")]
    assert len({y for _, y in midter}) == 2


@pytest.mark.parametrize("dag", [date(2010, 1, 1), FRA, TIL, date(2030, 1, 1)])
def test_intet_staar_uden_for_billedet(dag):
    billede = tegn(raekke(dag), i_dag=dag)

    for et in billede.iter(f"{NS}circle"):
        assert 0 <= float(et.get("cx")) <= float(billede.get("width"))
    for et in billede.iter(f"{NS}text"):
        assert 0 <= float(et.get("x")) <= float(billede.get("width"))


def test_uden_for_perioden_er_der_ingen_streg_for_i_dag():
    assert "i dag" not in ord_i(tegn(raekke(date(2020, 1, 1)), i_dag=date(2026, 1, 1)))


def test_kun_attributter_og_ens_hver_gang():
    en, to = (tidslinje([raekke(date(2020, 1, 1))], fra=FRA, til=TIL, i_dag=FRA, titel='<b>"') for _ in range(2))

    assert en == to
    assert "style=" not in en
    assert "<b>" not in en

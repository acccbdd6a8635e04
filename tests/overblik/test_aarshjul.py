"""The wheel of the year: what it holds, how each thing stands, who sees it, and how it is drawn."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aftaler.rules.frister import Tidsstand
from kerne.diagrammer.hjulet import hjulet
from kerne.diagrammer.tidslinje import Maerke
from overblik.rules.aarshjul import Ting, aarene, aaret, faste, overskrift, saetning
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    FristFactory,
    IndsatsomraadeFactory,
    LeverancemaalingFactory,
    OrganFactory,
    SucceskriteriumFactory,
    VersionFactory,
)
from tests.moeder.factories import MoedeFactory, klokken

DAG = date(2022, 6, 2)
START, SLUT = date(2019, 5, 1), date(2023, 4, 30)


@pytest.mark.regel("aarshjulets-aar")
@pytest.mark.parametrize(
    ("oensket", "dag", "aar"),
    [
        ("2022", DAG, 2022),
        ("", DAG, 2022),
        ("2018", DAG, 2022),
        ("2025", DAG, 2025),
        ("2026", DAG, 2022),
        ("x", date(2017, 1, 1), 2019),
        ("²022", date(2031, 1, 1), 2023),
    ],
)
def test_aaret_er_et_af_planens_eller_de_to_efter(oensket, dag, aar):
    assert aaret(oensket, start=START, slut=SLUT, dag=dag) == aar
    assert list(aarene(start=START, slut=SLUT)) == [2019, 2020, 2021, 2022, 2023, 2024, 2025]


@pytest.mark.regel("aarshjulets-faste")
@pytest.mark.parametrize(
    ("aar", "svar"),
    [
        (2018, []),
        (2022, [("30.6.", True), ("31.12.", False), ("1.12.", False)]),
        (2023, []),
    ],
)
def test_registerdata_og_lister_i_planens_tid(aar, svar):
    fundne = faste(aar, start=START, slut=SLUT, dag=DAG, halvaar={1})
    assert [(f"{et.dato.day}.{et.dato.month}.", et.gjort is not None) for et in fundne] == svar


def test_listerne_er_kommet_dagen_efter_deres_dag():
    lister = faste(2021, start=START, slut=SLUT, dag=date(2021, 12, 2), halvaar=())[-1]
    assert saetning(lister, date(2021, 12, 2)) == "Kom."


@pytest.mark.regel("aarshjulets-arbejdsdage")
@pytest.mark.parametrize(
    ("dato", "gjort", "sagt"),
    [
        (date(2022, 6, 7), None, "Senest 7. juni 2022, om 5 dage, 2 arbejdsdage."),
        (date(2022, 6, 3), None, "Senest 3. juni 2022, om 1 dag, 1 arbejdsdag."),
        (date(2022, 7, 3), None, "Senest 3. juli 2022, om 31 dage."),
        (date(2022, 6, 1), None, "Skulle være gjort 1. juni 2022, 1 dag siden."),
        (date(2022, 5, 1), date(2022, 4, 20), "Gjort 20. april 2022."),
        (date(2022, 5, 1), date(2022, 5, 1), "Gjort."),
    ],
)
def test_naere_frister_siges_i_arbejdsdage(dato, gjort, sagt):
    assert saetning(Ting(dato, "Noget", "", "side", gjort=gjort), DAG).replace("\u00a0", " ") == sagt


@pytest.mark.parametrize(
    ("standene", "ord_"),
    [
        ([], "Planen har ingen frister i året."),
        ([Tidsstand.KOMMER], "Én ting kommer."),
        ([Tidsstand.OVER_TIDEN] * 2 + [Tidsstand.KOMMER], "To ting er over tiden, og én kommer."),
        (list(Tidsstand), "Én ting er over tiden, én kommer, og én er gjort."),
    ],
)
def test_overskriften_taeller_tingene(standene, ord_):
    assert overskrift(standene) == ord_


def test_hjulet_toner_de_maaneder_der_er_omme_og_har_et_tegn_for_hver_ting():
    maerker = [Maerke(date(2022, 5, 15), "1", "gjort"), Maerke(date(2022, 5, 16), "2", "over_tiden"),
               Maerke(date(2022, 12, 31), "3", "kommer"), Maerke(date(2021, 5, 1), "4", "kommer")]  # fmt: skip
    svg = hjulet(maerker, aar=2022, i_dag=DAG, titel="Årshjul 2022")
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert (svg.count("#E2EDEF"), "<title>Årshjul 2022</title>" in svg, "stroke-dasharray" in svg) == (5, True, True)
    assert [nr for nr in "1234" if f">{nr}</text>" in svg] == ["1", "2", "3"]
    assert svg == hjulet(maerker, aar=2022, i_dag=DAG, titel="Årshjul 2022")


@pytest.fixture
def omraade(plan):
    return IndsatsomraadeFactory(helhedsplan=plan)


def hent(client, plan, person, aar=2022):
    client.force_login(person)
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        return client.get(reverse("overblik:aarshjul", args=[plan.slug]), {"aar": aar})


def ting(svar):
    return [(et.dato, et.hvad) for maaned in svar.context["hjul"].maaneder for et in maaned.linjer]


@pytest.mark.django_db
def test_et_aar_holder_planens_pligter_i_orden(client, plan, projektleder, omraade):
    delaftale = DelaftaleFactory(indsatsomraade=omraade, start_dato=plan.start_dato, slut_dato=plan.slut_dato)
    aktivitet = AktivitetFactory(delaftale=delaftale)
    LeverancemaalingFactory(aktivitet=aktivitet, aar=2022, kvartal=1)
    MoedeFactory(organ=OrganFactory(helhedsplan=plan, navn="Bestyrelsen"), begynder=klokken(2022, 9, 8))
    FristFactory(helhedsplan=plan, navn="Midtvejsevaluering", art="midtvejs", dato=date(2022, 3, 1))
    SucceskriteriumFactory(indsatsomraade=omraade, navn="Fraflytning", foerste_frist=date(2022, 10, 1))
    VersionFactory(helhedsplan=plan)
    svar = hent(client, plan, projektleder)
    nr = omraade.omraadetype.nr
    assert ting(svar) == [
        (date(2022, 3, 1), "Midtvejsevaluering"),
        (date(2022, 3, 31), "Leverancemåling for 1. kvartal"),
        (date(2022, 5, 1), f"Gennemgang af delaftale {nr} efter 3\u00a0år"),
        (date(2022, 6, 30), "Leverancemåling for 2. kvartal"),
        (date(2022, 6, 30), "Registerdata for 1. halvår er set efter"),
        (date(2022, 6, 30), "Regnskab 2021 sendt til Landsbyggefonden"),
        (date(2022, 9, 8), "Møde i Bestyrelsen"),
        (date(2022, 9, 30), "Leverancemåling for 3. kvartal"),
        (date(2022, 10, 1), "Mål Fraflytning"),
        (date(2022, 12, 1), "Ministeriets lister kommer"),
        (date(2022, 12, 31), "Leverancemåling for 4. kvartal"),
        (date(2022, 12, 31), "Registerdata for 2. halvår er set efter"),
    ]
    assert svar.context["hjul"].saetning == "To ting er over tiden, ni kommer, og én er gjort."
    assert "Flyt<span" in svar.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("mindst", "advarsel"), [(2, True), (1, False), (None, False)])
def test_kommissoriets_tal_siges_naar_det_ikke_holdes(client, plan, formand, mindst, advarsel):
    organ = OrganFactory(helhedsplan=plan, art="bestyrelse", moeder_mindst=mindst)
    MoedeFactory(organ=organ, begynder=klokken(2022, 3, 8))
    svar = hent(client, plan, formand)
    assert svar.context["hjul"].advarsel == (
        "Kommissoriet siger 2 møder om året. I 2022 har der været 1 møde, og der er ikke sat flere." if advarsel else ""
    )


@pytest.mark.django_db
def test_en_kladde_til_et_moede_ses_kun_af_den_der_leder_moeder(client, plan, projektleder, formand):
    MoedeFactory(organ=OrganFactory(helhedsplan=plan), begynder=klokken(2022, 9, 8), kladde=True)
    for person, antal in ((projektleder, 1), (formand, 0)):
        assert sum(hvad.startswith("Møde i") for _, hvad in ting(hent(client, plan, person))) == antal


@pytest.mark.django_db
def test_uden_ret_til_penge_er_der_ingen_vej_til_regnskabet(client, plan, medarbejder, revisor):
    for person, antal in ((medarbejder, 0), (revisor, 1)):
        side = hent(client, plan, person).content.decode()
        assert side.count(f'href="{reverse("oekonomi:regnskab_liste", args=[plan.slug])}"') == antal
        assert "Regnskab 2021 sendt til Landsbyggefonden" in side


@pytest.mark.django_db
@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, omraade, antal, django_assert_num_queries):
    organ = OrganFactory(helhedsplan=plan)
    delaftale = DelaftaleFactory(indsatsomraade=omraade)
    for nr in range(antal):
        AktivitetFactory(delaftale=delaftale)
        MoedeFactory(organ=organ, begynder=klokken(2022, 9, nr + 1))
        FristFactory(helhedsplan=plan, navn=f"Frist {nr}", dato=date(2022, 3, 1))
        SucceskriteriumFactory(indsatsomraade=omraade, foerste_frist=date(2022, 10, 1))
    VersionFactory(helhedsplan=plan)
    with django_assert_num_queries(35):
        hent(client, plan, projektleder)

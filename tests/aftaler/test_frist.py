"""Deadlines: made once from the agreement, moved with a reason also after they passed, and told in words."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Frist
from aftaler.models.frist import Fristart
from aftaler.rules.frister import (
    Aftalt,
    i_ord,
    laeg_maaneder,
    mangler_ved_fristdato,
    mangler_ved_gjort,
    planens_frister,
    tidsstand,
)
from aftaler.services import frister
from tests.factories import DelaftaleFactory, FristFactory, IndsatsomraadeFactory

START, SLUT = date(2019, 5, 1), date(2023, 4, 30)


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def inde(client, projektleder):
    client.force_login(projektleder)
    return client


def url(navn, plan, *args):
    return reverse(f"aftaler:{navn}", args=[plan.slug, *args])


def tekst(svar):
    return svar.content.decode().replace("\u00a0", " ")


@pytest.mark.regel("planens-frister")
def test_aftalen_giver_sine_frister():
    fundet = planens_frister(START, SLUT, [Aftalt(7, "5.1", START, SLUT)])

    assert [(et.art, et.dato, et.delaftale) for et in fundet] == [
        (Fristart.GENNEMGANG, date(2020, 5, 1), 7),
        (Fristart.EFTERSYN, date(2020, 5, 1), None),
        (Fristart.GENNEMGANG, date(2021, 5, 1), 7),
        (Fristart.AFSLUTNING, date(2021, 10, 30), None),
        (Fristart.GENNEMGANG, date(2022, 5, 1), 7),
    ]


@pytest.mark.parametrize(
    ("start", "slut", "arter"),
    [
        (date(2020, 1, 1), date(2020, 6, 30), []),
        (date(2020, 1, 1), date(2021, 1, 1), [Fristart.GENNEMGANG, Fristart.EFTERSYN]),
        (date(2020, 2, 29), date(2021, 12, 31), [Fristart.AFSLUTNING, Fristart.GENNEMGANG, Fristart.EFTERSYN]),
    ],
)
def test_en_kort_plan_giver_faa_frister(start, slut, arter):
    fundet = planens_frister(start, slut, [Aftalt(1, "1", start, slut)])

    assert [et.art for et in fundet] == arter


@pytest.mark.parametrize(
    ("dag", "maaneder", "faar"),
    [
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2023, 4, 30), -18, date(2021, 10, 30)),
        (date(2021, 8, 31), -18, date(2020, 2, 29)),
        (date(2020, 12, 31), 1, date(2021, 1, 31)),
    ],
)
def test_maaneder_laegges_til(dag, maaneder, faar):
    assert laeg_maaneder(dag, maaneder) == faar


@pytest.mark.regel("over-tiden")
@pytest.mark.parametrize(
    ("gjort", "dag", "stand", "saetning"),
    [
        (None, date(2021, 1, 1), "kommer", "Senest i dag."),
        (None, date(2021, 1, 2), "over_tiden", "Skulle være gjort 1. januar 2021, 1 dag siden."),
        (None, date(2023, 12, 31), "over_tiden", "Skulle være gjort 1. januar 2021, 1.094 dage siden."),
        (None, date(2020, 12, 19), "kommer", "Senest 1. januar 2021, om 13 dage."),
        (None, date(2020, 1, 1), "kommer", "Senest 1. januar 2021."),
        (date(2021, 1, 1), date(2023, 1, 1), "gjort", "Gjort 1. januar 2021."),
        (date(2021, 1, 3), date(2023, 1, 1), "gjort", "Gjort 3. januar 2021, 2 dage efter fristen 1. januar 2021."),
    ],
)
def test_hvordan_en_frist_staar_i_ord(gjort, dag, stand, saetning):
    senest = date(2021, 1, 1)

    assert tidsstand(senest, gjort, dag) == stand
    assert i_ord(senest, gjort, dag, gjort_ord="Gjort").replace("\u00a0", " ") == saetning


@pytest.mark.regel("frist-i-planen")
@pytest.mark.parametrize(
    ("dato", "i_orden"),
    [(START, True), (date(2025, 4, 30), True), (date(2019, 4, 30), False), (date(2025, 5, 1), False)],
)
def test_en_frist_ligger_i_planen_eller_to_aar_efter(dato, i_orden):
    assert (mangler_ved_fristdato(dato, start=START, slut=SLUT) == "") is i_orden


@pytest.mark.regel("gjort-er-sket")
@pytest.mark.parametrize(
    ("gjort", "ord_"), [(START, ""), (date(2020, 1, 2), "fremtiden"), (date(2018, 4, 30), "årstallet")]
)
def test_det_gjorte_er_sket(gjort, ord_):
    fejl = mangler_ved_gjort(gjort, start=START, dag=date(2020, 1, 1))

    assert (ord_ in fejl) if ord_ else fejl == ""


@pytest.mark.django_db
def test_frister_laves_en_gang_ogsaa_naar_de_er_flyttet_og_planen_aendret(inde, plan, delaftale, projektleder):
    inde.post(url("frist_lav", plan))
    antal = Frist.objects.count()
    frist = Frist.objects.get(art=Fristart.EFTERSYN)
    frister.flyt_frist(frist, dato=date(2020, 9, 1), flyttet_grund="Landsbyggefonden kom senere", af=projektleder)
    plan.slut_dato = date(2023, 3, 31)
    plan.save()

    svar = inde.post(url("frist_lav", plan), follow=True)

    assert (antal, Frist.objects.count()) == (5, 5)
    assert "Alle frister, der følger af aftalen, står der allerede." in tekst(svar)
    assert Frist.objects.get(art=Fristart.AFSLUTNING).dato == date(2021, 10, 30)


@pytest.mark.django_db
@time_machine.travel("2022-02-01 12:00:00+01:00")
def test_en_overskreden_frist_flyttes_med_en_grund_og_begge_datoer_staar(inde, plan):
    frist = FristFactory(helhedsplan=plan, navn="Svar til Landsbyggefonden")
    assert "Skulle være gjort 1. januar 2021, 396 dage siden." in tekst(inde.get(url("frist_liste", plan)))

    data = {"dato": "2022-03-01", "flyttet_grund": "Aftalt med fonden"}
    for _ in range(2):
        inde.post(url("frist_flyt", plan, frist.pk), data)

    side = tekst(inde.get(url("frist_liste", plan)))
    assert "Senest 1. marts 2022, om 28 dage." in side
    assert "Flyttet fra 1. januar 2021: Aftalt med fonden" in side
    assert "Ingen frist er over tiden. Den næste er »Svar til Landsbyggefonden« 1. marts 2022." in side


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "saetning"),
    [
        ({"dato": "2022-03-01", "flyttet_grund": ""}, "Skriv, hvorfor fristen flyttes."),
        ({"dato": "", "flyttet_grund": "x"}, "Skriv den nye dato."),
        ({"dato": "2018-01-01", "flyttet_grund": "x"}, "Fristen skal ligge mellem planens start 1. maj 2019 og"),
        ({"dato": "2099-01-01", "flyttet_grund": "x"}, "Fristen skal ligge mellem planens start 1. maj 2019 og"),
    ],
)
def test_en_umulig_flytning_faar_en_saetning(inde, plan, data, saetning):
    frist = FristFactory(helhedsplan=plan)

    assert saetning in tekst(inde.post(url("frist_flyt", plan, frist.pk), data))
    frist.refresh_from_db()
    assert frist.dato == frist.oprindelig_dato


@pytest.mark.django_db
def test_en_gjort_frist_flyttes_ikke(inde, plan):
    frist = FristFactory(helhedsplan=plan, udfoert_dato=date(2021, 1, 1))

    svar = inde.post(url("frist_flyt", plan, frist.pk), {"dato": "2022-03-01", "flyttet_grund": "x"})

    assert "Fristen er gjort." in tekst(svar)


@pytest.mark.django_db
def test_en_medarbejder_siger_gjort_men_flytter_ikke(client, plan, medarbejder):
    frist = FristFactory(helhedsplan=plan)
    client.force_login(medarbejder)

    client.post(url("frist_gjort", plan, frist.pk), {"udfoert_dato": "2021-01-01"})

    assert client.post(url("frist_flyt", plan, frist.pk), {}).status_code == 403
    assert client.post(url("frist_lav", plan)).status_code == 403
    side = tekst(client.get(url("frist_liste", plan)))
    assert "Alle frister er gjort." in side
    assert "Lav frister" not in side


@pytest.mark.django_db
def test_egne_frister_skrives_en_gang_og_kan_slettes_men_ikke_aftalens(inde, plan, delaftale, projektleder):
    data = {"art": "midtvejs", "navn": "Midtvejsevaluering", "dato": "2021-05-01", "delaftale": delaftale.pk}
    for _ in range(2):
        inde.post(url("frist_opret", plan), data)
    frist = Frist.objects.get()
    inde.post(url("frist_slet", plan, frist.pk))
    assert not Frist.objects.exists()
    frister.lav_frister(plan, af=projektleder)
    lavet = Frist.objects.filter(art=Fristart.EFTERSYN).get()

    svar = inde.post(url("frist_slet", plan, lavet.pk), follow=True)

    assert "følger af aftalen" in tekst(svar)


@pytest.mark.django_db
def test_en_anden_plans_frist_og_delaftale_findes_ikke(inde, plan):
    fremmed = FristFactory()
    data = {"art": "anden", "navn": "A", "dato": "2021-05-01", "delaftale": DelaftaleFactory().pk}

    assert inde.get(url("frist_flyt", plan, fremmed.pk)).status_code == 404
    assert "Vælg en fra listen." in tekst(inde.post(url("frist_opret", plan), data))
    assert "Vælg en fra listen." in tekst(inde.post(url("frist_opret", plan), {**data, "art": "eftersyn"}))


@pytest.mark.django_db
@pytest.mark.parametrize("antal", [1, 3])
def test_listen_bruger_lige_mange_forespoergsler(inde, plan, delaftale, antal, django_assert_num_queries):
    for _ in range(antal):
        FristFactory(helhedsplan=plan)
        FristFactory(helhedsplan=plan, delaftale=delaftale)
    inde.get(url("frist_liste", plan))

    with django_assert_num_queries(8):
        inde.get(url("frist_liste", plan))

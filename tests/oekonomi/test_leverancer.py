"""Deliveries: hours by those who see no money, cash and rent by those who do; agreements about what is missing."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from oekonomi.models import Kompensation, Levering
from tests.factories import KompensationFactory, LeveringFactory, RegnskabsaarFactory, TilsagnFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def timer(plan):
    return TilsagnFactory(
        kilde__helhedsplan=plan, kilde__navn="Lemvig Kommune", art="timer", beloeb=1_000_000, timer=2000, sats=375
    )


@pytest.fixture
def husleje(plan, timer):
    return TilsagnFactory(helhedsplan=plan, kilde=timer.kilde, art="husleje", beloeb=724_000)


def skriv_timer(client, plan, tilsagn, **andre):
    felter = {
        "tilsagn": tilsagn.pk,
        "maaned": "2021-03-01",
        "timer": "37,5",
        "funktion": "sundhedsplejerske",
        "udgave": "0",
    }
    return client.post(reverse("oekonomi:timer_opret", args=[plan.slug]), {**felter, **andre})


def skriv(client, plan, tilsagn, **andre):
    felter = {"tilsagn": tilsagn.pk, "maaned": "2021-03-01", "udgave": "0"}
    return client.post(reverse("oekonomi:levering_opret", args=[plan.slug]), {**felter, **andre})


def fejl(svar):
    return {navn: list(beskeder) for navn, beskeder in svar.context["form"].errors.items()}


def test_medarbejderen_registrerer_timer_og_ser_ingen_kroner(client, plan, medarbejder, timer):
    client.force_login(medarbejder)

    svar = skriv_timer(client, plan, timer)

    levering = Levering.objects.get()
    assert svar.url == reverse("oekonomi:timer_liste", args=[plan.slug])
    assert (levering.timer, levering.fra_dato, levering.til_dato) == (
        Decimal("37.5"),
        date(2021, 3, 1),
        date(2021, 3, 31),
    )
    for navn, args in (("timer_liste", []), ("timer_opret", []), ("timer_ret", [levering.pk])):
        side = client.get(reverse(f"oekonomi:{navn}", args=[plan.slug, *args])).content.decode()
        assert "kr." not in side.replace("Kr. pr. time", "")
        assert "375" not in side
    assert client.get(reverse("oekonomi:levering_liste", args=[plan.slug])).status_code == 403


def test_de_samme_timer_sendt_to_gange_er_en_leverance(client, plan, medarbejder, timer):
    client.force_login(medarbejder)
    skriv_timer(client, plan, timer)
    skriv_timer(client, plan, timer)

    assert Levering.objects.count() == 1


def test_timernes_doer_tager_ikke_husleje(client, plan, medarbejder, husleje):
    client.force_login(medarbejder)

    assert fejl(skriv_timer(client, plan, husleje)) == {"tilsagn": ["Vælg en fra listen."]}


@pytest.mark.parametrize(
    ("andre", "felt", "besked"),
    [
        ({"timer": "37.5.1"}, "timer", "»37.5.1« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ({"timer": ""}, "timer", "Skriv, hvor mange timer der er leveret, fx 37,5."),
        ({"timer": "-4"}, "timer", "Skriv, hvor mange timer der er leveret, fx 37,5."),
        ({"maaned": "2031-01-01"}, "maaned", "Vælg en måned, der er begyndt, og som ligger i planen."),
        ({"maaned": ""}, "maaned", "Vælg den måned, timerne er lagt i."),
        (
            {"funktion": "010190-1234"},
            "funktion",
            "Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan.",
        ),
    ],
)
def test_forkerte_timer_siges_ved_feltet(client, plan, medarbejder, timer, andre, felt, besked):
    client.force_login(medarbejder)

    assert fejl(skriv_timer(client, plan, timer, **andre)) == {felt: [besked]}
    assert not Levering.objects.exists()


def test_husleje_for_flere_maaneder_med_bevis(client, plan, projektleder, husleje):
    client.force_login(projektleder)
    fil = SimpleUploadedFile("lejekontrakt.pdf", b"%PDF-1.4")

    skriv(client, plan, husleje, til_maaned="2021-12-01", beloeb="181.000", bevis="Lejekontrakt", bilag=fil)

    levering = Levering.objects.get()
    assert (levering.beloeb, levering.til_dato, levering.bilag_navn) == (
        181_000,
        date(2021, 12, 31),
        "lejekontrakt.pdf",
    )
    hentet = client.get(reverse("oekonomi:levering_bilag", args=[plan.slug, levering.pk]))
    assert hentet["Content-Disposition"] == 'attachment; filename="lejekontrakt.pdf"'
    for luk in hentet._resource_closers:
        luk()


@pytest.mark.parametrize(
    ("andre", "felt", "besked"),
    [
        ({"timer": "4"}, "timer", "Timer og sats hører kun til et tilsagn om medarbejdertimer."),
        ({}, "beloeb", "Skriv det beløb, der er leveret, fx 25.000."),
        ({"beloeb": "-1"}, "beloeb", "Et beløb kan ikke være negativt."),
        (
            {"beloeb": "10", "til_maaned": "2022-01-01"},
            "til_dato",
            "Perioden går over to regnskabsår. Skriv én leverance for 2021 og én for 2022.",
        ),
        ({"beloeb": "10", "til_maaned": "2021-01-01"}, "til_dato", "Perioden kan ikke slutte, før den begynder."),
    ],
)
def test_forkert_husleje_siges_i_en_saetning(client, plan, projektleder, husleje, andre, felt, besked):
    client.force_login(projektleder)

    svar = skriv(client, plan, husleje, **andre)

    assert fejl(svar) == {felt if felt in svar.context["form"].fields else "__all__": [besked]}
    assert not Levering.objects.exists()


def test_en_anden_plans_tilsagn_kan_ikke_vaelges(client, plan, projektleder):
    client.force_login(projektleder)

    assert "tilsagn" in fejl(skriv(client, plan, TilsagnFactory(), beloeb="10"))


def test_timer_i_et_paategnet_aar_staar_fast(client, plan, medarbejder, timer):
    client.force_login(medarbejder)
    dag = date(2022, 5, 1)
    RegnskabsaarFactory(helhedsplan=plan, aar=2021, underskrevet_dato=dag, paategnet_dato=dag)

    svar = skriv_timer(client, plan, timer)

    assert "Regnskabet for 2021 er påtegnet af revisor" in svar.content.decode()
    assert not Levering.objects.exists()


def test_rettede_timer_beholder_satsen(client, plan, medarbejder, timer):
    levering = LeveringFactory(tilsagn=timer, timer=10, sats=400, beloeb=None)
    client.force_login(medarbejder)

    client.post(
        reverse("oekonomi:timer_ret", args=[plan.slug, levering.pk]),
        {"tilsagn": timer.pk, "maaned": "2020-04-01", "timer": "12", "funktion": "SSP", "udgave": "1"},
    )

    levering.refresh_from_db()
    assert (levering.timer, levering.sats, levering.fra_dato) == (12, 400, date(2020, 4, 1))


def test_listen_siger_hvad_der_mangler_og_hvad_der_er_aftalt(client, plan, bestyrelsesmedlem, timer):
    LeveringFactory(tilsagn=timer, timer=1420, beloeb=None)
    KompensationFactory(kilde=timer.kilde, tekst="Kommunen indhenter det", besluttet_dato=date(2018, 10, 9))
    client.force_login(bestyrelsesmedlem)

    kontekst = client.get(reverse("oekonomi:levering_liste", args=[plan.slug])).context

    assert [et[1] for et in kontekst["leveringer"]] == [Decimal("532500.00")]
    assert [aftale.saetning for _, aftale in kontekst["indhentninger"]] == [
        "Aftalt 9.\u00a0oktober 2018: Kommunen indhenter det. Beløbet er ikke oplyst. Fristen er ikke oplyst."
    ]


def test_en_indhentning_aftales_uden_beloeb(client, plan, projektleder, timer):
    client.force_login(projektleder)

    client.post(
        reverse("oekonomi:kompensation_opret", args=[plan.slug]),
        {
            "kilde": timer.kilde_id,
            "art": "timer",
            "aar": "2020",
            "tekst": "Indhentes",
            "besluttet_dato": "2021-01-05",
            "udgave": "0",
        },
    )

    aftale = Kompensation.objects.get()
    assert (aftale.beloeb, aftale.aar, aftale.besluttet_dato) == (None, 2020, date(2021, 1, 5))


@pytest.mark.parametrize("antal", [1, 3])
def test_listerne_koster_det_samme(client, plan, projektleder, timer, antal, django_assert_num_queries):
    LeveringFactory.create_batch(antal, tilsagn=timer, timer=10, beloeb=None)
    KompensationFactory.create_batch(antal, kilde=timer.kilde)
    client.force_login(projektleder)

    with django_assert_num_queries(22):
        client.get(reverse("oekonomi:levering_liste", args=[plan.slug]))
    with django_assert_num_queries(7):
        client.get(reverse("oekonomi:timer_liste", args=[plan.slug]))

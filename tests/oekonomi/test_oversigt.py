"""The overview of the money: one dataclass, few queries, the warnings first, and nothing invented."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from oekonomi.reports.noegletal import noegletal
from oekonomi.reports.oversigt import oekonomioversigt
from tests.factories import (
    BudgetaendringFactory,
    BudgetpostFactory,
    DelaftaleFactory,
    FinansieringskildeFactory,
    ForbrugFactory,
    IndsatsomraadeFactory,
    KompensationFactory,
    LeveringFactory,
    RegnskabsaarFactory,
    RestmidlerFactory,
    TilsagnFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
DAG = date(2022, 3, 1)


@pytest.fixture
def penge(plan):
    """Two delaftaler and something tværgående, with payers and years; the kommune promised hours and gave fewer."""
    lbf = FinansieringskildeFactory(helhedsplan=plan, navn="Landsbyggefonden", art="landsbyggefonden")
    kommune = FinansieringskildeFactory(helhedsplan=plan, navn="Nørreby Kommune")
    delaftaler = [
        DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr)) for nr in ("5.1", "5.3")
    ]
    for delaftale in (*delaftaler, None):
        for aar in (2019, 2020, 2021, 2022):
            BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, aar=aar, kilde=lbf, beloeb=75_000)
            BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, aar=aar, kilde=kommune, beloeb=25_000)
    for aar, beloeb in ((2020, 335_000), (2021, 290_000), (2019, 300_000)):
        ForbrugFactory(helhedsplan=plan, delaftale=delaftaler[0], aar=aar, beloeb=beloeb)
    tilsagn = TilsagnFactory(kilde=kommune, art="timer", beloeb=300_000, aar=2021, timer=800, sats=375)
    LeveringFactory(tilsagn=tilsagn, timer=400, beloeb=None, fra_dato=date(2021, 1, 1), til_dato=date(2021, 12, 31))
    return plan


def test_summerne_har_hver_sin_kontrol(penge):
    summer = oekonomioversigt(penge, dato=DAG).summer

    assert [(et.titel, et.tal, et.note, et.er_i_orden) for et in summer] == [
        ("Samlet budget", "1.200.000\u00a0kr.", "Delaftaler, tværgående og ikke fordelt giver totalen", True),
        ("Lokal medfinansiering", "25,0\u00a0%", "300.000\u00a0kr. Holder kravet på mindst 25\u00a0%", True),
        ("Landsbyggefonden", "900.000\u00a0kr.", "75,0\u00a0% af det samlede budget. Må højst være 75\u00a0%", True),
    ]


def test_advarslerne_kommer_i_orden(penge):
    RestmidlerFactory(helhedsplan=penge, aar=2019)

    oversigt = oekonomioversigt(penge, dato=DAG)

    assert oversigt.overskrift == (
        "Der er brugt 925.000\u00a0kr. af 1.200.000\u00a0kr. (77,1\u00a0%). Tilbage er 275.000\u00a0kr."
    )
    assert oversigt.advarsler == (
        "Nørreby Kommune mangler at levere 150.000\u00a0kr. i timer. Lovet 300.000\u00a0kr. til og med 2021, leveret "
        "150.000\u00a0kr.",
        "5.1 Tryghed og trivsel har brugt 525.000\u00a0kr. mere end budgettet på 400.000\u00a0kr.",
        "Regnskabsåret 2020 kostede 35.000\u00a0kr. mere end budgettet på 300.000\u00a0kr.",
        "165.000\u00a0kr. fra 2019 er ikke brugt, og der er ingen plan for dem. Skriv planen, og send den til "
        "Landsbyggefonden.",
        "Regnskaberne for 2019 og 2020 er ikke sendt til Landsbyggefonden. Det ældste skulle være sendt "
        "30.\u00a0juni 2020.",
    )


def test_uforbrugt_siges_foerst_naar_revisor_har_paategnet(penge):
    ForbrugFactory(helhedsplan=penge, aar=2022, beloeb=100_000)

    def uforbrugt(aar):
        linjerne = oekonomioversigt(penge, dato=DAG).regnskaber
        return next(et for et in linjerne if et.aar == aar).uforbrugt

    assert uforbrugt(2021) is None
    RegnskabsaarFactory(helhedsplan=penge, aar=2021, underskrevet_dato=DAG, paategnet_dato=DAG)
    assert uforbrugt(2021) == 10_000


def test_en_tom_plan_er_ikke_oplyst_og_ikke_nul(plan):
    oversigt = oekonomioversigt(plan, dato=DAG)

    assert oversigt.overskrift == "Hverken budgetposter eller forbrug er skrevet ind endnu."
    assert [et.tal for et in oversigt.summer] == ["Ikke oplyst"] * 3
    assert (oversigt.i_alt.budget, oversigt.i_alt.brugt, oversigt.medfinansiering.leveret) == (None, None, None)


def test_budgettet_er_versionens_og_ikke_kladdens(plan):
    BudgetpostFactory(helhedsplan=plan, beloeb=100_000)
    VersionFactory(helhedsplan=plan)
    BudgetpostFactory(helhedsplan=plan, beloeb=900_000)

    oversigt = oekonomioversigt(plan, dato=DAG)

    assert (oversigt.er_kladde, oversigt.i_alt.budget) == (False, 100_000)


@pytest.mark.parametrize("antal", [1, 3])
def test_siden_koster_det_samme_uanset_hvor_meget_der_staar(
    client, penge, projektleder, antal, django_assert_num_queries
):
    client.force_login(projektleder)
    ForbrugFactory.create_batch(antal, helhedsplan=penge)
    BudgetaendringFactory.create_batch(antal, helhedsplan=penge)
    kilde = penge.finansieringskilder.get(art="kommune")
    LeveringFactory.create_batch(antal, tilsagn=kilde.tilsagn.get(), timer=5, beloeb=None)
    KompensationFactory.create_batch(antal, kilde=kilde)
    for aar in range(2019, 2019 + antal):
        RegnskabsaarFactory(helhedsplan=penge, aar=aar)

    with django_assert_num_queries(20):
        client.get(reverse("oekonomi:oekonomi", args=[penge.slug]))


def test_noegletallene_er_oversigtens(penge, django_assert_num_queries):
    with django_assert_num_queries(12):
        tal = noegletal(penge, dato=DAG)

    oversigt = oekonomioversigt(penge, dato=DAG)
    assert (tal.budget, tal.brugt, tal.rest) == (1_200_000, 925_000, 275_000)
    assert (tal.lokal_andel, tal.holder_krav, tal.mangler) == (Decimal("0.25"), True, 150_000)
    assert tal.advarsler == oversigt.advarsler
    assert (tal.naeste_frist.navn, tal.naeste_frist.er_over_tiden) == ("Regnskab 2019", True)


def test_siden_viser_sine_tegninger_med_ord(client, penge, bestyrelsesmedlem):
    client.force_login(bestyrelsesmedlem)

    svar = client.get(reverse("oekonomi:oekonomi", args=[penge.slug]), {"aar": "2020"})
    side = svar.content.decode()

    assert svar.context["oversigt"].aar == 2020
    assert "<title>Budgettet år for år efter giver. I alt Landsbyggefonden 900.000\u00a0kr., Nørreby Kommune" in side
    assert "<title>Brugt til og med 2021: 0,93\u00a0mio.\u00a0kr." in side
    assert "<title>Lokal medfinansiering er 25,0\u00a0%, kravet er mindst 25\u00a0%" in side
    assert "Tilføj forbrug" not in side


@pytest.mark.parametrize("aar", ["", "2031", "x", "-1", "²²²²"])
def test_et_aar_der_ikke_findes_er_planens_eget(client, penge, projektleder, aar):
    client.force_login(projektleder)

    svar = client.get(reverse("oekonomi:oekonomi", args=[penge.slug]), {"aar": aar})

    assert svar.context["oversigt"].aar == 2023


def test_en_kladde_vises_ikke_for_den_der_ikke_maa_se_kladder(client, penge, revisor):
    client.force_login(revisor)

    svar = client.get(reverse("oekonomi:oekonomi", args=[penge.slug]))

    assert svar.context["oversigt"] is None
    assert "Økonomien står her, når aftalen er godkendt." in svar.content.decode()


@pytest.mark.parametrize(
    ("side", "argumenter"),
    [("oekonomi:levering_liste", ()), ("oekonomi:regnskab_detalje", (2021,)), ("overblik:overblik", ())],
)
def test_kladdens_penge_staar_heller_ikke_paa_de_andre_sider(
    client, penge, revisor, bestyrelsesmedlem, side, argumenter
):
    """The overview hid a budget that was never approved; the pages beside it printed it."""
    sider = []
    for person in (revisor, bestyrelsesmedlem):
        client.force_login(person)
        sider.append(client.get(reverse(side, args=[penge.slug, *argumenter])).content.decode().replace("\u00a0", " "))

    kladdens = {
        "oekonomi:levering_liste": "300.000",
        "oekonomi:regnskab_detalje": "300.000",
        "overblik:overblik": "1.200.000",
    }
    assert [kladdens[side] in et for et in sider] == [False, True]

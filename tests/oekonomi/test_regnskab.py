"""The accounts of a year, the revisor's remarks, and unspent money."""

from datetime import date

import pytest
from django.urls import reverse

from oekonomi.models import Regnskabsaar, Restmidler, Revisorbemaerkning
from tests.factories import RegnskabsaarFactory, RestmidlerFactory, RevisorbemaerkningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def leder(client, projektleder):
    client.force_login(projektleder)
    return client


def skriv(client, plan, aar=2020, **andre):
    felter = {"frist_dato": f"{aar + 1}-06-30", "udgave": "0", **andre}
    return client.post(reverse("oekonomi:regnskab_ret", args=[plan.slug, aar]), felter)


def fejl(svar):
    return {navn: list(beskeder) for navn, beskeder in svar.context["form"].errors.items()}


def linje(client, plan, aar=2020):
    return client.get(reverse("oekonomi:regnskab_detalje", args=[plan.slug, aar])).context["linje"]


def test_et_aar_uden_raekke_har_fristen_30_juni(leder, plan):
    aaret = linje(leder, plan)

    assert (aaret.noegle, aaret.trinord, aaret.frist) == (None, "Intet skrevet ind", date(2021, 6, 30))


def test_trinnene_skrives_ind_et_ad_gangen(leder, plan):
    skriv(leder, plan, underskrevet_dato="2021-04-10")
    assert linje(leder, plan).trinord == "Underskrevet"

    skriv(leder, plan, underskrevet_dato="2021-04-10", paategnet_dato="2021-05-20", sendt_dato="2021-06-15", udgave="1")

    assert linje(leder, plan).trinord == "Sendt til Landsbyggefonden"
    assert Regnskabsaar.objects.get().sendt_dato == date(2021, 6, 15)


@pytest.mark.parametrize(
    ("andre", "besked"),
    [
        ({"paategnet_dato": "2021-05-20"}, "Regnskabet underskrives, før revisor påtegner det. Skriv den dato først."),
        (
            {"underskrevet_dato": "2021-05-21", "paategnet_dato": "2021-05-20"},
            "Revisor kan ikke påtegne regnskabet, før det er underskrevet.",
        ),
        (
            {"underskrevet_dato": "2021-05-20", "sendt_dato": "2021-05-20"},
            "Regnskabet påtegnes, før det sendes. Skriv den dato først.",
        ),
        ({"frist_dato": "2021-09-01"}, "Skriv, hvorfor fristen er flyttet."),
        (
            {"underskrevet_dato": "2099-01-01"},
            "1.\u00a0januar 2099 er ikke kommet endnu. Skriv den dag, det skete, eller lad feltet stå tomt.",
        ),
    ],
)
def test_raekkefoelgen_holdes_med_en_saetning(leder, plan, andre, besked):
    svar = skriv(leder, plan, **andre)

    assert [saetning for alle in fejl(svar).values() for saetning in alle] == [besked]
    assert not Regnskabsaar.objects.exists()


def test_fristen_flyttes_med_en_grund(leder, plan):
    skriv(leder, plan, frist_dato="2021-09-01", flyttet_grund="Revisor er syg")

    aaret = linje(leder, plan)
    assert (aaret.frist, aaret.flyttet) == (date(2021, 9, 1), "Flyttet fra 30.\u00a0juni 2021: Revisor er syg")


PAATEGNET = {"underskrevet_dato": "2021-04-10", "paategnet_dato": "2021-05-20"}


@pytest.mark.parametrize(
    ("ny_dato", "til"), [("", "ingen dato"), ("2021-05-25", "25.\u00a0maj 2021")], ids=["fjernet", "flyttet"]
)
def test_en_paategning_aendres_kun_med_en_grund_som_revisor_kan_se(leder, client, plan, revisor, ny_dato, til):
    """Review: clearing the date opened a closed year, and nobody was told why."""
    skriv(leder, plan, **PAATEGNET)
    aendret = {**PAATEGNET, "paategnet_dato": ny_dato, "revisor": "BDO", "udgave": "1"}

    uden = skriv(leder, plan, **aendret)

    assert fejl(uden) == {
        "aendret_grund": ["Skriv, hvorfor påtegningen ændres. Grunden står på årets side, så revisor kan se den."]
    }
    assert uden.context["form"]["revisor"].value() == "BDO"
    assert Regnskabsaar.objects.get().paategnet_dato == date(2021, 5, 20)

    skriv(leder, plan, **aendret, aendret_grund="Revisor skrev den forkerte dag")
    client.force_login(revisor)
    (led,) = client.get(reverse("oekonomi:regnskab_detalje", args=[plan.slug, 2020])).context["aendringer"]
    assert led.hvad == (
        f"ændrede revisors påtegning fra 20.\u00a0maj 2021 til {til}. Grund: Revisor skrev den forkerte dag"
    )


def test_et_regnskab_med_samme_paategning_rettes_uden_grund(leder, plan):
    skriv(leder, plan, **PAATEGNET)

    skriv(leder, plan, **PAATEGNET, sendt_dato="2021-06-15", udgave="1")

    assert linje(leder, plan).trinord == "Sendt til Landsbyggefonden"


def test_den_der_aabnede_foer_paategningen_faar_begge_tekster_og_ikke_et_krav_om_en_grund(leder, plan):
    skriv(leder, plan)
    skriv(leder, plan, **PAATEGNET, udgave="1")

    svar = skriv(leder, plan, revisor="BDO", udgave="1")

    assert svar.context["udfald"].skal_vaelge
    assert Regnskabsaar.objects.get().paategnet_dato == date(2021, 5, 20)


def test_to_der_skriver_det_foerste_om_et_aar_ser_begge_dele(leder, plan):
    RegnskabsaarFactory(helhedsplan=plan, revisor="BDO")

    svar = skriv(leder, plan, revisor="Beierholm")

    assert svar.context["udfald"].skal_vaelge


@pytest.mark.parametrize("aar", [2018, 2024])
def test_et_aar_uden_for_planen_findes_ikke(leder, plan, aar):
    assert leder.get(reverse("oekonomi:regnskab_detalje", args=[plan.slug, aar])).status_code == 404
    assert leder.get(reverse("oekonomi:regnskab_ret", args=[plan.slug, aar])).status_code == 404


def test_listen_siger_hvad_der_er_over_tiden(leder, plan):
    for aar in (2019, 2020, 2021, 2022):
        dag = date(aar + 1, 5, 1)
        RegnskabsaarFactory(helhedsplan=plan, aar=aar, underskrevet_dato=dag, paategnet_dato=dag, sendt_dato=dag)

    kontekst = leder.get(reverse("oekonomi:regnskab_liste", args=[plan.slug])).context

    assert kontekst["advarsel"] == "Regnskabet for 2023 skulle være sendt til Landsbyggefonden 30.\u00a0juni 2024."


def test_en_bemaerkning_lukkes_kun_med_en_opfoelgning(leder, plan):
    bemaerkning = RevisorbemaerkningFactory(regnskabsaar__helhedsplan=plan)
    adresse = reverse("oekonomi:bemaerkning_ret", args=[plan.slug, 2020, bemaerkning.pk])
    felter = {"tekst": "Timesedler mangler", "lukket_dato": "2021-09-01", "udgave": "1"}

    uden = leder.post(adresse, felter)
    assert fejl(uden) == {"__all__": ["Skriv, hvad der er gjort, før bemærkningen lukkes."]}
    leder.post(adresse, {**felter, "opfoelgning": "De er underskrevet"})

    bemaerkning.refresh_from_db()
    assert (bemaerkning.lukket_dato, bemaerkning.opfoelgning) == (date(2021, 9, 1), "De er underskrevet")


def test_en_bemaerkning_tilfoejes_og_slettes(leder, plan):
    RegnskabsaarFactory(helhedsplan=plan)
    leder.post(reverse("oekonomi:bemaerkning_opret", args=[plan.slug, 2020]), {"tekst": "Mangler bilag", "udgave": "0"})
    bemaerkning = Revisorbemaerkning.objects.get()
    assert linje(leder, plan).bemaerkningsord == "1 åben bemærkning fra revisor."

    leder.post(reverse("oekonomi:bemaerkning_slet", args=[plan.slug, 2020, bemaerkning.pk]))

    assert not Revisorbemaerkning.objects.exists()


def test_uforbrugte_midler_foelges_fra_plan_til_brugt(leder, plan):
    rest = RestmidlerFactory(helhedsplan=plan)
    adresse = reverse("oekonomi:restmidler_ret", args=[plan.slug, rest.pk])

    def stand():
        return leder.get(reverse("oekonomi:restmidler_liste", args=[plan.slug])).context["linjer"][0].saetning

    assert stand().startswith("165.000\u00a0kr. fra 2020 er ikke brugt, og der er ingen plan for dem.")
    felter = {"aar": "2020", "beloeb": "165.000", "anvendelse": "Fritidsjob"}
    leder.post(adresse, {**felter, "udgave": "1"})
    assert stand() == "165.000\u00a0kr. fra 2020 har en plan, men den er ikke sendt til Landsbyggefonden med budget."
    leder.post(adresse, {**felter, "brev_dato": "2021-02-01", "frist_dato": "2021-12-31", "udgave": "2"})
    assert stand() == "165.000\u00a0kr. fra 2020 skulle være brugt 31.\u00a0december 2021."
    leder.post(adresse, {**felter, "brev_dato": "2021-02-01", "brugt_dato": "2021-11-30", "udgave": "3"})
    assert stand() == "165.000\u00a0kr. fra 2020 blev brugt 30.\u00a0november 2021."


def test_et_aar_har_kun_uforbrugte_midler_en_gang(leder, plan):
    RestmidlerFactory(helhedsplan=plan, aar=2020)

    svar = leder.post(
        reverse("oekonomi:restmidler_opret", args=[plan.slug]), {"aar": "2020", "beloeb": "10", "udgave": "0"}
    )

    assert fejl(svar) == {"__all__": ["De uforbrugte midler fra det år står der allerede. Ret dem i stedet."]}
    assert Restmidler.objects.count() == 1


@pytest.mark.parametrize("antal", [1, 3])
def test_listerne_koster_det_samme(leder, plan, antal, django_assert_num_queries):
    for aar in range(2019, 2019 + antal):
        RestmidlerFactory(helhedsplan=plan, aar=aar)
        RevisorbemaerkningFactory(regnskabsaar__helhedsplan=plan, regnskabsaar__aar=aar)

    with django_assert_num_queries(7):
        leder.get(reverse("oekonomi:restmidler_liste", args=[plan.slug]))
    with django_assert_num_queries(19):
        leder.get(reverse("oekonomi:regnskab_liste", args=[plan.slug]))


def test_aarets_side_er_vejen_til_aarets_revisionsbilag(client, plan, revisor):
    client.force_login(revisor)
    aar = plan.start_dato.year + 1
    side = client.get(reverse("oekonomi:regnskab_detalje", args=[plan.slug, aar])).content.decode()
    bestil = reverse("dokumenter:papir_liste", args=[plan.slug])
    assert f'<a href="{bestil}?papir=revisionsbilag&amp;aar={aar}">Bestil årets revisionsbilag</a>' in side

"""An activity: created once, edited in place, deleted only while it is still a draft."""

import pytest
from django.urls import reverse

from aftaler.models import Aktivitet
from aftaler.services import aktiviteter
from tests.factories import AktivitetFactory, DelaftaleFactory, IndsatsomraadeFactory, SucceskriteriumFactory
from tests.godkendelse import godkend_dokument

pytestmark = pytest.mark.django_db
FELTER = {"navn": "Lektiecafé", "indhold": "To aftener om ugen", "maalgrupper": "6.–9. klasse"}


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def inde(client, medarbejder, delaftale):
    client.force_login(medarbejder)
    return client


def ny_url(plan):
    return reverse("aftaler:aktivitet_opret", args=[plan.slug, "5.1"])


def godkend(plan, delaftale, *, af):
    return godkend_dokument(
        plan,
        delaftale,
        gaelder_fra=plan.start_dato,
        godkendt_dato=plan.start_dato,
        godkendt_af_navn="B",
        grund="Ny",
        af=af,
    )


def test_en_medarbejder_opretter_en_aktivitet(inde, plan):
    svar = inde.post(ny_url(plan), FELTER)

    aktivitet = Aktivitet.objects.get()
    assert (aktivitet.navn, aktivitet.indhold, aktivitet.raekkefoelge) == ("Lektiecafé", "<p>To aftener om ugen</p>", 1)
    assert svar["Location"] == reverse("aftaler:aktivitet_detalje", args=[plan.slug, aktivitet.pk])


def test_to_klik_giver_en_aktivitet_og_samme_side(inde, plan):
    svar = [inde.post(ny_url(plan), FELTER) for _ in range(2)]

    assert Aktivitet.objects.count() == 1
    assert svar[0]["Location"] == svar[1]["Location"]


def test_et_brugt_navn_giver_en_saetning_og_teksten_bliver(inde, plan, delaftale):
    AktivitetFactory(delaftale=delaftale, navn="Lektiecafé")

    side = inde.post(ny_url(plan), FELTER).content.decode()

    assert "Der er allerede en aktivitet med det navn i delaftalen." in side
    assert "To aftener om ugen" in side


@pytest.mark.parametrize(
    ("navn", "saetning"),
    [("", "Skriv, hvad aktiviteten hedder"), ("x" * 161, "Der er plads til 160 tegn. Din tekst er på 161.")],
)
def test_navnet_skal_vaere_der_og_kunne_vaere_der(inde, plan, navn, saetning):
    svar = inde.post(ny_url(plan), {**FELTER, "navn": navn})

    assert saetning in svar.content.decode()
    assert not Aktivitet.objects.exists()


def test_skemaet_rettes_paa_stedet(inde, plan, delaftale):
    aktivitet = AktivitetFactory(delaftale=delaftale, navn="Gammel")
    url = reverse("aftaler:aktivitet_ret", args=[plan.slug, aktivitet.pk])

    svar = inde.post(url, {**FELTER, "udgave": 1}, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in svar
    assert "Gemt kl." in svar
    assert "Lektiecafé" in svar


def test_en_aktivitet_i_en_anden_plan_findes_ikke(inde, plan):
    fremmed = AktivitetFactory()

    assert inde.get(reverse("aftaler:aktivitet_detalje", args=[plan.slug, fremmed.pk])).status_code == 404


def test_en_kladde_kan_slettes_efter_et_spoergsmaal(inde, plan, delaftale):
    aktivitet = AktivitetFactory(delaftale=delaftale, navn="Lektiecafé")
    url = reverse("aftaler:aktivitet_slet", args=[plan.slug, aktivitet.pk])

    assert "Slet »Lektiecafé«?" in inde.get(url).content.decode()
    inde.post(url)

    assert not Aktivitet.objects.exists()


@pytest.mark.parametrize(
    ("hvad", "saetning"), [("godkendt", "står i en godkendt version"), ("kriterier", "har succeskriterier")]
)
def test_det_der_er_brugt_kan_ikke_slettes(inde, plan, delaftale, formand, hvad, saetning):
    aktivitet = AktivitetFactory(delaftale=delaftale)
    if hvad == "godkendt":
        godkend(plan, delaftale, af=formand)
    else:
        SucceskriteriumFactory(indsatsomraade=delaftale.indsatsomraade, aktivitet=aktivitet)

    svar = inde.post(reverse("aftaler:aktivitet_slet", args=[plan.slug, aktivitet.pk]), follow=True)

    assert saetning in svar.content.decode()
    assert Aktivitet.objects.exists()


def test_den_der_ikke_maa_se_kladden_ser_kun_det_godkendte(
    client, plan, delaftale, foelgegruppemedlem, formand, medarbejder
):
    aktivitet = AktivitetFactory(delaftale=delaftale, navn="Lektiecafé")
    url = reverse("aftaler:aktivitet_detalje", args=[plan.slug, aktivitet.pk])
    client.force_login(foelgegruppemedlem)
    assert client.get(url).status_code == 404
    godkend(plan, delaftale, af=formand)
    aktiviteter.ret_aktivitet(aktivitet, udgave=1, af=medarbejder, navn="Nyt navn")

    side = client.get(url).content.decode()

    assert ("Lektiecafé" in side, "Nyt navn" in side) == (True, False)

"""A succeskriterium: written once, read by machine, corrected by a person."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.forms.kriterier import LAESTE_FELTER, laest_til_felter
from aftaler.models import Succeskriterium
from aftaler.services import kriterier
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    SucceskriteriumFactory,
)
from tests.godkendelse import godkend_dokument

pytestmark = pytest.mark.django_db
SAETNING = "Fraflytningsprocenten falder fra 26,2 % i 2013-2017 til 20 % eller lavere i 2022."


@pytest.fixture
def omraade(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan)).indsatsomraade


@pytest.fixture
def aktivitet(omraade):
    return AktivitetFactory(delaftale=omraade.delaftale)


@pytest.fixture
def inde(client, projektleder, omraade):
    client.force_login(projektleder)
    return client


@pytest.fixture
def ny_url(plan):
    return reverse("aftaler:kriterium_opret", args=[plan.slug])


@pytest.fixture
def felter(omraade):
    return {"tekst": SAETNING, "navn": "Fraflytning", "datakilde": "LBF", "hoerer_til": f"omraade-{omraade.pk}"}


def laeste(kriterium):
    """The reading as the form would send it."""
    return {felt: laest_til_felter(kriterium.tekst)[felt] for felt in LAESTE_FELTER}


def test_uden_rettelser_laeses_saetningen_og_kvitteringen_siger_hvordan(inde, ny_url, felter):
    svar = inde.post(ny_url, felter, follow=True)

    kriterium = Succeskriterium.objects.get()
    assert (kriterium.nr, kriterium.form, kriterium.maal_vaerdi, kriterium.baseline_fra) == (
        1,
        "niveau",
        Decimal(20),
        2013,
    )
    assert (kriterium.maalbar, kriterium.mangler) == (True, [])
    assert [str(et) for et in svar.context["messages"]] == [
        "Kriterium 1 er gemt. Læst sådan: slags mål: Et niveau, der skal nås, retning: ned, enhed: procent, "
        "udgangspunkt: 26,2\u00a0% i 2013–2017, mål: højst 20\u00a0%, hvornår: 2022."
    ]


def test_det_naeste_nummer_er_hoejeste_plus_en(inde, ny_url, felter, omraade):
    SucceskriteriumFactory(indsatsomraade=omraade, nr=7)

    inde.post(ny_url, felter)

    assert Succeskriterium.objects.get(navn="Fraflytning").nr == 8


def test_to_klik_giver_et_kriterium(inde, ny_url, felter):
    svar = [inde.post(ny_url, felter) for _ in range(2)]

    assert Succeskriterium.objects.count() == 1
    assert svar[0]["Location"] == svar[1]["Location"]


def test_samme_saetning_to_gange_i_aftalen_afvises(inde, ny_url, felter, omraade):
    SucceskriteriumFactory(indsatsomraade=omraade, tekst=SAETNING)

    assert "Det kriterium står allerede i aftalen." in inde.post(ny_url, felter).content.decode()


@pytest.mark.parametrize(
    ("rettet", "saetning"),
    [
        ({"tekst": ""}, "Skriv succeskriteriet som en sætning."),
        ({"tekst": "x" * 1501}, "Der er plads til 1500 tegn. Din tekst er på 1501."),
        ({"navn": ""}, "Skriv et kort navn, fx »Fraflytning«."),
        ({"hoerer_til": ""}, "Vælg en fra listen."),
        ({"hoerer_til": "omraade-999999"}, "Vælg en fra listen."),
        ({"form": "niveau", "enhed": "meter"}, "Vælg en fra listen."),
        ({"form": "niveau", "enhed": "procent", "maal_vaerdi": "224"}, "En andel er højst 100\u00a0%. Mener du 22,4?"),
        ({"form": "niveau", "enhed": "procent", "baseline_vaerdi": "-3"}, "En andel kan ikke være under nul."),
        ({"form": "niveau", "maal_vaerdi": "20"}, "Vælg en enhed, så måltallet kan læses."),
        ({"form": "niveau", "maal_vaerdi": "tyve"}, "»tyve« er ikke et tal."),
        ({"form": "niveau", "maal_fra": "2022", "maal_til": "2019"}, "Målets sidste år skal ligge efter det første."),
        ({"form": "niveau", "baseline_fra": "22"}, "Skriv året med fire cifre, fx 2022."),
        ({"form": "aendring", "aendring_vaerdi": "10"}, "Vælg, hvad ændringen er i, fx procent."),
        (
            {"form": "aendring", "retning": "ned", "aendring_vaerdi": "10", "aendring_enhed": "procent"},
            "Målet går ned, så skriv ændringen med minus: −10.",
        ),
        ({"form": "sammenligning", "reference_vaerdi": "72"}, "Skriv, hvem der sammenlignes med, fx »kommunen«."),
    ],
)
def test_forkerte_oplysninger_giver_en_saetning_og_teksten_bliver(inde, ny_url, felter, rettet, saetning):
    side = inde.post(ny_url, {**felter, **rettet}).content.decode()

    assert saetning in side
    assert "LBF" in side
    assert not Succeskriterium.objects.exists()


def test_et_sted_i_en_anden_plan_kan_ikke_vaelges(inde, ny_url, felter):
    fremmed = AktivitetFactory()

    side = inde.post(ny_url, {**felter, "hoerer_til": f"aktivitet-{fremmed.pk}"}).content.decode()

    assert "Vælg en fra listen." in side


def test_en_rettet_laesning_afgoer_om_det_kan_maales(inde, plan, omraade):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade, tekst="Trygheden stiger i området.", maalbar=False)
    url = reverse("aftaler:kriterium_ret", args=[plan.slug, kriterium.nr])
    fast = {"tekst": kriterium.tekst, "navn": "Tryghed", "hoerer_til": f"omraade-{omraade.pk}", "udgave": 1}

    inde.post(
        url, {**fast, "form": "niveau", "retning": "op", "sammenligning": ">=", "enhed": "procent", "maal_vaerdi": "75"}
    )

    kriterium.refresh_from_db()
    assert kriterium.maalbar is True
    assert kriterium.mangler == ["baseline", "maaletidspunkt"]


def test_urert_laesning_beholder_maskinens_egen_dom(inde, plan, omraade):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade, tekst="Trygheden er øget. Ny måling ultimo 2022.")
    url = reverse("aftaler:kriterium_ret", args=[plan.slug, kriterium.nr])

    inde.post(
        url,
        {
            "tekst": kriterium.tekst,
            "navn": "T",
            "hoerer_til": f"omraade-{omraade.pk}",
            "udgave": 1,
            **laeste(kriterium),
        },
    )

    kriterium.refresh_from_db()
    assert kriterium.maalbar is False


def test_saetningen_laeses_mens_den_skrives_uden_at_gemme(inde, plan, felter):
    url = reverse("aftaler:kriterium_laes", args=[plan.slug])

    side = inde.post(url, felter, headers={"HX-Request": "true"}).content.decode()

    assert "højst 20\u00a0%" in side
    assert 'name="maal_vaerdi" value="20"' in side
    assert 'hx-swap-oob="true"' in side
    assert not Succeskriterium.objects.exists()


def test_en_rettet_laesning_overskrives_ikke_af_en_ny_saetning(inde, plan, felter):
    url = reverse("aftaler:kriterium_laes", args=[plan.slug])
    rettet = {**felter, **laest_til_felter(SAETNING), "laest_tekst": SAETNING, "maal_vaerdi": "18"}

    staar = inde.post(url, {**rettet, "tekst": SAETNING.replace("20 %", "19 %")}).content.decode()
    igen = inde.post(url, {**rettet, "tekst": SAETNING.replace("20 %", "19 %"), "igen": "1"}).content.decode()

    assert ('name="maal_vaerdi" value="18"' in staar, "Du har selv rettet" in staar) == (True, True)
    assert ('name="maal_vaerdi" value="19"' in igen, "Du har selv rettet" in igen) == (True, False)


def test_en_medarbejder_skriver_kun_kriterier_for_aktiviteter(client, medarbejder, ny_url, felter, aktivitet, omraade):
    client.force_login(medarbejder)

    afvist = client.post(ny_url, felter).content.decode()
    client.post(ny_url, {**felter, "hoerer_til": f"aktivitet-{aktivitet.pk}"})

    assert "Vælg en fra listen." in afvist
    assert Succeskriterium.objects.get().aktivitet == aktivitet
    with pytest.raises(PermissionDenied):
        kriterier.opret_kriterium(omraade, None, af=medarbejder, tekst="x", navn="x")


def test_at_flytte_et_kriterium_kraever_ret_begge_steder(client, medarbejder, plan, omraade, aktivitet):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade)
    client.force_login(medarbejder)

    assert client.get(reverse("aftaler:kriterium_ret", args=[plan.slug, kriterium.nr])).status_code == 403
    with pytest.raises(PermissionDenied):
        kriterier.ret_kriterium(kriterium, omraade, aktivitet, af=medarbejder, udgave=1, tekst="x")


def test_et_kriterium_uden_maalinger_kan_slettes(inde, plan, omraade):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade)

    inde.post(reverse("aftaler:kriterium_slet", args=[plan.slug, kriterium.nr]))

    assert not Succeskriterium.objects.exists()


@pytest.mark.parametrize(("hvad", "saetning"), [("godkendt", "står i en godkendt version"), ("maalt", "har målinger")])
def test_det_der_er_brugt_kan_ikke_slettes(inde, plan, omraade, sekretariat, hvad, saetning):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade)
    if hvad == "maalt":
        MaalingFactory(kriterium=kriterium)
    else:
        godkend_dokument(
            plan, None, gaelder_fra=plan.start_dato, godkendt_dato=plan.start_dato, godkendt_af_navn="LBF", grund="Ny",
            af=sekretariat,
        )  # fmt: skip

    svar = inde.post(reverse("aftaler:kriterium_slet", args=[plan.slug, kriterium.nr]), follow=True)

    assert saetning in svar.content.decode()
    assert Succeskriterium.objects.exists()


def test_to_der_retter_det_samme_kriterium_ser_begge_tekster(inde, plan, omraade, sekretariat):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade, navn="Gammelt", tekst="Trygheden stiger.")
    kriterier.ret_kriterium(
        Succeskriterium.objects.get(), omraade, None, af=sekretariat, udgave=1, tekst="Trygheden stiger.", navn="Deres"
    )
    url = reverse("aftaler:kriterium_ret", args=[plan.slug, kriterium.nr])

    svar = inde.post(
        url, {"tekst": "Trygheden stiger.", "navn": "Mit", "hoerer_til": f"omraade-{omraade.pk}", "udgave": 1}
    )

    konflikt = svar.context["udfald"].konflikt
    assert "Deres" in konflikt.deres
    assert "Mit" in konflikt.min
    assert Succeskriterium.objects.get().navn == "Deres"

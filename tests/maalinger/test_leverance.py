"""The quarterly delivery: who has answered, what was delivered, and why not."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from maalinger.models import Leverancemaaling, Periodelaas
from maalinger.rules.leverancer import fejl_i_svaret, kvartaler, skal_svare
from maalinger.rules.optaelling import Pr, periode_om
from maalinger.services import leverancer as services
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    LeverancemaalingFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db
FOERSTE = periode_om(date(2022, 2, 1), Pr.KVARTAL)
START, SLUT = date(2019, 5, 1), date(2023, 4, 30)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def aktivitet(plan, delaftale):
    ansvarlig = PersonFactory(helhedsplan=plan, navn="Mette Lund")
    return AktivitetFactory(delaftale=delaftale, navn="Naboskab", ansvarlig=ansvarlig)


@pytest.fixture
def svar(client, medarbejder, plan, aktivitet):
    client.force_login(medarbejder)
    url = reverse("maalinger:leverancemaaling_skriv", args=[plan.slug, aktivitet.pk])

    def send(kvartal=FOERSTE.kode, **felter):
        data = {"grad": "fuldt", "planlagt": "Tre spisninger", "leveret": "Tre", "aarsag": "", "udgave": "0", **felter}
        return client.post(f"{url}?kvartal={kvartal}", data)

    return send


def side(client, plan, person, kvartal=""):
    client.force_login(person)
    return client.get(reverse("maalinger:leverancemaaling", args=[plan.slug]) + f"?kvartal={kvartal}").context["side"]


def test_svaret_gemmes_for_kvartalet(svar, aktivitet, medarbejder):
    assert svar().status_code == 302

    ny = Leverancemaaling.objects.get()
    assert (ny.aktivitet, ny.aar, ny.kvartal, ny.grad, ny.registreret_af) == (aktivitet, 2022, 1, "fuldt", medarbejder)


def test_det_siges_hvem_der_ikke_har_svaret(client, plan, delaftale, aktivitet, medarbejder):
    anden = AktivitetFactory(delaftale=delaftale, navn="Jobcafé")
    AktivitetFactory(delaftale=delaftale, navn="Slut", slut_dato=date(2021, 12, 31))
    LeverancemaalingFactory(aktivitet=anden, grad="delvist", aarsag="Lokalet var lukket")

    kvartalet = side(client, plan, medarbejder)

    assert kvartalet.kvartal == FOERSTE
    assert [(et.navn, et.hvem) for et in kvartalet.mangler] == [("Naboskab", "Mette Lund")]
    assert kvartalet.overskrift == "1 af 2 aktiviteter har svaret: 1 delvist leveret."


def test_et_andet_kvartal_kan_vaelges_og_et_ukendt_er_det_nyeste_der_er_omme(client, plan, aktivitet, medarbejder):
    assert side(client, plan, medarbejder, "kvartal_2021-10-01").kvartal.navn == "4. kvartal 2021"
    assert side(client, plan, medarbejder, "nej").kvartal == FOERSTE


@pytest.mark.parametrize(
    ("felter", "felt", "besked"),
    [
        ({"grad": ""}, "grad", "Vælg, hvordan det gik."),
        ({"planlagt": " "}, "planlagt", "Skriv, hvad der skulle leveres i kvartalet."),
        ({"leveret": ""}, "leveret", "Skriv, hvad der blev leveret."),
        ({"grad": "ikke"}, "aarsag", "Skriv, hvorfor det ikke blev leveret som aftalt."),
        (
            {"leveret": "Ring til 010203-1234"},
            "leveret",
            "Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan.",
        ),
    ],
)
def test_det_der_mangler_siges_ved_feltet(svar, felter, felt, besked):
    assert svar(**felter).context["form"].errors[felt] == [besked]
    assert Leverancemaaling.objects.count() == 0


def test_et_svar_kan_rettes_og_et_opdigtet_er_saa_ikke_opdigtet_mere(svar, aktivitet):
    gammel = LeverancemaalingFactory(aktivitet=aktivitet, eksempel=True)

    svar(grad="ikke", aarsag="Lokalet var lukket", udgave="1")

    gammel.refresh_from_db()
    assert (gammel.grad, gammel.eksempel, gammel.udgave) == ("ikke", False, 2)


def test_svarer_to_samtidig_ser_den_anden_begges_ord(svar, aktivitet, projektleder):
    felter = {"grad": "ikke", "planlagt": "Tre spisninger", "leveret": "", "aarsag": "Sygdom"}
    services.skriv_leverance(aktivitet, FOERSTE, **felter, udgave=0, af=projektleder)

    svaret = svar()

    assert "Sygdom" in svaret.content.decode()
    assert Leverancemaaling.objects.get().grad == "ikke"


def test_samme_svar_to_gange_er_et(svar):
    assert (svar().status_code, svar().status_code) == (302, 302)
    assert Leverancemaaling.objects.count() == 1


def test_i_en_laast_periode_skrives_intet(svar, plan, projektleder):
    Periodelaas.objects.create(
        helhedsplan=plan, fra_dato=date(2022, 1, 1), til_dato=date(2022, 3, 31), grund="Gjort op", laast_af=projektleder
    )
    (besked,) = svar().context["form"].non_field_errors()
    assert "blev låst" in besked
    assert Leverancemaaling.objects.count() == 0


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, medarbejder, plan, delaftale, antal, django_assert_num_queries):
    for aktivitet in AktivitetFactory.create_batch(antal, delaftale=delaftale):
        LeverancemaalingFactory(aktivitet=aktivitet)
    client.force_login(medarbejder)

    with django_assert_num_queries(8):
        client.get(reverse("maalinger:leverancemaaling", args=[plan.slug]))


@pytest.mark.regel("leverance-hvert-kvartal")
def test_kvartalerne_gaar_fra_planens_foerste_til_det_der_er_i_gang():
    navne = [et.navn for et in kvartaler(START, SLUT, i_dag=date(2020, 1, 1))]
    assert navne == ["1. kvartal 2020", "4. kvartal 2019", "3. kvartal 2019", "2. kvartal 2019"]
    assert kvartaler(START, SLUT, i_dag=date(2025, 1, 1))[0].navn == "2. kvartal 2023"
    assert kvartaler(START, SLUT, i_dag=date(2019, 3, 31)) == []


@pytest.mark.regel("leverance-af-dem-i-gang")
@pytest.mark.parametrize(
    ("start", "slut", "skal"),
    [
        (None, None, True),
        (date(2022, 3, 31), None, True),
        (date(2022, 4, 1), None, False),
        (None, date(2022, 1, 1), True),
        (None, date(2021, 12, 31), False),
    ],
)
def test_kun_de_der_er_i_gang_skal_svare(start, slut, skal):
    assert skal_svare(start, slut, FOERSTE) is skal


@pytest.mark.regel("leverance-afvigelse-har-grund")
@pytest.mark.parametrize(
    ("grad", "leveret", "aarsag", "felter"),
    [
        ("fuldt", "Tre", "", set()),
        ("fuldt", "", "", {"leveret"}),
        ("delvist", "En", "", {"aarsag"}),
        ("ikke", "", "Sygdom", set()),
        ("udsat", "", "", {"aarsag"}),
    ],
)
def test_afvigelsen_har_en_grund(grad, leveret, aarsag, felter):
    assert set(fejl_i_svaret(grad, "Tre", leveret, aarsag)) == felter

"""Making, moving, deleting and cancelling meetings, rows of them, and the list."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from kerne.models import Haendelse, Udsendelse
from moeder.models import Behandling, Moede
from moeder.statuses import Moedetilstand
from tests.factories import OrganFactory
from tests.moeder.factories import BehandlingFactory, IndkaldelseFactory, MoedeFactory, klokken

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_2022():
    """Inside the plan's years."""
    with time_machine.travel(klokken(2022, 6, 1, 9), tick=False):
        yield


@pytest.fixture
def organ(plan):
    return OrganFactory(helhedsplan=plan, navn="Bestyrelsen", art="bestyrelse", moeder_mindst=2)


def felter(**andre) -> dict:
    return {
        "art": "ordinaert",
        "dato": "2022-06-15",
        "fra_kl": "13:00",
        "til_kl": "15.00",
        "sted": "Fælleshuset",
        "videolink": "",
        "besked": "",
        **andre,
    }


def adresse(navn: str, plan, *led) -> str:
    return reverse(f"moeder:{navn}", args=[plan.slug, *led])


def fejl(svar) -> dict:
    return {felt: list(beskeder) for felt, beskeder in svar.context["form"].errors.items()}


def test_et_nyt_moede_er_en_kladde_med_de_faste_punkter_og_ingen_faar_besked(client, plan, organ, projektleder):
    organ.standardpunkter.create(titel="Eventuelt", minutter=5, sidst=True)
    organ.standardpunkter.create(titel="Godkendelse af dagsordenen", art="B", minutter=5)
    client.force_login(projektleder)

    svar = client.post(adresse("moede_opret", plan), felter(organ=organ.pk))

    moede = Moede.objects.get()
    assert svar.headers["Location"] == adresse("moede_detalje", plan, "bestyrelsen-2022-06-15")
    assert (moede.tilstand, moede.begynder, moede.slutter) == (
        Moedetilstand.KLADDE,
        klokken(2022, 6, 15, 13),
        klokken(2022, 6, 15, 15),
    )
    assert list(moede.behandlinger.i_raekkefoelge().values_list("titel", "art")) == [
        ("Godkendelse af dagsordenen", "B"),
        ("Eventuelt", "O"),
    ]
    assert Udsendelse.objects.count() == 0
    assert Haendelse.objects.filter(ting_id=moede.pk, hvad="oprettet").count() == 1


@pytest.mark.parametrize(
    ("andre", "ventet"),
    [
        ({"dato": "2022-05-01"}, {"dato": ["Mødet ligger før nu. Vælg en dag og et klokkeslæt, der kommer."]}),
        ({"dato": "i morgen"}, {"dato": ["Skriv en dato, fx 30.04.2023."]}),
        (
            {"til_kl": "12:00"},
            {"til_kl": ["Mødet begynder kl.\u00a013.00. Skriv et klokkeslæt, der ligger efter."]},
        ),
        ({"sted": ""}, {"sted": ["Skriv, hvor mødet holdes, eller sæt et videolink."]}),
        ({"videolink": "ikke en adresse"}, {"videolink": ["Skriv hele adressen, fx https://video.eksempel.dk/moede."]}),
        (
            {"sted": "Ring 010190-1234"},
            {"sted": ["Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan."]},
        ),
        ({"organ": ""}, {"organ": ["Vælg, hvem der holder møde."]}),
    ],
)
def test_daarligt_input_faar_en_saetning_ved_feltet_og_intet_er_tabt(client, plan, organ, projektleder, andre, ventet):
    client.force_login(projektleder)
    sendt = felter(**{"organ": organ.pk, "besked": "Tag kage med", **andre})

    svar = client.post(adresse("moede_opret", plan), sendt)

    assert fejl(svar) == ventet
    assert svar.context["form"]["besked"].value() == "Tag kage med"
    assert Moede.objects.count() == 0


def test_et_organ_kan_ikke_vaere_to_steder_paa_en_gang(client, plan, organ, projektleder):
    MoedeFactory(organ=organ, begynder=klokken(2022, 6, 15, 14))
    client.force_login(projektleder)

    svar = client.post(adresse("moede_opret", plan), felter(organ=organ.pk))

    assert fejl(svar) == {
        "fra_kl": [
            "Bestyrelsen har allerede møde 15.\u00a0juni 2022 kl. 14.00–16.00. Vælg en anden tid, eller ret det møde."
        ]
    }


def test_et_andet_organ_eller_et_aflyst_moede_er_ikke_i_vejen(client, plan, organ, projektleder):
    MoedeFactory(organ=OrganFactory(helhedsplan=plan), begynder=klokken(2022, 6, 15, 14))
    MoedeFactory(organ=organ, begynder=klokken(2022, 6, 15, 14), tilstand="aflyst", aflyst_grund="Sne")
    client.force_login(projektleder)

    assert client.post(adresse("moede_opret", plan), felter(organ=organ.pk)).status_code == 302


def test_en_anden_plans_organ_kan_ikke_vaelges(client, plan, projektleder):
    client.force_login(projektleder)

    svar = client.post(adresse("moede_opret", plan), felter(organ=OrganFactory().pk))

    assert fejl(svar) == {"organ": ["Vælg en fra listen."]}


def test_en_flytning_af_et_indkaldt_moede_sendes_med_hoejere_nummer(client, plan, organ, projektleder):
    moede = MoedeFactory(organ=organ, begynder=klokken(2022, 6, 15))
    indkaldelse = IndkaldelseFactory(moede=moede)
    client.force_login(projektleder)

    client.post(adresse("moede_ret", plan, moede.kode), felter(dato="2022-06-22", udgave=1))

    moede.refresh_from_db()
    assert (moede.begynder, moede.ics_nr, moede.udgave) == (klokken(2022, 6, 22), 1, 2)
    mail = Udsendelse.objects.get()
    assert (mail.til, mail.emne) == (
        indkaldelse.email,
        f"Ændret: Bestyrelsen, {plan}, 22.\u00a0juni 2022 kl.\u00a013.00–15.00",
    )
    assert "SEQUENCE:1" in mail.kalender
    assert "METHOD:REQUEST" in mail.kalender


def test_rettes_kun_slagsen_faar_ingen_besked(client, plan, organ, projektleder):
    moede = MoedeFactory(organ=organ, begynder=klokken(2022, 6, 15), slutter=klokken(2022, 6, 15, 15))
    IndkaldelseFactory(moede=moede)
    client.force_login(projektleder)

    client.post(adresse("moede_ret", plan, moede.kode), felter(art="ekstra", udgave=1))

    moede.refresh_from_db()
    assert (moede.art, moede.ics_nr, Udsendelse.objects.count()) == ("ekstra", 0, 0)


def test_to_der_retter_moedet_ser_begges_tekst(client, plan, organ, projektleder, sekretariat):
    moede = MoedeFactory(organ=organ, begynder=klokken(2022, 6, 15), kladde=True)
    client.force_login(sekretariat)
    client.post(adresse("moede_ret", plan, moede.kode), felter(sted="Rådhuset", udgave=1))
    client.force_login(projektleder)

    svar = client.post(adresse("moede_ret", plan, moede.kode), felter(sted="Biblioteket", udgave=1))

    assert svar.context["udfald"].skal_vaelge
    assert "Rådhuset" in svar.content.decode()
    assert "Biblioteket" in svar.content.decode()
    moede.refresh_from_db()
    assert moede.sted == "Rådhuset"


def test_et_moede_der_er_holdt_rettes_ikke(client, plan, organ, projektleder):
    moede = MoedeFactory(organ=organ, holdt=True)
    client.force_login(projektleder)

    svar = client.post(adresse("moede_ret", plan, moede.kode), felter(udgave=1), follow=True)

    assert [str(et) for et in svar.context["messages"]] == ["Mødet er afsluttet og kan ikke rettes."]


def test_en_kladde_slettes_og_det_skrevne_kommer_paa_idelisten(client, plan, organ, projektleder):
    organ.standardpunkter.create(titel="Eventuelt")
    client.force_login(projektleder)
    client.post(adresse("moede_opret", plan), felter(organ=organ.pk))
    moede = Moede.objects.get()
    BehandlingFactory(moede=moede, titel="Regnskab 2021")

    client.post(adresse("moede_slet", plan, moede.kode))

    assert Moede.objects.count() == 0
    assert list(Behandling.objects.values_list("titel", "moede")) == [("Regnskab 2021", None)]


def test_et_indkaldt_moede_slettes_ikke(client, plan, organ, projektleder):
    moede = MoedeFactory(organ=organ)
    client.force_login(projektleder)

    svar = client.post(adresse("moede_slet", plan, moede.kode), follow=True)

    assert [str(et) for et in svar.context["messages"]] == [
        "Kun en kladde kan slettes. Aflys mødet i stedet, så de indkaldte får besked."
    ]


def test_en_aflysning_har_en_grund_og_tager_moedet_ud_af_kalenderen(client, plan, organ, projektleder):
    moede = MoedeFactory(organ=organ)
    IndkaldelseFactory(moede=moede)
    client.force_login(projektleder)
    uden = client.post(adresse("moede_aflys", plan, moede.kode), {"grund": " "})

    client.post(adresse("moede_aflys", plan, moede.kode), {"grund": "Formanden er syg"})

    assert fejl(uden) == {"grund": ["Skriv, hvorfor mødet er aflyst."]}
    moede.refresh_from_db()
    assert (moede.tilstand, moede.aflyst_grund, moede.ics_nr) == (Moedetilstand.AFLYST, "Formanden er syg", 1)
    mail = Udsendelse.objects.get()
    assert "METHOD:CANCEL" in mail.kalender
    assert "Formanden er syg" in mail.tekst
    assert "/svar/" not in mail.tekst


def test_en_kladde_aflyses_ikke(client, plan, organ, projektleder):
    moede = MoedeFactory(organ=organ, kladde=True)
    client.force_login(projektleder)

    svar = client.post(adresse("moede_aflys", plan, moede.kode), {"grund": "Sne"})

    assert fejl(svar) == {"__all__": ["Ingen er indkaldt endnu. Slet kladden i stedet."]}


def test_en_raekke_bliver_til_kladder_i_kommissoriets_rytme(client, plan, organ, projektleder):
    MoedeFactory(organ=organ, begynder=klokken(2022, 12, 13, 14))
    client.force_login(projektleder)
    data = {
        "organ": organ.pk, "navn": "Faste møder", "foerste_dato": "2022-06-14", "maaneder_imellem": 3,
        "til_dato": "2023-03-31", "klokken": "13:00", "minutter": 120, "sted": "Fælleshuset", "videolink": "",
    }  # fmt: skip

    svar = client.post(adresse("serie_opret", plan), data, follow=True)

    lavede = Moede.objects.filter(serie__navn="Faste møder").order_by("begynder")
    assert [(timezone.localtime(et.begynder).date(), et.tilstand) for et in lavede] == [
        (date(2022, 6, 14), "kladde"),
        (date(2022, 9, 13), "kladde"),
        (date(2023, 3, 14), "kladde"),
    ]
    assert [str(et) for et in svar.context["messages"]] == [
        "»Faste møder« er lavet med 3 møder, alle som kladder. Bestyrelsen har allerede møde 13.\u00a0december 2022, "
        "så dér er der ikke lavet et."
    ]


def test_en_raekke_efter_planens_slutning_afvises(client, plan, organ, projektleder):
    client.force_login(projektleder)
    data = {
        "organ": organ.pk, "navn": "Faste møder", "foerste_dato": "2022-06-14", "maaneder_imellem": 3,
        "til_dato": "2033-03-31", "klokken": "13:00", "minutter": 120, "sted": "Fælleshuset", "videolink": "",
    }  # fmt: skip

    svar = client.post(adresse("serie_opret", plan), data)

    assert fejl(svar) == {"til_dato": ["Planen er slut inden. Vælg en dag i planens periode."]}
    assert Moede.objects.count() == 0


def test_listen_siger_naeste_moede_foerst_og_advarer_om_rytmen(client, plan, organ, projektleder):
    MoedeFactory(organ=organ, holdt=True, begynder=klokken(2022, 3, 1))
    client.force_login(projektleder)
    foer = client.get(adresse("moede_liste", plan)).context["liste"]
    MoedeFactory(organ=organ, begynder=klokken(2022, 6, 15))

    liste = client.get(adresse("moede_liste", plan)).context["liste"]

    assert (foer.saetning, [et.advarsel for et in foer.organer]) == (
        "Der er ikke sat et næste møde.",
        ["Kommissoriet siger 2 møder om året. I 2022 har der været 1 møde, og der er ikke sat flere."],
    )
    assert liste.saetning == "Næste møde er Bestyrelsen 15.\u00a0juni 2022 kl.\u00a013.00–15.00."
    assert [(len(et.kommende), len(et.holdte), et.advarsel) for et in liste.organer] == [(1, 1, "")]


def test_en_kladde_ses_kun_af_dem_der_leder_moeder(client, plan, organ, projektleder, formand, foelgegruppemedlem):
    moede = MoedeFactory(organ=organ, kladde=True)
    ser = {}
    for navn, bruger in (("projektleder", projektleder), ("formand", formand), ("foelgegruppe", foelgegruppemedlem)):
        client.force_login(bruger)
        ser[navn] = client.get(adresse("moede_detalje", plan, moede.kode)).status_code

    assert ser == {"projektleder": 200, "formand": 404, "foelgegruppe": 404}


def test_et_moede_der_er_afsluttet_foer_tiden_er_holdt_og_har_et_referat(client, plan, organ, projektleder):
    begynder = timezone.now() - timedelta(hours=1)
    MoedeFactory(organ=organ, holdt=True, begynder=begynder, slutter=begynder + timedelta(hours=2))
    client.force_login(projektleder)

    liste = client.get(adresse("moede_liste", plan)).context["liste"]

    assert liste.saetning == "Der er ikke sat et næste møde."
    assert [(et.maerke[0], et.er_holdt) for et in liste.organer[0].holdte] == [("Holdt", True)]


@pytest.mark.parametrize("antal", [1, 3])
def test_listen_spoerger_lige_meget_hvor_mange_moeder_der_er(
    client, plan, organ, projektleder, django_assert_num_queries, antal
):
    for nr in range(antal):
        MoedeFactory(organ=organ, begynder=timezone.now() + timedelta(days=10 + nr))
    client.force_login(projektleder)

    with django_assert_num_queries(7):
        client.get(adresse("moede_liste", plan))

"""The activity's page: Køge's year-late activity and its vanished target group, and what hangs on an activity."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models import Aktivitet, Maalgruppe, Medlemskab, Virkning
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer, aktivitetens_dele, aktiviteter
from aftaler.services.laasning import ErIndsendt
from kerne.models import Haendelse
from tests.factories import (
    AktivitetFactory,
    BoligomraadeFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MaalgruppeFactory,
    MilepaelFactory,
    PersonFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def aktivitet(plan):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    return AktivitetFactory(
        delaftale=delaftale, navn="Lektiecafé", start_dato=plan.start_dato, slut_dato=plan.slut_dato
    )


@pytest.fixture
def inde(client, medarbejder):
    client.force_login(medarbejder)
    return client


def url(navn, aktivitet, *args):
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    return reverse(f"aftaler:{navn}", args=[plan.slug, *(args or (aktivitet.pk,))])


def side(client, aktivitet):
    return client.get(url("aktivitet_detalje", aktivitet)).content.decode().replace("\u00a0", " ")


def indsend(plan, aktivitet, af):
    return aendringer.indsend(
        plan,
        aktivitet.delaftale,
        grund="Ny aktivitet",
        oensket_fra=plan.start_dato,
        rute=[aendringer.Trinforslag(BESTYRELSEN)],
        af=af,
    )


@time_machine.travel("2018-10-05 12:00:00+02:00")
def test_koeges_forsinkede_aktivitet_og_bortfaldne_maalgruppe_staar_paa_siden(inde, aktivitet, plan):
    plan.start_dato = date(2017, 5, 1)
    plan.save()
    Aktivitet.objects.update(start_dato=date(2017, 5, 1))
    Medlemskab.objects.update(fra_dato=date(2017, 1, 1))
    MilepaelFactory(
        helhedsplan=plan, aktivitet=aktivitet, navn="Projektbeskrivelse", frist_dato=date(2017, 10, 1),
        forsinkelse_grund="Tre parter skal blive enige",
    )  # fmt: skip
    vaek = MaalgruppeFactory(aktivitet=aktivitet, navn="Kvinder på kontanthjælp")
    MaalgruppeFactory(aktivitet=aktivitet, navn="Ægtefælleforsørgede", stoerrelse=None)
    data = {"bortfaldet_dato": "2018-09-09", "bortfaldet_grund": "Arbejdsmarkedet løb fra indsatsen"}
    inde.post(url("maalgruppe_bortfald", aktivitet, vaek.pk), data)

    siden = side(inde, aktivitet)

    assert "Forsinket: »Projektbeskrivelse« skulle være færdig 1. oktober 2017, 369 dage siden." in siden
    assert "Tre parter skal blive enige" in siden
    assert "Målgruppen »Kvinder på kontanthjælp« bortfaldt 9. september 2018: Arbejdsmarkedet løb" in siden
    assert "60 personer" in siden
    assert "antal ikke oplyst" in siden


def test_rammerne_rettes_og_staar_paa_siden(inde, aktivitet, plan):
    omraade, person = BoligomraadeFactory(navn="Motalavej"), PersonFactory(helhedsplan=plan, navn="Mette Lund")
    omraade.helhedsplaner.add(plan)
    data = {
        "boligomraader": [omraade.pk], "ansvarlig": person.pk, "start_dato": "2020-01-01", "slut_dato": "2022-12-31",
        "udgave": 1,
    }  # fmt: skip

    svar = inde.post(url("aktivitet_rammer", aktivitet), data, follow=True)

    siden = svar.content.decode().replace("\u00a0", " ")
    assert all(et in siden for et in ("Motalavej", "Mette Lund", "1. januar 2020 – 31. december 2022"))


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"start_dato": "2018-01-01"}, "Begyndelsen skal ligge i planens periode"),
        ({"start_dato": "2021-01-01", "slut_dato": "2020-01-01"}, "Aktiviteten kan ikke slutte, før den begynder."),
        ({"start_dato": "i morgen"}, "Skriv en dato, fx 30.04.2023."),
        ({"ansvarlig": "999999"}, "Vælg en fra listen."),
        ({"boligomraader": ["999999"]}, "Vælg en fra listen."),
        ({"boligomraader": ["x"]}, "Vælg en fra listen."),
        ({"type": "999999"}, "Vælg en fra listen."),
    ],
)
def test_umulige_rammer_faar_en_saetning(inde, aktivitet, felter, saetning):
    svar = inde.post(url("aktivitet_rammer", aktivitet), {"udgave": 1, **felter})

    assert saetning in svar.content.decode()
    aktivitet.refresh_from_db()
    assert (aktivitet.ansvarlig, aktivitet.udgave) == (None, 1)


def test_to_der_retter_rammerne_ser_begge(inde, aktivitet):
    data = {"start_dato": "2020-01-01", "slut_dato": "2022-12-31", "udgave": 1}
    inde.post(url("aktivitet_rammer", aktivitet), data)

    siden = inde.post(url("aktivitet_rammer", aktivitet), {**data, "start_dato": "2021-01-01"}).content.decode()

    assert "1.\u00a0januar 2020" in siden
    assert "1.\u00a0januar 2021" in siden
    assert 'name="valg"' in siden


def test_skemaet_kan_gemmes_selv_om_rammerne_er_rettet_imens(inde, aktivitet):
    form = inde.get(url("aktivitet_ret", aktivitet)).context["udfald"].form
    inde.post(url("aktivitet_rammer", aktivitet), {"start_dato": "2020-01-01", "udgave": 1})

    inde.post(url("aktivitet_ret", aktivitet), {"navn": "Nyt", "udgave": 1, "foer": form.initial["foer"]})

    aktivitet.refresh_from_db()
    assert (aktivitet.navn, aktivitet.start_dato) == ("Nyt", date(2020, 1, 1))


@time_machine.travel("2020-03-02 12:00:00+01:00")
def test_en_status_sat_i_haanden_viser_navn_dato_grund_og_den_beregnede(client, aktivitet, formand):
    client.force_login(formand)

    client.post(url("aktivitet_status", aktivitet), {"status": "paa_hold", "status_grund": "Lokalet er lukket"})

    siden = side(client, aktivitet)
    assert "På hold: Lokalet er lukket." in siden
    assert f"Sat af {formand} 2. marts 2020. Beregnet: I gang: begyndte 1. maj 2019." in siden


def test_status_kan_regnes_ud_igen(client, aktivitet, projektleder):
    client.force_login(projektleder)
    aktiviteter.saet_status(aktivitet, status="paa_hold", grund="Lokalet er lukket", af=projektleder)

    client.post(url("aktivitet_status", aktivitet), {"status": "", "status_grund": "Lokalet er lukket"})

    aktivitet.refresh_from_db()
    assert (aktivitet.status_sat, aktivitet.status_grund, aktivitet.status_sat_af) == ("", "", None)


@pytest.mark.parametrize(
    ("data", "saetning"),
    [
        ({"status": "paa_hold"}, "Skriv, hvorfor status er sat i hånden."),
        ({"status": "fin", "status_grund": "x"}, "Vælg en fra listen."),
        ({"status": "paa_hold", "status_grund": "x" * 301}, "Der er plads til 300 tegn."),
    ],
)
def test_en_status_uden_grund_eller_uden_for_listen_afvises(client, aktivitet, projektleder, data, saetning):
    client.force_login(projektleder)

    assert saetning in client.post(url("aktivitet_status", aktivitet), data).content.decode()


def test_to_klik_paa_samme_status_er_en_linje_i_loggen(aktivitet, projektleder):
    for _ in range(2):
        aktiviteter.saet_status(aktivitet, status="paa_hold", grund="Lokalet er lukket", af=projektleder)

    assert Haendelse.objects.filter(hvad__startswith="status sat").count() == 1


def test_medarbejderen_maa_ikke_tilsidesaette_status(inde, aktivitet):
    assert inde.post(url("aktivitet_status", aktivitet), {"status": "paa_hold", "status_grund": "x"}).status_code == 403
    assert "Sæt status" not in side(inde, aktivitet)


def test_to_klik_giver_en_maalgruppe_og_et_brugt_navn_en_saetning(inde, aktivitet):
    data = {"art": "primaer", "navn": "Unge", "stoerrelse": "40"}
    for _ in range(2):
        inde.post(url("maalgruppe_opret", aktivitet), data)

    siden = inde.post(url("maalgruppe_opret", aktivitet), {**data, "stoerrelse": "41"}).content.decode()

    assert Maalgruppe.objects.count() == 1
    assert "Målgruppen står der allerede." in siden


@pytest.mark.parametrize(
    ("data", "saetning"),
    [
        ({"navn": ""}, "Skriv, hvem målgruppen er."),
        ({"stoerrelse": "-1"}, "Skriv antallet som et helt tal, fx 60."),
        ({"stoerrelse": "mange"}, "Skriv antallet som et helt tal, fx 60."),
        ({"art": "tertiaer"}, "Vælg en fra listen."),
        ({"navn": "010203-1234"}, "CPR"),
    ],
)
def test_en_umulig_maalgruppe_faar_en_saetning(inde, aktivitet, data, saetning):
    svar = inde.post(url("maalgruppe_opret", aktivitet), {"art": "primaer", "navn": "Unge", **data})

    assert saetning in svar.content.decode()
    assert not Maalgruppe.objects.exists()


def test_to_der_retter_samme_maalgruppe_overskriver_ikke_hinanden_uset(inde, aktivitet):
    gruppe = MaalgruppeFactory(aktivitet=aktivitet, navn="Unge")
    data = {"art": "primaer", "stoerrelse": "60"}
    form = inde.get(url("maalgruppe_ret", aktivitet, gruppe.pk)).context["form"]
    foer = form.initial["foer"]
    inde.post(url("maalgruppe_ret", aktivitet, gruppe.pk), {**data, "navn": "Unge i Øst", "foer": foer})

    svar = inde.post(url("maalgruppe_ret", aktivitet, gruppe.pk), {**data, "navn": "Unge i Vest", "foer": foer})

    assert "»Unge i Øst« er rettet, mens du skrev." in svar.content.decode()
    assert "Unge i Vest" in svar.content.decode()
    igen = {**data, "navn": "Unge i Vest", "foer": svar.context["form"]["foer"].value()}
    inde.post(url("maalgruppe_ret", aktivitet, gruppe.pk), igen)
    gruppe.refresh_from_db()
    assert gruppe.navn == "Unge i Vest"


def test_en_maalgruppe_i_en_version_slettes_ikke(inde, aktivitet, plan):
    gruppe = MaalgruppeFactory(aktivitet=aktivitet, navn="Unge")
    VersionFactory(helhedsplan=plan, delaftale=aktivitet.delaftale)

    siden = inde.post(url("maalgruppe_slet", aktivitet, gruppe.pk), follow=True).content.decode()

    assert "»Unge« står i en godkendt version og kan ikke slettes." in siden
    assert Maalgruppe.objects.exists()


def test_aktiviteten_bidrager_til_planens_kriterier(inde, aktivitet, plan):
    kriterium = SucceskriteriumFactory(indsatsomraade=aktivitet.delaftale.indsatsomraade, navn="Fraflytning")
    felt = f"kriterium_{kriterium.pk}"
    for art in ("direkte", "direkte", "indirekte"):
        inde.post(url("virkning_ret", aktivitet), {felt: art})

    assert Virkning.objects.get().art == "indirekte"
    assert "Virker indirekte" in side(inde, aktivitet)
    inde.post(url("virkning_ret", aktivitet), {felt: ""})
    assert not Virkning.objects.exists()


def test_en_anden_plans_kriterium_kan_ikke_vaelges(inde, aktivitet, medarbejder):
    fremmed = SucceskriteriumFactory()

    inde.post(url("virkning_ret", aktivitet), {f"kriterium_{fremmed.pk}": "direkte"})

    with pytest.raises(PermissionDenied):
        aktivitetens_dele.saet_virkninger(aktivitet, {fremmed: "direkte"}, af=medarbejder)
    assert not Virkning.objects.exists()


def test_mens_delaftalen_er_til_godkendelse_staar_loeftet_men_bortfald_kan_skrives(
    inde, aktivitet, plan, medarbejder, projektleder
):
    gruppe = MaalgruppeFactory(aktivitet=aktivitet, navn="Unge")
    indsend(plan, aktivitet, projektleder)

    with pytest.raises(ErIndsendt):
        aktivitetens_dele.ret_maalgruppe(gruppe, art="primaer", navn="Andre", stoerrelse=1, af=medarbejder)
    siden = inde.post(url("aktivitet_rammer", aktivitet), {"udgave": 1}).content.decode()
    data = {"bortfaldet_dato": "2020-01-01", "bortfaldet_grund": "Flyttet"}
    inde.post(url("maalgruppe_bortfald", aktivitet, gruppe.pk), data)
    aktiviteter.saet_status(aktivitet, status="paa_hold", grund="Venter", af=projektleder)

    gruppe.refresh_from_db()
    assert "er sendt til godkendelse" in siden
    assert gruppe.bortfaldet_dato == date(2020, 1, 1)


def test_den_der_ser_versionen_ser_dens_milepaele_med_fremdriften(client, aktivitet, plan, foelgegruppemedlem):
    milepael = MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="Aftale med skolen")
    VersionFactory(helhedsplan=plan, delaftale=aktivitet.delaftale)
    milepael.navn, milepael.udfoert_dato = "Ikke godkendt navn", date(2019, 12, 1)
    milepael.save()
    client.force_login(foelgegruppemedlem)

    siden = side(client, aktivitet)

    assert "Aftale med skolen" in siden
    assert "Udført 1. december 2019." in siden
    assert "Ikke godkendt navn" not in siden


@pytest.mark.parametrize("antal", [1, 3])
def test_siden_bruger_lige_mange_forespoergsler(inde, aktivitet, plan, antal, django_assert_num_queries):
    for _ in range(antal):
        MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet)
        MaalgruppeFactory(aktivitet=aktivitet)
        kriterium = SucceskriteriumFactory(indsatsomraade=aktivitet.delaftale.indsatsomraade)
        Virkning.objects.create(aktivitet=aktivitet, kriterium=kriterium)
    side(inde, aktivitet)

    with django_assert_num_queries(27):
        side(inde, aktivitet)

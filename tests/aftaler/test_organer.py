"""The page Organer: bodies, seats and who sits there, written and ended without losing who once did."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models import Aendring, Organ, Organmedlem, Person, Plads
from aftaler.models.organisation import Organisationsart
from aftaler.services import organer as services
from aftaler.snapshot import strategisk
from brugere.roles import Rolle
from kerne.laas import RettetImens
from kerne.models import Haendelse
from tests.factories import (
    AftalepartFactory,
    HelhedsplanFactory,
    MedlemskabFactory,
    OrganFactory,
    OrganisationFactory,
    OrganmedlemFactory,
    PersonFactory,
    PladsFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_dag():
    with time_machine.travel("2022-03-01T12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def bo(plan):
    return AftalepartFactory(helhedsplan=plan, organisation__navn="Bo i Nord").organisation


@pytest.fixture
def kommunen(plan):
    return AftalepartFactory(
        helhedsplan=plan, organisation=OrganisationFactory(navn="Nord Kommune", art=Organisationsart.KOMMUNE)
    ).organisation


@pytest.fixture
def bestyrelsen(plan, bo):
    return OrganFactory(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen", moeder_mindst=2, moeder_hoejst=4)


@pytest.fixture
def plads(bestyrelsen, bo):
    return PladsFactory(organ=bestyrelsen, betegnelse="Forretningsfører", organisation=bo)


@pytest.fixture
def send(client, plan, projektleder):
    """POST to one of the page's forms as projektleder: send("organ_opret", navn=…)."""
    client.force_login(projektleder)

    def _send(side, /, *args, **felter):
        return client.post(reverse(f"aftaler:{side}", args=[plan.slug, *args]), felter)

    return _send


@pytest.fixture
def siden(client, plan, projektleder):
    client.force_login(projektleder)
    return lambda: client.get(reverse("aftaler:organer", args=[plan.slug]))


def fejl(svar):
    return svar.context["form"].errors


def beskeder(svar):
    return [str(et) for et in svar.wsgi_request._messages]


# Siden ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(siden, plan, antal, django_assert_num_queries):
    for _ in range(antal):
        organ = OrganFactory(helhedsplan=plan)
        for _ in range(antal):
            OrganmedlemFactory(plads=PladsFactory(organ=organ, organisation=OrganisationFactory()))
        OrganmedlemFactory(plads=PladsFactory(organ=organ, nedlagt_dato=date(2021, 1, 1)), til_dato=date(2020, 1, 1))

    with django_assert_num_queries(11):
        siden()


def test_et_organ_siger_moeder_formand_parter_og_ledige(siden, bestyrelsen, plads, kommunen):
    OrganmedlemFactory(plads=plads, person__navn="Inge Kirk", rolle="formand", til_dato=date(2022, 1, 31))
    PladsFactory(organ=bestyrelsen, betegnelse="Direktør", organisation=kommunen)

    svar = siden()

    (side,) = svar.context["sider"]
    assert side.rytme == "2 faste møder om året, op til 4"
    assert side.mangler == [
        "Der er ingen formand i dag.",
        "Boligorganisationerne har plads i bestyrelsen, men ingen sidder på den i dag.",
        "Kommunen har plads i bestyrelsen, men ingen sidder på den i dag.",
        "2 pladser er ledige.",
    ]
    assert [(part, [et.ledig for et in pladser]) for part, pladser in side.grupper] == [
        ("Bo i Nord", ["Ledig. Inge Kirks periode udløb 31.\u00a0januar 2022."]),
        ("Nord Kommune", ["Ledig."]),
    ]
    assert [(et.navn, et.rolle, et.plads) for et in side.tidligere] == [("Inge Kirk", "formand", "Forretningsfører")]
    assert svar.context["hovedsaetning"] == "1 organ med 2 pladser. 2 er ledige."


def test_den_der_sidder_i_dag_og_den_der_kommer_staar_med_navn(siden, plads):
    OrganmedlemFactory(plads=plads, person__navn="Inge Kirk", rolle="formand", til_dato=date(2022, 6, 30))
    OrganmedlemFactory(plads=plads, person__navn="Lone Hvid", fra_dato=date(2022, 7, 1))

    (pladsen,) = dict(siden().context["sider"][0].grupper)["Bo i Nord"]

    assert (pladsen.nu.navn, pladsen.nu.rolle, pladsen.ledig) == ("Inge Kirk", "formand", "")
    assert [et.navn for et in pladsen.kommende] == ["Lone Hvid"]


def test_uden_organer_siger_siden_hvad_der_skal_til(siden):
    svar = siden()

    assert svar.context["hovedsaetning"] == "Der er ingen organer i planen endnu."
    assert "<svg" not in svar.content.decode().split("<main", 1)[1]


def test_diagrammet_staar_der_bredt_og_smalt_med_listen(siden, plan, bestyrelsen):
    OrganFactory(helhedsplan=plan, navn="Styregruppen", over=bestyrelsen)

    indhold = siden().content.decode()

    assert indhold.count("Organisationsdiagram. Øverst: Bestyrelsen. Under Bestyrelsen: Styregruppen.") == 2
    assert "Diagrammet som liste" in indhold


@pytest.mark.parametrize("rolle", [Rolle.FORMAND, Rolle.BESTYRELSE])
def test_dem_der_kun_ser_faar_ingen_knapper(client, plan, plads, rolle):
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)

    svar = client.get(reverse("aftaler:organer", args=[plan.slug])).content.decode()

    assert "Forretningsfører" in svar
    assert not any(ord_ in svar for ord_ in ("Besæt", "Ret pladsen", "Tilføj"))


# Organet ----------------------------------------------------------------------------------------------


def test_et_organ_oprettes_og_staar_i_kladden(send, plan, bestyrelsen):
    svar = send(
        "organ_opret", art="styregruppe", navn="Styregruppen", over=bestyrelsen.pk,
        opgaver="<p>Holder fremdrift.</p>", moeder_mindst="2", moeder_hoejst="4", sekretariat="Projektlederen",
    )  # fmt: skip

    organ = Organ.objects.get(navn="Styregruppen")
    assert svar.headers["Location"].endswith(f"/organisering/organer/#organ-{organ.pk}")
    assert strategisk(plan)["organer"][1] == {
        "noegle": organ.pk, "art": "styregruppe", "navn": "Styregruppen", "over": bestyrelsen.pk,
        "opgaver": "<p>Holder fremdrift.</p>", "moeder_mindst": 2, "moeder_hoejst": 4, "sekretariat": "Projektlederen",
        "godkender_aktiviteter": False,
        "pladser": [],
    }  # fmt: skip
    assert Haendelse.objects.get(ting_navn="Styregruppen").hvad == "oprettet"


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"navn": ""}, "navn", "Skriv organets navn, fx Styregruppen."),
        ({"art": ""}, "art", "Vælg, hvad det er for et organ."),
        ({"art": "bestyrelse"}, "__all__", "Planen har allerede en bestyrelse. Ret den i stedet."),
        ({"navn": "Bestyrelsen"}, "__all__", "Der er allerede et organ med det navn i planen."),
        ({"moeder_mindst": "to"}, "moeder_mindst", "Skriv et helt tal, fx 2."),
        ({"moeder_mindst": "-1"}, "moeder_mindst", "Skriv et helt tal, fx 2."),
        (
            {"moeder_mindst": "4", "moeder_hoejst": "2"},
            "__all__",
            "Det højeste antal møder skal være mindst lige så stort som de faste.",
        ),
        ({"over": "999999"}, "over", "Vælg en fra listen."),
        ({"sekretariat": "x" * 161}, "sekretariat", "Der er plads til 160 tegn. Din tekst er på 161."),
    ],
)  # fmt: skip
def test_daarligt_input_faar_en_dansk_saetning(send, bestyrelsen, felter, felt, saetning):
    svar = send("organ_opret", **{"art": "styregruppe", "navn": "Styregruppen", **felter})

    assert fejl(svar) == {felt: [saetning]}
    assert Organ.objects.count() == 1


def test_et_organ_i_en_anden_plan_kan_ikke_staa_over(send, bestyrelsen):
    fremmed = OrganFactory(helhedsplan=HelhedsplanFactory())

    svar = send("organ_opret", art="styregruppe", navn="Styregruppen", over=fremmed.pk)

    assert fejl(svar) == {"over": ["Vælg en fra listen."]}


def test_organer_kan_ikke_haenge_i_hinanden(send, plan, bestyrelsen):
    under = OrganFactory(helhedsplan=plan, navn="Styregruppen", over=bestyrelsen)

    svar = send("organ_ret", bestyrelsen.pk, art="bestyrelse", navn="Bestyrelsen", over=under.pk, udgave=1)

    assert fejl(svar) == {"over": ["Styregruppen hører selv under Bestyrelsen. Vælg et andet organ."]}
    bestyrelsen.refresh_from_db()
    assert bestyrelsen.over is None


def test_to_der_retter_det_samme_organ_ser_begge_tekster(send, bestyrelsen, projektleder):
    anden = MedlemskabFactory(helhedsplan=bestyrelsen.helhedsplan, rolle=Rolle.SEKRETARIAT, bruger__navn="Anne Dahl")
    services.ret_organ(bestyrelsen, udgave=1, af=anden.bruger, sekretariat="Kommunen")

    svar = send("organ_ret", bestyrelsen.pk, art="bestyrelse", navn="Bestyrelsen", sekretariat="Bo", udgave=1)

    konflikt = svar.context["udfald"].konflikt
    assert (konflikt.navn, "Kommunen" in konflikt.deres, "Bo" in konflikt.min) == ("Anne Dahl", True, True)
    with pytest.raises(RettetImens):
        services.ret_organ(Organ.objects.get(), udgave=1, af=projektleder, sekretariat="Bo")
    send(
        "organ_ret", bestyrelsen.pk, art="bestyrelse", navn="Bestyrelsen", sekretariat="Bo",
        udgave=svar.context["form"].data["udgave"], valg="min",
    )  # fmt: skip
    bestyrelsen.refresh_from_db()
    assert bestyrelsen.sekretariat == "Bo"


@pytest.mark.parametrize(
    ("haenger", "saetning"),
    [
        ("plads", "Bestyrelsen har en plads. Fjern pladserne først."),
        ("historie", "Der har siddet nogen i Bestyrelsen. Det skal kunne ses bagefter, så organet bliver stående."),
        ("organ", "Styregruppen hører under Bestyrelsen. Flyt det først."),
    ],
)
def test_et_organ_som_noget_haenger_paa_bliver_staaende(send, plan, bestyrelsen, haenger, saetning):
    if haenger == "plads":
        PladsFactory(organ=bestyrelsen)
    elif haenger == "historie":
        PladsFactory(organ=bestyrelsen, nedlagt_dato=date(2021, 1, 1))
    else:
        OrganFactory(helhedsplan=plan, navn="Styregruppen", over=bestyrelsen)

    assert beskeder(send("organ_fjern", bestyrelsen.pk)) == [saetning]
    assert Organ.objects.filter(pk=bestyrelsen.pk).exists()


def test_et_tomt_organ_fjernes(send, plan, bestyrelsen):
    assert beskeder(send("organ_fjern", bestyrelsen.pk)) == ["»Bestyrelsen« er fjernet."]
    assert strategisk(plan)["organer"] == []


# Pladsen ----------------------------------------------------------------------------------------------


def test_pladser_tilfoejes_sidst_og_rettes(send, bestyrelsen, bo):
    PladsFactory(organ=bestyrelsen, raekkefoelge=4)
    send("plads_opret", bestyrelsen.pk, betegnelse="Forretningsfører", organisation=bo.pk)

    plads = Plads.objects.get(betegnelse="Forretningsfører")
    assert (plads.raekkefoelge, plads.organisation) == (5, bo)
    send("plads_ret", plads.pk, betegnelse="Direktør", organisation="")
    plads.refresh_from_db()
    assert (plads.betegnelse, plads.organisation) == ("Direktør", None)


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"betegnelse": ""}, "betegnelse", "Skriv, hvad pladsen hedder, fx Forretningsfører."),
        ({"betegnelse": "x" * 161}, "betegnelse", "Der er plads til 160 tegn. Din tekst er på 161."),
        ({"organisation": "999999"}, "organisation", "Vælg en fra listen."),
    ],
)
def test_en_plads_med_daarligt_input(send, bestyrelsen, felter, felt, saetning):
    assert fejl(send("plads_opret", bestyrelsen.pk, **{"betegnelse": "Direktør", **felter})) == {felt: [saetning]}


def test_en_plads_udpeges_kun_af_en_part(bestyrelsen, projektleder):
    with pytest.raises(Exception, match="Vælg en af aftalens parter"):
        services.opret_plads(bestyrelsen, betegnelse="Direktør", organisation=OrganisationFactory(), af=projektleder)


def test_en_plads_som_nogen_har_kan_ikke_fjernes(send, plads):
    OrganmedlemFactory(plads=plads, person__navn="Inge Kirk")

    assert beskeder(send("plads_fjern", plads.pk)) == ["Inge Kirk har pladsen. Afslut perioden først."]


def test_en_plads_som_nogen_har_haft_nedlaegges_og_historien_bliver(send, siden, plan, plads):
    OrganmedlemFactory(plads=plads, person__navn="Inge Kirk", til_dato=date(2022, 1, 31))

    send("plads_fjern", plads.pk)

    plads.refresh_from_db()
    assert plads.nedlagt_dato == date(2022, 3, 1)
    assert strategisk(plan)["organer"][0]["pladser"] == []
    (side,) = siden().context["sider"]
    assert (side.grupper, [et.navn for et in side.tidligere]) == ([], ["Inge Kirk"])
    assert send("plads_ret", plads.pk, betegnelse="x").status_code == 404


def test_en_plads_som_ingen_har_haft_slettes(send, plads):
    send("plads_fjern", plads.pk)

    assert not Plads.objects.exists()


# Perioden ---------------------------------------------------------------------------------------------


def test_en_kendt_person_faar_pladsen(send, plan, plads):
    person = PersonFactory(helhedsplan=plan, navn="Inge Kirk")

    svar = send("organmedlem_opret", plads.pk, kendt=person.pk, rolle="formand", fra_dato="2022-03-01", til_dato="")

    medlem = Organmedlem.objects.get()
    assert (medlem.person, medlem.rolle, medlem.fra_dato, medlem.til_dato) == (
        person,
        "formand",
        date(2022, 3, 1),
        None,
    )
    assert beskeder(svar) == ["Inge Kirk har fået pladsen."]


def test_en_ny_person_skrives_ind_med_pladsens_part(send, plads, bo):
    send("organmedlem_opret", plads.pk, navn="Lone Hvid", rolle="medlem", fra_dato="2022-03-01")

    assert Person.objects.get(navn="Lone Hvid").organisation == bo
    assert Organmedlem.objects.get().person.navn == "Lone Hvid"


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"fra_dato": ""}, "fra_dato", "Skriv, hvornår perioden begynder."),
        ({"fra_dato": "i går"}, "fra_dato", "Skriv en dato, fx 30.04.2023."),
        ({"til_dato": "2020-01-01"}, "__all__", "Perioden i organet kan ikke slutte, før den begynder."),
        ({"rolle": "konge"}, "rolle", "Vælg en fra listen."),
        ({"navn": "010180-1234"}, "navn", None),
        ({"navn": "Peter Vang"}, "navn", None),
        ({"navn": ""}, "navn", "Vælg en fra listen ovenfor, eller udfyld feltet."),
    ],
)
def test_en_periode_med_daarligt_input(send, plan, plads, felter, felt, saetning):
    PersonFactory(helhedsplan=plan, navn="Peter Vang")

    svar = send(
        "organmedlem_opret", plads.pk, **{"navn": "Lone Hvid", "rolle": "medlem", "fra_dato": "2022-03-01", **felter}
    )

    (fundet,) = [et for saetninger in fejl(svar).values() for et in saetninger]
    assert list(fejl(svar)) in ([felt], ["__all__"])
    assert saetning in (None, fundet)
    assert not Organmedlem.objects.exists()
    assert not Person.objects.filter(navn="Lone Hvid").exists()


def test_to_kan_ikke_have_pladsen_paa_en_gang(send, plads):
    OrganmedlemFactory(plads=plads, person__navn="Inge Kirk", til_dato=date(2022, 6, 30))

    svar = send("organmedlem_opret", plads.pk, navn="Lone Hvid", rolle="medlem", fra_dato="2022-06-30")

    assert fejl(svar) == {
        "__all__": [
            "Inge Kirk har pladsen 1.\u00a0maj 2019\u00a0– 30.\u00a0juni 2022. Afslut den periode først, eller vælg en "
            "anden dato."
        ]
    }
    assert not Person.objects.filter(navn="Lone Hvid").exists()  # nothing is half done


def test_en_periode_afsluttes_og_bliver_staaende(send, plads):
    medlem = OrganmedlemFactory(plads=plads)

    send("organmedlem_afslut", medlem.pk, til_dato="2022-02-28")

    medlem.refresh_from_db()
    assert medlem.til_dato == date(2022, 2, 28)


@pytest.mark.parametrize(
    ("til_dato", "saetning"),
    [
        ("", "Skriv den sidste dag på pladsen."),
        ("2019-04-30", "Inge Kirk begynder 1.\u00a0maj 2019. Perioden kan ikke slutte før."),
    ],
)
def test_en_afslutning_uden_mening(send, plads, til_dato, saetning):
    medlem = OrganmedlemFactory(plads=plads, person__navn="Inge Kirk")

    assert fejl(send("organmedlem_afslut", medlem.pk, til_dato=til_dato)) == {"til_dato": [saetning]}


def test_en_fejlskrevet_periode_rettes_eller_slettes(send, plan, plads):
    medlem = OrganmedlemFactory(plads=plads)
    rigtig = PersonFactory(helhedsplan=plan)

    send("organmedlem_ret", medlem.pk, person=rigtig.pk, rolle="formand", fra_dato="2020-01-01", til_dato="2021-12-31")

    medlem.refresh_from_db()
    assert (medlem.person, medlem.rolle, medlem.til_dato) == (rigtig, "formand", date(2021, 12, 31))
    send("organmedlem_slet", medlem.pk)
    assert not Organmedlem.objects.exists()


def test_en_andens_plan_og_person_kan_ikke_bruges(send, plan, plads, projektleder):
    PersonFactory(helhedsplan=plan)
    svar = send("organmedlem_opret", plads.pk, kendt=PersonFactory().pk, rolle="medlem", fra_dato="2022-03-01")

    assert fejl(svar)["kendt"] == ["Vælg en fra listen."]
    assert send("plads_ret", PladsFactory().pk, betegnelse="x").status_code == 404
    assert send("organmedlem_slet", OrganmedlemFactory().pk).status_code == 404
    with pytest.raises(PermissionDenied):
        services.fjern_organ(OrganFactory(), af=projektleder)


def test_bestyrelsen_retter_ikke_selv(plads, bestyrelsesmedlem):
    with pytest.raises(PermissionDenied):
        services.fjern_plads(plads, af=bestyrelsesmedlem)
    with pytest.raises(PermissionDenied):
        services.indsaet_medlem(
            plads, person=None, navn="A", rolle="medlem", fra_dato=date(2022, 1, 1), til_dato=None, af=bestyrelsesmedlem
        )


def test_mens_aftalen_er_til_godkendelse_staar_organer_og_pladser_stille_men_folk_kan_skifte(
    send, plan, plads, projektleder
):
    Aendring.objects.create(
        helhedsplan=plan, art="strategisk", grund="Ny bestyrelse", forslag={}, kontrolsum="x",
        oensket_fra=date(2022, 4, 1), indsendt_af=projektleder,
    )  # fmt: skip

    (saetning,) = fejl(send("organ_opret", art="styregruppe", navn="Styregruppen"))["__all__"]
    assert saetning.startswith("Den strategiske aftale er sendt til godkendelse")
    assert send("plads_fjern", plads.pk).status_code == 302
    assert Plads.objects.filter(pk=plads.pk).exists()
    send("organmedlem_opret", plads.pk, navn="Lone Hvid", rolle="medlem", fra_dato="2022-03-01")
    assert plads.medlemmer.count() == 1

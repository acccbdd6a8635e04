"""Agenda from deviations: what the figures propose is kept once, taken, changed or dropped."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aftaler.models import Frafald
from kerne.models import Haendelse
from moeder.models import Forslag
from moeder.services.laasning import KanIkkeAendres
from moeder.statuses import Forslagstilstand, Moedetilstand
from overblik.reports.afvigelser import forslagsside, planens_afvigelser
from overblik.services import forslag as services
from tests.factories import AktivitetFactory, DelaftaleFactory, MilepaelFactory, OrganFactory, RestmidlerFactory
from tests.moeder.factories import BehandlingFactory, ForslagFactory, MoedeFactory

pytestmark = pytest.mark.django_db
DAG = date(2022, 6, 2)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def moede(plan):
    return MoedeFactory(organ=OrganFactory(helhedsplan=plan), kladde=True)


@pytest.fixture
def rest(plan):
    return RestmidlerFactory(helhedsplan=plan, aar=2021, beloeb=165_000, anvendelse="", frist_dato=None)


def raekker(plan):
    return list(
        Forslag.objects.filter(helhedsplan=plan).order_by("pk").values_list("pk", "regel", "noegle", "tilstand")
    )


def om_midler(plan):
    return Forslag.objects.get(helhedsplan=plan, regel="forslag-uforbrugte-midler")


def foreslaa(plan, af, dato=DAG):
    services.foreslaa_punkter(plan, dato=dato, af=af)


def test_samme_tal_to_gange_giver_ingen_nye_raekker(plan, projektleder, rest):
    foreslaa(plan, projektleder)
    foer = raekker(plan)
    foreslaa(plan, projektleder)
    assert [regel for _, regel, _, _ in foer] == [
        "forslag-uforbrugte-midler",
        "forslag-regnskab",
        "forslag-pladser",
    ]
    assert raekker(plan) == foer


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(dage=st.lists(st.integers(0, 400), min_size=1, max_size=3))
def test_ingen_dag_giver_to_forslag_om_det_samme(plan, projektleder, rest, dage):
    for dag in dage:
        foreslaa(plan, projektleder, date.fromordinal(DAG.toordinal() + dag))
        foer = raekker(plan)
        foreslaa(plan, projektleder, date.fromordinal(DAG.toordinal() + dag))
        assert raekker(plan) == foer


def test_nye_tal_er_et_nyt_forslag_og_det_gamle_gaar(plan, projektleder, rest):
    foreslaa(plan, projektleder)
    gammel = om_midler(plan).pk
    rest.beloeb = 90_000
    rest.save()
    foreslaa(plan, projektleder)
    assert om_midler(plan).pk != gammel
    assert om_midler(plan).grund.replace("\u00a0", " ").startswith("90.000 kr. fra 2021 er ikke brugt")


def test_det_der_er_bragt_i_orden_foreslaas_ikke_mere(plan, projektleder, rest):
    foreslaa(plan, projektleder)
    rest.delete()
    foreslaa(plan, projektleder)
    assert not Forslag.objects.filter(regel="forslag-uforbrugte-midler").exists()


def test_et_forslag_bliver_et_punkt_med_udkast_og_emner(plan, projektleder, moede):
    aktivitet = AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade__helhedsplan=plan), start_dato=DAG)
    MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, frist_dato=date(2021, 1, 1))
    foreslaa(plan, projektleder)
    forslag = Forslag.objects.get(regel="forslag-aktiviteter")
    punkt = services.tag_med(forslag, moede, af=projektleder)
    forslag.refresh_from_db()
    assert (punkt.titel, punkt.art, punkt.minutter) == (forslag.titel, "D", 10)
    assert forslag.grund in punkt.sagsfremstilling
    assert [et.aktivitet for et in punkt.henvisninger.all()] == [aktivitet]
    assert (forslag.tilstand, forslag.behandling, forslag.afgjort_af) == (
        Forslagstilstand.TAGET_MED,
        punkt,
        projektleder,
    )
    foreslaa(plan, projektleder)
    forslag.refresh_from_db()
    assert forslag.tilstand == Forslagstilstand.TAGET_MED


def test_slettes_punktet_igen_foreslaas_det_igen(plan, projektleder, rest):
    foreslaa(plan, projektleder)
    Forslag.objects.filter(regel="forslag-uforbrugte-midler").update(tilstand=Forslagstilstand.TAGET_MED)
    foreslaa(plan, projektleder)
    assert om_midler(plan).tilstand == Forslagstilstand.NYT


def test_aflyses_moedet_foreslaas_det_igen(plan, projektleder, rest, moede):
    foreslaa(plan, projektleder)
    services.tag_med(om_midler(plan), moede, af=projektleder)
    moede.tilstand, moede.aflyst_grund = Moedetilstand.AFLYST, "Sygdom"
    moede.save()
    foreslaa(plan, projektleder)
    assert om_midler(plan).tilstand == Forslagstilstand.NYT


@pytest.mark.parametrize(
    ("igen", "dag", "tilstand"),
    [
        (None, date(2022, 6, 3), Forslagstilstand.UDELADT),
        (date(2022, 9, 1), date(2022, 8, 31), Forslagstilstand.UDELADT),
        (date(2022, 9, 1), date(2022, 9, 1), Forslagstilstand.NYT),
    ],
)
def test_et_udeladt_forslag_kommer_ikke_igen_foer_sin_dag(plan, projektleder, rest, igen, dag, tilstand):
    foreslaa(plan, projektleder)
    services.udelad(om_midler(plan), grund="Står på næste møde", vis_igen_dato=igen, af=projektleder)
    foreslaa(plan, projektleder, dag)
    assert om_midler(plan).tilstand == tilstand


def test_at_udelade_staar_i_loggen_med_grunden_paa_forslaget(plan, projektleder, rest):
    foreslaa(plan, projektleder)
    services.udelad(om_midler(plan), grund="Står på næste møde", vis_igen_dato=None, af=projektleder)
    linje = Haendelse.objects.order_by("-pk").first()
    assert (linje.hvad, linje.ting_navn, linje.kreds) == ("udeladt", "Uforbrugte midler fra 2021", plan.slug)
    (udeladt,) = forslagsside(plan).udeladte
    assert udeladt.udeladt == f"{projektleder}: Står på næste møde"


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"grund": " ", "vis_igen_dato": None}, "grund"),
        ({"grund": "Om 010203-1234", "vis_igen_dato": None}, "grund"),
        ({"grund": "Venter", "vis_igen_dato": DAG}, "vis_igen_dato"),
    ],
)
def test_en_udeladelse_har_en_grund_og_en_dag_der_kommer(plan, projektleder, felter, felt):
    with pytest.raises(ValidationError) as fejl:
        services.udelad(ForslagFactory(helhedsplan=plan), af=projektleder, **felter)
    assert list(fejl.value.message_dict) == [felt]


def test_et_afgjort_forslag_tages_ikke_igen(plan, projektleder, moede):
    forslag = ForslagFactory(helhedsplan=plan)
    services.tag_med(forslag, moede, af=projektleder)
    with pytest.raises(ValidationError, match="allerede taget med"):
        services.tag_med(forslag, moede, af=projektleder)
    assert moede.behandlinger.count() == 1


def test_paa_et_afsluttet_moede_kan_intet_saettes(plan, projektleder, moede):
    afsluttet = MoedeFactory(organ=moede.organ, holdt=True)
    with pytest.raises(KanIkkeAendres):
        services.tag_med(ForslagFactory(helhedsplan=plan), afsluttet, af=projektleder)


def test_kun_den_der_leder_moeder_foreslaar(plan, formand, moede):
    forslag = ForslagFactory(helhedsplan=plan)
    for handling in (
        lambda: services.foreslaa_punkter(plan, dato=DAG, af=formand),
        lambda: services.tag_med(forslag, moede, af=formand),
        lambda: services.udelad(forslag, grund="Nej", vis_igen_dato=None, af=formand),
    ):
        with pytest.raises(PermissionDenied):
            handling()


def test_en_anden_plans_forslag_kommer_ikke_paa(projektleder, moede):
    with pytest.raises(ValidationError):
        services.tag_med(ForslagFactory(), moede, af=projektleder)


def test_et_fund_der_fik_lov_at_staa_foreslaas_ikke(plan, projektleder):
    (bestyrelsen,) = [et for et in planens_afvigelser(plan, dato=DAG) if et.regel == "forslag-pladser"]
    assert bestyrelsen.grund == "Planen har ingen bestyrelse."
    Frafald.objects.create(helhedsplan=plan, regel="bestyrelse-findes", grund="Aftalt", af=projektleder)
    assert [et.regel for et in planens_afvigelser(plan, dato=DAG)] == ["forslag-regnskab"]


def test_siden_tager_med_retter_og_udelader(client, plan, projektleder, moede, rest):
    client.force_login(projektleder)
    liste = reverse("overblik:forslag_liste", args=[plan.slug, moede.kode])
    svar = client.get(liste)
    assert "Planens tal giver anledning til 3 punkter." in svar.content.decode()
    forslag = om_midler(plan)

    def adresse(navn):
        return reverse(f"overblik:{navn}", args=[plan.slug, moede.kode, forslag.pk])

    form = client.get(adresse("forslag_ret")).context["form"]
    felter = {navn: form[navn].value() or "" for navn in form.fields}
    svar = client.post(adresse("forslag_ret"), {**felter, "titel": "165.000 kr. fra 2021"})
    assert svar.url == liste
    assert [et.titel for et in moede.behandlinger.all()] == ["165.000 kr. fra 2021"]
    andet = Forslag.objects.get(regel="forslag-pladser")
    client.post(reverse("overblik:forslag_tag_med", args=[plan.slug, moede.kode, andet.pk]))
    assert moede.behandlinger.count() == 2
    forslag = ForslagFactory(helhedsplan=plan)
    assert client.post(adresse("forslag_udelad"), {"grund": ""}).context["form"].errors["grund"] == [
        "Skriv, hvorfor punktet udelades."
    ]
    assert client.post(adresse("forslag_udelad"), {"grund": "Venter"}).url == liste


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, moede, antal, django_assert_num_queries):
    for aar in range(2019, 2019 + antal):
        RestmidlerFactory(helhedsplan=plan, aar=aar, anvendelse="", frist_dato=None)
    foreslaa(plan, projektleder)
    client.force_login(projektleder)
    with django_assert_num_queries(56):
        client.get(reverse("overblik:forslag_liste", args=[plan.slug, moede.kode]))


def test_et_taget_forslag_siges_at_vaere_taget_og_referatets_har_ingen_side(client, plan, projektleder, moede):
    client.force_login(projektleder)
    taget = ForslagFactory(helhedsplan=plan, tilstand=Forslagstilstand.TAGET_MED)
    svar = client.post(reverse("overblik:forslag_tag_med", args=[plan.slug, moede.kode, taget.pk]), follow=True)
    assert [str(et) for et in svar.context["messages"]] == ["Forslaget er allerede taget med eller udeladt."]
    adresse = reverse("overblik:forslag_ret", args=[plan.slug, moede.kode, taget.pk])
    form = client.get(adresse).context["form"]
    felter = {navn: form[navn].value() or "" for navn in form.fields}
    assert client.post(adresse, felter).context["form"].non_field_errors() == [
        "Forslaget er allerede taget med eller udeladt."
    ]
    referatets = ForslagFactory(helhedsplan=plan, regel="referat-til-godkendelse", udkast={})
    adresse = reverse("overblik:forslag_ret", args=[plan.slug, moede.kode, referatets.pk])
    assert client.get(adresse).status_code == 404


def test_et_emne_der_er_slettet_springes_over(plan, projektleder, moede):
    forslag = ForslagFactory(helhedsplan=plan)
    forslag.udkast["emner"] = [["aktivitet", 999_999]]
    forslag.save()
    assert services.tag_med(forslag, moede, af=projektleder).henvisninger.count() == 0
    assert BehandlingFactory._meta.model.objects.count() == 1

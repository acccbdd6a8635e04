"""An ét-års-eftersyn as a meeting: four items that write themselves, and amounts only for those who may see them."""

import re
from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models.organ import Organart
from brugere.roles import RETTIGHEDER, Ret, Rolle
from moeder.models import Behandling, Sag
from moeder.services import afslutning, dagsorden
from moeder.services import moeder as services
from moeder.services.moeder import Moedefakta
from moeder.statuses import Forslagstilstand, Moedeart, Moedetilstand, Pengeemne
from overblik.rules.eftersyn import TITLER
from overblik.services import eftersyn, forslag
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    FristFactory,
    IndsatsomraadeFactory,
    MedlemskabFactory,
    OrganFactory,
    RestmidlerFactory,
)
from tests.moeder.factories import MoedeFactory, ReferatFactory, klokken, sid_i

pytestmark = pytest.mark.django_db
BELOEB = re.compile(r"\d[\d.]*(\u00a0| |&nbsp;)kr\.")


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def bestyrelsen(plan):
    organ = OrganFactory(helhedsplan=plan, art=Organart.BESTYRELSE, navn="Bestyrelsen")
    organ.standardpunkter.create(titel="Eventuelt", sidst=True)
    return organ


@pytest.fixture(autouse=True)
def _fund(plan):
    """A late activity with its reason, and money from last year that nobody has used."""
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    AktivitetFactory(delaftale=delaftale, navn="Lektiecafé", start_dato=plan.start_dato, status_sat="paa_hold",
                     status_grund="Skolen bygger om.")  # fmt: skip
    RestmidlerFactory(helhedsplan=plan, aar=2021, beloeb=165_000)


def fakta(art=Moedeart.EFTERSYN):
    return Moedefakta(art, klokken(2022, 9, 1), klokken(2022, 9, 1, 15), "Fælleshuset")


def opret(plan, organ, af, art=Moedeart.EFTERSYN):
    return services.opret_moede(plan, organ, fakta(art), af=af)


def titler(moede):
    return [et.titel for et in moede.behandlinger.i_raekkefoelge()]


def punkt(moede, titel) -> Behandling:
    return moede.behandlinger.get(titel=titel)


def test_et_eftersyn_faar_selv_landsbyggefondens_fire_punkter(plan, bestyrelsen, projektleder):
    moede = opret(plan, bestyrelsen, projektleder)
    assert titler(moede) == list(TITLER.values())
    assert "Bestyrelsen har ingen pladser." in punkt(moede, "Organisering").sagsfremstilling
    fremdrift = punkt(moede, "Fremdrift, strategisk samarbejde og målopfyldelse").sagsfremstilling
    assert "»Lektiecafé« i delaftale" in fremdrift
    assert "er på hold. Skolen bygger om." in fremdrift
    assert {et.art for et in moede.behandlinger.all()} == {"D"}


def test_et_almindeligt_moede_faar_organets_faste_punkter(plan, bestyrelsen, projektleder):
    assert titler(opret(plan, bestyrelsen, projektleder, Moedeart.ORDINAERT)) == ["Eventuelt"]


def test_oekonomiens_tekst_naevner_ingen_beloeb_de_staar_i_tallet(plan, bestyrelsen, projektleder):
    oekonomi = punkt(opret(plan, bestyrelsen, projektleder), "Økonomi")
    assert "Uforbrugte midler" in oekonomi.sagsfremstilling
    assert not BELOEB.search(oekonomi.sagsfremstilling)
    assert [Pengeemne(et.penge) for et in oekonomi.henvisninger.all()] == [
        Pengeemne.STILLING,
        Pengeemne.UFORBRUGT,
        Pengeemne.REGNSKAB,
    ]


@pytest.mark.parametrize("rolle", Rolle)
def test_beloebene_ses_kun_af_den_der_maa_se_penge(client, plan, bestyrelsen, projektleder, rolle):
    """Every role with a seat in the body: the agenda, the item, and the item of a proposal about the same money."""
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    sid_i(bestyrelsen, bruger)
    moede = opret(plan, bestyrelsen, projektleder)
    andet = MoedeFactory(organ=bestyrelsen)
    forslag.foreslaa_punkter(plan, dato=date(2022, 6, 2), af=projektleder)
    for et in plan.forslag.filter(tilstand=Forslagstilstand.NYT):
        forslag.tag_med(et, andet, af=projektleder)
    moede.tilstand = Moedetilstand.INDKALDT
    moede.save()
    client.force_login(bruger)
    viste = False
    for et in (moede, andet):
        sider = [reverse("moeder:moede_detalje", args=[plan.slug, et.kode])]
        sider += [reverse("moeder:punkt_detalje", args=[plan.slug, et.kode, p.pk]) for p in et.behandlinger.all()]
        for side in sider:
            svar = client.get(side)
            assert svar.status_code == 200
            viste = viste or bool(BELOEB.search(svar.content.decode()))
    assert viste is (Ret.PENGE_SE in RETTIGHEDER[rolle])


def test_teksten_rettes_bagefter_som_alle_andre(client, plan, bestyrelsen, projektleder):
    moede = opret(plan, bestyrelsen, projektleder)
    client.force_login(projektleder)
    sti = reverse("moeder:punkt_ret", args=[plan.slug, moede.kode, punkt(moede, "Organisering").pk])
    form = client.get(sti).context["form"]
    felter = {navn: form[navn].value() or "" for navn in form.fields}
    assert client.post(sti, {**felter, "sagsfremstilling": "<p>Alt er godt.</p>"}).status_code == 302
    assert punkt(moede, "Organisering").sagsfremstilling == "<p>Alt er godt.</p>"


def test_saettes_de_paa_igen_kommer_kun_de_der_mangler(plan, bestyrelsen, projektleder):
    moede = opret(plan, bestyrelsen, projektleder)
    punkt(moede, "Økonomi").delete()
    eftersyn.saet_paa_dagsordenen(moede, af=projektleder)
    assert sorted(titler(moede)) == sorted(TITLER.values())


def test_et_moede_der_bliver_et_eftersyn_faar_de_fire_punkter_ved_siden_af_sine_egne(plan, bestyrelsen, projektleder):
    moede = opret(plan, bestyrelsen, projektleder, Moedeart.ORDINAERT)
    services.ret_moede(moede, fakta(), udgave=1, af=projektleder)
    assert titler(moede) == [*TITLER.values(), "Eventuelt"]
    services.ret_moede(moede, fakta(), udgave=2, af=projektleder)
    assert moede.behandlinger.count() == 5


def test_slettes_kladden_gaar_de_punkter_ingen_har_rettet_med(plan, bestyrelsen, projektleder):
    moede = opret(plan, bestyrelsen, projektleder)
    Behandling.objects.filter(pk=punkt(moede, "Økonomi").pk).update(udgave=2)
    egen = dagsorden.NytPunkt({"titel": "Organisering", "art": "D", "lukket": False, "sagsfremstilling": "<p>Min.</p>"})
    dagsorden.opret_punkt(plan, moede, egen, af=projektleder)
    services.slet_kladde(moede, af=projektleder)
    assert [(et.titel, et.sagsfremstilling == "<p>Min.</p>") for et in Behandling.objects.order_by("titel")] == [
        ("Organisering", True),
        ("Økonomi", False),
    ]
    assert Sag.objects.count() == 2


def test_referatet_af_det_forrige_moede_godkendes_ikke_paa_eftersynet(plan, bestyrelsen, projektleder):
    ReferatFactory(moede=MoedeFactory(organ=bestyrelsen, holdt=True), tilstand="kommentering")
    assert titler(opret(plan, bestyrelsen, projektleder)) == list(TITLER.values())


def test_kun_den_der_leder_moeder_opretter_et_eftersyn(plan, bestyrelsen, formand):
    with pytest.raises(PermissionDenied):
        opret(plan, bestyrelsen, formand)


def test_siden_har_vejen_til_et_nyt_eftersynsmoede(client, plan, bestyrelsen, projektleder):
    client.force_login(projektleder)
    sti = f"{reverse('moeder:moede_opret', args=[plan.slug])}?art=eftersyn"
    assert f'href="{sti}"' in client.get(reverse("overblik:eftersyn", args=[plan.slug])).content.decode()
    assert client.get(sti).context["form"]["art"].value() == "eftersyn"
    assert client.get(sti.replace("eftersyn", "noget")).context["form"]["art"].value() == "ordinaert"


@pytest.mark.parametrize(("art", "gjort"), [("eftersyn", date(2022, 6, 2)), ("ordinaert", None)])
def test_naar_eftersynet_er_holdt_er_fristen_gjort(plan, bestyrelsen, projektleder, art, gjort):
    frist = FristFactory(helhedsplan=plan, navn="Ét-års-eftersyn", art="eftersyn", dato=date(2022, 9, 1))
    naeste = FristFactory(helhedsplan=plan, navn="Ét til", art="eftersyn", dato=date(2023, 9, 1))
    moede = MoedeFactory(organ=bestyrelsen, art=art, begynder=klokken(2022, 6, 2), tilstand=Moedetilstand.I_GANG)

    assert afslutning.afslut_moede(moede, af=projektleder).venter == ()

    for et in (frist, naeste):
        et.refresh_from_db()
    assert (frist.udfoert_dato, naeste.udfoert_dato) == (gjort, None)


def test_kan_fristen_ikke_saettes_til_gjort_siges_det_og_moedet_er_afsluttet(plan, bestyrelsen, projektleder):
    FristFactory(helhedsplan=plan, navn="Ét-års-eftersyn", art="eftersyn", dato=date(2022, 9, 1))
    foer_planen = klokken(2017, 6, 2)
    moede = MoedeFactory(organ=bestyrelsen, art="eftersyn", begynder=foer_planen, tilstand=Moedetilstand.I_GANG)

    (saetning,) = afslutning.afslut_moede(moede, af=projektleder).venter

    assert saetning.startswith("Fristen »Ét-års-eftersyn« er ikke sat til gjort. ")
    moede.refresh_from_db()
    assert moede.tilstand == Moedetilstand.AFSLUTTET

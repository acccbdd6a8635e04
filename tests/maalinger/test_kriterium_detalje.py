"""One criterion's own page: the answer, how it was found, and where every figure came from."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from tests.factories import (
    BoligomraadeFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3, navn="Fraflytning")


@pytest.fixture
def vis(client, plan):
    def _vis(person, nr=3):
        client.force_login(person)
        return client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, nr]))

    return _vis


def tekst(svar):
    return svar.content.decode().replace("\u00a0", " ")


def fire_aar(kriterium):
    for aar, vaerdi in zip((2018, 2019, 2020, 2021), ("25.4", "24.6", "23.1", "22.4"), strict=True):
        MaalingFactory(kriterium=kriterium, aar=aar, vaerdi=Decimal(vaerdi), udtraek_dato=date(aar + 1, 4, 6))


def test_siden_viser_saetningen_regnestykket_og_fremskrivningen(vis, medarbejder, kriterium):
    fire_aar(kriterium)

    svar = vis(medarbejder)

    side, opfyldelse = svar.context["side"], svar.context["side"].linje.opfyldelse
    assert opfyldelse.saetning.replace("\u00a0", " ") == (
        "22,4 % i 2021 mod 26,2 % i 2013–2017. Målet er 20 % eller lavere i 2022. 61 % af vejen. Bagud."
    )
    for broek in (broek for trin in opfyldelse.forklaring for broek in trin.broeker):
        assert f">{broek.taeller}</span>" in svar.content.decode()
        assert f">{broek.naevner}</span>" in svar.content.decode()
    assert [saetning in svar.content.decode() for saetning in side.fremskrivning.saetninger] == [True, True, True]


def test_tabellen_har_de_samme_tal_som_kurven_med_kilde_og_udtraek(vis, medarbejder, kriterium):
    fire_aar(kriterium)

    side = vis(medarbejder).context["side"]

    assert [
        (et.raekke.periode, et.tal.replace("\u00a0", " "), et.kilde.replace("\u00a0", " ")) for et in side.tabel
    ] == [
        ("2013–2017, snit", "26,2 %", "Aftalen"),
        ("2018", "25,4 %", "Boligsociale Data, 6. apr. 2019"),
        ("2019", "24,6 %", "Boligsociale Data, 6. apr. 2020"),
        ("2020", "23,1 %", "Boligsociale Data, 6. apr. 2021"),
        ("2021", "22,4 %", "Boligsociale Data, 6. apr. 2022"),
        ("2022", "", ""),
    ]
    assert [(et.aar, et.vaerdi) for et in side.kurve.maalt] == [
        (et.raekke.fra, et.raekke.vaerdi) for et in side.tabel[1:-1]
    ]


def test_et_aar_uden_maaling_er_ikke_maalt_og_aldrig_nul(vis, medarbejder, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2018, vaerdi=Decimal("25.4"))
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=Decimal("23.1"))

    svar = vis(medarbejder)

    assert [(et.raekke.periode, et.raekke.vaerdi) for et in svar.context["side"].tabel if not et.tal] == [
        ("2019", None),
        ("2021", None),
        ("2022", None),
    ]
    assert tekst(svar).count("ikke målt") == 3


def test_uden_maalinger_siges_hvornaar_den_foerste_skal_vaere_der(vis, medarbejder, kriterium):
    kriterium.foerste_frist = date(2023, 4, 15)
    kriterium.save()

    svar = vis(medarbejder)

    assert svar.context["side"].kurve is None
    assert "Ingen målinger endnu" in tekst(svar)
    assert "Den første skal være her senest 15. april 2023." in tekst(svar)


def test_en_overskredet_frist_er_en_maaling_der_mangler(vis, medarbejder, kriterium):
    kriterium.foerste_frist = date(2022, 4, 15)
    kriterium.save()

    assert vis(medarbejder).context["side"].linje.opfyldelse.status == "maaling_mangler"


def test_historien_siger_hvem_hvornaar_og_hvorfra(vis, medarbejder, kriterium):
    MaalingFactory(
        kriterium=kriterium, aar=2021, registreret_af=medarbejder, udtraek_dato=date(2022, 4, 4), bemaerkning="Uden 7"
    )

    side = tekst(vis(medarbejder))

    assert f"Registreret 2. juni 2022 af {medarbejder}." in side
    assert "Kilde: Boligsociale Data, 4. april 2022." in side
    assert "»Uden 7«" in side


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, medarbejder, kriterium, antal, django_assert_num_queries):
    for nr in range(antal):
        MaalingFactory(kriterium=kriterium, aar=2018 + nr)
    client.force_login(medarbejder)

    with django_assert_num_queries(14):
        client.get(reverse("maalinger:kriterium_detalje", args=[kriterium.helhedsplan.slug, 3]))


def test_knappen_registrer_maaling_ses_kun_af_dem_der_maa(vis, plan, medarbejder, foelgegruppemedlem, kriterium):
    VersionFactory(helhedsplan=plan)
    url = reverse("maalinger:maaling_opret", args=[plan.slug, 3])

    assert (url in tekst(vis(medarbejder)), url in tekst(vis(foelgegruppemedlem))) == (True, False)


def test_siger_kladden_noget_andet_vises_begge_og_der_regnes_efter_det_godkendte(vis, plan, medarbejder, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("22.4"))
    VersionFactory(helhedsplan=plan)
    kriterium.tekst, kriterium.maal_vaerdi = "Andelen falder til 25 % eller lavere i 2022.", Decimal(25)
    kriterium.save()

    svar = vis(medarbejder)

    assert "Målet er 20 % eller lavere i 2022." in tekst(svar)
    assert "»Andelen falder til 25 % eller lavere i 2022.«" in tekst(svar)


def test_er_kladden_ens_med_det_godkendte_siges_der_intet_om_den(vis, plan, medarbejder, kriterium):
    VersionFactory(helhedsplan=plan)

    assert vis(medarbejder).context["kladde"] is None


def test_et_kriterium_kun_i_kladden_findes_ikke_for_dem_der_ikke_ser_kladder(vis, foelgegruppemedlem, kriterium):
    assert vis(foelgegruppemedlem).status_code == 404


def test_maalt_omraade_for_omraade_staar_hvert_omraade_for_sig(vis, plan, medarbejder, kriterium):
    for navn, vaerdi in (("Nordparken", "19"), ("Sydparken", "24")):
        omraade = BoligomraadeFactory(navn=navn)
        omraade.helhedsplaner.add(plan)
        MaalingFactory(kriterium=kriterium, aar=2021, omraade=omraade, vaerdi=Decimal(vaerdi))

    svar = vis(medarbejder)

    omraader = svar.context["side"].linje.opfyldelse.omraader
    assert [et.navn for et in omraader] == ["Nordparken", "Sydparken"]
    assert svar.context["side"].tabel == ()
    assert [et.opfyldelse.saetning.replace("\u00a0", " ") in tekst(svar) for et in omraader] == [True, True]


def test_et_kriterium_om_ugen_har_hverken_kurve_eller_tabel_over_aar(vis, medarbejder, kriterium):
    ugentligt = SucceskriteriumFactory(
        indsatsomraade=kriterium.indsatsomraade, nr=8, form="antal", enhed="antal", sammenligning=">=", pr="uge",
        maal_vaerdi=Decimal(12), maal_fra=None, maal_til=None, baseline_vaerdi=None, baseline_fra=None,
        baseline_til=None, retning="",
    )  # fmt: skip
    MaalingFactory(kriterium=ugentligt, fra_dato=date(2021, 3, 1), til_dato=date(2021, 3, 7), vaerdi=Decimal(14))

    svar = vis(medarbejder, 8)

    side = svar.context["side"]
    assert (side.kurve, side.tabel) == (None, ())
    assert side.linje.opfyldelse.status == "paa_sporet"
    assert "Målingernes historie" in tekst(svar)


def test_et_tal_alene_er_ingen_udvikling(vis, medarbejder, kriterium):
    kriterium.form, kriterium.maalbar, kriterium.mangler = "kvalitativ", False, ["maaltal"]
    kriterium.baseline_vaerdi = None
    kriterium.save()
    MaalingFactory(kriterium=kriterium, aar=2021)

    side = vis(medarbejder).context["side"]

    assert side.kurve is None
    assert side.linje.opfyldelse.status == "ikke_maalbart"


@pytest.mark.parametrize("nr", [4, 99])
def test_et_nummer_der_ikke_er_der_giver_404(vis, medarbejder, kriterium, nr):
    assert vis(medarbejder, nr).status_code == 404


def test_fremmede_finder_ikke_siden(vis, fremmed, kriterium):
    assert vis(fremmed).status_code == 404

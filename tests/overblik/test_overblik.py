"""The board's page: the count in words, every criterion in force, and nothing that isn't known."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from maalinger.models import Maaling
from maalinger.reports.kriterier import Kladder
from overblik.reports.statusrapport import statusrapport
from tests.factories import (
    BoligomraadeFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
I_DAG = date(2022, 6, 2)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def omraade(plan):
    return IndsatsomraadeFactory(helhedsplan=plan)


@pytest.fixture
def vis(client, plan):
    def _vis(person):
        client.force_login(person)
        return client.get(reverse("overblik:overblik", args=[plan.slug]))

    return _vis


def tekst(svar):
    return " ".join(svar.content.decode().replace("\u00a0", " ").split())


def linjer(svar):
    return [linje for omraade in svar.context["rapport"].omraader for linje in omraade.linjer]


def overskrift(svar):
    return "".join(led.tekst for led in svar.context["rapport"].overskrift)


def maalt(omraade, vaerdi, **felter):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade, **felter)
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal(vaerdi))
    return kriterium


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, formand, plan, omraade, antal, django_assert_num_queries):
    for nr in range(antal):
        maalt(omraade, "22.4")
        delaftale = DelaftaleFactory(
            indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=("5.2", "5.3", "5.4")[nr])
        )
        VersionFactory(helhedsplan=plan, delaftale=delaftale, gaelder_fra=I_DAG)
    VersionFactory(helhedsplan=plan)
    client.force_login(formand)

    with django_assert_num_queries(25):
        svar = client.get(reverse("overblik:overblik", args=[plan.slug]))

    assert len(linjer(svar)) == antal


def test_fyrre_kriterier_maalt_ti_aar_i_fire_omraader_koster_ikke_flere(
    client, formand, plan, omraade, django_assert_num_queries
):
    omraader = BoligomraadeFactory.create_batch(4)
    for kriterium in SucceskriteriumFactory.create_batch(40, indsatsomraade=omraade):
        Maaling.objects.bulk_create(
            MaalingFactory.build(kriterium=kriterium, omraade=et, aar=aar, registreret_af=formand, afgjort_af=formand)
            for et in omraader
            for aar in range(2012, 2022)
        )
    VersionFactory(helhedsplan=plan)
    client.force_login(formand)

    with django_assert_num_queries(25):
        svar = client.get(reverse("overblik:overblik", args=[plan.slug]))

    assert [len(et.opfyldelse.omraader) for et in linjer(svar)] == [4] * 40


def test_overskriften_taeller_og_tegnene_er_lige_saa_mange(vis, formand, plan, omraade):
    maalt(omraade, "21")
    maalt(omraade, "22.4")
    SucceskriteriumFactory(indsatsomraade=omraade)
    VersionFactory(helhedsplan=plan)

    svar = vis(formand)

    assert overskrift(svar) == "Ét kriterium er på sporet, og ét er bagud. Ét kan ikke bedømmes endnu."
    assert [(et.tekst, len(et.tegn)) for et in svar.context["rapport"].optalt] == [
        ("1 på sporet", 1),
        ("1 bagud", 1),
        ("1 venter på måling", 1),
    ]


@pytest.mark.parametrize(("antal", "ord_"), [(1, "1 måling mangler"), (2, "2 målinger mangler")])
def test_manglende_maalinger_taelles_i_ental_og_flertal(plan, omraade, antal, ord_):
    SucceskriteriumFactory.create_batch(antal, indsatsomraade=omraade, foerste_frist=date(2022, 4, 15))
    VersionFactory(helhedsplan=plan)

    assert [et.tekst for et in statusrapport(plan, dato=I_DAG).optalt] == [ord_]


def test_et_tal_der_er_skrevet_sent_om_aftenen_er_fra_den_dag(plan, omraade):
    aften = datetime(2022, 6, 1, 23, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade)
    MaalingFactory(kriterium=kriterium, aar=2021, registreret_tidspunkt=aften)
    VersionFactory(helhedsplan=plan)

    rapport = statusrapport(plan, dato=I_DAG)

    assert rapport.omraader[0].linjer[0].seneste_tidspunkt == aften
    assert rapport.noegletal[1].note.replace("\u00a0", " ") == "Seneste tal er skrevet ind 1. juni 2022"


def test_samme_saetning_paa_overblik_liste_og_kriteriets_side(client, vis, formand, plan, omraade):
    kriterium = maalt(omraade, "22.4")
    VersionFactory(helhedsplan=plan)
    saetning = "22,4 % i 2021 mod 26,2 % i 2013–2017. Målet er 20 % eller lavere i 2022. 61 % af vejen. Bagud."

    overblik = vis(formand)
    liste = client.get(reverse("maalinger:kriterium_liste", args=[plan.slug]))
    side = client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, kriterium.nr]))

    opfyldelse = linjer(overblik)[0].opfyldelse
    assert opfyldelse.saetning.replace("\u00a0", " ") == saetning
    assert side.context["side"].linje.opfyldelse == opfyldelse
    assert [et.linjer[0].opfyldelse for et in liste.context["omraader"]] == [opfyldelse]
    assert (saetning in tekst(overblik), saetning in tekst(liste)) == (True, True)
    assert saetning.replace("2013–2017", '<span class="ubrudt">2013–2017</span>') in tekst(side)


def test_siden_viser_det_der_gaelder_og_ikke_kladden(vis, formand, plan, omraade):
    kriterium = maalt(omraade, "22.4")
    VersionFactory(helhedsplan=plan)
    SucceskriteriumFactory(indsatsomraade=omraade, navn="Kun i kladden")
    kriterium.maal_vaerdi = Decimal(25)
    kriterium.save()

    svar = vis(formand)

    assert [et.kriterium.navn for et in linjer(svar)] == [kriterium.navn]
    assert "Målet er 20 % eller lavere" in tekst(svar)
    assert "efter aftalens version 1" in tekst(svar)


def test_en_aftale_der_aldrig_er_godkendt_vises_som_kladde(vis, formand, omraade):
    maalt(omraade, "22.4")

    svar = vis(formand)

    assert svar.context["rapport"].er_kladde
    assert "Aftalen er ikke godkendt endnu. Her står kladden." in tekst(svar)
    assert [et.kriterium.er_kladde for et in linjer(svar)] == [True]


def test_hvem_der_ikke_ser_kladder_ser_kun_at_der_intet_er_godkendt(vis, plan, foelgegruppemedlem, omraade):
    maalt(omraade, "22.4", navn="Hemmeligt endnu")
    aftale = plan.samarbejdsaftale
    aftale.landsbyggefonden, aftale.lokal_medfinansiering = Decimal(6_000_000), Decimal(2_900_000)
    aftale.save()

    svar = vis(foelgegruppemedlem)

    assert "Hemmeligt endnu" not in tekst(svar)
    assert "Der er intet i kraft endnu" in tekst(svar)
    assert svar.context["rapport"].medfinansiering is None


def test_noegletallene_er_tid_maalte_kriterier_og_lokal_andel(vis, formand, plan, omraade):
    aftale = plan.samarbejdsaftale
    aftale.landsbyggefonden, aftale.lokal_medfinansiering = Decimal(6_000_000), Decimal(2_900_000)
    aftale.save()
    maalt(omraade, "22.4")
    SucceskriteriumFactory(indsatsomraade=omraade)
    VersionFactory(helhedsplan=plan)

    svar = vis(formand)

    assert [(et.titel, et.tal.replace("\u00a0", " ")) for et in svar.context["rapport"].noegletal] == [
        ("Tid", "11 måneder tilbage"),
        ("Kriterier med tal", "1 af 2"),
        ("Lokal medfinansiering", "32,6 %"),
    ]
    assert "37 af 48 måneder er gået" in tekst(svar)
    assert "2.900.000 kr. lokalt af 8.900.000 kr. i alt er 32,6 %." in tekst(svar)
    assert "Kravet om mindst 25 % er holdt i aftalen." in tekst(svar)


def test_er_beloebene_ukendte_staar_der_ikke_nul(vis, formand, plan, omraade):
    maalt(omraade, "22.4")
    VersionFactory(helhedsplan=plan)

    svar = vis(formand)

    assert [et.titel for et in svar.context["rapport"].noegletal] == ["Tid", "Kriterier med tal"]
    assert "Lokal medfinansiering" not in tekst(svar)


def test_en_lokal_andel_under_kravet_siges(vis, formand, plan):
    aftale = plan.samarbejdsaftale
    aftale.landsbyggefonden, aftale.lokal_medfinansiering = Decimal(8_000_000), Decimal(2_000_000)
    aftale.save()
    VersionFactory(helhedsplan=plan)

    assert "Aftalen når ikke kravet om mindst 25 %." in tekst(vis(formand))


def test_nyt_er_de_seneste_versioner_og_tal(vis, formand, plan, omraade):
    kriterium = maalt(omraade, "22.4", navn="Fraflytning")
    VersionFactory(helhedsplan=plan, gaelder_fra=date(2022, 5, 1))

    nyt = vis(formand).context["rapport"].nyt

    skift = "har fået tallet 22,4 % for 2021 og gik fra »venter på måling« til »bagud«."
    assert [(et.dato, et.hvad, et.tekst.replace("\u00a0", " "), et.nr) for et in nyt] == [
        (I_DAG, "Fraflytning", skift, kriterium.nr),
        (
            date(2022, 5, 1),
            "Strategisk samarbejdsaftale, version 1,",
            "gælder fra 1. maj 2022, godkendt af Landsbyggefonden.",
            None,
        ),
    ]


def test_et_nyt_tal_der_ikke_flytter_status_siger_kun_tallet(vis, formand, plan, omraade):
    with time_machine.travel("2022-01-10 12:00+01:00", tick=False):
        kriterium = maalt(omraade, "22.4", navn="Fraflytning")
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=Decimal("23.9"))
    VersionFactory(helhedsplan=plan)

    (nyhed,) = vis(formand).context["rapport"].nyt
    assert (nyhed.tekst.replace("\u00a0", " "), nyhed.foer, nyhed.nu) == (
        "har fået tallet 22,4 % for 2021.", None, None
    )  # fmt: skip


def test_gammelt_er_ikke_nyt(plan, omraade):
    with time_machine.travel("2022-01-10 12:00+01:00", tick=False):
        maalt(omraade, "22.4")
    VersionFactory(helhedsplan=plan)

    assert statusrapport(plan, dato=I_DAG).nyt == ()


@pytest.mark.parametrize(
    ("dato", "tal"),
    [(date(2019, 1, 1), "Ikke begyndt"), (date(2023, 4, 1), "1 måned tilbage"), (date(2024, 1, 1), "Planen er slut")],
)
def test_tiden_foer_under_og_efter_planen(plan, dato, tal):
    assert statusrapport(plan, dato=dato).noegletal[0].tal == tal


def test_rapporten_fra_en_tom_plan_har_ingen_kriterier(plan):
    rapport = statusrapport(plan, dato=I_DAG, kladder=Kladder.UDEN_VERSION)

    assert (rapport.antal, rapport.antal_i_ord, rapport.optalt) == (0, "Succeskriterier", ())


def test_demoplanen_siger_hvad_der_er_opdigtet(vis, plan, formand, omraade):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade)
    MaalingFactory(kriterium=kriterium, aar=2021, eksempel=True)
    VersionFactory(helhedsplan=plan)
    plan.eksempel = True
    plan.save()

    side = tekst(vis(formand))

    assert "Demoplan. Tal mærket eksempel er opdigtede." in side
    assert "(eksempel)" in side


def test_fremmede_finder_ikke_siden(vis, fremmed):
    assert vis(fremmed).status_code == 404

"""A delaftale in LBF's 13 blocks: some are written here, some print what stands somewhere else."""

from datetime import date

import pytest
from django.urls import reverse

from aftaler.models import Delaftale
from tests.factories import AktivitetFactory, DelaftaleFactory, IndsatsomraadeFactory, SucceskriteriumFactory
from tests.godkendelse import godkend_dokument

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def inde(client, projektleder, delaftale):
    client.force_login(projektleder)
    return client


def side_url(plan):
    return reverse("aftaler:delaftale_detalje", args=[plan.slug, "5.1"])


def blok_url(plan, kode):
    return reverse("aftaler:blok_ret", args=[plan.slug, "5.1", kode])


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


def test_siden_har_fondens_13_blokke_i_orden_med_det_der_mangler(inde, plan):
    blokke = inde.get(side_url(plan)).context["blokke"]

    assert [et.nr for et in blokke] == [str(nr) for nr in range(1, 14)]
    assert {et.nr: et.mangler for et in blokke if et.mangler} == {
        "3": "Ingen parter endnu.",
        "4": "Mangler problemkompleks.",
        "5": "Mangler formål og mål og succeskriterier.",
        "6": "Ingen aktiviteter endnu.",
        "7": "Teksten mangler.",
        "8": "Teksten mangler.",
        "9": "Et beløb er ikke oplyst.",
        "10": "Teksten mangler.",
        "11": "Teksten mangler.",
        "12": "Datoerne mangler.",
        "13": "Ingen aktiviteter endnu.",
    }


@pytest.mark.parametrize("kode", ["medarbejderressourcer", "sammenhaeng", "konflikthaandtering", "revision"])
def test_tekstblokke_gemmes_i_deres_egen_kolonne(inde, plan, kode):
    svar = inde.post(blok_url(plan, kode), {kode: "<div>Ny tekst</div>", "udgave": 1})

    assert svar["Location"] == f"{side_url(plan)}#blok-{kode}"
    assert getattr(Delaftale.objects.get(), kode) == "<p>Ny tekst</p>"


def test_perioden_gemmes_og_vises(inde, plan):
    inde.post(blok_url(plan, "periode"), {"start_dato": "2019-05-01", "slut_dato": "2023-04-30", "udgave": 1})

    assert Delaftale.objects.get().slut_dato == date(2023, 4, 30)
    assert "1.\u00a0maj 2019\u00a0– 30.\u00a0april 2023" in inde.get(side_url(plan)).content.decode()


@pytest.mark.parametrize(
    ("fra", "til", "saetning"),
    [
        ("2023-05-01", "2019-04-30", "Delaftalens slutdato skal ligge efter dens startdato."),
        ("30/2/2020", "", "Skriv en dato, fx 30.04.2023."),
    ],
)
def test_forkerte_datoer_giver_en_saetning(inde, plan, fra, til, saetning):
    svar = inde.post(blok_url(plan, "periode"), {"start_dato": fra, "slut_dato": til, "udgave": 1}, headers=HTMX)

    assert saetning in svar.content.decode()
    assert 'data-tilstand="fejl"' in svar.content.decode()
    assert Delaftale.objects.get().start_dato is None


@pytest.mark.parametrize("kode", ["parter", "problemkompleks", "formaal", "aktivitetsliste", "navn", "findes-ikke"])
def test_blokke_der_skrives_et_andet_sted_kan_ikke_rettes_her(inde, plan, kode):
    assert inde.get(blok_url(plan, kode)).status_code == 404


def test_fortryd_giver_blokken_tilbage(inde, plan):
    svar = inde.get(f"{side_url(plan)}?blok=revision", headers=HTMX).content.decode()

    assert ('id="blok-revision"' in svar, 'data-tilstand="laes"' in svar, "<html" in svar) == (True, True, False)
    assert inde.get(f"{side_url(plan)}?blok=findes-ikke", headers=HTMX).status_code == 404


def test_blok_4_og_5_siger_hvor_de_rettes_og_hvem_der_godkender(inde, plan, delaftale):
    SucceskriteriumFactory(indsatsomraade=delaftale.indsatsomraade, tekst="Trygheden stiger.")

    svar = inde.get(side_url(plan))

    side = svar.content.decode()
    assert "Trygheden stiger." in side
    assert side.count("og rettes dér. En ændring skal godkendes af Landsbyggefonden.") == 2
    assert {et.andetsteds_tekst for et in svar.context["blokke"] if et.nr in "45"} == {"Ret i den strategiske aftale"}


def test_den_der_ikke_maa_se_kladden_laeser_begge_dokumenter_i_kraft(
    client, plan, delaftale, foelgegruppemedlem, formand, sekretariat
):
    omraade = delaftale.indsatsomraade
    omraade.formaal_og_maal = "Godkendt formål"
    omraade.save()
    client.force_login(foelgegruppemedlem)
    assert "Delaftalen er ikke godkendt endnu" in client.get(side_url(plan)).content.decode()
    godkend(plan, None, af=sekretariat)
    godkend(plan, delaftale, af=formand)
    omraade.formaal_og_maal = "Nyt i kladden"
    omraade.save()

    side = client.get(side_url(plan)).content.decode()

    assert "Godkendt formål" in side
    assert "Nyt i kladden" not in side


def test_bjaelken_naevner_bestyrelsen_og_versionen(client, plan, delaftale, projektleder, formand):
    godkend(plan, delaftale, af=formand)
    client.force_login(projektleder)
    client.post(blok_url(plan, "revision"), {"revision": "Ny", "udgave": 1})

    bjaelke = client.get(side_url(plan)).context["dokument"].bjaelke

    assert bjaelke["tekst"] == "ændrer gældende version 1 · skal godkendes af bestyrelsen"
    assert bjaelke["linktekst"] == "Se ændringer (1)"


def test_et_nummer_planen_ikke_har_findes_ikke(inde, plan):
    assert inde.get(reverse("aftaler:delaftale_detalje", args=[plan.slug, "5.4"])).status_code == 404


def test_listen_siger_hvilken_version_der_gaelder(inde, plan, delaftale, formand):
    url = reverse("aftaler:delaftale_liste", args=[plan.slug])
    foer = inde.get(url).content.decode()
    godkend(plan, delaftale, af=formand)

    assert "Ikke godkendt endnu" in foer
    assert "Version 1 gælder fra 1.\u00a0maj 2019" in inde.get(url).content.decode()


def test_uden_indsatsomraader_siger_listen_hvad_der_skal_til(client, plan, projektleder):
    client.force_login(projektleder)

    side = client.get(reverse("aftaler:delaftale_liste", args=[plan.slug])).content.decode()

    assert "En delaftale oprettes, når et indsatsområde vælges" in side


@pytest.mark.parametrize("antal", [1, 3])
def test_listens_forespoergsler_er_faste(client, plan, projektleder, antal, django_assert_num_queries):
    for nr in ("5.1", "5.2", "5.3")[:antal]:
        AktivitetFactory(delaftale__indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr))
    client.force_login(projektleder)

    with django_assert_num_queries(7):
        client.get(reverse("aftaler:delaftale_liste", args=[plan.slug]))


@pytest.mark.parametrize("antal", [1, 3])
def test_sidens_forespoergsler_er_faste(inde, plan, delaftale, antal, django_assert_num_queries):
    for aktivitet in AktivitetFactory.create_batch(antal, delaftale=delaftale):
        SucceskriteriumFactory.create_batch(antal, indsatsomraade=delaftale.indsatsomraade, aktivitet=aktivitet)

    with django_assert_num_queries(24):
        inde.get(side_url(plan))

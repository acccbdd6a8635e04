"""The strategic agreement, edited section by section in place."""

import pytest
from django.urls import reverse

from aftaler.models import Afsnit
from kerne.models import Haendelse
from tests.factories import HelhedsplanFactory, IndsatsomraadeFactory, MedlemskabFactory, SucceskriteriumFactory
from tests.godkendelse import godkend_dokument

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def afsnit(plan, nr):
    return Afsnit.objects.get(samarbejdsaftale__helhedsplan=plan, skabelonafsnit__nr=nr)


def ret_url(plan, nr):
    return reverse("aftaler:afsnit_ret", args=[plan.slug, nr])


@pytest.fixture
def inde(client, projektleder):
    client.force_login(projektleder)
    return client


def test_siden_viser_fondens_numre_med_huller(inde, plan):
    svar = inde.get(reverse("aftaler:aftale", args=[plan.slug]))

    assert [blok.nr for blok in svar.context["blokke"]] == ["1", "2", "3", "4", "5", "6", "7", "9", "10", "11"]
    assert svar.context["klar"] == "0 af 10 afsnit er klar"


def test_uden_javascript_gemmes_afsnittet_og_siden_siger_hvornaar(inde, plan, projektleder):
    svar = inde.post(ret_url(plan, 1), {"tekst": "Færre skal flytte.", "udgave": 1}, follow=True)

    assert svar.redirect_chain == [(f"{reverse('aftaler:aftale', args=[plan.slug])}#blok-formaal", 302)]
    assert afsnit(plan, 1).tekst == "<p>Færre skal flytte.</p>"
    assert afsnit(plan, 1).rettet_af == projektleder
    assert [str(et).split("kl.")[0] for et in svar.context["messages"]] == ["Gemt "]
    assert Haendelse.objects.get().hvad == "teksten er rettet"


def test_med_htmx_skiftes_blokken_ud_og_maerkerne_foelger_med(inde, plan):
    formular = inde.get(ret_url(plan, 1), headers=HTMX).content.decode()
    svar = inde.post(ret_url(plan, 1), {"tekst": "<div>Ny</div>", "udgave": 1}, headers=HTMX).content.decode()

    assert "<html" not in formular
    assert 'data-tilstand="ret"' in formular
    assert 'data-tilstand="laes"' in svar
    assert "<p>Ny</p>" in svar
    assert "Gemt kl." in svar
    assert 'id="afsnitsliste" hx-swap-oob="true"' in svar


def test_et_afsnit_uden_raekke_oprettes_foerst_naar_det_gemmes(inde, plan):
    afsnit(plan, 1).delete()

    inde.get(ret_url(plan, 1))
    assert not Afsnit.objects.filter(skabelonafsnit__nr=1).exists()
    inde.post(ret_url(plan, 1), {"tekst": "Ny", "udgave": 0})

    assert afsnit(plan, 1).tekst == "<p>Ny</p>"


@pytest.mark.parametrize("nr", [5, 8, 99])
def test_omraadelisten_og_numre_der_ikke_findes_kan_ikke_rettes(inde, plan, nr):
    assert inde.get(ret_url(plan, nr)).status_code == 404


def test_for_lang_tekst_giver_en_saetning_og_bliver_staaende(inde, plan, settings):
    settings.LAENGSTE_TEKST = 100_000
    tekst = "æ" * 100_001

    svar = inde.post(ret_url(plan, 1), {"tekst": tekst, "udgave": 1})

    assert "Der er plads til 100000 tegn. Din tekst er på 100008." in svar.content.decode()
    assert tekst in svar.content.decode()
    assert afsnit(plan, 1).tekst == ""


def test_en_forkert_udgave_er_en_saetning(inde, plan):
    svar = inde.post(ret_url(plan, 1), {"tekst": "Ny", "udgave": "abc"})

    assert "Siden var for gammel. Gem igen." in svar.content.decode()


@pytest.mark.parametrize(
    ("skrevet", "saetning"),
    [
        ("-5", "Et beløb kan ikke være negativt."),
        ("seks mio.", "er ikke skrevet ud. Skriv hele tallet i kroner"),
        ("x", "»x« er ikke et tal."),
        ("1" * 13, "Tallet er for stort. Det kan højst have 12 cifre."),
        ("1,234", "Skriv højst 2 decimaler."),
    ],
)
def test_et_forkert_beloeb_giver_en_saetning_og_bliver_staaende(inde, plan, skrevet, saetning):
    svar = inde.post(ret_url(plan, 7), {"landsbyggefonden": skrevet, "lokal_medfinansiering": "", "udgave": 1})

    assert saetning in svar.content.decode()
    assert f'value="{skrevet}"' in svar.content.decode()
    plan.samarbejdsaftale.refresh_from_db()
    assert plan.samarbejdsaftale.landsbyggefonden is None


@pytest.mark.regel("samlet-budget")
def test_hovedtallene_laegges_sammen_og_tomt_er_ikke_nul(inde, plan):
    inde.post(ret_url(plan, 7), {"landsbyggefonden": "6.000.000", "lokal_medfinansiering": "2.900.000,50", "udgave": 1})
    side = inde.get(reverse("aftaler:aftale", args=[plan.slug])).content.decode()
    inde.post(ret_url(plan, 7), {"landsbyggefonden": "6.000.000", "lokal_medfinansiering": "", "udgave": 2})
    uden = inde.get(reverse("aftaler:aftale", args=[plan.slug])).content.decode()

    assert "8.900.000,50\u00a0kr." in side
    assert uden.count("ikke oplyst") == 3  # the amount, the total, and the marker's sentence


def test_generation_a_samler_problemkomplekset_i_afsnit_3(client):
    medlem = MedlemskabFactory(helhedsplan=HelhedsplanFactory(generation="A"))
    IndsatsomraadeFactory(helhedsplan=medlem.helhedsplan, problemkompleks="Utryghed", formaal_og_maal="Tryghed")
    client.force_login(medlem.bruger)

    blokke = client.get(reverse("aftaler:aftale", args=[medlem.helhedsplan.slug])).context["blokke"]

    assert [et.skabelon for et in blokke if et.nr == "3"] == ["aftaler/blokke/problemkompleks_samlet.html"]
    assert next(et for et in blokke if et.nr == "5").dele[0].data["vis_problemkompleks"] is False


def test_den_der_ikke_maa_se_kladden_laeser_versionen_i_kraft(client, plan, sekretariat, foelgegruppemedlem):
    omraade = IndsatsomraadeFactory(helhedsplan=plan, formaal_og_maal="Godkendt formål")
    url = reverse("aftaler:aftale", args=[plan.slug])
    client.force_login(foelgegruppemedlem)
    assert "Aftalen er ikke godkendt endnu" in client.get(url).content.decode()
    godkend_dokument(
        plan, None, gaelder_fra=plan.start_dato, godkendt_dato=plan.start_dato, godkendt_af_navn="LBF", grund="Ny",
        af=sekretariat,
    )  # fmt: skip
    omraade.formaal_og_maal = "Nyt i kladden"
    omraade.save()

    side = client.get(url).content.decode()

    assert ("Godkendt formål" in side, "Nyt i kladden" in side, "Ret<" in side, "Kladde" in side) == (
        True,
        False,
        False,
        False,
    )


def test_bjaelken_staar_der_kun_naar_kladden_er_anderledes(inde, plan, sekretariat):
    url = reverse("aftaler:aftale", args=[plan.slug])
    ny = inde.get(url).context["dokument"].bjaelke["tekst"]
    godkend_dokument(
        plan, None, gaelder_fra=plan.start_dato, godkendt_dato=plan.start_dato, godkendt_af_navn="LBF", grund="Ny",
        af=sekretariat,
    )  # fmt: skip
    ens = inde.get(url).context["dokument"].bjaelke
    inde.post(ret_url(plan, 1), {"tekst": "Ændret", "udgave": 1})
    aendret = inde.get(url).context["dokument"].bjaelke["tekst"]

    assert ny == "ikke godkendt endnu · skal godkendes af Landsbyggefonden"
    assert ens is None
    assert aendret == "ændrer gældende version 1 · skal godkendes af Landsbyggefonden"


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(inde, plan, antal, django_assert_num_queries):
    for nr in ("5.1", "5.3", "5.4")[:antal]:
        SucceskriteriumFactory.create_batch(antal, indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr))

    with django_assert_num_queries(26):
        inde.get(reverse("aftaler:aftale", args=[plan.slug]))

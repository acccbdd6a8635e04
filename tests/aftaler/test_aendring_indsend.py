"""Sending a draft: the page shows the difference and who must approve; the route is built without JavaScript."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aftaler import models
from aftaler.models import Aendring, Delaftale, Organ
from aftaler.services import aendringer
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def delaftale(plan):
    """Approved, and then edited."""
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), sammenhaeng="<p>Før.</p>")
    VersionFactory(helhedsplan=plan, delaftale=delaftale)
    Delaftale.objects.filter(pk=delaftale.pk).update(sammenhaeng="<p>Efter.</p>")
    return delaftale


@pytest.fixture
def url(plan):
    return reverse("aftaler:dokument_indsend", args=[plan.slug, "5.1"])


@pytest.fixture
def inde(client, projektleder):
    client.force_login(projektleder)
    return client


def data(client, url, *raekker, **felter):
    """The form as the page gives it, with rows of the route: (organ, navn, slags, raekkefoelge)."""
    felter = {
        "grund": "Nye mødetider",
        "oensket_fra": "2022-07-01",
        "set_kontrolsum": client.get(url).context["form"].initial["set_kontrolsum"],
        "rute-TOTAL_FORMS": len(raekker),
        "rute-INITIAL_FORMS": 0,
        **felter,
    }
    for nr, raekke in enumerate(raekker):
        navne = [f"rute-{nr}-{navn}" for navn in ("organ", "navn", "slags", "raekkefoelge")]
        felter |= dict(zip(navne, raekke, strict=True))
    return felter


def fejl(svar):
    return svar.context["form"].errors


def test_siden_viser_forskellen_og_hvem_der_skal_godkende(inde, delaftale, url):
    svar = inde.get(url)

    assert [(et.overskrift[:2], et.art) for et in svar.context["forskelle"]] == [("8.", "aendret")]
    assert "Kladden ændrer version 1 og skal godkendes af bestyrelsen." in svar.content.decode()


def test_ruten_har_den_kraevede_beslutning_mellem_dem_foer_og_efter(inde, plan, delaftale, url):
    organ = Organ.objects.create(helhedsplan=plan, art="styregruppe", navn="Styregruppen")
    bestyrelse = Organ.objects.create(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen for Vestbyen")
    raekker = (
        ("", "Afdelingsmødet", "orientering", "efter"),
        (organ.pk, "", "hoering", "foer"),
        ("", "", "hoering", "foer"),
    )

    svar = inde.post(url, data(inde, url, *raekker))

    aendring = Aendring.objects.get()
    assert svar["Location"] == reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk])
    assert [(et.navn, et.slags, et.organ) for et in aendring.trin.all()] == [
        ("Styregruppen", "hoering", organ),
        ("Bestyrelsen", "beslutning", bestyrelse),
        ("Afdelingsmødet", "orientering", None),
    ]
    assert (aendring.fra_version.nr, aendring.oensket_fra) == (1, date(2022, 7, 1))


def test_flere_raekker_gemmer_intet_og_beholder_det_skrevne(inde, delaftale, url):
    svar = inde.post(url, data(inde, url, ("", "Byrådet", "beslutning", "foer"), flere="1"))

    assert len(svar.context["rute"].forms) == 3
    assert "Byrådet" in svar.content.decode()
    assert not Aendring.objects.exists()


def test_den_foerste_version_har_intet_at_sammenligne_med(inde, plan, url):
    svar = inde.get(reverse("aftaler:dokument_indsend", args=[plan.slug]))

    assert svar.context["godkender"] == "Landsbyggefonden"
    assert "Hele kladden bliver version 1" in svar.content.decode()


@pytest.mark.regel("version-i-orden")
@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"set_kontrolsum": "x"}, "__all__", "Kladden er ændret, siden du så den. Læs ændringerne, og indsend igen."),
        ({"grund": ""}, "grund", "Skriv én linje om, hvad der er ændret, fx »Nye mødetider«."),
        ({"oensket_fra": "i morgen"}, "oensket_fra", "Skriv en dato, fx 30.04.2023."),
        (
            {"oensket_fra": "2023-05-01"},
            "__all__",
            "Versionen skal gælde fra en dag i planens periode, 1.\u00a0maj 2019\u00a0– 30.\u00a0april 2023.",
        ),
        (
            {"oensket_fra": "2018-01-01"},
            "__all__",
            "Versionen kan ikke gælde fra før den, den afløser. Vælg en senere dag.",
        ),
    ],
)
def test_det_der_er_galt_siges_og_intet_sendes(inde, delaftale, url, felter, felt, saetning):
    svar = inde.post(url, data(inde, url, **felter))

    assert saetning in fejl(svar)[felt]
    assert not Aendring.objects.exists()


@pytest.mark.parametrize(
    ("raekke", "saetning"),
    [(("", "Bestyrelsen", "beslutning", "foer"), "Den samme står to gange på ruten. Slet den ene række.")],
)
def test_ruten_siger_den_samme_en_gang(inde, delaftale, url, raekke, saetning):
    assert saetning in fejl(inde.post(url, data(inde, url, raekke)))["__all__"]


def test_organ_og_navn_paa_en_gang(inde, plan, delaftale, url):
    organ = Organ.objects.create(helhedsplan=plan, art="styregruppe", navn="Styregruppen")

    svar = inde.post(url, data(inde, url, (organ.pk, "Byrådet", "hoering", "foer")))

    assert "Vælg et organ, eller skriv et navn. Ikke begge dele." in svar.content.decode()


def test_uden_aendringer_er_der_intet_at_sende(inde, plan, delaftale, url):
    Delaftale.objects.update(sammenhaeng="<p>Før.</p>")
    svar = inde.get(url)

    assert "Ordene er de samme." in svar.content.decode()
    assert not svar.context["maa_indsende"]
    assert "Der er ikke noget at godkende." in str(fejl(inde.post(url, data(inde, url)))["__all__"])


def test_en_sendt_kladde_foerer_til_aendringen(inde, plan, delaftale, url, projektleder):
    rute = [aendringer.Trinforslag("Bestyrelsen")]
    aaben = aendringer.indsend(plan, delaftale, grund="Ny", oensket_fra=date(2022, 7, 1), rute=rute, af=projektleder)

    assert inde.get(url)["Location"] == reverse("aftaler:aendring_detalje", args=[plan.slug, aaben.pk])


def test_en_medarbejder_ser_forskellen_men_sender_ikke(client, delaftale, url, medarbejder):
    client.force_login(medarbejder)

    assert not client.get(url).context["maa_indsende"]
    assert client.post(url).status_code == 403


def test_penge_i_detaljer_vises_ikke_for_en_medarbejder(client, plan, delaftale, url, medarbejder):
    models.Budgetpost.objects.create(helhedsplan=plan, placering="delaftale", delaftale=delaftale, beloeb=5)
    client.force_login(medarbejder)

    side = client.get(url).content.decode()

    assert "1 ændring af penge i detaljer vises ikke for din rolle." in side
    assert "Budgetpost" not in side


@pytest.mark.regel("aendringens-art")
def test_en_flyttet_aktivitet_skal_til_landsbyggefonden_fra_begge_sider(inde, plan, delaftale, url):
    anden = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"))
    aktivitet = AktivitetFactory(delaftale=delaftale)
    VersionFactory(helhedsplan=plan, delaftale=delaftale, nr=2)
    models.Aktivitet.objects.filter(pk=aktivitet.pk).update(delaftale=anden)

    herfra = inde.get(url).context
    hertil = inde.get(reverse("aftaler:dokument_indsend", args=[plan.slug, "5.3"])).context

    assert (herfra["art"], herfra["godkender"]) == ("flytning", "Landsbyggefonden")
    assert (hertil["art"], hertil["godkender"]) == ("flytning", "Landsbyggefonden")


@pytest.mark.regel("hvem-godkender")
def test_nye_penge_skal_til_landsbyggefonden_men_en_post_delt_i_to_skal_ikke(inde, plan, delaftale, url):
    post = {"helhedsplan": plan, "placering": "delaftale", "delaftale": delaftale}
    models.Budgetpost.objects.create(**post, beloeb=100)
    assert inde.get(url).context["art"] == "penge"
    VersionFactory(helhedsplan=plan, delaftale=delaftale, nr=2)
    models.Budgetpost.objects.update(beloeb=60)
    models.Budgetpost.objects.create(**post, beloeb=40)

    assert inde.get(url).context["art"] == "delaftale"

"""The list: every criterion with sign, word and sentence, by what is in force."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
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
def omraade(plan):
    return IndsatsomraadeFactory(helhedsplan=plan)


@pytest.fixture
def vis(client, plan):
    def _vis(person):
        client.force_login(person)
        return client.get(reverse("maalinger:kriterium_liste", args=[plan.slug]))

    return _vis


def linjer(svar):
    return [linje for omraade in svar.context["omraader"] for linje in omraade.linjer]


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, vis, medarbejder, omraade, antal, django_assert_num_queries):
    for kriterium in SucceskriteriumFactory.create_batch(antal, indsatsomraade=omraade):
        MaalingFactory.create_batch(1, kriterium=kriterium)
    client.force_login(medarbejder)

    with django_assert_num_queries(12):
        svar = client.get(reverse("maalinger:kriterium_liste", args=[omraade.helhedsplan.slug]))

    assert len(linjer(svar)) == antal


def test_hver_raekke_har_tegn_ord_og_saetning(vis, medarbejder, omraade):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade, navn="Fraflytning")
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("22.4"))

    svar = vis(medarbejder)

    (linje,) = linjer(svar)
    assert linje.opfyldelse.status == "bagud"
    side = svar.content.decode()
    assert 'data-status="bagud"' in side
    assert ">Bagud</span>" in side
    assert linje.opfyldelse.saetning in side


def test_et_kriterium_uden_maalinger_viser_ikke_nul(vis, medarbejder, omraade):
    SucceskriteriumFactory(indsatsomraade=omraade)

    svar = vis(medarbejder)

    (linje,) = linjer(svar)
    assert linje.opfyldelse.status == "venter"
    assert linje.opfyldelse.vaerdi is None
    assert "0 %" not in svar.content.decode().replace("\u00a0", " ").replace("20 %", "")


def test_kun_det_godkendte_vises_for_dem_der_ikke_ser_kladder(vis, plan, foelgegruppemedlem, medarbejder, omraade):
    SucceskriteriumFactory(indsatsomraade=omraade, navn="Godkendt")
    VersionFactory(helhedsplan=plan)
    SucceskriteriumFactory(indsatsomraade=omraade, navn="Kun i kladden")

    assert [et.kriterium.navn for et in linjer(vis(foelgegruppemedlem))] == ["Godkendt"]
    assert [(et.kriterium.navn, et.kriterium.er_kladde) for et in linjer(vis(medarbejder))] == [
        ("Godkendt", False),
        ("Kun i kladden", True),
    ]


def test_er_intet_godkendt_siges_det(vis, foelgegruppemedlem, omraade):
    SucceskriteriumFactory(indsatsomraade=omraade, navn="Kladde")

    svar = vis(foelgegruppemedlem)

    assert linjer(svar) == []
    assert "Aftalen er ikke godkendt endnu." in svar.content.decode()


def test_aktivitetens_kriterier_foelger_delaftalens_version(vis, plan, foelgegruppemedlem, omraade):
    delaftale = DelaftaleFactory(indsatsomraade=omraade)
    aktivitet = AktivitetFactory(delaftale=delaftale)
    SucceskriteriumFactory(indsatsomraade=omraade, aktivitet=aktivitet, navn="Aktivitetens")
    VersionFactory(helhedsplan=plan)

    foer = linjer(vis(foelgegruppemedlem))
    VersionFactory(helhedsplan=plan, delaftale=delaftale)

    assert foer == []
    assert [et.kriterium.navn for et in linjer(vis(foelgegruppemedlem))] == ["Aktivitetens"]


def test_en_version_der_foerst_gaelder_i_morgen_taeller_ikke_endnu(vis, plan, foelgegruppemedlem, omraade):
    SucceskriteriumFactory(indsatsomraade=omraade)
    VersionFactory(helhedsplan=plan, gaelder_fra=date(2022, 6, 3))

    assert linjer(vis(foelgegruppemedlem)) == []


def test_kladdens_nye_maaltal_aendrer_ikke_status_foer_det_er_godkendt(vis, plan, medarbejder, omraade):
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade)
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("22.4"))
    VersionFactory(helhedsplan=plan)
    foer = linjer(vis(medarbejder))[0].opfyldelse
    kriterium.maal_vaerdi = Decimal(25)
    kriterium.save()

    assert linjer(vis(medarbejder))[0].opfyldelse == foer


def test_omraaderne_staar_i_aftalens_orden(vis, plan, medarbejder):
    for nr in ("5.4", "5.1"):
        SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr))

    assert [et.nr for et in vis(medarbejder).context["omraader"]] == ["5.1", "5.4"]


def test_fremmede_finder_ikke_siden(vis, fremmed):
    assert vis(fremmed).status_code == 404

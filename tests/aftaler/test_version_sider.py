"""The list, one version, and the whole agreement as it read on a day."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Delaftale
from tests.aftaler.hel_plan import fyld
from tests.factories import DelaftaleFactory, HelhedsplanFactory, IndsatsomraadeFactory, VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def delaftale(plan):
    """In force since 2019, replaced in 2022; the strategic agreement since 2019; 5.3 never approved."""
    delaftale = fyld(plan)
    VersionFactory(helhedsplan=plan)
    VersionFactory(helhedsplan=plan, delaftale=delaftale, godkendt_af_navn="Bestyrelsen")
    Delaftale.objects.filter(pk=delaftale.pk).update(revision="<p>Hvert år.</p>")
    VersionFactory(helhedsplan=plan, delaftale=Delaftale.objects.get(pk=delaftale.pk), nr=2,
                   gaelder_fra=date(2022, 1, 14), grund="Revision")  # fmt: skip
    return delaftale


def hent(client, navn, plan, *args, **soegning):
    return client.get(reverse(f"aftaler:{navn}", args=[plan.slug, *args]), soegning)


# Listen ------------------------------------------------------------------------------------------------


def test_hvert_dokument_har_sin_linje_med_den_der_gaelder(client, plan, delaftale, lbf):
    client.force_login(lbf)

    dokumenter = hent(client, "version_liste", plan).context["dokumenter"]

    fundet = [[(v.version.nr, v.er_i_kraft, v.gaelder) for v in et["linjer"]] for et in dokumenter]
    assert [et["titel"][:13] for et in dokumenter] == ["Strategisk sa", "Delaftale 5.1", "Delaftale 5.3"]
    assert fundet == [
        [(1, True, "fra 1.\u00a0maj 2019")],
        [(2, True, "fra 14.\u00a0januar 2022"), (1, False, "1.\u00a0maj 2019\u00a0– 13.\u00a0januar 2022")],
        [],
    ]
    assert [bool(et["forskel_url"]) for et in dokumenter] == [False, True, False]


def test_kladden_naevnes_kun_for_dem_der_ser_kladder(client, plan, delaftale, projektleder, lbf):
    Delaftale.objects.filter(pk=delaftale.pk).update(revision="<p>Kladde.</p>")
    client.force_login(lbf)
    lbfs = [et["kladde_url"] for et in hent(client, "version_liste", plan).context["dokumenter"]]
    client.force_login(projektleder)
    lederens = [bool(et["kladde_url"]) for et in hent(client, "version_liste", plan).context["dokumenter"]]

    assert (lbfs, lederens) == (["", "", ""], [False, True, True])


def test_en_version_der_blev_afloest_samme_dag_siger_det(client, plan, lbf):
    VersionFactory(helhedsplan=plan)
    VersionFactory(helhedsplan=plan, nr=2)
    client.force_login(lbf)

    (dokument,) = hent(client, "version_liste", plan).context["dokumenter"]

    assert [et.er_i_kraft for et in dokument["linjer"]] == [True, False]
    assert "samme dag" in dokument["linjer"][1].gaelder


@pytest.mark.parametrize("antal", [1, 3])
def test_listens_forespoergsler_er_faste(client, plan, projektleder, antal, django_assert_num_queries):
    for nr in ("5.1", "5.3", "5.4")[:antal]:
        delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr))
        for version in range(1, antal + 1):
            VersionFactory(helhedsplan=plan, delaftale=delaftale, nr=version)
    client.force_login(projektleder)

    with django_assert_num_queries(33):
        hent(client, "version_liste", plan)


# En version --------------------------------------------------------------------------------------------


def test_en_version_laeses_som_den_blev_frosset(client, plan, delaftale, foelgegruppemedlem):
    foerste = delaftale.versioner.get(nr=1)
    client.force_login(foelgegruppemedlem)

    svar = hent(client, "version_detalje", plan, foerste.pk)

    assert [et.nr for et in svar.context["blokke"]] == [str(nr) for nr in range(1, 14)]
    side = svar.content.decode()
    assert "Hvert år." not in side
    assert foerste.kontrolsum in side
    assert "Indholdet passer med kontrolsummen." in side
    assert "/ret/" not in side


def test_penge_i_detaljer_kraever_retten(client, plan, delaftale, foelgegruppemedlem, revisor):
    version = delaftale.versioner.get(nr=1)
    client.force_login(foelgegruppemedlem)
    uden = [et.overskrift for et in hent(client, "version_detalje", plan, version.pk).context["oevrige"]]
    client.force_login(revisor)
    med = [et.overskrift for et in hent(client, "version_detalje", plan, version.pk).context["oevrige"]]

    assert "Budgetpost" not in uden
    assert "Budgetpost" in med


def test_en_anden_plans_version_er_der_ikke(client, plan, projektleder):
    fremmed = VersionFactory(helhedsplan=HelhedsplanFactory())
    client.force_login(projektleder)

    assert hent(client, "version_detalje", plan, fremmed.pk).status_code == 404


# Sådan lød aftalen -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dato", "numre"),
    [("2019-04-30", [None, None, None]), ("2019-05-01", [1, 1, None]), ("2022-01-13", [1, 1, None]),
     ("2022-01-14", [1, 2, None]), ("2040-01-01", [1, 2, None])],
)  # fmt: skip
def test_aftalen_er_sat_sammen_af_dem_der_gjaldt(client, plan, delaftale, lbf, dato, numre):
    client.force_login(lbf)

    svar = hent(client, "aftale_pr_dato", plan, dato=dato)

    assert [et["version"].nr if et["version"] else None for et in svar.context["dokumenter"]] == numre


def test_det_der_ikke_fandtes_siges(client, plan, delaftale, lbf):
    client.force_login(lbf)

    assert hent(client, "aftale_pr_dato", plan, dato="2021-11-24").content.decode().count("Fandtes ikke") == 1
    assert "Den dag gjaldt ingen version" in hent(client, "aftale_pr_dato", plan, dato="2010-01-01").content.decode()


def test_id_er_ikke_ens_selv_om_dokumenterne_ligner(client, plan, delaftale, lbf):
    VersionFactory(helhedsplan=plan, delaftale=Delaftale.objects.get(indsatsomraade__omraadetype__nr="5.3"))
    client.force_login(lbf)

    koder = [
        blok.kode
        for dokument in hent(client, "aftale_pr_dato", plan, dato="2022-06-01").context["dokumenter"]
        for et in dokument["blokke"]
        for blok in (et, *et.dele)
    ]

    assert len(koder) == len(set(koder))


@pytest.mark.parametrize("dato", ["i går", "2021-13-01", ""])
def test_en_dato_der_ikke_er_en_dato(client, plan, delaftale, lbf, dato):
    client.force_login(lbf)

    svar = hent(client, "aftale_pr_dato", plan, dato=dato)

    assert svar.context["form"].errors["dato"] == ["Skriv en dato, fx 30.04.2023."]
    assert svar.context["dokumenter"] == []


def test_uden_dato_vises_den_i_dag(client, plan, delaftale, lbf):
    client.force_login(lbf)

    assert hent(client, "aftale_pr_dato", plan).context["dag"] == date(2022, 6, 2)


def test_papiret_kan_bestilles_som_aftalen_loed_den_dag(client, plan, delaftale, lbf):
    """The as-of page leads to the order with the day already chosen."""
    client.force_login(lbf)
    side = hent(client, "aftale_pr_dato", plan, dato="2021-11-24").content.decode()
    adresse = reverse("dokumenter:papir_liste", args=[plan.slug]) + "?udgave=pr_dato&pr=2021-11-24"
    assert adresse.replace("&", "&amp;") in side

    form = client.get(adresse).context["form"]

    assert (form["udgave"].value(), form["pr"].value()) == ("pr_dato", "2021-11-24")

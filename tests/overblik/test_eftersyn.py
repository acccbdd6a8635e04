"""The eftersyn's page: a fixed number of queries, its meetings, and tasks that only some may see."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    FristFactory,
    IndsatsomraadeFactory,
    RestmidlerFactory,
    TilsagnFactory,
)
from tests.moeder.factories import MoedeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


def hent(client, plan, person):
    client.force_login(person)
    return client.get(reverse("overblik:eftersyn", args=[plan.slug]))


def punkter(svar, nr):
    return [et.tekst.replace("\u00a0", " ") for et in svar.context["side"].afsnit[nr - 1].punkter]


def test_siden_samler_det_planen_ved(client, plan, formand):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    AktivitetFactory(delaftale=delaftale, navn="Lektiecafé", start_dato=plan.start_dato, status_sat="paa_hold",
                     status_grund="Skolen bygger om.")  # fmt: skip
    RestmidlerFactory(helhedsplan=plan, aar=2021, beloeb=165_000)
    FristFactory(helhedsplan=plan, navn="Svar til Landsbyggefonden", dato=date(2022, 7, 1))
    FristFactory(helhedsplan=plan, navn="Ét-års-eftersyn", art="eftersyn", dato=date(2022, 9, 1))
    svar = hent(client, plan, formand)
    assert punkter(svar, 1)[0] == "Planen har ingen bestyrelse."
    assert [et for et in punkter(svar, 2) if "Lektiecafé" in et] == [
        f"»Lektiecafé« i delaftale {delaftale.indsatsomraade.omraadetype.nr} er på hold. Skolen bygger om."
    ]
    assert punkter(svar, 3)[0].startswith("165.000 kr. fra 2021 er ikke brugt")
    assert punkter(svar, 4) == ["Svar til Landsbyggefonden. Senest 1. juli 2022, om 29 dage."]
    assert svar.context["side"].hvornaar.replace("\u00a0", " ") == "Skal holdes senest 1. september 2022."


def test_en_giver_uden_leverancer_er_ikke_i_orden(client, plan, formand):
    """What nobody has written down is a gap, and the page does not say that everything was delivered."""
    TilsagnFactory(kilde__helhedsplan=plan, kilde__navn="Kommunen", aar=2020)

    assert "Kommunen: Leverancer kontant er ikke skrevet ind. Lovet 100.000 kr." in str(
        punkter(hent(client, plan, formand), 3)
    ).replace("\u00a0", " ")


def test_eftersynets_moeder_staar_paa_siden_for_dem_der_ser_dem(client, plan, projektleder, bestyrelsesmedlem):
    moede = MoedeFactory(organ__helhedsplan=plan, art="eftersyn", kladde=True)
    vej = f'href="{reverse("moeder:moede_detalje", args=[plan.slug, moede.kode])}"'
    for person, antal in ((projektleder, 1), (bestyrelsesmedlem, 0)):
        assert hent(client, plan, person).content.decode().count(vej) == antal


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, antal, django_assert_num_queries):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    for nr in range(antal):
        AktivitetFactory(delaftale=delaftale)
        RestmidlerFactory(helhedsplan=plan, aar=2019 + nr)
        FristFactory(helhedsplan=plan, navn=f"Frist {nr}", dato=date(2022, 7, 1))
        MoedeFactory(organ__helhedsplan=plan, art="eftersyn")
    client.force_login(projektleder)
    with django_assert_num_queries(58):
        client.get(reverse("overblik:eftersyn", args=[plan.slug]))


def test_overblikket_har_veje_til_aarshjul_og_eftersyn_for_dem_der_ser_dem(client, plan, formand, medarbejder, lbf):
    for person, antal in ((formand, (1, 1)), (medarbejder, (1, 0)), (lbf, (0, 0))):
        client.force_login(person)
        side = client.get(reverse("overblik:overblik", args=[plan.slug])).content.decode()
        veje = (f'href="{reverse(f"overblik:{navn}", args=[plan.slug])}"' for navn in ("aarshjul", "eftersyn"))
        assert tuple(side.count(vej) for vej in veje) == antal

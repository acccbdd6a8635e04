"""The board's page says what the board is to decide at its next called meeting, and nothing when there is none."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from moeder.statuses import Moedetilstand
from tests.factories import OrganFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, ReferatFactory, sid_i

pytestmark = pytest.mark.django_db


@pytest.fixture
def bestyrelsen(plan):
    return OrganFactory(helhedsplan=plan, art="bestyrelse")


def beslut(client, plan, person):
    client.force_login(person)
    return client.get(reverse("overblik:overblik", args=[plan.slug])).context["beslut"]


def test_beslutningspunkterne_staar_med_deres_numre(client, plan, formand, projektleder, bestyrelsen):
    moede = MoedeFactory(organ=bestyrelsen)
    BehandlingFactory(moede=moede, art="O", titel="Orientering om tal")
    punkt = BehandlingFactory(moede=moede, art="B", titel="Ny lektiecafé")
    MoedeFactory(organ=bestyrelsen, begynder=timezone.now() + timedelta(days=60))
    side = beslut(client, plan, formand)
    assert (side.moede, side.overskrift) == (moede.kode, "Det skal I beslutte")
    assert [(et.noegle, et.nr, et.titel) for et in side.punkter] == [(punkt.pk, 2, "Ny lektiecafé")]
    assert beslut(client, plan, projektleder).overskrift == "Det skal bestyrelsen beslutte"


@pytest.mark.parametrize(
    ("felter", "art"),
    [
        ({"kladde": True}, "B"),
        ({"holdt": True}, "B"),
        ({"tilstand": Moedetilstand.AFLYST, "aflyst_grund": "Sygdom"}, "B"),
        ({}, "D"),
    ],
)
def test_uden_et_indkaldt_moede_med_beslutninger_staar_der_intet(client, plan, projektleder, bestyrelsen, felter, art):
    BehandlingFactory(moede=MoedeFactory(organ=bestyrelsen, **felter), art=art)
    assert beslut(client, plan, projektleder) is None


def test_et_andet_organs_beslutninger_er_ikke_bestyrelsens(client, plan, formand):
    BehandlingFactory(moede=MoedeFactory(organ=OrganFactory(helhedsplan=plan)), art="B")
    assert beslut(client, plan, formand) is None


def test_et_lukket_punkt_ses_ikke_af_den_der_ikke_sidder_der(client, plan, formand, bestyrelsen):
    BehandlingFactory(moede=MoedeFactory(organ=bestyrelsen), art="B", lukket=True)
    assert beslut(client, plan, formand) is None


def test_den_der_ikke_ser_dagsordenen_ser_intet(client, plan, foelgegruppemedlem, bestyrelsen):
    BehandlingFactory(moede=MoedeFactory(organ=bestyrelsen), art="B")
    assert beslut(client, plan, foelgegruppemedlem) is None


def test_et_referat_der_venter_paa_mig_er_to_klik_fra_godkendt(client, plan, formand, bestyrelsesmedlem, bestyrelsen):
    sid_i(bestyrelsen, formand)
    moede = MoedeFactory(organ=bestyrelsen, holdt=True)
    ReferatFactory(moede=moede, tilstand="kommentering", kommentarfrist_dato=date(2022, 6, 29))
    sider = []
    for person in (formand, bestyrelsesmedlem):  # the other one has no seat
        client.force_login(person)
        sider.append(client.get(reverse("overblik:overblik", args=[plan.slug])).context["referater"])

    assert [[et.url for et in referater] for referater in sider] == [
        [reverse("moeder:referat", args=[plan.slug, moede.kode])], []
    ]  # fmt: skip

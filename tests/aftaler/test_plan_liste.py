"""Choosing a plan: whoever has one is taken to it, whoever has none gets a sentence."""

import pytest
from django.urls import reverse

from brugere.roles import Rolle
from tests.factories import BrugerFactory, MedlemskabFactory

pytestmark = pytest.mark.django_db


def navne(svar):
    return [et["plan"].navn for et in svar.context["planer"]]


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, django_assert_num_queries, antal):
    bruger = BrugerFactory()
    MedlemskabFactory.create_batch(antal, bruger=bruger)
    client.force_login(bruger)

    with django_assert_num_queries(5):  # session, person, memberships for the page, may create, and for the bar
        svar = client.get("/planer/?alle=1")

    assert len(navne(svar)) == antal


def test_med_en_plan_er_man_der_straks(client, plan, projektleder):
    client.force_login(projektleder)

    svar = client.get("/planer/")

    assert svar.status_code == 302
    assert svar.url == reverse("overblik:overblik", args=[plan.slug])


@pytest.mark.parametrize(
    ("rolle", "side"),
    [
        (Rolle.PROJEKTLEDER, "overblik:overblik"),
        (Rolle.BESTYRELSE, "overblik:overblik"),
        (Rolle.LBF, "aftaler:aftale"),
        (Rolle.REVISOR, "dokumenter:papir_liste"),
    ],
)
def test_rollen_afgoer_hvor_man_begynder(client, plan, rolle, side):
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)

    assert client.get("/planer/").url == reverse(side, args=[plan.slug])


def test_to_roller_i_samme_plan_begynder_ved_overblikket(client, plan, lbf):
    MedlemskabFactory(helhedsplan=plan, bruger=lbf, rolle=Rolle.BESTYRELSE)
    client.force_login(lbf)

    assert client.get("/planer/").url == reverse("overblik:overblik", args=[plan.slug])


def test_flere_planer_staar_i_navneorden_med_ens_rolle(client):
    bruger = BrugerFactory()
    MedlemskabFactory(bruger=bruger, helhedsplan__navn="Vesterby", rolle=Rolle.REVISOR)
    MedlemskabFactory(bruger=bruger, helhedsplan__navn="Engparken", rolle=Rolle.FORMAND)
    MedlemskabFactory(helhedsplan__navn="En andens plan")
    client.force_login(bruger)

    svar = client.get("/planer/")

    assert navne(svar) == ["Engparken", "Vesterby"]
    assert [et["rolle"] for et in svar.context["planer"]] == ["formand", "revisor"]


def test_uden_plan_staar_der_en_saetning_og_ingen_knap(client, uden_plan):
    client.force_login(uden_plan)

    svar = client.get("/planer/").content.decode()

    assert "Du er ikke med i nogen plan endnu." in svar
    assert "Opret plan" not in svar


def test_et_udloebet_medlemskab_er_ingen_plan(client, uden_plan):
    MedlemskabFactory(bruger=uden_plan, til_dato="2020-01-01")
    client.force_login(uden_plan)

    assert navne(client.get("/planer/")) == []


def test_sitets_administrator_kan_oprette_og_saette_op(client):
    client.force_login(BrugerFactory(is_superuser=True, is_staff=True))

    svar = client.get("/planer/").content.decode()

    assert reverse("aftaler:plan_opret") in svar
    assert reverse("admin:index") in svar

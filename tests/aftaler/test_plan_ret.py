"""Correcting a plan's facts: nobody overwrites unseen, and period and template stand fast once they are in use."""

import pytest
from django.urls import reverse

from aftaler.models import Bevillingsperiode, Skabelon
from tests.factories import IndsatsomraadeFactory

pytestmark = pytest.mark.django_db


def felter(plan, **andre):
    return {
        "navn": plan.navn,
        "omraade": plan.omraade,
        "kommune": plan.kommune,
        "bevillingsperiode": plan.bevillingsperiode_id,
        "skabelon": plan.skabelon_id,
        "start_dato": plan.start_dato.isoformat(),
        "slut_dato": plan.slut_dato.isoformat(),
        "lbf_sagsnr": plan.lbf_sagsnr,
        "fase": plan.fase,
        "udgave": plan.udgave,
        **andre,
    }


@pytest.fixture
def url(plan, client, projektleder):
    client.force_login(projektleder)
    return reverse("aftaler:plan_ret", args=[plan.slug])


def test_oplysningerne_rettes(client, plan, url):
    svar = client.post(url, felter(plan, navn="Nyt navn", fase="afsluttet"))

    plan.refresh_from_db()
    assert svar.status_code == 302
    assert (plan.navn, plan.fase, plan.udgave) == ("Nyt navn", "afsluttet", 2)


def test_siden_viser_det_der_staar(client, plan, url):
    assert f'value="{plan.navn}"' in client.get(url).content.decode()


def test_den_der_gemmer_sidst_ser_begge_tekster(client, plan, url, sekretariat):
    foer = felter(plan, navn="Mit navn")
    client.force_login(sekretariat)
    client.post(url, felter(plan, navn="Sekretariatets navn"))
    client.force_login(plan.medlemskaber.get(rolle="projektleder").bruger)

    svar = client.post(url, foer)

    plan.refresh_from_db()
    assert plan.navn == "Sekretariatets navn"
    assert svar.context["forskelle"] == [{"felt": "Planens navn", "deres": "Sekretariatets navn", "min": "Mit navn"}]
    assert f"{sekretariat} gemte, mens du skrev." in " ".join(svar.content.decode().split())

    client.post(url, {**foer, "udgave": svar.context["form"].data["udgave"]})
    plan.refresh_from_db()
    assert plan.navn == "Mit navn"


def test_perioden_staar_fast_naar_der_er_indsatsomraader(client, plan, url):
    IndsatsomraadeFactory(helhedsplan=plan)
    anden = Bevillingsperiode.objects.get(navn="2019-26")

    svar = client.post(url, felter(plan, bevillingsperiode=anden.pk))

    plan.refresh_from_db()
    assert plan.bevillingsperiode.navn == "2015-18"
    assert svar.context["form"].errors == {
        "bevillingsperiode": [
            "Planen har indsatsområder, som hører til perioden og skabelonen. De kan ikke skiftes ud længere."
        ]
    }


def test_skabelonen_staar_fast_naar_der_er_skrevet_tekst(client, plan, url):
    plan.samarbejdsaftale.afsnit.filter(skabelonafsnit__kode="formaal").update(tekst="<p>Vi vil noget.</p>")
    anden = Skabelon.objects.get(generation="A", papir="strategisk")

    svar = client.post(url, felter(plan, skabelon=anden.pk))

    plan.refresh_from_db()
    assert plan.skabelon.generation == "B"
    assert plan.samarbejdsaftale.afsnit.filter(tekst__contains="Vi vil noget").exists()
    assert list(svar.context["form"].errors) == ["skabelon"]


def test_en_tom_plan_kan_skifte_skabelon_og_faar_dens_afsnit(client, plan, url):
    anden = Skabelon.objects.get(generation="A", papir="strategisk")

    client.post(url, felter(plan, skabelon=anden.pk))

    plan.refresh_from_db()
    assert plan.skabelon == anden
    assert {et.skabelonafsnit.skabelon for et in plan.samarbejdsaftale.afsnit.all()} == {anden}

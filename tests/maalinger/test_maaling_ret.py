"""Correcting a figure: the row's history keeps the old one, and nobody overwrites what they have not seen."""

from decimal import Decimal

import pytest
import time_machine
from django.apps import apps
from django.urls import reverse

from maalinger.services import maalinger as services
from tests.factories import IndsatsomraadeFactory, MaalingFactory, SucceskriteriumFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def maaling(plan):
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3)
    return MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("21.8"))


@pytest.fixture
def ret(client, medarbejder, plan, maaling):
    client.force_login(medarbejder)

    def send(**felter):
        data = {"aar": "2021", "vaerdi": "22,4", "kilde": "Boligsociale Data", "udgave": "1", **felter}
        return client.post(reverse("maalinger:maaling_ret", args=[plan.slug, 3, maaling.pk]), data)

    return send


def test_formularen_viser_det_der_staar(client, medarbejder, plan, maaling):
    client.force_login(medarbejder)

    form = client.get(reverse("maalinger:maaling_ret", args=[plan.slug, 3, maaling.pk])).context["form"]

    assert (form["aar"].value(), form["vaerdi"].value(), form["udgave"].value()) == (2021, "21,8", 1)


def test_rettelsen_gemmes_og_det_gamle_tal_staar_i_historien(ret, medarbejder, maaling):
    assert ret().status_code == 302

    maaling.refresh_from_db()
    haendelser = apps.get_model("maalinger.MaalingEvent").objects.filter(pgh_obj=maaling).order_by("pgh_id")
    assert (maaling.vaerdi, maaling.udgave, maaling.rettet_af) == (Decimal("22.4"), 2, medarbejder)
    assert [et.vaerdi for et in haendelser] == [Decimal("21.8"), Decimal("22.4")]


def test_har_en_anden_gemt_imens_vises_begges_tal(ret, projektleder, maaling):
    services.ret_maaling(
        maaling,
        services.Indtastet(maaling.fra_dato, maaling.til_dato, "Boligsociale Data", Decimal("23.9")),
        udgave=1,
        af=projektleder,
    )

    svar = ret()

    maaling.refresh_from_db()
    assert maaling.vaerdi == Decimal("23.9")
    assert svar.context["form"].forskelle == [("Tal", "23,9", "22,4")]
    assert svar.context["form"]["vaerdi"].value() == "22,4"
    assert f"{projektleder} gemte kl. 12.00, mens du skrev" in svar.content.decode()


def test_efter_at_have_set_begge_kan_man_gemme_sit_eget(ret, projektleder, maaling):
    services.ret_maaling(
        maaling,
        services.Indtastet(maaling.fra_dato, maaling.til_dato, "Boligsociale Data", Decimal("23.9")),
        udgave=1,
        af=projektleder,
    )

    udgave = ret().context["form"]["udgave"].value()

    assert ret(udgave=udgave).status_code == 302
    maaling.refresh_from_db()
    assert maaling.vaerdi == Decimal("22.4")


def test_en_rettelse_kan_ikke_lande_paa_en_anden_maalings_periode(ret, maaling):
    MaalingFactory(kriterium=maaling.kriterium, aar=2020)

    svar = ret(aar="2020")

    assert svar.context["form"].non_field_errors() == ["Der er allerede en måling for den periode. Ret den i stedet."]
    maaling.refresh_from_db()
    assert maaling.fra_dato.year == 2021


def test_kommunens_tal_bliver_staaende_naar_andet_rettes(ret, maaling):
    maaling.reference_navn, maaling.reference_vaerdi = "Lemvig Kommune", Decimal("14.5")
    maaling.save()

    ret(reference_vaerdi="14,5")

    maaling.refresh_from_db()
    assert (maaling.reference_navn, maaling.reference_vaerdi) == ("Lemvig Kommune", Decimal("14.5"))


def test_et_opdigtet_tal_der_rettes_er_ikke_opdigtet_mere(ret, maaling):
    maaling.eksempel = True
    maaling.save()

    ret()

    maaling.refresh_from_db()
    assert maaling.eksempel is False


def test_en_anden_plans_maaling_findes_ikke(client, medarbejder, plan, maaling):
    fremmed = MaalingFactory()
    client.force_login(medarbejder)

    assert client.get(reverse("maalinger:maaling_ret", args=[plan.slug, 3, fremmed.pk])).status_code == 404

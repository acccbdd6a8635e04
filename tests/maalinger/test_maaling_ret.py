"""Mending a figure that isn't approved, and correcting one that is: nothing is overwritten unseen, nothing is lost."""

from decimal import Decimal

import pytest
import time_machine
from django.apps import apps
from django.core.files.base import ContentFile
from django.urls import reverse

from maalinger.models import Maaling
from maalinger.services import godkendelse
from maalinger.services import maalinger as services
from maalinger.statuses import Maalingstilstand
from tests.factories import IndsatsomraadeFactory, MaalingFactory, SucceskriteriumFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3)


@pytest.fixture
def kladde(kriterium, medarbejder):
    return MaalingFactory(
        kriterium=kriterium, aar=2021, vaerdi=Decimal("21.8"), registreret_af=medarbejder, kladde=True
    )


@pytest.fixture
def godkendt(kriterium):
    return MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("21.8"))


@pytest.fixture
def ret(client, medarbejder, plan):
    client.force_login(medarbejder)

    def send(maaling, **felter):
        data = {"aar": "2021", "vaerdi": "22,4", "kilde": "Boligsociale Data", "udgave": "1", "valg": "kladde"}
        return client.post(reverse("maalinger:maaling_ret", args=[plan.slug, 3, maaling.pk]), {**data, **felter})

    return send


def indtastet(maaling, vaerdi):
    return services.Indtastet(maaling.fra_dato, maaling.til_dato, "Boligsociale Data", Decimal(vaerdi))


def test_formularen_viser_det_der_staar(client, medarbejder, plan, kladde):
    client.force_login(medarbejder)

    form = client.get(reverse("maalinger:maaling_ret", args=[plan.slug, 3, kladde.pk])).context["form"]

    assert (form["aar"].value(), form["vaerdi"].value(), form["udgave"].value()) == (2021, "21,8", 1)


def test_en_kladde_rettes_og_det_gamle_tal_staar_i_raekkens_historie(ret, medarbejder, kladde):
    assert ret(kladde).status_code == 302

    kladde.refresh_from_db()
    haendelser = apps.get_model("maalinger.MaalingEvent").objects.filter(pgh_obj=kladde).order_by("pgh_id")
    assert (kladde.vaerdi, kladde.udgave, kladde.rettet_af) == (Decimal("22.4"), 2, medarbejder)
    assert [et.vaerdi for et in haendelser] == [Decimal("21.8"), Decimal("22.4")]


def test_gem_og_send_sender_den_rettede(ret, kladde):
    ret(kladde, valg="send")

    kladde.refresh_from_db()
    assert (kladde.vaerdi, kladde.tilstand) == (Decimal("22.4"), Maalingstilstand.SENDT)


def test_har_en_anden_gemt_imens_vises_begges_tal(ret, projektleder, kladde):
    services.ret_maaling(kladde, indtastet(kladde, "23.9"), udgave=1, af=projektleder)

    svar = ret(kladde)

    kladde.refresh_from_db()
    assert kladde.vaerdi == Decimal("23.9")
    assert svar.context["form"].forskelle == [("Tal", "23,9", "22,4")]
    assert svar.context["form"]["vaerdi"].value() == "22,4"
    assert f"{projektleder} gemte kl. 12.00, mens du skrev" in svar.content.decode()


def test_efter_at_have_set_begge_kan_man_gemme_sit_eget(ret, projektleder, kladde):
    services.ret_maaling(kladde, indtastet(kladde, "23.9"), udgave=1, af=projektleder)

    udgave = ret(kladde).context["form"]["udgave"].value()

    assert ret(kladde, udgave=udgave).status_code == 302
    kladde.refresh_from_db()
    assert kladde.vaerdi == Decimal("22.4")


def test_en_rettelse_kan_ikke_lande_paa_en_anden_maalings_periode(ret, kladde):
    MaalingFactory(kriterium=kladde.kriterium, aar=2020)

    svar = ret(kladde, aar="2020")

    assert svar.context["form"].non_field_errors() == [
        "Der er allerede en måling godkendt for den periode. Ret den i stedet."
    ]
    kladde.refresh_from_db()
    assert kladde.fra_dato.year == 2021


def test_kommunens_tal_bliver_staaende_naar_andet_rettes(ret, kladde):
    kladde.reference_navn, kladde.reference_vaerdi = "Lemvig Kommune", Decimal("14.5")
    kladde.save()

    ret(kladde, reference_vaerdi="14,5")

    kladde.refresh_from_db()
    assert (kladde.reference_navn, kladde.reference_vaerdi) == ("Lemvig Kommune", Decimal("14.5"))


def test_et_opdigtet_tal_der_rettes_er_ikke_opdigtet_mere(ret, kladde):
    kladde.eksempel = True
    kladde.save()

    ret(kladde)

    kladde.refresh_from_db()
    assert kladde.eksempel is False


def test_en_sendt_maaling_kan_ikke_rettes_men_tages_hjem(client, ret, medarbejder, plan, kriterium):
    sendt = MaalingFactory(kriterium=kriterium, aar=2021, registreret_af=medarbejder, sendt=True)
    url = reverse("maalinger:maaling_ret", args=[plan.slug, 3, sendt.pk])

    svar = ret(sendt)

    assert svar.context["form"].non_field_errors() == [
        f"Målingen er sendt af {medarbejder} og venter på godkendelse. Tag den hjem, før den rettes."
    ]
    assert svar.context["form"]["vaerdi"].value() == "22,4"
    assert client.get(url).url == reverse("maalinger:maaling_detalje", args=[plan.slug, 3, sendt.pk])


def test_rettelsen_af_et_godkendt_tal_er_en_ny_raekke_og_det_gamle_gaelder_imens(ret, medarbejder, godkendt):
    ret(godkendt, valg="send")

    rettelse = Maaling.objects.exclude(pk=godkendt.pk).get()
    godkendt.refresh_from_db()
    assert (godkendt.vaerdi, godkendt.tilstand) == (Decimal("21.8"), Maalingstilstand.GODKENDT)
    assert (rettelse.erstatter, rettelse.vaerdi, rettelse.tilstand, rettelse.registreret_af) == (
        godkendt,
        Decimal("22.4"),
        Maalingstilstand.SENDT,
        medarbejder,
    )


def test_bilaget_foelger_med_over_i_rettelsen(ret, godkendt, kriterium):
    MaalingFactory(
        kriterium=kriterium, aar=2020, bilag=ContentFile(b"%PDF-1.4", "udtraek.pdf"), bilag_navn="udtræk.pdf"
    )
    gammel = Maaling.objects.get(fra_dato__year=2020)

    ret(gammel, aar="2020")

    rettelse = Maaling.objects.get(erstatter=gammel)
    assert (rettelse.bilag.name, rettelse.bilag_navn) == (gammel.bilag.name, "udtræk.pdf")


def test_en_rettelse_ad_gangen(client, ret, plan, godkendt):
    ret(godkendt)
    rettelse = Maaling.objects.get(erstatter=godkendt)

    svar = ret(godkendt)

    assert svar.context["form"].non_field_errors() == ["Der er allerede en rettelse på vej. Gør den færdig først."]
    assert svar.context["findes"] == rettelse
    url = reverse("maalinger:maaling_ret", args=[plan.slug, 3, godkendt.pk])
    assert client.get(url).url == reverse("maalinger:maaling_ret", args=[plan.slug, 3, rettelse.pk])


def test_godkendes_rettelsen_er_det_gamle_erstattet_og_begge_staar_i_historien(
    client, ret, projektleder, plan, godkendt
):
    ret(godkendt, valg="send")
    rettelse = Maaling.objects.get(erstatter=godkendt)

    godkendelse.godkend_maaling(rettelse, udgave=1, af=projektleder)

    side = client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, 3])).context["side"]
    assert [(et.vaerdi, et.tilstand) for et in side.historie] == [
        (Decimal("21.8"), Maalingstilstand.ERSTATTET),
        (Decimal("22.4"), Maalingstilstand.GODKENDT),
    ]
    assert side.linje.opfyldelse.vaerdi == Decimal("22.4")


def test_en_anden_plans_maaling_findes_ikke(client, medarbejder, plan, kladde):
    fremmed = MaalingFactory()
    client.force_login(medarbejder)

    assert client.get(reverse("maalinger:maaling_ret", args=[plan.slug, 3, fremmed.pk])).status_code == 404

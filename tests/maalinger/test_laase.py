"""Locked periods: no figure is written, sent or approved in one; unlocking leaves both reasons behind."""

import threading
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from kerne.models import Haendelse
from maalinger.models import Maaling, Periodelaas
from maalinger.rules import laase
from maalinger.services import godkendelse, maalinger
from maalinger.services import laase as services
from maalinger.services.laase import ErLaast, KanIkkeLaases
from tests.factories import (
    IndsatsomraadeFactory,
    MaalingFactory,
    MedlemskabFactory,
    PeriodelaasFactory,
    SucceskriteriumFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3, navn="Fraflytning")


@pytest.fixture
def laas(plan, sekretariat):
    return PeriodelaasFactory(
        helhedsplan=plan, laast_af=sekretariat, fra_dato=date(2021, 1, 1), til_dato=date(2021, 12, 31)
    )


def indtastet(aar):
    return maalinger.Indtastet(date(aar, 1, 1), date(aar, 12, 31), "Udtræk", Decimal("22.4"))


@pytest.mark.regel("periode-er-laast")
@pytest.mark.parametrize(
    ("dag", "laast"),
    [
        (date(2020, 12, 31), False),
        (date(2021, 1, 1), True),
        (date(2021, 12, 31), True),
        (date(2022, 1, 1), False),
    ],
)
def test_et_tal_hoerer_til_den_periode_det_slutter_i(dag, laast):
    en = Periodelaas(fra_dato=date(2021, 1, 1), til_dato=date(2021, 12, 31))

    assert laase.laast([en], dag) == (en if laast else None)


@pytest.mark.regel("periode-laases-en-gang")
@pytest.mark.parametrize(
    ("fra", "til", "fejl"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), []),
        (date(2022, 12, 31), date(2022, 1, 1), ["Perioden kan ikke slutte, før den begynder."]),
        (
            date(2021, 12, 31),
            date(2022, 6, 30),
            ["1. januar – 31. december 2021 er allerede låst. Vælg datoer uden for den periode."],
        ),
    ],
)
def test_en_periode_laases_ikke_oven_i_en_anden(fra, til, fejl):
    en = Periodelaas(fra_dato=date(2021, 1, 1), til_dato=date(2021, 12, 31))

    assert [et.replace("\u00a0", " ") for et in laase.fejl_i_laasen(fra, til, [en])] == fejl


def test_perioden_laases_fra_siden_og_staar_paa_listen(client, plan, sekretariat):
    client.force_login(sekretariat)
    data = {"fra_dato": "2021-01-01", "til_dato": "2021-12-31", "grund": "Regnskabet for 2021 er godkendt."}

    svar = client.post(reverse("maalinger:laas_opret", args=[plan.slug]), data, follow=True)

    laas = Periodelaas.objects.get()
    assert svar.context["gaelder"] == [laas]
    assert (laas.laast_af, laas.grund) == (sekretariat, "Regnskabet for 2021 er godkendt.")
    assert Haendelse.objects.get().hvad.endswith("2021: Regnskabet for 2021 er godkendt.")


def test_en_laast_periode_naevner_laasen_og_hvem_der_kan_aabne_den(
    client, plan, medarbejder, sekretariat, kriterium, laas
):
    client.force_login(medarbejder)
    data = {"aar": "2021", "vaerdi": "22,4", "kilde": "Udtræk", "valg": "send"}

    svar = client.post(reverse("maalinger:maaling_opret", args=[plan.slug, 3]), data)

    assert [et.replace("\u00a0", " ") for et in svar.context["form"].non_field_errors()] == [
        f"Perioden 1. januar – 31. december 2021 blev låst 2. juni 2022 af {sekretariat}: Regnskabet er godkendt. "
        "Projektlederen eller sekretariatet kan låse den op."
    ]
    assert svar.context["form"]["vaerdi"].value() == "22,4"
    assert Maaling.objects.count() == 0


def test_alt_der_skriver_eller_godkender_et_tal_standser_ved_laasen(medarbejder, projektleder, kriterium, laas):
    kladde = MaalingFactory(kriterium=kriterium, aar=2021, registreret_af=medarbejder, kladde=True)
    godkendt = MaalingFactory(kriterium=kriterium, aar=2021)
    aaben = MaalingFactory(kriterium=kriterium, aar=2020, registreret_af=medarbejder, kladde=True)
    handlinger = [
        lambda: maalinger.registrer_maaling(kriterium, indtastet(2021), af=medarbejder),
        lambda: maalinger.ret_maaling(kladde, indtastet(2021), udgave=1, af=medarbejder),
        lambda: maalinger.ret_maaling(aaben, indtastet(2021), udgave=1, af=medarbejder),
        lambda: maalinger.ret_godkendt(godkendt, indtastet(2021), af=medarbejder),
        lambda: godkendelse.send_maaling(kladde, af=medarbejder),
        lambda: godkendelse.tag_tilbage(godkendt, grund="Forkert", af=projektleder),
    ]
    for handling in handlinger:
        with pytest.raises(ErLaast, match="Regnskabet er godkendt"):
            handling()
    Maaling.objects.filter(pk=kladde.pk).update(tilstand="sendt")
    with pytest.raises(ErLaast):
        godkendelse.godkend_maaling(kladde, udgave=1, af=projektleder)


def test_en_sendt_kan_returneres_og_tages_hjem_i_en_laast_periode(medarbejder, projektleder, kriterium, laas):
    sendt = MaalingFactory(kriterium=kriterium, aar=2021, registreret_af=medarbejder, sendt=True)

    godkendelse.returner_maaling(sendt, note="Perioden er låst.", udgave=1, af=projektleder)

    sendt.refresh_from_db()
    assert sendt.tilstand == "returneret"


def test_laast_op_med_en_grund_kan_tallet_skrives_og_begge_grunde_bliver(client, plan, projektleder, kriterium, laas):
    client.force_login(projektleder)
    url = reverse("maalinger:laas_op", args=[plan.slug, laas.pk])
    uden = client.post(url, {"grund": ""})
    assert uden.context["form"].errors == {"grund": ["Skriv, hvorfor perioden låses op."]}

    svar = client.post(url, {"grund": "Et udtræk var forkert."}, follow=True)
    maalinger.registrer_maaling(kriterium, indtastet(2021), af=projektleder)

    laas.refresh_from_db()
    assert svar.context["aabnet"] == [laas]
    assert (laas.grund, laas.oplaast_grund) == ("Regnskabet er godkendt.", "Et udtræk var forkert.")
    assert "Et udtræk var forkert." in svar.content.decode()


def test_en_periode_laases_op_en_gang(projektleder, sekretariat, laas):
    services.laas_op(laas, grund="Et udtræk var forkert.", af=projektleder)

    with pytest.raises(KanIkkeLaases, match=f"allerede låst op af {projektleder}"):
        services.laas_op(laas, grund="Igen", af=sekretariat)


def test_tjenesten_spoerger_selv_om_ret(plan, medarbejder, laas):
    with pytest.raises(PermissionDenied):
        services.laas_periode(
            plan, fra_dato=date(2020, 1, 1), til_dato=date(2020, 12, 31), grund="Godkendt", af=medarbejder
        )
    with pytest.raises(PermissionDenied):
        services.laas_op(laas, grund="Forkert", af=medarbejder)


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, antal, django_assert_num_queries):
    for aar in range(2013, 2013 + antal):
        PeriodelaasFactory(helhedsplan=plan, fra_dato=date(aar, 1, 1), til_dato=date(aar, 12, 31))
    client.force_login(projektleder)

    with django_assert_num_queries(6):
        client.get(reverse("maalinger:laas_liste", args=[plan.slug]))


def test_laases_perioden_mens_et_tal_skrives_venter_den_ene_paa_den_anden(rigtig_database, plan):
    leder = MedlemskabFactory(helhedsplan=plan).bruger
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    svar, klar = [], threading.Barrier(2)

    def goer(navn, handling):
        klar.wait()
        try:
            handling()
            svar.append(navn)
        except ErLaast:
            svar.append("stod ved låsen")
        finally:
            connection.close()

    laas = {"fra_dato": date(2021, 1, 1), "til_dato": date(2021, 12, 31), "grund": "Godkendt", "af": leder}
    traade = [
        threading.Thread(
            target=goer, args=["skrev", lambda: maalinger.registrer_maaling(kriterium, indtastet(2021), af=leder)]
        ),
        threading.Thread(target=goer, args=["låste", lambda: services.laas_periode(plan, **laas)]),
    ]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()

    skrevet = Maaling.objects.count()
    assert sorted(svar) == (["låste", "skrev"] if skrevet else ["låste", "stod ved låsen"])

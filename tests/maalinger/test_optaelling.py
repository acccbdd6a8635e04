"""A criterion that is counted up: the same figure on list and page, its months, and no figure typed beside it."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Virkning
from maalinger.models import Maaleplan
from maalinger.reports.kriterier import Kladder
from maalinger.services import maalinger as services
from overblik.reports.statuspapir import statuspapir
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    RegistreringFactory,
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
def aktivitet(omraade):
    return AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade=omraade), navn="Naboskab")


def antal_om_aaret(omraade, hvad="deltagelser", **felter):
    kriterium = SucceskriteriumFactory(
        indsatsomraade=omraade, form="antal", enhed="antal", pr="aar", retning="", sammenligning=">=",
        baseline_vaerdi=None, baseline_fra=None, baseline_til=None, maal_vaerdi=100, maal_fra=None, maal_til=None,
        **felter,
    )  # fmt: skip
    Maaleplan.objects.create(kriterium=kriterium, optaelling=hvad)
    return kriterium


def side(client, plan, kriterium, person):
    client.force_login(person)
    return client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, kriterium.nr]))


def linje(client, plan, person):
    client.force_login(person)
    svar = client.get(reverse("maalinger:kriterium_liste", args=[plan.slug]))
    ((linje,),) = [omraade.linjer for omraade in svar.context["omraader"]]
    return linje


def test_listen_og_siden_siger_samme_tal(client, plan, omraade, aktivitet, medarbejder):
    kriterium = antal_om_aaret(omraade, aktivitet=aktivitet)
    for dag, antal in ((date(2021, 3, 1), 70), (date(2021, 11, 1), 45), (date(2022, 2, 1), 30)):
        RegistreringFactory(aktivitet=aktivitet, dag=dag, deltagelser=antal)

    svar = side(client, plan, kriterium, medarbejder)

    paa_siden, paa_listen = svar.context["side"].linje.opfyldelse, linje(client, plan, medarbejder).opfyldelse
    assert paa_siden == paa_listen
    assert (paa_siden.vaerdi, paa_siden.foreloebig_tekst) == (Decimal(30), "Foreløbig (5 af 12 måneder)")
    assert [(et.raekke.periode, et.tal, et.kilde) for et in svar.context["side"].tabel][:1] == [
        ("2021", "115", "Talt op af fremmødet")
    ]


def test_papiret_har_sidens_aar_og_siger_hvor_tallene_kommer_fra(client, plan, omraade, aktivitet, medarbejder):
    """The paper's table was made without attendance: it said »ikke målt« of years that the page had figures for."""
    kriterium = antal_om_aaret(omraade, aktivitet=aktivitet)
    for dag, antal in ((date(2021, 3, 1), 70), (date(2021, 11, 1), 45), (date(2022, 2, 1), 30)):
        RegistreringFactory(aktivitet=aktivitet, dag=dag, deltagelser=antal)

    ((_, tal),) = statuspapir(plan, dato=date(2022, 6, 2), kladder=Kladder.UDEN_VERSION).par

    paa_siden = side(client, plan, kriterium, medarbejder).context["side"]
    assert (tal.tabel, tal.fremskrivning) == (paa_siden.tabel, paa_siden.fremskrivning)
    assert [(int(et.maalt.vaerdi), et.kilde) for et in tal.tal] == [
        (115, "Talt op af fremmødet"),
        (30, "Talt op af fremmødet"),
    ]


def test_maanederne_staar_paa_siden_og_smaa_tal_skjules_ikke(client, plan, omraade, aktivitet, bestyrelsesmedlem):
    kriterium = antal_om_aaret(omraade, aktivitet=aktivitet)
    RegistreringFactory(aktivitet=aktivitet, dag=date(2022, 3, 1), deltagelser=2, unikke=1)
    RegistreringFactory(aktivitet=aktivitet, dag=date(2022, 5, 1), deltagelser=1)
    VersionFactory(helhedsplan=plan)
    VersionFactory(helhedsplan=plan, delaftale=aktivitet.delaftale)

    optalt = side(client, plan, kriterium, bestyrelsesmedlem).context["side"].linje.optalt

    assert [(et.navn, et.deltagelser, et.personer) for et in optalt.maaneder] == [
        ("maj 2022", "1", ""),
        ("marts 2022", "2", "mindst 1"),
    ]


@pytest.mark.regel("optaellingens-aktiviteter")
def test_uden_egen_aktivitet_taeller_de_der_virker_direkte(client, plan, omraade, aktivitet, medarbejder):
    kriterium = antal_om_aaret(omraade)
    anden = AktivitetFactory(delaftale=aktivitet.delaftale)
    Virkning.objects.create(aktivitet=aktivitet, kriterium=kriterium, art="direkte")
    Virkning.objects.create(aktivitet=anden, kriterium=kriterium, art="indirekte")
    RegistreringFactory(aktivitet=aktivitet, deltagelser=30)
    RegistreringFactory(aktivitet=anden, deltagelser=500)

    assert linje(client, plan, medarbejder).opfyldelse.vaerdi == Decimal(30)


@pytest.mark.regel("optaellingens-aktiviteter")
def test_egen_aktivitet_gaar_forud_for_dem_der_virker(client, plan, omraade, aktivitet, medarbejder):
    kriterium = antal_om_aaret(omraade, aktivitet=aktivitet)
    anden = AktivitetFactory(delaftale=aktivitet.delaftale)
    Virkning.objects.create(aktivitet=anden, kriterium=kriterium, art="direkte")
    RegistreringFactory(aktivitet=aktivitet, deltagelser=30)
    RegistreringFactory(aktivitet=anden, deltagelser=500)

    assert linje(client, plan, medarbejder).opfyldelse.vaerdi == Decimal(30)


def test_fem_der_kommer_ti_gange_er_ikke_halvtreds(client, plan, omraade, aktivitet, medarbejder):
    antal_om_aaret(omraade, "unikke", aktivitet=aktivitet)
    for uge in range(10):
        RegistreringFactory(aktivitet=aktivitet, dag=date(2022, 1, 3 + uge), deltagelser=5, unikke=5)

    svar = linje(client, plan, medarbejder).opfyldelse

    assert svar.vaerdi == Decimal(5)
    assert svar.saetning.startswith("Mindst 5 ")


@pytest.mark.regel("optalt-skrives-ikke-i-haanden")
def test_hvor_fremmoedet_giver_et_tal_skrives_der_ikke_et_i_haanden(plan, omraade, aktivitet, medarbejder):
    kriterium = antal_om_aaret(omraade, aktivitet=aktivitet)
    RegistreringFactory(aktivitet=aktivitet, dag=date(2021, 3, 1))

    def skriv(aar):
        tal = services.Indtastet(date(aar, 1, 1), date(aar, 12, 31), "Egen liste", Decimal(40))
        return services.registrer_maaling(kriterium, tal, af=medarbejder)

    with pytest.raises(services.KanIkkeRegistreres) as fejl:
        skriv(2021)
    assert fejl.value.messages == ["Tallet for 2021 tælles op af fremmødet. Ret fremmødet i stedet."]
    assert skriv(2020).pk is not None


def test_tal_fra_foer_fremmoedet_staar_ved_siden_af(client, plan, omraade, aktivitet, medarbejder):
    kriterium = antal_om_aaret(omraade, aktivitet=aktivitet)
    for aar, tal in ((2020, 90), (2021, 999)):
        MaalingFactory(kriterium=kriterium, aar=aar, vaerdi=tal)
    RegistreringFactory(aktivitet=aktivitet, dag=date(2021, 3, 1), deltagelser=104)

    maalinger = linje(client, plan, medarbejder).maalinger

    assert [(et.til.year, int(et.vaerdi)) for et in maalinger] == [(2020, 90), (2021, 104)]


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, omraade, medarbejder, antal, django_assert_num_queries):
    delaftale = DelaftaleFactory(indsatsomraade=omraade)
    for _ in range(antal):
        aktivitet = AktivitetFactory(delaftale=delaftale)
        antal_om_aaret(omraade, aktivitet=aktivitet)
        RegistreringFactory.create_batch(2, aktivitet=aktivitet)
    client.force_login(medarbejder)

    with django_assert_num_queries(14):
        client.get(reverse("maalinger:kriterium_liste", args=[plan.slug]))

"""What waits for a person over all plans, and whom they wait for."""

from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Milepael, Vilkaar
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer
from aftaler.services.aendringer import Trinforslag
from brugere.roles import Rolle
from overblik.rules.min_side import Hast, Ting, har_pligter, hast, i_orden, navne, om_dage, overskrift
from overblik.statuses import Pligt
from tests.factories import (
    DelaftaleFactory,
    FristFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    MedlemskabFactory,
    OrganFactory,
    OrganmedlemFactory,
    PersonFactory,
    PladsFactory,
    SucceskriteriumFactory,
    VersionFactory,
)
from tests.moeder.factories import OpgaveFactory

DAG = date(2022, 6, 2)
I_DAG = datetime(2022, 6, 2, 12, tzinfo=timezone.get_default_timezone())


@pytest.mark.regel("hvad-haster")
@pytest.mark.parametrize(
    ("dato", "svar"),
    [
        (None, Hast.UDEN_DATO),
        (date(2022, 6, 1), Hast.FORSINKET),
        (date(2022, 6, 2), Hast.SNART),
        (date(2022, 6, 9), Hast.SNART),
        (date(2022, 6, 10), Hast.SENERE),
    ],
)
def test_hvad_der_haster(dato, svar):
    assert hast(dato, DAG) == svar


@pytest.mark.regel("pligter-efter-slut")
@pytest.mark.parametrize(
    ("dag", "svar"), [(date(2023, 4, 30), True), (date(2025, 4, 30), True), (date(2025, 5, 1), False)]
)
def test_en_plan_har_pligter_til_to_aar_efter_sin_slutning(dag, svar):
    assert har_pligter(slut=date(2023, 4, 30), dag=dag) is svar


def test_tingene_staar_efter_hast_og_dato():
    ting = [Ting(navn, "", "Plan", "/", dato, pligt=Pligt.FRIST) for navn, dato in [
        ("c", None), ("b", date(2022, 6, 30)), ("a", date(2022, 5, 1)), ("d", date(2022, 4, 1)), ("e", DAG),
    ]]  # fmt: skip
    assert [(et.hast.value, [t.hvad for t in et.ting]) for et in i_orden(ting, DAG)] == [
        ("Forsinket", ["d", "a"]),
        ("De næste syv dage", ["e"]),
        ("Senere", ["b"]),
        ("Uden dato", ["c"]),
    ]


@pytest.mark.parametrize(
    ("antal", "ord_"), [(0, "Intet venter på dig"), (1, "Én ting venter på dig"), (7, "Syv ting venter på dig")]
)
def test_overskriften_taeller(antal, ord_):
    assert overskrift(antal) == ord_


@pytest.mark.parametrize(
    ("dato", "ord_"),
    [
        (date(2022, 6, 1), "i går"), (DAG, "i dag"), (date(2022, 6, 3), "i morgen"),
        (date(2022, 6, 7), "om 5 dage"), (date(2022, 5, 1), "32 dage siden"),
    ],
)  # fmt: skip
def test_dage_i_ord(dato, ord_):
    assert om_dage(dato, DAG) == ord_


@pytest.mark.parametrize(
    ("ordene", "svar"),
    [(["A"], "A"), (["A", "B", "A"], "A og B"), (["A", "B", "C"], "A, B og C"), (list("ABCDE"), "A, B, C og 2 til")],
)
def test_navne_naevnes_og_resten_taelles(ordene, svar):
    assert navne(ordene) == svar


# The page ----------------------------------------------------------------------------------------------

pytestmark = pytest.mark.django_db


@pytest.fixture
def vis(client):
    def vis(bruger):
        client.force_login(bruger)
        with time_machine.travel(I_DAG):
            return client.get(reverse("min_side"))

    return vis


def indsend(plan, delaftale, *, af):
    return aendringer.indsend(
        plan, delaftale, grund="Den første", oensket_fra=plan.start_dato, rute=[Trinforslag(BESTYRELSEN)], af=af
    )


def ting(svar):
    return [(et.hvad, et.dato) for gruppe in svar.context["side"].grupper for et in gruppe.ting]


def test_uden_noget_at_goere_siger_siden_det(vis, revisor):
    svar = vis(revisor)
    assert "Intet venter på dig" in svar.content.decode()
    assert ting(svar) == []


def test_den_der_kan_godkende_ser_hvad_der_er_sendt_og_af_hvem(vis, plan, projektleder, medarbejder):
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), navn="Fraflytning")
    for aar in (2020, 2021):
        MaalingFactory(
            kriterium=kriterium, aar=aar, sendt=True, registreret_af=medarbejder,
            sendt_tidspunkt=datetime(2022, 5, 31, 9, tzinfo=I_DAG.tzinfo),
        )  # fmt: skip

    svar = vis(projektleder)

    assert ting(svar) == [("Godkend to målinger", None)]
    assert f"{medarbejder} sendte dem, den første 31.\u00a0maj: Fraflytning." in svar.content.decode()
    assert [et.hvad for et in vis(medarbejder).context["side"].venter] == ["godkender Fraflytning"]


def test_det_returnerede_kommer_med_beskeden(vis, plan, medarbejder):
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), navn="Fraflytning")
    maaling = MaalingFactory(kriterium=kriterium, returneret=True, registreret_af=medarbejder)

    svar = vis(medarbejder)

    assert ting(svar) == [("Ret målingen af Fraflytning", None)]
    assert f"{maaling.afgjort_af} skriver: Tallet er for hele kommunen. Hent planens." in svar.content.decode()


def test_frister_og_milepaele_er_for_dem_der_kan_goere_noget_ved_dem(vis, plan, projektleder, medarbejder, formand):
    FristFactory(helhedsplan=plan, navn="Regnskab", dato=date(2022, 6, 30))
    Milepael.objects.create(helhedsplan=plan, navn="Første møde", frist_dato=date(2022, 5, 1))

    assert ting(vis(projektleder)) == [
        ("Nå milepælen »Første møde«", date(2022, 5, 1)),
        ("Regnskab", date(2022, 6, 30)),
    ]
    assert ting(vis(medarbejder)) == [("Nå milepælen »Første møde«", date(2022, 5, 1))]
    assert ting(vis(formand)) == []


def test_en_plan_der_er_slut_for_laenge_siden_minder_ikke_om_sine_frister(vis, plan, projektleder):
    FristFactory(helhedsplan=plan, navn="Regnskab", dato=date(2019, 6, 30))
    plan.slut_dato = date(2020, 5, 1)
    plan.save()

    assert ting(vis(projektleder)) == []


def test_formanden_beslutter_og_projektlederen_venter(vis, plan, projektleder, formand):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    with time_machine.travel(I_DAG):
        indsend(plan, delaftale, af=projektleder)

    assert [et[0] for et in ting(vis(formand))] == ["Beslut ændringen af delaftale 5.1 tryghed og trivsel"]
    assert [(et.hvem, et.siden) for et in vis(projektleder).context["side"].venter] == [
        ("Bestyrelsen", "Sendt 2.\u00a0juni")
    ]


def test_vilkaar_foelges_af_dem_der_indsender(vis, plan, projektleder, formand):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    trin = indsend(plan, delaftale, af=projektleder).trin.get()
    Vilkaar.objects.create(trin=trin, tekst="Ny milepælsplan", frist_dato=date(2022, 8, 1))

    assert ("Opfyld vilkåret »Ny milepælsplan«", date(2022, 8, 1)) in ting(vis(projektleder))


def test_det_der_skal_maales_staar_med_sin_frist(vis, plan, medarbejder):
    SucceskriteriumFactory(
        indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), navn="Fraflytning", foerste_frist=date(2022, 4, 15)
    )
    VersionFactory(helhedsplan=plan)

    assert ting(vis(medarbejder)) == [("Mål Fraflytning", date(2022, 4, 15))]


def test_det_man_har_lovet_paa_et_moede_staar_med_sin_dag(vis, plan, formand):
    ejer = PersonFactory(helhedsplan=plan, bruger=formand)
    OpgaveFactory(helhedsplan=plan, ejer=ejer, tekst="Ring til skolen", frist_dato=date(2022, 6, 7))

    assert ting(vis(formand)) == [("Ring til skolen", date(2022, 6, 7))]


def test_en_plads_hvis_periode_udloeber_uden_en_ny_er_for_den_der_retter_aftalen(vis, plan, projektleder, formand):
    bestyrelse = OrganFactory(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen")
    for navn, til in (("Fagleder", date(2022, 8, 31)), ("Direktør", date(2022, 8, 31)), ("Beboer", date(2022, 12, 31))):
        plads = PladsFactory(organ=bestyrelse, betegnelse=navn)
        OrganmedlemFactory(plads=plads, fra_dato=date(2019, 5, 1), til_dato=til)
        if navn == "Direktør":
            OrganmedlemFactory(plads=plads, fra_dato=date(2022, 9, 1))

    assert ting(vis(projektleder)) == [("Find en ny til pladsen »Fagleder« i Bestyrelsen", date(2022, 8, 31))]
    assert ting(vis(formand)) == []


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(vis, plan, antal, django_assert_num_queries):
    leder = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.PROJEKTLEDER).bruger
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    bestyrelse = OrganFactory(helhedsplan=plan, art="bestyrelse")
    for nr in range(antal):
        FristFactory(helhedsplan=plan, navn=f"Frist {nr}", dato=date(2022, 6, 30))
        Milepael.objects.create(helhedsplan=plan, navn=f"Milepæl {nr}", frist_dato=date(2022, 5, 1))
        kriterium = SucceskriteriumFactory(indsatsomraade=omraade, foerste_frist=date(2022, 4, 15))
        MaalingFactory(kriterium=kriterium, aar=2018, sendt=True)
        plads = PladsFactory(organ=bestyrelse, betegnelse=f"Plads {nr}")
        OrganmedlemFactory(plads=plads, fra_dato=date(2019, 5, 1), til_dato=date(2022, 8, 1))
    VersionFactory(helhedsplan=plan)
    with django_assert_num_queries(47):
        svar = vis(leder)
    assert len(ting(svar)) == 3 * antal + 1  # what is sent already is nobody's to measure

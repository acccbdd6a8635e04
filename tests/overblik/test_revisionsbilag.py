"""The auditor's bilag from the rows: which figures, meetings and statuses belong to a year, and what is never in it."""

from datetime import date

import pytest
import time_machine

from dokumenter.reports.frysning import frys, optoe
from maalinger.models import Tilsidesaettelse
from maalinger.reports.kriterier import Kladder
from maalinger.statuses import Status
from moeder.models import Henvisning
from overblik.reports.revisionsbilag import Revisionsbilag, revisionsbilag
from overblik.reports.statusrapport import statusrapport
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MaaleplanFactory,
    MaalingFactory,
    OrganFactory,
    PeriodelaasFactory,
    SucceskriteriumFactory,
    VersionFactory,
)
from tests.moeder.factories import BehandlingFactory, BeslutningFactory, MoedeFactory, OpgaveFactory, klokken

pytestmark = pytest.mark.django_db
I_DAG = date(2022, 6, 2)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=1, navn="Fraflytning")
    VersionFactory(helhedsplan=plan)
    return kriterium


def bilag(plan, aar: int | None = 2020) -> Revisionsbilag:
    return revisionsbilag(plan, dato=I_DAG, aar=aar)


def punkt(plan, *, om, dag=(2020, 9, 10), art="bestyrelse", **felter):
    """An item of a held meeting of the board, about one thing."""
    organ = plan.organer.filter(art=art).first() or OrganFactory(helhedsplan=plan, art=art, moeder_mindst=2)
    behandling = BehandlingFactory(moede=MoedeFactory(organ=organ, holdt=True, begynder=klokken(*dag)), **felter)
    Henvisning.objects.create(behandling=behandling, **om)
    return behandling


def test_et_tal_hoerer_til_det_aar_det_slutter_i_og_siger_hvem_der_stod_bag(plan, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2019)
    maaling = MaalingFactory(kriterium=kriterium, aar=2020, kilde="Registret", bilag_navn="x.pdf", bilag="bilag/x.pdf")
    (et,) = bilag(plan).kriterier
    (tal,) = et.tal
    assert (tal.tal.replace("\u00a0", " "), tal.fra, tal.kilde, tal.bilag) == (
        "23,1 %", date(2020, 1, 1), "Registret", "x.pdf",
    )  # fmt: skip
    assert (tal.registreret_af, tal.godkendt_af, tal.godkendt, tal.egen) == (
        str(maaling.registreret_af), str(maaling.afgjort_af), I_DAG, False,
    )  # fmt: skip


def test_aarets_status_kender_ikke_de_tal_der_slutter_senere(plan, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=26)
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=19)
    assert [bilag(plan, aar).kriterier[0].status for aar in (2020, 2021)] == [Status.BAGUD, Status.PAA_SPORET]


def test_hele_perioden_har_statusrapportens_egen_status_og_saetning(plan, kriterium):
    for aar in (2019, 2020, 2021):
        MaalingFactory(kriterium=kriterium, aar=aar)
    rapport = statusrapport(plan, dato=I_DAG, kladder=Kladder.INGEN)
    linjer = [et.opfyldelse for omraade in rapport.omraader for et in omraade.linjer]
    assert [(et.status, et.saetning) for et in bilag(plan, None).kriterier] == [
        (et.status, et.saetning) for et in linjer
    ]


def test_en_rettelse_staar_ved_siden_af_det_den_retter(plan, kriterium):
    gammel = MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=25, tilstand="erstattet")
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=24, erstatter=gammel)
    (et,) = bilag(plan).kriterier
    assert [(t.tal.replace("\u00a0", " "), t.retter.replace("\u00a0", " "), t.er_erstattet) for t in et.tal] == [
        ("25 %", "", True),
        ("24 %", "Retter 25 %", False),
    ]
    assert [t.er_erstattet for t in et.gaeldende] == [False]


def test_et_tal_paa_vej_giver_et_hul_men_aldrig_sit_tal(plan, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=77, sendt=True)
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=78, kladde=True)
    for aar in (2020, 2021, None):
        assert not {"77", "78"} & set(str(frys(bilag(plan, aar))).replace("\u00a0", " ").replace("'", " ").split())
    assert [et.hvad for et in bilag(plan).hullerne(1)] == [
        "Måling mangler", "Ikke godkendt", "Måleplan mangler", "Ikke behandlet",
    ]  # fmt: skip


def test_et_lukket_punkt_og_et_moede_der_ikke_er_holdt_staar_der_ikke(plan, kriterium):
    aaben = punkt(plan, om={"kriterium": kriterium}, titel="Flytninger")
    lukket = BehandlingFactory(moede=aaben.moede, lukket=True, titel="Opsigelsen")
    Henvisning.objects.create(behandling=lukket, kriterium=kriterium)
    BeslutningFactory(behandling=lukket, tekst="Vi siger kontrakten op.")
    OpgaveFactory(behandling=lukket, tekst="Skriv brevet")
    kladde = BehandlingFactory(moede=MoedeFactory(organ=aaben.moede.organ, kladde=True), titel="Hemmeligt udkast")
    Henvisning.objects.create(behandling=kladde, kriterium=kriterium)
    alt = str(frys(bilag(plan))) + str(frys(bilag(plan, None)))
    for ord_ in ("Opsigelsen", "Vi siger", "Skriv brevet", "Hemmeligt"):
        assert ord_ not in alt
    (moede,) = bilag(plan).planen.moeder
    assert (moede.aabne, moede.lukkede) == (1, 1)


def test_behandlet_siger_hvad_punktet_handlede_om_og_hvad_der_kom_ud_af_det(plan, kriterium):
    aktivitet = AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade=kriterium.indsatsomraade), navn="Caféen")
    behandling = punkt(plan, om={"kriterium": kriterium}, titel="Flytninger")
    BeslutningFactory(behandling=behandling, nr=4, tekst="Vi ringer.")
    OpgaveFactory(behandling=behandling, tekst="Ring", frist_dato=date(2020, 12, 1))
    punkt(plan, om={"delaftale": aktivitet.delaftale}, dag=(2020, 10, 1))
    punkt(plan, om={"kriterium": kriterium}, dag=(2021, 2, 1))
    (et,) = bilag(plan).kriterier
    assert [(b.dag, b.om) for b in et.behandlinger] == [
        (date(2020, 9, 10), ""),
        (date(2020, 10, 1), f"delaftale {kriterium.indsatsomraade}"),
    ]
    assert [b.nr for b in et.behandlinger[0].beslutninger] == [4]
    assert [b.dag for b in et.senere] == [date(2021, 2, 1)]
    assert [h.hvad for h in bilag(plan).hullerne(1)] == ["Måling mangler", "Måleplan mangler", "Opgave ikke gjort"]


def test_en_status_sat_i_haanden_gaelder_kun_de_aar_den_stod(plan, kriterium, formand):
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=22)
    sat = Tilsidesaettelse.objects.create(kriterium=kriterium, status="bagud", grund="Tallet er for lavt.", af=formand)
    Tilsidesaettelse.objects.filter(pk=sat.pk).update(tidspunkt=klokken(2021, 3, 1))
    (i_2020,), (i_2021,) = (bilag(plan, aar).kriterier for aar in (2020, 2021))
    assert (i_2020.status, i_2020.sat_i_haanden) == (Status.PAA_SPORET, ())
    assert (i_2021.status, i_2021.sat_i_haanden[0].replace("\u00a0", " ")) == (
        Status.BAGUD, f"Bagud, sat af {formand} 1. marts 2021: Tallet er for lavt.",
    )  # fmt: skip


def test_laase_og_regnskabets_frist_er_aarets(plan, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2020)
    PeriodelaasFactory(helhedsplan=plan, fra_dato=date(2020, 1, 1), til_dato=date(2020, 12, 31))
    planen = bilag(plan).planen
    assert [et.saetning.split(" blev")[0].replace("\u00a0", " ") for et in planen.laase] == [
        "1. januar – 31. december 2020"
    ]
    assert planen.regnskabsfrister == ((2020, date(2021, 6, 30)),)
    assert [et.hvad for et in bilag(plan).hullerne(0)] == ["Bestyrelse mangler", "Sent godkendt"]
    assert bilag(plan, 2021).planen.laase == ()


def test_uden_en_aftale_i_kraft_siger_bilaget_det(plan):
    side = bilag(plan)
    assert (side.kriterier, side.overskrift.replace("\u00a0", " ")) == (
        (), "Ingen succeskriterier var i kraft 31. december 2020.",
    )  # fmt: skip


def test_bilaget_fryses_og_tager_form_igen(plan, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2020)
    BeslutningFactory(behandling=punkt(plan, om={"kriterium": kriterium}))
    side = bilag(plan)
    assert optoe(Revisionsbilag, frys(side)) == side


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(plan, antal, django_assert_num_queries):
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    for nr in range(antal):
        kriterium = SucceskriteriumFactory(indsatsomraade=omraade)
        MaaleplanFactory(kriterium=kriterium)
        MaalingFactory(kriterium=kriterium, aar=2020)
        behandling = punkt(plan, om={"kriterium": kriterium}, dag=(2020, 9, 10 + nr))
        BeslutningFactory(behandling=behandling)
        OpgaveFactory(behandling=behandling)
    VersionFactory(helhedsplan=plan)
    with django_assert_num_queries(21):
        bilag(plan)

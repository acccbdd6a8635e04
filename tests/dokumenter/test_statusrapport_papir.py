"""The board's page on paper: the same report, frozen when ordered, readable without colour, and only what counts."""

import logging
import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import page
import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aftaler.models import Helhedsplan, Succeskriterium
from brugere.roles import Rolle
from dokumenter import pdf
from dokumenter.excel import HOVED
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER, opgoerelser
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg, find, fra_json
from dokumenter.services import koe
from dokumenter.services.bestilling import KanIkkeBestilles, bestil
from dokumenter.services.fremstilling import KanIkkeLaves, fremstil
from dokumenter.statuses import Format, Papir, Tilstand
from maalinger.models import Tilsidesaettelse
from maalinger.reports.kriterier import Kladder
from overblik.reports.statuspapir import statuspapir
from overblik.reports.statusrapport import statusrapport
from tests.dokumenter.conftest import byg_plan, godkend
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import BoligomraadeFactory, MaalingFactory, MedlemskabFactory

I_DAG = date(2022, 6, 15)
STATUS = Papir.STATUSRAPPORT


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-15 12:00+02:00", tick=False):
        yield


@pytest.fixture
def maalt_plan(db) -> Helhedsplan:
    """Criterion 1 is measured year by year, 2 area by area; the other eight are not measured."""
    plan = byg_plan()
    foerste, andet = Succeskriterium.objects.filter(helhedsplan=plan, aktivitet=None).order_by("nr")[:2]
    for aar, vaerdi in ((2019, "25.4"), (2020, "23.1"), (2021, "22.4")):
        MaalingFactory(kriterium=foerste, aar=aar, vaerdi=Decimal(vaerdi), kilde="Boligsociale Data", eksempel=True)
    for navn, taeller in (("Fjordparken", 12), ("Engen", 8)):
        omraade = BoligomraadeFactory(navn=navn)
        plan.boligomraader.add(omraade)
        MaalingFactory(kriterium=andet, aar=2021, omraade=omraade, vaerdi=None, taeller=taeller, naevner=40)
    godkend(plan)
    return plan


def grundlag(plan: Helhedsplan, **valg) -> Grundlag:
    return find(Helhedsplan.objects.get(pk=plan.pk), STATUS, Valg(**valg), i_dag=I_DAG)


def html(grundlag: Grundlag) -> str:
    papirtype = PAPIRER[STATUS]
    raat = pdf.html(papirtype.byg(grundlag), papirtype.skabelon)
    return re.sub(r"\s+", " ", re.sub(r"<svg.*?</svg>|<[^>]+>", "", raat, flags=re.DOTALL).replace("\u00a0", " "))


def ark(grundlag: Grundlag, navn: str) -> list[tuple[object, ...]]:
    from openpyxl import load_workbook

    bog = load_workbook(BytesIO(fremstil(grundlag, Format.XLSX).indhold), data_only=True)
    return list(bog[navn].iter_rows(min_row=HOVED + 1, values_only=True))


def leder(plan: Helhedsplan, rolle: Rolle = Rolle.PROJEKTLEDER):
    return MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger


def test_papiret_er_sidens_egen_rapport_frosset_og_taget_frem_igen(maalt_plan):
    opgjort = opgoerelser.rapport(STATUS, grundlag(maalt_plan).opgoerelse)

    assert opgjort.rapport == statusrapport(maalt_plan, dato=I_DAG)
    assert opgjort == statuspapir(maalt_plan, dato=I_DAG, kladder=Kladder.INGEN)


def test_forsiden_giver_svaret_i_ord_og_antal_med_tegn(maalt_plan):
    rapport = statusrapport(maalt_plan, dato=I_DAG)
    raat = pdf.html(PAPIRER[STATUS].byg(grundlag(maalt_plan)), PAPIRER[STATUS].skabelon)

    assert "".join(led.tekst for led in rapport.overskrift) in html(grundlag(maalt_plan))
    tegn = re.search(r'class="optalt".*?</table>', raat, re.DOTALL)[0].count("<svg")
    assert tegn == rapport.antal == 12


def test_hvert_kriterium_har_ord_saetning_kilde_og_tallene_bag(maalt_plan):
    side = PAPIRER[STATUS].byg(grundlag(maalt_plan))
    foerste, andet = side.omraader[0].linjer[:2]

    assert foerste.kilde.replace("\u00a0", " ") == "Kilde: Boligsociale Data. Seneste tal: 2021."
    assert [raekke[:2] for raekke in foerste.tabel.raekker if raekke[0] in ("2019", "2020", "2021")] == [
        ("2019", "25,4"), ("2020", "23,1"), ("2021", "22,4"),
    ]  # fmt: skip
    assert [et.navn for et in andet.tabel.kolonner[:3]] == ["Periode", "Engen", "Fjordparken"]
    assert andet.tabel.raekker[0][:3] == ("2021", "20 (8 af 40)", "30 (12 af 40)")
    assert (foerste.kurve is not None, andet.kurve) == (True, None)


def test_det_der_ikke_er_maalt_siges_med_ord_og_er_aldrig_nul(maalt_plan):
    side = PAPIRER[STATUS].byg(grundlag(maalt_plan))
    uden_tal = side.omraader[0].uden_tal

    assert [et[0].split(".")[0] for et in uden_tal.raekker] == ["3", "4", "5"]
    assert all("Ingen målinger endnu." in et[2] for et in uden_tal.raekker)


def test_en_status_der_er_sat_i_haanden_siger_hvem_og_den_beregnede_staar_ved_siden_af(maalt_plan):
    kriterium = Succeskriterium.objects.get(helhedsplan=maalt_plan, nr=1)
    formand = leder(maalt_plan, Rolle.FORMAND)
    beregnet = str(statusrapport(maalt_plan, dato=I_DAG).omraader[0].linjer[0].opfyldelse.status.label)
    Tilsidesaettelse.objects.create(kriterium=kriterium, status="opfyldt", grund="Talt om.", af=formand)

    side, (raekke, *_) = html(grundlag(maalt_plan)), ark(grundlag(maalt_plan), "Status")
    assert "Opfyldt Sat i hånden" in side
    assert f"Sat i hånden til opfyldt af {formand} 15. juni 2022: Talt om." in side
    assert (raekke[3], raekke[4]) == ("Opfyldt", beregnet)


def test_kun_tal_der_taeller_staar_paa_papiret(maalt_plan):
    kriterium = Succeskriterium.objects.filter(helhedsplan=maalt_plan).order_by("nr").first()
    MaalingFactory(kriterium=kriterium, aar=2018, vaerdi=Decimal("99.9"), kladde=True, kilde="Et skøn")

    assert "99,9" not in html(grundlag(maalt_plan))
    assert "Et skøn" not in html(grundlag(maalt_plan))
    assert 99.9 not in [raekke[5] for raekke in ark(grundlag(maalt_plan), "Målinger")]


def test_bestillingen_er_den_der_blev_bestilt_selv_om_tallene_rettes_bagefter(maalt_plan):
    person = leder(maalt_plan)
    ny = bestil(maalt_plan, STATUS, Valg(), Format.XLSX, af=person)
    foer = fremstil(fra_json(maalt_plan, ny.grundlag), Format.XLSX).indhold
    kriterium = Succeskriterium.objects.filter(helhedsplan=maalt_plan).order_by("nr").first()
    MaalingFactory(kriterium=kriterium, aar=2022, vaerdi=Decimal("19"))

    koe.dan(str(ny.pk))

    ny.refresh_from_db()
    assert (ny.tilstand, ny.udgave.replace("\u00a0", " ")) == (Tilstand.KLAR, "opgjort 15. juni 2022")
    with ny.fil.open() as fil:
        assert fil.read() == foer
    assert bestil(maalt_plan, STATUS, Valg(), Format.XLSX, af=person).pk != ny.pk


def test_samme_tal_samme_dag_er_den_samme_bestilling(maalt_plan):
    foerste = bestil(maalt_plan, STATUS, Valg(), Format.PDF, af=leder(maalt_plan))

    assert bestil(maalt_plan, STATUS, Valg(), Format.PDF, af=leder(maalt_plan, Rolle.FORMAND)).pk == foerste.pk
    assert bestil(maalt_plan, STATUS, Valg(), Format.XLSX, af=leder(maalt_plan)).pk != foerste.pk


def test_revisor_og_landsbyggefonden_faar_det_godkendte_men_ingen_kladde(maalt_plan, kladdeplan):
    for rolle in (Rolle.REVISOR, Rolle.LBF):
        assert bestil(maalt_plan, STATUS, Valg(), Format.PDF, af=leder(maalt_plan, rolle)).valg["kladde"] is False
        with pytest.raises(PermissionDenied):
            bestil(maalt_plan, STATUS, Valg(kladde=True), Format.PDF, af=leder(maalt_plan, rolle))
        with pytest.raises(KanIkkeBestilles, match="ikke godkendt endnu"):
            bestil(kladdeplan, STATUS, Valg(), Format.PDF, af=leder(kladdeplan, rolle))
    assert {et.helhedsplan for et in Bestilling.objects.all()} == {maalt_plan}


def test_kladden_har_den_ikke_godkendte_delaftale_med_og_er_maerket_udkast(maalt_plan):
    godkendt, udkast = grundlag(maalt_plan), grundlag(maalt_plan, kladde=True)

    assert [sum(len(et.linjer) for et in PAPIRER[STATUS].byg(g).omraader) for g in (godkendt, udkast)] == [12, 13]
    raat = pdf.html(PAPIRER[STATUS].byg(udkast), PAPIRER[STATUS].skabelon)
    assert '<body class="papir udkast">' in raat
    assert "(kladde)" in html(udkast)


def test_en_plan_uden_noget_godkendt_bliver_til_et_udkast(kladdeplan):
    assert grundlag(kladdeplan).er_kladde is True
    assert "Kladden. Aftalen er ikke godkendt endnu" in html(grundlag(kladdeplan))


@pytest.mark.parametrize(
    ("valg", "saetning"),
    [
        ({"pr": date(2021, 1, 1)}, "Statusrapport viser, hvad der gælder i dag. Bestil papiret uden en dato."),
        ({"delaftale": "5.1"}, "Papiret statusrapport er ét papir og har ikke et delaftalenummer."),
    ],
)
def test_et_valg_som_papiret_ikke_har_faar_en_saetning(maalt_plan, valg, saetning):
    with pytest.raises(IngenUdgave) as fejl:
        grundlag(maalt_plan, **valg)
    assert str(fejl.value) == saetning


def test_en_opgoerelse_der_er_rettet_eller_fra_et_andet_program_bliver_ikke_printet(maalt_plan):
    gemt = grundlag(maalt_plan).som_json()
    gemt["opgoerelse"]["indhold"]["rapport"]["rapport"]["omraade"] = "Et andet sted"
    with pytest.raises(KanIkkeLaves, match="Opgørelsens kontrolsum passer ikke"):
        fremstil(fra_json(maalt_plan, gemt), Format.PDF)

    indhold = gemt["opgoerelse"]["indhold"] | {"rapport": {"kriterier": []}}
    gemt["opgoerelse"] = {"indhold": indhold, "kontrolsum": opgoerelser.snapshot.kontrolsum(indhold)}
    with pytest.raises(KanIkkeLaves, match="i en anden udgave af programmet"):
        fremstil(fra_json(maalt_plan, gemt), Format.PDF)


def test_regnearket_har_en_raekke_pr_kriterium_og_pr_maaling_og_taeller_selv(maalt_plan):
    status = ark(grundlag(maalt_plan), "Status")
    maalinger = ark(grundlag(maalt_plan), "Målinger")

    assert len(status) == 12
    assert status[0][:3] == ("5.1 Tryghed og trivsel", 1, Succeskriterium.objects.get(nr=1).navn)
    assert (status[0][6], status[2][6]) == (22.4, "Ikke målt")
    assert status[0][3] == status[0][4]
    assert [(et[0], et[2], et[5], et[7], et[8]) for et in maalinger] == [
        (1, "Hele planen", 25.4, None, None),
        (1, "Hele planen", 23.1, None, None),
        (1, "Hele planen", 22.4, None, None),
        (2, "Engen", 20, 8, 40),
        (2, "Fjordparken", 30, 12, 40),
    ]
    assert {et[13] for et in maalinger[:3]} == {"Eksempel"}
    rapport = statusrapport(maalt_plan, dato=I_DAG)
    optalt = ark(grundlag(maalt_plan), "Optalt")
    assert [(et[0], et[1]) for et in optalt] == [
        *((str(et.status.label), et.antal) for et in rapport.optalt),
        ("I alt", 12),
    ]
    # the live count comes to what is saved with it
    assert [et[1] for et in optalt[:-1]] == [[raekke[3] for raekke in status].count(et[0]) for et in optalt[:-1]]


def test_samme_opgoerelse_giver_samme_bytes(maalt_plan):
    gemt = grundlag(maalt_plan).som_json()
    foerste = fremstil(fra_json(maalt_plan, gemt), Format.XLSX).indhold
    with time_machine.travel("2031-01-01 08:00+01:00", tick=False):
        assert fremstil(fra_json(maalt_plan, gemt), Format.XLSX).indhold == foerste


@pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")
def test_papiret_er_en_gyldig_pdf_hvor_pynten_ikke_laeses_op(maalt_plan, caplog):
    with caplog.at_level(logging.WARNING):
        fil = fremstil(grundlag(maalt_plan), Format.PDF)

    assert [et.message for et in caplog.records if et.levelno >= logging.WARNING] == []
    assert [et.message for et in page.validate_pdf_bytes(fil.indhold, profile="ua1").failures] == []
    assert fejl_i(fil.indhold) == []


def test_papiret_henter_een_gang_mere_end_siden_hvor_mange_kriterier_der_end_er(maalt_plan):
    with CaptureQueriesContext(connection) as sidens:
        statusrapport(Helhedsplan.objects.get(pk=maalt_plan.pk), dato=I_DAG)
    with CaptureQueriesContext(connection) as papirets:
        statuspapir(Helhedsplan.objects.get(pk=maalt_plan.pk), dato=I_DAG, kladder=Kladder.INGEN)

    assert len(papirets) == len(sidens) + 1

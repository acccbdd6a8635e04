"""`manage.py storskala`: the size of a plan, the same rows for the same seed, and what a wrong call answers."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count, Value
from django.db.models.functions import Concat
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from aftaler.models import (
    Aktivitet,
    Budgetpost,
    Delaftale,
    Helhedsplan,
    Medlemskab,
    Milepael,
    Organmedlem,
    Succeskriterium,
    Tilsagn,
    Version,
)
from aftaler.snapshot import kontrolsum
from brugere.models import Bruger
from brugere.roles import Rolle
from helhedsplan.storskala import byg
from helhedsplan.storskala.byg.folk import landsbyggefonden
from helhedsplan.storskala.moeder import moeder as opfind_moeder
from helhedsplan.storskala.opfind import plan as opfind
from maalinger.models import Maaling
from maalinger.statuses import Maalingstilstand, Status
from moeder.models import Behandling, Moede, Referat
from moeder.statuses import Moedetilstand

pytestmark = pytest.mark.django_db
FROE = 7
I_DAG = "2026-06-02 12:00+02:00"
# What plan 1 of seed 7 is, on every machine: a new sum means that other plans are invented than before.
AFTRYK = "a873a563976f95186675a51f7aae9ce3ae975065bb0aae43bee0377af8d2d967"


def koer(*argumenter: str) -> str:
    """What was said on stdout."""
    ud = StringIO()
    with override_settings(TILLAD_DEMO=True):
        call_command("storskala", *argumenter, stdout=ud, stderr=StringIO())
    return ud.getvalue().strip()


@pytest.fixture(scope="module", autouse=True)
def fyldt(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """Two plans, made once for the module and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield koer("--planer", "2", "--froe", str(FROE))
        transaction.set_rollback(True)


@pytest.fixture
def planen():
    return Helhedsplan.objects.get(slug="storskala-7-1")


def i_ord(plan) -> str:
    """What a plan is, without the keys that a database hands out: its documents and its figures."""
    dokumenter = [
        json.dumps(_uden_noegler(et), sort_keys=True, ensure_ascii=False)
        for et in plan.versioner.order_by("pk").values_list("indhold", flat=True)
    ]
    felter = ("kriterium__nr", "omraade__navn", "fra_dato", "til_dato", "vaerdi", "taeller", "naevner", "kilde")
    tal = Maaling.objects.filter(kriterium__helhedsplan=plan).order_by("pk").values_list(*felter)
    return "\n".join([*dokumenter, *(str([str(felt) for felt in et]) for et in tal)])


def _uden_noegler(ting):
    if isinstance(ting, dict):
        uden = {"noegle", "kriterium", "over", "erstatter"}
        return {navn: _uden_noegler(et) for navn, et in ting.items() if navn not in uden}
    return [_uden_noegler(et) for et in ting] if isinstance(ting, list) else ting


def test_saa_stor_er_en_plan(planen):
    maalinger = Maaling.objects.filter(kriterium__helhedsplan=planen)
    af_omraader = maalinger.exclude(omraade=None)

    assert {
        "delaftaler": Delaftale.objects.filter(indsatsomraade__helhedsplan=planen).count(),
        "aktiviteter": Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan=planen).count(),
        "kriterier": Succeskriterium.objects.filter(helhedsplan=planen).count(),
        "aar": af_omraader.values("fra_dato__year").distinct().count(),
        "omraader": af_omraader.values("omraade").distinct().count(),
        "maalinger": af_omraader.count(),
        "budgetaar": Budgetpost.objects.filter(helhedsplan=planen).values("aar").distinct().count(),
        "tilsagn": Tilsagn.objects.filter(helhedsplan=planen).count(),
        "milepaele": Milepael.objects.filter(helhedsplan=planen).count(),
        "i_organer": Organmedlem.objects.filter(plads__organ__helhedsplan=planen).count(),
    } == {
        "delaftaler": 4,
        "aktiviteter": 25,
        "kriterier": 40,
        "aar": 10,
        "omraader": 4,
        "maalinger": 1600,
        "budgetaar": 4,
        "tilsagn": 12,
        "milepaele": 54,
        "i_organer": 13,
    }


def test_fyrre_moeder_og_dem_hvis_dag_er_kommet_har_et_referat(planen):
    holdte = Moede.objects.filter(helhedsplan=planen, tilstand=Moedetilstand.AFSLUTTET)
    punkter = Behandling.objects.filter(moede__helhedsplan=planen)

    assert (planen.moeder.count(), punkter.count()) == (40, 240)
    assert holdte.count() == planen.moeder.filter(slutter__lt=timezone.now()).count() > 0
    assert Referat.objects.filter(moede__in=holdte).count() == Referat.objects.filter(moede__helhedsplan=planen).count()
    assert holdte.exclude(referat__udgaver=None).count() == holdte.count()
    assert planen.beslutninger.count() == 3 * holdte.count()
    assert punkter.exclude(moede__in=holdte).exclude(referat="").count() == 0


def test_samme_plan_har_samme_moeder():
    assert opfind_moeder(opfind(FROE, 1)) == opfind_moeder(opfind(FROE, 1)) != opfind_moeder(opfind(FROE, 2))


def test_alle_tal_er_godkendt():
    assert list(Maaling.objects.filter(kriterium__helhedsplan__slug__startswith="storskala-").values_list(
        "tilstand", flat=True
    ).distinct().order_by("tilstand")) == [Maalingstilstand.GODKENDT]  # fmt: skip


def test_hvert_dokument_er_frosset_og_i_kraft_fra_planens_foerste_dag(planen):
    versioner = Version.objects.filter(helhedsplan=planen).i_kraft(planen.start_dato)

    assert [et.nr for et in versioner] == [1] * 5
    assert [et.kontrolsum for et in versioner] == [kontrolsum(et.indhold) for et in versioner]


def test_hver_rolle_har_et_medlem_i_hver_plan():
    planer = Helhedsplan.objects.filter(slug__startswith="storskala-7-")
    pr_rolle = Medlemskab.objects.filter(helhedsplan__in=planer).values_list("rolle").annotate(Count("pk"))

    assert dict(pr_rolle.order_by("rolle")) == dict.fromkeys(sorted(Rolle.values), 2)


def test_bestyrelsens_side_viser_fyrre_kriterier_med_flere_slags_status(client, planen):
    formand = planen.medlemskaber.get(rolle=Rolle.FORMAND).bruger
    client.force_login(formand)

    with time_machine.travel(I_DAG, tick=False):
        rapport = client.get(reverse("overblik:overblik", args=[planen.slug])).context["rapport"]

    assert rapport.antal == 40
    assert {et.status for et in rapport.optalt} >= {Status.OPFYLDT, Status.IKKE_OPFYLDT}


def test_samme_froe_giver_samme_plan_igen(planen):
    foerst = i_ord(planen)
    with transaction.atomic():
        Helhedsplan.objects.filter(pk=planen.pk).update(slug="gemt-vaek")
        Bruger.objects.filter(email__endswith="@storskala-7-1.invalid").update(email=Concat(Value("x"), "email"))
        byg.plan(opfind(FROE, 1), landsbyggefonden())
        igen = i_ord(Helhedsplan.objects.get(slug="storskala-7-1"))
        transaction.set_rollback(True)

    assert igen == foerst


def test_samme_froe_giver_samme_plan_paa_alle_maskiner():
    plan = opfind(FROE, 1)
    aktiviteter = [et for omraade in plan.omraader for et in omraade.aktiviteter]
    kriterier = [et for ejer in (*plan.omraader, *aktiviteter) for et in ejer.kriterier]
    ord_og_tal = [
        [plan.navn, plan.omraade, plan.kommune, str(plan.start), *plan.boligomraader],
        [(et.navn, et.indhold, et.ansvarlig) for et in aktiviteter],
        [(et.navn, et.tekst, str(et.laesning.maal)) for et in kriterier],
        [(et.fra, et.omraade, et.vaerdi, et.taeller, et.naevner) for k in kriterier for et in k.maalinger],
        [(et.delaftale, et.aar, et.type, et.beloeb) for et in plan.oekonomi.poster],
    ]

    assert hashlib.sha256(json.dumps(ord_og_tal).encode()).hexdigest() == AFTRYK


def test_et_andet_froe_giver_en_anden_plan():
    assert opfind(8, 1) != opfind(FROE, 1)
    assert opfind(FROE, 2) != opfind(FROE, 1)


def test_det_opfundne_afhaenger_ikke_af_dagen():
    with time_machine.travel(date(2031, 1, 1)):
        senere = opfind(FROE, 1)

    assert senere == opfind(FROE, 1)


def test_hvad_der_findes_i_forvejen_lades_i_fred(fyldt):
    assert fyldt == "2 planer oprettet, 0 fandtes i forvejen"
    assert koer("--planer", "2", "--froe", str(FROE)) == "0 planer oprettet, 2 fandtes i forvejen"


@pytest.mark.parametrize(
    ("argumenter", "saetning"),
    [
        ([], "--planer skal være et helt tal. Brug: storskala --planer N --froe INT"),
        (["--planer", "to", "--froe", "1"], "--planer skal være et helt tal. Brug: storskala --planer N --froe INT"),
        (["--planer", "1"], "--froe skal være et helt tal. Brug: storskala --planer N --froe INT"),
        (["--planer", "0", "--froe", "1"], "--planer skal være et helt tal fra 1 til 10000."),
        (["--planer"], "--planer mangler en værdi. Brug: storskala --planer N --froe INT"),
        (["--aar", "3"], "--aar forstås ikke. Brug: storskala --planer N --froe INT"),
    ],
)
def test_et_forkert_kald_siger_hvad_der_skal_staa(argumenter, saetning, capsys):
    with override_settings(TILLAD_DEMO=True), pytest.raises(SystemExit) as stop:
        call_command("storskala", *argumenter)

    sagt = capsys.readouterr()
    assert (stop.value.code, sagt.out, sagt.err.strip()) == (2, "", saetning)


@override_settings(TILLAD_DEMO=False)
def test_uden_lov_til_demodata_sker_der_intet():
    fejl = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("storskala", "--planer", "1", "--froe", "1", stderr=fejl)

    assert (stop.value.code, fejl.getvalue().strip()) == (
        2,
        "Opdigtede planer er slået fra her. De kræver TILLAD_DEMO=1.",
    )
    assert not Helhedsplan.objects.filter(slug="storskala-1-1").exists()

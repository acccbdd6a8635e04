"""Real workers and a real mail server: killed in the middle of writing the digests, everybody gets exactly one."""

import asyncio
import socket
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.db import connection
from psycopg.conninfo import make_conninfo

from brugere.roles import Rolle
from kerne.models import Udsendelse
from kerne.ring import ring
from kerne.tasks import send_mails
from overblik.models import Samlemail
from overblik.tasks import skriv_samlemails
from tests.drift import draeb, vent_paa
from tests.factories import FristFactory, MedlemskabFactory
from tests.moeder.factories import klokken

PERSONER = 5
NUMMER = 3  # the person that the worker is killed over
MANDAG = klokken(2022, 5, 30, 6)


class Postkasse:
    def __init__(self) -> None:
        self.modtaget: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        await asyncio.sleep(0)
        self.modtaget += envelope.rcpt_tos
        return "250 OK"


@pytest.fixture
def postkasse(monkeypatch) -> Iterator[Postkasse]:
    kasse = Postkasse()
    with socket.socket() as fri:
        fri.bind(("127.0.0.1", 0))
        port = fri.getsockname()[1]
    server = Controller(kasse, hostname="127.0.0.1", port=port)
    server.start()
    monkeypatch.setenv("MAIL_URL", f"smtp://127.0.0.1:{port}?fra=helhedsplan@eksempel.invalid")
    yield kasse
    server.stop()


@pytest.fixture
def holder() -> Iterator[psycopg.Connection]:
    """Another session of the database, to make the worker wait where we want it."""
    db = connection.settings_dict
    dele = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    with psycopg.connect(make_conninfo(**{navn: str(db[v]) for navn, v in dele.items() if db[v]})) as anden:
        yield anden


def test_en_arbejder_der_draebes_midt_i_det_hele_giver_hver_person_en_mail(
    rigtig_database, klokke, postkasse, ny_arbejder, holder
):
    frist = FristFactory(dato=date(2022, 6, 10))
    personer = [
        MedlemskabFactory(helhedsplan=frist.helhedsplan, rolle=Rolle.PROJEKTLEDER, fra_dato=date(2020, 1, 1)).bruger
        for _ in range(PERSONER)
    ]
    tredje = personer[NUMMER - 1]
    holder.execute(  # the third mail's key is taken, and nobody knows yet whether it stays so
        """INSERT INTO kerne_udsendelse (id, noegle, kreds, til, emne, tekst, kalender, afmeld, ikke_foer, tilstand,
           forsoeg, hjerteslag, fejl, oprettet_tidspunkt)
           VALUES (gen_random_uuid(), %s, '', 'x@eksempel.dk', '', '', '', '', now(), 'venter', 1, now(), '', now())""",
        [f"samlemail {tredje.pk} 2022-05-30"],
    )
    klokke.start()
    foerste = ny_arbejder(MANDAG)
    ring(skriv_samlemails)
    vent_paa(lambda: Udsendelse.objects.count() == NUMMER - 1, "de første mails")
    vent_paa(lambda: _nogen_venter_paa_en_laas(holder), "den tredje mail")
    draeb(foerste)
    holder.rollback()

    assert Samlemail.objects.filter(sidst__isnull=False).count() == NUMMER - 1
    ny_arbejder(MANDAG)
    for _ in range(2):  # the second bell finds nothing to do
        ring(skriv_samlemails)
    vent_paa(lambda: _ring_igen() == PERSONER, "alle mails")
    with time_machine.travel(MANDAG):
        Udsendelse.objects.update(ikke_foer=MANDAG)
    ring(send_mails)
    vent_paa(lambda: Udsendelse.objects.filter(tilstand="sendt").count() == PERSONER, "at alle er sendt")

    assert Counter(postkasse.modtaget) == {et.email: 1 for et in personer}
    assert set(Udsendelse.objects.values_list("tekst", "afmeld")) == {("", "")}


def _nogen_venter_paa_en_laas(forbindelse: psycopg.Connection) -> bool:
    svar = forbindelse.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'").fetchone()
    return bool(svar and svar[0])


def _ring_igen() -> int:
    """Beat rings every ten minutes; the dead worker's session may hold its person for a moment yet."""
    ring(skriv_samlemails)
    return Udsendelse.objects.count()

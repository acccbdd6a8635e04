"""A real mail server and a real worker that is killed in the middle: every mail comes once."""

import asyncio
import email
import socket
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from kerne.models import Udsendelse
from kerne.ring import ring
from kerne.tasks import send_mails
from kerne.udsendelser import UVIST, skriv
from tests.drift import draeb, vent_paa

MAILS = 8
NUMMER = 4  # the mail that the worker is killed over


class Postkasse:
    """Keeps what it gets. At the fourth mail it says nothing more, either before the content or with it in hand."""

    def __init__(self) -> None:
        self.modtaget: list[str] = []
        self.modtagere = 0
        self.hold_ved = ""
        self.holder = False

    async def _hold(self, hvor: str, nummer: int) -> None:
        if self.hold_ved == hvor and nummer == NUMMER:
            self.hold_ved, self.holder = "", True
            await asyncio.sleep(60)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, til: str, _valg: Any) -> str:
        self.modtagere += 1
        await self._hold("foer_indholdet", self.modtagere)
        envelope.rcpt_tos.append(til)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.modtaget.append(email.message_from_bytes(envelope.content)["Message-ID"])
        await self._hold("med_indholdet", len(self.modtaget))
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


@pytest.mark.parametrize(("hold_ved", "uvisse"), [("foer_indholdet", 0), ("med_indholdet", 1)])
def test_en_arbejder_der_draebes_midt_i_det_hele_giver_hver_mail_en_gang(
    rigtig_database, klokke, postkasse, ny_arbejder, hold_ved, uvisse
):
    raekker = [
        skriv(noegle=f"mail-{nr}", til=f"p{nr}@eksempel.dk", emne=f"Mail {nr}", tekst="Hej") for nr in range(MAILS)
    ]
    postkasse.hold_ved = hold_ved
    klokke.start()
    foerste = ny_arbejder()
    ring(send_mails)
    vent_paa(lambda: postkasse.holder, "den mail, der er undervejs")
    draeb(foerste)

    assert Udsendelse.objects.filter(tilstand="i_gang").count() == 1
    ny_arbejder()
    Udsendelse.objects.filter(tilstand="i_gang").update(hjerteslag=timezone.now() - timedelta(minutes=2))
    ring(send_mails)
    vent_paa(lambda: not Udsendelse.objects.filter(tilstand="i_gang").exists(), "den glemte mail")
    Udsendelse.objects.filter(tilstand="venter").update(ikke_foer=timezone.now())
    ring(send_mails)
    vent_paa(lambda: Udsendelse.objects.filter(tilstand="sendt").count() == MAILS, "alle mails")

    assert Counter(postkasse.modtaget) == {f"<{et.pk}@127.0.0.1>": 1 for et in raekker}
    assert Udsendelse.objects.filter(fejl=UVIST).count() == uvisse

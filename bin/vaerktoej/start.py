"""bin/start: everything up, the address and the logins on the screen, everything down again on Ctrl-C."""

import contextlib
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import klargoer
from miljoe import Sted, operatoerens, sted
from tale import KanIkke, koer, sig

ROLLER = (
    "projektleder",
    "medarbejder",
    "sekretariat",
    "formand",
    "bestyrelse",
    "foelgegruppe",
    "revisor",
    "lbf",
    "admin",
)
KODE = "demo-kun-lokalt"


def hoved(_argumenter: list[str]) -> int:
    her = sted()
    grund = operatoerens(her.rod)
    port = laes_port(grund.get("PORT", "8000"))
    kraev_ledig(port)
    klargoer.maskine(her, "drift")
    with contextlib.ExitStack() as i_gang:
        miljoe = i_gang.enter_context(klargoer.app(her, grund, port=port, trin=tuple(klargoer.TRIN)))
        processer = {
            "Arbejderen": i_gang.enter_context(arbejder(her, miljoe)),
            "Webserveren": i_gang.enter_context(web(her, miljoe, port)),
        }
        vent_paa_siden(port, processer)
        sig(velkomst(port, miljoe, her.log))
        return hold_oeje(processer)


def laes_port(tekst: str) -> int:
    if not tekst.isdecimal() or not 0 < int(tekst) < 65536:
        raise KanIkke(f"PORT skal være et tal mellem 1 og 65535, ikke »{tekst}«.")
    return int(tekst)


def kraev_ledig(port: int) -> None:
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind(("127.0.0.1", port))
        except PermissionError as fejl:
            raise KanIkke(f"Port {port} kræver særlige rettigheder. Vælg en over 1023: PORT=8000 bin/start") from fejl
        except OSError as fejl:
            raise KanIkke(
                f"Port {port} er optaget. Måske kører bin/start allerede. Vælg en anden: PORT={port + 1} bin/start"
            ) from fejl


@dataclass(frozen=True)
class Proces:
    barn: subprocess.Popen[bytes]
    log: Path

    def er_doed(self) -> bool:
        return self.barn.poll() is not None


def arbejder(her: Sted, miljoe: Mapping[str, str]) -> contextlib.AbstractContextManager[Proces]:
    """The worker, with beat in it: threads, because prefork would be two more processes on a laptop for nothing."""
    kommando = "celery -q -A helhedsplan worker -B -P threads -c 2 --loglevel INFO --without-gossip --without-mingle"
    med_plan = ["-m", *kommando.split(), "-s", her.run / "beat"]
    return proces(her, med_plan, dict(miljoe) | {"DB_POOL": "0"}, her.log / "arbejder.log")


def web(her: Sted, miljoe: Mapping[str, str], port: int) -> contextlib.AbstractContextManager[Proces]:
    kommando = f"gunicorn -w 2 --no-control-socket --bind 127.0.0.1:{port} helhedsplan.wsgi"
    return proces(her, ["-m", *kommando.split()], {"DB_POOL": "1"} | dict(miljoe), her.log / "web.log")


@contextlib.contextmanager
def proces(her: Sted, argumenter: Sequence[str | Path], miljoe: Mapping[str, str], log: Path) -> Iterator[Proces]:
    """A Python process in a session of its own, so that Ctrl-C reaches only us.

    Its log goes to a file; what it prints (mails, with MAIL_URL=console:) comes to the screen.
    """
    with log.open("w") as fejl:
        barn = subprocess.Popen(
            [her.python, *argumenter], cwd=her.rod, env=dict(miljoe), stdin=subprocess.DEVNULL, stderr=fejl,
            start_new_session=True,
        )  # fmt: skip
    try:
        yield Proces(barn, log)
    finally:
        barn.terminate()
        try:
            barn.wait(20)
        except subprocess.TimeoutExpired:
            barn.kill()
            barn.wait()


def vent_paa_siden(port: int, processer: Mapping[str, Proces]) -> None:
    """Wait for the first page. Raises KanIkke when a process ends or a minute goes."""
    frist = time.monotonic() + 60
    while time.monotonic() < frist:
        if doed := _doed(processer):
            raise KanIkke(doed)
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/sundhed/", timeout=20).close()
            return
        except urllib.error.HTTPError as fejl:
            raise KanIkke(f"Siden svarer med fejl {fejl.code}. Se {processer['Webserveren'].log}.") from fejl
        except OSError:
            time.sleep(0.1)
    raise KanIkke(f"Siden svarer ikke. Se {processer['Webserveren'].log}.")


def hold_oeje(processer: Mapping[str, Proces]) -> int:
    """Wait until somebody stops us, or a process ends by itself."""
    try:
        while not (doed := _doed(processer)):
            time.sleep(0.5)
    except KeyboardInterrupt:
        sig("\nStopper …")
        return 0
    raise KanIkke(doed)


def _doed(processer: Mapping[str, Proces]) -> str:
    for navn, proces in processer.items():
        if proces.er_doed():
            return f"{navn} stoppede af sig selv. Se {proces.log}."
    return ""


def velkomst(port: int, miljoe: Mapping[str, str], log: Path) -> str:
    linjer = ["", f"Helhedsplan kører på http://127.0.0.1:{port}", ""]
    if miljoe.get("TILLAD_DEMO") == "1":
        linjer += [f"Log ind med koden {KODE} som en af disse:"]
        linjer += [f"  {rolle}@demo.invalid" for rolle in ROLLER]
        linjer += ["  fremmed@demo.invalid (er ikke med i nogen plan)", ""]
    if miljoe["MAIL_URL"] == "console:":
        linjer += ["Mails sendes ikke, men vises her."]
    return "\n".join([*linjer, f"Logfiler: {os.path.relpath(log)}", "Stop med Ctrl-C."])


if __name__ == "__main__":
    koer(hoved)

"""One Redis-compatible server on a Unix socket: start it, stop it. It only rings bells, so nothing is saved to disk."""

import contextlib
import shutil
import socket
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from postgres import vent_paa
from tale import KanIkke


@dataclass(frozen=True)
class Klokke:
    program: Path
    sokkel: Path
    mappe: Path
    log: Path

    @property
    def url(self) -> str:
        return f"unix://{self.sokkel}"


def paa_maskinen() -> Path | None:
    """valkey-server or redis-server of the machine."""
    fundet = shutil.which("valkey-server") or shutil.which("redis-server")
    return Path(fundet) if fundet else None


def start(klokke: Klokke, miljoe: Mapping[str, str]) -> subprocess.Popen[bytes] | None:
    """Start the server and wait until it answers; None when it runs already."""
    if _svarer(klokke):
        return None
    klokke.sokkel.unlink(missing_ok=True)
    kommando = [
        klokke.program, "--port", "0", "--unixsocket", klokke.sokkel, "--unixsocketperm", "700",
        "--save", "", "--appendonly", "no", "--dir", klokke.mappe, "--loglevel", "warning",
    ]  # fmt: skip
    with klokke.log.open("a") as log:
        proces = subprocess.Popen(
            kommando, env=dict(miljoe), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    if not vent_paa(proces, lambda: _svarer(klokke), sekunder=20):
        raise KanIkke(f"Redis kom ikke i gang. Se {klokke.log}.")
    return proces


def stop(klokke: Klokke) -> None:
    _sig_til(klokke.sokkel, "SHUTDOWN NOSAVE")
    klokke.sokkel.unlink(missing_ok=True)


def _svarer(klokke: Klokke) -> bool:
    return _sig_til(klokke.sokkel, "PING").startswith("+PONG")


def _sig_til(sokkel: Path, ordre: str) -> str:
    """One inline command of the Redis protocol; an empty answer when nobody is there."""
    with socket.socket(socket.AF_UNIX) as s, contextlib.suppress(OSError):
        s.settimeout(5)
        s.connect(str(sokkel))
        s.sendall(f"{ordre}\r\n".encode())
        return s.recv(64).decode(errors="replace")
    return ""

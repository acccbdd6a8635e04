"""One Redis-compatible server on a Unix socket: start it, stop it. It only rings bells, so nothing is saved to disk."""

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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


def start(klokke: Klokke, miljoe: Mapping[str, str]) -> None:
    if _sig_til(klokke.sokkel, "PING").startswith("+PONG"):
        return
    klokke.sokkel.unlink(missing_ok=True)
    kommando = [
        str(klokke.program), "--port", "0", "--unixsocket", str(klokke.sokkel), "--unixsocketperm", "700",
        "--save", "", "--appendonly", "no", "--dir", str(klokke.mappe), "--loglevel", "warning",
    ]  # fmt: skip
    with klokke.log.open("a") as log:
        proces = subprocess.Popen(
            kommando, env=dict(miljoe), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    frist = time.monotonic() + 20
    while not _sig_til(klokke.sokkel, "PING").startswith("+PONG"):
        if proces.poll() is not None or time.monotonic() > frist:
            raise KanIkke(f"Redis kom ikke i gang. Se {klokke.log}.")
        time.sleep(0.01)


def stop(klokke: Klokke) -> None:
    _sig_til(klokke.sokkel, "SHUTDOWN NOSAVE")
    klokke.sokkel.unlink(missing_ok=True)


def _sig_til(sokkel: Path, ordre: str) -> str:
    """One inline command of the Redis protocol; an empty answer when nobody is there."""
    with socket.socket(socket.AF_UNIX) as s, contextlib.suppress(OSError):
        s.settimeout(5)
        s.connect(str(sokkel))
        s.sendall(f"{ordre}\r\n".encode())
        return s.recv(64).decode(errors="replace")
    return ""

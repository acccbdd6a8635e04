"""Where things lie, and the environment that the application's processes get."""

import contextlib
import fcntl
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tale import KanIkke

ROD = Path(__file__).resolve().parents[2]
KUN_HJUL = "HELHEDSPLAN_KUN_HJUL"


@dataclass(frozen=True)
class Sted:
    """The folders of one checkout.

    ``run`` holds the key, the logs and the stamps. ``tilstand`` holds the servers' data: the same folder, but for root,
    whose servers run as another user that may not be able to reach the checkout.
    """

    rod: Path
    run: Path
    tilstand: Path

    @property
    def python(self) -> Path:
        return self.rod / ".venv" / "bin" / "python"

    @property
    def log(self) -> Path:
        return self.run / "log"


def sted(rod: Path = ROD) -> Sted:
    run = rod / ".run"
    (run / "log").mkdir(parents=True, exist_ok=True)
    run.chmod(0o700)
    return Sted(rod, run, _roots_mappe(rod) if os.geteuid() == 0 else run)


def _roots_mappe(rod: Path) -> Path:
    """A folder that the servers' user can pass through; /var/tmp survives a restart of the machine."""
    aftryk = hashlib.sha256(bytes(rod)).hexdigest()[:12]
    mappe = Path("/var/tmp") / f"helhedsplan-{aftryk}"
    with contextlib.suppress(FileExistsError):
        mappe.mkdir()
    if mappe.is_symlink() or mappe.stat().st_uid != 0:
        raise KanIkke(f"Mappen {mappe} tilhører en anden bruger. Fjern den, og prøv igen.")
    mappe.chmod(0o755)
    return mappe


@contextlib.contextmanager
def alene(fil: Path) -> Iterator[None]:
    """Hold a lock file exclusively; it is released even when the process is killed."""
    with fil.open("a") as laas:
        fcntl.flock(laas, fcntl.LOCK_EX)
        yield


def uden_fremmede(miljoe: Mapping[str, str]) -> dict[str, str]:
    """A copy without what changes a child behind our back.

    A PGPORT or PGDATABASE moves the server or the client silently; another virtual environment misleads pip and uv.
    """
    fremmede = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE", "LC_ALL"}
    renset = {navn: v for navn, v in miljoe.items() if not navn.startswith("PG") and navn not in fremmede}
    return renset | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def laes_env_fil(fil: Path) -> dict[str, str]:
    """``NAVN=værdi`` lines; blank lines and lines with # are skipped, quotes around a value are removed."""
    if not fil.is_file():
        return {}
    fundet = {}
    for nummer, raa in enumerate(fil.read_text(encoding="utf-8").splitlines(), start=1):
        linje = raa.strip()
        if not linje or linje.startswith("#"):
            continue
        navn, lighed, vaerdi = linje.removeprefix("export ").partition("=")
        if not lighed:
            raise KanIkke(f"Linje {nummer} i {fil.name} skal være NAVN=værdi.")
        vaerdi = vaerdi.strip()
        if len(vaerdi) > 1 and vaerdi[0] == vaerdi[-1] and vaerdi[0] in "\"'":
            vaerdi = vaerdi[1:-1]
        fundet[navn.strip()] = vaerdi
    return fundet


def operatoerens(rod: Path) -> dict[str, str]:
    """The operator's own environment: .env, overruled by what is already set."""
    return uden_fremmede(laes_env_fil(rod / ".env") | os.environ)


def hemmelig_noegle(run: Path) -> str:
    """The checkout's own random key, made once and readable by its owner only."""
    fil = run / "hemmelig_noegle"
    if not fil.is_file():
        ny = fil.with_suffix(".ny")
        ny.touch(mode=stat.S_IRUSR | stat.S_IWUSR)
        ny.write_text(secrets.token_urlsafe(50))
        ny.rename(fil)
    return fil.read_text()


def til_app(valgt: Sted, grund: Mapping[str, str], adresser: Mapping[str, str], *, port: int = 8000) -> dict[str, str]:
    """The application's environment: what the operator set wins; the rest is the embedded default.

    Demo data are allowed only where the database is our own.
    """
    standard = {
        "HEMMELIG_NOEGLE": hemmelig_noegle(valgt.run),
        "MAIL_URL": "console:",
        "OFFENTLIG_URL": f"http://127.0.0.1:{port}",
    }
    if "DATABASE_URL" not in grund:
        standard["TILLAD_DEMO"] = "1"
    return standard | dict(grund) | dict(adresser)

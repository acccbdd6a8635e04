"""What must come from the system: Pango for PDF, and the programs that only the tests use."""

import ctypes
import os
import platform
import shutil
import subprocess
from collections.abc import Sequence

from tale import sig

PANGO_APT = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
PANGO_FILER = ["libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"]
PANGO_MAC = ["/opt/homebrew/lib/libpango-1.0.dylib", "/usr/local/lib/libpango-1.0.dylib"]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def hent_pango() -> None:
    """Make PDF possible, or say the one line to run; the application starts without it."""
    if _har_pango():
        return
    if not (apt(PANGO_APT) and _har_pango()):
        sig(f"Pango mangler, så der kan ikke laves PDF. Alt andet virker. Kør: {linje(PANGO_APT, ['pango'])}")


def hent_proevevaerktoej() -> None:
    """The browser and the PDF tools of the tests."""
    oenskede = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
    pakker = [pakke for program, pakke in oenskede.items() if not shutil.which(program)]
    if not chromium():
        pakker.append("chromium")
    if pakker and not apt(pakker):
        sig(f"Prøverne mangler {' og '.join(pakker)}. Kør: {linje(pakker, pakker)}")


def chromium() -> str | None:
    """The path of the machine's own browser, if it has one."""
    return next((sti for navn in CHROMIUM if (sti := shutil.which(navn))), None)


def apt(pakker: Sequence[str]) -> bool:
    """Install Debian packages; False where that can't be done without asking for a password."""
    som_root = _som_root()
    if som_root is None:
        return False
    sig(f"Installerer {' '.join(pakker)} med apt …")
    laas = ["-o", "DPkg::Lock::Timeout=120"]
    miljoe = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # an update that fails (one source of several is down) need not stop the install
    for rest in (["update"], ["install", "-y", "--no-install-recommends", *pakker]):
        kommando = [*som_root, "apt-get", "-qq", *laas, *rest]
        svar = subprocess.run(kommando, check=False, capture_output=True, text=True, env=miljoe)
    if svar.returncode:
        sig(f"Apt kunne ikke installere: {svar.stderr.strip()[-500:]}")
    return svar.returncode == 0


def linje(debian: Sequence[str], mac: Sequence[str]) -> str:
    """The one line that a person runs instead."""
    if platform.system() == "Darwin":
        return f"brew install {' '.join(mac)}"
    return f"sudo apt-get install {' '.join(debian)}"


def _som_root() -> list[str] | None:
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    svar = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"] if svar.returncode == 0 else None


def _har_pango() -> bool:
    if platform.system() == "Darwin":
        return any(_kan_laeses(fil) for fil in PANGO_MAC)
    return all(_kan_laeses(fil) for fil in PANGO_FILER)


def _kan_laeses(fil: str) -> bool:
    try:
        ctypes.CDLL(fil)
    except OSError:
        return False
    return True

"""Python packages from the hash-pinned locks: the project's own into .venv, what the machine lacks beside it."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system
from miljoe import Sted, uden_fremmede
from tale import KanIkke, sig

STEMPEL = "helhedsplan-laas"


def klar(sted: Sted, gruppe: str) -> None:
    """Make .venv hold what requirements/<gruppe>.txt says. Does nothing when the lock is unchanged.

    A venv that has the test group keeps it: drift is a part of test, so bin/start never undoes bin/test.
    """
    _klar_venv(sted)
    stempel = sted.rod / ".venv" / STEMPEL
    har, _, aftryk = stempel.read_text().partition(" ") if stempel.is_file() else ("", "", "")
    gruppe = "test" if "test" in (har, gruppe) else gruppe
    laas = sted.rod / "requirements" / f"{gruppe}.txt"
    nu = hashlib.sha256(laas.read_bytes()).hexdigest()
    if (har, aftryk) == (gruppe, nu):
        return
    sig("Henter Python-pakker …")
    _installer(sted, ["pip", "sync", "--require-hashes", str(laas)], ["-r", str(laas)])
    stempel.write_text(f"{gruppe} {nu}")


def hjul(sted: Sted, navn: str) -> Path:
    """The folder with one package of requirements/servere.txt, fetched the first time; without what it depends on."""
    valgt = udsnit((sted.rod / "requirements" / "servere.txt").read_text(), navn)
    mappe = sted.tilstand / "hjul" / f"{navn}-{hashlib.sha256(valgt.encode()).hexdigest()[:12]}"
    if mappe.is_dir():
        return mappe
    sig(f"Henter {navn} …")
    ny = mappe.with_suffix(".ny")
    shutil.rmtree(ny, ignore_errors=True)
    ny.mkdir(parents=True)
    laas = ny / "laas.txt"
    laas.write_text(valgt)
    til = ["--target", str(ny), "-r", str(laas)]
    _installer(sted, ["pip", "install", "--link-mode=copy", "--no-deps", "--require-hashes", *til], til)
    for sti in ny.rglob("*"):  # root's servers run as another user, who must be able to read them
        sti.chmod(sti.stat().st_mode | (0o555 if sti.is_dir() or os.access(sti, os.X_OK) else 0o444))
    for mor in (ny, ny.parent):
        mor.chmod(0o755)
    ny.rename(mappe)
    return mappe


def udsnit(laas: str, navn: str) -> str:
    """The lines of one package in a lock. Raises KanIkke when the lock doesn't have it."""
    linjer: list[str] = []
    med = False
    for linje in laas.splitlines(keepends=True):
        if not linje.startswith((" ", "#")):
            med = linje.startswith(f"{navn}==")
        if med:
            linjer.append(linje)
    if not linjer:
        raise KanIkke(f"Pakken {navn} mangler i requirements/servere.txt.")
    return "".join(linjer)


def _klar_venv(sted: Sted) -> None:
    if sted.python.exists():
        return
    sig("Opretter .venv …")
    if _lav_venv(sted):
        return
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if system.apt(["python3-venv"]) and (_lav_venv(sted) or (system.apt([version]) and _lav_venv(sted))):
        return
    raise KanIkke(f"Denne Python kan ikke lave et virtuelt miljø. Kør: {system.linje([version], [])}")


def _lav_venv(sted: Sted) -> bool:
    kommando = [sys.executable, "-m", "venv", "--clear", str(sted.rod / ".venv")]
    lavet = subprocess.run(kommando, check=False, capture_output=True).returncode == 0
    if not lavet:
        shutil.rmtree(sted.rod / ".venv", ignore_errors=True)
    return lavet


def _installer(sted: Sted, med_uv: Sequence[str], med_pip: Sequence[str]) -> None:
    """Install with uv; with pip where uv can't be had or can't reach the packages."""
    if uv := _uv(sted):
        faerdig, _ = _proev(sted, [uv, *med_uv[:2], "--python", str(sted.python), *med_uv[2:]])
        if faerdig:
            return
    faerdig, svar = _proev(sted, [*_pip(sted), *med_pip])
    if not faerdig:
        raise KanIkke(f"Pakkerne kunne ikke hentes. Er der forbindelse til nettet?\n{svar.strip()[-1500:]}")


def _uv(sted: Sted) -> str | None:
    uv = sted.python.with_name("uv")
    if not uv.exists():
        laas = sted.run / "uv.txt"
        laas.write_text(udsnit((sted.rod / "requirements" / "servere.txt").read_text(), "uv"))
        _proev(sted, [*_pip(sted), "-r", str(laas)])
    return str(uv) if uv.exists() else shutil.which("uv")


def _pip(sted: Sted) -> list[str]:
    return [str(sted.python), "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps"]


def _proev(sted: Sted, kommando: Sequence[str]) -> tuple[bool, str]:
    miljoe = uden_fremmede(os.environ) | {"PIP_ROOT_USER_ACTION": "ignore", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    svar = subprocess.run(kommando, cwd=sted.rod, env=miljoe, check=False, capture_output=True, text=True)
    return svar.returncode == 0, svar.stderr

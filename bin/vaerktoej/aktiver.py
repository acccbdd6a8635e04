"""Fetch the third-party files of the browser and of paper, and put them in ``static/vendor/``.

Nothing third-party is committed (docs/beslutninger/0002-designsystem.md). This script runs ``npm ci`` from
the committed lock and copies only what the pages name:

    dkfds/css/dkfds.css   the design system, in the cascade layer ``dkfds`` so that our own rules always win
    dkfds/fonts, img      the woff2 faces and the pictures that its CSS names
    fonte/                IBM Plex Sans as TTF, for paper
    trix/                 the text editor
    axe/axe.min.js        the accessibility checker; only the tests load it

Standard library only: it runs before anything is installed. A stamp makes the second run free.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

FONTE = ("Regular", "Italic", "SemiBold", "Bold")
NPM_MANGLER = (
    "Npm mangler. Hent Node.js (mindst version 18) fra maskinens egne pakker, "
    "eller sæt NPM til stien til et npm-program, og prøv igen."
)

FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
WOFF2 = re.compile(r"url\(([^)]*?/([^/)]+\.woff2))\)")
BILLEDE = re.compile(r"url\(([\"']?)\.\./img/([^)\"'?#]+)\1\)")
KILDEKORT = re.compile(r"(?://[#@]|/\*[#@])\s*sourceMappingURL=[^\s*]+(?:\s*\*/)?")


class AktiverKanIkkeHentes(Exception):
    """A Danish sentence that says what is missing and what to do."""


def hent(rod: Path) -> bool:
    """Fill ``static/vendor/`` below ``rod``; False when it already was up to date.

    Raises AktiverKanIkkeHentes when npm is missing or fails.
    """
    maal = rod / "static" / "vendor"
    stempel = _stempel(rod)
    stempelfil = maal / ".stempel"
    if stempelfil.is_file() and stempelfil.read_text() == stempel:
        return False

    _npm_ci(rod)
    nyt = rod / "static" / f".vendor-{os.getpid()}"
    shutil.rmtree(nyt, ignore_errors=True)
    moduler = rod / "node_modules"
    _kopier_dkfds(moduler / "dkfds" / "dist", nyt)
    _kopier_trix(moduler / "trix" / "dist", nyt / "trix")
    _kopier_tekst(moduler / "axe-core" / "axe.min.js", nyt / "axe" / "axe.min.js")
    (nyt / ".stempel").write_text(stempel)

    shutil.rmtree(maal, ignore_errors=True)
    nyt.rename(maal)
    return True


def _stempel(rod: Path) -> str:
    """The lock and this script together decide what the folder holds."""
    indhold = (rod / "package-lock.json").read_bytes() + Path(__file__).read_bytes()
    return hashlib.sha256(indhold).hexdigest()


def _npm_ci(rod: Path) -> None:
    npm = os.environ.get("NPM") or shutil.which("npm")
    if not npm:
        raise AktiverKanIkkeHentes(NPM_MANGLER)
    # npm starts node from PATH; an npm outside PATH has its node beside it
    miljoe = os.environ | {"PATH": os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])}
    kommando = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        svar = subprocess.run(kommando, cwd=rod, env=miljoe, check=False, capture_output=True, text=True)
    except OSError as fejl:
        raise AktiverKanIkkeHentes(f"{NPM_MANGLER} ({fejl})") from fejl
    if svar.returncode:
        raise AktiverKanIkkeHentes(f"Npm kunne ikke hente filerne. Npm svarede:\n{svar.stderr.strip()}")


def _kopier_dkfds(dist: Path, nyt: Path) -> None:
    """Copy the neutral theme; keep only files that its CSS names, so that manifest storage finds them all."""
    css = (dist / "css" / "dkfds.min.css").read_text(encoding="utf-8")
    css = KILDEKORT.sub("", css).removeprefix("\ufeff").removeprefix('@charset "UTF-8";')
    css = FONT_FACE.sub(lambda fund: _kun_woff2(fund.group(), dist, nyt / "dkfds" / "fonts"), css)
    for _, navn in set(BILLEDE.findall(css)):
        _kopier(dist / "img" / navn, nyt / "dkfds" / "img" / navn)
    _skriv(nyt / "dkfds" / "css" / "dkfds.css", f'@charset "UTF-8";@layer dkfds{{{css}}}\n')

    ttf = dist / "fonts" / "IBMPlexSans" / "complete" / "ttf"
    for snit in FONTE:
        _kopier(ttf / f"IBMPlexSans-{snit}.ttf", nyt / "fonte" / f"IBMPlexSans-{snit}.ttf")
    _kopier(dist / "LICENSE.md", nyt / "dkfds" / "LICENSE.md")


def _kun_woff2(regel: str, dist: Path, mappe: Path) -> str:
    """One ``@font-face`` with its woff2 file only; a face without one (``system``, local) is dropped."""
    fund = WOFF2.search(regel)
    if not fund:
        return ""
    sti, navn = fund.groups()
    _kopier(dist / "css" / sti, mappe / navn)
    return re.sub(r"src:[^;}]*", f'src:url(../fonts/{navn}) format("woff2")', regel)


def _kopier_trix(dist: Path, mappe: Path) -> None:
    _kopier_tekst(dist / "trix.umd.min.js", mappe / "trix.umd.min.js")
    css = KILDEKORT.sub("", (dist / "trix.css").read_text(encoding="utf-8"))
    css = css.removeprefix('@charset "UTF-8";')
    _skriv(mappe / "trix.css", f'@charset "UTF-8";@layer trix{{{css}}}\n')


def _kopier_tekst(fra: Path, til: Path) -> None:
    _skriv(til, KILDEKORT.sub("", fra.read_text(encoding="utf-8")))


def _kopier(fra: Path, til: Path) -> None:
    til.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(fra, til)


def _skriv(til: Path, tekst: str) -> None:
    til.parent.mkdir(parents=True, exist_ok=True)
    til.write_text(tekst, encoding="utf-8")


def main() -> int:
    try:
        nyt = hent(Path(__file__).resolve().parents[2])
    except AktiverKanIkkeHentes as fejl:
        print(fejl, file=sys.stderr)
        return 1
    print("Filerne i static/vendor er hentet." if nyt else "Filerne i static/vendor er ajour.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

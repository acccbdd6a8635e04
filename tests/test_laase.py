"""The locks name versions and checksums, never an address; and nothing that others made is committed."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROD = Path(__file__).resolve().parent.parent
LAASE = [*sorted((ROD / "requirements").glob("*.txt")), ROD / "package-lock.json"]
# requirements/<file>: what uv compiles it from
KILDER = {
    "drift.txt": ["pyproject.toml"],
    "test.txt": ["pyproject.toml", "--group", "test"],
    "servere.txt": ["--group", "servere"],
}
FREMMEDE = re.compile(
    r"(^|/)(node_modules|static/vendor|\.venv)/|\.(woff2?|ttf|otf|eot|whl|map)$|\.min\.(js|css)$|(^|/)(htmx|trix|dkfds)[^/]*\.(js|css)$"
)


def test_hver_laas_har_sin_kilde():
    assert {fil.name for fil in LAASE} == {*KILDER, "package-lock.json"}


@pytest.mark.parametrize("fil", LAASE, ids=lambda fil: fil.name)
def test_ingen_laas_har_en_adresse(fil):
    assert "://" not in fil.read_text()


@pytest.mark.parametrize("fil", LAASE[:-1], ids=lambda fil: fil.name)
def test_hver_pakke_har_version_og_kontrolsum(fil):
    pakker = re.split(r"\n(?=\S)", fil.read_text().strip())

    assert [
        pakke for pakke in pakker if not re.match(r"[a-z0-9-]+==\S+( ; .+)? \\\n +--hash=sha256:[0-9a-f]{64}", pakke)
    ] == []


def test_proevernes_laas_har_hele_driftens():
    drift, test = ((ROD / "requirements" / navn).read_text() for navn in ("drift.txt", "test.txt"))

    # bin/start leaves a venv with the test group alone, because it has the same versions
    assert [linje for linje in drift.splitlines() if "==" in linje and linje not in test.splitlines()] == []


def test_hver_afhaengighed_har_en_begrundelse():
    tekst = (ROD / "pyproject.toml").read_text()
    drift = tomllib.loads(tekst)["project"]["dependencies"]

    assert [navn for navn in drift if not re.search(re.escape(f'"{navn}"') + r",\s+# \S", tekst)] == []


@pytest.mark.parametrize("navn", KILDER)
def test_en_ny_laas_er_den_samme(navn, tmp_path):
    laas = ROD / "requirements" / navn
    ny = tmp_path / navn
    ny.write_text(laas.read_text())  # uv keeps the versions that the output file has
    uv = Path(sys.executable).with_name("uv")
    if not uv.exists():
        pytest.skip("uv er ikke i .venv")
    svar = subprocess.run(
        [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-header",
         "--no-annotate", *KILDER[navn], "-o", ny],
        cwd=ROD, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if svar.returncode and re.search(r"(?i)connect|dns|timed? ?out|failed to fetch|network", svar.stderr):
        pytest.skip("der er ikke forbindelse til et pakkeindeks")

    assert svar.stderr == ""
    assert ny.read_text() == laas.read_text()


def test_ingen_fremmede_filer_er_gemt():
    if not (shutil.which("git") and (ROD / ".git").exists()):
        pytest.skip("ikke et git-arkiv")
    svar = subprocess.run(["git", "ls-files", "-z"], cwd=ROD, capture_output=True, text=True, check=True)

    assert [fil for fil in svar.stdout.split("\0") if FREMMEDE.search(fil)] == []

"""bin/test: pytest against throw-away servers. Its arguments are pytest's; they overrule -n 2 --dist loadfile."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from urllib.parse import urlsplit

import klargoer
import servere
import system
from barn import koer_barn
from miljoe import Sted, sted, til_app, uden_fremmede
from tale import koer

# Tests read templates and pages, not file names with a fingerprint: no collectstatic before each run.
STATIC_LAGER = "django.contrib.staticfiles.storage.StaticFilesStorage"


@contextlib.contextmanager
def proevemiljoe(her: Sted) -> Iterator[dict[str, str]]:
    """The tests' environment. The operator's .env is not read: a test never touches a real database by mistake."""
    grund = uden_fremmede(os.environ)
    klargoer.maskine(her, "test")
    with servere.proeve(her, grund) as adresser, tempfile.TemporaryDirectory(prefix="helhedsplan-media-") as media:
        egne = {"MEDIA_MAPPE": media, "STATIC_LAGER": STATIC_LAGER, "TILLAD_DEMO": "1", "MAIL_URL": "console:"}
        if browser := system.chromium():
            egne["HELHEDSPLAN_CHROMIUM"] = browser
        miljoe = til_app(her, grund, egne | adresser)
        if "DATABASE_URL" not in grund:
            miljoe["TEST_SKABELON"] = skabelon(her, miljoe)
        yield miljoe


def skabelon(her: Sted, miljoe: dict[str, str]) -> str:
    """Migrate the throw-away cluster's own database once; each worker's test database is a copy of it. Its name."""
    subprocess.run(
        [her.python, "manage.py", "migrate", "--verbosity", "0"], cwd=her.rod, env=miljoe, check=True, stdout=sys.stderr
    )
    return urlsplit(miljoe["DATABASE_URL"]).path.strip("/")


def pytest(her: Sted, miljoe: dict[str, str], argumenter: list[str]) -> int:
    return koer_barn([her.python, "-m", "pytest", "-n", "2", "--dist", "loadfile", *argumenter], miljoe, her.rod)


def hoved(argumenter: list[str]) -> int:
    her = sted()
    with proevemiljoe(her) as miljoe:
        return pytest(her, miljoe, argumenter)


if __name__ == "__main__":
    koer(hoved)

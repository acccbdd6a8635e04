"""bin/test: pytest against throw-away servers. Its arguments are pytest's; they overrule -n 2 --dist loadfile."""

import contextlib
import os
import tempfile
from collections.abc import Iterator

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
        yield til_app(her, grund, egne | adresser)


def pytest(her: Sted, miljoe: dict[str, str], argumenter: list[str]) -> int:
    return koer_barn([her.python, "-m", "pytest", "-n", "2", "--dist", "loadfile", *argumenter], miljoe, her.rod)


def hoved(argumenter: list[str]) -> int:
    her = sted()
    with proevemiljoe(her) as miljoe:
        return pytest(her, miljoe, argumenter)


if __name__ == "__main__":
    koer(hoved)

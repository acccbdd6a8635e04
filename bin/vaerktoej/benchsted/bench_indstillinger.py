"""The site's own settings, with one page more: the floor that the others are held against."""

from pathlib import Path

from helhedsplan.settings import *  # noqa: F403, TID251 - settings are extended, not read
from helhedsplan.settings import TEMPLATES  # noqa: TID251

ROOT_URLCONF = "bench_urls"
TEMPLATES = [TEMPLATES[0] | {"DIRS": [*TEMPLATES[0]["DIRS"], Path(__file__).parent / "skabeloner"]}]

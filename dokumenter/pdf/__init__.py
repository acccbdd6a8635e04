"""The only file that knows WeasyPrint: a report and its template become HTML, HTML becomes a tagged PDF.

The same HTML gives the same bytes on the same machine image, whenever and wherever it runs.
"""

import ctypes
import logging
import re
import sys
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.template.loader import render_to_string

# The libraries that WeasyPrint loads, under the names they have on Linux and on macOS.
BIBLIOTEKER = {
    "linux": ("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0"),
    "darwin": ("libgobject-2.0.0.dylib", "libpango-1.0.dylib", "libpangoft2-1.0.dylib", "libharfbuzz.0.dylib"),
}
LINJE = {
    "linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
}
VARIANT = "pdf/ua-1"
STILARK = ("css/tokens.css", "css/papir.css")
PYNT = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)" aria-hidden="true"[^>]*?(/>|>.*?</svg>)', re.DOTALL)
FREMSKRIDT = logging.getLogger("weasyprint.progress")

# WeasyPrint's libraries are not promised to be safe in threads, and with one interpreter nothing is lost by waiting.
_EN_AD_GANGEN = threading.Lock()


class KanIkkeLavePDF(Exception):
    """This machine lacks Pango; the message is a Danish sentence with the line to run."""


@dataclass(frozen=True)
class Pdf:
    indhold: bytes
    sider: int


@cache
def mangler_system() -> str:
    """Why this machine can't make a PDF, as a Danish sentence with the line to run; empty when it can."""
    for navn in BIBLIOTEKER.get(sys.platform, ()):
        try:
            ctypes.CDLL(navn)
        except OSError:
            return f"PDF er slået fra, fordi biblioteket Pango mangler på serveren. Kør: {LINJE[sys.platform]}"
    return ""


def html(rapport: Any, skabelon: str, stilark: tuple[str, ...] = ()) -> str:
    """The paper as HTML. `stilark` are the addresses of the style sheets; without them those that `pdf` can read."""
    return render_to_string(skabelon, {"rapport": rapport, "stilark": stilark or tuple(_uri(et) for et in STILARK)})


def pdf(kilde: str, *, paa_side: Callable[[int], None] = lambda nr: None) -> Pdf:
    """A tagged PDF (PDF/UA-1). `paa_side` is told the number of each page the first time it is laid out.

    Raises KanIkkeLavePDF. Nothing is fetched but the project's own static files.
    """
    if grund := mangler_system():
        raise KanIkkeLavePDF(grund)
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    class KunEgneFiler(URLFetcher):
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if not _er_egen(url):
                raise ValueError("Et papir henter intet uden for programmets egne filer.")
            return super().fetch(url, headers)

    henter = KunEgneFiler(allowed_protocols=["file", "data"])
    with _EN_AD_GANGEN, _lytter(paa_side):
        dokument = HTML(string=_uden_pynt(kilde), url_fetcher=henter).render(pdf_variant=VARIANT)
        return Pdf(dokument.write_pdf(pdf_variant=VARIANT), len(dokument.pages))


def _uden_pynt(kilde: str) -> str:
    """A drawing that says nothing but what stands in words beside it is hidden on a screen. In a PDF every drawing is a
    figure that is read aloud, but a background is not: so it becomes one, of its own size times --maal; an empty one
    goes."""

    def baggrund(fund: re.Match[str]) -> str:
        if fund[3] == "/>":
            return ""
        maal = f"width:calc({fund[1]}px * var(--maal));height:calc({fund[2]}px * var(--maal))"
        svg = b64encode(fund[0].encode()).decode()
        return f'<span class="pynt" style="{maal};background-image:url(data:image/svg+xml;base64,{svg})"></span>'

    return PYNT.sub(baggrund, kilde)


def _statisk() -> Path:
    return Path(settings.STATICFILES_DIRS[0]).resolve()


def _uri(sti: str) -> str:
    return (_statisk() / sti).as_uri()


def _er_egen(url: str) -> bool:
    """data: and files below the static folder; nothing else, and no way around by .. or a link."""
    dele = urlsplit(url)
    if dele.scheme == "data":
        return True
    if dele.scheme != "file" or dele.netloc:
        return False
    return Path(unquote(dele.path)).resolve().is_relative_to(_statisk())


@contextmanager
def _lytter(paa_side: Callable[[int], None]) -> Iterator[None]:
    """WeasyPrint tells its progress to a logger, for all threads alike: hear only our own."""
    egen_traad = threading.get_ident()

    class Lytter(logging.Handler):
        senest = 0

        def emit(self, besked: logging.LogRecord) -> None:
            # pages are laid out again when the table of contents gets its numbers; that is no progress
            if besked.thread == egen_traad and "Creating layout - Page" in besked.msg and besked.args[0] > self.senest:
                self.senest = besked.args[0]
                paa_side(self.senest)

    lytter = Lytter(logging.INFO)
    FREMSKRIDT.setLevel(logging.INFO)
    FREMSKRIDT.propagate = False
    FREMSKRIDT.addHandler(lytter)
    try:
        yield
    finally:
        FREMSKRIDT.removeHandler(lytter)

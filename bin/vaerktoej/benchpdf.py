"""bin/bench: one paper as PDF by WeasyPrint and by Chromium, from the same HTML. `benchpdf RUNDER PLAN [DELAFTALE]`."""

import json
import os
import resource
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import benchapp  # noqa: F401 - sets Django up
from django.utils import timezone
from playwright.sync_api import Page, sync_playwright

from aftaler.models import Helhedsplan
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Valg
from dokumenter.services.bestilling import find_grundlag
from dokumenter.statuses import Format, Papir

FLAG = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage"]


def kilden(slug: str, delaftale: str) -> str:
    """One of the plan's delaftaler, or all of them in one paper, as HTML."""
    plan = Helhedsplan.objects.get(slug=slug)
    grundlag = find_grundlag(
        plan, Papir.DELAFTALE, Valg(delaftale=delaftale or None), Format.PDF, i_dag=timezone.localdate(), laeser=None
    )
    papirtype = PAPIRER[Papir.DELAFTALE]
    return pdf.html(papirtype.byg(grundlag), papirtype.skabelon)


def weasyprint(html: str) -> tuple[float, int]:
    begyndt = perf_counter()
    faerdig = pdf.pdf(html)
    return perf_counter() - begyndt, faerdig.sider


def chromium(side: Page, fil: Path) -> float:
    """In a browser that runs already, as the worker that WeasyPrint sits in does."""
    begyndt = perf_counter()
    side.goto(fil.as_uri())
    side.pdf(prefer_css_page_size=True, tagged=True)
    return perf_counter() - begyndt


def maal(runder: int, slug: str, delaftale: str) -> dict[str, float]:
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop in this thread
    html = kilden(slug, delaftale)
    with tempfile.TemporaryDirectory() as mappe, sync_playwright() as p:
        fil = Path(mappe) / "papir.html"
        fil.write_text(html)
        browser = p.chromium.launch(executable_path=os.environ["HELHEDSPLAN_CHROMIUM"], args=FLAG)
        side = browser.new_page()
        chromium(side, fil)
        par = [(weasyprint(html), chromium(side, fil)) for _ in range(runder)]
        browser.close()
    sekunder, chromiums = median(et for (et, _), _ in par), median(et for _, et in par)
    return {
        "sider": par[0][0][1],
        "sekunder": round(sekunder, 2),
        "chromium_sekunder": round(chromiums, 2),
        "forhold": round(sekunder / chromiums, 2),
        "mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


if __name__ == "__main__":
    print(json.dumps(maal(int(sys.argv[1]), *sys.argv[2:4])))

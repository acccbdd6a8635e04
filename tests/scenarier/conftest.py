"""The browser scenarios: the demo plans on a real server, a real Chromium, and axe on every page."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from playwright.sync_api import Page

from brugere.models import Bruger

AXE = Path(__file__).resolve().parents[2] / "static" / "vendor" / "axe" / "axe.min.js"
REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def demo(rigtig_database: None, settings: Any) -> None:
    """The four demo plans, committed, so that the server's threads see them."""
    settings.TILLAD_DEMO = True
    call_command("demo", verbosity=0)


@pytest.fixture
def log_ind(page: Page, live_server: Any, client: Any) -> Any:
    """Log in as a demo person by the session's cookie; the login page has its own tests."""

    def som(rolle: str) -> Page:
        client.force_login(Bruger.objects.get(email=f"{rolle}@demo.invalid"))
        noegle = client.cookies[django_settings.SESSION_COOKIE_NAME].value
        page.context.clear_cookies()
        page.context.add_cookies(
            [{"name": django_settings.SESSION_COOKIE_NAME, "value": noegle, "url": live_server.url}]
        )
        return page

    return som


@pytest.fixture
def overtraedelser(page: Page) -> Any:
    """What axe finds on the page as it stands now: (rule, first place)."""

    def find() -> list[tuple[str, str]]:
        page.evaluate(AXE.read_text())
        svar = page.evaluate("regler => axe.run({runOnly: regler, resultTypes: ['violations']})", REGLER)
        return [(et["id"], et["nodes"][0]["html"][:200]) for et in svar["violations"]]

    return find

"""Attendance on a phone of 390 px: three taps, no JavaScript, and a connection that goes away."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from playwright.sync_api import Browser, Page, Route, expect

from brugere.roles import Rolle
from maalinger.models import Registrering
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    HelhedsplanFactory,
    IndsatsomraadeFactory,
    MedlemskabFactory,
)

pytestmark = pytest.mark.browser
TELEFON = {"width": 390, "height": 844}


@pytest.fixture
def lektiecafe(rigtig_database: None) -> Any:
    """An activity of a plan that runs today."""
    i_dag = timezone.localdate()
    plan = HelhedsplanFactory(start_dato=i_dag - timedelta(days=200), slut_dato=i_dag + timedelta(days=900))
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    AktivitetFactory(delaftale=delaftale, navn="Jobcafé")
    return AktivitetFactory(delaftale=delaftale, navn="Lektiecafé")


@pytest.fixture
def noegle(lektiecafe: Any, client: Any, live_server: Any) -> dict[str, str]:
    """The session cookie of a medarbejder."""
    plan = lektiecafe.delaftale.indsatsomraade.helhedsplan
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=Rolle.MEDARBEJDER).bruger)
    navn = django_settings.SESSION_COOKIE_NAME
    return {"name": navn, "value": client.cookies[navn].value, "url": live_server.url}


@pytest.fixture
def forside(lektiecafe: Any, live_server: Any) -> str:
    return f"{live_server.url}/planer/{lektiecafe.delaftale.indsatsomraade.helhedsplan.slug}/fremmoede/"


@pytest.fixture
def telefon(page: Page, noegle: dict[str, str], forside: str) -> Page:
    page.set_viewport_size(TELEFON)
    page.context.add_cookies([noegle])
    page.goto(forside)
    return page


def vaelg_14(page: Page) -> None:
    page.get_by_role("link", name="Lektiecafé").click()
    page.get_by_role("radio", name="14", exact=True).check()


def gemte() -> list[tuple[str, int | None]]:
    return list(Registrering.objects.order_by("pk").values_list("aktivitet__navn", "deltagelser"))


def test_tre_tryk_og_kvitteringen_siger_hvad_der_skete(telefon, overtraedelser):
    assert overtraedelser() == []
    telefon.get_by_role("link", name="Lektiecafé").click()
    assert overtraedelser() == []
    maal = telefon.locator(".taster .valgknap, .dagvalg .valgknap, [data-gem]").evaluate_all(
        "alle => alle.map(et => et.getBoundingClientRect()).map(et => Math.min(et.width, et.height))"
    )
    assert min(maal) >= 44
    telefon.get_by_role("radio", name="14", exact=True).check()
    expect(telefon.get_by_role("button", name="Gem 14 deltagelser")).to_be_in_viewport()
    telefon.get_by_role("button", name="Gem 14 deltagelser").click()

    expect(telefon.get_by_role("heading", level=1)).to_have_text("14 deltagelser i Lektiecafé")
    assert gemte() == [("Lektiecafé", 14)]
    assert overtraedelser() == []
    assert telefon.evaluate("document.documentElement.scrollWidth") == TELEFON["width"]


def test_et_forkert_tal_rettes_paa_tre_tryk(telefon):
    vaelg_14(telefon)
    telefon.get_by_role("button", name="Gem 14 deltagelser").click()
    telefon.get_by_role("link", name="Ret antallet").click()
    telefon.get_by_role("radio", name="12", exact=True).check()
    telefon.get_by_role("button", name="Gem 12 deltagelser").click()

    expect(telefon.get_by_role("heading", level=1)).to_have_text("12 deltagelser i Lektiecafé")
    assert gemte() == [("Lektiecafé", 12)]


def test_uden_javascript_er_det_en_almindelig_formular(browser: Browser, noegle, forside):
    with browser.new_context(java_script_enabled=False, viewport=TELEFON) as kontekst:
        kontekst.add_cookies([noegle])
        side = kontekst.new_page()
        side.goto(forside)
        vaelg_14(side)
        side.get_by_role("radio", name="30 eller flere").check()
        side.get_by_label("Skriv antallet").fill("34")
        side.get_by_role("button", name="Gem antallet").click()
        expect(side.get_by_role("heading", level=1)).to_have_text("34 deltagelser i Lektiecafé")
    assert gemte() == [("Lektiecafé", 34)]


def test_tallet_ligger_paa_telefonen_til_der_er_net_igen(telefon):
    vaelg_14(telefon)
    telefon.context.set_offline(True)
    telefon.get_by_role("button", name="Gem 14 deltagelser").click()

    expect(telefon.get_by_text("Ingen forbindelse. Tallet ligger på telefonen, til det er gemt.")).to_be_visible()
    assert gemte() == []

    telefon.context.set_offline(False)
    expect(telefon.get_by_role("heading", level=1)).to_have_text("14 deltagelser i Lektiecafé")
    assert gemte() == [("Lektiecafé", 14)]


def test_er_siden_lukket_imens_venter_tallet_paa_forsiden(telefon, forside):
    vaelg_14(telefon)
    telefon.context.set_offline(True)
    telefon.get_by_role("button", name="Gem 14 deltagelser").click()
    expect(telefon.get_by_text("Ingen forbindelse.")).to_be_visible()
    telefon.goto("about:blank")
    telefon.context.set_offline(False)

    telefon.goto(forside)
    expect(telefon.get_by_text("14 deltagelser i Lektiecafé")).to_be_visible()
    telefon.get_by_role("button", name="Gem nu").click()

    expect(telefon.get_by_role("heading", level=1)).to_have_text("14 deltagelser i Lektiecafé")
    assert gemte() == [("Lektiecafé", 14)]
    telefon.goto(forside)
    expect(telefon.get_by_text("Ikke gemt endnu")).to_be_hidden()


def test_forsvinder_kun_svaret_bliver_det_alligevel_en_raekke(telefon):
    vaelg_14(telefon)

    def tab_svaret(rute: Route) -> None:
        if rute.request.method != "POST":
            return rute.continue_()
        rute.fetch(max_redirects=0)  # the server saves, and nobody hears it
        return rute.abort()

    telefon.route("**/fremmoede/*/", tab_svaret)
    telefon.get_by_role("button", name="Gem 14 deltagelser").click()
    expect(telefon.get_by_text("Ingen forbindelse.")).to_be_visible()
    assert gemte() == [("Lektiecafé", 14)]

    telefon.unroute("**/fremmoede/*/")
    telefon.get_by_role("button", name="Gem 14 deltagelser").click()

    expect(telefon.get_by_role("heading", level=1)).to_have_text("14 deltagelser i Lektiecafé")
    assert gemte() == [("Lektiecafé", 14)]

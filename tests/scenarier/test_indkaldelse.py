"""In the browser: an agenda put in order with the keyboard, an invitation, and an answer without a login."""

import re

import pytest
from playwright.sync_api import Page, expect

from kerne.models import Udsendelse
from moeder.models import Moede

pytestmark = pytest.mark.browser


def bredde(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


def test_en_dagsorden_en_indkaldelse_og_et_svar(demo, log_ind, live_server, overtraedelser):
    moede = Moede.objects.get(helhedsplan__slug="lemvig", tilstand="kladde")
    side = f"{live_server.url}/planer/lemvig/moeder/{moede.kode}/"
    page = log_ind("sekretariat")
    fund = {}
    for sti in ("", "../", "indkald/", "punkter/nyt/", f"punkter/{moede.behandlinger.first().pk}/", "idelisten/"):
        page.goto(side + sti)
        fund[sti] = overtraedelser()
    assert [(sti, et) for sti, et in fund.items() if et] == []

    page.goto(side)
    page.get_by_role("button", name="Flyt punkt 4 op").press("Enter")
    expect(page.get_by_text("»Delaftale 5.3: hvad nåede vi? (eksempel)« er nu punkt 3.")).to_be_visible()
    page.get_by_role("link", name="Send indkaldelse").click()
    page.get_by_label("Mail til Inge Kirk").fill("inge@eksempel.invalid")
    page.get_by_role("button", name="Send indkaldelse").click()
    expect(page.get_by_text("er på vej").first).to_be_visible()

    mail = Udsendelse.objects.get(til="inge@eksempel.invalid")
    assert "Personalesag" not in mail.tekst + mail.kalender
    page.context.clear_cookies()
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(live_server.url + re.search(r"/svar/\w+/", mail.tekst)[0])
    assert (overtraedelser(), bredde(page)) == ([], 360)
    page.get_by_label("Sender en stedfortræder").check()
    page.get_by_role("button", name="Gem svaret").click()
    expect(page.get_by_text("Skriv, hvem der kommer i stedet.").first).to_be_visible()
    page.get_by_label("Navn på din stedfortræder").fill("Bo Lind")
    page.get_by_role("button", name="Gem svaret").click()
    expect(page.get_by_text("Tak. Dit svar er gemt")).to_be_visible()

    page = log_ind("sekretariat")
    page.goto(side)
    expect(page.get_by_text("Stedfortræder: Bo Lind")).to_be_visible()
    assert bredde(page) == 360

    page = log_ind("bestyrelse")
    page.goto(live_server.url + "/min-side/")
    page.get_by_role("link", name="Svar på indkaldelsen til Bestyrelsen").click()
    assert (overtraedelser(), bredde(page)) == ([], 360)
    page.goto(side)
    page.get_by_label("Kommer", exact=True).check()
    assert (overtraedelser(), bredde(page)) == ([], 360)
    page.get_by_role("button", name="Gem svaret").click()
    expect(page.get_by_text("Dit svar: Kommer, givet")).to_be_visible()
    assert (page.url, overtraedelser()) == (side, [])

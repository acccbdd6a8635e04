"""Ordering a paper in the browser: the choices follow the paper, and without JavaScript all of them are there."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
FELTER = ("Hvilken version?", "Dato", "Hvilken delaftale?", "Hvilket regnskabsår?", "Hvilket møde?", "Format")


def synlige(page: Page) -> list[str]:
    return [navn for navn in FELTER if page.get_by_label(navn).first.is_visible()]


def test_valgene_foelger_papiret(demo, log_ind, live_server):
    page = log_ind("sekretariat")
    page.goto(f"{live_server.url}/planer/lemvig/papirer/?papir=dagsorden")
    set_ = {"Dagsorden": synlige(page)}
    for navn in ("Delaftale", "Budgetoversigt", "Statusrapport", "Hele sagen", "Milepælsplan"):
        page.get_by_role("radio", name=navn).first.check()
        set_[navn] = synlige(page)

    assert set_ == {
        "Dagsorden": ["Hvilket møde?", "Format"],
        "Delaftale": ["Hvilken version?", "Hvilken delaftale?", "Format"],
        "Budgetoversigt": ["Hvilket regnskabsår?", "Format"],
        "Statusrapport": ["Hvilken version?", "Format"],
        "Hele sagen": [],
        "Milepælsplan": ["Hvilken version?"],
    }
    page.get_by_label("Hvilken version?").select_option(label="Den, der gjaldt på en dato")
    expect(page.get_by_label("Dato")).to_be_visible()
    page.get_by_role("radio", name="Delaftale").first.check()
    page.get_by_role("button", name="Bestil").click()
    expect(page.get_by_text("Skriv datoen, fx 14-01-2022.").first).to_be_visible()


def test_uden_javascript_er_alle_valg_der(demo, log_ind, live_server, browser: Browser):
    noegler = log_ind("sekretariat").context.cookies()
    with browser.new_context(java_script_enabled=False) as kontekst:
        kontekst.add_cookies(noegler)
        page = kontekst.new_page()
        page.goto(f"{live_server.url}/planer/lemvig/papirer/?papir=dagsorden")

        assert synlige(page) == list(FELTER)

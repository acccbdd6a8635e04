"""A figure's way in the browser: returned, mended, approved from Min side; the chart says what its table says."""

import pytest
from playwright.sync_api import expect

from aftaler.models import Helhedsplan

pytestmark = pytest.mark.browser
FAST_MELLEMRUM = "\u00a0"


def test_en_returneret_maaling_rettes_og_godkendes_i_to_klik(demo, log_ind, live_server):
    kriterium = Helhedsplan.objects.get(slug="lemvig").succeskriterier.get(navn="Karakterer i dansk og matematik")
    siden = f"{live_server.url}/planer/lemvig/kriterier/{kriterium.nr}/"

    page = log_ind("medarbejder")
    page.goto(f"{live_server.url}/planer/lemvig/maalinger/")
    returneret = page.get_by_role("listitem").filter(has_text="Hent tallet for eleverne fra boligområdet")
    returneret.get_by_role("link", name="Ret Karakterer i dansk og matematik").click()
    expect(page.get_by_text("returnerede målingen:")).to_be_visible()
    page.get_by_label("Tal", exact=True).fill("6,3")
    page.get_by_role("button", name="Gem og send").click()
    expect(page.get_by_text("er sendt til godkendelse")).to_be_visible()
    expect(page.get_by_text("Foreløbig (2 af 3 år)").first).to_be_visible()

    page = log_ind("projektleder")
    page.goto(f"{live_server.url}/min-side/")
    page.get_by_role("link", name="Godkend tre målinger").click()
    page.get_by_role("button", name="Godkend Karakterer i dansk og matematik, 2022").click()
    expect(page.get_by_text("Karakterer i dansk og matematik, 2022 er godkendt.")).to_be_visible()

    page.goto(siden)
    expect(page.get_by_text("Opfyldt").first).to_be_visible()
    expect(page.get_by_text("Foreløbig (2 af 3 år)")).to_have_count(0)


def test_kurven_og_tabellen_siger_det_samme(demo, log_ind, live_server):
    kriterium = Helhedsplan.objects.get(slug="lemvig").succeskriterier.get(navn="Fraflytning")
    page = log_ind("bestyrelse")
    page.goto(f"{live_server.url}/planer/lemvig/kriterier/{kriterium.nr}/")

    celler = page.locator("table.tallene tbody tr:not([data-raekke]) td:nth-child(2)").all_inner_texts()
    i_tabellen = [et.split(FAST_MELLEMRUM)[0] for et in celler if et != "ikke målt"]
    i_kurven = [
        et.split(FAST_MELLEMRUM)[0] for et in page.locator("figure.kurve .kun-bred svg text").all_text_contents()
    ]

    assert len(i_tabellen) == 5
    assert [et for et in i_tabellen if et not in i_kurven] == []


def test_delmaal_skrives_med_piletaster_og_saettes_ind_fra_et_regneark(demo, log_ind, live_server):
    kriterium = Helhedsplan.objects.get(slug="lemvig").succeskriterier.get(navn="Passive kontanthjælpsmodtagere")
    page = log_ind("projektleder")
    page.goto(f"{live_server.url}/planer/lemvig/kriterier/{kriterium.nr}/maaleplan/")
    foerste = page.get_by_label("Delmål for hele planen, 2019")
    foerste.fill("33")
    foerste.press("ArrowRight")
    expect(page.get_by_label("Delmål for hele planen, 2020")).to_be_focused()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text", "31\\t28,5");
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }"""
    )
    expect(page.get_by_label("Delmål for hele planen, 2021")).to_have_value("28,5")
    page.get_by_label("Hvorfor ændres måleplanen?").fill("Bestyrelsen vedtog delmål 2. juni")
    page.get_by_role("button", name="Gem måleplanen").click()

    expect(page.get_by_text("Delmål for 2019–2021")).to_be_visible()
    expect(
        page.get_by_text("Grund: Bestyrelsen vedtog delmål 2. juni. Ændret: delmål 2019: intet → 33")
    ).to_be_visible()

"""The main job as three people do it: a delaftale is edited, the board reads, the paper for LBF is fetched."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dokumenter import pdf

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(pdf.mangler_system()), reason=pdf.mangler_system() or "Pango er der"),
]
KODE = "demo-kun-lokalt"


def log_ind_med_kode(page: Page, adresse: str, rolle: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{adresse}/login/")
    page.get_by_label("E-mail").fill(f"{rolle}@demo.invalid")
    page.get_by_label("Adgangskode").fill(KODE)
    page.get_by_role("button", name="Log ind").click()


def ret_sammenhaengen(page: Page, adresse: str, tekst: str) -> None:
    page.goto(f"{adresse}/planer/lemvig/delaftaler/5.3/")
    blok = page.locator("#blok-sammenhaeng, #blok-8").first
    blok.get_by_role("link", name="Ret").click()
    felt = page.locator("trix-editor")
    expect(felt).to_be_visible()
    felt.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(tekst)
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Gemt kl.").first).to_be_visible()


def test_fra_rettelse_til_hentet_papir(demo, page, live_server, klokke, ny_arbejder, tmp_path: Path):
    klokke.start()
    ny_arbejder()

    log_ind_med_kode(page, live_server.url, "projektleder")
    ret_sammenhaengen(page, live_server.url, "Ungdomsvejledningen er med hver tirsdag.")
    expect(page.get_by_text("Ungdomsvejledningen er med hver tirsdag.")).to_be_visible()
    expect(page.get_by_text("Kladde").first).to_be_visible()

    log_ind_med_kode(page, live_server.url, "formand")
    page.goto(f"{live_server.url}/planer/lemvig/overblik/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("opfyldt")
    for navn in ("Tryghed i området", "Fraflytning", "Karakterer i dansk og matematik"):
        expect(page.get_by_role("heading", name=navn)).to_be_visible()

    log_ind_med_kode(page, live_server.url, "sekretariat")
    page.goto(f"{live_server.url}/planer/lemvig/papirer/")
    page.get_by_label("Strategisk samarbejdsaftale").check()
    page.get_by_role("button", name="Bestil").click()
    link = page.get_by_role("link", name="Hent").first
    expect(link).to_be_visible(timeout=60_000)
    with page.expect_download() as hentning:
        link.click()
    fil = tmp_path / "aftale.pdf"
    hentning.value.save_as(fil)

    tekst = subprocess.run(["pdftotext", "-layout", fil, "-"], capture_output=True, text=True, check=True).stdout
    oplysninger = subprocess.run(["pdfinfo", fil], capture_output=True, text=True, check=True).stdout
    steder = [
        tekst.rindex(et)
        for et in ("5.1 Tryghed", "5.3 Uddannelse", "5.4 Forebyggelse", "7. Ressourcer", "9. Underretning")
    ]
    assert steder == sorted(steder)
    assert [et for et in ("6.000.000", "2.900.000", "8.900.000") if et not in tekst.replace("\u00a0", " ")] == []
    assert "Tagged:          yes" in oplysninger

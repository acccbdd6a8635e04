"""Upload a sheet with three faulty cells, mend it, and see the figures: a real browser, page and queue."""

from pathlib import Path

import pytest

from kerne.statuses import Indlaesningstilstand
from maalinger.models import Dataindlaesning, Indikatorvaerdi
from maalinger.services import dataarbejde

pytestmark = pytest.mark.browser
HOVED = ["Område", "Nøgletal", "År", "Procent"]


def ark(sti: Path, *raekker) -> str:
    from openpyxl import Workbook

    wb = Workbook()
    wb.active.title = "2022"
    for raekke in (HOVED, *raekker):
        wb.active.append(raekke)
    wb.save(sti)
    return str(sti)


def arbejd(tilstand: Indlaesningstilstand) -> None:
    """What the worker does when the bell rings."""
    dataarbejde.udfoer(str(Dataindlaesning.objects.get(tilstand=tilstand).pk))


def vaelg_og_proev(page, adresse: str, fil: str, kilde: str = "") -> None:
    page.goto(adresse)
    page.get_by_label("Fil", exact=True).set_input_files(fil)
    page.get_by_role("button", name="Vælg filen").click()
    if kilde:
        page.get_by_label("Kilde").fill(kilde)
    page.get_by_role("button", name="Prøv filen").click()
    page.get_by_role("heading", name="Bliver prøvet").wait_for()
    arbejd(Indlaesningstilstand.PROEVES)


def test_et_ark_med_tre_fejl_rettes_og_laeses_ind(demo, log_ind, live_server, overtraedelser, tmp_path):
    page = log_ind("projektleder")
    adresse = f"{live_server.url}/planer/lemvig/data/indlaes/"
    forkert = ark(
        tmp_path / "forkert.xlsx",
        ["Vestbyen", "Fraflytning", 2023, "mange"],
        ["Vestbyen", "Fraflytning", 2024, 224],
        ["Vestbyen", "Fraflytning", 2099, 20.1],
    )
    foer = Indikatorvaerdi.objects.count()

    vaelg_og_proev(page, adresse, forkert, kilde="Boligsociale Data, hentet 1. marts 2025")

    page.get_by_role("heading", name="3 ting skal rettes, før filen kan læses ind").wait_for()  # the page asks itself
    assert [et.replace("\u00a0", " ") for et in page.locator('[data-art="fejl"] li').all_inner_texts()] == [
        "Ark »2022«, celle D2: »mange« er ikke et tal. Skriv det som 22,4 eller 1.936.",
        "Ark »2022«, celle D3: 224 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?",
        "Ark »2022«, celle C4: »2099« ligger i fremtiden. Her kan stå år fra 1990 til 2026.",
    ]
    assert page.get_by_role("button", name="Læs tallene ind").count() == 0
    assert overtraedelser() == []
    assert Indikatorvaerdi.objects.count() == foer

    rigtig = ark(
        tmp_path / "rettet.xlsx",
        ["Vestbyen", "Fraflytning", 2023, "20,4%"],
        ["Vestbyen", "Fraflytning", 2024, None],
        ["Vestbyen", "Fraflytning", 2022, 21.3],
    )
    vaelg_og_proev(page, adresse, rigtig, kilde="Boligsociale Data, hentet 2. marts 2025")
    page.get_by_role("button", name="Læs tallene ind").click()
    page.get_by_role("heading", name="Bliver læst ind").wait_for()
    arbejd(Indlaesningstilstand.INDLAESES)
    page.get_by_role("link", name="Se tallene").click()

    raekken = page.locator("#fraflytning tr", has=page.get_by_role("rowheader", name="2023"))
    assert raekken.get_by_role("cell").first.inner_text().replace("\u00a0", " ").startswith("20,4 %")
    assert Indikatorvaerdi.objects.count() == foer + 1


@pytest.mark.parametrize("bredde", [1280, 360])
def test_siderne_i_indlaesningen_er_tilgaengelige(demo, log_ind, live_server, overtraedelser, tmp_path, bredde):
    page = log_ind("projektleder")
    page.set_viewport_size({"width": bredde, "height": 800})
    fil = ark(tmp_path / "tal.xlsx", ["Vestbyen N", "Fraflytning", 2023, 20.4])
    fund = {}

    def se(navn):
        bred = page.evaluate("document.documentElement.scrollWidth")
        if overtraedelser() or bred > bredde:
            fund[navn] = (overtraedelser(), bred)

    page.goto(f"{live_server.url}/planer/lemvig/data/indlaes/")
    se("vælg")
    page.get_by_label("Fil", exact=True).set_input_files(fil)
    page.get_by_role("button", name="Vælg filen").click()
    page.get_by_label("Kilde").fill("LBF")
    page.get_by_role("button", name="Vis de første rækker").click()
    se("kolonner")
    page.get_by_role("button", name="Prøv filen").click()
    page.get_by_role("heading", name="Bliver prøvet").wait_for()
    se("prøves")
    arbejd(Indlaesningstilstand.PROEVES)
    page.get_by_role("heading", name="Hvad er de navne, planen ikke kender?").wait_for()
    se("prøvet")

    assert fund == {}


def test_uden_javascript_kan_et_ark_ogsaa_laeses_ind(demo, log_ind, live_server, browser, tmp_path):
    page = log_ind("projektleder")
    uden = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    side = uden.new_page()
    fil = ark(tmp_path / "tal.xlsx", ["Vestbyen", "Fraflytning", 2023, 20.4])

    vaelg_og_proev(side, f"{live_server.url}/planer/lemvig/data/indlaes/", fil, kilde="LBF")
    side.get_by_role("link", name="Se, hvor langt den er").click()
    side.get_by_role("button", name="Læs tallene ind").click()
    arbejd(Indlaesningstilstand.INDLAESES)
    side.reload()

    assert side.get_by_role("heading", name="Tallene er læst ind").is_visible()
    uden.close()

"""Money in a real browser: a block pasted from a spreadsheet into the grid, and a ledger with faults mended."""

from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from aftaler.models import Budgetpost, Helhedsplan
from kerne.statuses import Indlaesningstilstand
from oekonomi.models import Forbrug, Forbrugsindlaesning
from oekonomi.services import posteringsarbejde

pytestmark = pytest.mark.browser
HOVED = "Bogføringsdato;Finanskonto;Posteringstekst;Bilagsnr.;Beløb"


def saet_ind(page, felt, tekst: str) -> None:
    """Paste, as a spreadsheet puts it on the clipboard."""
    felt.focus()
    felt.evaluate(
        """(felt, tekst) => {
          const data = new DataTransfer();
          data.setData("text/plain", tekst);
          felt.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        tekst,
    )


def raekken(page, nr: int):
    return page.locator("tr", has=page.locator(f"#id_c{nr}_2019"))


def test_en_blok_fra_et_regneark_saettes_ind_i_nettet(demo, log_ind, live_server, overtraedelser):
    plan = Helhedsplan.objects.get(slug="lemvig")
    page = log_ind("projektleder")
    page.goto(f"{live_server.url}/planer/lemvig/budget/net/")
    assert overtraedelser() == []
    foer = page.locator("#id_c0_2019").input_value()
    i_alt = page.locator('[data-sum="alt"] td').last.inner_text()

    saet_ind(page, page.locator("#id_c0_2019"), "1.936.000\t1936000,50\t12,5 kr.\r\n\t0\t1.936 tkr.\r\n")

    assert [page.locator(f"#id_c0_{aar}").input_value() for aar in (2019, 2020, 2021)] == [
        "1.936.000", "1936000,50", "12,5 kr.",
    ]  # fmt: skip
    assert page.locator("#id_c1_2021").get_attribute("aria-invalid") == "true"
    assert page.locator("[data-talnet-besked]").inner_text() == (
        "6 celler er sat ind. 1 er ikke et beløb. Ret dem, der er mærket, eller fortryd med Ctrl+Z."
    )
    expect(page.locator('[data-sum="alt"] td').last).to_have_text("?")
    page.keyboard.press("Control+z")
    expect(page.locator("#id_c0_2019")).to_have_value(foer)
    expect(page.locator('[data-sum="alt"] td').last).to_have_text(i_alt)

    saet_ind(page, page.locator("#id_c0_2019"), "1.936.000\t1936000,50\t12,5 kr.\r\n\t0\t1.936 tkr.\r\n")
    page.get_by_role("button", name="Gem budgettet").click()
    fejl = page.locator(".fejlsammenfatning li")
    assert fejl.count() == 1
    assert "»1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000." in fejl.inner_text()
    assert page.locator("#id_c0_2020").input_value() == "1936000,50"

    page.locator("#id_c1_2021").fill("1.936.000")
    page.get_by_role("button", name="Gem budgettet").click()
    page.get_by_role("heading", name="Budget og medfinansiering").wait_for()

    nye = Budgetpost.objects.filter(helhedsplan=plan, beloeb__in=[Decimal("1936000"), Decimal("1936000.50"), 0])
    assert sorted(nye.values_list("aar", "beloeb")) == [
        (2019, Decimal(1_936_000)), (2020, Decimal(0)), (2020, Decimal("1936000.50")), (2021, Decimal(1_936_000)),
    ]  # fmt: skip


def test_nettet_rettes_med_tastaturet(demo, log_ind, live_server):
    page = log_ind("projektleder")
    page.goto(f"{live_server.url}/planer/lemvig/budget/net/")
    stod = [page.locator(f"#id_c{nr}_2019").input_value() for nr in (0, 1)]

    page.locator("#id_c0_2019").focus()
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_c1_2019"
    page.keyboard.type("7")
    page.keyboard.press("Escape")
    assert page.locator("#id_c1_2019").input_value() == stod[1]
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "id_c1_2020"
    assert page.locator("#id_c0_2019").input_value() == "5"
    page.keyboard.press("Control+z")
    assert page.locator("#id_c0_2019").input_value() == stod[0]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('input[data-kolonne]')") is False


def skriv(sti: Path, *linjer: str) -> str:
    sti.write_text("\n".join((HOVED, *linjer)), encoding="utf-8")
    return str(sti)


def arbejd(tilstand: Indlaesningstilstand) -> None:
    """What the worker does when the bell rings."""
    posteringsarbejde.udfoer(str(Forbrugsindlaesning.objects.get(tilstand=tilstand).pk))


def vaelg_og_proev(page, adresse: str, fil: str) -> None:
    page.goto(adresse)
    page.get_by_label("Fil", exact=True).set_input_files(fil)
    page.get_by_role("button", name="Vælg filen").click()
    page.get_by_role("button", name="Prøv filen").click()
    page.get_by_role("heading", name="Bliver prøvet").wait_for()
    arbejd(Indlaesningstilstand.PROEVES)


def test_posteringer_med_fejl_rettes_og_laeses_ind(demo, log_ind, live_server, overtraedelser, tmp_path):
    page = log_ind("projektleder")
    adresse = f"{live_server.url}/planer/lemvig/forbrug/indlaes/"
    foer = Forbrug.objects.count()
    forkert = skriv(
        tmp_path / "forkert.csv",
        "01-03-2023;4711;Leje af sal;1;1.936 tkr.",
        "01-03-2018;4711;Leje af sal;2;100",
        "01-03-2023;4711;Leje af sal;3;1,936.00",
        "01-03-2023;4712;Bus;4;100",
    )

    vaelg_og_proev(page, adresse, forkert)

    page.get_by_role("heading", name="5 ting skal rettes, før filen kan læses ind").wait_for()
    assert page.locator('[data-art="fejl"] li').all_inner_texts() == [
        "Celle B3: »4711« er ikke placeret i budgettet. Den står i 1 række. Vælg herunder, hvor den hører til.",
        "Celle B5: »4712« er ikke placeret i budgettet. Den står i 1 række. Vælg herunder, hvor den hører til.",
        "Celle E2: »1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000.",
        "Celle A3: 2018 ligger uden for planen, der har regnskabsårene 2019–2023.",
        "Celle E4: »1,936.00« har komma mellem tusinder. Mener du 1.936,00?",
    ]
    assert overtraedelser() == []
    assert Forbrug.objects.count() == foer

    rigtig = skriv(tmp_path / "rettet.csv", "01-03-2023;4711;Leje af sal;1;1.936,50", "02-03-2023;4711;Retur;2;-100")
    vaelg_og_proev(page, adresse, rigtig)
    page.get_by_label("»4711« hører til").select_option("Tværgående")
    page.get_by_role("button", name="Prøv filen igen").click()
    page.get_by_role("heading", name="Bliver prøvet").wait_for()
    arbejd(Indlaesningstilstand.PROEVES)
    page.get_by_role("button", name="Læs linjerne ind").click()
    page.get_by_role("heading", name="Bliver læst ind").wait_for()
    arbejd(Indlaesningstilstand.INDLAESES)
    page.get_by_role("link", name="Se forbruget").click()
    page.get_by_role("heading", name="Forbrug", exact=True).wait_for()

    nye = Forbrug.objects.filter(kildefil="rettet.csv").order_by("linje")
    assert list(nye.values_list("beloeb", "kreditnota", "placering")) == [
        (Decimal("1936.50"), False, "tvaergaaende"),
        (Decimal(-100), True, "tvaergaaende"),
    ]
    assert Forbrug.objects.count() == foer + 2

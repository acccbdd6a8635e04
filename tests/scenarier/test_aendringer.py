"""Changes in the browser: approved by the board, approved by LBF on a condition, and what the agreement said then."""

import pytest
from playwright.sync_api import Page, expect

from aftaler.models import Aendring, Version, Vilkaar

pytestmark = pytest.mark.browser


def indsend(page: Page, adresse: str, grund: str) -> None:
    page.goto(adresse)
    page.get_by_label("Hvad er ændret, og hvorfor?").fill(grund)
    page.get_by_role("button", name="Indsend til").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(grund)


def beslut(page: Page, tekst: str, vilkaar: tuple[str, str] | None = None) -> None:
    """Open the step's form, say yes with an unstated date, and save."""
    skema = page.locator("details:has(form[action*='/trin/'])").first
    skema.locator("summary").click()
    skema.get_by_label("Godkend").check()
    skema.get_by_label("Datoen er ikke oplyst").check()
    skema.get_by_label("Beslutningens ordlyd").fill(tekst)
    if vilkaar:
        skema.get_by_label("Vilkår").first.fill(vilkaar[0])
        skema.get_by_label("Senest").first.fill(vilkaar[1])
    skema.get_by_role("button", name="Gem").click()


def test_bestyrelsen_godkender_en_aendret_delaftale(demo, log_ind, live_server):
    plan = f"{live_server.url}/planer/lemvig"
    page = log_ind("projektleder")
    page.goto(f"{plan}/aendringer/indsend/5.4/")
    expect(page.get_by_text("skal godkendes af bestyrelsen")).to_be_visible()
    expect(page.locator("ins", has_text="60").first).to_be_visible()
    indsend(page, f"{plan}/aendringer/indsend/5.4/", "Mere tid til foreningerne")
    page.goto(f"{plan}/delaftaler/5.4/sammenhaeng/")
    expect(page.get_by_text("Kan ikke rettes imens").first).to_be_visible()

    page = log_ind("formand")
    page.goto(f"{plan}/aendringer/")
    page.get_by_role("link", name="Mere tid til foreningerne").first.click()
    beslut(page, "Godkendt på mødet.")

    expect(page.get_by_text("Godkendt", exact=True).first).to_be_visible()
    version = Version.objects.filter(
        helhedsplan__slug="lemvig", delaftale__indsatsomraade__omraadetype__nr="5.4"
    ).first()
    assert (version.nr, version.grund) == (2, "Mere tid til foreningerne")
    forrige = version.delaftale.versioner.get(nr=1)
    page.goto(f"{plan}/versioner/forskel/?fra={forrige.pk}&til={version.pk}")
    expect(page.locator("del", has_text="50").first).to_be_visible()
    expect(page.locator("ins", has_text="60").first).to_be_visible()
    page.goto(f"{plan}/versioner/pr/?dato=2021-11-24")
    expect(page.get_by_text("50 % boligsocial medarbejder").first).to_be_visible()


def test_landsbyggefonden_godkender_med_et_vilkaar(demo, log_ind, live_server, overtraedelser):
    plan = f"{live_server.url}/planer/slagelse"
    page = log_ind("sekretariat")
    page.goto(f"{plan}/aendringer/")
    page.get_by_role("link", name=Aendring.objects.get(helhedsplan__slug="slagelse", status="indsendt").grund).click()
    expect(page.get_by_text("Landsbyggefonden").first).to_be_visible()
    assert overtraedelser() == []
    beslut(page, "Godkendt på vilkår.", ("Revideret milepælsplan sendes til fonden", "2027-03-01"))

    expect(page.get_by_text("Revideret milepælsplan sendes til fonden").first).to_be_visible()
    vilkaar = Vilkaar.objects.get(tekst="Revideret milepælsplan sendes til fonden")
    assert vilkaar.opfyldt_dato is None
    assert vilkaar.trin.aendring.version.godkendt_af_navn.endswith("Landsbyggefonden")

"""The board in the browser: from what the figures propose to a delaftale in force, and on to the next meeting."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from aftaler.models import Version
from brugere.models import Bruger
from kerne.models import Udsendelse
from moeder.models import Behandling, Beslutning, Moede, Opgave, Referat
from moeder.statuses import Moedetilstand, Referattilstand
from tests.scenarier.test_aendringer import indsend

pytestmark = pytest.mark.browser
GRUND = "Mere tid til foreningerne"
OPGAVE = "Spørge foreningerne, hvad de har brug for"


def kommende() -> Moede:
    return (
        Moede.objects.filter(helhedsplan__slug="lemvig", organ__navn="Bestyrelsen")
        .exclude(tilstand=Moedetilstand.AFSLUTTET)
        .get()
    )


def skriv(side: Page, tekst: str) -> None:
    side.locator("trix-editor").click()
    side.keyboard.type(tekst)


def beslut(page: Page, adresse: str, punkt: Behandling, tekst: str, udfald: str = "") -> None:
    page.goto(f"{adresse}referat/{punkt.pk}/")
    page.get_by_role("textbox", name="Beslutning").fill(tekst)
    if udfald:
        page.get_by_label("Resultat").select_option(label=udfald)
    page.get_by_role("button", name="Gem beslutningen").click()
    expect(page.get_by_text(tekst, exact=True)).to_be_visible()


def start(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}referat/")
    page.get_by_role("button", name="Start mødet").click()
    expect(page.get_by_text("Mødet er i gang", exact=True)).to_be_visible()


def afslut(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}afslut/")
    page.get_by_role("button", name="Afslut mødet").click()
    expect(page.get_by_text("Mødet er afsluttet.").first).to_be_visible()


def kapsel(rolle: str, adresse: str) -> Any:
    """The cookie of another person's session."""
    client = Client()
    client.force_login(Bruger.objects.get(email=f"{rolle}@demo.invalid"))
    navn = django_settings.SESSION_COOKIE_NAME
    return {"name": navn, "value": client.cookies[navn].value, "url": adresse}


def test_fra_forslag_til_en_delaftale_i_kraft_og_videre_til_naeste_moede(demo, log_ind, live_server, browser: Browser):
    plan = f"{live_server.url}/planer/lemvig"
    moede = kommende()
    adresse = f"{plan}/moeder/{moede.kode}/"

    # What the figures propose becomes the agenda.
    indsend(log_ind("projektleder"), f"{plan}/aendringer/indsend/5.4/", GRUND)
    page = log_ind("sekretariat")
    page.goto(f"{adresse}forslag/")
    forslag = page.locator(".raekke", has=page.get_by_role("heading", name="Godkendelse af ændring"))
    expect(forslag).to_contain_text(GRUND)
    forslag.get_by_role("button", name="Tag med").click()
    page.goto(f"{adresse}indkald/")
    page.get_by_label("Mail til Inge Kirk").fill("inge@eksempel.invalid")
    page.get_by_role("button", name="Send indkaldelse").click()
    expect(page.get_by_text("er på vej").first).to_be_visible()
    assert "Godkendelse af ændring" in Udsendelse.objects.get(til="inge@eksempel.invalid").tekst

    with time_machine.travel(moede.begynder, tick=True):
        page = log_ind("sekretariat")
        start(page, adresse)
        punkter = {et.titel: et for et in moede.behandlinger.i_raekkefoelge()}
        aendringen = next(et for titel, et in punkter.items() if titel.startswith("Godkendelse af ændring"))
        to_skriver(page, live_server.url, f"{adresse}referat/{aendringen.pk}/", browser)
        for titel, punkt in punkter.items():
            if punkt.er_beslutning:
                om_noget = punkt == aendringen or titel.startswith("Godkendelse af referat")
                beslut(page, adresse, punkt, f"Godkendt: {titel}.", "Godkendt" if om_noget else "")
        giv_opgave(page, f"{adresse}referat/{aendringen.pk}/", moede)
        afslut(page, adresse)

        # The chair puts the decision on the change: the delaftale is in force from the board's decision.
        beslutning = Beslutning.objects.get(behandling=aendringen)
        if beslutning.version is None:
            page = log_ind("formand")
            page.goto(f"{plan}/beslutninger/")
            page.get_by_role("button", name="Før på ændringen").click()
        beslutning.refresh_from_db()
        i_kraft = Version.objects.filter(helhedsplan__slug="lemvig").i_kraft(timezone.localdate())
        assert beslutning.version in i_kraft
        assert (beslutning.version.grund, beslutning.version.godkendt_dato) == (GRUND, timezone.localdate())

        # Its referat goes round.
        page = log_ind("sekretariat")
        page.goto(f"{adresse}referat/")
        page.get_by_role("link", name="Send til kommentering").click()
        page.get_by_label("Kommentarer senest").fill((timezone.localdate() + timedelta(days=10)).isoformat())
        page.get_by_role("button", name="Send").click()
        page = log_ind("formand")
        page.goto(f"{adresse}referat/kommentar/")
        page.get_by_label("Kommentar").fill("Foreningerne skal nævnes.")
        page.locator("main form button[type=submit]").click()
        expect(page.get_by_text("Kommentaren er sendt.").first).to_be_visible()
        page.goto(f"{adresse}referat/")
        page.get_by_role("button", name="Godkend").click()
        expect(page.get_by_text("Du har godkendt referatet.").first).to_be_visible()

    naeste_gang(log_ind, plan, moede)


def to_skriver(page: Page, vaert: str, adresse: str, browser: Browser) -> None:
    """Both texts survive, and one person chooses."""
    page.goto(adresse)
    with browser.new_context() as kontekst:
        kontekst.add_cookies([kapsel("projektleder", vaert)])
        anden = kontekst.new_page()
        anden.goto(adresse)
        skriv(page, "Bestyrelsen spurgte til timerne.")
        expect(page.locator("form[data-autogem] [data-gemt]")).to_contain_text("Gemt kl.")
        skriv(anden, "Foreningerne får mere tid.")
        expect(anden.locator(".konflikt")).to_contain_text("Bestyrelsen spurgte til timerne.")
        expect(anden.locator(".konflikt")).to_contain_text("Foreningerne får mere tid.")
        anden.get_by_role("button", name="Brug min").click()
        expect(anden.locator("form[data-autogem] [data-gemt]")).to_contain_text("Gemt kl.")


def giv_opgave(page: Page, adresse: str, moede: Moede) -> None:
    page.goto(adresse)
    page.get_by_text("Giv en opgave").click()
    page.get_by_role("textbox", name="Opgave").fill(OPGAVE)
    page.get_by_label("Hvem gør det").select_option(label="Jonas Friis")
    page.get_by_label("Senest").fill((timezone.localdate() + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Gem opgaven").click()
    expect(page.get_by_text(OPGAVE, exact=True)).to_be_visible()


def naeste_gang(log_ind: Any, plan: str, forrige: Moede) -> None:
    """The next agenda has the referat by itself, and the task stands there until it is done."""
    dag = timezone.localtime(forrige.begynder) + timedelta(days=120)
    with time_machine.travel(forrige.begynder + timedelta(days=20), tick=True):
        page = log_ind("sekretariat")
        page.goto(f"{plan}/moeder/nyt/")
        page.get_by_label("Organ").select_option(label="Bestyrelsen")
        page.get_by_label("Dato").fill(dag.date().isoformat())
        page.get_by_label("Begynder kl.").fill("13:00")
        page.get_by_label("Slutter kl.").fill("14:00")
        page.get_by_label("Sted").fill("Fælleshuset")
        page.get_by_role("button", name="Opret").click()
        expect(page.get_by_text(OPGAVE)).to_be_visible()
    naeste = kommende()
    adresse = f"{plan}/moeder/{naeste.kode}/"
    with time_machine.travel(naeste.begynder, tick=True):
        page = log_ind("sekretariat")
        start(page, adresse)
        for punkt in naeste.behandlinger.i_raekkefoelge():
            if punkt.er_beslutning:
                om_referatet = punkt.titel.startswith("Godkendelse af referat")
                beslut(page, adresse, punkt, f"Besluttet: {punkt.titel}.", "Godkendt" if om_referatet else "")
        afslut(page, adresse)
        page.goto(f"{plan}/moeder/{forrige.kode}/referat/")
        expect(page.locator(".indledning").get_by_text("Godkendt", exact=True)).to_be_visible()
    referat = Referat.objects.get(moede=forrige)
    assert (referat.tilstand, referat.godkendt_moede) == (Referattilstand.GODKENDT, naeste)
    assert Opgave.objects.get(tekst=OPGAVE).udfoert_dato is None

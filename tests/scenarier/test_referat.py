"""Writing at a meeting in a browser: it saves itself, loses nothing without a net, and shows two writers both texts."""

from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from brugere.roles import Rolle
from moeder.models import Behandling, Beslutning
from tests.factories import HelhedsplanFactory, MedlemskabFactory
from tests.moeder.scener import Scene, moede_i_gang

pytestmark = pytest.mark.browser


@pytest.fixture
def scene(rigtig_database: None) -> Scene:
    plan = HelhedsplanFactory()
    leder = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.SEKRETARIAT).bruger
    return moede_i_gang(plan, leder, begynder=timezone.now())


@pytest.fixture
def noegle(scene: Scene, live_server: Any) -> Any:
    """A session cookie of another one who runs meetings in the plan."""

    def ny() -> dict[str, str]:
        client = Client()
        client.force_login(MedlemskabFactory(helhedsplan=scene.moede.helhedsplan, rolle=Rolle.PROJEKTLEDER).bruger)
        navn = django_settings.SESSION_COOKIE_NAME
        return {"name": navn, "value": client.cookies[navn].value, "url": live_server.url}

    return ny


@pytest.fixture
def adresse(scene: Scene, live_server: Any) -> str:
    plan, moede = scene.moede.helhedsplan.slug, scene.moede.kode
    return f"{live_server.url}/planer/{plan}/moeder/{moede}/referat/{scene.droeftelse.pk}/"


@pytest.fixture
def side(page: Page, noegle: Any, adresse: str) -> Page:
    page.context.add_cookies([noegle()])
    page.goto(adresse)
    return page


def skriv(side: Page, tekst: str) -> None:
    side.locator("trix-editor").click()
    side.keyboard.type(tekst)


def status(side: Page) -> Any:
    return side.locator("form[data-autogem] [data-gemt]")


def gemt(scene: Scene) -> str:
    return Behandling.objects.get(pk=scene.droeftelse.pk).referat


def test_teksten_gemmer_sig_selv_et_sekund_efter(side, scene, overtraedelser):
    skriv(side, "Bestyrelsen drøftede fraflytningen.")

    expect(status(side)).to_contain_text("Gemt kl.")
    assert gemt(scene) == "<p>Bestyrelsen drøftede fraflytningen.</p>"
    assert overtraedelser() == []


def test_uden_forbindelse_bliver_teksten_liggende_til_den_er_gemt(side, scene, adresse):
    expect(side.locator("trix-editor")).to_be_visible()
    side.context.set_offline(True)
    skriv(side, "Skrevet uden net.")
    expect(status(side)).to_contain_text("Ingen forbindelse. Teksten ligger på denne maskine")
    assert gemt(scene) == ""

    side.context.set_offline(False)
    expect(status(side)).to_contain_text("Gemt kl.")
    assert gemt(scene) == "<p>Skrevet uden net.</p>"


def test_en_lukket_maskine_taber_intet(side, scene, adresse):
    expect(side.locator("trix-editor")).to_be_visible()
    side.context.set_offline(True)
    skriv(side, "Skrevet, før maskinen blev lukket.")
    expect(status(side)).to_contain_text("Ingen forbindelse")
    ny = side.context.new_page()
    side.close()
    ny.context.set_offline(False)

    ny.goto(adresse)

    expect(ny.locator("trix-editor")).to_contain_text("Skrevet, før maskinen blev lukket.")
    expect(status(ny)).to_contain_text("Gemt kl.")
    assert gemt(scene) == "<p>Skrevet, før maskinen blev lukket.</p>"


def test_to_skriver_og_vaelger_mellem_begge_tekster(side, scene, adresse, noegle, browser: Browser):
    with browser.new_context() as kontekst:
        kontekst.add_cookies([noegle()])
        anden = kontekst.new_page()
        anden.goto(adresse)
        skriv(side, "Den enes ord.")
        expect(status(side)).to_contain_text("Gemt kl.")
        skriv(anden, "Den andens ord.")

        konflikt = anden.locator(".konflikt")
        expect(konflikt).to_contain_text("Den enes ord.")
        expect(konflikt).to_contain_text("Den andens ord.")
        assert gemt(scene) == "<p>Den enes ord.</p>"
        anden.get_by_role("button", name="Brug min").click()
        expect(status(anden)).to_contain_text("Gemt kl.")
    assert gemt(scene) == "<p>Den andens ord.</p>"


def test_den_anden_ses_mens_man_skriver(side, adresse, noegle, browser: Browser):
    with browser.new_context() as kontekst:
        kontekst.add_cookies([noegle()])
        anden = kontekst.new_page()
        anden.goto(adresse)
        linje = anden.locator("[data-skriver]")
        expect(linje).to_be_empty()
        skriv(side, "Den enes ord.")
        expect(status(side)).to_contain_text("Gemt kl.")

        anden.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # it asks as when one comes back

        expect(linje).to_contain_text("skriver også her – sidst gemt kl.")


def test_den_der_er_logget_af_faar_det_at_vide_og_gemmer_efter_login(side, scene):
    expect(side.locator("trix-editor")).to_be_visible()
    noeglen = next(et for et in side.context.cookies() if et["name"] == django_settings.SESSION_COOKIE_NAME)
    side.context.clear_cookies(name=django_settings.SESSION_COOKIE_NAME)
    skriv(side, "Skrevet efter en lang pause.")
    expect(status(side)).to_contain_text("Du er logget af. Teksten ligger på denne maskine.")
    assert gemt(scene) == ""

    side.context.add_cookies([noeglen])

    expect(status(side)).to_contain_text("Gemt kl.", timeout=15_000)
    assert gemt(scene) == "<p>Skrevet efter en lang pause.</p>"


def test_en_beslutning_uden_forbindelse_staar_der_endnu(side, scene):
    side.get_by_role("textbox", name="Beslutning").fill("Fraflytningen tages op igen i marts.")
    side.context.set_offline(True)
    side.get_by_role("button", name="Gem beslutningen").click()
    expect(side.locator("form[data-bevar^='beslutning'] [data-gemt]")).to_contain_text("Ingen forbindelse")
    assert not Beslutning.objects.exists()

    side.context.set_offline(False)
    side.get_by_role("button", name="Gem beslutningen").click()
    expect(side.get_by_text("Beslutning 1", exact=True)).to_be_visible()
    assert Beslutning.objects.get().tekst == "Fraflytningen tages op igen i marts."
    side.get_by_text("Skriv en beslutning").click()
    expect(side.get_by_role("textbox", name="Beslutning")).to_have_value("")

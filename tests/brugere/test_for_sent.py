"""A form that arrives too late: the session is over, or the key is from before a login in another tab."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from kerne import bevaret
from tests.factories import BrugerFactory

pytestmark = pytest.mark.django_db
KODE = "en-lang-hemmelig-kode"
EGEN = {"Origin": "http://testserver"}
HTMX = {**EGEN, "HX-Request": "true"}


@pytest.fixture
def client():
    """A browser as it is: it must bring the key."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def url(plan):
    return reverse("aftaler:person_opret", args=[plan.slug])


@pytest.fixture
def leder(projektleder):
    projektleder.set_password(KODE)
    projektleder.save()
    return projektleder


def felter_paa(svar):
    """The hidden and visible inputs of the page's own form (the last one), as a browser would send them."""
    form = re.findall(r'<form method="post"(?: action="([^"]*)")?.*?>(.*?)</form>', svar.content.decode(), re.DOTALL)[
        -1
    ]
    inputs = re.findall(r"<input[^>]*>", form[1])
    navne = [re.search(r'name="([^"]*)"', et) for et in inputs]
    vaerdier = [re.search(r'value="([^"]*)"', et, re.DOTALL) for et in inputs]
    felter = {n.group(1): html.unescape(v.group(1)) if v else "" for n, v in zip(navne, vaerdier, strict=True) if n}
    return html.unescape(form[0]), felter


def aabn(client, url):
    return felter_paa(client.get(url))[1]


def log_ind(client, leder):
    _, felter = felter_paa(client.get("/login/"))
    client.post("/login/", {**felter, "username": leder.email, "password": KODE}, headers=EGEN)


def test_sessionen_er_slut_teksten_kommer_med_gennem_login_og_gemmes(client, plan, url, leder):
    log_ind(client, leder)
    felter = aabn(client, url)
    client.cookies.pop("sessionid")

    side = client.post(url, {**felter, "navn": 'Anne "Annie" Dahl\r\nlinje', "titel": "chef"}, headers=EGEN)
    assert "Din tekst er bevaret." in side.content.decode()

    adresse, loginfelter = felter_paa(side)
    side = client.post(adresse, {**loginfelter, "username": leder.email, "password": KODE}, headers=EGEN)
    assert "Gem det, jeg skrev" in side.content.decode()

    adresse, gemte = felter_paa(side)
    assert adresse == url
    assert gemte["navn"] == 'Anne "Annie" Dahl\r\nlinje'
    assert client.post(adresse, {**gemte, "navn": "Anne Dahl"}, headers=EGEN).status_code == 302
    assert plan.personer.get().titel == "chef"


def test_et_forkert_gaet_undervejs_mister_heller_ikke_teksten(client, url, leder):
    log_ind(client, leder)
    felter = aabn(client, url)
    client.cookies.pop("sessionid")
    adresse, loginfelter = felter_paa(client.post(url, {**felter, "navn": "Anne Dahl"}, headers=EGEN))

    side = client.post(adresse, {**loginfelter, "username": leder.email, "password": "forkert"}, headers=EGEN)

    assert ["navn", "Anne Dahl"] in [list(et) for et in bevaret.pak_ud(felter_paa(side)[1]["bevaret"])]


def test_login_i_en_anden_fane_goer_noeglen_gammel_men_ikke_teksten(client, plan, url, leder):
    log_ind(client, leder)
    felter = aabn(client, url)
    client.cookies.pop("sessionid")
    log_ind(client, leder)

    side = client.post(url, {**felter, "navn": "Anne Dahl"}, headers=EGEN)
    assert side.status_code == 403
    assert "Din tekst er bevaret" in side.content.decode()
    assert not plan.personer.exists()

    adresse, gemte = felter_paa(side)
    client.post(adresse, gemte, headers=EGEN)
    assert plan.personer.get().navn == "Anne Dahl"


def test_login_i_en_anden_fane_mens_loginsiden_holder_teksten(client, url, leder):
    log_ind(client, leder)
    felter = aabn(client, url)
    client.cookies.pop("sessionid")
    adresse, loginfelter = felter_paa(client.post(url, {**felter, "navn": "Anne Dahl"}, headers=EGEN))
    log_ind(client, leder)

    side = client.post(adresse, {**loginfelter, "username": leder.email, "password": KODE}, headers=EGEN)

    adresse, gemte = felter_paa(side)
    assert (adresse, gemte["navn"]) == (url, "Anne Dahl")
    assert "username" not in gemte


def test_en_gammel_loginside_er_bare_en_loginside(client, leder):
    _, felter = felter_paa(client.get("/login/"))
    client.cookies.clear()

    side = client.post("/login/", {**felter, "username": leder.email, "password": KODE}, headers=EGEN)

    assert "Din tekst er bevaret" not in side.content.decode()
    assert f'value="{leder.email}"' in side.content.decode()
    adresse, felter = felter_paa(side)
    assert client.post(adresse, {**felter, "username": leder.email, "password": KODE}, headers=EGEN).url == "/"


@pytest.mark.parametrize("afsender", [{"Origin": "https://ondt.invalid"}, {"Origin": "null"}, {}])
@pytest.mark.parametrize("logget_ind", [True, False])
def test_fra_et_andet_sted_faar_man_et_nej_og_intet_vises(client, plan, url, leder, afsender, logget_ind):
    if logget_ind:
        client.force_login(leder)

    side = client.post(url, {"navn": "Plantet tekst"}, headers=afsender)

    assert side.status_code == 403
    assert "Plantet tekst" not in side.content.decode()
    assert not plan.personer.exists()


def test_en_knap_uden_tekst_skal_bekraeftes_og_siger_ikke_at_noget_er_skrevet(client, plan, leder):
    url = reverse("aftaler:medlem_mail", args=[plan.slug, plan.medlemskaber.get().pk])
    log_ind(client, leder)
    felter = aabn(client, reverse("aftaler:person_opret", args=[plan.slug]))
    client.cookies.pop("sessionid")
    log_ind(client, leder)

    side = client.post(url, {"csrfmiddlewaretoken": felter["csrfmiddlewaretoken"]}, headers=EGEN)

    assert "Bekræft igen" in side.content.decode()
    assert felter_paa(side)[0] == url


# htmx -------------------------------------------------------------------------------------------------


def test_htmx_post_uden_session_faar_hele_loginsiden(client, url, leder):
    log_ind(client, leder)
    felter = aabn(client, url)
    client.cookies.pop("sessionid")

    svar = client.post(url, {**felter, "navn": "Anne Dahl"}, headers=HTMX)

    assert (svar.status_code, svar["HX-Retarget"]) == (200, "body")
    assert svar["HX-Reswap"] == "innerHTML show:window:top"


def test_htmx_post_med_gammel_noegle_faar_hele_siden(client, url, leder):
    log_ind(client, leder)
    felter = aabn(client, url)
    client.cookies.pop("sessionid")
    log_ind(client, leder)

    svar = client.post(url, {**felter, "navn": "Anne Dahl"}, headers=HTMX)

    assert (svar.status_code, svar["HX-Retarget"]) == (200, "body")
    assert "Gem det, jeg skrev" in svar.content.decode()


def test_htmx_get_uden_session_beder_browseren_hente_siden_igen(client, url):
    svar = client.get(url, headers=HTMX)

    assert (svar.status_code, svar["HX-Refresh"]) == (204, "true")


# Det, der aldrig kommer med ---------------------------------------------------------------------------


def test_adgangskoder_og_noegler_bevares_aldrig(rf):
    post = rf.post(
        "/x/",
        {
            "tekst": "ja",
            "password": "p",
            "new_password1": "p",
            "old_password": "p",
            "csrfmiddlewaretoken": "n",
            "bevaret": "[]",
        },
    ).POST

    assert bevaret.pak_ud(bevaret.pak(post)) == [("tekst", "ja")]


@pytest.mark.parametrize("tekst", ["", "ikke json", "{}", "[1, 2]", '[["a"]]', "null"])
def test_fremmed_tekst_giver_ingen_felter(tekst):
    assert bevaret.pak_ud(tekst) == []


def test_flere_valg_i_samme_felt_kommer_alle_med(rf):
    post = rf.post("/x/", {"omraader": ["1", "2"]}).POST

    assert bevaret.pak_ud(bevaret.pak(post)) == [("omraader", "1"), ("omraader", "2")]


def test_den_der_aldrig_var_logget_ind_ser_sin_tekst_men_intet_andet(client, url):
    BrugerFactory()
    side = client.get("/login/")
    _, felter = felter_paa(side)

    svar = client.post(url, {**felter, "navn": "Anne Dahl"}, headers=EGEN)

    assert "Log ind" in svar.content.decode()

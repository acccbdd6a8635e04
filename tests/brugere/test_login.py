"""Logging in, being braked for guessing, and the way to a new password."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from brugere.models import Loginforsoeg
from tests.factories import BrugerFactory

pytestmark = pytest.mark.django_db
KODE = "en-lang-hemmelig-kode"
LOGIN = "/login/"


@pytest.fixture
def bruger():
    bruger = BrugerFactory(email="anne@eksempel.invalid", navn="Anne Dahl")
    bruger.set_password(KODE)
    bruger.save()
    return bruger


@pytest.fixture
def log_ind(client):
    def send(email="anne@eksempel.invalid", kode=KODE, **felter):
        return client.post(LOGIN, {"username": email, "password": kode, **felter})

    return send


def gaet(log_ind, antal, **felter):
    for _ in range(antal):
        log_ind(kode="forkert", **felter)


def saetning(svar):
    return svar.context["form"].non_field_errors()


@pytest.mark.parametrize("email", ["anne@eksempel.invalid", " Anne@Eksempel.INVALID "])
def test_e_mailens_store_bogstaver_betyder_intet(bruger, log_ind, email):
    assert log_ind(email=email).url == "/"


def test_man_kommer_videre_til_siden_man_ville_til(bruger, log_ind):
    assert log_ind(next="/planer/ny/").url == "/planer/ny/"


def test_man_sendes_aldrig_til_et_andet_sted(bruger, log_ind):
    assert log_ind(next="https://et-andet-sted.invalid/").url == "/"


def test_ukendt_e_mail_og_forkert_kode_faar_samme_svar(bruger, log_ind):
    svar = saetning(log_ind(kode="forkert"))

    assert svar == ["E-mail og adgangskode passer ikke sammen. Prøv igen, eller få en ny adgangskode."]
    assert saetning(log_ind(email="ukendt@eksempel.invalid")) == svar


def test_en_lukket_bruger_kommer_ikke_ind(bruger, log_ind):
    bruger.is_active = False
    bruger.save()

    assert log_ind().status_code == 200


def test_hver_side_kraever_login(client):
    assert client.get("/planer/").url == f"{LOGIN}?next=/planer/"


def test_efter_ti_gaet_proeves_end_ikke_den_rigtige_kode(bruger, log_ind):
    gaet(log_ind, 10)

    assert saetning(log_ind()) == [
        "Der er forsøgt for mange gange. Vent et kvarter, eller få en ny adgangskode med det samme."
    ]


def test_ni_gaet_og_saa_den_rigtige_kode_nulstiller(bruger, log_ind, client):
    gaet(log_ind, 9)
    assert log_ind().status_code == 302
    client.logout()
    gaet(log_ind, 9)

    assert log_ind().status_code == 302


def test_en_ukendt_e_mail_bremses_som_en_kendt(log_ind):
    gaet(log_ind, 10, email="ukendt@eksempel.invalid")

    assert saetning(log_ind(email="ukendt@eksempel.invalid"))[0].startswith("Der er forsøgt for mange gange")


def test_en_anden_bruger_bremses_ikke(bruger, log_ind):
    gaet(log_ind, 10, email="ukendt@eksempel.invalid")

    assert log_ind().status_code == 302


def test_efter_et_kvarter_kan_man_igen_og_de_gamle_gaet_er_slettet(bruger, log_ind):
    gaet(log_ind, 10)
    Loginforsoeg.objects.update(tidspunkt=timezone.now() - timedelta(minutes=15, seconds=1))

    log_ind(kode="forkert")
    assert Loginforsoeg.objects.count() == 1
    assert log_ind().status_code == 302


def test_een_adresse_der_proever_mange_e_mailer_bremses(bruger, log_ind):
    Loginforsoeg.objects.bulk_create(Loginforsoeg(email=f"{n}@x.invalid", adresse="127.0.0.1") for n in range(100))

    assert saetning(log_ind())[0].startswith("Der er forsøgt for mange gange")


def test_bag_proxyen_taeller_den_adresse_proxyen_selv_skrev(bruger, client, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    client.post(LOGIN, {"username": "a@x.invalid", "password": "x"}, headers={"X-Forwarded-For": "1.1.1.1, 10.2.3.4"})

    assert Loginforsoeg.objects.get().adresse == "10.2.3.4"


# Ny adgangskode ---------------------------------------------------------------------------------------


def link_i_mailen():
    (brev,) = mail.outbox
    link = next(ord_ for ord_ in brev.body.split() if "/ny-adgangskode/" in ord_)
    assert link.startswith("http://127.0.0.1:8000/")
    return link.removeprefix("http://127.0.0.1:8000")


def vaelg(client, link, kode="en-helt-ny-lang-kode"):
    side = client.get(link, follow=True).redirect_chain[-1][0]
    return client.post(side, {"new_password1": kode, "new_password2": kode})


def test_hele_vejen_til_en_ny_adgangskode(bruger, client, log_ind):
    svar = client.post("/glemt/", {"email": "Anne@eksempel.invalid"}, headers={"Host": "localhost"})
    assert svar.url == "/glemt/sendt/"
    assert mail.outbox[0].subject == "Vælg en ny adgangskode til Helhedsplan"

    assert vaelg(client, link_i_mailen()).url == "/"
    assert client.get("/planer/").status_code == 200  # logged in at once

    client.post("/logaf/")
    assert log_ind(kode="en-helt-ny-lang-kode").status_code == 302


def test_linket_virker_kun_een_gang(bruger, client):
    client.post("/glemt/", {"email": bruger.email})
    link = link_i_mailen()
    vaelg(client, link)
    client.post("/logaf/")

    assert "Linket virker ikke længere" in client.get(link).content.decode()


def test_vejen_ud_af_bremsen_er_altid_aaben(bruger, client, log_ind):
    gaet(log_ind, 10)
    client.post("/glemt/", {"email": bruger.email})

    vaelg(client, link_i_mailen())

    assert client.get("/planer/").status_code == 200
    assert not Loginforsoeg.objects.exists()


def test_en_inviteret_der_aldrig_valgte_en_kode_faar_ogsaa_et_link(client):
    ny = BrugerFactory()
    ny.set_unusable_password()
    ny.save()

    client.post("/glemt/", {"email": ny.email})

    assert vaelg(client, link_i_mailen()).url == "/"


def test_en_ukendt_eller_lukket_faar_samme_side_og_ingen_mail(client):
    lukket = BrugerFactory(is_active=False)

    assert client.post("/glemt/", {"email": "ukendt@eksempel.invalid"}).url == "/glemt/sendt/"
    assert client.post("/glemt/", {"email": lukket.email}).url == "/glemt/sendt/"
    assert mail.outbox == []


@pytest.mark.parametrize("kode", ["kort", "password1234", "anne@eksempel.invalid"])
def test_en_svag_kode_afvises(bruger, client, kode):
    client.post("/glemt/", {"email": bruger.email})

    svar = vaelg(client, link_i_mailen(), kode)

    assert svar.status_code == 200
    assert svar.context["form"].errors


def test_log_af_er_en_post_og_virker_ogsaa_for_den_der_er_logget_af(client, bruger):
    client.force_login(bruger)
    assert client.get("/logaf/").status_code == 405

    assert client.post("/logaf/").url == LOGIN
    assert client.post("/logaf/").url == LOGIN


def test_med_login_i_forvejen_gaar_man_videre(client, bruger):
    client.force_login(bruger)

    assert client.get(LOGIN).url == "/"


def test_det_man_saa_bliver_ikke_liggende_paa_en_faelles_maskine(client, projektleder, plan):
    client.force_login(projektleder)

    assert client.get(f"/planer/{plan.slug}/aftale/")["Cache-Control"] == "private, no-store"

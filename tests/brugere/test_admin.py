"""Opsætning: users, templates and periods for the site's administrator – and nothing of any plan."""

import pytest
from django.contrib import admin
from django.core import mail

from aftaler.models import Bevillingsperiode, Skabelon, Skabelonafsnit
from brugere.models import Bruger
from tests.factories import BrugerFactory, HelhedsplanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    bruger = BrugerFactory(is_superuser=True, is_staff=True)
    client.force_login(bruger)
    return bruger


def test_kun_brugere_skabeloner_perioder_og_kataloger():
    assert {et.__name__ for et in admin.site._registry} == {
        "Bruger",
        "Skabelon",
        "Bevillingsperiode",
        "Indikator",
        "Diskretionsgraense",
        "Liste",
        "Landstal",
    }


def test_forsiden_er_dansk(client, administrator):
    side = client.get("/opsaetning/").content.decode()

    assert "Opsætning af Helhedsplan" in side
    assert "Bevillingsperioder" in side


def test_andre_faar_nej(client, projektleder):
    client.force_login(projektleder)

    assert client.get("/opsaetning/", follow=True).status_code == 403


def test_opsaetningen_har_intet_login_uden_bremse(client):
    svar = client.get("/opsaetning/login/", follow=True)

    assert svar.redirect_chain[-1][0].startswith("/login/?next=")
    client.post("/opsaetning/login/", {"username": "a@x.invalid", "password": "x"})
    assert "_auth_user_id" not in client.session


def test_en_ny_bruger_faar_et_link_og_ingen_kode(client, administrator):
    client.post(
        "/opsaetning/brugere/bruger/add/", {"navn": "Nina Ny", "email": "Nina@Eksempel.invalid", "is_active": "on"}
    )

    bruger = Bruger.objects.get(email="nina@eksempel.invalid")
    assert not bruger.has_usable_password()
    assert not bruger.is_staff
    assert mail.outbox[0].to == ["nina@eksempel.invalid"]
    assert "/ny-adgangskode/" in mail.outbox[0].body


def test_en_administrator_kan_udpeges_men_ikke_lukke_sig_selv_ude(client, administrator):
    anden = BrugerFactory()
    felter = {"navn": anden.navn, "email": anden.email, "is_active": "on", "is_superuser": "on"}
    client.post(f"/opsaetning/brugere/bruger/{anden.pk}/change/", felter)
    client.post(
        f"/opsaetning/brugere/bruger/{administrator.pk}/change/",
        {"navn": administrator.navn, "email": administrator.email},
    )

    anden.refresh_from_db()
    administrator.refresh_from_db()
    assert (anden.is_staff, anden.is_superuser) == (True, True)
    assert (administrator.is_active, administrator.is_superuser) == (True, True)


def test_en_bruger_slettes_aldrig(client, administrator):
    assert client.post(f"/opsaetning/brugere/bruger/{BrugerFactory().pk}/delete/").status_code == 403


def formular(side):
    """What the change page would send as it stands."""
    felter = {}
    for form in [
        side.context["adminform"].form,
        *(f for fs in side.context["inline_admin_formsets"] for f in fs.formset),
    ]:
        for navn in form.fields:
            vaerdi = form[navn].value()
            if vaerdi not in (None, False):
                felter[form.add_prefix(navn)] = vaerdi
    for inline in side.context["inline_admin_formsets"]:
        for felt in inline.formset.management_form:
            felter[felt.html_name] = felt.value()
    return felter


def test_et_afsnit_i_brug_kan_ikke_slettes_og_planen_naevnes_ikke(client, administrator):
    plan = HelhedsplanFactory(navn="Hemmeligplan")
    url = f"/opsaetning/aftaler/skabelon/{plan.skabelon.pk}/change/"
    felter = formular(client.get(url))
    nr = next(n for n in range(99) if felter.get(f"afsnit-{n}-kode") == "formaal")

    svar = client.post(url, {**felter, f"afsnit-{nr}-DELETE": "on"})

    assert Skabelonafsnit.objects.filter(skabelon=plan.skabelon, kode="formaal").exists()
    assert "bruges af en aftale og kan ikke slettes." in svar.content.decode()
    assert "Hemmeligplan" not in svar.content.decode()


def test_et_afsnit_uden_brug_kan_slettes(client, administrator):
    skabelon = Skabelon.objects.get(generation="A", papir="strategisk")
    url = f"/opsaetning/aftaler/skabelon/{skabelon.pk}/change/"
    felter = formular(client.get(url))
    nr = next(n for n in range(99) if felter.get(f"afsnit-{n}-kode") == "formaal")

    client.post(url, {**felter, f"afsnit-{nr}-DELETE": "on"})

    assert not skabelon.afsnit.filter(kode="formaal").exists()


@pytest.mark.parametrize("ting", ["skabelon", "bevillingsperiode"])
def test_sletning_af_noget_i_brug_naevner_ikke_planen(client, administrator, ting):
    plan = HelhedsplanFactory(navn="Hemmeligplan")
    url = f"/opsaetning/aftaler/{ting}/{getattr(plan, ting).pk}/delete/"

    assert "Hemmeligplan" not in client.get(url).content.decode()
    client.post(url, {"post": "yes"})
    assert type(getattr(plan, ting)).objects.filter(pk=getattr(plan, ting).pk).exists()


def test_en_ny_generation_med_afsnit_kan_skrives(client, administrator):
    url = "/opsaetning/aftaler/skabelon/add/"
    felter = formular(client.get(url))

    client.post(
        url,
        {
            **felter,
            "generation": "C",
            "papir": "strategisk",
            "titel": "Strategisk aftale",
            "indledning": "",
            "afsnit-TOTAL_FORMS": "1",
            "afsnit-0-kode": "formaal",
            "afsnit-0-nr": "1",
            "afsnit-0-overskrift": "Formål",
            "afsnit-0-indhold": "tekst",
        },
    )

    assert Skabelon.objects.get(generation="C").afsnit.get().overskrift == "Formål"


def test_en_periode_foreslaar_kun_en_strategisk_skabelon(client, administrator):
    periode = Bevillingsperiode.objects.get(navn="2015-18")
    form = client.get(f"/opsaetning/aftaler/bevillingsperiode/{periode.pk}/change/").context["adminform"].form

    assert {et.papir for et in form.fields["standardskabelon"].queryset} == {"strategisk"}

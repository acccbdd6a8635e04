"""The prækvalifikation: five parts, each edited in place under the lock, and the case's dates."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Praekvalifikation
from aftaler.services import praekvalifikation as services

pytestmark = pytest.mark.django_db


@pytest.fixture
def inde(client, projektleder):
    client.force_login(projektleder)
    return client


def url(plan, kode=""):
    if kode:
        return reverse("aftaler:praekvalifikation_ret", args=[plan.slug, kode])
    return reverse("aftaler:praekvalifikation", args=[plan.slug])


def tekst(svar):
    return svar.content.decode().replace("\u00a0", " ")


def test_de_fem_dele_staar_der_og_skrives_paa_stedet(inde, plan):
    foer = tekst(inde.get(url(plan)))

    data = {"problembeskrivelse": "For mange flytter", "udgave": 0}
    svar = inde.post(url(plan, "problembeskrivelse"), data, headers={"HX-Request": "true"})

    assert "0 af 5 dele er skrevet." in foer
    assert all(
        et in foer
        for et in (
            "Problembeskrivelse",
            "Stamdata for hver afdeling",
            "Nøgletal",
            "Budgetoverslag",
            "Kommunal anbefaling",
        )
    )
    assert "<html" not in tekst(svar)
    assert "For mange flytter" in tekst(svar)
    assert Praekvalifikation.objects.get().problembeskrivelse == "<p>For mange flytter</p>"


def test_to_der_skriver_samme_del_ser_begge_tekster(inde, plan, projektleder):
    services.ret_del(plan, "noegletal", tekst="<p>Anne skrev</p>", udgave=0, af=projektleder)

    svar = inde.post(url(plan, "noegletal"), {"noegletal": "Jeg skrev", "udgave": 0})

    assert "Anne skrev" in tekst(svar)
    assert "Jeg skrev" in tekst(svar)
    assert Praekvalifikation.objects.get().noegletal == "<p>Anne skrev</p>"


def test_to_dele_kan_skrives_samtidig(inde, plan, projektleder):
    form = inde.get(url(plan, "anbefaling")).context["del"].udfald.form
    services.ret_del(plan, "noegletal", tekst="<p>Tal</p>", udgave=0, af=projektleder)

    inde.post(url(plan, "anbefaling"), {"anbefaling": "Anbefales", "udgave": 0, "foer": form.initial["foer"]})

    dokument = Praekvalifikation.objects.get()
    assert (dokument.noegletal, dokument.anbefaling) == ("<p>Tal</p>", "<p>Anbefales</p>")


@time_machine.travel("2022-10-01 12:00:00+02:00")
def test_datoerne_staar_paa_siden(inde, plan):
    data = {"ansoegningsfrist": "2022-05-15", "indsendt_dato": "2022-05-10", "svar_dato": "2022-09-01", "udgave": 0}

    side = tekst(inde.post(url(plan, "datoer"), data, follow=True))

    assert all(et in side for et in ("15. maj 2022", "10. maj 2022", "1. september 2022"))


@time_machine.travel("2022-10-01 12:00:00+02:00")
@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"svar_dato": "2022-09-01"}, "Skriv, hvornår ansøgningen blev indsendt, før svaret kom."),
        ({"indsendt_dato": "2023-01-01"}, "Ansøgningen kan ikke ligge i fremtiden."),
        ({"indsendt_dato": "i går"}, "Skriv en dato, fx 30.04.2023."),
    ],
)
def test_umulige_datoer_faar_en_saetning(inde, plan, felter, saetning):
    assert saetning in tekst(inde.post(url(plan, "datoer"), {"udgave": 0, **felter}))
    assert not Praekvalifikation.objects.filter(svar_dato=date(2022, 9, 1)).exists()


def test_en_for_lang_problembeskrivelse_siges(inde, plan, projektleder):
    services.ret_del(plan, "problembeskrivelse", tekst=f"<p>{'ord ' * 4000}</p>", udgave=0, af=projektleder)

    assert "Teksten fylder omkring 7 sider. Landsbyggefonden tager imod højst 5." in tekst(inde.get(url(plan)))


def test_en_del_der_ikke_er_til_findes_ikke(inde, plan):
    assert inde.get(url(plan, "hemmeligt")).status_code == 404


def test_revisor_og_medarbejder(client, plan, revisor, medarbejder):
    client.force_login(revisor)
    assert client.get(url(plan)).status_code == 403
    client.force_login(medarbejder)
    assert client.get(url(plan)).status_code == 200
    assert client.post(url(plan, "noegletal"), {"noegletal": "x"}).status_code == 403

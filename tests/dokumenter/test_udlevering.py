"""A link that opens one finished paper without a login, until it expires or is taken back."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from brugere.roles import Rolle
from dokumenter.models import Bestilling, Udlevering
from dokumenter.services import udlevering as udleveringer
from kerne.models import Haendelse
from tests.factories import BestillingFactory, MedlemskabFactory, UdleveringFactory


@pytest.fixture
def bestilling(plan, settings, tmp_path) -> Bestilling:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "papirer").mkdir()
    (tmp_path / "papirer" / "a.pdf").write_bytes(b"%PDF-1.7 papiret")
    return BestillingFactory(helhedsplan=plan, klar=True, fil="papirer/a.pdf")


def lav_link(client, plan, bestilling) -> str:
    side = client.post(reverse("dokumenter:udlever", args=[plan.slug, bestilling.pk])).content.decode()
    return re.search(r"/planer/udleveret/[\w-]+/", side)[0]


def test_linket_giver_papiret_uden_login_og_staar_i_loggen(client, plan, projektleder, bestilling):
    client.force_login(projektleder)
    link = lav_link(client, plan, bestilling)

    svar = Client().get(link)
    assert (svar.status_code, b"".join(svar.streaming_content)) == (200, b"%PDF-1.7 papiret")
    assert svar["Cache-Control"] == "no-store"
    haendelser = Haendelse.objects.filter(ting_type__model="udlevering").order_by("pk")
    assert [(et.hvad, et.af) for et in haendelser] == [("link lavet", projektleder), ("hentet med link", None)]


def test_noeglen_staar_ikke_i_databasen(client, plan, projektleder, bestilling):
    client.force_login(projektleder)
    noegle = lav_link(client, plan, bestilling).split("/")[-2]

    assert Udlevering.objects.filter(noegle_sum=noegle).count() == 0
    assert len(Udlevering.objects.get().noegle_sum) == 64


def test_efter_fjorten_dage_siger_siden_at_linket_ikke_gaelder(client, plan, projektleder, bestilling):
    client.force_login(projektleder)
    link = lav_link(client, plan, bestilling)
    ny = Udlevering.objects.get()
    assert ny.udloeber - ny.oprettet_tidspunkt == timedelta(days=14)
    Udlevering.objects.update(udloeber=timezone.now())

    svar = Client().get(link)
    assert svar.status_code == 404
    assert "Linket gælder ikke længere. Bed sekretariatet om et nyt." in svar.content.decode()


def test_et_link_kan_lukkes_og_er_saa_vaek_fra_siden(client, plan, projektleder, bestilling):
    client.force_login(projektleder)
    link = lav_link(client, plan, bestilling)
    side = reverse("dokumenter:bestilling", args=[plan.slug, bestilling.pk])
    assert "Luk linket" in client.get(side).content.decode()

    client.post(reverse("dokumenter:tilbagekald", args=[plan.slug, Udlevering.objects.get().pk]))

    assert "Linket gælder ikke længere." in Client().get(link).content.decode()
    assert "Luk linket" not in client.get(side).content.decode()


@pytest.mark.usefixtures("db")
def test_en_ukendt_noegle_aabner_intet():
    svar = Client().get(reverse("dokumenter:udleveret", args=["gaet"]))

    assert svar.status_code == 404
    assert "Linket findes ikke." in svar.content.decode()


def test_en_fil_der_er_vaek_faar_en_saetning(client, plan, projektleder, bestilling, settings):
    client.force_login(projektleder)
    link = lav_link(client, plan, bestilling)
    (Path(settings.MEDIA_ROOT) / "papirer" / "a.pdf").unlink()

    assert "Filen er ikke på serveren lige nu." in Client().get(link).content.decode()


def test_et_udkast_udleveres_ikke(client, plan, projektleder):
    udkast = BestillingFactory(helhedsplan=plan, klar=True, valg={"kladde": True, "delaftale": None, "pr": None})
    client.force_login(projektleder)

    side = client.post(reverse("dokumenter:udlever", args=[plan.slug, udkast.pk])).content.decode()
    assert "Et udkast kan ikke udleveres." in side
    assert Udlevering.objects.count() == 0


def test_kun_projektleder_og_sekretariat_laver_og_lukker_links(plan, bestilling):
    formand = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.FORMAND).bruger
    with pytest.raises(PermissionDenied):
        udleveringer.udlever(bestilling, af=formand)
    with pytest.raises(PermissionDenied):
        udleveringer.tilbagekald(UdleveringFactory(bestilling=bestilling), af=formand)

"""The page that asks about itself and falls silent, and the file at its end."""

from urllib.parse import unquote

import pytest
from django.urls import reverse

from tests.factories import BestillingFactory

VALG = {"delaftale": None, "pr": None, "kladde": False}
HTMX = {"HTTP_HX_REQUEST": "true"}


def side(client, bestilling, **hoveder) -> str:
    return client.get(
        reverse("dokumenter:bestilling", args=[bestilling.helhedsplan.slug, bestilling.pk]), **hoveder
    ).content.decode()


def hent(client, bestilling):
    return client.get(reverse("dokumenter:hent", args=[bestilling.helhedsplan.slug, bestilling.pk]))


@pytest.fixture
def leder(client, projektleder):
    client.force_login(projektleder)
    return projektleder


@pytest.mark.usefixtures("leder")
def test_mens_papiret_laves_spoerger_siden_til_sig_selv_hvert_andet_sekund(client, plan):
    i_gang = BestillingFactory(
        helhedsplan=plan, tilstand="i_gang", trin="saettes", trin_tekst="Sætter side 21", procent=63,
        trin_tider={"bestilt": "2022-06-15T08:41:02+00:00", "hentet": "2022-06-15T08:41:04+00:00"},
    )  # fmt: skip

    hele = side(client, i_gang)
    assert 'aria-live="polite"' in hele
    assert 'hx-trigger="every 2s"' in hele
    assert "Sætter side 21" in hele
    assert "kl.\u00a010.41" in hele
    assert [hele.count(f'<li data-tilstand="{et}">') for et in ("faerdig", "igang", "venter")] == [2, 1, 2]
    stykke = side(client, i_gang, **HTMX)
    assert "<html" not in stykke
    assert 'hx-trigger="every 2s"' in stykke


@pytest.mark.usefixtures("leder")
def test_naar_papiret_er_klart_tier_siden_og_tilbyder_filen(client, plan):
    klar = BestillingFactory(helhedsplan=plan, klar=True)

    stykke = side(client, klar, **HTMX)
    assert "hx-trigger" not in stykke
    assert reverse("dokumenter:hent", args=[plan.slug, klar.pk]) in stykke
    assert "12 sider, færdig kl." in stykke


@pytest.mark.usefixtures("leder")
def test_naar_det_ikke_gik_staar_grunden_og_der_kan_bestilles_igen(client, plan):
    fejlet = BestillingFactory(helhedsplan=plan, fejlet=True, valg=VALG | {"pr": "2022-01-14"})

    hele = side(client, fejlet)
    assert "Papiret kunne ikke laves i tre forsøg." in hele
    assert "hx-trigger" not in hele
    assert '<input type="hidden" name="udgave" value="pr_dato">' in hele
    assert '<input type="hidden" name="pr" value="2022-01-14">' in hele


@pytest.mark.usefixtures("leder")
def test_filen_hentes_under_et_dansk_navn(client, plan):
    svar = hent(client, BestillingFactory(helhedsplan=plan, klar=True, titel="Delaftale 5.1", udgave="version 2"))

    assert b"".join(svar.streaming_content) == b"%PDF-1.7"
    assert svar["Content-Type"] == "application/pdf"
    assert unquote(svar["Content-Disposition"]) == "attachment; filename*=utf-8''Delaftale 5.1, Nørreby, version 2.pdf"
    svar.close()


@pytest.mark.usefixtures("leder")
def test_et_udkast_hedder_dagen_det_blev_bestilt(plan):
    udkast = BestillingFactory(
        helhedsplan=plan,
        udgave="udkast",
        valg=VALG | {"kladde": True},
        bestilt_tidspunkt="2022-06-15T23:30:00Z",
    )
    udkast.refresh_from_db()

    assert udkast.filnavn == "Strategisk samarbejdsaftale, Nørreby, udkast 2022-06-16.pdf"


@pytest.mark.usefixtures("leder")
def test_der_er_intet_at_hente_foer_papiret_er_klart(client, plan):
    assert hent(client, BestillingFactory(helhedsplan=plan)).status_code == 404


def test_en_fremmed_faar_404_og_en_revisor_kun_sine_egne(client, plan, fremmed, revisor):
    klar = BestillingFactory(helhedsplan=plan, klar=True)
    for person in (fremmed, revisor):
        client.force_login(person)
        assert hent(client, klar).status_code == 404
        assert client.get(reverse("dokumenter:bestilling", args=[plan.slug, klar.pk])).status_code == 404


def test_en_bestilling_i_en_anden_plan_findes_ikke_under_denne(client, plan, projektleder):
    client.force_login(projektleder)
    anden = BestillingFactory(klar=True)

    assert client.get(reverse("dokumenter:hent", args=[plan.slug, anden.pk])).status_code == 404

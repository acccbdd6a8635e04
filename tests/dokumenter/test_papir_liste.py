"""The page where papers are ordered, and the list of those that are."""

from datetime import date

import pytest
from django.urls import reverse

from brugere.roles import Rolle
from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER
from dokumenter.tasks import dan_dokument
from tests.factories import BestillingFactory, MedlemskabFactory

VALG = {"papir": "strategisk-aftale", "delaftale": "", "udgave": "i_kraft", "pr": "", "format": "pdf"}


@pytest.fixture(autouse=True)
def ringet(monkeypatch) -> list:
    """The bells that were rung, instead of a broker."""
    ringninger: list = []
    monkeypatch.setattr(dan_dokument, "apply_async", lambda argumenter, **valg: ringninger.append(argumenter))
    return ringninger


def url(plan) -> str:
    return reverse("dokumenter:papir_liste", args=[plan.slug])


def test_papiret_vaelges_efter_formaal_og_bestilles(client, aftaleplan, ringet, django_capture_on_commit_callbacks):
    client.force_login(MedlemskabFactory(helhedsplan=aftaleplan).bruger)
    side = client.get(url(aftaleplan)).content.decode()
    assert side.count('class="papirvaelger-navn"') == sum(not et.egen_side for et in PAPIRER.values())
    assert side.count("button-primary") == 1
    assert "Kladden, mærket UDKAST" in side

    with django_capture_on_commit_callbacks(execute=True):
        svar = client.post(url(aftaleplan), VALG)

    ny = Bestilling.objects.get()
    assert svar.url == reverse("dokumenter:bestilling", args=[aftaleplan.slug, ny.pk])
    assert ringet == [(str(ny.pk),)]


def test_statusrapporten_bestilles_som_excel_fra_formularen(client, aftaleplan):
    client.force_login(MedlemskabFactory(helhedsplan=aftaleplan).bruger)
    client.post(url(aftaleplan), VALG | {"papir": "statusrapport", "format": "xlsx"})

    ny = Bestilling.objects.get()
    assert (ny.papir, ny.format, ny.titel, ny.udgave.split()[0]) == (
        "statusrapport",
        "xlsx",
        "Statusrapport",
        "opgjort",
    )
    svar = client.post(url(aftaleplan), VALG | {"papir": "kommissorium", "format": "xlsx"})
    assert "Papiret kommissorium findes ikke som xlsx, men som pdf." in svar.content.decode()


def test_findes_filen_i_forvejen_ringes_der_ikke(client, aftaleplan, ringet, django_capture_on_commit_callbacks):
    client.force_login(MedlemskabFactory(helhedsplan=aftaleplan).bruger)
    client.post(url(aftaleplan), VALG)
    ny = Bestilling.objects.get()
    Bestilling.objects.filter(pk=ny.pk).update(tilstand="i_gang")

    with django_capture_on_commit_callbacks(execute=True):
        svar = client.post(url(aftaleplan), VALG)

    assert svar.url == reverse("dokumenter:bestilling", args=[aftaleplan.slug, ny.pk])
    assert ringet == []


def test_delaftalens_nummer_og_datoen_bruges_kun_hvor_de_hoerer_til(client, aftaleplan):
    client.force_login(MedlemskabFactory(helhedsplan=aftaleplan).bruger)
    client.post(url(aftaleplan), VALG | {"delaftale": "5.1", "pr": "2018-01-01"})
    client.post(
        url(aftaleplan),
        VALG | {"papir": "delaftale", "delaftale": "5.3", "udgave": "pr_dato", "pr": "2020-02-01"},
    )

    valgt = [et.valg for et in Bestilling.objects.order_by("bestilt_tidspunkt")]
    assert valgt == [
        {"delaftale": None, "pr": None, "kladde": False},
        {"delaftale": "5.3", "pr": date(2020, 2, 1).isoformat(), "kladde": False},
    ]


@pytest.mark.parametrize(
    ("felter", "besked"),
    [
        ({"papir": ""}, "Vælg, hvilket papir du skal bruge."),
        ({"udgave": "pr_dato"}, "Skriv datoen, fx 14-01-2022."),
        ({"udgave": "pr_dato", "pr": "i går"}, "Skriv datoen som dag, måned og år"),
        ({"udgave": "pr_dato", "pr": "2018-01-01"}, "Ingen version af den strategiske aftale gælder den"),
        ({"format": "exe"}, "Det format kan ikke vælges."),
        ({"format": "zip"}, "Papiret strategisk-aftale findes ikke som zip, men som pdf og docx og json."),
    ],
)
def test_et_valg_der_ikke_kan_lade_sig_goere_faar_en_saetning(client, aftaleplan, felter, besked):
    client.force_login(MedlemskabFactory(helhedsplan=aftaleplan).bruger)

    svar = client.post(url(aftaleplan), VALG | felter)

    assert svar.status_code == 200
    assert besked in svar.content.decode()
    assert Bestilling.objects.count() == 0


def test_lbf_ser_ikke_kladden_som_mulighed_og_kan_ikke_snige_sig_til_den(client, aftaleplan):
    client.force_login(MedlemskabFactory(helhedsplan=aftaleplan, rolle=Rolle.LBF).bruger)

    side = client.get(url(aftaleplan)).content.decode()
    assert ("UDKAST" in side, '<option value="kladde"' in side) == (False, False)
    client.post(url(aftaleplan), VALG | {"udgave": "kladde"})
    assert Bestilling.objects.count() == 0


def test_uden_pango_siger_siden_hvorfor_pdf_er_slaaet_fra(client, aftaleplan, monkeypatch):
    monkeypatch.setattr(pdf, "mangler_system", lambda: "PDF er slået fra, fordi biblioteket Pango mangler på serveren.")
    client.force_login(MedlemskabFactory(helhedsplan=aftaleplan).bruger)

    side = client.get(url(aftaleplan)).content.decode()
    assert "PDF er slået fra" in side
    assert '<option value="pdf"' not in side
    assert '<option value="json"' in side


def test_revisor_ser_kun_sine_egne(client, plan, revisor):
    BestillingFactory(helhedsplan=plan, titel="En andens papir", klar=True)
    BestillingFactory(helhedsplan=plan, titel="Mit eget papir", bestilt_af=revisor, klar=True)
    client.force_login(revisor)

    side = client.get(url(plan)).content.decode()
    assert "Mit eget papir" in side
    assert "En andens papir" not in side
    assert "1 i alt" in side


def test_en_tom_liste_siger_hvad_der_kommer(client, plan, projektleder):
    client.force_login(projektleder)

    assert "Ingen papirer endnu" in client.get(url(plan)).content.decode()


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, antal, django_assert_num_queries):
    BestillingFactory.create_batch(antal, helhedsplan=plan, klar=True)
    client.force_login(projektleder)
    with django_assert_num_queries(12):
        client.get(url(plan))


def test_mange_papirer_deles_paa_sider(client, plan, projektleder):
    BestillingFactory.create_batch(26, helhedsplan=plan)
    client.force_login(projektleder)

    assert "Side 1 af 2" in client.get(url(plan)).content.decode()
    assert client.get(url(plan), {"side": 2}).content.decode().count('scope="row"') == 1

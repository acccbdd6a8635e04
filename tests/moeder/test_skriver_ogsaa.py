"""Who else writes on the same item, said on the writing page and by the address that it asks."""

from datetime import datetime

import pytest
import time_machine
from django.urls import reverse

from moeder.rules.referat import skriver_ogsaa
from moeder.services import referat as services
from tests.moeder.scener import moede_i_gang

KL_14_32 = datetime(2022, 6, 15, 14, 32)  # noqa: DTZ001 - the rules are told local times


@pytest.fixture(autouse=True)
def ur():
    with time_machine.travel("2022-06-15 14:32+02:00", tick=False) as rejse:
        yield rejse


@pytest.fixture
def scene(plan, sekretariat, projektleder):
    sekretariat.navn, projektleder.navn = "Anna Holm", "Bent Ravn"
    for bruger in (sekretariat, projektleder):
        bruger.save()
    return moede_i_gang(plan, sekretariat)


def adresse(scene, navn):
    return reverse(f"moeder:{navn}", args=[scene.moede.helhedsplan.slug, scene.moede.kode, scene.droeftelse.pk])


def skriv(punkt, tekst, af):
    punkt.refresh_from_db()
    services.skriv_referat(punkt, tekst=tekst, udgave=punkt.udgave, foer="", af=af)


def siger(client, bruger, scene):
    """The line on the page, and the same from the address that is asked."""
    client.force_login(bruger)
    paa_siden = client.get(adresse(scene, "referat_punkt")).context["skriver"]
    svar = client.get(adresse(scene, "referat_skriver")).json()["besked"]
    assert paa_siden == svar
    return svar.replace("\u00a0", " ")


@pytest.mark.django_db
def test_den_anden_naevnes_med_navn_og_hvornaar(client, scene, sekretariat, projektleder):
    skriv(scene.droeftelse, "<p>Første.</p>", sekretariat)

    assert siger(client, projektleder, scene) == "Anna Holm skriver også her – sidst gemt kl. 14.32"
    assert siger(client, sekretariat, scene) == ""


@pytest.mark.django_db
def test_begge_ser_hinanden_naar_begge_har_gemt(client, scene, sekretariat, projektleder):
    skriv(scene.droeftelse, "<p>Første.</p>", sekretariat)
    skriv(scene.droeftelse, "<p>Anden.</p>", projektleder)

    assert siger(client, sekretariat, scene) == "Bent Ravn skriver også her – sidst gemt kl. 14.32"
    assert siger(client, projektleder, scene) == "Anna Holm skriver også her – sidst gemt kl. 14.32"


@pytest.mark.django_db
def test_efter_nogle_minutter_siges_der_intet(client, scene, sekretariat, projektleder, ur):
    skriv(scene.droeftelse, "<p>Første.</p>", sekretariat)
    ur.shift(301)

    assert siger(client, projektleder, scene) == ""


@pytest.mark.django_db
def test_et_andet_punkt_taeller_ikke(client, scene, sekretariat, projektleder):
    skriv(scene.beslutning, "<p>Et andet sted.</p>", sekretariat)

    assert siger(client, projektleder, scene) == ""


@pytest.mark.regel("skriver-ogsaa")
@pytest.mark.parametrize(
    ("andre", "saetning"),
    [
        ([], ""),
        (["Anna Holm"], "Anna Holm skriver også her – sidst gemt kl. 14.32"),
        (["Anna Holm", "Bent Ravn"], "Anna Holm og Bent Ravn skriver også her – sidst gemt kl. 14.32"),
    ],
)
def test_ordene(andre, saetning):
    tider = [KL_14_32, KL_14_32.replace(minute=30)]
    assert skriver_ogsaa(list(zip(andre, tider, strict=False))).replace("\u00a0", " ") == saetning

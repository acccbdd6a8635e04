"""A request that says that it is longer than anything we take is answered before it is read."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
SAETNING = "Intet er gemt. Gå tilbage med browserens pil, og vælg en fil, der højst fylder 20 MB."


def send(client, laengde):
    return client.generic("POST", reverse("aftaler:plan_liste"), b"x", CONTENT_LENGTH=laengde)


@pytest.mark.parametrize("laengde", ["62914561", "999999999999999999999"])
def test_en_for_lang_forespoergsel_faar_413_og_en_saetning(client, medarbejder, laengde):
    """Review: only the proxy held a request back, and Django wrote whatever came on the disk."""
    foer = send(client, laengde)
    client.force_login(medarbejder)
    efter = send(client, laengde)

    for svar in (foer, efter):
        assert svar.status_code == 413
        assert SAETNING in " ".join(svar.content.decode().split())


def test_graensen_er_med_og_vroevl_er_ingen_laengde(client, medarbejder, settings):
    client.force_login(medarbejder)
    settings.STOERSTE_FORESPOERGSEL = 1

    for_store = [et for et in ("1", "2", "mange", "-5", "") if send(client, et).status_code == 413]

    assert for_store == ["2"]

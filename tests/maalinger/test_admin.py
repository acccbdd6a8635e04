"""The catalogues under /opsaetning/: opened, corrected, and not deleted while a plan has figures for them."""

import pytest
from django.urls import reverse

from maalinger.models import Diskretionsgraense, Indikator, Landstal, Liste
from tests.factories import BrugerFactory
from tests.maalinger.registertal import IndikatorvaerdiFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(BrugerFactory(is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("model", [Indikator, Diskretionsgraense, Liste, Landstal])
def test_katalogerne_kan_aabnes(admin, model):
    navn = f"admin:maalinger_{model._meta.model_name}"
    assert admin.get(reverse(f"{navn}_changelist")).status_code == 200
    assert admin.get(reverse(f"{navn}_add")).status_code == 200


def test_en_indikator_med_tal_kan_ikke_slettes_og_planen_naevnes_ikke(admin, plan):
    vaerdi = IndikatorvaerdiFactory(helhedsplan=plan)

    svar = admin.get(reverse("admin:maalinger_indikator_delete", args=[vaerdi.indikator_id])).content.decode()

    assert plan.navn not in svar
    assert "det, en plan bruger, bliver" in svar


def test_projektlederen_kommer_ikke_ind(client, projektleder):
    client.force_login(projektleder)
    assert client.get(reverse("admin:maalinger_indikator_changelist"), follow=True).status_code == 403

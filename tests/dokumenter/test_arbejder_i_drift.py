"""The real thing: a Redis that goes away, a Celery worker that is killed, and papers that come all the same."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports.grundlag import Valg
from dokumenter.services.bestilling import bestil
from dokumenter.statuses import Format, Papir, Tilstand
from dokumenter.tasks import dan_dokument, ring_glemte_op
from helhedsplan.celery import app
from kerne.ring import ring
from tests.dokumenter.conftest import byg_plan, godkend
from tests.drift import draeb, vent_paa
from tests.factories import MedlemskabFactory

VALG = {"papir": "strategisk-aftale", "delaftale": "", "udgave": "i_kraft", "pr": "", "format": "pdf"}

pytestmark = [
    pytest.mark.skipif(bool(pdf.mangler_system()), reason=pdf.mangler_system() or "Pango er der"),
]


def filer(settings) -> list[str]:
    return sorted(et.name for et in (Path(settings.MEDIA_ROOT) / "papirer").glob("*"))


def glem(bestilling: Bestilling) -> None:
    """As if a good minute had passed since the last sign of life."""
    Bestilling.objects.filter(pk=bestilling.pk).update(hjerteslag=timezone.now() - timedelta(minutes=2))


def tilstand(bestilling: Bestilling) -> str:
    bestilling.refresh_from_db()
    return bestilling.tilstand


def test_en_bestilling_gaar_ikke_tabt_mens_redis_er_nede(rigtig_database, klokke, ny_arbejder, settings, caplog):
    plan = byg_plan()
    godkend(plan)
    client = Client()
    client.force_login(MedlemskabFactory(helhedsplan=plan).bruger)

    svar = client.post(reverse("dokumenter:papir_liste", args=[plan.slug]), VALG)

    bestilling = Bestilling.objects.get()
    assert (svar.status_code, bestilling.tilstand) == (302, Tilstand.BESTILT)
    assert any("blev ikke hørt" in et for et in caplog.messages)

    klokke.start()
    ny_arbejder()
    glem(bestilling)
    ring_glemte_op()

    vent_paa(lambda: tilstand(bestilling) == Tilstand.KLAR, "papiret")
    assert bestilling.forsoeg == 1
    assert filer(settings) == [f"{bestilling.pk}.pdf"]
    assert client.get("/sundhed/").json()["arbejdere"] == 1


def test_en_arbejder_der_draebes_midt_i_det_hele_efterlader_en_fil_og_kun_en(
    rigtig_database, klokke, ny_arbejder, settings
):
    plan = byg_plan(gentag=300)
    godkend(plan)
    klokke.start()
    foerste = ny_arbejder()
    leder = MedlemskabFactory(helhedsplan=plan).bruger
    bestilling = bestil(plan, Papir.STRATEGISK_AFTALE, Valg(), Format.PDF, af=leder)
    ring(dan_dokument, str(bestilling.pk))

    vent_paa(lambda: tilstand(bestilling) == Tilstand.I_GANG and bestilling.procent > 10, "at siderne sættes")
    draeb(foerste)

    assert (tilstand(bestilling), filer(settings)) == (Tilstand.I_GANG, [])
    ny_arbejder()
    glem(bestilling)
    ring_glemte_op()

    vent_paa(lambda: tilstand(bestilling) == Tilstand.KLAR, "papiret")
    assert bestilling.forsoeg == 2
    assert filer(settings) == [f"{bestilling.pk}.pdf"]
    indhold = (Path(settings.MEDIA_ROOT) / bestilling.fil.name).read_bytes()
    assert hashlib.sha256(indhold).hexdigest() == bestilling.kontrolsum
    assert bestilling.sider > 50


def test_beat_kender_jobbet_der_ringer_glemte_bestillinger_op():
    planlagt = [et["task"] for et in app.conf.beat_schedule.values()]

    assert "dokumenter.tasks.ring_glemte_op" in planlagt
    assert set(planlagt) <= set(app.tasks)

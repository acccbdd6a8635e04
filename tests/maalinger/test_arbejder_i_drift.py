"""A real Celery worker reads a sheet, is killed in the middle, and another one does it right."""

from datetime import timedelta

from django.utils import timezone

from helhedsplan.celery import app
from kerne.ring import ring
from kerne.statuses import Indlaesningstilstand
from maalinger.models import Dataindlaesning, Indikatorvaerdi
from maalinger.services import indlaesning as services
from maalinger.tasks import arbejd_med_dataark, ring_glemte_ark_op
from tests.drift import draeb, vent_paa
from tests.factories import BoligomraadeFactory, HelhedsplanFactory, MedlemskabFactory
from tests.maalinger.registertal import modtag, proev, tekstfil

AAR, OMRAADER = range(1992, 2022), 300


def tilstand(ny: Dataindlaesning) -> str:
    ny.refresh_from_db()
    return ny.tilstand


def test_en_arbejder_der_draebes_midt_i_arket_efterlader_intet_halvt(rigtig_database, klokke, ny_arbejder):
    plan = HelhedsplanFactory()
    leder = MedlemskabFactory(helhedsplan=plan).bruger
    for nr in range(OMRAADER):
        BoligomraadeFactory(navn=f"Vænge {nr}").helhedsplaner.add(plan)
    linjer = [f"Vænge {nr};Fraflytning;{aar};{nr % 100}" for nr in range(OMRAADER) for aar in AAR]
    ny = modtag(plan, tekstfil("\n".join(["Område;Indikator;År;Procent", *linjer])), leder)
    assert proev(ny, leder).resultat["nye"] == len(linjer)
    klokke.start()
    foerste = ny_arbejder()
    services.laes_ind(ny, af=leder)
    ring(arbejd_med_dataark, str(ny.pk))

    vent_paa(lambda: tilstand(ny) == Indlaesningstilstand.INDLAESES and ny.procent > 0, "at rækkerne læses")
    draeb(foerste)

    assert (tilstand(ny), Indikatorvaerdi.objects.count()) == (Indlaesningstilstand.INDLAESES, 0)
    ny_arbejder()
    Dataindlaesning.objects.filter(pk=ny.pk).update(hjerteslag=timezone.now() - timedelta(minutes=2))
    ring_glemte_ark_op()

    vent_paa(lambda: tilstand(ny) == Indlaesningstilstand.INDLAEST, "at arket er læst ind")
    assert (ny.forsoeg, ny.resultat["nye"], Indikatorvaerdi.objects.count()) == (2, len(linjer), len(linjer))


def test_beat_kender_jobbet_der_ringer_glemte_ark_op():
    planlagt = [et["task"] for et in app.conf.beat_schedule.values()]
    assert "maalinger.tasks.ring_glemte_ark_op" in planlagt
    assert set(planlagt) <= set(app.tasks)

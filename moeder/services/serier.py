"""A row of meetings with the kommissorium's rhythm: made as drafts, one by one like any other."""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from kerne import haendelser
from moeder.models import Moedeserie
from moeder.rules import moeder as regler
from moeder.services.laasning import laas_planen
from moeder.services.moeder import Moedefakta, opret_moede
from moeder.statuses import Moedeart

LAENGSTE_MOEDE = 24 * 60  # minutes


@transaction.atomic
def opret_serie(
    plan: Helhedsplan, serie: Moedeserie, *, foerste_dag: date, til: date, af: Bruger
) -> tuple[Moedeserie, list[date]]:
    """A row of meetings, all of them drafts, and the days that were left out because the body meets already.

    Raises PermissionDenied, ValidationError.
    """
    laas_planen(plan, af)
    serie.helhedsplan = plan
    if fejl := regler.fejl_i_stedet(serie.sted, serie.videolink):
        raise ValidationError({"sted": fejl})
    if til < foerste_dag:
        raise ValidationError({"til_dato": "Sidste dag ligger før det første møde."})
    if til > plan.slut_dato:
        raise ValidationError({"til_dato": "Planen er slut inden. Vælg en dag i planens periode."})
    if not 1 <= serie.minutter <= LAENGSTE_MOEDE:
        raise ValidationError({"minutter": "Skriv, hvor mange minutter et møde varer, fx 120."})
    serie.full_clean(exclude=["rettet_af", "rettet_tidspunkt", "helhedsplan"])
    serie.save()
    haendelser.skriv(serie, "møderække oprettet", af=af, kreds=plan.slug)
    dage = [foerste_dag, *regler.naeste_dage(foerste_dag, maaneder_imellem=serie.maaneder_imellem, til=til)]
    sprunget = []
    for dag in dage:
        try:
            with transaction.atomic():
                opret_moede(plan, serie.organ, _i_raekken(serie, dag), serie=serie, af=af)
        except ValidationError:
            if dag == foerste_dag:
                raise
            sprunget.append(dag)
    return serie, sprunget


def _i_raekken(serie: Moedeserie, dag: date) -> Moedefakta:
    begynder = lokal_tid(dag, serie.klokken)
    return Moedefakta(
        Moedeart.ORDINAERT, begynder, begynder + timedelta(minutes=serie.minutter), serie.sted, serie.videolink
    )


def lokal_tid(dag: date, klokken: time) -> datetime:
    return timezone.make_aware(datetime.combine(dag, klokken))

"""Doorbells: id in, one call, no logic, no result."""

from celery import shared_task
from django.utils import timezone

from dokumenter.services import koe, maanedens
from kerne.ring import ring


@shared_task(ignore_result=True)
def dan_dokument(bestilling_id: str) -> None:
    koe.dan(bestilling_id)


@shared_task(ignore_result=True)
def bestil_maanedens_budgetoversigter() -> None:
    for bestilling_id in maanedens.bestil_for_alle(timezone.localdate()):
        ring(dan_dokument, bestilling_id)


@shared_task(ignore_result=True)
def ring_glemte_op() -> None:
    for bestilling_id in koe.tag_glemte_op():
        ring(dan_dokument, bestilling_id)

"""Doorbells: id in, one call, no logic, no result."""

from celery import shared_task

from kerne.ring import ring
from oekonomi.services import posteringsarbejde


@shared_task(ignore_result=True)
def arbejd_med_posteringer(indlaesning_id: str) -> None:
    posteringsarbejde.udfoer(indlaesning_id)


@shared_task(ignore_result=True)
def ring_glemte_posteringer_op() -> None:
    for indlaesning_id in posteringsarbejde.tag_glemte_op():
        ring(arbejd_med_posteringer, indlaesning_id)

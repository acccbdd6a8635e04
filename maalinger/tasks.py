"""Doorbells: id in, one call, no logic, no result."""

from celery import shared_task

from kerne.ring import ring
from maalinger.services import dataarbejde


@shared_task(ignore_result=True)
def arbejd_med_dataark(indlaesning_id: str) -> None:
    dataarbejde.udfoer(indlaesning_id)


@shared_task(ignore_result=True)
def ring_glemte_ark_op() -> None:
    for indlaesning_id in dataarbejde.tag_glemte_op():
        ring(arbejd_med_dataark, indlaesning_id)

"""Doorbells: one call, no logic, no result."""

from celery import shared_task
from django.utils import timezone

from overblik.services import samlemail


@shared_task(ignore_result=True)
def skriv_samlemails() -> None:
    samlemail.skriv_alle(timezone.localdate())

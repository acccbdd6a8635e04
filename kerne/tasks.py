"""Doorbells: one call, no logic, no result."""

from celery import shared_task

from kerne import udsendelser


@shared_task(ignore_result=True)
def send_mails() -> None:
    udsendelser.send_ventende()

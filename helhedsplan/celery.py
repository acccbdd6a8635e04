"""The Celery app, every recurring job, and the workers' sign of life.

Run: `celery -A helhedsplan worker`, `celery -A helhedsplan beat`.
"""

import os
from time import monotonic
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import heartbeat_sent, worker_ready
from django.apps import apps
from django.db import connection
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helhedsplan.settings")

app = Celery("helhedsplan")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    # An order whose bell nobody heard, or whose worker died: at most a minute and a half until somebody takes it up.
    "ring-glemte-papirer-op": {
        "task": "dokumenter.tasks.ring_glemte_op",
        "schedule": 30.0,
        "options": {"expires": 30},
    },
    "ring-glemte-dataark-op": {
        "task": "maalinger.tasks.ring_glemte_ark_op",
        "schedule": 30.0,
        "options": {"expires": 30},
    },
    "ring-glemte-posteringer-op": {
        "task": "oekonomi.tasks.ring_glemte_posteringer_op",
        "schedule": 30.0,
        "options": {"expires": 30},
    },
    # Every day: the rule knows the month's first working day, and a plan whose order is made already is left alone.
    "bestil-maanedens-budgetoversigter": {
        "task": "dokumenter.tasks.bestil_maanedens_budgetoversigter",
        "schedule": crontab(hour=6, minute=0),
        "options": {"expires": 12 * 3600},
    },
    # The row knows whether the day is dealt with: the first bell writes them all, the others what a dead worker left.
    "skriv-samlemails": {
        "task": "overblik.tasks.skriv_samlemails",
        "schedule": crontab(hour="6-17", minute="*/10"),
        "options": {"expires": 600},
    },
    "send-mails": {
        "task": "kerne.tasks.send_mails",
        "schedule": 20.0,
        "options": {"expires": 20},
    },
}

SEKUNDER_MELLEM_LIVSTEGN = 30
_naeste_livstegn = 0.0


@worker_ready.connect
@heartbeat_sent.connect
def skriv_livstegn(sender: Any = None, **kwargs: Any) -> None:
    """The worker's row in `kerne.Arbejder`, at most twice a minute; GET /sundhed/ counts the fresh rows.

    Celery logs what goes wrong here and works on: a database that is away for a moment stops no worker.
    """
    global _naeste_livstegn
    if monotonic() < _naeste_livstegn:
        return
    _naeste_livstegn = monotonic() + SEKUNDER_MELLEM_LIVSTEGN
    navn = getattr(sender, "hostname", None) or sender.eventer.hostname
    try:
        apps.get_model("kerne", "Arbejder").objects.update_or_create(
            navn=navn, defaults={"set_tidspunkt": timezone.now()}
        )
    finally:
        connection.close()

"""Rings Celery after the commit. A dead broker is logged, never shown: the row is the queue, and beat rings again."""

import logging
from typing import Any

from celery import Task
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def ring(opgave: Task, *argumenter: Any) -> None:
    transaction.on_commit(lambda: _ring(opgave, argumenter))


def _ring(opgave: Task, argumenter: tuple[Any, ...]) -> None:
    try:
        opgave.apply_async(argumenter, retry=False)
    except (OperationalError, OSError) as fejl:
        log.warning("Klokken til %s%s blev ikke hørt: %s", opgave.name, argumenter, fejl)

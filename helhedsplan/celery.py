"""The Celery app and every recurring job. Run: `celery -A helhedsplan worker`, `celery -A helhedsplan beat`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helhedsplan.settings")

app = Celery("helhedsplan")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {}

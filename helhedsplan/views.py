"""The front door and the health page."""

from datetime import timedelta

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from aftaler.permissions import planer_og_roller
from brugere.roles import Rolle
from helhedsplan.version import VERSION
from kerne.models import Arbejder

FRISK = timedelta(minutes=2)
BEGYNDER_PAA_MIN_SIDE = {Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT}


def forside(request: HttpRequest) -> HttpResponse:
    """Who leads a plan begins with what waits; the others meet their plans, and who has one plan meets that one."""
    roller = {rolle for deres in planer_og_roller(request.user).values() for rolle in deres}
    return redirect("min_side" if roller & BEGYNDER_PAA_MIN_SIDE else "aftaler:plan_liste")


@login_not_required
def sundhed(request: HttpRequest) -> JsonResponse:
    """What a monitor may know without login (contracts.md): 503 only when the database is away."""
    svar = {"database": "ok", "koe": _koe(), "arbejdere": 0, "version": VERSION}
    try:
        with connection.cursor() as markoer:
            markoer.execute("SELECT 1")
        svar["arbejdere"] = Arbejder.objects.filter(set_tidspunkt__gte=timezone.now() - FRISK).count()
    except OperationalError:
        return JsonResponse({**svar, "database": "nede"}, status=503)
    return JsonResponse(svar)


def _koe() -> str:
    klient = redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1)
    try:
        klient.ping()
    except redis.RedisError:
        return "nede"
    finally:
        klient.close()
    return "ok"

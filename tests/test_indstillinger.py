"""Settings that must not let a production site start half safe; each is tried in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROD = Path(__file__).resolve().parent.parent
NOEGLE = "k9" * 25
PRODUKTION = {
    "HEMMELIG_NOEGLE": NOEGLE,
    "OFFENTLIG_URL": "https://helhedsplan.eksempel.invalid",
    "MAIL_URL": "smtps://post.eksempel.invalid",
    "DATABASE_URL": "postgresql://db.eksempel.invalid/helhedsplan?sslmode=verify-full",
    "REDIS_URL": "redis://koe.eksempel.invalid",
    "TILLAD_DEMO": "0",
}
VIS = (
    "from django.conf import settings as s;"
    "print(s.DATABASES['default']['OPTIONS'], s.EMAIL_PORT, s.EMAIL_USE_SSL, s.SESSION_COOKIE_SECURE, s.DEBUG)"
)


def start(**mere: str) -> subprocess.CompletedProcess:
    miljoe = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "helhedsplan.settings", **PRODUKTION, **mere}
    return subprocess.run([sys.executable, "-c", VIS], cwd=ROD, env=miljoe, capture_output=True, text=True, check=False)


def test_produktion_starter_med_tls_hele_vejen():
    svar = start()
    assert svar.stdout.strip() == "{'options': '-c jit=off', 'sslmode': 'verify-full'} 465 True True False", svar.stderr


@pytest.mark.parametrize(
    ("mere", "saetning"),
    [
        ({"HEMMELIG_NOEGLE": "kort"}, "HEMMELIG_NOEGLE skal være mindst 40"),
        ({"HEMMELIG_NOEGLE": "eksempel" * 8}, "HEMMELIG_NOEGLE skal være mindst 40"),
        ({"TILLAD_DEMO": "1"}, "TILLAD_DEMO=1 kan ikke bruges"),
        ({"TILLAD_DEMO": "måske"}, "TILLAD_DEMO skal være 1 eller 0"),
        ({"OFFENTLIG_URL": "http://helhedsplan.eksempel.invalid"}, "OFFENTLIG_URL skal begynde med https://"),
        ({"MAIL_URL": "console:"}, "MAIL_URL skal være smtp+tls:// eller smtps://"),
        ({"MAIL_URL": "smtp://post.eksempel.invalid"}, "MAIL_URL skal være smtp+tls:// eller smtps://"),
        ({"MAIL_URL": "pigeon:"}, "MAIL_URL skal begynde med"),
    ],
)
def test_en_usikker_indstilling_standser_starten_med_en_saetning(mere, saetning):
    svar = start(**mere)
    assert (svar.returncode, saetning in svar.stderr, "Traceback" in svar.stderr) == (1, True, False), svar.stderr

"""The only settings file. Every value that differs between machines comes from the environment (docs/drift.md)."""

import os
import re
import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONCE, SELF
from psycopg.conninfo import conninfo_to_dict

ROD = Path(__file__).resolve().parent.parent


def env(navn: str, ellers: str | None = None) -> str:
    """The variable's text; without a default it must be there, or the start stops."""
    vaerdi = os.environ.get(navn, ellers)
    if vaerdi is None:
        sys.exit(f"Miljøvariablen {navn} mangler. Se .env.eksempel og docs/drift.md.")
    return vaerdi


def env_bool(navn: str, ellers: bool) -> bool:
    tekst = env(navn, "1" if ellers else "0").lower()
    if tekst not in {"0", "1", "ja", "nej", "true", "false"}:
        sys.exit(f"Miljøvariablen {navn} skal være 1 eller 0, ikke »{tekst}«.")
    return tekst in {"1", "ja", "true"}


def env_liste(navn: str, ellers: str = "") -> list[str]:
    return [led.strip() for led in env(navn, ellers).split(",") if led.strip()]


# Safety ------------------------------------------------------------------------------------------
DEBUG = env_bool("DEBUG", False)
TILLAD_DEMO = env_bool("TILLAD_DEMO", False)  # invented data and a known password: never where people work
SECRET_KEY = env("HEMMELIG_NOEGLE")
if len(SECRET_KEY) < 40 or SECRET_KEY.startswith("eksempel"):
    sys.exit("HEMMELIG_NOEGLE skal være mindst 40 tilfældige tegn og ikke eksemplet fra .env.eksempel.")
OFFENTLIG_URL = env("OFFENTLIG_URL", "http://127.0.0.1:8000").rstrip("/")
SIKKER = OFFENTLIG_URL.startswith("https://")
if SIKKER and TILLAD_DEMO:
    sys.exit("TILLAD_DEMO=1 kan ikke bruges på en offentlig adresse med https. Sæt den til 0.")
if not SIKKER and not re.match(r"http://(127\.0\.0\.1|localhost)(:|$)", OFFENTLIG_URL):
    sys.exit("OFFENTLIG_URL skal begynde med https:// (kun 127.0.0.1 må bruge http).")
ALLOWED_HOSTS = env_liste("VAERTER", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = [OFFENTLIG_URL]
CSRF_FAILURE_VIEW = "brugere.views.forskellig_noegle"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT = SIKKER
SECURE_HSTS_SECONDS = 31_536_000 if SIKKER else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("BAG_PROXY", False) else None
SECURE_REDIRECT_EXEMPT = [r"^sundhed/$"]
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}

# What the site is made of ----------------------------------------------------------------------------
INSTALLED_APPS = [
    "helhedsplan.apps.OpsaetningConfig",  # django.contrib.admin with our own site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "crispy_forms",
    "csp",
    "django_htmx",
    "template_partials",
    "pgtrigger",
    "pghistory",
    "kerne",
    "brugere",
    "aftaler",
    "maalinger",
    "oekonomi",
    "moeder",
    "overblik",
    "dokumenter",
    "helhedsplan",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "brugere.middleware.LoginPaakraevet",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kerne.middleware.ForStor",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "aftaler.middleware.SendtTilGodkendelse",
]
ROOT_URLCONF = "helhedsplan.urls"
WSGI_APPLICATION = "helhedsplan.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROD / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "dkfds"
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"] if not SIKKER else []

# Storage: one database engine everywhere, files outside the code -------------------------------------
_database = conninfo_to_dict(env("DATABASE_URL"))
_EGNE = {"dbname", "user", "password", "host", "port"}
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _database.get("dbname", "helhedsplan"),
        "USER": _database.get("user", ""),
        "PASSWORD": _database.get("password", ""),
        "HOST": _database.get("host", ""),
        "PORT": _database.get("port", ""),
        "CONN_MAX_AGE": 0,
        "TEST": {"TEMPLATE": env("TEST_SKABELON", "template1")},  # bin/test migrates once and copies
        # What else the address says goes through: sslmode, sslrootcert, connect_timeout. The pool saves a forked
        # backend a request; prefork workers must not have one (docs/drift.md).
        # No JIT: a question about rights has hundreds of small parts, and compiling them takes seconds to save nothing.
        "OPTIONS": {"options": "-c jit=off"}
        | {navn: vaerdi for navn, vaerdi in _database.items() if navn not in _EGNE}
        | ({"pool": {"min_size": 2, "max_size": 8}} if env_bool("DB_POOL", False) else {}),
    }
}
# Triggers follow the models: `migrate` lays them all in when it ends, and no migration carries their SQL (ADR 0020).
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = Path(env("MEDIA_MAPPE", str(ROD / "media")))
STATIC_ROOT = Path(env("STATIC_MAPPE", str(ROD / "staticfiles")))
STATIC_URL = "static/"
STATICFILES_DIRS = [ROD / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": env("STATIC_LAGER", "whitenoise.storage.CompressedManifestStaticFilesStorage")},
}
# A form of thirteen blocks is long, but no honest text is longer than this.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a budget's grid has a field a cell
STOERSTE_BILAG = 20 * 1024 * 1024  # bytes
# A file that is too large is refused at its field, and what was typed beside it is kept; longer than this isn't read.
STOERSTE_FORESPOERGSEL = 3 * STOERSTE_BILAG
LAENGSTE_TEKST = 100_000  # characters in one section, markup included

# Jobs: the row is the queue, Redis and Celery only ring the bell ---------------------------------------
REDIS_URL = env("REDIS_URL")
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A bell that nobody hears must not keep a person waiting: beat rings again.
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 1, "socket_timeout": 30, "visibility_timeout": 3600}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = "Europe/Copenhagen"

# People -------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "brugere.Bruger"
LOGIN_URL = "brugere:login"
LOGIN_REDIRECT_URL = "forside"
LOGOUT_REDIRECT_URL = "brugere:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600

# Mail: console:, fil:/mappe, smtp://, smtp+tls:// (STARTTLS) or smtps://bruger:kode@vaert:port?fra=adresse
_mail = urlsplit(env("MAIL_URL", "console:"))
_PORTE = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
if _mail.scheme not in {"console", "fil", *_PORTE}:
    sys.exit("MAIL_URL skal begynde med console:, fil:, smtp://, smtp+tls:// eller smtps://.")
if SIKKER and (
    _mail.scheme == "console" or (_mail.scheme == "smtp" and _mail.hostname not in {"localhost", "127.0.0.1"})
):
    # A mail with a link to choose a password must not end in a log or travel in clear.
    sys.exit("MAIL_URL skal være smtp+tls:// eller smtps:// på en offentlig adresse.")
EMAIL_BACKEND = {
    "console": "django.core.mail.backends.console.EmailBackend",
    "fil": "django.core.mail.backends.filebased.EmailBackend",
}.get(_mail.scheme, "kerne.smtp.Mailserver")
EMAIL_FILE_PATH = _mail.path if _mail.scheme == "fil" else None
EMAIL_HOST = _mail.hostname or "localhost"
EMAIL_PORT = _mail.port or _PORTE.get(_mail.scheme, 25)
EMAIL_HOST_USER = unquote(_mail.username or "")
EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp+tls", _mail.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = parse_qs(_mail.query).get("fra", ["Helhedsplan <helhedsplan@localhost>"])[0]

# Denmark --------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk")]  # a browser that asks for English still gets Danish
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False  # kerne.talformat is the only place that formats figures

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"linje": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": "linje"}},
    "root": {"handlers": ["konsol"], "level": env("LOGNIVEAU", "INFO")},
    "loggers": {
        **{name: {"level": "ERROR"} for name in ("fontTools", "weasyprint")},
        "pikepdf": {"level": "WARNING"},  # it says so when it wakes up
        "pgtrigger": {"level": "WARNING"},  # it names each of 140 triggers at every migrate
    },
}

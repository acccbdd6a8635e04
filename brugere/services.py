"""New users, the link where they choose a password, and the brake on guessing (docs/beslutninger/0005-login.md)."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from brugere import rules
from brugere.models import Bruger, Loginforsoeg

log = logging.getLogger(__name__)


def find_eller_opret(*, email: str, navn: str) -> Bruger:
    """The user with the e-mail; a new one has no password yet and keeps `navn`, a known one keeps its own name.

    Raises ValidationError when the user is closed.
    """
    bruger = Bruger.objects.filter(email__iexact=email).first()
    if bruger is None:
        return Bruger.objects.create_user(email, None, navn=navn)
    if not bruger.is_active:
        raise ValidationError({"email": "Brugeren er lukket. Bed administratoren om at åbne den."})
    return bruger


def adgangskodelink(bruger: Bruger) -> str:
    """The whole address where the person chooses a password; it works for a day, and once."""
    uid = urlsafe_base64_encode(force_bytes(bruger.pk))
    token = default_token_generator.make_token(bruger)
    return settings.OFFENTLIG_URL + reverse("brugere:ny_adgangskode", args=[uid, token])


def send_brev(bruger: Bruger, *, emne: str, skabelon: str, kontekst: dict) -> bool:
    """Send one mail now; False, and a line in the log, when the mail server does not take it."""
    brev = render_to_string(skabelon, {"bruger": bruger, "adresse": settings.OFFENTLIG_URL, **kontekst})
    try:
        send_mail(" ".join(emne.split()), brev, None, [bruger.email])
    except (SMTPException, OSError):
        log.exception("Mailen »%s« til bruger %s blev ikke sendt", emne, bruger.pk)
        return False
    return True


def send_velkomst(bruger: Bruger) -> bool:
    """Tell somebody that the administrator has made a user for them."""
    return send_brev(
        bruger,
        emne="Du er oprettet i Helhedsplan",
        skabelon="brugere/velkomst.txt",
        kontekst={"link": adgangskodelink(bruger)},
    )


def er_spaerret(*, email: str, adresse: str) -> bool:
    """So many wrong guesses lately that no more are tried, right or wrong."""
    nylige = Loginforsoeg.objects.filter(tidspunkt__gt=timezone.now() - rules.VINDUE)
    return rules.er_spaerret(
        mod_email=nylige.filter(email=email).count(),
        fra_adresse=nylige.filter(adresse=adresse).count() if adresse else 0,
    )


@transaction.atomic
def noter_forkert_login(*, email: str, adresse: str) -> None:
    """Remember a wrong guess, and forget those too old to count: nothing personal is kept for its own sake."""
    Loginforsoeg.objects.filter(tidspunkt__lte=timezone.now() - rules.VINDUE).delete()
    Loginforsoeg.objects.create(email=email, adresse=adresse)


def glem_forkerte_login(*, email: str) -> None:
    """The person has shown who they are: the guesses against the e-mail no longer count."""
    Loginforsoeg.objects.filter(email=email).delete()

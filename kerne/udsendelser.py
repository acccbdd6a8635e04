"""Mails: the row is the queue. `skriv` is the one way to write one, `send_ventende` the one way out.

A mail is sent once (ADR 0014). Before its content leaves for the server the row says so (`sendt_tidspunkt` while it
still is in hand); what happens before that is tried again, what happens after it never is.
"""

import logging
import re
import smtplib
from datetime import datetime, timedelta
from email.mime.text import MIMEText
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kerne.hjerteslag import Hjerteslag
from kerne.models import Udsendelse
from kerne.statuses import Udsendelsestilstand

log = logging.getLogger(__name__)

UDEN_LIVSTEGN = timedelta(seconds=60)
VENTETIDER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
HOEJST_AD_GANGEN = 100  # mails for one bell; the rest hear the next one, and papers come in between
METODE = re.compile(r"^METHOD:([A-Z]+)\r?$", re.MULTILINE)
LINJESKIFT = re.compile(r"[\r\n\x00]")
KALENDERFIL = "indkaldelse.ics"
UVIST = "Arbejderen stoppede, mens mailen blev afleveret. Den regnes for sendt og sendes ikke igen."
FORBINDELSEN_BRAST = "Mailserveren svarede ikke, da mailen var afleveret. Den regnes for sendt og sendes ikke igen."


class KanIkkeSkrives(ValueError):
    """The mail can't be written so; the message is a Danish sentence."""


def skriv(
    *,
    noegle: str,
    til: str,
    emne: str,
    tekst: str,
    kalender: str = "",
    afmeld: str = "",
    kreds: str = "",
    ikke_foer: datetime | None = None,
) -> Udsendelse:
    """Put a mail in the queue, inside the action's own transaction. The same `noegle` gives the row that is there.

    Raises KanIkkeSkrives on an address or a subject that could smuggle lines into the mail's head.
    """
    if LINJESKIFT.search(emne):
        raise KanIkkeSkrives("Emnet skal stå på én linje.")
    try:
        validate_email(til)
    except ValidationError as fejl:
        raise KanIkkeSkrives(f"»{til}« er ikke en mailadresse.") from fejl
    felter = {"til": til, "emne": emne[:200], "tekst": tekst, "kalender": kalender, "afmeld": afmeld, "kreds": kreds}
    raekke, _ = Udsendelse.objects.get_or_create(
        noegle=noegle, defaults={**felter, "ikke_foer": ikke_foer or timezone.now()}
    )
    return raekke


def send_ventende() -> None:
    """Send what is due, each mail once, however many workers ask. A server that is away costs no attempt."""
    _tag_glemte_op(timezone.now())
    for _ in range(HOEJST_AD_GANGEN):
        if not _ventende(timezone.now()).exists():
            return
        try:
            forbindelse = get_connection()
            forbindelse.open()
        except (OSError, smtplib.SMTPException) as fejl:
            log.warning("Mailserveren kan ikke nås, mailene venter: %s", fejl)
            return
        try:
            if raekke := _tag(timezone.now()):
                _send(raekke, forbindelse)
        finally:
            forbindelse.close()


def ventetid(forsoeg: int) -> timedelta | None:
    """How long to wait after attempt number `forsoeg` failed; None when it was the last one."""
    return VENTETIDER[forsoeg - 1] if forsoeg <= len(VENTETIDER) else None


def brev(raekke: Udsendelse) -> EmailMessage:
    """The row as a mail. Its Message-ID comes of the row's key: should it come twice, it is seen to be the same."""
    vaert = urlsplit(settings.OFFENTLIG_URL).hostname
    hoved = {"Message-ID": f"<{raekke.pk}@{vaert}>", "Auto-Submitted": "auto-generated"}
    if raekke.afmeld:  # RFC 8058: the mail program's own button for "no more of these"
        hoved |= {"List-Unsubscribe": f"<{raekke.afmeld}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    ud = EmailMessage(raekke.emne, raekke.tekst, None, [raekke.til], headers=hoved)
    if raekke.kalender:
        fil = MIMEText(raekke.kalender, "calendar", "utf-8")
        if metode := METODE.search(raekke.kalender):
            fil.set_param("method", metode[1])
        fil.add_header("Content-Disposition", "attachment", filename=KALENDERFIL)
        ud.attach(fil)
    return ud


def _ventende(nu: datetime) -> QuerySet[Udsendelse]:
    return Udsendelse.objects.filter(tilstand=Udsendelsestilstand.VENTER, ikke_foer__lte=nu).order_by("ikke_foer", "pk")


@transaction.atomic
def _tag(nu: datetime) -> Udsendelse | None:
    """The next one that nobody else is taking, now in hand; None when there is none left."""
    raekke = _ventende(nu).select_for_update(skip_locked=True).first()
    if raekke:
        raekke.tilstand, raekke.hjerteslag = Udsendelsestilstand.I_GANG, nu
        raekke.save(update_fields=["tilstand", "hjerteslag"])
    return raekke


def _send(raekke: Udsendelse, forbindelse: Any) -> None:
    def afleveres() -> None:
        nu = timezone.now()
        if not _i_haand(raekke).update(sendt_tidspunkt=nu):
            raise smtplib.SMTPException("en anden arbejder har taget mailen")
        raekke.sendt_tidspunkt = nu

    forbindelse.foer_aflevering = afleveres
    try:
        with Hjerteslag(f"mail {raekke.pk}", lambda: _i_haand(raekke).update(hjerteslag=timezone.now())):
            forbindelse.send_messages([brev(raekke)])
    except smtplib.SMTPServerDisconnected:
        _uvist_eller_igen(raekke, "Forbindelsen blev afbrudt.")
    except smtplib.SMTPRecipientsRefused as fejl:
        kode, svar = next(iter(fejl.recipients.values()))
        _afvist(raekke, kode, svar)
    except smtplib.SMTPResponseException as fejl:
        _afvist(raekke, fejl.smtp_code, fejl.smtp_error)
    except (OSError, smtplib.SMTPException) as fejl:
        _uvist_eller_igen(raekke, str(fejl))
    except Exception:
        # Whatever went wrong, one mail that can't be written must not stop the others.
        log.exception("Mail %s kunne ikke skrives", raekke.pk)
        _igen(raekke, "Mailen kunne ikke skrives.")
    else:
        _afslut(raekke, Udsendelsestilstand.SENDT)


def _uvist_eller_igen(raekke: Udsendelse, grund: str) -> None:
    """The line broke. Had the content left, nobody knows whether it came: then it is not sent again."""
    if raekke.sendt_tidspunkt:
        log.warning("Mail %s: %s (%s)", raekke.pk, FORBINDELSEN_BRAST, grund)
        _afslut(raekke, Udsendelsestilstand.SENDT, FORBINDELSEN_BRAST)
    else:
        _igen(raekke, grund)


def _afvist(raekke: Udsendelse, kode: int, svar: bytes | str) -> None:
    """The server said no: for good (5xx), or for now."""
    ord_ = svar.decode(errors="replace") if isinstance(svar, bytes) else svar
    grund = f"Mailserveren svarede {kode}: {' '.join(ord_.split())}"
    if kode >= 500:
        _opgiv(raekke, grund)
    else:
        _igen(raekke, grund)


def _igen(raekke: Udsendelse, grund: str) -> None:
    vent = ventetid(raekke.forsoeg)
    if vent is None:
        _opgiv(raekke, grund)
        return
    _i_haand(raekke).update(
        tilstand=Udsendelsestilstand.VENTER,
        forsoeg=raekke.forsoeg + 1,
        ikke_foer=timezone.now() + vent,
        sendt_tidspunkt=None,
        fejl=grund[:300],
    )


def _opgiv(raekke: Udsendelse, grund: str) -> None:
    antal = "ét forsøg" if raekke.forsoeg == 1 else f"{raekke.forsoeg} forsøg"
    fejl = f"Mailen kunne ikke sendes i {antal}. {grund}"
    log.error("Mail %s: %s", raekke.pk, fejl)
    _afslut(raekke, Udsendelsestilstand.OPGIVET, fejl)


def _afslut(raekke: Udsendelse, tilstand: Udsendelsestilstand, fejl: str = "") -> None:
    """A mail that has left keeps to whom, what about and when, not its words: they hold keys that answer for people."""
    felter: dict[str, Any] = {"tilstand": tilstand, "fejl": fejl[:300], "sendt_tidspunkt": None}
    if tilstand == Udsendelsestilstand.SENDT:
        felter |= {"sendt_tidspunkt": timezone.now(), "tekst": "", "kalender": "", "afmeld": ""}
    _i_haand(raekke).update(**felter)


def _tag_glemte_op(nu: datetime) -> None:
    """What a dead worker had in hand: waits again if its content never left, else counts as sent."""
    glemte = Udsendelse.objects.filter(tilstand=Udsendelsestilstand.I_GANG, hjerteslag__lt=nu - UDEN_LIVSTEGN)
    for raekke in glemte:
        if raekke.sendt_tidspunkt:
            log.warning("Mail %s: %s", raekke.pk, UVIST)
            _afslut(raekke, Udsendelsestilstand.SENDT, UVIST)
        else:
            _igen(raekke, "Arbejderen stoppede, før mailen var afleveret.")


def _i_haand(raekke: Udsendelse) -> QuerySet[Udsendelse]:
    """The row, as long as it still is this attempt's."""
    return Udsendelse.objects.filter(pk=raekke.pk, tilstand=Udsendelsestilstand.I_GANG, forsoeg=raekke.forsoeg)

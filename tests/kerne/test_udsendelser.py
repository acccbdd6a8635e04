"""Mails as rows: written once, sent once, tried again with growing pauses, given up with a sentence."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from kerne.models import Udsendelse
from kerne.smtp import Mailserver
from kerne.udsendelser import FORBINDELSEN_BRAST, UVIST, KanIkkeSkrives, brev, send_ventende, skriv, ventetid

FEJL: list[Exception] = []
ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"

pytestmark = pytest.mark.django_db


class Fejlende(EmailBackend):
    """Fails as the list says, once each, then delivers."""

    naaede_at_aflevere = False

    def send_messages(self, messages):
        if FEJL:
            if self.naaede_at_aflevere:
                self.foer_aflevering()
            raise FEJL.pop(0)
        return super().send_messages(messages)


class Brister(Fejlende):
    naaede_at_aflevere = True


@pytest.fixture(autouse=True)
def _ingen_fejl():
    FEJL.clear()


def ny(noegle: str = "moede-1", **felter) -> Udsendelse:
    return skriv(**{"noegle": noegle, "til": "anne@eksempel.dk", "emne": "Bestyrelsesmøde", "tekst": "Kom."} | felter)


def efter_forsoeg(raekke: Udsendelse) -> tuple[str, int, str]:
    send_ventende()
    raekke.refresh_from_db()
    return raekke.tilstand, raekke.forsoeg, raekke.fejl


def test_samme_noegle_er_samme_mail():
    foerste = ny()

    assert ny(tekst="Noget andet") == foerste
    assert Udsendelse.objects.get().tekst == "Kom."


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"emne": "Møde\r\nBcc: alle@eksempel.dk"}, "Emnet skal stå på én linje."),
        ({"emne": "Møde\nmere"}, "Emnet skal stå på én linje."),
        ({"til": "anne@eksempel.dk\r\nBcc: x@eksempel.dk"}, "er ikke en mailadresse."),
        ({"til": "anne"}, "»anne« er ikke en mailadresse."),
        ({"til": "a@eksempel.dk, b@eksempel.dk"}, "er ikke en mailadresse."),
    ],
)
def test_linjer_kan_ikke_smugles_ind_i_mailens_hoved(felter, saetning):
    with pytest.raises(KanIkkeSkrives, match=saetning):
        ny(**felter)
    assert not Udsendelse.objects.exists()


def test_en_mail_der_er_tid_til_sendes_en_gang():
    raekke = ny()
    ny("senere", ikke_foer=timezone.now() + timedelta(hours=1))
    send_ventende()
    send_ventende()
    raekke.refresh_from_db()

    (sendt,) = mail.outbox
    assert (sendt.to, sendt.subject, sendt.body) == (["anne@eksempel.dk"], "Bestyrelsesmøde", "Kom.")
    assert sendt.message()["Message-ID"] == f"<{raekke.pk}@127.0.0.1>"
    assert (raekke.tilstand, raekke.fejl, raekke.sendt_tidspunkt is not None) == ("sendt", "", True)


def test_en_kalender_er_en_fil_med_sin_metode():
    (del_,) = [et for et in brev(ny(kalender=ICS)).message().walk() if et.get_content_type() == "text/calendar"]

    assert (del_.get_param("method"), del_.get_content_charset(), del_.get_filename()) == (
        "REQUEST", "utf-8", "indkaldelse.ics",
    )  # fmt: skip
    assert del_.get_payload(decode=True).decode() == ICS


def test_en_mail_kan_have_en_adresse_til_afmelding():
    hoved = brev(ny(afmeld="https://plan.eksempel.dk/mails/stop/1/")).message()

    assert (hoved["List-Unsubscribe"], hoved["List-Unsubscribe-Post"]) == (
        "<https://plan.eksempel.dk/mails/stop/1/>", "List-Unsubscribe=One-Click",
    )  # fmt: skip
    assert brev(ny("uden")).message()["List-Unsubscribe"] is None


@pytest.mark.parametrize(
    ("fejl", "tilstand"),
    [(None, "sendt"), (smtplib.SMTPDataError(451, b"Busy"), "venter"), (smtplib.SMTPDataError(550, b"No"), "opgivet")],
)
def test_kun_en_sendt_mail_glemmer_sine_ord(settings, fejl, tilstand):
    """Its links answer for people: whoever reads the database must not find them."""
    settings.EMAIL_BACKEND = f"{__name__}.Fejlende"
    FEJL.extend([fejl] if fejl else [])
    raekke = ny(kalender=ICS, afmeld="https://plan.eksempel.dk/stop/")
    send_ventende()
    raekke.refresh_from_db()

    ord_ = ("", "", "") if tilstand == "sendt" else ("Kom.", ICS, "https://plan.eksempel.dk/stop/")
    assert (raekke.tilstand, (raekke.tekst, raekke.kalender, raekke.afmeld)) == (tilstand, ord_)
    assert (raekke.til, raekke.emne) == ("anne@eksempel.dk", "Bestyrelsesmøde")


@pytest.mark.parametrize(("forsoeg", "minutter"), [(1, 1), (2, 5), (3, 30), (4, 120)])
def test_pauserne_vokser(forsoeg, minutter):
    assert ventetid(forsoeg) == timedelta(minutes=minutter)


def test_efter_det_femte_forsoeg_er_der_ikke_flere():
    assert ventetid(5) is None


def test_en_server_der_siger_nej_for_nu_faar_mailen_igen_senere(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Fejlende"
    FEJL.append(smtplib.SMTPDataError(451, b"Try again later"))
    raekke = ny()

    assert efter_forsoeg(raekke) == ("venter", 2, "Mailserveren svarede 451: Try again later")
    assert timedelta(seconds=50) < raekke.ikke_foer - timezone.now() <= timedelta(minutes=1)
    Udsendelse.objects.update(ikke_foer=timezone.now())
    assert efter_forsoeg(raekke) == ("sendt", 2, "")
    assert len(mail.outbox) == 1


def test_efter_fem_forsoeg_opgives_mailen_med_en_saetning(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Fejlende"
    FEJL.extend(smtplib.SMTPDataError(451, b"Busy") for _ in range(5))
    raekke = ny()
    for _ in range(5):
        Udsendelse.objects.update(ikke_foer=timezone.now())
        resultat = efter_forsoeg(raekke)

    assert resultat == ("opgivet", 5, "Mailen kunne ikke sendes i 5 forsøg. Mailserveren svarede 451: Busy")
    assert raekke.sendt_tidspunkt is None


def test_en_adresse_der_ikke_findes_opgives_straks(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Fejlende"
    FEJL.append(smtplib.SMTPRecipientsRefused({"anne@eksempel.dk": (550, b"No such user")}))

    assert efter_forsoeg(ny()) == (
        "opgivet", 1, "Mailen kunne ikke sendes i ét forsøg. Mailserveren svarede 550: No such user",
    )  # fmt: skip


def test_en_forbindelse_der_brister_foer_indholdet_proeves_igen(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Fejlende"
    FEJL.append(smtplib.SMTPServerDisconnected("lukket"))

    assert efter_forsoeg(ny()) == ("venter", 2, "Forbindelsen blev afbrudt.")


def test_en_forbindelse_der_brister_efter_indholdet_regnes_for_sendt(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Brister"
    FEJL.append(TimeoutError("intet svar"))

    assert efter_forsoeg(ny()) == ("sendt", 1, FORBINDELSEN_BRAST)


def test_en_mail_der_ikke_kan_skrives_stopper_ikke_de_andre(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Fejlende"
    FEJL.append(RuntimeError("bum"))
    ny("foerst", ikke_foer=timezone.now() - timedelta(hours=1))
    ny("dernaest")
    send_ventende()

    tilstande = dict(Udsendelse.objects.values_list("noegle", "tilstand"))
    assert tilstande == {"foerst": "venter", "dernaest": "sendt"}


def test_en_mailserver_der_er_vaek_koster_intet_forsoeg(settings, caplog):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "kerne.smtp.Mailserver", "127.0.0.1", 1

    assert efter_forsoeg(ny()) == ("venter", 1, "")
    assert "Mailserveren kan ikke nås" in caplog.text


@pytest.mark.parametrize(
    ("afleveret", "tilstand", "fejl"),
    [(False, "venter", "Arbejderen stoppede, før mailen var afleveret."), (True, "sendt", UVIST)],
)
def test_det_en_doed_arbejder_havde_i_haanden(afleveret, tilstand, fejl):
    raekke = ny()
    for_laenge_siden = timezone.now() - timedelta(minutes=2)
    Udsendelse.objects.update(
        tilstand="i_gang", hjerteslag=for_laenge_siden, sendt_tidspunkt=for_laenge_siden if afleveret else None
    )
    send_ventende()
    raekke.refresh_from_db()

    assert (raekke.tilstand, raekke.fejl, mail.outbox) == (tilstand, fejl, [])


def test_en_levende_arbejders_mail_roeres_ikke():
    raekke = ny()
    Udsendelse.objects.update(tilstand="i_gang", hjerteslag=timezone.now())

    assert efter_forsoeg(raekke)[0] == "i_gang"


def test_uden_en_at_melde_til_sender_serveren_som_djangos_egen():
    assert Mailserver().foer_aflevering() is None

"""Calling people to a meeting, their answers, and what they are told when it changes."""

import hashlib
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from aftaler.models import Person
from brugere.models import Bruger
from kerne import haendelser, laas, udsendelser
from kerne.models import Udsendelse
from moeder import permissions
from moeder.models import Indkaldelse, Moede
from moeder.reports import indkaldelser as reports
from moeder.reports.dagsorden import aabne_punkter
from moeder.rules import kalender
from moeder.rules import moeder as regler
from moeder.services.laasning import KanIkkeAendres
from moeder.statuses import Moedetilstand, Svar

HVAD = {"indkaldt": "Indkaldelse", "aendret": "Ændret", "aflyst": "Aflyst"}


class LinketErLukket(Exception):
    """The call takes no answer any more, or the link belongs to none; the message says why."""


@transaction.atomic
def indkald(moede: Moede, mailadresser: dict[Person, str], *, af: Bruger) -> list[Indkaldelse]:
    """Call these people, each by mail where there is an address; those called before are left alone. The new ones.

    The first call makes a draft a meeting that the body sees. Raises PermissionDenied, KanIkkeAendres, ValidationError.
    """
    nu = _laas(moede, af)
    if any(person.helhedsplan_id != nu.helhedsplan_id for person in mailadresser):
        raise ValidationError("Vælg personer, der hører til planen.")
    kendte = {et.person_id: et for et in nu.indkaldelser.all()}
    nye = [_ny(nu, person, email) for person, email in mailadresser.items() if person.pk not in kendte]
    if not (nye or kendte):
        raise ValidationError("Vælg mindst én, der skal indkaldes.")
    if nu.tilstand == Moedetilstand.KLADDE:
        nyt = {"tilstand": Moedetilstand.INDKALDT, "indkaldt_tidspunkt": timezone.now()}
        laas.gem(moede, udgave=nu.udgave, af=af, **nyt)
    for indkaldelse in nye:
        _send(indkaldelse, moede, "indkaldt")
    if nye:
        navne = ", ".join(str(et.person) for et in nye)
        haendelser.skriv(moede, f"indkaldte {navne}", af=af, kreds=moede.helhedsplan.slug)
    return nye


@transaction.atomic
def ret_email(indkaldelse: Indkaldelse, *, email: str, af: Bruger) -> Udsendelse | None:
    """Another address: the call is sent to it, also when it was sent there before. None when it is the address already.

    Raises PermissionDenied, KanIkkeAendres.
    """
    moede = _laas(indkaldelse.moede, af)
    indkaldelse.refresh_from_db(fields=["email"])
    if email == indkaldelse.email:
        return None
    indkaldelse.email = email
    indkaldelse.full_clean()
    indkaldelse.save(update_fields=["email"])
    haendelser.skriv(moede, f"ny mailadresse til {indkaldelse.person}", af=af, kreds=moede.helhedsplan.slug)
    return _send(indkaldelse, moede, "indkaldt", gang=indkaldelse.events.count())


@transaction.atomic
def fjern_indkaldelse(indkaldelse: Indkaldelse, *, af: Bruger) -> None:
    """Somebody called by mistake: the link stops working. Raises PermissionDenied, KanIkkeAendres."""
    moede = _laas(indkaldelse.moede, af)
    haendelser.skriv(moede, f"{indkaldelse.person} er ikke indkaldt mere", af=af, kreds=moede.helhedsplan.slug)
    indkaldelse.delete()


@transaction.atomic
def svar(indkaldelse: Indkaldelse, *, svar: str, stedfortraeder: str = "", af: Bruger | None = None) -> None:
    """Comes, comes not, or sends somebody; may be changed until the meeting begins.

    Without `af` the answer came by the link in the mail. Raises PermissionDenied, LinketErLukket, ValidationError.
    """
    nu = Indkaldelse.objects.select_for_update(of=("self",)).select_related("moede", "person").get(pk=indkaldelse.pk)
    if af and not permissions.maa_svare(af, nu):
        raise PermissionDenied
    _kraev_foer_moedet(nu.moede)
    nu.svar, nu.svaret_tidspunkt = svar, timezone.now()
    nu.stedfortraeder = stedfortraeder.strip() if svar == Svar.STEDFORTRAEDER else ""
    nu.full_clean()
    nu.save(update_fields=["svar", "stedfortraeder", "svaret_tidspunkt"])
    plan = nu.moede.helhedsplan
    haendelser.skriv(nu.moede, f"{nu.person}: {nu.get_svar_display().lower()}", af=af, kreds=plan.slug)


def find(noegle: str) -> Indkaldelse:
    """The call that the link belongs to. Raises LinketErLukket."""
    fundne = Indkaldelse.objects.select_related("moede__organ", "moede__helhedsplan", "person")
    indkaldelse = fundne.filter(noegle_sum=_sum(noegle)).first() if noegle else None
    if indkaldelse is None:
        raise LinketErLukket("Linket passer ikke til en indkaldelse. Brug linket i den nyeste mail.")
    _kraev_foer_moedet(indkaldelse.moede)
    return indkaldelse


def send_aendring(moede: Moede) -> None:
    """Tell everybody called how the meeting is now; part of the action that changed it."""
    for indkaldelse in moede.indkaldelser.select_related("person"):
        _send(indkaldelse, moede, "aendret")


def send_aflysning(moede: Moede) -> None:
    """Tell everybody called that it is off; part of the action that cancelled it."""
    for indkaldelse in moede.indkaldelser.select_related("person"):
        _send(indkaldelse, moede, "aflyst")


def _kraev_foer_moedet(moede: Moede) -> None:
    if grund := regler.hvorfor_ikke_svare(moede.tilstand, begynder=moede.begynder, nu=timezone.now()):
        raise LinketErLukket(grund)


def _laas(moede: Moede, af: Bruger) -> Moede:
    if not permissions.maa_lede_moeder(af, moede.helhedsplan):
        raise PermissionDenied
    nu = Moede.objects.select_for_update(of=("self",)).select_related("helhedsplan", "organ").get(pk=moede.pk)
    kan = nu.tilstand == Moedetilstand.INDKALDT or regler.kan_skifte(nu.tilstand, Moedetilstand.INDKALDT)
    if not kan:
        raise KanIkkeAendres(f"Mødet er {nu.get_tilstand_display().lower()}. Der kan ikke indkaldes til det.")
    if nu.begynder <= timezone.now():
        raise KanIkkeAendres("Mødet ligger før nu. Flyt det først, hvis der skal indkaldes til det.")
    return nu


def _ny(moede: Moede, person: Person, email: str) -> Indkaldelse:
    ny = Indkaldelse(moede=moede, person=person, email=email)
    ny.full_clean()
    ny.save()
    return ny


def _send(indkaldelse: Indkaldelse, moede: Moede, hvad: str, *, gang: int = 1) -> Udsendelse | None:
    """Queue one mail; whoever has no address is told by other means. `gang` tells it from the same mail sent before."""
    if not indkaldelse.email:
        return None
    noegle = _noegle(indkaldelse)
    if indkaldelse.noegle_sum != _sum(noegle):
        indkaldelse.noegle_sum = _sum(noegle)
        indkaldelse.save(update_fields=["noegle_sum"])
    punkter = aabne_punkter(moede)
    kalendermoede = reports.som_kalender(moede, punkter)
    return udsendelser.skriv(
        noegle=f"moede:{indkaldelse.pk}:{moede.ics_nr}:{hvad}:{indkaldelse.noegle_sum[:16]}:{gang}",
        til=indkaldelse.email,
        emne=reports.emne(moede, HVAD[hvad]),
        tekst=reports.brev(
            indkaldelse,
            moede,
            hvad=hvad,
            svarlink=settings.OFFENTLIG_URL + reverse("moeder:svar", args=[noegle]),
            punkter=punkter,
        ),
        kalender=kalender.indkaldelse(
            kalendermoede,
            fra=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
            til=indkaldelse.email,
            navn=str(indkaldelse.person),
        ),
        kreds=moede.helhedsplan.slug,
    )


def _noegle(indkaldelse: Indkaldelse) -> str:
    """The link's key, made of the call and the installation's secret, so that every mail of it has the same link.

    A new address gets a new key: the old mail's link dies with it.
    """
    indhold = f"{indkaldelse.pk}:{indkaldelse.moede_id}:{indkaldelse.email}"
    return salted_hmac("moeder.svar", indhold, algorithm="sha256").hexdigest()


def _sum(noegle: str) -> str:
    return hashlib.sha256(noegle.encode()).hexdigest()

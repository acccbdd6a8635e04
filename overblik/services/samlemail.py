"""The digest mail: written once a day or week to each person, chosen, and stopped."""

import logging
from collections.abc import Collection
from datetime import date

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from brugere.models import Bruger
from kerne import haendelser, udsendelser
from overblik.models import Samlemail
from overblik.reports import samlemail as reports
from overblik.rules import paamindelser as regler
from overblik.rules.min_side import Ting
from overblik.statuses import VARSLER, Emne, Hyppighed

log = logging.getLogger(__name__)

UNDERSKRIVER = signing.Signer(salt="overblik.samlemail.stop")


def skriv_alle(dag: date) -> None:
    """Write the day's mails, each person's in a transaction of its own. Called again it takes up what is left."""
    for bruger in Samlemail.objects.modtagere().select_related("samlemail"):
        raekke = getattr(bruger, "samlemail", None) or Samlemail(bruger=bruger)
        if not regler.skylder(raekke.hyppighed, raekke.sidst, dag):
            continue
        try:
            _skriv(bruger, dag)
        except Exception:
            # One person's page that can't be made must not cost the others their mail.
            log.exception("Samlemailen til bruger %s kunne ikke skrives", bruger.pk)


@transaction.atomic
def _skriv(bruger: Bruger, dag: date) -> None:
    """One person's mail, if there is something to tell. What another worker has in hand is left to it."""
    Samlemail.objects.get_or_create(bruger=bruger)
    raekke = Samlemail.objects.select_for_update(skip_locked=True).filter(bruger=bruger).first()
    if raekke is None or not regler.skylder(raekke.hyppighed, raekke.sidst, dag):
        return
    til = regler.dag_foer_naeste(raekke.hyppighed, dag)
    ting = [et for et in reports.alt_for(bruger, dato=dag) if VARSLER[et.pligt].emne not in raekke.fravalgte]
    nu = [et for et in ting if regler.skal_siges(et.pligt, et.dato, sagt=_sagt(raekke, et), dag=dag, til=til)]
    if nu:
        _send(bruger, raekke, nu, andre=len(ting) - len(nu), dag=dag)
    nye = {et.noegle: regler.siges_til(et.pligt, et.dato, dag=dag, til=til).isoformat() for et in nu}
    raekke.sagt = {et.noegle: raekke.sagt[et.noegle] for et in ting if et.noegle in raekke.sagt} | nye
    raekke.sidst = dag
    raekke.save(update_fields=["sagt", "sidst"])


def _sagt(raekke: Samlemail, ting: Ting) -> date | None:
    dag = raekke.sagt.get(ting.noegle)
    return date.fromisoformat(dag) if dag else None


def _send(bruger: Bruger, raekke: Samlemail, ting: list[Ting], *, andre: int, dag: date) -> None:
    """The person and the day are the key: whatever happens, the day has one mail."""
    stop = settings.OFFENTLIG_URL + reverse("mail_stop", args=[UNDERSKRIVER.sign(bruger.pk)])
    try:
        udsendelser.skriv(
            noegle=f"samlemail {bruger.pk} {dag}",
            til=bruger.email,
            emne=reports.emne(ting),
            tekst=reports.tekst(bruger, ting, andre=andre, hyppighed=raekke.hyppighed, stop=stop, dato=dag),
            afmeld=stop,
        )
    except udsendelser.KanIkkeSkrives:  # the sentence holds the address, which the log has no need of
        log.warning("Bruger %s får ikke sin samlemail: adressen dur ikke", bruger.pk)


@transaction.atomic
def vaelg(*, hyppighed: Hyppighed, emner: Collection[Emne], af: Bruger) -> None:
    """The person's own choice. Whoever had stopped it begins anew from today, not with all that was in between."""
    raekke = _mit_valg(af)
    if raekke.hyppighed == Hyppighed.ALDRIG:
        raekke.sidst = timezone.localdate()
    raekke.hyppighed = hyppighed
    raekke.fravalgte = [str(et) for et in Emne if et not in emner]
    raekke.save(update_fields=["hyppighed", "fravalgte", "sidst"])
    haendelser.skriv(raekke, f"valgte: {hyppighed.label.lower()}", af=af)


@transaction.atomic
def stop(bruger: Bruger) -> None:
    """No more of them, by the link in the mail; twice is once."""
    raekke = _mit_valg(bruger)
    if raekke.hyppighed == Hyppighed.ALDRIG:
        return
    raekke.hyppighed = Hyppighed.ALDRIG
    raekke.save(update_fields=["hyppighed"])
    haendelser.skriv(raekke, "stoppet med linket i mailen", af=None)


def find(noegle: str) -> Bruger | None:
    """Whose mail the link stops; None when it is not one of ours."""
    try:
        return Bruger.objects.filter(pk=int(UNDERSKRIVER.unsign(noegle))).first()
    except (signing.BadSignature, ValueError):
        return None


def valget(bruger: Bruger) -> Samlemail:
    """What the person has chosen, or what holds for whoever has chosen nothing."""
    return Samlemail.objects.filter(bruger=bruger).first() or Samlemail(bruger=bruger)


def _mit_valg(bruger: Bruger) -> Samlemail:
    Samlemail.objects.get_or_create(bruger=bruger)
    return Samlemail.objects.select_for_update().get(bruger=bruger)

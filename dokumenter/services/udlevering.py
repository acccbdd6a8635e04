"""Hand out a finished paper by a link that expires: make it, take it back, open it. Every step is in the log."""

import hashlib
import secrets
from datetime import timedelta
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from brugere.models import Bruger
from dokumenter import permissions
from dokumenter.models import Bestilling, Udlevering
from dokumenter.services.bestilling import IkkeKlar, filens_sted
from kerne import haendelser

GAELDER = timedelta(days=14)


class KanIkkeUdleveres(Exception):
    """The paper can't be handed out by a link; the message is a Danish sentence."""


class LinketErLukket(Exception):
    """The link does not open anything (any more); the message is a Danish sentence."""


@transaction.atomic
def udlever(bestilling: Bestilling, *, af: Bruger) -> tuple[Udlevering, str]:
    """A new link, and its key, which is told this once. Raises PermissionDenied, KanIkkeUdleveres."""
    if not permissions.maa_udlevere(af, bestilling.helhedsplan):
        raise PermissionDenied
    if not bestilling.er_klar:
        raise KanIkkeUdleveres("Papiret er ikke færdigt endnu.")
    if bestilling.valg.get("kladde"):
        raise KanIkkeUdleveres("Et udkast kan ikke udleveres. Bestil papiret af den version, der gælder.")
    if bestilling.valg.get("kun_ledere"):
        raise KanIkkeUdleveres("En lukket udgave kan ikke udleveres med et link. Bestil den åbne udgave.")
    noegle, nu = secrets.token_urlsafe(32), timezone.now()
    ny = Udlevering.objects.create(
        bestilling=bestilling,
        noegle_sum=_sum(noegle),
        udloeber=nu + GAELDER,
        oprettet_af=af,
        oprettet_tidspunkt=nu,
    )
    haendelser.skriv(ny, "link lavet", af=af, kreds=bestilling.helhedsplan.slug)
    return ny, noegle


@transaction.atomic
def tilbagekald(udlevering: Udlevering, *, af: Bruger) -> None:
    """The link is closed at once; one that is closed stays as it is. Raises PermissionDenied."""
    plan = udlevering.bestilling.helhedsplan
    if not permissions.maa_udlevere(af, plan):
        raise PermissionDenied
    aaben = Udlevering.objects.filter(pk=udlevering.pk, tilbagekaldt_tidspunkt=None)
    if aaben.update(tilbagekaldt_tidspunkt=timezone.now()):
        haendelser.skriv(udlevering, "link tilbagekaldt", af=af, kreds=plan.slug)


@transaction.atomic
def aabn(noegle: str) -> tuple[Bestilling, Path]:
    """The paper that the key opens, and where its file lies. Raises LinketErLukket."""
    fundne = Udlevering.objects.select_related("bestilling__helhedsplan").filter(noegle_sum=_sum(noegle))
    udlevering = fundne.first()
    if udlevering is None:
        raise LinketErLukket("Linket findes ikke. Se, om hele adressen er kommet med.")
    if not udlevering.er_aaben(timezone.now()):
        raise LinketErLukket("Linket gælder ikke længere. Bed sekretariatet om et nyt.")
    try:
        sti = filens_sted(udlevering.bestilling)
    except IkkeKlar as fejl:
        raise LinketErLukket("Filen er ikke på serveren lige nu. Bed sekretariatet om et nyt link.") from fejl
    haendelser.skriv(udlevering, "hentet med link", af=None, kreds=udlevering.bestilling.helhedsplan.slug)
    return udlevering.bestilling, sti


def _sum(noegle: str) -> str:
    return hashlib.sha256(noegle.encode()).hexdigest()

"""Work the queue of orders. Taken by a conditional update, finished by a conditional update on the attempt's number: so
twice is harmless, and a slow worker that was given up cannot deliver a second file."""

import logging
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from dokumenter import rules
from dokumenter.models import Bestilling, BestillingQuerySet
from dokumenter.reports.grundlag import fra_json
from dokumenter.services import maanedens
from dokumenter.services.fremstilling import Fil, KanIkkeLaves
from dokumenter.services.samling import fremstil
from dokumenter.statuses import UNDERVEJS, Format, Tilstand, Trin
from kerne.hjerteslag import Hjerteslag

log = logging.getLogger(__name__)

OPGIVET = "Papiret kunne ikke laves i tre forsøg. Bestil det igen, eller giv besked til den, der driver systemet."


def dan(bestilling_id: str) -> None:
    """Make the file, once at the most, however many ask. A call for a row that somebody else has taken does nothing."""
    i_koe = Bestilling.objects.filter(pk=bestilling_id, tilstand=Tilstand.BESTILT)
    if not i_koe.update(tilstand=Tilstand.I_GANG, hjerteslag=timezone.now()):
        return
    bestilling = Bestilling.objects.select_related("helhedsplan").get(pk=bestilling_id)
    fremdrift = Fremdrift(tider=dict(bestilling.trin_tider))
    try:
        with Hjerteslag(f"bestilling {bestilling.pk}", lambda: _slag(bestilling, fremdrift)):
            grundlag = fra_json(bestilling.helhedsplan, bestilling.grundlag)
            fil = fremstil(grundlag, Format(bestilling.format), fremdrift.naa)
            fremdrift.naa(Trin.GEMMES, 95)
            _aflever(bestilling, fil, fremdrift)
    except KanIkkeLaves as fejl:
        _stop(bestilling, str(fejl))
    except Exception:
        # Whatever went wrong, the order must not hang: it is tried again, or says that it could not be made.
        log.exception("Bestilling %s blev ikke lavet i forsøg %s", bestilling.pk, bestilling.forsoeg)
        if rules.har_flere_forsoeg(bestilling.forsoeg):
            _i_koe_igen(bestilling)
        else:
            _stop(bestilling, OPGIVET)


def tag_glemte_op() -> list[str]:
    """Put back what a dead worker left, and find what nobody heard the bell for; gives the ids to ring for.

    A row that nobody has begun keeps its attempts: a Redis that is away for a day costs no order.
    """
    nu = timezone.now()
    glemte = Bestilling.objects.filter(tilstand__in=UNDERVEJS, hjerteslag__lt=rules.glemt_foer(nu))
    ring_for = []
    for bestilling in glemte.order_by("bestilt_tidspunkt", "pk"):
        if bestilling.er_bestilt:
            uroert = Bestilling.objects.filter(
                pk=bestilling.pk, tilstand=Tilstand.BESTILT, hjerteslag=bestilling.hjerteslag
            )
            taget_op = uroert.update(hjerteslag=nu)
        elif rules.har_flere_forsoeg(bestilling.forsoeg):
            taget_op = _i_koe_igen(bestilling, sidste_livstegn=bestilling.hjerteslag)
        else:
            _stop(bestilling, OPGIVET)
            continue
        if taget_op:
            ring_for.append(str(bestilling.pk))
    return ring_for


@dataclass
class Fremdrift:
    """How far the making has come. The maker sets it, the heartbeat's thread writes it on the row."""

    trin: Trin = Trin.BESTILT
    procent: int = 0
    tekst: str = ""
    tider: dict[str, str] = field(default_factory=dict)

    def naa(self, trin: Trin, procent: int, tekst: str = "") -> None:
        self.trin, self.procent, self.tekst = trin, procent, tekst
        self.tider = {trin.value: timezone.now().isoformat(), **self.tider}


def _slag(bestilling: Bestilling, fremdrift: Fremdrift) -> int:
    """Write the sign of life and the progress on the row."""
    return _eget_forsoeg(bestilling).update(
        hjerteslag=timezone.now(),
        trin=fremdrift.trin,
        trin_tekst=fremdrift.tekst,
        procent=fremdrift.procent,
        trin_tider=fremdrift.tider,
    )


def _eget_forsoeg(bestilling: Bestilling) -> BestillingQuerySet:
    """The row, as long as it still is this attempt's."""
    return Bestilling.objects.filter(pk=bestilling.pk, tilstand=Tilstand.I_GANG, forsoeg=bestilling.forsoeg)


def _aflever(bestilling: Bestilling, fil: Fil, fremdrift: Fremdrift) -> None:
    """Write under another name and move: the file is there whole, or not at all, and the row says which."""
    navn = f"papirer/{bestilling.pk}.{bestilling.format}"
    maal = Path(settings.MEDIA_ROOT) / navn
    maal.parent.mkdir(parents=True, exist_ok=True)
    halv = maal.with_name(f".{bestilling.pk}-{bestilling.forsoeg}.halv")
    kontrolsum = fil.gem(halv)
    fremdrift.naa(Trin.KLAR, 100)
    with transaction.atomic():
        afleveret = _eget_forsoeg(bestilling).update(
            tilstand=Tilstand.KLAR,
            trin=Trin.KLAR,
            trin_tekst="",
            trin_tider=fremdrift.tider,
            procent=100,
            sider=fil.sider,
            fil=navn,
            kontrolsum=kontrolsum,
            faerdig_tidspunkt=timezone.now(),
        )
        if afleveret:
            maanedens.meld_klar(bestilling)
            halv.replace(maal)
    for rest in maal.parent.glob(f".{bestilling.pk}-*.halv"):
        rest.unlink(missing_ok=True)


def _i_koe_igen(bestilling: Bestilling, *, sidste_livstegn: datetime | None = None) -> int:
    """A new attempt. With `sidste_livstegn` only if the worker has given no sign since; 0 when it has."""
    raekke = _eget_forsoeg(bestilling)
    if sidste_livstegn is not None:
        raekke = raekke.filter(hjerteslag=sidste_livstegn)
    return raekke.update(
        tilstand=Tilstand.BESTILT,
        forsoeg=bestilling.forsoeg + 1,
        hjerteslag=timezone.now(),
        trin=Trin.BESTILT,
        trin_tekst="",
        procent=0,
        trin_tider={Trin.BESTILT.value: bestilling.bestilt_tidspunkt.isoformat()},
    )


@transaction.atomic
def _stop(bestilling: Bestilling, fejl: str) -> None:
    stoppet = _eget_forsoeg(bestilling).update(
        tilstand=Tilstand.FEJLET, fejl=fejl, trin_tekst="", faerdig_tidspunkt=timezone.now()
    )
    if stoppet and bestilling.maaned:
        maanedens.meld_fejl(bestilling.helhedsplan, bestilling.maaned, fejl)

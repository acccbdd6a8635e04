"""Work the queue of uploaded sheets. The row is the queue: taken by a conditional update, finished by another on the
attempt's number, so twice is harmless and nothing is half read in."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kerne.hjerteslag import Hjerteslag
from kerne.models import Indlaesning
from kerne.regneark import KanIkkeLaeses
from kerne.statuses import HOS_ARBEJDEREN, Indlaesningstilstand

log = logging.getLogger(__name__)

UDEN_LIVSTEGN = timedelta(seconds=60)
FLEST_FORSOEG = 3
FLEST_FEJL = 100  # sentences kept; the rest are counted
OPGIVET = "Filen kunne ikke læses i tre forsøg. Prøv igen, eller giv besked til den, der driver systemet."


@dataclass(frozen=True)
class Fund:
    """Something about one cell: where, and a sentence that says what to do."""

    sted: str
    besked: str


@dataclass
class Resultat:
    """What reading the sheet gives, or gave. With `fejl` nothing is written."""

    nye: int = 0
    aendrede: int = 0
    uaendrede: int = 0
    tomme: int = 0
    fejl: list[Fund] = field(default_factory=list)
    advarsler: list[Fund] = field(default_factory=list)
    fejl_i_alt: int = 0
    advarsler_i_alt: int = 0

    def fejl_i(self, sted: str, besked: str) -> None:
        self.fejl_i_alt += 1
        if len(self.fejl) < FLEST_FEJL:
            self.fejl.append(Fund(sted, besked))

    def advar_om(self, sted: str, besked: str) -> None:
        self.advarsler_i_alt += 1
        if len(self.advarsler) < FLEST_FEJL:
            self.advarsler.append(Fund(sted, besked))


class Fortryd(Exception):
    """Raised inside the work's transaction when it was only a try, or when there are faults: nothing is kept."""


Arbejde = Callable[[Indlaesning, Callable[[int], None]], Resultat]


def udfoer(model: type[Indlaesning], pk: str, arbejde: Arbejde) -> None:
    """Try the sheet or read it in, once at the most, however many ask.

    `arbejde` reads the sheet and writes its rows, told how to say the percent done; a try is undone afterwards, so that
    it says exactly what reading in would do.
    """
    egne = model._default_manager.filter(pk=pk, tilstand__in=HOS_ARBEJDEREN, i_gang=False)
    if not egne.update(i_gang=True, hjerteslag=timezone.now()):
        return
    raekke = model._default_manager.get(pk=pk)
    fremdrift = [0]
    try:
        with Hjerteslag(
            f"indlæsning {pk}", lambda: _forsoeget(raekke).update(hjerteslag=timezone.now(), procent=fremdrift[0])
        ):
            _arbejd(raekke, arbejde, lambda procent: fremdrift.__setitem__(0, procent))
    except KanIkkeLaeses as fejl:
        _stop(raekke, str(fejl))
    except Exception:
        # Whatever went wrong, the row must not hang: it is tried again, or says that it could not be read.
        log.exception("Indlæsning %s gik ikke i forsøg %s", pk, raekke.forsoeg)
        if raekke.forsoeg < FLEST_FORSOEG:
            _i_koe_igen(raekke)
        else:
            _stop(raekke, OPGIVET)


def tag_glemte_op(model: type[Indlaesning]) -> list[str]:
    """Put back what a dead worker left, and find what nobody heard the bell for; gives the ids to ring for."""
    nu = timezone.now()
    glemte = model._default_manager.filter(tilstand__in=HOS_ARBEJDEREN, hjerteslag__lt=nu - UDEN_LIVSTEGN)
    ring_for = []
    for raekke in glemte.order_by("oprettet_tidspunkt", "pk"):
        if not raekke.i_gang:
            taget = model._default_manager.filter(pk=raekke.pk, i_gang=False, hjerteslag=raekke.hjerteslag)
            taget_op = taget.update(hjerteslag=nu)
        elif raekke.forsoeg < FLEST_FORSOEG:
            taget_op = _i_koe_igen(raekke)
        else:
            _stop(raekke, OPGIVET)
            continue
        if taget_op:
            ring_for.append(str(raekke.pk))
    return ring_for


def _arbejd(raekke: Indlaesning, arbejde: Arbejde, meld: Callable[[int], None]) -> None:
    """The rows and the word that they are there come in one transaction, so that neither stands without the other."""
    kun_proeve = raekke.tilstand == Indlaesningstilstand.PROEVES
    resultat: Resultat | None = None
    try:
        with transaction.atomic():
            resultat = arbejde(raekke, meld)
            if kun_proeve or resultat.fejl_i_alt or not _afslut(raekke, resultat, Indlaesningstilstand.INDLAEST):
                raise Fortryd
    except Fortryd:
        assert resultat is not None
        # Faults found while reading in send the row back to "prøvet": the person sees them and decides.
        _afslut(raekke, resultat, Indlaesningstilstand.PROEVET)


def _afslut(raekke: Indlaesning, resultat: Resultat, tilstand: Indlaesningstilstand) -> int:
    return _forsoeget(raekke).update(
        tilstand=tilstand,
        i_gang=False,
        procent=100,
        resultat=asdict(resultat),
        fejl="",
        faerdig_tidspunkt=timezone.now(),
    )


def _stop(raekke: Indlaesning, fejl: str) -> None:
    _forsoeget(raekke).update(
        tilstand=Indlaesningstilstand.FEJLET, i_gang=False, fejl=fejl[:300], faerdig_tidspunkt=timezone.now()
    )


def _i_koe_igen(raekke: Indlaesning) -> int:
    return _forsoeget(raekke).update(i_gang=False, forsoeg=raekke.forsoeg + 1, hjerteslag=timezone.now(), procent=0)


def _forsoeget(raekke: Indlaesning) -> QuerySet:
    """The row, as long as it still is this attempt's."""
    return type(raekke)._default_manager.filter(
        pk=raekke.pk, tilstand=raekke.tilstand, forsoeg=raekke.forsoeg, i_gang=True
    )

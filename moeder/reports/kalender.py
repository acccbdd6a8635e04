"""The meetings that a person may see, as one calendar. A draft is in nobody's calendar, a closed item in no text."""

from datetime import timedelta

from django.db.models import Prefetch
from django.utils import timezone

from brugere.models import Bruger
from moeder.models import Behandling, Moede
from moeder.reports.dagsorden import AabentPunkt
from moeder.reports.indkaldelser import som_kalender
from moeder.rules.kalender import abonnement
from moeder.statuses import Moedetilstand

BAGUD = timedelta(days=365)


def kalender(bruger: Bruger) -> str:
    """A year back and everything to come; two queries however many meetings there are."""
    punkter = Behandling.objects.i_raekkefoelge().only("moede_id", "art", "titel", "lukket", "raekkefoelge")
    moeder = (
        Moede.objects.synlige_for(bruger)
        .filter(begynder__gte=timezone.now() - BAGUD)
        .exclude(tilstand=Moedetilstand.KLADDE)
        .select_related("organ", "helhedsplan")
        .prefetch_related(Prefetch("behandlinger", punkter))
        .order_by("begynder", "pk")
    )
    return abonnement("Møder i helhedsplanen", [som_kalender(et, _aabne(et)) for et in moeder])


def _aabne(moede: Moede) -> list[AabentPunkt]:
    return [AabentPunkt(nr, et.art, et.titel) for nr, et in enumerate(moede.behandlinger.all(), 1) if not et.lukket]

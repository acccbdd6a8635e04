"""The referat of every meeting that a body of the plan held: approved at its next one, or sent round before it.

A body outside the plan, such as a byråd, keeps its own minutes.
"""

from datetime import timedelta

from django.utils import timezone

from aftaler.models.organ import Organart
from aftaler.snapshot import kontrolsum
from brugere.roles import Rolle
from helhedsplan.demo.byg.byggeri import Byggeri
from moeder.models import Moede, Referat, Referatudgave
from moeder.reports.referat import referatindhold, som_json
from moeder.services.godkendelsespunkt import saet_paa_naeste_moede
from moeder.statuses import Moedetilstand, Referattilstand

RENSKREVET = timedelta(days=7)  # from the meeting to the day its referat was sent
FRIST = timedelta(days=14)


def alt(byggeri: Byggeri) -> None:
    egne = byggeri.plan.moeder.exclude(organ__art=Organart.UDEN_FOR)
    holdte = list(egne.filter(tilstand=Moedetilstand.AFSLUTTET).order_by("begynder", "pk"))
    kommende = set(egne.filter(tilstand=Moedetilstand.KLADDE).values_list("organ", flat=True))
    for nr, moede in enumerate(holdte):
        naeste = next((et for et in holdte[nr + 1 :] if et.organ_id == moede.organ_id), None)
        if naeste is None and moede.organ_id in kommende:
            _sendt(byggeri, moede)
        else:
            _godkendt(byggeri, moede, naeste)


def _sendt(byggeri: Byggeri, moede: Moede) -> None:
    """It waits for the body: the agenda to come has the item."""
    referat = Referat.objects.create(
        moede=moede,
        tilstand=Referattilstand.TIL_KOMMENTERING,
        kommentarfrist_dato=timezone.localdate() + FRIST,
    )
    _udgave(byggeri, referat)
    saet_paa_naeste_moede(referat, af=byggeri.folk[Rolle.SEKRETARIAT])


def _godkendt(byggeri: Byggeri, moede: Moede, naeste: Moede | None) -> None:
    """At the next meeting, or in writing where none is known."""
    referat = Referat.objects.create(
        moede=moede,
        tilstand=Referattilstand.GODKENDT,
        godkendt_moede=naeste,
        godkendt_tidspunkt=naeste.slutter if naeste else moede.slutter + RENSKREVET + FRIST,
    )
    _udgave(byggeri, referat)


def _udgave(byggeri: Byggeri, referat: Referat) -> None:
    indhold = som_json(referatindhold(referat.moede))
    Referatudgave.objects.create(
        referat=referat,
        nr=1,
        indhold=indhold,
        kontrolsum=kontrolsum(indhold),
        frosset_af=byggeri.folk[Rolle.SEKRETARIAT],
        frosset_tidspunkt=referat.moede.slutter + RENSKREVET,
    )

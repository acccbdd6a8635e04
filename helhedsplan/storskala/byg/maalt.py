"""What was measured: by far the most rows, so they go in by batches."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal

from brugere.roles import Rolle
from helhedsplan.demo import former
from helhedsplan.storskala.byg.byggeri import Byggeri
from maalinger.models import Maaling
from maalinger.statuses import Maalingstilstand

AD_GANGEN = 500


def maalinger(byggeri: Byggeri) -> None:
    Maaling.objects.bulk_create(_planens(byggeri), batch_size=AD_GANGEN)


def _planens(byggeri: Byggeri) -> Iterator[Maaling]:
    for omraade in byggeri.spec.omraader:
        kriterier = [*omraade.kriterier, *(et for aktivitet in omraade.aktiviteter for et in aktivitet.kriterier)]
        for kriterium in kriterier:
            yield from (_maaling(byggeri, kriterium, et) for et in kriterium.maalinger)


def _maaling(byggeri: Byggeri, kriterium: former.Kriterium, spec: former.Maalt) -> Maaling:
    """Sent and approved on the day it was drawn from its source."""
    dagen = datetime.combine(spec.udtraek, time(12), UTC) if spec.udtraek else None
    return Maaling(
        kriterium=byggeri.kriterier[kriterium.navn],
        omraade=byggeri.boligomraader[spec.omraade] if spec.omraade else None,
        fra_dato=date(spec.fra, 1, 1),
        til_dato=date(spec.fra, 12, 31),
        vaerdi=Decimal(spec.vaerdi) if spec.vaerdi else None,
        taeller=spec.taeller,
        naevner=spec.naevner,
        reference_vaerdi=Decimal(spec.reference) if spec.reference else None,
        reference_navn=byggeri.plan.kommune if spec.reference else "",
        kilde=kriterium.datakilde,
        udtraek_dato=spec.udtraek,
        registreret_af=byggeri.folk[Rolle.MEDARBEJDER],
        tilstand=Maalingstilstand.GODKENDT,
        sendt_af=byggeri.folk[Rolle.MEDARBEJDER],
        sendt_tidspunkt=dagen,
        afgjort_af=byggeri.folk[Rolle.PROJEKTLEDER],
        afgjort_tidspunkt=dagen,
        eksempel=spec.eksempel,
    )

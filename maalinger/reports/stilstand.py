"""Which activities stand still: for Min side and the board's page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import DateField, DateTimeField, Max, OuterRef, QuerySet, Subquery
from django.utils import timezone

from aftaler.models import Aktivitet, Helhedsplan, Milepael
from maalinger.models import Leverancemaaling, Registrering
from maalinger.rules.stilstand import DAGE, Aktivitetsspor, stilstand


@dataclass(frozen=True)
class Stille:
    """An activity that nobody has touched for long, and the sentence that says so."""

    plan: str
    aktivitet: int
    navn: str
    dage: int
    saetning: str


def stille_aktiviteter(planer: Collection[Helhedsplan], *, dato: date, graense: int = DAGE) -> tuple[Stille, ...]:
    """The activities of these plans that stand still on the day, longest first; one query."""
    aktiviteter = (
        Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan__in=planer)
        .select_related("delaftale__indsatsomraade__helhedsplan")
        .annotate(
            registreret=_seneste(Registrering.objects.all(), "registreret_tidspunkt", DateTimeField()),
            registrering_rettet=_seneste(Registrering.objects.all(), "rettet_tidspunkt", DateTimeField()),
            leveret=_seneste(Leverancemaaling.objects.all(), "registreret_tidspunkt", DateTimeField()),
            leverance_rettet=_seneste(Leverancemaaling.objects.all(), "rettet_tidspunkt", DateTimeField()),
            naaet=_seneste(Milepael.objects.all(), "udfoert_dato", DateField()),
        )
        .order_by("pk")
    )
    fundet = [(et, stilstand(_spor(et), dato, graense=graense)) for et in aktiviteter]
    stille = [
        Stille(et.delaftale.indsatsomraade.helhedsplan.slug, et.pk, et.navn, svar.dage, svar.saetning)
        for et, svar in fundet
        if svar
    ]
    return tuple(sorted(stille, key=lambda et: (-et.dage, et.navn, et.aktivitet)))


def _seneste(raekker: QuerySet, felt: str, slags: DateField) -> Subquery:
    """The newest of the rows that hang on the activity, in the activities' own query."""
    egne = raekker.filter(aktivitet=OuterRef("pk")).order_by().values("aktivitet")
    return Subquery(egne.annotate(seneste=Max(felt)).values("seneste"), output_field=slags)


def _spor(et: Aktivitet) -> Aktivitetsspor:
    plan = et.delaftale.indsatsomraade.helhedsplan
    tegn = (
        et.rettet_tidspunkt,
        et.status_sat_tidspunkt,
        et.registreret,
        et.registrering_rettet,
        et.leveret,
        et.leverance_rettet,
        et.naaet,
    )
    dage = [_dag(et) for et in tegn if et]
    start, slut = et.start_dato or plan.start_dato, et.slut_dato or plan.slut_dato
    return Aktivitetsspor(et.navn, start, slut, max(dage, default=None), et.status_sat)


def _dag(tidspunkt: date) -> date:
    return timezone.localdate(tidspunkt) if isinstance(tidspunkt, datetime) else tidspunkt

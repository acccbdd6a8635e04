"""Turns one invented plan into rows, by one insert a noun (a bulk insert: a plan is some 2,500 rows)."""

from collections.abc import Callable

from django.db import transaction

from aftaler.models import Bevillingsperiode, Helhedsplan, Skabelon
from aftaler.models.skabelon import Papir
from brugere.models import Bruger
from helhedsplan.demo import former
from helhedsplan.storskala.byg import aftalen, folk, forloeb, maalt, moeder, organisering, penge
from helhedsplan.storskala.byg.byggeri import Byggeri

# In the order in which rows point at each other; the approvals last, as they freeze what was written before them.
TRIN: tuple[Callable[[Byggeri], None], ...] = (
    folk.medlemmer,
    organisering.parter,
    organisering.steder,
    aftalen.strategisk,
    aftalen.delaftaler,
    aftalen.aktiviteter,
    aftalen.kriterier,
    aftalen.milepaele,
    organisering.organer,
    organisering.andele,
    penge.oekonomi,
    forloeb.frister,
    maalt.maalinger,
    moeder.alt,
    forloeb.godkendelser,
)


@transaction.atomic
def plan(spec: former.Plan, lbf: Bruger) -> None:
    """The plan with everything in it, or nothing. One a transaction: inserts slow down as a transaction grows."""
    raekke = Helhedsplan.objects.create(
        slug=spec.slug,
        navn=spec.navn,
        omraade=spec.omraade,
        kommune=spec.kommune,
        bevillingsperiode=Bevillingsperiode.objects.get(navn=spec.periode),
        skabelon=Skabelon.objects.get(generation=spec.generation, papir=Papir.STRATEGISK),
        start_dato=spec.start,
        slut_dato=spec.slut,
        fase=spec.fase,
        eksempel=True,
    )
    byggeri = Byggeri(spec, raekke, lbf)
    for trin in TRIN:
        trin(byggeri)

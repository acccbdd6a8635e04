"""Register values become a criterion's measurements: as drafts, through the same door as every other figure."""

from collections.abc import Sequence

from django.db import transaction

from aftaler.models import Boligomraade, Succeskriterium
from brugere.models import Bruger
from maalinger.models import Maaling
from maalinger.reports.dataforslag import Forslag
from maalinger.services.maalinger import Indtastet, registrer_maaling


@transaction.atomic
def hent_som_kladder(kriterium: Succeskriterium, forslag: Sequence[Forslag], *, af: Bruger) -> list[Maaling]:
    """One draft for each, all or none. Raises what `registrer_maaling` raises."""
    omraader = {et.pk: et for et in Boligomraade.objects.filter(helhedsplaner=kriterium.helhedsplan)}
    return [
        registrer_maaling(kriterium, _indtastet(et), omraade=omraader[et.omraade] if et.omraade else None, af=af)
        for et in forslag
    ]


def _indtastet(forslag: Forslag) -> Indtastet:
    broek = forslag.taeller is not None
    return Indtastet(
        fra_dato=forslag.fra,
        til_dato=forslag.til,
        kilde=forslag.kilde,
        vaerdi=None if broek else forslag.tal.vaerdi,
        taeller=forslag.taeller,
        naevner=forslag.naevner,
        reference_vaerdi=forslag.reference.vaerdi if forslag.reference else None,
        reference_navn=forslag.reference_navn,
        udtraek_dato=forslag.tal.opgjort_dato,
    )

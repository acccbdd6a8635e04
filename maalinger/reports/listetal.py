"""From the rows to what the rules of the lists take: rules by year, the country's means, and each area's figures."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from fractions import Fraction

from django.db.models import Prefetch

from aftaler.laesning import Enhed, Sammenligning
from aftaler.models import Boligomraade, Helhedsplan
from maalinger.models import Indikatorvaerdi, Landstal, Liste, Listekriterium, Listeplacering
from maalinger.reports.diskretion import graense
from maalinger.reports.registertal import egne_skjulte
from maalinger.rules import indtastning
from maalinger.rules.diskretion import Skjult
from maalinger.rules.lister import BEBOERE
from maalinger.rules.listetyper import Aar, Listegrundlag, Listekrav, Listeregler, Omraadetal, Tal
from maalinger.statuses import Graensegrundlag, Listetype, Niveau


def grundlag() -> Listegrundlag:
    """The lists with their thresholds, and the country's means; three queries, the same for every plan."""
    kriterier = Prefetch("kriterier", Listekriterium.objects.select_related("indikator"))
    landet = Landstal.objects.filter(region="").values_list("indikator__kode", "aar", "vaerdi")
    return Listegrundlag(
        tuple(_regler(et) for et in Liste.objects.prefetch_related(kriterier)),
        {(kode, aar): Fraction(vaerdi) for kode, aar, vaerdi in landet},
    )


def vaerdierne(plan: Helhedsplan, kendt: Listegrundlag) -> list[Indikatorvaerdi]:
    """All the plan has of the lists' indicators, at every level: an area could be subtracted out of the plan."""
    koder = {krav.indikator for regler in kendt.regler for krav in regler.krav} | {BEBOERE}
    return list(Indikatorvaerdi.objects.filter(helhedsplan=plan, indikator__kode__in=koder).select_related("indikator"))


def omraadetal(
    plan: Helhedsplan,
    omraader: Iterable[Boligomraade],
    vaerdier: Sequence[Indikatorvaerdi],
    placeringer: Sequence[Listeplacering],
    *,
    dato: date,
) -> dict[int, Omraadetal]:
    """Each area's figures as they may be shown: what is hidden can't be read off a mean or a distance either."""
    skjulte, mindste = egne_skjulte(plan, vaerdier, dato=dato), graense(dato)
    tal: dict[int, dict[str, dict[Aar, Tal]]] = defaultdict(lambda: defaultdict(dict))
    for et in vaerdier:
        if et.niveau == Niveau.OMRAADE:
            tal[et.omraade_id][et.indikator.kode][et.fra_aar, et.til_aar] = _tal(et, skjulte, mindste)
    officielt: dict[int, dict[tuple[Listetype, int], bool]] = defaultdict(dict)
    for et in placeringer:
        officielt[et.omraade_id][Listetype(et.art), et.aar] = et.paa_listen
    return {et.pk: Omraadetal(et.navn, tal[et.pk], et.beboere, officielt[et.pk]) for et in omraader}


def _regler(liste: Liste) -> Listeregler:
    return Listeregler(
        Listetype(liste.art),
        liste.fra_aar,
        liste.til_aar,
        liste.mindst_beboere,
        liste.kraever,
        Listetype(liste.bygger_paa) if liste.bygger_paa else None,
        liste.aar_i_traek,
        tuple(_krav(et) for et in liste.kriterier.all()),
        liste.kilde,
    )


def _krav(et: Listekriterium) -> Listekrav:
    return Listekrav(
        et.indikator.kode,
        et.navn,
        Enhed(et.indikator.enhed),
        Sammenligning(et.tegn),
        et.graense,
        Graensegrundlag(et.grundlag),
        et.vindue_aar,
        et.paakraevet,
        et.indikator.forsinkelse_aar,
    )


def _tal(vaerdi: Indikatorvaerdi, skjulte: Collection[int], mindste: int) -> Tal:
    if vaerdi.skjult or vaerdi.pk in skjulte:
        return Skjult(None if vaerdi.skjult else mindste)
    if vaerdi.vaerdi is not None:
        return Fraction(vaerdi.vaerdi)
    hele = indtastning.HELE.get(Enhed(vaerdi.indikator.enhed))
    return Fraction(vaerdi.taeller) / Fraction(vaerdi.naevner) * Fraction(hele or 1)

"""The agreement as it is in force: for those who don't see drafts, and for bodies where their page is closed.

A frozen document is one JSON value. PostgreSQL finds the documents that may match by an index; their parts are then
matched one by one, so that a hit leads to its own place.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchVector
from django.db import connection
from django.urls import reverse

from aftaler.models import Helhedsplan, Version
from aftaler.models.bilag import Bilagsart
from aftaler.models.version import Indholdsvektor
from brugere.roles import Ret
from kerne.rigtekst import som_tekst
from overblik.rules.soegning import Slags
from overblik.search.aftalerne import AKTIVITETENS, KRITERIETS, kriterier_i_kladden
from overblik.search.foresporgsel import SPROG, Forespoergsel, Tsquery
from overblik.search.fund import Laeser, Traef

FLEST = 60  # documents read for one search: some four megabytes
KRAFT = "Gælder fra"
SLAGS = frozenset(
    {Slags.AFTALE, Slags.AKTIVITET, Slags.KRITERIUM, Slags.MILEPAEL, Slags.ORGAN, Slags.BILAG}
)  # what a document holds


def hent(laeser: Laeser, forespoergsel: Forespoergsel, dag: date) -> tuple[list[Traef], bool]:
    """Every part in force that matches, and whether there were more documents than are read; two queries."""
    i_kraft = Version.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=laeser.planer).i_kraft(dag)
    passer = Version.objects.synlige_for(laeser.bruger).filter(pk__in=i_kraft.values("pk"))
    passer = passer.alias(ordene=Indholdsvektor("indhold")).filter(ordene=Tsquery(forespoergsel.positiv))
    dokumenter = list(passer.order_by("-gaelder_fra", "-pk")[: FLEST + 1])
    dele = [(et, version) for version in dokumenter[:FLEST] for et in _dele(version, laeser)]
    return _passende(dele, laeser, forespoergsel), len(dokumenter) > FLEST


class Del(NamedTuple):
    """One part of a frozen document. A template's heading says nothing of the plan: then `har_titel` is false."""

    slags: Slags
    titel: str
    tekst: str
    url: str
    har_titel: bool = True
    noegle: int = 0  # of a criterion's row


def _passende(dele: Sequence[tuple[Del, Version]], laeser: Laeser, forespoergsel: Forespoergsel) -> list[Traef]:
    """The parts that match, told whether their title does; one query."""
    if not dele:
        return []
    titel = f"to_tsvector('{SPROG}', titel)"
    sql = (
        f"SELECT nr, {titel} @@ %s::tsquery "
        "FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS p(titel, tekst, nr) "
        f"WHERE to_tsvector('{SPROG}', titel || ' ' || tekst) @@ %s::tsquery ORDER BY nr"
    )
    alt = forespoergsel.alt
    titler = [et.titel if et.har_titel else "" for et, _ in dele]
    with connection.cursor() as markoer:
        markoer.execute(sql, [alt, titler, [et.tekst for et, _ in dele], alt])
        fundne = [(*dele[nr - 1], i_titel) for nr, i_titel in markoer.fetchall()]
    kendte = _ogsaa_i_kladden(laeser, [et.noegle for et, *_ in fundne if et.noegle], forespoergsel)
    return [_traef(et, version, laeser, i_titel) for et, version, i_titel in fundne if et.noegle not in kendte]


def _ogsaa_i_kladden(laeser: Laeser, noegler: list[int], forespoergsel: Forespoergsel) -> frozenset[int]:
    """The criteria that the draft's rows have given already."""
    raekker = kriterier_i_kladden(laeser).filter(pk__in=noegler).alias(ordene=SearchVector(*KRITERIETS, config=SPROG))
    return frozenset(raekker.filter(ordene=forespoergsel.query).values_list("pk", flat=True))


def _traef(del_: Del, version: Version, laeser: Laeser, i_titel: bool) -> Traef:
    plan = laeser.planer[version.helhedsplan_id].navn
    return Traef(del_.slags, del_.titel, som_tekst(del_.tekst), del_.url, plan, KRAFT, version.gaelder_fra, i_titel)


def _dele(version: Version, laeser: Laeser) -> Iterator[Del]:
    """The parts that the reader may open, and reads in this edition rather than in the draft."""
    indhold, plan = version.indhold, laeser.planer[version.helhedsplan_id]
    slags = set(SLAGS)
    if plan.pk in laeser.med(Ret.KLADDE_SE):
        slags = {Slags.KRITERIUM, Slags.ORGAN}  # a criterion's page says what is in force, and the draft beside it
    if plan.pk in laeser.med_organer:
        slags -= {Slags.ORGAN}
    if plan.pk not in laeser.med(Ret.PAPIR_BESTIL):
        slags -= {Slags.BILAG}
    for et in _delaftalens(indhold, plan) if indhold["nr"] else _strategiskes(indhold, plan, version):
        if et.slags in slags:
            yield et


def _strategiskes(indhold: dict[str, Any], plan: Helhedsplan, version: Version) -> Iterator[Del]:
    side = _side("aftale", plan)
    for et in indhold["afsnit"]:
        yield Del(
            Slags.AFTALE, f"{et['nr']}. {et['overskrift']}", et["tekst"], f"{side}#blok-{et['kode']}", har_titel=False
        )
    for et in indhold["indsatsomraader"]:
        url = f"{side}#blok-omraade-{et['nr'].replace('.', '-')}"
        yield Del(Slags.AFTALE, f"{et['nr']} {et['navn']}", f"{et['problemkompleks']}\n{et['formaal_og_maal']}", url)
        yield from _kriterier(et["succeskriterier"], plan)
    yield from _milepaele(indhold["milepaele"], plan)
    for et in indhold["organer"]:
        yield Del(Slags.ORGAN, et["navn"], et["opgaver"], _side("version_detalje", plan, version.pk))
    for art, tekst in indhold["bilagstekster"].items():
        yield Del(Slags.BILAG, str(Bilagsart(art).label), tekst, _side("bilag_detalje", plan, art))


def _delaftalens(indhold: dict[str, Any], plan: Helhedsplan) -> Iterator[Del]:
    side = _side("delaftale_detalje", plan, indhold["nr"])
    navn = f"Delaftale {indhold['nr']} {indhold['indsatsomraade']}"
    for et in indhold["afsnit"]:
        yield Del(
            Slags.AFTALE,
            f"{navn}: {et['overskrift'].lower()}",
            et["tekst"],
            f"{side}#blok-{et['kode']}",
            har_titel=False,
        )
    for et in indhold["aktiviteter"]:
        tekst = "\n".join(et[felt] for felt in AKTIVITETENS)
        yield Del(Slags.AKTIVITET, et["navn"], tekst, _side("aktivitet_detalje", plan, et["noegle"]))
        yield from _kriterier(et["succeskriterier"], plan)
        yield from _milepaele(et["milepaele"], plan)


def _kriterier(kriterier: Iterable[dict[str, Any]], plan: Helhedsplan) -> Iterator[Del]:
    for et in kriterier:
        url = reverse("maalinger:kriterium_detalje", args=[plan.slug, et["nr"]])
        tekst = f"{et['tekst']}\n{et['datakilde']}"
        yield Del(Slags.KRITERIUM, f"{et['nr']}. {et['navn']}", tekst, url, noegle=et["noegle"])


def _milepaele(milepaele: Iterable[dict[str, Any]], plan: Helhedsplan) -> Iterator[Del]:
    for et in milepaele:
        yield Del(Slags.MILEPAEL, et["navn"], "", _side("milepaelsplan", plan))


def _side(navn: str, plan: Helhedsplan, *led: Any) -> str:
    return reverse(f"aftaler:{navn}", args=[plan.slug, *led])

"""The plan's register values as figures that may be shown: what we hide ourselves is hidden here, for every reader."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Enhed
from aftaler.models import Boligafdeling, Boligomraade, Helhedsplan
from kerne import datoer, talformat
from maalinger.models import Indikatorvaerdi
from maalinger.reports.diskretion import graense
from maalinger.rules import diskretion, indtastning
from maalinger.statuses import Niveau

HOEJST_DECIMALER = 3
Stednoegle = tuple[Niveau, int | None]


@dataclass(frozen=True)
class Sted:
    """A place or group that figures belong to; `noegle` is the area's or the afdeling's key."""

    navn: str
    niveau: Niveau
    noegle: int | None = None

    @property
    def er_sammenligning(self) -> bool:
        return self.niveau in (Niveau.KOMMUNE, Niveau.UDSATTE, Niveau.LANDET)


@dataclass(frozen=True)
class Tal:
    """A figure as it may be shown. Without `vaerdi` it is hidden, and `grund` says why; it is never zero instead."""

    tekst: str
    vaerdi: Decimal | None = None
    broek: str = ""
    grund: str = ""
    kilde: str = ""
    opgjort_dato: date | None = None
    eksempel: bool = False
    noegle: int | None = None

    @property
    def er_skjult(self) -> bool:
        return self.vaerdi is None


def stederne(plan: Helhedsplan) -> dict[Stednoegle, Sted]:
    """Every place that the plan's figures can belong to, in the order in which they are shown."""
    alle = [Sted("Hele planen", Niveau.PLAN)]
    alle += [Sted(et.navn, Niveau.OMRAADE, et.pk) for et in plan.boligomraader.order_by("navn", "pk")]
    alle += [Sted(et.navn, Niveau.AFDELING, et.pk) for et in plan.boligafdelinger.order_by("navn", "pk")]
    kommune = plan.kommune if plan.kommune.casefold().endswith("kommune") else f"{plan.kommune} Kommune"
    alle += [Sted(kommune, Niveau.KOMMUNE), Sted("Udsatte områder", Niveau.UDSATTE), Sted("Hele landet", Niveau.LANDET)]
    return {(et.niveau, et.noegle): et for et in alle}


def sted_af(vaerdi: Indikatorvaerdi) -> Stednoegle:
    return Niveau(vaerdi.niveau), vaerdi.omraade_id or vaerdi.afdeling_id


def egne_skjulte(plan: Helhedsplan, vaerdier: Sequence[Indikatorvaerdi], *, dato: date) -> frozenset[int]:
    """The keys of the values that may not be shown, whoever hid them; `vaerdier` is everything of some indicators.

    Single years first: a mean of several years that are all there gives a hidden one of them back.
    """
    mindste, summer = graense(dato), _summer(plan)
    grupper: dict[tuple[int, int, int], dict[Stednoegle, Indikatorvaerdi]] = defaultdict(dict)
    for et in vaerdier:
        grupper[et.indikator_id, et.fra_aar, et.til_aar][sted_af(et)] = et
    skjulte: set[int] = set()
    for (indikator, fra, til), gruppe in sorted(grupper.items(), key=lambda led: led[0][2] - led[0][1]):
        bag = {sted: _bag(et) for sted, et in gruppe.items()}
        aarene = [grupper.get((indikator, aar, aar), {}) for aar in range(fra, til + 1)] if fra < til else []
        for sted in bag:
            enkelte = [aar[sted].pk for aar in aarene if sted in aar]
            if aarene and len(enkelte) == len(aarene) and not skjulte.isdisjoint(enkelte):
                bag[sted] = replace(bag[sted], skjult=True)
        skjulte |= {gruppe[sted].pk for sted in diskretion.skjulte(bag, summer, graense=mindste)}
    return frozenset(skjulte)


def figur(vaerdi: Indikatorvaerdi, skjulte: Collection[int], *, mindste: int) -> Tal:
    """The value as a reader may see it."""
    om = {
        "kilde": vaerdi.kilde,
        "opgjort_dato": vaerdi.opgjort_dato,
        "eksempel": vaerdi.eksempel,
        "noegle": vaerdi.pk,
    }
    if vaerdi.skjult or vaerdi.pk in skjulte:
        skjult = diskretion.Skjult(None if vaerdi.skjult else mindste)
        return Tal(str(skjult), grund=skjult.grund, **om)
    tallet = vaerdien(vaerdi)
    enhed = Enhed(vaerdi.indikator.enhed)
    broek = f"{talformat.tal(vaerdi.taeller)} af {talformat.tal(vaerdi.naevner)}" if vaerdi.taeller is not None else ""
    return Tal(talformat.vaerdi(tallet, enhed), tallet, broek, **om)


def vaerdien(vaerdi: Indikatorvaerdi) -> Decimal:
    """The figure itself; where only a share's two numbers are known, the share of a hundred or a thousand."""
    if vaerdi.vaerdi is not None:
        return vaerdi.vaerdi
    hele = indtastning.HELE.get(Enhed(vaerdi.indikator.enhed), Decimal(1))
    brudt = Fraction(vaerdi.taeller) / Fraction(vaerdi.naevner) * Fraction(hele)
    return talformat.afrund(Decimal(brudt.numerator) / Decimal(brudt.denominator), HOEJST_DECIMALER)


def alder(tal: Tal, aar: tuple[int, int]) -> str:
    """How old the figure was when it came: "2016-tal, opgjort 1. marts 2018"; "2016-tal" where the day isn't known."""
    tallet = f"{datoer.aarsvindue(*aar)}-tal"
    return f"{tallet}, opgjort {datoer.dato(tal.opgjort_dato)}" if tal.opgjort_dato else tallet


def _bag(vaerdi: Indikatorvaerdi) -> diskretion.Bag:
    enhed = Enhed(vaerdi.indikator.enhed)
    return diskretion.bag(
        vaerdi.vaerdi, enhed=enhed, taeller=vaerdi.taeller, naevner=vaerdi.naevner, skjult=vaerdi.skjult
    )


def _summer(plan: Helhedsplan) -> list[diskretion.Sum[Stednoegle]]:
    """What can be subtracted from what: the plan is its areas, and an area its afdelinger that lie in no other."""
    omraader = list(Boligomraade.objects.filter(helhedsplaner=plan).order_by("pk").values_list("pk", flat=True))
    ejere: dict[int, list[int]] = defaultdict(list)
    par = Boligafdeling.objects.filter(helhedsplaner=plan, boligomraader__in=omraader)
    for afdeling, omraade in par.order_by("pk").values_list("pk", "boligomraader"):
        ejere[afdeling].append(omraade)
    summer = [diskretion.Sum((Niveau.PLAN, None), tuple((Niveau.OMRAADE, et) for et in omraader))] if omraader else []
    for omraade in omraader:
        egne = tuple((Niveau.AFDELING, afdeling) for afdeling, hvor in ejere.items() if hvor == [omraade])
        summer += [diskretion.Sum((Niveau.OMRAADE, omraade), egne)] if egne else []
    return summer

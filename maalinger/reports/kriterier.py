"""Which criteria a plan has: those of the versions in force, and those that only stand in a draft.

An area's criteria belong to the strategic agreement, an activity's to its delaftale; each document has its own version.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from aftaler.laesning import Laesning
from aftaler.models import Helhedsplan, Succeskriterium, Version
from aftaler.models.succeskriterium import laesning_fra


class Kladder(Enum):
    """Which drafts are shown beside what is in force."""

    INGEN = auto()
    UDEN_VERSION = auto()  # only those of documents that were never approved
    ALLE = auto()  # also what a draft adds to an approved document


@dataclass(frozen=True)
class Kriterium:
    """A criterion as one document says it. `noegle` is its row, `dokument` the delaftale's key or None (strategic)."""

    noegle: int
    nr: int
    navn: str
    tekst: str
    datakilde: str
    ansvarlig: str
    foerste_frist: date | None
    laesning: Laesning
    omraade_nr: str
    omraade_navn: str
    dokument: int | None = None
    aktivitet: str | None = None
    aktivitet_noegle: int | None = None
    er_kladde: bool = False


@dataclass(frozen=True)
class Ikraft:
    """The documents in force on a day, whole as they were frozen, their criteria, and the agreement's main figures."""

    kriterier: tuple[Kriterium, ...]
    dokumenter: frozenset[int | None]
    finansiering: dict[str, str | None] | None = None
    strategisk_nr: int | None = None
    indhold: tuple[dict[str, Any], ...] = ()


def ikraft(plan: Helhedsplan, *, dato: date) -> Ikraft:
    """Read the versions in force; one query."""
    versioner = list(Version.objects.filter(helhedsplan=plan).i_kraft(dato).only("delaftale", "nr", "indhold"))
    kriterier = [et for version in versioner for et in _i_version(version)]
    strategisk = next((et for et in versioner if et.delaftale_id is None), None)
    return Ikraft(
        tuple(sorted(kriterier, key=_raekkefoelge)),
        frozenset(et.delaftale_id for et in versioner),
        strategisk.indhold["finansiering"] if strategisk else None,
        strategisk.nr if strategisk else None,
        tuple(et.indhold for et in versioner),
    )


def i_kladden(plan: Helhedsplan, *, undtagen: Collection[int] = ()) -> list[Kriterium]:
    """The criteria as the rows stand now, but for those with the keys in `undtagen`; one query."""
    raekker = (
        Succeskriterium.objects.filter(helhedsplan=plan)
        .exclude(pk__in=undtagen)
        .select_related("indsatsomraade__omraadetype", "aktivitet")
        .i_raekkefoelge()
    )
    return [_af_raekke(et) for et in raekker]


def viste(plan: Helhedsplan, i_kraft: Ikraft, kladder: Kladder) -> tuple[Kriterium, ...]:
    """The criteria in force, and the drafts asked for, in the agreement's order."""
    if kladder == Kladder.INGEN:
        return i_kraft.kriterier
    kendte = {et.noegle for et in i_kraft.kriterier}
    nye = i_kladden(plan, undtagen=kendte)
    if kladder == Kladder.UDEN_VERSION:
        nye = [et for et in nye if et.dokument not in i_kraft.dokumenter]
    return tuple(sorted((*i_kraft.kriterier, *nye), key=_raekkefoelge))


def kladdens_udgave(plan: Helhedsplan, kriterium: Kriterium) -> Kriterium | None:
    """The criterion as the draft says it, where that isn't what is in force; None when they agree."""
    if kriterium.er_kladde:
        return None
    raekke = (
        Succeskriterium.objects.filter(helhedsplan=plan, pk=kriterium.noegle)
        .select_related("indsatsomraade__omraadetype", "aktivitet")
        .order_by("pk")
        .first()
    )
    kladde = _af_raekke(raekke) if raekke else None
    ens = kladde and (kladde.tekst, kladde.datakilde, kladde.laesning) == (
        kriterium.tekst, kriterium.datakilde, kriterium.laesning
    )  # fmt: skip
    return None if ens else kladde


def _i_version(version: Version) -> list[Kriterium]:
    indhold = version.indhold
    if version.delaftale_id is None:
        return [
            _af_snapshot(et, omraade["nr"], omraade["navn"])
            for omraade in indhold["indsatsomraader"]
            for et in omraade["succeskriterier"]
        ]
    return [
        _af_snapshot(
            et,
            indhold["nr"],
            indhold["indsatsomraade"],
            dokument=version.delaftale_id,
            aktivitet=aktivitet["navn"],
            aktivitet_noegle=aktivitet["noegle"],
        )
        for aktivitet in indhold["aktiviteter"]
        for et in aktivitet["succeskriterier"]
    ]


def _af_snapshot(et: dict[str, Any], omraade_nr: str, omraade_navn: str, **hoerer_til: Any) -> Kriterium:
    frist = et["foerste_frist"]
    return Kriterium(
        noegle=et["noegle"],
        nr=et["nr"],
        navn=et["navn"],
        tekst=et["tekst"],
        datakilde=et["datakilde"],
        ansvarlig=et["ansvarlig"],
        foerste_frist=date.fromisoformat(frist) if frist else None,
        laesning=laesning_fra(et["laesning"]),
        omraade_nr=omraade_nr,
        omraade_navn=omraade_navn,
        **hoerer_til,
    )


def _af_raekke(et: Succeskriterium) -> Kriterium:
    type_ = et.indsatsomraade.omraadetype
    return Kriterium(
        noegle=et.pk,
        nr=et.nr,
        navn=et.navn,
        tekst=et.tekst,
        datakilde=et.datakilde,
        ansvarlig=et.ansvarlig,
        foerste_frist=et.foerste_frist,
        laesning=et.laesning,
        omraade_nr=type_.nr,
        omraade_navn=type_.navn,
        dokument=et.aktivitet.delaftale_id if et.aktivitet else None,
        aktivitet=et.aktivitet.navn if et.aktivitet else None,
        aktivitet_noegle=et.aktivitet_id,
        er_kladde=True,
    )


def _raekkefoelge(et: Kriterium) -> tuple[tuple[int, ...], int]:
    return tuple(int(led) for led in et.omraade_nr.split(".") if led.isdigit()), et.nr

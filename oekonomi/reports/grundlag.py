"""The rows of a plan's money → the plain facts that the rules judge. A fixed number of queries for any plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models import Delaftale, Helhedsplan, Version
from aftaler.reports.penge import STEDER, Penge, penge
from aftaler.rules.budget import Giver, Post
from aftaler.snapshot.penge import strategisk_og_delaftaler
from oekonomi.models import Budgetaendring, Forbrug, Kompensation, Levering, Regnskabsaar, Restmidler
from oekonomi.rules.budgetaendringer import TAELLER_MED, Flytning
from oekonomi.rules.medfinansiering import Leveret, Lovet, leverancens_vaerdi
from oekonomi.rules.opfoelgning import Postering


@dataclass(frozen=True)
class Aftalt:
    """The budget and the promises of the agreement in force on the day; the draft's where nothing was ever approved."""

    penge: Penge
    er_kladde: bool


@dataclass(frozen=True)
class Grundlag:
    """Everything that the rules need about a plan's money. `flytninger` are the approved changes of the budget."""

    start: date
    slut: date
    krav: Decimal
    aftalt: Aftalt
    posteringer: tuple[Postering, ...]
    leverede: tuple[Leveret, ...]
    budgetaendringer: tuple[Budgetaendring, ...]
    kompensationer: tuple[Kompensation, ...]
    restmidler: tuple[Restmidler, ...]
    regnskaber: tuple[Regnskabsaar, ...]
    har_eksempel: bool

    @property
    def penge(self) -> Penge:
        return self.aftalt.penge

    @property
    def flytninger(self) -> list[Flytning]:
        return [flytning(et) for et in self.budgetaendringer if et.status in TAELLER_MED]

    @property
    def lovede(self) -> list[Lovet]:
        """What local givers have promised; Landsbyggefonden grants, and is nobody's medfinansiering."""
        return [
            Lovet(et.giver.navn, str(et.art), et.beloeb, et.aar) for et in self.penge.gaeldende if et.giver.er_lokal
        ]


def grundlag(plan: Helhedsplan, *, dato: date, i_kraft: Sequence[dict[str, Any]] | None = None) -> Grundlag:
    """Eleven queries at the most, one less with `i_kraft`: the documents in force, where they are read already."""
    forbrug = plan.forbrug.select_related("delaftale__indsatsomraade__omraadetype", "omkostningstype", "kilde")
    raekker = list(forbrug.order_by("bogfoert_dato", "pk"))
    leveringer = list(
        plan.leveringer.filter(tilsagn__kilde__helhedsplan=plan).select_related("tilsagn__kilde").order_by("pk")
    )
    regnskaber = plan.regnskaber.prefetch_related("bemaerkninger").order_by("aar")
    return Grundlag(
        start=plan.start_dato,
        slut=plan.slut_dato,
        krav=plan.bevillingsperiode.mindste_medfinansiering,
        aftalt=aftalt(plan, dato=dato, i_kraft=i_kraft),
        posteringer=tuple(_postering(et) for et in raekker),
        leverede=tuple(_leveret(et) for et in leveringer if et.tilsagn.kilde.er_lokal),
        budgetaendringer=tuple(budgetaendringer(plan)),
        kompensationer=tuple(plan.kompensationer.select_related("kilde").order_by("besluttet_dato", "pk")),
        restmidler=tuple(plan.restmidler.order_by("aar", "pk")),
        regnskaber=tuple(regnskaber),
        har_eksempel=any(et.eksempel for et in (*raekker, *leveringer)),
    )


def aftalt(plan: Helhedsplan, *, dato: date, i_kraft: Sequence[dict[str, Any]] | None = None) -> Aftalt:
    """What the documents in force say about money on the day, or what the draft says. One query, or seven."""
    if i_kraft is None:
        i_kraft = [et.indhold for et in Version.objects.filter(helhedsplan=plan).i_kraft(dato).only("indhold")]
    i_kraft = sorted(i_kraft, key=lambda dok: dok["nr"] or "")
    strategisk = next((dok for dok in i_kraft if dok["nr"] is None), None)
    if strategisk is None:
        return Aftalt(penge(*strategisk_og_delaftaler(plan)), er_kladde=True)
    return Aftalt(penge(strategisk, [dok for dok in i_kraft if dok["nr"] is not None]), er_kladde=False)


def budgetaendringer(plan: Helhedsplan) -> list[Budgetaendring]:
    """The changes of the budget with the delaftaler that they name, newest first."""
    return list(
        plan.budgetaendringer.select_related(
            "fra_delaftale__indsatsomraade__omraadetype", "til_delaftale__indsatsomraade__omraadetype"
        ).order_by("-pk")
    )


def flytning(aendring: Budgetaendring) -> Flytning:
    return Flytning(
        sted(aendring.fra_placering, aendring.fra_delaftale),
        sted(aendring.til_placering, aendring.til_delaftale),
        aendring.beloeb,
        aendring.fra_aar,
        aendring.til_aar,
    )


def sted(placering: str, delaftale: Delaftale | None) -> str:
    """A place as the budget writes it: "5.1 Tryghed og trivsel", "Tværgående", "Ikke fordelt"."""
    if delaftale is None:
        return next(navn for kode, navn in STEDER.items() if kode == placering)
    return str(delaftale.indsatsomraade.omraadetype)


def vaerdi(levering: Levering) -> Decimal | None:
    """A delivery in kroner, None where hours have no rate. The promise is loaded with it."""
    tilsagn = levering.tilsagn
    return leverancens_vaerdi(
        levering.beloeb,
        levering.timer,
        sats=levering.sats,
        lovet_sats=tilsagn.sats,
        lovet=tilsagn.beloeb,
        lovede_timer=tilsagn.timer,
    )


def _postering(forbrug: Forbrug) -> Postering:
    giver = Giver(forbrug.kilde.navn, forbrug.kilde.er_lokal) if forbrug.kilde else None
    type_ = forbrug.omkostningstype.navn if forbrug.omkostningstype else None
    post = Post(sted(forbrug.placering, forbrug.delaftale), forbrug.beloeb, forbrug.aar, giver, type_)
    return Postering(post, forbrug.bogfoert_dato)


def _leveret(levering: Levering) -> Leveret:
    tilsagn = levering.tilsagn
    return Leveret(tilsagn.kilde.navn, str(tilsagn.art), levering.aar, vaerdi(levering), levering.timer)

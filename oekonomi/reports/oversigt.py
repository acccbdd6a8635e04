"""The whole of a plan's money on a day: one dataclass for the page, the sheet and the paper. No drawing, no HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models import Helhedsplan
from aftaler.reports.budgetord import aarets_maaneder, procent_mod_krav
from aftaler.rules import budget as budgetregler
from aftaler.rules.budget import Budgettabel, Finansiering, Post
from aftaler.rules.budget import Linje as Kildelinje
from aftaler.rules.penge import holder_lokal_andel, regnskabsaar, samlet
from kerne.talformat import andel, kroner
from oekonomi.reports import ord as ordene
from oekonomi.reports.grundlag import Grundlag, grundlag
from oekonomi.reports.linjer import (
    Aendringslinje,
    Giverlinje,
    Regnskabslinje,
    Restlinje,
    aendringslinje,
    giverlinjer,
    regnskabslinjer,
    restlinje,
)
from oekonomi.rules import medfinansiering
from oekonomi.rules.budgetaendringer import revideret
from oekonomi.rules.medfinansiering import Samlet
from oekonomi.rules.opfoelgning import Aarslinje, Linje, aarslinje, linjer

UDEN_GIVER = "Giver ikke oplyst"


@dataclass(frozen=True)
class Sum:
    """One of the three sums at the top: what it is, the figure, and the check behind it (None: nothing to check)."""

    titel: str
    tal: str
    note: str
    er_i_orden: bool | None


@dataclass(frozen=True)
class Oekonomioversigt:
    """`poster` and `forbrugsposter` are the cubes (place × year × cost type × payer) behind the tables.

    `aar` is the year at hand, for previous / this / in all. `er_kladde`: nothing was ever approved, so the budget is
    only the draft's. Amounts are kroner; None is "not stated".
    """

    plan: str
    start: date
    slut: date
    dato: date
    aar: int
    er_kladde: bool
    har_eksempel: bool
    overskrift: str
    advarsler: tuple[str, ...]
    summer: tuple[Sum, ...]
    krav: Decimal
    finansiering: Finansiering
    poster: tuple[Post, ...]
    forbrugsposter: tuple[Post, ...]
    budget: Budgettabel
    forbrug: Budgettabel
    kilder: tuple[Kildelinje, ...]
    aarsord: tuple[tuple[str, str], ...]
    andelsord: tuple[str, ...]
    linjer: tuple[Linje, ...]
    i_alt: Linje
    aarslinjer: tuple[Aarslinje, ...]
    perioden: Aarslinje
    givere: tuple[Giverlinje, ...]
    medfinansiering: Samlet
    budgetaendringer: tuple[Aendringslinje, ...]
    restmidler: tuple[Restlinje, ...]
    regnskaber: tuple[Regnskabslinje, ...]

    @property
    def har_forbrug(self) -> bool:
        return self.i_alt.brugt is not None

    @property
    def har_disponeret(self) -> bool:
        return self.i_alt.disponeret is not None

    @property
    def har_aendringer(self) -> bool:
        """An approved change moves money, so budget and revised budget are both shown."""
        return any(et.er_aendret for et in self.linjer) or any(et.budget != et.revideret for et in self.aarslinjer)


def oekonomioversigt(plan: Helhedsplan, *, dato: date, aar: int | None = None) -> Oekonomioversigt:
    """As the agreement in force and the ledger say it on `dato`; `aar` is the year at hand, else the day's."""
    return af_grundlag(plan, grundlag(plan, dato=dato), dato=dato, aar=aar)


def af_grundlag(plan: Helhedsplan, data: Grundlag, *, dato: date, aar: int | None = None) -> Oekonomioversigt:
    """The same, from facts that are read already."""
    aarene = regnskabsaar(data.start, data.slut)
    aaret = aar if aar in aarene else min(max(dato.year, aarene[0]), aarene[-1])
    forbrugsposter = tuple(et.post for et in data.posteringer if et.er_bogfoert)
    opfulgt = _opfoelgning(data, aarene, aaret, forbrugsposter, dato)
    givere, finansiering = giverlinjer(data, dato), data.penge.finansiering
    regnskaber = regnskabslinjer(data, aarene, opfulgt["aarslinjer"], dato)
    rester = tuple(restlinje(et, dato) for et in data.restmidler)
    advarsler = _advarsler(givere, opfulgt["linjer"], opfulgt["aarslinjer"], rester, regnskaber)
    return Oekonomioversigt(
        plan=plan.navn,
        start=data.start,
        slut=data.slut,
        dato=dato,
        aar=aaret,
        er_kladde=data.aftalt.er_kladde,
        har_eksempel=data.har_eksempel,
        overskrift=ordene.forbrugssaetning(opfulgt["i_alt"], finansiering.i_alt),
        advarsler=tuple(advarsler),
        summer=tuple(_summer(data, finansiering)),
        krav=data.krav,
        finansiering=finansiering,
        poster=data.penge.poster,
        forbrugsposter=forbrugsposter,
        **_budgettet(data, aarene),
        forbrug=budgetregler.tabel(forbrugsposter, aarene, data.penge.steder),
        **opfulgt,
        givere=givere,
        medfinansiering=medfinansiering.samlet([et.stand for et in givere]),
        budgetaendringer=tuple(aendringslinje(et) for et in data.budgetaendringer),
        restmidler=rester,
        regnskaber=regnskaber,
    )


def _budgettet(data: Grundlag, aarene: tuple[int, ...]) -> dict[str, Any]:
    """The budget as agreed: its table, payer by payer, and the words of its columns."""
    tabel = budgetregler.tabel(data.penge.poster, aarene, data.penge.steder)
    ord_ = [(str(et), aarets_maaneder(et, data.start, data.slut)) if et else ("År", "ikke oplyst") for et in tabel.aar]
    andele = ["ikke oplyst" if et is None else procent_mod_krav(et, data.krav) for et in tabel.lokale_andele]
    return {
        "budget": tabel,
        "kilder": tuple(et.linje for et in _efter_kilde(data.penge.poster, aarene).grupper),
        "aarsord": tuple(ord_),
        "andelsord": tuple(andele),
    }


def _opfoelgning(
    data: Grundlag, aarene: tuple[int, ...], aaret: int, forbrugsposter: Sequence[Post], dato: date
) -> dict[str, Any]:
    """Spending against the budget and the revised budget: place by place, and year by year."""
    poster, periode = data.penge.poster, (data.start, data.slut)
    nye = revideret(poster, data.flytninger)
    stederne, i_alt = linjer(data.penge.steder, poster, nye, data.posteringer, aaret)

    def et_aar(aar: int | None) -> Aarslinje:
        return aarslinje(aar, poster, nye, data.posteringer, periode=periode, dag=dato)

    return {
        "linjer": tuple(stederne),
        "i_alt": i_alt,
        "aarslinjer": tuple(et_aar(et) for et in _aarene(aarene, poster, forbrugsposter)),
        "perioden": et_aar(None),
    }


def _efter_kilde(poster: Sequence[Post], aarene: tuple[int, ...]) -> Budgettabel:
    """The budget payer by payer, Landsbyggefonden first: the same table with the payer in the place's stead."""
    givere = sorted({et.giver for et in poster if et.giver}, key=lambda et: (et.er_lokal, et.navn))
    efter = [Post(et.giver.navn if et.giver else UDEN_GIVER, et.beloeb, et.aar) for et in poster]
    return budgetregler.tabel(efter, aarene, [*(et.navn for et in givere), UDEN_GIVER])


def _aarene(aarene: tuple[int, ...], poster: Sequence[Post], forbrugsposter: Sequence[Post]) -> list[int]:
    """The plan's years, and any other that money stands in."""
    andre = {et.aar for et in (*poster, *forbrugsposter) if et.aar} - set(aarene)
    return sorted({*aarene, *andre})


def _advarsler(
    givere: Sequence[Giverlinje],
    steder: Sequence[Linje],
    aarslinjer: Sequence[Aarslinje],
    rester: Sequence[Restlinje],
    regnskaber: Sequence[Regnskabslinje],
) -> list[str]:
    """What does not add up or is late, the most pressing first."""
    ud = [et.saetning for et in givere if et.er_advarsel]
    ud += ordene.overskredne(steder, aarslinjer)
    ud += [et.saetning for et in rester if et.er_advarsel]
    sene = ordene.regnskaber_over_tiden([(et.aar, et.frist) for et in regnskaber if et.er_over_tiden])
    return [*ud, sene] if sene else ud


def _summer(data: Grundlag, finansiering: Finansiering) -> list[Sum]:
    """The three sums, each with its check."""
    return [_samlet(data, finansiering), _lokal(data, finansiering), _lbf(data, finansiering)]


def _samlet(data: Grundlag, finansiering: Finansiering) -> Sum:
    if finansiering.i_alt is None:
        return Sum("Samlet budget", "Ikke oplyst", "", None)
    posterne, hovedtal = sum((et.beloeb for et in data.penge.poster), Decimal(0)), samlet(*data.penge.hovedtal)
    tal = kroner(finansiering.i_alt)
    if not data.penge.poster:
        return Sum("Samlet budget", tal, "Efter aftalens hovedtal. Ingen budgetposter endnu", None)
    if hovedtal is not None and hovedtal != posterne:
        forskel = f"Posterne giver {kroner(posterne)}, aftalens hovedtal {kroner(hovedtal)}"
        return Sum("Samlet budget", tal, forskel, er_i_orden=False)
    return Sum("Samlet budget", tal, "Delaftaler, tværgående og ikke fordelt giver totalen", er_i_orden=True)


def _lokal(data: Grundlag, finansiering: Finansiering) -> Sum:
    titel, delen = "Lokal medfinansiering", finansiering.andel
    if delen is None or finansiering.lokal is None:
        return Sum(titel, "Ikke oplyst", "Kan ikke regnes ud endnu", None)
    holdt = holder_lokal_andel(delen, data.krav)
    mindst = f"{'Holder' if holdt else 'Under'} kravet på mindst {andel(data.krav)}"
    return Sum(titel, procent_mod_krav(delen, data.krav), f"{kroner(finansiering.lokal)} {mindst}", holdt)


def _lbf(data: Grundlag, finansiering: Finansiering) -> Sum:
    titel = "Landsbyggefonden"
    if finansiering.landsbyggefonden is None:
        return Sum(titel, "Ikke oplyst", "", None)
    tal = kroner(finansiering.landsbyggefonden)
    if finansiering.andel is None:
        return Sum(titel, tal, "", None)
    holdt = holder_lokal_andel(finansiering.andel, data.krav)
    delen = andel(1 - finansiering.andel, 1)
    return Sum(titel, tal, f"{delen} af det samlede budget. Må højst være {andel(1 - data.krav)}", holdt)

"""What must be reached, and how far one should be by when. Exact arithmetic, no measurements chosen here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from aftaler.laesning import Form, Laesning, Retning, Sammenligning
from maalinger.rules.typer import Delmaalstal

NEDAD = (Sammenligning.HOEJST, Sammenligning.UNDER)
OPAD = (Sammenligning.MINDST, Sammenligning.OVER)


@dataclass(frozen=True)
class Krav:
    """A level and the side that counts; `fra`–`til` are the years the text gives. `luft` widens "=" to a band."""

    vaerdi: Fraction
    tegn: Sammenligning
    fra: int | None = None
    til: int | None = None
    luft: Fraction = Fraction(0)

    @property
    def er_vindue(self) -> bool:
        return self.fra is not None and self.til is not None and self.fra < self.til


def er_naaet(vaerdi: Fraction, krav: Krav) -> bool:
    """Regel paa-den-rigtige-side: målet er nået, når tallet ligger på den side af måltallet, som aftalen siger."""
    if krav.tegn == Sammenligning.HOEJST:
        return vaerdi <= krav.vaerdi
    if krav.tegn == Sammenligning.MINDST:
        return vaerdi >= krav.vaerdi
    if krav.tegn == Sammenligning.UNDER:
        return vaerdi < krav.vaerdi
    if krav.tegn == Sammenligning.OVER:
        return vaerdi > krav.vaerdi
    return abs(vaerdi - krav.vaerdi) <= krav.luft


def tegn_for(laesning: Laesning, *, maal: Fraction | None = None, start: Fraction | None = None) -> Sammenligning:
    """The side that counts: the text's own word, else its movement, else from start to goal, else "at least"."""
    if laesning.sammenligning:
        return laesning.sammenligning
    if laesning.aendring:
        return Sammenligning.HOEJST if laesning.aendring.vaerdi < 0 else Sammenligning.MINDST
    if laesning.retning == Retning.NED:
        return Sammenligning.HOEJST
    if laesning.form == Form.FASTHOLDELSE or laesning.retning == Retning.FASTHOLD:
        return Sammenligning.LIG
    if laesning.retning is None and maal is not None and start is not None and maal < start:
        return Sammenligning.HOEJST
    return Sammenligning.MINDST


def vej(vaerdi: Fraction, *, start: Fraction, krav: Krav) -> Fraction | None:
    """Regel andel-af-vejen: (tal − udgangspunkt) / (mål − udgangspunkt), ens for stigende og faldende mål.

    None when there is no way to go: the start is the goal, or lies on the goal's good side already.
    """
    if start == krav.vaerdi or krav.tegn == Sammenligning.LIG or er_naaet(start, krav):
        return None
    return (vaerdi - start) / (krav.vaerdi - start)


def plan_vej(
    aar: int,
    *,
    start: Fraction,
    start_aar: int | None,
    krav: Krav,
    slutaar: int | None,
    delmaal: Sequence[Delmaalstal] = (),
) -> Fraction | None:
    """Regel plan-ret-linje: planen er en ret linje fra udgangspunktets sidste år til målets sidste år.

    None without two years to draw between.
    """
    if start_aar is None or slutaar is None or start == krav.vaerdi:
        return None
    slutaar = max(slutaar, start_aar + 1)
    knaek = _gennem_delmaal(delmaal, start, krav.vaerdi, mellem=(start_aar, slutaar))
    ordnet = [(start_aar, Fraction(0)), *knaek, (slutaar, Fraction(1))]
    if aar <= start_aar:
        return Fraction(0)
    for (foer, fra), (efter, til) in pairwise(ordnet):
        if aar <= efter:
            return fra + (til - fra) * Fraction(aar - foer, efter - foer)
    return Fraction(1)


def _gennem_delmaal(
    delmaal: Sequence[Delmaalstal], start: Fraction, maal: Fraction, *, mellem: tuple[int, int]
) -> list[tuple[int, Fraction]]:
    """Regel delmaal-afloeser-linjen: har bestyrelsen sat delmål, går planen gennem dem, ret fra det ene til næste."""
    pr_aar = {et.aar: (Fraction(et.vaerdi) - start) / (maal - start) for et in delmaal}
    return [(aar, andel) for aar, andel in sorted(pr_aar.items()) if mellem[0] < aar < mellem[1]]


def er_paa_plan(vej: Fraction, plan: Fraction | None, tolerance: Fraction) -> bool | None:
    """Regel tolerance: højst 10 % af vejen efter planen er stadig på sporet.

    None when there is no plan to be behind.
    """
    return None if plan is None else vej >= plan - tolerance


def maaneder_gaaet(dag: date, *, start: date, slut: date) -> tuple[int, int] | None:
    """Regel antal-i-alt-foelger-tiden: et antal, der samles op, bør følge tiden: gåede måneder af alle måneder.

    None when the period has no length.
    """
    alle = _maaned(slut) - _maaned(start) + 1
    if alle <= 0:
        return None
    return min(alle, max(0, _maaned(dag) - _maaned(start) + 1)), alle


def _maaned(dag: date) -> int:
    return dag.year * 12 + dag.month

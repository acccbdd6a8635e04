"""What a computation is given, and the exact answer it gives before any word is put to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from aftaler.laesning import Laesning
from maalinger.rules import tallene
from maalinger.rules.krav import Krav
from maalinger.rules.tallene import Tal
from maalinger.rules.typer import Delmaalstal, Maalt
from maalinger.statuses import Regneregel

STANDARDTOLERANCE = Decimal("0.10")  # of the way from baseline to goal


class Art(StrEnum):
    """The six ways of judging; several forms share one."""

    NIVEAU = "niveau"
    SAMLET = "samlet"
    PR_PERIODE = "pr_periode"
    AENDRING_PR_PERIODE = "aendring_pr_periode"
    SAMMENLIGNING = "sammenligning"
    FASTHOLDELSE = "fastholdelse"


@dataclass(frozen=True)
class Opgoerelse:
    """Everything that one computation is given. `start` and `slut` are the plan's own days, for texts without any.

    `sendt`: the figure that `forfald` waits for is sent and waits for approval.
    """

    laesning: Laesning
    maalinger: tuple[Maalt, ...]
    dato: date
    tolerance: Fraction
    forfald: date | None = None
    delmaal: tuple[Delmaalstal, ...] = ()
    regneregel: Regneregel | None = None
    start: date | None = None
    slut: date | None = None
    sendt: bool = False

    @property
    def sidste_aar(self) -> int | None:
        return None if self.slut is None else sidste_hele_aar(self.slut)


def sidste_hele_aar(slut: date) -> int:
    """The last whole year of a plan that ends on `slut`."""
    return slut.year if slut.month == 12 else slut.year - 1


@dataclass(frozen=True)
class Udgang:
    """Where the way begins, exactly; the years may be unknown."""

    vaerdi: Fraction
    fra: int | None
    til: int | None
    maalt: bool = False


@dataclass(frozen=True)
class Stilling:
    """A figure against a goal. `paa_plan` None: there is no plan to be behind. `tal` None: nothing is measured yet."""

    art: Art
    krav: Krav
    tal: Tal | None = None
    udgang: Udgang | None = None
    vej: Fraction | None = None
    plan: Fraction | None = None
    paa_plan: bool | None = None
    naaet: bool = False
    endelig: bool = False
    slutaar: int | None = None
    delmaal: Delmaalstal | None = None
    forrige: Tal | None = None
    perioder: tuple[int, int] | None = None
    reference: Fraction | None = None
    reference_i: str = ""
    maaneder: tuple[int, int] | None = None

    @property
    def plan_vaerdi(self) -> Fraction | None:
        if self.delmaal:
            return Fraction(self.delmaal.vaerdi)
        if self.plan is None or self.art not in (Art.NIVEAU, Art.SAMLET):
            return None
        start = self.udgang.vaerdi if self.udgang else Fraction(0)
        return start + self.plan * (self.krav.vaerdi - start)


class Hul(StrEnum):
    """Why there is nothing to compare."""

    IKKE_MAALBAR = "ikke_maalbar"
    UDGANGSPUNKT = "udgangspunkt"
    REFERENCE = "reference"
    FORRIGE_PERIODE = "forrige_periode"
    FOERSTE_PERIODE = "foerste_periode"


@dataclass(frozen=True)
class Udfald:
    """Nothing to compare, and why. `tal` is what is known all the same, and `udgang` what it is seen beside."""

    hul: Hul
    tal: Tal | None = None
    udgang: Udgang | None = None


def opgoer(
    laesning: Laesning,
    maalinger: Iterable[Maalt],
    *,
    dato: date,
    tolerance: Decimal = STANDARDTOLERANCE,
    forfald: date | None = None,
    delmaal: Iterable[Delmaalstal] = (),
    regneregel: Regneregel | str | None = None,
    start: date | None = None,
    slut: date | None = None,
    sendt: bool = False,
) -> Opgoerelse:
    """The same inputs, bundled and exact."""
    regel = Regneregel(regneregel) if regneregel else None
    return Opgoerelse(
        laesning, tuple(maalinger), dato, Fraction(tolerance), forfald, tuple(delmaal), regel, start, slut, sendt
    )


def udgangspunkt(op: Opgoerelse) -> Udgang | None:
    """Regel udgangspunkt-kan-maales: mangler udgangspunktets tal i aftalen, bruges de målte tal for alle dets år."""
    baseline = op.laesning.baseline
    if baseline is None:
        return None
    if baseline.vaerdi is not None:
        return Udgang(Fraction(baseline.vaerdi), baseline.fra, baseline.til or baseline.fra)
    fra, til = baseline.fra or baseline.til, baseline.til or baseline.fra
    if fra is None or til is None:
        return None
    tal = tallene.vinduestal(op.maalinger, op.laesning.enhed, op.regneregel, fra=fra, til=til)
    return Udgang(tal.vaerdi, fra, til, maalt=True) if tal and tal.foreloebig is None else None

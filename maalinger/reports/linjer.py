"""A criterion with what was measured and where it stands: one line, the same on list, page, board's page and paper."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString

from aftaler.models import Helhedsplan
from maalinger.models import Maaling
from maalinger.reports import figurer
from maalinger.reports.kriterier import Kriterium
from maalinger.rules import Maalt, Opfyldelse, opfyldelse

FELTER = (
    "kriterium", "fra_dato", "til_dato", "vaerdi", "taeller", "naevner", "omraade__navn", "reference_vaerdi",
    "registreret_tidspunkt", "eksempel",
)  # fmt: skip


@dataclass(frozen=True)
class Linje:
    """One criterion, its measurements oldest first, and its Opfyldelse. `har_eksempel`: a figure was invented."""

    kriterium: Kriterium
    opfyldelse: Opfyldelse
    maalinger: tuple[Maalt, ...] = ()
    seneste_tidspunkt: datetime | None = None
    har_eksempel: bool = False

    @property
    def vejen(self) -> SafeString:
        return figurer.vejen(self.kriterium.laesning, self.opfyldelse)

    @property
    def minikurve(self) -> SafeString:
        return figurer.udvikling(self.kriterium.laesning, self.opfyldelse, self.maalinger)


@dataclass(frozen=True)
class Omraade:
    """The lines of one indsatsområde."""

    nr: str
    navn: str
    linjer: tuple[Linje, ...]


def linjer(plan: Helhedsplan, kriterier: Sequence[Kriterium], *, dato: date) -> tuple[Linje, ...]:
    """Every criterion with its measurements; one query however many there are."""
    noegler = [et.noegle for et in kriterier]
    pr_kriterium: dict[int, list[tuple]] = defaultdict(list)
    for raekke in Maaling.objects.taellende().af_kriterier(noegler).aeldste_foerst().values_list(*FELTER):
        pr_kriterium[raekke[0]].append(raekke[1:])
    return tuple(_linje(plan, et, pr_kriterium[et.noegle], dato) for et in kriterier)


def _linje(plan: Helhedsplan, kriterium: Kriterium, raekker: list[tuple], dato: date) -> Linje:
    maalinger = tuple(Maalt(*raekke[:7]) for raekke in raekker)
    return Linje(
        kriterium,
        bedoem(plan, kriterium, maalinger, dato=dato),
        maalinger,
        max((raekke[7] for raekke in raekker), default=None),
        any(raekke[8] for raekke in raekker),
    )


def bedoem(plan: Helhedsplan, kriterium: Kriterium, maalinger: Sequence[Maalt], *, dato: date) -> Opfyldelse:
    """Where the criterion stands: the only place that calls the rules with a plan's own days."""
    return opfyldelse(kriterium.laesning, maalinger, **omstaendigheder(plan, kriterium, maalinger, dato=dato))


def omstaendigheder(
    plan: Helhedsplan, kriterium: Kriterium, maalinger: Sequence[Maalt], *, dato: date
) -> dict[str, Any]:
    """What the rules are told besides the reading and the figures."""
    return {
        "dato": dato,
        "tolerance": plan.tolerance,
        "start": plan.start_dato,
        "slut": plan.slut_dato,
        "forfald": frist(kriterium, maalinger),
        "ansvarlig": kriterium.ansvarlig or None,
    }


def frist(kriterium: Kriterium, maalinger: Sequence[Maalt]) -> date | None:
    """The day the first measurement after the baseline is due; None when it has been made or no day is set."""
    baseline = kriterium.laesning.baseline
    sidste = (baseline.til or baseline.fra) if baseline else None
    efter = [et for et in maalinger if sidste is None or et.til.year > sidste]
    return None if efter else kriterium.foerste_frist


def pr_omraade(alle: Sequence[Linje]) -> tuple[Omraade, ...]:
    """The lines grouped by indsatsområde, in the order they come in."""
    grupper = groupby(alle, key=lambda et: (et.kriterium.omraade_nr, et.kriterium.omraade_navn))
    return tuple(Omraade(nr, navn, tuple(gruppe)) for (nr, navn), gruppe in grupper)

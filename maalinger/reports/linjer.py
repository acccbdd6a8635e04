"""A criterion with what was measured and where it stands: one line, the same on list, page, board's page and paper."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any

from django.db.models import FloatField
from django.db.models.functions import Cast, Extract
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from aftaler.models import Helhedsplan
from maalinger.models import Maaling
from maalinger.reports import figurer, opfoelgning, optaelling
from maalinger.reports.kriterier import Kriterium
from maalinger.reports.opfoelgning import INGEN, Opfoelgning
from maalinger.reports.optaelling import Optalt
from maalinger.rules import Maalt, Opfyldelse, opfyldelse
from maalinger.rules.frister import ventet
from maalinger.rules.opgoerelse import sidste_hele_aar

FELTER = (
    "kriterium", "fra_dato", "til_dato", "vaerdi", "taeller", "naevner", "omraade__navn", "reference_vaerdi",
    "sekunder", "eksempel",
)  # fmt: skip
# When a figure was written down, in seconds: a moment in a time zone costs more to read than all the rest of its row.
# They are counted in UTC; without it Django counts the wall clock's, an hour or two too many.
SEKUNDER = Cast(Extract("registreret_tidspunkt", "epoch", tzinfo=UTC), FloatField())
HUSKEDE_LINJER = 1000  # some 25 plans; a line with its drawings and its row is about 28 kB


@dataclass(frozen=True)
class Rammer:
    """What the rules are told about a plan, by the plan's own names."""

    start_dato: date
    slut_dato: date
    tolerance: Decimal


@dataclass(frozen=True)
class Linje:
    """One criterion, its measurements oldest first, and its Opfyldelse. `har_eksempel`: a figure was invented.

    The criterion's reading is as it is measured (an experienced one on its scale); `opfoelgning` is the måleplan.
    `optalt` is what attendance says, where the criterion is counted up; its figures are among `maalinger`.
    """

    kriterium: Kriterium
    opfyldelse: Opfyldelse
    maalinger: tuple[Maalt, ...] = ()
    seneste_tidspunkt: datetime | None = None
    har_eksempel: bool = False
    opfoelgning: Opfoelgning = INGEN
    optalt: Optalt | None = None

    @cached_property
    def vejen(self) -> SafeString:
        return figurer.vejen(self.kriterium.laesning, self.opfyldelse)

    @cached_property
    def minikurve(self) -> SafeString:
        return figurer.udvikling(self.kriterium.laesning, self.opfyldelse, self.maalinger, self.opfoelgning.regneregel)

    @cached_property
    def _raekker(self) -> dict[str, SafeString]:
        return {}

    def raekke(self, slug: str) -> SafeString:
        """Its row in the list of criteria, made once for the plan's slug: it is the same whoever reads it."""
        if slug not in self._raekker:
            self._raekker[slug] = render_to_string("components/kriterieraekke.html", {"linje": self, "slug": slug})
        return self._raekker[slug]


@dataclass(frozen=True)
class Omraade:
    """The lines of one indsatsområde."""

    nr: str
    navn: str
    linjer: tuple[Linje, ...]


def linjer(plan: Helhedsplan, kriterier: Sequence[Kriterium], *, dato: date) -> tuple[Linje, ...]:
    """Every criterion with its measurements and how it is followed; six queries, eight where attendance counts."""
    noegler = [et.noegle for et in kriterier]
    foelges = opfoelgning.hent(noegler)
    pr_kriterium: dict[int, list[tuple]] = defaultdict(list)
    maalinger = Maaling.objects.taellende().af_kriterier(noegler).aeldste_foerst().annotate(sekunder=SEKUNDER)
    for raekke in maalinger.values_list(*FELTER):
        pr_kriterium[raekke[0]].append(raekke[1:])
    hvad = {noegle: et.optaelling for noegle, et in foelges.items() if et.optaelling}
    talt = optaelling.optalt(plan, kriterier, hvad, dato=dato)
    rammer = Rammer(plan.start_dato, plan.slut_dato, plan.tolerance)
    return tuple(
        _linje(rammer, et, tuple(pr_kriterium[et.noegle]), foelges.get(et.noegle, INGEN), talt.get(et.noegle), dato)
        for et in kriterier
    )


@lru_cache(HUSKEDE_LINJER)
def _linje(
    rammer: Rammer,
    kriterium: Kriterium,
    raekker: tuple[tuple, ...],
    foelges: Opfoelgning,
    optalt: Optalt | None,
    dato: date,
) -> Linje:
    """The same figures give the same line, so it is remembered: nothing but what it is made from decides it."""
    return linje(
        rammer,
        kriterium,
        tuple(Maalt(*raekke[:7]) for raekke in raekker),
        foelges,
        optalt,
        dato=dato,
        seneste_tidspunkt=datetime.fromtimestamp(max(raekke[7] for raekke in raekker), UTC) if raekker else None,
        har_eksempel=any(raekke[8] for raekke in raekker),
    )


def linje(
    plan: Helhedsplan | Rammer,
    kriterium: Kriterium,
    maalinger: tuple[Maalt, ...],
    foelges: Opfoelgning,
    optalt: Optalt | None = None,
    *,
    dato: date,
    seneste_tidspunkt: datetime | None = None,
    har_eksempel: bool = False,
) -> Linje:
    """One criterion's line: the only place that calls the rules with a plan's own days and the board's måleplan."""
    kriterium = opfoelgning.foelges(kriterium, foelges)
    if optalt:
        maalinger = optaelling.sammen(maalinger, optalt)
        seneste_tidspunkt = max((et for et in (seneste_tidspunkt, optalt.seneste_tidspunkt) if et), default=None)
        har_eksempel = har_eksempel or optalt.har_eksempel
    givet = omstaendigheder(plan, kriterium, maalinger, foelges, dato=dato)
    svar = opfoelgning.tilsidesat(opfyldelse(kriterium.laesning, maalinger, **givet), foelges.sat)
    return Linje(kriterium, svar, maalinger, seneste_tidspunkt, har_eksempel, foelges, optalt)


def omstaendigheder(
    plan: Helhedsplan | Rammer, kriterium: Kriterium, maalinger: Sequence[Maalt], foelges: Opfoelgning, *, dato: date
) -> dict[str, Any]:
    """What the rules are told besides the reading and the figures."""
    frist = ventet(
        kriterium.laesning,
        maalinger,
        foerste=kriterium.foerste_frist,
        hyppighed=foelges.hyppighed,
        sidste_aar=sidste_hele_aar(plan.slut_dato),
        sendte=foelges.sendte,
    )
    return {
        **planens(plan, foelges, dato=dato),
        "tolerance": plan.tolerance,
        "forfald": frist.dato if frist else None,
        "sendt": bool(frist and frist.sendt),
        "ansvarlig": kriterium.ansvarlig or None,
    }


def planens(plan: Helhedsplan | Rammer, foelges: Opfoelgning, *, dato: date) -> dict[str, Any]:
    """What status, table and forecast are all told."""
    return {
        "dato": dato,
        "start": plan.start_dato,
        "slut": plan.slut_dato,
        "delmaal": foelges.delmaal,
        "regneregel": foelges.regneregel,
    }


def pr_omraade(alle: Sequence[Linje]) -> tuple[Omraade, ...]:
    """The lines grouped by indsatsområde, in the order they come in."""
    grupper = groupby(alle, key=lambda et: (et.kriterium.omraade_nr, et.kriterium.omraade_navn))
    return tuple(Omraade(nr, navn, tuple(gruppe)) for (nr, navn), gruppe in grupper)

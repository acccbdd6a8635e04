"""The figures of the criteria that are counted up from attendance, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from aftaler.laesning import Pr
from aftaler.models import Helhedsplan, Succeskriterium, Virkning
from aftaler.models.milepael import Virkningsart
from kerne import talformat
from maalinger.models import Maaleplan, Registrering
from maalinger.reports.kriterier import Kriterium
from maalinger.rules import Maalt
from maalinger.rules.optaelling import (
    Antal,
    Fremmoedetal,
    deltagelser,
    er_talt_op,
    perioder,
    personer,
    tael_op,
    talt_i,
)
from maalinger.statuses import Optaelling

FELTER = (
    "fra_dato", "til_dato", "deltagelser", "unikke", "aktivitet", "omraade__navn", "registreret_tidspunkt", "eksempel",
)  # fmt: skip


@dataclass(frozen=True)
class Maaned:
    """One month of the table under a criterion, ready to print; empty where nothing was written."""

    navn: str
    deltagelser: str
    personer: str


@dataclass(frozen=True)
class Optalt:
    """What attendance says about one criterion. `maaneder` are those that somebody wrote something for."""

    hvad: Optaelling
    maalte: tuple[Maalt, ...] = ()
    maaneder: tuple[Maaned, ...] = ()
    seneste_tidspunkt: datetime | None = None
    har_eksempel: bool = False

    @property
    def regel(self) -> str:
        """How the months become the figure, in a sentence."""
        if self.hvad == Optaelling.UNIKKE:
            return "Månederne kan ikke lægges sammen: tallet kommer af en optælling af hele perioden."
        return "Månederne lægges sammen."


def sammen(maalinger: Sequence[Maalt], optalt: Optalt) -> tuple[Maalt, ...]:
    """Figures typed by hand for the time without attendance, and those that attendance gives; oldest first."""
    egne = [et for et in maalinger if not er_talt_op(optalt.maalte, et.fra, et.til)]
    return tuple(sorted((*egne, *optalt.maalte), key=lambda et: (et.til, et.fra)))


def optaellinger(noegler: Sequence[int]) -> dict[int, Optaelling]:
    """Criterion's key -> what it counts; one query. Absent: it is measured by hand."""
    planer = Maaleplan.objects.filter(kriterium__in=noegler).exclude(optaelling="").order_by("pk")
    return {noegle: Optaelling(hvad) for noegle, hvad in planer.values_list("kriterium", "optaelling")}


def aktiviteter_bag(egne: Mapping[int, int | None]) -> dict[int, frozenset[int]]:
    """Criterion's key -> the activities whose attendance it counts; one query. `egne`: key -> its own activity."""
    virkninger = Virkning.objects.filter(kriterium__in=list(egne), art=Virkningsart.DIREKTE).order_by("pk")
    direkte: dict[int, list[int]] = defaultdict(list)
    for noegle, aktivitet in virkninger.values_list("kriterium", "aktivitet"):
        direkte[noegle].append(aktivitet)
    return {noegle: talt_i(egen, direkte[noegle]) for noegle, egen in egne.items()}


def optalt(
    plan: Helhedsplan, kriterier: Iterable[Kriterium], hvad: Mapping[int, Optaelling], *, dato: date
) -> dict[int, Optalt]:
    """Criterion's key -> its counted figures; no query when none is counted up, else two."""
    talte = {et.noegle: et for et in kriterier if et.noegle in hvad}
    if not talte:
        return {}
    bag = aktiviteter_bag({noegle: et.aktivitet_noegle for noegle, et in talte.items()})
    raekker = _raekker(frozenset().union(*bag.values()))
    return {
        noegle: _optalt(plan, kriterium, hvad[noegle], [et for et in raekker if et[4] in bag[noegle]], dato)
        for noegle, kriterium in talte.items()
    }


def har_fremmoede(kriterium: Succeskriterium, fra: date, til: date, *, dato: date) -> bool:
    """Whether attendance already gives the criterion a figure for these days, so that none is typed; three queries."""
    hvad = optaellinger([kriterium.pk]).get(kriterium.pk)
    if hvad is None:
        return False
    raekker = _raekker(aktiviteter_bag({kriterium.pk: kriterium.aktivitet_id})[kriterium.pk])
    plan = kriterium.helhedsplan
    maalte = tael_op(
        kriterium.laesning, _tal(raekker), hvad=hvad, start=plan.start_dato, slut=plan.slut_dato, dato=dato
    )
    return er_talt_op(maalte, fra, til)


def _raekker(aktiviteter: Iterable[int]) -> list[tuple]:
    raekker = Registrering.objects.filter(aktivitet__in=list(aktiviteter)).order_by("til_dato", "pk")
    return list(raekker.values_list(*FELTER))


def _tal(raekker: Iterable[tuple]) -> list[Fremmoedetal]:
    return [Fremmoedetal(*raekke[:6]) for raekke in raekker]


def _optalt(plan: Helhedsplan, kriterium: Kriterium, hvad: Optaelling, raekker: list[tuple], dato: date) -> Optalt:
    tal = _tal(raekker)
    return Optalt(
        hvad,
        tael_op(kriterium.laesning, tal, hvad=hvad, start=plan.start_dato, slut=plan.slut_dato, dato=dato),
        maaneder(tal),
        max((raekke[6] for raekke in raekker), default=None),
        any(raekke[7] for raekke in raekker),
    )


def som_tekst(et: Antal | None) -> str:
    """ "34", "mindst 34", or nothing."""
    return "" if et is None else f"{'mindst ' if et.mindst else ''}{talformat.tal(et.antal)}"


def maaneder(tal: Sequence[Fremmoedetal]) -> tuple[Maaned, ...]:
    """Month by month, newest first, those that something was written for; counts of longer periods are left out."""
    if not tal:
        return ()
    fundne = []
    for periode in reversed(perioder(min(et.til for et in tal), max(et.til for et in tal), Pr.MAANED)):
        i_maaneden = [et for et in tal if periode.fra <= et.fra and et.til <= periode.til]
        if i_maaneden:
            fundne.append(
                Maaned(
                    periode.navn,
                    som_tekst(deltagelser(i_maaneden)),
                    som_tekst(personer(i_maaneden, periode)),
                )
            )
    return tuple(fundne)

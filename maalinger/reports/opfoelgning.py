"""How the board follows each criterion, ready for the rules: måleplan, delmål, a status set by hand, what is sent."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from aftaler.laesning import Laesning, Pr
from aftaler.models import Helhedsplan, Succeskriterium
from kerne import haendelser
from maalinger.models import Delmaal, Maaleplan, Maaling, Tilsidesaettelse
from maalinger.reports.forloeb import Led
from maalinger.reports.kriterier import Kriterium
from maalinger.rules import Delmaalstal, Opfyldelse, Skala, Tilsidesat
from maalinger.rules.opgoerelse import sidste_hele_aar
from maalinger.rules.skala import gaelder_for, med_skala
from maalinger.rules.tilsidesaettelse import med_haanden
from maalinger.statuses import Maalingstilstand, Optaelling, Regneregel, Status

MAALEPLAN_AENDRET = "ændrede måleplanen."  # how the audit line begins when approved figures are judged anew


@dataclass(frozen=True)
class Sat:
    """A status set by hand, and who set it."""

    status: Status
    grund: str
    af: str
    tidspunkt: datetime


@dataclass(frozen=True)
class Opfoelgning:
    """One criterion's måleplan and what hangs on it. Empty where the board has decided nothing.

    `noegle` is the måleplan's key, `maaler` the name of the member who measures; `sendte` are the last days of figures
    that wait for approval.
    """

    noegle: int | None = None
    regneregel: Regneregel | None = None
    hyppighed: Pr | None = None
    optaelling: Optaelling | None = None
    skala: Skala | None = None
    maaler: str = ""
    delmaal: tuple[Delmaalstal, ...] = ()
    sat: Sat | None = None
    sendte: tuple[date, ...] = ()


INGEN = Opfoelgning()


def hent(noegler: Sequence[int]) -> dict[int, Opfoelgning]:
    """Criterion's key -> how it is followed; four queries however many there are. Absent: nothing is decided."""
    planer = Maaleplan.objects.filter(kriterium__in=noegler).select_related("ansvarlig").order_by("pk")
    fundne = {et.kriterium_id: _af_maaleplan(et) for et in planer}
    dele = {"delmaal": _delmaal(noegler), "sat": _sat(noegler), "sendte": _sendte(noegler)}
    for felt, pr_kriterium in dele.items():
        for noegle, vaerdi in pr_kriterium.items():
            fundne[noegle] = replace(fundne.get(noegle, INGEN), **{felt: vaerdi})
    return fundne


def maaleplanens_aendringer(foelges: Opfoelgning) -> list[Led]:
    """Every time that the board changed what approved figures are judged by, oldest first, each with its reason."""
    if foelges.noegle is None:
        return []
    linjer = haendelser.om(Maaleplan(pk=foelges.noegle), MAALEPLAN_AENDRET)
    return [Led(str(et.af or ""), et.hvad.removeprefix(MAALEPLAN_AENDRET).strip(), et.tidspunkt) for et in linjer]


def foelges(kriterium: Kriterium, opfoelgning: Opfoelgning) -> Kriterium:
    """The criterion as it is measured: an experienced one on its scale."""
    laesning = med_skala(kriterium.laesning, opfoelgning.skala)
    return kriterium if laesning is kriterium.laesning else replace(kriterium, laesning=laesning)


def tilsidesat(svar: Opfyldelse, sat: Sat | None) -> Opfyldelse:
    """The computed answer, with the status that somebody set by hand where there is one."""
    if sat is None:
        return svar
    dato = timezone.localdate(sat.tidspunkt)
    return med_haanden(svar, sat.status, Tilsidesat(svar.status, sat.af, dato, sat.grund))


def delmaalsaar(laesning: Laesning, plan: Helhedsplan) -> tuple[int, ...]:
    """The years that may have a milestone: from the plan's first to the goal's last, or the plan's."""
    sidste = (laesning.maal.til if laesning.maal else None) or sidste_hele_aar(plan.slut_dato)
    return tuple(range(plan.start_dato.year, max(sidste, plan.start_dato.year) + 1))


def skala_for(kriterium: Succeskriterium) -> Skala | None:
    """The scale that an experienced criterion is judged on; None for all others, and where the board set none."""
    if not gaelder_for(kriterium.laesning):
        return None
    maaleplan = Maaleplan.objects.filter(kriterium=kriterium).order_by("pk").first()
    return _skala(maaleplan) if maaleplan else None


def _skala(maaleplan: Maaleplan) -> Skala | None:
    fra, til, maal = maaleplan.skala_fra, maaleplan.skala_til, maaleplan.skala_maal
    return None if fra is None or til is None or maal is None else Skala(fra, til, maal)


def _af_maaleplan(maaleplan: Maaleplan) -> Opfoelgning:
    return Opfoelgning(
        noegle=maaleplan.pk,
        regneregel=Regneregel(maaleplan.regneregel) if maaleplan.regneregel else None,
        hyppighed=Pr(maaleplan.hyppighed) if maaleplan.hyppighed else None,
        optaelling=Optaelling(maaleplan.optaelling) if maaleplan.optaelling else None,
        skala=_skala(maaleplan),
        maaler=str(maaleplan.ansvarlig) if maaleplan.ansvarlig else "",
    )


def _delmaal(noegler: Sequence[int]) -> dict[int, tuple[Delmaalstal, ...]]:
    raekker = Delmaal.objects.filter(kriterium__in=noegler).order_by("kriterium", "aar", "pk")
    fundne: dict[int, list[Delmaalstal]] = defaultdict(list)
    for noegle, aar, vaerdi, omraade in raekker.values_list("kriterium", "aar", "vaerdi", "omraade__navn"):
        fundne[noegle].append(Delmaalstal(aar, vaerdi, omraade))
    return {noegle: tuple(liste) for noegle, liste in fundne.items()}


def _sat(noegler: Sequence[int]) -> dict[int, Sat]:
    gaeldende = Tilsidesaettelse.objects.filter(kriterium__in=noegler, ophaevet_tidspunkt=None)
    return {
        et.kriterium_id: Sat(Status(et.status), et.grund, str(et.af), et.tidspunkt)
        for et in gaeldende.select_related("af").order_by("pk")
    }


def _sendte(noegler: Sequence[int]) -> dict[int, tuple[date, ...]]:
    raekker = Maaling.objects.af_kriterier(list(noegler)).filter(tilstand=Maalingstilstand.SENDT).aeldste_foerst()
    fundne: dict[int, list[date]] = defaultdict(list)
    for noegle, til in raekker.values_list("kriterium", "til_dato"):
        fundne[noegle].append(til)
    return {noegle: tuple(liste) for noegle, liste in fundne.items()}

"""What is new since three months ago: versions that began, and figures that moved a criterion's status."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from aftaler.models import Helhedsplan, Version
from kerne import datoer
from maalinger.models import Maaling
from maalinger.reports import linjer
from maalinger.reports.detaljer import som_maalt
from maalinger.reports.figurer import figurtekst
from maalinger.reports.linjer import Linje
from maalinger.rules import Maalt
from maalinger.statuses import Status

NYT_I = timedelta(days=90)
HOEJST = 5


@dataclass(frozen=True)
class Nyhed:
    """Something that happened lately. `nr` is the criterion it is about; None is a version.

    `foer` and `nu` are the criterion's status then and now, where the new figures changed it.
    """

    dato: date
    hvad: str
    tekst: str
    nr: int | None = None
    foer: Status | None = None
    nu: Status | None = None


def nyt(plan: Helhedsplan, alle: Sequence[Linje], *, dato: date) -> tuple[Nyhed, ...]:
    """Newest first, at most five. One query, and one more when there are new figures."""
    fra = dato - NYT_I
    versioner = [(et.gaelder_fra, et) for et in _versioner(plan, fra, dato)]
    maalte = [(skrevet, linje) for linje in alle if (skrevet := _skrevet(linje)) and fra < skrevet <= dato]
    nyeste = sorted([*versioner, *maalte], key=lambda par: par[0], reverse=True)[:HOEJST]
    foer = _foer([linje for _, linje in nyeste if isinstance(linje, Linje)], fra)
    return tuple(_om_version(et) if isinstance(et, Version) else _om_tal(plan, et, foer, fra) for _, et in nyeste)


def _versioner(plan: Helhedsplan, fra: date, dato: date) -> list[Version]:
    versioner = Version.objects.filter(helhedsplan=plan, gaelder_fra__gt=fra, gaelder_fra__lte=dato)
    versioner = versioner.select_related("delaftale__indsatsomraade__omraadetype").defer("indhold")
    return list(versioner.order_by("-gaelder_fra", "-pk"))


def _skrevet(linje: Linje) -> date | None:
    return timezone.localdate(linje.seneste_tidspunkt) if linje.seneste_tidspunkt else None


def _foer(nye: Sequence[Linje], fra: date) -> dict[int, tuple[Maalt, ...]]:
    """Criterion -> the figures that were written down by `fra`."""
    if not nye:
        return {}
    maalinger = Maaling.objects.taellende().af_kriterier([et.kriterium.noegle for et in nye])
    dengang: dict[int, list[Maalt]] = defaultdict(list)
    for et in maalinger.filter(registreret_tidspunkt__date__lte=fra).select_related("omraade").aeldste_foerst():
        dengang[et.kriterium_id].append(som_maalt(et))
    return {noegle: tuple(liste) for noegle, liste in dengang.items()}


def _om_version(version: Version) -> Nyhed:
    return Nyhed(
        version.gaelder_fra,
        f"{version.delaftale or 'Strategisk samarbejdsaftale'}, version {version.nr},",
        f"gælder fra {datoer.dato(version.gaelder_fra)}, godkendt af {version.godkendt_af_navn}.",
    )


def _om_tal(plan: Helhedsplan, linje: Linje, foer: dict[int, tuple[Maalt, ...]], fra: date) -> Nyhed:
    kriterium, nu = linje.kriterium, linje.opfyldelse.status
    dengang = linjer.linje(
        plan, kriterium, foer.get(kriterium.noegle, ()), linje.opfoelgning, dato=fra
    ).opfyldelse.status
    skift = {"foer": dengang, "nu": nu} if dengang != nu else {}
    return Nyhed(_skrevet(linje) or fra, kriterium.navn, _tallet(linje, dengang), kriterium.nr, **skift)


def _tallet(linje: Linje, dengang: Status) -> str:
    """ "har fået tallet 22,4 % for 2021 og gik fra på sporet til bagud." """
    opfyldelse = linje.opfyldelse
    if opfyldelse.vaerdi is None:
        fik = "har fået nye tal"
    else:
        naar = opfyldelse.periode if opfyldelse.fra == opfyldelse.til else f"for {opfyldelse.periode}"
        fik = f"har fået tallet {figurtekst(opfyldelse.vaerdi, opfyldelse)} {naar}"
    if opfyldelse.status == dengang:
        return f"{fik}."
    return f"{fik} og gik fra »{dengang.label.lower()}« til »{opfyldelse.status.label.lower()}«."

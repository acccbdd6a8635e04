"""What waits for one person over all plans, and whom they wait for: the first page of those who work on a plan."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils import timezone

from aftaler.models import Godkendelsestrin, Helhedsplan
from brugere.models import Bruger
from brugere.roles import Ret
from maalinger.models import Maaling
from maalinger.reports import venter
from overblik.reports.det_der_venter import (
    Planer,
    alle_ting,
    dokumentet,
    foerste_trin,
    maalingsside,
    med,
    med_pligter,
    planer_for,
)
from overblik.rules import min_side as regler
from overblik.rules.min_side import Gruppe, Ting


@dataclass(frozen=True)
class Venter:
    """Somebody else's move: who, what, and since when."""

    hvem: str
    hvad: str
    siden: str
    url: str


@dataclass(frozen=True)
class Genvej:
    """A button: what one does most often."""

    tekst: str
    url: str


@dataclass(frozen=True)
class MinSide:
    dato: date
    overskrift: str
    grupper: tuple[Gruppe, ...]
    venter: tuple[Venter, ...]
    genveje: tuple[Genvej, ...]
    flere_planer: bool


def min_side(bruger: Bruger, *, dato: date) -> MinSide:
    """The same number of queries for any number of rows; the criteria's due dates cost seven a plan in operation."""
    planer = planer_for(bruger)
    trin = foerste_trin(planer)
    ting = alle_ting(bruger, planer, trin, dato)
    grupper = regler.i_orden((_med_dag(et, dato) for et in ting), dato)
    return MinSide(
        dato=dato,
        overskrift=regler.overskrift(len(ting)),
        grupper=grupper,
        venter=(*_mine_sendte(bruger, dato), *_hos_andre(trin, planer, dato)),
        genveje=_genveje(planer, med_pligter(planer, dato)),
        flere_planer=len(planer) > 1,
    )


def _med_dag(ting: Ting, dag: date) -> Ting:
    if ting.dato is None:
        return ting
    return replace(ting, hvornaar=regler.om_dage(ting.dato, dag))


def _hos_andre(trin: Iterable[Godkendelsestrin], planer: Planer, dag: date) -> list[Venter]:
    """Changes that somebody else has to answer, for those who sent them."""
    return [
        Venter(
            et.navn,
            f"svarer på ændringen af {dokumentet(et)}",
            f"Sendt {regler.dagen(timezone.localdate(et.aendring.indsendt_tidspunkt), dag)}",
            reverse("aftaler:aendring_detalje", args=[et.aendring.helhedsplan.slug, et.aendring_id]),
        )
        for et in trin
        if Ret.INDSEND in planer[et.aendring.helhedsplan] and Ret.BESLUT not in planer[et.aendring.helhedsplan]
    ]


def _mine_sendte(bruger: Bruger, dag: date) -> list[Venter]:
    """My figures that somebody else is to approve, one line a plan."""
    pr_plan: dict[Helhedsplan, list[Maaling]] = defaultdict(list)
    for maaling in venter.sendte_af(bruger):
        pr_plan[maaling.kriterium.helhedsplan].append(maaling)
    return [
        Venter(
            plan.navn,
            f"godkender {regler.navne(et.kriterium.navn for et in sendte)}",
            f"Sendt {regler.dagen(timezone.localdate(sendte[0].sendt_tidspunkt), dag)}",
            maalingsside(plan),
        )
        for plan, sendte in pr_plan.items()
    ]


def _genveje(planer: Planer, levende: Planer) -> tuple[Genvej, ...]:
    """What one does most often, in the plan that runs; with several running the plan is chosen from the list."""
    mulige = med(levende, Ret.REGISTRER) or med(planer, Ret.REGISTRER)
    if len(mulige) != 1:
        return ()
    slug = mulige[0].slug
    return (
        Genvej("Registrér fremmøde", reverse("maalinger:fremmoede", args=[slug])),
        Genvej("Registrér måling", reverse("maalinger:kriterium_liste", args=[slug])),
    )

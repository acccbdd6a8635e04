"""What can be done with surveys: write the counts down, correct them, and make measurements of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.laesning import Enhed
from aftaler.models import Helhedsplan, Succeskriterium
from aftaler.services import raekker
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from maalinger import permissions
from maalinger.models import Maaling, Undersoegelse, Undersoegelsessvar
from maalinger.reports.undersoegelser import skjulte_svar
from maalinger.rules import undersoegelser as regler
from maalinger.rules.indtastning import HELE
from maalinger.services.laase import ErLaast, kraev_aaben
from maalinger.services.maalinger import Indtastet, KanIkkeRegistreres, registrer_maaling


@dataclass(frozen=True)
class Lavet:
    """What became of "Lav måling": the drafts, and a sentence for each answer that gave none."""

    maalinger: tuple[Maaling, ...]
    sprunget: tuple[str, ...]


@transaction.atomic
def opret_undersoegelse(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Undersoegelse:
    """Write a survey down. Raises PermissionDenied, ErLaast, ValidationError."""
    _aabn(plan, af, felter["til_dato"])
    _proev(felter)
    return raekker.opret(Undersoegelse(helhedsplan=plan, registreret_af=af, **felter), af=af, kreds=plan.slug)


@transaction.atomic
def ret_undersoegelse(undersoegelse: Undersoegelse, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Correct a survey. Raises PermissionDenied, ErLaast, ValidationError, RettetImens."""
    plan = undersoegelse.helhedsplan
    _aabn(plan, af, undersoegelse.til_dato, felter["til_dato"])
    _proev(felter)
    flest = max((et.ud_af for et in undersoegelse.svar.all()), default=0)
    if felter["svarede"] is not None and felter["svarede"] < flest:
        raise ValidationError({"svarede": f"Et af spørgsmålene har {flest} svar. Ret det først."})
    laas.gem(undersoegelse, udgave=udgave, af=af, **felter, eksempel=False)
    haendelser.skriv(undersoegelse, "rettet", af=af, kreds=plan.slug)


@transaction.atomic
def slet_undersoegelse(undersoegelse: Undersoegelse, *, af: Bruger) -> None:
    """Take a survey away with its answers; measurements made of it stand. Raises PermissionDenied, ErLaast."""
    plan = undersoegelse.helhedsplan
    _aabn(plan, af, undersoegelse.til_dato)
    haendelser.skriv(undersoegelse, "slettet", af=af, kreds=plan.slug)
    undersoegelse.delete()


@transaction.atomic
def opret_svar(undersoegelse: Undersoegelse, *, af: Bruger, **felter: Any) -> Undersoegelsessvar:
    """Write down how many said what. Raises PermissionDenied, ErLaast, ValidationError."""
    plan = undersoegelse.helhedsplan
    _aabn(plan, af, undersoegelse.til_dato)
    _proev_svaret(undersoegelse, felter)
    svar = Undersoegelsessvar(undersoegelse=undersoegelse, **felter)
    return raekker.opret(svar, af=af, kreds=plan.slug)


@transaction.atomic
def ret_svar(svar: Undersoegelsessvar, *, foer: str | None, af: Bruger, **felter: Any) -> None:
    """Correct an answer. Raises PermissionDenied, ErLaast, ValidationError, RettetAfAnden."""
    plan = svar.undersoegelse.helhedsplan
    _aabn(plan, af, svar.undersoegelse.til_dato)
    _proev_svaret(svar.undersoegelse, felter)
    raekker.ret(svar, af=af, kreds=plan.slug, foer=foer, **felter)


@transaction.atomic
def slet_svar(svar: Undersoegelsessvar, *, af: Bruger) -> None:
    """Take an answer away. Raises PermissionDenied, ErLaast."""
    plan = svar.undersoegelse.helhedsplan
    _aabn(plan, af, svar.undersoegelse.til_dato)
    haendelser.skriv(svar, "slettet", af=af, kreds=plan.slug)
    svar.delete()


@transaction.atomic
def lav_maalinger(undersoegelse: Undersoegelse, *, af: Bruger) -> Lavet:
    """A draft measurement of every answer that measures a criterion. Raises PermissionDenied.

    What can't be one (hidden, another unit, a figure there already) is told and the rest is made.
    """
    if not permissions.maa_registrere(af, undersoegelse.helhedsplan):
        raise PermissionDenied
    svar = list(undersoegelse.svar.select_related("kriterium__helhedsplan").order_by("pk"))
    skjulte = skjulte_svar(svar, i_dag=timezone.localdate())
    lavet, sprunget = [], []
    for et in svar:
        if et.kriterium is None:
            continue
        if et.pk in skjulte:
            sprunget.append(f"{et.kriterium.navn}: tallet er skjult, fordi for få personer står bag det.")
            continue
        try:
            with transaction.atomic():
                lavet.append(_lav(et, et.kriterium, undersoegelse, af))
        except (KanIkkeRegistreres, ErLaast) as fejl:
            sprunget.append(f"{et.kriterium.navn}: {' '.join(fejl.messages)}")
    return Lavet(tuple(lavet), tuple(sprunget))


def _lav(svar: Undersoegelsessvar, kriterium: Succeskriterium, undersoegelse: Undersoegelse, af: Bruger) -> Maaling:
    enhed = kriterium.laesning.enhed
    antal, ud_af = Decimal(svar.antal), Decimal(svar.ud_af)
    if enhed == Enhed.ANTAL:
        tal: dict[str, Decimal] = {"vaerdi": antal}
    elif enhed is None or enhed in HELE:
        tal = {"taeller": antal, "naevner": ud_af}
    else:
        raise KanIkkeRegistreres(f"kriteriet måles i {enhed.label}, og svaret er et antal.")
    indtastet = Indtastet(
        undersoegelse.fra_dato,
        undersoegelse.til_dato,
        f"{undersoegelse.navn}, {undersoegelse.kilde}"[:300],
        bemaerkning=f"»{svar.spoergsmaal}«: {svar.svaret}",
        **tal,
    )
    return registrer_maaling(kriterium, indtastet, omraade=undersoegelse.omraade, af=af)


def _aabn(plan: Helhedsplan, af: Bruger, *dage: date) -> None:
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    kraev_aaben(plan, *dage)


def _proev(felter: dict[str, Any]) -> None:
    fejl = regler.fejl_i_undersoegelsen(
        felter["fra_dato"], felter["til_dato"], felter["spurgt"], felter["svarede"], i_dag=timezone.localdate()
    )
    fejl |= {navn: CPR_BESKED for navn in ("navn", "kilde") if ligner_cpr(felter[navn])}
    if fejl:
        raise ValidationError(fejl)


def _proev_svaret(undersoegelse: Undersoegelse, felter: dict[str, Any]) -> None:
    fejl = regler.fejl_i_svaret(felter["antal"], felter["ud_af"], undersoegelse.svarede)
    fejl |= {navn: CPR_BESKED for navn in ("spoergsmaal", "svaret") if ligner_cpr(felter[navn])}
    if fejl:
        raise ValidationError(fejl)

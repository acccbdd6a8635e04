"""Moving money inside the budget: proposed, decided by whom it takes, and at last written into the budget."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan
from aftaler.rules.penge import regnskabsaar
from aftaler.services.budget import FREMMED, aar_uden_for, kontroller, opret, ret
from brugere.models import Bruger
from kerne import haendelser, laas
from oekonomi import permissions
from oekonomi.models import Budgetaendring
from oekonomi.reports.grundlag import aftalt, budgetaendringer, flytning
from oekonomi.rules.budgetaendringer import TAELLER_MED, budgetaendringens_godkender, kan_skifte, mangler_ved_flytning
from oekonomi.services.raekker import kraev_aabent, kraev_sket, laas_plan, stil_i_koe
from oekonomi.statuses import Budgetaendringsstatus


class KanIkkeSkifte(ValidationError):
    """The change has gone another way meanwhile; the message says which."""


@transaction.atomic
def foreslaa_budgetaendring(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Budgetaendring:
    """From a place and year to another: fra_placering, fra_delaftale, fra_aar, til_…, beloeb, grund.

    Sent twice it is made once. Raises PermissionDenied, ValidationError.
    """
    laas_plan(plan, af)
    aendring = Budgetaendring(helhedsplan=plan, **felter)
    _proev(aendring)
    return opret(aendring, af=af)


@transaction.atomic
def ret_budgetaendring(aendring: Budgetaendring, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Only while it is proposed. Raises PermissionDenied, laas.RettetImens, KanIkkeSkifte, ValidationError."""
    laas_plan(aendring.helhedsplan, af)
    _kraev_foreslaaet(Budgetaendring.objects.get(pk=aendring.pk))
    for navn, vaerdi in felter.items():
        setattr(aendring, navn, vaerdi)
    _proev(aendring)
    ret(aendring, udgave=udgave, af=af, **felter)


@transaction.atomic
def godkend_budgetaendring(
    aendring: Budgetaendring, *, dato: date, udgave: int, afgoerelse: str = "", af: Bruger
) -> None:
    """Record that it is approved; from then on it counts in the revised budget. `udgave` is the edition that was read.

    Raises PermissionDenied, KanIkkeSkifte, ValidationError.
    """
    nu = _til_afgoerelse(aendring, dato, udgave, af)
    _proev(nu)
    _skift(nu, Budgetaendringsstatus.GODKENDT, af=af, dato=dato, afgoerelse=afgoerelse)


@transaction.atomic
def afvis_budgetaendring(
    aendring: Budgetaendring, *, dato: date, udgave: int, afgoerelse: str = "", af: Bruger
) -> None:
    """Record that it is refused, and why. Raises PermissionDenied, KanIkkeSkifte, ValidationError."""
    nu = _til_afgoerelse(aendring, dato, udgave, af)
    if not afgoerelse.strip():
        raise ValidationError({"afgoerelse": "Skriv, hvorfor ændringen er afvist."})
    _skift(nu, Budgetaendringsstatus.AFVIST, af=af, dato=dato, afgoerelse=afgoerelse)


@transaction.atomic
def traek_budgetaendring(aendring: Budgetaendring, *, af: Bruger) -> None:
    """Take a proposal back. Raises PermissionDenied, KanIkkeSkifte."""
    laas_plan(aendring.helhedsplan, af)
    _skift(_hent(aendring), Budgetaendringsstatus.TRUKKET, af=af)


@transaction.atomic
def indarbejd_budgetaendring(aendring: Budgetaendring, *, af: Bruger) -> None:
    """Say that the budget's own lines have the move now, so that it isn't counted twice."""
    laas_plan(aendring.helhedsplan, af)
    _skift(_hent(aendring), Budgetaendringsstatus.INDARBEJDET, af=af)


def _til_afgoerelse(aendring: Budgetaendring, dato: date, udgave: int, af: Bruger) -> Budgetaendring:
    """The proposal as it stands: whose it is to decide depends on it, and nobody says yes to another than they read."""
    plan = aendring.helhedsplan
    stil_i_koe(plan)
    nu = _hent(aendring)
    flyt = flytning(nu)
    if not permissions.maa_afgoere(af, plan, flyt.fra_sted, flyt.til_sted):
        raise PermissionDenied
    kraev_sket(dato=dato)
    if nu.status == Budgetaendringsstatus.FORESLAAET and nu.udgave != udgave:
        raise KanIkkeSkifte(f"{nu.rettet_af} har rettet forslaget, siden du læste det. Læs det igen, og svar så.")
    return nu


def _hent(aendring: Budgetaendring) -> Budgetaendring:
    """The row as it stands, with the delaftaler that it names."""
    return next(et for et in budgetaendringer(aendring.helhedsplan) if et.pk == aendring.pk)


def _skift(
    aendring: Budgetaendring,
    til: Budgetaendringsstatus,
    *,
    af: Bruger,
    dato: date | None = None,
    afgoerelse: str = "",
) -> None:
    """Raises KanIkkeSkifte. Said twice it is done once."""
    if aendring.status == til:
        return
    if not kan_skifte(aendring.status, til):
        raise KanIkkeSkifte(f"Ændringen er {aendring.get_status_display().lower()} og kan ikke ændres mere.")
    felter: dict[str, Any] = {"status": til}
    if dato:
        flyt = flytning(aendring)
        hvem = budgetaendringens_godkender(flyt.fra_sted, flyt.til_sted)
        felter |= {"afgjort_dato": dato, "afgjort_af": hvem, "afgoerelse": afgoerelse.strip()}
    laas.gem(aendring, udgave=aendring.udgave, af=af, **felter)
    haendelser.skriv(aendring, str(til.label).lower(), af=af, kreds=aendring.helhedsplan.slug)


def _kraev_foreslaaet(aendring: Budgetaendring) -> None:
    if aendring.status != Budgetaendringsstatus.FORESLAAET:
        raise KanIkkeSkifte(f"Ændringen er {aendring.get_status_display().lower()}. Skriv en ny i stedet.")


def _proev(aendring: Budgetaendring) -> None:
    """The years are the plan's and open, and there is that much to move. Raises ValidationError at the field."""
    plan = aendring.helhedsplan
    aarene = regnskabsaar(plan.start_dato, plan.slut_dato)
    for felt in ("fra_aar", "til_aar"):
        aar = getattr(aendring, felt)
        if aar is not None and aar not in aarene:
            raise ValidationError({felt: aar_uden_for(aarene)})
        kraev_aabent(plan, felt, aar)
    for felt in ("fra_delaftale", "til_delaftale"):
        delaftale = getattr(aendring, felt)
        if delaftale and delaftale.indsatsomraade.helhedsplan_id != plan.pk:
            raise ValidationError({felt.replace("delaftale", "sted"): FREMMED})
    andre = [flytning(et) for et in budgetaendringer(plan) if et.status in TAELLER_MED and et.pk != aendring.pk]
    poster = aftalt(plan, dato=timezone.localdate()).penge.poster
    if mangler := mangler_ved_flytning(flytning(aendring), poster, andre):
        raise ValidationError(mangler)
    kontroller(aendring)

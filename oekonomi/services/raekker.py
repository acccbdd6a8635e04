"""What every action on the money stands on: the person may, two clicks stand in line, and the year is open."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from aftaler.models import Helhedsplan
from aftaler.services.budget import KanIkkeSlettes
from brugere.models import Bruger
from oekonomi import permissions
from oekonomi.models import Regnskabsaar
from oekonomi.rules.indtastning import fejl_i_datoen
from oekonomi.rules.regnskab import hvorfor_lukket


def laas_plan(plan: Helhedsplan, af: Bruger) -> None:
    """Raises PermissionDenied."""
    if not permissions.maa_rette_penge(af, plan):
        raise PermissionDenied
    stil_i_koe(plan)


def stil_i_koe(plan: Helhedsplan) -> None:
    """Take the plan's lock: the same form sent twice is judged one at a time."""
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)


def lukkede_aar(plan: Helhedsplan) -> set[int]:
    """The years whose accounts the revisor has signed."""
    paategnede = Regnskabsaar.objects.filter(helhedsplan=plan, paategnet_dato__isnull=False)
    return set(paategnede.values_list("aar", flat=True))


def kraev_aabent(plan: Helhedsplan, felt: str, *aar: int | None) -> None:
    """None of the years is closed. Raises ValidationError at `felt`."""
    lukkede = lukkede_aar(plan)
    for et in aar:
        if et is not None and (grund := hvorfor_lukket(et, lukkede)):
            raise ValidationError({felt: grund})


def kraev_aabent_til_sletning(plan: Helhedsplan, aar: int) -> None:
    """Raises KanIkkeSlettes."""
    if grund := hvorfor_lukket(aar, lukkede_aar(plan)):
        raise KanIkkeSlettes(grund)


def kraev_sket(**datoer: date | None) -> None:
    """No date of something that has happened lies ahead. Raises ValidationError at the field."""
    i_dag = timezone.localdate()
    fejl = {felt: saetning for felt, dato in datoer.items() if (saetning := fejl_i_datoen(dato, i_dag))}
    if fejl:
        raise ValidationError(fejl)

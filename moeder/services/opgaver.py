"""Tasks: given at a meeting, moved, and done."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan, Person
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import uden_cpr
from moeder import permissions
from moeder.models import Behandling, Moede, Opgave
from moeder.rules import opgaver as regler
from moeder.services import igang


@transaction.atomic
def giv_opgave(
    moede: Moede, punkt: Behandling, *, tekst: str, ejer: Person | None, frist_dato: date | None, af: Bruger
) -> Opgave:
    """A task on an item of a meeting under way. Raises PermissionDenied, KanIkkeAendres, ValidationError."""
    moede = igang.kraev_i_gang(moede, af)
    igang.kraev_paa_moedet(moede, punkt)
    opgave = _opret(moede.helhedsplan, punkt, tekst=tekst, ejer=ejer, frist_dato=frist_dato, af=af)
    haendelser.skriv(punkt, f"opgave til {ejer}", af=af, kreds=moede.helhedsplan.slug)
    return opgave


@transaction.atomic
def aftal_opgave(plan: Helhedsplan, *, tekst: str, ejer: Person | None, frist_dato: date | None, af: Bruger) -> Opgave:
    """A task of the plan that no meeting gave: what was agreed at the eftersyn. It stands on the board's next agendas.

    Raises PermissionDenied, ValidationError.
    """
    if not permissions.maa_lede_moeder(af, plan):
        raise PermissionDenied
    opgave = _opret(plan, None, tekst=tekst, ejer=ejer, frist_dato=frist_dato, af=af)
    haendelser.skriv(opgave, f"aftalt med {ejer}", af=af, kreds=plan.slug)
    return opgave


@transaction.atomic
def ret_opgave(
    opgave: Opgave, *, tekst: str, ejer: Person | None, frist_dato: date | None, udgave: int, af: Bruger
) -> None:
    """Another owner, another day, other words; the old ones stand in its history. Raises PermissionDenied,
    ValidationError, laas.RettetImens."""
    plan = opgave.helhedsplan
    if not permissions.maa_lede_moeder(af, plan):
        raise PermissionDenied
    if Opgave.objects.select_for_update(of=("self",)).get(pk=opgave.pk).udfoert_dato:
        raise ValidationError("Opgaven er gjort og kan ikke rettes.")
    _proev(plan, opgave.behandling, tekst=tekst, ejer=ejer, frist_dato=frist_dato)
    laas.gem(opgave, udgave=udgave, af=af, tekst=tekst.strip(), ejer=ejer, frist_dato=frist_dato, eksempel=False)
    haendelser.skriv(opgave, "rettet", af=af, kreds=plan.slug)


@transaction.atomic
def udfoer_opgave(opgave: Opgave, *, dato: date, note: str, af: Bruger) -> None:
    """Done, on a day, with a note; by whoever runs meetings or owns the task. Raises PermissionDenied,
    ValidationError."""
    plan = opgave.helhedsplan
    if not permissions.maa_udfoere(af, opgave):
        raise PermissionDenied
    nu = Opgave.objects.select_for_update(of=("self",)).get(pk=opgave.pk)
    i_dag = timezone.localdate()
    if fejl := regler.fejl_i_udfoerelsen(dato, i_dag=i_dag, er_gjort=nu.udfoert_dato is not None):
        raise ValidationError({"udfoert_dato": fejl})
    uden_cpr(note)
    laas.gem(opgave, udgave=nu.udgave, af=af, udfoert_dato=dato, udfoert_af=af, udfoert_note=note.strip())
    haendelser.skriv(opgave, "gjort", af=af, kreds=plan.slug)


def _opret(
    plan: Helhedsplan,
    punkt: Behandling | None,
    *,
    tekst: str,
    ejer: Person | None,
    frist_dato: date | None,
    af: Bruger,
) -> Opgave:
    _proev(plan, punkt, tekst=tekst, ejer=ejer, frist_dato=frist_dato)
    opgave = Opgave(helhedsplan=plan, behandling=punkt, tekst=tekst.strip(), ejer=ejer, frist_dato=frist_dato)
    opgave.rettet_af, opgave.rettet_tidspunkt = af, timezone.now()
    opgave.full_clean()
    opgave.save()
    return opgave


def _proev(
    plan: Helhedsplan, punkt: Behandling | None, *, tekst: str, ejer: Person | None, frist_dato: date | None
) -> None:
    uden_cpr(tekst)
    givet = punkt.moede.dag if punkt and punkt.moede else timezone.localdate()
    if fejl := regler.fejl_i_opgaven(tekst=tekst, har_ejer=ejer is not None, frist=frist_dato, givet=givet):
        raise ValidationError(fejl)
    if ejer and ejer.helhedsplan_id != plan.pk:
        raise ValidationError({"ejer": "Vælg en person, der hører til planen."})

"""Milestones of an activity and of the whole plan.

Name and due date are part of the agreement; that one is done, and why it was late, is progress: it may be written
while a change is on its way, and no version is changed by it.
"""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Aktivitet, Helhedsplan, Milepael
from aftaler.rules.aktiviteter import mangler_ved_milepaelsfrist, mangler_ved_udfoert
from aftaler.services import laasning, raekker
from aftaler.services.aktiviteter import KanIkkeSlettes
from brugere.models import Bruger
from kerne import haendelser


@transaction.atomic
def opret_milepael(
    plan: Helhedsplan, aktivitet: Aktivitet | None, *, navn: str, frist_dato: date, af: Bruger
) -> Milepael:
    """A milestone of the activity, or of the plan where it is None. The same form sent twice gives one milestone.

    Raises PermissionDenied, ErIndsendt, ValidationError.
    """
    _aabn(plan, aktivitet, af)
    _kraev_i_planen(plan, frist_dato)
    samme = Milepael.objects.filter(helhedsplan=plan, aktivitet=aktivitet, navn=navn).first()
    if samme and samme.frist_dato == frist_dato:
        return samme
    if samme:
        raise ValidationError({"navn": "Der er allerede en milepæl med det navn."})
    ny = Milepael(helhedsplan=plan, aktivitet=aktivitet, navn=navn, frist_dato=frist_dato)
    return raekker.opret(ny, af=af, kreds=plan.slug)


@transaction.atomic
def ret_milepael(milepael: Milepael, *, navn: str, frist_dato: date, af: Bruger, foer: str | None = None) -> None:
    """Change what is promised. Raises PermissionDenied, ErIndsendt, RettetAfAnden, ValidationError."""
    plan = milepael.helhedsplan
    _aabn(plan, milepael.aktivitet, af)
    if frist_dato != milepael.frist_dato:
        _kraev_i_planen(plan, frist_dato)
    andre = Milepael.objects.filter(helhedsplan=plan, aktivitet=milepael.aktivitet_id, navn=navn)
    if andre.exclude(pk=milepael.pk).exists():
        raise ValidationError({"navn": "Der er allerede en milepæl med det navn."})
    raekker.ret(milepael, af=af, kreds=plan.slug, foer=foer, navn=navn, frist_dato=frist_dato)


@transaction.atomic
def registrer_fremdrift(
    milepael: Milepael, *, udfoert_dato: date | None, forsinkelse_grund: str, af: Bruger, foer: str | None = None
) -> None:
    """Say that it is done, or not, and why it is late. Raises PermissionDenied, RettetAfAnden, ValidationError."""
    plan = milepael.helhedsplan
    if not permissions.maa_rette_aktivitet(af, plan):
        raise PermissionDenied
    if udfoert_dato and (
        mangler := mangler_ved_udfoert(
            milepael.frist_dato, udfoert_dato, forsinkelse_grund, fra=plan.start_dato, dag=timezone.localdate()
        )
    ):
        raise ValidationError(mangler)
    raekker.ret(
        milepael,
        af=af,
        kreds=plan.slug,
        hvad="udført" if udfoert_dato else "ikke udført endnu",
        foer=foer,
        udfoert_dato=udfoert_dato,
        forsinkelse_grund=forsinkelse_grund,
    )


@transaction.atomic
def slet_milepael(milepael: Milepael, *, af: Bruger) -> None:
    """Take it out of the draft; versions keep it. Raises PermissionDenied, ErIndsendt, KanIkkeSlettes."""
    plan = milepael.helhedsplan
    _aabn(plan, milepael.aktivitet, af)
    if milepael.udfoert_dato:
        raise KanIkkeSlettes(f"»{milepael}« er udført og hører til planens historie. Den kan ikke slettes.")
    haendelser.skriv(milepael, "slettet", af=af, kreds=plan.slug)
    milepael.delete()


def maa_rette(bruger: Bruger, plan: Helhedsplan, aktivitet: Aktivitet | None) -> bool:
    """An activity's milestones are part of its form; the plan's own are part of the strategic agreement."""
    return permissions.maa_rette_aktivitet(bruger, plan) if aktivitet else permissions.maa_rette_aftale(bruger, plan)


def _aabn(plan: Helhedsplan, aktivitet: Aktivitet | None, af: Bruger) -> None:
    if not maa_rette(af, plan, aktivitet):
        raise PermissionDenied
    laasning.kraev_aaben(plan, aktivitet.delaftale if aktivitet else None)


def _kraev_i_planen(plan: Helhedsplan, frist_dato: date) -> None:
    if mangler := mangler_ved_milepaelsfrist(frist_dato, fra=plan.start_dato, til=plan.slut_dato):
        raise ValidationError({"frist_dato": mangler})

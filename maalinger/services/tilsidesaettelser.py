"""Setting a criterion's status by hand, and letting the computed one count again."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Succeskriterium
from brugere.models import Bruger
from kerne import haendelser
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from maalinger import permissions
from maalinger.models import Tilsidesaettelse
from maalinger.statuses import Status


@transaction.atomic
def saet_status(kriterium: Succeskriterium, *, status: Status, grund: str, af: Bruger) -> Tilsidesaettelse:
    """From now on this status counts, with the computed one beside it; one set before is lifted and kept.

    Raises PermissionDenied, ValidationError.
    """
    plan = kriterium.helhedsplan
    if not permissions.maa_tilsidesaette(af, plan):
        raise PermissionDenied
    if not grund.strip():
        raise ValidationError({"grund": "Skriv, hvorfor status sættes i hånden."})
    if ligner_cpr(grund):
        raise ValidationError({"grund": CPR_BESKED})
    Succeskriterium.objects.select_for_update(of=("self",), no_key=True).get(pk=kriterium.pk)
    _ophaev(kriterium, af=af)
    sat = Tilsidesaettelse.objects.create(kriterium=kriterium, status=status, grund=grund.strip(), af=af)
    haendelser.skriv(kriterium, f"satte status til {status.label.lower()}: {grund}", af=af, kreds=plan.slug)
    return sat


@transaction.atomic
def ophaev_status(kriterium: Succeskriterium, *, af: Bruger) -> bool:
    """The computed status counts again; False when nobody has set one. Raises PermissionDenied."""
    plan = kriterium.helhedsplan
    if not permissions.maa_tilsidesaette(af, plan):
        raise PermissionDenied
    Succeskriterium.objects.select_for_update(of=("self",), no_key=True).get(pk=kriterium.pk)
    if not _ophaev(kriterium, af=af):
        return False
    haendelser.skriv(kriterium, "lod den beregnede status gælde igen", af=af, kreds=plan.slug)
    return True


def _ophaev(kriterium: Succeskriterium, *, af: Bruger) -> int:
    gaeldende = Tilsidesaettelse.objects.filter(kriterium=kriterium, ophaevet_tidspunkt=None)
    return gaeldende.update(ophaevet_af=af, ophaevet_tidspunkt=timezone.now())

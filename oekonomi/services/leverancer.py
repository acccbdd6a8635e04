"""What givers deliver of their promises, and the agreements about what they did not."""

from copy import copy
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan
from aftaler.models.budget import Tilsagnsart
from aftaler.services.budget import FREMMED, kontroller, opret, ret, slet
from brugere.models import Bruger
from kerne import filer
from oekonomi import permissions
from oekonomi.models import Kompensation, Levering
from oekonomi.rules.indtastning import fejl_i_leverancen, fejl_i_perioden
from oekonomi.services.raekker import (
    kraev_aabent,
    kraev_aabent_til_sletning,
    kraev_sket,
    laas_plan,
    stil_i_koe,
)


@transaction.atomic
def registrer_levering(plan: Helhedsplan, *, bilag: UploadedFile | None = None, af: Bruger, **felter: Any) -> Levering:
    """Cash, rent or hours: tilsagn, fra_dato, til_dato, timer or beloeb, sats, funktion, aktivitet, bevis.

    Sent twice it is made once. Raises PermissionDenied, ValidationError.
    """
    laas_plan(plan, af)
    return _registrer(plan, bilag, felter, af)


@transaction.atomic
def registrer_timer(plan: Helhedsplan, *, bilag: UploadedFile | None = None, af: Bruger, **felter: Any) -> Levering:
    """Hours only, by whoever may register. Raises PermissionDenied, ValidationError."""
    _kraev_timer(plan, felter, af)
    return _registrer(plan, bilag, felter, af)


@transaction.atomic
def ret_levering(
    levering: Levering, *, udgave: int, bilag: UploadedFile | None = None, af: Bruger, **felter: Any
) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    laas_plan(levering.helhedsplan, af)
    _ret(levering, udgave, bilag, felter, af)


@transaction.atomic
def ret_timer(levering: Levering, *, udgave: int, bilag: UploadedFile | None = None, af: Bruger, **felter: Any) -> None:
    """The hours of a row; its rate stays. Raises PermissionDenied, laas.RettetImens, ValidationError."""
    _kraev_timer(levering.helhedsplan, felter, af)
    _ret(levering, udgave, bilag, felter, af)


@transaction.atomic
def slet_levering(levering: Levering, *, af: Bruger) -> None:
    """Raises PermissionDenied, KanIkkeSlettes."""
    laas_plan(levering.helhedsplan, af)
    kraev_aabent_til_sletning(levering.helhedsplan, Levering.objects.get(pk=levering.pk).aar)
    slet(levering, af=af, i_brug=f"{levering} er i brug og kan ikke slettes.")


@transaction.atomic
def opret_kompensation(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Kompensation:
    """An agreement: kilde, art, aar, beloeb, besluttet_dato, senest_dato, tekst, indhentet_dato."""
    laas_plan(plan, af)
    kraev_sket(besluttet_dato=felter["besluttet_dato"], indhentet_dato=felter.get("indhentet_dato"))
    return opret(Kompensation(helhedsplan=plan, **felter), af=af)


@transaction.atomic
def ret_kompensation(aftale: Kompensation, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    laas_plan(aftale.helhedsplan, af)
    kraev_sket(besluttet_dato=felter["besluttet_dato"], indhentet_dato=felter.get("indhentet_dato"))
    ret(aftale, udgave=udgave, af=af, **felter)


@transaction.atomic
def slet_kompensation(aftale: Kompensation, *, af: Bruger) -> None:
    """Raises PermissionDenied."""
    laas_plan(aftale.helhedsplan, af)
    slet(aftale, af=af, i_brug=f"{aftale} er i brug og kan ikke slettes.")


def _registrer(plan: Helhedsplan, bilag: UploadedFile | None, felter: dict[str, Any], af: Bruger) -> Levering:
    if findes := Levering.objects.filter(helhedsplan=plan, **felter).order_by("pk").first():
        return findes  # the form sent twice
    levering = Levering(helhedsplan=plan, **felter)
    _proev(levering, bilag)
    kraev_aabent(plan, "fra_dato", levering.aar)
    kontroller(levering)
    if bilag:
        levering.bilag, levering.bilag_navn = filer.gem_fil(levering, "bilag", bilag)
    return opret(levering, af=af)


def _ret(levering: Levering, udgave: int, bilag: UploadedFile | None, felter: dict[str, Any], af: Bruger) -> None:
    udkast = copy(levering)
    for navn, vaerdi in felter.items():
        setattr(udkast, navn, vaerdi)
    _proev(udkast, bilag)
    kraev_aabent(levering.helhedsplan, "fra_dato", Levering.objects.get(pk=levering.pk).aar, udkast.aar)
    kontroller(udkast)
    if bilag:
        felter["bilag"], felter["bilag_navn"] = filer.gem_fil(udkast, "bilag", bilag)
    ret(levering, udgave=udgave, af=af, **felter, eksempel=False)


def _proev(levering: Levering, bilag: UploadedFile | None) -> None:
    """What can't be true, whatever door it came through. Raises ValidationError at the field."""
    plan, tilsagn = levering.helhedsplan, levering.tilsagn
    if tilsagn.helhedsplan_id != plan.pk:
        raise ValidationError({"tilsagn": FREMMED})
    aktivitet = levering.aktivitet
    if aktivitet and aktivitet.delaftale.indsatsomraade.helhedsplan_id != plan.pk:
        raise ValidationError({"aktivitet": FREMMED})
    fejl = fejl_i_perioden(
        levering.fra_dato, levering.til_dato, start=plan.start_dato, slut=plan.slut_dato, dag=timezone.localdate()
    )
    fejl |= fejl_i_leverancen(tilsagn.art, levering.timer, levering.beloeb, levering.sats)
    if bilag and (fil := filer.fejl_i_filen(bilag)):
        fejl["bilag"] = " ".join(fil)
    if fejl:
        raise ValidationError(fejl)


def _kraev_timer(plan: Helhedsplan, felter: dict[str, Any], af: Bruger) -> None:
    """The door for those who see no money takes hours, and nothing else. Raises PermissionDenied."""
    if not permissions.maa_registrere_timer(af, plan) or felter["tilsagn"].art != Tilsagnsart.TIMER:
        raise PermissionDenied
    stil_i_koe(plan)

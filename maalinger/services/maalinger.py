"""What can be done with measurements: register one, and correct one."""

from copy import copy
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from aftaler.models import Boligomraade, Succeskriterium
from brugere.models import Bruger
from kerne import filer, haendelser, laas
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from kerne.datoer import maaleperiode
from kerne.talformat import tal
from maalinger import permissions
from maalinger.models import Maaling
from maalinger.rules import indtastning


class KanIkkeRegistreres(ValidationError):
    """The figure can't be true, or it stands there already (`findes`); the messages are sentences in Danish."""

    def __init__(self, beskeder: Any, *, findes: Maaling | None = None) -> None:
        super().__init__(beskeder)
        self.findes = findes


@dataclass(frozen=True)
class Indtastet:
    """What somebody says was measured. Without `vaerdi` there is a share, `taeller` of `naevner`."""

    fra_dato: date
    til_dato: date
    kilde: str
    vaerdi: Decimal | None = None
    taeller: Decimal | None = None
    naevner: Decimal | None = None
    reference_vaerdi: Decimal | None = None
    reference_navn: str = ""
    udtraek_dato: date | None = None
    bemaerkning: str = ""


@transaction.atomic
def registrer_maaling(
    kriterium: Succeskriterium,
    indtastet: Indtastet,
    *,
    omraade: Boligomraade | None = None,
    bilag: UploadedFile | None = None,
    af: Bruger,
) -> Maaling:
    """Write down a figure. Raises PermissionDenied, KanIkkeRegistreres."""
    plan = kriterium.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    maaling = Maaling(kriterium=kriterium, omraade=omraade, registreret_af=af, **asdict(indtastet))
    _proev(maaling, bilag)
    if bilag:
        maaling.bilag, maaling.bilag_navn = filer.gem_fil(maaling, "bilag", bilag)
    try:
        with transaction.atomic():
            maaling.save()
    except IntegrityError:  # somebody wrote the same period down between our check and our save
        _slet_bilag(maaling)
        _proev(maaling, None)
        raise
    haendelser.skriv(maaling, f"registrerede {_kort(maaling)}", af=af, kreds=plan.slug)
    return maaling


@transaction.atomic
def ret_maaling(
    maaling: Maaling,
    indtastet: Indtastet,
    *,
    omraade: Boligomraade | None = None,
    bilag: UploadedFile | None = None,
    udgave: int,
    af: Bruger,
) -> None:
    """Correct a figure; the old one stays in the row's history, and what a person wrote is no invented example.

    Raises PermissionDenied, KanIkkeRegistreres, RettetImens.
    """
    plan = maaling.kriterium.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    felter: dict[str, Any] = {**asdict(indtastet), "omraade": omraade, "eksempel": False}
    udkast = copy(maaling)
    for felt, vaerdi in felter.items():
        setattr(udkast, felt, vaerdi)
    _proev(udkast, bilag)
    if bilag:
        felter["bilag"], felter["bilag_navn"] = udkast.bilag, udkast.bilag_navn = filer.gem_fil(udkast, "bilag", bilag)
    try:
        with transaction.atomic():
            laas.gem(maaling, udgave=udgave, af=af, **felter)
    except (IntegrityError, laas.RettetImens):
        if bilag:
            _slet_bilag(udkast)
        _proev(udkast, None)
        raise
    haendelser.skriv(maaling, f"rettede til {_kort(maaling)}", af=af, kreds=plan.slug)


def _proev(maaling: Maaling, bilag: UploadedFile | None) -> None:
    """Everything that must hold, whatever door the figure came through; the database's own rules last."""
    kriterium, plan = maaling.kriterium, maaling.kriterium.helhedsplan
    laesning = kriterium.laesning
    aar = indtastning.planens_aar(laesning, start=plan.start_dato, slut=plan.slut_dato)
    fejl = indtastning.fejl_i_perioden(maaling.fra_dato, maaling.til_dato, aar=aar, dato=timezone.localdate())
    for vaerdi in (maaling.vaerdi, maaling.reference_vaerdi):
        fejl += indtastning.fejl_i_tallet(vaerdi, laesning.enhed) if vaerdi is not None else []
    fejl += indtastning.fejl_i_broeken(maaling.taeller, maaling.naevner, maaling.vaerdi, laesning.enhed)
    fejl += [CPR_BESKED for tekst in (maaling.kilde, maaling.bemaerkning) if ligner_cpr(tekst)]
    fejl += filer.fejl_i_filen(bilag) if bilag else []
    if fejl:
        raise KanIkkeRegistreres(fejl)
    try:
        maaling.validate_constraints()
    except ValidationError as ugyldig:
        raise KanIkkeRegistreres(ugyldig.messages, findes=_samme_periode(maaling)) from ugyldig


def _samme_periode(maaling: Maaling) -> Maaling | None:
    samme = Maaling.objects.filter(
        kriterium=maaling.kriterium, omraade=maaling.omraade, fra_dato=maaling.fra_dato, til_dato=maaling.til_dato
    )
    return samme.exclude(pk=maaling.pk).order_by("pk").first()


def _slet_bilag(maaling: Maaling) -> None:
    if maaling.bilag:
        maaling.bilag.storage.delete(maaling.bilag.name)


def _kort(maaling: Maaling) -> str:
    figur = tal(maaling.vaerdi) if maaling.vaerdi is not None else f"{tal(maaling.taeller)} af {tal(maaling.naevner)}"
    return f"{figur} for {maaleperiode(maaling.fra_dato, maaling.til_dato)}"

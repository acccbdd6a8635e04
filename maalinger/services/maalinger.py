"""What can be done with a figure while it is written: register it, mend it, correct an approved one, delete it."""

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
from maalinger.reports.opfoelgning import skala_for
from maalinger.reports.optaelling import har_fremmoede
from maalinger.rules import godkendelse, indtastning
from maalinger.rules.skala import fejl_paa_skalaen, med_skala
from maalinger.services.laase import kraev_aaben
from maalinger.statuses import AABNE, RETTES, Maalingstilstand


class KanIkkeRegistreres(ValidationError):
    """The figure can't be true, or it stands there already (`findes`); the messages are sentences in Danish."""

    def __init__(self, beskeder: Any, *, findes: Maaling | None = None) -> None:
        super().__init__(beskeder)
        self.findes = findes


class KanIkkeRettes(ValidationError):
    """The figure isn't anybody's to write in right now; the message says who has it and what to do."""


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
    """Write down a figure, as a draft. Raises PermissionDenied, ErLaast, KanIkkeRegistreres."""
    plan = kriterium.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    maaling = Maaling(kriterium=kriterium, omraade=omraade, registreret_af=af, **asdict(indtastet))
    kraev_aaben(plan, maaling.til_dato)
    _gem_ny(maaling, bilag)
    haendelser.skriv(maaling, f"registrerede {kort(maaling)}", af=af, kreds=plan.slug)
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
    """Mend a draft or a returned figure; what it said before stays in the row's history.

    What a person wrote is no invented example. Raises PermissionDenied, ErLaast, KanIkkeRettes, KanIkkeRegistreres,
    RettetImens.
    """
    plan = maaling.kriterium.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    kraev_aaben(plan, maaling.til_dato, indtastet.til_dato)
    nu = Maaling.objects.select_for_update(of=("self",)).get(pk=maaling.pk)
    if nu.tilstand not in RETTES:
        raise KanIkkeRettes(godkendelse.hvorfor_ikke_rettes(nu))
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
            _slet_fil(udkast)
        _proev(udkast, None)
        raise
    haendelser.skriv(maaling, f"rettede til {kort(maaling)}", af=af, kreds=plan.slug)


@transaction.atomic
def ret_godkendt(
    maaling: Maaling,
    indtastet: Indtastet,
    *,
    omraade: Boligomraade | None = None,
    bilag: UploadedFile | None = None,
    af: Bruger,
) -> Maaling:
    """Correct an approved figure: a new draft that takes its place when it is approved; the evidence comes along.

    Raises PermissionDenied, ErLaast, KanIkkeRettes, KanIkkeRegistreres.
    """
    plan = maaling.kriterium.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    kraev_aaben(plan, maaling.til_dato, indtastet.til_dato)
    gammel = Maaling.objects.select_for_update(of=("self",)).get(pk=maaling.pk)
    if not gammel.taeller_med:
        raise KanIkkeRettes(godkendelse.hvorfor_ikke_rettes(gammel))
    if i_gang := gammel.rettelser.aabne().order_by("pk").first():
        raise KanIkkeRegistreres("Der er allerede en rettelse på vej. Gør den færdig først.", findes=i_gang)
    rettelse = Maaling(
        kriterium=maaling.kriterium,
        omraade=omraade,
        registreret_af=af,
        erstatter=gammel,
        bilag=gammel.bilag.name,
        bilag_navn=gammel.bilag_navn,
        **asdict(indtastet),
    )
    _gem_ny(rettelse, bilag)
    haendelser.skriv(rettelse, f"rettede {kort(gammel)} til {kort(rettelse)}", af=af, kreds=plan.slug)
    return rettelse


@transaction.atomic
def slet_maaling(maaling: Maaling, *, af: Bruger) -> None:
    """Delete a draft, and its evidence where no other figure has the same. Raises PermissionDenied, KanIkkeRettes."""
    plan = maaling.kriterium.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    nu = Maaling.objects.select_for_update(of=("self",)).get(pk=maaling.pk)
    if not godkendelse.kan_slettes(nu):
        raise KanIkkeRettes("Kun en kladde kan slettes.")
    haendelser.skriv(nu, f"slettede kladden {kort(nu)}", af=af, kreds=plan.slug)
    nu.delete()
    if nu.bilag and not Maaling.objects.filter(bilag=nu.bilag.name).exists():
        transaction.on_commit(lambda: _slet_fil(nu))


def kort(maaling: Maaling) -> str:
    """ "22,4 for 2021" """
    figur = tal(maaling.vaerdi) if maaling.vaerdi is not None else f"{tal(maaling.taeller)} af {tal(maaling.naevner)}"
    return f"{figur} for {maaleperiode(maaling.fra_dato, maaling.til_dato)}"


def _gem_ny(maaling: Maaling, bilag: UploadedFile | None) -> None:
    _proev(maaling, bilag)
    if bilag:
        maaling.bilag, maaling.bilag_navn = filer.gem_fil(maaling, "bilag", bilag)
    try:
        with transaction.atomic():
            maaling.save()
    except IntegrityError:  # somebody wrote the same period down between our check and our save
        if bilag:
            _slet_fil(maaling)
        _proev(maaling, None)
        raise


def _proev(maaling: Maaling, bilag: UploadedFile | None) -> None:
    """Everything that must hold, whatever door the figure came through; the database's own rules last."""
    kriterium, plan = maaling.kriterium, maaling.kriterium.helhedsplan
    skala = skala_for(kriterium)
    laesning = med_skala(kriterium.laesning, skala)
    aar = indtastning.planens_aar(laesning, start=plan.start_dato, slut=plan.slut_dato)
    fejl = indtastning.fejl_i_perioden(maaling.fra_dato, maaling.til_dato, aar=aar, dato=timezone.localdate())
    for vaerdi in (maaling.vaerdi, maaling.reference_vaerdi):
        fejl += indtastning.fejl_i_tallet(vaerdi, laesning.enhed) if vaerdi is not None else []
    fejl += indtastning.fejl_i_broeken(maaling.taeller, maaling.naevner, maaling.vaerdi, laesning.enhed)
    fejl += [et for _, et in fejl_paa_skalaen(maaling.vaerdi, maaling.bemaerkning, skala)] if skala else []
    fejl += [CPR_BESKED for tekst in (maaling.kilde, maaling.bemaerkning) if ligner_cpr(tekst)]
    fejl += filer.fejl_i_filen(bilag) if bilag else []
    if not fejl and har_fremmoede(kriterium, maaling.fra_dato, maaling.til_dato, dato=timezone.localdate()):
        periode = maaleperiode(maaling.fra_dato, maaling.til_dato)
        fejl = [f"Tallet for {periode} tælles op af fremmødet. Ret fremmødet i stedet."]
    if fejl:
        raise KanIkkeRegistreres(fejl)
    if i_vejen := _i_vejen(maaling):
        hvad = "på vej" if i_vejen.tilstand in AABNE else "godkendt"
        raise KanIkkeRegistreres(f"Der er allerede en måling {hvad} for den periode. Ret den i stedet.", findes=i_vejen)
    try:
        maaling.validate_constraints()
    except ValidationError as ugyldig:
        raise KanIkkeRegistreres(ugyldig.messages) from ugyldig


def _i_vejen(maaling: Maaling) -> Maaling | None:
    """Another figure of the same period that counts or is on its way; not the one that this one corrects."""
    samme = Maaling.objects.filter(
        kriterium=maaling.kriterium, omraade=maaling.omraade, fra_dato=maaling.fra_dato, til_dato=maaling.til_dato
    ).filter(tilstand__in=[*AABNE, Maalingstilstand.GODKENDT])
    return samme.exclude(pk__in=[et for et in (maaling.pk, maaling.erstatter_id) if et]).order_by("pk").first()


def _slet_fil(maaling: Maaling) -> None:
    if maaling.bilag:
        maaling.bilag.storage.delete(maaling.bilag.name)

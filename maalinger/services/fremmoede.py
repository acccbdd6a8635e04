"""What can be done with attendance: write down a number, correct it, delete it. Never a name."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from aftaler.models import Aktivitet, Boligomraade, Helhedsplan
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from kerne.datoer import dato, periode
from kerne.talformat import tal
from maalinger import permissions
from maalinger.models import Registrering
from maalinger.rules import fremmoede as regler
from maalinger.rules.optaelling import Periode
from maalinger.services.laase import ErLaast, kraev_aaben


class KanIkkeGemmes(ValidationError):
    """The number can't be true, or its period is locked. `findes`: what stands there already."""

    def __init__(self, beskeder: Any, *, findes: Registrering | None = None) -> None:
        super().__init__(beskeder)
        self.findes = findes


@dataclass(frozen=True)
class Fremmoede:
    """What somebody says about a day, or about the different persons of a period."""

    fra_dato: date
    til_dato: date
    deltagelser: int | None = None
    unikke: int | None = None
    omraade: Boligomraade | None = None
    bemaerkning: str = ""


@transaction.atomic
def registrer_fremmoede(aktivitet: Aktivitet, fremmoede: Fremmoede, *, klientnoegle: UUID, af: Bruger) -> Registrering:
    """Write down how many came on a day. The same key again is the same number, and writes nothing.

    Raises PermissionDenied, KanIkkeGemmes.
    """
    plan = _aabn(aktivitet, af)
    if gemt := _med_noeglen(aktivitet, fremmoede, klientnoegle, af):
        return gemt
    fejl = regler.fejl_i_dagen(
        fremmoede.til_dato, start=plan.start_dato, slut=plan.slut_dato, i_dag=timezone.localdate()
    )
    _proev(plan, fremmoede, fejl)
    return _opret(plan, aktivitet, fremmoede, klientnoegle, af)


@transaction.atomic
def registrer_personer(
    aktivitet: Aktivitet,
    periode_: Periode,
    unikke: int,
    *,
    omraade: Boligomraade | None = None,
    bemaerkning: str = "",
    klientnoegle: UUID,
    af: Bruger,
) -> Registrering:
    """Write down how many different persons came in a whole period: one count an activity, an area and a period.

    Raises PermissionDenied, KanIkkeGemmes.
    """
    plan = _aabn(aktivitet, af)
    fremmoede = Fremmoede(periode_.fra, periode_.til, None, unikke, omraade, bemaerkning)
    if gemt := _med_noeglen(aktivitet, fremmoede, klientnoegle, af):
        return gemt
    fejl = regler.fejl_i_perioden(periode_, start=plan.start_dato, slut=plan.slut_dato, i_dag=timezone.localdate())
    _proev(plan, fremmoede, fejl)
    _kraev_eneste_optaelling(aktivitet, fremmoede, periode_.navn)
    return _opret(plan, aktivitet, fremmoede, klientnoegle, af)


@transaction.atomic
def ret_fremmoede(registrering: Registrering, fremmoede: Fremmoede, *, udgave: int, af: Bruger) -> None:
    """Correct a number; the old one stands in the row's history.

    Raises PermissionDenied, KanIkkeGemmes, RettetImens.
    """
    plan = _aabn(registrering.aktivitet, af)
    _kraev_ulaast(plan, registrering.til_dato)
    fejl: list[str] = []
    if er_dag(fremmoede):
        fejl = regler.fejl_i_dagen(
            fremmoede.til_dato, start=plan.start_dato, slut=plan.slut_dato, i_dag=timezone.localdate()
        )
    _proev(plan, fremmoede, fejl)
    if not er_dag(fremmoede):
        hvornaar = periode(fremmoede.fra_dato, fremmoede.til_dato)
        _kraev_eneste_optaelling(registrering.aktivitet, fremmoede, hvornaar, undtagen=registrering.pk)
    laas.gem(registrering, udgave=udgave, af=af, **_felter(fremmoede), eksempel=False)
    haendelser.skriv(registrering, f"rettede til {kort(registrering)}", af=af, kreds=plan.slug)


@transaction.atomic
def slet_fremmoede(registrering: Registrering, *, af: Bruger) -> None:
    """Take a number away; what it was stands in the log. Raises PermissionDenied, KanIkkeGemmes."""
    plan = _aabn(registrering.aktivitet, af)
    _kraev_ulaast(plan, registrering.til_dato)
    haendelser.skriv(registrering, f"slettede {kort(registrering)}", af=af, kreds=plan.slug)
    registrering.delete()


def er_dag(fremmoede: Fremmoede | Registrering) -> bool:
    """A day's attendance, not a count of a period."""
    return fremmoede.fra_dato == fremmoede.til_dato


def kort(registrering: Registrering) -> str:
    """ "14 deltagelser 2. juni 2022", "34 forskellige personer 1. januar – 31. december 2021"."""
    led = []
    if registrering.deltagelser is not None:
        led.append(
            f"{tal(registrering.deltagelser)} {'deltagelse' if registrering.deltagelser == 1 else 'deltagelser'}"
        )
    if registrering.unikke is not None:
        led.append(f"{tal(registrering.unikke)} {'person' if registrering.unikke == 1 else 'forskellige personer'}")
    fra, til = registrering.fra_dato, registrering.til_dato
    return f"{' og '.join(led)} {dato(til) if fra == til else periode(fra, til)}"


def _aabn(aktivitet: Aktivitet, af: Bruger) -> Helhedsplan:
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    return plan


def _med_noeglen(aktivitet: Aktivitet, fremmoede: Fremmoede, noegle: UUID, af: Bruger) -> Registrering | None:
    """The row that this page has saved before. The same key with another number is not the same: it must be said."""
    gemt = Registrering.objects.filter(klientnoegle=noegle).first()
    if gemt is None:
        return None
    if gemt.aktivitet_id != aktivitet.pk or gemt.registreret_af_id != af.pk:
        raise KanIkkeGemmes("Siden var for gammel. Hent den igen, og skriv tallet én gang til.")
    if any(getattr(gemt, felt) != vaerdi for felt, vaerdi in _felter(fremmoede).items()):
        raise KanIkkeGemmes(
            f"Siden har allerede gemt {kort(gemt)}. Ret det tal, hvis det skal være et andet.", findes=gemt
        )
    return gemt


def _felter(fremmoede: Fremmoede) -> dict[str, Any]:
    """The columns, by name; the area as its row."""
    return dict(fremmoede.__dict__)


def _proev(plan: Helhedsplan, fremmoede: Fremmoede, fejl: list[str]) -> None:
    fejl = [*fejl, *regler.fejl_i_antallet(fremmoede.deltagelser, fremmoede.unikke)]
    fejl += [CPR_BESKED] if ligner_cpr(fremmoede.bemaerkning) else []
    if fejl:
        raise KanIkkeGemmes(fejl)
    _kraev_ulaast(plan, fremmoede.til_dato)


def _kraev_ulaast(plan: Helhedsplan, til_dato: date) -> None:
    try:
        kraev_aaben(plan, til_dato)
    except ErLaast as laast:
        raise KanIkkeGemmes(laast.messages) from laast


def _kraev_eneste_optaelling(
    aktivitet: Aktivitet, fremmoede: Fremmoede, hvornaar: str, *, undtagen: int | None = None
) -> None:
    """A period, an activity and an area have one count of persons. The activity's row is held meanwhile."""
    Aktivitet.objects.select_for_update(of=("self",)).get(pk=aktivitet.pk)
    samme = Registrering.objects.filter(
        aktivitet=aktivitet, omraade=fremmoede.omraade, fra_dato=fremmoede.fra_dato, til_dato=fremmoede.til_dato
    )
    if findes := samme.exclude(pk=undtagen).order_by("pk").first():
        raise KanIkkeGemmes(
            f"Der står allerede {tal(findes.unikke or 0)} forskellige personer for {hvornaar}. Ret det tal.",
            findes=findes,
        )


def _opret(plan: Helhedsplan, aktivitet: Aktivitet, fremmoede: Fremmoede, noegle: UUID, af: Bruger) -> Registrering:
    ny = Registrering(aktivitet=aktivitet, registreret_af=af, klientnoegle=noegle, **_felter(fremmoede))
    try:
        with transaction.atomic():
            ny.save()
    except IntegrityError:  # the same number came twice at the same moment
        gemt = _med_noeglen(aktivitet, fremmoede, noegle, af)
        if gemt is None:
            raise
        return gemt
    haendelser.skriv(ny, f"registrerede {kort(ny)}", af=af, kreds=plan.slug)
    return ny

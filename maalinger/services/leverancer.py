"""What an activity delivered in a quarter: written once, and corrected."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Aktivitet
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from maalinger import permissions
from maalinger.models import Leverancemaaling
from maalinger.rules import leverancer as regler
from maalinger.rules.optaelling import Periode
from maalinger.services.laase import kraev_aaben


@transaction.atomic
def skriv_leverance(
    aktivitet: Aktivitet,
    kvartal: Periode,
    *,
    grad: str,
    planlagt: str,
    leveret: str,
    aarsag: str,
    udgave: int,
    af: Bruger,
) -> Leverancemaaling:
    """The activity's answer for the quarter; `udgave` 0 is a first answer. The plan's row is held meanwhile.

    Raises PermissionDenied, ErLaast, ValidationError, RettetImens.
    """
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    if not permissions.maa_registrere(af, plan):
        raise PermissionDenied
    kraev_aaben(plan, kvartal.til)
    felter = {"grad": grad, "planlagt": planlagt, "leveret": leveret, "aarsag": aarsag}
    _proev(kvartal, plan.start_dato, plan.slut_dato, felter)
    nr = kvartal.fra.month // 3 + 1
    findes = Leverancemaaling.objects.filter(aktivitet=aktivitet, aar=kvartal.fra.year, kvartal=nr).first()
    if findes is None:
        ny = Leverancemaaling(aktivitet=aktivitet, aar=kvartal.fra.year, kvartal=nr, registreret_af=af, **felter)
        ny.full_clean(validate_unique=False)
        ny.save()
        haendelser.skriv(ny, f"skrev leverancen for {kvartal.navn}: {ny.get_grad_display()}", af=af, kreds=plan.slug)
        return ny
    if udgave == 0:
        raise laas.RettetImens(findes)
    laas.gem(findes, udgave=udgave, af=af, **felter, eksempel=False)
    hvad = f"rettede leverancen for {kvartal.navn}: {findes.get_grad_display()}"
    haendelser.skriv(findes, hvad, af=af, kreds=plan.slug)
    return findes


def _proev(kvartal: Periode, start: Any, slut: Any, felter: dict[str, str]) -> None:
    if kvartal.fra > timezone.localdate():
        raise ValidationError(f"{kvartal.navn} er ikke begyndt endnu.")
    if kvartal.til < start or kvartal.fra > slut:
        raise ValidationError(f"{kvartal.navn} ligger uden for planen.")
    fejl = regler.fejl_i_svaret(**felter)
    fejl |= {navn: CPR_BESKED for navn, tekst in felter.items() if ligner_cpr(tekst)}
    if fejl:
        raise ValidationError(fejl)

"""Editing the texts, figures and dates of the agreement, one block at a time, under the optimistic lock."""

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Afsnit, Delaftale, Helhedsplan, Indsatsomraade, Samarbejdsaftale, Skabelonafsnit
from aftaler.services import laasning
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.models import Redigerbar


def aftryk(ting: Redigerbar, felter: tuple[str, ...] | list[str]) -> str:
    """Fingerprint of some of the row's fields: did another save touch these, or only their neighbours?"""
    vaerdier = [str(getattr(ting, felt)) for felt in sorted(felter)]
    return hashlib.sha256("\x1f".join(vaerdier).encode()).hexdigest()[:16]


def gem(ting: Redigerbar, *, udgave: int, foer: str, af: Bruger, **felter: Any) -> None:
    """Save under the lock. A row holds several blocks: a save of another block meanwhile is no conflict.

    `foer` is the fingerprint of the same fields when the form was opened; without it every other save is a conflict.
    Raises kerne.laas.RettetImens and writes nothing when somebody changed these very fields.
    """
    try:
        laas.gem(ting, udgave=udgave, af=af, **felter)
    except laas.RettetImens as imens:
        if foer != aftryk(imens.nu, tuple(felter)):
            raise
        laas.gem(ting, udgave=imens.nu.udgave, af=af, **felter)


@transaction.atomic
def ret_afsnit(
    aftale: Samarbejdsaftale, skabelonafsnit: Skabelonafsnit, *, tekst: str, udgave: int, af: Bruger
) -> Afsnit:
    """Write the plan's own text under a heading; `udgave` 0 means that the section had no row when it was opened."""
    _kraev_ret(aftale.helhedsplan, None, af)
    Samarbejdsaftale.objects.select_for_update(of=("self",)).get(pk=aftale.pk)
    afsnit, ny = Afsnit.objects.get_or_create(
        samarbejdsaftale=aftale,
        skabelonafsnit=skabelonafsnit,
        defaults={"tekst": tekst, "rettet_af": af, "rettet_tidspunkt": timezone.now()},
    )
    if not ny:
        laas.gem(afsnit, udgave=udgave, af=af, tekst=tekst)
    haendelser.skriv(afsnit, "teksten er rettet", af=af, kreds=aftale.helhedsplan.slug)
    return afsnit


@transaction.atomic
def ret_indsatsomraade(
    omraade: Indsatsomraade, *, problemkompleks: str, formaal_og_maal: str, udgave: int, af: Bruger
) -> None:
    """The area's two texts in the strategic agreement."""
    _kraev_ret(omraade.helhedsplan, None, af)
    laas.gem(omraade, udgave=udgave, af=af, problemkompleks=problemkompleks, formaal_og_maal=formaal_og_maal)
    haendelser.skriv(omraade, "problemkompleks, formål og mål er rettet", af=af, kreds=omraade.helhedsplan.slug)


@transaction.atomic
def ret_delaftale_tekst(
    delaftale: Delaftale, skabelonafsnit: Skabelonafsnit, *, tekst: str, udgave: int, af: Bruger, foer: str = ""
) -> None:
    """One of the delaftale's free texts; the section's code is the name of its column."""
    plan = delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, delaftale, af)
    gem(delaftale, udgave=udgave, foer=foer, af=af, **{skabelonafsnit.kode: tekst})
    haendelser.skriv(delaftale, f"afsnit {skabelonafsnit.nr} er rettet", af=af, kreds=plan.slug)


@transaction.atomic
def ret_hovedtal(
    ting: Samarbejdsaftale | Delaftale,
    *,
    landsbyggefonden: Decimal | None,
    lokal_medfinansiering: Decimal | None,
    udgave: int,
    af: Bruger,
    foer: str = "",
) -> None:
    """The two amounts in kroner; None is "not stated". The total is always computed (rules.samlet)."""
    delaftale = ting if isinstance(ting, Delaftale) else None
    plan = delaftale.indsatsomraade.helhedsplan if delaftale else ting.helhedsplan
    _kraev_ret(plan, delaftale, af)
    beloeb = {"landsbyggefonden": landsbyggefonden, "lokal_medfinansiering": lokal_medfinansiering}
    gem(ting, udgave=udgave, foer=foer, af=af, **beloeb)
    haendelser.skriv(ting, "hovedtallene er rettet", af=af, kreds=plan.slug)


@transaction.atomic
def ret_periode(
    delaftale: Delaftale, *, start_dato: date | None, slut_dato: date | None, udgave: int, af: Bruger, foer: str = ""
) -> None:
    """When the delaftale is in force."""
    plan = delaftale.indsatsomraade.helhedsplan
    _kraev_ret(plan, delaftale, af)
    gem(delaftale, udgave=udgave, foer=foer, af=af, start_dato=start_dato, slut_dato=slut_dato)
    haendelser.skriv(delaftale, "perioden er rettet", af=af, kreds=plan.slug)


def _kraev_ret(plan: Helhedsplan, delaftale: Delaftale | None, af: Bruger) -> None:
    """The person may, and the document – the strategic agreement where `delaftale` is None – is not on its way."""
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    laasning.kraev_aaben(plan, delaftale)

"""The budget as promised: givers, budget lines and stated shares. Promises are in services/tilsagn.py."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError

from aftaler import permissions
from aftaler.models import Budgetpost, Delaftale, Finansieringskilde, Helhedsplan, OplystAndel
from aftaler.rules.penge import regnskabsaar
from aftaler.services import laasning
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.models import Redigerbar

FREMMED = "Vælg en, der hører til planen."

T = TypeVar("T", bound=Redigerbar)


class KanIkkeSlettes(ValidationError):
    """Something stands on the row; the message says what to do first."""


@transaction.atomic
def opret_kilde(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Finansieringskilde:
    """A new giver: navn, art, organisation. Sent twice it is made once; another of its name raises ValidationError."""
    laas_plan(plan, af)
    return opret(Finansieringskilde(helhedsplan=plan, **felter), af=af)


@transaction.atomic
def ret_kilde(kilde: Finansieringskilde, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    laas_plan(kilde.helhedsplan, af)
    ret(kilde, udgave=udgave, af=af, **felter)


@transaction.atomic
def slet_kilde(kilde: Finansieringskilde, *, af: Bruger) -> None:
    """Raises KanIkkeSlettes while a line, a promise or a stated share names the giver."""
    laas_plan(kilde.helhedsplan, af)
    if kilde.oplyste_andele.exists():
        raise KanIkkeSlettes(f"{kilde} står i en oplyst andel. Ret eller slet den først.")
    slet(kilde, af=af, i_brug=f"{kilde} betaler til poster eller har givet tilsagn. Flyt dem, før giveren slettes.")


@transaction.atomic
def opret_post(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Budgetpost:
    """A new line: placering, delaftale, aar, omkostningstype, kilde, tekst, beloeb. Sent twice it is made once."""
    laas_plan(plan, af, felter.get("delaftale"))
    return opret(Budgetpost(helhedsplan=plan, **felter), af=af)


@transaction.atomic
def ret_post(post: Budgetpost, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    nu = Budgetpost.objects.select_related("delaftale").get(pk=post.pk)
    laas_plan(post.helhedsplan, af, nu.delaftale, felter.get("delaftale", nu.delaftale))
    ret(post, udgave=udgave, af=af, **felter)


@transaction.atomic
def slet_post(post: Budgetpost, *, af: Bruger) -> None:
    """Raises PermissionDenied, KanIkkeSlettes."""
    laas_plan(post.helhedsplan, af, post.delaftale)
    slet(post, af=af, i_brug=f"{post} er i brug og kan ikke slettes.")


@transaction.atomic
def opret_andel(
    plan: Helhedsplan, *, procent: Decimal, kilder: Sequence[Finansieringskilde], hvor: str, af: Bruger
) -> OplystAndel:
    """A share that a document states, stored as it stands there. Sent twice it is made once."""
    laas_plan(plan, af)
    _kraev_planens(plan, kilder)
    for ens in plan.oplyste_andele.filter(procent=procent, hvor=hvor).prefetch_related("kilder"):
        if set(ens.kilder.all()) == set(kilder):
            return ens
    andel = skriv_ny(OplystAndel(helhedsplan=plan, procent=procent, hvor=hvor), af=af)
    andel.kilder.set(kilder)
    return andel


@transaction.atomic
def ret_andel(
    andel: OplystAndel,
    *,
    procent: Decimal,
    kilder: Sequence[Finansieringskilde],
    hvor: str,
    udgave: int,
    af: Bruger,
) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    laas_plan(andel.helhedsplan, af)
    _kraev_planens(andel.helhedsplan, kilder)
    ret(andel, udgave=udgave, af=af, procent=procent, hvor=hvor)
    andel.kilder.set(kilder)


@transaction.atomic
def slet_andel(andel: OplystAndel, *, af: Bruger) -> None:
    """Raises PermissionDenied."""
    laas_plan(andel.helhedsplan, af)
    slet(andel, af=af, i_brug=f"{andel} er i brug og kan ikke slettes.")


def laas_plan(plan: Helhedsplan, af: Bruger, *delaftaler: Delaftale | None) -> None:
    """Two clicks stand in line at the plan, and the documents that print the row are not on their way.

    Without `delaftaler` it is the strategic agreement. Raises PermissionDenied, ErIndsendt.
    """
    if not permissions.maa_rette_penge(af, plan):
        raise PermissionDenied
    for delaftale in dict.fromkeys(delaftaler or (None,)):
        laasning.kraev_aaben(plan, delaftale)


def opret(ting: T, *, af: Bruger) -> T:
    """Write a new row, or give back the one that says exactly the same: a form sent twice is one row."""
    felter = {felt.name: getattr(ting, felt.name) for felt in _egne_felter(ting)}
    return type(ting)._default_manager.filter(**felter).order_by("pk").first() or skriv_ny(ting, af=af)


def skriv_ny(ting: T, *, af: Bruger) -> T:
    """Check and write a new row. Raises ValidationError."""
    kontroller(ting)
    ting.save()
    haendelser.skriv(ting, "oprettet", af=af, kreds=ting.helhedsplan.slug)
    return ting


def ret(ting: T, *, udgave: int, af: Bruger, hvad: str = "rettet", **felter: Any) -> None:
    """Write under the optimistic lock, after the same checks as a new row. Raises RettetImens, ValidationError."""
    for navn, vaerdi in felter.items():
        setattr(ting, navn, vaerdi)
    kontroller(ting)
    laas.gem(ting, udgave=udgave, af=af, **felter)
    haendelser.skriv(ting, hvad, af=af, kreds=ting.helhedsplan.slug)


def slet(ting: Redigerbar, *, af: Bruger, i_brug: str) -> None:
    """Delete the row; `i_brug` is the sentence when something stands on it (KanIkkeSlettes)."""
    haendelser.skriv(ting, "slettet", af=af, kreds=ting.helhedsplan.slug)
    try:
        with transaction.atomic():
            ting.delete()
    except ProtectedError as fejl:
        raise KanIkkeSlettes(i_brug) from fejl


def kontroller(ting: Any) -> None:
    """The row's own constraints, and what they cannot answer: its year and all that it points at are the plan's."""
    plan = ting.helhedsplan
    aar = regnskabsaar(plan.start_dato, plan.slut_dato)
    if getattr(ting, "aar", None) is not None and ting.aar not in aar:
        raise ValidationError({"aar": aar_uden_for(aar)})
    for felt in ("kilde", "delaftale"):
        if (vist := getattr(ting, felt, None)) is not None and _plan_id(vist) != plan.pk:
            raise ValidationError({felt: FREMMED})
    organisation = getattr(ting, "organisation", None)
    if organisation is not None and not plan.aftaleparter.filter(organisation=organisation).exists():
        raise ValidationError({"organisation": "Vælg en af aftalens parter."})
    ting.full_clean(exclude=["rettet_af", "rettet_tidspunkt"])


def aar_uden_for(aar: tuple[int, ...]) -> str:
    """The sentence for a year that the plan has no regnskab in."""
    return f"Planen har regnskabsårene {aar[0]}–{aar[-1]}. Vælg et af dem, eller »ikke oplyst«."


def _plan_id(ting: models.Model) -> int:
    omraade = getattr(ting, "indsatsomraade", None)
    return omraade.helhedsplan_id if omraade else ting.helhedsplan_id


def _egne_felter(ting: models.Model) -> list[models.Field]:
    """The columns that a person decides: everything but the key and the bookkeeping."""
    uden = {"id", "udgave", "rettet_tidspunkt", "rettet_af", "eksempel"}
    return [felt for felt in ting._meta.concrete_fields if felt.name not in uden]


def _kraev_planens(plan: Helhedsplan, kilder: Sequence[Finansieringskilde]) -> None:
    if not kilder:
        raise ValidationError({"kilder": "Vælg mindst én giver."})
    if any(et.helhedsplan_id != plan.pk for et in kilder):
        raise ValidationError({"kilder": FREMMED})

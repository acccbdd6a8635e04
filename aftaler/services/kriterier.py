"""Writing a succeskriterium once: the sentence, where it belongs, and its reading."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, ProtectedError

from aftaler import permissions
from aftaler.models import Aktivitet, Helhedsplan, Indsatsomraade, Succeskriterium, Version
from aftaler.services import laasning
from aftaler.services.aktiviteter import KanIkkeSlettes
from brugere.models import Bruger
from kerne import haendelser, laas

TEKST_BRUGT = "Det kriterium står allerede i aftalen."


@transaction.atomic
def opret_kriterium(
    omraade: Indsatsomraade, aktivitet: Aktivitet | None, *, af: Bruger, tekst: str, **felter: Any
) -> Succeskriterium:
    """Give it the plan's next number. The same form sent twice gives one criterion."""
    plan = _laast_plan(omraade.helhedsplan, aktivitet, af)
    _kraev_samme_omraade(omraade, aktivitet)
    if samme := _andre_med_samme_tekst(plan, aktivitet, tekst).first():
        if all(getattr(samme, felt) == vaerdi for felt, vaerdi in felter.items()):
            return samme
        raise ValidationError({"tekst": TEKST_BRUGT})
    sidste = plan.succeskriterier.aggregate(sidste=Max("nr"))["sidste"] or 0
    kriterium = Succeskriterium.objects.create(
        helhedsplan=plan, indsatsomraade=omraade, aktivitet=aktivitet, nr=sidste + 1, tekst=tekst, **felter
    )
    haendelser.skriv(kriterium, f"oprettet som nr. {kriterium.nr}", af=af, kreds=plan.slug)
    return kriterium


@transaction.atomic
def ret_kriterium(
    kriterium: Succeskriterium,
    omraade: Indsatsomraade,
    aktivitet: Aktivitet | None,
    *,
    udgave: int,
    af: Bruger,
    **felter: Any,
) -> Succeskriterium:
    """Moving it takes the right both where it stood and where it goes. Raises RettetImens, ValidationError."""
    plan = _laast_plan(kriterium.helhedsplan, kriterium.aktivitet, af)
    if not maa_rette(af, plan, aktivitet):
        raise PermissionDenied
    laasning.kraev_aaben(plan, aktivitet.delaftale if aktivitet else None)
    _kraev_samme_omraade(omraade, aktivitet)
    if omraade.helhedsplan_id != plan.pk:
        raise ValidationError({"hoerer_til": "Vælg en fra listen."})
    if _andre_med_samme_tekst(plan, aktivitet, felter["tekst"]).exclude(pk=kriterium.pk).exists():
        raise ValidationError({"tekst": TEKST_BRUGT})
    laas.gem(kriterium, udgave=udgave, af=af, indsatsomraade=omraade, aktivitet=aktivitet, **felter)
    haendelser.skriv(kriterium, "rettet", af=af, kreds=plan.slug)
    return kriterium


@transaction.atomic
def slet_kriterium(kriterium: Succeskriterium, *, af: Bruger) -> None:
    """Delete a criterion that was never approved and never measured; raises KanIkkeSlettes otherwise."""
    plan = _laast_plan(kriterium.helhedsplan, kriterium.aktivitet, af)
    if er_godkendt(kriterium):
        raise KanIkkeSlettes(f"»{kriterium}« står i en godkendt version og kan ikke slettes.")
    haendelser.skriv(kriterium, "slettet", af=af, kreds=plan.slug)
    try:
        with transaction.atomic():
            kriterium.delete()
    except ProtectedError as fejl:
        raise KanIkkeSlettes(f"»{kriterium}« har målinger og kan ikke slettes.") from fejl


def maa_rette(bruger: Bruger, plan: Helhedsplan, aktivitet: Aktivitet | None) -> bool:
    """An activity's criteria are part of its form; an area's are part of the strategic agreement."""
    return permissions.maa_rette_aktivitet(bruger, plan) if aktivitet else permissions.maa_rette_aftale(bruger, plan)


def er_godkendt(kriterium: Succeskriterium) -> bool:
    """True when some version, of either document, prints it."""
    punkt = {"succeskriterier": [{"noegle": kriterium.pk}]}
    versioner = Version.objects.filter(helhedsplan=kriterium.helhedsplan_id)
    return versioner.filter(indhold__contains={"indsatsomraader": [punkt]}).exists() or (
        versioner.filter(indhold__contains={"aktiviteter": [punkt]}).exists()
    )


def _andre_med_samme_tekst(plan: Helhedsplan, aktivitet: Aktivitet | None, tekst: str) -> Any:
    return Succeskriterium.objects.filter(helhedsplan=plan, aktivitet=aktivitet, tekst=tekst).order_by("pk")


def _kraev_samme_omraade(omraade: Indsatsomraade, aktivitet: Aktivitet | None) -> None:
    if aktivitet and aktivitet.delaftale.indsatsomraade_id != omraade.pk:
        raise ValidationError({"hoerer_til": "Vælg en fra listen."})


def _laast_plan(plan: Helhedsplan, aktivitet: Aktivitet | None, af: Bruger) -> Helhedsplan:
    """The plan's row is the lock: numbers are given one at a time."""
    plan = Helhedsplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not maa_rette(af, plan, aktivitet):
        raise PermissionDenied
    laasning.kraev_aaben(plan, aktivitet.delaftale if aktivitet else None)
    return plan

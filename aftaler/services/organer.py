"""Bodies, their seats, and who sits in them from when to when. Nobody's time in a body is ever lost."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Helhedsplan, Organ, Organmedlem, Person, Plads
from aftaler.models.organisation import Organisation
from aftaler.reports.organer import post
from aftaler.rules.organer import kan_hoere_under, overlapper
from aftaler.services.laasning import kraev_aaben
from aftaler.services.organisering import KanIkkeFjernes, gem_person
from brugere.models import Bruger
from kerne import datoer, haendelser, laas

FREMMED = "Vælg en, der hører til planen."


@transaction.atomic
def opret_organ(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Organ:
    """A new body, by the fields of `OrganForm`. Raises ValidationError."""
    _aabn(plan, af)
    organ = Organ(helhedsplan=plan, **felter)
    _kontroller(organ)
    organ.rettet_af, organ.rettet_tidspunkt = af, timezone.now()
    organ.save()
    haendelser.skriv(organ, "oprettet", af=af, kreds=plan.slug)
    return organ


@transaction.atomic
def ret_organ(organ: Organ, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    _aabn(organ.helhedsplan, af)
    for navn, vaerdi in felter.items():
        setattr(organ, navn, vaerdi)
    _kontroller(organ)
    laas.gem(organ, udgave=udgave, af=af, **felter)
    haendelser.skriv(organ, "rettet", af=af, kreds=organ.helhedsplan.slug)


@transaction.atomic
def fjern_organ(organ: Organ, *, af: Bruger) -> None:
    """Raises KanIkkeFjernes while seats, other bodies or a decision hang on the body."""
    _aabn(organ.helhedsplan, af)
    if antal := organ.pladser.i_brug().count():
        raise KanIkkeFjernes(f"{organ} har {'en plads' if antal == 1 else f'{antal} pladser'}. Fjern pladserne først.")
    if organ.pladser.exists():
        raise KanIkkeFjernes(f"Der har siddet nogen i {organ}. Det skal kunne ses bagefter, så organet bliver stående.")
    if under := organ.under.order_by("pk").first():
        raise KanIkkeFjernes(f"{under} hører under {organ}. Flyt det først.")
    haendelser.skriv(organ, "fjernet", af=af, kreds=organ.helhedsplan.slug)
    try:
        with transaction.atomic():
            organ.delete()
    except ProtectedError as fejl:
        raise KanIkkeFjernes(f"{organ} står på en beslutning eller et møde og kan ikke fjernes.") from fejl


@transaction.atomic
def opret_plads(organ: Organ, *, betegnelse: str, organisation: Organisation | None, af: Bruger) -> Plads:
    """A seat, last in the body. Raises PermissionDenied, ValidationError."""
    _aabn(organ.helhedsplan, af)
    sidste = organ.pladser.aggregate(sidste=Max("raekkefoelge"))["sidste"] or 0
    plads = Plads(organ=organ, raekkefoelge=sidste + 1)
    return _gem_plads(plads, betegnelse, organisation, "plads oprettet", af)


@transaction.atomic
def ret_plads(plads: Plads, *, betegnelse: str, organisation: Organisation | None, af: Bruger) -> Plads:
    """Raises PermissionDenied, ValidationError."""
    _aabn(plads.organ.helhedsplan, af)
    return _gem_plads(plads, betegnelse, organisation, "plads rettet", af)


@transaction.atomic
def fjern_plads(plads: Plads, *, af: Bruger) -> None:
    """A seat that nobody ever had is deleted; one that somebody had is given up and stays in the history.

    Raises KanIkkeFjernes while somebody has it, or is to have it.
    """
    _aabn(plads.organ.helhedsplan, af)
    i_dag = timezone.localdate()
    medlemmer = list(plads.medlemmer.select_related("person"))
    if aaben := next((et for et in medlemmer if et.til_dato is None or et.til_dato >= i_dag), None):
        raise KanIkkeFjernes(f"{aaben.person} har pladsen. Afslut perioden først.")
    haendelser.skriv(plads, "plads nedlagt", af=af, kreds=plads.organ.helhedsplan.slug)
    if medlemmer:
        plads.nedlagt_dato = i_dag
        plads.save(update_fields=["nedlagt_dato"])
    else:
        plads.delete()


@transaction.atomic
def indsaet_medlem(
    plads: Plads,
    *,
    person: Person | None,
    navn: str = "",
    rolle: str,
    fra_dato: date,
    til_dato: date | None,
    af: Bruger,
) -> Organmedlem:
    """Somebody takes the seat: a known person of the plan, or a new one by name, who then stands for the seat's party.

    Raises PermissionDenied, ValidationError – also when the seat is somebody else's in that time.
    """
    plan = plads.organ.helhedsplan
    _laas(plan, af)
    if plads.nedlagt_dato:
        raise ValidationError("Pladsen er nedlagt.")
    if person is None:
        person = gem_person(Person(helhedsplan=plan), navn=navn, titel="", organisation=plads.organisation, af=af)
    medlem = Organmedlem(plads=plads)
    return _gem_medlem(medlem, person, rolle, fra_dato, til_dato, "har fået pladsen", af)


@transaction.atomic
def ret_medlem(
    medlem: Organmedlem, *, person: Person, rolle: str, fra_dato: date, til_dato: date | None, af: Bruger
) -> Organmedlem:
    """Correct a term that was written wrong. Raises PermissionDenied, ValidationError."""
    _laas(medlem.plads.organ.helhedsplan, af)
    return _gem_medlem(medlem, person, rolle, fra_dato, til_dato, "periode rettet", af)


@transaction.atomic
def afslut_medlem(medlem: Organmedlem, *, til_dato: date, af: Bruger) -> Organmedlem:
    """The term's last day. The row stays: who sat when is kept. Raises PermissionDenied, ValidationError."""
    _laas(medlem.plads.organ.helhedsplan, af)
    if til_dato < medlem.fra_dato:
        raise ValidationError(
            {"til_dato": f"{medlem.person} begynder {datoer.dato(medlem.fra_dato)}. Perioden kan ikke slutte før."}
        )
    return _gem_medlem(medlem, medlem.person, medlem.rolle, medlem.fra_dato, til_dato, "periode afsluttet", af)


@transaction.atomic
def slet_medlem(medlem: Organmedlem, *, af: Bruger) -> None:
    """Take out a term that was written by mistake. The row's own history keeps it. Raises PermissionDenied."""
    plan = medlem.plads.organ.helhedsplan
    _laas(plan, af)
    haendelser.skriv(medlem, "periode slettet", af=af, kreds=plan.slug)
    medlem.delete()


def _aabn(plan: Helhedsplan, af: Bruger) -> None:
    """The agreement prints bodies and seats: they stand still while it is sent for approval. Raises ErIndsendt."""
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    kraev_aaben(plan, None)


def _laas(plan: Helhedsplan, af: Bruger) -> None:
    """Who sits there is dated on its own. One at a time in a plan, so that two can't take one seat."""
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)


def _kontroller(organ: Organ) -> None:
    alle = dict(organ.helhedsplan.organer.values_list("pk", "over_id"))
    if organ.over_id and organ.over_id not in alle:
        raise ValidationError({"over": FREMMED})
    if not kan_hoere_under(organ.pk, organ.over_id, alle):
        raise ValidationError({"over": f"{organ.over} hører selv under {organ.navn}. Vælg et andet organ."})
    organ.full_clean(exclude=["rettet_af", "rettet_tidspunkt"])


def _gem_plads(plads: Plads, betegnelse: str, organisation: Organisation | None, hvad: str, af: Bruger) -> Plads:
    plan = plads.organ.helhedsplan
    if organisation and not plan.aftaleparter.filter(organisation=organisation).exists():
        raise ValidationError({"organisation": "Vælg en af aftalens parter."})
    plads.betegnelse, plads.organisation = betegnelse, organisation
    plads.full_clean()
    plads.save()
    haendelser.skriv(plads, hvad, af=af, kreds=plan.slug)
    return plads


def _gem_medlem(
    medlem: Organmedlem, person: Person, rolle: str, fra: date, til: date | None, hvad: str, af: Bruger
) -> Organmedlem:
    plan = medlem.plads.organ.helhedsplan
    if person.helhedsplan_id != plan.pk:
        raise ValidationError({"person": FREMMED})
    andre = medlem.plads.medlemmer.exclude(pk=medlem.pk).select_related("person")
    if anden := overlapper([post(et) for et in andre], fra, til):
        periode = datoer.periode(anden.fra, anden.til)
        raise ValidationError(
            f"{anden.navn} har pladsen {periode}. Afslut den periode først, eller vælg en anden dato."
        )
    medlem.person, medlem.rolle, medlem.fra_dato, medlem.til_dato = person, rolle, fra, til
    medlem.full_clean()
    medlem.save()
    haendelser.skriv(medlem, hvad, af=af, kreds=plan.slug)
    return medlem

"""A plan is made with its strategic agreement and its first member, all at once; its first facts may be corrected."""

from dataclasses import dataclass, fields
from datetime import date
from itertools import count

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from aftaler import permissions
from aftaler.models import Afsnit, Bevillingsperiode, Helhedsplan, Medlemskab, Samarbejdsaftale, Skabelon
from aftaler.models.helhedsplan import Fase
from aftaler.models.skabelon import Indhold, Papir
from aftaler.services import laasning
from brugere.models import Bruger
from brugere.roles import Rolle
from kerne import haendelser, laas

IKKE_I_AFTALEN = ("fase",)  # facts that no document prints
HAR_TEKST = (Indhold.TEKST, Indhold.PROBLEMKOMPLEKS)  # the sections of a strategic agreement that somebody writes


class KanIkkeSkiftes(ValidationError):
    """The period or the template is in use in the plan; the message says by what."""


@dataclass(frozen=True)
class Oplysninger:
    """A plan's first facts. Without a template the plan takes the period's own."""

    navn: str
    omraade: str
    kommune: str
    bevillingsperiode: Bevillingsperiode
    start_dato: date
    slut_dato: date
    skabelon: Skabelon | None = None
    lbf_sagsnr: str = ""
    fase: str = Fase.UDARBEJDES

    def felter(self) -> dict:
        """As columns of the plan. Raises ValidationError when no template can be found."""
        skabelon = self.skabelon or self.bevillingsperiode.standardskabelon
        if skabelon is None:
            besked = f"{self.bevillingsperiode} har ingen fast skabelon. Vælg den, aftalen skal skrives på."
            raise ValidationError({"skabelon": besked})
        return {**{et.name: getattr(self, et.name) for et in fields(self)}, "skabelon": skabelon}


def valgbare_skabeloner() -> QuerySet[Skabelon]:
    """Strategic templates whose generation has a delaftale too: a plan needs both papers."""
    delaftaler = Skabelon.objects.filter(papir=Papir.DELAFTALE, generation=OuterRef("generation"))
    return Skabelon.objects.filter(Exists(delaftaler), papir=Papir.STRATEGISK).order_by("generation", "pk")


@transaction.atomic
def opret_plan(oplysninger: Oplysninger, *, af: Bruger) -> Helhedsplan:
    """A new plan with an empty agreement, and `af` as its projektleder. Asked twice for the same, it is made once.

    The same is: same name, kommune and dates, among the plans that `af` sees. Raises PermissionDenied, ValidationError.
    """
    if not permissions.maa_oprette_plan(af):
        raise PermissionDenied
    Bruger.objects.select_for_update(no_key=True).get(pk=af.pk)  # two clicks stand in line
    felter = oplysninger.felter()
    ens = {navn: felter[navn] for navn in ("navn", "kommune", "start_dato", "slut_dato")}
    if findes := Helhedsplan.objects.synlige_for(af).filter(**ens).first():
        return findes
    plan = _med_ledig_slug(felter)
    _tomme_afsnit(Samarbejdsaftale.objects.create(helhedsplan=plan), plan.skabelon)
    Medlemskab.objects.create(bruger=af, helhedsplan=plan, rolle=Rolle.PROJEKTLEDER, fra_dato=timezone.localdate())
    haendelser.skriv(plan, "oprettet", af=af, kreds=plan.slug)
    return plan


@transaction.atomic
def ret_plan(plan: Helhedsplan, oplysninger: Oplysninger, *, udgave: int, af: Bruger) -> Helhedsplan:
    """Correct the facts. Raises PermissionDenied, laas.RettetImens, KanIkkeSkiftes, ValidationError."""
    plan = Helhedsplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    felter = oplysninger.felter()
    if any(getattr(plan, navn) != vaerdi for navn, vaerdi in felter.items() if navn not in IKKE_I_AFTALEN):
        laasning.kraev_alle_aabne(plan)
    ny_periode = felter["bevillingsperiode"] != plan.bevillingsperiode
    ny_skabelon = felter["skabelon"] != plan.skabelon
    laas.gem(plan, udgave=udgave, af=af, **felter)
    if (ny_periode or ny_skabelon) and (besked := _i_brug(plan)):
        raise KanIkkeSkiftes({"skabelon" if ny_skabelon else "bevillingsperiode": besked})
    if ny_skabelon:
        plan.samarbejdsaftale.afsnit.all().delete()
        _tomme_afsnit(plan.samarbejdsaftale, plan.skabelon)
    haendelser.skriv(plan, "oplysninger rettet", af=af, kreds=plan.slug)
    return plan


def _i_brug(plan: Helhedsplan) -> str:
    """Why the period and the template stand fast; empty while nothing is written."""
    if plan.indsatsomraader.exists():
        return "Planen har indsatsområder, som hører til perioden og skabelonen. De kan ikke skiftes ud længere."
    if plan.samarbejdsaftale.afsnit.exclude(tekst="").exists():
        return (
            "Der er skrevet tekst i aftalens afsnit. Tøm afsnittene først, hvis perioden eller skabelonen er forkert."
        )
    return ""


def _tomme_afsnit(aftale: Samarbejdsaftale, skabelon: Skabelon) -> None:
    """One empty section for each heading under which somebody writes."""
    Afsnit.objects.bulk_create(
        Afsnit(samarbejdsaftale=aftale, skabelonafsnit=et) for et in skabelon.afsnit.filter(indhold__in=HAR_TEKST)
    )


def _med_ledig_slug(felter: dict) -> Helhedsplan:
    """The name as a piece of an address, numbered when it is taken: "Nørreby Øst" -> "noerreby-oest"."""
    ascii_ = felter["navn"].lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}))
    stamme = slugify(ascii_)[:50].strip("-") or "plan"
    forsoeg = (
        Helhedsplan.objects.get_or_create(slug=stamme if nr == 1 else f"{stamme}-{nr}", defaults=felter)
        for nr in count(1)
    )
    return next(plan for plan, ny in forsoeg if ny)

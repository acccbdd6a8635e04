"""Making, moving, deleting and cancelling a meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan, Organ
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import uden_cpr
from moeder.models import Moede, Moedeserie
from moeder.rules import moeder as regler
from moeder.services import indkaldelser
from moeder.services.dagsorden import alle_til_idelisten
from moeder.services.godkendelsespunkt import saet_ventende_referater
from moeder.services.laasning import KanIkkeAendres, laas_planen
from moeder.services.standardpunkter import EGNE_DAGSORDENER, saet_faste_punkter
from moeder.statuses import Moedetilstand

I_KALENDEREN = ("begynder", "slutter", "sted", "videolink", "besked")


@dataclass(frozen=True)
class Moedefakta:
    """When and where, and what those who are invited are told."""

    art: str
    begynder: datetime
    slutter: datetime
    sted: str = ""
    videolink: str = ""
    besked: str = ""


@transaction.atomic
def opret_moede(
    plan: Helhedsplan, organ: Organ, fakta: Moedefakta, *, serie: Moedeserie | None = None, af: Bruger
) -> Moede:
    """A draft with the body's fixed items on its agenda, or those of its kind; nobody is told.

    Raises PermissionDenied, ValidationError.
    """
    laas_planen(plan, af)
    if organ.helhedsplan_id != plan.pk:
        raise ValidationError({"organ": "Vælg et organ, der hører til planen."})
    moede = Moede(helhedsplan=plan, organ=organ, serie=serie, **vars(fakta))
    _proev(moede)
    dag = moede.dag
    stamme = regler.moedekode(organ.navn, dag, ())
    optagne = plan.moeder.filter(kode__startswith=stamme).values_list("kode", flat=True)
    moede.kode = regler.moedekode(organ.navn, dag, set(optagne))
    moede.rettet_af, moede.rettet_tidspunkt = af, timezone.now()
    moede.full_clean(exclude=["rettet_af", "rettet_tidspunkt"])
    moede.save()
    if egen := EGNE_DAGSORDENER.get(moede.art):
        egen.saet(moede, af=af)
    else:
        saet_faste_punkter(moede)
        saet_ventende_referater(moede, af=af)
    haendelser.skriv(moede, "oprettet", af=af, kreds=plan.slug)
    return moede


@transaction.atomic
def ret_moede(moede: Moede, fakta: Moedefakta, *, udgave: int, af: Bruger) -> bool:
    """Move it or tell it better; those who were invited get the change at once. True when a mail was queued.

    Raises PermissionDenied, KanIkkeAendres, ValidationError, laas.RettetImens.
    """
    laas_planen(moede.helhedsplan, af)
    nu = Moede.objects.select_for_update(of=("self",)).get(pk=moede.pk)
    if nu.er_lukket:
        raise KanIkkeAendres(f"Mødet er {nu.get_tilstand_display().lower()} og kan ikke rettes.")
    nyt = vars(fakta)
    skal_sendes = nu.tilstand == Moedetilstand.INDKALDT and any(getattr(nu, et) != nyt[et] for et in I_KALENDEREN)
    udkast = Moede(pk=nu.pk, helhedsplan=nu.helhedsplan, organ=nu.organ, kode=nu.kode, **nyt)
    _proev(udkast, som_foer=(nu.begynder, nu.slutter))
    felter: dict[str, Any] = {**nyt, "eksempel": False}
    if skal_sendes:
        felter["ics_nr"] = nu.ics_nr + 1
    laas.gem(moede, udgave=udgave, af=af, **felter)
    if fakta.art != nu.art and (egen := EGNE_DAGSORDENER.get(fakta.art)):
        egen.saet(moede, af=af)
    haendelser.skriv(moede, "rettet", af=af, kreds=moede.helhedsplan.slug)
    if skal_sendes:
        indkaldelser.send_aendring(moede)
    return skal_sendes


@transaction.atomic
def slet_kladde(moede: Moede, *, af: Bruger) -> None:
    """Take a draft away; cases that somebody wrote go back to the backlog. Raises PermissionDenied, KanIkkeAendres."""
    plan = moede.helhedsplan
    laas_planen(plan, af)
    moede = Moede.objects.select_for_update(of=("self",)).get(pk=moede.pk)
    if moede.tilstand != Moedetilstand.KLADDE:
        raise KanIkkeAendres("Kun en kladde kan slettes. Aflys mødet i stedet, så de indkaldte får besked.")
    alle_til_idelisten(moede)
    haendelser.skriv(moede, "kladden er slettet", af=af, kreds=plan.slug)
    moede.delete()


@transaction.atomic
def aflys_moede(moede: Moede, *, grund: str, af: Bruger) -> None:
    """Call it off and tell those who were invited why. Raises PermissionDenied, KanIkkeAendres, ValidationError."""
    laas_planen(moede.helhedsplan, af)
    nu = Moede.objects.select_for_update(of=("self",)).get(pk=moede.pk)
    if nu.tilstand == Moedetilstand.KLADDE:
        raise KanIkkeAendres("Ingen er indkaldt endnu. Slet kladden i stedet.")
    if not regler.kan_skifte(nu.tilstand, Moedetilstand.AFLYST):
        raise KanIkkeAendres(f"Mødet er {nu.get_tilstand_display().lower()} og kan ikke aflyses.")
    if not grund.strip():
        raise ValidationError({"grund": "Skriv, hvorfor mødet er aflyst."})
    uden_cpr(grund)
    laas.gem(
        moede, udgave=nu.udgave, af=af, tilstand=Moedetilstand.AFLYST, aflyst_grund=grund.strip(), ics_nr=nu.ics_nr + 1
    )
    haendelser.skriv(moede, f"aflyst: {grund.strip()}", af=af, kreds=moede.helhedsplan.slug)
    indkaldelser.send_aflysning(moede)


def _proev(moede: Moede, *, som_foer: tuple[datetime, datetime] | None = None) -> None:
    """Everything that must hold about time and place; a meeting whose time stands still isn't too late."""
    for tekst in (moede.sted, moede.besked):
        uden_cpr(tekst)
    fejl: dict[str, str] = {}
    if (moede.begynder, moede.slutter) != som_foer:
        andre = Moede.objects.filter(organ=moede.organ).exclude(pk=moede.pk).exclude(tilstand=Moedetilstand.AFLYST)
        samtidige = andre.filter(begynder__lt=moede.slutter, slutter__gt=moede.begynder).order_by("begynder", "pk")
        fejl = regler.fejl_i_tiden(
            _tid(moede), nu=timezone.localtime(), organ=str(moede.organ), andre=[_tid(et) for et in samtidige]
        )
    if stedfejl := regler.fejl_i_stedet(moede.sted, moede.videolink):
        fejl["sted"] = stedfejl
    if fejl:
        raise ValidationError(fejl)


def _tid(moede: Moede) -> regler.Tid:
    return regler.Tid(timezone.localtime(moede.begynder), timezone.localtime(moede.slutter))

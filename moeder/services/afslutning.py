"""Closing a meeting: figures freeze, decisions stand, the referat begins, and what was decided takes effect."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models.frist import Fristart
from aftaler.services import frister
from brugere.models import Bruger
from kerne import haendelser, laas
from moeder.models import Behandling, Beslutning, Henvisning, Moede, Referat
from moeder.reports.figurer import MED_EMNET, UDEN, frys
from moeder.rules import beslutninger as regler
from moeder.rules.beslutninger import Punktet
from moeder.services import igang
from moeder.services.beslutninger import punkter_der_afgoer, referat_paa, registrer_paa_aendringen
from moeder.services.laasning import KanIkkeAendres, laas_planen
from moeder.services.referat import afgoer_paa_moede, opret_referat
from moeder.statuses import Beslutningsudfald, Moedeart, Moedetilstand


class KanIkkeAfsluttes(ValidationError):
    """Something is missing; the messages name the items."""


@dataclass(frozen=True)
class Afsluttet:
    """What the closing did: the referat, and a sentence for each decision whose effect still waits for somebody."""

    referat: Referat
    venter: tuple[str, ...]


@transaction.atomic
def afslut_moede(moede: Moede, *, af: Bruger) -> Afsluttet:
    """Raises PermissionDenied, KanIkkeAendres, KanIkkeAfsluttes."""
    laas_planen(moede.helhedsplan, af)
    nu = igang.kraev_i_gang(moede, af)
    punkter = list(nu.behandlinger.i_raekkefoelge().select_related("sag"))
    if fejl := mangler(nu):
        raise KanIkkeAfsluttes(fejl)
    tidspunkt = timezone.now()
    _frys_tallene(nu)
    nyt = {"tilstand": Moedetilstand.AFSLUTTET, "afsluttet_af": af, "afsluttet_tidspunkt": tidspunkt}
    laas.gem(moede, udgave=nu.udgave, af=af, **nyt)
    Beslutning.objects.filter(behandling__moede=nu).update(laast_tidspunkt=tidspunkt)
    nu.behandlinger.update(laast_tidspunkt=tidspunkt)
    haendelser.skriv(moede, "mødet er afsluttet", af=af, kreds=moede.helhedsplan.slug)
    venter = [saetning for punkt in punkter for saetning in _virkninger(punkt, moede, af)]
    venter += _eftersynet_er_holdt(moede, af)
    return Afsluttet(opret_referat(moede, af), tuple(venter))


def mangler(moede: Moede) -> list[str]:
    """What is missing before the meeting can close, a sentence for each item. The same four queries for any agenda."""
    punkter = list(moede.behandlinger.i_raekkefoelge().prefetch_related("beslutninger"))
    afgoer = punkter_der_afgoer(moede)
    return regler.mangler_foer_afslutning([_punktet(et, nr, et.pk in afgoer) for nr, et in enumerate(punkter, 1)])


def _punktet(punkt: Behandling, nr: int, afgoer: bool) -> Punktet:
    beslutninger = list(punkt.beslutninger.all())
    har_udfald = any(et.udfald for et in beslutninger)
    return Punktet(nr, punkt.art, len(beslutninger), afgoer=afgoer and punkt.er_beslutning, har_udfald=har_udfald)


def _frys_tallene(moede: Moede) -> None:
    henvisninger = list(
        Henvisning.objects.filter(behandling__moede=moede, frosset__isnull=True).select_related(*MED_EMNET).defer(*UDEN)
    )
    frosne = frys(moede.helhedsplan, henvisninger, dato=timezone.localdate())
    for et in henvisninger:
        Henvisning.objects.filter(pk=et.pk).update(frosset=frosne[et.pk])


def _virkninger(punkt: Behandling, moede: Moede, af: Bruger) -> list[str]:
    """Let what was decided take effect; the sentence says what waits, and for whom."""
    venter = []
    for beslutning in punkt.beslutninger.exclude(udfald="").select_related("behandling__moede__organ", "helhedsplan"):
        try:
            with transaction.atomic():
                _virkning(beslutning, moede, af)
        except PermissionDenied:
            venter.append(f"{beslutning} venter på, at formanden fører den på ændringen.")
        except (ValidationError, KanIkkeAendres) as fejl:
            venter.append(f"{beslutning} har ikke virket endnu. {' '.join(fejl.messages)}")
    return venter


def _eftersynet_er_holdt(moede: Moede, af: Bruger) -> list[str]:
    """The plan's deadline for the eftersyn is met the day it was held; a sentence when that could not be written."""
    aabne = moede.helhedsplan.frister.filter(art=Fristart.EFTERSYN, udfoert_dato=None).order_by("dato", "pk")
    frist = aabne.first() if moede.art == Moedeart.EFTERSYN else None
    if frist is None:
        return []
    try:
        with transaction.atomic():
            frister.saet_gjort(frist, udfoert_dato=moede.dag, af=af)
    except ValidationError as fejl:
        return [f"Fristen »{frist}« er ikke sat til gjort. {' '.join(fejl.messages)}"]
    return []


def _virkning(beslutning: Beslutning, moede: Moede, af: Bruger) -> None:
    if beslutning.aendring_id:
        registrer_paa_aendringen(beslutning, af=af)
    elif referat := referat_paa(beslutning.behandling):
        afgoer_paa_moede(referat, moede, godkendt=beslutning.udfald == Beslutningsudfald.GODKENDT, af=af)

"""Agendas from deviations: what the figures propose is kept, and the secretary takes it, changes it or drops it."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from kerne import haendelser
from kerne.cpr import uden_cpr
from moeder.models import Behandling, Forslag, Moede
from moeder.permissions import maa_lede_moeder
from moeder.services import dagsorden, punktdele
from moeder.services.dagsorden import NytPunkt
from moeder.statuses import Forslagstilstand, Moedetilstand, Pengeemne
from overblik.reports.afvigelser import planens_afvigelser
from overblik.rules.afvigelser import REGLER
from overblik.rules.afvigelsestyper import Afvigelse

MODELLER: dict[str, type[models.Model]] = {felt: model for model, (felt, _) in punktdele.PLANENS.items()}
ER_AFGJORT = "Forslaget er allerede taget med eller udeladt."


@transaction.atomic
def foreslaa_punkter(plan: Helhedsplan, *, dato: date, af: Bruger) -> None:
    """Keep what the figures propose on the day. The same figures twice change nothing; nobody acts, so no log line.

    New figures are a new proposal, and the one that holds no more goes. A dropped one comes back when its day has
    come, a taken one when its item was deleted or its meeting cancelled. Raises PermissionDenied.
    """
    if not maa_lede_moeder(af, plan):
        raise PermissionDenied
    fundne = {(et.regel, et.noegle): et for et in planens_afvigelser(plan, dato=dato)}
    raekker = Forslag.objects.filter(helhedsplan=plan, regel__in=list(REGLER)).select_related("behandling__moede")
    kendte = {(et.regel, et.noegle): et for et in raekker}
    nye = [Forslag(helhedsplan=plan, regel=et.regel, noegle=et.noegle, **_ord(et))
           for noegle, et in fundne.items() if noegle not in kendte]  # fmt: skip
    Forslag.objects.bulk_create(nye, ignore_conflicts=True)
    for noegle, forslag in kendte.items():
        if noegle in fundne:
            _opfrisk(forslag, _ord(fundne[noegle]), dato)
    vaek = [et.pk for noegle, et in kendte.items() if noegle not in fundne and et.tilstand == Forslagstilstand.NYT]
    if vaek:
        Forslag.objects.filter(pk__in=vaek, tilstand=Forslagstilstand.NYT).delete()


@transaction.atomic
def tag_med(forslag: Forslag, moede: Moede, *, af: Bruger, felter: dict[str, Any] | None = None) -> Behandling:
    """The proposal as an item of the agenda, with what it is about; `felter` is the draft as the secretary changed it.

    Raises PermissionDenied, moeder's KanIkkeAendres, ValidationError.
    """
    forslag = _aabent(forslag, moede.helhedsplan, af)
    punkt = dagsorden.opret_punkt(moede.helhedsplan, moede, NytPunkt(felter or udkastets_felter(forslag)), af=af)
    for emne, noegle in forslag.udkast["emner"]:
        if ting := planens_emne(moede.helhedsplan, emne, noegle):
            punktdele.tilfoej_henvisning(punkt, ting, af=af)
    _afgoer(forslag, Forslagstilstand.TAGET_MED, af, behandling=punkt)
    return punkt


@transaction.atomic
def udelad(forslag: Forslag, *, grund: str, vis_igen_dato: date | None, af: Bruger) -> None:
    """Not on the agenda, with a reason; back on a day, or when the figures have changed.

    Raises PermissionDenied, ValidationError.
    """
    plan = forslag.helhedsplan
    forslag = _aabent(forslag, plan, af)
    try:
        uden_cpr(grund)
    except ValidationError as fejl:
        raise ValidationError({"grund": fejl.messages}) from fejl
    if not grund.strip():
        raise ValidationError({"grund": "Skriv, hvorfor punktet udelades."})
    if vis_igen_dato and vis_igen_dato <= timezone.localdate():
        raise ValidationError({"vis_igen_dato": "Vælg en dag, der kommer, eller lad feltet stå tomt."})
    _afgoer(forslag, Forslagstilstand.UDELADT, af, udeladt_grund=grund.strip(), vis_igen_dato=vis_igen_dato)
    haendelser.skriv(forslag, "udeladt", af=af, kreds=plan.slug)


def udkastets_felter(forslag: Forslag) -> dict[str, Any]:
    """The draft by the names of the item's own columns."""
    udkast = forslag.udkast
    return {
        "titel": forslag.titel,
        "lukket": False,
        **{navn: udkast[navn] for navn in ("art", "minutter", "sagsfremstilling", "indstilling")},
    }


def _ord(afvigelse: Afvigelse) -> dict[str, Any]:
    udkast = asdict(afvigelse.udkast)
    udkast["art"], udkast["emner"] = str(udkast["art"]), [list(et) for et in udkast["emner"]]
    return {"titel": afvigelse.titel, "grund": afvigelse.grund, "udkast": udkast}


def _opfrisk(forslag: Forslag, ord_: dict[str, Any], dato: date) -> None:
    """Today's words on an open proposal; one that was decided comes back when it should."""
    naar = forslag.vis_igen_dato
    igen = (forslag.tilstand == Forslagstilstand.UDELADT and naar is not None and naar <= dato) or (
        forslag.tilstand == Forslagstilstand.TAGET_MED and _er_faldet_bort(forslag.behandling)
    )
    if igen:
        ord_ |= {"tilstand": Forslagstilstand.NYT, "udeladt_grund": "", "vis_igen_dato": None,
                 "afgjort_af": None, "afgjort_tidspunkt": None}  # fmt: skip
    elif forslag.tilstand != Forslagstilstand.NYT:
        return
    if any(getattr(forslag, navn) != vaerdi for navn, vaerdi in ord_.items()):
        Forslag.objects.filter(pk=forslag.pk, tilstand=forslag.tilstand).update(**ord_)


def _er_faldet_bort(punkt: Behandling | None) -> bool:
    """The item was deleted, or its meeting was cancelled: nobody treats it."""
    return punkt is None or (punkt.moede is not None and punkt.moede.tilstand == Moedetilstand.AFLYST)


def _aabent(forslag: Forslag, plan: Helhedsplan, af: Bruger) -> Forslag:
    """The proposal under lock, while nobody has decided on it."""
    if not maa_lede_moeder(af, plan):
        raise PermissionDenied
    laast: Forslag = Forslag.objects.select_for_update(of=("self",)).filter(pk=forslag.pk, helhedsplan=plan).first()
    if laast is None or laast.tilstand != Forslagstilstand.NYT:
        raise ValidationError(ER_AFGJORT)
    return laast


def _afgoer(forslag: Forslag, tilstand: Forslagstilstand, af: Bruger, **felter: Any) -> None:
    felter |= {"tilstand": tilstand, "afgjort_af": af, "afgjort_tidspunkt": timezone.now()}
    for navn, vaerdi in felter.items():
        setattr(forslag, navn, vaerdi)
    forslag.save(update_fields=list(felter))


def planens_emne(plan: Helhedsplan, emne: str, noegle: int) -> Any:
    """What the item is about, if it is still there: a thing of the plan, or something about its money."""
    if emne == "penge":
        return Pengeemne(noegle)
    model = MODELLER[emne]
    vej = punktdele.PLANENS[model][1]
    return model._default_manager.filter(Q(**{vej: plan}), pk=noegle).first()

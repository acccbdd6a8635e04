"""What can be done with register values by hand: register one, correct it, delete it; and the plan's values as csv."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from aftaler.laesning import Enhed
from aftaler.models import Helhedsplan
from brugere.models import Bruger
from kerne import datoer, haendelser
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from maalinger import permissions
from maalinger.models import Indikator, Indikatorvaerdi
from maalinger.reports.dataopslag import stedkode, stednavne
from maalinger.reports.registertal import Stednoegle, egne_skjulte, sted_af, stederne
from maalinger.rules import dataceller, diskretion, indtastning
from maalinger.statuses import Niveau

EKSPORTENS_OVERSKRIFTER = ("Indikator", "Hvis tal", "Sted", "År", "Tal", "Antal", "Ud af", "Kilde", "Opgjort den")


class KanIkkeRegistreres(ValidationError):
    """The figure can't be true, or it stands there already; the messages are sentences in Danish."""


class RettetImens(Exception):
    """Somebody changed the value after this form was opened."""


@dataclass(frozen=True)
class Indtastet:
    """What somebody says a register says. `skjult`: the source left the figure out."""

    indikator: Indikator
    sted: Stednoegle
    fra_aar: int
    til_aar: int
    kilde: str
    vaerdi: Decimal | None = None
    taeller: Decimal | None = None
    naevner: Decimal | None = None
    skjult: bool = False
    opgjort_dato: date | None = None

    @property
    def felter(self) -> dict[str, Any]:
        niveau, noegle = self.sted
        tallene = ("fra_aar", "til_aar", "kilde", "vaerdi", "taeller", "naevner", "skjult", "opgjort_dato")
        return {navn: getattr(self, navn) for navn in tallene} | {
            "indikator": self.indikator,
            "niveau": niveau,
            "omraade_id": noegle if niveau == Niveau.OMRAADE else None,
            "afdeling_id": noegle if niveau == Niveau.AFDELING else None,
        }


@transaction.atomic
def registrer_vaerdi(plan: Helhedsplan, indtastet: Indtastet, *, af: Bruger) -> Indikatorvaerdi:
    """Write down one value. Raises PermissionDenied, KanIkkeRegistreres."""
    if not permissions.maa_rette_registerdata(af, plan):
        raise PermissionDenied
    vaerdi = Indikatorvaerdi(helhedsplan=plan, registreret_af=af, **indtastet.felter)
    _gem(vaerdi, plan)
    haendelser.skriv(vaerdi, "skrev et registertal ind", af=af, kreds=plan.slug)
    return vaerdi


@transaction.atomic
def ret_vaerdi(vaerdi: Indikatorvaerdi, indtastet: Indtastet, *, udgave: int, af: Bruger) -> None:
    """Correct a value; what it was stays in the row's history.

    Raises PermissionDenied, KanIkkeRegistreres, RettetImens.
    """
    vaerdi = _laast(vaerdi, af)
    if udgaven(vaerdi) != udgave:
        raise RettetImens
    for felt, nyt in indtastet.felter.items():
        setattr(vaerdi, felt, nyt)
    vaerdi.registreret_af, vaerdi.eksempel, vaerdi.indlaesning = af, False, None
    _gem(vaerdi, vaerdi.helhedsplan)
    haendelser.skriv(vaerdi, "rettede et registertal", af=af, kreds=vaerdi.helhedsplan.slug)


@transaction.atomic
def slet_vaerdi(vaerdi: Indikatorvaerdi, *, af: Bruger) -> None:
    """Take a value that never should have been there away. Raises PermissionDenied."""
    vaerdi = _laast(vaerdi, af)
    haendelser.skriv(vaerdi, "slettede et registertal", af=af, kreds=vaerdi.helhedsplan.slug)
    vaerdi.delete()


def udgaven(vaerdi: Indikatorvaerdi) -> int:
    """How many times the row has been written: the edition that a form was opened on."""
    return vaerdi.events.count()


def eksport(plan: Helhedsplan, *, dato: date) -> str:
    """Everything the plan has, in the long form that can be read in again; then it changes nothing.

    Semicolons and a byte order mark, for Excel in Denmark. What may not be shown stands as "Skjult".
    """
    vaerdier = list(Indikatorvaerdi.objects.filter(helhedsplan=plan).select_related("indikator"))
    skjulte, navne = egne_skjulte(plan, vaerdier, dato=dato), stednavne(plan)
    ud = io.StringIO()
    skriver = csv.writer(ud, delimiter=";", lineterminator="\r\n")
    skriver.writerow(EKSPORTENS_OVERSKRIFTER)
    for et in vaerdier:
        if (kode := stedkode(sted_af(et))) not in navne:  # a place that has left the plan
            continue
        skjult = et.skjult or et.pk in skjulte
        skriver.writerow([
            dataceller.med_vaern(et.indikator.navn),
            Niveau(et.niveau).label,
            dataceller.med_vaern(navne[kode]),
            datoer.aarsvindue(et.fra_aar, et.til_aar),
            diskretion.SKJULT if skjult else _tal(et.vaerdi),
            "" if skjult else _tal(et.taeller),
            "" if skjult else _tal(et.naevner),
            dataceller.med_vaern(" ".join(et.kilde.split())),
            f"{et.opgjort_dato:%d-%m-%Y}" if et.opgjort_dato else "",
        ])  # fmt: skip
    return f"\ufeff{ud.getvalue()}"


def _laast(vaerdi: Indikatorvaerdi, af: Bruger) -> Indikatorvaerdi:
    synlige = Indikatorvaerdi.objects.select_for_update(of=("self",)).select_related("helhedsplan", "indikator")
    laast = synlige.get(pk=vaerdi.pk)
    if not permissions.maa_rette_registerdata(af, laast.helhedsplan):
        raise PermissionDenied
    return laast


def _gem(vaerdi: Indikatorvaerdi, plan: Helhedsplan) -> None:
    fejl = _fejl(vaerdi, plan)
    if fejl:
        raise KanIkkeRegistreres(fejl)
    try:
        vaerdi.validate_constraints()
        with transaction.atomic():
            vaerdi.save()
    except ValidationError as ugyldig:
        raise KanIkkeRegistreres(ugyldig.messages) from ugyldig
    except IntegrityError as ugyldig:  # somebody wrote the same place and years down in between
        raise KanIkkeRegistreres("Der er allerede et tal for det sted og den periode.") from ugyldig


def _fejl(vaerdi: Indikatorvaerdi, plan: Helhedsplan) -> list[str]:
    enhed = Enhed(vaerdi.indikator.enhed)
    fejl = [CPR_BESKED] if ligner_cpr(vaerdi.kilde) else []
    if sted_af(vaerdi) not in stederne(plan):
        fejl.append("Vælg et af planens steder.")
    try:
        dataceller.laes_aar(f"{vaerdi.fra_aar}-{vaerdi.til_aar}", timezone.localdate().year)
    except ValueError as grund:
        fejl.append(str(grund))
    if vaerdi.vaerdi is not None:
        fejl += indtastning.fejl_i_tallet(vaerdi.vaerdi, enhed)
    if vaerdi.taeller is not None and enhed not in indtastning.HELE:
        fejl.append("Antal og ud af bruges kun til andele. Skriv tallet i stedet.")
    return fejl + indtastning.fejl_i_broeken(vaerdi.taeller, vaerdi.naevner, vaerdi.vaerdi, enhed)


def _tal(tallet: Decimal | None) -> str:
    """Digits and a comma only, so that it is a number to whoever opens the file."""
    return "" if tallet is None else f"{tallet.normalize():f}".replace(".", ",")

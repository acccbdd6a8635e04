"""The accounts of a year, the revisor's remarks, and what a year left over."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from aftaler.models import Helhedsplan
from aftaler.rules.penge import regnskabsaar
from aftaler.services.budget import aar_uden_for, kontroller, opret, ret, slet
from brugere.models import Bruger
from kerne import datoer, haendelser, laas
from oekonomi.models import Regnskabsaar, Restmidler, Revisorbemaerkning
from oekonomi.reports.regnskab import PAATEGNING_AENDRET
from oekonomi.rules.regnskab import mangler_grund_til_paategning, regnskabsfrist
from oekonomi.services.raekker import kraev_sket, laas_plan


def nyt_regnskab(plan: Helhedsplan, aar: int) -> Regnskabsaar:
    """The year's accounts before anything is written down about them; not saved."""
    frist = regnskabsfrist(aar)
    return Regnskabsaar(helhedsplan=plan, aar=aar, frist_dato=frist, oprindelig_frist=frist)


@transaction.atomic
def gem_regnskab(
    plan: Helhedsplan, aar: int, *, udgave: int, af: Bruger, aendret_grund: str = "", **felter: Any
) -> Regnskabsaar:
    """How far the year's accounts are: frist_dato, flyttet_grund, underskrevet_, paategnet_, sendt_dato, revisor.

    `aendret_grund` is why the revisor's statement is taken away or moved; it stays in the audit line, which the year's
    page shows. The first save makes the row. Raises PermissionDenied, laas.RettetImens, ValidationError.
    """
    laas_plan(plan, af)
    aarene = regnskabsaar(plan.start_dato, plan.slut_dato)
    if aar not in aarene:
        raise ValidationError(aar_uden_for(aarene))
    kraev_sket(**{navn: felter.get(navn) for navn in ("underskrevet_dato", "paategnet_dato", "sendt_dato")})
    findes = plan.regnskaber.filter(aar=aar).first()
    if findes and findes.udgave != udgave:
        raise laas.RettetImens(findes)
    regnskab = findes or nyt_regnskab(plan, aar)
    _kraev_grund(regnskab, felter["frist_dato"], felter.get("flyttet_grund", ""))
    if findes:
        hvad = _hvad_skete(regnskab, felter.get("paategnet_dato"), aendret_grund)
        ret(regnskab, udgave=udgave, af=af, hvad=hvad, **felter)
        return regnskab
    for navn, vaerdi in felter.items():
        setattr(regnskab, navn, vaerdi)
    kontroller(regnskab)
    regnskab.save()
    haendelser.skriv(regnskab, "oprettet", af=af, kreds=plan.slug)
    return regnskab


@transaction.atomic
def opret_bemaerkning(regnskab: Regnskabsaar, *, af: Bruger, **felter: Any) -> Revisorbemaerkning:
    """What the revisor remarked: tekst, opfoelgning, frist_dato, lukket_dato. Sent twice it is made once."""
    laas_plan(regnskab.helhedsplan, af)
    kraev_sket(lukket_dato=felter.get("lukket_dato"))
    return opret(Revisorbemaerkning(regnskabsaar=regnskab, **felter), af=af)


@transaction.atomic
def ret_bemaerkning(bemaerkning: Revisorbemaerkning, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    laas_plan(bemaerkning.helhedsplan, af)
    kraev_sket(lukket_dato=felter.get("lukket_dato"))
    ret(bemaerkning, udgave=udgave, af=af, **felter)


@transaction.atomic
def slet_bemaerkning(bemaerkning: Revisorbemaerkning, *, af: Bruger) -> None:
    """Raises PermissionDenied."""
    laas_plan(bemaerkning.helhedsplan, af)
    slet(bemaerkning, af=af, i_brug="Bemærkningen er i brug og kan ikke slettes.")


@transaction.atomic
def opret_restmidler(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Restmidler:
    """What a year left over: aar, beloeb, anvendelse, frist_dato, brev_dato, brugt_dato. Sent twice it is made once."""
    laas_plan(plan, af)
    kraev_sket(brev_dato=felter.get("brev_dato"), brugt_dato=felter.get("brugt_dato"))
    return opret(Restmidler(helhedsplan=plan, **felter), af=af)


@transaction.atomic
def ret_restmidler(rest: Restmidler, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, laas.RettetImens, ValidationError."""
    laas_plan(rest.helhedsplan, af)
    kraev_sket(brev_dato=felter.get("brev_dato"), brugt_dato=felter.get("brugt_dato"))
    ret(rest, udgave=udgave, af=af, **felter)


@transaction.atomic
def slet_restmidler(rest: Restmidler, *, af: Bruger) -> None:
    """Raises PermissionDenied."""
    laas_plan(rest.helhedsplan, af)
    slet(rest, af=af, i_brug=f"{rest} er i brug og kan ikke slettes.")


def _kraev_grund(regnskab: Regnskabsaar, frist: date, grund: str) -> None:
    if frist != regnskab.oprindelig_frist and not grund.strip():
        raise ValidationError({"flyttet_grund": "Skriv, hvorfor fristen er flyttet."})


def _hvad_skete(regnskab: Regnskabsaar, paategnet: date | None, grund: str) -> str:
    """The audit line: a statement that is taken away opens the year, and that stands on the year's page."""
    foer = regnskab.paategnet_dato
    if mangler := mangler_grund_til_paategning(foer, paategnet, grund):
        raise ValidationError({"aendret_grund": mangler})
    if foer is None or foer == paategnet:
        return "rettet"
    til = datoer.dato(paategnet) if paategnet else "ingen dato"
    return f"{PAATEGNING_AENDRET} fra {datoer.dato(foer)} til {til}. Grund: {grund.strip()}"

"""Spending: a posting by hand, and the lines of a ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from aftaler.models import Delaftale, Finansieringskilde, Helhedsplan, Omkostningstype
from aftaler.rules.penge import regnskabsaar
from aftaler.services.budget import aar_uden_for, opret, ret, slet
from brugere.models import Bruger
from kerne import haendelser
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from oekonomi.models import Forbrug, Forbrugsindlaesning
from oekonomi.rules.indlaesning import linjenoegler
from oekonomi.rules.indtastning import fejl_i_beloebet, fejl_i_bogfoert
from oekonomi.rules.regnskab import hvorfor_lukket
from oekonomi.services.raekker import kraev_aabent, kraev_aabent_til_sletning, laas_plan, lukkede_aar

AD_GANGEN = 1000  # lines in one statement


class KanIkkeIndlaeses(ValidationError):
    """A ledger that can't be taken: nothing is written. `pr_linje` says what is wrong with each of its lines."""

    def __init__(self, pr_linje: dict[int, str]) -> None:
        self.pr_linje = pr_linje
        super().__init__([f"Linje {linje}: {fejl}" for linje, fejl in pr_linje.items()])


@dataclass(frozen=True)
class Forbrugsraekke:
    """A ledger's line, mapped: `linje` is its number in the file. An amount under zero is a credit note."""

    linje: int
    beloeb: Decimal
    aar: int
    bogfoert_dato: date
    tekst: str
    placering: str
    bilagsnr: str = ""
    delaftale: Delaftale | None = None
    omkostningstype: Omkostningstype | None = None
    kilde: Finansieringskilde | None = None


@dataclass(frozen=True)
class Indlaest:
    """How many lines were new, and how many stood there already."""

    nye: int
    kendte: int


@transaction.atomic
def opret_forbrug(plan: Helhedsplan, *, af: Bruger, **felter: Any) -> Forbrug:
    """A posting by hand: placering, delaftale, aar, omkostningstype, kilde, bogfoert_dato, tekst, bilagsnr, beloeb.

    Sent twice it is made once. Raises PermissionDenied, ValidationError.
    """
    laas_plan(plan, af)
    _proev(plan, felter)
    return opret(Forbrug(helhedsplan=plan, **felter), af=af)


@transaction.atomic
def ret_forbrug(forbrug: Forbrug, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """What a person corrects is no invented example. Raises PermissionDenied, laas.RettetImens, ValidationError."""
    plan = forbrug.helhedsplan
    laas_plan(plan, af)
    kraev_aabent(plan, "aar", Forbrug.objects.values_list("aar", flat=True).get(pk=forbrug.pk))
    _proev(plan, felter)
    ret(forbrug, udgave=udgave, af=af, **felter, eksempel=False)


@transaction.atomic
def slet_forbrug(forbrug: Forbrug, *, af: Bruger) -> None:
    """Raises PermissionDenied, KanIkkeSlettes."""
    plan = forbrug.helhedsplan
    laas_plan(plan, af)
    kraev_aabent_til_sletning(plan, Forbrug.objects.values_list("aar", flat=True).get(pk=forbrug.pk))
    slet(forbrug, af=af, i_brug=f"{forbrug} er i brug og kan ikke slettes.")


@transaction.atomic
def indlaes_forbrug(
    plan: Helhedsplan,
    raekker: Sequence[Forbrugsraekke],
    *,
    kildefil: str,
    af: Bruger,
    indlaesning: Forbrugsindlaesning | None = None,
) -> Indlaest:
    """All lines or none. A line that stands there already changes nothing, so the same file may come twice.

    Raises PermissionDenied, KanIkkeIndlaeses.
    """
    laas_plan(plan, af)
    nye = nye_linjer(plan, raekker)
    if fejl := fejl_i_linjerne(plan, list(nye.values())):
        raise KanIkkeIndlaeses(fejl)
    faelles = {"helhedsplan": plan, "kildefil": kildefil[:160], "indlaesning": indlaesning}
    linjer = [Forbrug(**faelles, noegle=noegle, kreditnota=et.beloeb < 0, **vars(et)) for noegle, et in nye.items()]
    with connection.cursor() as markoer:
        # The history's triggers walk through every check that waits for the commit, so none may wait.
        markoer.execute("SET CONSTRAINTS ALL IMMEDIATE")
    Forbrug.objects.bulk_create(linjer, batch_size=AD_GANGEN)
    haendelser.skriv(plan, f"indlæste {len(nye)} linjer forbrug af {kildefil}", af=af, kreds=plan.slug)
    return Indlaest(len(nye), len(raekker) - len(nye))


def nye_linjer(plan: Helhedsplan, raekker: Sequence[Forbrugsraekke]) -> dict[str, Forbrugsraekke]:
    """The lines that the plan doesn't have, by their keys."""
    noegler = linjenoegler([(et.bogfoert_dato, et.beloeb, et.aar, et.tekst, et.bilagsnr) for et in raekker])
    kendte = set(plan.forbrug.exclude(noegle="").values_list("noegle", flat=True))
    return {noegle: et for noegle, et in zip(noegler, raekker, strict=True) if noegle not in kendte}


def fejl_i_linjerne(plan: Helhedsplan, raekker: Sequence[Forbrugsraekke]) -> dict[int, str]:
    """Line number → what is wrong with it; empty when the ledger may be taken."""
    aarene, lukkede, i_dag = regnskabsaar(plan.start_dato, plan.slut_dato), lukkede_aar(plan), timezone.localdate()
    ud = {}
    for et in raekker:
        fejl = (
            ("" if et.aar in aarene else aar_uden_for(aarene).replace(", eller »ikke oplyst«", ""))
            or hvorfor_lukket(et.aar, lukkede)
            or fejl_i_beloebet(et.beloeb, kreditnota=et.beloeb < 0)
            or fejl_i_bogfoert(et.bogfoert_dato, et.aar, i_dag)
            or (CPR_BESKED if ligner_cpr(et.tekst) or ligner_cpr(et.bilagsnr) else "")
        )
        if fejl:
            ud[et.linje] = fejl
    return ud


def _proev(plan: Helhedsplan, felter: dict[str, Any]) -> None:
    """What can't be true, whatever door it came through. Raises ValidationError at the field."""
    kraev_aabent(plan, "aar", felter["aar"])
    fejl = {
        "beloeb": fejl_i_beloebet(felter["beloeb"], kreditnota=felter.get("kreditnota", False)),
        "bogfoert_dato": fejl_i_bogfoert(felter.get("bogfoert_dato"), felter["aar"], timezone.localdate()),
    }
    if fundne := {felt: saetning for felt, saetning in fejl.items() if saetning}:
        raise ValidationError(fundne)

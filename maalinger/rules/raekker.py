"""The table of figures under a criterion: the start, every year with its plan and distance, and the goal."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Laesning
from kerne import datoer
from maalinger.rules import krav as kravregler
from maalinger.rules import ord as ordvalg
from maalinger.rules.opgoerelse import STANDARDTOLERANCE, Art, Opgoerelse, Stilling, opgoer
from maalinger.rules.stilling import stil
from maalinger.rules.tallene import Tal, aarstal
from maalinger.rules.typer import Delmaalstal, Maalt, Raekke
from maalinger.rules.vurdering import status_for
from maalinger.statuses import Regneregel, Status


def raekker(
    laesning: Laesning,
    maalinger: Iterable[Maalt],
    *,
    dato: date,
    tolerance: Decimal = STANDARDTOLERANCE,
    delmaal: Iterable[Delmaalstal] = (),
    regneregel: Regneregel | str | None = None,
    start: date | None = None,
    slut: date | None = None,
) -> tuple[Raekke, ...]:
    """Regel status-dengang: et års status er den, som målingerne til og med det år gav.

    Years between the first and the last that nobody measured are rows without a figure. Empty when nothing can be
    judged.
    """
    op = opgoer(laesning, maalinger, dato=dato, tolerance=tolerance, delmaal=delmaal, regneregel=regneregel,
                start=start, slut=slut)  # fmt: skip
    stilling = stil(op)
    if not isinstance(stilling, Stilling):
        return ()
    foerst = stilling.udgang.til if stilling.udgang else None
    aarene = {aar: tal for aar, tal in aarstal(op.maalinger, laesning.enhed, op.regneregel).items()
              if foerst is None or aar > foerst}  # fmt: skip
    alle = [aar for aar in (*aarene, stilling.slutaar if stilling.krav.til else None) if aar is not None]
    if not alle:
        return _startraekke(stilling)
    fra = min([*alle, foerst + 1]) if foerst else min(alle)
    return (
        *_startraekke(stilling),
        *(_aarsraekke(op, stilling, aar, aarene.get(aar)) for aar in range(fra, max(alle) + 1)),
        *_vinduesraekke(op, stilling),
    )


def _startraekke(stilling: Stilling) -> tuple[Raekke, ...]:
    udgang = stilling.udgang
    if udgang is None or udgang.til is None:
        return ()
    periode = datoer.aarsvindue(udgang.fra, udgang.til)
    navn = f"{periode}, snit" if udgang.fra != udgang.til else periode
    vej = None if stilling.vej is None else Decimal(0)
    vaerdi = ordvalg.decimaltal(udgang.vaerdi)
    return (Raekke(navn, udgang.fra or udgang.til, udgang.til, vaerdi, vej=vej, er_start=True),)


def _aarsraekke(op: Opgoerelse, stilling: Stilling, aar: int, tal: Tal | None) -> Raekke:
    plan = _plan_vaerdi(op, stilling, aar)
    er_maal = aar == stilling.krav.til and not stilling.krav.er_vindue
    tom = Raekke(str(aar), aar, aar, plan_vaerdi=_valgfrit(plan), er_maal=er_maal)
    if tal is None:
        return tom
    udgang = stilling.udgang
    vej = kravregler.vej(tal.vaerdi, start=udgang.vaerdi, krav=stilling.krav) if udgang else None
    referencer = [et.reference for et in tal.brugt if et.reference is not None]
    return replace(
        tom,
        periode=ordvalg.periode(tal),
        vaerdi=ordvalg.decimaltal(tal.vaerdi),
        afvigelse=None if plan is None else ordvalg.decimaltal(tal.vaerdi - plan),
        vej=_valgfrit(vej),
        reference=referencer[-1] if referencer else None,
        status=_status_dengang(op, tal.til),
    )


def _plan_vaerdi(op: Opgoerelse, stilling: Stilling, aar: int) -> Fraction | None:
    """Where the plan stands in a year; only a level with a start has one."""
    udgang = stilling.udgang
    if udgang is None or stilling.art != Art.NIVEAU or kravregler.er_naaet(udgang.vaerdi, stilling.krav):
        return None
    plan = kravregler.plan_vej(aar, start=udgang.vaerdi, start_aar=udgang.til, krav=stilling.krav,
                               slutaar=stilling.slutaar, delmaal=op.delmaal)  # fmt: skip
    return None if plan is None else udgang.vaerdi + plan * (stilling.krav.vaerdi - udgang.vaerdi)


def _status_dengang(op: Opgoerelse, til: date) -> Status | None:
    dengang = replace(op, maalinger=tuple(et for et in op.maalinger if et.til <= til), dato=til, forfald=None)
    stilling = stil(dengang)
    return status_for(dengang, stilling) if isinstance(stilling, Stilling) else None


def _vinduesraekke(op: Opgoerelse, stilling: Stilling) -> tuple[Raekke, ...]:
    """A goal over several years has a row of its own for the mean so far."""
    krav, tal = stilling.krav, stilling.tal
    if not krav.er_vindue or krav.fra is None or krav.til is None:
        return ()
    i_vinduet = tal is not None and krav.fra <= tal.fra.year
    return (
        Raekke(
            f"{datoer.aarsvindue(krav.fra, krav.til)}, snit",
            krav.fra,
            krav.til,
            ordvalg.decimaltal(tal.vaerdi) if tal and i_vinduet else None,
            plan_vaerdi=ordvalg.decimaltal(krav.vaerdi),
            vej=_valgfrit(stilling.vej) if i_vinduet else None,
            status=status_for(replace(op, forfald=None), stilling) if i_vinduet else None,
            er_maal=True,
        ),
    )


def _valgfrit(v: Fraction | None) -> Decimal | None:
    return None if v is None else ordvalg.decimaltal(v)

"""The one function that says where a criterion stands. Pure: no clock, no user, no database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from aftaler.laesning import Enhed, Laesning
from kerne import datoer
from maalinger.rules import forklaringer, saetninger
from maalinger.rules import omraader as omraaderegler
from maalinger.rules import ord as ordvalg
from maalinger.rules.krav import NEDAD, OPAD, Krav
from maalinger.rules.opgoerelse import STANDARDTOLERANCE, Hul, Opgoerelse, Stilling, Udfald, opgoer
from maalinger.rules.stilling import stil
from maalinger.rules.typer import Delmaalstal, Maalt, Opfyldelse, Resten, Start
from maalinger.statuses import Regneregel, Status


def opfyldelse(
    laesning: Laesning,
    maalinger: Iterable[Maalt],
    *,
    dato: date,
    tolerance: Decimal = STANDARDTOLERANCE,
    forfald: date | None = None,
    navn: str | None = None,
    delmaal: Iterable[Delmaalstal] = (),
    regneregel: Regneregel | str | None = None,
    start: date | None = None,
    slut: date | None = None,
    ansvarlig: str | None = None,
    omraader: Iterable[str] = (),
    sendt: bool = False,
) -> Opfyldelse:
    """Where one criterion stands on `dato`, by its reading and its approved measurements.

    `forfald` is the due date of the oldest measurement that isn't made, else of the next; before `dato` it is overdue.
    `start` and `slut` are the plan's own days, used where the text gives no year. `omraader` are the areas that the
    same goal holds for one by one. `navn` stands in front of the sentence, `ansvarlig` in it when something is overdue.
    `sendt`: what is waited for is sent, and waits for approval.
    """
    op = opgoer(laesning, maalinger, dato=dato, tolerance=tolerance, forfald=forfald, delmaal=delmaal,
                regneregel=regneregel, start=start, slut=slut, sendt=sendt)  # fmt: skip
    dele = omraaderegler.del_op(op, tuple(omraader))
    hver = [(omraade, _bedoem(del_, ansvarlig)) for omraade, del_ in dele]
    svar = _saml(op, hver, ansvarlig) if hver else _bedoem(op, ansvarlig)
    return replace(svar, saetning=f"{navn}: {svar.saetning}") if navn else svar


def _bedoem(op: Opgoerelse, ansvarlig: str | None) -> Opfyldelse:
    svar = stil(op)
    if isinstance(svar, Udfald):
        status = _udfaldets_status(op, svar)
        mangler = (saetninger.hindring(op.laesning, svar),) if status == Status.IKKE_MAALBART else ()
        saetning = saetninger.udfaldets(op, svar, status, ansvarlig)
        return Opfyldelse(status, saetning, enhed=_kode(op.laesning.enhed), mangler=mangler, **_kendte(svar))
    status = status_for(op, svar)
    rest = resten(svar, op.laesning.enhed)
    saetning = saetninger.stillingens(op, svar, status, rest, ansvarlig)
    return _svar(op, svar, status, saetning, rest)


def status_for(op: Opgoerelse, stilling: Stilling) -> Status:
    """Regel status: endelig måling afgør; en overskreden frist mangler; ellers afgør mål, plan og tolerance."""
    if stilling.tal is not None and stilling.endelig:
        return Status.OPFYLDT if stilling.naaet else Status.IKKE_OPFYLDT
    if er_overskredet(op):
        return Status.MAALING_MANGLER
    if stilling.tal is None:
        return Status.VENTER
    return Status.PAA_SPORET if stilling.naaet or stilling.paa_plan else Status.BAGUD


def er_overskredet(op: Opgoerelse) -> bool:
    """Regel overskredet-frist: dagen efter fristen mangler målingen, også når der er ældre tal."""
    return op.forfald is not None and op.forfald < op.dato


def _saml(op: Opgoerelse, hver: list[tuple[str | None, Opfyldelse]], ansvarlig: str | None) -> Opfyldelse:
    """All areas' answers as one, with the due date where it is a measurement that is waited for."""
    svar = omraaderegler.saml(hver)
    frist = saetninger.fristled(op, svar.status, ansvarlig)
    return replace(svar, saetning=" ".join(et for et in (svar.saetning, frist, f"{svar.status.label}.") if et))


def _udfaldets_status(op: Opgoerelse, udfald: Udfald) -> Status:
    """Regel hul-er-et-svar: mangler måltal, udgangspunkt eller sammenligningstal, er kriteriet ikke målbart endnu."""
    if udfald.hul in (Hul.IKKE_MAALBAR, Hul.REFERENCE):
        return Status.IKKE_MAALBART
    if er_overskredet(op) or udfald.hul == Hul.FORRIGE_PERIODE:
        return Status.MAALING_MANGLER
    return Status.IKKE_MAALBART if udfald.hul == Hul.UDGANGSPUNKT else Status.VENTER


def resten(stilling: Stilling, enhed: Enhed | None) -> Resten | None:
    """Regel krav-til-rest: mangler der år i snittet, siges hvad de skal blive, afrundet til den sikre side."""
    tal, krav = stilling.tal, stilling.krav
    if tal is None or tal.foreloebig is None or not krav.er_vindue or krav.tegn not in (*NEDAD, *OPAD):
        return None
    skal = (krav.til or 0) - (krav.fra or 0) + 1
    aar = tuple(et for et in range(krav.fra or 0, (krav.til or 0) + 1) if et not in tal.aar)
    if not aar or len(tal.aar) + len(aar) != skal:
        return None
    noedvendigt = (krav.vaerdi * skal - tal.vaerdi * len(tal.aar)) / len(aar)
    nedad = krav.tegn in NEDAD
    raat = Decimal(noedvendigt.numerator) / Decimal(noedvendigt.denominator)
    rundet = raat.quantize(Decimal("0.1"), rounding=ROUND_FLOOR if nedad else ROUND_CEILING)
    return Resten(aar, rundet, _resttekst(aar, rundet, krav, enhed))


def _resttekst(aar: tuple[int, ...], noedvendigt: Decimal, krav: Krav, enhed: Enhed | None) -> str:
    navne = datoer.aarsliste(aar)
    top = {Enhed.PROCENT: 100, Enhed.PROMILLE: 1000}.get(enhed or Enhed.POINT)
    umulig = noedvendigt < 0 if krav.tegn in NEDAD else top is not None and noedvendigt > top
    if umulig:
        return f"{navne} kan ikke alene bringe snittet på målet"
    sikker = noedvendigt <= 0 if krav.tegn in OPAD else top is not None and noedvendigt >= top
    if sikker:
        return f"målet nås, uanset hvad {navne} bliver"
    niveau = ordvalg.niveau(replace(krav, vaerdi=Fraction(noedvendigt)), enhed)
    return f"{navne} skal {'i snit ' if len(aar) > 1 else ''}blive {niveau}"


def _svar(op: Opgoerelse, stilling: Stilling, status: Status, saetning: str, rest: Resten | None) -> Opfyldelse:
    tal, udgang, krav = stilling.tal, stilling.udgang, stilling.krav
    plan_vaerdi = stilling.plan_vaerdi if tal else None
    grund = Opfyldelse(
        status,
        saetning,
        str(stilling.art),
        vej=_valgfrit(stilling.vej),
        plan_vej=_valgfrit(stilling.plan),
        start=Start(ordvalg.decimaltal(udgang.vaerdi), udgang.fra, udgang.til) if udgang else None,
        maal=ordvalg.decimaltal(krav.vaerdi),
        maal_fra=krav.fra,
        maal_til=krav.til,
        slutaar=stilling.slutaar,
        sammenligning=krav.tegn,
        enhed=_kode(op.laesning.enhed),
        plan_vaerdi=_valgfrit(plan_vaerdi),
        reference_navn=op.laesning.reference.navn if op.laesning.reference else None,
        reference=_valgfrit(stilling.reference),
        krav_til_rest=rest,
        forklaring=forklaringer.trin(op, stilling),
        derfor=forklaringer.derfor(op, stilling, status),
        regel=forklaringer.regel(op, stilling),
    )
    if tal is None:
        return grund
    ene = tal.brugt[0] if len(tal.brugt) == 1 else None
    return replace(
        grund,
        foreloebig=tal.foreloebig,
        foreloebig_enhed=tal.foreloebig_enhed,
        vaerdi=ordvalg.decimaltal(tal.vaerdi),
        taeller=ene.taeller if ene else None,
        naevner=ene.naevner if ene else None,
        fra=tal.fra,
        til=tal.til,
        periode=ordvalg.periode(tal),
        naaet=stilling.naaet,
        naaet_i=saetninger.naaet_foer_tid(stilling, status),
        afvigelse=None if plan_vaerdi is None else ordvalg.decimaltal(tal.vaerdi - plan_vaerdi),
        brugt=tal.brugt,
    )


def _kendte(udfald: Udfald) -> dict:
    """What a criterion without an answer still shows: the figure that is known."""
    if udfald.tal is None:
        return {}
    tal = udfald.tal
    return {"vaerdi": ordvalg.decimaltal(tal.vaerdi), "fra": tal.fra, "til": tal.til, "periode": ordvalg.periode(tal),
            "brugt": tal.brugt}  # fmt: skip


def _valgfrit(v: Fraction | None) -> Decimal | None:
    return None if v is None else ordvalg.decimaltal(v)


def _kode(enhed: Enhed | None) -> str | None:
    return str(enhed) if enhed else None

"""Where the pace so far leads, and what is needed instead. A help to talk from; no status comes from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Enhed, Laesning
from kerne import datoer, talformat
from maalinger.rules import ord as ordvalg
from maalinger.rules.krav import NEDAD, OPAD, er_naaet
from maalinger.rules.opgoerelse import Art, Stilling, opgoer
from maalinger.rules.stilling import stil
from maalinger.rules.tallene import aarstal
from maalinger.rules.typer import Delmaalstal, Fremskrivning, Maalt
from maalinger.statuses import Regneregel

MINDST_MAALINGER = 3
TALORD = ("nul", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
LOFTER = {Enhed.PROCENT: 100, Enhed.PROMILLE: 1000}


@dataclass(frozen=True)
class Linje:
    """The straight line nearest to the measured years."""

    haeldning: Fraction
    midt_x: Fraction
    midt_y: Fraction

    def i(self, aar: int) -> Fraction:
        return self.midt_y + self.haeldning * (aar - self.midt_x)


def fremskriv(
    laesning: Laesning,
    maalinger: Iterable[Maalt],
    *,
    dato: date,
    delmaal: Iterable[Delmaalstal] = (),
    regneregel: Regneregel | str | None = None,
    start: date | None = None,
    slut: date | None = None,
) -> Fremskrivning | None:
    """Regel fremskrivning: med mindst tre målte år fremskrives den rette linje, der passer bedst.

    Best is by least squares. The baseline isn't one of the years. None without three years, without a year to reach,
    or when that year is measured.
    """
    op = opgoer(laesning, maalinger, dato=dato, delmaal=delmaal, regneregel=regneregel, start=start, slut=slut)
    stilling = stil(op)
    if not isinstance(stilling, Stilling) or stilling.art not in (Art.NIVEAU, Art.FASTHOLDELSE):
        return None
    efter = [et for et in op.maalinger if et.omraade is None]
    foerst = stilling.udgang.til if stilling.udgang else None
    aarene = {
        aar: tal.vaerdi
        for aar, tal in aarstal(efter, laesning.enhed, op.regneregel).items()
        if tal.foreloebig is None and (foerst is None or aar > foerst)
    }
    slutaar = stilling.slutaar
    if len(aarene) < MINDST_MAALINGER or slutaar is None or slutaar <= max(aarene):
        return None
    return _svar(stilling, laesning.enhed, aarene, slutaar)


def naermeste_linje(aarene: dict[int, Fraction]) -> Linje:
    """Least squares over the years; exact. Needs at least two different years."""
    antal = len(aarene)
    midt_x, midt_y = Fraction(sum(aarene), antal), sum(aarene.values(), Fraction(0)) / antal
    taeller = sum(((aar - midt_x) * (v - midt_y) for aar, v in aarene.items()), Fraction(0))
    naevner = sum(((aar - midt_x) ** 2 for aar in aarene), Fraction(0))
    return Linje(taeller / naevner, midt_x, midt_y)


def _svar(stilling: Stilling, enhed: Enhed | None, aarene: dict[int, Fraction], slutaar: int) -> Fremskrivning:
    linje = naermeste_linje(aarene)
    krav = stilling.krav
    vindue = range(krav.fra or slutaar, slutaar + 1) if krav.er_vindue else range(slutaar, slutaar + 1)
    led = [aarene.get(aar, _inden_for(linje.i(aar), enhed)) for aar in vindue]
    vaerdi = sum(led, Fraction(0)) / len(led)
    naar = er_naaet(vaerdi, krav)
    hvad = f"snittet for {datoer.aarsvindue(vindue[0], vindue[-1])}" if krav.er_vindue else str(slutaar)
    saetninger = [_tempo(linje.haeldning, len(aarene), enhed), _landing(hvad, vaerdi, stilling, enhed, naar)]
    if not krav.er_vindue and not stilling.naaet:
        saetninger.append(_behov(stilling, enhed, slutaar - max(aarene), aarene[max(aarene)]))
    return Fremskrivning(
        slutaar,
        ordvalg.decimaltal(vaerdi),
        ordvalg.decimaltal(linje.haeldning),
        len(aarene),
        naar,
        tuple(et for et in saetninger if et),
    )


def _inden_for(v: Fraction, enhed: Enhed | None) -> Fraction:
    """No share beyond all of them and no count below none, however steep the line."""
    if enhed in (None, Enhed.KARAKTER, Enhed.POINT):
        return v
    loft = LOFTER.get(enhed)
    return max(Fraction(0), v if loft is None else min(Fraction(loft), v))


def _tempo(haeldning: Fraction, antal: int, enhed: Enhed | None) -> str:
    """ "De fire målinger falder i snit 1,05 procentpoint om året." """
    hvem = f"De {TALORD[antal] if antal < len(TALORD) else antal} målinger"
    stoerrelse = ordvalg.decimaltal(abs(haeldning))
    if not talformat.afrund(stoerrelse, 2):
        return f"{hvem} ligger i snit stille."
    retning = "falder" if haeldning < 0 else "stiger"
    return f"{hvem} {retning} i snit {talformat.forskel(stoerrelse, enhed)} om året."


def _landing(hvad: str, vaerdi: Fraction, stilling: Stilling, enhed: Enhed | None, naar: bool) -> str:
    lander = f"Fortsætter det, lander {hvad} på {ordvalg.figur(vaerdi, enhed, mod=stilling.krav)}."
    if naar:
        return f"{lander} Så er målet nået."
    afstand = ordvalg.decimaltal(abs(vaerdi - stilling.krav.vaerdi))
    side = "over" if vaerdi > stilling.krav.vaerdi else "under"
    return f"{lander} Det er {talformat.forskel(_mindst_en_decimal(afstand), enhed)} {side} målet."


def _behov(stilling: Stilling, enhed: Enhed | None, aar: int, nu: Fraction) -> str:
    """ "For at nå målet skal tallet falde 2,4 procentpoint på ét år." """
    mangler = stilling.krav.vaerdi - nu
    if not mangler or (mangler > 0) != (stilling.krav.tegn in OPAD) or stilling.krav.tegn not in (*OPAD, *NEDAD):
        return ""
    verbum = "stige" if mangler > 0 else "falde"
    tid = f"{TALORD[aar] if aar < len(TALORD) else aar} år"
    stoerrelse = talformat.forskel(_mindst_en_decimal(ordvalg.decimaltal(abs(mangler))), enhed)
    return f"For at nå målet skal tallet {verbum} {stoerrelse} på {tid}."


def _mindst_en_decimal(v: Decimal) -> Decimal:
    """One decimal when that shows anything, else as many as it takes."""
    rundet = talformat.afrund(v, 1)
    return rundet if rundet else v

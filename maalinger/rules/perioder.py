"""Criteria that are judged period by period: so many a year, and a change from the year before. Exact."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from aftaler.laesning import Pr
from maalinger.rules import krav as kravregler
from maalinger.rules import tallene
from maalinger.rules.krav import Krav
from maalinger.rules.opgoerelse import Art, Hul, Opgoerelse, Stilling, Udfald, udgangspunkt
from maalinger.rules.tallene import Tal
from maalinger.rules.typer import Maalt


def pr_periode(op: Opgoerelse, maal: Fraction, pr: Pr) -> Stilling:
    """Regel hver-periode-for-sig: »om året« bedømmes på det seneste år; til sidst skal alle målte år have nået målet.

    Without a last year of text or plan every year is judged for good. A year that isn't over follows its months.
    """
    laesning, punkt = op.laesning, op.laesning.maal
    sidste = punkt.til if punkt else None
    krav = Krav(maal, kravregler.tegn_for(laesning), punkt.fra if punkt else None, sidste)
    perioder = tallene.periodetal(_til_og_med(op, sidste), laesning.enhed, op.regneregel, pr)
    slutaar = sidste or op.sidste_aar
    if not perioder:
        return Stilling(Art.PR_PERIODE, krav, slutaar=slutaar)
    tal = _seneste_hele(perioder, pr)
    naaede = [kravregler.er_naaet(et.vaerdi, krav) for et in perioder.values() if et.foreloebig is None]
    endelig = tal.foreloebig is None and (slutaar is None or tal.til.year >= slutaar)
    stilling = Stilling(
        Art.PR_PERIODE,
        krav,
        tal,
        naaet=all(naaede) if endelig and slutaar is not None else kravregler.er_naaet(tal.vaerdi, krav),
        endelig=endelig,
        slutaar=slutaar,
        perioder=(sum(naaede), len(naaede)),
    )
    if krav.tegn not in kravregler.OPAD or krav.vaerdi <= 0:
        return stilling
    plan = Fraction(*tal.foreloebig) if tal.foreloebig and tal.foreloebig_enhed == "måneder" else Fraction(1)
    vej = tal.vaerdi / krav.vaerdi
    return replace(stilling, vej=vej, plan=plan, paa_plan=kravregler.er_paa_plan(vej, plan, op.tolerance))


def aendring_pr_periode(op: Opgoerelse, pr: Pr) -> Stilling | Udfald:
    """Regel aendring-fra-foregaaende: et årligt fald regnes fra året før; er det år ikke målt, kan det ikke regnes ud.

    What counts at the end is that every measured year has changed as much as it should.
    """
    laesning, udgang = op.laesning, udgangspunkt(op)
    sidste = laesning.maal.til if laesning.maal else None
    hele = _hele_perioder(op, pr, sidste)
    if not hele or max(hele) - 1 not in hele:
        return _uden_forrige(op, hele)
    tegn = kravregler.tegn_for(laesning)
    par = [(hele[nr], Krav(aendret(hele[nr - 1].vaerdi, op), tegn)) for nr in sorted(hele) if nr - 1 in hele]
    naaede = [kravregler.er_naaet(tal.vaerdi, krav) for tal, krav in par]
    tal, krav = par[-1]
    forrige = hele[max(hele) - 1]
    slutaar = sidste or op.sidste_aar
    endelig = slutaar is None or tal.til.year >= slutaar
    vej = kravregler.vej(tal.vaerdi, start=forrige.vaerdi, krav=krav)
    return Stilling(
        Art.AENDRING_PR_PERIODE,
        krav,
        tal,
        udgang,
        vej=vej,
        plan=None if vej is None else Fraction(1),
        paa_plan=None if vej is None else kravregler.er_paa_plan(vej, Fraction(1), op.tolerance),
        naaet=all(naaede) if endelig and slutaar is not None else naaede[-1],
        endelig=endelig,
        slutaar=slutaar,
        forrige=forrige,
        perioder=(sum(naaede), len(naaede)),
    )


def aendret(fra: Fraction, op: Opgoerelse, gange: int = 1) -> Fraction:
    """Regel aendring-til-niveau: en ændring i procent regnes af udgangspunktet; i point eller antal lægges den til.

    Nothing falls by more than all of it: ten per cent a year for eleven years ends at zero.
    """
    aendring = op.laesning.aendring
    if aendring is None:
        return fra
    stoerrelse = Fraction(aendring.vaerdi) * gange
    if aendring.enhed == "procent":
        return fra * max(Fraction(0), 1 + stoerrelse / 100) if fra >= 0 else fra - fra * stoerrelse / 100
    return fra + stoerrelse


def _hele_perioder(op: Opgoerelse, pr: Pr, sidste: int | None) -> dict[int, Tal]:
    """Period number -> figure of every period that is over; the baseline's year is the first of them."""
    laesning, udgang = op.laesning, udgangspunkt(op)
    perioder = tallene.periodetal(_til_og_med(op, sidste), laesning.enhed, op.regneregel, pr)
    if udgang and udgang.til and pr == Pr.AAR and udgang.til not in perioder:
        aaret = date(udgang.til, 1, 1), date(udgang.til, 12, 31)
        perioder[udgang.til] = Tal(udgang.vaerdi, *aaret, (), aar=(udgang.til,))
    return {nr: et for nr, et in perioder.items() if et.foreloebig is None}


def _uden_forrige(op: Opgoerelse, hele: dict[int, Tal]) -> Udfald:
    """No two periods in a row: nothing to start from, or only the first, or a gap before the newest."""
    if not hele:
        baseline = op.laesning.baseline
        return Udfald(Hul.UDGANGSPUNKT if baseline and baseline.vaerdi is None else Hul.FOERSTE_PERIODE)
    return Udfald(Hul.FOERSTE_PERIODE if len(hele) == 1 else Hul.FORRIGE_PERIODE, hele[max(hele)])


def _til_og_med(op: Opgoerelse, sidste: int | None) -> Sequence[Maalt]:
    """A goal "om året til og med 2022" isn't judged on 2023."""
    return tuple(et for et in op.maalinger if sidste is None or et.til.year <= sidste) or op.maalinger


def _seneste_hele(perioder: dict[int, Tal], pr: Pr) -> Tal:
    """The newest period; a half-run quarter, month or week waits while an earlier one is whole."""
    numre = sorted(perioder)
    nyeste = perioder[numre[-1]]
    if pr != Pr.AAR and len(numre) > 1 and not tallene.slutter_perioden(nyeste.til, pr):
        return perioder[numre[-2]]
    return nyeste

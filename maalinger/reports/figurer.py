"""What the drawings of a criterion show: from the rules' answer to what `kerne.diagrammer` draws."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from django.utils.safestring import SafeString

from aftaler.laesning import Enhed, Form, Grundlag, Laesning, Mangel, Pr
from kerne import talformat
from kerne.diagrammer import Mini, Spor, minikurve, vej
from maalinger.rules import Maalt, Opfyldelse
from maalinger.rules import ord as ordvalg
from maalinger.rules.krav import Krav
from maalinger.rules.tallene import aarstal
from maalinger.statuses import Regneregel, Status

AFGJORT = (Status.OPFYLDT, Status.IKKE_OPFYLDT)  # the goal itself is where one should be: no mark of its own


def figurtekst(vaerdi: Decimal, opfyldelse: Opfyldelse) -> str:
    """The figure as the sentence says it: with decimals enough to tell it from a goal that isn't reached."""
    enhed = Enhed(opfyldelse.enhed) if opfyldelse.enhed else None
    krav = (
        Krav(Fraction(opfyldelse.maal), opfyldelse.sammenligning)
        if opfyldelse.maal is not None and opfyldelse.sammenligning
        else None
    )
    return ordvalg.figur(Fraction(vaerdi), enhed, mod=krav)


def maaltekst(opfyldelse: Opfyldelse) -> str:
    """ "≤ 20 %", or the empty string where there is no one goal."""
    if opfyldelse.maal is None or opfyldelse.sammenligning is None:
        return ""
    return ordvalg.niveau_kort(opfyldelse.maal, opfyldelse.sammenligning, opfyldelse.enhed)


def vejen(laesning: Laesning, opfyldelse: Opfyldelse) -> SafeString:
    """The track of the list. What is not known is said in words and dotted, never drawn as nothing."""
    return vej(
        Spor(
            opfyldelse.status.value,
            vej=opfyldelse.vej,
            plan=None if opfyldelse.status in AFGJORT else opfyldelse.plan_vej,
            vaerdi=figurtekst(opfyldelse.vaerdi, opfyldelse) if opfyldelse.vaerdi is not None else "",
            start=_start(laesning, opfyldelse),
            maal=_maal(laesning, opfyldelse),
            foreloebig=opfyldelse.foreloebig is not None,
        )
    )


def udvikling(
    laesning: Laesning, opfyldelse: Opfyldelse, maalinger: Sequence[Maalt], regneregel: Regneregel | None
) -> SafeString:
    """The very small curve: the years after the baseline, with a gap where nobody measured."""
    return minikurve(
        Mini(
            aarspunkter(laesning, maalinger, regneregel) if kan_tegnes(laesning, opfyldelse) else (),
            opfyldelse.status.value,
            start=opfyldelse.start.vaerdi if opfyldelse.start else None,
            maal=opfyldelse.maal if er_paa_aarenes_skala(laesning) else None,
            foreloebig=opfyldelse.foreloebig is not None,
        )
    )


def kan_tegnes(laesning: Laesning, opfyldelse: Opfyldelse) -> bool:
    """One series, and one figure a year; several areas or "om ugen" would be a curve of something else."""
    return not opfyldelse.omraader and laesning.pr in (None, Pr.AAR)


def er_paa_aarenes_skala(laesning: Laesning) -> bool:
    """The goal is a level that each year can be held against: no total of all years, no change from year to year."""
    samlet = laesning.form == Form.ANTAL and laesning.baseline is None and laesning.pr is None
    aarlig_aendring = laesning.form == Form.AENDRING and (
        laesning.pr is not None or (laesning.aendring and laesning.aendring.grundlag == Grundlag.FOREGAAENDE_AAR)
    )
    return not samlet and not aarlig_aendring


def aarspunkter(
    laesning: Laesning, maalinger: Sequence[Maalt], regneregel: Regneregel | None
) -> tuple[tuple[int, Decimal | None], ...]:
    """Every year from the first measured to the last; None where there is no figure."""
    baseline = laesning.baseline
    sidste = (baseline.til or baseline.fra) if baseline else None
    aarene = {
        aar: tal
        for aar, tal in aarstal(maalinger, laesning.enhed, regneregel).items()
        if sidste is None or aar > sidste
    }
    if not aarene:
        return ()
    return tuple(
        (aar, ordvalg.decimaltal(aarene[aar].vaerdi) if aar in aarene else None)
        for aar in range(min(aarene), max(aarene) + 1)
    )


def _start(laesning: Laesning, opfyldelse: Opfyldelse) -> str:
    if opfyldelse.start:
        return talformat.vaerdi(opfyldelse.start.vaerdi, opfyldelse.enhed)
    if Mangel.BASELINE in laesning.mangler:
        return "Udgangspunkt mangler"
    return talformat.vaerdi(0, opfyldelse.enhed) if opfyldelse.vej is not None else ""


def _maal(laesning: Laesning, opfyldelse: Opfyldelse) -> str:
    if opfyldelse.omraader:
        return f"{len(opfyldelse.omraader)} områder"
    if opfyldelse.status == Status.IKKE_MAALBART and Mangel.MAALTAL in laesning.mangler:
        return "Måltal mangler"
    return maaltekst(opfyldelse) or "Ikke et tal"

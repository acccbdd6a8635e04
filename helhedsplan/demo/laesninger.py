"""Readings as the demo writes them, one function a kind of sentence (contracts: tolk_kriterium)."""

from decimal import Decimal

from aftaler.laesning import (
    Aendring,
    Enhed,
    Form,
    Grundlag,
    Laesning,
    Mangel,
    Omraadetal,
    Pr,
    Punkt,
    Reference,
    Retning,
    Sammenligning,
)

ALLE = (Mangel.BASELINE, Mangel.MAALTAL, Mangel.MAALETIDSPUNKT)
UDEN_TAL = (Mangel.MAALTAL, Mangel.MAALETIDSPUNKT, Mangel.ENHED)
PROCENT, PROMILLE, ANTAL, KARAKTER = Enhed.PROCENT, Enhed.PROMILLE, Enhed.ANTAL, Enhed.KARAKTER
OP, NED = Retning.OP, Retning.NED


def punkt(vaerdi: str | None, fra: int | None = None, til: int | None = None) -> Punkt:
    """A figure and its years; one year is both."""
    return Punkt(Decimal(vaerdi) if vaerdi else None, fra, til or fra)


def niveau(
    enhed: Enhed, retning: Retning, baseline: Punkt, maal: Punkt, reference: Reference | None = None
) -> Laesning:
    """From one level to another: at most where it falls, at least where it rises."""
    tegn = Sammenligning.HOEJST if retning == NED else Sammenligning.MINDST
    return Laesning(Form.NIVEAU, True, retning, tegn, enhed, baseline, maal, reference=reference)


def uden_stoerrelse(
    retning: Retning,
    enhed: Enhed | None = None,
    *,
    baseline: Punkt | None = None,
    maal: Punkt | None = None,
    mangler: tuple[Mangel, ...] = ALLE,
) -> Laesning:
    """More or less of something, and nobody said how much."""
    return Laesning(Form.AENDRING, False, retning, enhed=enhed, baseline=baseline, maal=maal, mangler=mangler)


def hvert_aar(
    procent: int, enhed: Enhed, *, mindst: bool = False, baseline: Punkt | None = None, af_aaret_foer: bool = True
) -> Laesning:
    """So many per cent up or (negative) down every year."""
    return Laesning(
        Form.AENDRING,
        True,
        NED if procent < 0 else OP,
        (Sammenligning.HOEJST if procent < 0 else Sammenligning.MINDST) if mindst else None,
        enhed,
        baseline,
        pr=Pr.AAR,
        aendring=Aendring(Decimal(procent), "procent", Grundlag.FOREGAAENDE_AAR if af_aaret_foer else None),
        mangler=() if baseline and baseline.vaerdi is not None else (Mangel.BASELINE,),
    )


def mindst(antal: int, *, pr: Pr | None = None, i: int | None = None) -> Laesning:
    """At least so many: in each period, or by the end of a year, or (neither) by no stated time."""
    mangler = () if pr or i else (Mangel.MAALETIDSPUNKT,)
    return Laesning(
        Form.ANTAL, True, None, Sammenligning.MINDST, ANTAL, None, punkt(str(antal), i), pr=pr, mangler=mangler
    )


def andel(procent: int) -> Laesning:
    """At least such a share, by no stated time."""
    maal, mangler = punkt(str(procent)), (Mangel.MAALETIDSPUNKT,)
    return Laesning(Form.ANDEL, True, None, Sammenligning.MINDST, PROCENT, None, maal, mangler=mangler)


def over(navn: str, vaerdi: str, aar: int) -> Laesning:
    """Above another group's per cent."""
    reference = Reference(navn, Decimal(vaerdi), aar, aar)
    return Laesning(Form.SAMMENLIGNING, True, None, Sammenligning.OVER, PROCENT, reference=reference)


def oplevet(
    *, baseline: Punkt | None = None, maal: Punkt | None = None, mangler: tuple[Mangel, ...] = UDEN_TAL
) -> Laesning:
    return Laesning(Form.KVALITATIV, False, OP, baseline=baseline, maal=maal, mangler=mangler)


def saettes_senere() -> Laesning:
    return Laesning(Form.IKKE_FASTLAGT, mangler=UDEN_TAL)


def under(enhed: Enhed, vaerdi: int) -> Laesning:
    """Below one level, with no year."""
    return Laesning(Form.NIVEAU, True, None, Sammenligning.UNDER, enhed, maal=punkt(str(vaerdi)))


def pr_omraade(enhed: Enhed, tegn: Sammenligning, tal: dict[str, int], *, i: int | None = None) -> Laesning:
    """A level for each area."""
    omraader = tuple(Omraadetal(navn, tegn, Decimal(vaerdi)) for navn, vaerdi in tal.items())
    return Laesning(Form.NIVEAU, True, enhed=enhed, maal=punkt(None, i) if i else None, omraader=omraader)

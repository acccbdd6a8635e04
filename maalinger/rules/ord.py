"""The small Danish phrases that sentences and explanations share: a figure, its window, a goal, a share of the way."""

from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Aendring, Enhed, Pr, Sammenligning
from kerne import datoer, talformat
from kerne.talformat import FAST_MELLEMRUM
from maalinger.rules.krav import Krav, er_naaet
from maalinger.rules.tallene import MAENGDER, Tal, er_flere_aar
from maalinger.statuses import Regneregel

FLEST_DECIMALER = 3  # what the rows can hold


def decimaltal(v: Fraction, decimaler: int = 6) -> Decimal:
    """An exact figure as a Decimal for others to use; 6 decimals are far beyond any source."""
    return talformat.afrund(Decimal(v.numerator) / Decimal(v.denominator), decimaler).normalize() + 0


def figur(v: Fraction, enhed: Enhed | None, *, mod: Krav | None = None) -> str:
    """A figure with its unit, at most one decimal (two where the source is finer and no percentage).

    Given the goal it is not on the right side of, as many more as it takes to see the difference.
    """
    som_decimal = decimaltal(v)
    tekst = talformat.vaerdi(som_decimal, enhed)
    if mod is None or v == mod.vaerdi or tekst != talformat.vaerdi(decimaltal(mod.vaerdi), enhed):
        return tekst
    if er_naaet(v, mod):
        return tekst
    for decimaler in range(2, FLEST_DECIMALER + 1):
        finere = talformat.vaerdi(som_decimal, enhed, decimaler)
        if finere != talformat.vaerdi(decimaltal(mod.vaerdi), enhed, decimaler):
            return finere
    return tekst


def hvornaar(tal: Tal) -> str:
    """ "i 2021", "i snit for 2020–2021", "pr. 31. marts 2022", "i alt i 2019–2021"."""
    if len(tal.aar) > 1:
        return f"i snit for {datoer.aarsliste(tal.aar)}"
    hele = datoer.er_hele_aar(tal.fra, tal.til)
    vindue = datoer.maaleperiode(tal.fra, tal.til)
    if len(tal.brugt) == 1 and er_flere_aar(tal.brugt[0]) and tal.brugt[0].fra.year < tal.brugt[0].til.year:
        return f"i snit for {vindue}" if hele else f"i perioden {vindue}"
    if tal.fra.year < tal.til.year and tal.regel in (Regneregel.SUM, Regneregel.HOEJESTE):
        return f"i alt i {vindue}" if hele else f"i alt {vindue}"
    if tal.fra == tal.til:
        return vindue
    return f"i {vindue}" if hele else f"i perioden {vindue}"


def periode(tal: Tal) -> str:
    """The window alone, for tables: "2021", "2020–2021", "pr. 31. marts 2022"."""
    return datoer.aarsliste(tal.aar) if len(tal.aar) > 1 else datoer.maaleperiode(tal.fra, tal.til)


def niveau(krav: Krav, enhed: Enhed | None) -> str:
    """The goal in a sentence: "20 % eller lavere", "mindst 75 %", "under 28 pr. 1.000"."""
    tekst = figur(krav.vaerdi, enhed)
    if krav.tegn == Sammenligning.HOEJST:
        return f"{tekst} eller {'færre' if enhed in MAENGDER and enhed != Enhed.KRONER else 'lavere'}"
    if krav.tegn == Sammenligning.LIG and krav.luft:
        return f"{tekst}, højst {talformat.forskel(decimaltal(krav.luft), enhed)} fra"
    return f"{ORD_FOERAN[krav.tegn]} {tekst}"


ORD_FOERAN = {
    Sammenligning.MINDST: "mindst",
    Sammenligning.UNDER: "under",
    Sammenligning.OVER: "over",
    Sammenligning.LIG: "præcis",
}
TEGN = {
    Sammenligning.HOEJST: "≤",
    Sammenligning.MINDST: "≥",
    Sammenligning.UNDER: "<",
    Sammenligning.OVER: ">",
    Sammenligning.LIG: "=",
}


def niveau_kort(vaerdi: Decimal, tegn: Sammenligning, enhed: str | None) -> str:
    """The goal in tables and charts: "≤ 20 %"."""
    return f"{TEGN[tegn]}{FAST_MELLEMRUM}{talformat.vaerdi(vaerdi, enhed)}"


def krav_hvornaar(krav: Krav, pr: Pr | None = None) -> str:
    """ " i 2022", " i snit for 2020–2022", " om året"; empty when the text says no time."""
    naar = f" {pr.label}" if pr else ""
    if krav.er_vindue and not pr:
        return f" i snit for {datoer.aarsvindue(krav.fra, krav.til)}"
    if krav.til:
        return f"{naar} i {datoer.aarsvindue(krav.fra or krav.til, krav.til)}"
    return f"{naar} fra {krav.fra}" if krav.fra else naar


def vejandel(vej: Fraction, *, naaet: bool) -> str:
    """ "61 %". What rounds to the whole way without having reached the goal is said as 99 %."""
    procent = talformat.afrund(decimaltal(vej) * 100, 0)
    if vej < 1 and not naaet:
        procent = min(procent, Decimal(99))
    return talformat.procent(procent)


def aendringskrav(aendring: Aendring, tegn: Sammenligning, enhed: Enhed | None) -> str:
    """ "et fald på mindst 10 %", "en stigning på højst 2 procentpoint"."""
    nedad = aendring.vaerdi < 0
    skaerpet = {Sammenligning.UNDER: "mere end", Sammenligning.HOEJST: "mindst",
                Sammenligning.OVER: "mindre end", Sammenligning.MINDST: "højst"}  # fmt: skip
    lempet = {Sammenligning.OVER: "mere end", Sammenligning.MINDST: "mindst",
              Sammenligning.UNDER: "mindre end", Sammenligning.HOEJST: "højst"}  # fmt: skip
    grad = (skaerpet if nedad else lempet).get(tegn, "præcis")
    return f"{'et fald' if nedad else 'en stigning'} på {grad} {aendringstal(abs(aendring.vaerdi), aendring, enhed)}"


def aendringstal(stoerrelse: Decimal, aendring: Aendring, enhed: Enhed | None) -> str:
    """The size of a change in its own unit: "10 %", "2 procentpoint", "5"."""
    kode = aendring.enhed if aendring.enhed in ("procent", "procentpoint") else enhed
    return talformat.vaerdi(stoerrelse, kode)


def bevaegelse(fra: Fraction, til: Fraction, aendring: Aendring, enhed: Enhed | None) -> str:
    """What happened between two figures: "et fald på 9,1 %", "uændret"; empty for a percentage of zero."""
    if fra == til:
        return "uændret"
    relativ = aendring.enhed == "procent"
    if relativ and not fra:
        return ""
    stoerrelse = abs(til - fra) / abs(fra) * 100 if relativ else abs(til - fra)
    return f"{'et fald' if til < fra else 'en stigning'} på {aendringstal(decimaltal(stoerrelse), aendring, enhed)}"


def stort(tekst: str) -> str:
    """First letter large, the rest as it is."""
    return tekst[:1].upper() + tekst[1:]

"""The budget in words: the sentence first, and what the figures say about a promise that changed or a stated share."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from aftaler.models.budget import Kildeart
from aftaler.reports import i_en_saetning
from aftaler.reports.penge import Loefte, Oplyst, lagt_sammen
from aftaler.rules.budget import Finansiering
from aftaler.rules.penge import Andelsproeve, holder_lokal_andel
from kerne import datoer, talformat


def overskrift(finansiering: Finansiering, bidrag: dict[str, Decimal], krav: Decimal) -> str:
    """What the plan costs and who pays, in plain words; what is unknown is said to be."""
    if finansiering.i_alt is None:
        return "Vi ved ikke, hvad planen koster: hverken budgetposter eller aftalens hovedtal er skrevet ind."
    koster = f"Planen koster {talformat.kroner(finansiering.i_alt)}"
    if finansiering.landsbyggefonden is None or finansiering.lokal is None or finansiering.andel is None:
        return f"{koster} Hvem der betaler, er ikke oplyst for alle beløb, så den lokale andel kan ikke regnes ud."
    lokale = {navn: beloeb for navn, beloeb in bidrag.items() if navn != Kildeart.LANDSBYGGEFONDEN.label}
    if 0 < len(lokale) <= 3 and sum(lokale.values()) == finansiering.lokal:
        led = [f"{navn} {talformat.kroner(beloeb)}" for navn, beloeb in lokale.items()]
    else:
        led = [f"de lokale parter {talformat.kroner(finansiering.lokal)}"]
    betaler = f"Landsbyggefonden betaler {talformat.kroner(finansiering.landsbyggefonden)}"
    andel = f"Det er {procent_mod_krav(finansiering.andel, krav)} lokalt; kravet er mindst {talformat.andel(krav)}."
    return f"{koster} {i_en_saetning([betaler, *led])} {andel}"


def procent_mod_krav(andel: Decimal, krav: Decimal) -> str:
    """The share with one decimal, or with as many as it takes for a share under the line not to look like one on it."""
    for decimaler in (1, 2, 3):
        if holder_lokal_andel(andel, krav) or round(andel * 100, decimaler) < krav * 100:
            return talformat.andel(andel, decimaler)
    return f"lidt under {talformat.andel(krav)}"


def aarets_maaneder(aar: int, start: date, slut: date) -> str:
    """ "maj–dec." for a year that the plan only touches; empty for a whole year."""
    if not start.year <= aar <= slut.year:
        return "uden for planen"
    foerste, sidste = start.month if aar == start.year else 1, slut.month if aar == slut.year else 12
    if (foerste, sidste) == (1, 12):
        return ""
    korte = datoer.KORTE_MAANEDER
    return korte[foerste - 1] if foerste == sidste else f"{korte[foerste - 1]}–{korte[sidste - 1]}"


def omlaegningssaetning(gammelt: Loefte, nye: Sequence[Loefte]) -> str:
    """ "1. marts 2018: 1.250.000 kr. kontant fra Nørreby Kommune blev til 724.000 kr. husleje og …"."""
    dag = datoer.dato(gammelt.erstattet or date.min)
    blev = i_en_saetning([_vaerdi(et) for et in nye]) or "ingenting"
    saetning = f"{dag}: {_vaerdi(gammelt)} fra {gammelt.giver.navn} blev til {blev}."
    forskel = lagt_sammen(nye) - gammelt.beloeb
    if forskel:
        retning = "mere" if forskel > 0 else "mindre"
        grund = f": {gammelt.grund.rstrip('.')}" if gammelt.grund else ""
        saetning += f" Det er {talformat.kroner(abs(forskel))} {retning}{grund}."
    return saetning


def andelssaetning(andel: Oplyst, proeve: Andelsproeve) -> str:
    """What the figures say about the stated share."""
    navne = i_en_saetning(list(andel.kilder))
    oplyst = talformat.procent(andel.procent)
    if proeve.andel is None or proeve.beloeb is None:
        return f"{oplyst} til {navne} kan ikke regnes efter: et af beløbene er ikke oplyst."
    regnet = f"{talformat.kroner(proeve.beloeb)} er {talformat.andel(proeve.andel, 1)}"
    if proeve.holder:
        return f"{oplyst} til {navne} passer: {regnet}."
    saetning = f"{oplyst} til {navne} passer ikke: {regnet}."
    if proeve.uden_for and proeve.andel_med is not None:
        flere = i_en_saetning(list(proeve.uden_for))
        saetning += f" Tallet passer kun, når {flere} regnes med: {talformat.andel(proeve.andel_med, 1)}."
    return saetning


def _vaerdi(loefte: Loefte) -> str:
    return f"{talformat.kroner(loefte.beloeb)} {loefte.artsord}"

"""The money in words: the warnings that come first, and what each line of the tables says."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from aftaler.models.budget import Tilsagnsart
from aftaler.reports import i_en_saetning
from kerne import datoer
from kerne.talformat import andel, kroner, tal
from oekonomi.rules.medfinansiering import Stand
from oekonomi.rules.opfoelgning import Aarslinje, Linje

I_SLAGS = {Tilsagnsart.TIMER: "i timer", Tilsagnsart.HUSLEJE: "i husleje eller lokaler", Tilsagnsart.KONTANT: "kontant"}


def i_slags(art: str) -> str:
    """ "i timer", "kontant"."""
    return I_SLAGS[Tilsagnsart(art)]


def mangelsaetning(stand: Stand, *, slut: date, dag: date) -> str:
    """What a giver owes by now or is late with; empty when there is nothing to say."""
    hvad = i_slags(stand.art)
    lovet = f"Lovet {kroner(stand.lovet)}"
    if dag <= slut:
        lovet = f"Lovet {kroner(stand.forfaldent)} til og med {dag.year - 1}"
    if stand.leveret is None:
        return _intet_skrevet(stand, hvad, lovet)
    leveret = kroner(stand.leveret)
    if stand.mangler:
        return f"{stand.giver} mangler at levere {kroner(stand.mangler)} {hvad}. {lovet}, leveret {leveret}"
    if stand.bagud:
        forventet = f"Ved jævn levering ville der nu være leveret {kroner(stand.forventet)}"
        return f"{stand.giver} er {kroner(stand.bagud)} bagud {hvad}. {forventet}, leveret er {leveret}"
    return ""


def _intet_skrevet(stand: Stand, hvad: str, lovet: str) -> str:
    lovet = lovet if lovet.endswith(".") else f"{lovet}."
    if stand.uden_vaerdi:
        timer = f"{stand.giver} har leveret {tal(stand.uden_vaerdi)} timer"
        return f"{timer}, men satsen er ikke oplyst, så de kan ikke regnes i kroner. {lovet}"
    return f"{stand.giver}: Leverancer {hvad} er ikke skrevet ind. {lovet}" if stand.forfaldent else ""


def forbrugssaetning(i_alt: Linje, hovedtal: Decimal | None) -> str:
    """The first sentence of the page: spent of the budget, and what remains.

    `hovedtal` is what the plan costs by the agreement's main figures, for a plan without budget lines.
    """
    if i_alt.revideret is None:
        koster = f"Planen koster {kroner(hovedtal)} efter aftalens hovedtal. " if hovedtal is not None else ""
        if i_alt.brugt is None:
            return f"{koster}Hverken budgetposter eller forbrug er skrevet ind endnu."
        return f"{koster}Der er brugt {kroner(i_alt.brugt)} Budgetposterne er ikke skrevet ind endnu."
    if i_alt.brugt is None:
        return f"Budgettet er {kroner(i_alt.revideret)} Forbruget er ikke skrevet ind endnu."
    brugt = f"Der er brugt {kroner(i_alt.brugt)} af {kroner(i_alt.revideret)}"
    if i_alt.revideret:
        brugt = f"{brugt} ({andel(i_alt.brugt / i_alt.revideret, 1)})."
    if i_alt.rest is not None and i_alt.rest < 0:
        return f"{brugt} Det er {kroner(-i_alt.rest)} mere, end der er."
    return f"{brugt} Tilbage er {kroner(i_alt.rest or Decimal(0))}"


def listesum(sum_: dict[str, Decimal | None], aar: int | None) -> str:
    """The list's own sum: "Brugt 1.400.000 kr. i 2021. Disponeret 20.000 kr."."""
    hvornaar = f" i {aar}" if aar else ""
    if sum_["brugt"] is None and sum_["disponeret"] is None:
        return f"Intet forbrug er skrevet ind{hvornaar}."
    brugt = f"Brugt{hvornaar}: {kroner(sum_['brugt'])}" if sum_["brugt"] is not None else f"Intet er bogført{hvornaar}."
    return f"{brugt} Disponeret: {kroner(sum_['disponeret'])}" if sum_["disponeret"] is not None else brugt


def overskredne(linjer: Sequence[Linje], aarslinjer: Sequence[Aarslinje]) -> list[str]:
    """A place that has spent more than its whole budget; a year that is over and cost more than it had."""
    ud = []
    for et in linjer:
        if et.rest is not None and et.rest < 0 and et.revideret is not None:
            ud.append(f"{et.navn} har brugt {kroner(-et.rest)} mere end budgettet på {kroner(et.revideret)}")
    for aaret in aarslinjer:
        if aaret.er_slut and aaret.rest is not None and aaret.rest < 0 and aaret.revideret is not None:
            over, budget = kroner(-aaret.rest), kroner(aaret.revideret)
            ud.append(f"Regnskabsåret {aaret.aar} kostede {over} mere end budgettet på {budget}")
    return ud


def regnskaber_over_tiden(aar: Sequence[tuple[int, date]]) -> str:
    """One sentence for the accounts that are overdue, the oldest named; empty when none is."""
    if not aar:
        return ""
    foerste, frist = aar[0]
    if len(aar) == 1:
        return f"Regnskabet for {foerste} skulle være sendt til Landsbyggefonden {datoer.dato(frist)}."
    resten = i_en_saetning([str(et) for et, _ in aar])
    sene = f"Regnskaberne for {resten} er ikke sendt til Landsbyggefonden."
    return f"{sene} Det ældste skulle være sendt {datoer.dato(frist)}."

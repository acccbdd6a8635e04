"""The drawings of the money, each with a message of its own; the same figures stand in the tables beside them."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from django.utils.safestring import SafeString

from aftaler.reports.budgetord import procent_mod_krav
from aftaler.rules.penge import holder_lokal_andel
from kerne.diagrammer.bjaelken import Bjaelke, bjaelke
from kerne.diagrammer.kurven import PAPIR, Kurve, Punkt, kurve
from kerne.diagrammer.stablen import Del, Stabel, stabel
from kerne.talformat import andel, kroner, mio_kroner, tal
from oekonomi.reports.oversigt import Oekonomioversigt

MIO = Decimal(1_000_000)


@dataclass(frozen=True)
class Figur:
    """One drawing for a page, the phone's own, and the one for paper."""

    bred: SafeString
    smal: SafeString
    papir: SafeString


@dataclass(frozen=True)
class Figurer:
    """None where the figures behind the drawing are not known."""

    kilder: Figur | None
    forloeb: Figur | None
    lokal_andel: SafeString | None


def figurer(oversigt: Oekonomioversigt) -> Figurer:
    return Figurer(_kilder(oversigt), _forloeb(oversigt), lokal_andel(oversigt))


def _kilder(oversigt: Oekonomioversigt) -> Figur | None:
    """The budget year by year, payer on payer. Needs years and payers."""
    tabel = oversigt.budget
    if not (tabel.har_aar and tabel.har_givere):
        return None
    aar = tuple(et for et in tabel.aar if et)
    dele = tuple(
        Del(linje.navn, tuple(None if et is None else et / MIO for et in linje.celler[: len(aar)]))
        for linje in oversigt.kilder
    )
    led = ", ".join(f"{linje.navn} {kroner(linje.i_alt)}" for linje in oversigt.kilder)
    data = Stabel(f"Budgettet år for år efter giver. I alt {led}", "Mio. kr.", aar, dele)
    return Figur(stabel(data), stabel(data, smal=True), stabel(data, bredde=PAPIR))


def _forloeb(oversigt: Oekonomioversigt) -> Figur | None:
    """Spent against the plan, both added up year by year. Needs a budget with years, and spending."""
    linjer = [et for et in oversigt.aarslinjer if et.aar and (et.revideret is not None or et.brugt is not None)]
    brugte = [et for et in linjer if et.brugt is not None]
    if len(linjer) < 2 or not brugte or any(et.revideret is None for et in linjer):
        return None
    til = [et for et in linjer if (et.aar or 0) <= (brugte[-1].aar or 0)]
    if any(et.brugt is None for et in til):
        return None  # a sum over a year that nobody has written down would be invented
    plan = _punkter([(et.aar or 0, et.revideret or Decimal(0)) for et in linjer])
    brugt = _punkter([(et.aar or 0, et.brugt or Decimal(0)) for et in til])
    sidste = brugt[-1]
    titel = (
        f"Brugt til og med {sidste.aar}: {mio_kroner(sidste.vaerdi * MIO)} "
        f"Budgettet til og med samme år: {mio_kroner(plan[len(til) - 1].vaerdi * MIO)}"
    )
    data = Kurve(titel, "Mio. kr., lagt sammen år for år", brugt, plan=plan, plan_tekst="Budget")
    return Figur(kurve(data), kurve(data, smal=True), kurve(data, bredde=PAPIR))


def _punkter(aarene: list[tuple[int, Decimal]]) -> tuple[Punkt, ...]:
    """Running sums in mio. kr., each with its words."""
    summer = accumulate(beloeb for _, beloeb in aarene)
    return tuple(
        Punkt(aar, sum_ / MIO, tal(sum_ / MIO), tal(sum_ / MIO, hoejst=1))
        for (aar, _), sum_ in zip(aarene, summer, strict=True)
    )


def lokal_andel(oversigt: Oekonomioversigt) -> SafeString | None:
    """The gauge: the whole plan's local share against the line."""
    delen = oversigt.finansiering.andel
    if delen is None:
        return None
    tekst, krav = procent_mod_krav(delen, oversigt.krav), andel(oversigt.krav)
    data = Bjaelke(delen, tekst, oversigt.krav, f"krav {krav}", er_holdt=holder_lokal_andel(delen, oversigt.krav))
    return bjaelke(data, titel=f"Lokal medfinansiering er {tekst}, kravet er mindst {krav}")

"""The milestone plan: what the documents promise (snapshots) and what came of it, for screens and papers alike.

`milepaelsplan` speaks dicts shaped like `aftaler.snapshot`; of a delaftale it needs nr, indsatsomraade and, of each
activity, noegle, navn, start, slut and milepaele.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from django.utils.safestring import SafeString

from aftaler.models import Helhedsplan, Milepael
from aftaler.rules.frister import Tidsstand, i_ord, tidsstand
from kerne import datoer
from kerne.diagrammer.tidslinje import Maerke, Spand, tidslinje, tidstegn

STANDORD = {Tidsstand.GJORT: "Udført", Tidsstand.KOMMER: "Kommer", Tidsstand.OVER_TIDEN: "Over tiden"}
# The colour beside the sign, by the names of the page's tokens.
FARVER = {Tidsstand.GJORT: "opfyldt", Tidsstand.KOMMER: "venter", Tidsstand.OVER_TIDEN: "bagud"}


@dataclass(frozen=True)
class Fremdrift:
    """What came of a milestone."""

    udfoert: date | None = None
    grund: str = ""


@dataclass(frozen=True)
class Milepaelslinje:
    """One milestone as it stands on the day. `nr` is its number in the picture."""

    nr: int
    noegle: int
    navn: str
    senest: date
    fremdrift: Fremdrift
    stand: Tidsstand
    saetning: str

    @property
    def ord(self) -> str:
        return STANDORD[self.stand]

    @property
    def farve(self) -> str:
        return FARVER[self.stand]

    @property
    def er_over_tiden(self) -> bool:
        return self.stand == Tidsstand.OVER_TIDEN

    @property
    def tegn(self) -> SafeString:
        return tidstegn(self.stand)


@dataclass(frozen=True)
class Raekke:
    """An activity with its milestones, or the plan's own (`noegle` None)."""

    navn: str
    linjer: tuple[Milepaelslinje, ...]
    noegle: int | None = None
    fra: date | None = None
    til: date | None = None


@dataclass(frozen=True)
class Gruppe:
    """An area's activities, or the whole plan (`nr` empty)."""

    nr: str
    navn: str
    raekker: tuple[Raekke, ...]

    @property
    def overskrift(self) -> str:
        return f"{self.nr} {self.navn}" if self.nr else self.navn


@dataclass(frozen=True)
class Milepaelsplan:
    """The whole period. `dag` is the day it is seen from."""

    fra: date
    til: date
    dag: date
    grupper: tuple[Gruppe, ...]

    @property
    def linjer(self) -> list[Milepaelslinje]:
        return [linje for gruppe in self.grupper for raekke in gruppe.raekker for linje in raekke.linjer]

    @property
    def saetning(self) -> str:
        """The page's first sentence: how many are done, how many are late, and which comes next."""
        alle = self.linjer
        if not alle:
            return "Der er ingen milepæle i planen endnu."
        gjort = sum(et.stand == Tidsstand.GJORT for et in alle)
        sene = sum(et.er_over_tiden for et in alle)
        led = [f"{gjort} af {len(alle)} {'milepæl' if len(alle) == 1 else 'milepæle'} er udført"]
        led.append(f"{sene} er over tiden" if sene else "ingen er over tiden")
        naeste = min((et for et in alle if et.stand == Tidsstand.KOMMER), key=lambda et: et.senest, default=None)
        slut = f" Den næste er »{naeste.navn}« {datoer.dato(naeste.senest)}." if naeste else ""
        return f"{', og '.join(led)}.{slut}"


def milepaelsplan(
    strategisk: Mapping[str, Any] | None,
    delaftaler: Sequence[Mapping[str, Any]],
    fremdrift: Mapping[int, Fremdrift],
    *,
    fra: date,
    til: date,
    dag: date,
) -> Milepaelsplan:
    """The plan's own milestones first, then area by area; numbered as they stand. Pure."""
    numre = count(1)
    grupper = []
    if strategisk and strategisk["milepaele"]:
        linjer = milepaelslinjer(strategisk["milepaele"], fremdrift, dag, numre)
        grupper.append(Gruppe("", "Hele planen", (Raekke("Planens egne milepæle", linjer),)))
    for aftale in delaftaler:
        raekker = tuple(_raekke(et, fremdrift, dag, numre) for et in aftale["aktiviteter"])
        grupper.append(Gruppe(aftale["nr"], aftale["indsatsomraade"], raekker))
    return Milepaelsplan(fra, til, dag, tuple(grupper))


def milepaelslinjer(
    milepaele: Sequence[Mapping[str, Any]], fremdrift: Mapping[int, Fremdrift], dag: date, numre: Any = None
) -> tuple[Milepaelslinje, ...]:
    """A snapshot's milestones as they stand on the day, in its order."""
    numre = count(1) if numre is None else numre
    ud = []
    for et in milepaele:
        senest, gjort = date.fromisoformat(et["senest"]), fremdrift.get(et["noegle"], Fremdrift())
        stand = tidsstand(senest, gjort.udfoert, dag)
        saetning = i_ord(senest, gjort.udfoert, dag)
        ud.append(Milepaelslinje(next(numre), et["noegle"], et["navn"], senest, gjort, stand, saetning))
    return tuple(ud)


def tegning(plan: Milepaelsplan) -> SafeString:
    """The picture of the whole period."""
    spand = []
    for gruppe in plan.grupper:
        spand.append(Spand(gruppe.overskrift, er_overskrift=True))
        for et in gruppe.raekker:
            maerker = tuple(Maerke(linje.senest, str(linje.nr), linje.stand) for linje in et.linjer)
            spand.append(Spand(et.navn, et.fra, et.til, maerker))
    periode = datoer.periode(plan.fra, plan.til)
    titel = f"Milepæle {periode}. {plan.saetning}"
    return tidslinje(spand, fra=plan.fra, til=plan.til, i_dag=plan.dag, titel=titel)


def fremdrift(plan: Helhedsplan) -> dict[int, Fremdrift]:
    """What came of the plan's milestones, by key; one query."""
    raekker = Milepael.objects.filter(helhedsplan=plan).order_by("pk")
    return {
        pk: Fremdrift(udfoert, grund)
        for pk, udfoert, grund in raekker.values_list("pk", "udfoert_dato", "forsinkelse_grund")
    }


def _raekke(aktivitet: Mapping[str, Any], fremdrift: Mapping[int, Fremdrift], dag: date, numre: Any) -> Raekke:
    return Raekke(
        aktivitet["navn"],
        milepaelslinjer(aktivitet["milepaele"], fremdrift, dag, numre),
        aktivitet["noegle"],
        dag_i(aktivitet["start"]),
        dag_i(aktivitet["slut"]),
    )


def dag_i(iso: str | None) -> date | None:
    """A snapshot's date."""
    return date.fromisoformat(iso) if iso else None

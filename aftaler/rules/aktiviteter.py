"""How an activity stands on a day, from its dates, milestones and target groups. Pure: no clock, no rows.

`På hold` is never computed: that somebody waits on purpose is theirs to say (with a reason).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aftaler.models.milepael import Maalgruppeart
from aftaler.rules.frister import FOER_START, dage, laeg_maaneder
from aftaler.statuses import Aktivitetsstatus
from kerne import datoer


@dataclass(frozen=True)
class Trin:
    """A milestone: due by `senest`, done on `udfoert`."""

    navn: str
    senest: date
    udfoert: date | None = None


@dataclass(frozen=True)
class Gruppe:
    """A target group; `bortfaldet` is the day it was gone."""

    navn: str
    art: str = Maalgruppeart.PRIMAER
    bortfaldet: date | None = None


@dataclass(frozen=True)
class Forloeb:
    """All that the rule looks at."""

    start: date | None = None
    slut: date | None = None
    milepaele: tuple[Trin, ...] = ()
    grupper: tuple[Gruppe, ...] = ()


@dataclass(frozen=True)
class Beregnet:
    """A status and the sentence that says why."""

    status: Aktivitetsstatus
    saetning: str


def beregn_status(forloeb: Forloeb, dag: date) -> Beregnet:
    """Regel aktivitetens-status: en bortfaldet målgruppe vejer tungere end en sen milepæl, og den tungere end datoer.

    The first that holds: all primary groups gone · over and nothing ever done · a milestone overdue · over · not begun
    · under way.
    """
    return (
        _bortfaldet(forloeb, dag)
        or _kom_aldrig_i_gang(forloeb, dag)
        or _forsinket(forloeb, dag)
        or _afsluttet(forloeb, dag)
        or _planlagt(forloeb, dag)
        or _i_gang(forloeb, dag)
    )


def mangler_ved_periode(start: date | None, slut: date | None, *, fra: date, til: date) -> dict[str, str]:
    """Regel aktivitet-i-planen: en aktivitet begynder og slutter inden for planens periode.

    Field → sentence; empty when the dates are fine.
    """
    periode = datoer.periode(fra, til)
    mangler = {
        felt: f"{hvad} skal ligge i planens periode, {periode}."
        for felt, hvad, dato in (("start_dato", "Begyndelsen", start), ("slut_dato", "Slutningen", slut))
        if dato and not fra <= dato <= til
    }
    if not mangler and start and slut and slut < start:
        mangler["slut_dato"] = "Aktiviteten kan ikke slutte, før den begynder."
    return mangler


def mangler_ved_milepaelsfrist(senest: date, *, fra: date, til: date) -> str:
    """Regel milepael-i-planen: en milepæl ligger inden for planens periode."""
    return "" if fra <= senest <= til else f"Milepælen skal ligge i planens periode, {datoer.periode(fra, til)}."


def mangler_ved_udfoert(senest: date, udfoert: date, grund: str, *, fra: date, dag: date) -> dict[str, str]:
    """Regel forsinkelse-har-grund: en milepæl, der blev udført for sent, har en grund; og det udførte er sket.

    `fra` is the plan's first day; `dag` is today. Field → sentence.
    """
    if udfoert > dag:
        return {"udfoert_dato": "Datoen ligger i fremtiden. Skriv den dag, milepælen blev nået."}
    if udfoert < laeg_maaneder(fra, -FOER_START):
        return {"udfoert_dato": "Datoen ligger mere end et år før planens start. Er årstallet rigtigt?"}
    if udfoert > senest and not grund.strip():
        sent = dage((udfoert - senest).days)
        return {"forsinkelse_grund": f"Milepælen blev nået {sent} efter fristen. Skriv hvorfor."}
    return {}


def mangler_ved_bortfald(dato: date, *, fra: date, dag: date) -> str:
    """Regel bortfald-er-sket: en målgruppe er bortfaldet i dag eller før, og tidligst et år før planens start."""
    if dato > dag:
        return "Datoen ligger i fremtiden. Skriv den dag, det stod klart, at målgruppen var væk."
    if dato < laeg_maaneder(fra, -FOER_START):
        return "Datoen ligger mere end et år før planens start. Er årstallet rigtigt?"
    return ""


def _bortfaldet(forloeb: Forloeb, dag: date) -> Beregnet | None:
    """Every primary group is gone, and went before the activity was over."""
    primaere = [et for et in forloeb.grupper if et.art == Maalgruppeart.PRIMAER]
    if not primaere or any(et.bortfaldet is None or et.bortfaldet > dag for et in primaere):
        return None
    sidste = max(primaere, key=lambda et: et.bortfaldet or dag)
    if forloeb.slut and sidste.bortfaldet and sidste.bortfaldet > forloeb.slut:
        return None
    hvem = f"målgruppen »{sidste.navn}«" if len(primaere) == 1 else "den sidste primære målgruppe"
    return Beregnet(
        Aktivitetsstatus.BORTFALDET, f"Bortfaldet: {hvem} bortfaldt {datoer.dato(sidste.bortfaldet or dag)}."
    )


def _kom_aldrig_i_gang(forloeb: Forloeb, dag: date) -> Beregnet | None:
    if not _er_slut(forloeb, dag) or not forloeb.milepaele or any(et.udfoert for et in forloeb.milepaele):
        return None
    antal = len(forloeb.milepaele)
    hvad = "dens milepæl er ikke udført" if antal == 1 else f"ingen af dens {antal} milepæle er udført"
    return Beregnet(Aktivitetsstatus.IKKE_IGANGSAT, f"Ikke igangsat: aktiviteten {_sluttede(forloeb)}, og {hvad}.")


def _forsinket(forloeb: Forloeb, dag: date) -> Beregnet | None:
    sene = sorted((et for et in forloeb.milepaele if not et.udfoert and et.senest < dag), key=lambda et: et.senest)
    if not sene:
        return None
    aeldst, flere = sene[0], len(sene) - 1
    saetning = (
        f"Forsinket: »{aeldst.navn}« skulle være færdig {datoer.dato(aeldst.senest)}, "
        f"{dage((dag - aeldst.senest).days)} siden."
    )
    if flere:
        saetning += " Én milepæl mere er over tiden." if flere == 1 else f" {flere} milepæle mere er over tiden."
    return Beregnet(Aktivitetsstatus.FORSINKET, saetning)


def _afsluttet(forloeb: Forloeb, dag: date) -> Beregnet | None:
    if not _er_slut(forloeb, dag):
        return None
    alle = ", og alle milepæle er udført" if forloeb.milepaele else ""
    return Beregnet(Aktivitetsstatus.AFSLUTTET, f"Afsluttet: aktiviteten {_sluttede(forloeb)}{alle}.")


def _planlagt(forloeb: Forloeb, dag: date) -> Beregnet | None:
    """Before the start; something that is already done shows that it has begun all the same."""
    if any(et.udfoert for et in forloeb.milepaele):
        return None
    if forloeb.start is None:
        return Beregnet(Aktivitetsstatus.PLANLAGT, "Planlagt: der er ikke sat en dato for, hvornår den begynder.")
    if forloeb.start > dag:
        return Beregnet(Aktivitetsstatus.PLANLAGT, f"Planlagt: begynder {datoer.dato(forloeb.start)}.")
    return None


def _i_gang(forloeb: Forloeb, dag: date) -> Beregnet:
    naeste = min((et for et in forloeb.milepaele if not et.udfoert), key=lambda et: et.senest, default=None)
    if forloeb.start and forloeb.start <= dag:
        hvad = f"begyndte {datoer.dato(forloeb.start)}"
    else:
        foerst = _foerst_udfoert(forloeb.milepaele)
        hvad = f"»{foerst.navn}« blev udført {datoer.dato(foerst.udfoert or dag)}"
    if naeste:
        hvad += f", og den næste milepæl er »{naeste.navn}« senest {datoer.dato(naeste.senest)}"
    elif forloeb.milepaele:
        hvad += ", og alle milepæle er udført"
    return Beregnet(Aktivitetsstatus.I_GANG, f"I gang: {hvad}.")


def _foerst_udfoert(milepaele: Sequence[Trin]) -> Trin:
    return min((et for et in milepaele if et.udfoert), key=lambda et: et.udfoert or date.max)


def _er_slut(forloeb: Forloeb, dag: date) -> bool:
    return forloeb.slut is not None and forloeb.slut < dag


def _sluttede(forloeb: Forloeb) -> str:
    return f"sluttede {datoer.dato(forloeb.slut)}" if forloeb.slut else "er slut"

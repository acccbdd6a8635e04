"""The milestone plan of the whole period: one picture, then a table for the plan itself and for each area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dokumenter.reports.dele import Blok, Dokument, Figur, Forside, Kolonne, Linjer, Loebende, Oplysning, Rapport, Tabel
from dokumenter.reports.faelles import KLADDE, dag, kildelinje, mangler_i, overrubrik, parter, udeladt, udfyldt
from dokumenter.reports.grundlag import Grundlag, Udgave
from kerne import datoer
from kerne.diagrammer.tidslinje import KOMMER, Maerke, Spand, tidslinje

TITEL = "Milepælsplan"
HELE = "Hele planen"
BREDDE = 605  # px: the text's width on A4
HOEJEST = 800  # px: what one page holds under its heading
INGEN = "Der er ingen milepæle."
FORKLARING = (
    "Hver cirkel er en milepæl, og tallet er dens nummer i tabellerne. "
    "Den grå bjælke er den periode, aktiviteten løber."
)
KOLONNER = (Kolonne("Nr.", "nr"), Kolonne("Aktivitet", "halv"), Kolonne("Milepæl"), Kolonne("Senest", "dato"))


@dataclass(frozen=True)
class Milepael:
    nr: int
    navn: str
    senest: date


@dataclass(frozen=True)
class Raekke:
    """An activity with its milestones, or the plan's own (`navn` empty)."""

    navn: str
    fra: date | None
    til: date | None
    milepaele: tuple[Milepael, ...]


@dataclass(frozen=True)
class Gruppe:
    """An area, or the whole plan."""

    navn: str
    raekker: tuple[Raekke, ...]

    @property
    def milepaele(self) -> list[tuple[Raekke, Milepael]]:
        return [(raekke, et) for raekke in self.raekker for et in raekke.milepaele]


def milepaelsplan(grundlag: Grundlag) -> Rapport:
    """Expects the strategic agreement first, then the delaftaler."""
    strategisk = grundlag.dokumenter[0]
    versioner = [et.version.gaelder_fra for et in grundlag.dokumenter if et.version]
    grupper = grupper_i(grundlag.dokumenter)
    loeb = Loebende(
        f"{TITEL} · {strategisk.indhold['plan']['navn']}",
        KLADDE if grundlag.er_kladde else "Versionerne står på forsiden",
        "",
    )
    afsnit = tuple(_tabel(et, f"m{nr}") for nr, et in enumerate(grupper))
    return Rapport(
        titel=f"{TITEL}, {strategisk.indhold['plan']['omraade']}",
        af=", ".join(parter(strategisk.indhold)),
        dateret=max(versioner) if versioner else None,
        er_kladde=grundlag.er_kladde,
        mangler=mangler_i(strategisk),
        forside=_forside(grundlag, grupper, loeb),
        aftaledokumenter=None,
        dokumenter=(Dokument("plan", "", loeb, (*_billeder(strategisk, grupper), *afsnit)),),
        med_indhold=False,
    )


def grupper_i(udgaver: Sequence[Udgave]) -> list[Gruppe]:
    """The plan's own milestones first, then area by area; numbered through as they stand."""
    nr = 0

    def nummereret(raekker: list[dict[str, Any]]) -> tuple[Milepael, ...]:
        nonlocal nr
        ud = []
        for et in raekker:
            nr += 1
            ud.append(Milepael(nr, et["navn"], date.fromisoformat(et["senest"])))
        return tuple(ud)

    strategisk, *delaftaler = (et.indhold for et in udgaver)
    grupper = [Gruppe(HELE, (Raekke("", None, None, nummereret(strategisk["milepaele"])),))]
    for aftale in delaftaler:
        raekker = tuple(
            Raekke(et["navn"], dag(et["start"]), dag(et["slut"]), nummereret(et["milepaele"]))
            for et in aftale["aktiviteter"]
        )
        grupper.append(Gruppe(f"{aftale['nr']} {aftale['indsatsomraade']}", raekker))
    return grupper


def _forside(grundlag: Grundlag, grupper: list[Gruppe], loeb: Loebende) -> Forside:
    indhold = grundlag.dokumenter[0].indhold
    mangler = mangler_i(grundlag.dokumenter[0])
    periode = datoer.periode(dag(indhold["plan"]["start"]), dag(indhold["plan"]["slut"]))
    antal = tuple(f"{et.navn}, {_antal(len(et.milepaele))}" for et in grupper)
    return Forside(
        overrubrik=overrubrik(indhold),
        titel=TITEL,
        undertitel="for den samlede projektperiode",
        felter=(
            Oplysning("Navn på den boligsociale indsats", udfyldt(indhold["plan"]["navn"], mangler=mangler)),
            Oplysning("Områdets navn", udfyldt(indhold["plan"]["omraade"], mangler=mangler)),
            Oplysning("Projektperiode", udfyldt(periode, mangler=mangler)),
            Oplysning("Milepæle i dette papir", antal + udeladt(grundlag.udeladte)),
        ),
        underskrifter=(),
        herkomst=tuple(kildelinje(et) for et in grundlag.dokumenter),
        loebende=loeb,
    )


def _billeder(strategisk: Udgave, grupper: list[Gruppe]) -> tuple[Blok, ...]:
    """The whole period in one picture, or in as many as the pages need. None where nothing has a date."""
    dage = [et.senest for gruppe in grupper for _, et in gruppe.milepaele]
    fra, til = (dag(strategisk.indhold["plan"][et]) for et in ("start", "slut"))
    fra, til = fra or min(dage, default=None), til or max(dage, default=None)
    if not dage or fra is None or til is None or fra >= til:
        return ()
    billeder: list[list[Gruppe]] = [[]]
    for et in (gruppe for gruppe in grupper if gruppe.milepaele):
        if billeder[-1] and _hoejde([*billeder[-1], et]) > HOEJEST:
            billeder.append([])
        billeder[-1].append(et)
    periode = datoer.periode(fra, til)
    figurer = tuple(
        Figur(
            tidslinje(
                _spand(et), fra=fra, til=til, i_dag=fra - timedelta(days=1), titel=_i_ord(et, periode), bredde=BREDDE
            )
        )
        for et in billeder
    )
    return (Blok(f"Tidslinje {periode}", (Linjer((FORKLARING,)), *figurer), "tidslinje"),)


def _spand(grupper: Sequence[Gruppe]) -> list[Spand]:
    ud = []
    for gruppe in grupper:
        ud.append(Spand(gruppe.navn, er_overskrift=True))
        for et in gruppe.raekker:
            maerker = tuple(Maerke(m.senest, str(m.nr), KOMMER) for m in et.milepaele)
            ud.append(Spand(et.navn or "Planens egne milepæle", et.fra, et.til, maerker))
    return ud


def _hoejde(grupper: Sequence[Gruppe]) -> int:
    """About how high the picture becomes, in px; one that is a little higher after all is shrunk to the page."""
    navne = [raekke.navn for gruppe in grupper for raekke in gruppe.raekker]
    return 60 + 34 * len(grupper) + sum(28 + 18 * (len(navn) // 32) for navn in navne)


def _i_ord(grupper: Sequence[Gruppe], periode: str) -> str:
    led = "; ".join(f"{et.navn}: {_antal(len(et.milepaele))}" for et in grupper)
    return f"Tidslinje {periode}. {led}. Hver milepæl står med dato i tabellerne."


def _tabel(gruppe: Gruppe, anker: str) -> Blok:
    har_aktiviteter = gruppe.navn != HELE
    raekker = tuple(
        (str(et.nr), *((raekke.navn,) if har_aktiviteter else ()), et.navn, datoer.dato(et.senest))
        for raekke, et in gruppe.milepaele
    )
    if not raekker:
        return Blok(gruppe.navn, (Linjer((INGEN,)),), anker)
    kolonner = KOLONNER if har_aktiviteter else (KOLONNER[0], *KOLONNER[2:])
    return Blok(gruppe.navn, (Tabel("", kolonner, raekker),), anker)


def _antal(antal: int) -> str:
    return "1 milepæl" if antal == 1 else f"{antal or 'ingen'} milepæle"

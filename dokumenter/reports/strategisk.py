"""The strategic agreement on paper: LBF's headings in LBF's order, with the template's gaps."""

from typing import Any

from dokumenter.reports.dele import Blok, Dokument, Forside, Oplysning, Punkter, Rapport, kriterier, prosa
from dokumenter.reports.faelles import (
    felt,
    finansiering,
    gaelder,
    generation,
    herkomst,
    loebende,
    mangler_i,
    overrubrik,
    parter,
    udfyldt,
    underskrifter,
)
from dokumenter.reports.grundlag import Grundlag, Udgave

PAPIRNAVN = "Strategisk samarbejdsaftale"
SUMTEKST = "Samlet budget for den boligsociale indsats"


def strategisk_aftale(grundlag: Grundlag) -> Rapport:
    (udgave,) = grundlag.dokumenter
    indhold, version = udgave.indhold, udgave.version
    mangler = mangler_i(udgave)
    loeb = loebende(udgave, PAPIRNAVN)
    return Rapport(
        titel=f"{indhold['titel']}, {indhold['plan']['omraade']}",
        af=", ".join(parter(indhold)),
        dateret=version.gaelder_fra if version else None,
        er_kladde=version is None,
        mangler=mangler,
        forside=Forside(
            overrubrik=overrubrik(indhold),
            titel=indhold["titel"],
            undertitel="",
            felter=_felter(indhold, mangler),
            underskrifter=underskrifter(udgave),
            herkomst=herkomst(udgave),
            loebende=loeb,
        ),
        aftaledokumenter=Blok(
            "Aftaledokumenter",
            (prosa(indhold["indledning"]), Punkter(tuple(indhold["bilag"]), art="bilag")),
            "aftaledokumenter",
        ),
        dokumenter=(Dokument("aftale", "", loeb, _afsnit(udgave)),),
    )


def _felter(indhold: dict[str, Any], mangler: str) -> tuple[Oplysning, ...]:
    form = generation(indhold)
    return (
        Oplysning("Områdets navn", udfyldt(indhold["plan"]["omraade"], mangler=mangler)),
        Oplysning("Aftalens parter", udfyldt(*parter(indhold), mangler=mangler)),
        Oplysning(form.periodeled, udfyldt(gaelder(indhold, med_slut=form.med_slut), mangler=mangler)),
    )


def _afsnit(udgave: Udgave) -> tuple[Blok, ...]:
    indhold = udgave.indhold
    samlet_problem = any(et["indhold"] == "problemkompleks" for et in indhold["afsnit"])

    def dele(et: dict[str, Any]) -> tuple[Any, ...]:
        match et["indhold"]:
            case "indsatsomraader":
                return tuple(_omraade(o, indhold, med_problem=not samlet_problem) for o in indhold["indsatsomraader"])
            case "problemkompleks":
                return (prosa(et["tekst"]), *(_problem(o, et["nr"]) for o in indhold["indsatsomraader"]))
            case "oekonomi":
                return (finansiering(indhold, SUMTEKST, mangler=mangler_i(udgave)),)
            case _:
                return (prosa(et["tekst"]),)

    return tuple(Blok(et["overskrift"], dele(et), f"a{et['nr']}", f"{et['nr']}.") for et in indhold["afsnit"])


def _omraade(omraade: dict[str, Any], indhold: dict[str, Any], *, med_problem: bool) -> Blok:
    """Generation A gathers the problemkompleks in its section 3; from B it stands in the area."""
    anker = f"a{omraade['nr']}".replace(".", "-")
    dele: list[Any] = []
    if med_problem:
        dele.append(felt("Problemkompleks for indsatsområdet", omraade["problemkompleks"], f"{anker}-problem"))
    dele.append(felt(generation(indhold).formaal, omraade["formaal_og_maal"], f"{anker}-formaal"))
    dele.append(kriterier(omraade["succeskriterier"]))
    return Blok(omraade["navn"], tuple(dele), anker, omraade["nr"])


def _problem(omraade: dict[str, Any], nr: int) -> Blok:
    anker = f"a{nr}-{omraade['nr']}".replace(".", "-")
    return felt(f"Problemkompleks for indsatsområdet: {omraade['navn']}", omraade["problemkompleks"], anker)

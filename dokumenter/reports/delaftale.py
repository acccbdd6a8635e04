"""The delaftale on paper: LBF's thirteen headings, one delaftale or all of them.

The area's texts and criteria are printed from the strategic agreement of the same date, where they are written once.
"""

from typing import Any

from aftaler.reports import MEDARBEJDERE, andele_i_ord
from dokumenter.reports.dele import (
    Blok,
    Dokument,
    Forside,
    Loebende,
    Oplysning,
    Punkter,
    Rapport,
    kriterier,
    prosa,
)
from dokumenter.reports.faelles import (
    KLADDE,
    felt,
    finansiering,
    gaelder,
    herkomst,
    i_fire,
    kildelinje,
    linjeblok,
    loebende,
    mangler_i,
    overrubrik,
    parter,
    udeladt,
    udfyldt,
)
from dokumenter.reports.grundlag import Grundlag, Udgave
from dokumenter.reports.skema import skema
from kerne.datoer import dato as dato_tekst

SUMTEKST = "Samlet budget for indsatsområdet"
UDEN_STRATEGISK = "Står i den strategiske samarbejdsaftale, som ikke er godkendt endnu."


def delaftale(grundlag: Grundlag) -> Rapport:
    """One delaftale, or all that are approved in one paper with one part each."""
    foerste = grundlag.dokumenter[0]
    versioner = [et.version.gaelder_fra for et in grundlag.dokumenter if et.version]
    titel = navn(foerste) if len(grundlag.dokumenter) == 1 else "Delaftaler"
    return Rapport(
        titel=f"{titel}, {foerste.indhold['plan']['omraade']}",
        af=", ".join(parter(foerste.indhold)),
        dateret=max(versioner) if versioner else None,
        er_kladde=grundlag.er_kladde,
        mangler=mangler_i(foerste),
        forside=_forside_en(grundlag) if len(grundlag.dokumenter) == 1 else _forside_alle(grundlag),
        aftaledokumenter=None,
        dokumenter=tuple(_dokument(et, grundlag.strategisk) for et in grundlag.dokumenter),
    )


def navn(udgave: Udgave) -> str:
    return f"Delaftale {udgave.indhold['nr']} {udgave.indhold['indsatsomraade']}"


def _forside_en(grundlag: Grundlag) -> Forside:
    (udgave,) = grundlag.dokumenter
    indhold, mangler = udgave.indhold, mangler_i(udgave)
    return Forside(
        overrubrik=overrubrik(indhold),
        titel="Delaftale",
        undertitel=f"{indhold['nr']} {indhold['indsatsomraade']}",
        felter=(
            *_faelles_felter(indhold, mangler),
            Oplysning("Delaftalen gælder fra – til", udfyldt(gaelder(indhold), mangler=mangler)),
        ),
        underskrifter=(),
        herkomst=(*herkomst(udgave), *_kilde(grundlag)),
        loebende=loebende(udgave, f"Delaftale {indhold['nr']}"),
    )


def _forside_alle(grundlag: Grundlag) -> Forside:
    foerste = grundlag.dokumenter[0]
    # each delaftale has a version and a checksum of its own; they stand in the list and on its own pages
    udgave = KLADDE if grundlag.er_kladde else ""
    loeb = Loebende(f"Delaftaler · {foerste.indhold['plan']['navn']}", udgave, "")
    return Forside(
        overrubrik=overrubrik(foerste.indhold),
        titel="Delaftaler",
        undertitel="",
        felter=(
            *_faelles_felter(foerste.indhold, mangler_i(foerste)),
            Oplysning(
                "Delaftaler i dette papir", tuple(navn(et) for et in grundlag.dokumenter) + udeladt(grundlag.udeladte)
            ),
        ),
        underskrifter=(),
        herkomst=(*(kildelinje(et) for et in grundlag.dokumenter), *_kilde(grundlag)),
        loebende=loeb,
    )


def _faelles_felter(indhold: dict[str, Any], mangler: str) -> tuple[Oplysning, ...]:
    return (
        Oplysning("Navn på den boligsociale indsats", udfyldt(indhold["plan"]["navn"], mangler=mangler)),
        Oplysning("Områdets navn", udfyldt(indhold["plan"]["omraade"], mangler=mangler)),
        Oplysning("Aftalens parter", udfyldt(*parter(indhold), mangler=mangler)),
    )


def _kilde(grundlag: Grundlag) -> tuple[Oplysning, ...]:
    """Which strategic agreement the area's texts and criteria are printed from."""
    strategisk = grundlag.strategisk
    if strategisk is None:
        return ()
    version = strategisk.version
    fra = f"version {version.nr}, gælder fra {dato_tekst(version.gaelder_fra)}" if version else "udkast"
    linjer = (f"Strategisk samarbejdsaftale, {fra}", f"Kontrolsum {i_fire(strategisk.kontrolsum)}")
    return (Oplysning("Afsnit 4 og 5 er fra", linjer),)


def _dokument(udgave: Udgave, strategisk: Udgave | None) -> Dokument:
    indhold = udgave.indhold
    anker = f"d{indhold['nr']}".replace(".", "-")
    omraade = _omraade(indhold["nr"], strategisk)
    afsnit = tuple(
        Blok(et["overskrift"], _dele(et, udgave, omraade, f"{anker}-{et['nr']}"), f"{anker}-{et['nr']}", f"{et['nr']}.")
        for et in indhold["afsnit"]
    )
    return Dokument(anker, navn(udgave), loebende(udgave, f"Delaftale {indhold['nr']}"), afsnit)


def _omraade(nr: str, strategisk: Udgave | None) -> dict[str, Any] | None:
    """The area in the strategic agreement; None when that is not approved, or does not have the area."""
    if strategisk is None:
        return None
    return next((et for et in strategisk.indhold["indsatsomraader"] if et["nr"] == nr), None)


def _dele(et: dict[str, Any], udgave: Udgave, omraade: dict[str, Any] | None, anker: str) -> tuple[Any, ...]:
    indhold, mangler = udgave.indhold, mangler_i(udgave)
    match et["indhold"]:
        case "indsatsomraadets_navn":
            navn_linje = linjeblok(f"{indhold['nr']} {indhold['indsatsomraade']}", mangler=mangler)
            return (navn_linje, prosa(indhold["indledning"]))
        case "planens_navn":
            return (linjeblok(indhold["plan"]["navn"], mangler=mangler),)
        case "parter":
            return (linjeblok(*parter(indhold), mangler=mangler),)
        case "periode":
            return (linjeblok(gaelder(indhold), mangler=mangler),)
        case "problemkompleks":
            return (prosa(omraade["problemkompleks"]) if omraade else linjeblok(UDEN_STRATEGISK, mangler=mangler),)
        case "formaal_og_kriterier":
            return _formaal(omraade, anker, mangler)
        case "aktivitetsliste":
            return (Punkter(tuple(a["navn"] for a in indhold["aktiviteter"])),)
        case "aktivitetsskemaer":
            return tuple(skema(a, f"{anker}-{nr}") for nr, a in enumerate(indhold["aktiviteter"], 1))
        case "oekonomi":
            return (finansiering(indhold, SUMTEKST, mangler=mangler),)
        case _:
            andele = andele_i_ord(indhold) if et["kode"] == MEDARBEJDERE else []
            tekst = (prosa(et["tekst"]),) if et["tekst"] or not andele else ()
            return (linjeblok(*andele, mangler=mangler), *tekst) if andele else tekst


def _formaal(omraade: dict[str, Any] | None, anker: str, mangler: str) -> tuple[Any, ...]:
    if omraade is None:
        return (linjeblok(UDEN_STRATEGISK, mangler=mangler),)
    return (
        felt("Formål og mål", omraade["formaal_og_maal"], f"{anker}-formaal"),
        kriterier(omraade["succeskriterier"]),
    )

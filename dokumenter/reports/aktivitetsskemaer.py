"""One form per activity, each on a page of its own: of one delaftale, or of all."""

from dokumenter.reports.delaftale import navn
from dokumenter.reports.dele import Dokument, Forside, Loebende, Oplysning, Rapport
from dokumenter.reports.faelles import (
    KLADDE,
    herkomst,
    kildelinje,
    loebende,
    mangler_i,
    overrubrik,
    parter,
    udeladt,
    udfyldt,
)
from dokumenter.reports.grundlag import Grundlag, Udgave
from dokumenter.reports.skema import fuldt_skema

TITEL = "Aktivitetsskemaer"


def aktivitetsskemaer(grundlag: Grundlag) -> Rapport:
    foerste = grundlag.dokumenter[0]
    versioner = [et.version.gaelder_fra for et in grundlag.dokumenter if et.version]
    return Rapport(
        titel=f"{TITEL}, {foerste.indhold['plan']['omraade']}",
        af=", ".join(parter(foerste.indhold)),
        dateret=max(versioner) if versioner else None,
        er_kladde=grundlag.er_kladde,
        mangler=mangler_i(foerste),
        forside=_forside(grundlag),
        aftaledokumenter=None,
        dokumenter=tuple(_dokument(et) for et in grundlag.dokumenter),
    )


def _forside(grundlag: Grundlag) -> Forside:
    foerste = grundlag.dokumenter[0]
    indhold, mangler, er_en = foerste.indhold, mangler_i(foerste), len(grundlag.dokumenter) == 1
    antal = tuple(
        f"{et.indhold['nr']} {et.indhold['indsatsomraade']}, {_antal(len(et.indhold['aktiviteter']))}"
        for et in grundlag.dokumenter
    )
    samlet = Loebende(f"{TITEL} · {indhold['plan']['navn']}", KLADDE if grundlag.er_kladde else "", "")
    return Forside(
        overrubrik=overrubrik(indhold),
        titel=TITEL,
        undertitel=f"{indhold['nr']} {indhold['indsatsomraade']}" if er_en else "",
        felter=(
            Oplysning("Navn på den boligsociale indsats", udfyldt(indhold["plan"]["navn"], mangler=mangler)),
            Oplysning("Områdets navn", udfyldt(indhold["plan"]["omraade"], mangler=mangler)),
            Oplysning("Aktiviteter i dette papir", antal + udeladt(grundlag.udeladte)),
        ),
        underskrifter=(),
        herkomst=herkomst(foerste) if er_en else tuple(kildelinje(et) for et in grundlag.dokumenter),
        loebende=loebende(foerste, TITEL) if er_en else samlet,
    )


def _dokument(udgave: Udgave) -> Dokument:
    nr = udgave.indhold["nr"]
    anker = f"d{nr}".replace(".", "-")
    skemaer = tuple(fuldt_skema(et, f"{anker}-{i}") for i, et in enumerate(udgave.indhold["aktiviteter"], 1))
    return Dokument(anker, navn(udgave), loebende(udgave, f"{TITEL} {nr}"), skemaer, form="skemaer")


def _antal(antal: int) -> str:
    return "1 aktivitet" if antal == 1 else f"{antal} aktiviteter"

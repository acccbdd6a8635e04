"""The annexes that are made from the strategic agreement alone: kommissorium, beredskabsplan, organisationsdiagram."""

import re
from typing import Any

from aftaler.models.bilag import Bilagsart
from aftaler.models.organ import Organart
from aftaler.reports import organer as organvisning
from aftaler.reports.kommissorium import bestyrelsen
from dokumenter.reports.dele import (
    Blok,
    Dokument,
    Fakta,
    Figur,
    Forside,
    Kolonne,
    Oplysning,
    Rapport,
    Tabel,
    prosa,
)
from dokumenter.reports.faelles import gaelder, herkomst, linjeblok, loebende, mangler_i, overrubrik, parter, udfyldt
from dokumenter.reports.grundlag import Grundlag, Udgave

STAAENDE = 605  # px: the text's width on an A4 page that stands
LIGGENDE, LAV = 1120, 560  # px: a drawing this wide and no higher is shrunk a little to a page that lies down
FLEST_STAAENDE = 4  # bodies that are drawn well on a page that stands
STOERRELSE = re.compile(r'viewBox="0 0 \S+ ([\d.]+)"')


def kommissorium(grundlag: Grundlag) -> Rapport:
    """The text, and the bestyrelse's seats and meetings as the agreement has them."""
    (udgave,) = grundlag.dokumenter
    organ = bestyrelsen(udgave.indhold["organer"])
    afsnit = [Blok("Kommissorium", (_tekst(udgave, Bilagsart.KOMMISSORIUM),), "kommissorium")]
    if organ:
        afsnit.append(Blok("Bestyrelsens pladser og møder", _organ(organ, {}), "bestyrelsen"))
    return _rapport(udgave, "Kommissorium", tuple(afsnit), undertitel="for bestyrelsen")


def beredskabsplan(grundlag: Grundlag) -> Rapport:
    (udgave,) = grundlag.dokumenter
    afsnit = Blok("Beredskabsplan", (_tekst(udgave, Bilagsart.BEREDSKABSPLAN),), "beredskabsplan")
    return _rapport(udgave, "Beredskabsplan", (afsnit,))


def organisationsdiagram(grundlag: Grundlag) -> Rapport:
    """The drawing, then the same in words, and every body with its seats. A wide drawing lies down."""
    (udgave,) = grundlag.dokumenter
    organer = udgave.indhold["organer"]
    if not organer:
        tom = Blok("Organer", (linjeblok(mangler=mangler_i(udgave)),), "organer")
        return _rapport(udgave, "Organisationsdiagram", (tom,))
    loeb = loebende(udgave, "Organisationsdiagram")
    navne = {et["noegle"]: et["navn"] for et in organer}
    i_ord = Blok("Diagrammet i ord", (_i_ord(organer, navne),), "i-ord")
    enkelte = tuple(Blok(et["navn"], _organ(et, navne), f"organ{nr}") for nr, et in enumerate(organer, 1))
    ord_ = (i_ord, Blok("Organerne og deres pladser", enkelte, "organer"))
    bred = organvisning.diagram(organer, bredde=LIGGENDE)
    liggende = len(organer) > FLEST_STAAENDE and float(STOERRELSE.search(bred)[1]) <= LAV
    figur = Figur(bred if liggende else organvisning.diagram(organer, bredde=STAAENDE))
    tegning = Blok("Diagram", (figur,), "diagram")
    if not liggende:
        return _rapport(udgave, "Organisationsdiagram", (tegning, *ord_))
    foerst = (Dokument("tegning", "", loeb, (tegning,), form="liggende"),)
    return _rapport(udgave, "Organisationsdiagram", ord_, foerst=foerst)


def _rapport(
    udgave: Udgave, titel: str, afsnit: tuple[Blok, ...], *, undertitel: str = "", foerst: tuple[Dokument, ...] = ()
) -> Rapport:
    indhold, mangler, loeb = udgave.indhold, mangler_i(udgave), loebende(udgave, titel)
    return Rapport(
        titel=f"{titel}, {indhold['plan']['omraade']}",
        af=", ".join(parter(indhold)),
        dateret=udgave.version.gaelder_fra if udgave.version else None,
        er_kladde=udgave.version is None,
        mangler=mangler,
        forside=Forside(
            overrubrik=overrubrik(indhold),
            titel=titel,
            undertitel=undertitel,
            felter=(
                Oplysning("Navn på den boligsociale indsats", udfyldt(indhold["plan"]["navn"], mangler=mangler)),
                Oplysning("Områdets navn", udfyldt(indhold["plan"]["omraade"], mangler=mangler)),
                Oplysning("Aftalens parter", udfyldt(*parter(indhold), mangler=mangler)),
                Oplysning("Bilag til", (indhold["titel"], gaelder(indhold))),
            ),
            underskrifter=(),
            herkomst=herkomst(udgave),
            loebende=loeb,
        ),
        aftaledokumenter=None,
        dokumenter=(*foerst, Dokument("bilag", "", loeb, afsnit)),
        med_indhold=False,
    )


def _tekst(udgave: Udgave, art: Bilagsart) -> Any:
    # a version from before the annex was written does not have the key
    return prosa(udgave.indhold.get("bilagstekster", {}).get(art.value, ""))


def _organ(organ: dict[str, Any], navne: dict[int, str]) -> tuple[Any, ...]:
    """A body's facts and its seats; what the agreement does not say is left out."""
    led = (
        ("Slags", str(Organart(organ["art"]).label) if navne else ""),
        ("Hører under", navne.get(organ["over"], "")),
        ("Møder", organvisning.rytme(organ["moeder_mindst"], organ["moeder_hoejst"])),
        ("Sekretariat", organ["sekretariat"]),
    )
    fakta = Fakta(tuple(Oplysning(navn, (ord_,)) for navn, ord_ in led if ord_))
    return (*((fakta,) if fakta.felter else ()), *((_pladser(organ),) if organ["pladser"] else ()))


def _pladser(organ: dict[str, Any]) -> Tabel:
    raekker = tuple((et["betegnelse"], et["organisation"] or "uden fast part") for et in organ["pladser"])
    return Tabel("", (Kolonne("Plads"), Kolonne("Udpeges af", "halv")), raekker)


def _i_ord(organer: list[dict[str, Any]], navne: dict[int, str]) -> Tabel:
    """What the drawing shows. A table, as a nested list gets no valid tags in the PDF."""
    raekker = tuple(
        (
            et["navn"],
            navne.get(et["over"], "ingen, står øverst"),
            organvisning.pladser_i_ord(et["pladser"]) if et["pladser"] else "",
            organvisning.rytme(et["moeder_mindst"], et["moeder_hoejst"]),
        )
        for et in organer
    )
    return Tabel("", (Kolonne("Organ"), Kolonne("Hører under"), Kolonne("Pladser"), Kolonne("Møder")), raekker)

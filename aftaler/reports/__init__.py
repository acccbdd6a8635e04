"""A document's snapshot → the blocks that a page shows, in LBF's order, each with what it still lacks."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models.skabelon import Indhold
from aftaler.rules import samlet
from aftaler.rules.laesningsord import i_en_saetning, laesning_i_ord, mangler_i_ord
from kerne import datoer, talformat

__all__ = [
    "MEDARBEJDERE",
    "Blok",
    "Pengeraekke",
    "andele_i_ord",
    "antal_klar",
    "delaftale_blokke",
    "gaelder",
    "i_en_saetning",
    "laesning_i_ord",
    "mangler_i_ord",
    "omraadet",
    "skema_er_udfyldt",
    "strategiske_blokke",
]


MEDARBEJDERE = "medarbejderressourcer"  # the section that lists the shares of posts, in every generation


@dataclass(frozen=True)
class Blok:
    """One numbered section. `mangler` is the sentence that says what it lacks; empty when it is ready."""

    nr: str
    kode: str
    overskrift: str
    indhold: str
    mangler: str = ""
    tekst: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    dele: tuple["Blok", ...] = ()
    # What the page adds: how it may be edited, and the edit under way.
    ret_url: str = ""
    andetsteds_url: str = ""
    andetsteds_tekst: str = ""
    redigering: Any = None
    kvittering: str = ""
    er_del: bool = False

    @property
    def skabelon(self) -> str:
        return f"aftaler/blokke/{self.indhold}.html"

    @property
    def tilstand(self) -> str:
        """The marker of the side navigation."""
        if self.redigering:
            return "redigeres"
        return "mangler" if self.mangler else "klar"

    @property
    def visning(self) -> str:
        """How the block stands on the page: read, being edited, with a fault, in conflict."""
        return self.redigering.tilstand if self.redigering else "laes"


@dataclass(frozen=True)
class Pengeraekke:
    """A row of LBF's table of financing; `beloeb` in kroner, None is "not stated"."""

    navn: str
    beloeb: Decimal | None
    er_total: bool = False


def strategiske_blokke(dok: dict[str, Any]) -> list[Blok]:
    """The strategic agreement. A template with a section for it (generation A) gathers the problemkompleks there."""
    samlet_problem = any(et["indhold"] == Indhold.PROBLEMKOMPLEKS for et in dok["afsnit"])
    return [_strategisk_blok(et, dok, samlet_problem) for et in dok["afsnit"]]


def delaftale_blokke(dok: dict[str, Any], omraade: dict[str, Any] | None) -> list[Blok]:
    """The delaftale's 13 blocks; `omraade` is its area in the strategic agreement, None where there is none."""
    omraade = omraade or {"problemkompleks": "", "formaal_og_maal": "", "succeskriterier": []}
    return [_delaftale_blok(et, dok, omraade) for et in dok["afsnit"]]


def omraadet(strategisk: dict[str, Any] | None, nr: str) -> dict[str, Any] | None:
    """The area with LBF's number in a snapshot of the strategic agreement."""
    return next((et for et in (strategisk or {}).get("indsatsomraader", []) if et["nr"] == nr), None)


def gaelder(dok: dict[str, Any]) -> str:
    """ "1. maj 2019 – 30. april 2023", as the document's front says it."""
    return datoer.periode(_dato(dok["gaelder_fra"]), _dato(dok["gaelder_til"]))


def antal_klar(blokke: list[Blok]) -> str:
    """ "11 af 13 afsnit er klar"."""
    return f"{sum(not et.mangler for et in blokke)} af {len(blokke)} afsnit er klar"


def _strategisk_blok(afsnit: dict[str, Any], dok: dict[str, Any], samlet_problem: bool) -> Blok:
    omraader = dok["indsatsomraader"]
    match afsnit["indhold"]:
        case Indhold.OEKONOMI:
            return _blok(afsnit, _mangler_penge(dok), data=_penge(dok, "Samlet budget for den boligsociale indsats"))
        case Indhold.INDSATSOMRAADER:
            dele = tuple(_omraadeblok(et, samlet_problem) for et in omraader)
            ufaerdige = [et.nr for et in dele if et.mangler]
            mangler = f"{i_en_saetning(ufaerdige)} er ikke skrevet færdig." if ufaerdige else ""
            return _blok(afsnit, mangler if omraader else "Intet indsatsområde er valgt.", dele=dele)
        case Indhold.PROBLEMKOMPLEKS:
            uden = [et["nr"] for et in omraader if not et["problemkompleks"]]
            mangler = f"Problemkomplekset mangler for {i_en_saetning(uden)}." if uden else ""
            mangler = mangler if afsnit["tekst"] else "Teksten mangler."
            return _blok(afsnit, mangler, skabelon="problemkompleks_samlet", data={"omraader": omraader})
    return _blok(afsnit, "" if afsnit["tekst"] else "Teksten mangler.", skabelon="tekst")


def _omraadeblok(omraade: dict[str, Any], samlet_problem: bool) -> Blok:
    mangler = _led(
        ("problemkompleks", bool(omraade["problemkompleks"]) or samlet_problem),
        ("formål og mål", bool(omraade["formaal_og_maal"])),
        ("succeskriterier", bool(omraade["succeskriterier"])),
    )
    er_tomt = not (omraade["problemkompleks"] or omraade["formaal_og_maal"] or omraade["succeskriterier"])
    data = {**omraade, "vis_problemkompleks": not samlet_problem, "er_tomt": er_tomt}
    kode = f"omraade-{omraade['nr'].replace('.', '-')}"
    return Blok(omraade["nr"], kode, omraade["navn"], "omraade", mangler, data=data, er_del=True)


def _delaftale_blok(afsnit: dict[str, Any], dok: dict[str, Any], omraade: dict[str, Any]) -> Blok:
    aktiviteter = dok["aktiviteter"]
    match afsnit["indhold"]:
        case Indhold.INDSATSOMRAADETS_NAVN | Indhold.PLANENS_NAVN:
            return _blok(
                afsnit, "", data={"navn": dok["indsatsomraade"], "plan": dok["plan"], "indledning": dok["indledning"]}
            )
        case Indhold.PARTER:
            return _blok(afsnit, "" if dok["parter"] else "Ingen parter endnu.", data={"parter": dok["parter"]})
        case Indhold.PROBLEMKOMPLEKS:
            return _blok(afsnit, _led(("problemkompleks", bool(omraade["problemkompleks"]))), data=omraade)
        case Indhold.FORMAAL_OG_KRITERIER:
            har = bool(omraade["formaal_og_maal"]), bool(omraade["succeskriterier"])
            return _blok(afsnit, _led(("formål og mål", har[0]), ("succeskriterier", har[1])), data=omraade)
        case Indhold.AKTIVITETSLISTE:
            return _blok(afsnit, "" if aktiviteter else "Ingen aktiviteter endnu.", data={"aktiviteter": aktiviteter})
        case Indhold.AKTIVITETSSKEMAER:
            return _blok(afsnit, _mangler_skemaer(aktiviteter), data={"aktiviteter": aktiviteter})
        case Indhold.OEKONOMI:
            return _blok(afsnit, _mangler_penge(dok), data=_penge(dok, "Samlet budget for indsatsområdet"))
        case Indhold.PERIODE:
            mangler = "" if dok["gaelder_fra"] and dok["gaelder_til"] else "Datoerne mangler."
            return _blok(afsnit, mangler, data={"periode": gaelder(dok)})
    andele = andele_i_ord(dok) if afsnit["kode"] == MEDARBEJDERE else []
    mangler = "" if afsnit["tekst"] or andele else "Teksten mangler."
    return _blok(afsnit, mangler, skabelon="tekst", data={"andele": andele} if andele else {})


def andele_i_ord(dok: dict[str, Any]) -> list[str]:
    """A delaftale's shares of posts as LBF's form has them: "60 % boligsocial medarbejder"."""
    return [f"{talformat.procent(Decimal(et['procent']))} {et['stilling']}" for et in dok.get("medarbejderandele", [])]


def _blok(afsnit: dict[str, Any], mangler: str, *, skabelon: str = "", **mere: Any) -> Blok:
    faelles = {"nr": str(afsnit["nr"]), "kode": afsnit["kode"], "overskrift": afsnit["overskrift"]}
    return Blok(**faelles, indhold=skabelon or afsnit["indhold"], mangler=mangler, tekst=afsnit["tekst"], **mere)


def _led(*led: tuple[str, bool]) -> str:
    mangler = [navn for navn, har in led if not har]
    return f"Mangler {i_en_saetning(mangler)}." if mangler else ""


def skema_er_udfyldt(aktivitet: dict[str, Any]) -> bool:
    """All six fields of LBF's form hold something."""
    tekster = ("indhold", "formaal_og_maal", "maalgrupper", "ansvar_og_roller", "succeskriterier")
    return all(aktivitet[felt] for felt in tekster)


def _mangler_skemaer(aktiviteter: list[dict[str, Any]]) -> str:
    if not aktiviteter:
        return "Ingen aktiviteter endnu."
    uden = sum(not skema_er_udfyldt(et) for et in aktiviteter)
    return f"{uden} af {len(aktiviteter)} skemaer er ikke udfyldt." if uden else ""


def _mangler_penge(dok: dict[str, Any]) -> str:
    return "" if all(dok["finansiering"].values()) else "Et beløb er ikke oplyst."


def _penge(dok: dict[str, Any], total: str) -> dict[str, Any]:
    lbf, lokal = (_tal(dok["finansiering"][felt]) for felt in ("landsbyggefonden", "lokal_medfinansiering"))
    raekker = [Pengeraekke("Landsbyggefonden", lbf), Pengeraekke("Lokal medfinansiering", lokal)]
    return {"raekker": [*raekker, Pengeraekke(total, samlet(lbf, lokal), er_total=True)]}


def _tal(tekst: str | None) -> Decimal | None:
    return None if tekst is None else Decimal(tekst)


def _dato(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None

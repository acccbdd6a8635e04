"""Everything that a document says, clause by clause in plain words. Nothing in a snapshot is left out. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from aftaler.models.bilag import Bilagsart
from aftaler.models.milepael import Maalgruppeart, Virkningsart
from aftaler.models.succeskriterium import laesning_fra
from aftaler.rules.laesningsord import laesning_i_ord, mangler_i_ord
from aftaler.snapshot.organord import andele, organer
from aftaler.snapshot.pengeord import budget, finansieringsplan, hovedtal
from kerne import datoer, talformat
from kerne.rigtekst import som_tekst

AKTIVITETSFELTER = (
    ("indhold", "indhold og praksis"),
    ("formaal_og_maal", "formål og mål"),
    ("maalgrupper", "målgrupper"),
    ("ansvar_og_roller", "ansvar og roller"),
)
PENGE_I_DETALJER = ("budget.", "kilde.", "tilsagn.", "oplyst.")


@dataclass(frozen=True)
class Klausul:
    """One thing that the document says; `sti` is the same in both versions for the same thing."""

    sti: str
    overskrift: str
    tekst: str


def klausuler(indhold: dict[str, Any]) -> list[Klausul]:
    """Everything that the document says, in its own order, as plain words."""
    return [Klausul(*et) for et in _alle(indhold) if et[2]]


def er_penge(sti: str) -> bool:
    """The clause is money in detail, which not every role may see; the main figures are for everybody."""
    return sti.startswith(PENGE_I_DETALJER)


def _alle(indhold: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield from _forside(indhold)
    for afsnit in indhold["afsnit"]:
        yield f"afsnit.{afsnit['kode']}", f"{afsnit['nr']}. {afsnit['overskrift']}", som_tekst(afsnit["tekst"])
    for omraade in indhold.get("indsatsomraader", []):
        yield from _indsatsomraade(omraade)
    if aktiviteter := indhold.get("aktiviteter", []):
        yield "aktiviteter", "Aktiviteter", "\n".join(et["navn"] for et in aktiviteter)
    for aktivitet in aktiviteter:
        yield from _aktivitet(aktivitet)
    yield from organer(indhold.get("organer", []))
    yield from andele(indhold.get("medarbejderandele", []))
    for milepael in indhold.get("milepaele", []):
        yield _milepael(milepael, "Milepæl")
    yield from hovedtal(indhold["finansiering"])
    yield from finansieringsplan(indhold.get("finansieringsplan"))
    yield from budget(indhold.get("budgetposter", []))
    yield "bilag", "Bilag", "\n".join(indhold.get("bilag", []))
    for art, tekst in indhold.get("bilagstekster", {}).items():
        yield f"bilagstekst.{art}", f"Bilag: {Bilagsart(art).label}", som_tekst(tekst)


def _forside(indhold: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    plan = indhold["plan"]
    for kode, navn in (
        ("navn", "Planens navn"),
        ("omraade", "Områdets navn"),
        ("kommune", "Kommune"),
        ("bevillingsperiode", "Bevillingsperiode"),
        ("lbf_sagsnr", "LBF-sagsnummer"),
    ):
        yield f"plan.{kode}", navn, plan[kode]
    yield "plan.periode", "Planens periode", periode(plan["start"], plan["slut"])
    yield "plan.boligomraader", "Boligområder", _navne(plan["boligomraader"])
    yield "plan.boligafdelinger", "Boligafdelinger", _navne(plan["boligafdelinger"])
    yield "parter", "Aftalens parter", "\n".join(_part(et) for et in indhold["parter"])
    yield "periode", "Gælder fra – til", periode(indhold["gaelder_fra"], indhold["gaelder_til"])
    if indhold["dokument"] == "delaftale":
        yield "indsatsomraade", "Indsatsområde", f"{indhold['nr']} {indhold['indsatsomraade']}"
    overskrifter = "\n".join(f"{et['nr']}. {et['overskrift']}" for et in indhold["afsnit"])
    dele = (f"Generation {indhold['generation']}", indhold["titel"], som_tekst(indhold["indledning"]), overskrifter)
    yield "skabelon", "Skabelonens titel og overskrifter", "\n".join(filter(None, dele))


def _indsatsomraade(omraade: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    navn, sti = f"{omraade['nr']} {omraade['navn']}", f"omraade.{omraade['noegle']}"
    yield sti, "Indsatsområde", navn
    yield f"{sti}.problemkompleks", f"{navn}: problemkompleks", som_tekst(omraade["problemkompleks"])
    yield f"{sti}.formaal", f"{navn}: formål og mål", som_tekst(omraade["formaal_og_maal"])
    for kriterium in omraade["succeskriterier"]:
        yield from _kriterium(kriterium, navn)


def _aktivitet(aktivitet: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    navn, sti = aktivitet["navn"], f"aktivitet.{aktivitet['noegle']}"
    yield f"{sti}.type", f"{navn}: type", aktivitet["type"] or ""
    for felt, overskrift in AKTIVITETSFELTER:
        yield f"{sti}.{felt}", f"{navn}: {overskrift}", som_tekst(aktivitet[felt])
    for gruppe in aktivitet["maalgruppeposter"]:
        antal = f", {talformat.tal(gruppe['stoerrelse'])} personer" if gruppe["stoerrelse"] is not None else ""
        slags = f"{Maalgruppeart(gruppe['art']).label} målgruppe"
        yield f"{sti}.maalgruppe.{gruppe['noegle']}", f"{navn}: målgruppe", f"{gruppe['navn']} ({slags}{antal})"
    yield f"{sti}.ansvarlig", f"{navn}: ansvarlig", aktivitet["ansvarlig"] or ""
    yield f"{sti}.boligomraader", f"{navn}: boligområder", ", ".join(aktivitet["boligomraader"])
    yield f"{sti}.periode", f"{navn}: periode", periode(aktivitet["start"], aktivitet["slut"])
    if aktivitet["eksempel"]:
        yield f"{sti}.eksempel", f"{navn}: opdigtet", "Aktiviteten er et opdigtet eksempel."
    for kriterium in aktivitet["succeskriterier"]:
        yield from _kriterium(kriterium, navn)
    for virkning in aktivitet["virkninger"]:
        ord_ = f"{Virkningsart(virkning['art']).label} på kriteriet »{virkning['navn']}«"
        yield f"{sti}.virkning.{virkning['noegle']}", f"{navn}: virkning", f"Aktiviteten {ord_}."
    for milepael in aktivitet["milepaele"]:
        yield _milepael(milepael, f"{navn}: milepæl")


def _kriterium(kriterium: dict[str, Any], hvor: str) -> Iterator[tuple[str, str, str]]:
    sti, navn = f"kriterium.{kriterium['noegle']}", f"{hvor}: succeskriterium {kriterium['nr']}"
    yield sti, navn, kriterium["tekst"]
    yield f"{sti}.navn", f"{navn}, kort navn", kriterium["navn"]
    yield f"{sti}.datakilde", f"{navn}, datakilde", kriterium["datakilde"]
    yield f"{sti}.ansvarlig", f"{navn}, hvem måler", kriterium["ansvarlig"]
    yield f"{sti}.frist", f"{navn}, første måling senest", dag(kriterium["foerste_frist"])
    yield f"{sti}.laesning", f"{navn}, sådan læses det", _laesning(kriterium["laesning"])


def _laesning(frosset: dict[str, Any]) -> str:
    laesning = laesning_fra(frosset)
    led = [f"{navn}: {vaerdi}." for navn, vaerdi in laesning_i_ord(laesning, _eksakt)]
    led += [mangler_i_ord(laesning), "Kan måles." if laesning.maalbar else "Kan ikke måles endnu."]
    return "\n".join(filter(None, led))


def _eksakt(tal: Any, enhed: str) -> str:
    return talformat.vaerdi(tal, enhed, talformat.decimaler_i(tal))


def _milepael(milepael: dict[str, Any], overskrift: str) -> tuple[str, str, str]:
    return f"milepael.{milepael['noegle']}", overskrift, f"{milepael['navn']}, senest {dag(milepael['senest'])}"


def _part(part: dict[str, Any]) -> str:
    underskriver = f", underskrives af {part['underskriver']}" if part["underskriver"] else ""
    return f"{part['navn']} ({part['art'].lower()}){underskriver}"


def _navne(raekker: list[dict[str, Any]]) -> str:
    return ", ".join(et["navn"] for et in raekker)


def dag(iso: str | None) -> str:
    return datoer.dato(date.fromisoformat(iso)) if iso else ""


def periode(fra: str | None, til: str | None) -> str:
    return datoer.periode(*(date.fromisoformat(et) if et else None for et in (fra, til)))

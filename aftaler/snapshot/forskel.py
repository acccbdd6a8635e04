"""What changed between two snapshots of one document: clause by clause, word by word. Pure."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kerne import datoer, talformat
from kerne.rigtekst import som_tekst

ORD = re.compile(r"\s+|[\wæøåÆØÅ]+(?:[.,]\d+)*|[^\w\s]")
KORT = 2  # letters: "i", "af", "på" carry no meaning of their own between two changes
AKTIVITETSFELTER = (
    ("indhold", "indhold og praksis"),
    ("formaal_og_maal", "formål og mål"),
    ("maalgrupper", "målgrupper"),
    ("ansvar_og_roller", "ansvar og roller"),
)


@dataclass(frozen=True)
class Led:
    """A run of words: `tegn` is "=" kept, "+" added, "-" removed."""

    tegn: str
    tekst: str


@dataclass(frozen=True)
class Klausul:
    """One thing that the document says; `sti` is the same in both versions for the same thing."""

    sti: str
    overskrift: str
    tekst: str


@dataclass(frozen=True)
class Forskel:
    """A clause that changed: `art` is tilfoejet, slettet or aendret."""

    sti: str
    overskrift: str
    art: str
    led: tuple[Led, ...]


def klausuler(indhold: dict[str, Any]) -> list[Klausul]:
    """Everything that the document says, in its own order, as plain words."""
    return [et for et in _klausuler(indhold) if et.tekst]


def forskelle(foer: dict[str, Any], efter: dict[str, Any]) -> list[Forskel]:
    """The clauses that differ, in the new order, removed ones where they stood. Empty: word for word the same."""
    gamle = {et.sti: et for et in klausuler(foer)}
    nye = {et.sti: et for et in klausuler(efter)}
    ud = []
    for sti in _flettet(list(gamle), list(nye)):
        gammel, ny = gamle.get(sti), nye.get(sti)
        if gammel and ny:
            if gammel.tekst != ny.tekst:
                ud.append(Forskel(sti, ny.overskrift, "aendret", ordforskel(gammel.tekst, ny.tekst)))
        elif ny:
            ud.append(Forskel(sti, ny.overskrift, "tilfoejet", (Led("+", ny.tekst),)))
        elif gammel:
            ud.append(Forskel(sti, gammel.overskrift, "slettet", (Led("-", gammel.tekst),)))
    return ud


def ordforskel(foer: str, efter: str) -> tuple[Led, ...]:
    """The two texts woven together. Joining "=" and "-" gives `foer`, "=" and "+" gives `efter`."""
    a, b = ORD.findall(foer), ORD.findall(efter)
    ud: list[Led] = []
    for art, a1, a2, b1, b2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if art == "equal":
            ud.append(Led("=", "".join(a[a1:a2])))
            continue
        if a1 < a2:
            ud.append(Led("-", "".join(a[a1:a2])))
        if b1 < b2:
            ud.append(Led("+", "".join(b[b1:b2])))
    return tuple(_uden_oeer(ud))


def _uden_oeer(led: list[Led]) -> list[Led]:
    """A space or a tiny word between two changes is part of the change: it reads as one replacement, not three."""
    ud: list[Led] = []
    for nr, et in enumerate(led):
        mellem = et.tegn == "=" and len(et.tekst.strip()) <= KORT and 0 < nr < len(led) - 1
        ud += [Led("-", et.tekst), Led("+", et.tekst)] if mellem else [et]
    return _samlet(ud)


def _samlet(led: list[Led]) -> list[Led]:
    """Between two kept runs, all that is removed comes first, then all that is added."""
    ud: list[Led] = []
    vaek, nyt = "", ""
    for et in [*led, Led("=", "")]:
        if et.tegn == "-":
            vaek += et.tekst
        elif et.tegn == "+":
            nyt += et.tekst
        else:
            ud += [Led("-", vaek)] * bool(vaek) + [Led("+", nyt)] * bool(nyt) + [et] * bool(et.tekst)
            vaek, nyt = "", ""
    return ud


def _flettet(gamle: list[str], nye: list[str]) -> list[str]:
    """The new order, with each old key that is gone right after the old key that stood before it."""
    ud = list(nye)
    findes = set(nye)
    for nr, sti in enumerate(gamle):
        if sti in findes:
            continue
        forrige = next((et for et in reversed(gamle[:nr]) if et in ud), None)
        ud.insert(ud.index(forrige) + 1 if forrige is not None else 0, sti)
    return ud


def _klausuler(indhold: dict[str, Any]) -> Iterator[Klausul]:
    plan = indhold["plan"]
    yield Klausul("omraade", "Områdets navn", plan["omraade"])
    yield Klausul("parter", "Aftalens parter", "\n".join(_part(et) for et in indhold["parter"]))
    yield Klausul("periode", "Gælder fra – til", _periode(indhold["gaelder_fra"], indhold["gaelder_til"]))
    for afsnit in indhold["afsnit"]:
        yield Klausul(f"afsnit.{afsnit['kode']}", f"{afsnit['nr']}. {afsnit['overskrift']}", som_tekst(afsnit["tekst"]))
    for omraade in indhold.get("indsatsomraader", []):
        yield from _indsatsomraade(omraade)
    for aktivitet in indhold.get("aktiviteter", []):
        yield from _aktivitet(aktivitet)
    for kode, navn in (("landsbyggefonden", "Landsbyggefonden"), ("lokal_medfinansiering", "Lokal medfinansiering")):
        beloeb = indhold["finansiering"][kode]
        yield Klausul(
            f"finansiering.{kode}", f"Finansiering: {navn}", talformat.kroner(Decimal(beloeb)) if beloeb else ""
        )
    yield Klausul("bilag", "Bilag", "\n".join(indhold.get("bilag", [])))


def _indsatsomraade(omraade: dict[str, Any]) -> Iterator[Klausul]:
    navn, sti = f"{omraade['nr']} {omraade['navn']}", f"omraade.{omraade['noegle']}"
    yield Klausul(sti, navn, navn)
    yield Klausul(f"{sti}.problemkompleks", f"{navn}: problemkompleks", som_tekst(omraade["problemkompleks"]))
    yield Klausul(f"{sti}.formaal", f"{navn}: formål og mål", som_tekst(omraade["formaal_og_maal"]))
    for kriterium in omraade["succeskriterier"]:
        yield from _kriterium(kriterium, navn)


def _aktivitet(aktivitet: dict[str, Any]) -> Iterator[Klausul]:
    navn, sti = aktivitet["navn"], f"aktivitet.{aktivitet['noegle']}"
    yield Klausul(sti, "Aktivitet", navn)
    for felt, overskrift in AKTIVITETSFELTER:
        yield Klausul(f"{sti}.{felt}", f"{navn}: {overskrift}", som_tekst(aktivitet[felt]))
    for kriterium in aktivitet["succeskriterier"]:
        yield from _kriterium(kriterium, navn)


def _kriterium(kriterium: dict[str, Any], hvor: str) -> Iterator[Klausul]:
    sti, navn = f"kriterium.{kriterium['noegle']}", f"{hvor}: succeskriterium {kriterium['nr']}"
    yield Klausul(sti, navn, kriterium["tekst"])
    yield Klausul(f"{sti}.datakilde", f"{navn}, datakilde", kriterium["datakilde"])
    laesning = {felt: vaerdi for felt, vaerdi in kriterium["laesning"].items() if vaerdi not in (None, "", [], False)}
    yield Klausul(f"{sti}.laesning", f"{navn}, læsning", ", ".join(f"{felt}: {et}" for felt, et in laesning.items()))


def _part(part: dict[str, Any]) -> str:
    return f"{part['navn']} ({part['underskriver']})" if part["underskriver"] else part["navn"]


def _periode(fra: str | None, til: str | None) -> str:
    return " – ".join(datoer.dato(date.fromisoformat(et)) if et else "?" for et in (fra, til)) if fra or til else ""

"""What changed between two snapshots of one document: clause by clause, word by word. Pure."""

import difflib
import re
from dataclasses import dataclass
from typing import Any

from aftaler.snapshot.klausuler import Klausul, klausuler

ORD = re.compile(r"\s+|[\wæøåÆØÅ]+(?:[.,]\d+)*|[^\w\s]")
SAETNING = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+$")
KORT = 2  # letters: "i", "af", "på" carry no meaning of their own between two changes
STOERST = 1_000_000  # pairs of words to compare; above it the runs are shown whole, the old out and the new in


@dataclass(frozen=True)
class Led:
    """A run of words: `tegn` is "=" kept, "+" added, "-" removed."""

    tegn: str
    tekst: str

    @property
    def er_nyt(self) -> bool:
        return self.tegn == "+"

    @property
    def er_vaek(self) -> bool:
        return self.tegn == "-"


@dataclass(frozen=True)
class Forskel:
    """A clause that changed: `art` is tilfoejet, slettet or aendret."""

    sti: str
    overskrift: str
    art: str
    led: tuple[Led, ...]


def aendrede(foer: dict[str, Any], efter: dict[str, Any]) -> list[tuple[Klausul | None, Klausul | None]]:
    """The clauses that differ, before and after, in the new order, removed ones where they stood."""
    gamle = {et.sti: et for et in klausuler(foer)}
    nye = {et.sti: et for et in klausuler(efter)}
    par = ((gamle.get(sti), nye.get(sti)) for sti in _flettet(list(gamle), list(nye)))
    return [(gammel, ny) for gammel, ny in par if not (gammel and ny and gammel.tekst == ny.tekst)]


def forskelle(foer: dict[str, Any], efter: dict[str, Any]) -> list[Forskel]:
    """The clauses that differ, word by word. Empty: the two say the same."""
    return [_forskel(gammel, ny) for gammel, ny in aendrede(foer, efter)]


def _forskel(gammel: Klausul | None, ny: Klausul | None) -> Forskel:
    if gammel and ny:
        return Forskel(ny.sti, ny.overskrift, "aendret", ordforskel(gammel.tekst, ny.tekst))
    if ny:
        return Forskel(ny.sti, ny.overskrift, "tilfoejet", (Led("+", ny.tekst),))
    return Forskel(gammel.sti, gammel.overskrift, "slettet", (Led("-", gammel.tekst),))


def ordforskel(foer: str, efter: str) -> tuple[Led, ...]:
    """The two texts woven together. Joining "=" and "-" gives `foer`, "=" and "+" gives `efter`.

    Sentences first, then the words of the sentences that differ: a long text costs little, and its words are not
    mixed across sentences.
    """
    ud: list[Led] = []
    for art, gammelt, nyt in _loeb(SAETNING.findall(foer), SAETNING.findall(efter)):
        if art == "equal":
            ud.append(Led("=", gammelt))
            continue
        for ordart, vaek, ind in _loeb(ORD.findall(gammelt), ORD.findall(nyt)):
            if ordart == "equal":
                ud.append(Led("=", vaek))
            else:
                ud += [Led("-", vaek)] * bool(vaek) + [Led("+", ind)] * bool(ind)
    return tuple(_uden_oeer(_samlet(ud)))


def _loeb(a: list[str], b: list[str]) -> list[tuple[str, str, str]]:
    """Runs of equal and of different pieces: ("equal" or "replace", old text, new text)."""
    start = next((nr for nr, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    bagfra = zip(reversed(a[start:]), reversed(b[start:]), strict=False)
    hale = next((nr for nr, (x, y) in enumerate(bagfra) if x != y), min(len(a), len(b)) - start)
    midt_a, midt_b = a[start : len(a) - hale], b[start : len(b) - hale]
    ud = [("equal", "".join(a[:start]), "")]
    if len(midt_a) * len(midt_b) > STOERST:
        ud.append(("replace", "".join(midt_a), "".join(midt_b)))
    else:
        koder = difflib.SequenceMatcher(None, midt_a, midt_b, autojunk=False).get_opcodes()
        ud += [
            ("equal" if art == "equal" else "replace", "".join(midt_a[a1:a2]), "".join(midt_b[b1:b2]))
            for art, a1, a2, b1, b2 in koder
        ]
    ud.append(("equal", "".join(a[len(a) - hale :]), ""))
    return [et for et in ud if et[1] or et[2]]


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

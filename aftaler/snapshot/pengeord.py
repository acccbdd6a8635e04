"""Money as clauses in words: main figures, who pays, what they promised, and the lines of the budget."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models.budget import Kildeart, Placering, Tilsagnsart
from kerne import datoer
from kerne.talformat import kroner, procent, tal

HOVEDTAL = (("landsbyggefonden", "Landsbyggefonden"), ("lokal_medfinansiering", "Lokal medfinansiering"))


def hovedtal(finansiering: dict[str, str | None]) -> Iterator[tuple[str, str, str]]:
    """An amount that the document does not state is no clause: it is not zero."""
    for kode, navn in HOVEDTAL:
        beloeb = finansiering[kode]
        yield f"finansiering.{kode}", f"Finansiering: {navn}", _kr(beloeb) if beloeb is not None else ""


def finansieringsplan(plan: dict[str, Any] | None) -> Iterator[tuple[str, str, str]]:
    for kilde in (plan or {}).get("kilder", []):
        slags = Kildeart(kilde["art"]).label
        navn = kilde["navn"] if kilde["navn"] == slags else f"{kilde['navn']} ({slags.lower()})"
        yield f"kilde.{kilde['noegle']}", "Giver", navn
    for tilsagn in (plan or {}).get("tilsagn", []):
        yield f"tilsagn.{tilsagn['noegle']}", "Tilsagn", f"{tilsagn['kilde']}: {_tilsagn(tilsagn)}"
    for andel in (plan or {}).get("oplyste_andele", []):
        kilder = " og ".join(andel["kilder"])
        tekst = f"{procent(Decimal(andel['procent']))} fra {kilder}, oplyst i {andel['hvor']}"
        yield f"oplyst.{andel['noegle']}", "Oplyst andel", tekst


def budget(poster: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    for post in poster:
        led = (
            Placering(post["placering"]).label if post["placering"] != Placering.DELAFTALE else "",
            str(post["aar"]) if post["aar"] else "år ikke oplyst",
            post["omkostningstype"] or "",
            post["tekst"],
            f"betales af {post['kilde']}" if post["kilde"] else "",
            _kr(post["beloeb"]),
        )
        yield f"budget.{post['noegle']}", "Budgetpost", ", ".join(filter(None, led))


def _tilsagn(tilsagn: dict[str, Any]) -> str:
    timer = f"{tal(Decimal(tilsagn['timer']))} timer" if tilsagn["timer"] is not None else ""
    sats = f"{_kr(tilsagn['sats'])} pr. time" if tilsagn["sats"] is not None else ""
    led = (
        _kr(tilsagn["beloeb"]),
        Tilsagnsart(tilsagn["art"]).label,
        timer,
        sats,
        str(tilsagn["aar"]) if tilsagn["aar"] else "år ikke oplyst",
        tilsagn["betingelse"],
        f"afløst den {datoer.dato(date.fromisoformat(tilsagn['erstattet']))}" if tilsagn["erstattet"] else "",
        tilsagn["erstattet_grund"],
        "afløser et tidligere tilsagn" if tilsagn["erstatter"] else "",
    )
    return ", ".join(filter(None, led))


def _kr(beloeb: str) -> str:
    return kroner(Decimal(beloeb))

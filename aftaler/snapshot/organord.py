"""Bodies, seats and shares of posts, as clauses in words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from aftaler.models.organ import Akse, Organart
from kerne import talformat
from kerne.rigtekst import som_tekst


def organer(raekker: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    navne = {et["noegle"]: et["navn"] for et in raekker}
    for organ in raekker:
        sti, navn = f"organ.{organ['noegle']}", organ["navn"]
        led = [f"{navn} ({Organart(organ['art']).label.lower()})"]
        led += [f"hører under {navne.get(organ['over'], 'et andet organ')}"] if organ["over"] else []
        led += [_moeder(organ["moeder_mindst"], organ["moeder_hoejst"])]
        led += [f"sekretariat: {organ['sekretariat']}"] if organ["sekretariat"] else []
        led += ["godkender ændringer i aktiviteterne"] if organ["godkender_aktiviteter"] else []
        yield sti, "Organ", ", ".join(filter(None, led))
        yield f"{sti}.opgaver", f"{navn}: opgaver", som_tekst(organ["opgaver"])
        yield f"{sti}.pladser", f"{navn}: pladser", "\n".join(_plads(et) for et in organ["pladser"])


def andele(raekker: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    for andel in raekker:
        paa = f", {Akse(andel['akse']).label}: {andel['paa']}" if andel["paa"] else ""
        procent = talformat.procent(Decimal(andel["procent"]))
        yield f"andel.{andel['noegle']}", "Medarbejderandel", f"{procent} {andel['stilling']}{paa}"


def _moeder(mindst: int | None, hoejst: int | None) -> str:
    if mindst is None and hoejst is None:
        return ""
    if mindst is None:
        return f"højst {hoejst} møder om året"
    return f"{mindst} faste møder om året" + (f", højst {hoejst}" if hoejst is not None else "")


def _plads(plads: dict[str, Any]) -> str:
    return f"{plads['betegnelse']} ({plads['organisation']})" if plads["organisation"] else plads["betegnelse"]

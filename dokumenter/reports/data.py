"""A paper as data, and its names: what an edition is called in lists and on disk."""

import hashlib
import json
from typing import Any

from dokumenter.reports import OPSAETNING
from dokumenter.reports.grundlag import PR_DELAFTALE, Grundlag, Udgave, opremsning
from dokumenter.statuses import Format, Papir
from kerne.datoer import dato


def som_data(grundlag: Grundlag) -> bytes:
    """The snapshots with their provenance and checksums, as UTF-8 JSON that is the same every time."""
    data = {
        "papir": grundlag.papir.value,
        "kladde": grundlag.er_kladde,
        "dokumenter": [_udgave(et) for et in grundlag.dokumenter],
        "strategisk": _udgave(grundlag.strategisk) if grundlag.strategisk else None,
        "ikke_godkendt_endnu": list(grundlag.udeladte),
    }
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def noegle(grundlag: Grundlag, format: Format) -> str:
    """Equal for orders that give the same file: the same editions, signatures or figures, layout and format."""
    udgaver = [(et.version, et.kontrolsum) for et in grundlag.alle]
    dele = [OPSAETNING, grundlag.papir.value, format.value, udgaver, grundlag.udeladte]
    if grundlag.opgoerelse:
        dele.append(grundlag.opgoerelse.kontrolsum)
    return hashlib.sha256(repr(dele).encode()).hexdigest()


def titel(grundlag: Grundlag) -> str:
    """ "Strategisk samarbejdsaftale", "Delaftale 5.1", "Delaftaler", "Aktivitetsskemaer 5.1", "Budgetoversigt 2019"."""
    navn = str(grundlag.papir.label)
    if grundlag.papir == Papir.AENDRINGSOVERSIGT:
        nr = grundlag.dokumenter[0].indhold["nr"]
        return f"{navn}, {f'delaftale {nr}' if nr else 'strategisk aftale'}"
    if grundlag.opgoerelse and grundlag.opgoerelse.titel:
        return grundlag.opgoerelse.titel
    if grundlag.opgoerelse and grundlag.opgoerelse.aar:
        return f"{navn} {grundlag.opgoerelse.aar}"
    if grundlag.papir not in PR_DELAFTALE:
        return navn
    if len(grundlag.dokumenter) == 1:
        return f"{navn} {grundlag.dokumenter[0].indhold['nr']}"
    return "Delaftaler" if grundlag.papir == Papir.DELAFTALE else navn


def udgavenavn(grundlag: Grundlag) -> str:
    """ "version 3", "udkast", "opgjort 2. juni 2022", or for several "5.1 version 1 og 5.3 version 2"."""
    if grundlag.opgoerelse and grundlag.opgoerelse.udgave:
        return grundlag.opgoerelse.udgave
    if grundlag.er_kladde:
        return "udkast"
    if grundlag.opgoerelse:
        return f"opgjort {dato(grundlag.opgoerelse.dato)}"
    if grundlag.papir == Papir.AENDRINGSOVERSIGT:
        foerste, sidste = (et.version.nr for et in (grundlag.dokumenter[0], grundlag.dokumenter[-1]) if et.version)
        return f"fra version {foerste} til version {sidste}"
    led = [f"version {et.version.nr}" for et in grundlag.dokumenter if et.version]
    if len(led) == 1:
        return led[0]
    return opremsning(
        [f"{et.indhold['nr'] or 'strategisk'} {navn}" for et, navn in zip(grundlag.dokumenter, led, strict=True)]
    )


def _udgave(udgave: Udgave) -> dict[str, Any]:
    version = udgave.version
    return {
        "kontrolsum": udgave.kontrolsum,
        "version": {
            "nr": version.nr,
            "gaelder_fra": version.gaelder_fra.isoformat(),
            "godkendt_af": [
                {"navn": navn, "dato": dag.isoformat() if dag else None} for navn, dag in version.godkendt_af
            ],
            "grund": version.grund,
            "erstatter": version.erstatter[0] if version.erstatter else None,
        }
        if version
        else None,
        "indhold": udgave.indhold,
    }

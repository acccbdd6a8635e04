"""A status that somebody set by hand: it is what counts, and the computed one always stands beside it."""

from dataclasses import replace

from kerne import datoer
from maalinger.rules.typer import Opfyldelse, Tilsidesat
from maalinger.statuses import Status


def med_haanden(svar: Opfyldelse, status: Status, sat: Tilsidesat) -> Opfyldelse:
    """Regel sat-i-haanden: en status sat i hånden gælder; navn, dato, grund og den beregnede står i sætningen."""
    foer, ord_, efter = svar.saetning.rpartition(sat.beregnet.label)
    beregnet = f"{foer}Beregnet: {ord_.lower()}{efter}" if ord_ else svar.saetning
    hvem = f"Sat i hånden til {status.label.lower()} af {sat.af} {datoer.dato(sat.dato)}"
    grund = sat.grund.rstrip()
    slut = "" if grund.endswith((".", "?")) else "."
    return replace(svar, status=status, saetning=f"{beregnet} {hvem}: {grund}{slut}", tilsidesat=sat)

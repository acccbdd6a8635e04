"""`manage.py eksporter PAPIR --plan SLUG --format FORMAT --til FIL`: one paper at once, by the job's own function.

Exit 0 when the file is written; exit 2 with one Danish sentence on stderr when something in the call is wrong.
Nothing is written on stdout.
"""

import re
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils import timezone

from aftaler.models import Helhedsplan
from dokumenter.reports.grundlag import PR_AAR, Valg, opremsning
from dokumenter.reports.moedegrundlag import MED_LUKKET, PR_MOEDE
from dokumenter.services.bestilling import KanIkkeBestilles, find_grundlag
from dokumenter.services.fremstilling import Fil, KanIkkeLaves
from dokumenter.services.samling import fremstil
from dokumenter.statuses import KAN_EKSPORTERES, Format, Papir

BRUG = "eksporter PAPIR --plan SLUG --format FORMAT --til FIL"
MOEDEVALG = {"moede": PR_MOEDE, "lukket": MED_LUKKET}


class ForkertKald(Exception):
    """Something in the call is wrong; the message is a Danish sentence."""


class Command(BaseCommand):
    help = f"Skriver et papir til en fil: {BRUG}"
    requires_system_checks: list = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.error = self._forstaar_ikke
        parser.add_argument("papir", nargs="?", default="")
        parser.add_argument("--plan", default="")
        parser.add_argument("--delaftale")
        parser.add_argument("--pr", metavar="ÅÅÅÅ-MM-DD")
        parser.add_argument("--kladde", action="store_true")
        parser.add_argument("--moede")
        parser.add_argument("--aar")
        parser.add_argument("--lukket", action="store_true")
        parser.add_argument("--format", default="")
        parser.add_argument("--til", default="")

    def handle(self, **valg: Any) -> None:
        try:
            _eksporter(valg)
        except (ForkertKald, KanIkkeBestilles, KanIkkeLaves) as fejl:
            self._slut(str(fejl))

    def _forstaar_ikke(self, besked: str) -> NoReturn:
        """argparse speaks English; what it names is repeated, not its sentence."""
        hvad = re.findall(r"--[\w-]+", besked) or [besked.split(": ")[-1]]
        grund = "mangler en værdi" if "expected" in besked else "forstås ikke"
        self._slut(f"{', '.join(hvad)} {grund}. Brug: {BRUG}")

    def _slut(self, saetning: str) -> NoReturn:
        self.stderr.write(saetning)
        sys.exit(2)


def _eksporter(valg: dict[str, Any]) -> None:
    papir = _kendt(KAN_EKSPORTERES, valg["papir"], "Papiret")
    format = _kendt(tuple(Format), valg["format"], "Formatet")
    plan = _plan(valg["plan"])
    for navn, papirer in MOEDEVALG.items():
        if valg[navn] and papir not in papirer:
            hvilke = opremsning([et.value for et in Papir if et in papirer])
            raise ForkertKald(f"Valget --{navn} hører til {hvilke}, ikke til {papir.value}.")
    if not valg["til"]:
        raise ForkertKald("Skriv, hvor filen skal ligge: --til FIL.")
    if valg["aar"] and papir not in PR_AAR:
        hvilke = opremsning([et.value for et in Papir if et in PR_AAR])
        raise ForkertKald(f"Valget --aar hører til {hvilke}, ikke til {papir.value}.")
    udvalg = Valg(
        delaftale=valg["delaftale"],
        pr=_dato(valg["pr"]),
        kladde=valg["kladde"],
        aar=_aar(valg["aar"]),
        moede=valg["moede"],
        lukket=valg["lukket"],
    )
    grundlag = find_grundlag(plan, papir, udvalg, format, i_dag=timezone.localdate(), laeser=None)
    fil = fremstil(grundlag, format)
    _skriv(Path(valg["til"]), fil)


def _skriv(til: Path, fil: Fil) -> None:
    """Under another name first: a file that is there is whole."""
    halv = til.with_name(f".{til.name}.halv")
    try:
        fil.gem(halv)
        halv.replace(til)
    except OSError as fejl:
        halv.unlink(missing_ok=True)
        raise ForkertKald(
            f"Filen kan ikke skrives til {til}. Se, om mappen findes, og om der må skrives i den."
        ) from fejl


def _kendt(arter: tuple[Any, ...], vaerdi: str, hvad: str) -> Any:
    """The one of `arter` that is written so."""
    kendte = ", ".join(et.value for et in arter)
    if not vaerdi:
        raise ForkertKald(f"{hvad} mangler. Vælg mellem {kendte}.")
    for et in arter:
        if et.value == vaerdi:
            return et
    raise ForkertKald(f"{hvad} »{vaerdi}« findes ikke. Vælg mellem {kendte}.")


def _plan(slug: str) -> Helhedsplan:
    if not slug:
        raise ForkertKald("Skriv, hvilken plan det gælder: --plan SLUG.")
    plan = Helhedsplan.objects.filter(slug=slug).first()
    if plan is None:
        raise ForkertKald(f"Der er ingen plan med det korte navn »{slug}«.")
    return plan


def _dato(tekst: str | None) -> date | None:
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fejl:
        raise ForkertKald(f"Datoen »{tekst}« skal skrives som 2022-01-14.") from fejl


def _aar(tekst: str | None) -> int | None:
    if not tekst:
        return None
    if not re.fullmatch(r"[0-9]{4}", tekst):
        raise ForkertKald(f"Året »{tekst}« skal skrives som 2019.")
    return int(tekst)

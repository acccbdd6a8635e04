"""`manage.py storskala --planer N --froe INT`: N invented plans of realistic size, the same for the same seed."""

import re
import sys
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand

from helhedsplan.storskala.fyld import fyld

BRUG = "storskala --planer N --froe INT"
FLEST = 10_000


class Command(BaseCommand):
    help = f"Fylder databasen med opdigtede planer i naturlig størrelse: {BRUG}"
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.error = self._forstaar_ikke
        parser.add_argument("--planer", default="")
        parser.add_argument("--froe", default="")

    def handle(self, *args: Any, **valg: Any) -> None:
        if not settings.TILLAD_DEMO:
            self._slut("Opdigtede planer er slået fra her. De kræver TILLAD_DEMO=1.")
        planer = self._tal("--planer", valg["planer"], r"\d+")
        froe = self._tal("--froe", valg["froe"], r"-?\d+")
        if not 1 <= planer <= FLEST:
            self._slut(f"--planer skal være et helt tal fra 1 til {FLEST}.")
        nye = fyld(planer, froe, fremdrift=lambda nr: self._sig(nr, planer))
        self.stdout.write(f"{nye} planer oprettet, {planer - nye} fandtes i forvejen")

    def _sig(self, nr: int, planer: int) -> None:
        if nr % 10 == 0 or nr == planer:
            self.stderr.write(f"{nr} af {planer} planer")

    def _tal(self, valg: str, tekst: str, moenster: str) -> int:
        if not re.fullmatch(moenster, str(tekst), re.ASCII):
            self._slut(f"{valg} skal være et helt tal. Brug: {BRUG}")
        return int(tekst)

    def _forstaar_ikke(self, besked: str) -> NoReturn:
        """argparse speaks English; what it names is repeated, not its sentence."""
        hvad = re.findall(r"--[\w-]+", besked) or [besked.split(": ")[-1]]
        grund = "mangler en værdi" if "expected" in besked else "forstås ikke"
        self._slut(f"{', '.join(hvad)} {grund}. Brug: {BRUG}")

    def _slut(self, saetning: str) -> NoReturn:
        self.stderr.write(saetning)
        sys.exit(2)

"""`manage.py tolk_kriterium`: one succeskriterium per line on stdin, one JSON object per line on stdout, in order.

An empty line is a criterion whose target nobody has set: it gives `ikke_fastlagt`, so that lines and answers pair.
Exit 0; exit 2 with one Danish sentence on stderr, and nothing on stdout, when the input is not UTF-8.
"""

import json
import sys
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from aftaler.parsers.kriterium import til_json, tolk

# Signs that some readers take for a line break; JSON says them as escapes.
LINJESKIFT = {ord(tegn): f"\\u{ord(tegn):04x}" for tegn in "\x85\u2028\u2029"}


class Command(BaseCommand):
    help = "Læser ét succeskriterium pr. linje og skriver ét JSON-objekt pr. linje: tolk_kriterium < FIL"
    requires_system_checks: list = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.error = self._forstaar_ikke

    def handle(self, **valg: Any) -> None:
        try:
            tekst = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as fejl:
            linje = fejl.object[: fejl.start].count(b"\n") + 1
            self._slut(f"Linje {linje} kan ikke læses. Gem teksten som UTF-8, og prøv igen.")
        for linje in tekst.removesuffix("\n").split("\n") if tekst else []:
            linje = linje.removesuffix("\r")
            self._skriv(json.dumps(til_json(linje, tolk(linje)), ensure_ascii=False).translate(LINJESKIFT))

    def _skriv(self, linje: str) -> None:
        """UTF-8 whatever the machine's locale says."""
        if buffer := getattr(self.stdout._out, "buffer", None):
            buffer.write(f"{linje}\n".encode())
        else:
            self.stdout.write(linje)

    def _forstaar_ikke(self, besked: str) -> NoReturn:
        self._slut("Kommandoen tager ingen argumenter. Skriv sætningerne på standard input, én pr. linje.")

    def _slut(self, saetning: str) -> NoReturn:
        self.stderr.write(saetning)
        sys.exit(2)

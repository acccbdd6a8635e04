"""`manage.py kontroller_plan SLUG`: the rule check as JSON on stdout (contracts.md). What somebody let be is left out.

Exit 0 with the JSON; exit 2 with one Danish sentence on stderr.
"""

import json
import sys
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from aftaler.models import Helhedsplan
from overblik.reports.kontrol import adresse, kontrolside

BRUG = "Brug: manage.py kontroller_plan SLUG, fx kontroller_plan lemvig."


class Command(BaseCommand):
    help = "Skriver regeltjekkets fund for en plan som JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", nargs="*")
        parser.error = lambda besked: self._slut(BRUG)

    def handle(self, *args: Any, slug: list[str], **options: Any) -> None:
        if len(slug) != 1:
            self._slut(BRUG)
        planer = Helhedsplan.objects.select_related("bevillingsperiode", "skabelon")
        plan = planer.filter(slug=slug[0]).first()
        if plan is None:
            self._slut(f"Der er ingen plan med det korte navn »{slug[0]}«.")
        side = kontrolside(plan, dato=timezone.localdate())
        fund = [
            {
                "regel": et.regel,
                "alvor": et.alvor.value,
                "besked": et.besked,
                "kilde": et.kilde,
                "henvisning": adresse(et.sted, plan.slug),
            }
            for et in (*side.fejl, *side.advarsler)
        ]
        self.stdout.write(json.dumps({"plan": plan.slug, "fund": fund}, ensure_ascii=False, indent=2))

    def _slut(self, saetning: str) -> NoReturn:
        self.stderr.write(saetning)
        sys.exit(2)

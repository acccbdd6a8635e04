"""`manage.py demo`: the demo plans and one login per role (contracts.md)."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from helhedsplan.demo import PLANER, byg


class Command(BaseCommand):
    help = "Opretter demoplanerne og en bruger pr. rolle. Kan køres flere gange."
    requires_migrations_checks = True

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.TILLAD_DEMO:
            raise CommandError("Demodata er slået fra her. De kræver TILLAD_DEMO=1.", returncode=2)
        folk = byg.brugere()
        for spec in PLANER:
            svar = "oprettet" if byg.plan(spec, folk) else "fandtes i forvejen"
            self.stdout.write(f"{spec.slug}: {svar}")

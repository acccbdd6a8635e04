"""bin/bench: order papers and wait until the last is made. `benchkoe PAPIRER FOERSTE FRØ ARBEJDERE`.

Each paper is one delaftale that nobody has ordered before, as a PDF: number `FOERSTE` and on, over plans and areas.
"""

import json
import sys
import time

import benchapp  # noqa: F401 - sets Django up

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from dokumenter.models import Bestilling
from dokumenter.reports.grundlag import Valg
from dokumenter.services.bestilling import bestil
from dokumenter.statuses import Format, Papir, Tilstand
from dokumenter.tasks import dan_dokument
from kerne.ring import ring

OMRAADER = 4
LAENGST = 240  # seconds


def bestilte(antal: int, foerste: int, froe: int) -> list[Bestilling]:
    nye = []
    for nr in range(foerste, foerste + antal):
        slug = f"storskala-{froe}-{nr // OMRAADER + 1}"
        plan, af = Helhedsplan.objects.get(slug=slug), Bruger.objects.get(email=f"formand@{slug}.invalid")
        nye.append(bestil(plan, Papir.DELAFTALE, Valg(delaftale=str(nr % OMRAADER + 1)), Format.PDF, af=af))
    return nye


def sekunder(nye: list[Bestilling]) -> float:
    """From the first ring until the last paper is ready."""
    mine = Bestilling.objects.filter(pk__in=[et.pk for et in nye])
    begyndt = time.perf_counter()
    for et in nye:
        ring(dan_dokument, str(et.pk))
    while mine.exclude(tilstand=Tilstand.KLAR).exists():
        if time.perf_counter() - begyndt > LAENGST or mine.filter(tilstand=Tilstand.FEJLET).exists():
            sys.exit("Papirerne blev ikke færdige.")
        time.sleep(0.05)
    return time.perf_counter() - begyndt


def maal(antal: int, foerste: int, froe: int, arbejdere: int) -> dict[str, float]:
    """Each worker has made one paper first: it starts seldom, and the first paper loads fonts and libraries."""
    sekunder(bestilte(arbejdere, foerste, froe))
    return {"sekunder": round(sekunder(bestilte(antal, foerste + arbejdere, froe)), 2)}


if __name__ == "__main__":
    print(json.dumps(maal(*(int(et) for et in sys.argv[1:]))))

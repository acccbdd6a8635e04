"""Throwing a draft away: the document's rows are written back until they say what a version says."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from aftaler import permissions, snapshot
from aftaler.models import Delaftale, Helhedsplan, Version
from aftaler.rules.laesningsord import i_en_saetning
from aftaler.services import laasning
from aftaler.services.genskab.delaftale import skriv_delaftale
from aftaler.services.genskab.spejl import KanIkkeGenskabes, Skriver
from aftaler.services.genskab.strategisk import skriv_strategisk
from aftaler.services.versioner import kladde
from aftaler.snapshot.forskel import aendrede
from brugere.models import Bruger
from kerne import haendelser

__all__ = ["KanIkkeGenskabes", "genskab"]

SKABELONENS = ("skabelon", "bilag", "plan.bevillingsperiode")  # words that the site's administrator writes
FAELLES = ("plan.", "parter", "indsatsomraade")  # a delaftale prints them too, but they belong to the agreement


@transaction.atomic
def genskab(version: Version, *, af: Bruger) -> str:
    """Write the draft back to `version`; the answer is a sentence about what is not the document's own and stands.

    Empty means that the rows have the version's checksum. Raises PermissionDenied, ErIndsendt, KanIkkeGenskabes, and
    then nothing is changed.
    """
    plan = Helhedsplan.objects.select_for_update(of=("self",)).get(pk=version.helhedsplan_id)
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    laasning.kraev_aaben(plan, version.delaftale)
    skriver = Skriver(plan, af)
    if version.delaftale_id:
        skriv_delaftale(skriver, Delaftale.objects.get(pk=version.delaftale_id), version.indhold)
    else:
        laasning.kraev_alle_aabne(plan)  # the plan's facts and parties stand in every document
        skriv_strategisk(skriver, version.indhold)
    nu = _nu(version)
    rest = _rest(version, nu) if snapshot.kontrolsum(nu) != version.kontrolsum else ""
    ting = version.delaftale or plan.samarbejdsaftale
    haendelser.skriv(ting, f"kladden er kasseret, version {version.nr} er skrevet tilbage", af=af, kreds=plan.slug)
    return rest


def _nu(version: Version) -> dict[str, Any]:
    """The document from fresh rows."""
    plan = Helhedsplan.objects.get(pk=version.helhedsplan_id)
    return kladde(plan, Delaftale.objects.get(pk=version.delaftale_id) if version.delaftale_id else None)


def _rest(version: Version, nu: dict[str, Any]) -> str:
    """What still differs: what others decide may stand; anything else means that it could not be done."""
    klausuler = [ny or gammel for gammel, ny in aendrede(version.indhold, nu)]
    fremmede = SKABELONENS + (FAELLES if version.delaftale_id else ())
    egne = [et.overskrift for et in klausuler if not et.sti.startswith(fremmede)]
    if egne or not klausuler:
        hvad = i_en_saetning([f"»{et}«" for et in dict.fromkeys(egne)]) or "rækkernes numre"
        raise KanIkkeGenskabes(f"Kladden kan ikke føres helt tilbage til version {version.nr}: {hvad} er i brug.")
    hvad = i_en_saetning([f"»{et.overskrift}«" for et in klausuler])
    return f" {hvad} er ændret siden, hører ikke til dokumentet alene og står, som det er."

"""Freezing an approved document: a line of immutable versions per document."""

from datetime import date

from aftaler import snapshot
from aftaler.models import Delaftale, Helhedsplan, Version
from brugere.models import Bruger
from kerne import haendelser


def kladde(plan: Helhedsplan, delaftale: Delaftale | None) -> dict:
    """The document as its rows stand now."""
    return snapshot.delaftale(delaftale) if delaftale else snapshot.strategisk(plan)


def kladder(plan: Helhedsplan) -> dict[int | None, dict]:
    """Every document of the plan as its rows stand now, by delaftale; None is the strategic agreement."""
    return snapshot.alle(plan)


def frys(
    plan: Helhedsplan,
    delaftale: Delaftale | None,
    *,
    indhold: dict,
    gaelder_fra: date,
    godkendt_dato: date | None,
    godkendt_af_navn: str,
    grund: str,
    af: Bruger,
) -> Version:
    """The next version of the document's line. The caller holds the plan's lock and has asked the rules."""
    forrige = Version.objects.af_dokument(plan, delaftale).order_by("-nr").first()
    version = Version.objects.create(
        helhedsplan=plan,
        delaftale=delaftale,
        nr=forrige.nr + 1 if forrige else 1,
        gaelder_fra=gaelder_fra,
        grund=grund,
        godkendt_af_navn=godkendt_af_navn,
        godkendt_dato=godkendt_dato,
        registreret_af=af,
        indhold=indhold,
        kontrolsum=snapshot.kontrolsum(indhold),
    )
    haendelser.skriv(delaftale or plan.samarbejdsaftale, f"godkendt som version {version.nr}", af=af, kreds=plan.slug)
    return version

"""What an item is about, with today's figures. The figures come from the layers above: `moeder` knows no measurements.

`FIGURER` is filled by `overblik` when the program starts (docs/beslutninger/0016-moeder-og-tal.md): kind of subject →
a function that takes references of that kind and gives each its figure. Without it a reference is its name.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse

from aftaler.models import Aendring, Helhedsplan, Version
from brugere.roles import Ret
from moeder.models import Henvisning

# What each kind of subject is called, and the right that its figures ask for besides PLAN_SE.
EMNEORD = {
    "delaftale": "Delaftale",
    "kriterium": "Kriterium",
    "aktivitet": "Aktivitet",
    "budgetpost": "Budgetpost",
    "version": "Version",
    "aendring": "Ændring",
    "penge": "Penge",
}
KRAEVER = {"budgetpost": Ret.PENGE_SE, "penge": Ret.PENGE_SE, "aendring": Ret.KLADDE_SE}
MED_EMNET = (
    "delaftale__indsatsomraade__omraadetype",
    "kriterium",
    "aktivitet",
    "budgetpost__delaftale__indsatsomraade__omraadetype",
    "version__delaftale__indsatsomraade__omraadetype",
    "aendring__delaftale__indsatsomraade__omraadetype",
)


# Heavy columns that no sentence needs.
UDEN = ("version__indhold", "aendring__forslag")


@dataclass(frozen=True)
class Figur:
    """What a reference says: its subject, a sentence with the figures, a status code where it has one."""

    emne: str
    navn: str
    saetning: str = ""
    status: str = ""
    url: str = ""
    frosset: str = ""  # "da mødet sluttede"


FIGURER: dict[str, Callable[[Helhedsplan, list[Henvisning], date], dict[int, Figur]]] = {}


def emnetekst(henvisning: Henvisning, plan: Helhedsplan) -> Figur:
    """The subject's name and its page: what a reference says when nobody gives it figures."""
    hvad = henvisning.emne
    ting = getattr(henvisning, hvad)
    adresser: dict[str, Callable[[], str]] = {
        "delaftale": lambda: reverse("aftaler:delaftale_detalje", args=[plan.slug, ting.indsatsomraade.omraadetype.nr]),
        "aktivitet": lambda: reverse("aftaler:aktivitet_detalje", args=[plan.slug, ting.pk]),
        "budgetpost": lambda: reverse("aftaler:budget", args=[plan.slug]),
        "version": lambda: reverse("aftaler:version_detalje", args=[plan.slug, ting.pk]),
        "aendring": lambda: reverse("aftaler:aendring_detalje", args=[plan.slug, ting.pk]),
    }
    navn = f"Version {ting.nr} af {dokumentet(ting)}" if hvad == "version" else str(henvisning)
    return Figur(EMNEORD[hvad], navn, url=adresser[hvad]() if hvad in adresser else "")


def dokumentet(ting: Version | Aendring) -> str:
    """The document that a version or a change is of, inside a sentence."""
    return f"delaftale {ting.delaftale.indsatsomraade}" if ting.delaftale else "den strategiske aftale"


def figurer(
    plan: Helhedsplan, henvisninger: Iterable[Henvisning], ret: frozenset[Ret], *, dato: date
) -> dict[int, Figur]:
    """Each reference's figure: frozen if its meeting is closed, else as of `dato`. Without the right it is left out."""
    svar: dict[int, Figur] = {}
    levende: dict[str, list[Henvisning]] = defaultdict(list)
    for et in henvisninger:
        hvad = et.emne
        if hvad in KRAEVER and KRAEVER[hvad] not in ret:
            continue
        svar[et.pk] = emnetekst(et, plan)
        if et.frosset:
            svar[et.pk] = replace(Figur(**et.frosset), url=svar[et.pk].url)
        else:
            levende[hvad].append(et)
    for hvad, raekker in levende.items():
        if hvad in FIGURER:
            svar |= FIGURER[hvad](plan, raekker, dato)
    return svar


def frys(plan: Helhedsplan, henvisninger: Iterable[Henvisning], *, dato: date) -> dict[int, dict[str, Any]]:
    """What `Henvisning.frosset` keeps when a meeting closes: every figure as it stands, in plain JSON."""
    alle = figurer(plan, henvisninger, frozenset(Ret), dato=dato)
    return {noegle: asdict(replace(et, frosset="Tallet, da mødet sluttede")) for noegle, et in alle.items()}

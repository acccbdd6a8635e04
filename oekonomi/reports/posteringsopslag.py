"""What a plan knows when a file of postings is read: its places, cost types and givers, by the keys that forms use."""

from dataclasses import dataclass
from datetime import date

from aftaler.models import Delaftale, Finansieringskilde, Helhedsplan, Omkostningstype
from aftaler.models.budget import Placering
from aftaler.rules.penge import regnskabsaar
from kerne.arkord import ligner, normaliseret
from oekonomi.rules.posteringsark import Opslag
from oekonomi.rules.posteringskolonner import Hjemsted


@dataclass(frozen=True)
class Sted:
    navn: str
    placering: str
    delaftale: Delaftale | None


@dataclass(frozen=True)
class Kendte:
    """Everything a line can be placed under, by key."""

    steder: dict[str, Sted]
    typer: dict[str, Omkostningstype]
    kilder: dict[str, Finansieringskilde]

    def forslag(self, navn: str) -> Hjemsted:
        """The likeliest place and cost type by the account's words; empty where nothing is like it."""
        steder = {normaliseret(et.navn.lstrip("0123456789. ")): noegle for noegle, et in self.steder.items()}
        typer = {normaliseret(et.navn): noegle for noegle, et in self.typer.items()}
        return Hjemsted(steder.get(ligner(navn, steder), ""), typer.get(ligner(navn, typer), ""))


def kendte(plan: Helhedsplan) -> Kendte:
    """Three queries."""
    aftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    steder = {
        f"delaftale-{et.pk}": Sted(str(et.indsatsomraade.omraadetype), Placering.DELAFTALE, et)
        for et in aftaler.select_related("indsatsomraade__omraadetype")
    }
    for placering in (Placering.TVAERGAAENDE, Placering.IKKE_FORDELT):
        steder[str(placering.value)] = Sted(placering.label.capitalize(), placering, None)
    return Kendte(
        steder,
        {str(et.pk): et for et in Omkostningstype.objects.order_by("raekkefoelge", "pk")},
        {str(et.pk): et for et in plan.finansieringskilder.order_by("pk")},
    )


def opslag(plan: Helhedsplan, alle: Kendte, *, dato: date) -> Opslag:
    aarene = regnskabsaar(plan.start_dato, plan.slut_dato)
    return Opslag(aarene, frozenset(alle.steder), frozenset(alle.typer), frozenset(alle.kilder), dato)

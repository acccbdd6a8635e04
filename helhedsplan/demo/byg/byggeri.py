"""A plan under construction: the rows that later parts name."""

from dataclasses import dataclass, field

from aftaler.models import (
    Boligomraade,
    Delaftale,
    Finansieringskilde,
    Helhedsplan,
    Indsatsomraade,
    Organisation,
    Person,
    Succeskriterium,
)
from brugere.models import Bruger
from brugere.roles import Rolle


@dataclass
class Byggeri:
    plan: Helhedsplan
    folk: dict[Rolle | None, Bruger]
    organisationer: dict[str, Organisation] = field(default_factory=dict)
    boligomraader: dict[str, Boligomraade] = field(default_factory=dict)
    kilder: dict[str, Finansieringskilde] = field(default_factory=dict)

    @property
    def projektleder(self) -> Bruger:
        return self.folk[Rolle.PROJEKTLEDER]

    def person(self, navn: str, titel: str = "", organisation: str = "") -> Person | None:
        """The plan's person of that name, made at the first mention. Who has a demo login gets it."""
        if not navn:
            return None
        bruger = next((et for et in self.folk.values() if et.navn == navn), None)
        felter = {"titel": titel, "organisation": self.organisationer.get(organisation), "bruger": bruger}
        return Person.objects.get_or_create(helhedsplan=self.plan, navn=navn, defaults=felter)[0]

    def omraade(self, nr: str) -> Indsatsomraade:
        return self.plan.indsatsomraader.get(omraadetype__nr=nr)

    def delaftale(self, nr: str | None) -> Delaftale | None:
        """By LBF's area number; None where there is no number."""
        if not nr:
            return None
        return Delaftale.objects.get(indsatsomraade__helhedsplan=self.plan, indsatsomraade__omraadetype__nr=nr)

    def kriterium(self, navn: str) -> Succeskriterium:
        return self.plan.succeskriterier.get(navn=navn)

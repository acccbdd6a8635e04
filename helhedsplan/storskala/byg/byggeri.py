"""A plan under construction: what was written down, and the rows that later parts name.

Areas of effort and delaftaler are found by LBF's number, everything else by its name.
"""

from dataclasses import dataclass, field

from aftaler.models import (
    Aktivitet,
    Boligomraade,
    Delaftale,
    Helhedsplan,
    Organisation,
    Person,
    Succeskriterium,
)
from brugere.models import Bruger
from brugere.roles import Rolle
from helhedsplan.demo import former


@dataclass
class Byggeri:
    spec: former.Plan
    plan: Helhedsplan
    lbf: Bruger
    folk: dict[Rolle, Bruger] = field(default_factory=dict)
    organisationer: dict[str, Organisation] = field(default_factory=dict)
    personer: dict[str, Person] = field(default_factory=dict)
    boligomraader: dict[str, Boligomraade] = field(default_factory=dict)
    delaftaler: dict[str, Delaftale] = field(default_factory=dict)
    aktiviteter: dict[str, Aktivitet] = field(default_factory=dict)
    kriterier: dict[str, Succeskriterium] = field(default_factory=dict)

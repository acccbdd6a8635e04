"""What was promised. One file a noun family; docs/ordbog.md tells the words."""

from aftaler.models.aftale import Afsnit, Samarbejdsaftale
from aftaler.models.aktivitet import Aktivitet
from aftaler.models.delaftale import Delaftale, Indsatsomraade
from aftaler.models.helhedsplan import Helhedsplan, Medlemskab
from aftaler.models.organisation import Aftalepart, Boligafdeling, Boligomraade, Organisation, Person
from aftaler.models.skabelon import (
    Bevillingsperiode,
    Omraadetype,
    Skabelon,
    Skabelonafsnit,
    Skabelonbilag,
)
from aftaler.models.succeskriterium import Succeskriterium
from aftaler.models.version import Version

__all__ = [
    "Afsnit",
    "Aftalepart",
    "Aktivitet",
    "Bevillingsperiode",
    "Boligafdeling",
    "Boligomraade",
    "Delaftale",
    "Helhedsplan",
    "Indsatsomraade",
    "Medlemskab",
    "Omraadetype",
    "Organisation",
    "Person",
    "Samarbejdsaftale",
    "Skabelon",
    "Skabelonafsnit",
    "Skabelonbilag",
    "Succeskriterium",
    "Version",
]

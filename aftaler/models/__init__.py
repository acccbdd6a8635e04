"""What was promised. One file a noun family; docs/ordbog.md tells the words."""

from aftaler.models.aendring import Aendring, Godkendelsestrin, Vilkaar
from aftaler.models.aftale import Afsnit, Samarbejdsaftale
from aftaler.models.aktivitet import Aktivitet, Aktivitetstype
from aftaler.models.bilag import Dokumentbilag, Frafald, Praekvalifikation, Underskrift
from aftaler.models.budget import Budgetpost, Finansieringskilde, Omkostningstype, OplystAndel, Tilsagn
from aftaler.models.delaftale import Delaftale, Indsatsomraade
from aftaler.models.frist import Frist
from aftaler.models.helhedsplan import Helhedsplan, Medlemskab
from aftaler.models.milepael import Maalgruppe, Milepael, Virkning
from aftaler.models.organ import Medarbejderandel, Organ, Organmedlem, Plads
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
from aftaler.models.viderefoerelse import Viderefoerelse

__all__ = [
    "Aendring",
    "Afsnit",
    "Aftalepart",
    "Aktivitet",
    "Aktivitetstype",
    "Bevillingsperiode",
    "Boligafdeling",
    "Boligomraade",
    "Budgetpost",
    "Delaftale",
    "Dokumentbilag",
    "Finansieringskilde",
    "Frafald",
    "Frist",
    "Godkendelsestrin",
    "Helhedsplan",
    "Indsatsomraade",
    "Maalgruppe",
    "Medarbejderandel",
    "Medlemskab",
    "Milepael",
    "Omkostningstype",
    "Omraadetype",
    "OplystAndel",
    "Organ",
    "Organisation",
    "Organmedlem",
    "Person",
    "Plads",
    "Praekvalifikation",
    "Samarbejdsaftale",
    "Skabelon",
    "Skabelonafsnit",
    "Skabelonbilag",
    "Succeskriterium",
    "Tilsagn",
    "Underskrift",
    "Version",
    "Viderefoerelse",
    "Vilkaar",
    "Virkning",
]

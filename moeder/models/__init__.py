"""Who decided. One file a noun family; docs/ordbog.md tells the words."""

from moeder.models.beslutning import Beslutning, Opgave
from moeder.models.forslag import Forslag, Kalenderabonnement
from moeder.models.moede import Fremmoede, Indkaldelse, Moede, Moedeserie, Standardpunkt
from moeder.models.referat import (
    Referat,
    Referatgodkendelse,
    Referatkommentar,
    Referattilfoejelse,
    Referatudgave,
)
from moeder.models.sag import Behandling, Henvisning, Punktbilag, Punktfravaer, Sag

__all__ = [
    "Behandling",
    "Beslutning",
    "Forslag",
    "Fremmoede",
    "Henvisning",
    "Indkaldelse",
    "Kalenderabonnement",
    "Moede",
    "Moedeserie",
    "Opgave",
    "Punktbilag",
    "Punktfravaer",
    "Referat",
    "Referatgodkendelse",
    "Referatkommentar",
    "Referattilfoejelse",
    "Referatudgave",
    "Sag",
    "Standardpunkt",
]

"""What happened, in numbers. One file a noun family; docs/ordbog.md tells the words."""

from maalinger.models.fremmoede import Leverancemaaling, Registrering, Undersoegelse, Undersoegelsessvar
from maalinger.models.lister import Landstal, Liste, Listekriterium, Listeplacering
from maalinger.models.maaleplan import Delmaal, Maaleplan
from maalinger.models.maaling import Maaling, Periodelaas, Tilsidesaettelse
from maalinger.models.registerdata import Dataindlaesning, Diskretionsgraense, Indikator, Indikatorvaerdi

__all__ = [
    "Dataindlaesning",
    "Delmaal",
    "Diskretionsgraense",
    "Indikator",
    "Indikatorvaerdi",
    "Landstal",
    "Leverancemaaling",
    "Liste",
    "Listekriterium",
    "Listeplacering",
    "Maaleplan",
    "Maaling",
    "Periodelaas",
    "Registrering",
    "Tilsidesaettelse",
    "Undersoegelse",
    "Undersoegelsessvar",
]

"""What the rules say about measurements: pure functions of a reading and of what was measured.

`opfyldelse` is the one way to a criterion's status; everything else here serves it or its pictures.
"""

from maalinger.rules.fremskrivning import fremskriv
from maalinger.rules.opgoerelse import STANDARDTOLERANCE
from maalinger.rules.raekker import raekker
from maalinger.rules.typer import (
    Broek,
    Delmaalstal,
    Fremskrivning,
    Maalt,
    Omraadestatus,
    Opfyldelse,
    Raekke,
    Resten,
    Skala,
    Start,
    Tilsidesat,
    Trin,
)
from maalinger.rules.vurdering import opfyldelse

__all__ = [
    "STANDARDTOLERANCE",
    "Broek",
    "Delmaalstal",
    "Fremskrivning",
    "Maalt",
    "Omraadestatus",
    "Opfyldelse",
    "Raekke",
    "Resten",
    "Skala",
    "Start",
    "Tilsidesat",
    "Trin",
    "fremskriv",
    "opfyldelse",
    "raekker",
]

"""Hand-made SVG: figures in, a drawing out, for screens and papers alike. Neutral names; words come from the caller.

Attributes only: no style, no ids, nothing random, so the drawings obey the CSP, print in PDF and are equal every time.
"""

from kerne.diagrammer.kurven import Kurve, Punkt, Sammenligning, Vindue, akse_start, kurve
from kerne.diagrammer.linjerne import HALV, Linjer, Serie, Snit, kan_tegnes, lavest, linjer
from kerne.diagrammer.minikurven import Mini, minikurve
from kerne.diagrammer.organisation import Kasse, organisation
from kerne.diagrammer.sporet import Spor, vej
from kerne.diagrammer.tegnene import tegn

__all__ = [
    "HALV",
    "Kasse",
    "Kurve",
    "Linjer",
    "Mini",
    "Punkt",
    "Sammenligning",
    "Serie",
    "Snit",
    "Spor",
    "Vindue",
    "akse_start",
    "kan_tegnes",
    "kurve",
    "lavest",
    "linjer",
    "minikurve",
    "organisation",
    "tegn",
    "vej",
]

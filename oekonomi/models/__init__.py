"""What happened, in kroner: spending, deliveries, changes of the budget, and the accounts of each year."""

from oekonomi.models.budgetaendring import Budgetaendring
from oekonomi.models.forbrug import Forbrug, Forbrugsindlaesning
from oekonomi.models.levering import Kompensation, Levering
from oekonomi.models.regnskab import Regnskabsaar, Restmidler, Revisorbemaerkning

__all__ = [
    "Budgetaendring",
    "Forbrug",
    "Forbrugsindlaesning",
    "Kompensation",
    "Levering",
    "Regnskabsaar",
    "Restmidler",
    "Revisorbemaerkning",
]

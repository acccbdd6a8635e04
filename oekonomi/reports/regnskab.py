"""What became of a year's accounts after the revisor had signed them, from the audit lines."""

from django.db.models import QuerySet

from kerne import haendelser
from kerne.models import Haendelse
from oekonomi.models import Regnskabsaar

PAATEGNING_AENDRET = "ændrede revisors påtegning"  # how the audit line begins


def paategningens_aendringer(regnskab: Regnskabsaar) -> QuerySet[Haendelse]:
    """Every time that the revisor's statement was taken away or moved, oldest first, each with its reason."""
    return haendelser.om(regnskab, PAATEGNING_AENDRET)

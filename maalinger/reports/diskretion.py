"""The site's limit for small numbers; what it does with figures stands in rules/diskretion.py."""

from datetime import date

from maalinger.models import Diskretionsgraense
from maalinger.rules.diskretion import STANDARDGRAENSE


def graense(dato: date) -> int:
    """Fewer people than this are hidden on that day; one query. Pass today: a new limit hides old figures too."""
    gaeldende = Diskretionsgraense.objects.filter(gaelder_fra__lte=dato).order_by("-gaelder_fra")
    return gaeldende.values_list("mindste_antal", flat=True).first() or STANDARDGRAENSE

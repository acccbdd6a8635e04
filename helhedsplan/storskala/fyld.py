"""Fill the database with plans 1 to N of a seed; those that are there already are left alone."""

from collections.abc import Callable

from aftaler.models import Helhedsplan
from helhedsplan.storskala import byg
from helhedsplan.storskala.byg.folk import landsbyggefonden
from helhedsplan.storskala.opfind import plan, slug


def fyld(planer: int, froe: int, *, fremdrift: Callable[[int], None] = lambda nr: None) -> int:
    """How many were made. `fremdrift` is told the number of each plan that was."""
    slugs = {nr: slug(froe, nr) for nr in range(1, planer + 1)}
    kendte = set(Helhedsplan.objects.filter(slug__in=slugs.values()).values_list("slug", flat=True))
    mangler = [nr for nr, et in slugs.items() if et not in kendte]
    lbf = landsbyggefonden()
    for nr in mangler:
        byg.plan(plan(froe, nr), lbf)
        fremdrift(nr)
    return len(mangler)

"""{% aktivitetens_fremmoede %}: what came of an activity, on the page that says what it promised."""

from typing import Any

from django import template

from aftaler.models import Helhedsplan
from maalinger.reports.fremmoede import aar_for_aar

register = template.Library()


@register.inclusion_tag("maalinger/fremmoede_aktivitet.html")
def aktivitetens_fremmoede(plan: Helhedsplan, noegle: int, maa_registrere: bool) -> dict[str, Any]:
    """The activity's attendance year by year, and the way to write more. One query."""
    return {"slug": plan.slug, "noegle": noegle, "aarene": aar_for_aar(noegle), "maa_registrere": maa_registrere}

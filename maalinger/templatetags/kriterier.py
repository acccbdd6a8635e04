"""{% kriterieraekke linje slug %}: a criterion's row, made once for as long as its line is remembered (ADR 0010)."""

from django import template
from django.utils.safestring import SafeString

from maalinger.reports.linjer import Linje

register = template.Library()


@register.simple_tag
def kriterieraekke(linje: Linje, slug: str) -> SafeString:
    """The row of `components/kriterieraekke.html`."""
    return linje.raekke(slug)

"""The house's own filters and tags: figures, dates and drawings, printed by `talformat`, `datoer` and `diagrammer`.

A missing figure or date prints as the empty string: what "missing" means is for the page to say in a word.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from kerne import datoer, diagrammer, talformat

register = template.Library()

Dag = TypeVar("Dag", bound=date)

_AARSVINDUE = re.compile(r"\d{4}–\d{4}")


@register.filter
def tal(v: Decimal | int | None, decimaler: int | None = None) -> str:
    """{{ 1936|tal }} -> 1.936; {{ v|tal:1 }} has exactly one decimal."""
    return "" if v is None else talformat.tal(v, decimaler)


@register.filter
def fortegn(v: Decimal | int | None, decimaler: int | None = None) -> str:
    """{{ forskel|fortegn:1 }} -> +1,2."""
    return "" if v is None else talformat.fortegn(v, decimaler)


@register.filter
def procent(v: Decimal | int | None, decimaler: int | None = None) -> str:
    """{{ 22.4|procent }} -> 22,4 %."""
    return "" if v is None else talformat.procent(v, decimaler)


@register.filter
def andel(v: Decimal | int | None, decimaler: int = 0) -> str:
    """A share of one: {{ 0.6129|andel }} -> 61 %."""
    return "" if v is None else talformat.andel(v, decimaler)


@register.filter
def kroner(v: Decimal | int | None) -> str:
    """{{ 8900000|kroner }} -> 8.900.000 kr."""
    return "" if v is None else talformat.kroner(v)


@register.filter
def tusind_kroner(v: Decimal | int | None) -> str:
    """{{ 532500|tusind_kroner }} -> 532,5 tkr."""
    return "" if v is None else talformat.tusind_kroner(v)


@register.filter
def mio_kroner(v: Decimal | int | None) -> str:
    """{{ 6240000|mio_kroner }} -> 6,24 mio. kr."""
    return "" if v is None else talformat.mio_kroner(v)


@register.filter
def vaerdi(v: Decimal | int | None, enhed: str | None = None) -> str:
    """{{ v|vaerdi:"procent" }} -> 22,4 %."""
    return "" if v is None else talformat.vaerdi(v, enhed)


@register.filter
def dato(d: date | None) -> str:
    """{{ d|dato }} -> 15. juni 2022."""
    return datoer.dato(_lokal(d)) if d else ""


@register.filter
def dato_kort(d: date | None) -> str:
    """{{ d|dato_kort }} -> 24. nov. 2021."""
    return datoer.dato_kort(_lokal(d)) if d else ""


@register.filter
def tidspunkt(t: datetime | None) -> str:
    """{{ t|tidspunkt }} -> 15. juni 2022 kl. 13.00, in local time."""
    return datoer.tidspunkt(_lokal(t)) if t else ""


@register.filter
def klokkeslaet(t: datetime | None) -> str:
    """{{ t|klokkeslaet }} -> kl. 13.00, in local time."""
    return datoer.klokkeslaet(_lokal(t)) if t else ""


@register.filter
def ubrudt(tekst: str) -> SafeString:
    """A sentence in which windows such as 2013–2017 stay on one line (class `ubrudt`)."""
    sikker = str(conditional_escape(tekst))
    return mark_safe(_AARSVINDUE.sub(lambda fund: f'<span class="ubrudt">{fund[0]}</span>', sikker))


@register.simple_tag
def periode(fra: date | None, til: date | None) -> str:
    """{% periode fra til %} -> 1. maj 2019 – 30. april 2023."""
    return datoer.periode(fra, til)


@register.simple_tag
def aarsvindue(fra: int | None, til: int | None) -> str:
    """{% aarsvindue 2013 2017 %} -> 2013–2017."""
    return datoer.aarsvindue(fra, til)


@register.simple_tag
def maaleperiode(fra: date, til: date) -> str:
    """{% maaleperiode fra til %} -> 2021, 2020–2021 or pr. 31. marts 2022."""
    return datoer.maaleperiode(fra, til)


@register.simple_tag
def tidsrum(fra: datetime, til: datetime) -> str:
    """{% tidsrum fra til %} -> 13.00–15.00, in local time."""
    return datoer.tidsrum(_lokal(fra), _lokal(til))


@register.simple_tag
def tegn(kode: str, stoerrelse: int | str = 20, titel: str | None = None) -> SafeString:
    """{% tegn status 20 %}: the sign alone; give `titel` where no word stands beside it."""
    return diagrammer.tegn(str(kode), int(stoerrelse), titel=titel)


def _lokal(d: Dag) -> Dag:
    """An aware moment in the reader's time zone; everything else as it is."""
    if isinstance(d, datetime) and timezone.is_aware(d):
        return timezone.localtime(d)
    return d

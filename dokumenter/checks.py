"""A missing Pango is a warning at start, with the line to run: the application works without, only PDF is off."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from dokumenter import pdf


@register()
def pango(**kwargs: Any) -> list[CheckMessage]:
    if grund := pdf.mangler_system():
        return [Warning(grund, id="dokumenter.W001")]
    return []

"""No CPR number anywhere: what looks like one is refused before it is stored."""

import re
from datetime import date

from django.core.exceptions import ValidationError

_MULIGT = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})[-– ]?\d{4}(?!\d)")
BESKED = "Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan."


def ligner_cpr(tekst: str) -> bool:
    """Ten digits, with or without a dash, of which the first six are a day, a month and a year."""
    return any(_er_dato(*map(int, fund.groups())) for fund in _MULIGT.finditer(tekst))


def uden_cpr(tekst: str) -> None:
    """Validator for text that people write. Raises ValidationError with a sentence."""
    if ligner_cpr(str(tekst)):
        raise ValidationError(BESKED, code="cpr")


def _er_dato(dag: int, maaned: int, aar: int) -> bool:
    try:
        date(2000 + aar, maaned, dag)
    except ValueError:
        return dag == 29 and maaned == 2  # a leap day of the other century
    return True

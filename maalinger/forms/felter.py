"""Fields that read what Danes write: figures, years and days."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kerne.forms import Dato
from kerne.talformat import laes_tal, tal
from maalinger.rules import indtastning


class Talfelt(forms.CharField):
    """A figure in Danish notation; empty is None and never zero. The form says whether it may be left out."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return tal(value, hoejst=indtastning.HOEJST_DECIMALER) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        tekst = super().to_python(value)
        if not tekst:
            return None
        try:
            return laes_tal(tekst)
        except ValueError as fejl:
            raise ValidationError(str(fejl)) from fejl

    def validate(self, value: Any) -> None:
        """Nothing here: `required` only tells the label; what is missing depends on the other fields."""


class Aarfelt(forms.IntegerField):
    def __init__(self, **kwargs: Any) -> None:
        besked = "Skriv året med fire cifre, fx 2021."
        kwargs["error_messages"] = {"invalid": besked, "min_value": besked, "max_value": besked}
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 9})
        super().__init__(widget=widget, min_value=1900, max_value=2199, **kwargs)

    def validate(self, value: Any) -> None:
        """As `Talfelt`: a year may be replaced by dates."""


class Datofelt(forms.DateField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs["error_messages"] = {"invalid": "Skriv datoen som dag, måned og år, fx 31-12-2021."}
        super().__init__(widget=Dato(), required=False, **kwargs)

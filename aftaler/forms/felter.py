"""Fields that read what Danes write, and answer in sentences."""

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from aftaler.services.tekster import aftryk
from kerne.forms import ModelForm, Rigtekst
from kerne.rigtekst import rens
from kerne.talformat import decimaler_i, laes_tal, tal

FOR_LANG = "Der er plads til %(limit_value)d tegn. Din tekst er på %(show_value)d."
AARSTAL = "Skriv året med fire cifre, fx 2022."
DATO = "Skriv en dato, fx 30.04.2023."
VAELG = "Vælg en fra listen."


class Rigtekstfelt(forms.CharField):
    """Long text: cleaned here, so that a conflict or a fault shows exactly what would be saved."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"required": False, **kwargs, "max_length": settings.LAENGSTE_TEKST, "widget": Rigtekst()}
        super().__init__(**kwargs)
        self.error_messages["max_length"] = FOR_LANG

    def to_python(self, value: Any) -> str:
        tekst = super().to_python(value)
        # Cleaning is linear, but a text many times too long is refused as it came.
        return rens(tekst) if len(tekst) <= 4 * settings.LAENGSTE_TEKST else tekst


class Talfelt(forms.Field):
    """A figure with a decimal comma; None when the field is empty: empty is not zero."""

    def __init__(self, *, decimaler: int, cifre: int, **kwargs: Any) -> None:
        self.decimaler, self.stoerst = decimaler, Decimal(10) ** cifre
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(**{"required": False, "widget": widget, **kwargs})

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            figur = laes_tal(str(value))
        except ValueError as fejl:
            raise ValidationError(str(fejl)) from fejl
        if abs(figur) >= self.stoerst:
            raise ValidationError(f"Tallet er for stort. Det kan højst have {len(str(self.stoerst)) - 1} cifre.")
        if decimaler_i(figur) > self.decimaler:
            raise ValidationError(f"Skriv højst {self.decimaler} {'decimal' if self.decimaler == 1 else 'decimaler'}.")
        return figur

    def prepare_value(self, value: Any) -> Any:
        return tal(value, hoejst=self.decimaler) if isinstance(value, Decimal) else value


class Beloebfelt(Talfelt):
    """An amount in kroner, øre only where there are any."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(decimaler=2, cifre=12, **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        beloeb = super().clean(value)
        if beloeb is not None and beloeb < 0:
            raise ValidationError("Et beløb kan ikke være negativt.")
        return beloeb


class Aarfelt(forms.IntegerField):
    """A calendar year."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "min_value": 1950, "max_value": 2100, **kwargs})
        self.widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        self.error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), AARSTAL)


class LaastForm(ModelForm):
    """Remembers which edition of the row it was opened on; `foer` tells its fields from their neighbours."""

    udgave = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=2**31 - 1,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Siden var for gammel. Gem igen."),
    )
    foer = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= self.laas(self.instance)

    def laas(self, ting: Any) -> dict[str, Any]:
        """The hidden fields for the row as it stands."""
        raekke = tuple(felt for felt in self._meta.fields if felt in self.fields)
        return {"udgave": ting.udgave if ting.pk else 0, "foer": aftryk(ting, raekke)}

    def vaerdi(self, ting: Any, navn: str) -> Any:
        """The row's value of one of the form's fields."""
        return getattr(ting, navn)

    def laas_op(self, ting: Any) -> None:
        """Whoever has now seen the row as it stands may save over it."""
        ren = {navn: self.cleaned_data[navn] for navn, felt in self.fields.items() if isinstance(felt, Rigtekstfelt)}
        self.data = self.data.copy()
        for navn, vaerdi in {**ren, **self.laas(ting)}.items():
            self.data[self.add_prefix(navn)] = vaerdi

    @property
    def felter(self) -> dict[str, Any]:
        """What was filled in, without the lock."""
        return {navn: vaerdi for navn, vaerdi in self.cleaned_data.items() if navn not in {"udgave", "foer"}}

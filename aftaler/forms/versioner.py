"""Choosing a day or two versions, and who signed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from aftaler.forms.aendringer import datofelt
from aftaler.models import Version
from kerne.filer import FILTYPER, fejl_i_filen
from kerne.forms import Form

VAELG = "Vælg en version af dokumentet fra listen."


class PrDatoForm(Form):
    """A day in the life of the agreement."""

    dato = datofelt("Sådan lød aftalen den")


class ForskelForm(Form):
    """Two versions of one document's line."""

    fra = forms.TypedChoiceField(label="Fra", coerce=int, error_messages={"invalid_choice": VAELG})
    til = forms.TypedChoiceField(label="Til", coerce=int, error_messages={"invalid_choice": VAELG})

    def __init__(self, *args: Any, linje: Sequence[Version], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.linje = {et.pk: et for et in linje}
        for felt in self.fields.values():
            felt.choices = [(et.pk, str(et).capitalize()) for et in linje]

    @property
    def i_orden(self) -> tuple[Version, Version]:
        """The two, the older first."""
        fra, til = sorted((self.linje[self.cleaned_data[navn]] for navn in ("fra", "til")), key=lambda et: et.nr)
        return fra, til


class UnderskriftForm(Form):
    navn = forms.CharField(
        label="Underskrevet af", max_length=120, error_messages={"required": "Skriv, hvem der har skrevet under."}
    )
    dato = datofelt("Dato")
    fil = forms.FileField(
        label="Underskrevet eksemplar",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": FILTYPER}),
        help_text="Fx en skannet PDF. Dens kontrolsum bliver gemt, så det kan ses, om filen er den samme.",
        error_messages={"empty": "Filen er tom. Vælg en fil med indhold."},
    )

    def clean_fil(self) -> UploadedFile | None:
        fil = self.cleaned_data["fil"]
        if fil and (fejl := fejl_i_filen(fil)):
            raise ValidationError(fejl)
        return fil

"""Choosing a day or two versions, and who signed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from aftaler.forms.aendringer import datofelt
from aftaler.models import Version
from kerne.filer import FILTYPER, fejl_i_filen
from kerne.forms import Form


class PrDatoForm(Form):
    """A day in the life of the agreement."""

    dato = datofelt("Sådan lød aftalen den")


class ForskelForm(Form):
    """Two versions of one document."""

    fra = forms.ModelChoiceField(queryset=None, label="Fra", empty_label=None)
    til = forms.ModelChoiceField(queryset=None, label="Til", empty_label=None)

    def __init__(self, *args: Any, versioner: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt in self.fields.values():
            felt.queryset = versioner
            felt.label_from_instance = lambda version: str(version).capitalize()

    @property
    def i_orden(self) -> tuple[Version, Version]:
        """The two, the older first."""
        fra, til = sorted((self.cleaned_data["fra"], self.cleaned_data["til"]), key=lambda et: et.nr)
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

"""A milestone: what is promised, and what came of it."""

from django import forms

from aftaler.forms.felter import FOR_LANG
from aftaler.forms.raekker import Datofelt, RaekkeForm


class MilepaelForm(RaekkeForm):
    raekke = ("navn", "frist_dato")
    navn = forms.CharField(
        label="Milepæl",
        max_length=200,
        help_text="Det, der skal være sket, fx »Projektbeskrivelsen er færdig«.",
        error_messages={"required": "Skriv, hvad der skal være sket.", "max_length": FOR_LANG},
    )
    frist_dato = Datofelt(label="Senest", mangler="Skriv, hvornår det senest skal være sket.")


class FremdriftForm(RaekkeForm):
    raekke = ("udfoert_dato", "forsinkelse_grund")
    udfoert_dato = Datofelt(label="Udført den", help_text="Lad feltet stå tomt, når milepælen ikke er nået endnu.")
    forsinkelse_grund = forms.CharField(
        label="Hvorfor forsinket",
        max_length=300,
        required=False,
        help_text="Skrives, når milepælen er nået for sent eller er over tiden.",
        error_messages={"max_length": FOR_LANG},
    )

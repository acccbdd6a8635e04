"""A task, and saying that it is done."""

from typing import Any

from django import forms
from django.utils import timezone

from aftaler.forms.felter import FOR_LANG, VAELG, LaastForm
from aftaler.forms.raekker import Datofelt
from aftaler.models import Helhedsplan
from kerne.forms import Dato, Form
from moeder.models import Opgave

MANGLER = {
    "tekst": "Skriv, hvad der skal gøres.",
    "ejer": "Vælg, hvem der gør det. En opgave uden navn bliver ikke gjort.",
    "frist_dato": "Skriv, hvornår det senest skal være gjort, fx 01.07.2022.",
}


class OpgaveForm(LaastForm):
    class Meta:
        model = Opgave
        fields = ("tekst", "ejer", "frist_dato")
        widgets = {"frist_dato": Dato}
        error_messages = {
            "tekst": {"required": MANGLER["tekst"], "max_length": FOR_LANG},
            "ejer": {"required": MANGLER["ejer"], "invalid_choice": VAELG},
            "frist_dato": {"required": MANGLER["frist_dato"], "invalid": "Skriv en dato, fx 01.07.2022."},
        }

    def __init__(self, *args: Any, planen: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ejer"].queryset = planen.personer.order_by("navn", "pk")
        self.fields["ejer"].empty_label = "Vælg person"

    def laas(self, ting: Opgave) -> dict[str, Any]:
        return super().laas(ting) if ting.pk else {"udgave": 0, "foer": ""}  # a new one has no owner to fingerprint


class UdfoertForm(Form):
    udfoert_dato = Datofelt(label="Gjort den", mangler="Skriv den dag, opgaven blev gjort.")
    udfoert_note = forms.CharField(
        label="Hvad blev der gjort", max_length=300, required=False, error_messages={"max_length": FOR_LANG}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["udfoert_dato"].initial = timezone.localdate

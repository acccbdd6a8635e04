"""Where the ministry's published list placed an area."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from aftaler.forms.raekker import RaekkeForm
from aftaler.models import Boligomraade, Helhedsplan
from maalinger.statuses import Listetype

VAELG = "Vælg en af mulighederne."
AARET = "Skriv året med fire cifre, fx 2022."
FOERSTE_LISTER = 2010


class PlaceringForm(RaekkeForm):
    raekke = ("omraade", "art", "aar", "paa_listen", "kilde")
    omraade = forms.ModelChoiceField(
        Boligomraade.objects.none(),
        label="Boligområde",
        empty_label=None,
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    art = forms.ChoiceField(
        label="Liste",
        choices=Listetype.choices,
        help_text="Ghettoområder hedder parallelsamfund siden 2021, hårde ghettoområder omdannelsesområder.",
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    aar = forms.IntegerField(
        label="Listen fra 1. december",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 4}),
        error_messages={"required": AARET, "invalid": AARET},
    )
    paa_listen = forms.TypedChoiceField(
        label="Står området på den?",
        choices=[(True, "Ja, området står på listen"), (False, "Nej, området står ikke på listen")],
        coerce=lambda v: v == "True",
        initial=True,
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    kilde = forms.CharField(
        label="Kilde",
        max_length=300,
        help_text="Hvor det kan læses, fx »Social- og Boligministeriets liste 1. december 2022«.",
        error_messages={"required": "Skriv, hvor det kan læses."},
    )

    def __init__(self, *args: Any, plan: Helhedsplan, dato: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dato = dato
        self.fields["omraade"].queryset = plan.boligomraader.order_by("navn", "pk")

    def clean_aar(self) -> int:
        aar = self.cleaned_data["aar"]
        if aar < FOERSTE_LISTER:
            raise ValidationError("De første lister er fra 2010.")
        if aar > self.dato.year:
            raise ValidationError(f"Listen for {aar} er ikke kommet endnu. Skriv et år til og med {self.dato.year}.")
        return aar

"""Writing the referat, sending it out, commenting on it, and adding to it afterwards."""

from typing import Any

from django import forms

from aftaler.forms.felter import FOR_LANG, VAELG, LaastForm, Rigtekstfelt
from aftaler.forms.raekker import Datofelt
from kerne.forms import Form
from moeder.models import Behandling
from moeder.rules.referat import LAENGSTE_FRIST, fejl_i_arbejdsdagene


class ReferatForm(LaastForm):
    referat = Rigtekstfelt(label="Hvad blev der sagt")

    class Meta:
        model = Behandling
        fields = ("referat",)


class SendForm(Form):
    kommentarfrist_dato = Datofelt(
        label="Kommentarer senest",
        mangler="Skriv, hvornår kommentarerne senest skal være inde.",
        help_text="Referatet kan kommenteres, til det er godkendt. Dagen er den, I beder dem overholde.",
    )


class SkriftligForm(Form):
    arbejdsdage = forms.IntegerField(
        label="Arbejdsdage til at godkende",
        min_value=1,
        max_value=LAENGSTE_FRIST,
        initial=10,
        help_text="Weekender og danske helligdage tæller ikke med.",
        error_messages={
            "required": "Skriv, hvor mange arbejdsdage de får, fx 10.",
            "invalid": "Skriv et helt tal, fx 10.",
            "min_value": fejl_i_arbejdsdagene(0),
            "max_value": fejl_i_arbejdsdagene(0),
        },
    )


class OmPunktForm(Form):
    """Words on the whole referat or on one of its items."""

    behandling = forms.ModelChoiceField(
        Behandling.objects.none(),
        label="Punkt",
        required=False,
        empty_label="Hele referatet",
        error_messages={"invalid_choice": VAELG},
    )
    tekst = forms.CharField(
        label="Kommentar",
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"max_length": FOR_LANG},
    )

    def __init__(self, *args: Any, punkter: Any, ledetekst: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["behandling"].queryset = punkter
        self.fields["tekst"].label = ledetekst
        self.fields["tekst"].error_messages["required"] = f"Skriv din {ledetekst.lower()}."


class SvarForm(Form):
    svar = forms.CharField(
        label="Svar",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text="Fx »Teksten er rettet« eller hvorfor den står, som den gør.",
        error_messages={"required": "Skriv et svar.", "max_length": FOR_LANG},
    )

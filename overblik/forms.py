"""The reason for letting a finding be, and for dropping a proposal."""

from django import forms

from kerne.forms import Dato, Form


class FrafaldForm(Form):
    grund = forms.CharField(
        label="Hvorfor får fundet lov at stå?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Fx »Landsbyggefonden har godkendt fordelingen 3. maj«. Begrundelsen vises sammen med dit navn.",
        error_messages={
            "required": "Skriv hvorfor, så den næste kan forstå det.",
            "max_length": "Der er plads til %(limit_value)d tegn. Din tekst er på %(show_value)d.",
        },
    )


class UdeladForm(Form):
    grund = forms.CharField(
        label="Hvorfor udelades punktet?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Skriv, hvorfor punktet udelades.",
            "max_length": "Der er plads til %(limit_value)d tegn. Din tekst er på %(show_value)d.",
        },
    )
    vis_igen_dato = forms.DateField(
        label="Foreslå det igen fra",
        required=False,
        widget=Dato,
        help_text="Tomt felt: først når tallene ændrer sig.",
        error_messages={"invalid": "Skriv en dato, fx 01.07.2022."},
    )

"""The reason for letting a finding be."""

from django import forms

from kerne.forms import Form


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

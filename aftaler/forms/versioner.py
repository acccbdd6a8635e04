"""Recording an approval."""

from datetime import date
from typing import Any

from django import forms

from kerne.forms import Dato, Form


class GodkendForm(Form):
    godkendt_af_navn = forms.CharField(label="Godkendt af", max_length=160, help_text="Fx Landsbyggefonden.")
    godkendt_dato = forms.DateField(label="Godkendt den", widget=Dato)
    gaelder_fra = forms.DateField(
        label="Gælder fra", widget=Dato, help_text="Versionen afløser den forrige fra den dag."
    )
    grund = forms.CharField(
        label="Hvad er ændret?",
        max_length=300,
        help_text="Én linje, som andre kan finde igen, fx »Ny aktivitet: Fritidsjob«.",
    )
    set_kontrolsum = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, i_dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.i_dag = i_dag

    def clean_godkendt_dato(self) -> date:
        dato = self.cleaned_data["godkendt_dato"]
        if dato > self.i_dag:
            raise forms.ValidationError(
                "Godkendelsen kan ikke ligge i fremtiden. Skriv den dag, beslutningen blev taget."
            )
        return dato

"""Inviting somebody into a plan, and ending a membership."""

from typing import Any

from django import forms
from django.utils import timezone

from brugere.roles import Rolle
from kerne.forms import Dato, Form


class InviterForm(Form):
    email = forms.EmailField(label="E-mail", max_length=254)
    navn = forms.CharField(
        label="Navn", max_length=120, help_text="Har personen allerede en bruger, beholder den sit eget navn."
    )
    rolle = forms.ChoiceField(
        label="Rolle",
        choices=[("", "Vælg rolle"), *Rolle.choices],
        help_text=(
            "Projektleder og sekretariat retter og inviterer. Medarbejder retter aktiviteter og registrerer. "
            "Formand og bestyrelse ser også kladder og penge. Følgegruppe og administrator ser det, der gælder. "
            "Revisor og Landsbyggefonden ser det, der gælder, og pengene."
        ),
    )
    fra_dato = forms.DateField(label="Fra", widget=Dato)
    til_dato = forms.DateField(
        label="Til og med",
        required=False,
        widget=Dato,
        help_text="Lad feltet stå tomt, når der ikke er aftalt en slutdato.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fra_dato"].initial = timezone.localdate


class AfslutForm(Form):
    sidste_dag = forms.DateField(
        label="Sidste dag",
        required=False,
        widget=Dato,
        help_text="Lad feltet stå tomt, når adgangen skal lukke med det samme.",
    )

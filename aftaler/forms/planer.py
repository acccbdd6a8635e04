"""A plan's first facts."""

from typing import Any

from django import forms

from aftaler.models import Helhedsplan
from aftaler.services import planer
from kerne.forms import Dato, ModelForm


class PlanForm(ModelForm):
    class Meta:
        model = Helhedsplan
        fields = (
            "navn", "omraade", "kommune", "bevillingsperiode", "skabelon", "start_dato", "slut_dato", "lbf_sagsnr",
        )  # fmt: skip
        widgets = {"start_dato": Dato, "slut_dato": Dato}
        labels = {
            "navn": "Planens navn",
            "omraade": "Områdets navn",
            "kommune": "Kommune",
            "bevillingsperiode": "Bevillingsperiode",
            "skabelon": "Skabelon",
            "start_dato": "Start",
            "slut_dato": "Slut",
            "lbf_sagsnr": "Landsbyggefondens sagsnummer",
            "fase": "Fase",
        }
        help_texts = {
            "navn": "Det, I kalder planen til daglig.",
            "bevillingsperiode": (
                "De midler, planen er bevilget af. Perioden afgør, hvilke indsatsområder I kan vælge, og hvilke regler "
                "der gælder. Den følger aldrig af datoerne: en plan fra 2019 til 2023 kan være på 2015-18-midler."
            ),
            "skabelon": (
                "Den generation af Landsbyggefondens skabelon, aftalen skrives på. Vælger du ingen, bruges periodens "
                "egen. Mangler en generation, fx C, kan administratoren tilføje den i opsætningen."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        skabelon = self.fields["skabelon"]
        skabelon.required = False
        skabelon.queryset = planer.valgbare_skabeloner()
        skabelon.empty_label = "Periodens egen skabelon"
        skabelon.label_from_instance = lambda et: f"Generation {et.generation}"
        self.fields["bevillingsperiode"].empty_label = "Vælg periode"

    def oplysninger(self) -> planer.Oplysninger:
        return planer.Oplysninger(**self.cleaned_data)


class PlanRetForm(PlanForm):
    """The same facts and the phase; `udgave` says which edition of the plan was on the screen."""

    udgave = forms.IntegerField(widget=forms.HiddenInput)

    class Meta(PlanForm.Meta):
        fields = (*PlanForm.Meta.fields, "fase")

    def oplysninger(self) -> planer.Oplysninger:
        return planer.Oplysninger(**{navn: v for navn, v in self.cleaned_data.items() if navn != "udgave"})

"""A deadline: written by hand, moved with a reason, marked as done."""

from typing import Any

from django import forms

from aftaler.forms.felter import FOR_LANG, VAELG
from aftaler.forms.raekker import Datofelt, RaekkeForm
from aftaler.models import Delaftale, Helhedsplan
from aftaler.models.frist import Fristart


class FristForm(RaekkeForm):
    art = forms.ChoiceField(
        label="Slags",
        choices=[(Fristart.ANDEN, "En anden frist"), (Fristart.MIDTVEJS, Fristart.MIDTVEJS.label)],
        help_text="Vælg midtvejsevaluering, hvis aftalen lover en.",
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    navn = forms.CharField(
        label="Frist",
        max_length=200,
        help_text="Det, der skal være gjort, fx »Svar til Landsbyggefonden om fleksibel udlejning«.",
        error_messages={"required": "Skriv, hvad der skal være gjort.", "max_length": FOR_LANG},
    )
    delaftale = forms.ModelChoiceField(
        Delaftale.objects.none(),
        label="Hører til",
        required=False,
        empty_label="Hele planen",
        error_messages={"invalid_choice": VAELG},
    )
    dato = Datofelt(label="Senest", mangler="Skriv, hvornår det senest skal være gjort.")

    def __init__(self, *args: Any, plan: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
        self.fields["delaftale"].queryset = delaftaler.select_related("indsatsomraade__omraadetype")


class FlytForm(RaekkeForm):
    raekke = ("dato", "flyttet_grund")
    dato = Datofelt(label="Ny dato", mangler="Skriv den nye dato.")
    flyttet_grund = forms.CharField(
        label="Hvorfor flyttes den?",
        max_length=300,
        error_messages={"required": "Skriv, hvorfor fristen flyttes.", "max_length": FOR_LANG},
    )


class GjortForm(RaekkeForm):
    raekke = ("udfoert_dato",)
    udfoert_dato = Datofelt(label="Gjort den", help_text="Lad feltet stå tomt, hvis det alligevel ikke er gjort.")

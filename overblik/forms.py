"""The reason for letting a finding be, and for dropping a proposal; what to search for; and which mails one wants."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from aftaler.models import Helhedsplan
from kerne.forms import Dato, Form
from overblik.models import Samlemail
from overblik.rules.soegning import Slags, hvorfor_ikke_soege
from overblik.statuses import Emne, Hyppighed


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


class SoegForm(Form):
    """What to search for, and in which of the person's plans."""

    q = forms.CharField(
        label="Søg efter",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        help_text="Ord, »beslutning 12« eller et J.nr. Minus foran et ord vælger det fra.",
        error_messages={"required": "Skriv, hvad du leder efter."},
    )
    plan = forms.ChoiceField(
        label="Plan", required=False, error_messages={"invalid_choice": "Vælg en af dine planer på listen."}
    )
    slags = forms.ChoiceField(
        label="Slags",
        required=False,
        choices=[("", "Alle slags"), *Slags.choices],
        error_messages={"invalid_choice": "Vælg en slags på listen."},
    )

    def __init__(self, data: Mapping[str, str] | None, *, planer: Iterable[Helhedsplan]) -> None:
        super().__init__(data)
        self.fields["plan"].choices = [("", "Alle planer"), *((et.slug, et.navn) for et in planer)]

    def clean_q(self) -> str:
        if grund := hvorfor_ikke_soege(self.cleaned_data["q"]):
            raise forms.ValidationError(grund)
        return self.cleaned_data["q"]


class SamlemailForm(Form):
    """How often a person wants the digest mail, and what it may be about."""

    hyppighed = forms.ChoiceField(
        label="Hvor tit må den komme?",
        choices=Hyppighed,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvor tit mailen må komme.", "invalid_choice": "Vælg en fra listen."},
    )
    emner = forms.MultipleChoiceField(
        label="Hvad må den handle om?",
        choices=Emne,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Vælg fra listen."},
    )

    @classmethod
    def til(cls, valg: Samlemail, *args: Any) -> "SamlemailForm":
        emner = [et for et in Emne if et not in valg.fravalgte]
        return cls(*args, initial={"hyppighed": valg.hyppighed, "emner": emner})

    @property
    def valgt_hyppighed(self) -> Hyppighed:
        return Hyppighed(self.cleaned_data["hyppighed"])

    @property
    def valgte_emner(self) -> frozenset[Emne]:
        return frozenset(Emne(et) for et in self.cleaned_data["emner"])

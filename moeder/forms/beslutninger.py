"""A decision, and what became of it."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from aftaler.forms.felter import FOR_LANG, VAELG, LaastForm
from kerne.forms import Form
from moeder.models import Beslutning
from moeder.services.beslutninger import Ordlyd
from moeder.statuses import Beslutningsstatus, Beslutningsudfald

STEMMER = {"invalid": "Skriv et helt tal, fx 5.", "min_value": "Skriv et helt tal, fx 5."}


class BeslutningForm(LaastForm):
    class Meta:
        model = Beslutning
        fields = ("tekst", "udfald", "stemmer_for", "stemmer_imod", "stemmer_hverken")
        labels = {"stemmer_for": "Stemmer for", "stemmer_imod": "Imod", "stemmer_hverken": "Hverken for eller imod"}
        widgets = {"tekst": forms.Textarea({"rows": 4})}
        error_messages = {
            "tekst": {"required": "Skriv, hvad der blev besluttet.", "max_length": FOR_LANG},
            "udfald": {"invalid_choice": VAELG},
            **dict.fromkeys(("stemmer_for", "stemmer_imod", "stemmer_hverken"), STEMMER),
        }

    def __init__(self, *args: Any, udfald: Sequence[Beslutningsudfald], om: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if udfald:
            self.fields["udfald"].choices = [("", "Vælg"), *((et.value, et.label) for et in udfald)]
            self.fields["udfald"].help_text = om
        else:
            del self.fields["udfald"]
        for navn in ("stemmer_for", "stemmer_imod", "stemmer_hverken"):
            self.fields[navn].widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": 4})
        stemmer = Div("stemmer_for", "stemmer_imod", "stemmer_hverken", css_class="stemmer")
        self.helper.layout = Layout("tekst", *(["udfald"] if udfald else []), stemmer, "udgave", "foer")

    @property
    def ordlyd(self) -> Ordlyd:
        return Ordlyd(**self.felter)


class StatusForm(Form):
    status = forms.ChoiceField(label="Beslutningen er nu", error_messages={"invalid_choice": VAELG})
    status_note = forms.CharField(
        label="Bemærkning",
        max_length=300,
        required=False,
        help_text="Fx »Gennemført i maj« eller »Afløst af beslutning 14«.",
        error_messages={"max_length": FOR_LANG},
    )
    udgave = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, skift: Sequence[Beslutningsstatus], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(et.value, et.label) for et in skift]


class FilterForm(Form):
    """The register's filter: a body, a status, a word."""

    organ = forms.ModelChoiceField(None, label="Organ", required=False, empty_label="Alle organer")
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Alle"), *Beslutningsstatus.choices])
    ord = forms.CharField(label="Ord i teksten", required=False, max_length=80)

    def __init__(self, *args: Any, organer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = organer

"""An activity's answer for a quarter."""

from typing import Any

from django import forms

from aftaler.forms.felter import FOR_LANG, LaastForm
from maalinger.models import Leverancemaaling
from maalinger.rules import leverancer as regler

TEKST = forms.Textarea(attrs={"rows": 2})


class LeveranceForm(LaastForm):
    use_required_attribute = False

    class Meta:
        model = Leverancemaaling
        fields = ("planlagt", "leveret", "grad", "aarsag")
        widgets = {"planlagt": TEKST, "leveret": TEKST, "aarsag": TEKST, "grad": forms.RadioSelect}
        labels = {
            "planlagt": "Det skulle leveres",
            "leveret": "Det blev leveret",
            "grad": "Hvordan gik det?",
            "aarsag": "Hvorfor ikke som aftalt?",
        }
        help_texts = {
            "planlagt": "Fx »Tre fællesspisninger«.",
            "leveret": "Skriv ikke navne på borgere.",
            "aarsag": "Skrives, når der blev leveret mindre eller noget andet.",
        }
        error_messages = {
            "grad": {"required": "Vælg, hvordan det gik."},
            **{navn: {"max_length": FOR_LANG} for navn in ("planlagt", "leveret", "aarsag")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grad"].choices = [et for et in self.fields["grad"].choices if et[0]]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        svar = {navn: data.get(navn, "") for navn in self._meta.fields}
        for felt, besked in regler.fejl_i_svaret(**svar).items():
            if felt not in self.errors:
                self.add_error(felt, besked)
        return data

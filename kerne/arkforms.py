"""What a person tells about any uploaded sheet: the file, the sheet in it, and what its columns are."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kerne.forms import Form
from kerne.models import Indlaesning
from kerne.regneark import kolonnenavn


class FilForm(Form):
    """`hjaelp` says where such files come from."""

    hjaelp = "Regneark (.xlsx) eller tekstfil (.csv)."
    fil = forms.FileField(
        label="Fil",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": "Vælg en fil.",
            "empty": "Filen er tom. Vælg en fil med indhold.",
            "max_length": "Filens navn er for langt. Giv den et kortere navn, og vælg den igen.",
            "invalid": "Filen kom ikke med. Vælg den igen.",
            "missing": "Filen kom ikke med. Vælg den igen.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fil"].help_text = self.hjaelp


class ArkForm(Form):
    ark = forms.ChoiceField(label="Ark")
    overskriftsraekke = forms.IntegerField(
        label="Rækken med overskrifter",
        min_value=1,
        max_value=200,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Skriv rækkens nummer, fx 3."),
    )

    def __init__(self, *args: Any, indlaesning: Indlaesning, arknavne: Sequence[str], **kwargs: Any) -> None:
        kwargs["initial"] = {"ark": indlaesning.ark, "overskriftsraekke": indlaesning.overskriftsraekke}
        super().__init__(*args, **kwargs)
        self.fields["ark"].choices = [(et, et) for et in arknavne]
        if len(arknavne) == 1:
            self.fields["ark"].widget = forms.HiddenInput()


class Kolonnevalgform(Form):
    """One choice a column. The heir calls `byg_kolonner` when the form is made."""

    use_required_attribute = False
    overskrifter: Sequence[str] = ()
    eksempler: Sequence[Sequence[str]] = ()

    def byg_kolonner(self, overskrifter: Sequence[str], arter: Sequence[Any]) -> None:
        """A field for every column, offering `arter`."""
        self.overskrifter = overskrifter
        for nr, overskrift in enumerate(overskrifter):
            navn = f"Kolonne {kolonnenavn(nr)}, {overskrift or 'uden overskrift'}"
            self.fields[f"kolonne_{nr}"] = forms.ChoiceField(
                label=navn, choices=arter, required=False, widget=forms.Select(attrs={"class": "form-select"})
            )

    @property
    def arter(self) -> tuple[str, ...]:
        """What was chosen, in the columns' order; the form is valid."""
        return tuple(self.cleaned_data[f"kolonne_{nr}"] for nr in range(len(self.overskrifter)))

    @property
    def kolonnerne(self) -> list[dict[str, Any]]:
        """Letter, heading, the first cells and the choice, for every column."""
        return [
            {
                "bogstav": kolonnenavn(nr),
                "overskrift": overskrift,
                "eksempler": [et[nr] for et in self.eksempler if nr < len(et) and et[nr]],
                "felt": self[f"kolonne_{nr}"],
            }
            for nr, overskrift in enumerate(self.overskrifter)
        ]

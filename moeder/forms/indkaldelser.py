"""Who is called, by which address, and what they answer."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aftaler.forms.felter import FOR_LANG, VAELG
from aftaler.models import Person
from kerne.forms import Form
from moeder.models import Indkaldelse
from moeder.statuses import Svar

MAIL = {"invalid": "Skriv en mailadresse, fx navn@kommune.dk.", "max_length": FOR_LANG}


class IndkaldForm(Form):
    """The body's members that are not called yet, each with a mail address, and others of the plan to choose among."""

    def __init__(self, *args: Any, medlemmer: Iterable[tuple[Person, str]], andre: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medlemmer = {f"mail_{person.pk}": person for person, _ in medlemmer}
        for person, email in medlemmer:
            self.fields[f"mail_{person.pk}"] = forms.EmailField(
                label=f"Mail til {person}", required=False, max_length=254, initial=email, error_messages=MAIL
            )
        self.fields["anden"] = forms.ModelChoiceField(
            andre,
            label="Indkald også",
            required=False,
            empty_label="Ingen",
            help_text="En person fra planen, der ikke sidder i organet i dag.",
            error_messages={"invalid_choice": VAELG},
        )
        self.fields["anden_mail"] = forms.EmailField(
            label="Mail til den person", required=False, max_length=254, error_messages=MAIL
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("anden_mail") and not data.get("anden"):
            self.add_error("anden", "Vælg, hvem mailadressen hører til.")
        return data

    @property
    def mailadresser(self) -> dict[Person, str]:
        data = self.cleaned_data
        valgte = {person: data[felt] for felt, person in self.medlemmer.items()}
        return {**valgte, **({data["anden"]: data["anden_mail"]} if data["anden"] else {})}


class EmailForm(Form):
    email = forms.EmailField(
        label="E-mail",
        max_length=254,
        help_text="Indkaldelsen sendes til adressen med det samme. Linket i en tidligere mail holder op med at virke.",
        error_messages={"required": "Skriv en mailadresse.", **MAIL},
    )


class SvarForm(Form):
    svar = forms.ChoiceField(
        label="Kommer du?",
        choices=[et for et in Svar.choices if et[0] != Svar.INTET],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg et svar.", "invalid_choice": VAELG},
    )
    stedfortraeder = forms.CharField(
        label="Navn på din stedfortræder",
        max_length=120,
        required=False,
        help_text="Kun når du sender en stedfortræder.",
        error_messages={"max_length": FOR_LANG},
    )

    @classmethod
    def til(cls, indkaldelse: Indkaldelse, *args: Any) -> "SvarForm":
        svar = "" if indkaldelse.svar == Svar.INTET else indkaldelse.svar
        return cls(*args, initial={"svar": svar, "stedfortraeder": indkaldelse.stedfortraeder})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("svar") == Svar.STEDFORTRAEDER and not data.get("stedfortraeder", "").strip():
            self.add_error("stedfortraeder", "Skriv, hvem der kommer i stedet.")
        return data

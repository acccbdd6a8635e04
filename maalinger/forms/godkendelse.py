"""What a person writes to return a figure, take one back, set a status by hand, and lock or open a period."""

from datetime import date
from typing import Any

from django import forms

from kerne.forms import Dato, Form
from maalinger.statuses import Status

DATO = "Skriv datoen som dag, måned og år, fx 31-12-2021."


def _begrundelse(label: str, mangler: str, hoejst: int, hjaelp: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=hoejst,
        help_text=hjaelp,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": mangler, "max_length": f"Skriv det med højst {hoejst} tegn."},
    )


class ReturForm(Form):
    note = _begrundelse(
        "Hvad skal rettes?",
        "Skriv, hvad der skal rettes.",
        500,
        "Den, der sendte tallet, ser beskeden, fx »Tallet er for hele kommunen. Hent planens«.",
    )


class TilbageForm(Form):
    grund = _begrundelse("Hvorfor tages tallet tilbage?", "Skriv, hvorfor tallet tages tilbage.", 500)


class StatusForm(Form):
    status = forms.ChoiceField(
        label="Status",
        choices=[("", "Vælg status"), *Status.choices],
        error_messages={"required": "Vælg den status, der skal gælde.", "invalid_choice": "Vælg en status på listen."},
    )
    grund = _begrundelse(
        "Begrundelse",
        "Skriv, hvorfor status sættes i hånden.",
        500,
        "Begrundelsen står ved kriteriet, overalt hvor det vises, med dit navn og datoen.",
    )


class LaasForm(Form):
    fra_dato = forms.DateField(
        label="Fra", widget=Dato(), error_messages={"required": "Skriv periodens første dag.", "invalid": DATO}
    )
    til_dato = forms.DateField(
        label="Til og med", widget=Dato(), error_messages={"required": "Skriv periodens sidste dag.", "invalid": DATO}
    )
    grund = _begrundelse(
        "Hvorfor låses den?",
        "Skriv, hvorfor perioden låses.",
        300,
        "Fx »Regnskabet for 2021 er godkendt«.",
    )

    def __init__(self, *args: Any, aar: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"fra_dato": date(aar, 1, 1), "til_dato": date(aar, 12, 31)}
        super().__init__(*args, **kwargs)


class LaasopForm(Form):
    grund = _begrundelse("Hvorfor låses den op?", "Skriv, hvorfor perioden låses op.", 300)

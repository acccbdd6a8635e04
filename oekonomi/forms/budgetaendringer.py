"""Moving money inside the budget, and what was decided about it."""

from typing import Any

from django import forms

from aftaler.forms.budget import PengeForm, aarfelt, steder
from aftaler.forms.felter import FOR_LANG, VAELG, Beloebfelt
from aftaler.models import Delaftale
from aftaler.rules.penge import regnskabsaar
from kerne.forms import Dato, Form
from oekonomi.forms.forbrug import DATO
from oekonomi.models import Budgetaendring

SIDER = ("fra", "til")


class BudgetaendringForm(PengeForm):
    """From a place and year, into another."""

    fra_sted = forms.ChoiceField(
        label="Fra", error_messages={"required": "Vælg, hvor pengene tages fra.", "invalid_choice": VAELG}
    )
    til_sted = forms.ChoiceField(
        label="Til", error_messages={"required": "Vælg, hvor pengene skal hen.", "invalid_choice": VAELG}
    )
    beloeb = Beloebfelt(
        label="Beløb i kr.",
        required=True,
        help_text="Hele tallet, fx 25.000.",
        error_messages={"required": "Skriv det beløb, der flyttes."},
    )
    field_order = ("fra_sted", "fra_aar", "til_sted", "til_aar", "beloeb", "grund", "udgave")

    class Meta:
        model = Budgetaendring
        fields = ("fra_aar", "til_aar", "beloeb", "grund")
        labels = {"grund": "Hvorfor?"}
        help_texts = {"grund": "Det, bestyrelsen og Landsbyggefonden skal vide."}
        error_messages = {"grund": {"required": "Skriv, hvorfor pengene flyttes.", "max_length": FOR_LANG}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aarene = regnskabsaar(self.plan.start_dato, self.plan.slut_dato)
        self.steder = steder(self.plan)
        for side in SIDER:
            felt = self.fields[f"{side}_aar"] = aarfelt(aarene)
            felt.label, felt.help_text = f"{side.capitalize()} regnskabsår", ""
            valg = [("", "Vælg"), *((noegle, navn) for noegle, (navn, _, _) in self.steder.items())]
            self.fields[f"{side}_sted"].choices = valg
            if self.instance.pk:
                self.initial[f"{side}_sted"] = self.vaerdi(self.instance, f"{side}_sted")
        self.order_fields(self.field_order)

    def vaerdi(self, ting: Any, navn: str) -> Any:
        if navn.endswith("_sted"):
            side = navn.removesuffix("_sted")
            delaftale = getattr(ting, f"{side}_delaftale_id")
            return f"delaftale-{delaftale}" if delaftale else str(getattr(ting, f"{side}_placering"))
        return super().vaerdi(ting, navn)

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        for navn, vaerdi in self._pladser(rene).items():
            setattr(self.instance, navn, vaerdi)
        return rene

    @property
    def felter(self) -> dict[str, Any]:
        alle = super().felter
        pladser = self._pladser(alle)
        return {navn: vaerdi for navn, vaerdi in alle.items() if not navn.endswith("_sted")} | pladser

    def _pladser(self, rene: dict[str, Any]) -> dict[str, str | Delaftale | None]:
        """The chosen places as the row's columns."""
        ud: dict[str, str | Delaftale | None] = {}
        for side in SIDER:
            if valgt := rene.get(f"{side}_sted"):
                _, ud[f"{side}_placering"], ud[f"{side}_delaftale"] = self.steder[valgt]
        return ud


class AfgoerelseForm(Form):
    """What was said, and when."""

    udfald = forms.ChoiceField(
        label="Hvad blev sagt?",
        choices=[("godkendt", "Godkendt"), ("afvist", "Afvist")],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, om ændringen er godkendt eller afvist.", "invalid_choice": VAELG},
    )
    dato = forms.DateField(
        label="Afgjort den",
        widget=Dato,
        error_messages={"required": "Skriv den dag, det blev afgjort.", "invalid": DATO},
    )
    afgoerelse = forms.CharField(
        label="Begrundelse",
        required=False,
        max_length=300,
        help_text="Skal skrives, når ændringen er afvist.",
        error_messages={"max_length": FOR_LANG},
    )
    udgave = forms.IntegerField(widget=forms.HiddenInput, required=False)

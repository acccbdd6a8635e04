"""The accounts of a year, the revisor's remarks, and what a year left over."""

from typing import Any

from django import forms

from aftaler.forms.budget import PengeForm
from aftaler.forms.felter import FOR_LANG, Beloebfelt, LaastForm
from aftaler.rules.penge import regnskabsaar
from kerne.forms import Dato
from oekonomi.forms.forbrug import DATO
from oekonomi.models import Regnskabsaar, Restmidler, Revisorbemaerkning


class RegnskabForm(PengeForm):
    """How far the accounts are; each date is a step. A statement that stands is changed with a reason."""

    aendret_grund = forms.CharField(
        label="Hvorfor ændres påtegningen?",
        required=False,
        max_length=200,
        help_text="Skal skrives, når datoen for påtegningen fjernes eller flyttes. Grunden kan læses på årets side.",
        error_messages={"max_length": FOR_LANG},
    )
    field_order = (
        "underskrevet_dato",
        "paategnet_dato",
        "aendret_grund",
        "revisor",
        "sendt_dato",
        "frist_dato",
        "flyttet_grund",
    )

    class Meta:
        model = Regnskabsaar
        fields = ("underskrevet_dato", "paategnet_dato", "revisor", "sendt_dato", "frist_dato", "flyttet_grund")
        widgets = {felt: Dato() for felt in ("underskrevet_dato", "paategnet_dato", "sendt_dato", "frist_dato")}
        labels = {
            "underskrevet_dato": "Underskrevet den",
            "paategnet_dato": "Påtegnet af revisor den",
            "revisor": "Revisor",
            "sendt_dato": "Sendt til Landsbyggefonden den",
            "frist_dato": "Frist hos Landsbyggefonden",
            "flyttet_grund": "Hvorfor er fristen en anden?",
        }
        help_texts = {
            "paategnet_dato": "Fra den dag kan årets forbrug og leverancer ikke rettes.",
            "revisor": "Revisionsfirmaet.",
            "flyttet_grund": "Kun når fristen ikke er 30. juni året efter.",
        }
        error_messages = {
            **{felt: {"invalid": DATO} for felt in ("underskrevet_dato", "paategnet_dato", "sendt_dato")},
            "frist_dato": {"required": "Skriv fristen.", "invalid": DATO},
            "flyttet_grund": {"max_length": FOR_LANG},
            "revisor": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.paategnet_dato is None:
            del self.fields["aendret_grund"]

    def vaerdi(self, ting: Any, navn: str) -> Any:
        """The reason belongs to the change, not to the row, so two who write never differ in it."""
        return self.cleaned_data[navn] if navn == "aendret_grund" else super().vaerdi(ting, navn)


class BemaerkningForm(LaastForm):
    """A remark, and what is done about it."""

    foer = None  # edited whole: every save meanwhile is a conflict

    class Meta:
        model = Revisorbemaerkning
        fields = ("tekst", "opfoelgning", "frist_dato", "lukket_dato")
        widgets = {
            "tekst": forms.Textarea(attrs={"rows": 4}),
            "opfoelgning": forms.Textarea(attrs={"rows": 4}),
            "frist_dato": Dato(),
            "lukket_dato": Dato(),
        }
        labels = {
            "tekst": "Hvad skrev revisor?",
            "opfoelgning": "Hvad gør I ved det?",
            "frist_dato": "Fulgt op senest",
            "lukket_dato": "Fulgt op den",
        }
        help_texts = {"lukket_dato": "Skrives, når der er fulgt op."}
        error_messages = {
            "tekst": {"required": "Skriv, hvad revisor bemærkede.", "max_length": FOR_LANG},
            "opfoelgning": {"max_length": FOR_LANG},
            "frist_dato": {"invalid": DATO},
            "lukket_dato": {"invalid": DATO},
        }

    def laas(self, ting: Any) -> dict[str, Any]:
        return {"udgave": ting.udgave if ting.pk else 0}


class RestmidlerForm(PengeForm):
    """What a year left over, and where it goes."""

    beloeb = Beloebfelt(
        label="Beløb i kr.",
        required=True,
        help_text="Det, der er tilbage af årets bevilling, fx 165.000.",
        error_messages={"required": "Skriv det beløb, der er tilbage."},
    )
    field_order = ("aar", "beloeb", "anvendelse", "frist_dato", "brev_dato", "brugt_dato", "udgave")

    class Meta:
        model = Restmidler
        fields = ("aar", "beloeb", "anvendelse", "frist_dato", "brev_dato", "brugt_dato")
        widgets = {
            "anvendelse": forms.Textarea(attrs={"rows": 4}),
            **{felt: Dato() for felt in ("frist_dato", "brev_dato", "brugt_dato")},
        }
        labels = {
            "anvendelse": "Hvad skal pengene bruges til?",
            "frist_dato": "Brugt senest",
            "brev_dato": "Plan og budget sendt til Landsbyggefonden den",
            "brugt_dato": "Brugt den",
        }
        help_texts = {"anvendelse": "Aktiviteter og beløb, som Landsbyggefonden kan se for sig."}
        error_messages = {
            "anvendelse": {"max_length": FOR_LANG},
            **{felt: {"invalid": DATO} for felt in ("frist_dato", "brev_dato", "brugt_dato")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["aar"]
        aarene = regnskabsaar(self.plan.start_dato, self.plan.slut_dato)
        felt.label, felt.help_text, felt.required = "Fra regnskabsår", "", True
        felt.choices = [("", "Vælg"), *((et, str(et)) for et in aarene)]
        felt.error_messages |= {"required": "Vælg det år, pengene er tilbage fra."}

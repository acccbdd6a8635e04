"""A posting written by hand."""

from typing import Any

from aftaler.forms.budget import BudgetpostForm
from aftaler.forms.felter import FOR_LANG, VAELG, Talfelt
from aftaler.rules.penge import regnskabsaar
from aftaler.services.budget import aar_uden_for
from kerne.forms import Dato
from oekonomi.models import Forbrug
from oekonomi.rules.indtastning import fejl_i_beloebet

DATO = "Skriv datoen, fx 15.03.2021."


class ForbrugForm(BudgetpostForm):
    """Where it belongs is one choice, as for a budget line; the year is always known."""

    beloeb = Talfelt(
        label="Beløb i kr.",
        decimaler=2,
        cifre=12,
        required=True,
        help_text="Hele tallet med øre efter komma, fx 12.345,50.",
        error_messages={"required": "Skriv beløbet i kroner."},
    )
    field_order = (
        "sted", "aar", "beloeb", "kreditnota", "tekst", "bilagsnr", "bogfoert_dato", "omkostningstype", "kilde",
        "udgave",
    )  # fmt: skip

    class Meta:
        model = Forbrug
        fields = ("aar", "kilde", "omkostningstype", "bogfoert_dato", "tekst", "bilagsnr", "beloeb", "kreditnota")
        widgets = {"bogfoert_dato": Dato()}
        labels = {
            "kilde": "Betalt af",
            "omkostningstype": "Omkostningstype",
            "bogfoert_dato": "Bogført den",
            "tekst": "Tekst",
            "bilagsnr": "Bilagsnummer",
            "kreditnota": "Det er en kreditnota: pengene kommer tilbage, og beløbet er under nul",
        }
        help_texts = {
            "tekst": "Hvad pengene er brugt til. Skriv ikke navne på borgere.",
            "bogfoert_dato": "Lad stå tom, når beløbet er disponeret, men ikke bogført endnu.",
        }
        error_messages = {
            "kilde": {"invalid_choice": VAELG},
            "omkostningstype": {"invalid_choice": VAELG},
            "bogfoert_dato": {"invalid": DATO},
            "tekst": {"required": "Skriv, hvad pengene er brugt til.", "max_length": FOR_LANG},
            "bilagsnr": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aarene = regnskabsaar(self.plan.start_dato, self.plan.slut_dato)
        felt = self.fields["aar"]
        felt.required, felt.help_text = True, ""
        felt.choices = [("", "Vælg"), *((et, str(et)) for et in aarene)]
        felt.error_messages |= {"required": "Vælg det regnskabsår, beløbet hører til."}
        felt.error_messages["invalid_choice"] = aar_uden_for(aarene).replace(", eller »ikke oplyst«", "")

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        beloeb = rene.get("beloeb")
        if beloeb is not None and (fejl := fejl_i_beloebet(beloeb, kreditnota=rene["kreditnota"])):
            self.add_error("beloeb", fejl)
        return rene

"""A survey, and one answer in it: counts only, never a single person's answer."""

from typing import Any

from django import forms
from django.utils import timezone

from aftaler.forms.felter import DATO, FOR_LANG, LaastForm
from aftaler.forms.raekker import RaekkeForm
from aftaler.models import Helhedsplan, Succeskriterium
from kerne.forms import Dato
from maalinger.forms.fremmoede import Antalsfelt
from maalinger.models import Undersoegelse
from maalinger.rules import undersoegelser as regler


class UndersoegelseForm(LaastForm):
    spurgt = Antalsfelt(
        label="Så mange blev spurgt", required=False, help_text="Lad feltet stå tomt, hvis I ikke ved det."
    )
    svarede = Antalsfelt(label="Så mange svarede", required=False)

    class Meta:
        model = Undersoegelse
        fields = ("navn", "art", "omraade", "fra_dato", "til_dato", "spurgt", "svarede", "kilde")
        widgets = {"fra_dato": Dato(), "til_dato": Dato()}
        labels = {"art": "Hvornår i planen?", "kilde": "Hvem lavede den?"}
        help_texts = {
            "navn": "Brug samme navn ved start og slut, så kan de stå ved siden af hinanden.",
            "omraade": "Tomt, når hele planen er spurgt.",
        }
        error_messages = {
            "navn": {"required": "Skriv, hvad undersøgelsen hedder.", "max_length": FOR_LANG},
            "art": {"required": "Vælg, hvornår i planen undersøgelsen er lavet."},
            "fra_dato": {"required": "Skriv den dag, undersøgelsen begyndte.", "invalid": DATO},
            "til_dato": {"required": "Skriv den dag, undersøgelsen sluttede.", "invalid": DATO},
            "kilde": {"required": "Skriv, hvem der lavede undersøgelsen.", "max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, plan: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        omraader: Any = self.fields["omraade"]
        omraader.queryset, omraader.empty_label = plan.boligomraader.order_by("navn", "pk"), "Hele planen"
        self.fields["art"].choices = [("", "Vælg"), *(et for et in self.fields["art"].choices if et[0])]

    def clean(self) -> dict[str, Any]:
        """The rule's sentence stands at the field, before the database's own can stand above the form."""
        data = super().clean() or self.cleaned_data
        if not {"fra_dato", "til_dato", "spurgt", "svarede"} & set(self.errors):
            tal = (data["fra_dato"], data["til_dato"], data["spurgt"], data["svarede"])
            for felt, besked in regler.fejl_i_undersoegelsen(*tal, i_dag=timezone.localdate()).items():
                self.add_error(felt, besked)
        return data


class SvarForm(RaekkeForm):
    raekke = ("spoergsmaal", "svaret", "antal", "ud_af", "kriterium_id")
    use_required_attribute = False

    spoergsmaal = forms.CharField(
        label="Spørgsmål",
        max_length=200,
        help_text="Fx »Hvor tryg er du i dit område?«.",
        error_messages={"required": "Skriv spørgsmålet.", "max_length": FOR_LANG},
    )
    svaret = forms.CharField(
        label="Svaret, der tælles",
        max_length=120,
        help_text="Fx »Tryg eller meget tryg«.",
        error_messages={"required": "Skriv det svar, der tælles.", "max_length": FOR_LANG},
    )
    antal = Antalsfelt(label="Så mange svarede det")
    ud_af = Antalsfelt(label="Ud af", help_text="Dem, der svarede på spørgsmålet.")
    kriterium = forms.ModelChoiceField(
        label="Måler kriteriet",
        queryset=Succeskriterium.objects.none(),
        required=False,
        empty_label="Intet kriterium",
        help_text="Så kan svaret blive en måling.",
    )

    def __init__(self, *args: Any, plan: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg: Any = self.fields["kriterium"]
        valg.queryset = plan.succeskriterier.order_by("nr", "pk")
        valg.label_from_instance = lambda kriterium: f"{kriterium.nr}. {kriterium.navn}"
        if self.ting:
            self.initial["kriterium"] = self.ting.kriterium_id

    def _antal(self, navn: str) -> int:
        antal = self.cleaned_data[navn]
        if antal is None:
            raise forms.ValidationError("Skriv et antal. Et tomt felt er ikke nul.")
        return antal

    def clean_antal(self) -> int:
        return self._antal("antal")

    def clean_ud_af(self) -> int:
        return self._antal("ud_af")

    @property
    def felter(self) -> dict[str, Any]:
        """The columns, the criterion by its key (as the fingerprint knows it)."""
        felter = super().felter
        kriterium = felter.pop("kriterium")
        return {**felter, "kriterium_id": kriterium.pk if kriterium else None}

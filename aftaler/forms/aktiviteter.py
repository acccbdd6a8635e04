"""LBF's activity form – five fields of its own; the sixth is its criteria, which are rows – and what hangs on it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aftaler.forms.felter import DATO, FOR_LANG, VAELG, LaastForm, Rigtekstfelt
from aftaler.forms.raekker import Datofelt, RaekkeForm
from aftaler.models import Aktivitet, Boligomraade, Helhedsplan, Succeskriterium
from aftaler.models.milepael import Maalgruppeart, Virkningsart
from aftaler.services.aktiviteter import FELTER
from aftaler.statuses import Aktivitetsstatus
from kerne.forms import Dato, Form


class AktivitetForm(LaastForm):
    indhold = Rigtekstfelt(
        label="Indhold og praksis (aktivitetsbeskrivelse)", help_text="Hvad sker der, hvor tit, og hvordan arbejder I?"
    )
    formaal_og_maal = Rigtekstfelt(label="Formål og mål", help_text="Hvad skal blive anderledes for deltagerne?")
    maalgrupper = Rigtekstfelt(label="Målgruppe(r)", help_text="Hvem er aktiviteten for?")
    ansvar_og_roller = Rigtekstfelt(label="Ansvars- og rollefordeling", help_text="Hvem gør hvad?")

    class Meta:
        model = Aktivitet
        fields = FELTER
        labels = {"navn": "Aktivitetsnavn"}
        error_messages = {
            "navn": {"required": "Skriv, hvad aktiviteten hedder, fx »Lektiecafé«.", "max_length": FOR_LANG}
        }


class Omraadeliste(list[Boligomraade]):
    """Areas as a person reads them: "Motalavej og Ringparken"."""

    def __str__(self) -> str:
        navne = [str(et) for et in self]
        return f"{', '.join(navne[:-1])} og {navne[-1]}" if navne[1:] else "".join(navne)


class RammerForm(LaastForm):
    """Kind, areas, responsible and dates: edited whole, so every save meanwhile is a conflict."""

    foer = None
    boligomraader = forms.ModelMultipleChoiceField(
        Boligomraade.objects.none(),
        label="Boligområder",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Sæt intet kryds, når aktiviteten er for alle områder i planen.",
        error_messages={"invalid_choice": VAELG, "invalid_pk_value": VAELG},
    )
    field_order = ("type", "boligomraader", "ansvarlig", "start_dato", "slut_dato", "udgave")

    class Meta:
        model = Aktivitet
        fields = ("type", "ansvarlig", "start_dato", "slut_dato")
        widgets = {"start_dato": Dato, "slut_dato": Dato}
        labels = {"type": "Slags aktivitet", "ansvarlig": "Ansvarlig", "start_dato": "Begynder", "slut_dato": "Slutter"}
        help_texts = {"ansvarlig": "Personen skal stå under Organisering, Personer."}
        error_messages = {
            "type": {"invalid_choice": VAELG},
            "ansvarlig": {"invalid_choice": VAELG},
            "start_dato": {"invalid": DATO},
            "slut_dato": {"invalid": DATO},
        }

    def __init__(self, *args: Any, plan: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["type"].empty_label = self.fields["ansvarlig"].empty_label = "Ikke oplyst"
        self.fields["ansvarlig"].queryset = plan.personer.all()
        self.fields["boligomraader"].queryset = plan.boligomraader.all()
        self.initial["boligomraader"] = list(self.instance.boligomraader.all())

    def laas(self, ting: Any) -> dict[str, Any]:
        return {"udgave": ting.udgave}

    def vaerdi(self, ting: Any, navn: str) -> Any:
        return Omraadeliste(ting.boligomraader.all()) if navn == "boligomraader" else super().vaerdi(ting, navn)

    def clean_boligomraader(self) -> Omraadeliste:
        return Omraadeliste(self.cleaned_data["boligomraader"])


class StatusForm(Form):
    """Set by hand, or – with no status chosen – computed again."""

    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Beregnet, som den er"), *Aktivitetsstatus.choices],
        error_messages={"invalid_choice": VAELG},
    )
    status_grund = forms.CharField(
        label="Hvorfor",
        max_length=300,
        required=False,
        help_text="Begrundelsen vises sammen med dit navn, datoen og den beregnede status.",
        error_messages={"max_length": FOR_LANG},
    )

    def __init__(self, *args: Any, ting: Aktivitet, **kwargs: Any) -> None:
        super().__init__(*args, initial={"status": ting.status_sat, "status_grund": ting.status_grund}, **kwargs)


class MaalgruppeForm(RaekkeForm):
    raekke = ("art", "navn", "stoerrelse")
    navn = forms.CharField(
        label="Målgruppe",
        max_length=200,
        help_text="Fx »Unge på 13–17 år i Karlemoseparken«.",
        error_messages={"required": "Skriv, hvem målgruppen er.", "max_length": FOR_LANG},
    )
    art = forms.ChoiceField(
        label="Slags",
        choices=[(noegle, navn.capitalize()) for noegle, navn in Maalgruppeart.choices],
        help_text="Aktiviteten er bortfaldet, når alle dens primære målgrupper er det.",
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    stoerrelse = forms.IntegerField(
        label="Antal personer",
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Lad feltet stå tomt, når antallet ikke er kendt.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Skriv antallet som et helt tal, fx 60."),
    )


class BortfaldForm(RaekkeForm):
    raekke = ("bortfaldet_dato", "bortfaldet_grund")
    bortfaldet_dato = Datofelt(
        label="Bortfaldet den", help_text="Lad feltet stå tomt, hvis målgruppen alligevel er der."
    )
    bortfaldet_grund = forms.CharField(
        label="Hvorfor", max_length=300, required=False, error_messages={"max_length": FOR_LANG}
    )


class VirkningForm(Form):
    """One choice a criterion: does the activity serve it, and how?"""

    def __init__(self, *args: Any, aktivitet: Aktivitet, kriterier: Sequence[Succeskriterium], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kriterier = {f"kriterium_{et.pk}": et for et in kriterier}
        har = {et.kriterium_id: et.art for et in aktivitet.virkninger.all()}
        valg = [("", "Bidrager ikke"), *((noegle, navn.capitalize()) for noegle, navn in Virkningsart.choices)]
        for felt, et in self.kriterier.items():
            self.fields[felt] = forms.ChoiceField(
                label=f"{et.nr}. {et.navn}",
                choices=valg,
                required=False,
                initial=har.get(et.pk, ""),
                error_messages={"invalid_choice": VAELG},
            )

    @property
    def arter(self) -> dict[Succeskriterium, str]:
        """Only what was sent: a page opened before a criterion came says nothing about it."""
        return {et: self.cleaned_data[felt] for felt, et in self.kriterier.items() if felt in self.data}

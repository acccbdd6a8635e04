"""What a person tells about an uploaded sheet: the file, the sheet in it, its columns, and what unknown names mean."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kerne import datoer
from kerne.forms import Form
from kerne.regneark import kolonnenavn
from maalinger.forms.felter import Datofelt
from maalinger.models import Dataindlaesning
from maalinger.reports.dataopslag import indikatorvalg, opslag, stedvalg
from maalinger.rules.dataark import UDELAD
from maalinger.rules.dataceller import normaliseret
from maalinger.rules.datakolonner import TAL_FOR, Kolonner, ligner
from maalinger.statuses import Kolonneart

INTET = ("", "Siges af en kolonne")


class FilForm(Form):
    fil = forms.FileField(
        label="Fil",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text="Regneark (.xlsx) eller tekstfil (.csv), fx fra Boligsociale Data eller Beboerdata.",
        error_messages={
            "required": "Vælg en fil.",
            "empty": "Filen er tom. Vælg en fil med indhold.",
            "max_length": "Filens navn er for langt. Giv den et kortere navn, og vælg den igen.",
            "invalid": "Filen kom ikke med. Vælg den igen.",
            "missing": "Filen kom ikke med. Vælg den igen.",
        },
    )


class ArkForm(Form):
    ark = forms.ChoiceField(label="Ark")
    overskriftsraekke = forms.IntegerField(
        label="Rækken med overskrifter",
        min_value=1,
        max_value=200,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Skriv rækkens nummer, fx 3."),
    )

    def __init__(self, *args: Any, indlaesning: Dataindlaesning, arknavne: Sequence[str], **kwargs: Any) -> None:
        kwargs["initial"] = {"ark": indlaesning.ark, "overskriftsraekke": indlaesning.overskriftsraekke}
        super().__init__(*args, **kwargs)
        self.fields["ark"].choices = [(et, et) for et in arknavne]
        if len(arknavne) == 1:
            self.fields["ark"].widget = forms.HiddenInput()


class Kildefelt(forms.CharField):
    """Where the figures come from. Whether it may be left out depends on the columns; the page says what is missing."""

    def validate(self, value: Any) -> None:
        """Nothing here, and the label doesn't say that it is optional."""


class KolonneForm(Form):
    """One choice a column, and what holds for the whole sheet."""

    use_required_attribute = False

    sted = forms.ChoiceField(label="Sted for hele arket", required=False)
    indikator = forms.ChoiceField(label="Indikator for hele arket", required=False)
    aar = forms.CharField(
        label="År for hele arket",
        required=False,
        max_length=20,
        help_text="Kun når ingen kolonne siger det. Fx 2021 eller 2013-2017.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kilde = Kildefelt(
        label="Kilde", max_length=200, help_text="Hvor tallene er hentet. Gælder de rækker, der ikke selv har en kilde."
    )
    opgjort_dato = Datofelt(label="Opgjort den", help_text="Dagen, tallene blev gjort op eller hentet.")

    def __init__(
        self, *args: Any, indlaesning: Dataindlaesning, eksempler: Sequence[Sequence[str]], **kwargs: Any
    ) -> None:
        self.overskrifter, self.eksempler = indlaesning.overskrifter, eksempler
        gemt = Kolonner.af_json(indlaesning.kolonner)
        kwargs["initial"] = {
            "sted": gemt.sted,
            "indikator": gemt.indikator,
            "aar": gemt.aar,
            "kilde": indlaesning.kilde,
            "opgjort_dato": indlaesning.opgjort_dato,
            **{f"kolonne_{nr}": art for nr, art in enumerate(gemt.arter)},
        }
        super().__init__(*args, **kwargs)
        indikatorer = indikatorvalg()
        arter = [
            *Kolonneart.choices,
            ("Tal for én indikator", [(f"{TAL_FOR}{kode}", navn) for kode, navn in indikatorer]),
        ]
        for nr, overskrift in enumerate(self.overskrifter):
            navn = f"Kolonne {kolonnenavn(nr)}, {overskrift or 'uden overskrift'}"
            self.fields[f"kolonne_{nr}"] = forms.ChoiceField(
                label=navn, choices=arter, required=False, widget=forms.Select(attrs={"class": "form-select"})
            )
        self.fields["sted"].choices = [INTET, *stedvalg(indlaesning.helhedsplan)]
        self.fields["indikator"].choices = [INTET, *indikatorer]

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

    def clean_opgjort_dato(self) -> Any:
        dato = self.cleaned_data["opgjort_dato"]
        if dato and dato > timezone.localdate():
            raise ValidationError(f"{datoer.dato(dato)} er ikke kommet endnu. Skriv den dag, tallene blev gjort op.")
        return dato

    @property
    def kolonner(self) -> Kolonner:
        data = self.cleaned_data
        arter = tuple(data[f"kolonne_{nr}"] for nr in range(len(self.overskrifter)))
        return Kolonner(arter, sted=data["sted"], indikator=data["indikator"], aar=data["aar"])


class NavneForm(Form):
    """One choice for every name that the sheet has and the plan doesn't know; the likeliest is chosen already."""

    def __init__(self, *args: Any, indlaesning: Dataindlaesning, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kendte = opslag(indlaesning.helhedsplan, dato=timezone.localdate())
        steder = [("", "Vælg"), (UDELAD, "Spring rækkerne over"), *stedvalg(indlaesning.helhedsplan)]
        indikatorer = [("", "Vælg"), (UDELAD, "Spring rækkerne over"), *indikatorvalg()]
        forslag = {navn: koder[0] for navn, koder in kendte.steder.items() if len(koder) == 1}
        koder = {navn: et.kode for navn, et in kendte.indikatorer.items()}
        self.steder = [et["navn"] for et in indlaesning.resultat.get("ukendte_steder", [])]
        self.indikatorer = [et["navn"] for et in indlaesning.resultat.get("ukendte_indikatorer", [])]
        for art, navne, valg, gaet in (
            ("sted", self.steder, steder, forslag),
            ("indikator", self.indikatorer, indikatorer, koder),
        ):
            for nr, navn in enumerate(navne):
                self.fields[f"{art}_{nr}"] = forms.ChoiceField(
                    label=f"»{navn}«",
                    choices=valg,
                    initial=gaet.get(ligner(navn, gaet), ""),
                    error_messages={"required": f"Vælg, hvad »{navn}« er, eller spring rækkerne over."},
                )

    def valgte(self, art: str) -> dict[str, str]:
        """Normalised name → what it is."""
        navne = self.steder if art == "sted" else self.indikatorer
        return {normaliseret(navn): self.cleaned_data[f"{art}_{nr}"] for nr, navn in enumerate(navne)}

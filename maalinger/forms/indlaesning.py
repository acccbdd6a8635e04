"""What a person tells about an uploaded sheet: the file, the sheet in it, its columns, and what unknown names mean."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kerne import datoer
from kerne.arkforms import FilForm, Kolonnevalgform
from kerne.arkord import ligner, normaliseret
from kerne.forms import Form
from maalinger.forms.felter import Datofelt
from maalinger.models import Dataindlaesning
from maalinger.reports.dataopslag import indikatorvalg, opslag, stedvalg
from maalinger.rules.dataark import UDELAD
from maalinger.rules.datakolonner import TAL_FOR, Kolonner
from maalinger.statuses import Kolonneart

INTET = ("", "Siges af en kolonne")


class DatafilForm(FilForm):
    hjaelp = "Regneark (.xlsx) eller tekstfil (.csv), fx fra Boligsociale Data eller Beboerdata."


class Kildefelt(forms.CharField):
    """Where the figures come from. Whether it may be left out depends on the columns; the page says what is missing."""

    def validate(self, value: Any) -> None:
        """Nothing here, and the label doesn't say that it is optional."""


class KolonneForm(Kolonnevalgform):
    """One choice a column, and what holds for the whole sheet."""

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
        self.eksempler = eksempler
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
        self.byg_kolonner(indlaesning.overskrifter, arter)
        self.fields["sted"].choices = [INTET, *stedvalg(indlaesning.helhedsplan)]
        self.fields["indikator"].choices = [INTET, *indikatorer]

    def clean_opgjort_dato(self) -> Any:
        dato = self.cleaned_data["opgjort_dato"]
        if dato and dato > timezone.localdate():
            raise ValidationError(f"{datoer.dato(dato)} er ikke kommet endnu. Skriv den dag, tallene blev gjort op.")
        return dato

    @property
    def kolonner(self) -> Kolonner:
        data = self.cleaned_data
        return Kolonner(self.arter, sted=data["sted"], indikator=data["indikator"], aar=data["aar"])


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

"""One register value, typed or corrected by hand."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from aftaler.models import Helhedsplan
from kerne import datoer
from kerne.forms import Form
from maalinger.forms.felter import Aarfelt, Datofelt, Talfelt
from maalinger.models import Indikator, Indikatorvaerdi
from maalinger.reports.dataopslag import stedet, stedkode, stedvalg
from maalinger.reports.registertal import sted_af
from maalinger.services.registerdata import Indtastet, udgaven


class VaerdiForm(Form):
    use_required_attribute = False

    indikator = forms.ModelChoiceField(
        label="Indikator", queryset=Indikator.objects.filter(i_brug=True), empty_label="Vælg"
    )
    sted = forms.ChoiceField(label="Sted", error_messages={"required": "Vælg, hvis tal det er."})
    fra_aar = Aarfelt(label="År")
    til_aar = Aarfelt(label="Til år", required=False, help_text="Kun når tallet er et snit af flere år.")
    vaerdi = Talfelt(label="Tal", help_text="Fx 22,4. Et tomt felt er ikke nul.")
    taeller = Talfelt(label="Antal", required=False)
    naevner = Talfelt(label="Ud af", required=False)
    skjult = forms.BooleanField(
        label="Kilden har skjult tallet", required=False, help_text="Når der står »x«, »..« eller »<5« i kilden."
    )
    kilde = forms.CharField(
        label="Kilde",
        max_length=200,
        error_messages={"required": "Skriv, hvor tallet kommer fra, fx »Boligsociale Data, hentet 1. marts 2021«."},
    )
    opgjort_dato = Datofelt(label="Opgjort den", help_text="Dagen, tallet blev gjort op eller hentet.")
    udgave = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        plan: Helhedsplan,
        vaerdi: Indikatorvaerdi | None = None,
        vis_tallet: bool = True,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", _af_vaerdi(vaerdi, vis_tallet=vis_tallet) if vaerdi else {})
        super().__init__(*args, **kwargs)
        self.vaerdi = vaerdi
        self.fields["sted"].choices = [("", "Vælg"), *stedvalg(plan)]
        if vaerdi is not None:
            self.fields["indikator"].queryset = Indikator.objects.filter(
                pk=vaerdi.indikator_id
            ) | Indikator.objects.filter(i_brug=True)

    def clean_opgjort_dato(self) -> Any:
        dato = self.cleaned_data["opgjort_dato"]
        if dato and dato > timezone.localdate():
            raise ValidationError(f"{datoer.dato(dato)} er ikke kommet endnu. Skriv den dag, tallet blev gjort op.")
        return dato

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        tallene = [data.get(et) for et in ("vaerdi", "taeller", "naevner")]
        if not data.get("fra_aar") and "fra_aar" not in self.errors:
            self.add_error("fra_aar", "Skriv det år, tallet er for.")
        if data.get("skjult") and any(et is not None for et in tallene):
            self.add_error("skjult", "Skriv enten tallet, eller sæt kryds ved, at kilden har skjult det.")
        if (
            not data.get("skjult")
            and all(et is None for et in tallene)
            and not {"vaerdi", "taeller", "naevner"} & set(self.errors)
        ):
            self.add_error("vaerdi", "Skriv et tal, eller sæt kryds ved, at kilden har skjult det. Tomt er ikke nul.")
        return data

    @property
    def indtastet(self) -> Indtastet:
        data = self.cleaned_data
        return Indtastet(
            indikator=data["indikator"],
            sted=stedet(data["sted"]),
            fra_aar=data["fra_aar"],
            til_aar=data["til_aar"] or data["fra_aar"],
            kilde=data["kilde"],
            vaerdi=data["vaerdi"],
            taeller=data["taeller"],
            naevner=data["naevner"],
            skjult=data["skjult"],
            opgjort_dato=data["opgjort_dato"],
        )


def _af_vaerdi(vaerdi: Indikatorvaerdi, *, vis_tallet: bool) -> dict[str, Any]:
    """The value as the form shows it; a figure that we hide ourselves isn't written in the field either."""
    felter = ("vaerdi", "taeller", "naevner") if vis_tallet else ()
    return {
        **{et: getattr(vaerdi, et) for et in (*felter, "skjult", "kilde", "opgjort_dato", "fra_aar")},
        "indikator": vaerdi.indikator_id,
        "sted": stedkode(sted_af(vaerdi)),
        "til_aar": vaerdi.til_aar if vaerdi.til_aar != vaerdi.fra_aar else None,
        "udgave": udgaven(vaerdi),
    }

"""Sending a draft for approval by a route, recording what a body said, taking back, and following a condition."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from aftaler.models import Godkendelsestrin, Helhedsplan
from aftaler.models.aendring import Trinslags
from aftaler.models.organ import Organart
from aftaler.rules.aendringer import BESTYRELSEN, UDFALD
from aftaler.services.aendringer import Trinforslag
from aftaler.statuses import Trinudfald
from kerne.filer import FILTYPER, fejl_i_filen
from kerne.forms import Dato, Form

SKRIV_DATO = "Skriv en dato, fx 30.04.2023."
FLERE = 2  # rows that "Flere rækker" adds
FLEST = 30  # rows of a route, or conditions of a decision
ORD = {
    (Trinslags.BESLUTNING, Trinudfald.GODKENDT): "Godkend",
    (Trinslags.BESLUTNING, Trinudfald.RETURNERET): "Returnér til rettelse",
    (Trinslags.BESLUTNING, Trinudfald.AFVIST): "Afvis",
    (Trinslags.HOERING, Trinudfald.BEHANDLET): "Høringen er slut",
    (Trinslags.HOERING, Trinudfald.RETURNERET): "Returnér til rettelse",
    (Trinslags.ORIENTERING, Trinudfald.BEHANDLET): "Orienteringen er givet",
}


def datofelt(label: str, **kwargs: Any) -> forms.DateField:
    fejl = {"invalid": SKRIV_DATO, "required": SKRIV_DATO}
    return forms.DateField(label=label, widget=Dato, error_messages=fejl, **kwargs)


class IndsendForm(Form):
    grund = forms.CharField(
        label="Hvad er ændret, og hvorfor?",
        max_length=300,
        help_text="Én linje, som andre kan finde igen, fx »Ny aktivitet: Fritidsjob«.",
        error_messages={"required": "Skriv én linje om, hvad der er ændret, fx »Nye mødetider«."},
    )
    oensket_fra = datofelt(
        "Ønskes i kraft fra", help_text="Versionen gælder tidligst fra den dag, den sidste beslutning bliver taget."
    )
    set_kontrolsum = forms.CharField(widget=forms.HiddenInput, max_length=64)


class RutetrinForm(Form):
    """One more body on the route; an empty row is nothing."""

    organ = forms.ModelChoiceField(queryset=None, label="Organ i planen", required=False, empty_label="Intet af dem")
    navn = forms.CharField(label="Eller en anden, fx byrådet", max_length=160, required=False)
    slags = forms.ChoiceField(
        label="Slags", choices=[(et.value, et.label.capitalize()) for et in Trinslags], initial=Trinslags.HOERING
    )
    raekkefoelge = forms.ChoiceField(
        label="Rækkefølge", choices=[("foer", "Før den krævede beslutning"), ("efter", "Efter den")], initial="foer"
    )

    def __init__(self, *args: Any, plan: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = plan.organer.order_by("pk")

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if rene.get("organ") and rene.get("navn"):
            self.add_error("navn", "Vælg et organ, eller skriv et navn. Ikke begge dele.")
        return rene

    @property
    def forslag(self) -> Trinforslag | None:
        rene = self.cleaned_data
        organ, navn = rene.get("organ"), rene.get("navn", "").strip()
        if not organ and not navn:
            return None
        if organ and organ.art == Organart.BESTYRELSE:
            navn = BESTYRELSEN
        return Trinforslag(navn or organ.navn, Trinslags(rene["slags"]), organ)


RuteFormSet = forms.formset_factory(RutetrinForm, extra=FLERE, max_num=FLEST, absolute_max=FLEST, validate_max=True)


class TrinForm(Form):
    """What one body said, as the step's kind allows."""

    udfald = forms.ChoiceField(
        label="Hvad blev besluttet?",
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad der blev besluttet."},
    )
    dato = datofelt("Dato", required=False)
    dato_ikke_oplyst = forms.BooleanField(label="Datoen er ikke oplyst", required=False)
    tekst = forms.CharField(
        label="Beslutningens ordlyd",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Skal udfyldes, når ændringen returneres eller afvises: hvad mangler der?",
    )
    dokument = forms.FileField(
        label="Beslutningen som fil",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": FILTYPER}),
        error_messages={"empty": "Filen er tom. Vælg en fil med indhold."},
    )

    def __init__(self, data: Any = None, files: Any = None, *, trin: Godkendelsestrin, **kwargs: Any) -> None:
        self.trin, self.slags = trin, Trinslags(trin.slags)
        super().__init__(data, files, prefix=f"trin-{trin.pk}", **kwargs)
        muligheder = [et for et in Trinudfald if et in UDFALD[self.slags]]
        self.fields["udfald"].choices = [(et.value, ORD[self.slags, et]) for et in muligheder]
        if len(muligheder) == 1:
            self.fields["udfald"].initial = muligheder[0].value

    def clean_dokument(self) -> UploadedFile | None:
        fil = self.cleaned_data["dokument"]
        if fil and (fejl := fejl_i_filen(fil)):
            raise ValidationError(fejl)
        return fil

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if "dato" in rene and bool(rene["dato"]) == rene["dato_ikke_oplyst"]:
            self.add_error("dato", "Skriv datoen, eller sæt kryds ved »ikke oplyst«.")
        return rene

    @property
    def felter(self) -> dict[str, Any]:
        rene = self.cleaned_data
        return {"udfald": Trinudfald(rene["udfald"]), **{navn: rene[navn] for navn in ("dato", "tekst", "dokument")}}


class VilkaarForm(Form):
    """One condition; an empty row is nothing."""

    tekst = forms.CharField(label="Vilkår", max_length=500, required=False)
    frist = datofelt("Senest", required=False)

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if rene.get("tekst") and not rene.get("frist") and "frist" not in self.errors:
            self.add_error("frist", "Skriv, hvornår vilkåret senest skal være opfyldt.")
        if rene.get("frist") and not rene.get("tekst"):
            self.add_error("tekst", "Skriv, hvad vilkåret er.")
        return rene


_VilkaarFormSet = forms.formset_factory(VilkaarForm, extra=FLERE, max_num=FLEST, absolute_max=FLEST, validate_max=True)


class VilkaarFormSet(_VilkaarFormSet):
    @property
    def vilkaar(self) -> list[tuple[str, date]]:
        rene = [et.cleaned_data for et in self.forms if et.cleaned_data]
        return [(et["tekst"], et["frist"]) for et in rene if et.get("tekst")]


class TraekTilbageForm(Form):
    grund = forms.CharField(
        label="Hvorfor trækkes ændringen tilbage?",
        max_length=2000,
        error_messages={"required": "Skriv, hvorfor ændringen trækkes tilbage."},
    )


class OpfyldForm(Form):
    dato = datofelt("Opfyldt den")
    hvordan = forms.CharField(
        label="Hvordan?", max_length=500, error_messages={"required": "Skriv, hvordan vilkåret er opfyldt."}
    )

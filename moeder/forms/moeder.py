"""A meeting, a row of meetings, and calling one off."""

from typing import Any

from django import forms
from django.utils import timezone

from aftaler.forms.felter import FOR_LANG, VAELG, LaastForm
from aftaler.forms.raekker import Datofelt
from aftaler.models import Organ
from kerne.forms import Form, ModelForm
from moeder.models import Moede, Moedeserie
from moeder.services.moeder import Moedefakta
from moeder.services.serier import lokal_tid

STED = "Fx »Fælleshuset, Nørregade 4«. Et møde kan også holdes på video alene."


class Klokkeslaet(forms.TimeField):
    """A time of day in the browser's own field; "13.00" is read as well as "13:00"."""

    def __init__(self, *, label: str, mangler: str) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(label=label, widget=widget, input_formats=["%H:%M", "%H.%M", "%H:%M:%S", "%H"])
        self.error_messages |= {"invalid": "Skriv et klokkeslæt, fx 13.00.", "required": mangler}


class Videolink(forms.URLField):
    """An address of a video meeting; without a scheme it is https."""

    def __init__(self) -> None:
        super().__init__(label="Videolink", required=False, max_length=300, assume_scheme="https")
        self.error_messages |= {"invalid": "Skriv hele adressen, fx https://video.eksempel.dk/moede."}


class MoedeForm(LaastForm):
    dato = Datofelt(label="Dato", mangler="Skriv, hvilken dag mødet holdes.")
    fra_kl = Klokkeslaet(label="Begynder kl.", mangler="Skriv, hvornår mødet begynder.")
    til_kl = Klokkeslaet(label="Slutter kl.", mangler="Skriv, hvornår mødet slutter.")
    videolink = Videolink()
    field_order = ("organ", "art", "dato", "fra_kl", "til_kl", "sted", "videolink", "besked")

    class Meta:
        model = Moede
        fields = ("organ", "art", "sted", "videolink", "besked")
        help_texts = {"sted": STED, "besked": "Står i indkaldelsen."}
        error_messages = {
            "organ": {"required": "Vælg, hvem der holder møde.", "invalid_choice": VAELG},
            "art": {"invalid_choice": VAELG},
            "sted": {"max_length": FOR_LANG},
            "besked": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["besked"].widget.attrs["rows"] = 4
        if self.instance.pk:  # a meeting doesn't change its body: the code in its address says which it is
            del self.fields["organ"]
            self.initial |= {navn: self.vaerdi(self.instance, navn) for navn in ("dato", "fra_kl", "til_kl")}
        else:
            self.fields["organ"].queryset = Organ.objects.filter(helhedsplan=self.instance.helhedsplan).order_by("pk")
            self.fields["organ"].empty_label = "Vælg organ"

    def laas(self, ting: Moede) -> dict[str, Any]:
        return super().laas(ting) if ting.pk else {"udgave": 0, "foer": ""}

    def vaerdi(self, ting: Moede, navn: str) -> Any:
        if navn in ("dato", "fra_kl"):
            begynder = timezone.localtime(ting.begynder)
            return begynder.date() if navn == "dato" else begynder.time()
        if navn == "til_kl":
            return timezone.localtime(ting.slutter).time()
        return super().vaerdi(ting, navn)

    @property
    def fakta(self) -> Moedefakta:
        felter = self.cleaned_data
        return Moedefakta(
            art=felter["art"],
            begynder=lokal_tid(felter["dato"], felter["fra_kl"]),
            slutter=lokal_tid(felter["dato"], felter["til_kl"]),
            sted=felter["sted"],
            videolink=felter["videolink"],
            besked=felter["besked"],
        )


class SerieForm(ModelForm):
    """A row of meetings from the first day to the last; the fields of `Moedeserie` and the days."""

    foerste_dato = Datofelt(label="Første møde", mangler="Skriv, hvornår det første møde holdes.")
    til_dato = Datofelt(label="Sidste dag, der kan ligge et møde", mangler="Skriv, hvor langt rækken går.")
    klokken = Klokkeslaet(label="Begynder kl.", mangler="Skriv, hvornår møderne begynder.")
    videolink = Videolink()
    field_order = ("organ", "navn", "foerste_dato", "maaneder_imellem", "til_dato", "klokken", "minutter", "sted",
                   "videolink")  # fmt: skip

    class Meta:
        model = Moedeserie
        fields = ("organ", "navn", "maaneder_imellem", "klokken", "minutter", "sted", "videolink")
        help_texts = {
            "navn": "Fx »Bestyrelsens faste møder«.",
            "maaneder_imellem": "Møderne ligger på samme ugedag i måneden som det første.",
            "sted": STED,
        }
        error_messages = {
            "organ": {"required": "Vælg, hvem der holder møde.", "invalid_choice": VAELG},
            "navn": {"required": "Giv rækken et navn.", "max_length": FOR_LANG},
            "maaneder_imellem": {"required": "Skriv antallet af måneder.", "invalid": "Skriv et tal, fx 6."},
            "minutter": {"required": "Skriv antallet af minutter.", "invalid": "Skriv et tal, fx 120."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plan = self.instance.helhedsplan
        self.fields["organ"].queryset = Organ.objects.filter(helhedsplan=plan).order_by("pk")
        self.fields["organ"].empty_label = "Vælg organ"


class AflysForm(Form):
    grund = forms.CharField(
        label="Hvorfor er mødet aflyst?",
        max_length=300,
        help_text="Grunden står i mailen til de indkaldte og på mødets side.",
        error_messages={"required": "Skriv, hvorfor mødet er aflyst.", "max_length": FOR_LANG},
    )

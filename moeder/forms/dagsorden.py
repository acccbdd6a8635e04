"""An item in the Danish case form, its appendices, and what stands on every agenda."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aftaler.forms.felter import FOR_LANG, VAELG, LaastForm, Rigtekstfelt
from aftaler.models import Helhedsplan, Person
from kerne.filer import FILTYPER
from kerne.forms import Form
from moeder.models import Behandling, Punktbilag, Sag
from moeder.services.dagsorden import NytPunkt, Sagsnumre
from moeder.statuses import Punktart

LUKKET = (
    ("False", "Åbent. Alle, der kan se planen, kan læse det."),
    ("True", "Lukket. Ses af dem, der leder møder, og af de medlemmer af organet, der må se lukkede punkter."),
)
MINUTTER = {"required": "Skriv, hvor mange minutter punktet tager.", "invalid": "Skriv et helt tal, fx 10."}


class Lukketfelt(forms.TypedChoiceField):
    """Open or closed, as two sentences to choose between."""

    def __init__(self, *, label: str) -> None:
        super().__init__(
            label=label, choices=LUKKET, coerce=lambda v: v == "True", widget=forms.RadioSelect, initial="False"
        )
        self.error_messages |= {"required": "Vælg, om det er åbent eller lukket.", "invalid_choice": VAELG}

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, bool) else value


class PunktForm(LaastForm):
    """An item. `planen` is where presenters and cases come from."""

    lukket = Lukketfelt(label="Åbent eller lukket")
    sagsfremstilling = Rigtekstfelt(label="Sagsfremstilling")
    oekonomi = Rigtekstfelt(label="Økonomi")
    lovgrundlag = Rigtekstfelt(label="Lovgrundlag")
    hoering = Rigtekstfelt(label="Høring")
    indstilling = Rigtekstfelt(label="Indstilling")

    class Meta:
        model = Behandling
        fields = ("titel", "art", "minutter", "fremlaegger", "lukket", "sagsfremstilling", "oekonomi", "lovgrundlag",
                  "hoering", "indstilling", "afgoeres_af")  # fmt: skip
        help_texts = {"afgoeres_af": "Fx »Bestyrelsen« eller »Byrådet«."}
        error_messages = {
            "titel": {"required": "Skriv, hvad punktet hedder.", "max_length": FOR_LANG},
            "art": {"required": "Vælg, hvad mødet skal gøre.", "invalid_choice": VAELG},
            "minutter": MINUTTER,
            "fremlaegger": {"invalid_choice": VAELG},
            "afgoeres_af": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, planen: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["art"].choices = Punktart.choices
        self.fields["fremlaegger"].queryset = Person.objects.filter(helhedsplan=planen).order_by("navn", "pk")
        self.fields["fremlaegger"].empty_label = "Ingen"
        for felt in self.fields.values():
            if isinstance(felt, Rigtekstfelt):
                felt.widget.attrs["rows"] = 5


class NytPunktForm(PunktForm):
    """A new item: of a new case, or of one that is treated again."""

    sag = forms.ModelChoiceField(
        Sag.objects.none(),
        label="Sag",
        required=False,
        empty_label="En ny sag",
        help_text="Vælg en sag, hvis den behandles igen. Så står alle behandlinger samlet på sagens side.",
        error_messages={"invalid_choice": VAELG},
    )
    journalnr = forms.CharField(label="J.nr.", max_length=40, required=False)
    sagsnr = forms.CharField(label="Sagsnr.", max_length=40, required=False)
    kle = forms.CharField(label="KLE-emne", max_length=20, required=False, help_text="Fx 03.11.00.")
    field_order = ("sag", *PunktForm.Meta.fields, "journalnr", "sagsnr", "kle")

    def __init__(self, *args: Any, sager: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sag"].queryset = sager
        self.fields["titel"].required = False
        self.fields["titel"].help_text = "Må være tom, når en sag behandles igen: så hedder punktet som sagen."

    @property
    def nyt(self) -> NytPunkt:
        felter = dict(self.felter)
        sag = felter.pop("sag")
        numre = Sagsnumre(**{navn: felter.pop(navn) for navn in ("journalnr", "sagsnr", "kle")})
        return NytPunkt(felter, sag, numre)


class BilagForm(Form):
    navn = forms.CharField(
        label="Navn",
        max_length=160,
        required=False,
        help_text="Som bilaget skal hedde på dagsordenen. Tomt felt: filens eget navn.",
        error_messages={"max_length": FOR_LANG},
    )
    fil = forms.FileField(
        label="Fil",
        widget=forms.FileInput(attrs={"accept": FILTYPER}),
        error_messages={"required": "Vælg en fil.", "empty": "Filen er tom. Vælg en anden."},
    )
    lukket = Lukketfelt(label="Åbent eller lukket")

    @classmethod
    def til(cls, punkt: Behandling, *args: Any) -> "BilagForm":
        """A closed item's appendix begins as closed."""
        return cls(*args, initial={"lukket": str(punkt.lukket)})


class BilagRetForm(Form):
    navn = forms.CharField(
        label="Navn", max_length=160, error_messages={"required": "Giv bilaget et navn.", "max_length": FOR_LANG}
    )
    lukket = Lukketfelt(label="Åbent eller lukket")

    @classmethod
    def af(cls, bilag: Punktbilag, *args: Any) -> "BilagRetForm":
        return cls(*args, initial={"navn": bilag.navn, "lukket": str(bilag.lukket)})


class EmneForm(Form):
    """What an item is about, from one list; a value is "kriterium:12"."""

    emne = forms.ChoiceField(
        label="Hvad handler punktet om?",
        error_messages={"required": "Vælg, hvad punktet handler om.", "invalid_choice": VAELG},
    )

    def __init__(self, *args: Any, grupper: Iterable[tuple[str, list[tuple[str, str]]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["emne"].choices = [("", "Vælg"), *((navn, valg) for navn, valg in grupper if valg)]


class StandardpunktForm(Form):
    titel = forms.CharField(
        label="Punkt",
        max_length=200,
        help_text="Fx »Godkendelse af dagsordenen«.",
        error_messages={"required": "Skriv, hvad punktet hedder.", "max_length": FOR_LANG},
    )
    art = forms.ChoiceField(label="Slags", choices=Punktart.choices, error_messages={"invalid_choice": VAELG})
    minutter = forms.IntegerField(
        label="Minutter",
        min_value=0,
        max_value=600,
        initial=10,
        error_messages={
            **MINUTTER,
            "max_value": "Et punkt tager højst 600 minutter.",
            "min_value": "Skriv 0 eller mere.",
        },
    )
    sidst = forms.BooleanField(label="Står til sidst, fx »Eventuelt«", required=False)


class SagForm(LaastForm):
    class Meta:
        model = Sag
        fields = ("titel", "journalnr", "sagsnr", "kle")
        help_texts = {"kle": "Fx 03.11.00."}
        error_messages = {"titel": {"required": "Skriv, hvad sagen hedder.", "max_length": FOR_LANG}}

"""What a giver has delivered, month by month, and the agreements about what is missing."""

from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils import timezone

from aftaler.forms.budget import PengeForm
from aftaler.forms.felter import FOR_LANG, VAELG, Beloebfelt, Talfelt
from aftaler.models import Aktivitet, Helhedsplan, Tilsagn
from aftaler.models.budget import Kildeart, Tilsagnsart
from kerne.datoer import MAANEDER
from kerne.filer import FILTYPER, fejl_i_filen
from kerne.forms import Dato
from kerne.talformat import kroner
from oekonomi.forms.forbrug import DATO
from oekonomi.models import Kompensation, Levering
from oekonomi.rules.indtastning import fejl_i_leverancen

MAANED = "Vælg en måned, der er begyndt, og som ligger i planen."


class Maanedfelt(forms.TypedChoiceField):
    """A month of the plan, the newest first; the value is its first day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=date.fromisoformat, empty_value=None, **kwargs)
        self.error_messages["invalid_choice"] = MAANED

    def for_plan(self, plan: Helhedsplan, tom: str) -> None:
        """Offer the months from the plan's first to the one at hand."""
        foerste, sidste = plan.start_dato.replace(day=1), min(plan.slut_dato, timezone.localdate()).replace(day=1)
        maaneder = [(aar, nr) for aar in range(foerste.year, sidste.year + 1) for nr in range(1, 13)]
        dage = [date(*et, 1) for et in maaneder if foerste <= date(*et, 1) <= sidste]
        self.choices = [("", tom), *((et.isoformat(), f"{MAANEDER[et.month - 1]} {et.year}") for et in reversed(dage))]


class TimerForm(PengeForm):
    """Hours: who gave them, which month, how many, and by which function. No amounts, no names."""

    art: str | None = Tilsagnsart.TIMER

    maaned = Maanedfelt(label="Måned", error_messages={"required": "Vælg den måned, timerne er lagt i."})
    timer = Talfelt(
        label="Timer",
        decimaler=1,
        cifre=6,
        required=True,
        help_text="Skriv timerne med komma, fx 37,5.",
        error_messages={"required": "Skriv, hvor mange timer der er leveret, fx 37,5."},
    )
    bilag = forms.FileField(
        label="Bevis som fil",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": FILTYPER}),
        error_messages={
            "empty": "Filen er tom. Vælg en fil med indhold.",
            "max_length": "Filens navn er for langt. Giv den et kortere navn, og vælg den igen.",
            "invalid": "Filen kom ikke med. Vælg den igen.",
            "missing": "Filen kom ikke med. Vælg den igen.",
        },
    )
    field_order = ("tilsagn", "maaned", "timer", "funktion", "aktivitet", "bevis", "bilag", "udgave")

    class Meta:
        model = Levering
        fields = ("tilsagn", "timer", "funktion", "aktivitet", "bevis")
        labels = {"tilsagn": "Hvem har leveret", "funktion": "Funktion", "aktivitet": "Aktivitet", "bevis": "Bevis"}
        help_texts = {
            "funktion": "Den stilling, timerne er lagt i, fx »sundhedsplejerske«. Skriv ikke navne.",
            "bevis": "Hvor det kan ses, fx »timeseddel for marts«.",
        }
        error_messages = {
            "tilsagn": {"required": "Vælg, hvem der har leveret.", "invalid_choice": VAELG},
            "aktivitet": {"invalid_choice": VAELG},
            "funktion": {"max_length": FOR_LANG},
            "bevis": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["maaned"].for_plan(self.plan, "Vælg")
        aktiviteter = Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan=self.plan)
        self.fields["aktivitet"].queryset = aktiviteter.order_by("delaftale__indsatsomraade__omraadetype__nr", "navn")
        self.fields["aktivitet"].empty_label = "Ikke oplyst"
        self.fields["tilsagn"].queryset = _tilsagn(self.plan, self.art, self.instance.tilsagn_id)
        self.fields["tilsagn"].empty_label = "Vælg"
        self.fields["tilsagn"].label_from_instance = self.tilsagnets_navn
        if self.instance.pk:
            self.initial["maaned"] = self.instance.fra_dato.replace(day=1).isoformat()
            if self.instance.bilag:
                self.fields["bilag"].help_text = f"Nu: {self.instance.bilag_navn}. En ny fil afløser den."

    @staticmethod
    def tilsagnets_navn(tilsagn: Tilsagn) -> str:
        """ "Lemvig Kommune: medarbejdertimer, 2021"; no amount."""
        return f"{tilsagn}, {tilsagn.aar}" if tilsagn.aar else str(tilsagn)

    def vaerdi(self, ting: Any, navn: str) -> Any:
        match navn:
            case "maaned":
                return ting.fra_dato.replace(day=1)
            case "til_maaned":
                return ting.til_dato.replace(day=1) if ting.til_dato.month != ting.fra_dato.month else None
            case "bilag":
                return None
        return super().vaerdi(ting, navn)

    def clean_bilag(self) -> UploadedFile | None:
        bilag = self.cleaned_data["bilag"]
        if bilag and (fejl := fejl_i_filen(bilag)):
            raise ValidationError(fejl)
        return bilag

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if maaned := rene.get("maaned"):
            til = rene.get("til_maaned") or maaned
            self.instance.fra_dato = maaned
            self.instance.til_dato = til.replace(day=monthrange(til.year, til.month)[1])
        tilsagn = rene.get("tilsagn")
        if tilsagn and not {"timer", "sats", "beloeb"} & set(self.errors):
            tal = (rene.get(felt) for felt in ("timer", "beloeb", "sats"))
            for felt, fejl in fejl_i_leverancen(tilsagn.art, *tal).items():
                self.add_error(felt, fejl)
        return rene

    @property
    def felter(self) -> dict[str, Any]:
        alle = super().felter
        alle.pop("maaned"), alle.pop("til_maaned", None)
        return {**alle, "fra_dato": self.instance.fra_dato, "til_dato": self.instance.til_dato}


class LeveringForm(TimerForm):
    """Any kind: hours with their rate, cash or rent as an amount, for a month or several of one year."""

    art = None
    til_maaned = Maanedfelt(label="Til og med måned", required=False, help_text="Kun når det er flere måneder.")
    timer = Talfelt(label="Timer", decimaler=1, cifre=6, help_text="Kun når der er lovet medarbejdertimer, fx 37,5.")
    sats = Beloebfelt(label="Kr. pr. time", help_text="Kun når satsen er en anden end tilsagnets.")
    beloeb = Beloebfelt(label="Beløb i kr.", help_text="Kun ved penge, husleje og lokaler, fx 25.000.")
    field_order = (
        "tilsagn", "maaned", "til_maaned", "timer", "sats", "beloeb", "funktion", "aktivitet", "bevis", "bilag",
        "udgave",
    )  # fmt: skip

    class Meta(TimerForm.Meta):
        fields = ("tilsagn", "timer", "sats", "beloeb", "funktion", "aktivitet", "bevis")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["til_maaned"].for_plan(self.plan, "Samme måned")
        if self.instance.pk and (til := self.vaerdi(self.instance, "til_maaned")):
            self.initial["til_maaned"] = til.isoformat()

    @staticmethod
    def tilsagnets_navn(tilsagn: Tilsagn) -> str:
        return f"{TimerForm.tilsagnets_navn(tilsagn)} ({kroner(tilsagn.beloeb)} lovet)"


class KompensationForm(PengeForm):
    """What was agreed about what is missing. The amount may be unknown."""

    beloeb = Beloebfelt(label="Beløb i kr.", help_text="Lad stå tom, når aftalen ikke siger, hvor meget.")
    field_order = (
        "kilde", "art", "aar", "beloeb", "tekst", "besluttet_dato", "senest_dato", "indhentet_dato", "udgave",
    )  # fmt: skip

    class Meta:
        model = Kompensation
        fields = ("kilde", "art", "aar", "beloeb", "besluttet_dato", "senest_dato", "tekst", "indhentet_dato")
        widgets = {felt: Dato() for felt in ("besluttet_dato", "senest_dato", "indhentet_dato")}
        labels = {
            "kilde": "Giver",
            "art": "Slags",
            "tekst": "Hvad er aftalt?",
            "besluttet_dato": "Aftalt den",
            "senest_dato": "Skal være indhentet senest",
            "indhentet_dato": "Indhentet den",
        }
        help_texts = {"tekst": "Fx »Kommunen lægger flere timer i de kommende år«."}
        error_messages = {
            "kilde": {"required": "Vælg den giver, der mangler at levere.", "invalid_choice": VAELG},
            "art": {"required": "Vælg slags.", "invalid_choice": VAELG},
            "tekst": {"required": "Skriv, hvad der er aftalt.", "max_length": FOR_LANG},
            "besluttet_dato": {"required": "Skriv den dag, det blev aftalt.", "invalid": DATO},
            "senest_dato": {"invalid": DATO},
            "indhentet_dato": {"invalid": DATO},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aar"].label = "Mangler fra regnskabsår"
        self.fields["aar"].help_text = ""
        self.fields["kilde"].queryset = self.plan.finansieringskilder.exclude(art=Kildeart.LANDSBYGGEFONDEN)
        self.fields["kilde"].empty_label = "Vælg giver"
        self.fields["art"].choices = [("", "Vælg"), *Tilsagnsart.choices]


def _tilsagn(plan: Helhedsplan, art: str | None, nuvaerende: int | None) -> Any:
    """The promises of local givers that stand, and the one that the row has."""
    lokale = plan.tilsagn.exclude(kilde__art=Kildeart.LANDSBYGGEFONDEN).select_related("kilde")
    if art:
        lokale = lokale.filter(art=art)
    return lokale.filter(Q(erstattet_dato=None) | Q(pk=nuvaerende)).order_by("kilde__navn", "art", "aar", "pk")

"""Bodies, seats and terms."""

from typing import Any

from django import forms
from django.utils import timezone

from aftaler.forms.felter import DATO, FOR_LANG, VAELG, LaastForm, Rigtekstfelt
from aftaler.forms.organisering import KendtEllerNy, OrganiseringForm
from aftaler.models import Helhedsplan, Organ, Organisation, Organmedlem, Person, Plads
from aftaler.models.organ import Organrolle
from aftaler.services import organer
from brugere.models import Bruger
from kerne.forms import Dato

HELTAL = "Skriv et helt tal, fx 2."
MOEDETAL = dict.fromkeys(("invalid", "min_value", "max_value"), HELTAL)


class Antalfelt(forms.IntegerField):
    """How many meetings a year."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, min_value=0, max_value=99, **kwargs)
        self.widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        self.error_messages |= MOEDETAL


class OrganForm(LaastForm):
    """A body is edited whole: every save meanwhile is a conflict."""

    foer = None
    opgaver = Rigtekstfelt(label="Opgaver", help_text="Hvad er organet til for, og hvad beslutter det?")
    moeder_mindst = Antalfelt(label="Faste møder om året")
    moeder_hoejst = Antalfelt(label="Møder om året, højst", help_text="Med de møder, der kan indkaldes efter behov.")

    class Meta:
        model = Organ
        fields = (
            "art",
            "navn",
            "over",
            "opgaver",
            "moeder_mindst",
            "moeder_hoejst",
            "sekretariat",
            "godkender_aktiviteter",
        )
        error_messages = {
            "art": {"required": "Vælg, hvad det er for et organ.", "invalid_choice": VAELG},
            "navn": {"required": "Skriv organets navn, fx Styregruppen.", "max_length": FOR_LANG},
            "over": {"invalid_choice": VAELG},
            "sekretariat": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["over"].queryset = self.instance.helhedsplan.organer.exclude(pk=self.instance.pk)
        self.fields["over"].empty_label = "Øverst"
        self.fields["art"].choices = [("", "Vælg slags"), *(et for et in self.fields["art"].choices if et[0])]

    def laas(self, ting: Any) -> dict[str, Any]:
        return {"udgave": ting.udgave if ting.pk else 0}


class PladsForm(OrganiseringForm):
    """A seat in `organ`."""

    betegnelse = forms.CharField(
        label="Plads",
        max_length=160,
        help_text="Hvad den, der sidder der, er. Fx »Direktør, Arbejdsmarked og Borgerservice«.",
        error_messages={"required": "Skriv, hvad pladsen hedder, fx Forretningsfører.", "max_length": FOR_LANG},
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Udpeges af",
        required=False,
        empty_label="Ingen af parterne",
        error_messages={"invalid_choice": VAELG},
    )

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        self.organ = organ
        super().__init__(*args, **kwargs)

    def indret(self) -> None:
        self.fields["organisation"].queryset = Organisation.objects.filter(aftaleparter__helhedsplan=self.plan)

    def gem(self) -> Plads:
        if self.ting:
            return organer.ret_plads(self.ting, af=self.af, **self.cleaned_data)
        return organer.opret_plads(self.organ, af=self.af, **self.cleaned_data)


def _fra_dato() -> forms.DateField:
    return forms.DateField(
        label="Fra",
        widget=Dato,
        error_messages={"required": "Skriv, hvornår perioden begynder.", "invalid": DATO},
    )


def _til_dato(**kwargs: Any) -> forms.DateField:
    return forms.DateField(label="Til og med", widget=Dato, error_messages={"invalid": DATO}, **kwargs)


class MedlemForm(KendtEllerNy):
    """Somebody takes the seat `plads`; a known person of the plan, or a new one by name."""

    kendt = forms.ModelChoiceField(
        Person.objects.none(), label="Person i planen", required=False, error_messages={"invalid_choice": VAELG}
    )
    navn = forms.CharField(
        label="Navn på en ny person",
        max_length=120,
        help_text="Personen får pladsens part som organisation.",
        error_messages={"required": "Skriv navnet på den, der får pladsen.", "max_length": FOR_LANG},
    )
    rolle = forms.ChoiceField(
        label="Rolle", choices=Organrolle.choices, initial=Organrolle.MEDLEM, error_messages={"invalid_choice": VAELG}
    )
    fra_dato = _fra_dato()
    til_dato = _til_dato(required=False, help_text="Lad den stå tom, når perioden ikke er aftalt.")

    def __init__(self, *args: Any, plads: Plads, **kwargs: Any) -> None:
        self.plads = plads
        super().__init__(*args, **kwargs)

    def indret(self) -> None:
        self.vaelg_kendt(self.plan.personer.all(), "Ingen, det er en ny")
        self.fields["fra_dato"].initial = timezone.localdate

    def gem(self) -> Organmedlem:
        rene = dict(self.cleaned_data)
        return organer.indsaet_medlem(self.plads, person=rene.pop("kendt", None), af=self.af, **rene)


class PeriodeForm(OrganiseringForm):
    """A term that was written wrong: the person, the role, the dates."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        label="Person",
        empty_label=None,
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    rolle = forms.ChoiceField(
        label="Rolle", choices=Organrolle.choices, error_messages={"required": VAELG, "invalid_choice": VAELG}
    )
    fra_dato = _fra_dato()
    til_dato = _til_dato(required=False)

    def indret(self) -> None:
        self.fields["person"].queryset = self.plan.personer.all()

    def gem(self) -> Organmedlem:
        return organer.ret_medlem(self.ting, af=self.af, **self.cleaned_data)


class AfslutForm(OrganiseringForm):
    """The last day of a term."""

    til_dato = _til_dato(help_text="Den sidste dag på pladsen.")

    def __init__(self, *args: Any, plan: Helhedsplan, af: Bruger, ting: Organmedlem, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, af=af, ting=ting, **kwargs)
        self.fields["til_dato"].initial = timezone.localdate
        self.fields["til_dato"].error_messages["required"] = "Skriv den sidste dag på pladsen."

    def udgangspunkt(self) -> dict[str, Any]:
        return {}

    def gem(self) -> Organmedlem:
        return organer.afslut_medlem(self.ting, af=self.af, **self.cleaned_data)

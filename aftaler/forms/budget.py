"""Givers, budget lines and stated shares. Amounts and years are read as Danes write them."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from aftaler.forms.felter import FOR_LANG, VAELG, Beloebfelt, LaastForm, Talfelt
from aftaler.models import Budgetpost, Delaftale, Finansieringskilde, Helhedsplan, OplystAndel, Organisation
from aftaler.models.budget import Placering
from aftaler.rules.penge import regnskabsaar
from aftaler.services.budget import aar_uden_for

IKKE_OPLYST = "Ikke oplyst"


class PengeForm(LaastForm):
    """A row of the plan's money. The row's plan is set before the form sees it."""

    foer = None  # a row is edited whole: every save meanwhile is a conflict

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan: Helhedsplan = self.instance.helhedsplan
        if "aar" in self.fields:
            aarstal = regnskabsaar(self.plan.start_dato, self.plan.slut_dato)
            self.fields["aar"] = aarfelt(aarstal)
        if "kilde" in self.fields:
            self.fields["kilde"].queryset = self.plan.finansieringskilder.all()

    def laas(self, ting: Any) -> dict[str, Any]:
        return {"udgave": ting.udgave if ting.pk else 0}


def aarfelt(aarstal: tuple[int, ...]) -> forms.TypedChoiceField:
    """One of the plan's regnskabsår, or nothing."""
    return forms.TypedChoiceField(
        label="Regnskabsår",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", IKKE_OPLYST), *((et, str(et)) for et in aarstal)],
        help_text="Vælg »Ikke oplyst«, når beløbet gælder hele perioden.",
        error_messages={"invalid_choice": aar_uden_for(aarstal)},
    )


class KildeForm(PengeForm):
    class Meta:
        model = Finansieringskilde
        fields = ("navn", "art", "organisation")
        labels = {"navn": "Giverens navn", "art": "Slags", "organisation": "Organisation"}
        help_texts = {
            "navn": "Som det står i budgettet, fx »Lolland Kommune«.",
            "organisation": "Den part i aftalen, giveren er. Lad stå tom, når giveren ikke er part.",
        }
        error_messages = {
            "navn": {"required": "Skriv, hvem der betaler.", "max_length": FOR_LANG},
            "art": {"required": "Vælg, hvad giveren er.", "invalid_choice": VAELG},
            "organisation": {"invalid_choice": VAELG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parter = Q(aftaleparter__helhedsplan=self.plan) | Q(pk=self.instance.organisation_id)
        self.fields["organisation"].queryset = Organisation.objects.filter(parter).distinct()
        self.fields["organisation"].empty_label = "Ikke part i aftalen"
        self.fields["art"].choices = [("", "Vælg"), *(et for et in self.fields["art"].choices if et[0])]


class BudgetpostForm(PengeForm):
    """Where the line belongs is one choice: a delaftale, tværgående, or not told."""

    sted = forms.ChoiceField(
        label="Hører til",
        help_text="Tværgående går på tværs af delaftalerne: administration, kontorhold, kørsel, evaluering.",
        error_messages={"required": "Vælg, hvor beløbet hører til.", "invalid_choice": VAELG},
    )
    beloeb = Beloebfelt(
        label="Beløb i kr.",
        required=True,
        help_text="Hele tallet, fx 1.936.000.",
        error_messages={"required": "Skriv beløbet i kroner."},
    )
    field_order = ("sted", "aar", "kilde", "omkostningstype", "tekst", "beloeb", "udgave")

    class Meta:
        model = Budgetpost
        fields = ("aar", "kilde", "omkostningstype", "tekst", "beloeb")
        labels = {"kilde": "Betales af", "omkostningstype": "Omkostningstype", "tekst": "Tekst"}
        help_texts = {"tekst": "Det, der skiller posten fra andre på samme sted og år."}
        error_messages = {
            "kilde": {"invalid_choice": VAELG},
            "omkostningstype": {"invalid_choice": VAELG},
            "tekst": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for navn in ("kilde", "omkostningstype"):
            self.fields[navn].empty_label = IKKE_OPLYST
        self.steder = steder(self.plan)
        self.fields["sted"].choices = [("", "Vælg"), *((noegle, navn) for noegle, (navn, _, _) in self.steder.items())]
        if self.instance.pk:
            self.initial["sted"] = self.vaerdi(self.instance, "sted")

    def vaerdi(self, ting: Any, navn: str) -> Any:
        if navn == "sted":
            return f"delaftale-{ting.delaftale_id}" if ting.delaftale_id else str(ting.placering)
        return super().vaerdi(ting, navn)

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if rene.get("sted"):
            _, self.instance.placering, self.instance.delaftale = self.steder[rene["sted"]]
        return rene

    @property
    def felter(self) -> dict[str, Any]:
        alle = super().felter
        _, placering, delaftale = self.steder[alle.pop("sted")]
        return {**alle, "placering": placering, "delaftale": delaftale}


def steder(plan: Helhedsplan) -> dict[str, tuple[str, str, Delaftale | None]]:
    """Where a line may belong: key → words, placering, delaftale."""
    aftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    valg: dict[str, tuple[str, str, Delaftale | None]] = {
        f"delaftale-{et.pk}": (str(et.indsatsomraade), Placering.DELAFTALE, et)
        for et in aftaler.select_related("indsatsomraade__omraadetype")
    }
    for placering in (Placering.TVAERGAAENDE, Placering.IKKE_FORDELT):
        valg[str(placering.value)] = (placering.label.capitalize(), placering, None)
    return valg


class Giverliste(list[Finansieringskilde]):
    """Givers as a person reads them: "Lemvig Kommune og Bo i Lemvig"."""

    def __str__(self) -> str:
        return " og ".join(str(et) for et in self)


class AndelForm(PengeForm):
    procent = Talfelt(
        label="Andel i procent",
        decimaler=1,
        cifre=3,
        required=True,
        help_text="Som det står i dokumentet, fx 38 eller 32,6.",
        error_messages={"required": "Skriv den procent, der står."},
    )
    kilder = forms.ModelMultipleChoiceField(
        Finansieringskilde.objects.none(),
        label="Tilskrives",
        widget=forms.CheckboxSelectMultiple,
        help_text="Dem, dokumentet siger har betalt andelen.",
        error_messages={"required": "Vælg mindst én giver.", "invalid_choice": VAELG, "invalid_pk_value": VAELG},
    )
    field_order = ("procent", "kilder", "hvor", "udgave")

    class Meta:
        model = OplystAndel
        fields = ("procent", "hvor")
        labels = {"hvor": "Hvor står det?"}
        help_texts = {"hvor": "Fx »Økonomiudvalgets sag 15. marts 2018«."}
        error_messages = {"hvor": {"required": "Skriv, hvor andelen står.", "max_length": FOR_LANG}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kilder"].queryset = self.plan.finansieringskilder.all()
        if self.instance.pk:
            self.initial["kilder"] = list(self.instance.kilder.all())

    def vaerdi(self, ting: Any, navn: str) -> Any:
        return Giverliste(ting.kilder.all()) if navn == "kilder" else super().vaerdi(ting, navn)

    def clean_procent(self) -> Decimal:
        procent = self.cleaned_data["procent"]
        if not 0 <= procent <= 100:
            raise ValidationError("En andel er mellem 0 og 100\u00a0%.")
        return procent

    def clean_kilder(self) -> Giverliste:
        return Giverliste(self.cleaned_data["kilder"])

"""A share of a post: whose, how much, and the one thing that it is spent on."""

from decimal import Decimal
from typing import Any

from django import forms

from aftaler.forms.felter import FOR_LANG, VAELG, Talfelt
from aftaler.forms.organisering import OrganiseringForm
from aftaler.models import Delaftale, Medarbejderandel, Person
from aftaler.services import andele

FUNKTION = "funktion"


class Andelfelt(Talfelt):
    """Per cent of a full post, as Danes write it: "12,5" or "12,5 %"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(decimaler=1, cifre=3, required=True, **kwargs)
        self.error_messages["required"] = "Skriv, hvor stor en del af en fuld stilling det er, fx 60."

    def clean(self, value: Any) -> Decimal:
        andel = super().clean(value)
        if not 0 < andel <= 100:
            raise forms.ValidationError("En andel af en stilling er over 0 og højst 100 %.")
        return andel


class MedarbejderandelForm(OrganiseringForm):
    stilling = forms.CharField(
        label="Stilling",
        max_length=120,
        help_text="Fx »Boligsocial medarbejder«. Skriv den ens hver gang, så dens andele lægges sammen.",
        error_messages={"required": "Skriv stillingen.", "max_length": FOR_LANG},
    )
    person = forms.ModelChoiceField(
        Person.objects.none(),
        label="Hvem har stillingen",
        required=False,
        empty_label="Ikke oplyst",
        error_messages={"invalid_choice": VAELG},
    )
    procent = Andelfelt(label="Procent af en fuld stilling", help_text="Fx 60 eller 12,5.")
    paa = forms.ChoiceField(
        label="Bruges på", error_messages={"required": "Vælg, hvad andelen bruges på.", "invalid_choice": VAELG}
    )
    funktion = forms.CharField(
        label="Funktion",
        max_length=120,
        required=False,
        help_text="Kun når andelen bruges på en funktion, fx »stedfortræder for projektlederen«.",
        error_messages={"max_length": FOR_LANG},
    )

    def udgangspunkt(self) -> dict[str, Any]:
        noegler = {"delaftale": self.ting.delaftale_id, "omraade": self.ting.boligomraade_id}
        noegle = noegler.get(self.ting.akse)
        return {**super().udgangspunkt(), "paa": f"{self.ting.akse}-{noegle}" if noegle else FUNKTION}

    def indret(self) -> None:
        self.fields["person"].queryset = self.plan.personer.all()
        delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=self.plan).i_raekkefoelge()
        self.delaftaler = {f"delaftale-{et.pk}": et for et in delaftaler.select_related("indsatsomraade__omraadetype")}
        self.omraader = {f"omraade-{et.pk}": et for et in self.plan.boligomraader.all()}
        grupper = [
            ("Delaftaler", [(noegle, str(et.indsatsomraade)) for noegle, et in self.delaftaler.items()]),
            ("Boligområder", [(noegle, et.navn) for noegle, et in self.omraader.items()]),
        ]
        self.fields["paa"].choices = [
            ("", "Vælg"), *(et for et in grupper if et[1]), (FUNKTION, "En funktion, som jeg skriver nedenfor"),
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if rene.get("paa") == FUNKTION and not rene.get("funktion"):
            self.add_error("funktion", "Skriv funktionen, eller vælg en delaftale eller et boligområde.")
        if rene.get("paa", FUNKTION) != FUNKTION and rene.get("funktion"):
            self.add_error(
                "funktion", "En andel bruges på én ting. Slet funktionen, eller vælg den som det, andelen bruges på."
            )
        return rene

    def gem(self) -> Medarbejderandel:
        rene = dict(self.cleaned_data)
        funktion, valg = rene.pop("funktion"), rene.pop("paa")
        paa = {**self.delaftaler, **self.omraader}.get(valg, funktion)
        andel = self.ting or Medarbejderandel(helhedsplan=self.plan)
        return andele.gem_andel(andel, af=self.af, paa=paa, **rene)

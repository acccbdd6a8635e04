"""Parties, people and areas. The four forms have one face: plan, af, ting (None for a new one) and gem()."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from aftaler import permissions
from aftaler.models import Aftalepart, Boligafdeling, Boligomraade, Helhedsplan, Organisation, Person
from aftaler.models.organisation import Organisationsart
from aftaler.services import organisering
from brugere.models import Bruger
from kerne.forms import Form

LAAST = "Kan ikke rettes her."


class OrganiseringForm(Form):
    """What the four have in common; `kan_gemmes` is False when everything on the page belongs to others too."""

    kan_gemmes = True

    def __init__(self, *args: Any, plan: Helhedsplan, af: Bruger, ting: Model | None = None, **kwargs: Any) -> None:
        self.plan, self.af, self.ting = plan, af, ting
        super().__init__(*args, initial=self.udgangspunkt() if ting else None, **kwargs)
        self.indret()

    def udgangspunkt(self) -> dict[str, Any]:
        """The fields' values for a known row."""
        return {navn: getattr(self.ting, navn) for navn in self.base_fields if hasattr(self.ting, navn)}

    def indret(self) -> None:
        """Fill the choices, and take away what does not apply."""

    def laas(self, *navne: str) -> None:
        """Show the fields, but let nobody write in them."""
        for navn in navne:
            self.fields[navn].disabled = True
            self.fields[navn].help_text = LAAST


class KendtEllerNy(OrganiseringForm):
    """A new row is either one known from another plan or written here, never both."""

    def vaelg_kendt(self, kendte: QuerySet, tekst: str) -> None:
        """Offer the known rows; the field leaves where there are none, or the row exists already."""
        if self.ting or not kendte.exists():
            del self.fields["kendt"]
            return
        self.fields["kendt"].queryset = kendte
        self.fields["kendt"].empty_label = tekst
        for navn in ("navn", "art", "organisation"):
            if navn in self.fields:
                self.fields[navn].required = False

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if "kendt" not in self.fields:
            return rene
        if rene.get("kendt") and rene.get("navn"):
            raise ValidationError("Vælg en fra listen, eller skriv en ny. Ikke begge dele.")
        for navn in ("navn", "art", "organisation"):
            if not rene.get("kendt") and navn in self.fields and navn not in self.errors and not rene.get(navn):
                self.add_error(navn, "Vælg en fra listen ovenfor, eller udfyld feltet.")
        return rene


class PartForm(KendtEllerNy):
    kendt = forms.ModelChoiceField(Organisation.objects.none(), label="Kendt organisation", required=False)
    navn = forms.CharField(label="Organisationens navn", max_length=160)
    art = forms.ChoiceField(label="Art", choices=[("", "Vælg art"), *Organisationsart.choices])
    cvr = Organisation._meta.get_field("cvr").formfield(help_text="Otte cifre.")
    raekkefoelge = forms.IntegerField(
        label="Rækkefølge", min_value=1, max_value=99, required=False, help_text="Den med 1 nævnes først i aftalen."
    )
    underskriver = forms.ModelChoiceField(
        Person.objects.none(),
        label="Underskrives af",
        required=False,
        empty_label="Ikke valgt",
        help_text="Personen skal stå under Personer.",
    )

    def udgangspunkt(self) -> dict[str, Any]:
        organisation = self.ting.organisation
        return {
            **super().udgangspunkt(), "navn": organisation.navn, "art": organisation.art, "cvr": organisation.cvr,
        }  # fmt: skip

    def indret(self) -> None:
        self.fields["underskriver"].queryset = self.plan.personer.all()
        kendte = Organisation.objects.synlige_for(self.af).exclude(aftaleparter__helhedsplan=self.plan)
        self.vaelg_kendt(kendte, "Ingen, det er en ny")
        if self.ting:
            self.fields["raekkefoelge"].required = True
            planer = Helhedsplan.objects.filter(aftaleparter__organisation=self.ting.organisation)
            if not permissions.maa_rette_delt(self.af, planer):
                self.laas("navn", "art", "cvr")

    def gem(self) -> Aftalepart:
        rene = dict(self.cleaned_data)
        if self.ting:
            return organisering.ret_part(self.ting, af=self.af, **rene)
        return organisering.tilfoej_part(self.plan, af=self.af, organisation=rene.pop("kendt", None), **rene)


class PersonForm(OrganiseringForm):
    navn = forms.CharField(label="Navn", max_length=120)
    titel = forms.CharField(label="Titel", max_length=120, required=False, help_text="Fx boligsocial chef.")
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Organisation", required=False, empty_label="Ingen af parterne"
    )

    def indret(self) -> None:
        nuvaerende = self.ting.organisation_id if self.ting else None
        organisationer = Organisation.objects.filter(Q(aftaleparter__helhedsplan=self.plan) | Q(pk=nuvaerende))
        self.fields["organisation"].queryset = organisationer.distinct()

    def gem(self) -> Person:
        person = self.ting or Person(helhedsplan=self.plan)
        return organisering.gem_person(person, af=self.af, **self.cleaned_data)


class BoligomraadeForm(KendtEllerNy):
    kendt = forms.ModelChoiceField(Boligomraade.objects.none(), label="Kendt boligområde", required=False)
    navn = forms.CharField(label="Navn", max_length=120)
    beboere = forms.IntegerField(label="Beboere", min_value=0, required=False)

    def indret(self) -> None:
        kendte = Boligomraade.objects.synlige_for(self.af).exclude(helhedsplaner=self.plan)
        self.vaelg_kendt(kendte, "Intet, det er et nyt")
        if self.ting and not permissions.maa_rette_delt(self.af, self.ting.helhedsplaner.all()):
            self.laas("navn", "beboere")
            self.kan_gemmes = False

    def gem(self) -> Boligomraade:
        rene = dict(self.cleaned_data)
        if kendt := rene.pop("kendt", None):
            return organisering.tilknyt(self.plan, kendt, af=self.af)
        return organisering.gem_boligomraade(self.plan, self.ting or Boligomraade(), af=self.af, **rene)


class BoligafdelingForm(KendtEllerNy):
    kendt = forms.ModelChoiceField(Boligafdeling.objects.none(), label="Kendt boligafdeling", required=False)
    navn = forms.CharField(label="Navn", max_length=120)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Boligorganisation",
        empty_label="Vælg boligorganisation",
        help_text="Den ejer afdelingen. Den skal stå under Parter som boligorganisation.",
    )
    lbf_nr = forms.CharField(label="Landsbyggefondens nummer", max_length=20, required=False)
    boliger = forms.IntegerField(label="Boliger", min_value=0, required=False)
    beboere = forms.IntegerField(label="Beboere", min_value=0, required=False)
    boligomraader = forms.ModelMultipleChoiceField(
        Boligomraade.objects.none(),
        label="Ligger i boligområderne",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="En afdeling kan ligge i flere områder eller slet ikke i noget.",
    )

    def udgangspunkt(self) -> dict[str, Any]:
        return {**super().udgangspunkt(), "boligomraader": self.ting.boligomraader.all()}

    def indret(self) -> None:
        nuvaerende = self.ting.organisation_id if self.ting else None
        parter = Q(aftaleparter__helhedsplan=self.plan, art=Organisationsart.BOLIGORGANISATION)
        organisationer = Organisation.objects.filter(parter | Q(pk=nuvaerende))
        self.fields["organisation"].queryset = organisationer.distinct()
        self.fields["boligomraader"].queryset = self.plan.boligomraader.all()
        if not self.plan.boligomraader.exists():
            del self.fields["boligomraader"]
        kendte = Boligafdeling.objects.synlige_for(self.af).exclude(helhedsplaner=self.plan)
        self.vaelg_kendt(kendte, "Ingen, det er en ny")
        self.maa_rettes = not self.ting or permissions.maa_rette_delt(self.af, self.ting.helhedsplaner.all())
        if not self.maa_rettes:
            self.laas("navn", "organisation", "lbf_nr", "boliger", "beboere")
            self.kan_gemmes = "boligomraader" in self.fields

    def gem(self) -> Boligafdeling:
        rene = dict(self.cleaned_data)
        kendt, omraader = rene.pop("kendt", None), rene.pop("boligomraader", ())
        afdeling = self.ting or Boligafdeling()
        if kendt:
            afdeling = organisering.tilknyt(self.plan, kendt, af=self.af)
        elif self.maa_rettes:
            afdeling = organisering.gem_boligafdeling(self.plan, afdeling, af=self.af, **rene)
        organisering.placer_afdeling(self.plan, afdeling, list(omraader), af=self.af)
        return afdeling

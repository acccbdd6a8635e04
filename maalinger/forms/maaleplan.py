"""What the board decides about how a criterion is followed, and its milestones as a grid of areas and years."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField

from aftaler.forms.felter import FOR_LANG
from aftaler.laesning import Enhed, Pr
from aftaler.models import Boligomraade, Helhedsplan, Medlemskab, Succeskriterium
from brugere.models import Bruger
from brugere.roles import Ret, roller_med
from kerne.forms import Form
from maalinger.forms.felter import Talfelt
from maalinger.models import Delmaal, Maaleplan
from maalinger.reports.opfoelgning import delmaalsaar
from maalinger.rules import indtastning
from maalinger.rules.skala import gaelder_for, med_skala
from maalinger.rules.typer import Skala
from maalinger.services.maaleplaner import Maaleplandata, Sted
from maalinger.statuses import Optaelling, Regneregel

VAELG = "Vælg en af dem på listen."
HYPPIGHED = [(Pr.AAR, "Hvert år"), (Pr.HALVAAR, "Hvert halvår"), (Pr.KVARTAL, "Hvert kvartal"),
             (Pr.MAANED, "Hver måned"), (Pr.UGE, "Hver uge")]  # fmt: skip
HELTAL = {"invalid": "Skriv et helt tal, fx 5.", "min_value": "Skriv et helt tal fra 0.", "max_value": "Højst 100."}


@dataclass(frozen=True)
class Gitterraekke:
    """One row of the grid: whose milestones, and a field a year."""

    navn: str
    felter: tuple[BoundField, ...]


class MaaleplanForm(Form):
    use_required_attribute = False

    regneregel = forms.ChoiceField(
        label="Flere tal bliver til ét",
        required=False,
        choices=[("", "Ikke fastsat"), *Regneregel.choices],
        help_text="Ikke fastsat: antal lægges sammen, og af andre tal tæller det seneste.",
        error_messages={"invalid_choice": VAELG},
    )
    hyppighed = forms.ChoiceField(
        label="Måles igen",
        required=False,
        choices=[("", "Ikke fastsat"), *HYPPIGHED],
        error_messages={"invalid_choice": VAELG},
        help_text="Den første frist gentages så ofte. Uden en første frist mangler en måling aldrig.",
    )
    ansvarlig = forms.ModelChoiceField(
        Bruger.objects.none(),
        label="Hvem måler",
        required=False,
        empty_label="Ikke fastsat",
        error_messages={"invalid_choice": "Vælg et medlem af planen, der kan registrere målinger."},
        help_text="Får målingen på sin liste, når den skal laves.",
    )
    optaelling = forms.ChoiceField(
        label="Tælles op af fremmødet",
        required=False,
        choices=[("", "Nej, tallet skrives"), *Optaelling.choices],
        error_messages={"invalid_choice": VAELG},
        help_text="Fem frivillige, der kommer ti gange, er 50 deltagelser og 5 forskellige personer.",
    )
    skala_fra = forms.IntegerField(label="Fra", required=False, min_value=0, max_value=100, error_messages=HELTAL)
    skala_til = forms.IntegerField(label="Til", required=False, min_value=0, max_value=100, error_messages=HELTAL)
    skala_maal = forms.IntegerField(
        label="Målet er mindst", required=False, min_value=0, max_value=100, error_messages=HELTAL
    )
    grund = forms.CharField(
        label="Hvorfor ændres måleplanen?",
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Skal skrives, når optælling, skala eller delmål ændres: godkendte målinger bedømmes så anderledes.",
        error_messages={"max_length": FOR_LANG},
    )
    udgave = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kriterium: Succeskriterium, maaleplan: Maaleplan | None, **kwargs: Any) -> None:
        self.kriterium, self.plan, self.maaleplan = kriterium, kriterium.helhedsplan, maaleplan
        self.aarene = delmaalsaar(kriterium.laesning, self.plan)
        self.omraader: list[Boligomraade | None] = [None, *_omraader(self.plan, kriterium)]
        kwargs["initial"] = self._begynd()
        super().__init__(*args, **kwargs)
        self.fields["ansvarlig"].queryset = kan_maale(self.plan)
        self._tilpas()

    def _begynd(self) -> dict[str, Any]:
        delmaal = Delmaal.objects.filter(kriterium=self.kriterium).order_by("aar", "pk")
        sat = {_felt(et.omraade_id, et.aar): et.vaerdi for et in delmaal}
        felter = (
            "regneregel",
            "hyppighed",
            "ansvarlig",
            "optaelling",
            "skala_fra",
            "skala_til",
            "skala_maal",
            "udgave",
        )
        return {**sat, **({felt: getattr(self.maaleplan, felt) for felt in felter} if self.maaleplan else {})}

    def _tilpas(self) -> None:
        """Leave out what the criterion has no use for; a rule of calculation stands once figures are approved."""
        laesning = self.kriterium.laesning
        if not gaelder_for(laesning):
            del self.fields["skala_fra"], self.fields["skala_til"], self.fields["skala_maal"]
        if laesning.enhed not in (None, Enhed.ANTAL) or gaelder_for(laesning):
            del self.fields["optaelling"]
        if not self.er_fast:
            del self.fields["grund"]
        else:
            self.fields["regneregel"].disabled = True
            self.fields[
                "regneregel"
            ].help_text = (
                "Der er godkendte målinger, så regnereglen ligger fast. Ellers ville gamle tal betyde noget andet."
            )
        for omraade in self.omraader:
            for aar in self.aarene:
                navn = omraade.navn if omraade else "hele planen"
                felt = Talfelt(label=f"Delmål for {navn}, {aar}", required=False)
                felt.widget.attrs["aria-label"] = felt.label
                self.fields[_felt(omraade.pk if omraade else None, aar)] = felt

    @cached_property
    def er_fast(self) -> bool:
        return self.kriterium.maalinger.taellende().exists()

    @property
    def gitter(self) -> list[Gitterraekke]:
        return [
            Gitterraekke(
                et.navn if et else "Hele planen", tuple(self[_felt(et.pk if et else None, aar)] for aar in self.aarene)
            )
            for et in self.omraader
        ]

    def clean(self) -> dict[str, Any]:
        data, laesning = self.cleaned_data, self.kriterium.laesning
        skala = [data.get(f"skala_{del_}") for del_ in ("fra", "til", "maal")]
        if not any(f"skala_{del_}" in self.errors for del_ in ("fra", "til", "maal")) and None not in skala:
            laesning = med_skala(laesning, Skala(*skala))
        for sted, vaerdi in self.delmaal.items():
            for fejl in indtastning.fejl_i_tallet(vaerdi, laesning.enhed):
                self.add_error(_felt(*sted), fejl)
        return data

    @property
    def delmaal(self) -> dict[Sted, Any]:
        """(area, year) -> milestone, for the cells that say one."""
        steder = [(et.pk if et else None, aar) for et in self.omraader for aar in self.aarene]
        tal = {sted: self.cleaned_data.get(_felt(*sted)) for sted in steder}
        return {sted: vaerdi for sted, vaerdi in tal.items() if vaerdi is not None}

    @property
    def maaleplandata(self) -> Maaleplandata:
        """The valid form in the shape that the service takes."""
        data = self.cleaned_data
        return Maaleplandata(
            regneregel=data["regneregel"],
            hyppighed=data["hyppighed"],
            ansvarlig=data["ansvarlig"],
            optaelling=data.get("optaelling", ""),
            skala_fra=data.get("skala_fra"),
            skala_til=data.get("skala_til"),
            skala_maal=data.get("skala_maal"),
            delmaal=self.delmaal,
        )

    def oven_paa(self, nu: Maaleplan) -> "MaaleplanForm":
        """The same typed text on top of what somebody else has saved: saving it once more is now a choice."""
        data = self.data.copy()
        data["udgave"] = str(nu.udgave)
        return MaaleplanForm(data, kriterium=self.kriterium, maaleplan=nu)

    @property
    def forskelle(self) -> list[tuple[str, str, str]]:
        """Label, what is saved and what is typed, for every field where the two differ."""
        gemt = MaaleplanForm(kriterium=self.kriterium, maaleplan=self.maaleplan)
        par = [(str(et.label), _vist(gemt[et.name]), _vist(et)) for et in self.visible_fields() if et.name != "grund"]
        return [et for et in par if et[1] != et[2]]


def kan_maale(plan: Helhedsplan) -> Any:
    """The plan's members today who may register figures."""
    gyldige = Medlemskab.objects.gyldige().filter(helhedsplan=plan, rolle__in=roller_med(Ret.REGISTRER))
    return Bruger.objects.filter(pk__in=gyldige.values("bruger"), is_active=True).order_by("navn", "pk")


def _omraader(plan: Helhedsplan, kriterium: Succeskriterium) -> Sequence[Boligomraade]:
    omraader = list(plan.boligomraader.order_by("navn", "pk"))
    return omraader if len(omraader) > 1 or kriterium.laesning.omraader else []


def _felt(omraade: int | None, aar: int) -> str:
    return f"delmaal_{omraade or 0}_{aar}"


def _vist(felt: BoundField) -> str:
    vaerdi = felt.value()
    if vaerdi in (None, ""):
        return "ikke udfyldt"
    if isinstance(felt.field, forms.ModelChoiceField):
        return next((str(navn) for noegle, navn in felt.field.choices if str(noegle) == str(vaerdi)), str(vaerdi))
    if isinstance(felt.field, forms.ChoiceField):
        return str(dict(felt.field.choices).get(vaerdi, vaerdi))
    return str(felt.field.prepare_value(vaerdi)) if isinstance(felt.field, Talfelt) else str(vaerdi)

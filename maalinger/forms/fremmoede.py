"""How many came: a field of numbers to tap, the day, and little more. Never a name."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from aftaler.laesning import Pr
from aftaler.models import Aktivitet, Boligomraade, Helhedsplan
from kerne import datoer
from kerne.forms import Form
from kerne.talformat import laes_tal, tal
from maalinger.forms.felter import Datofelt
from maalinger.models import Registrering
from maalinger.rules import fremmoede as regler
from maalinger.rules.optaelling import Periode, omme
from maalinger.services.fremmoede import Fremmoede

TASTER = 30  # 0-29 have a key of their own
FLERE, ANDEN = "flere", "anden"
INGEN_NAVNE = "Skriv ikke navne på borgere."
UGEDAGE = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


class Antalsfelt(forms.CharField):
    """A whole number of people in Danish notation; empty is None and never zero. The form says whether it may be."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 12})
        super().__init__(widget=widget, **kwargs)

    def validate(self, value: Any) -> None:
        """Nothing here: `required` only tells the label; what is missing depends on the other fields."""

    def prepare_value(self, value: Any) -> Any:
        return tal(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        tekst = super().to_python(value)
        if not tekst:
            return None
        try:
            figur = laes_tal(tekst)
        except ValueError as fejl:
            raise ValidationError(f"»{tekst}« er ikke et antal. Skriv et helt tal, fx 34.") from fejl
        if figur != figur.to_integral_value() or not 0 <= figur <= Decimal(regler.STOERST):
            raise ValidationError(f"Skriv et helt tal mellem 0 og {tal(regler.STOERST)}, fx 34.")
        return int(figur)


class Dagvalg(forms.ChoiceField):
    """A day among the near ones, or any day by its date: a page may lie on a phone since Friday."""

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or _som_dag(value) is not None


class AndenDag(Datofelt):
    """The field of another day: the label doesn't call it optional, and `clean` says when it is missing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.required = True

    def validate(self, value: Any) -> None:
        """Nothing here."""


def _som_dag(tekst: Any) -> date | None:
    try:
        return date.fromisoformat(str(tekst))
    except ValueError:
        return None


def dagsnavn(dag: date, *, aar: int | None = None) -> str:
    """ "tirsdag 31. maj"; with the year when it isn't `aar`."""
    return f"{UGEDAGE[dag.weekday()]} {datoer.dato(dag, uden_aar=aar)}"


class _Grundform(Form):
    """What both pages ask: the area where there are several, a remark, and the key that makes a resend harmless."""

    use_required_attribute = False  # `clean` says what is missing, in one sentence at the field

    omraade = forms.ModelChoiceField(
        label="Boligområde", queryset=Boligomraade.objects.none(), required=False, empty_label="Ikke delt på områder"
    )
    bemaerkning = forms.CharField(
        label="Bemærkning", required=False, max_length=300, help_text=f"Fx »udendørs i regnvejr«. {INGEN_NAVNE}"
    )
    klientnoegle = forms.UUIDField(widget=forms.HiddenInput, required=False)
    udgave = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        aktivitet: Aktivitet,
        plan: Helhedsplan,
        registrering: Registrering | None = None,
        **kwargs: Any,
    ) -> None:
        self.aktivitet, self.plan, self.registrering = aktivitet, plan, registrering
        self.i_dag = timezone.localdate()
        initial = {"klientnoegle": uuid4(), **kwargs.pop("initial", {})}
        if registrering:
            initial |= {"udgave": registrering.udgave, **self._af_raekken(registrering)}
        super().__init__(*args, initial=initial, **kwargs)
        omraader = (aktivitet.boligomraader if aktivitet.boligomraader.exists() else plan.boligomraader).order_by(
            "navn", "pk"
        )
        if len(omraader) > 1 or (registrering and registrering.omraade_id):
            self.fields["omraade"].queryset = omraader
        else:
            del self.fields["omraade"]

    def _af_raekken(self, registrering: Registrering) -> dict[str, Any]:
        return {"omraade": registrering.omraade_id, "bemaerkning": registrering.bemaerkning}

    def oven_paa(self, nu: Registrering) -> "_Grundform":
        """The same typed fields on top of the row as somebody else has saved it: saving once more is now a choice."""
        data = self.data.copy()
        data["udgave"] = str(nu.udgave)
        return type(self)(data, aktivitet=self.aktivitet, plan=self.plan, registrering=nu)


class FremmoedeForm(_Grundform):
    """A day's attendance. `antal` is a key of the field of numbers; `flere` is written when it is 30 or more."""

    antal = forms.ChoiceField(
        label="Hvor mange kom?",
        required=False,
        choices=[*((str(nr), str(nr)) for nr in range(TASTER)), (FLERE, f"{TASTER} eller flere")],
        widget=forms.RadioSelect,
    )
    flere = Antalsfelt(label="Skriv antallet")
    dag = Dagvalg(label="Dag", required=False, widget=forms.RadioSelect)
    anden_dag = AndenDag(label="Hvilken dag?")
    unikke = Antalsfelt(label="Forskellige personer", required=False, help_text=regler.SKELNEN)

    field_order = ("dag", "anden_dag", "omraade", "antal", "flere", "unikke", "bemaerkning")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taette = [(self.i_dag, "I dag"), (self.i_dag - timedelta(days=1), "I går")]
        dage = [
            (dag.isoformat(), f"{ord_}, {dagsnavn(dag, aar=self.i_dag.year)}")
            for dag, ord_ in taette
            if self.plan.start_dato <= dag <= self.plan.slut_dato
        ]
        sendt = _som_dag(self.data.get("dag")) if self.is_bound else None
        if sendt and sendt.isoformat() not in dict(dage):
            dage.append((sendt.isoformat(), dagsnavn(sendt, aar=self.i_dag.year).capitalize()))
        self.fields["dag"].choices = [*dage, (ANDEN, "Anden dag")]
        if not self.registrering:
            self.initial["dag"] = dage[0][0] if dage else ANDEN

    def _af_raekken(self, registrering: Registrering) -> dict[str, Any]:
        antal, dag = registrering.deltagelser, registrering.til_dato
        taet = self.i_dag - timedelta(days=1) <= dag <= self.i_dag
        stor = antal is not None and antal >= TASTER
        return {
            **super()._af_raekken(registrering),
            "antal": FLERE if stor else antal,
            "flere": antal if stor else None,
            "unikke": registrering.unikke,
            "dag": dag.isoformat() if taet else ANDEN,
            "anden_dag": None if taet else dag,
        }

    @property
    def har_mere(self) -> bool:
        """Something stands in the fields that are folded away."""
        return any(self[felt].value() or self[felt].errors for felt in ("unikke", "bemaerkning"))

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not {"dag", "anden_dag"} & set(self.errors):
            self._laes_dagen(data)
        if not {"antal", "flere", "unikke"} & set(self.errors):
            self._laes_antallet(data)
        return data

    def _laes_dagen(self, data: dict[str, Any]) -> None:
        valgt = data.get("dag")
        dag = _som_dag(valgt) if valgt and valgt != ANDEN else data.get("anden_dag")
        if dag is None:
            self.add_error("anden_dag", "Vælg den dag, I holdt aktiviteten.")
            return
        felt = "anden_dag" if valgt == ANDEN else "dag"
        for fejl in regler.fejl_i_dagen(dag, start=self.plan.start_dato, slut=self.plan.slut_dato, i_dag=self.i_dag):
            self.add_error(felt, fejl)
        data["dato"] = dag

    def _laes_antallet(self, data: dict[str, Any]) -> None:
        valgt, skrevet = data.get("antal"), data.get("flere")
        if valgt and valgt != FLERE and skrevet is not None and str(skrevet) != valgt:
            self.add_error("flere", f"Du har valgt {valgt} og skrevet {tal(skrevet)}. Lad kun det ene stå.")
            return
        antal = int(valgt) if valgt and valgt != FLERE else skrevet
        if antal is None:
            felt = "flere" if valgt == FLERE else "antal"
            self.add_error(felt, "Vælg, hvor mange der kom. Kom der ingen, så vælg 0.")
            return
        for fejl in regler.fejl_i_antallet(antal, data.get("unikke")):
            self.add_error("unikke", fejl)
        data["deltagelser"] = antal

    @property
    def fremmoede(self) -> Fremmoede:
        """The valid form in the shape that the services take."""
        data = self.cleaned_data
        return Fremmoede(
            data["dato"], data["dato"], data["deltagelser"], data["unikke"], data.get("omraade"), data["bemaerkning"]
        )


GRUPPER = ((Pr.AAR, "År"), (Pr.HALVAAR, "Halvår"), (Pr.KVARTAL, "Kvartaler"), (Pr.MAANED, "Måneder"))


class PersonerForm(_Grundform):
    """How many different persons came in a whole period."""

    periode = forms.ChoiceField(
        label="Periode",
        error_messages={"required": "Vælg perioden.", "invalid_choice": "Vælg en periode, der er omme."},
    )
    unikke = Antalsfelt(label="Forskellige personer", help_text=regler.SKELNEN)

    field_order = ("periode", "omraade", "unikke", "bemaerkning")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plan = self.plan
        self.perioder = {
            et.kode: et for pr, _ in GRUPPER for et in omme(plan.start_dato, plan.slut_dato, pr, dato=self.i_dag)
        }
        grupper = [(navn, [(et.kode, et.navn) for et in self.perioder.values() if et.pr == pr]) for pr, navn in GRUPPER]
        self.fields["periode"].choices = [("", "Vælg"), *((navn, valg) for navn, valg in grupper if valg)]
        if self.registrering:
            del self.fields["periode"]

    def _af_raekken(self, registrering: Registrering) -> dict[str, Any]:
        return {**super()._af_raekken(registrering), "unikke": registrering.unikke}

    def clean_unikke(self) -> int:
        antal = self.cleaned_data["unikke"]
        if antal is None:
            raise ValidationError("Skriv, hvor mange forskellige personer der kom. Et tomt felt er ikke nul.")
        return antal

    @property
    def valgt(self) -> Periode:
        return self.perioder[self.cleaned_data["periode"]]

    @property
    def fremmoede(self) -> Fremmoede:
        """A correction: the period stays."""
        data, gammel = self.cleaned_data, self.registrering
        return Fremmoede(
            gammel.fra_dato,
            gammel.til_dato,
            gammel.deltagelser,
            data["unikke"],
            data.get("omraade"),
            data["bemaerkning"],
        )

"""What becomes of each part of a plan, and the first facts of the next one."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django import forms

from aftaler.forms.felter import FOR_LANG, VAELG, LaastForm, Rigtekstfelt
from aftaler.forms.planer import PlanForm
from aftaler.forms.raekker import DATO
from aftaler.models import Omraadetype, Praekvalifikation
from aftaler.models.viderefoerelse import Valg
from aftaler.reports.naeste_plan import Post
from aftaler.rules.naeste_plan import Noegle
from aftaler.services.planer import Oplysninger
from kerne.forms import Dato, Form

VALG = [("", "Vælg"), *Valg.choices]
GRUND_MANGLER = "Skriv, hvorfor det ikke føres videre."
VEJLEDNING = {
    "problembeskrivelse": "Hvad er problemet, hvor stort er det, og for hvem? Højst fem sider.",
    "stamdata": "Boliger, beboere og ejerforhold for hver afdeling i ansøgningen.",
    "noegletal": "De tal, der viser, hvor området står, og hvor de kommer fra.",
    "budgetoverslag": "Hvad det koster om året, og hvem der betaler den lokale del.",
    "anbefaling": "Kommunens anbefaling, eller hvor den kan læses.",
}


class Raekke(NamedTuple):
    """A part with its two fields; None where nothing is to be decided."""

    post: Post
    valg: forms.BoundField | None
    grund: forms.BoundField | None


class BeslutForm(Form):
    """A choice and a reason a part. What is left blank stays as it is; `resten` answers for all that has no choice."""

    def __init__(self, *args: Any, poster: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.poster = poster
        for post in self._valgbare():
            har = post.beslutning
            valg, grund = (har.valg, har.grund) if har else ("", "")
            self._tilfoej(post.kode, post.navn, valg, grund)
            self.fields[f"foer_{post.kode}"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=_samlet(valg, grund)
            )
        self._tilfoej("resten", "Alt, der ikke er valgt noget for", "", "")
        self.fields["valg_resten"].choices = [("", "Vælg senere"), *Valg.choices]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for kode in [*(post.kode for post in self._valgbare()), "resten"]:
            valg, grund = data.get(f"valg_{kode}"), data.get(f"grund_{kode}")
            if grund and not valg and f"valg_{kode}" not in self.errors:
                self.add_error(f"valg_{kode}", "Vælg, hvad der sker.")
            elif valg in (Valg.SLUTTER, Valg.KOMMUNEN) and not grund and f"grund_{kode}" not in self.errors:
                self.add_error(f"grund_{kode}", GRUND_MANGLER)
        return data

    @property
    def beslutninger(self) -> dict[Noegle, tuple[Valg, str]]:
        """What was changed on this page; a part that somebody else decided meanwhile is left alone."""
        ud = {}
        resten, resten_grund = self.cleaned_data["valg_resten"], self.cleaned_data["grund_resten"]
        for post in self._valgbare():
            valg, grund = self.cleaned_data[f"valg_{post.kode}"], self.cleaned_data[f"grund_{post.kode}"]
            if valg and _samlet(valg, grund) != self.cleaned_data[f"foer_{post.kode}"]:
                ud[post.noegle] = (Valg(valg), grund)
            elif not valg and resten and post.beslutning is None:
                ud[post.noegle] = (Valg(resten), resten_grund)
        return ud

    @property
    def raekker(self) -> list[Raekke]:
        return [
            Raekke(post, None, None)
            if post.foelger_stedet
            else Raekke(post, self[f"valg_{post.kode}"], self[f"grund_{post.kode}"])
            for post in self.poster
        ]

    @property
    def resten(self) -> tuple[forms.BoundField, forms.BoundField]:
        return self["valg_resten"], self["grund_resten"]

    def _valgbare(self) -> list[Post]:
        return [post for post in self.poster if not post.foelger_stedet]

    def _tilfoej(self, kode: str, navn: str, valg: str, grund: str) -> None:
        self.fields[f"valg_{kode}"] = forms.ChoiceField(
            label=navn, choices=VALG, required=False, initial=valg, error_messages={"invalid_choice": VAELG}
        )
        self.fields[f"grund_{kode}"] = forms.CharField(
            label="Hvorfor", max_length=300, required=False, initial=grund, error_messages={"max_length": FOR_LANG}
        )


class NaestePlanForm(PlanForm):
    """The next plan's first facts, and the area in its period for each area that is carried on (`videre`)."""

    def __init__(self, *args: Any, videre: Mapping[int, tuple[str, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start_dato"].error_messages["invalid"] = DATO
        self.fields["slut_dato"].error_messages["invalid"] = DATO
        self.videre = videre
        self.omraadetyper = {
            et.pk: et
            for et in Omraadetype.objects.select_related("bevillingsperiode").order_by("bevillingsperiode", "nr")
        }
        valg: dict[str, list[tuple[int, str]]] = {}
        for et in self.omraadetyper.values():
            valg.setdefault(str(et.bevillingsperiode), []).append((et.pk, str(et)))
        for noegle, (navn, nuvaerende) in videre.items():
            self.fields[f"omraade_{noegle}"] = forms.TypedChoiceField(
                label=f"{navn} føres videre i",
                coerce=int,
                choices=[("", "Vælg område"), *valg.items()],
                initial=nuvaerende,
                help_text="Et område i den bevillingsperiode, du har valgt.",
                error_messages={"required": VAELG, "invalid_choice": VAELG},
            )

    @property
    def omraader(self) -> dict[int, Omraadetype]:
        return {noegle: self.omraadetyper[self.cleaned_data[f"omraade_{noegle}"]] for noegle in self.videre}

    def oplysninger(self) -> Oplysninger:
        return Oplysninger(**{navn: v for navn, v in self.cleaned_data.items() if not navn.startswith("omraade_")})


class DatoerForm(LaastForm):
    class Meta:
        model = Praekvalifikation
        fields = ("ansoegningsfrist", "indsendt_dato", "svar_dato")
        widgets = dict.fromkeys(fields, Dato)
        labels = {
            "ansoegningsfrist": "Ansøgningsfrist",
            "indsendt_dato": "Indsendt den",
            "svar_dato": "Svar fra Landsbyggefonden den",
        }
        error_messages = {felt: {"invalid": DATO} for felt in ("ansoegningsfrist", "indsendt_dato", "svar_dato")}


class _Tekst(LaastForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        (kode,) = self._meta.fields
        self.fields[kode].label, self.fields[kode].help_text = "Tekst", VEJLEDNING[kode]


def del_form(kode: str) -> type[LaastForm]:
    """The form of one of the five parts."""
    return forms.modelform_factory(Praekvalifikation, _Tekst, fields=(kode,), field_classes={kode: Rigtekstfelt})


def _samlet(valg: str, grund: str) -> str:
    """What a row said when the page was opened."""
    return f"{valg}:{grund}"

"""A succeskriterium: the sentence, where it belongs, and its reading, which is open to correction."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from aftaler.forms.felter import DATO, FOR_LANG, VAELG, Aarfelt, LaastForm, Talfelt
from aftaler.laesning import Form, Laesning, Retning
from aftaler.models import Aktivitet, Helhedsplan, Indsatsomraade, Succeskriterium
from aftaler.models.succeskriterium import felter_af
from aftaler.parsers.kriterium import LAENGSTE, tolk
from aftaler.parsers.kriterium.felter import kan_maales
from aftaler.parsers.kriterium.mangler import find_mangler
from kerne.forms import Dato
from kerne.talformat import tal

LAESTE_FELTER = (
    "form", "retning", "sammenligning", "enhed", "baseline_vaerdi", "baseline_fra", "baseline_til", "maal_vaerdi",
    "maal_fra", "maal_til", "pr", "aendring_vaerdi", "aendring_enhed", "aendring_grundlag", "reference_navn",
    "reference_vaerdi", "reference_fra", "reference_til",
)  # fmt: skip
AENDRINGSENHEDER = (
    ("", "Ikke sagt"), ("procent", "procent"), ("procentpoint", "procentpoint"), ("promille", "pr. 1.000"),
    ("antal", "antal"), ("karakter", "karakter"), ("kroner", "kroner"), ("timer", "timer"), ("point", "point"),
)  # fmt: skip


def hoerer_til_valg(omraader: list[Indsatsomraade], *, hele_omraader: bool) -> list[tuple[str, list[tuple[str, str]]]]:
    """Where a criterion may belong: an area (the strategic agreement) or one of its activities (the delaftale)."""
    valg = []
    for omraade in omraader:
        af_omraadet = [(f"omraade-{omraade.pk}", f"Hele indsatsområdet {omraade}")] if hele_omraader else []
        delaftale = getattr(omraade, "delaftale", None)
        aktiviteter = [
            (f"aktivitet-{et.pk}", f"Aktiviteten {et}") for et in (delaftale.aktiviteter.all() if delaftale else ())
        ]
        if af_omraadet or aktiviteter:
            valg.append((str(omraade), af_omraadet + aktiviteter))
    return valg


def noegle(omraade: Indsatsomraade, aktivitet: Aktivitet | None) -> str:
    """The value that stands for a place in the list."""
    return f"aktivitet-{aktivitet.pk}" if aktivitet else f"omraade-{omraade.pk}"


class KriteriumForm(LaastForm):
    laest_tekst = forms.CharField(required=False, widget=forms.HiddenInput)  # the sentence that the reading was made of
    hoerer_til = forms.ChoiceField(
        label="Hører til",
        help_text="Et kriterium for hele indsatsområdet ændrer den strategiske aftale og skal "
        "godkendes af Landsbyggefonden.",
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    form = forms.ChoiceField(label="Hvad slags mål er det?", choices=[("", "Ikke sagt"), *Form.choices], required=False)
    baseline_vaerdi = Talfelt(label="Udgangspunkt", decimaler=3, cifre=11)
    baseline_fra = Aarfelt(label="Udgangspunkt fra år")
    baseline_til = Aarfelt(label="Udgangspunkt til år")
    maal_vaerdi = Talfelt(label="Måltal", decimaler=3, cifre=11)
    maal_fra = Aarfelt(label="Mål fra år")
    maal_til = Aarfelt(label="Mål til år")
    aendring_vaerdi = Talfelt(
        label="Ændringens størrelse", decimaler=3, cifre=11, help_text="Et fald med minus, fx −15."
    )
    aendring_enhed = forms.ChoiceField(label="Ændringen er i", choices=AENDRINGSENHEDER, required=False)
    reference_vaerdi = Talfelt(label="Deres tal", decimaler=3, cifre=11)
    reference_fra = Aarfelt(label="Deres tal fra år")
    reference_til = Aarfelt(label="Deres tal til år")

    class Meta:
        model = Succeskriterium
        fields = ("tekst", "navn", "datakilde", "ansvarlig", "foerste_frist", *LAESTE_FELTER)
        labels = {"datakilde": "Datakilde", "ansvarlig": "Hvem måler?", "foerste_frist": "Første måling senest"}
        labels |= {"pr": "Pr.", "navn": "Kort navn", "tekst": "Succeskriterium", "sammenligning": "Målet er"}
        help_texts = {"datakilde": "Hvor tallet kommer fra, fx »Boligsociale Data«."}
        widgets = {"tekst": forms.Textarea(attrs={"rows": 3}), "foerste_frist": Dato}
        error_messages = {
            "tekst": {"required": "Skriv succeskriteriet som en sætning.", "max_length": FOR_LANG},
            "navn": {"required": "Skriv et kort navn, fx »Fraflytning«.", "max_length": FOR_LANG},
            "datakilde": {"max_length": FOR_LANG},
            "ansvarlig": {"max_length": FOR_LANG},
            "reference_navn": {"max_length": FOR_LANG},
            "foerste_frist": {"invalid": DATO},
            **{
                navn: {"invalid_choice": VAELG}
                for navn in ("retning", "sammenligning", "enhed", "pr", "aendring_grundlag")
            },
        }

    def __init__(self, *args: Any, plan: Helhedsplan, hoerer_til: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["hoerer_til"].choices = hoerer_til
        self.fields["form"].error_messages["invalid_choice"] = VAELG
        self.fields["aendring_enhed"].error_messages["invalid_choice"] = VAELG
        for navn in ("retning", "sammenligning", "enhed", "pr", "aendring_grundlag"):
            self.fields[navn].choices = [("", "Ikke sagt"), *(et for et in self.fields[navn].choices if et[0])]
        if self.instance.pk is None:
            self.initial["form"] = ""
        else:
            self.initial["laest_tekst"] = self.instance.tekst
            self.initial["hoerer_til"] = noegle(self.instance.indsatsomraade, self.instance.aktivitet)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        tekst = data.get("tekst", "")
        laest = tolk(tekst) if tekst else Laesning(Form.IKKE_FASTLAGT)
        if not self._er_rettet_i_haanden():
            data |= {felt: vaerdi for felt, vaerdi in felter_af(laest).items() if felt in LAESTE_FELTER}
        data["form"] = data.get("form") or Form.IKKE_FASTLAGT
        self._tjek_andele(data)
        self._tjek_aar(data)
        self._tjek_hele_led(data)
        if not self.errors:
            data |= self._konklusion(data, laest)
        return data

    def _er_rettet_i_haanden(self) -> bool:
        """Some field of the reading was sent with something in it, or the criterion has a reading already."""
        return self.instance.pk is not None or any(
            self.data.get(self.add_prefix(felt), "").strip() for felt in LAESTE_FELTER
        )

    def _tjek_andele(self, data: dict[str, Any]) -> None:
        if data.get("enhed") != "procent":
            return
        for felt in ("baseline_vaerdi", "maal_vaerdi", "reference_vaerdi"):
            if (andel := data.get(felt)) is not None and andel > 100:
                mener = f" Mener du {tal(andel / 10)}?" if andel < 1000 else ""
                self.add_error(felt, f"{tal(andel)}\u00a0% kan ikke passe. En andel er højst 100\u00a0%.{mener}")
            elif andel is not None and andel < 0:
                self.add_error(felt, "En andel kan ikke være under nul.")

    def _tjek_aar(self, data: dict[str, Any]) -> None:
        for led, hvad in (("baseline", "Udgangspunktets"), ("maal", "Målets"), ("reference", "Deres tals")):
            fra, til = data.get(f"{led}_fra"), data.get(f"{led}_til")
            if fra and til and fra > til:
                self.add_error(f"{led}_til", f"{hvad} sidste år skal ligge efter det første.")

    def _tjek_hele_led(self, data: dict[str, Any]) -> None:
        """A figure that cannot be read without its companion."""
        aendring, retning = data.get("aendring_vaerdi"), data.get("retning")
        if data.get("maal_vaerdi") is not None and not data.get("enhed") and "enhed" not in self.errors:
            self.add_error("enhed", "Vælg en enhed, så måltallet kan læses.")
        if aendring is not None and not data.get("aendring_enhed") and "aendring_enhed" not in self.errors:
            self.add_error("aendring_enhed", "Vælg, hvad ændringen er i, fx procent.")
        if aendring is not None and aendring > 0 and retning == Retning.NED:
            self.add_error("aendring_vaerdi", f"Målet går ned, så skriv ændringen med minus: −{tal(aendring)}.")
        if data.get("reference_vaerdi") is not None and not data.get("reference_navn"):
            self.add_error("reference_navn", "Skriv, hvem der sammenlignes med, fx »kommunen«.")

    def _konklusion(self, data: Mapping[str, Any], laest: Laesning) -> dict[str, Any]:
        """What follows from the reading. Where nobody corrected it, the parser's own word stands."""
        af_teksten = felter_af(laest)
        if all(data[felt] == af_teksten[felt] for felt in LAESTE_FELTER):
            return {felt: af_teksten[felt] for felt in ("maalbar", "mangler", "omraadetal")}
        raekke = {felt: data[felt] for felt in LAESTE_FELTER} | {"omraadetal": af_teksten["omraadetal"]}
        rettet = Succeskriterium(**raekke).laesning
        mangler = [str(et) for et in find_mangler(rettet, maales_senere=False)]
        return {"maalbar": kan_maales(rettet), "mangler": mangler, "omraadetal": af_teksten["omraadetal"]}

    @property
    def laesning(self) -> Laesning | None:
        """The reading as it would be saved, or as it is saved; None while a field of it is wrong."""
        if not self.is_bound:
            return self.instance.laesning if self.instance.pk else None
        if any(felt not in self.cleaned_data for felt in LAESTE_FELTER):
            return None
        konklusion = self._konklusion(self.cleaned_data, tolk(self.cleaned_data.get("tekst", "")))
        return Succeskriterium(**{felt: self.cleaned_data[felt] for felt in LAESTE_FELTER}, **konklusion).laesning

    def vaerdi(self, ting: Any, navn: str) -> Any:
        if navn == "hoerer_til":
            return noegle(ting.indsatsomraade, ting.aktivitet)
        return super().vaerdi(ting, navn)

    @property
    def felter(self) -> dict[str, Any]:
        """The row's fields; the place is told apart by `sted`."""
        return {navn: vaerdi for navn, vaerdi in super().felter.items() if navn not in {"hoerer_til", "laest_tekst"}}

    @property
    def sted(self) -> tuple[str, int]:
        """("omraade" or "aktivitet", primary key), as chosen from the list."""
        art, _, pk = self.cleaned_data["hoerer_til"].partition("-")
        return art, int(pk)


def laest_til_felter(tekst: str) -> dict[str, str]:
    """The reading of a sentence as the form's fields hold it."""
    laest = felter_af(tolk(tekst)) if tekst else {}
    return {felt: _vist(laest.get(felt)) for felt in LAESTE_FELTER}


def genlaes(data: QueryDict, *, igen: bool) -> tuple[QueryDict, bool]:
    """The posted form with its sentence read anew, and whether a person's own correction was left standing.

    A reading that nobody has touched follows the sentence; a corrected one stands until it is asked for `igen`.
    """
    data = data.copy()
    sendt = {felt: data.get(felt, "").strip() for felt in LAESTE_FELTER}
    tekst = data.get("tekst", "").strip()[:LAENGSTE]
    urert = not any(sendt.values()) or sendt == laest_til_felter(data.get("laest_tekst", "")[:LAENGSTE])
    if urert or igen:
        for felt, vaerdi in {**laest_til_felter(tekst), "laest_tekst": tekst}.items():
            data[felt] = vaerdi
    return data, not (urert or igen)


def _vist(vaerdi: Any) -> str:
    return tal(vaerdi, hoejst=3) if isinstance(vaerdi, Decimal) else ("" if vaerdi is None else str(vaerdi))

"""What a person fills in to register a figure: as much as this criterion needs, and no more."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from aftaler.laesning import Enhed, Pr
from aftaler.models import Boligomraade, Helhedsplan, Succeskriterium
from kerne import datoer
from kerne.filer import FILTYPER, fejl_i_filen
from kerne.forms import Form
from kerne.talformat import tal
from maalinger.forms.felter import Aarfelt, Datofelt, Talfelt
from maalinger.models import Maaling
from maalinger.reports.opfoelgning import skala_for
from maalinger.rules import indtastning
from maalinger.rules.skala import fejl_paa_skalaen, med_skala
from maalinger.services.maalinger import Indtastet

ENHEDSORD = {
    Enhed.PROCENT: "i procent, fx 22,4",
    Enhed.PROMILLE: "pr. 1.000, fx 30,5",
    Enhed.ANTAL: "som antal, fx 74",
    Enhed.KARAKTER: "som karaktergennemsnit, fx 5,8",
    Enhed.KRONER: "i hele kroner, fx 137.500",
    Enhed.TIMER: "i timer, fx 37,5",
}
# Units of levels, which can be compared with another group's figure for the same period.
NIVEAUER = (Enhed.PROCENT, Enhed.PROMILLE, Enhed.KARAKTER, Enhed.POINT)

UAENDREDE = (
    "omraade", "vaerdi", "taeller", "naevner", "reference_vaerdi", "kilde", "udtraek_dato", "bemaerkning", "udgave",
)  # fmt: skip


class MaalingForm(Form):
    use_required_attribute = False  # a figure may be given in two ways, a period too; `clean` says what is missing

    omraade = forms.ModelChoiceField(
        label="Boligområde", queryset=Boligomraade.objects.none(), required=False, empty_label="Hele planen"
    )
    aar = Aarfelt(label="År")
    til_aar = Aarfelt(label="Til år", required=False, help_text="Kun når tallet er et gennemsnit af flere år.")
    fra_dato = Datofelt(label="Fra")
    til_dato = Datofelt(label="Til og med", help_text="Tomt, når der er talt på én dag.")
    vaerdi = Talfelt(label="Tal")
    taeller = Talfelt(label="Antal", required=False)
    naevner = Talfelt(label="Ud af", required=False)
    reference_vaerdi = Talfelt(label="Deres tal", required=False)
    kilde = forms.CharField(
        label="Kilde",
        max_length=300,
        error_messages={"required": "Skriv, hvor tallet kommer fra, fx »Bo i Lemvigs liste over fritidsjob«."},
    )
    udtraek_dato = Datofelt(label="Udtrækket den", help_text="Dagen, tallet blev hentet eller talt op.")
    bilag = forms.FileField(
        label="Bilag",
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
    bemaerkning = forms.CharField(
        label="Bemærkning",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Det, en læser skal vide om tallet. Skriv ikke navne på borgere.",
    )
    udgave = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kriterium: Succeskriterium, maaling: Maaling | None = None, **kwargs: Any) -> None:
        self.kriterium, self.plan, self.maaling = kriterium, kriterium.helhedsplan, maaling
        self.skala = skala_for(kriterium)
        self.laesning = med_skala(kriterium.laesning, self.skala)
        kwargs["initial"] = _af_maaling(maaling) if maaling else {"kilde": kriterium.datakilde}
        super().__init__(*args, **kwargs)
        self._tilpas_felterne(self.plan)

    def _tilpas_felterne(self, plan: Helhedsplan) -> None:
        """Leave out what the criterion can't use, and say in its own words what is asked for."""
        omraader = plan.boligomraader.order_by("navn", "pk")
        if self.laesning.omraader or len(omraader) > 1 or (self.maaling and self.maaling.omraade_id):
            self.fields["omraade"].queryset = omraader
        else:
            del self.fields["omraade"]
        if not self.er_aarlig:
            del self.fields["aar"], self.fields["til_aar"]
        if self.laesning.enhed not in indtastning.HELE and not (self.maaling and self.maaling.naevner):
            del self.fields["taeller"], self.fields["naevner"]
        if self.laesning.reference or self.laesning.enhed in NIVEAUER or (self.maaling and self.maaling.reference_navn):
            self.fields["reference_vaerdi"].label = f"{self.reference_navn} i samme periode"
        else:
            del self.fields["reference_vaerdi"]
        if self.laesning.enhed == Enhed.POINT and self.skala:
            self.fields["vaerdi"].label = f"Vurdering, {self.skala.fra}–{self.skala.til}"
            self.fields["bemaerkning"].label = "Hvad bygger vurderingen på?"
        ordene = ENHEDSORD.get(self.laesning.enhed) if self.laesning.enhed else None
        self.fields["vaerdi"].help_text = f"Skriv tallet {ordene}." if ordene else "Skriv tallet, fx 22,4."
        hoejst = settings.STOERSTE_BILAG // (1024 * 1024)
        self.fields["bilag"].help_text = f"PDF, billede, regneark, Word eller tekst på højst {hoejst} MB."
        if self.maaling and self.maaling.bilag:
            self.fields["bilag"].help_text += f" Nu: {self.maaling.bilag_navn}. En ny fil afløser den."

    @property
    def er_aarlig(self) -> bool:
        return self.laesning.pr in (None, Pr.AAR)

    @property
    def har_datoer(self) -> bool:
        """The fields for dates are in use, so they stand open."""
        return any(self[felt].value() or self[felt].errors for felt in ("fra_dato", "til_dato"))

    @property
    def reference_navn(self) -> str:
        """Whose figure stands beside ours: the one the measurement has, the agreement's, else the kommune's."""
        reference = self.laesning.reference
        navn = (self.maaling.reference_navn if self.maaling else "") or (reference.navn if reference else "")
        return f"{navn[:1].upper()}{navn[1:]}" or self.plan.kommune

    def clean_bilag(self) -> UploadedFile | None:
        bilag = self.cleaned_data["bilag"]
        if bilag and (fejl := fejl_i_filen(bilag)):
            raise ValidationError(fejl)
        return bilag

    def clean_udtraek_dato(self) -> date | None:
        dato = self.cleaned_data["udtraek_dato"]
        if dato and dato > timezone.localdate():
            raise ValidationError(f"{datoer.dato(dato)} er ikke kommet endnu. Skriv den dag, tallet blev hentet.")
        return dato

    def clean(self) -> dict[str, Any]:
        self._laes_perioden()
        self._proev_tallene()
        return self.cleaned_data

    def _laes_perioden(self) -> None:
        """Years become whole years, one date becomes a day; the answer stands in `fra` and `til`."""
        data, felt = self.cleaned_data, "aar" if self.er_aarlig else "fra_dato"
        if {"aar", "til_aar", "fra_dato", "til_dato"} & set(self.errors):
            return
        aar, fra, til = data.get("aar"), data.get("fra_dato"), data.get("til_dato")
        if (aar or data.get("til_aar")) and (fra or til):
            self.add_error(felt, "Skriv enten år eller datoer, ikke begge dele.")
            return
        if aar:
            fra, til = date(aar, 1, 1), date(data.get("til_aar") or aar, 12, 31)
        if not fra:
            hvad = "det år, tallet dækker" if self.er_aarlig else "den dag, perioden begynder"
            self.add_error(felt, f"Skriv {hvad}.")
            return
        til = til or fra
        spand = indtastning.planens_aar(self.laesning, start=self.plan.start_dato, slut=self.plan.slut_dato)
        for fejl in indtastning.fejl_i_perioden(fra, til, aar=spand, dato=timezone.localdate()):
            self.add_error(felt if aar else "fra_dato", fejl)
        data["fra"], data["til"] = fra, til

    def _proev_tallene(self) -> None:
        data, enhed = self.cleaned_data, self.laesning.enhed
        vaerdi, taeller, naevner = data.get("vaerdi"), data.get("taeller"), data.get("naevner")
        for felt in ("vaerdi", "reference_vaerdi"):
            if data.get(felt) is not None:
                for fejl in indtastning.fejl_i_tallet(data[felt], enhed):
                    self.add_error(felt, fejl)
        if {"vaerdi", "taeller", "naevner"} & set(self.errors):
            return
        if self.laesning.enhed == Enhed.POINT and self.skala:
            for felt, fejl in fejl_paa_skalaen(vaerdi, data.get("bemaerkning", ""), self.skala):
                self.add_error(felt, fejl)
        for fejl in indtastning.fejl_i_broeken(taeller, naevner, vaerdi, enhed):
            self.add_error("taeller", fejl)
        if vaerdi is None and taeller is None and naevner is None:
            eller = ", eller skriv antal og ud af hvor mange" if "taeller" in self.fields else ""
            self.add_error("vaerdi", f"Skriv et tal{eller}. Et tomt felt er ikke nul.")

    @property
    def hvor_og_bilag(self) -> dict[str, Any]:
        """The valid form's area and file, as the services take them."""
        return {"omraade": self.cleaned_data.get("omraade"), "bilag": self.cleaned_data["bilag"]}

    @property
    def indtastet(self) -> Indtastet:
        """The valid form in the shape that the services take."""
        data = self.cleaned_data
        return Indtastet(
            fra_dato=data["fra"],
            til_dato=data["til"],
            kilde=data["kilde"],
            vaerdi=data["vaerdi"],
            taeller=data.get("taeller"),
            naevner=data.get("naevner"),
            reference_vaerdi=data.get("reference_vaerdi"),
            reference_navn=self.reference_navn if data.get("reference_vaerdi") is not None else "",
            udtraek_dato=data["udtraek_dato"],
            bemaerkning=data["bemaerkning"],
        )

    def oven_paa(self, nu: Maaling) -> "MaalingForm":
        """The same typed text on top of the row as somebody else has saved it: saving it once more is now a choice."""
        data = self.data.copy()
        data["udgave"] = str(nu.udgave)
        return MaalingForm(data, kriterium=self.kriterium, maaling=nu)

    @property
    def forskelle(self) -> list[tuple[str, str, str]]:
        """Label, what is saved and what is typed, for every field where the two differ."""
        self.full_clean()
        par = [
            (et.label, _vist(self.initial.get(et.name)), _vist(self.cleaned_data.get(et.name)))
            for et in self.visible_fields()
            if et.name != "bilag"
        ]
        return [(str(navn), deres, mit) for navn, deres, mit in par if deres != mit]


def _vist(vaerdi: Any) -> str:
    if vaerdi in (None, ""):
        return "ikke udfyldt"
    if isinstance(vaerdi, Decimal):
        return tal(vaerdi, hoejst=indtastning.HOEJST_DECIMALER)
    return datoer.dato(vaerdi) if isinstance(vaerdi, date) else str(vaerdi)


def _af_maaling(maaling: Maaling) -> dict[str, Any]:
    """A measurement as the form shows it: whole years as years, everything else as dates."""
    vist = {felt: getattr(maaling, felt) for felt in UAENDREDE}
    fra, til = maaling.fra_dato, maaling.til_dato
    if datoer.er_hele_aar(fra, til) and maaling.kriterium.laesning.pr in (None, Pr.AAR):
        return {**vist, "aar": fra.year, "til_aar": til.year if til.year != fra.year else None}
    return {**vist, "fra_dato": fra, "til_dato": til if til != fra else None}

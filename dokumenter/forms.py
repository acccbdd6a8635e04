"""What a person chooses when ordering a paper."""

from datetime import date
from typing import Any

from django import forms

from aftaler.models import Delaftale, Helhedsplan, Version
from aftaler.rules.penge import regnskabsaar
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import PR_AAR, PR_DELAFTALE, Valg
from dokumenter.reports.moedegrundlag import MED_LUKKET, PR_MOEDE, Moedelaeser
from dokumenter.reports.opgoerelser import ARTER
from dokumenter.statuses import Abonnementsslags, Format, Papir
from kerne.datoer import dato
from kerne.forms import Dato, Form

I_KRAFT, PR_DATO, KLADDE = "i_kraft", "pr_dato", "kladde"


def felter(papir: Papir) -> tuple[str, ...]:
    """The form's fields that say something about the paper, besides its format; with JavaScript the others are away."""
    opgoerelse = ARTER.get(papir)
    af_version = papir not in MED_LUKKET and opgoerelse is None
    hoerer_til = {
        "udgave": af_version or bool(opgoerelse and opgoerelse.har_kladde),
        "pr": af_version,
        "delaftale": papir in PR_DELAFTALE,
        "aar": papir in PR_AAR,
        "moede": papir in PR_MOEDE,
        "lukket": papir in MED_LUKKET,
    }
    return tuple(felt for felt, goer in hoerer_til.items() if goer)


class BestilForm(Form):
    papir = forms.ChoiceField(
        label="Hvad skal du bruge?",
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvilket papir du skal bruge.", "invalid_choice": "Det papir findes ikke."},
    )
    delaftale = forms.ChoiceField(
        label="Hvilken delaftale?",
        required=False,
        help_text="Gælder kun delaftaler og aktivitetsskemaer.",
        error_messages={"invalid_choice": "Planen har ikke den delaftale."},
    )
    udgave = forms.ChoiceField(
        label="Hvilken version?", error_messages={"invalid_choice": "Den version kan ikke vælges."}
    )
    pr = forms.DateField(
        label="Dato",
        required=False,
        widget=Dato,
        help_text="Kun når du vælger »Den, der gjaldt på en dato«.",
        error_messages={"invalid": "Skriv datoen som dag, måned og år, fx 14-01-2022."},
    )
    aar = forms.ChoiceField(
        label="Hvilket regnskabsår?",
        required=False,
        help_text="Gælder kun budgetoversigten og revisionsbilaget.",
        error_messages={"invalid_choice": "Planen har ikke det regnskabsår."},
    )
    moede = forms.ChoiceField(
        label="Hvilket møde?",
        required=False,
        help_text="Gælder kun mødets papirer.",
        error_messages={"invalid_choice": "Planen har ikke det møde."},
    )
    lukket = forms.BooleanField(
        label="Tag lukkede punkter med",
        required=False,
        help_text="Uden fluebenet står der kun »Lukket punkt«.",
    )
    format = forms.ChoiceField(label="Format", error_messages={"invalid_choice": "Det format kan ikke vælges."})

    def __init__(
        self, *args: Any, plan: Helhedsplan, maa_kladde: bool, moedelaeser: Moedelaeser, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["papir"].choices = [
            (et.value, et.label)
            for et, papirtype in PAPIRER.items()
            if not papirtype.egen_side and (maa_kladde or not papirtype.om_kladden)
        ]
        delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
        self.fields["delaftale"].choices = [("", "Alle i ét papir")] + [
            (et.indsatsomraade.omraadetype.nr, str(et.indsatsomraade.omraadetype))
            for et in delaftaler.select_related("indsatsomraade__omraadetype")
        ]
        udgaver = [(I_KRAFT, "Den, der gælder nu"), (PR_DATO, "Den, der gjaldt på en dato")]
        self.fields["udgave"].choices = udgaver + ([(KLADDE, "Kladden, mærket UDKAST")] if maa_kladde else [])
        aarene = regnskabsaar(plan.start_dato, plan.slut_dato)
        self.fields["aar"].choices = [("", "Hele perioden"), *((str(et), str(et)) for et in aarene)]
        moeder = moedelaeser.moeder.select_related("organ").nyeste_foerst()
        self.fields["moede"].choices = [("", "Det nyeste"), *((et.kode, str(et)) for et in moeder)]
        if not moedelaeser.leder:
            del self.fields["lukket"]
        # Without Pango there is no PDF to choose; the page says why.
        formater = sorted({f for et in PAPIRER.values() for f in et.formater}, key=list(Format).index)
        self.fields["format"].choices = [
            (et.value, et.label) for et in formater if et != Format.PDF or not pdf.mangler_system()
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("udgave") == PR_DATO and not data.get("pr") and "pr" not in self.errors:
            self.add_error("pr", "Skriv datoen, fx 14-01-2022.")
        return data

    @property
    def papir_valgt(self) -> Papir:
        return Papir(self.cleaned_data["papir"])

    @property
    def format_valgt(self) -> Format:
        """The whole case is an archive, whatever stands in the field."""
        er_arkiv = PAPIRER[self.papir_valgt].formater == (Format.ZIP,)
        return Format.ZIP if er_arkiv else Format(self.cleaned_data["format"])

    @property
    def valg(self) -> Valg:
        data = self.cleaned_data
        return Valg(
            delaftale=(data["delaftale"] or None) if self.papir_valgt in PR_DELAFTALE else None,
            pr=data["pr"] if data["udgave"] == PR_DATO else None,
            kladde=data["udgave"] == KLADDE,
            aar=int(data["aar"]) if data["aar"] and self.papir_valgt in PR_AAR else None,
            moede=(data["moede"] or None) if self.papir_valgt in PR_MOEDE else None,
            lukket=data.get("lukket", False) and self.papir_valgt in MED_LUKKET,
        )


class MailForm(Form):
    """Which mails about the plan one wants."""

    valgte = forms.MultipleChoiceField(
        label="Hvad vil du have på mail?",
        choices=Abonnementsslags,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Den mail findes ikke."},
    )

    @property
    def slags(self) -> frozenset[Abonnementsslags]:
        return frozenset(Abonnementsslags(et) for et in self.cleaned_data["valgte"])


class AendringsoversigtForm(Form):
    """Two versions of one document."""

    fra = forms.ModelChoiceField(
        Version.objects.none(),
        label="Fra",
        error_messages={"required": "Vælg den ældste version.", "invalid_choice": "Planen har ikke den version."},
    )
    til = forms.ModelChoiceField(
        Version.objects.none(),
        label="Til",
        error_messages={"required": "Vælg den nyeste version.", "invalid_choice": "Planen har ikke den version."},
    )

    def __init__(self, *args: Any, plan: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versioner = plan.versioner.select_related("delaftale__indsatsomraade__omraadetype").defer("indhold")
        for navn in ("fra", "til"):
            self.fields[navn].queryset = versioner.order_by("delaftale__indsatsomraade__omraadetype__nr", "nr")
            self.fields[navn].label_from_instance = _versionsnavn

    @property
    def valg(self) -> Valg:
        return Valg(fra=self.cleaned_data["fra"].pk, til=self.cleaned_data["til"].pk)


def _versionsnavn(version: Version) -> str:
    dokument = str(version.delaftale) if version.delaftale else "Strategisk samarbejdsaftale"
    return f"{dokument}, version {version.nr}, gælder fra {dato(version.gaelder_fra)}"


def som_formular(valg: dict[str, Any], papir: str, format: str) -> dict[str, str]:
    """An earlier order's choices as the form's fields, to order the same again."""
    kan_vaelge_kladde = Papir(papir) not in MED_LUKKET  # those are a draft or not by themselves
    udgave = KLADDE if valg["kladde"] and kan_vaelge_kladde else PR_DATO if valg["pr"] else I_KRAFT
    return {
        "papir": papir,
        "delaftale": valg["delaftale"] or "",
        "aar": str(valg.get("aar", "")),
        "moede": valg.get("moede", ""),
        **({"lukket": "on"} if valg.get("lukket") else {}),
        "udgave": udgave,
        "pr": date.fromisoformat(valg["pr"]).isoformat() if valg["pr"] else "",
        "format": format,
    }

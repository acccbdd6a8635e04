"""What a person tells about a finance system's file: its columns, and where each account belongs."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kerne.arkforms import FilForm, Kolonnevalgform
from kerne.forms import Form
from oekonomi.models import Forbrugsindlaesning
from oekonomi.reports.posteringsopslag import Kendte
from oekonomi.rules.posteringskolonner import UDELAD, Hjemsted, Kolonner
from oekonomi.statuses import Posteringskolonne

IKKE_OPLYST = ("", "Ikke oplyst")
KOLONNER = (("sted", "Hører til"), ("type", "Omkostningstype"), ("kilde", "Betalt af"))


class PosteringsfilForm(FilForm):
    hjaelp = "Posteringer fra økonomisystemet som regneark (.xlsx) eller tekstfil (.csv). Uden navne og cpr-numre."


class PosteringskolonneForm(Kolonnevalgform):
    def __init__(
        self, *args: Any, indlaesning: Forbrugsindlaesning, eksempler: Sequence[Sequence[str]], **kwargs: Any
    ) -> None:
        gemt = Kolonner.af_json(indlaesning.kolonner)
        kwargs["initial"] = {f"kolonne_{nr}": art for nr, art in enumerate(gemt.arter)}
        super().__init__(*args, **kwargs)
        self.eksempler = eksempler
        self.byg_kolonner(indlaesning.overskrifter, Posteringskolonne.choices)


class KontiForm(Form):
    """Place, cost type and payer for every account that nobody has placed; the likeliest is chosen already."""

    def __init__(self, *args: Any, indlaesning: Forbrugsindlaesning, kendte: Kendte, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.konti = indlaesning.resultat.get("ukendte_konti", [])
        steder = [(noegle, et.navn) for noegle, et in kendte.steder.items()]
        valg = {
            "sted": [("", "Vælg"), *steder, (UDELAD, "Spring linjerne over")],
            "type": [IKKE_OPLYST, *((noegle, et.navn) for noegle, et in kendte.typer.items())],
            "kilde": [IKKE_OPLYST, *((noegle, et.navn) for noegle, et in kendte.kilder.items())],
        }
        for nr, konto in enumerate(self.konti):
            forslag = kendte.forslag(konto["navn"])
            gaet = {"sted": forslag.sted, "type": forslag.omkostningstype, "kilde": ""}
            for felt, ledetekst in (("sted", "hører til"), ("type", "er omkostningstypen"), ("kilde", "er betalt af")):
                self.fields[f"{felt}_{nr}"] = forms.ChoiceField(
                    label=f"»{konto['navn']}« {ledetekst}",
                    choices=valg[felt],
                    required=felt == "sted",
                    initial=gaet[felt],
                    widget=forms.Select(attrs={"class": "form-select"}),
                    error_messages={
                        "required": f"Vælg, hvor »{konto['navn']}« hører til, eller spring linjerne over.",
                        "invalid_choice": "Vælg en fra listen.",
                    },
                )

    @property
    def linjer(self) -> list[dict[str, Any]]:
        """The account's words, in how many rows, and its three choices."""
        return [
            {
                "navn": konto["navn"],
                "antal": konto["antal"],
                "felter": [(ord_, self[f"{felt}_{nr}"]) for felt, ord_ in KOLONNER],
            }
            for nr, konto in enumerate(self.konti)
        ]

    @property
    def hjemsteder(self) -> dict[str, Hjemsted]:
        """The account's key → where it belongs; the form is valid."""
        data = self.cleaned_data
        return {
            konto["noegle"]: Hjemsted(data[f"sted_{nr}"], data[f"type_{nr}"], data[f"kilde_{nr}"])
            for nr, konto in enumerate(self.konti)
        }

"""The annexes that are texts."""

from typing import Any

from aftaler.forms.felter import LaastForm, Rigtekstfelt
from aftaler.models import Dokumentbilag
from aftaler.models.bilag import Bilagsart

VEJLEDNING = {
    Bilagsart.KOMMISSORIUM: (
        "Hvorfor er der en bestyrelse, hvad skal den opnå, og hvem sidder i den? Skriv baggrund, formål og "
        "organisering, og hvad den selv beslutter: mål, budget, regnskab og ændringer i delaftalerne."
    ),
    Bilagsart.BEREDSKABSPLAN: (
        "Regulativets § 6 kræver en beredskabsplan. Landsbyggefondens skema til den er ikke bygget ind her, så skriv "
        "med jeres egne ord: Hvad kan ske, hvem samler de andre, hvem udtaler sig, og hvad gør I først?"
    ),
}


class BilagForm(LaastForm):
    """The whole text is edited at once: every save meanwhile is a conflict."""

    foer = None
    tekst = Rigtekstfelt()

    class Meta:
        model = Dokumentbilag
        fields = ("tekst",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        art = Bilagsart(self.instance.art)
        self.fields["tekst"].label, self.fields["tekst"].help_text = art.label, VEJLEDNING[art]

    def laas(self, ting: Any) -> dict[str, Any]:
        return {"udgave": ting.udgave if ting.pk else 0}

    def foreslaa(self, tekst: str) -> None:
        """Show a draft in the editor. Nothing is saved until somebody does."""
        self.initial["tekst"] = tekst

"""LBF's activity form: five fields of its own; the sixth is its criteria, which are rows."""

from aftaler.forms.felter import FOR_LANG, LaastForm, Rigtekstfelt
from aftaler.models import Aktivitet
from aftaler.services.aktiviteter import FELTER


class AktivitetForm(LaastForm):
    indhold = Rigtekstfelt(
        label="Indhold og praksis (aktivitetsbeskrivelse)", help_text="Hvad sker der, hvor tit, og hvordan arbejder I?"
    )
    formaal_og_maal = Rigtekstfelt(label="Formål og mål", help_text="Hvad skal blive anderledes for deltagerne?")
    maalgrupper = Rigtekstfelt(label="Målgruppe(r)", help_text="Hvem er aktiviteten for?")
    ansvar_og_roller = Rigtekstfelt(label="Ansvars- og rollefordeling", help_text="Hvem gør hvad?")

    class Meta:
        model = Aktivitet
        fields = FELTER
        labels = {"navn": "Aktivitetsnavn"}
        error_messages = {
            "navn": {"required": "Skriv, hvad aktiviteten hedder, fx »Lektiecafé«.", "max_length": FOR_LANG}
        }

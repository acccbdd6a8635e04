"""The blocks of the strategic agreement and of a delaftale, one form each."""

from typing import Any

from django import forms

from aftaler.forms.felter import DATO, VAELG, Beloebfelt, LaastForm, Rigtekstfelt
from aftaler.models import Afsnit, Delaftale, Helhedsplan, Indsatsomraade, Omraadetype, Samarbejdsaftale
from aftaler.models.skabelon import Indhold, Skabelonafsnit
from kerne.forms import Dato, Form


class AfsnitForm(LaastForm):
    tekst = Rigtekstfelt()

    class Meta:
        model = Afsnit
        fields = ("tekst",)

    def __init__(self, *args: Any, skabelonafsnit: Skabelonafsnit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].label = "Tekst"  # the heading of the block says which
        self.fields["tekst"].help_text = skabelonafsnit.vejledning


class IndsatsomraadeForm(LaastForm):
    problemkompleks = Rigtekstfelt(label="Problemkompleks")
    formaal_og_maal = Rigtekstfelt(label="Formål og mål")

    class Meta:
        model = Indsatsomraade
        fields = ("problemkompleks", "formaal_og_maal")


class HovedtalForm(LaastForm):
    """LBF's table: two amounts; the total is computed."""

    landsbyggefonden = Beloebfelt(label="Landsbyggefonden", help_text="I kroner, fx 6.000.000.")
    lokal_medfinansiering = Beloebfelt(
        label="Lokal medfinansiering", help_text="I kroner. Lad feltet stå tomt, hvis beløbet ikke er oplyst."
    )

    def __init__(self, *args: Any, skabelonafsnit: Skabelonafsnit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class AftaleHovedtalForm(HovedtalForm):
    class Meta:
        model = Samarbejdsaftale
        fields = ("landsbyggefonden", "lokal_medfinansiering")


class DelaftaleHovedtalForm(HovedtalForm):
    class Meta:
        model = Delaftale
        fields = ("landsbyggefonden", "lokal_medfinansiering")


class PeriodeForm(LaastForm):
    class Meta:
        model = Delaftale
        fields = ("start_dato", "slut_dato")
        widgets = {"start_dato": Dato, "slut_dato": Dato}
        labels = {"start_dato": "Gælder fra", "slut_dato": "Gælder til"}
        error_messages = {"start_dato": {"invalid": DATO}, "slut_dato": {"invalid": DATO}}

    def __init__(self, *args: Any, skabelonafsnit: Skabelonafsnit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


def delaftale_form(skabelonafsnit: Skabelonafsnit) -> type[LaastForm] | None:
    """The form of a delaftale's block; None for a block that is written somewhere else."""
    if skabelonafsnit.indhold == Indhold.OEKONOMI:
        return DelaftaleHovedtalForm
    if skabelonafsnit.indhold == Indhold.PERIODE:
        return PeriodeForm
    if skabelonafsnit.indhold == Indhold.TEKST:
        return _tekstform(skabelonafsnit.kode)
    return None


class _DelaftaleTekst(LaastForm):
    def __init__(self, *args: Any, skabelonafsnit: Skabelonafsnit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields[skabelonafsnit.kode]
        felt.label, felt.help_text = "Tekst", skabelonafsnit.vejledning


def _tekstform(kode: str) -> type[LaastForm]:
    return forms.modelform_factory(Delaftale, _DelaftaleTekst, fields=(kode,), field_classes={kode: Rigtekstfelt})


class VaelgOmraadeForm(Form):
    """The areas of the plan's period that are not chosen yet."""

    omraadetype = forms.ModelChoiceField(
        queryset=None,
        label="Vælg et indsatsområde til",
        empty_label="Vælg",
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )

    def __init__(self, *args: Any, plan: Helhedsplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["omraadetype"].queryset = Omraadetype.objects.filter(
            bevillingsperiode=plan.bevillingsperiode_id
        ).order_by("nr")

"""Who came, a row for each person; and who left during an item."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms import BoundField

from aftaler.forms.felter import FOR_LANG, VAELG
from aftaler.models import Person
from kerne.forms import Form
from moeder.models import Fremmoede, Punktfravaer
from moeder.services.fremmoede import Linje
from moeder.statuses import Fremmoedeart


class FremmoedeForm(Form):
    def __init__(self, *args: Any, raekker: Iterable[Fremmoede], andre: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.personer = [et.person for et in raekker]
        for et in raekker:
            self.fields[f"art_{et.person_id}"] = forms.ChoiceField(
                label=f"Fremmøde for {et.person}",
                choices=Fremmoedeart.choices,
                initial=et.art,
                error_messages={"invalid_choice": VAELG},
            )
            self.fields[f"navn_{et.person_id}"] = forms.CharField(
                label=f"Stedfortræder for {et.person}",
                max_length=120,
                required=False,
                initial=et.stedfortraeder,
                error_messages={"max_length": FOR_LANG},
            )
        self.fields["anden"] = forms.ModelChoiceField(
            andre,
            label="Var også til stede",
            required=False,
            empty_label="Ingen",
            error_messages={"invalid_choice": VAELG},
        )
        for felt in self.fields.values():  # the fields stand in a table: the classes of a form, without its frame
            er_valg = isinstance(felt, forms.ChoiceField)
            felt.widget.attrs["class"] = "form-select" if er_valg else "form-input"

    def raekker(self) -> Iterator[tuple[Person, BoundField, BoundField]]:
        for person in self.personer:
            yield person, self[f"art_{person.pk}"], self[f"navn_{person.pk}"]

    @property
    def linjer(self) -> dict[Person, Linje]:
        data = self.cleaned_data
        svar = {et: Linje(data[f"art_{et.pk}"], data[f"navn_{et.pk}"]) for et in self.personer}
        return {**svar, **({data["anden"]: Linje(Fremmoedeart.TIL_STEDE)} if data["anden"] else {})}


class PunktfravaerForm(Form):
    """Everybody at the meeting: at the item, out, or out because it concerns themselves."""

    TIL_STEDE, UDE, INHABIL = "til_stede", "ude", "inhabil"
    VALG = ((TIL_STEDE, "Til stede"), (UDE, "Ikke til stede"), (INHABIL, "Inhabil, forlod mødet under punktet"))

    def __init__(self, *args: Any, til_stede: Iterable[Person], fravaer: Iterable[Punktfravaer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.personer = list(til_stede)
        ude = {et.person_id: self.INHABIL if et.inhabil else self.UDE for et in fravaer}
        for et in self.personer:
            self.fields[f"p_{et.pk}"] = forms.ChoiceField(
                label=str(et),
                choices=self.VALG,
                initial=ude.get(et.pk, self.TIL_STEDE),
                error_messages={"invalid_choice": VAELG},
            )

    def valgte(self, hvad: str) -> list[Person]:
        return [et for et in self.personer if self.cleaned_data[f"p_{et.pk}"] == hvad]

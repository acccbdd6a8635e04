"""Forms of small rows that have no edition of their own: the form remembers what the row said when it was opened."""

from typing import Any

from django import forms
from django.db.models import Model

from aftaler.services.tekster import aftryk
from kerne.forms import Dato, Form

DATO = "Skriv en dato, fx 30.04.2023."


class Datofelt(forms.DateField):
    """A date in the browser's own field; `mangler` is the sentence when it is empty."""

    def __init__(self, *, mangler: str = "", **kwargs: Any) -> None:
        super().__init__(widget=Dato(), required=bool(mangler), **kwargs)
        self.error_messages |= {"invalid": DATO, "required": mangler}


class RaekkeForm(Form):
    """`raekke` names the columns that the form writes; `ting` is the row, None for a new one."""

    raekke: tuple[str, ...] = ()
    foer = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, ting: Model | None = None, **kwargs: Any) -> None:
        udgangspunkt = {navn: getattr(ting, navn) for navn in self.raekke} if ting else {}
        foer = {"foer": aftryk(ting, self.raekke)} if ting else {}
        super().__init__(*args, initial={**udgangspunkt, **kwargs.pop("initial", {}), **foer}, **kwargs)
        self.ting = ting

    @property
    def felter(self) -> dict[str, Any]:
        """What was filled in, without the fingerprint."""
        return {navn: vaerdi for navn, vaerdi in self.cleaned_data.items() if navn != "foer"}

    @property
    def foer_aftryk(self) -> str | None:
        return self.cleaned_data["foer"] or None

    def laas_op(self, nu: Model) -> None:
        """Whoever has now been told that the row was changed may save over it."""
        self.data = self.data.copy()
        self.data[self.add_prefix("foer")] = aftryk(nu, self.raekke)

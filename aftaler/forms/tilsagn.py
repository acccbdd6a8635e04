"""Promises: one, and the several that one becomes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.utils import timezone

from aftaler.forms.budget import PengeForm, aarfelt
from aftaler.forms.felter import DATO, FOR_LANG, VAELG, Beloebfelt, Talfelt
from aftaler.models import Tilsagn
from aftaler.models.budget import Tilsagnsart
from aftaler.rules.penge import regnskabsaar, timevaerdi
from aftaler.services.tilsagn import NytTilsagn
from kerne.forms import Dato, Form
from kerne.talformat import kroner, tal

ARTER = [("", "Vælg"), *Tilsagnsart.choices]
VAERDI_MANGLER = "Skriv, hvad tilsagnet er værd i kroner."


def vaerdi_i_kroner(rene: dict[str, Any]) -> Decimal | None:
    """The promise in kroner: as written, or hours × rate. Raises ValidationError at the field that is wrong."""
    timer, sats, beloeb = rene.get("timer"), rene.get("sats"), rene.get("beloeb")
    if rene.get("art") != Tilsagnsart.TIMER and (timer is not None or sats is not None):
        raise ValidationError({"timer": "Timer og sats hører kun til medarbejdertimer."})
    regnet = timevaerdi(timer, sats)
    if beloeb is None:
        if regnet is None:
            raise ValidationError({"beloeb": VAERDI_MANGLER})
        return regnet
    if regnet is not None and regnet != beloeb:
        raise ValidationError(
            {"beloeb": f"{tal(timer)} timer à {kroner(sats)} er {kroner(regnet)}, ikke {kroner(beloeb)}"}
        )
    return beloeb


class Tilsagnsfelter(forms.Form):
    """The fields that a promise and a conversion share."""

    art = forms.ChoiceField(
        label="Slags", choices=ARTER, error_messages={"required": "Vælg slags.", "invalid_choice": VAELG}
    )
    beloeb = Beloebfelt(label="Værdi i kr.", help_text="Kan stå tom, når der er timer og sats.")
    timer = Talfelt(label="Timer", decimaler=1, cifre=8, help_text="Kun ved medarbejdertimer.")
    sats = Beloebfelt(label="Kr. pr. time", help_text="Den sats, I har aftalt.")


class TilsagnForm(PengeForm, Tilsagnsfelter):
    field_order = ("kilde", "art", "aar", "timer", "sats", "beloeb", "betingelse", "udgave")

    class Meta:
        model = Tilsagn
        fields = ("kilde", "art", "aar", "timer", "sats", "beloeb", "betingelse")
        labels = {"kilde": "Giver", "betingelse": "Betingelse"}
        error_messages = {
            "kilde": {"required": "Vælg, hvem der har lovet det.", "invalid_choice": VAELG},
            "betingelse": {"max_length": FOR_LANG},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kilde"].empty_label = "Vælg giver"

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if not self.errors:
            try:
                rene["beloeb"] = vaerdi_i_kroner(rene)
            except ValidationError as fejl:
                self.add_error(None, fejl)
        return rene


class NytTilsagnForm(Form, Tilsagnsfelter):
    """One of the promises that an old one becomes; an empty row is no promise."""

    betingelse = forms.CharField(label="Betingelse", required=False, max_length=300)
    field_order = ("art", "aar", "timer", "sats", "beloeb", "betingelse")

    def __init__(self, *args: Any, aarstal: tuple[int, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aar"] = aarfelt(aarstal)
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if not self.errors and self.has_changed():
            rene["beloeb"] = vaerdi_i_kroner(rene)
        return rene


NyeTilsagn = formset_factory(NytTilsagnForm, extra=3, max_num=12, absolute_max=12)


class OmlaegningForm(Form):
    """When the promise changed, and why where the sum is another."""

    dato = forms.DateField(
        label="Omlagt den", widget=Dato, error_messages={"required": DATO, "invalid": DATO}, initial=timezone.localdate
    )
    grund = forms.CharField(
        label="Hvorfor er summen en anden?",
        max_length=300,
        required=False,
        help_text="Kun når de nye tilsagn ikke giver det samme som det gamle.",
        error_messages={"max_length": FOR_LANG},
    )
    udgave = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def clean_dato(self) -> date:
        dato = self.cleaned_data["dato"]
        if dato > timezone.localdate():
            raise ValidationError("Omlægningen kan ikke ligge i fremtiden. Skriv den dag, den blev aftalt.")
        return dato


def nye_tilsagn(tilsagn: Tilsagn, data: Any) -> Any:
    """The rows of the conversion form for a promise."""
    plan = tilsagn.helhedsplan
    aarstal = regnskabsaar(plan.start_dato, plan.slut_dato)
    return NyeTilsagn(data, prefix="nye", form_kwargs={"aarstal": aarstal})


def udfyldte(formularer: Sequence[NytTilsagnForm]) -> list[NytTilsagn]:
    """The rows that hold something, as the service takes them."""
    return [NytTilsagn(**et.cleaned_data) for et in formularer if et.has_changed()]

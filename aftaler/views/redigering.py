"""Editing in place under the optimistic lock: one flow for every block, with and without JavaScript."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from aftaler.forms.felter import LaastForm, Rigtekstfelt
from kerne import datoer
from kerne.laas import RettetImens
from kerne.models import Redigerbar
from kerne.talformat import tal


@dataclass(frozen=True)
class Konflikt:
    """Somebody saved meanwhile: who, when, and the two texts of the fields that differ."""

    navn: str
    tidspunkt: str
    deres: SafeString
    min: SafeString


@dataclass(frozen=True)
class Udfald:
    """What became of an edit. `tilstand`: ret, fejl, sammen, konflikt, or laes when the edit is over."""

    tilstand: str
    form: LaastForm | None = None
    konflikt: Konflikt | None = None
    kvittering: str = ""
    resultat: Any = None

    @property
    def skal_vaelge(self) -> bool:
        """Both texts stand there and nothing is saved until one is chosen."""
        return self.tilstand == "konflikt"


def rediger(
    request: HttpRequest,
    lav_form: Callable[[Any], LaastForm],
    ting: Redigerbar,
    gem: Callable[[LaastForm], Any],
) -> Udfald:
    """Open the form (GET), or save it (POST). `valg` is the answer to a conflict: min, deres or sammen."""
    if request.method != "POST":
        return Udfald("ret", lav_form(None))
    valg = request.POST.get("valg", "")
    if valg == "deres":
        return Udfald("laes", kvittering="Din tekst er ikke gemt. Den anden tekst står.")
    som_den_staar = copy(ting)  # validating a ModelForm writes on its instance
    form = lav_form(request.POST)
    if not form.is_valid():
        return Udfald("fejl", form)
    if valg == "sammen":
        konflikt = _konflikt(form, som_den_staar)
        form.laas_op(som_den_staar)
        return Udfald("sammen", form, konflikt)
    try:
        resultat = gem(form)
    except RettetImens as imens:
        konflikt = _konflikt(form, imens.nu)
        if konflikt is None:  # the same words twice: a double click, or two who agree
            return _gemt()
        form.laas_op(imens.nu)
        return Udfald("konflikt", form, konflikt)
    except ValidationError as fejl:
        for felt, saetninger in fejl.message_dict.items() if hasattr(fejl, "error_dict") else [(None, fejl.messages)]:
            form.add_error(felt if felt in form.fields else None, saetninger)
        return Udfald("fejl", form)
    return _gemt(resultat)


def _gemt(resultat: Any = None) -> Udfald:
    return Udfald("laes", kvittering=f"Gemt {datoer.klokkeslaet(timezone.localtime())}.", resultat=resultat)


def _konflikt(form: LaastForm, nu: Redigerbar) -> Konflikt | None:
    """The fields that differ; None when nothing does."""
    forskelle = [
        (felt.label, _vist(felt, form.vaerdi(nu, felt.name)), _vist(felt, form.cleaned_data[felt.name]))
        for felt in form.visible_fields()
        if (form.vaerdi(nu, felt.name) or "") != (form.cleaned_data[felt.name] or "")
    ]
    if not forskelle:
        return None
    hvornaar = timezone.localtime(nu.rettet_tidspunkt) if nu.rettet_tidspunkt else timezone.localtime()
    return Konflikt(
        navn=str(nu.rettet_af or "En anden"),
        tidspunkt=_tidspunkt(hvornaar),
        deres=_samlet([(label, deres) for label, deres, _ in forskelle]),
        min=_samlet([(label, min_) for label, _, min_ in forskelle]),
    )


def _tidspunkt(hvornaar: datetime) -> str:
    i_dag = hvornaar.date() == timezone.localdate()
    return datoer.klokkeslaet(hvornaar) if i_dag else datoer.tidspunkt(hvornaar)


def _samlet(felter: list[tuple[str, SafeString]]) -> SafeString:
    """One field as it is; several with their labels."""
    if len(felter) == 1:
        return felter[0][1]
    return format_html_join("", "<p><strong>{}</strong></p>{}", felter)


def _vist(felt: forms.BoundField, vaerdi: Any) -> SafeString:
    """A value as the reader would see it; rich text is clean, both in the row and out of the form."""
    if vaerdi in (None, ""):
        return mark_safe("<p>Ikke udfyldt</p>")
    if isinstance(felt.field, Rigtekstfelt):
        return mark_safe(vaerdi)  # cleaned by kerne.rigtekst
    if isinstance(felt.field, forms.ChoiceField):
        vaerdi = _valgets_navn(felt.field, vaerdi)
    elif isinstance(vaerdi, Decimal):
        vaerdi = tal(vaerdi, hoejst=3)
    elif isinstance(vaerdi, date):
        vaerdi = datoer.dato(vaerdi)
    return format_html("<p>{}</p>", vaerdi)


def _valgets_navn(felt: forms.ChoiceField, vaerdi: str) -> str:
    """The words of a choice, also inside a group of choices."""
    for noegle, navn in felt.choices:
        for under_noegle, under_navn in navn if isinstance(navn, list | tuple) else [(noegle, navn)]:
            if str(under_noegle) == str(vaerdi):
                return str(under_navn)
    return str(vaerdi)

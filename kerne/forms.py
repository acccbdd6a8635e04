"""The base of every form: crispy with our own pack, sentences in Danish, and no CPR number in any text."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from kerne.cpr import uden_cpr


def hjaelper() -> FormHelper:
    """A helper that writes the fields only; page and button belong to the template."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    return helper


def _goer_klar(felter: dict[str, forms.Field]) -> None:
    """What every field of ours says and refuses."""
    for felt in felter.values():
        if felt.error_messages.get("required") == forms.Field.default_error_messages["required"]:
            felt.error_messages["required"] = f"Udfyld »{felt.label}«." if felt.label else "Udfyld feltet."
        if isinstance(felt, forms.CharField):
            felt.validators.append(uden_cpr)


class Form(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()
        _goer_klar(self.fields)


class ModelForm(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()
        _goer_klar(self.fields)


class Rigtekst(forms.Textarea):
    """A textarea that static/js/rigtekst.js turns into an editor; without JavaScript it is still a textarea."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"rows": 12, "class": "rigtekst", **(attrs or {})})


class Dato(forms.DateInput):
    """The browser's own date field; the value goes as ISO, whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

"""The base of every form: crispy with our own pack, and sentences in Danish."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms


def hjaelper() -> FormHelper:
    """A helper that writes the fields only; page and button belong to the template."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    return helper


class Form(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()


class ModelForm(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()


class Rigtekst(forms.Textarea):
    """A textarea that static/js/rigtekst.js turns into an editor; without JavaScript it is still a textarea."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"rows": 12, "class": "rigtekst", **(attrs or {})})


class Dato(forms.DateInput):
    """The browser's own date field; the value goes as ISO, whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

"""Forms for logging in and getting a new password."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm, SetPasswordForm

from kerne.forms import hjaelper


class LoginForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "E-mail og adgangskode passer ikke sammen. Prøv igen, eller få en ny adgangskode.",
        "inactive": "Brugeren er lukket. Tal med sekretariatet.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()
        self.fields["username"].label = "E-mail"
        self.fields["password"].label = "Adgangskode"

    def clean_username(self) -> str:
        return self.cleaned_data["username"].strip().lower()


class GlemtForm(PasswordResetForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()
        self.fields["email"].label = "E-mail"


class NyAdgangskodeForm(SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()

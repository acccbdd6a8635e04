"""Forms for logging in and getting a new password."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from brugere import services
from brugere.models import Bruger
from kerne.forms import hjaelper


class LoginForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "E-mail og adgangskode passer ikke sammen. Prøv igen, eller få en ny adgangskode.",
        "inactive": "Brugeren er lukket. Tal med sekretariatet.",
        "spaerret": "Der er forsøgt for mange gange. Vent et kvarter, eller få en ny adgangskode med det samme.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()
        self.fields["username"].label = "E-mail"
        self.fields["password"].label = "Adgangskode"

    def clean_username(self) -> str:
        return self.cleaned_data["username"].strip().lower()

    def clean(self) -> dict[str, Any]:
        """Count the wrong guesses; while too many are fresh, the password is not even tried."""
        email, adresse = self.cleaned_data.get("username"), _adresse(self.request)
        if not email or not self.cleaned_data.get("password"):
            return super().clean()
        if services.er_spaerret(email=email, adresse=adresse):
            raise ValidationError(self.error_messages["spaerret"], code="spaerret")
        try:
            rene = super().clean()
        except ValidationError:
            services.noter_forkert_login(email=email, adresse=adresse)
            raise
        services.glem_forkerte_login(email=email)
        return rene


class GlemtForm(PasswordResetForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()
        self.fields["email"].label = "E-mail"

    def get_users(self, email: str) -> Iterator[Bruger]:
        """Every open user, also one who was invited and let the invitation's link run out."""
        return Bruger.objects.filter(email__iexact=email, is_active=True).iterator()


class NyAdgangskodeForm(SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = hjaelper()


def _adresse(request: HttpRequest | None) -> str:
    """Where the guess came from: behind our own proxy the last forwarded address, which the proxy itself wrote."""
    if request is None:
        return ""
    if settings.SECURE_PROXY_SSL_HEADER:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()[:45]
    return request.META.get("REMOTE_ADDR", "")[:45]

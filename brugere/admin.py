"""Users, for the site's administrator. What a user may do in a plan is decided in the plan (Organisering)."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.http import HttpRequest

from brugere import services
from brugere.models import Bruger
from kerne import haendelser
from kerne.cpr import uden_cpr

admin.site.unregister(Group)


class BrugerForm(forms.ModelForm):
    class Meta:
        model = Bruger
        fields = ("navn", "email", "is_active", "is_superuser")
        labels = {"is_superuser": "administrator"}
        help_texts = {
            "is_active": "Uden flueben kan personen ikke logge ind. Slet aldrig en bruger: luk den.",
            "is_superuser": "Kan åbne opsætningen. Giver ikke adgang til nogen plan.",
        }

    def clean_navn(self) -> str:
        uden_cpr(self.cleaned_data["navn"])
        return self.cleaned_data["navn"]

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


@admin.register(Bruger)
class BrugerAdmin(admin.ModelAdmin):
    form = BrugerForm
    list_display = ("navn", "email", "is_active", "is_superuser", "last_login")
    list_filter = ("is_active", "is_superuser")
    search_fields = ("navn", "email")
    ordering = ("navn", "pk")

    def has_delete_permission(self, request: HttpRequest, obj: Bruger | None = None) -> bool:
        """Never: what a person has done keeps their name."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Bruger | None = None) -> tuple[str, ...]:
        """Nobody shuts themselves out."""
        return ("is_active", "is_superuser") if obj == request.user else ()

    def save_model(self, request: HttpRequest, obj: Bruger, form: forms.ModelForm, change: bool) -> None:
        obj.is_staff = obj.is_superuser
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        haendelser.skriv(obj, "bruger rettet" if change else "bruger oprettet", af=request.user)

    def response_add(self, request: HttpRequest, obj: Bruger, *args: Any, **kwargs: Any) -> Any:
        """After the commit: the link where the new user chooses a password."""
        if services.send_velkomst(obj):
            messages.success(request, f"{obj} har fået en mail med et link til at vælge adgangskode.")
        else:
            messages.warning(request, f"Mailen til {obj} kunne ikke sendes. Bed {obj} om at bruge »Glemt adgangskode«.")
        return super().response_add(request, obj, *args, **kwargs)

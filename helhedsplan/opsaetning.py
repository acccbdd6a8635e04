"""The site's administration at /opsaetning/: users, templates, catalogues. Nothing of a plan's content."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


class Opsaetning(AdminSite):
    site_header = "Opsætning af Helhedsplan"
    site_title = "Opsætning"
    index_title = "Brugere, skabeloner, perioder og kataloger"

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.is_superuser

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """No login of its own: the one login has the brake on guessing. Others who are logged in get a 403."""
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", ""), "brugere:login")

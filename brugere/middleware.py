"""Login everywhere unless a view says otherwise – and a form that met a closed session keeps its text."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse

from brugere.views import log_ind_og_fortsaet


class LoginPaakraevet(LoginRequiredMiddleware):
    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponse:
        if request.method == "POST":
            return log_ind_og_fortsaet(request)
        if request.headers.get("HX-Request"):
            svar = HttpResponse(status=204)
            svar["HX-Refresh"] = "true"
            return svar
        return super().handle_no_permission(request, view_func)

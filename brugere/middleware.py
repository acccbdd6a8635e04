"""Login everywhere unless a view says otherwise – and a form that met a closed session keeps its text."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse

from brugere.views import log_ind_og_fortsaet


class LoginPaakraevet(LoginRequiredMiddleware):
    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponse | None:
        request.kraever_login = getattr(view_func, "login_required", True)
        return super().process_view(request, view_func, view_args, view_kwargs)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """What a person saw is not left in a shared machine's cache after they log off."""
        if getattr(request, "kraever_login", False):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponse:
        if request.method == "POST":
            return log_ind_og_fortsaet(request)
        if request.headers.get("HX-Request"):
            svar = HttpResponse(status=204)
            svar["HX-Refresh"] = "true"
            return svar
        return super().handle_no_permission(request, view_func)

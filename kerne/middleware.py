"""What no page should have to think of: a request that is longer than any honest form with its files."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kerne.filer import MEGABYTE


class ForStor:
    """413 by what the request says of its own length, before anything of it is read.

    A request that says nothing, or nonsense, has no body to Django. A file that is only somewhat too large is refused
    at its field, where the rest of the form is kept.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        laengde = request.META.get("CONTENT_LENGTH") or "0"
        if laengde.isdecimal() and int(laengde) > settings.STOERSTE_FORESPOERGSEL:
            return render(request, "413.html", {"hoejst": settings.STOERSTE_BILAG // MEGABYTE}, status=413)
        return self.get_response(request)

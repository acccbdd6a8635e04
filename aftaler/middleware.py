"""What any page may run into: a document that is on its way through the bodies."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from aftaler.services.laasning import ErIndsendt


class SendtTilGodkendelse:
    """A page that does not show the sentence itself leads to the change that holds the document, and says it there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ErIndsendt):
            return None
        messages.error(request, exception.message)
        aendring = exception.aendring
        url = reverse("aftaler:aendring_detalje", args=[aendring.helhedsplan.slug, aendring.pk])
        if request.htmx:  # htmx follows a redirect unseen; this makes the browser go there
            return HttpResponse(headers={"HX-Redirect": url})
        return redirect(url)

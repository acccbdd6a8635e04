"""One URL, one view: htmx gets the fragment, everybody else the page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def side_eller_del(request: HttpRequest, skabelon: str, del_: str, kontekst: dict, status: int = 200) -> HttpResponse:
    """Render `skabelon`, or only its partial `del_` when htmx asks. htmx does not swap a 4xx, so a fragment is 200."""
    if request.htmx and not request.htmx.boosted:
        return render(request, f"{skabelon}#{del_}", kontekst)
    return render(request, skabelon, kontekst, status=status)

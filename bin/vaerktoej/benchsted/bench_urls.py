"""The site's pages, and the floor: what any page of a plan costs, whatever it shows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from helhedsplan.urls import urlpatterns as sidens

RAEKKE = {
    "status": "Bagud",
    "navn": "Uden job eller uddannelse",
    "saetning": "Andelen er faldet til 26,4 % i 2025, målet er højst 20 % i 2026, bagud. Næste måling er i maj 2027.",
    "tal": "26,4 %",
    "maal": "≤ 20 %",
}


def gulv(request: HttpRequest, slug: str, raekker: int) -> HttpResponse:
    """Login, access, frame and as many rows of finished words, each with a link: nothing is fetched or computed."""
    plan = hent_plan(request, slug)
    kontekst = {"plan": plan, "ret": rettigheder(request.user, plan), "raekker": [RAEKKE] * raekker}
    return render(request, "bench_gulv.html", kontekst)


urlpatterns = [path("bench/<slug:slug>/<int:raekker>/", gulv), *sidens]

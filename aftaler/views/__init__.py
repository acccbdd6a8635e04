"""Doors for people. Every view starts by finding the plan among those the person may see."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from aftaler.models import Helhedsplan


def hent_plan(request: HttpRequest, slug: str) -> Helhedsplan:
    """The plan, or 404: nobody outside it learns that it exists."""
    planer = Helhedsplan.objects.synlige_for(request.user).select_related("bevillingsperiode", "skabelon")
    return get_object_or_404(planer, slug=slug)

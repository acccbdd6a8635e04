"""Answers whose address is the key to them."""

from typing import TypeVar

from django.http import HttpResponseBase

Svaret = TypeVar("Svaret", bound=HttpResponseBase)


def uden_spor(svar: Svaret) -> Svaret:
    """Kept by no cache, told to no other site and read by no search engine."""
    svar["Cache-Control"] = "no-store"
    svar["Referrer-Policy"] = "same-origin"
    svar["X-Robots-Tag"] = "noindex"
    return svar

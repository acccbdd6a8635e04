"""What somebody typed, carried over a login or a stale form, so that nothing is lost."""

import json

from django.http import HttpRequest, QueryDict

EGNE = {"csrfmiddlewaretoken", "bevaret"}


def _er_typet(navn: str) -> bool:
    """A field that somebody filled in and that may be shown again: never a password, whatever its form calls it."""
    return navn not in EGNE and "password" not in navn


def pak(post: QueryDict) -> str:
    """The typed fields as text for one hidden field; never a password."""
    return json.dumps([[navn, vaerdi] for navn, vaerdier in post.lists() if _er_typet(navn) for vaerdi in vaerdier])


def pak_ud(tekst: str) -> list[tuple[str, str]]:
    """The fields again; text that is not ours gives none."""
    try:
        return [(str(navn), str(vaerdi)) for navn, vaerdi in json.loads(tekst) if _er_typet(str(navn))]
    except (ValueError, TypeError):
        return []


def er_egen_side(request: HttpRequest) -> bool:
    """The form was sent from our own pages: only then do we show what it held."""
    afsender = request.headers.get("Origin") or request.headers.get("Referer", "")
    egen = f"{request.scheme}://{request.get_host()}"
    return afsender == egen or afsender.startswith(f"{egen}/")

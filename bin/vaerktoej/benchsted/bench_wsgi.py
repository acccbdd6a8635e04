"""The WSGI entry of the site, which says in each answer how long it took and how often it asked the database."""

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection

siden = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The whole answer is made before it is sent: from the request's first line to the closed database connection."""
    svar: list[Any] = []
    spurgt = 0

    def taeller(execute: Callable[..., Any], *argumenter: Any) -> Any:
        nonlocal spurgt
        spurgt += 1
        return execute(*argumenter)

    begyndt = perf_counter()
    with connection.execute_wrapper(taeller):
        krop = siden(environ, lambda *hoved: svar.extend(hoved))
    indhold = list(krop)
    krop.close()
    ms = (perf_counter() - begyndt) * 1000
    status, hoveder, *resten = svar
    start_response(status, [*hoveder, ("Bench-Ms", f"{ms:.3f}"), ("Bench-Sql", str(spurgt))], *resten)
    return indhold

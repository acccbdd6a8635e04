"""Things done at the same moment, each in a connection of its own."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection


def samtidig(*gerninger: Callable[[], object]) -> list[object]:
    """Each in a thread and a connection of its own, begun at the same moment: the answers, or what was raised."""
    start, svar = Barrier(len(gerninger)), [None] * len(gerninger)

    def koer(nr: int, gerning: Callable[[], object]) -> None:
        try:
            start.wait(timeout=10)
            svar[nr] = gerning()
        except Exception as fejl:
            svar[nr] = fejl
        finally:
            connection.close()

    traade = [Thread(target=koer, args=et) for et in enumerate(gerninger)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=30)
    return svar

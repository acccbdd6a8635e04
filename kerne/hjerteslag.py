"""A sign of life while something long is made: a thread of its own, with a connection of its own."""

import logging
import threading
from collections.abc import Callable
from types import TracebackType

from django.db import DatabaseError, connection

log = logging.getLogger(__name__)

SEKUNDER_MELLEM_SLAG = 1.0


class Hjerteslag:
    """While it is entered, `slag` is called once a second. It writes outside the work's own transaction."""

    def __init__(self, hvad: str, slag: Callable[[], object]) -> None:
        self._hvad, self._slag = hvad, slag
        self._stop = threading.Event()
        self._traad = threading.Thread(target=self._slaa, name="hjerteslag", daemon=True)

    def __enter__(self) -> None:
        self._traad.start()

    def __exit__(self, art: type[BaseException] | None, fejl: BaseException | None, spor: TracebackType | None) -> None:
        self._stop.set()
        self._traad.join()

    def _slaa(self) -> None:
        try:
            while not self._stop.wait(SEKUNDER_MELLEM_SLAG):
                try:
                    self._slag()
                except DatabaseError as fejl:
                    log.warning("Livstegnet for %s blev ikke skrevet: %s", self._hvad, fejl)
                    connection.close()
        finally:
            connection.close()

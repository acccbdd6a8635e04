"""What the operator's scripts say: short Danish sentences on stderr, never a traceback."""

import signal
import sys
from collections.abc import Callable
from typing import NoReturn


class KanIkke(Exception):
    """A step that can't be done: a Danish sentence that says why, and what to do."""


def sig(tekst: str) -> None:
    """Say something on stderr: stdout belongs to the command that is run."""
    print(tekst, file=sys.stderr, flush=True)


def koer(hoved: Callable[[list[str]], int]) -> NoReturn:
    """Run a script's main function and end with its exit code; a stop signal unwinds like Ctrl-C."""
    for nummer in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(nummer, _stop)
    try:
        sys.exit(hoved(sys.argv[1:]))
    except KanIkke as fejl:
        sig(str(fejl))
        sys.exit(1)
    except PermissionError as fejl:
        sig(f"Der er ikke adgang til {fejl.filename}. Filen eller mappen tilhører nok en anden bruger.")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _stop(nummer: int, _ramme: object) -> NoReturn:
    raise SystemExit(128 + nummer)

"""bin/manage: manage.py in the project's environment. Only the command's own output reaches stdout."""

from pathlib import Path

import klargoer
from barn import koer_barn
from miljoe import operatoerens, sted
from tale import koer

# These work on the code or on the database as it is; the others need a database that is up to date.
UDEN_TRIN = {
    "check",
    "collectstatic",
    "dbshell",
    "help",
    "makemigrations",
    "migrate",
    "pgtrigger",
    "showmigrations",
    "sqlmigrate",
}


def hoved(argumenter: list[str]) -> int:
    her = sted()
    grund = operatoerens(her.rod)
    klargoer.maskine(her, "drift")
    with klargoer.app(her, grund, port=8000, trin=trin(argumenter, grund, har_demo=klargoer.har_demo(her))) as miljoe:
        # in the caller's own folder: a file named on the command line is the caller's
        return koer_barn([her.python, her.rod / "manage.py", *argumenter], miljoe, Path.cwd())


def trin(argumenter: list[str], grund: dict[str, str], *, har_demo: bool) -> set[str]:
    """What to set up first. A database that somebody else gave us is never changed behind the operator's back."""
    if not argumenter or argumenter[0] in UDEN_TRIN or argumenter[0].startswith("-"):
        return set()
    if "DATABASE_URL" in grund:
        return {"collectstatic"}
    return {"collectstatic", "migrate"} | (set() if har_demo else {"demo"})


if __name__ == "__main__":
    koer(hoved)

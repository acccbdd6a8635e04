"""bin/check: every quick check, then the whole test suite, whatever the quick ones said. CI runs this."""

import sys

import proev
from barn import koer_barn
from miljoe import sted
from tale import koer, sig

LAG = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def hoved(argumenter: list[str]) -> int:
    her = sted()
    py = her.python
    tjek = {
        "ruff format": [py, "-m", "ruff", "format", "--check", "."],
        "ruff check": [py, "-m", "ruff", "check", "."],
        "djlint, form": [py, "-m", "djlint", "templates", "--check", "--quiet"],
        "djlint, regler": [py, "-m", "djlint", "templates", "--lint", "--quiet"],
        "import-linter": [py, "-c", LAG],
        "makemigrations": [py, "manage.py", "makemigrations", "--check", "--dry-run"],
        "bin/regler": [sys.executable, her.rod / "bin" / "vaerktoej" / "regler.py", "--check"],
    }
    with proev.proevemiljoe(her) as miljoe:
        fejlet = []
        for navn, kommando in tjek.items():
            sig(f"— {navn}")
            if koer_barn(kommando, miljoe, her.rod):
                fejlet.append(navn)
        if fejlet:
            sig(f"Ikke i orden: {', '.join(fejlet)}. Prøverne køres alligevel.")
        svar = proev.pytest(her, miljoe, argumenter)
    if fejlet:
        sig(f"Ikke i orden: {', '.join(fejlet)}.")
    return svar or bool(fejlet)


if __name__ == "__main__":
    koer(hoved)

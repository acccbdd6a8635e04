"""Money moved inside the budget: who must approve it, what is missing, and the budget as revised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from aftaler.models.aendring import Aendringsart
from aftaler.rules.aendringer import godkender
from aftaler.rules.budget import Post
from kerne import talformat
from oekonomi.statuses import OVERGANGE, Budgetaendringsstatus

TAELLER_MED = frozenset({Budgetaendringsstatus.GODKENDT})


@dataclass(frozen=True)
class Flytning:
    """An amount out of one place and year and into another. A year of None is a budget without years."""

    fra_sted: str
    til_sted: str
    beloeb: Decimal
    fra_aar: int | None = None
    til_aar: int | None = None


def budgetaendringens_godkender(fra_sted: str, til_sted: str) -> str:
    """Regel budgetaendring-godkendes: inden for samme delaftale godkender bestyrelsen, ellers Landsbyggefonden.

    No source says who approves money moved between delaftaler; it is treated as needing LBF (domain.md 1.4).
    """
    return godkender(Aendringsart.DELAFTALE if fra_sted == til_sted else Aendringsart.PENGE)


def kan_skifte(fra: str, til: Budgetaendringsstatus) -> bool:
    return til in OVERGANGE[Budgetaendringsstatus(fra)]


def mangler_ved_flytning(flytning: Flytning, poster: Sequence[Post], flyttet: Iterable[Flytning]) -> dict[str, str]:
    """Regel budgetaendring-daekkes: der kan højst flyttes så meget, som det sted har tilbage i budgettet det år.

    `poster` is the budget, `flyttet` the approved moves. The answer is a sentence a field; empty when all is well.
    """
    if (flytning.fra_sted, flytning.fra_aar) == (flytning.til_sted, flytning.til_aar):
        return {"til_sted": "Fra og til er det samme. Vælg et andet sted eller et andet år."}
    har = sum(
        (et.beloeb for et in revideret(poster, flyttet) if (et.sted, et.aar) == (flytning.fra_sted, flytning.fra_aar)),
        Decimal(0),
    )
    if flytning.beloeb > har:
        hvornaar = f" i {flytning.fra_aar}." if flytning.fra_aar else ""
        return {"beloeb": f"{flytning.fra_sted} har {talformat.kroner(har)}{hvornaar} Der kan ikke flyttes mere."}
    return {}


def revideret(poster: Sequence[Post], flytninger: Iterable[Flytning]) -> list[Post]:
    """Regel revideret-budget: det reviderede budget er budgettet med de godkendte flytninger; summen er den samme."""
    ud = list(poster)
    for et in flytninger:
        ud.append(Post(et.fra_sted, -et.beloeb, et.fra_aar))
        ud.append(Post(et.til_sted, et.beloeb, et.til_aar))
    return ud

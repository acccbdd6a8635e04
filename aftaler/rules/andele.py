"""Shares of posts, in per cent of a full one: added up on one axis, never across. Pure."""

from collections.abc import Iterable
from decimal import Decimal

HEL = Decimal(100)


def stillingens_sum(procenter: Iterable[Decimal]) -> Decimal:
    """Regel andele-en-akse: En stillings andele lægges sammen på én akse for sig, aldrig på tværs af akser.

    The caller gives the shares of one post on one axis.
    """
    return sum(procenter, Decimal(0))


def over_hel_stilling(navn: str, procent: Decimal) -> str:
    """Regel andele-hel-stilling: En stilling kan højst være fordelt med 100 % på en akse; er den over, siges det."""
    return f"{navn} er fordelt med mere end en fuld stilling." if procent > HEL else ""

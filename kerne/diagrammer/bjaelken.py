"""A bar with a rule line: a share against what it must at least be, on an axis from nothing to `loft`."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from kerne.diagrammer.svg import billede, linje, rude, samlet, tekst, tekstbredde
from kerne.farver import FJORD_900, REGEL, STATUSSER, TEKST_2

BREDDE, HOEJDE = 360, 64
BAR_Y, BAR_HOEJDE = 24, 12


@dataclass(frozen=True)
class Bjaelke:
    """`andel` and `krav` are shares of one; `tekst` and `krav_tekst` are ready to print."""

    andel: Decimal
    tekst: str
    krav: Decimal
    krav_tekst: str
    er_holdt: bool
    loft: Decimal = Decimal("0.5")


def bjaelke(data: Bjaelke, *, titel: str) -> SafeString:
    """The bar, filled to the share; past `loft` it is full. `titel` says the message for who can't see it."""
    farve = STATUSSER["paa_sporet" if data.er_holdt else "bagud"].staerk
    slut = _x(min(data.andel, data.loft), data.loft)
    krav = _x(data.krav, data.loft)
    halv = tekstbredde(data.tekst, 14, fed=True) / 2
    return billede(
        BREDDE,
        HOEJDE,
        samlet(
            [
                rude(0, BAR_Y, BREDDE, BAR_HOEJDE, REGEL),
                rude(0, BAR_Y, slut, BAR_HOEJDE, farve),
                linje(krav, BAR_Y - 6, krav, BAR_Y + BAR_HOEJDE + 6, FJORD_900, 2.4),
                tekst(krav, 12, data.krav_tekst, farve=FJORD_900, px=13, fed=True, anker="middle"),
                tekst(0, 58, "0\u00a0%", farve=TEKST_2, px=13),
                tekst(
                    min(max(slut, halv), BREDDE - halv), 58, data.tekst, farve=farve, px=14, fed=True, anker="middle"
                ),
            ]
        ),
        titel=titel,
    )


def _x(andel: Decimal, loft: Decimal) -> float:
    return float(andel / loft) * BREDDE

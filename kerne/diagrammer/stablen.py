"""Stacked columns, one a year: parts from the bottom up, the same order and colour in every column, the sum on top.

The axis starts at zero. The parts' names stand beside the last column; on a phone under the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from kerne import talformat
from kerne.diagrammer.flade import Flade, akse_for
from kerne.diagrammer.svg import billede, linje, rude, samlet, tekst, tekstbredde
from kerne.farver import FJORD_500, FJORD_900, HVID, REGEL, REGEL_STAERK, SAMMENLIGNING, TEKST, TEKST_2, TEKST_3

BRED, PAPIR, SMAL = 1168, 720, 358
HOEJDER = {BRED: 360, PAPIR: 256}
FARVER = (FJORD_900, FJORD_500, SAMMENLIGNING, REGEL_STAERK)  # ink, never a status; white between the parts
ORDHOEJDE = 18


@dataclass(frozen=True)
class Del:
    """A part with an amount a column; None is "nothing said" and takes no room."""

    navn: str
    vaerdier: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Stabel:
    """`aar` are the columns. `titel` is the message for who can't see it, `enhed` stands over the axis."""

    titel: str
    enhed: str
    aar: tuple[int, ...]
    dele: tuple[Del, ...]


def stabel(data: Stabel, *, smal: bool = False, bredde: int = BRED) -> SafeString:
    """The drawing, BRED or PAPIR px wide. `smal` is the phone's own."""
    summer = [_sum(data, nr) for nr in range(len(data.aar))]
    akse = akse_for([Decimal(0), *summer, Decimal(1) if not any(summer) else summer[0]])
    if smal:
        flade = Flade(SMAL, 260 + ORDHOEJDE * len(data.dele), 34, 354, 30, 220, 0, data.aar, akse)
    else:
        bredest = max((tekstbredde(et.navn, 14) for et in data.dele), default=0)
        hoejde, hoejre = HOEJDER[bredde], bredde - min(bredest, 300) - 30
        flade = Flade(bredde, hoejde, 44, hoejre, 34, hoejde - 38, 0, data.aar, akse)
    lag = [tekst(0, 14, data.enhed, farve=TEKST_3, px=13), *_gitter(flade), *_soejler(data, flade, summer, smal=smal)]
    lag += _navne_under(data, flade) if smal else _navne_ved_siden(data, flade)
    return billede(flade.bredde, flade.hoejde, samlet(lag), titel=data.titel)


def _sum(data: Stabel, nr: int) -> Decimal:
    return sum((et.vaerdier[nr] or Decimal(0) for et in data.dele), Decimal(0))


def _gitter(flade: Flade) -> list[SafeString]:
    lag = []
    for vaerdi in flade.akse.vaerdier:
        y = flade.y(vaerdi)
        lag.append(linje(flade.venstre, y, flade.hoejre, y, REGEL))
        ord_ = talformat.tal(vaerdi, flade.akse.decimaler)
        lag.append(tekst(flade.venstre - 8, y + 4.5, ord_, farve=TEKST_3, px=13, anker="end"))
    return lag


def _soejler(data: Stabel, flade: Flade, summer: Sequence[Decimal], *, smal: bool) -> list[SafeString]:
    bredde = min(64.0, flade.plads * 0.6)
    lag = []
    for nr, aar in enumerate(data.aar):
        x, bund = flade.x(aar), Decimal(0)
        for nummer, et in enumerate(data.dele):
            if hoejde := et.vaerdier[nr]:
                top = flade.y(bund + hoejde)
                farve = FARVER[nummer % len(FARVER)]
                lag.append(rude(x - bredde / 2, top, bredde, flade.y(bund) - top, farve, stroke=HVID, stroke_width=1.5))
                bund += hoejde
        sum_ = talformat.tal(summer[nr], hoejst=1 if smal else 2)
        lag.append(tekst(x, flade.y(bund) - 7, sum_, farve=FJORD_900, px=13, fed=True, anker="middle"))
        lag.append(tekst(x, flade.bund + 22, str(aar), farve=TEKST_2, px=13, anker="middle"))
    lag.append(linje(flade.venstre, flade.bund, flade.hoejre, flade.bund, REGEL_STAERK, 1.6))
    return lag


def _navne_ved_siden(data: Stabel, flade: Flade) -> list[SafeString]:
    """Each name at its part of the last column, and never on top of another name."""
    lag, bund, forrige = [], Decimal(0), flade.bund + ORDHOEJDE
    kant = flade.x(data.aar[-1]) + min(64.0, flade.plads * 0.6) / 2
    for nummer, et in enumerate(data.dele):
        hoejde = et.vaerdier[-1] or Decimal(0)
        midt = flade.y(bund + hoejde / 2)
        bund += hoejde
        forrige = y = min(midt, forrige - ORDHOEJDE)
        farve = FARVER[nummer % len(FARVER)]
        lag.append(linje(kant + 3, midt, flade.hoejre + 6, y, farve, 1.4))
        lag.append(tekst(flade.hoejre + 12, y + 5, et.navn, farve=TEKST, px=14))
    return lag


def _navne_under(data: Stabel, flade: Flade) -> list[SafeString]:
    lag = []
    for nummer, et in enumerate(reversed(data.dele)):
        y = flade.bund + 44 + nummer * ORDHOEJDE
        farve = FARVER[(len(data.dele) - 1 - nummer) % len(FARVER)]
        lag.append(rude(0, y - 10, 11, 11, farve))
        lag.append(tekst(18, y, et.navn, farve=TEKST, px=13))
    return lag

"""The track from start (0) to goal (1): how far one is, and ▽ how far one should be. The same scale for all rows."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from kerne.diagrammer.svg import Maal, billede, cirkel, el, linje, rude, samlet, streg, tekst, tekstbredde
from kerne.farver import FJORD_900, HVID, REGEL, REGEL_STAERK, TEKST_3, UDTRYK

LOFT = Decimal("1.10")  # nothing is drawn further past the goal than this
HOEJDE = 56
BAR_Y = 29
BAR_HOEJDE = 6
VENSTRE = 12
HOEJRE = 10
PRIK = 7


@dataclass(frozen=True)
class Spor:
    """What one track shows. `vej` and `plan` are shares of the way, None when unknown; the texts are ready to print."""

    kode: str
    vej: Decimal | None = None
    plan: Decimal | None = None
    vaerdi: str = ""
    start: str = ""
    maal: str = ""
    foreloebig: bool = False


def vej(spor: Spor, *, bredde: Maal = 250, titel: str | None = None) -> SafeString:
    """The track as a drawing `bredde` px wide. Without a share of the way it is dotted, not an empty bar."""
    laengde = (bredde - VENSTRE - HOEJRE) / float(LOFT)
    maal_x = VENSTRE + laengde
    dele = _kendt(spor, laengde, maal_x, bredde) if spor.vej is not None else _ukendt(spor, maal_x, bredde)
    return billede(bredde, HOEJDE, samlet(dele), titel=titel)


def _kendt(spor: Spor, laengde: float, maal_x: float, bredde: Maal) -> list[SafeString]:
    farve = UDTRYK[spor.kode].staerk
    andel = min(spor.vej or Decimal(0), LOFT)
    x = VENSTRE + float(andel) * laengde if andel >= 0 else VENSTRE - 4
    dele = [rude(VENSTRE, BAR_Y - BAR_HOEJDE / 2, laengde, BAR_HOEJDE, REGEL, rx=3)]
    if x > VENSTRE:
        dele.append(_bar(x, farve, skraveret=spor.foreloebig))
    if spor.plan is not None:
        dele.append(_haak(VENSTRE + float(min(max(spor.plan, Decimal(0)), LOFT)) * laengde))
    dele.append(linje(maal_x, BAR_Y - 12, maal_x, BAR_Y + 12, FJORD_900, 2.4))
    dele.append(_prik(x, farve, halv=spor.foreloebig))
    dele.append(_klemt(x, 13, spor.vaerdi, bredde, farve=farve, px=14))
    dele.append(tekst(VENSTRE - 2, 52, spor.start, farve=TEKST_3, px=12))
    dele.append(_klemt(maal_x, 52, spor.maal, bredde, farve=FJORD_900, px=13))
    return dele


def _ukendt(spor: Spor, maal_x: float, bredde: Maal) -> list[SafeString]:
    """A dotted track: no way to show. A value that is known stands at the left, where nothing can be read off."""
    dele = [
        linje(VENSTRE, BAR_Y, maal_x, BAR_Y, REGEL_STAERK, 1.6, stroke_dasharray="2 4"),
        linje(maal_x, BAR_Y - 12, maal_x, BAR_Y + 12, REGEL_STAERK, 1.6, stroke_dasharray="2 3"),
        tekst(VENSTRE - 2, 52, spor.start, farve=TEKST_3, px=12),
        _klemt(maal_x, 52, spor.maal, bredde, farve=TEKST_3, px=12, fed=False),
    ]
    if spor.vaerdi:
        dele.append(tekst(VENSTRE - 2, 17, spor.vaerdi, farve=UDTRYK[spor.kode].staerk, px=14, fed=True))
    return dele


def _bar(x: float, farve: str, *, skraveret: bool) -> SafeString:
    top, bund = BAR_Y - BAR_HOEJDE / 2, BAR_Y + BAR_HOEJDE / 2
    if not skraveret:
        return rude(VENSTRE, top, x - VENSTRE, BAR_HOEJDE, farve, rx=3)
    return samlet([rude(VENSTRE, top, x - VENSTRE, BAR_HOEJDE, HVID), skravering(VENSTRE, x, top, bund, farve)])


def skravering(fra: float, til: float, top: float, bund: float, farve: str) -> SafeString:
    """Slanted strokes between two edges: the sign of what is provisional. Drawn, as a pattern would need an id."""
    haeldning, skridt = (bund - top) * 0.7, 4.5
    streger, x = [], fra
    while x + haeldning <= til:
        streger.append(f"M{x:.1f} {bund:.1f}L{x + haeldning:.1f} {top:.1f}")
        x += skridt
    return el("path", d="".join(streger) or f"M{fra:.1f} {bund:.1f}", fill="none", stroke=farve, stroke_width=2)


def _prik(x: float, farve: str, *, halv: bool) -> SafeString:
    rand = cirkel(x, BAR_Y, PRIK + 2, HVID)
    if not halv:
        return samlet([rand, cirkel(x, BAR_Y, PRIK, farve)])
    bue = f"M{x:.1f} {BAR_Y - PRIK + 1}a{PRIK - 1} {PRIK - 1} 0 0 0 0 {2 * PRIK - 2}z"
    ring = cirkel(x, BAR_Y, PRIK - 1, HVID, stroke=farve, stroke_width=2)
    return samlet([rand, ring, el("path", d=bue, fill=farve)])


def _haak(x: float) -> SafeString:
    """▽ with a stem through the track: where one should be."""
    stilk = linje(x, BAR_Y - 8, x, BAR_Y + 6, FJORD_900, 1.4)
    return samlet([stilk, streg([(x - 5, BAR_Y - 15), (x + 5, BAR_Y - 15), (x, BAR_Y - 7), (x - 5, BAR_Y - 15)],
                                FJORD_900, 1.5, stroke_linejoin="round")])  # fmt: skip


def _klemt(x: float, y: Maal, ord_: str, bredde: Maal, *, farve: str, px: Maal, fed: bool = True) -> SafeString:
    """Words centred at x, but never outside the drawing."""
    halv = tekstbredde(ord_, px, fed=fed) / 2
    midt = min(max(x, halv), bredde - halv)
    return tekst(midt, y, ord_, farve=farve, px=px, fed=fed, anker="middle")

"""A very small curve beside a track: the shape of the development, never to be read off alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from kerne.diagrammer.svg import Maal, billede, cirkel, linje, samlet, streg, tekst
from kerne.farver import FJORD_900, HVID, REGEL_STAERK, TEKST_2, TEKST_3, UDTRYK

HOEJDE = 56
TOP, BUND = 8, 36
START_BREDDE = 22


@dataclass(frozen=True)
class Mini:
    """Years with their figures (None is a gap), the start and the goal; `kode` colours the newest point."""

    punkter: Sequence[tuple[int, Decimal | None]]
    kode: str
    start: Decimal | None = None
    maal: Decimal | None = None
    foreloebig: bool = False


def minikurve(mini: Mini, *, bredde: Maal = 148) -> SafeString:
    """Decoration: its content stands in the sentence. Nothing measured gives an empty drawing of the same size."""
    kendte = [(x, y) for x, y in mini.punkter if y is not None]
    if not kendte:
        return billede(bredde, HOEJDE, titel=None)
    x_af, y_af = _skalaer(mini, kendte, bredde)
    dele = []
    if mini.start is not None:
        dele.append(linje(0, y_af(mini.start), START_BREDDE - 2, y_af(mini.start), REGEL_STAERK, 3))
    if mini.maal is not None:
        dele.append(linje(0, y_af(mini.maal), bredde, y_af(mini.maal), FJORD_900, 1.3, stroke_dasharray="3 3"))
    for stykke in stykker(mini.punkter):
        dele.append(streg([(x_af(x), y_af(y)) for x, y in stykke], FJORD_900, 1.8, stroke_linejoin="round"))
    dele += [cirkel(x_af(x), y_af(y), 2.4, FJORD_900) for x, y in kendte[:-1]]
    dele.append(_nyeste(x_af(kendte[-1][0]), y_af(kendte[-1][1]), mini))
    dele += [_aar(x_af(x), x, bredde) for x in dict.fromkeys((kendte[0][0], kendte[-1][0]))]
    return billede(bredde, HOEJDE, samlet(dele), titel=None)


def stykker(punkter: Sequence[tuple[int, Decimal | None]]) -> list[list[tuple[int, Decimal]]]:
    """The measured years in unbroken runs: a missing year is a gap in the line, never a guess."""
    resultat: list[list[tuple[int, Decimal]]] = []
    forrige: int | None = None
    for x, y in sorted(punkter, key=lambda et: et[0]):
        if y is None:
            continue
        if forrige is None or x != forrige + 1:
            resultat.append([])
        resultat[-1].append((x, y))
        forrige = x
    return resultat


def _skalaer(mini: Mini, kendte: list[tuple[int, Decimal]], bredde: Maal):
    foerst, sidst = kendte[0][0], kendte[-1][0]
    venstre = START_BREDDE + 12 if mini.start is not None else 8
    y_er = [float(y) for _, y in kendte] + [float(et) for et in (mini.start, mini.maal) if et is not None]
    lav, hoej = min(y_er), max(y_er)
    spaend = (hoej - lav) or 1.0

    def x_af(x: int) -> float:
        return venstre + (x - foerst) / ((sidst - foerst) or 1) * (bredde - 32 - venstre)

    def y_af(y: Decimal) -> float:
        return BUND - (float(y) - lav) / spaend * (BUND - TOP) if hoej != lav else (TOP + BUND) / 2

    return x_af, y_af


def _nyeste(x: float, y: float, mini: Mini) -> SafeString:
    farve = UDTRYK[mini.kode].staerk if mini.kode in UDTRYK else TEKST_2
    fyld = HVID if mini.foreloebig else farve
    return samlet([cirkel(x, y, 6, HVID), cirkel(x, y, 4, fyld, stroke=farve, stroke_width=2)])


def _aar(x: float, aar: int, bredde: Maal) -> SafeString:
    return tekst(min(max(x, 15), bredde - 15), 53, str(aar), farve=TEKST_3, px=12, anker="middle")

"""The curve towards a goal, drawn for a page (1168 px), again for a phone (358 px), and for a sheet of A4 (720 px).

The grammar never changes: thick line on a warm ground = where it began; dashed = the plan; solid with filled points =
measured; dotted with an open point = projected; thin brown with squares = comparison; light green field = where the
goal is met. The newest figure is the largest and the only one in the status' colour. A missing year is a gap.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from kerne.diagrammer import kurvens_dele as dele
from kerne.diagrammer.flade import Flade, akse_for
from kerne.diagrammer.svg import billede, samlet, tekst
from kerne.farver import TEKST_3

BRED, PAPIR, SMAL = 1168, 720, 358
HOEJDER = {BRED: 430, PAPIR: 256}
BAAND = {BRED: 232, PAPIR: 180}  # the start's window, wide enough for its words
TIL_ORD = 168  # px to the right of the plot, at least, for the goal's words


@dataclass(frozen=True)
class Punkt:
    """A year's figure; `tekst` is what is written at it, `kort` the same on a phone."""

    aar: int
    vaerdi: Decimal
    tekst: str = ""
    kort: str = ""


@dataclass(frozen=True)
class Vindue:
    """A level over years: the start or the goal. `tekst` is bold, `under` the line below it, `kort` for a phone."""

    fra: int
    til: int
    vaerdi: Decimal
    tekst: str = ""
    under: str = ""
    kort: str = ""
    akse: str = ""


@dataclass(frozen=True)
class Sammenligning:
    """Another group's line; `start` is its level in the start's window."""

    navn: str
    punkter: tuple[Punkt, ...]
    start: Decimal | None = None
    start_tekst: str = ""


@dataclass(frozen=True)
class Kurve:
    """Everything that a curve shows, with its words ready to print. `titel` is the message for who can't see it."""

    titel: str
    enhed: str
    maalt: tuple[Punkt, ...]
    kode: str = ""
    start: Vindue | None = None
    maal: Vindue | None = None
    maal_nedad: bool = True
    plan: tuple[Punkt, ...] = ()
    plan_tekst: str = ""
    fremskrevet: Punkt | None = None
    sammenligning: Sammenligning | None = None
    foreloebig: bool = False
    afvigelse: str = ""


def kurve(data: Kurve, *, smal: bool = False, bredde: int = BRED) -> SafeString:
    """The drawing, BRED or PAPIR px wide. `smal` is the phone's own: fewer words, larger in proportion."""
    flade = _flade(data, bredde, smal=smal)
    lag = [
        dele.grund(data, flade),
        tekst(0 if smal else flade.venstre - 24, 16, data.enhed, farve=TEKST_3, px=13),
        dele.akser(data, flade, smal=smal),
        dele.maalfelt(data, flade, smal=smal),
        dele.planlinje(data, flade, smal=smal),
        dele.sammenligningslinje(data, flade, smal=smal),
        dele.startlinje(data, flade, smal=smal),
        dele.fremskrivning(data, flade, smal=smal),
        dele.maalte(data, flade, smal=smal),
    ]
    return billede(flade.bredde, flade.hoejde, samlet(lag), titel=data.titel)


def akse_start(data: Kurve) -> Decimal:
    """Where the vertical axis begins, to be said under the curve when it isn't zero."""
    return akse_for(_tallene(data)).vaerdier[0]


def _tallene(data: Kurve) -> list[Decimal]:
    punkter = [*data.maalt, *data.plan, *(data.sammenligning.punkter if data.sammenligning else ())]
    tallene = [et.vaerdi for et in punkter] + [et.vaerdi for et in (data.start, data.maal, data.fremskrevet) if et]
    if data.sammenligning and data.sammenligning.start is not None:
        tallene.append(data.sammenligning.start)
    return tallene or [Decimal(0), Decimal(1)]


def _flade(data: Kurve, bredde: int, *, smal: bool) -> Flade:
    foerst, sidst = _aarene(data)
    akse = akse_for(_tallene(data))
    aarene = tuple(range(foerst, sidst + 1))
    if smal:
        venstre = max(30, dele.aksebredde(akse))
        return Flade(SMAL, 330, venstre, 354, 30, 282, 78 if data.start else 0, aarene, akse)
    hoejre = bredde - (max(TIL_ORD, dele.ordbredde(data)) if data.maal or data.fremskrevet else 18)
    hoejde = HOEJDER[bredde]
    return Flade(bredde, hoejde, 44, hoejre, 34, hoejde - 44, BAAND[bredde] if data.start else 0, aarene, akse)


def _aarene(data: Kurve) -> tuple[int, int]:
    alle = [et.aar for et in (*data.maalt, *data.plan)]
    if data.sammenligning:
        alle += [et.aar for et in data.sammenligning.punkter]
    if data.fremskrevet:
        alle.append(data.fremskrevet.aar)
    if data.maal:
        alle += [data.maal.fra, data.maal.til]
    efter_start = [et for et in alle if data.start is None or et > data.start.til] or [
        data.start.til + 1 if data.start else 0
    ]
    return min(efter_start), max(efter_start)

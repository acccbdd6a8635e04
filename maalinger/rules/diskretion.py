"""Small numbers: which figures may not be shown, because few people stand behind them. Pure and exact.

Why 0 is shown, why the limit counts the complement too, and what isn't covered: docs/beslutninger/0009-smaa-tal.md.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from aftaler.laesning import Enhed

STANDARDGRAENSE = 5  # our own default: a limit of LBF's was looked for and not found
SKJULT = "Skjult"
N = TypeVar("N", bound=Hashable)  # what the caller calls its figures
_HELE = {Enhed.PROCENT: 100, Enhed.PROMILLE: 1000}


@dataclass(frozen=True)
class Skjult:
    """Stands where a figure would have stood. Neither zero nor missing. `graense` None: the source hid it itself.

    The reason is the same whether the figure is small or would give a small one away: telling which is telling.
    """

    graense: int | None

    def __str__(self) -> str:
        return SKJULT

    @property
    def grund(self) -> str:
        if self.graense is None:
            return "Kilden viser ikke tallet, fordi få personer står bag det."
        return f"Færre end {self.graense} personer står bag tallet eller bag et tal, der kan regnes ud af det."


@dataclass(frozen=True)
class Bag:
    """The people behind a figure: so many, and of how many. None is unknown; `skjult` is hidden by the source."""

    antal: Fraction | None = None
    ud_af: Fraction | None = None
    skjult: bool = False

    def stoerrelser(self) -> tuple[Fraction | None, ...]:
        """Count, complement and denominator: each is a number of people that the figure gives away."""
        rest = self.ud_af - self.antal if self.ud_af is not None and self.antal is not None else None
        return self.antal, rest, self.ud_af


@dataclass(frozen=True)
class Sum(Generic[N]):
    """A known total and its parts, by the names of their figures: plan = its areas, those asked = the answers."""

    total: N
    dele: tuple[N, ...]


def bag(
    vaerdi: Decimal | None = None,
    *,
    enhed: Enhed | None,
    taeller: Decimal | None = None,
    naevner: Decimal | None = None,
    skjult: bool = False,
) -> Bag:
    """Regel andel-er-ogsaa-et-antal: en procent, hvis nævner er kendt, tæller også som det antal, den svarer til."""
    antal = taeller
    ud_af = Fraction(naevner) if naevner is not None else None
    if antal is None and vaerdi is not None and enhed == Enhed.ANTAL:
        antal = vaerdi
    if antal is not None:
        return Bag(Fraction(antal), ud_af, skjult)
    hele = _HELE.get(enhed) if enhed else None
    if vaerdi is not None and ud_af is not None and hele:
        return Bag(Fraction(vaerdi) * ud_af / hele, ud_af, skjult)
    return Bag(None if hele else ud_af, ud_af, skjult)  # a mean is everybody's: it can be subtracted out by weight


def er_lille(et: Bag, graense: int) -> bool:
    """Regel smaa-tal-skjules: et tal skjules, når antallet, resten eller nævneren er under grænsen, men ikke nul."""
    return et.skjult or any(er is not None and 0 < er < graense for er in et.stoerrelser())


def skjulte(tal: Mapping[N, Bag], summer: Sequence[Sum[N]] = (), *, graense: int) -> frozenset[N]:
    """Regel skjult-kan-ikke-traekkes-fra: så mange flere tal skjules, at ingen kan regne et skjult tal ud af de viste.

    The next smallest part is hidden, or the total where no part is left. A part that is zero is never used: it would
    hide nothing. Figures that `tal` doesn't have are unknown to the reader too.
    """
    valgt = {navn for navn, et in tal.items() if er_lille(et, graense)}
    kendte = [et for led in summer if (et := _regnestykke(led, tal))]
    while (naeste := _naeste(kendte, tal, valgt, graense)) is not None:
        valgt.add(naeste)
    return frozenset(valgt)


@dataclass(frozen=True)
class _Regnestykke(Generic[N]):
    """A sum that a reader could do. `aabent`: something that is shown nowhere is part of the total too."""

    total: N
    dele: tuple[N, ...]
    aabent: bool

    def navne(self) -> tuple[N, ...]:
        return (*self.dele, self.total)


def _regnestykke(led: Sum[N], tal: Mapping[N, Bag]) -> _Regnestykke[N] | None:
    """None where nothing can be subtracted: no total, or figures of different making that don't add up."""
    hele = tal.get(led.total)
    if hele is None or (hele.antal is None and not hele.skjult):
        return None
    dele = tuple(navn for navn in led.dele if navn in tal and (tal[navn].antal is not None or tal[navn].skjult))
    mangler = len(dele) < len(led.dele)
    if hele.antal is None or any(tal[navn].antal is None for navn in dele):
        return _Regnestykke(led.total, dele, mangler)
    rest = hele.antal - sum((tal[navn].antal or Fraction(0) for navn in dele), Fraction(0))
    return _Regnestykke(led.total, dele, mangler or rest > 0) if rest >= 0 else None


def _naeste(kendte: Sequence[_Regnestykke[N]], tal: Mapping[N, Bag], valgt: set[N], graense: int) -> N | None:
    """The next figure to hide, or None when what is shown gives nothing away."""
    for led in kendte:
        if led.total not in valgt and not _holder_taet(led, tal, valgt, graense):
            return _mindste([led], tal, valgt)
    for navn in _kan_regnes_ud(kendte, valgt):
        naeste = _mindste([led for led in kendte if navn in led.navne()], tal, valgt)
        return naeste if naeste is not None else _mindste(kendte, tal, valgt)
    return None


def _holder_taet(led: _Regnestykke[N], tal: Mapping[N, Bag], valgt: set[N], graense: int) -> bool:
    """What is left of the total when all that is shown is subtracted must itself be no small figure, nor one alone."""
    ude = [navn for navn in led.dele if navn in valgt]
    antal = len(ude) + led.aabent
    if not antal:
        return True
    resten = _resten(led, tal, valgt)
    if er_lille(resten, graense) or (ude and antal == 1):
        return False
    return not ude or resten.antal is None or resten.antal > antal  # three hidden that are three in all: one each


def _resten(led: _Regnestykke[N], tal: Mapping[N, Bag], valgt: set[N]) -> Bag:
    hele, vist = tal[led.total], [tal[navn] for navn in led.dele if navn not in valgt]
    antal = _minus(hele.antal, [et.antal for et in vist])
    ud_af = _minus(hele.ud_af, [et.ud_af for et in vist]) if hele.ud_af is not None else None
    return Bag(antal, ud_af) if ud_af is None or antal is None or antal <= ud_af else Bag(antal)


def _minus(hele: Fraction | None, dele: Iterable[Fraction | None]) -> Fraction | None:
    kendte = list(dele)
    if hele is None or any(et is None for et in kendte):
        return None
    return hele - sum((et for et in kendte if et is not None), Fraction(0))


def _mindste(kendte: Iterable[_Regnestykke[N]], tal: Mapping[N, Bag], valgt: set[N]) -> N | None:
    """The smallest part that is shown and isn't zero; else a total."""
    liste = list(kendte)
    dele = [navn for led in liste for navn in led.dele if navn not in valgt and tal[navn].antal]
    if dele:
        return min(dele, key=lambda navn: tal[navn].antal or Fraction(0))
    return next((led.total for led in liste if led.total not in valgt), None)


def _kan_regnes_ud(kendte: Sequence[_Regnestykke[N]], valgt: set[N]) -> list[N]:
    """The hidden figures that the shown ones determine, over all sums together.

    Each sum is a row of a linear system whose unknowns are the hidden figures; in reduced form a row with one unknown
    left is that unknown's value.
    """
    ukendte = list(dict.fromkeys(navn for led in kendte for navn in led.navne() if navn in valgt))
    plads = {navn: nr for nr, navn in enumerate(ukendte)}
    raekker = []
    for nr, led in enumerate(kendte):
        raekke = [Fraction(0)] * (len(ukendte) + len(kendte))
        for navn in led.dele:
            if navn in plads:
                raekke[plads[navn]] += 1
        if led.total in plads:
            raekke[plads[led.total]] -= 1
        raekke[len(ukendte) + nr] = Fraction(int(led.aabent))
        raekker.append(raekke)
    alene = (
        [nr for nr, koefficient in enumerate(raekke) if koefficient] for raekke in _reduceret(raekker) if any(raekke)
    )
    return [ukendte[numre[0]] for numre in alene if len(numre) == 1 and numre[0] < len(ukendte)]


def _reduceret(raekker: list[list[Fraction]]) -> list[list[Fraction]]:
    """Gauss-Jordan: reduced row echelon form."""
    bredde, foerste = len(raekker[0]) if raekker else 0, 0
    for kolonne in range(bredde):
        nr = next((nr for nr in range(foerste, len(raekker)) if raekker[nr][kolonne]), None)
        if nr is None:
            continue
        raekker[foerste], raekker[nr] = raekker[nr], raekker[foerste]
        ledende = raekker[foerste][kolonne]
        raekker[foerste] = [et / ledende for et in raekker[foerste]]
        for andet, raekke in enumerate(raekker):
            if andet != foerste and (gange := raekke[kolonne]):
                raekker[andet] = [et - gange * led for et, led in zip(raekke, raekker[foerste], strict=True)]
        foerste += 1
    return raekker

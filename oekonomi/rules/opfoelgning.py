"""Spending held against the budget: previous, this year and in all, what remains, and where it is heading."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from aftaler.rules.budget import Post
from aftaler.rules.penge import OERE
from oekonomi.rules import maaneder

MINDST_TIL_PROGNOSE = 3  # months with figures behind a projection (ux.md 7.7)


@dataclass(frozen=True)
class Postering:
    """A posting of the ledger, or – without a date – money that is committed (disponeret) but not spent."""

    post: Post
    dato: date | None

    @property
    def er_bogfoert(self) -> bool:
        return self.dato is not None


@dataclass(frozen=True)
class Linje:
    """A place or the whole plan, over the whole period, in kroner. None is "not stated", never zero.

    `foer` is spent before the year at hand, `aaret` in it, `brugt` in all years.
    """

    navn: str
    budget: Decimal | None
    revideret: Decimal | None
    foer: Decimal | None
    aaret: Decimal | None
    brugt: Decimal | None
    disponeret: Decimal | None
    rest: Decimal | None

    @property
    def er_overskredet(self) -> bool:
        return self.rest is not None and self.rest < 0

    @property
    def er_aendret(self) -> bool:
        return self.budget != self.revideret


@dataclass(frozen=True)
class Aarslinje:
    """One regnskabsår; `prognose` is what it will have cost when it is over."""

    aar: int | None
    budget: Decimal | None
    revideret: Decimal | None
    brugt: Decimal | None
    disponeret: Decimal | None
    rest: Decimal | None
    prognose: Decimal | None
    er_slut: bool

    @property
    def er_overskredet(self) -> bool:
        return self.rest is not None and self.rest < 0

    @property
    def uforbrugt(self) -> Decimal | None:
        """Regel uforbrugt: et afsluttet år har det tilbage, som dets reviderede budget er større end forbruget."""
        return self.rest if self.er_slut and self.rest is not None and self.rest > 0 else None


def rest(revideret: Decimal | None, brugt: Decimal | None, disponeret: Decimal | None) -> Decimal | None:
    """Regel rest-i-budgettet: tilbage er det reviderede budget minus brugt og disponeret; ukendt, når et mangler.

    Nothing committed on record takes nothing from the rest.
    """
    if revideret is None or brugt is None:
        return None
    return revideret - brugt - (disponeret or Decimal(0))


def prognose(brugt: Decimal | None, gaaede: int, alle: int) -> Decimal | None:
    """Regel prognose: forbruget fremskrives jævnt efter de måneder, der er bogført; først når der er tre.

    Spent so far ÷ months gone × all months, rounded to øre. Unknown without spending.
    """
    if brugt is None or gaaede < MINDST_TIL_PROGNOSE:
        return None
    if gaaede >= alle:
        return brugt
    return (brugt * alle / gaaede).quantize(OERE, ROUND_HALF_UP)


def bogfoert_til(posteringer: Iterable[Postering], dag: date) -> date:
    """Regel prognosens-grundlag: prognosen regner med månederne til og med den, der sidst er bogført i.

    The last day of that month, and never later than `dag`.
    """
    datoer = [et.dato for et in posteringer if et.dato]
    if not datoer:
        return dag
    sidst = max(datoer)
    naeste = date(sidst.year + sidst.month // 12, sidst.month % 12 + 1, 1)
    return min(dag, date.fromordinal(naeste.toordinal() - 1))


def linje(
    navn: str,
    budget: Sequence[Post],
    revideret: Sequence[Post],
    posteringer: Sequence[Postering],
    aar: int,
    *,
    kendte_aar: Collection[int],
) -> Linje:
    """One row. `kendte_aar` have postings somewhere in the plan: a place that has none there has spent nothing."""
    bogfoert = [et.post for et in posteringer if et.er_bogfoert]
    brugt = _sum(bogfoert) if kendte_aar else None
    disponeret = _sum_eller_intet(et.post for et in posteringer if not et.er_bogfoert)
    nyt = _sum_eller_intet(revideret)
    return Linje(
        navn=navn,
        budget=_sum_eller_intet(budget),
        revideret=nyt,
        foer=_sum(et for et in bogfoert if (et.aar or 0) < aar) if any(et < aar for et in kendte_aar) else None,
        aaret=_sum(et for et in bogfoert if et.aar == aar) if aar in kendte_aar else None,
        brugt=brugt,
        disponeret=disponeret,
        rest=rest(nyt, brugt, disponeret),
    )


def linjer(
    steder: Sequence[str], budget: Sequence[Post], revideret: Sequence[Post], posteringer: Sequence[Postering], aar: int
) -> tuple[list[Linje], Linje]:
    """Regel foer-nu-i-alt: for hvert sted og for planen: brugt før, i år og i alt; stederne giver planen til øren.

    `posteringer` of years after `aar` are left out. Only places that hold something are rows.
    """
    til_og_med = [et for et in posteringer if (et.post.aar or 0) <= aar]
    kendte_aar = {et.post.aar or 0 for et in til_og_med if et.er_bogfoert}
    i_brug = {et.sted for et in (*budget, *revideret)} | {et.post.sted for et in til_og_med}
    raekker = [
        linje(
            sted,
            [et for et in budget if et.sted == sted],
            [et for et in revideret if et.sted == sted],
            [et for et in til_og_med if et.post.sted == sted],
            aar,
            kendte_aar=kendte_aar,
        )
        for sted in [*(et for et in steder if et in i_brug), *sorted(i_brug - set(steder))]
    ]
    return raekker, linje("I alt", budget, revideret, til_og_med, aar, kendte_aar=kendte_aar)


def aarslinje(
    aar: int | None,
    budget: Sequence[Post],
    revideret: Sequence[Post],
    posteringer: Sequence[Postering],
    *,
    periode: tuple[date, date],
    dag: date,
) -> Aarslinje:
    """One year of the plan, or – with None – the whole of it. Without postings it has spent nothing we know of."""
    egne = [et for et in posteringer if aar is None or et.post.aar == aar]
    bogfoert = [et.post for et in egne if et.er_bogfoert]
    nyt = _sum_eller_intet(et for et in revideret if aar is None or et.aar == aar)
    brugt = _sum_eller_intet(bogfoert)
    disponeret = _sum_eller_intet(et.post for et in egne if not et.er_bogfoert)
    start, slut = periode
    til = bogfoert_til(egne, dag)
    if aar is None:
        er_slut, gaaet, alle = dag > slut, maaneder.gaaede(start, slut, til), maaneder.maaneder(start, slut)
    else:
        er_slut = dag > min(slut, date(aar, 12, 31))
        gaaet, alle = maaneder.gaaede_i_aaret(aar, start, slut, til), maaneder.i_aaret(aar, start, slut)
    return Aarslinje(
        aar=aar,
        budget=_sum_eller_intet(et for et in budget if aar is None or et.aar == aar),
        revideret=nyt,
        brugt=brugt,
        disponeret=disponeret,
        rest=rest(nyt, brugt, disponeret),
        prognose=brugt if er_slut else prognose(brugt, gaaet, alle),
        er_slut=er_slut,
    )


def _sum(poster: Iterable[Post]) -> Decimal:
    return sum((et.beloeb for et in poster), Decimal(0))


def _sum_eller_intet(poster: Iterable[Post]) -> Decimal | None:
    """The sum, or None where there is nothing to add."""
    egne = list(poster)
    return _sum(egne) if egne else None

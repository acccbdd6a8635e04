"""Danish full text over everything the person may see (ADR 0022). Every source is a queryset that begins with
`.objects.synlige_for(bruger)`; there is no index of texts beside the rows, so there is nothing to leak from."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from brugere.models import Bruger
from overblik.rules.soegning import Slags
from overblik.search import aftalerne, ikraft, moederne
from overblik.search.foresporgsel import Forespoergsel, forespoergsel
from overblik.search.fund import Fund, Laeser, Traef, hent, i_orden
from overblik.search.uddrag import med_uddrag

__all__ = ["FAA", "MANGE", "Gruppe", "Soegesvar", "soeg"]

KILDER = {**aftalerne.KILDER, **moederne.KILDER}
FAA, MANGE = 20, 200  # shown of each kind; of the one kind that was chosen


@dataclass(frozen=True)
class Gruppe:
    """One kind's hits. `antal` counts those that aren't shown too."""

    slags: Slags
    antal: int
    fund: tuple[Fund, ...]

    @property
    def har_flere(self) -> bool:
        return self.antal > len(self.fund)


@dataclass(frozen=True)
class Soegesvar:
    """`afkortet`: there were more documents in force than one search reads."""

    grupper: tuple[Gruppe, ...]
    afkortet: bool = False

    @property
    def antal(self) -> int:
        return sum(et.antal for et in self.grupper)


def soeg(bruger: Bruger, tekst: str, *, dag: date, plan: str = "", slags: str = "") -> Soegesvar:
    """Everything that matches, in all plans of the person or the one with the slug `plan`, of all kinds or of one.

    The same number of queries for any number of plans and rows.
    """
    spurgt = forespoergsel(tekst)
    laeser = Laeser.af(bruger, kun=plan)
    fundne, antal, afkortet = _find(laeser, tekst, spurgt, dag, slags)
    viste = {et: i_orden(fundne[et])[: MANGE if slags else FAA] for et in Slags if fundne[et]}
    fund = iter(med_uddrag([et for alle in viste.values() for et in alle], spurgt))
    grupper = tuple(Gruppe(et, antal[et], tuple(next(fund) for _ in alle)) for et, alle in viste.items())
    return Soegesvar(grupper, afkortet)


def _find(
    laeser: Laeser, tekst: str, spurgt: Forespoergsel, dag: date, slags: str
) -> tuple[dict[Slags, list[Traef]], dict[Slags, int], bool]:
    fundne: dict[Slags, list[Traef]] = defaultdict(list)
    antal: dict[Slags, int] = defaultdict(int)
    for et, kilder in KILDER.items():
        for kilde in kilder(laeser, tekst) if slags in ("", et) else ():
            traef, i_alt = hent(kilde, spurgt.query, MANGE if slags else FAA)
            fundne[et] += traef
            antal[et] += i_alt
    afkortet = False
    if not slags or slags in ikraft.SLAGS:
        i_kraft, afkortet = ikraft.hent(laeser, spurgt, dag)
        for et in i_kraft:
            if slags in ("", et.slags):
                fundne[et.slags].append(et)
                antal[et.slags] += 1
    return fundne, antal, afkortet

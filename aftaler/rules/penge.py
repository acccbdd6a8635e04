"""Rules of money: shares, sums, years and hours. Amounts in kroner; unknown is never zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import combinations

HUNDREDE = Decimal(100)
OERE = Decimal("0.01")
TIENDEDEL = Decimal("0.1")


def samlet(landsbyggefonden: Decimal | None, lokal: Decimal | None) -> Decimal | None:
    """Regel samlet-budget: det samlede budget er Landsbyggefonden plus lokal medfinansiering (LBF's tabel i afsnit 7).

    Unknown when either is unknown: a missing amount is not zero.
    """
    return None if landsbyggefonden is None or lokal is None else landsbyggefonden + lokal


def medfinansieringsgrad(landsbyggefonden: Decimal | None, lokal: Decimal | None) -> Decimal | None:
    """Regel medfinansieringsgrad: den lokale andel er lokal medfinansiering delt med det samlede budget.

    A share between 0 and 1; None when an amount is unknown or there is no money at all.
    """
    i_alt = samlet(landsbyggefonden, lokal)
    return lokal / i_alt if i_alt and lokal is not None else None


def holder_lokal_andel(andel: Decimal, krav: Decimal) -> bool:
    """Regel medfinansiering-25: mindst den andel, bevillingsperioden kræver (25 %), er lokal medfinansiering.

    `krav` is the period's own share, 0 to 1 (domain.md 1.1); the plan's dates never decide it.
    """
    return andel >= krav


def mindste_lokale_beloeb(i_alt: Decimal, krav: Decimal) -> Decimal:
    """Regel mindste-lokale-beloeb: kravet i kroner er periodens mindste andel af det samlede budget, rundet op til øre.

    `krav` is a share, e.g. 0.25.
    """
    krone = (i_alt * krav).quantize(OERE, ROUND_FLOOR)
    return krone if krone >= i_alt * krav else krone + OERE


def regnskabsaar(start: date, slut: date) -> tuple[int, ...]:
    """Regel regnskabsaar: en plan har et regnskabsår for hvert kalenderår, den rører; fire år kan røre fem."""
    return tuple(range(start.year, slut.year + 1))


def timevaerdi(timer: Decimal | None, sats: Decimal | None) -> Decimal | None:
    """Regel timers-vaerdi: timer gange kroner pr. time, rundet til øre; ukendt, når et af tallene mangler."""
    return None if timer is None or sats is None else (timer * sats).quantize(OERE, ROUND_HALF_UP)


def procenter(beloeb: Sequence[Decimal]) -> list[Decimal]:
    """Regel andele-giver-100: andele af en sum skrives med én decimal, så de tilsammen giver 100.

    The largest remainders are rounded up. Without money there are no shares: all are 0 only where `beloeb` sums to 0.
    """
    i_alt = sum(beloeb, Decimal(0))
    if not i_alt:
        return [Decimal(0)] * len(beloeb)
    praecise = [et * HUNDREDE / i_alt for et in beloeb]
    ned = [et.quantize(TIENDEDEL, ROUND_FLOOR) for et in praecise]
    mangler = int((HUNDREDE - sum(ned, Decimal(0))) / TIENDEDEL)
    stoerst_rest = sorted(range(len(ned)), key=lambda nr: ned[nr] - praecise[nr])[:mangler]
    return [et + TIENDEDEL if nr in stoerst_rest else et for nr, et in enumerate(ned)]


def mangler_foer_omlaegning(foer: Decimal, nye: Sequence[Decimal], grund: str) -> list[str]:
    """Regel omlaegning-bevarer-beloebet: et omlagt tilsagn bliver til lige så meget, eller der står hvorfor."""
    if not nye:
        return ["Skriv mindst ét nyt tilsagn."]
    if sum(nye, Decimal(0)) != foer and not grund.strip():
        return ["De nye tilsagn giver ikke det samme som det gamle. Ret beløbene, eller skriv hvorfor."]
    return []


@dataclass(frozen=True)
class Andelsproeve:
    """A stated share held against the figures. `andel` is exact (0 to 1); None when an amount is not known.

    `uden_for` are the givers that were not named, but must be counted for the share to hold; `andel_med` is then the
    share with them.
    """

    procent: Decimal
    beloeb: Decimal | None
    andel: Decimal | None
    holder: bool | None
    uden_for: tuple[str, ...] = ()
    andel_med: Decimal | None = None


def proev_andel(
    procent: Decimal, naevnte: Sequence[str], bidrag: dict[str, Decimal], andre: Sequence[str], i_alt: Decimal | None
) -> Andelsproeve:
    """Regel oplyst-andel: en andel, som et dokument nævner, skal passe med beløbene fra dem, den tilskrives.

    `bidrag` is each giver's amount where it is known; `andre` are the givers that were not named and could explain it.
    """
    if not i_alt or not naevnte or any(navn not in bidrag for navn in naevnte):
        return Andelsproeve(procent, None, None, None)
    beloeb = sum((bidrag[navn] for navn in naevnte), Decimal(0))
    if _passer(procent, beloeb / i_alt):
        return Andelsproeve(procent, beloeb, beloeb / i_alt, True)
    kendte = [navn for navn in andre if navn in bidrag][:8]  # 255 ways at the most
    for antal in range(1, len(kendte) + 1):
        for flere in combinations(kendte, antal):
            med = (beloeb + sum(bidrag[navn] for navn in flere)) / i_alt
            if _passer(procent, med):
                return Andelsproeve(procent, beloeb, beloeb / i_alt, False, flere, med)
    return Andelsproeve(procent, beloeb, beloeb / i_alt, False)


def _passer(procent: Decimal, andel: Decimal) -> bool:
    """Equal when rounded as the document did: to a whole percent where it states one, else to one decimal."""
    hel = procent == procent.to_integral_value()
    trin = Decimal(1) if hel else TIENDEDEL
    return (andel * HUNDREDE).quantize(trin, ROUND_HALF_UP) == procent.quantize(trin, ROUND_HALF_UP)

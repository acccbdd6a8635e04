"""Danish working days. Pure: the holidays are those of the law, found from Easter; no clock."""

from datetime import date, timedelta
from functools import lru_cache

SIDSTE_BEDEDAG = 2023  # store bededag was a holiday to this year (lov nr. 214 af 6. marts 2023)


def paaskedag(aar: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus' rule)."""
    a, (b, c) = aar % 19, divmod(aar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maaned, dag = divmod(h + m - 7 * n + 114, 31)
    return date(aar, maaned, dag + 1)


@lru_cache
def helligdage(aar: int) -> frozenset[date]:
    """The church's holidays, 1 January and the two days of Christmas; store bededag only until 2023."""
    fra_paaske = [-3, -2, 0, 1, 39, 49, 50] + ([26] if aar <= SIDSTE_BEDEDAG else [])
    bevaegelige = {paaskedag(aar) + timedelta(days=et) for et in fra_paaske}
    return frozenset(bevaegelige | {date(aar, 1, 1), date(aar, 12, 25), date(aar, 12, 26)})


def er_arbejdsdag(dag: date) -> bool:
    """Monday to Friday, and no holiday."""
    return dag.weekday() < 5 and dag not in helligdage(dag.year)


def arbejdsdage(fra: date, til: date) -> int:
    """Working days after `fra`, up to and with `til`."""
    return sum(er_arbejdsdag(fra + timedelta(days=et)) for et in range(1, (til - fra).days + 1))


def foerste_arbejdsdag(aar: int, maaned: int) -> date:
    """The month's first working day."""
    dag = date(aar, maaned, 1)
    while not er_arbejdsdag(dag):
        dag += timedelta(days=1)
    return dag


def flyt_arbejdsdage(dag: date, antal: int) -> date:
    """The working day so many working days after `dag`; a negative number goes back. 0 is the day itself."""
    skridt = timedelta(days=1 if antal > 0 else -1)
    for _ in range(abs(antal)):
        dag += skridt
        while not er_arbejdsdag(dag):
            dag += skridt
    return dag


def ugens_foerste_arbejdsdag(dag: date) -> date | None:
    """The first working day of the week that `dag` is in; None in a week of holidays."""
    mandag = dag - timedelta(days=dag.weekday())
    return next((et for et in (mandag + timedelta(days=nr) for nr in range(5)) if er_arbejdsdag(et)), None)

"""Danish working days. Pure: no clock.

Weekends and the holidays of the law are off, and so are 5 June, 24 and 31 December, when public offices are closed.
"""

from datetime import date, timedelta

FASTE = frozenset({(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)})  # (month, day)
FRA_PAASKE = (-3, -2, 1, 39, 50)  # skærtorsdag, langfredag, 2. påskedag, Kristi himmelfart, 2. pinsedag
BEDEDAG, SIDSTE_BEDEDAG = 26, 2023  # store bededag, a holiday to and with 2023


def paaskedag(aar: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = aar % 19, divmod(aar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maaned, dag = divmod(h + m - 7 * n + 114, 31)
    return date(aar, maaned, dag + 1)


def er_arbejdsdag(dag: date) -> bool:
    efter_paaske = (dag - paaskedag(dag.year)).days
    helligdag = (dag.month, dag.day) in FASTE or efter_paaske in FRA_PAASKE
    bededag = efter_paaske == BEDEDAG and dag.year <= SIDSTE_BEDEDAG
    return dag.isoweekday() <= 5 and not helligdag and not bededag


def foerste_arbejdsdag(aar: int, maaned: int) -> date:
    """The month's first working day."""
    dag = date(aar, maaned, 1)
    while not er_arbejdsdag(dag):
        dag += timedelta(days=1)
    return dag

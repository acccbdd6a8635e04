"""Danish working days, year by year."""

from datetime import date

import pytest

from kerne.arbejdsdage import er_arbejdsdag, foerste_arbejdsdag, paaskedag


@pytest.mark.parametrize(
    ("aar", "dag"),
    [(2000, "04-23"),
     (2008, "03-23"), (2011, "04-24"), (2019, "04-21"), (2024, "03-31"),
     (2026, "04-05"), (2038, "04-25")],
)  # fmt: skip
def test_paaskedag(aar, dag):
    assert paaskedag(aar) == date.fromisoformat(f"{aar}-{dag}")


@pytest.mark.parametrize(
    ("dag", "er"),
    [
        ("2026-11-27", True),  # Friday
        ("2026-11-28", False),  # Saturday
        ("2026-11-29", False),  # Sunday
        ("2027-01-01", False),
        ("2026-04-02", False),  # skærtorsdag
        ("2026-04-03", False),  # langfredag
        ("2026-04-06", False),  # 2. påskedag
        ("2026-04-07", True),
        ("2023-05-05", False),  # store bededag, the last one
        ("2024-04-26", True),
        ("2026-05-01", True),
        ("2026-05-14", False),  # Kristi himmelfart
        ("2026-05-25", False),  # 2. pinsedag
        ("2026-06-05", False),
        ("2026-12-24", False),
        ("2026-12-31", False),
    ],
)
def test_arbejdsdage(dag, er):
    assert er_arbejdsdag(date.fromisoformat(dag)) is er


@pytest.mark.parametrize(
    ("maaned", "dag"),
    [
        ((2026, 12), "2026-12-01"),
        ((2027, 1), "2027-01-04"),  # new year's day, Saturday, Sunday
        ((2026, 8), "2026-08-03"),
        ((2024, 4), "2024-04-02"),  # 2. påskedag
        ((2020, 6), "2020-06-02"),  # 2. pinsedag
    ],
)
def test_foerste_arbejdsdag(maaned, dag):
    assert foerste_arbejdsdag(*maaned) == date.fromisoformat(dag)

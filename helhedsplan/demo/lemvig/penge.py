# ruff: noqa: E501 (prose is written as it is read)
"""Lemvig's money. The totals and the kommune's million in hours are the documents'; the split on years and types is invented."""

from decimal import Decimal

from helhedsplan.demo.budgetlinjer import aar_for_aar, tvaergaaende
from helhedsplan.demo.former import Kilde, Oekonomi, Tilsagn

LBF, KOMMUNE, BO = "Landsbyggefonden", "Lemvig Kommune", "Bo i Lemvig"
OEKONOMI = Oekonomi(
    landsbyggefonden=Decimal(6_000_000),
    lokal_medfinansiering=Decimal(2_900_000),
    kilder=(
        Kilde(LBF, "landsbyggefonden"),
        Kilde(KOMMUNE, "kommune", KOMMUNE),
        Kilde(BO, "boligorganisation", BO),
    ),
    tilsagn=(
        Tilsagn(LBF, "kontant", 6_000_000),
        Tilsagn(
            KOMMUNE,
            "timer",
            1_000_000,
            betingelse="Kun timer fra medarbejdere, som arbejder i planens aktiviteter. Antal timer og sats er ikke oplyst.",
        ),
        Tilsagn(
            BO,
            "kontant",
            1_900_000,
            betingelse="Regnet ud: resten af de 2.900.000 kr. Aftalen siger ikke, hvordan den gives. Kontant er et eksempel.",
        ),
    ),
    poster=(
        *aar_for_aar("5.1", 2019, 460, 700, 700, 700, 240),
        *aar_for_aar("5.3", 2019, 500, 750, 750, 750, 250),
        *aar_for_aar("5.4", 2019, 380, 575, 575, 575, 195),
        *tvaergaaende(2019, 130, 200, 200, 200, 70),
    ),
)

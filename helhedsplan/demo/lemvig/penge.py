# ruff: noqa: E501 (prose is written as it is read)
"""Lemvig's money. The totals and the kommune's million in hours are the documents'; the split on years, types and givers is invented."""

from decimal import Decimal

from helhedsplan.demo.budgetlinjer import fordelt
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
        *fordelt(
            "5.1", 2019, {LBF: (310, 475, 475, 475, 165), KOMMUNE: (40, 60, 60, 60, 20), BO: (110, 165, 165, 165, 55)}
        ),
        *fordelt(
            "5.3", 2019, {LBF: (350, 525, 525, 525, 175), KOMMUNE: (75, 110, 110, 110, 35), BO: (75, 115, 115, 115, 40)}
        ),
        *fordelt(
            "5.4", 2019, {LBF: (250, 375, 375, 375, 125), KOMMUNE: (50, 80, 80, 80, 30), BO: (80, 120, 120, 120, 40)}
        ),
        *fordelt("", 2019, {LBF: (80, 125, 125, 125, 45), BO: (50, 75, 75, 75, 25)}),
    ),
)

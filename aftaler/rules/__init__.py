"""What the rules of the agreement say: pure, no user, no clock, no writes."""

from aftaler.rules.aendringer import (
    aendringens_art,
    er_godkendt,
    godkender,
    i_kraft_fra,
    kan_skifte,
    maa_gaelde_fra,
    mangler_foer_indsendelse,
    mangler_foer_trin,
)
from aftaler.rules.penge import medfinansieringsgrad, samlet

__all__ = [
    "aendringens_art",
    "er_godkendt",
    "godkender",
    "i_kraft_fra",
    "kan_skifte",
    "maa_gaelde_fra",
    "mangler_foer_indsendelse",
    "mangler_foer_trin",
    "medfinansieringsgrad",
    "samlet",
]

"""What the rules of the agreement say: pure, no user, no clock, no writes."""

from aftaler.rules.aendringer import (
    aendringens_art,
    er_godkendt,
    godkender,
    i_kraft_fra,
    i_saetning,
    kan_registreres,
    kan_skifte,
    maa_gaelde_fra,
    mangler_foer_indsendelse,
    mangler_foer_opfyldelse,
    mangler_foer_trin,
    om_aktiviteter,
)
from aftaler.rules.penge import holder_lokal_andel, medfinansieringsgrad, samlet

__all__ = [
    "aendringens_art",
    "er_godkendt",
    "godkender",
    "holder_lokal_andel",
    "i_kraft_fra",
    "i_saetning",
    "kan_registreres",
    "kan_skifte",
    "maa_gaelde_fra",
    "mangler_foer_indsendelse",
    "mangler_foer_opfyldelse",
    "mangler_foer_trin",
    "medfinansieringsgrad",
    "om_aktiviteter",
    "samlet",
]

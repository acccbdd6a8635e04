"""A reading as the JSON that `tolk_kriterium` promises."""

from dataclasses import asdict
from decimal import Decimal

from aftaler.laesning import Laesning


def til_json(tekst: str, laesning: Laesning) -> dict:
    """Plain JSON values: whole numbers as int, others as float, codes as strings, unknown as None."""
    return {"tekst": tekst} | {navn: _vaerdi(vaerdi) for navn, vaerdi in asdict(laesning).items()}


def _vaerdi(vaerdi: object) -> object:
    if isinstance(vaerdi, Decimal):
        return int(vaerdi) if vaerdi == vaerdi.to_integral_value() else float(vaerdi)
    if isinstance(vaerdi, dict):
        return {navn: _vaerdi(under) for navn, under in vaerdi.items()}
    if isinstance(vaerdi, (tuple, list)):
        return [_vaerdi(under) for under in vaerdi]
    return str(vaerdi) if isinstance(vaerdi, str) else vaerdi

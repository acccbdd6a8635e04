"""The demo's meetings: dates, bodies and decisions of the public documents in our own words; the rest, and all persons,
is invented."""

from helhedsplan.demo.moeder.faste import FASTE
from helhedsplan.demo.moeder.koege import KOEGE
from helhedsplan.demo.moeder.lemvig import LEMVIG
from helhedsplan.demo.moeder.lolland import LOLLAND
from helhedsplan.demo.moeder.slagelse import SLAGELSE

__all__ = ["FASTE", "PLANER"]

PLANER = {"lemvig": LEMVIG, "slagelse": SLAGELSE, "lolland": LOLLAND, "koege": KOEGE}

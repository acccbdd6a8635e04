"""The demo plans: figures of public documents in our own words. Persons, and what is marked eksempel, are invented."""

from helhedsplan.demo.koege import KOEGE
from helhedsplan.demo.lemvig import LEMVIG
from helhedsplan.demo.lolland import LOLLAND
from helhedsplan.demo.slagelse import SLAGELSE

PLANER = (LEMVIG, SLAGELSE, LOLLAND, KOEGE)

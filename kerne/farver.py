"""The one table of colours: statuses, marks and charts, on screen and on paper.

Templates take their colours from ``static/css/tokens.css``; drawings (SVG, also in PDF, where neither
page CSS nor ``var()`` reaches) take them from here. ``tests/kerne/test_farver.py`` holds the two against
each other. All colours are written ``#RRGGBB`` in capitals.

A shape and a word carry the meaning, the colour only helps: filled shapes are known, open shapes are not
known yet, so a page copied in black and white still reads.
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a sign is drawn; the drawings themselves are in ``kerne.diagrammer``."""

    CIRKEL_FLUEBEN = "cirkel_flueben"
    CIRKEL_PIL = "cirkel_pil"
    TREKANT_UDRAAB = "trekant_udraab"
    FIRKANT_KRYDS = "firkant_kryds"
    CIRKEL_HALV = "cirkel_halv"
    CIRKEL_PRIK_STREG = "cirkel_prik_streg"
    CIRKEL_STIPLET = "cirkel_stiplet"
    RUDE_STREG = "rude_streg"


@dataclass(frozen=True, slots=True)
class Udtryk:
    """How one status or mark looks: its word, its shape and its two colours.

    ``staerk`` is for the sign and its word (at least 4.5:1 on white, on ``PAPIR_100`` and on its own
    ``tint``); ``tint`` is the ground of a pill and is never used under another status' word.
    """

    ord: str
    form: Form
    staerk: str
    tint: str


STATUSSER: dict[str, Udtryk] = {
    "opfyldt": Udtryk("Opfyldt", Form.CIRKEL_FLUEBEN, "#14532D", "#E1EFE5"),
    "paa_sporet": Udtryk("På sporet", Form.CIRKEL_PIL, "#2A7A3B", "#E8F3E8"),
    "bagud": Udtryk("Bagud", Form.TREKANT_UDRAAB, "#A34A00", "#FBEBD3"),
    "ikke_opfyldt": Udtryk("Ikke opfyldt", Form.FIRKANT_KRYDS, "#B3211B", "#FBE4E1"),
    "venter": Udtryk("Venter på måling", Form.CIRKEL_PRIK_STREG, "#4A4A46", "#F0EEE9"),
    "maaling_mangler": Udtryk("Måling mangler", Form.CIRKEL_STIPLET, "#6F3A93", "#F0E7F5"),
    "ikke_maalbart": Udtryk("Ikke målbart endnu", Form.RUDE_STREG, "#5B5B57", "#ECEAE5"),
}
"""The seven statuses, in the order in which they are listed and explained."""

MAERKER: dict[str, Udtryk] = {
    "foreloebig": Udtryk("Foreløbig", Form.CIRKEL_HALV, "#1F5A9E", "#E4EEF8"),
}
"""What stands beside a status and never replaces it."""

UDTRYK: dict[str, Udtryk] = STATUSSER | MAERKER
"""Everything that has a sign, by its code."""

FJORD_900 = "#0F3440"  # headings, the bar, the filled button, the measured line
FJORD_700 = "#17566A"  # links
FJORD_500 = "#3C7F92"  # focus ring, marks
FJORD_100 = "#E2EDEF"  # the state bar, the chosen row
PAPIR_100 = "#F6F2EA"  # the warm ground of what helps or summarises, the baseline window
REGEL = "#D9D3C6"  # thin rules and the empty part of a track: decoration only
REGEL_STAERK = "#8D877A"  # field borders (3.6:1), the border of a table heading
TEKST = "#1A1A1A"
TEKST_2 = "#4A4A46"
TEKST_3 = "#66645E"
SAMMENLIGNING = "#7A6A4F"  # the thin comparison line with squares
MAALFELT = "#E8F3E8"  # the field where the goal is met
FEJL = "#CC0000"  # a fault in a form; DKFDS' own red, kept apart from "ikke opfyldt"
FEJL_TINT = "#FDF3F3"
HVID = "#FFFFFF"

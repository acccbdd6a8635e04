"""The annotated sentences, in a short notation: only what differs from null, false and [] is written.

`baseline` and `maal` are [vaerdi, fra, til], `aendring` [vaerdi, enhed, grundlag], `reference` [navn, vaerdi, fra, til]
and each of `omraader` [navn, sammenligning, vaerdi]. The seeds' sentences stand as the sha256 of their text.
`traening.jsonl` was written and tuned on; `proeve.jsonl` was annotated round by round before it was first read;
`frisk.jsonl` is by another hand, again round by round. The first scores stand in decision record 0003.
"""

import json
from pathlib import Path

MAPPE = Path(__file__).parent
PUNKT = ("vaerdi", "fra", "til")
FELTER: dict[str, tuple[str, ...]] = {
    "baseline": PUNKT,
    "maal": PUNKT,
    "aendring": ("vaerdi", "enhed", "grundlag"),
    "reference": ("navn", *PUNKT),
}
TOM = dict.fromkeys(
    ("form", "maalbar", "retning", "sammenligning", "enhed", "baseline", "maal", "pr", "aendring", "reference")
) | {"maalbar": False, "omraader": [], "mangler": []}


def linjer(fil: str) -> list[dict]:
    return [json.loads(linje) for linje in (MAPPE / fil).read_text(encoding="utf-8").splitlines()]


def fuld(kort: dict) -> dict:
    """The whole reading that a short line stands for."""
    laesning = {navn: kort.get(navn, tom) for navn, tom in TOM.items()}
    for navn, dele in FELTER.items():
        if laesning[navn] is not None:
            laesning[navn] = dict(zip(dele, laesning[navn], strict=True))
    laesning["omraader"] = [
        dict(zip(("navn", "sammenligning", "vaerdi"), et, strict=True)) for et in laesning["omraader"]
    ]
    return laesning

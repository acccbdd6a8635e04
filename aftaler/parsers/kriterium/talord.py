"""Danish number words and fractions as data."""

import re
from decimal import Decimal

_ENERE = {"en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9}
_TIERE = {
    "tyve": 20,
    "tredive": 30,
    "fyrre": 40,
    "halvtreds": 50,
    "tres": 60,
    "halvfjerds": 70,
    "firs": 80,
    "halvfems": 90,
}

# "en" and "et" are articles; only the accented form, or the word after a comparator, is a number.
TALORD: dict[str, Decimal] = {
    ord_: Decimal(vaerdi)
    for ord_, vaerdi in (
        {k: v for k, v in _ENERE.items() if k != "en"}
        | {"én": 1, "ét": 1, "een": 1, "eet": 1, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14}
        | {"femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19, "hundrede": 100, "tusind": 1000}
        | {
            "tusinde": 1000,
            "nul": 0,
            "et par hundrede": 200,
            "et dusin": 12,
            "to dusin": 24,
            "et snes": 20,
            "en snes": 20,
            "et hundrede": 100,
            "ethundrede": 100,
            "to hundrede": 200,
            "tohundrede": 200,
        }
        | _TIERE
        | {f"{ener}og{tier}": e + t for ener, e in _ENERE.items() for tier, t in _TIERE.items()}
    ).items()
}

ARTIKLER = {"en": Decimal(1), "et": Decimal(1)}

# A share told in words, in percent with two decimals.
BROEKER: dict[str, Decimal] = {
    "halvdelen": Decimal(50),
    "en halvdel": Decimal(50),
    "en tredjedel": Decimal("33.33"),
    "to tredjedele": Decimal("66.67"),
    "en fjerdedel": Decimal(25),
    "tre fjerdedele": Decimal(75),
    "en femtedel": Decimal(20),
    "to femtedele": Decimal(40),
    "tre femtedele": Decimal(60),
    "fire femtedele": Decimal(80),
    "en sjettedel": Decimal("16.67"),
    "en tiendedel": Decimal(10),
    "ni tiendedele": Decimal(90),
}
# "hver tredje beboer", "hvert tredje barn", "hver 3. ung"
HVER: dict[str, Decimal] = {
    f"{hver} {ord_}": vaerdi
    for ordene, vaerdi in (
        (("anden", "andet", "2."), Decimal(50)),
        (("tredje", "3."), Decimal("33.33")),
        (("fjerde", "4."), Decimal(25)),
        (("femte", "5."), Decimal(20)),
        (("tiende", "10."), Decimal(10)),
    )
    for ord_ in ordene
    for hver in ("hver", "hvert")
}

# A change told in one word, in percent.
GANGE: tuple[tuple[str, Decimal], ...] = (
    (
        r"halver(?:e[srt]?|et|ing\w*)|til (?:det halve|halvdelen)|det halve af|halvt så (?:mange|meget|høj\w*|stor\w*)",
        Decimal(-50),
    ),
    (
        r"fordob(?:le[srt]?|let|ling\w*)|(?:dobbelt|to gange|2 gange) så (?:mange|meget|høj\w*|stor\w*)|"
        r"til det dobbelte",
        Decimal(100),
    ),
    (
        r"tredob(?:le[srt]?|let|ling\w*)|(?:tre|3) gange så (?:mange|meget|høj\w*|stor\w*)|til det tredobbelte",
        Decimal(200),
    ),
    (r"firedob(?:le[srt]?|let|ling\w*)|(?:fire|4) gange så (?:mange|meget|høj\w*|stor\w*)", Decimal(300)),
)


def fordobling(tekst: str) -> Decimal | None:
    """A change told in one word ("halveres"), in percent, or None."""
    return next((vaerdi for moenster, vaerdi in GANGE if re.search(rf"\b(?:{moenster})\b", tekst, re.I)), None)

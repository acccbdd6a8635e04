"""Figures for the ministry's lists, so that every answer occurs. Invented, but for what a document is named for.

The two answers about Motalavej are the ministry's, as Plesner told them in December 2023.
"""

from dataclasses import dataclass

UDEN_ARBEJDE, DOEMTE, GRUNDSKOLE = "uden-arbejde-og-uddannelse", "doemte", "kun-grundskole-30-59"
INDKOMST, IKKE_VESTLIGE, BEBOERE = "bruttoindkomst-af-region", "ikke-vestlige", "beboere"
PLESNER = "Plesner, »Nye lister over udsatte boligområder«, december 2023"


@dataclass(frozen=True)
class Serie:
    """One indicator of one area: a figure a year from `fra`. None: none that year; "skjult": hidden by its source."""

    kode: str
    fra: int
    tal: tuple[str | None, ...]


@dataclass(frozen=True)
class Svar:
    """What the ministry said of the area."""

    art: str
    aar: int
    paa_listen: bool
    kilde: str


@dataclass(frozen=True)
class Omraade:
    serier: tuple[Serie, ...]
    svar: tuple[Svar, ...] = ()


# The country's convicted among residents of 18 and over, per cent
LANDET_DOEMTE = {
    2014: "1.00", 2015: "0.99", 2016: "0.97", 2017: "0.96", 2018: "0.95", 2019: "0.94", 2020: "0.92", 2021: "0.90",
    2022: "0.89", 2023: "0.88",
}  # fmt: skip

MOTALAVEJ = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2015, ("47.2", "46.8", "46.1", "45.0", "44.2", "43.1", "41.9", "39.4", "38.8")),
        Serie(DOEMTE, 2015, ("3.61", "3.44", "3.20", "3.05", "2.98", "2.90", "2.41", "2.33", "2.30")),
        Serie(GRUNDSKOLE, 2015, ("66.1", "65.8", "65.0", "64.2", "63.9", "63.0", "62.2", "61.5", "61.0")),
        Serie(INDKOMST, 2015, ("52.0", "52.3", "53.0", "53.4", "53.9", "54.6", "55.4", "56.1")),
        Serie(IKKE_VESTLIGE, 2015, ("54.8", "55.2", "54.9", "54.1", "53.6", "53.0", "52.1", "51.4", "51.0")),
        Serie(BEBOERE, 2015, ("1840", "1835", "1822", "1810", "1790", "1776", "1760", "1741", "1730")),
    ),
    (
        Svar("udsat", 2022, False, PLESNER),
        Svar("forebyggelse", 2022, True, PLESNER),
        Svar("udsat", 2023, True, PLESNER),
    ),
)
RINGPARKEN = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2017, ("43.8", "43.0", "42.4", "41.6", "41.0", "40.7")),
        Serie(DOEMTE, 2017, ("2.61", "2.55", "2.47", "2.31", "2.20", "2.12")),
        Serie(GRUNDSKOLE, 2017, ("62.9", "62.4", "61.7", "61.2", "60.8", "60.2")),
        Serie(INDKOMST, 2017, ("55.8", "56.2", "56.9", "57.3", "58.0", "58.8")),
        Serie(IKKE_VESTLIGE, 2017, ("57.0", "56.6", "56.1", "55.8", "55.0", "54.2")),
        Serie(BEBOERE, 2017, ("2110", "2104", "2091", "2088", "2075", "2066")),
    )
)
SYDBYEN = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2018, ("40.9", "40.6", "40.2", "40.0", "40.0")),
        Serie(DOEMTE, 2018, ("2.20", "2.08", None, "1.95", "1.90")),
        Serie(GRUNDSKOLE, 2018, ("57.3", "56.9", "56.2", "55.8", "55.1")),
        Serie(INDKOMST, 2018, ("skjult", "skjult", "skjult", "skjult", "skjult")),
        Serie(IKKE_VESTLIGE, 2018, ("43.4", "42.8", "42.0", "41.5", "41.1")),
        Serie(BEBOERE, 2018, ("1320", "1311", "1304", "1298", "1290")),
    )
)
SKAELSKOER = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2018, ("33.1", "32.6", "31.8", "31.0", "30.4")),
        Serie(DOEMTE, 2018, ("1.72", "1.66", "1.61", "1.55", "1.50")),
        Serie(GRUNDSKOLE, 2018, ("51.2", "50.4", "49.8", "49.1", "48.7")),
        Serie(INDKOMST, 2018, ("66.0", "66.4", "66.9", "67.2", "67.8")),
        Serie(IKKE_VESTLIGE, 2018, ("19.6", "19.4", "19.1", "18.9", "18.6")),
        Serie(BEBOERE, 2018, ("1140", "1132", "1128", "1121", "1115")),
    )
)
KARLEMOSEN = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2016, ("41.3", "40.8", "40.1", "39.0", "38.2", "37.5")),
        Serie(DOEMTE, 2016, ("2.51", "2.63", "2.94", "3.02", "2.71", "2.44")),
        Serie(GRUNDSKOLE, 2016, ("58.2", "57.6", "57.0", "56.3", "55.9", "55.2")),
        Serie(INDKOMST, 2016, ("54.1", "54.3", "54.9", "55.6", "56.2", "57.0")),
        Serie(IKKE_VESTLIGE, 2016, ("58.4", "58.0", "57.5", "57.1", "56.6", "56.0")),
        Serie(BEBOERE, 2016, ("1750", "1742", "1738", "1731", "1725", "1719")),
    )
)
ELLEMARKEN = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2017, ("36.4", "35.8", "35.1", "34.6", "33.9")),
        Serie(GRUNDSKOLE, 2017, ("60.6", "60.3", "60.0", "59.4", "58.8")),
        Serie(IKKE_VESTLIGE, 2017, ("38.2", "37.9", "37.4", "37.0", "36.8")),
        Serie(BEBOERE, 2017, ("1480", "1472", "1465", "1460", "1451")),
    )
)
OESTRE_PARK = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2017, ("52.6", "52.0", "51.3", "50.4", "49.8")),
        Serie(GRUNDSKOLE, 2017, ("63.3", "62.8", "62.2", "61.6", "61.1")),
        Serie(BEBOERE, 2017, ("640", "634", "628", "622", "617")),
    )
)
VESTBYEN = Omraade(
    (
        Serie(UDEN_ARBEJDE, 2018, ("38.8", "38.1", "37.4", "36.9")),
        Serie(IKKE_VESTLIGE, 2018, ("22.4", "22.9", "23.1", "23.6")),
    )
)

OMRAADER = {
    "slagelse": {
        "Motalavej": MOTALAVEJ,
        "Ringparken/Schackenborgvænge": RINGPARKEN,
        "Sydbyen": SYDBYEN,
        "Skælskør": SKAELSKOER,
    },
    "koege": {"Karlemoseparken": KARLEMOSEN, "Ellemarken": ELLEMARKEN},
    "lolland": {"Østre Park": OESTRE_PARK},
    "lemvig": {"Vestbyen": VESTBYEN},
}

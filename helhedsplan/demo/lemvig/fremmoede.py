"""Attendance and the neighbours' survey in Lemvig. Every figure is invented."""

from datetime import date

from helhedsplan.demo.former import Fremmoede, Svar, Undersoegelse

# As many evenings a year as the criterion "Fællesspisninger" has: 6, 4, 11 and 13.
SPISNINGER = (
    (date(2019, 8, 28), 31), (date(2019, 9, 25), 28), (date(2019, 10, 23), 34), (date(2019, 11, 14), 52),
    (date(2019, 11, 27), 30), (date(2019, 12, 11), 47),
    (date(2020, 1, 29), 29), (date(2020, 2, 26), 33), (date(2020, 8, 26), 18), (date(2020, 9, 30), 16),
    (date(2021, 5, 26), 14), (date(2021, 6, 9), 19), (date(2021, 6, 23), 38), (date(2021, 8, 18), 27),
    (date(2021, 9, 8), 25), (date(2021, 9, 29), 31), (date(2021, 10, 13), 26), (date(2021, 10, 27), 29),
    (date(2021, 11, 10), 33), (date(2021, 11, 24), 30), (date(2021, 12, 8), 49),
    (date(2022, 1, 26), 24), (date(2022, 2, 23), 28), (date(2022, 3, 16), 32), (date(2022, 3, 30), 27),
    (date(2022, 4, 27), 35), (date(2022, 5, 18), 36), (date(2022, 6, 22), 57), (date(2022, 8, 24), 34),
    (date(2022, 9, 14), 31), (date(2022, 9, 28), 38), (date(2022, 10, 26), 33), (date(2022, 11, 23), 40),
    (date(2022, 12, 7), 55),
)  # fmt: skip
LEKTIER = tuple(
    (date(aar, maaned, dag), 7 + (maaned * 3 + dag) % 8)
    for aar, maaneder in ((2021, (9, 10, 11)), (2022, (1, 2, 3, 4, 5, 9, 10, 11)))
    for maaned in maaneder
    for dag in (8, 22)
)

FREMMOEDE = (
    Fremmoede("Naboskab på tværs", SPISNINGER, ((2019, 74), (2021, 96), (2022, 128)), "Fællesspisning (eksempel)"),
    Fremmoede("Lektiecafé", LEKTIER, ((2022, 23),)),
    Fremmoede("Jobcafé i Vestbyen", tuple((date(2022, maaned, 15), 3 + maaned % 4) for maaned in (2, 3, 5, 6, 9, 11))),
)

TRYG = ("Hvor tryg er du, når du er ude i Vestbyen?", "Tryg eller meget tryg")
KENDER = ("Kender du nogen i de andre opgange?", "Ja, mindst tre")
HJAELPER = ("Vil du være med til at holde noget for naboerne?", "Ja")
GENERT = ("Er du det sidste år blevet generet ved din bolig?", "Ja, mere end én gang")

UNDERSOEGELSER = (
    Undersoegelse(
        "Naboskabsundersøgelse",
        "start",
        date(2018, 9, 3),
        date(2018, 10, 12),
        spurgt=402,
        svarede=187,
        kilde="Bo i Lemvig",
        svar=(
            Svar(*TRYG, 121, 183, "Tryghed i området"),
            Svar(*KENDER, 64, 181),
            Svar(*HJAELPER, 90, 179, "Ressourcer blandt beboerne"),
            Svar(*GENERT, 11, 182),
        ),
    ),
    Undersoegelse(
        "Naboskabsundersøgelse",
        "slut",
        date(2022, 11, 7),
        date(2022, 12, 16),
        spurgt=418,
        svarede=213,
        kilde="Bo i Lemvig",
        svar=(
            Svar(*TRYG, 159, 209, "Tryghed i området"),
            Svar(*KENDER, 102, 208),
            Svar(*HJAELPER, 112, 205, "Ressourcer blandt beboerne"),
            Svar(*GENERT, 4, 206),
        ),
    ),
)

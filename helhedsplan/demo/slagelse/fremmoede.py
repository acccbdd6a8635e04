"""Volunteers who were counted, and the quarterly deliveries, in Slagelse. Every figure and reason is invented."""

from datetime import date

from helhedsplan.demo.former import Fremmoede, Leverance

LIV = "Aktivt liv og frivillighed i områderne"
BYDEL, VANDRING, BRO = "Bydelsforældre", "Tryghedsvandringer", "Brobygningsteam på tværs"
MOEDREGRUPPER = "Ekstra sundhedspleje og mødregrupper"

# Five to fourteen a time, again and again: 52 different persons in 2020 is a count of the year, never a sum.
FREMMOEDE = (
    Fremmoede(
        LIV,
        tuple(
            (date(2020, maaned, dag), 5 + (maaned * 7 + dag) % 10)
            for maaned in (1, 2, 6, 7, 8, 9, 10, 11)
            for dag in (7, 14, 21)
        ),
        ((2020, 52),),
        "Frivillige til planlægning og afvikling (eksempel)",
    ),
)

LEVERANCER = (
    Leverance(
        LIV,
        2020,
        4,
        "fuldt",
        "Plan for næste år og to temaaftener",
        "Planen er lavet med beboerne, og begge aftener er holdt",
    ),
    Leverance(
        BYDEL, 2020, 4, "delvist", "Ti nye forældre på hold", "Seks begyndte", "Flere turde ikke mødes indendørs"
    ),
    Leverance(VANDRING, 2020, 4, "fuldt", "Én vandring i hvert område", "Fire vandringer"),
    Leverance(BRO, 2020, 4, "udsat", "Fælles rutine med skolerne", "", "Skolerne bad om at vente til foråret"),
    Leverance(LIV, 2021, 1, "ikke", "Tre arrangementer", "", "Ingen måtte samles i kvartalet"),
    Leverance(
        BYDEL, 2021, 1, "delvist", "Hold i to områder", "Hold i ét område, resten på telefon", "Lokalerne var lukket"
    ),
    Leverance(BRO, 2021, 1, "udsat", "Fælles rutine med skolerne", "", "Skolerne var lukket"),
    Leverance(MOEDREGRUPPER, 2021, 1, "fuldt", "To mødregrupper", "To grupper på seks gange"),
    Leverance(LIV, 2021, 2, "fuldt", "To arrangementer ude", "Sommerfest og en dag med sport"),
    Leverance(BYDEL, 2021, 2, "fuldt", "Hold i to områder", "Hold i to områder med elleve forældre"),
    Leverance(VANDRING, 2021, 2, "delvist", "Én vandring i hvert område", "Tre vandringer", "Den sidste regnede væk"),
    Leverance(
        BRO,
        2021,
        2,
        "delvist",
        "Fælles rutine med skolerne",
        "Aftale med to af fire skoler",
        "To skoler skiftede leder",
    ),
    Leverance(MOEDREGRUPPER, 2021, 2, "fuldt", "To mødregrupper", "To grupper på syv gange"),
)

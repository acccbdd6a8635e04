"""Lemvig's spending, deliveries and accounts. All of it is invented: the documents give totals only."""

from datetime import date

from helhedsplan.demo.budgetlinjer import forbrugt
from helhedsplan.demo.former import Flytning, Leveret, Pengestroem, Regnskab
from helhedsplan.demo.lemvig.penge import BO, KOMMUNE

SLUT = date(2023, 4, 28)
SATS = 375  # kroner an hour: an example, the agreement has none
TIMER = {2019: (220, 140), 2020: (330, 230), 2021: (300, 200), 2022: (390, 270), 2023: (130, 90)}
KONTANT = {2019: 315, 2020: 475, 2021: 475, 2022: 475, 2023: 160}
FUNKTIONER = ("sundhedsplejerske (eksempel)", "fritidsvejleder (eksempel)")
REVISOR = "Revisionsfirmaet (eksempel)"


def _fra(aar: int) -> date:
    return date(aar, 5 if aar == 2019 else 1, 1)


def _til(aar: int) -> date:
    return date(aar, 4, 30) if aar == 2023 else date(aar, 12, 31)


PENGESTROEM = Pengestroem(
    forbrug=(
        *forbrugt("5.1", 2019, (452, 688, 699, 694, 236), slut=SLUT),
        *forbrugt("5.3", 2019, (495, 725, 760, 760, 244), slut=SLUT),
        *forbrugt("5.4", 2019, (371, 560, 571, 558, 193), slut=SLUT),
        *forbrugt("", 2019, (128, 197, 198, 199, 70), slut=SLUT),
    ),
    leveret=(
        *(
            Leveret(
                KOMMUNE, "timer", _fra(aar), _til(aar), timer, SATS, funktion=funktion, bevis="Timesedler (eksempel)"
            )
            for aar, begge in TIMER.items()
            for timer, funktion in zip(begge, FUNKTIONER, strict=True)
        ),
        *(
            Leveret(BO, "kontant", _fra(aar), _til(aar), beloeb=tusinder * 1000, bevis="Bogført (eksempel)")
            for aar, tusinder in KONTANT.items()
        ),
    ),
    flytninger=(
        Flytning("5.3", 2020, "5.3", 2021, 20_000, "Praktikforløb blev udskudt et år (eksempel)", date(2020, 11, 24)),
        Flytning("5.4", 2022, "5.3", 2022, 15_000, "Flere unge i fritidsjob end ventet (eksempel)", date(2022, 5, 10)),
    ),
    regnskaber=(
        Regnskab(2019, date(2020, 4, 20), date(2020, 5, 28), date(2020, 6, 15), REVISOR),
        Regnskab(
            2020,
            date(2021, 4, 19),
            date(2021, 5, 27),
            date(2021, 6, 14),
            REVISOR,
            (
                (
                    "Seks timesedler fra efteråret er ikke underskrevet (eksempel).",
                    "De er underskrevet, og arbejdsgangen er ændret (eksempel).",
                    date(2021, 9, 1),
                ),
            ),
        ),
        Regnskab(2021, date(2022, 4, 18), date(2022, 5, 30), date(2022, 6, 13), REVISOR),
        Regnskab(2022, date(2023, 4, 17), date(2023, 5, 29), date(2023, 6, 12), REVISOR),
        Regnskab(
            2023,
            date(2024, 4, 15),
            revisor=REVISOR,
            bemaerkninger=(("Kommunens timer er ikke afstemt med det, der er lovet (eksempel).", "", None),),
        ),
    ),
)

"""Køge's money a year in. The 165.000 kr., the talk of making up, and the accounts' due date are the eftersyn's."""

from datetime import date

from helhedsplan.demo.budgetlinjer import forbrugt
from helhedsplan.demo.former import Indhentning, Leveret, Pengestroem, Regnskab, Rest

KOMMUNE, KBS, BOSJ = "Køge Kommune", "KBS", "BOSJ"
SLUT = date(2018, 9, 28)  # so far the invented ledger goes
PERIODER = ((date(2017, 10, 1), date(2017, 12, 31)), (date(2018, 1, 1), date(2018, 9, 30)))

PENGESTROEM = Pengestroem(
    forbrug=(
        *forbrugt("5.2", 2017, (210, 700), slut=SLUT),
        *forbrugt("5.3", 2017, (270, 610), slut=SLUT),
        *forbrugt("5.4", 2017, (290, 905), slut=SLUT),
        *forbrugt("", 2017, (65, 215), slut=SLUT),
    ),
    leveret=(
        *(
            Leveret(
                KOMMUNE,
                "timer",
                fra,
                til,
                timer,
                funktion="jobkonsulent (eksempel)",
                bevis="Timesedler (eksempel)",
            )
            for (fra, til), timer in zip(PERIODER, (200, 850), strict=True)
        ),
        *(
            Leveret(kilde, "kontant", fra, til, beloeb=beloeb, bevis="Bogført (eksempel)")
            for kilde in (KBS, BOSJ)
            for (fra, til), beloeb in zip(PERIODER, (50_000, 150_000), strict=True)
        ),
    ),
    indhentninger=(
        Indhentning(
            KOMMUNE,
            "timer",
            "Kommunen indhenter det manglende i de næste år (fristen er eksempel)",
            date(2018, 10, 9),
            aar=2017,
            senest=date(2019, 12, 31),
        ),
    ),
    rester=(
        Rest(
            2017,
            165_000,
            "Det, der gik godt i den forrige plan, føres videre dér, hvor den nye plan har færrest penge.",
            frist=date(2018, 12, 31),
        ),
    ),
    regnskaber=(
        Regnskab(2017, date(2018, 4, 20), date(2018, 5, 25), date(2018, 6, 18), "Revisionsfirmaet (eksempel)"),
        Regnskab(2018),
    ),
)

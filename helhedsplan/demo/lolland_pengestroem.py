"""Lolland's spending, deliveries and accounts. All of it is invented; what was promised is the documents'."""

from datetime import date

from helhedsplan.demo.budgetlinjer import forbrugt
from helhedsplan.demo.former import Leveret, Pengestroem, Regnskab

START, SLUT = date(2018, 4, 1), date(2022, 3, 31)
KOMMUNE, ORGANISATIONERNE, DIF = "Lolland Kommune", "Boligorganisationerne", "DIF"
AARENE = range(2018, 2023)
TIMER = (450, 540, 470, 490, 110)
HUSLEJE = (135_750, 181_000, 181_000, 181_000, 45_250)
KONTANT = {
    KOMMUNE: (98_625, 131_500, 131_500, 131_500, 32_875),
    ORGANISATIONERNE: (660_000, 886_000, 886_000, 886_000, 227_000),
    DIF: (112_500, 150_000, 150_000, 150_000, 37_500),
}
REVISOR = "Revisionsfirmaet (eksempel)"


def _leveret(
    kilde: str, art: str, nr: int, bevis: str, *, timer: int | None = None, beloeb: int | None = None
) -> Leveret:
    aar = AARENE[nr]
    fra, til = max(START, date(aar, 1, 1)), min(SLUT, date(aar, 12, 31))
    funktion = "fagmedarbejdere (eksempel)" if timer else ""
    return Leveret(kilde, art, fra, til, timer, beloeb=beloeb, funktion=funktion, bevis=f"{bevis} (eksempel)")


PENGESTROEM = Pengestroem(
    forbrug=(
        *forbrugt("5.1", 2018, (340, 480, 470, 460, 150), slut=SLUT),
        *forbrugt("5.3", 2018, (900, 1_300, 1_310, 1_290, 400), slut=SLUT),
        *forbrugt("5.4", 2018, (1_450, 2_050, 2_080, 2_040, 640), slut=SLUT),
        *forbrugt("", 2018, (380, 530, 520, 510, 170), slut=SLUT),
    ),
    leveret=(
        *(_leveret(KOMMUNE, "timer", nr, "Timesedler", timer=timer) for nr, timer in enumerate(TIMER)),
        *(_leveret(KOMMUNE, "husleje", nr, "Lejekontrakt", beloeb=beloeb) for nr, beloeb in enumerate(HUSLEJE)),
        *(
            _leveret(kilde, "kontant", nr, "Bogført", beloeb=beloeb)
            for kilde, beloebene in KONTANT.items()
            for nr, beloeb in enumerate(beloebene)
        ),
    ),
    regnskaber=tuple(
        Regnskab(aar, date(aar + 1, 4, 15), date(aar + 1, 5, 20), date(aar + 1, 6, 10), REVISOR) for aar in AARENE
    ),
)

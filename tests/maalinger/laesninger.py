"""Readings and measurements that the rule tests share. Figures after 2018 are invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from aftaler.laesning import (
    Aendring,
    Enhed,
    Form,
    Grundlag,
    Laesning,
    Mangel,
    Omraadetal,
    Pr,
    Punkt,
    Reference,
    Retning,
    Sammenligning,
)
from maalinger.rules import Maalt

I_DAG = date(2022, 6, 2)
START, SLUT = date(2019, 5, 1), date(2023, 4, 30)


def d(tekst: str | int) -> Decimal:
    """A figure, written as the tests' tables write it."""
    return Decimal(str(tekst).replace(",", "."))


def aar(aarstal: int, vaerdi: str | int | None, *, omraade: str | None = None, reference: str | None = None) -> Maalt:
    """A whole year's figure."""
    return Maalt(
        date(aarstal, 1, 1),
        date(aarstal, 12, 31),
        None if vaerdi is None else d(vaerdi),
        omraade=omraade,
        reference=None if reference is None else d(reference),
    )


def serie(*par: tuple[int, str | int | None]) -> tuple[Maalt, ...]:
    return tuple(aar(aarstal, vaerdi) for aarstal, vaerdi in par)


def pr_dato(dag: date, vaerdi: str | None = None, *, af: tuple[int, int] | None = None) -> Maalt:
    """A count on a day, as a figure or as so many of so many."""
    taeller, naevner = (Decimal(af[0]), Decimal(af[1])) if af else (None, None)
    return Maalt(dag, dag, None if vaerdi is None else d(vaerdi), taeller, naevner)


FRAFLYTNING = Laesning(
    Form.NIVEAU, True, Retning.NED, Sammenligning.HOEJST, Enhed.PROCENT,
    baseline=Punkt(d("26,2"), 2013, 2017), maal=Punkt(d(20), 2022, 2022),
)  # fmt: skip
FRAFLYTNING_MAALT = serie((2018, "25,4"), (2019, "24,6"), (2020, "23,1"), (2021, "22,4"))

FORSOERGELSE = replace(FRAFLYTNING, baseline=Punkt(d("38,1"), 2013, 2017), maal=Punkt(d(30), 2020, 2022))
KARAKTERER = Laesning(
    Form.NIVEAU, True, Retning.OP, Sammenligning.MINDST, Enhed.KARAKTER,
    baseline=Punkt(d("5,7"), 2013, 2017), maal=Punkt(d("6,0"), 2020, 2022),
)  # fmt: skip
FORENINGER = Laesning(
    Form.NIVEAU, True, Retning.OP, Sammenligning.MINDST, Enhed.ANTAL,
    baseline=Punkt(d(58), 2019, 2019), maal=Punkt(d(80), 2022, 2022),
)  # fmt: skip
AFGOERELSER = Laesning(
    Form.NIVEAU, True, None, Sammenligning.UNDER, Enhed.PROMILLE, maal=Punkt(d(28), 2021, 2021)
)  # fmt: skip
GENHUSNING = Laesning(
    Form.ANDEL, True, None, Sammenligning.MINDST, Enhed.PROCENT, maal=Punkt(d(75)), mangler=(Mangel.MAALETIDSPUNKT,)
)  # fmt: skip
FRIVILLIGE = Laesning(Form.ANTAL, True, None, Sammenligning.MINDST, Enhed.ANTAL, maal=Punkt(d(50)), pr=Pr.AAR)
BORGERE = Laesning(Form.ANTAL, True, None, Sammenligning.MINDST, Enhed.ANTAL, maal=Punkt(d(300), None, 2022))
TRYGHED_SUB = Laesning(
    Form.SAMMENLIGNING, True, None, Sammenligning.OVER, Enhed.PROCENT,
    reference=Reference("udsatte områder", d("72,4"), 2016, 2016),
)  # fmt: skip
FALD_OM_AARET = Laesning(
    Form.AENDRING, True, Retning.NED, None, Enhed.PROCENT, baseline=Punkt(None, 2017, 2017), pr=Pr.AAR,
    aendring=Aendring(d(-10), "procent", Grundlag.FOREGAAENDE_AAR), mangler=(Mangel.BASELINE,),
)  # fmt: skip
FALD_I_ALT = Laesning(
    Form.AENDRING, True, Retning.NED, Sammenligning.HOEJST, Enhed.ANTAL, baseline=Punkt(d(36), 2016, 2016),
    maal=Punkt(None, 2022, 2022), aendring=Aendring(d(-10), "procent", Grundlag.BASELINE),
)  # fmt: skip
FASTHOLD = Laesning(
    Form.FASTHOLDELSE, True, Retning.FASTHOLD, None, Enhed.PROCENT, baseline=Punkt(d(22), 2018, 2018),
    maal=Punkt(d(22), 2022, 2022),
)  # fmt: skip
OMRAADER = Laesning(
    Form.NIVEAU, True, None, None, Enhed.PROMILLE, maal=Punkt(None, 2021, 2021),
    omraader=(
        Omraadetal("Motalavej", Sammenligning.UNDER, d(30)),
        Omraadetal("Skælskør", Sammenligning.UNDER, d(19)),
        Omraadetal("Sydbyen", Sammenligning.UNDER, d(30)),
    ),
)  # fmt: skip
TRYGHED = Laesning(
    Form.AENDRING, False, Retning.OP, baseline=Punkt(None, 2018, 2018), maal=Punkt(None, 2022, 2022),
    mangler=(Mangel.BASELINE, Mangel.MAALTAL),
)  # fmt: skip

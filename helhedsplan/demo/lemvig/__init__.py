# ruff: noqa: E501 (prose is written as it is read)
"""Lemvig 2019-23 on 2015-18 money. Figures of the agreement are the documents'; measurements after 2018, the activities,
the shares of posts, dates of approval and all persons are invented."""

from datetime import date

from helhedsplan.demo.former import Aendring, Afdeling, Frist, Milepael, Part, Plan, Trin
from helhedsplan.demo.lemvig.aftalen import AFSNIT, BILAG
from helhedsplan.demo.lemvig.fremmoede import FREMMOEDE, UNDERSOEGELSER
from helhedsplan.demo.lemvig.omraader import FOREBYGGELSE, FRITIDSJOB, TRYGHED, UDDANNELSE
from helhedsplan.demo.lemvig.organisering import ANDELE, ORGANER, PERSONER
from helhedsplan.demo.lemvig.penge import OEKONOMI
from helhedsplan.demo.lemvig.pengestroem import PENGESTROEM

START = date(2019, 5, 1)
FOERSTE = "Den oprindelige delaftale (eksempel)"


def _gennemgange(nr: str) -> tuple[Frist, ...]:
    """The yearly look at a delaftale."""
    return tuple(
        Frist(f"Gennemgang af delaftale {nr} (eksempel)", date(aar, 5, 1), "gennemgang", date(aar, 4, 20), delaftale=nr)
        for aar in (2020, 2021, 2022)
    )


def _foerste(nr: str) -> Aendring:
    return Aendring(nr, FOERSTE, START, (Trin("Bestyrelsen", date(2019, 4, 10)),))


LEMVIG = Plan(
    slug="lemvig",
    navn="Vestbyen i Lemvig",
    omraade="Lemvig",
    kommune="Lemvig Kommune",
    periode="2015-18",
    generation="B",
    start=START,
    slut=date(2023, 4, 30),
    parter=(
        Part("Bo i Lemvig", "boligorganisation", "Inge Kirk", "Forretningsfører"),
        Part("Lemvig Kommune", "kommune", "Bent Aagaard", "Direktør, Arbejdsmarked og Borgerservice"),
    ),
    boligomraader=("Vestbyen",),
    afdelinger=(
        Afdeling("Afdeling 1", "Bo i Lemvig", 151, "Vestbyen"),
        Afdeling("Afdeling 2", "Bo i Lemvig", None, "Vestbyen"),
    ),
    afsnit=AFSNIT,
    omraader=(TRYGHED, UDDANNELSE, FOREBYGGELSE),
    oekonomi=OEKONOMI,
    pengestroem=PENGESTROEM,
    organer=ORGANER,
    andele=ANDELE,
    personer=PERSONER,
    bilag=BILAG,
    fase="afsluttet",
    milepaele=(
        Milepael("Projektleder og medarbejdere er ansat (eksempel)", date(2019, 6, 1), date(2019, 5, 27)),
        Milepael("Midtvejsseminar for alle, der er med i indsatsen", date(2021, 10, 31), date(2021, 10, 31)),
        Milepael("Afsluttende naboskabsundersøgelse (eksempel)", date(2022, 12, 31), date(2022, 12, 16)),
    ),
    frister=(
        Frist("Ét-års-eftersyn med Landsbyggefonden (eksempel)", date(2020, 5, 1), "eftersyn", date(2020, 6, 16)),
        Frist("Midtvejsseminar i oktober 2021 (dagen er eksempel)", date(2021, 10, 31), "midtvejs", date(2021, 10, 31)),
        Frist("Ansøgning om ny indsats i maj 2022 (dagen er eksempel)", date(2022, 5, 31)),
        Frist(
            "Tryghedsvurdering med SSP, politi, institutioner og boligforening (eksempel)",
            date(2021, 3, 1),
            oprindelig=date(2020, 12, 1),
            grund="Mødet kunne ikke holdes i december (eksempel)",
            udfoert=date(2021, 2, 25),
        ),
        Frist("Et halvt år til planen slutter", date(2022, 10, 30), "afslutning", date(2022, 10, 12)),
        *(frist for nr in ("5.1", "5.3", "5.4") for frist in _gennemgange(nr)),
    ),
    aendringer=(
        Aendring(
            None,
            "Den oprindelige aftale (dato er eksempel)",
            START,
            (Trin("Bestyrelsen", date(2019, 3, 12)), Trin("Landsbyggefonden", date(2019, 4, 2))),
        ),
        _foerste("5.1"),
        _foerste("5.3"),
        _foerste("5.4"),
        Aendring(
            "5.3",
            "Ny aktivitet: Fritidsjob i Vestbyen (eksempel)",
            date(2022, 1, 1),
            (
                Trin(
                    "Bestyrelsen",
                    date(2021, 11, 24),
                    tekst="Godkendt. Aktiviteten gøres op med nye tal hvert halve år (eksempel).",
                ),
            ),
            ny_aktivitet=FRITIDSJOB,
        ),
    ),
    fremmoede=FREMMOEDE,
    undersoegelser=UNDERSOEGELSER,
    kladde={
        "5.4": "<p>20 % projektleder, 60 % boligsocial medarbejder, heraf 10 % til kontakt med foreninger, og 10 % "
        "familievejleder (eksempel).</p>"
    },
)

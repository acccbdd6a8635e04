"""Slagelse 2017-21, template A: four areas, six parties, and nearly every way in which a criterion can lack a number.

Figures are the documents', and they say nothing of money. Persons, owners, later measurements and the open change are
invented.
"""

from datetime import date

from helhedsplan.demo.former import Aendring, Frist, Milepael, Plan, Trin
from helhedsplan.demo.slagelse.aftalen import AFSNIT, BILAG
from helhedsplan.demo.slagelse.fremmoede import FREMMOEDE, LEVERANCER
from helhedsplan.demo.slagelse.organisering import AFDELINGER, ANDELE, OMRAADER, ORGANER, PARTER, PERSONER
from helhedsplan.demo.slagelse.tryghed import KRIMINALITET, NYE_MAAL, TRYGHED
from helhedsplan.demo.slagelse.uddannelse import FORAELDRE, UDDANNELSE

START = date(2017, 10, 1)

SLAGELSE = Plan(
    slug="slagelse",
    navn="Korsør, Skælskør og Slagelse",
    omraade="Korsør, Skælskør og Slagelse",
    kommune="Slagelse Kommune",
    periode="2015-18",
    generation="A",
    start=START,
    slut=date(2021, 9, 30),
    parter=PARTER,
    boligomraader=OMRAADER,
    afdelinger=AFDELINGER,
    afsnit=AFSNIT,
    omraader=(TRYGHED, KRIMINALITET, UDDANNELSE, FORAELDRE),
    optaelling={"Aktive frivillige": "unikke"},
    fremmoede=FREMMOEDE,
    leverancer=LEVERANCER,
    organer=ORGANER,
    andele=ANDELE,
    personer=PERSONER,
    bilag=BILAG,
    milepaele=(
        Milepael(
            "Første evaluering udefra (dagen er eksempel)",
            date(2019, 3, 31),
            date(2019, 5, 14),
            "Udbud trak ud (eksempel)",
        ),
        Milepael("Nulpunkt for tryghed i Sydbyen og Skælskør (eksempel)", date(2018, 6, 30), date(2018, 6, 12)),
        Milepael("Anden evaluering udefra (eksempel)", date(2021, 6, 30)),
    ),
    frister=(
        Frist("Ét-års-eftersyn med Landsbyggefonden (eksempel)", date(2018, 10, 1), "eftersyn", date(2018, 11, 6)),
        Frist("Leverancemåling, 4. kvartal 2020", date(2021, 1, 31)),
        Frist("Et halvt år til planen slutter", date(2021, 3, 30), "afslutning"),
        *(
            Frist(f"Gennemgang af delaftale {nr}", date(2020, 10, 1), "gennemgang", delaftale=nr)
            for nr in ("5.1", "5.2", "5.3", "5.4")
        ),
    ),
    aendringer=(
        Aendring(None, "Den oprindelige aftale (datoen er ikke oplyst)", START, (Trin("Landsbyggefonden"),)),
        *(
            Aendring(nr, "Den oprindelige delaftale (datoen er ikke oplyst)", START, (Trin("Bestyrelsen"),))
            for nr in ("5.1", "5.2", "5.3", "5.4")
        ),
        Aendring(
            None,
            "Måltal for tryghed i Sydbyen og Skælskør ud fra nulpunktet (eksempel)",
            date(2019, 1, 1),
            (
                Trin(
                    "Bestyrelsen",
                    date(2018, 9, 13),
                    tekst="Godkendt på det vilkår, at nulpunktet forklares (eksempel).",
                    vilkaar=(
                        (
                            "Politiets nulpunktsmåling lægges ved ændringen (eksempel).",
                            date(2018, 10, 15),
                        ),
                    ),
                ),
                Trin("Landsbyggefonden", udfald=""),
            ),
            nye_kriterier=NYE_MAAL,
        ),
    ),
)

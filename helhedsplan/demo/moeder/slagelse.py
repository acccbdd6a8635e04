# ruff: noqa: E501 (prose is written as it is read)
"""Slagelse's board."""

from datetime import date

from helhedsplan.demo.moeder.faste import EVENTUELT, GODKENDT
from helhedsplan.demo.moeder.former import Moede, Opgave, Plan, Punkt

SLAGELSES_BESTYRELSE = ("Inge Kirk", "Ole Rask", "Lis Toft", "Bent Aagaard", "Jonas Friis")
SLAGELSE = Plan(
    moeder=(
        Moede(
            "Bestyrelsen",
            date(2018, 9, 13),
            9,
            11,
            "FOB",
            (
                GODKENDT,
                Punkt(
                    "Måltal for tryghed i Sydbyen og Skælskør",
                    "B",
                    30,
                    om=(("aendring", "Måltal for tryghed i Sydbyen og Skælskør ud fra nulpunktet (eksempel)"),),
                    beslutning="Godkendt på det vilkår, at nulpunktet forklares. Ændringen sendes til Landsbyggefonden (eksempel).",
                    opgaver=(
                        Opgave(
                            "Få nulpunktet fra politiet og læg det ved (eksempel)", "Jonas Friis", date(2018, 10, 15)
                        ),
                    ),
                ),
                EVENTUELT,
            ),
            til_stede=SLAGELSES_BESTYRELSE,
        ),
        Moede(
            "Bestyrelsen",
            date(2019, 3, 14),
            9,
            11,
            "Slagelse Rådhus",
            (
                GODKENDT,
                Punkt(
                    "Indsatsen i de fire områder",
                    "D",
                    40,
                    om=(("delaftale", "5.1"),),
                    referat="<p>Koordinatorerne fortalte om hvert område (eksempel).</p>",
                    fremlaegger="Jonas Friis",
                ),
                Punkt("Regnskab 2018", "B", 15, beslutning="Godkendt (eksempel)."),
                EVENTUELT,
            ),
            til_stede=("Inge Kirk", "Ole Rask", "Bent Aagaard", "Jonas Friis"),
            afbud=("Lis Toft",),
        ),
    )
)

# ruff: noqa: E501 (prose is written as it is read)
"""Køge's eftersyn, and a board meeting to come."""

from datetime import date

from helhedsplan.demo.moeder.former import Moede, Opgave, Plan, Punkt, Udkast

KOEGE = Plan(
    moeder=(
        Moede(
            "Bestyrelsen",
            date(2018, 10, 9),
            10,
            12,
            "Køge Rådhus (eksempel)",
            (
                Punkt(
                    "Indsatsens organisering",
                    "D",
                    25,
                    referat="<p>Det virker, at politikerne er med: der er kommet mere opmærksomhed og 2 mio. kr. til mentorer og 250.000 kr. til fritidsjob. Fonden ser helst administrative medlemmer, men accepterer afdelingsformænd.</p><p>BOSJ undersøger, om den fleksible udlejning i Karlemoseparken har virket.</p>",
                    opgaver=(
                        Opgave(
                            "Svar til Landsbyggefonden om fleksibel udlejning i Karlemoseparken",
                            "Claus Brandt",
                            date(2018, 12, 1),
                        ),
                    ),
                ),
                Punkt(
                    "Fremdrift, samarbejde og mål",
                    "D",
                    40,
                    om=(("delaftale", "5.3"),),
                    referat="<p>Indsatsen for kvinder er et år forsinket, fordi næsten alle i målgruppen er kommet videre. Nye aktiviteter bør rettes mod forsørgere. I Ellemarken er en legestue begyndt, og skolen har en god model for familieklassen.</p><p>Delaftaler og milepæle rettes lokalt. Flyttes en indsats til en anden delaftale, skal fonden spørges.</p>",
                    opgaver=(
                        Opgave(
                            "Ny projektbeskrivelse for kvindeindsatsen sammen med jobcentret",
                            "Dorthe Lyng",
                            date(2018, 12, 31),
                        ),
                        Opgave("Revidér delaftale 5.3 og milepælsplanen", "Jonas Friis", date(2019, 1, 31)),
                    ),
                ),
                Punkt(
                    "Økonomi",
                    "D",
                    30,
                    referat="<p>Kommunen bekræfter, at den medfinansiering, der mangler, bliver hentet ind. De 165.000 kr. fra sidste år skal helst bruges i år, til noget den gamle plan begyndte. Bevillingen fra A.P. Møller kan udskyde forbruget, men det kræver en ansøgning.</p>",
                    opgaver=(
                        Opgave(
                            "Læg et budget for de 165.000 kr. og send det til fonden", "Jonas Friis", date(2018, 11, 30)
                        ),
                        Opgave("Send regnskabet med revisors påtegning", "Jonas Friis", date(2019, 6, 30)),
                    ),
                ),
                Punkt("Anden opfølgning", "D", 5, referat="<p>Intet.</p>"),
            ),
            art="eftersyn",
            til_stede=("Inge Kirk", "Claus Brandt", "Dorthe Lyng", "Bent Aagaard", "Jonas Friis"),
        ),
    ),
    udkast=Udkast(
        "Bestyrelsen",
        14,
        "Køge Rådhus (eksempel)",
        (
            Punkt("Godkendelse af dagsordenen", "B", 5),
            Punkt(
                "Måltal for afgørelser i Karlemoseparken (eksempel)",
                "B",
                30,
                om=(("kriterium", "Afgørelser i Karlemoseparken"),),
                tekst="<p>Tallet er gået den forkerte vej, og planens sidste år er brugt (eksempel).</p>",
                indstilling="<p>At bestyrelsen beslutter, hvad der skal stå i evalueringen (eksempel).</p>",
                fremlaegger="Jonas Friis",
            ),
            Punkt("Næste møde og eventuelt", "O", 5),
        ),
        indkaldt=True,
    ),
)

# ruff: noqa: E501 (prose is written as it is read)
"""Lemvig's board, and the direktion that treated the same case."""

from datetime import date

from helhedsplan.demo.moeder.faste import EVENTUELT, GODKENDT
from helhedsplan.demo.moeder.former import Bilag, Moede, Opgave, Plan, Punkt, Sag, Udkast

LEMVIGS_BESTYRELSE = ("Inge Kirk", "Bent Aagaard", "Lone Hvid", "Jonas Friis")
EFTER_2023 = "Boligsocialt arbejde i Vestbyen efter 2023"

LEMVIG = Plan(
    uden_for=("Direktionen i Lemvig Kommune",),
    sager={
        EFTER_2023: Sag(
            EFTER_2023,
            journalnr="03.30.05P20-1-18",
            tekst="<p>Planen er halvvejs, og parterne skal finde ud af, om og hvordan arbejdet går videre. Der er tre veje: søge Landsbyggefonden igen, finde andre penge og partnere, eller gøre begge dele. Fonden har færre midler end sidst, og fristen for en ansøgning er maj 2022.</p>",
            oekonomi="<p>Der er ikke regnet på en ny indsats endnu.</p>",
            lovgrundlag="<p>Ingen.</p>",
            indstilling="<p>At kommunens ønsker til en ny indsats drøftes.</p>",
        )
    },
    moeder=(
        Moede(
            "Bestyrelsen",
            date(2019, 11, 20),
            13,
            15,
            "Bo i Lemvig",
            (
                GODKENDT,
                Punkt(
                    "Det første halve år",
                    "O",
                    30,
                    referat="<p>Alle medarbejdere er på plads, og aktiviteterne er begyndt (eksempel).</p>",
                    fremlaegger="Jonas Friis",
                ),
                Punkt(
                    "Sådan følger vi målene",
                    "B",
                    30,
                    beslutning="Bestyrelsen ser kriterierne to gange om året og bruger Boligsociale Data, når de er nye (eksempel).",
                    om=(("kriterium", "Fraflytning"),),
                ),
                EVENTUELT,
            ),
            til_stede=LEMVIGS_BESTYRELSE,
        ),
        Moede(
            "Bestyrelsen",
            date(2020, 6, 16),
            10,
            12,
            "På video (eksempel)",
            (
                Punkt(
                    "Indsatsens organisering",
                    "D",
                    20,
                    referat="<p>Styregruppen og bestyrelsen mødes, som kommissoriet siger. En plads i følgegruppen er ledig (eksempel).</p>",
                ),
                Punkt(
                    "Fremdrift, samarbejde og mål",
                    "D",
                    40,
                    referat="<p>Tryghedsmødet er udskudt (eksempel).</p>",
                    om=(("delaftale", "5.1"), ("delaftale", "5.3")),
                    opgaver=(
                        Opgave(
                            "Find en ny dag til tryghedsvurderingen (eksempel)",
                            "Jonas Friis",
                            date(2020, 10, 1),
                            date(2020, 9, 21),
                        ),
                    ),
                ),
                Punkt("Økonomi", "D", 20, referat="<p>Kommunens timer gøres op hvert halve år (eksempel).</p>"),
                Punkt("Anden opfølgning", "D", 10, referat="<p>Ingen (eksempel).</p>"),
            ),
            art="eftersyn",
            til_stede=("Inge Kirk", "Bent Aagaard", "Jonas Friis"),
            afbud=("Lone Hvid",),
        ),
        Moede(
            "Bestyrelsen",
            date(2021, 6, 9),
            13,
            15,
            "Fælleshuset",
            (
                GODKENDT,
                Punkt(
                    "Unge uden arbejde eller uddannelse",
                    "D",
                    30,
                    om=(("kriterium", "Unge på offentlig forsørgelse"),),
                    referat="<p>Bestyrelsen vil have flere unge i job, før de fylder 18 (eksempel).</p>",
                    opgaver=(
                        Opgave(
                            "Skriv et forslag om fritidsjob i Vestbyen (eksempel)",
                            "Jonas Friis",
                            date(2021, 11, 1),
                            date(2021, 10, 28),
                        ),
                    ),
                ),
                Punkt("Kommunens timer", "O", 15, referat="<p>Timerne er bagud (eksempel).</p>"),
                EVENTUELT,
            ),
            til_stede=LEMVIGS_BESTYRELSE,
        ),
        Moede(
            "Bestyrelsen",
            date(2021, 11, 24),
            13,
            15,
            "Fælleshuset",
            (
                GODKENDT,
                Punkt(
                    "Delaftale 5.3: fritidsjob i Vestbyen",
                    "B",
                    30,
                    om=(("aendring", "Ny aktivitet: Fritidsjob i Vestbyen (eksempel)"),),
                    fremlaegger="Jonas Friis",
                    indstilling="<p>At delaftalen godkendes med den nye aktivitet (eksempel).</p>",
                    beslutning="Godkendt. Aktiviteten gøres op med nye tal hvert halve år (eksempel).",
                ),
                Punkt(
                    "Fraflytning",
                    "D",
                    20,
                    om=(("kriterium", "Fraflytning"),),
                    referat="<p>Tallet falder, men ikke hurtigt nok (eksempel).</p>",
                ),
                Punkt(
                    "Personalesag (eksempel)", "B", 10, lukket=True, beslutning="Projektlederen følger op (eksempel)."
                ),
                EVENTUELT,
            ),
            til_stede=("Inge Kirk", "Bent Aagaard", "Jonas Friis"),
            afbud=("Lone Hvid",),
        ),
        Moede(
            "Direktionen i Lemvig Kommune",
            date(2022, 1, 12),
            9,
            11,
            "Lemvig Rådhus",
            (
                Punkt(
                    "",
                    "B",
                    45,
                    sag=EFTER_2023,
                    afgoeres_af="Direktionen",
                    beslutning="Direktionen vil gerne fortsætte på de vilkår, der gælder nu. Kommunen betaler med medarbejdertimer.",
                ),
            ),
            til_stede=("Bent Aagaard",),
        ),
        Moede(
            "Bestyrelsen",
            date(2022, 6, 15),
            13,
            15,
            "Fælleshuset, Bo i Lemvig",
            (
                GODKENDT,
                Punkt(
                    "Regnskab 2021",
                    "B",
                    15,
                    beslutning="Regnskabet er godkendt og sendes til Landsbyggefonden (eksempel).",
                ),
                Punkt(
                    "Tryghed og ressourcer mangler måltal",
                    "B",
                    20,
                    om=(("kriterium", "Tryghed i området"),),
                    indstilling="<p>At bestyrelsen sætter et måltal, før der måles igen (eksempel).</p>",
                    beslutning="Styregruppen kommer med et forslag (eksempel).",
                    opgaver=(Opgave("Foreslå måltal for tryghed (eksempel)", "Peter Vang", date(2022, 10, 1)),),
                ),
                Punkt("", "O", 10, sag=EFTER_2023, referat="<p>Ansøgningen er sendt i maj (eksempel).</p>"),
                EVENTUELT,
            ),
            til_stede=LEMVIGS_BESTYRELSE,
        ),
    ),
    udkast=Udkast(
        "Bestyrelsen",
        21,
        "Fælleshuset, Bo i Lemvig",
        (
            Punkt("Godkendelse af dagsordenen", "B", 5),
            Punkt(
                "Fraflytning efter planens sidste år (eksempel)",
                "D",
                20,
                om=(("kriterium", "Fraflytning"),),
                fremlaegger="Jonas Friis",
                tekst="<p>Planen er slut, og de sidste tal er kommet (eksempel).</p>",
            ),
            Punkt(
                "Delaftale 5.3: hvad nåede vi? (eksempel)",
                "D",
                30,
                om=(("delaftale", "5.3"),),
                bilag=(
                    Bilag(
                        "Notat fra ungdomsvejledningen (eksempel)",
                        (
                            "Notat fra ungdomsvejledningen (opdigtet eksempel)",
                            "",
                            "I planens fire år talte vi med unge i Vestbyen hver tirsdag.",
                            "De fleste kom af sig selv, når fællesspisningen var begyndt.",
                            "Vi foreslår, at den faste dag bliver ved, også efter planen.",
                        ),
                    ),
                ),
            ),
            Punkt("Personalesag (eksempel)", "B", 10, lukket=True),
            Punkt("Næste møde og eventuelt", "O", 5),
        ),
        (
            Punkt("Naboskabsundersøgelsen: hvad kan den næste plan bruge? (eksempel)", "D", 20),
            Punkt("Tak til de frivillige (eksempel)", "O", 10),
        ),
    ),
)

# ruff: noqa: E501 (prose is written as it is read)
"""The demo's meetings: dates, bodies and decisions of the public documents in our own words; the rest, and all persons, is invented.

Bodies, people and criteria are named as the plans name them. A case is named once and treated as often as it was.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Opgave:
    tekst: str
    ejer: str
    frist: date
    udfoert: date | None = None


@dataclass(frozen=True)
class Bilag:
    """A page that lies with an item."""

    navn: str
    linjer: tuple[str, ...]


@dataclass(frozen=True)
class Punkt:
    """`art` is B, D or O. `om` names what it is about: ("kriterium", short name), ("delaftale", area's number) or
    ("aendring", its reason). `sag` is the case's name in `Plan.sager`, where it is not a case of its own."""

    titel: str
    art: str = "O"
    minutter: int = 10
    tekst: str = ""
    indstilling: str = ""
    beslutning: str = ""
    referat: str = ""
    fremlaegger: str = ""
    lukket: bool = False
    om: tuple[tuple[str, str], ...] = ()
    sag: str = ""
    afgoeres_af: str = ""
    opgaver: tuple[Opgave, ...] = ()
    bilag: tuple[Bilag, ...] = ()


@dataclass(frozen=True)
class Moede:
    """A held meeting, from hour to hour. `til_stede` and `afbud` are people of the plan."""

    organ: str
    dag: date
    fra: int
    til: int
    sted: str
    punkter: tuple[Punkt, ...]
    art: str = "ordinaert"
    til_stede: tuple[str, ...] = ()
    afbud: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sag:
    titel: str
    journalnr: str = ""
    sagsnr: str = ""
    tekst: str = ""
    oekonomi: str = ""
    lovgrundlag: str = ""
    hoering: str = ""
    indstilling: str = ""


@dataclass(frozen=True)
class Udkast:
    """A meeting to come, so many days from the day the demo is made, and items that wait for an agenda. A draft, or
    called with nobody's mail sent."""

    organ: str
    om_dage: int
    sted: str
    punkter: tuple[Punkt, ...]
    idelisten: tuple[Punkt, ...] = ()
    indkaldt: bool = False


@dataclass(frozen=True)
class Plan:
    """`uden_for` are bodies that treat a case and are no part of the agreement; `faste` stand on the board's agendas."""

    moeder: tuple[Moede, ...] = ()
    uden_for: tuple[str, ...] = ()
    sager: dict[str, Sag] = field(default_factory=dict)
    personer: dict[str, str] = field(default_factory=dict)
    udkast: Udkast | None = None


# Fixed items of every board (title, kind, minutes, to the end).
FASTE = (
    ("Godkendelse af dagsordenen", "B", 5, False),
    ("Status på mål og aktiviteter", "D", 20, False),
    ("Økonomi", "O", 15, False),
    ("Næste møde og eventuelt", "O", 5, True),
)

GODKENDT = Punkt("Godkendelse af dagsordenen", "B", 5, beslutning="Dagsordenen er godkendt (eksempel).")
EVENTUELT = Punkt("Næste møde og eventuelt", "O", 5, referat="<p>Intet til referat (eksempel).</p>")
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

HELHEDSPLANEN = "Ny samlet helhedsplan for Maribo og Nakskov"
RAADET = ("Amal Nasser", "Bodil Lykke", "Davud Demir", "Esther Munk", "Hamid Sadr")
LOLLAND = Plan(
    uden_for=("Økonomiudvalget", "Byrådet", "Integrationsrådet"),
    personer={
        **dict.fromkeys(RAADET, "Medlem af Integrationsrådet"),
        "Knud Vester": "Medlem af Byrådet",
        "Signe Bro": "Medlem af Byrådet",
        "Tove Ager": "Medlem af Byrådet",
    },
    sager={
        HELHEDSPLANEN: Sag(
            HELHEDSPLANEN,
            journalnr="03.30.05G00-0002",
            sagsnr="362616",
            tekst="<p>Fem afdelinger i Maribo og Nakskov får én plan i stedet for de to, der slutter 31. marts 2018. Planen har tre indsatsområder: forebyggelse og forældreansvar, uddannelse og beskæftigelse, tryghed og trivsel.</p><p>Beboere, fagfolk og boligorganisationer har været med til at skrive den siden sommeren 2017.</p>",
            oekonomi="<p>Planen koster 17.645.000 kr. over fire år. Landsbyggefonden giver 11 mio. kr., DIF 600.000 kr., og kommunen og boligorganisationerne 6.045.000 kr. Kommunens del er 526.000 kr. kontant, husleje for 724.000 kr. og medarbejdertimer.</p>",
            lovgrundlag="<p>Fondens regulativ for 2015–18 og lov om almene boliger.</p>",
            hoering="<p>Afdelinger og boligorganisationer siger god for planen først på året 2018. De stående udvalg har haft den til høring i januar, Teknisk Udvalg undtaget.</p>",
            indstilling="<p>At planen godkendes og anbefales til Landsbyggefonden, og at kommunen giver sin del af pengene.</p>",
        )
    },
    moeder=(
        Moede(
            "Økonomiudvalget",
            date(2018, 3, 15),
            13,
            15,
            "Lolland Rådhus (eksempel)",
            (
                Punkt(
                    "",
                    "B",
                    20,
                    sag=HELHEDSPLANEN,
                    afgoeres_af="Byrådet",
                    beslutning="Udvalget anbefaler byrådet at sige ja.",
                ),
            ),
        ),
        Moede(
            "Byrådet",
            date(2018, 3, 22),
            18,
            21,
            "Lolland Rådhus (eksempel)",
            (
                Punkt(
                    "",
                    "B",
                    20,
                    sag=HELHEDSPLANEN,
                    afgoeres_af="Byrådet",
                    beslutning="Godkendt. Byrådet beder om, at planen også kommer forbi Integrationsrådet.",
                ),
            ),
            afbud=("Knud Vester", "Signe Bro", "Tove Ager"),
        ),
        Moede(
            "Integrationsrådet",
            date(2018, 5, 17),
            16,
            18,
            "Jobcentret, Nakskov",
            (Punkt("", "D", 15, sag=HELHEDSPLANEN, beslutning="Rådet vil gennemgå planen på næste møde."),),
            til_stede=RAADET[:3],
            afbud=RAADET[3:],
        ),
        Moede(
            "Integrationsrådet",
            date(2018, 6, 11),
            16,
            18,
            "Jobcentret, Nakskov",
            (
                Punkt(
                    "",
                    "D",
                    15,
                    sag=HELHEDSPLANEN,
                    beslutning="Rådet ved, at planen er i gang. Den kommer tidligt på mødet 20. august. Alle fik en folder.",
                ),
            ),
            til_stede=RAADET[:2],
            afbud=RAADET[2:],
        ),
        Moede(
            "Integrationsrådet",
            date(2018, 8, 20),
            16,
            18,
            "Jobcentret, Nakskov",
            (
                GODKENDT,
                Punkt(
                    "",
                    "D",
                    30,
                    sag=HELHEDSPLANEN,
                    beslutning="Rådet er glad for at blive orienteret og lægger vægt på den tidlige indsats, uddannelse, job og aktive borgere. Rådet stiller gerne sin viden til rådighed og vil høre løbende, hvordan det går med delaftalerne og målene.",
                ),
                Punkt(
                    "Rådets aktiviteter",
                    "B",
                    15,
                    beslutning="Rådet laver en plan for 2019 på næste møde og ønsker, at kommunen uddeler en pris for integration i 2018.",
                ),
                EVENTUELT,
            ),
            til_stede=RAADET[:1],
            afbud=RAADET[1:],
        ),
        Moede(
            "Bestyrelsen",
            date(2018, 11, 8),
            10,
            12,
            "Anemonevej 6, Nakskov",
            (
                GODKENDT,
                Punkt(
                    "Forældre i forløb",
                    "D",
                    30,
                    om=(("kriterium", "Forældre i forløb"),),
                    referat="<p>Værestedet får flere forældre med (eksempel).</p>",
                ),
                EVENTUELT,
            ),
            til_stede=("Inge Kirk", "Viggo Dam", "Bent Aagaard", "Jonas Friis"),
            afbud=("Else Fog",),
        ),
    ),
)

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

PLANER = {"lemvig": LEMVIG, "slagelse": SLAGELSE, "lolland": LOLLAND, "koege": KOEGE}

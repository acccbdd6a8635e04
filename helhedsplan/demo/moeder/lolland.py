# ruff: noqa: E501 (prose is written as it is read)
"""Lolland's case over three bodies, and the councils."""

from datetime import date

from helhedsplan.demo.moeder.faste import EVENTUELT, GODKENDT
from helhedsplan.demo.moeder.former import Moede, Plan, Punkt, Sag

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

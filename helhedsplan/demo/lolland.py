# ruff: noqa: E501 (prose is written as it is read)
"""Lolland 2018-22: money that adds up on both sides, a promise that changed kind, and a route through twenty bodies.

The amounts, the dates and what the bodies said are the documents'. The boligorganisationer have no names there, and there
are no criteria and activities: those are invented, as are all persons.
"""

from datetime import date
from decimal import Decimal

from aftaler.laesning import Pr
from helhedsplan.demo.former import (
    Aendring,
    Afdeling,
    Aktivitet,
    Frist,
    Kilde,
    Kriterium,
    Milepael,
    Oekonomi,
    Omraade,
    OplystAndel,
    Organ,
    Part,
    Plads,
    Plan,
    Post,
    Tilsagn,
    Trin,
)
from helhedsplan.demo.laesninger import NED, OP, PROCENT, mindst, niveau, punkt
from helhedsplan.demo.lolland_pengestroem import PENGESTROEM
from helhedsplan.demo.maalte import aarlig

START = date(2018, 4, 1)
KOMMUNE, LBF, DIF = "Lolland Kommune", "Landsbyggefonden", "DIF"
BOLIGORGANISATIONER = tuple(f"Boligorganisation {bogstav} (navnet er eksempel)" for bogstav in "ABC")
ORGANISATIONERNE = "Boligorganisationerne"
AFDELINGER = {
    "Østre Park": (BOLIGORGANISATIONER[0], "Østre Park"),
    "Blæsenborgparken": (BOLIGORGANISATIONER[0], "Blæsenborgparken"),
    "Birkevænget": (BOLIGORGANISATIONER[1], "Birkevænget"),
    "Nørrevænget I": (BOLIGORGANISATIONER[1], "Nørrevænget"),
    "Nørrevænget II": (BOLIGORGANISATIONER[2], "Nørrevænget"),
}
FALKEN = date(2017, 9, 16)  # the day the rent took the place of most of the cash

OEKONOMI = Oekonomi(
    landsbyggefonden=Decimal(11_000_000),
    lokal_medfinansiering=Decimal(6_645_000),
    kilder=(
        Kilde(LBF, "landsbyggefonden"),
        Kilde(KOMMUNE, "kommune", KOMMUNE),
        Kilde(ORGANISATIONERNE, "boligorganisation"),
        Kilde(DIF, "anden"),
    ),
    tilsagn=(
        Tilsagn(LBF, "kontant", 11_000_000),
        Tilsagn(
            KOMMUNE,
            "kontant",
            1_250_000,
            betingelse="Økonomiudvalget 17.08.2017: et beløb i den størrelse over fire år.",
            afloest=FALKEN,
            erstattes_af=(
                Tilsagn(KOMMUNE, "husleje", 724_000, betingelse="Lejekontrakt på Anemonevej 6 i Nakskov, fire år."),
                Tilsagn(KOMMUNE, "kontant", 526_000, betingelse="Det, der er tilbage, når huslejen er regnet med."),
            ),
        ),
        Tilsagn(
            KOMMUNE,
            "timer",
            1_250_000,
            timer=2_100,
            betingelse="Uden for almindelig drift. De første 12 måneder godt 600 timer, derefter ca. 500 om året, i alt ca. "
            "2.100. Satsen er ikke oplyst.",
        ),
        Tilsagn(
            ORGANISATIONERNE,
            "kontant",
            3_545_000,
            betingelse="Regnet ud: resten af de 6.045.000 kr., som kommune og boligorganisationer giver sammen. Delingen og "
            "slagsen er ikke oplyst.",
        ),
        Tilsagn(DIF, "kontant", 600_000, betingelse="Slagsen er ikke oplyst."),
    ),
    poster=(
        Post(1_936_000, "5.1", tekst="Tryghed og trivsel"),
        Post(5_248_000, "5.3", tekst="Uddannelse og beskæftigelse"),
        Post(8_313_000, "5.4", tekst="Forebyggelse og forældreansvar"),
        Post(2_148_000, tekst="Administration, kontorhold, kørsel og evaluering med trivselsmåling"),
    ),
    andele=(OplystAndel("38", (KOMMUNE, ORGANISATIONERNE), "Sagen til byrådet i marts 2018, afsnittet om økonomi"),),
)


def _ja(navn: str) -> Trin:
    return Trin(navn, tekst="Godkendt i begyndelsen af 2018. Datoen er ikke oplyst.")


RUTE = (
    *(_ja(f"Organisationsbestyrelsen, {navn.split(' (')[0].lower()}") for navn in BOLIGORGANISATIONER),
    *(_ja(f"Afdelingsbestyrelsen i {navn}") for navn in AFDELINGER),
    *(_ja(f"Afdelingsmødet i {navn}") for navn in AFDELINGER),
    Trin(
        "De stående udvalg undtagen Teknisk Udvalg",
        udfald="behandlet",
        slags="hoering",
        tekst="Hørt i januar 2018. Dagene er ikke oplyst.",
    ),
    Trin("Økonomiudvalget", date(2018, 3, 15), tekst="Indstilles godkendt."),
    Trin("Byrådet", date(2018, 3, 22), tekst="Godkendt. Byrådet vil gerne have, at integrationsrådet ser planen."),
    Trin(
        "Integrationsrådet, første gang",
        date(2018, 5, 17),
        "behandlet",
        "orientering",
        "Rådet vil se nærmere på sagen ved sit næste møde.",
    ),
    Trin(
        "Integrationsrådet, anden gang",
        date(2018, 6, 11),
        "behandlet",
        "orientering",
        "Udsat til august, tidligt på dagsordenen. Rådet ved, at planen er i gang, og fik en folder.",
    ),
    Trin(
        "Integrationsrådet, tredje gang",
        date(2018, 8, 20),
        "behandlet",
        "orientering",
        "Rådet er glad for at blive orienteret, byder ind med det, det kan, og vil løbende høre, hvor langt succeskriterierne er.",
    ),
    Trin(LBF, tekst="Godkendt sideløbende med kommunen. Datoen er ikke oplyst."),
)
FAELLES = {
    "konflikthaandtering": "<p>Uenighed løses i den faglige følgegruppe. Ellers afgør bestyrelsen den (eksempel).</p>",
    "revision": "<p>Bestyrelsen godkender ændringer. Landsbyggefonden kan få delaftalen udleveret (eksempel).</p>",
    "medarbejderressourcer": "<p>Ikke oplyst.</p>",
}

OMRAADER = (
    Omraade(
        nr="5.1",
        problemkompleks="<p>Naboer kender hinanden for lidt, og udsatte beboere finder ikke vej til kommunens tilbud (eksempel).</p>",
        formaal_og_maal=(
            "<p>Mere tryghed gennem fællesskab mellem naboer og engagement lokalt. Udsatte beboere følges hen til kommune og andre, og "
            "beboerne lærer samfundets muligheder og normer bedre at kende.</p>"
        ),
        kriterier=(
            Kriterium(
                "Tryghed blandt beboerne",
                "Andelen af beboere, der føler sig trygge, stiger fra 68 % i 2018 til 76 % i 2021 (eksempel).",
                "Trivselsmåling (eksempel)",
                niveau(PROCENT, OP, punkt("68", 2018), punkt("76", 2021)),
                "Projektlederen",
                maalinger=aarlig(2019, "70.5", "71.8", "76.4"),
            ),
            Kriterium(
                "Beboere i fællesskaber",
                "Mindst 200 beboere deltager i fællesskaber i boligområdet ved udgangen af 2021 (eksempel).",
                "Egen registrering (eksempel)",
                mindst(200, i=2021),
                "Projektlederen",
            ),
        ),
        aktiviteter=(
            Aktivitet(
                "Nabofællesskaber",
                "<p>Haver, spisning og ture, som beboerne selv finder på (eksempel).</p>",
                "<p>Beboerne møder hinanden på tværs (eksempel).</p>",
                "<p>Alle beboere (eksempel).</p>",
                "<p>En medarbejder og en beboer deler ansvaret (eksempel).</p>",
                type="Naboskab og frivillighed",
                ansvarlig="Mette Lund",
                virkninger=(("Tryghed blandt beboerne", "direkte"), ("Beboere i fællesskaber", "direkte")),
            ),
        ),
        sammenhaeng="<p>Bygger bro til kommunens sociale tilbud og til foreningerne.</p>",
        **FAELLES,
    ),
    Omraade(
        nr="5.3",
        problemkompleks="<p>For mange unge går i stå efter folkeskolen (eksempel).</p>",
        formaal_og_maal=(
            "<p>De unges uddannelse skal løftes: hjælp til at vælge en ungdomsuddannelse og til at gøre den færdig. Forældre skal kunne "
            "bakke op, og vejen til et job skal være kortere.</p>"
        ),
        kriterier=(
            Kriterium(
                "Unge i ungdomsuddannelse",
                "Andelen af unge, der er i gang med en ungdomsuddannelse, stiger fra 58 % i 2017 til 66 % i 2021 (eksempel).",
                "Beboerdata (eksempel)",
                niveau(PROCENT, OP, punkt("58", 2017), punkt("66", 2021)),
                "UNG Lolland",
                maalinger=aarlig(2018, "59.1", "60.2", "61.0"),
            ),
            Kriterium(
                "Unge uden job eller uddannelse",
                "Andelen af 18–29-årige uden job eller uddannelse falder fra 31 % i 2017 til højst 25 % i 2021 (eksempel).",
                "Beboerdata (eksempel)",
                niveau(PROCENT, NED, punkt("31", 2017), punkt("25", 2021)),
                "UNG Lolland",
                maalinger=aarlig(2018, "30.2", "28.1", "27.4"),
            ),
        ),
        aktiviteter=(
            Aktivitet(
                "Uddannelsesvejledning tæt på",
                "<p>En vejleder har fast tid i områderne og følger den unge de første måneder (eksempel).</p>",
                "<p>Flere unge begynder og bliver (eksempel).</p>",
                "<p>Unge mellem 15 og 25 år (eksempel).</p>",
                "<p>Vejlederen og UNG Lolland mødes hver måned (eksempel).</p>",
                type="Jobrådgivning",
                virkninger=(("Unge i ungdomsuddannelse", "direkte"), ("Unge uden job eller uddannelse", "direkte")),
            ),
        ),
        sammenhaeng="<p>Ligger op ad kommunens beskæftigelsesstrategi og UNG Lolland med spor for uddannelse og for job.</p>",
        **FAELLES,
    ),
    Omraade(
        nr="5.4",
        problemkompleks="<p>Børn får for sent den hjælp, der virker (eksempel).</p>",
        formaal_og_maal=(
            "<p>Den største af de tre indsatser. Forældre skal engageres i børnenes skole, trivsel og udvikling, og flere børn skal bruge "
            "dagtilbud og folkeskole i stedet for gaden.</p>"
        ),
        kriterier=(
            Kriterium(
                "Forældre i forløb",
                "Mindst 60 forældre om året er med i et forløb om forældrerollen (eksempel).",
                "Egen registrering (eksempel)",
                mindst(60, pr=Pr.AAR),
                "Projektlederen",
                maalinger=aarlig(2018, "44", "63", "48"),
            ),
            Kriterium(
                "Børn i dagtilbud",
                "Andelen af børn i dagtilbud stiger fra 71 % i 2017 til 80 % i 2021 (eksempel).",
                "Lolland Kommune (eksempel)",
                niveau(PROCENT, OP, punkt("71", 2017), punkt("80", 2021)),
                "Lolland Kommune",
                maalinger=aarlig(2018, "73.4", "76.0", "77.9", "79.2"),
            ),
        ),
        aktiviteter=(
            Aktivitet(
                "Værested med voksne",
                "<p>Et bemandet sted for børn og forældre i den tidligere institution. Ungdomsskolen er med det første år.</p>",
                "<p>Et trygt sted om eftermiddagen (eksempel).</p>",
                "<p>Børn fra 10 år og deres forældre (eksempel).</p>",
                "<p>Ungdomsskolen og en medarbejder (eksempel).</p>",
                type="Forældreforløb",
                virkninger=(("Forældre i forløb", "direkte"), ("Børn i dagtilbud", "indirekte")),
            ),
        ),
        sammenhaeng="<p>Følger kommunens strategi om at sætte ind tidligt, både i alder og i forløb.</p>",
        **FAELLES,
    ),
)

ORGANER = (
    Organ(
        "bestyrelse",
        "Bestyrelsen",
        (
            Plads("Direktør eller forretningsfører", BOLIGORGANISATIONER[0], "Inge Kirk", "formand"),
            Plads("Direktør eller forretningsfører", BOLIGORGANISATIONER[1], "Viggo Dam"),
            Plads("Direktør eller forretningsfører", BOLIGORGANISATIONER[2], "Else Fog"),
            Plads("Medlem af Direktionen", KOMMUNE, "Bent Aagaard"),
        ),
        "<p>Leder planen. Kommunens direktion sidder på lige fod med boligorganisationerne. Antallet af pladser er eksempel.</p>",
        (2, None),
        "Projektlederen",
    ),
    Organ(
        "politisk_foelgegruppe",
        "Den politiske følgegruppe",
        (
            Plads("Medlem af Økonomiudvalget", KOMMUNE, "Ulla Kjær"),
            Plads("Medlem af Økonomiudvalget", KOMMUNE, "Mogens Riis"),
            Plads("Medlem af Økonomiudvalget", KOMMUNE),
            Plads("Beboerdemokratiet", "", "Karla Nygaard"),
        ),
        "<p>Politikere og beboervalgte følger planen.</p>",
        over="Bestyrelsen",
    ),
    Organ(
        "faglig_foelgegruppe",
        "Den faglige følgegruppe",
        (Plads("Skole", KOMMUNE, "Jytte Bang"), Plads("Jobcenter", KOMMUNE, "Iben Krogh"), Plads("Dagtilbud", KOMMUNE)),
        "<p>Bredt sammensat af kommunens fagfolk. Deres møder er også timer ind i planen.</p>",
        over="Bestyrelsen",
    ),
)

LOLLAND = Plan(
    slug="lolland",
    navn="Maribo og Nakskov",
    omraade="Østre Park, Blæsenborgparken, Birkevænget og Nørrevænget",
    kommune=KOMMUNE,
    periode="2015-18",
    generation="B",
    start=START,
    slut=date(2022, 3, 31),
    parter=(
        Part(BOLIGORGANISATIONER[0], "boligorganisation", "Inge Kirk", "Direktør"),
        Part(BOLIGORGANISATIONER[1], "boligorganisation", "Viggo Dam", "Forretningsfører"),
        Part(BOLIGORGANISATIONER[2], "boligorganisation", "Else Fog", "Forretningsfører"),
        Part(KOMMUNE, "kommune", "Bent Aagaard", "Direktør"),
    ),
    boligomraader=("Østre Park", "Blæsenborgparken", "Birkevænget", "Nørrevænget"),
    afdelinger=tuple(Afdeling(navn, ejer, None, omraade) for navn, (ejer, omraade) in AFDELINGER.items()),
    afsnit={
        "formaal": (
            "<p>Én plan for fem afdelinger i Maribo og Nakskov. Den sætter ind tidligt, løfter uddannelse og job og gør beboerne til "
            "aktive borgere. Planen bygger bro til kommunens egne opgaver og tager over efter de planer, der udløb 31. marts 2018.</p>"
        ),
        "organisering": (
            "<p>En bestyrelse med direktionen og boligorganisationernes ledelser, en politisk følgegruppe med tre fra økonomiudvalget "
            "og beboervalgte, og en faglig følgegruppe med kommunens fagområder. Planen har til huse på Anemonevej 6 i Nakskov.</p>"
        ),
        "samspil": (
            "<p>Planen spiller sammen med kommunens plan- og udviklingsstrategi, beskæftigelsesstrategien for 2018, strategien om "
            "tidlig indsats, UNG Lolland og den nye politik for almene boliger.</p>"
        ),
        "maalinger": "<p>Bestyrelsen ser på Boligsociale Data ved hvert møde (eksempel).</p>",
        "evaluering": "<p>Planen evalueres undervejs, og beboernes trivsel måles. Hvornår er ikke oplyst.</p>",
        "underretning": "<p>Projektlederen giver bestyrelsen besked om det, der kommer på tværs (eksempel).</p>",
        "konflikthaandtering": "<p>Bestyrelsen afgør det, parterne ikke selv løser (eksempel).</p>",
        "revision": "<p>Landsbyggefonden skal godkende ændringer i den strategiske aftale.</p>",
    },
    omraader=OMRAADER,
    oekonomi=OEKONOMI,
    pengestroem=PENGESTROEM,
    organer=ORGANER,
    personer={"Jonas Friis": "Projektleder", "Mette Lund": "Boligsocial medarbejder", "Anne Dahl": "Sekretær"},
    bilag={
        "beredskabsplan": (
            "<p>Projektlederen samler kommune, politi og boligorganisationer samme dag (eksempel).</p>",
            True,
        ),
        "kommissorium": ("<p>Bestyrelsen leder planen og mødes mindst to gange om året (eksempel).</p>", True),
    },
    fase="afsluttet",
    milepaele=(
        Milepael("Indsatserne går i gang", START, START),
        Milepael("Første trivselsmåling (eksempel)", date(2018, 12, 31), date(2018, 11, 20)),
    ),
    frister=(
        Frist("Ét-års-eftersyn med Landsbyggefonden (eksempel)", date(2019, 4, 1), "eftersyn", date(2019, 5, 7)),
        Frist("Et halvt år til planen slutter", date(2021, 9, 30), "afslutning", date(2021, 9, 9)),
    ),
    aendringer=(
        Aendring(None, "Den oprindelige aftale for begge byer", START, RUTE),
        *(
            Aendring(nr, "Den oprindelige delaftale af 4. marts 2018", START, (Trin("Bestyrelsen"),))
            for nr in ("5.1", "5.3", "5.4")
        ),
    ),
)

# ruff: noqa: E501 (prose is written as it is read)
"""Køge a year in: activities behind plan, a target group that is gone, and what was agreed with LBF at the eftersyn.

What the eftersyn of 9.10.2018 says is the document's. Everything else – period, budget, criteria, seats, persons – is
invented, and says so.
"""

from datetime import date
from decimal import Decimal

from aftaler.laesning import Pr
from helhedsplan.demo.budgetlinjer import aar_for_aar, tvaergaaende
from helhedsplan.demo.former import (
    Aendring,
    Afdeling,
    Aktivitet,
    Frist,
    Kilde,
    Kriterium,
    Maalgruppe,
    Milepael,
    Oekonomi,
    Omraade,
    Organ,
    Part,
    Plads,
    Plan,
    Tilsagn,
    Trin,
)
from helhedsplan.demo.koege_pengestroem import PENGESTROEM
from helhedsplan.demo.laesninger import NED, PROMILLE, mindst, niveau, punkt
from helhedsplan.demo.maalte import aarlig

START, SLUT, EFTERSYN = date(2017, 10, 1), date(2021, 9, 30), date(2018, 10, 9)
KOMMUNE, KBS, BOSJ, LBF = "Køge Kommune", "KBS", "BOSJ", "Landsbyggefonden"
KARLEMOSEN, ELLEMARKEN = "Karlemoseparken", "Ellemarken"
EKSEMPEL = "Alt om beløb er eksempel."

OEKONOMI = Oekonomi(
    landsbyggefonden=Decimal(12_000_000),
    lokal_medfinansiering=Decimal(4_000_000),
    kilder=(
        Kilde(LBF, "landsbyggefonden"),
        Kilde(KOMMUNE, "kommune", KOMMUNE),
        Kilde(KBS, "boligorganisation", KBS),
        Kilde(BOSJ, "boligorganisation", BOSJ),
    ),
    tilsagn=(
        Tilsagn(LBF, "kontant", 12_000_000, betingelse=EKSEMPEL, eksempel=True),
        Tilsagn(
            KOMMUNE,
            "timer",
            2_400_000,
            timer=6_000,
            betingelse=f"En del mangler fra det første år. Kommunen sagde ved eftersynet, at det bliver indhentet. {EKSEMPEL}",
            eksempel=True,
        ),
        Tilsagn(KBS, "kontant", 800_000, betingelse=EKSEMPEL, eksempel=True),
        Tilsagn(BOSJ, "kontant", 800_000, betingelse=EKSEMPEL, eksempel=True),
    ),
    poster=(
        *aar_for_aar("5.2", 2017, 250, 1_000, 1_000, 1_000, 750),
        *aar_for_aar("5.3", 2017, 350, 1_400, 1_400, 1_400, 1_050),
        *aar_for_aar("5.4", 2017, 325, 1_300, 1_300, 1_300, 975),
        *tvaergaaende(2017, 75, 300, 300, 300, 225),
    ),
)
FAELLES = {
    "medarbejderressourcer": "<p>Ikke oplyst.</p>",
    "konflikthaandtering": "<p>Sekretariatslederen tager uenighed op. Bestyrelsen afgør den (eksempel).</p>",
    "revision": (
        "<p>Parterne kan selv justere aktiviteterne, men delaftale og milepælsplan skal rettes med det samme. Flyttes en indsats til "
        "en anden delaftale, skal Landsbyggefonden sige ja.</p>"
    ),
}

KVINDER = Aktivitet(
    "Aktivering af kvinder",
    "<p>Kvinder uden job får et forløb med praktik og vejledning. Jobcentret ser nu på ægtefælleforsørgede og på dem, der er ramt af "
    "kontanthjælpsloftet.</p>",
    "<p>Flere kvinder kommer i arbejde (eksempel).</p>",
    "<p>Oprindelig målgruppe: kvinder på kontanthjælp. Den er næsten væk. Er de over 30 år, skal de helst være forsørgere.</p>",
    "<p>Planens sekretariat, Jobcentret og kommunens center for børn og familier skriver projektet på ny sammen.</p>",
    type="Jobrådgivning",
    ansvarlig="Mette Lund",
    start=START,
    slut=SLUT,
    status=("ikke_igangsat", "Et år forsinket. Målgruppen er næsten væk, og aktiviteten skal beskrives på ny."),
    milepaele=(
        Milepael(
            "Det første hold begynder (eksempel)",
            date(2017, 11, 1),
            grund="Målgruppen var væk, før holdet var samlet",
        ),
        Milepael(
            "Ny projektbeskrivelse (dato er eksempel)",
            date(2018, 12, 31),
            grund="Tre parter skal blive enige om målgruppen (eksempel)",
        ),
        Milepael("Aktiviteterne er i gang (dato er eksempel)", date(2019, 2, 1)),
    ),
    grupper=(
        Maalgruppe(
            "Kvinder på kontanthjælp",
            stoerrelse=60,
            bortfaldet=EFTERSYN,
            grund="Arbejdsmarkedet løb fra indsatsen: næsten ingen er tilbage. Antallet på 60 er eksempel.",
        ),
        Maalgruppe("Ægtefælleforsørgede uden job"),
        Maalgruppe("Borgere ramt af kontanthjælpsloftet", "sekundaer"),
    ),
    virkninger=(("Kvinder i praktik eller job", "direkte"),),
    eksempel=False,
)
FORAELDRE = Aktivitet(
    "Forældreprojekt i Ellemarken",
    "<p>En lokal legestue er kommet i gang og bygges ud med institutionerne. Skolen står for en familieklasse, som planens sekretariat "
    "skal mere ind i.</p>",
    "<p>Forældre får hjælp, mens børnene er små (eksempel).</p>",
    "<p>Forældre til små børn i Ellemarken.</p>",
    "<p>De lokale institutioner, skolen og sekretariatet.</p>",
    type="Forældreforløb",
    ansvarlig="Mette Lund",
    boligomraader=(ELLEMARKEN,),
    start=START,
    slut=SLUT,
    milepaele=(
        Milepael(
            "Legestuen åbner (datoer er eksempel)",
            date(2018, 2, 1),
            date(2018, 9, 3),
            "Samarbejdet med institutionerne skulle først på plads (eksempel)",
        ),
        Milepael(
            "Familieklassen har plads til flere (dato er eksempel)",
            date(2018, 8, 15),
            grund="Skole og sekretariat er ved at aftale en ny model",
        ),
    ),
    grupper=(Maalgruppe("Forældre til børn under 6 år i Ellemarken (antal er eksempel)", stoerrelse=90),),
    virkninger=(("Forældre i forløb", "direkte"),),
    eksempel=False,
)

OMRAADER = (
    Omraade(
        nr="5.2",
        problemkompleks=(
            "<p>Tallene går den rigtige vej i alle fire områder. I Karlemoseparken har det forebyggende arbejde ført til tiltaler og domme, "
            "så afdelingen i 2018–2019 igen kan komme over listens grænse for kriminalitet.</p>"
        ),
        formaal_og_maal="<p>Færre unge i kriminalitet (eksempel).</p>",
        kriterier=(
            Kriterium(
                "Afgørelser i Karlemoseparken",
                "Kriminalretlige afgørelser pr. 1.000 beboere i Karlemoseparken falder fra 27 i 2017 til højst 21 i 2021 (eksempel).",
                "Beboerdata (eksempel)",
                niveau(PROMILLE, NED, punkt("27", 2017), punkt("21", 2021)),
                "Sekretariatslederen",
                maalinger=aarlig(2018, "31.4"),
            ),
        ),
        aktiviteter=(
            Aktivitet(
                "Fritidsjob",
                "<p>Unge får et job efter skoletid. Kommunen har givet 250.000 kr. ekstra til fritidsjob i institutioner og 2 mio. kr. til "
                "mentorer.</p>",
                "<p>Unge får en fast voksen og egne penge (eksempel).</p>",
                "<p>Unge på 13–17 år (eksempel).</p>",
                "<p>Sekretariatet finder de unge, institutionerne jobbene (eksempel).</p>",
                type="Fritidsjob og lommepengeprojekt",
                boligomraader=(KARLEMOSEN, ELLEMARKEN),
                start=START,
                slut=SLUT,
                kriterier=(
                    Kriterium(
                        "Unge med fritidsjob",
                        "Mindst 40 unge har haft fritidsjob ved udgangen af 2020 (eksempel).",
                        "Egen registrering (eksempel)",
                        mindst(40, i=2020),
                        "Sekretariatslederen",
                        foerste_frist=date(2019, 1, 31),
                    ),
                ),
                milepaele=(Milepael("Ti institutioner er med (eksempel)", date(2018, 6, 1), date(2018, 5, 28)),),
                virkninger=(("Afgørelser i Karlemoseparken", "indirekte"),),
            ),
        ),
        sammenhaeng="<p>Politikerne er kommet tæt på, og det har givet flere penge og mere opmærksomhed.</p>",
        **FAELLES,
    ),
    Omraade(
        nr="5.3",
        problemkompleks="<p>Kvinder uden for arbejdsmarkedet var målet, da planen blev skrevet. Siden er de fleste kommet videre.</p>",
        formaal_og_maal="<p>Flere forsørgere i arbejde (eksempel).</p>",
        kriterier=(
            Kriterium(
                "Kvinder i praktik eller job",
                "Mindst 25 kvinder om året kommer i praktik eller job (eksempel).",
                "Jobcentret (eksempel)",
                mindst(25, pr=Pr.AAR),
                "Jobcentret",
                foerste_frist=date(2019, 1, 31),
            ),
        ),
        aktiviteter=(KVINDER,),
        sammenhaeng="<p>Jobcentret er med til at vælge den nye målgruppe.</p>",
        **FAELLES,
    ),
    Omraade(
        nr="5.4",
        problemkompleks="<p>For få forældre bruger de tilbud, der er til små børn (eksempel).</p>",
        formaal_og_maal="<p>Forældre, der er med fra begyndelsen (eksempel).</p>",
        kriterier=(
            Kriterium(
                "Forældre i forløb",
                "Mindst 20 forældre om året gennemfører et forløb i Ellemarken (eksempel).",
                "Egen registrering (eksempel)",
                mindst(20, pr=Pr.AAR),
                "Sekretariatslederen",
                maalinger=aarlig(2018, "7"),
            ),
        ),
        aktiviteter=(FORAELDRE,),
        sammenhaeng="<p>Dagtilbud og skole er med om aktiviteterne.</p>",
        **FAELLES,
    ),
)

ORGANER = (
    Organ(
        "bestyrelse",
        "Bestyrelsen",
        (
            Plads("Forretningsfører", KBS, "Inge Kirk", "formand"),
            Plads("Udviklingschef", BOSJ, "Claus Brandt"),
            Plads("Direktør", KOMMUNE, "Bent Aagaard"),
            Plads("Arbejdsmarkedschef", KOMMUNE, "Dorthe Lyng"),
            Plads("Byrådet", KOMMUNE, "Flemming Ravn"),
            Plads("Afdelingsformand", KBS),
        ),
        "<p>Leder planen. Kommunens politikere er kommet med, og det virker. Landsbyggefonden ser helst administrative medlemmer, men "
        "accepterer afdelingsformænd. Antallet af pladser er eksempel.</p>",
        (2, None),
        "Helhedsplanens sekretariat",
    ),
    Organ(
        "lokal_foelgegruppe",
        "Følgegruppen (eksempel)",
        (Plads("Beboer i Ellemarken", "", "Karla Nygaard"), Plads("Beboer i Karlemoseparken")),
        "<p>Følger aktiviteterne i områderne (eksempel).</p>",
        over="Bestyrelsen",
    ),
)

KOEGE = Plan(
    slug="koege",
    navn="Køge",
    omraade="Køge (start og slut er eksempel)",
    kommune=KOMMUNE,
    periode="2015-18",
    generation="A",
    start=START,
    slut=SLUT,
    parter=(
        Part(KBS, "boligorganisation", "Inge Kirk", "Forretningsfører"),
        Part(BOSJ, "boligorganisation", "Claus Brandt", "Udviklingschef"),
        Part(KOMMUNE, "kommune", "Bent Aagaard", "Direktør"),
    ),
    boligomraader=(KARLEMOSEN, ELLEMARKEN),
    afdelinger=(
        Afdeling("Karlemoseparken (ejer er eksempel)", BOSJ, None, KARLEMOSEN),
        Afdeling("Ellemarken (ejer er eksempel)", KBS, None, ELLEMARKEN),
    ),
    afsnit={
        "formaal": "<p>Fire områder i Køge skal have det bedre. To af dem er Karlemoseparken og Ellemarken; de to andre er ikke oplyst.</p>",
        "organisering": "<p>Bestyrelsen mødes om både emner, politik og det, der sker i områderne. Opbakningen er god.</p>",
        "problemkompleks": "<p>Står under hvert indsatsområde.</p>",
        "maalinger": "<p>Bestyrelsen følger Boligsociale Data. I 2018 viste de fremgang.</p>",
        "evaluering": "<p>Landsbyggefonden holdt ét-års-eftersyn 9. oktober 2018. Opfølgningen står som frister.</p>",
        "samspil": "<p>I Karlemoseparken er der fleksibel udlejning. Om den virker, var ikke kendt ved eftersynet, og BOSJ undersøger det.</p>",
        "underretning": "<p>Sekretariatet giver bestyrelsen besked (eksempel).</p>",
        "konflikthaandtering": "<p>Bestyrelsen afgør uenighed (eksempel).</p>",
        "revision": "<p>Landsbyggefonden skal godkende ændringer i aftalen og flytning af indsatser.</p>",
    },
    omraader=OMRAADER,
    oekonomi=OEKONOMI,
    pengestroem=PENGESTROEM,
    organer=ORGANER,
    personer={"Jonas Friis": "Sekretariatsleder", "Mette Lund": "Boligsocial medarbejder", "Anne Dahl": "Sekretær"},
    milepaele=(
        Milepael(
            "Planen er i gang i alle områder (eksempel)",
            date(2018, 1, 1),
            date(2018, 3, 1),
            "To ansættelser trak ud (eksempel)",
        ),
    ),
    frister=(
        Frist("Ét-års-eftersyn med Landsbyggefonden", EFTERSYN, "eftersyn", EFTERSYN),
        Frist("Ny projektbeskrivelse for kvindeindsatsen (dato er eksempel)", date(2018, 12, 31), delaftale="5.3"),
        Frist("Revideret delaftale 5.3 (dato er eksempel)", date(2019, 1, 31), delaftale="5.3"),
        Frist("Milepælsplanen er rettet (dato er eksempel)", date(2019, 1, 31)),
        Frist("Budget for de uforbrugte 165.000 kr. sendt til Landsbyggefonden (dato er eksempel)", date(2018, 11, 30)),
        Frist("De 165.000 kr. er brugt", date(2018, 12, 31)),
        Frist("Revisorpåtegnet regnskab", date(2019, 6, 30)),
        Frist(
            "Svar til Landsbyggefonden om fleksibel udlejning i Karlemoseparken (dato er eksempel)", date(2018, 12, 1)
        ),
        Frist("Kommunens manglende medfinansiering er indhentet (dato er eksempel)", date(2019, 12, 31)),
        Frist(
            "Ansøgning, hvis A.P. Møller-bevillingen udskyder forbruget (dato er eksempel)",
            date(2019, 3, 1),
            oprindelig=date(2018, 12, 1),
            grund="Bevillingen er ikke endelig (eksempel)",
        ),
    ),
    aendringer=(
        Aendring(None, "Den oprindelige aftale (datoen er ikke oplyst)", START, (Trin(LBF),)),
        *(
            Aendring(nr, "Den oprindelige delaftale (datoen er ikke oplyst)", START, (Trin("Bestyrelsen"),))
            for nr in ("5.2", "5.3", "5.4")
        ),
    ),
)

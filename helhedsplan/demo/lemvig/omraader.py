# ruff: noqa: E501 (prose is written as it is read)
"""The three indsatsområder of Lemvig. Figures up to 2018 are the documents'; later ones, and the activities, are invented."""

from datetime import date
from decimal import Decimal

from aftaler.laesning import Mangel, Pr, Reference
from helhedsplan.demo.former import Aktivitet, Kriterium, Maalgruppe, Maalt, Milepael, Omraade
from helhedsplan.demo.laesninger import (
    ANTAL,
    KARAKTER,
    NED,
    OP,
    PROCENT,
    andel,
    mindst,
    niveau,
    oplevet,
    punkt,
    uden_stoerrelse,
)
from helhedsplan.demo.maalte import aarlig

KONFLIKT = (
    "<p>Uenighed løses først mellem de medarbejdere, der står med opgaven. Kan de ikke blive enige, tager projektlederen "
    "den med til bestyrelsen, som afgør den. Bestyrelsen får besked, hvis en aktivitet eller lovet medfinansiering "
    "udebliver.</p>"
)
REVISION = (
    "<p>Bestyrelsen godkender ændringer i delaftalen. Den sendes ikke til Landsbyggefonden, men skal kunne udleveres "
    "ajourført, når fonden beder om det.</p>"
)

TRYGHED = Omraade(
    nr="5.1",
    problemkompleks=(
        "<p>Vestbyen i Lemvig rummer de fleste af byens almene boliger. I snit flyttede 26,2 % af beboerne hvert år i "
        "2013–2017, og i over halvdelen af boligerne bor der kun én person. I naboskabsundersøgelsen fra 2018 har 6 % "
        "været med til at arrangere noget i området, mens 50 % gerne vil.</p>"
        "<p>Naboer kender hinanden for lidt på tværs af afdelinger og baggrund, og få tager del i foreningslivet. Der var "
        "190 huslejerestancer i 2016, 153 året efter og 146 i 2018, mere end dobbelt så mange som i boligforeningens øvrige "
        "afdelinger. Sundhedsprofilen viser flere rygere, mere overvægt og flere kroniske sygdomme end i regionen.</p>"
        "<p>Andelen med ikke-vestlig baggrund voksede fra 25,1 % i 2013 til 36,1 % i 2017. "
        "En renovering, der kræver genhusning, går i gang i perioden.</p>"
    ),
    formaal_og_maal=(
        "<p>Beboerne skal føle sig trygge og trives sammen med naboerne, uanset baggrund, og området skal være en del af "
        "byen. Målene er:</p><ul><li>et trygt boligområde med engagerede beboere</li><li>flere beboere, der tager del i "
        "områdets liv</li><li>godt naboskab på tværs af afdelingerne</li><li>en genhusning, der lykkes for beboerne</li></ul>"
    ),
    kriterier=(
        Kriterium(
            navn="Tryghed i området",
            tekst="Trygheden i området er øget fra baselinemålingen i 2018 til en ny måling ved udgangen af 2022.",
            datakilde="Naboskabsundersøgelse ved start og slut",
            ansvarlig="Projektlederen",
            laesning=uden_stoerrelse(OP, baseline=punkt(None, 2018), mangler=(Mangel.MAALTAL,)),
        ),
        Kriterium(
            navn="Ressourcer blandt beboerne",
            tekst="Beboernes ressourcer er øget fra baselinemålingen i 2018 til en ny måling ved udgangen af 2022.",
            datakilde="Naboskabsundersøgelse ved start og slut",
            ansvarlig="Projektlederen",
            laesning=uden_stoerrelse(OP, baseline=punkt(None, 2018), mangler=(Mangel.MAALTAL,)),
        ),
        Kriterium(
            navn="Fraflytning",
            tekst="Fraflytningsprocenten falder fra 26,2 % i 2013–2017 til højst 20 % i 2022.",
            datakilde="Boligsociale Data (LBF) og Bo i Lemvig",
            ansvarlig="Projektlederen, hvert år senest 15. april",
            laesning=niveau(PROCENT, NED, punkt("26.2", 2013, 2017), punkt("20", 2022)),
            maalinger=aarlig(
                2018, "25.4", "24.6", "23.1", "22.4", "21.3", kommune=("15.1", "14.8", "14.2", "14.5", "14.1")
            ),
        ),
        Kriterium(
            navn="Bliver boende efter genhusning",
            tekst="Når genhusningen er slut, bor mindst 75 % af beboerne stadig i afdelingen.",
            datakilde="Endelig opgørelse fra Bo i Lemvig og projektet efter renoveringen",
            ansvarlig="Bo i Lemvig",
            laesning=andel(75),
            maalinger=(
                Maalt(fra=date(2020, 12, 31), taeller=9, naevner=14, udtraek=date(2021, 1, 12)),
                Maalt(fra=date(2021, 12, 31), taeller=58, naevner=76, udtraek=date(2022, 1, 11)),
                Maalt(fra=date(2022, 12, 31), taeller=104, naevner=132, udtraek=date(2023, 1, 10)),
            ),
        ),
    ),
    aktiviteter=(
        Aktivitet(
            navn="Naboskab på tværs",
            indhold="<p>Fællesspisning og små arrangementer i de nye fælleslokaler, planlagt af beboere fra begge afdelinger.</p>",
            formaal_og_maal="<p>Beboere møder hinanden på tværs af afdelinger og alder.</p>",
            maalgrupper="<p>Alle beboere, især dem, der bor alene.</p>",
            ansvar_og_roller="<p>Den boligsociale medarbejder holder gang i planlægningsgruppen. Viceværterne hjælper med lokalerne.</p>",
            type="Naboskab og frivillighed",
            ansvarlig="Mette Lund",
            boligomraader=("Vestbyen",),
            start=date(2019, 8, 1),
            slut=date(2023, 4, 30),
            milepaele=(
                Milepael(
                    "Planlægningsgruppe med beboere fra begge afdelinger (eksempel)",
                    date(2019, 10, 1),
                    date(2019, 9, 24),
                ),
                Milepael("Første fællesspisning i de nye lokaler (eksempel)", date(2019, 11, 15), date(2019, 11, 14)),
                Milepael(
                    "Beboerne står selv for hver anden fællesspisning (eksempel)",
                    date(2021, 6, 30),
                    date(2021, 9, 16),
                    "Lokalerne var lukket under corona (eksempel)",
                ),
            ),
            grupper=(
                Maalgruppe("Beboere, der bor alene", stoerrelse=180),
                Maalgruppe("Alle beboere i Vestbyen", "sekundaer", 550),
            ),
            virkninger=(
                ("Tryghed i området", "direkte"),
                ("Ressourcer blandt beboerne", "direkte"),
                ("Fraflytning", "indirekte"),
            ),
            kriterier=(
                Kriterium(
                    navn="Fællesspisninger",
                    tekst="Mindst 10 fællesspisninger om året i fælleslokalerne.",
                    datakilde="Egen registrering",
                    ansvarlig="Den boligsociale medarbejder",
                    laesning=mindst(10, pr=Pr.AAR),
                    maalinger=aarlig(2019, "6", "4", "11", "13"),
                ),
            ),
        ),
        Aktivitet(
            navn="Tryg genhusning",
            indhold="<p>Samtaler før, under og efter flytningen og en fast kontaktperson for de beboere, der har brug for det.</p>",
            formaal_og_maal="<p>Ingen flytter fra området, fordi genhusningen blev for svær.</p>",
            maalgrupper="<p>Beboerne i de 151 boliger, der renoveres 2020–2023.</p>",
            ansvar_og_roller="<p>Bo i Lemvig står for genhusningen. Projektet står for kontakten til beboerne.</p>",
            type="Rådgivning og brobygning",
            ansvarlig="Jonas Friis",
            boligomraader=("Vestbyen",),
            start=date(2020, 1, 6),
            slut=date(2023, 3, 31),
            milepaele=(
                Milepael("Samtale holdt med alle i første etape (eksempel)", date(2020, 3, 1), date(2020, 2, 20)),
                Milepael(
                    "Halvdelen af boligerne er genhuset (eksempel)",
                    date(2021, 9, 1),
                    date(2021, 11, 1),
                    "Renoveringens anden etape begyndte senere (eksempel)",
                ),
                Milepael("Sidste beboer er flyttet tilbage (eksempel)", date(2023, 3, 31)),
            ),
            virkninger=(("Bliver boende efter genhusning", "direkte"), ("Fraflytning", "direkte")),
        ),
    ),
    medarbejderressourcer="<p>30 % projektleder og 40 % boligsocial medarbejder (eksempel).</p>",
    sammenhaeng="<p>Sundhedscentret, SSP og biblioteket deltager i arrangementerne og holder møde med projektet to gange om året.</p>",
    konflikthaandtering=KONFLIKT,
    revision=REVISION,
    landsbyggefonden=Decimal(1_900_000),
    lokal_medfinansiering=Decimal(900_000),
)

UDDANNELSE = Omraade(
    nr="5.3",
    problemkompleks=(
        "<p>Mange unge har hverken uddannelse eller er i gang med en. Blandt de 20–24-årige havde 32,7 % kun grundskole "
        "og var ikke i uddannelse i 2013–2017, og i 2017 alene var det 40,3 %. I resten af Lemvig Kommune er det 15,3 %. I samme "
        "periode var 38,1 % af de 20–24-årige på offentlig forsørgelse mod 11,1 % i kommunen.</p>"
        "<p>Grundskolen er højeste uddannelse for 55,2 % i området mod 25,1 % i kommunen. Blandt de "
        "18–64-årige er 30,4 % knyttet til arbejdsmarkedet mod 76,1 % i kommunen, og i de 151 boliger, der skal renoveres, er det "
        "8,6 %. Af de 154 fuldtidspersoner uden job i 2016 var 36 % passive kontanthjælpsmodtagere og 40 % "
        "førtidspensionister.</p>"
    ),
    formaal_og_maal=(
        "<p>Børn og unge skal styrkes i skole, uddannelsesvalg og job, så de kan bryde den sociale arv. Målene er:</p><ul><li>"
        "flere ledige, der kommer tættere på arbejdsmarkedet</li><li>flere unge, der er klar til uddannelse og job</li><li>unge, "
        "der kender kravene og mulighederne på arbejdsmarkedet</li></ul>"
    ),
    kriterier=(
        Kriterium(
            navn="Passive kontanthjælpsmodtagere",
            tekst="Andelen af passive kontanthjælpsmodtagere blandt dem uden job falder fra 36 % i 2016 til højst 25 % i 2022.",
            datakilde="BL-tabellerne, Danmarks Statistik",
            ansvarlig="Jobcentret",
            laesning=niveau(PROCENT, NED, punkt("36", 2016), punkt("25", 2022)),
            maalinger=aarlig(2018, "34.1", "31.6", "28.5", "26.8", "24.6"),
        ),
        Kriterium(
            navn="Unge på offentlig forsørgelse",
            tekst="Andelen af 20–24-årige på offentlig forsørgelse falder fra 38,1 % i 2013–2017 til højst 30 % i 2020–2022.",
            datakilde="Boligsociale Data (LBF)",
            ansvarlig="Projektlederen",
            laesning=niveau(PROCENT, NED, punkt("38.1", 2013, 2017), punkt("30", 2020, 2022)),
            maalinger=aarlig(2018, "37.2", "36.0", "34.4", "33.4", kommune=("11.4", "11.0", "11.9", "11.2")),
        ),
        Kriterium(
            navn="Unge med kun grundskole",
            tekst=(
                "Andelen af 20–24-årige, der kun har grundskole, falder fra 32,7 % i 2013–2017 til højst 28 % i 2020–2022."
            ),
            datakilde="Boligsociale Data (LBF)",
            ansvarlig="Projektlederen",
            laesning=niveau(PROCENT, NED, punkt("32.7", 2013, 2017), punkt("28", 2020, 2022)),
            maalinger=aarlig(2018, "36.9", "31.5", "28.8", "27.4", "26.6"),
        ),
    ),
    aktiviteter=(
        Aktivitet(
            navn="Jobcafé i Vestbyen",
            indhold="<p>Åben rådgivning en eftermiddag om ugen sammen med en mentor fra jobcentret.</p>",
            formaal_og_maal="<p>Ledige får et næste skridt, de selv har valgt.</p>",
            maalgrupper="<p>Ledige beboere, især dem, der er langt fra job og uddannelse.</p>",
            ansvar_og_roller="<p>Projektlederen og jobcentret deler ansvaret og mødes hver måned.</p>",
            type="Jobrådgivning",
            ansvarlig="Sofie Bech",
            boligomraader=("Vestbyen",),
            start=date(2019, 9, 2),
            slut=date(2023, 4, 30),
            milepaele=(
                Milepael("Fast aftale med jobcentret om en mentor (eksempel)", date(2019, 9, 1), date(2019, 8, 28)),
                Milepael(
                    "Minikursus om sundhed og job er afholdt (eksempel)",
                    date(2021, 3, 31),
                    date(2021, 10, 7),
                    "Udsat to gange på grund af forsamlingsforbud (eksempel)",
                ),
            ),
            grupper=(Maalgruppe("Passive kontanthjælpsmodtagere", stoerrelse=55),),
            virkninger=(("Passive kontanthjælpsmodtagere", "direkte"), ("Unge på offentlig forsørgelse", "direkte")),
        ),
        Aktivitet(
            navn="Lektiecafé",
            indhold="<p>Frivillige hjælper med lektier to eftermiddage om ugen i fælleslokalerne.</p>",
            formaal_og_maal="<p>Flere unge kommer godt ud af 9. klasse.</p>",
            maalgrupper="<p>Elever i 4. til 9. klasse.</p>",
            ansvar_og_roller="<p>Den boligsociale medarbejder finder de frivillige. Skolen viser vej til caféen.</p>",
            type="Lektiehjælp",
            ansvarlig="Mette Lund",
            boligomraader=("Vestbyen",),
            start=date(2019, 10, 1),
            slut=date(2023, 4, 30),
            milepaele=(
                Milepael(
                    "Seks frivillige er fundet (eksempel)",
                    date(2019, 12, 1),
                    date(2020, 2, 3),
                    "De første frivillige faldt fra (eksempel)",
                ),
                Milepael("Fast aftale med Christinelystskolen (eksempel)", date(2020, 8, 15), date(2020, 8, 12)),
            ),
            virkninger=(("Unge med kun grundskole", "indirekte"), ("Karakterer i dansk og matematik", "direkte")),
        ),
    ),
    medarbejderressourcer="<p>40 % projektleder, 60 % boligsocial medarbejder og 10 % mentor fra jobcentret (eksempel).</p>",
    sammenhaeng="<p>Jobcenter, ungdomsvejledning og sundhedscenter deltager i aktiviteterne og holder møde med projektet hver måned.</p>",
    konflikthaandtering=KONFLIKT,
    revision=REVISION,
    landsbyggefonden=Decimal(2_100_000),
    lokal_medfinansiering=Decimal(900_000),
)

FOREBYGGELSE = Omraade(
    nr="5.4",
    problemkompleks=(
        "<p>Udsatte familier fylder mere her end i resten af byen. Dobbelt så mange børn som i resten af kommunen "
        "bor hos en enlig forsørger, 50 % står uden for foreningslivet, og 20 % har det seneste år ikke været på besøg uden for "
        "området.</p><p>Omkring 20 % af beboerne er under 18 år, og 66 % af børnene har ikke-vestlig "
        "baggrund. Husstandsindkomsten pr. person er omkring 25 % lavere end i resten af kommunen. Mange forældre "
        "kender ikke de tilbud, der kan hjælpe dem, og søger først hjælp sent.</p>"
    ),
    formaal_og_maal=(
        "<p>Flere sårbare familier skal klare sig selv og trives bedre. Målene er:</p><ul><li>forældre, der kan være gode "
        "rollemodeller i praksis</li><li>beboere, der kan handle i eget liv</li><li>et tættere samarbejde mellem skolen og "
        "familierne</li></ul>"
    ),
    kriterier=(
        Kriterium(
            navn="Forældres redskaber",
            tekst="Forældre oplever, at de er blevet bedre rustet til at hjælpe deres barn med at trives og udvikle sig.",
            datakilde="Undersøgelse ved Børne- og familiecentret og projektet",
            ansvarlig="Børne- og familiecentret",
            laesning=oplevet(),
        ),
        Kriterium(
            navn="Børn og unge i foreningslivet",
            tekst="Antallet af børn og unge med en fast plads i en lokal forening stiger fra start til slut.",
            datakilde="Undersøgelse ved start og slut",
            ansvarlig="Den boligsociale medarbejder",
            laesning=uden_stoerrelse(OP, ANTAL),
            maalinger=aarlig(2019, "58"),
        ),
        Kriterium(
            navn="Karakterer i dansk og matematik",
            tekst=(
                "Karaktergennemsnittet i dansk og matematik i 9. klasse stiger fra 5,7 i 2013–2017 til mindst 6,0 i 2020–2022. "
                "Lemvig Kommune lå på 6,7 i 2013–2017."
            ),
            datakilde="Christinelystskolen og spørgeundersøgelse ved start og slut",
            ansvarlig="Christinelystskolen",
            laesning=niveau(
                KARAKTER,
                OP,
                punkt("5.7", 2013, 2017),
                punkt("6.0", 2020, 2022),
                Reference("Lemvig Kommune", Decimal("6.7"), 2013, 2017),
            ),
            maalinger=aarlig(2018, "5.6", "5.7", "5.8", "5.9"),
        ),
    ),
    aktiviteter=(
        Aktivitet(
            navn="Forældrecafé",
            indhold="<p>Forældre mødes hver anden uge med en familievejleder om hverdagens emner.</p>",
            formaal_og_maal="<p>Forældre får redskaber, de kan bruge samme aften.</p>",
            maalgrupper="<p>Forældre til børn under 12 år.</p>",
            ansvar_og_roller="<p>Børne- og familiecentret stiller familievejlederen. Projektet inviterer og laver kaffe.</p>",
            type="Forældreforløb",
            ansvarlig="Mette Lund",
            boligomraader=("Vestbyen",),
            start=date(2019, 9, 16),
            slut=date(2023, 4, 30),
            milepaele=(
                Milepael("Første forløb med familievejleder (eksempel)", date(2019, 11, 1), date(2019, 10, 30)),
                Milepael("Tolk i hvert forløb (eksempel)", date(2020, 3, 1), date(2020, 2, 26)),
            ),
            virkninger=(("Forældres redskaber", "direkte"),),
        ),
        Aktivitet(
            navn="Foreningsbroen",
            indhold="<p>Den boligsociale medarbejder følger barnet til den første træning og holder kontakten de første måneder.</p>",
            formaal_og_maal="<p>Flere børn får en fast plads i en forening.</p>",
            maalgrupper="<p>Børn og unge, der ikke er med i en forening.</p>",
            ansvar_og_roller="<p>Foreningen udpeger en fast voksen. Projektet holder kontakten til familien.</p>",
            type="Brobygning til foreninger",
            ansvarlig="Mette Lund",
            boligomraader=("Vestbyen",),
            start=date(2019, 8, 12),
            slut=date(2023, 4, 30),
            milepaele=(
                Milepael(
                    "Aftale med fem foreninger (eksempel)",
                    date(2019, 12, 31),
                    date(2020, 1, 17),
                    "To foreninger sagde ja i januar (eksempel)",
                ),
                Milepael("Slutundersøgelse blandt børn og unge (eksempel)", date(2023, 2, 28)),
            ),
            virkninger=(("Børn og unge i foreningslivet", "direkte"),),
        ),
    ),
    medarbejderressourcer="<p>20 % projektleder, 50 % boligsocial medarbejder og 10 % familievejleder (eksempel).</p>",
    sammenhaeng="<p>Dagtilbud, skole og sundhedspleje kender aktiviteterne og viser familierne vej.</p>",
    konflikthaandtering=KONFLIKT,
    revision=REVISION,
    landsbyggefonden=Decimal(1_500_000),
    lokal_medfinansiering=Decimal(800_000),
)

FRITIDSJOB = Aktivitet(
    navn="Fritidsjob i Vestbyen",
    indhold="<p>Unge får hjælp til at søge fritidsjob, blandt andet i renoveringen af boligerne.</p>",
    formaal_og_maal="<p>Unge får den første erfaring med et job.</p>",
    maalgrupper="<p>Unge under 18 år.</p>",
    ansvar_og_roller="<p>Den boligsociale medarbejder finder job sammen med Bo i Lemvig og byens butikker.</p>",
    type="Fritidsjob og lommepengeprojekt",
    ansvarlig="Mette Lund",
    boligomraader=("Vestbyen",),
    start=date(2022, 1, 1),
    slut=date(2023, 4, 30),
    milepaele=(Milepael("Ti aftaler med butikker og Bo i Lemvig (eksempel)", date(2022, 5, 1), date(2022, 4, 21)),),
    virkninger=(("Unge på offentlig forsørgelse", "indirekte"),),
    kriterier=(
        Kriterium(
            navn="Unge med fritidsjob",
            tekst="Mindst 15 unge under 18 år har fritidsjob ved udgangen af 2022.",
            datakilde="Bo i Lemvigs liste over fritidsjob",
            ansvarlig="Den boligsociale medarbejder, hvert halve år",
            laesning=mindst(15, i=2022),
            maalinger=(
                Maalt(fra=2021, vaerdi="9", udtraek=date(2022, 1, 5)),
                Maalt(fra=2022, vaerdi="16", udtraek=date(2023, 1, 9)),
            ),
        ),
    ),
)

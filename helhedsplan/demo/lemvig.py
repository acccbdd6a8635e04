"""Lemvig 2019-23 on 2015-18 money. Figures of the agreement are the documents'; measurements after 2018, the activities,
the shares of posts, dates of approval and all persons are invented."""

from datetime import date
from decimal import Decimal

from helhedsplan.demo.former import Afdeling, Aktivitet, Godkendelse, Kriterium, Maalt, Omraade, Part, Plan

FAELLES_KONFLIKT = (
    "<p>Uenighed løses først mellem de medarbejdere, der står med opgaven. Kan de ikke blive enige, tager projektlederen "
    "den med til bestyrelsen, som afgør den. Bestyrelsen får besked, hvis en aktivitet eller lovet medfinansiering "
    "udebliver.</p>"
)
FAELLES_REVISION = (
    "<p>Bestyrelsen godkender ændringer i delaftalen. Den sendes ikke til Landsbyggefonden, men skal kunne udleveres "
    "ajourført, når fonden beder om det.</p>"
)


def _niveau(enhed: str, retning: str, baseline: tuple[str, int, int], maal: tuple[str, int, int]) -> dict:
    return {
        "form": "niveau",
        "maalbar": True,
        "retning": retning,
        "sammenligning": "<=" if retning == "ned" else ">=",
        "enhed": enhed,
        "baseline_vaerdi": Decimal(baseline[0]),
        "baseline_fra": baseline[1],
        "baseline_til": baseline[2],
        "maal_vaerdi": Decimal(maal[0]),
        "maal_fra": maal[1],
        "maal_til": maal[2],
    }


def _uden_stoerrelse(baseline_aar: int | None, maal_aar: int | None, mangler: list[str]) -> dict:
    return {
        "form": "aendring",
        "retning": "op",
        "baseline_fra": baseline_aar,
        "baseline_til": baseline_aar,
        "maal_fra": maal_aar,
        "maal_til": maal_aar,
        "mangler": mangler,
    }


def _aarlig(start: int, *vaerdier: str, kommune: tuple[str, ...] = ()) -> tuple[Maalt, ...]:
    """One figure a year, drawn in April two years later than it began."""
    return tuple(
        Maalt(
            fra=start + n,
            vaerdi=vaerdi,
            reference=kommune[n] if n < len(kommune) else None,
            udtraek=date(start + n + 1, 4, 6),
        )
        for n, vaerdi in enumerate(vaerdier)
    )


TRYGHED = Omraade(
    nr="5.1",
    problemkompleks=(
        "<p>Vestbyen i Lemvig rummer de fleste af byens almene boliger. I snit flyttede 26,2 % af beboerne hvert år i "
        "2013–2017, og i over halvdelen af boligerne bor der kun én person. I naboskabsundersøgelsen fra 2018 har 6 % "
        "været med til at arrangere noget i området, mens 50 % gerne vil.</p>"
        "<p>Naboer kender hinanden for lidt på tværs af afdelinger og baggrund, og få tager del i foreningslivet. Der var "
        "190 huslejerestancer i 2016, 153 i 2017 og 146 i 2018, mere end dobbelt så mange som i boligforeningens øvrige "
        "afdelinger. Sundhedsprofilen viser flere rygere, mere overvægt og flere kroniske sygdomme end i regionen.</p>"
        "<p>Andelen af indvandrere og efterkommere fra ikke-vestlige lande voksede fra 25,1 % i 2013 til 36,1 % i 2017. "
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
            laesning=_uden_stoerrelse(2018, 2022, ["baseline", "maaltal"]),
        ),
        Kriterium(
            navn="Ressourcer blandt beboerne",
            tekst="Beboernes ressourcer er øget fra baselinemålingen i 2018 til en ny måling ved udgangen af 2022.",
            datakilde="Naboskabsundersøgelse ved start og slut",
            ansvarlig="Projektlederen",
            laesning=_uden_stoerrelse(2018, 2022, ["baseline", "maaltal"]),
        ),
        Kriterium(
            navn="Fraflytning",
            tekst="Fraflytningsprocenten falder fra 26,2 % i 2013–2017 til 20 % eller lavere i 2022.",
            datakilde="Boligsociale Data (LBF) og Bo i Lemvig",
            ansvarlig="Projektlederen, hvert år senest 15. april",
            laesning=_niveau("procent", "ned", ("26.2", 2013, 2017), ("20", 2022, 2022)),
            maalinger=_aarlig(
                2018, "25.4", "24.6", "23.1", "22.4", "21.3", kommune=("15.1", "14.8", "14.2", "14.5", "14.1")
            ),
        ),
        Kriterium(
            navn="Bliver boende efter genhusning",
            tekst="Mindst 75 % af beboerne bliver boende i afdelingen, når genhusningen er slut.",
            datakilde="Endelig opgørelse fra Bo i Lemvig og projektet efter renoveringen",
            ansvarlig="Bo i Lemvig",
            laesning={
                "form": "andel",
                "maalbar": True,
                "sammenligning": ">=",
                "enhed": "procent",
                "maal_vaerdi": Decimal(75),
                "mangler": ["maaletidspunkt"],
            },
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
            kriterier=(
                Kriterium(
                    navn="Fællesspisninger",
                    tekst="Mindst 10 fællesspisninger om året i fælleslokalerne.",
                    datakilde="Egen registrering",
                    ansvarlig="Den boligsociale medarbejder",
                    laesning={
                        "form": "antal",
                        "maalbar": True,
                        "sammenligning": ">=",
                        "enhed": "antal",
                        "maal_vaerdi": Decimal(10),
                        "pr": "aar",
                    },
                    maalinger=_aarlig(2019, "6", "4", "11", "13"),
                ),
            ),
        ),
        Aktivitet(
            navn="Tryg genhusning",
            indhold="<p>Samtaler før, under og efter flytningen og en fast kontaktperson for de beboere, der har brug for det.</p>",
            formaal_og_maal="<p>Ingen flytter fra området, fordi genhusningen blev for svær.</p>",
            maalgrupper="<p>Beboerne i de 151 boliger, der renoveres 2020–2023.</p>",
            ansvar_og_roller="<p>Bo i Lemvig står for genhusningen. Projektet står for kontakten til beboerne.</p>",
        ),
    ),
    medarbejderressourcer="<p>30 % projektleder og 40 % boligsocial medarbejder (eksempel).</p>",
    sammenhaeng="<p>Sundhedscentret, SSP og biblioteket deltager i arrangementerne og holder møde med projektet to gange om året.</p>",
    konflikthaandtering=FAELLES_KONFLIKT,
    revision=FAELLES_REVISION,
    landsbyggefonden=Decimal(1_900_000),
    lokal_medfinansiering=Decimal(900_000),
)

UDDANNELSE = Omraade(
    nr="5.3",
    problemkompleks=(
        "<p>Mange unge har hverken uddannelse eller er i gang med en. Blandt de 20–24-årige havde 32,7 % kun grundskole "
        "og var ikke i uddannelse i 2013–2017, og i 2017 alene var det 40,3 %. I resten af Lemvig Kommune er det 15,3 %. I samme "
        "periode var 38,1 % af de 20–24-årige på offentlig forsørgelse mod 11,1 % i kommunen.</p>"
        "<p>Grundskolen er højeste uddannelse for 55,2 % i området mod 25,1 % i kommunen. Kun 30,4 % af de "
        "18–64-årige har tilknytning til arbejdsmarkedet mod 76,1 % i kommunen, og i de 151 boliger, der skal renoveres, er det "
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
            tekst="Andelen af passive kontanthjælpsmodtagere blandt dem uden job falder fra 36 % i 2016 til 25 % eller lavere i 2022.",
            datakilde="BL-tabellerne, Danmarks Statistik",
            ansvarlig="Jobcentret",
            laesning=_niveau("procent", "ned", ("36", 2016, 2016), ("25", 2022, 2022)),
            maalinger=_aarlig(2018, "34.1", "31.6", "28.5", "26.8", "24.6"),
        ),
        Kriterium(
            navn="Unge på offentlig forsørgelse",
            tekst="Andelen af 20–24-årige på offentlig forsørgelse falder fra 38,1 % i 2013–2017 til 30 % eller lavere i 2020–2022.",
            datakilde="Boligsociale Data (LBF)",
            ansvarlig="Projektlederen",
            laesning=_niveau("procent", "ned", ("38.1", 2013, 2017), ("30", 2020, 2022)),
            maalinger=_aarlig(2018, "37.2", "36.0", "34.4", "33.4", kommune=("11.4", "11.0", "11.9", "11.2")),
        ),
        Kriterium(
            navn="Unge med kun grundskole",
            tekst=(
                "Andelen af 20–24-årige, der kun har grundskole, falder fra 32,7 % i 2013–2017 til 28 % eller derunder i 2020–2022."
            ),
            datakilde="Boligsociale Data (LBF)",
            ansvarlig="Projektlederen",
            laesning=_niveau("procent", "ned", ("32.7", 2013, 2017), ("28", 2020, 2022)),
            maalinger=_aarlig(2018, "36.9", "31.5", "28.8", "27.4", "26.6"),
        ),
    ),
    aktiviteter=(
        Aktivitet(
            navn="Jobcafé i Vestbyen",
            indhold="<p>Åben rådgivning en eftermiddag om ugen sammen med en mentor fra jobcentret.</p>",
            formaal_og_maal="<p>Ledige får et næste skridt, de selv har valgt.</p>",
            maalgrupper="<p>Ledige beboere, især dem, der er langt fra job og uddannelse.</p>",
            ansvar_og_roller="<p>Projektlederen og jobcentret deler ansvaret og mødes hver måned.</p>",
        ),
        Aktivitet(
            navn="Lektiecafé",
            indhold="<p>Frivillige hjælper med lektier to eftermiddage om ugen i fælleslokalerne.</p>",
            formaal_og_maal="<p>Flere unge kommer godt ud af 9. klasse.</p>",
            maalgrupper="<p>Elever i 4. til 9. klasse.</p>",
            ansvar_og_roller="<p>Den boligsociale medarbejder finder de frivillige. Skolen viser vej til caféen.</p>",
        ),
    ),
    medarbejderressourcer="<p>40 % projektleder, 60 % boligsocial medarbejder og 10 % mentor fra jobcentret (eksempel).</p>",
    sammenhaeng="<p>Jobcenter, ungdomsvejledning og sundhedscenter deltager i aktiviteterne og holder møde med projektet hver måned.</p>",
    konflikthaandtering=FAELLES_KONFLIKT,
    revision=FAELLES_REVISION,
    landsbyggefonden=Decimal(2_100_000),
    lokal_medfinansiering=Decimal(900_000),
)

FOREBYGGELSE = Omraade(
    nr="5.4",
    problemkompleks=(
        "<p>Udsatte familier fylder mere her end i resten af byen. Dobbelt så mange børn som i resten af kommunen "
        "bor hos en enlig forsørger, 50 % er ikke med i en forening, og 20 % har ikke besøgt nogen uden for området det "
        "seneste år.</p><p>Omkring 20 % af beboerne er under 18 år, og 66 % af børnene er indvandrere eller efterkommere fra "
        "ikke-vestlige lande. Husstandsindkomsten pr. person er omkring 25 % lavere end i resten af kommunen. Mange forældre "
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
            tekst="Forældre oplever i projektperioden, at de har fået bedre redskaber til at støtte barnets trivsel og udvikling.",
            datakilde="Undersøgelse ved Børne- og familiecentret og projektet",
            ansvarlig="Børne- og familiecentret",
            laesning={"form": "kvalitativ", "retning": "op", "mangler": ["maaltal", "maaletidspunkt", "enhed"]},
        ),
        Kriterium(
            navn="Børn og unge i foreningslivet",
            tekst="Antallet af børn og unge, der deltager aktivt i det lokale foreningsliv, stiger i løbet af projektperioden.",
            datakilde="Undersøgelse ved start og slut",
            ansvarlig="Den boligsociale medarbejder",
            laesning={
                "form": "aendring",
                "retning": "op",
                "enhed": "antal",
                "mangler": ["baseline", "maaltal", "maaletidspunkt"],
            },
            maalinger=_aarlig(2019, "58"),
        ),
        Kriterium(
            navn="Karakterer i dansk og matematik",
            tekst=(
                "Karaktergennemsnittet i dansk og matematik i 9. klasse stiger fra 5,7 i 2013–2017 til 6,0 i 2020–2022. "
                "Lemvig Kommune lå på 6,7 i 2013–2017."
            ),
            datakilde="Christinelystskolen og spørgeundersøgelse ved start og slut",
            ansvarlig="Christinelystskolen",
            laesning={
                **_niveau("karakter", "op", ("5.7", 2013, 2017), ("6.0", 2020, 2022)),
                "reference_navn": "Lemvig Kommune",
                "reference_vaerdi": Decimal("6.7"),
                "reference_fra": 2013,
                "reference_til": 2017,
            },
            maalinger=_aarlig(2018, "5.6", "5.7", "5.8", "5.9"),
        ),
    ),
    aktiviteter=(
        Aktivitet(
            navn="Forældrecafé",
            indhold="<p>Forældre mødes hver anden uge med en familievejleder om hverdagens emner.</p>",
            formaal_og_maal="<p>Forældre får redskaber, de kan bruge samme aften.</p>",
            maalgrupper="<p>Forældre til børn under 12 år.</p>",
            ansvar_og_roller="<p>Børne- og familiecentret stiller familievejlederen. Projektet inviterer og laver kaffe.</p>",
        ),
        Aktivitet(
            navn="Foreningsbroen",
            indhold="<p>Den boligsociale medarbejder følger barnet til den første træning og holder kontakten de første måneder.</p>",
            formaal_og_maal="<p>Flere børn får en fast plads i en forening.</p>",
            maalgrupper="<p>Børn og unge, der ikke er med i en forening.</p>",
            ansvar_og_roller="<p>Foreningen udpeger en fast voksen. Projektet holder kontakten til familien.</p>",
        ),
    ),
    medarbejderressourcer="<p>20 % projektleder, 50 % boligsocial medarbejder og 10 % familievejleder (eksempel).</p>",
    sammenhaeng="<p>Dagtilbud, skole og sundhedspleje kender aktiviteterne og viser familierne vej.</p>",
    konflikthaandtering=FAELLES_KONFLIKT,
    revision=FAELLES_REVISION,
    landsbyggefonden=Decimal(1_500_000),
    lokal_medfinansiering=Decimal(800_000),
)

FRITIDSJOB = Aktivitet(
    navn="Fritidsjob i Vestbyen",
    indhold="<p>Unge får hjælp til at søge fritidsjob, blandt andet i renoveringen af boligerne.</p>",
    formaal_og_maal="<p>Unge får den første erfaring med et job.</p>",
    maalgrupper="<p>Unge under 18 år.</p>",
    ansvar_og_roller="<p>Den boligsociale medarbejder finder job sammen med Bo i Lemvig og byens butikker.</p>",
    kriterier=(
        Kriterium(
            navn="Unge med fritidsjob",
            tekst="Mindst 15 unge under 18 år har fritidsjob ved udgangen af 2022.",
            datakilde="Bo i Lemvigs liste over fritidsjob",
            ansvarlig="Den boligsociale medarbejder, hvert halve år",
            laesning={
                "form": "antal",
                "maalbar": True,
                "sammenligning": ">=",
                "enhed": "antal",
                "maal_vaerdi": Decimal(15),
                "maal_fra": 2022,
                "maal_til": 2022,
            },
            maalinger=(
                Maalt(fra=2021, vaerdi="9", udtraek=date(2022, 1, 5)),
                Maalt(fra=2022, vaerdi="16", udtraek=date(2023, 1, 9)),
            ),
        ),
    ),
)

LEMVIG = Plan(
    slug="lemvig",
    navn="Vestbyen i Lemvig",
    omraade="Lemvig",
    kommune="Lemvig Kommune",
    periode="2015-18",
    generation="B",
    start=date(2019, 5, 1),
    slut=date(2023, 4, 30),
    parter=(
        Part("Bo i Lemvig", "boligorganisation", "Inge Kirk", "Forretningsfører"),
        Part("Lemvig Kommune", "kommune", "Bent Aagaard", "Direktør, Arbejdsmarked og Borgerservice"),
    ),
    boligomraader=("Vestbyen",),
    afdelinger=(Afdeling("Afdeling 1", "Bo i Lemvig", 151), Afdeling("Afdeling 2", "Bo i Lemvig")),
    afsnit={
        "formaal": (
            "<p>Lemvig Kommune og Bo i Lemvig vil sammen gøre Vestbyen til et trygt og velfungerende boligområde med en "
            "mere varieret beboersammensætning og færre fraflytninger. Uddannelse og beskæftigelse er det overordnede formål.</p>"
            "<p>Det vil parterne gøre ved at:</p><ul><li>sætte ind tidligt i børns og unges liv med aktiviteter i nærmiljøet og vej "
            "til foreningslivet</li><li>udvikle de unges muligheder for uddannelse</li><li>støtte de mest udsatte familier med "
            "redskaber til forældrerollen</li><li>hjælpe ledige med det, der står i vejen for uddannelse og job</li></ul>"
            "<p>Indsatsen støtter også de renoveringer, der er i gang og på vej, og bygger på, at beboerne selv er med.</p>"
        ),
        "organisering": (
            "<p><strong>Bestyrelsen</strong> har ansvaret for helhedsplanen: mål, delaftaler, budgetter, regnskaber og opfølgning "
            "på Boligsociale Data. Medlemmer: forretningsføreren for Bo i Lemvig (formand), direktøren for Arbejdsmarked og "
            "Borgerservice og fagchefen for Børne- og familieområdet. Bestyrelsen holder to faste møder om året.</p>"
            "<p><strong>Styregruppen</strong> sørger for fremdrift og for, at indsatserne hænger sammen. Medlemmer: faglederne fra "
            "Arbejdsmarked og Borgerservice og fra Børne- og familiecentret samt projektlederen. To faste møder om året og to mere "
            "efter behov.</p>"
            "<p><strong>Den faglige følgegruppe</strong> dækker alle tre indsatsområder med boligforeningens bestyrelse, skole, "
            "dagtilbud, foreninger, frivillige, viceværter og medarbejdere. Den holder 2–4 møder om året.</p>"
            "<p>Projektlederen er sekretariat for alle tre og indkalder aktørerne i beredskabsplanen. Midtvejs i perioden er der en "
            "evaluering og en konference for alle aktører.</p>"
        ),
        "samspil": (
            "<p><strong>Renovering.</strong> I de to afdelinger bor omkring 550 beboere. I afdeling 1 renoveres 151 boliger for 76 "
            "mio. kr., og alle skal genhuses i 2020–2023. Otte etværelses boliger lægges sammen med toværelses, så der bagefter er "
            "143. En blok på 20 boliger renoveres ikke, så der fortsat er billigere boliger.</p>"
            "<p><strong>Nye fælleslokaler.</strong> En tidligere friskole midt i området er bygget om til administration, "
            "viceværter og fælleslokaler til møder, fællesspisning, lektiecafé og rådgivning.</p>"
            "<p><strong>Naboer.</strong> Dagtilbud, skole, gymnasium og kolonihaver har en arbejdsgruppe om de fysiske rammer i "
            "Vestbyen, hvor boligforeningen og projektet er med.</p>"
        ),
        "maalinger": (
            "<p>Landsbyggefonden opgør hvert år en række målinger for hvert boligområde ud fra registre. Bestyrelsen følger dem "
            "løbende i Boligsociale Data. Det er en betingelse for støtten. Tre af kriterierne i afsnit 5 bruger de samme tal.</p>"
        ),
        "evaluering": (
            "<p>Aktiviteterne følges løbende med den rytme, der står ved hvert kriterium, og milepælsplanen gennemgås for hver "
            "aktivitet. Styregruppen inddrages mindst to gange om året og anbefaler ændringer til bestyrelsen gennem projektlederen. "
            "Bestyrelsen følger planen to gange om året og godkender ændringer i delaftalerne.</p>"
            "<p>Én gang om året laves en tryghedsvurdering med SSP, politi, institutioner og boligforening, og hvert indsatsområde "
            "samles op. Landsbyggefondens krav til evaluering og rapportering følges.</p>"
        ),
        "underretning": (
            "<p>Medarbejderne melder til nærmeste leder i boligforeningen, som melder videre til bestyrelsen. Følgegruppe, styregruppe "
            "og bestyrelse holder øje med, at lovet medfinansiering bliver leveret, og at delaftalerne skrider frem. Projektlederen "
            "er bindeled mellem niveauerne.</p>"
        ),
        "konflikthaandtering": (
            "<p>Uenighed løses i det daglige mellem parterne. Det, der ikke kan løses i et indsatsområde, tager bestyrelsen op og "
            "afgør.</p>"
        ),
        "revision": "<p>En ændring af den strategiske samarbejdsaftale skal godkendes af Landsbyggefonden.</p>",
    },
    omraader=(TRYGHED, UDDANNELSE, FOREBYGGELSE),
    landsbyggefonden=Decimal(6_000_000),
    lokal_medfinansiering=Decimal(2_900_000),
    fase="afsluttet",
    godkendelser=(
        Godkendelse(
            None, date(2019, 4, 2), date(2019, 5, 1), "Landsbyggefonden", "Den oprindelige aftale (dato er eksempel)"
        ),
        Godkendelse("5.1", date(2019, 4, 10), date(2019, 5, 1), "Bestyrelsen", "Den oprindelige delaftale (eksempel)"),
        Godkendelse("5.3", date(2019, 4, 10), date(2019, 5, 1), "Bestyrelsen", "Den oprindelige delaftale (eksempel)"),
        Godkendelse("5.4", date(2019, 4, 10), date(2019, 5, 1), "Bestyrelsen", "Den oprindelige delaftale (eksempel)"),
        Godkendelse(
            "5.3", date(2021, 11, 24), date(2022, 1, 1), "Bestyrelsen", "Ny aktivitet: Fritidsjob i Vestbyen (eksempel)"
        ),
    ),
    tilfoejet_senere={"5.3": FRITIDSJOB},
    kladde={
        "5.4": "<p>20 % projektleder, 60 % boligsocial medarbejder, heraf 10 % til kontakt med foreninger, og 10 % "
        "familievejleder (eksempel).</p>"
    },
)

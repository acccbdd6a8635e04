"""The words that invented plans are put together from. Places, persons and figures are made up."""

STEDER = (
    "Birkelunden", "Egeparken", "Fyrrebakken", "Granengen", "Hasselvænget", "Lindeagre", "Pilehøj", "Rønnekvarteret",
    "Sivtoften", "Tjørnegården", "Ahornsletten", "Bøgemosen", "Elleskoven", "Hyldebo", "Kastanjevangen", "Lærkeholm",
)  # fmt: skip
BYER = ("Aaby", "Borrevig", "Dalhavn", "Engholm", "Fladstrup", "Hedebro", "Klinteby", "Mosevig", "Nørreå", "Strandløse")
FORNAVNE = (
    "Aksel", "Birthe", "Dennis", "Else", "Farah", "Gunnar", "Hanne", "Ibrahim", "Jytte", "Karsten", "Leyla", "Mogens",
    "Nadia", "Ole", "Pia", "Rasmus", "Signe", "Tove", "Ulla", "Verner",
)  # fmt: skip
EFTERNAVNE = (
    "Abel", "Bruun", "Clausen", "Dam", "Enevold", "Frost", "Gade", "Holst", "Iversen", "Juhl", "Krogh", "Lyng",
    "Munk", "Noor", "Overby", "Poulsen", "Rask", "Steen", "Toft", "Winther",
)  # fmt: skip
SAETNINGER = (
    "Beboerne har selv peget på behovet ved møder i de fire afdelinger.",
    "Indsatsen bygger videre på det, der virkede i den forrige plan.",
    "Medarbejderne kommer ud, hvor beboerne er, og ikke kun på kontoret.",
    "Kommunens egne tilbud er kendt af for få, og vejen til dem er lang.",
    "Samarbejdet med skole, dagtilbud og jobcenter er aftalt for hele perioden.",
    "Der er taget hensyn til, at en del familier flytter i løbet af et år.",
    "De frivillige får en fast kontaktperson og et sted at mødes.",
    "Erfaringerne samles op hvert halve år og lægges frem for bestyrelsen.",
    "Forløbet er frivilligt og koster ikke deltagerne noget.",
    "Hver afdeling har sit eget ugeskema, så tilbuddet er tæt på hoveddøren.",
    "Tallene følges i det register, der er nævnt ved kriteriet.",
    "Opgaven deles mellem den boligsociale medarbejder og kommunens fagperson.",
    "Aktiviteten kan begynde med det samme, fordi lokalerne er der i forvejen.",
    "Deltagerne har været med til at bestemme indholdet.",
    "Når en beboer falder fra, ringer medarbejderen op inden for en uge.",
    "Boligorganisationen stiller fælleshuset og en vicevært til rådighed.",
    "Det aftales fra gang til gang, hvem der har ansvaret for at lukke og slukke.",
    "Resultaterne skal kunne ses af dem, der bor i området.",
)
AKTIVITETER = (
    "Lektiecafé", "Lommepenge og fritidsjob", "Åben rådgivning", "Mødrenes mandag", "Fædrenes værksted",
    "Gårdhaven", "Cykelskolen", "Jobklubben", "Sprogvenner", "Vejen til foreningen", "Trygge opgange", "Aftenåbent",
    "Ungeråd", "Sommer i gården", "Læsehjørnet", "Kvarterets køkken", "Morgenløbet", "Mentor til uddannelse",
    "Opgangsværter", "Naboernes dag", "Gadeholdet", "Første skoledag", "Computerhjælp", "Beboeravisen", "Pigeklubben",
    "Motorværkstedet", "Familierejser", "Rundt om bordet",
)  # fmt: skip
MAALGRUPPER = ("Børn 6-12 år", "Unge 13-18 år", "Unge 18-29 år", "Småbørnsfamilier", "Ledige", "Ældre beboere")
AFSNIT = {
    "formaal": 4, "organisering": 3, "samspil": 3, "maalinger": 2, "evaluering": 2, "underretning": 2,
    "konflikthaandtering": 1, "revision": 1,
}  # fmt: skip
"""The template's section code -> how many paragraphs it has."""
MOEDEEMNER = (
    "Status på succeskriterierne", "Økonomi og restmidler", "Medfinansiering i timer", "Beboernes egne forslag",
    "Fritidsjob til unge", "Samarbejdet med skolen", "Tryghed i opgangene", "Frivillige i fælleshuset",
    "Ny tryghedsmåling", "Lokaler til rådgivningen", "Evalueringens spørgsmål", "Ansættelse af en medarbejder",
    "Udsættelser og husleje", "Kommunens nye tilbud", "Fællesmøde med politiet", "Årets leverancemåling",
)  # fmt: skip
BESLUTNINGER = (
    "Indstillingen følges.", "Bestyrelsen følger indstillingen og ser på sagen igen om et halvt år.",
    "Aktiviteten fortsætter uændret.", "Aktiviteten åbner også for beboere over 60.",
    "Projektlederen lægger et budget frem på næste møde.", "Forslaget sendes i høring hos afdelingsbestyrelserne.",
    "Timerne gøres op hvert kvartal.", "Der søges om lov til at flytte midlerne til næste år.",
)  # fmt: skip
OPGAVER = (
    "Skrive til skolen om lokaler", "Indkalde politiet til næste møde", "Lave et udkast til budget",
    "Spørge afdelingsbestyrelserne", "Hente tallene fra kommunen", "Lægge referatet på planens side",
)  # fmt: skip

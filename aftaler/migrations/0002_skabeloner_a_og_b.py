"""LBF's templates of generation A (2016-17) and B (2018-19), the periods and their area lists (domain.md 1.1, 2.1, 2.2).

Headings are names and are kept. The guidance is our own wording. Generation C is not known well enough to be written:
an administrator adds it as rows when it is.
"""

from decimal import Decimal

from django.db import migrations

STRATEGISK_TITEL = "Strategisk samarbejdsaftale om boligsocial indsats"
STRATEGISK_INDLEDNING = {
    "A": (
        "<p>Parterne forpligter sig på, hvordan bevillingen organiseres og styres. En ændring af denne aftale skal "
        "godkendes af Landsbyggefonden.</p><p>Hvert indsatsområde har sin egen delaftale om aktiviteterne. Bestyrelsen "
        "holder delaftalerne ajour, og Landsbyggefonden kan bede om at se dem når som helst.</p>"
    ),
    "B": (
        "<p>Parterne forpligter sig på at samarbejde og på sammen at sætte og nå målene for indsatsen. En ændring af "
        "denne aftale skal godkendes af Landsbyggefonden.</p><p>Hvert indsatsområde har sin egen delaftale om "
        "aktiviteterne. Bestyrelsen sørger for, at delaftalerne støtter aftalen og svarer til det, der sker i området. "
        "Landsbyggefonden kan bede om de ajourførte delaftaler når som helst.</p>"
    ),
}
STRATEGISK_AFSNIT = {
    "A": [
        (1, "formaal", "Formål med den boligsociale indsats", "tekst", "Hvad skal være anderledes om fire år, og for hvem?"),
        (2, "organisering", "Organisering", "tekst",
         "Bestyrelse, formandskab, grupper og mødekadence, og hvem der er sekretariat."),
        (3, "problemkompleks", "Beskrivelse af områdets overordnede problemkompleks, beboere og tryghedssituation", "problemkompleks",
         "Beboerne, trygheden og problemerne, samlet og for hvert indsatsområde. Skriv tal med årstal og kilde."),
        (4, "maalinger", "Fælles tværgående målinger", "tekst",
         "Hvordan bestyrelsen løbende følger de centralt genererede målinger."),
        (5, "indsatsomraader", "Indsatsområder", "indsatsomraader",
         "De valgte indsatsområder med formål, succeskriterier og datakilder."),
        (6, "evaluering", "Lokal evaluering", "tekst", "Hvem følger op på hvad, og hvor tit?"),
        (7, "ressourcer", "Ressourcer i den boligsociale indsats", "oekonomi", "Hovedtallene fra budgettets finansieringsdel."),
        (8, "samspil", "Samspil med øvrige tiltag og områdebaserede indsatser", "tekst",
         "Renovering, byudvikling, skoler, foreninger og andet, som indsatsen spiller sammen med."),
        (9, "underretning", "Underretning", "tekst", "Hvem får besked om hvad, når noget går skævt?"),
        (10, "konflikthaandtering", "Konflikthåndtering", "tekst", "Hvor løses uenighed først, og hvem afgør den?"),
        (11, "revision", "Revision af samarbejdsaftalen", "tekst", "Landsbyggefonden skal godkende ændringer."),
    ],
    "B": [
        (1, "formaal", "Formål med og rammer for den boligsociale indsats", "tekst",
         "Hvad skal være anderledes om fire år, for hvem, og inden for hvilke rammer?"),
        (2, "organisering", "Organisering", "tekst",
         "Bestyrelse, styregruppe, følgegrupper og mødekadence, og hvem der er sekretariat."),
        (3, "samspil", "Samspil med øvrige tiltag og indsatser i lokalområdet", "tekst",
         "Renovering, byudvikling, skoler, foreninger og andet, som indsatsen spiller sammen med."),
        (4, "maalinger", "Boligsociale Data – Tværgående målinger (centralt genererede målinger)", "tekst",
         "Hvordan bestyrelsen løbende følger Boligsociale Data. Det er en betingelse for støtten."),
        (5, "indsatsomraader", "Indsatsområder", "indsatsomraader",
         "De valgte indsatsområder med problemkompleks, formål og mål, succeskriterier og datakilder."),
        (6, "evaluering", "Lokal evaluering og løbende opfølgning", "tekst", "Hvem følger op på hvad, og hvor tit?"),
        (7, "ressourcer", "Ressourcer i den boligsociale indsats", "oekonomi", "Hovedtallene fra budgettets finansieringsdel."),
        (9, "underretning", "Underretning", "tekst", "Hvem får besked om hvad, når noget går skævt?"),
        (10, "konflikthaandtering", "Konflikthåndtering", "tekst", "Hvor løses uenighed først, og hvem afgør den?"),
        (11, "revision", "Revision af samarbejdsaftalen", "tekst", "Landsbyggefonden skal godkende ændringer."),
    ],
}
BILAG = {
    "A": [
        ("organisationsdiagram", "Organisationsdiagram"),
        ("delaftaler", "Delaftale for hvert indsatsområde"),
        ("beredskabsplan", "Beredskabsplan"),
        ("milepaelsplan", "Milepælsplan for den samlede projektperiode"),
        ("budget", "Budget"),
        ("aktivitetsskema", "Aktivitetsskema"),
        ("maalinger", "Bilag med centralt genererede målinger ved starttidspunktet"),
        ("kommissorium", "Kommissorium for bestyrelsen"),
    ],
    "B": [
        ("delaftaler", "Delaftaler for de valgte indsatsområder"),
        ("budget", "Budget"),
        ("organisationsdiagram", "Organisationsdiagram"),
        ("kommissorium", "Kommissorium for bestyrelsen"),
        ("maalinger", "Bilag med Boligsociale Data på tilsagnstidspunktet"),
        ("beredskabsplan", "Beredskabsplan"),
        ("milepaelsplan", "Milepælsplan"),
        ("aktivitetsskema", "Aktivitetsskemaer"),
    ],
}
DELAFTALE_INDLEDNING = (
    "<p>Bestyrelsen sørger for, at delaftalen til enhver tid støtter den strategiske samarbejdsaftale og svarer til de "
    "aktiviteter og det samarbejde, der er i boligområdet.</p>"
)
DELAFTALE_AFSNIT = [
    (1, "indsatsomraade", "Delaftale for indsatsområdet", "indsatsomraadets_navn", ""),
    (2, "navn", "Navn på den boligsociale indsats, som delaftalen vedrører", "planens_navn", ""),
    (3, "parter", "Aftalens parter", "parter", ""),
    (4, "problemkompleks", "Problemkompleks for indsatsområdet", "problemkompleks",
     "Står i den strategiske aftale og rettes dér."),
    (5, "formaal", "Formål, mål og succeskriterier for indsatsområdet", "formaal_og_kriterier",
     "Står i den strategiske aftale og rettes dér."),
    (6, "aktivitetsliste", "Aktiviteter, som skal bidrage til indfrielse af formål, mål og succeskriterier",
     "aktivitetsliste", "Listen følger aktivitetsskemaerne."),
    (7, "medarbejderressourcer", "Medarbejderressourcer for indsatsområdet", "tekst",
     "Andele af stillinger, fx »60 % boligsocial medarbejder«."),
    (8, "sammenhaeng", "Sammenhæng med den kommunale indsats i boligområdet", "tekst",
     "Hvad kommunen selv gør, og hvordan det hænger sammen med aktiviteterne."),
    (9, "oekonomi", "Indsatsområdets økonomi i henhold til budget", "oekonomi", ""),
    (10, "konflikthaandtering", "Konflikthåndtering og underretning", "tekst",
     "Hvor løses uenighed først, hvem afgør den, og hvem får besked?"),
    (11, "revision", "Revision af delaftalen", "tekst",
     "Bestyrelsen godkender ændringer. Delaftalen sendes ikke til Landsbyggefonden, men skal kunne udleveres ajourført."),
    (12, "periode", "Delaftalen gælder fra – til", "periode", ""),
    (13, "aktivitetsskemaer", "Aktiviteter", "aktivitetsskemaer", "Et skema pr. aktivitet."),
]
PERIODER = [
    ("2011-14", 2011, 2014, None, [
        ("1", "Børn, unge og familie"), ("2", "Uddannelse, beskæftigelse og erhverv"),
        ("3", "Beboernetværk, inddragelse og demokrati"), ("4", "Sundhed"), ("5", "Udsatte grupper"),
        ("6", "Kultur og fritid"), ("7", "Image og kommunikation"),
    ]),
    ("2015-18", 2015, 2018, "B", [
        ("5.1", "Tryghed og trivsel"), ("5.2", "Kriminalpræventiv indsats"),
        ("5.3", "Uddannelse og beskæftigelse"), ("5.4", "Forebyggelse og forældreansvar"),
    ]),
    ("2019-26", 2019, 2026, None, [
        ("1", "Uddannelse og livschancer"), ("2", "Beskæftigelse"),
        ("3", "Kriminalitetsforebyggelse"), ("4", "Sammenhængskraft og medborgerskab"),
    ]),
]


def opret(apps, schema_editor):
    Skabelon = apps.get_model("aftaler", "Skabelon")
    Afsnit = apps.get_model("aftaler", "Skabelonafsnit")
    Bilag = apps.get_model("aftaler", "Skabelonbilag")
    Periode = apps.get_model("aftaler", "Bevillingsperiode")
    Omraadetype = apps.get_model("aftaler", "Omraadetype")
    strategiske = {}
    for generation in ("A", "B"):
        strategisk = Skabelon.objects.create(
            generation=generation, papir="strategisk", titel=STRATEGISK_TITEL,
            indledning=STRATEGISK_INDLEDNING[generation],
        )
        delaftale = Skabelon.objects.create(
            generation=generation, papir="delaftale", titel="Delaftale", indledning=DELAFTALE_INDLEDNING
        )
        strategiske[generation] = strategisk
        for skabelon, afsnit in ((strategisk, STRATEGISK_AFSNIT[generation]), (delaftale, DELAFTALE_AFSNIT)):
            Afsnit.objects.bulk_create(
                Afsnit(skabelon=skabelon, nr=nr, kode=kode, overskrift=overskrift, indhold=indhold, vejledning=vejledning)
                for nr, kode, overskrift, indhold, vejledning in afsnit
            )
        Bilag.objects.bulk_create(
            Bilag(skabelon=strategisk, raekkefoelge=raekkefoelge, kode=kode, navn=navn)
            for raekkefoelge, (kode, navn) in enumerate(BILAG[generation], 1)
        )
    for navn, fra, til, generation, omraader in PERIODER:
        periode = Periode.objects.create(
            navn=navn, fra_aar=fra, til_aar=til, mindste_medfinansiering=Decimal("0.25"),
            standardskabelon=strategiske.get(generation),
        )
        Omraadetype.objects.bulk_create(Omraadetype(bevillingsperiode=periode, nr=nr, navn=et) for nr, et in omraader)


def fjern(apps, schema_editor):
    for navn in ("Omraadetype", "Bevillingsperiode", "Skabelonbilag", "Skabelonafsnit", "Skabelon"):
        apps.get_model("aftaler", navn).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("aftaler", "0001_begyndelse")]
    operations = [migrations.RunPython(opret, fjern)]

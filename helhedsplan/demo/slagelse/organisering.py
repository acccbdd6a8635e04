"""Slagelse's parties, bodies and coordinators. Seats and shares are the documents'; persons and owners are invented."""

from helhedsplan.demo.former import Afdeling, Andel, Organ, Part, Plads

FOB, SB, SAB = (
    "Fællesorganisationens Boligforening",
    "Slagelse Boligselskab",
    "Slagelse almennyttige Boligselskab",
)
BK, SKB, KOMMUNE = "Bolig Korsør", "Skælskør Boligselskab", "Slagelse Kommune"
MOTALAVEJ, RINGPARKEN, SYDBYEN, SKAELSKOER = "Motalavej", "Ringparken/Schackenborgvænge", "Sydbyen", "Skælskør"
OMRAADER = (MOTALAVEJ, RINGPARKEN, SYDBYEN, SKAELSKOER)

PARTER = (
    Part(FOB, "boligorganisation", "Inge Kirk", "Direktør"),
    Part(SB, "boligorganisation", "Søren Mark", "Direktør"),
    Part(SAB, "boligorganisation", "Gitte Buch", "Direktør"),
    Part(BK, "boligorganisation", "Ole Rask", "Forretningsfører"),
    Part(SKB, "boligorganisation", "Lis Toft", "Forretningsfører"),
    Part(KOMMUNE, "kommune", "Bent Aagaard", "Direktør"),
)
# An area is not an afdeling: two areas have two each. The documents don't say who owns which.
AFDELINGER = (
    Afdeling("Motalavej (ejer er eksempel)", BK, None, MOTALAVEJ),
    Afdeling("Ringparken (ejer er eksempel)", FOB, None, RINGPARKEN),
    Afdeling("Schackenborgvænge (ejer er eksempel)", SB, None, RINGPARKEN),
    Afdeling("Sydbyen (ejer er eksempel)", SAB, None, SYDBYEN),
    Afdeling("Parkvej (ejer er eksempel)", SKB, None, SKAELSKOER),
    Afdeling("Præstevænget (ejer er eksempel)", SKB, None, SKAELSKOER),
)
PERSONER = {
    "Jonas Friis": "Kompetencechef",
    "Mette Lund": "Koordinator",
    "Farid Rahimi": "Koordinator",
    "Tine Borg": "Koordinator",
    "Anne Dahl": "Sekretær, Kompetencecentret",
}
KOORDINATORER = {MOTALAVEJ: "Mette Lund", RINGPARKEN: "Farid Rahimi", SYDBYEN: "Tine Borg", SKAELSKOER: "Tine Borg"}
BEBOERHUSE = {MOTALAVEJ: "Karla Nygaard", RINGPARKEN: "Hassan Omar", SYDBYEN: "Birthe Lang", SKAELSKOER: ""}


def _lokal(omraade: str) -> Organ:
    """The local følgegruppe of an area. One meeting a year only about evaluation is all that is fixed."""
    return Organ(
        "lokal_foelgegruppe",
        f"Lokal følgegruppe, {omraade}",
        (
            Plads("Lokal koordinator", "", KOORDINATORER[omraade], "sekretaer"),
            Plads("Beboerhusets daglige bemanding", "", BEBOERHUSE[omraade]),
            Plads("Ejendomsdrift"),
            Plads("Lokalpolitiet"),
        ),
        "<p>Følger aktiviteterne i området. Beboere, foreninger, skole og klub kommer med, hvor det passer.</p>",
        (1, None),
        "Den lokale koordinator",
        "Bestyrelsen",
    )


ORGANER = (
    Organ(
        "bestyrelse",
        "Bestyrelsen",
        (
            Plads("Direktør", FOB, "Inge Kirk", "formand"),
            Plads("Direktør", SB, "Søren Mark"),
            Plads("Direktør", SAB, "Gitte Buch"),
            Plads("Forretningsfører", BK, "Ole Rask"),
            Plads("Forretningsfører", SKB, "Lis Toft"),
            Plads("Medlem af direktionen", KOMMUNE, "Bent Aagaard", "naestformand"),
        ),
        "<p>Leder indsatsen og har ansvaret for aftalen. Vurderer indsatsen to gange om året.</p>",
        (2, None),
        "Kompetencecentret",
    ),
    Organ(
        "formandskab",
        "Formandskabet",
        (
            Plads("Direktør for en af boligorganisationerne", FOB, "Inge Kirk", "formand"),
            Plads("Direktør i kommunen", KOMMUNE, "Bent Aagaard", "formand"),
        ),
        "<p>Forbereder og leder bestyrelsens møder og tegner indsatsen udadtil sammen med kompetencechefen.</p>",
        (None, None),
        "Kompetencecentret",
        "Bestyrelsen",
    ),
    Organ(
        "koordinationsgruppe",
        "Koordinationsgruppen",
        (
            Plads("Centerchef, skole", KOMMUNE, "Dorte Juul"),
            Plads("Centerchef, arbejdsmarked", KOMMUNE, "Palle Krog"),
            Plads("Kompetencechef", "", "Jonas Friis", "sekretaer"),
            Plads("Politiets lokale ledelse", "", "Nina Skov"),
            Plads("Politiets regionale ledelse"),
        ),
        "<p>Holder de kommunale aktiviteter i delaftalerne sammen og følger op på dem.</p>",
        (1, None),
        "Kompetencechefen",
        "Bestyrelsen",
    ),
    *(_lokal(omraade) for omraade in OMRAADER),
)

# The same coordinators on three axes. A post on one axis says nothing about the others, so they are never added up.
ANDELE = (
    Andel("Koordinator", 50, boligomraade=MOTALAVEJ, person="Mette Lund"),
    Andel("Koordinator", 50, boligomraade=RINGPARKEN, person="Farid Rahimi"),
    Andel("Koordinator", 30, boligomraade=SYDBYEN, person="Tine Borg"),
    Andel("Koordinator", 30, boligomraade=SKAELSKOER, person="Tine Borg"),
    Andel("Koordinator", 50, funktion="Faglig koordinator for tryghed og trivsel", person="Mette Lund"),
    Andel("Koordinator", 25, funktion="Stedfortræder for kompetencechefen", person="Farid Rahimi"),
    Andel("Kompetencechef", 30, "5.1", person="Jonas Friis"),
    Andel("Koordinator og stedfortræder", 25, "5.1", person="Farid Rahimi"),
    Andel("Koordinator, Motalavej", 50, "5.1", person="Mette Lund"),
    Andel("Koordinator, Ringparken/Schackenborgvænge", 50, "5.1", person="Farid Rahimi"),
    Andel("Koordinator, Skælskør", 30, "5.1", person="Tine Borg"),
    Andel("Koordinator, Sydbyen", 30, "5.1", person="Tine Borg"),
    Andel("Faglig koordinator, tryghed og trivsel", 50, "5.1", person="Mette Lund"),
)

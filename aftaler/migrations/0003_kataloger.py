"""The catalogues of cost types and kinds of activity that a site starts with; an administrator edits them."""

from django.db import migrations

OMKOSTNINGSTYPER = ["Løn", "Aktiviteter", "Administration", "Kontorhold", "Kørsel", "Lokaler", "Evaluering"]
AKTIVITETSTYPER = [
    ("Fritidsjob og lommepengeprojekt", "Unge får et første job eller en lønnet opgave."),
    ("Lektiehjælp", "Hjælp til skolearbejde uden for skolen."),
    ("Jobrådgivning", "Vej til job eller uddannelse for ledige beboere."),
    ("Forældreforløb", "Redskaber til forældrerollen, enkeltvis eller i grupper."),
    ("Brobygning til foreninger", "Børn og voksne følges ind i det lokale foreningsliv."),
    ("Naboskab og frivillighed", "Beboere mødes og står selv for noget."),
    ("Kriminalpræventiv indsats", "Gadearbejde, tryghed og samarbejde med politiet."),
    ("Rådgivning og brobygning", "Vej til kommunens og andres tilbud."),
    ("Kommunikation og omdømme", "Områdets fortælling om sig selv."),
]


def opret(apps, schema_editor):
    apps.get_model("aftaler", "Omkostningstype").objects.bulk_create(
        apps.get_model("aftaler", "Omkostningstype")(navn=navn, raekkefoelge=nr)
        for nr, navn in enumerate(OMKOSTNINGSTYPER, 1)
    )
    apps.get_model("aftaler", "Aktivitetstype").objects.bulk_create(
        apps.get_model("aftaler", "Aktivitetstype")(navn=navn, beskrivelse=beskrivelse)
        for navn, beskrivelse in AKTIVITETSTYPER
    )


def fjern(apps, schema_editor):
    for navn in ("Omkostningstype", "Aktivitetstype"):
        apps.get_model("aftaler", navn).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("aftaler", "0002_skabeloner_a_og_b")]
    operations = [migrations.RunPython(opret, fjern)]

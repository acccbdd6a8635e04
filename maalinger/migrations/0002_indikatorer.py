"""The indicators that public sources name (domain.md 3.1–3.3), for an administrator to correct and add to.

What a source doesn't say is left blank: which seven indicators LBF shows isn't known, and no number of them is in code.
"""

from django.db import migrations

DATA, BEBOERDATA = "Boligsociale Data (LBF)", "Beboerdata og BL-tabellerne (Danmarks Statistik)"
LISTER = "Ministeriets lister (Danmarks Statistik)"
# code, name, unit, what counts, source, years behind
INDIKATORER = (
    ("fraflytning", "Fraflytning", "procent", "", DATA, None),
    ("unge-kun-grundskole", "20–24-årige med kun grundskole og ikke i gang med uddannelse", "procent",
     "Grundskole er højeste gennemførte uddannelse, og den unge er ikke i gang med en ny.", DATA, None),
    ("unge-offentlig-forsoergelse", "20–24-årige på offentlig forsørgelse", "procent", "", DATA, 2),
    ("karakterer-9-klasse", "Karakterer i dansk og matematik, 9. klasse", "karakter", "", "", None),
    ("passive-kontanthjaelpsmodtagere", "Passive kontanthjælpsmodtagere blandt personer uden beskæftigelse", "procent",
     "", BEBOERDATA, 2),
    ("uden-arbejde-og-uddannelse", "18–64-årige uden for arbejdsmarked og uddannelse", "procent",
     "På ministeriets lister er tallet et snit af de to seneste år.", LISTER, None),
    ("doemte", "Dømte blandt beboere på 18 år og derover", "procent",
     "Straffelov, våbenlov og lov om euforiserende stoffer. På ministeriets lister er tallet et snit af de to seneste år.",
     LISTER, 1),
    ("afgoerelser", "Kriminalretlige afgørelser pr. 1.000 beboere", "promille",
     "Straffelov, våbenlov og lov om euforiserende stoffer.", BEBOERDATA, 1),
    ("kun-grundskole-30-59", "30–59-årige med kun grundskole", "procent", "", LISTER, None),
    ("bruttoindkomst", "Bruttoindkomst for 15–64-årige", "kroner", "Gennemsnit uden dem, der er under uddannelse.",
     LISTER, 2),
    ("bruttoindkomst-af-region", "Bruttoindkomst for 15–64-årige i pct. af regionens", "procent",
     "Gennemsnit uden dem, der er under uddannelse.", LISTER, 2),
    ("ikke-vestlige", "Indvandrere og efterkommere fra ikke-vestlige lande", "procent", "", LISTER, None),
    ("tryghed", "Beboere, der grundlæggende føler sig trygge", "procent", "",
     "Tryghedsundersøgelsen (Rigspolitiet, siden Justitsministeriet)", None),
    ("beboere", "Beboere", "antal", "", BEBOERDATA, None),
)  # fmt: skip


def opret(apps, schema_editor):
    Indikator = apps.get_model("maalinger", "Indikator")
    Indikator.objects.bulk_create(
        Indikator(
            kode=kode,
            navn=navn,
            enhed=enhed,
            beskrivelse=beskrivelse,
            kilde=kilde,
            forsinkelse_aar=forsinkelse,
            raekkefoelge=10 * nr,
        )
        for nr, (kode, navn, enhed, beskrivelse, kilde, forsinkelse) in enumerate(INDIKATORER, start=1)
    )


def fjern(apps, schema_editor):
    """Only those that nobody has figures for; the rest are somebody's by now."""
    apps.get_model("maalinger", "Indikator").objects.filter(
        kode__in=[et[0] for et in INDIKATORER], vaerdier=None, listekriterier=None, landstal=None
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("maalinger", "0001_begyndelse")]

    operations = [migrations.RunPython(opret, fjern)]

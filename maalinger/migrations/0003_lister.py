"""The ministry's lists since 2010 with the thresholds that each had, and the first limit for small numbers.

Sources by row. What no source says is left out, or said to be unconfirmed in the row's own source (domain.md 3.3).
"""

from datetime import date

from django.db import migrations

UDEN_ARBEJDE, DOEMTE, GRUNDSKOLE = "uden-arbejde-og-uddannelse", "doemte", "kun-grundskole-30-59"
INDKOMST, IKKE_VESTLIGE = "bruttoindkomst-af-region", "ikke-vestlige"
NAVNE = {
    UDEN_ARBEJDE: "Uden arbejde og uddannelse, 18–64 år",
    DOEMTE: "Dømte, 18 år og derover",
    GRUNDSKOLE: "Kun grundskole, 30–59 år",
    INDKOMST: "Bruttoindkomst, 15–64 år, af regionens",
    IKKE_VESTLIGE: "Ikke-vestlig baggrund",
}
LOV_2010 = (
    "De tre kriterier fra 2010: Plesner, »Nye lister over udsatte boligområder«, december 2023. "
    "At to af de tre er nok, er ikke bekræftet af en kilde."
)
LOV_2014 = "Almenboligloven § 61 a, som affattet ved lovforslag L 45 af 31. oktober 2013: tre af fem kriterier."
LOV_2018 = "Almenboligloven § 61 a, LBK 1203 af 3. august 2020."
LOV_2021 = "Almenboligloven § 61 a, danskelove.dk. Navnene er fra lovforslag L 23 af 6. oktober 2021."
LOV_61B = "Almenboligloven § 61 b, LBK 1171 af 11. november 2024. Listen kom første gang 1. december 2021."

FIRE = (  # § 61 a, stk. 1: code, sign, threshold, what it is a threshold of, years in the mean, required
    (UDEN_ARBEJDE, ">", "40", "fast", 2, False),
    (DOEMTE, ">=", "3", "gange_landet", 2, False),
    (GRUNDSKOLE, ">", "60", "fast", 1, False),
    (INDKOMST, "<", "55", "procent_region", 1, False),
)
HALVDELEN = ((IKKE_VESTLIGE, ">", "50", "fast", 1, True),)
# list, from, to, criteria needed in all, builds on, years in a row, source, criteria
LISTER = (
    ("parallelsamfund", 2010, 2013, 2, "", 1, LOV_2010, (
        (UDEN_ARBEJDE, ">", "40", "fast", 2, False),
        (DOEMTE, ">", "2.7", "fast", 1, False),
        (IKKE_VESTLIGE, ">", "50", "fast", 1, False),
    )),
    ("parallelsamfund", 2014, 2017, 3, "", 1, LOV_2014, (
        (UDEN_ARBEJDE, ">", "40", "fast", 2, False),
        (DOEMTE, ">", "2.7", "fast", 2, False),
        (GRUNDSKOLE, ">", "50", "fast", 1, False),
        (INDKOMST, "<", "55", "procent_region", 1, False),
        (IKKE_VESTLIGE, ">", "50", "fast", 1, False),
    )),
    ("udsat", 2018, 2020, 2, "", 1, LOV_2018, FIRE),
    ("parallelsamfund", 2018, 2020, 1, "udsat", 1, LOV_2018, HALVDELEN),
    ("omdannelse", 2018, 2020, 0, "parallelsamfund", 5, LOV_2018, ()),
    ("udsat", 2021, None, 2, "", 1, LOV_2021, FIRE),
    ("parallelsamfund", 2021, None, 1, "udsat", 1, LOV_2021, HALVDELEN),
    ("omdannelse", 2021, None, 0, "parallelsamfund", 5, LOV_2021, ()),
    ("forebyggelse", 2021, None, 3, "", 1, LOV_61B, (
        (IKKE_VESTLIGE, ">", "30", "fast", 1, True),
        (UDEN_ARBEJDE, ">", "30", "fast", 2, False),
        (DOEMTE, ">=", "2", "gange_landet", 2, False),
        (GRUNDSKOLE, ">", "60", "fast", 1, False),
        (INDKOMST, "<", "65", "procent_region", 1, False),
    )),
)  # fmt: skip

GRAENSE_FRA, GRAENSE = date(2010, 1, 1), 5  # our own default: docs/beslutninger/0009-smaa-tal.md


def opret(apps, schema_editor):
    lister = apps.get_model("maalinger", "Liste").objects
    listekriterier = apps.get_model("maalinger", "Listekriterium").objects
    indikatorer = apps.get_model("maalinger", "Indikator").objects.in_bulk(field_name="kode")
    for art, fra, til, kraever, bygger_paa, aar_i_traek, kilde, kriterier in LISTER:
        liste = lister.create(
            art=art,
            fra_aar=fra,
            til_aar=til,
            kraever=kraever,
            bygger_paa=bygger_paa,
            aar_i_traek=aar_i_traek,
            kilde=kilde,
        )
        for nr, (kode, tegn, graense, grundlag, vindue, paakraevet) in enumerate(kriterier, start=1):
            listekriterier.create(
                liste=liste,
                indikator=indikatorer[kode],
                navn=NAVNE[kode],
                tegn=tegn,
                graense=graense,
                grundlag=grundlag,
                vindue_aar=vindue,
                paakraevet=paakraevet,
                raekkefoelge=nr,
            )
    apps.get_model("maalinger", "Diskretionsgraense").objects.get_or_create(
        gaelder_fra=GRAENSE_FRA, defaults={"mindste_antal": GRAENSE}
    )


def fjern(apps, schema_editor):
    lister = apps.get_model("maalinger", "Liste").objects
    for art, fra, *_ in LISTER:
        lister.filter(art=art, fra_aar=fra).delete()
    apps.get_model("maalinger", "Diskretionsgraense").objects.filter(
        gaelder_fra=GRAENSE_FRA, mindste_antal=GRAENSE
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("maalinger", "0002_indikatorer")]

    operations = [migrations.RunPython(opret, fjern)]

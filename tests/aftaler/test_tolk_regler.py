"""The contract of `tolk_kriterium`, rule by rule: what one sentence must give in the fields that the rule is about."""

import pytest

from aftaler.parsers.kriterium import til_json, tolk

FORMER = (
    ("Andelen uden job falder fra 36 % i 2016 til 25 % i 2022", "niveau"),
    ("Fraflytningsprocenten falder til 20 %", "niveau"),
    ("Skolefraværet reduceres i perioden", "aendring"),
    ("Flere unge kommer i fritidsjob", "aendring"),
    ("Antallet af klager halveres", "aendring"),
    ("Mindst 8 årlige temaaftener", "antal"),
    ("Der rejses mindst 250.000 kr. i fondsmidler", "antal"),
    ("Mindst 10 timers rådgivning om ugen", "antal"),
    ("80 % af deltagerne gennemfører", "andel"),
    ("Andelen af unge i job stiger til 60 % i 2024", "andel"),
    ("Tre ud af fire forældre gennemfører", "andel"),
    ("Ledigheden ligger under kommunens gennemsnit", "sammenligning"),
    ("Bruttoindkomsten er mindst 55 % af gennemsnittet i regionen", "sammenligning"),
    ("Fraværet må ikke stige", "fastholdelse"),
    ("Antallet af frivillige holdes på samme niveau som i 2020", "fastholdelse"),
    ("Fremmødet på 85 % fastholdes", "fastholdelse"),
    ("Beboerne oplever at blive hørt", "kvalitativ"),
    ("Naboskabet er styrket", "kvalitativ"),
    ("Måltallet fastlægges efter nulpunktsmålingen", "ikke_fastlagt"),
    ("Afventer baseline", "ikke_fastlagt"),
)
RETNINGER = (
    ("Mindst 50 frivillige", None),
    ("Mindst 2 større arrangementer om året", None),
    ("Der er nedsat en følgegruppe med mindst 4 beboere", None),
    ("Området er ikke længere på listen", None),
    ("Trygheden er øget", "op"),
    ("Fraflytningen skal ned under 10 %", "ned"),
    ("Trygheden skal op på 85 %", "op"),
    ("Trygheden fastholdes på 80 %", "fasthold"),
)
TEGN = (
    ("Karakteren stiger til 6,0", ">="),
    ("Fraværet falder til 6 %", "<="),
    ("Fraværet falder til under 6 %", "<"),
    ("Antallet af klager falder med mindst 10 %", "<="),
    ("Antallet af klager falder med mere end 10 %", "<"),
    ("Trygheden stiger med mindst 10 %", ">="),
    ("Antallet af klager falder med 10 %", None),
    ("Ikke over 5 % af lejlighederne står tomme", "<="),
    ("Ikke færre end 25 virksomheder deltager", ">="),
    ("≥ 60 % af de unge i job", ">="),
    ("Op til 30 unge i lommepengejob", "<="),
    ("50 deltagere", None),
)
ENHEDER = (
    ("Antallet af sigtelser pr. 1.000 unge falder fra 62 til 45", "promille"),
    ("Ledigheden falder med 5 procentpoint", "procent"),
    ("Afgangskarakteren er mindst 6,0", "karakter"),
    ("Tilfredsheden er mindst 4 på en skala fra 1 til 5", "point"),
    ("Udgifterne falder fra kr. 820.000 til kr. 500.000", "kroner"),
    ("Rådgiveren er til stede 20 timer ugentligt", "timer"),
    ("Udrykninger nedbringes til 8 eller færre", "antal"),
    ("Fraværet må ikke stige", None),
    ("Den gennemsnitlige botid stiger fra 5,2 år til 6 år", None),
)
MAAL = (
    ("Mindst 20-25 børn deltager i 2020", 20, 2020, 2020),
    ("Ca. 75 børn deltager ultimo 17", 75, 2017, 2017),
    ("Mindst et dusin frivillige", 12, None, None),
    ("Fraværet er højst 6 % i skoleåret 18/19", 6, 2018, 2019),
    ("Fra 2020 afholdes mindst 4 møder", 4, 2020, None),
    ("Karakteren stiger fra 5,7 i perioden 2013-2017 til 6,0 i perioden 2020 – 2022", 6, 2020, 2022),
    ("Mindst 12 unge inden udgangen af 2024", 12, 2024, 2024),
    ("Andelen af dømte er højst 2,03 % i 2022", 2.03, 2022, 2022),
    ("Trygheden stiger fra 57 % ved målingen i 2016 til 67 % ved målingen i 2020", 67, 2020, 2020),
    ("Mindst hver 4. beboer er frivillig", 25, None, None),
    ("Mindst 12 møder årligt, første gang den 15. marts 2019", 12, None, None),
    ("Andelen af 18-29-årige i job efter § 11, stk. 3 er mindst 50 %", 50, None, None),
    ("I hus 7, 2. sal mødes mindst 12 unge fra 8. klasse", 12, None, None),
    ("Senest 6 måneder efter opstart er 10 frivillige hvervet", 10, None, None),
    ("Mindst 15 unge har haft fritidsjob i mindst 3 måneder", 15, None, None),
    ("På 3 år kommer 60 ledige i job", 60, None, None),
)
BASELINER = (
    ("Andelen falder fra 24,5 % (2018) til højst 18 % (2022)", 24.5, 2018, 2018),
    ("Antallet af klager falder med 15 % med baseline ultimo 2017", None, 2017, 2017),
    ("Baseline 2019: 41 %. Mål 2023: 50 %.", 41, 2019, 2019),
    ("Trygheden er 68 % i dag. Den skal op på mindst 75 % inden 2025.", 68, None, None),
    ("Andel i job | 2018: 45,2 % | 2022: min. 50 %", 45.2, 2018, 2018),
    ("Trygheden er på samme niveau som i 2021, hvor den var 83 %", 83, 2021, 2021),
)
PERIODER = (
    ("Mindst 50 frivillige om året", "aar"),
    ("20 børn på camp hver sommer", "aar"),
    ("10 nye frivillige i halvåret", "halvaar"),
    ("Kvartalsvise møder, i alt mindst 4 om året", "aar"),
    ("Minimum 8 aktiviteter pr. kvartal", "kvartal"),
    ("3 fællesspisninger om måneden", "maaned"),
    ("Mindst 15 besøgende hver uge", "uge"),
    ("Mindst 75 beboere træner mindst 2 gange om ugen", None),
    ("Mindst 5 initiativer pr. år i perioden 2022 til 2026", "aar"),
)
AENDRINGER = (
    ("Antallet af klager halveres", -50, "procent", None),
    ("Antallet af unge fordobles", 100, "procent", None),
    ("Tre gange så mange unge går til sport", 200, "procent", None),
    ("Antallet falder med en tredjedel", -33.33, "procent", None),
    ("Ledigheden falder med 5 procentpoint ift. 2017", -5, "procentpoint", "baseline"),
    ("Antallet af klager falder med 10 % pr. år i forhold til året før", -10, "procent", "foregaaende_aar"),
    ("Antallet af unge øges med 40 unge", 40, "antal", None),
    ("Trygheden ligger i 2020 mindst 5 procentpoint over niveauet i 2016", 5, "procentpoint", "baseline"),
)
REFERENCER = (
    ("Trygheden ligger over gennemsnittet for udsatte områder (72,4 % i 2016)", "udsatte områder", 72.4, True),
    ("Karakteren er mindst på højde med kommunens (6,9 i 2017)", "kommunen", 6.9, True),
    ("Trygheden er på niveau med landsgennemsnittet", "landsgennemsnittet", None, False),
    ("Fraværet er under gennemsnittet for byens klubber (11,9 % i 2017)", "byens klubber", 11.9, True),
    ("Andelen falder fra 31 % til 25 % i 2021 (kommunen: 18 %)", "kommunen", 18, True),
)
FLERE_MAAL = (
    "Mindst 50 frivillige og 10 arrangementer om året",
    "Andelen af unge i job stiger fra 40 % i 2018 til 45 % i 2020 og 50 % i 2022",
    "Mindst 100 deltagere, heraf mindst 40 mænd",
    "(1) Mindst 25 unge i job (2) Mindst 10 unge i uddannelse",
    "Mindst 50 % er i job, og trygheden er på niveau med kommunens",
)


def laest(tekst: str) -> dict:
    return til_json(tekst, tolk(tekst))


@pytest.mark.parametrize(("tekst", "form"), FORMER)
def test_formen(tekst, form):
    assert laest(tekst)["form"] == form


@pytest.mark.parametrize(("tekst", "retning"), RETNINGER)
def test_retning_kun_naar_teksten_fortaeller_en_bevaegelse(tekst, retning):
    assert laest(tekst)["retning"] == retning


@pytest.mark.parametrize(("tekst", "tegn"), TEGN)
def test_sammenligning_er_ordet_i_teksten(tekst, tegn):
    assert laest(tekst)["sammenligning"] == tegn


@pytest.mark.parametrize(("tekst", "enhed"), ENHEDER)
def test_enhed_er_seriens(tekst, enhed):
    assert laest(tekst)["enhed"] == enhed


@pytest.mark.parametrize(("tekst", "vaerdi", "fra", "til"), MAAL)
def test_maal_og_dets_tid(tekst, vaerdi, fra, til):
    assert laest(tekst)["maal"] == {"vaerdi": vaerdi, "fra": fra, "til": til}


@pytest.mark.parametrize(("tekst", "vaerdi", "fra", "til"), BASELINER)
def test_udgangspunkt_og_dets_tid(tekst, vaerdi, fra, til):
    assert laest(tekst)["baseline"] == {"vaerdi": vaerdi, "fra": fra, "til": til}


@pytest.mark.parametrize(("tekst", "pr"), PERIODER)
def test_rytmen_er_maalets_og_ikke_sidebetingelsens(tekst, pr):
    assert laest(tekst)["pr"] == pr


@pytest.mark.parametrize(("tekst", "vaerdi", "enhed", "grundlag"), AENDRINGER)
def test_aendringens_stoerrelse(tekst, vaerdi, enhed, grundlag):
    assert laest(tekst)["aendring"] == {"vaerdi": vaerdi, "enhed": enhed, "grundlag": grundlag}


@pytest.mark.parametrize(("tekst", "navn", "vaerdi", "maalbar"), REFERENCER)
def test_en_anden_gruppes_tal(tekst, navn, vaerdi, maalbar):
    svar = laest(tekst)

    assert (svar["reference"]["navn"], svar["reference"]["vaerdi"], svar["maalbar"]) == (navn, vaerdi, maalbar)


@pytest.mark.parametrize("tekst", FLERE_MAAL)
def test_to_maal_er_ikke_maalbare_og_det_foerste_staar(tekst):
    svar = laest(tekst)

    assert (svar["maalbar"], svar["maal"]["vaerdi"] is not None) == (False, True)


def test_omraader_deler_tegnet_foran_det_foerste():
    svar = laest("Højst 25 % ledige i Højvang, 22 % i Lavvang og under 18 % i Enghaven")

    assert [(o["navn"], o["sammenligning"], o["vaerdi"]) for o in svar["omraader"]] == [
        ("Højvang", "<=", 25),
        ("Lavvang", "<=", 22),
        ("Enghaven", "<", 18),
    ]


def test_et_omraade_i_en_parentes_er_ikke_et_maal_for_sig():
    svar = laest("Andelen falder fra 56 % til 50 % i de tre områder (Byparken, Møllevænget og Højvang)")

    assert (svar["omraader"], svar["maal"]["vaerdi"]) == ([], 50)


@pytest.mark.parametrize(
    ("tekst", "mangler"),
    [
        ("Fraflytningsprocenten falder til 20 %", ["baseline", "maaletidspunkt"]),
        ("Skolefraværet reduceres", ["baseline", "maaltal", "maaletidspunkt"]),
        ("Mindst 50 frivillige", ["maaletidspunkt"]),
        ("Mindst 50 frivillige om året", []),
        ("Trygheden er øget. Baselinemåling 2018, ny måling ultimo 2022", ["maaltal"]),
        ("Beboerne oplever tryghed", ["maaltal", "maaletidspunkt", "enhed"]),
        ("Måltal følger", ["maaltal", "maaletidspunkt", "enhed"]),
    ],
)
def test_hvad_der_mangler(tekst, mangler):
    assert laest(tekst)["mangler"] == mangler

"""Reading a sheet of register data: layouts, names, cells, and what is said about what can't be read."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.laesning import Enhed
from kerne import arkord
from kerne.regneark import Raekke
from maalinger.rules import dataark, dataceller, datakolonner
from maalinger.rules.dataark import Fundliste, Indikatoropslag, Opslag
from maalinger.rules.datakolonner import Kolonner

FRAFLYTNING = Indikatoropslag("fraflytning", "Fraflytning", Enhed.PROCENT)
BEBOERE = Indikatoropslag("beboere", "Beboere", Enhed.ANTAL)
KARAKTER = Indikatoropslag("karakter", "Karakterer", Enhed.KARAKTER)
OPSLAG = Opslag(
    steder={
        "vestbyen": ("omraade:1",),
        "sydbyen": ("omraade:2",),
        "afdeling 1": ("afdeling:7",),
        "parken": ("omraade:3", "afdeling:3"),
        "lemvig kommune": ("kommune:",),
    },
    indikatorer={"fraflytning": FRAFLYTNING, "beboere": BEBOERE, "karakterer": KARAKTER},
    sidste_aar=2022,
)
LANG = ("sted", "indikator", "aar", "tal")


def laes(*raekker, arter=LANG, overskrifter=("Område", "Indikator", "År", "Tal"), ark="2021", **mere):
    fund = Fundliste()
    kilde = [Raekke(ark, nr, tuple(celler)) for nr, celler in enumerate(raekker, start=2)]
    laeste = list(dataark.laes(kilde, Kolonner(arter, **mere), overskrifter, OPSLAG, fund))
    return laeste, fund


def rent(par):
    return [(hvor, besked.replace("\u00a0", " ")) for hvor, besked in par]


def kort(laeste):
    return [(et.sted, et.indikator.kode, et.fra, et.til, et.vaerdi, et.skjult) for et in laeste]


def test_lang_form_har_en_vaerdi_i_hver_raekke():
    laeste, fund = laes(
        ("Vestbyen", "Fraflytning", Decimal(2020), Decimal("26.2")),
        ("Lemvig Kommune", "Fraflytning", "2013-2017", Decimal(15)),
    )
    assert kort(laeste) == [
        ("omraade:1", "fraflytning", 2020, 2020, Decimal("26.2"), False),
        ("kommune:", "fraflytning", 2013, 2017, Decimal(15), False),
    ]
    assert (fund.alle_fejl(), fund.advarsler) == ([], [])


def test_bred_form_kan_have_aar_som_kolonner():
    laeste, _ = laes(
        ("Vestbyen", Decimal(25), None, Decimal(23)),
        arter=("sted", "aarstal", "aarstal", "aarstal"),
        overskrifter=("Område", "2019", "2020", "2013-2017"),
        indikator="fraflytning",
    )
    assert [(et.fra, et.til, et.vaerdi) for et in laeste] == [(2019, 2019, Decimal(25)), (2013, 2017, Decimal(23))]


def test_bred_form_kan_have_indikatorer_som_kolonner():
    laeste, _ = laes(
        ("Vestbyen", Decimal(25), Decimal(812)),
        arter=("sted", "tal:fraflytning", "tal:beboere"),
        overskrifter=("Område", "Fraflytning", "Beboere"),
        aar="2021",
    )
    assert [(et.indikator.kode, et.fra, et.vaerdi) for et in laeste] == [
        ("fraflytning", 2021, Decimal(25)),
        ("beboere", 2021, Decimal(812)),
    ]


@pytest.mark.regel("tom-er-ikke-nul")
def test_omskrevet_tal_og_tom_celle_siges_med_ark_og_celle():
    """Sentence 8 of the house's words."""
    laeste, fund = laes(
        ("Vestbyen", "Fraflytning", Decimal(2020), "26,2%"),
        ("Sydbyen", "Fraflytning", Decimal(2020), None),
        ("Sydbyen", "Fraflytning", Decimal(2019), Decimal(0)),
    )
    assert [et.vaerdi for et in laeste] == [Decimal("26.2"), Decimal(0)]
    assert rent(fund.advarsler) == [
        ("Ark »2021«, celle D2", "»26,2%« er læst som 26,2 %."),
        ("Ark »2021«, celle D3", "Cellen er tom og springes over. Tom er ikke nul."),
    ]
    assert fund.tomme == 1


@pytest.mark.regel("tom-er-ikke-nul")
@pytest.mark.parametrize("tekst", ["Skjult", "x", "X", "-", "–", "..", "...", "<5", "< 5", "Færre end 5", "*"])
def test_det_kilden_skjuler_er_skjult_og_hverken_nul_eller_tomt(tekst):
    assert dataceller.laes_figur(tekst, Enhed.PROCENT) == dataceller.Figur(skjult=True)


@pytest.mark.parametrize(
    ("celle", "venter"),
    [("26,2%", "26.2"), ("26.2", "26.2"), ("1.936", "1936"), (Decimal("22.40384615"), "22.404"), ("-3", "-3")],
)
def test_tal_laeses_som_danskere_skriver_dem(celle, venter):
    enhed = Enhed.KRONER if celle in ("1.936", "-3") else Enhed.PROCENT
    assert dataceller.laes_figur(celle, enhed) == dataceller.Figur(Decimal(venter))


@pytest.mark.parametrize(
    ("celle", "besked"),
    [
        ("mange", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        (Decimal(224), "224 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?"),
        (Decimal(-1), "−1 kan ikke passe. Tallet kan ikke være mindre end nul."),
        (date(2020, 1, 1), "»01-01-2020« er en dato. Her skal stå et tal."),
    ],
)
def test_et_umuligt_tal_faar_en_saetning_ved_sin_celle(celle, besked):
    _, fund = laes(("Vestbyen", "Fraflytning", Decimal(2020), celle))
    assert rent(fund.alle_fejl()) == [("Ark »2021«, celle D2", besked)]


@pytest.mark.regel("aar-eller-vindue")
@pytest.mark.parametrize(
    ("celle", "aarene"),
    [
        (Decimal(2016), (2016, 2016)),
        ("2016", (2016, 2016)),
        ("2013-2017", (2013, 2017)),
        ("2013–2017", (2013, 2017)),
        ("2013 - 17", (2013, 2017)),
        ("2013–2017, snit", (2013, 2017)),
        ("År 2020", (2020, 2020)),
    ],
)
def test_aar_og_vinduer(celle, aarene):
    assert dataceller.laes_aar(celle, 2022) == aarene


@pytest.mark.regel("aar-eller-vindue")
@pytest.mark.parametrize(
    ("celle", "besked"),
    [
        ("2016/17", "»2016/17« er ikke et år. Skriv det som 2021, eller som 2013-2017 for et snit af flere år."),
        (Decimal(2031), "»2031« ligger i fremtiden. Her kan stå år fra 1990 til 2022."),
        ("1921", "»1921« kan ikke passe. Her kan stå år fra 1990 til 2022."),
        ("2017-2013", "»2017-2013« går baglæns. Skriv det første år først."),
        (None, "»« er ikke et år. Skriv det som 2021, eller som 2013-2017 for et snit af flere år."),
    ],
)
def test_aar_der_ikke_kan_passe(celle, besked):
    with pytest.raises(ValueError, match=f"^{re.escape(besked)}$"):
        dataceller.laes_aar(celle, 2022)


@pytest.mark.regel("rodaarsag-foerst")
def test_et_ukendt_navn_staar_en_gang_og_foerst():
    et_af_stederne, en_i_kataloget = "er ikke et af planens steder.", "er ikke en indikator i kataloget."
    _, fund = laes(
        ("Vestbyen", "Fraflytning", Decimal(2020), "mange"),
        ("Vestbyen N", "Fraflytning", Decimal(2020), Decimal(20)),
        ("Vestbyen N", "Fraflytning", Decimal(2021), Decimal(300)),
        ("Vestbyen", "Udsættelser", Decimal(2021), Decimal(3)),
    )
    assert rent(fund.alle_fejl()) == [
        ("Ark »2021«, celle A3", f"»Vestbyen N« {et_af_stederne} Navnet står i 2 rækker. Vælg herunder, hvad det er."),
        ("Ark »2021«, celle B5", f"»Udsættelser« {en_i_kataloget} Navnet står i 1 række. Vælg herunder, hvad det er."),
        ("Ark »2021«, celle D2", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ("Ark »2021«, celle D4", "300 % kan ikke passe. En andel er højst 100 %. Mener du 30?"),
    ]  # fmt: skip


def test_valgte_navne_gaelder_og_udeladte_raekker_laeses_ikke():
    laeste, fund = laes(
        ("Vestbyen N", "Fraflytning", Decimal(2020), Decimal(20)),
        ("I alt", "Fraflytning", "hvert år", "meget"),
        steder={"vestbyen n": "omraade:1", "i alt": dataark.UDELAD},
    )
    assert ([et.sted for et in laeste], fund.alle_fejl()) == (["omraade:1"], [])


def test_et_navn_for_baade_omraade_og_afdeling_skal_vaelges_eller_have_niveau():
    _, fund = laes(("Parken", "Fraflytning", Decimal(2020), Decimal(20)))
    assert rent(fund.alle_fejl()) == [
        (
            "Ark »2021«, celle A2",
            "»Parken« er navnet på mere end ét sted. Navnet står i 1 række. Vælg herunder, hvilket det er.",
        )
    ]
    laeste, fund = laes(
        ("Parken", "Boligafdeling", "Fraflytning", Decimal(2020), Decimal(20)),
        arter=("sted", "niveau", "indikator", "aar", "tal"),
        overskrifter=("Sted", "Hvis tal", "Indikator", "År", "Tal"),
    )
    assert ([et.sted for et in laeste], fund.alle_fejl()) == (["afdeling:3"], [])


def test_samme_sted_og_aar_to_gange_er_en_fejl_ved_den_anden():
    _, fund = laes(
        ("Vestbyen", "Fraflytning", Decimal(2020), Decimal(20)),
        ("Vestbyen", "Fraflytning", Decimal(2020), Decimal(21)),
    )
    assert fund.alle_fejl() == [
        (
            "Ark »2021«, celle D3",
            "Fraflytning står to gange for samme sted og år, første gang i ark »2021«, celle D2. Behold kun den ene.",
        )
    ]


BROEK = {"arter": ("sted", "indikator", "aar", "antal", "ud_af"), "overskrifter": ("a", "b", "c", "Antal", "Ud af")}


def test_antal_og_ud_af_er_en_andel():
    laeste, fund = laes(("Vestbyen", "Fraflytning", Decimal(2020), Decimal(26), Decimal(100)), **BROEK)
    assert [(et.vaerdi, et.taeller, et.naevner) for et in laeste] == [(None, Decimal(26), Decimal(100))]
    assert fund.alle_fejl() == []


def test_taeller_over_naevner_er_en_fejl():
    _, fund = laes(("Vestbyen", "Fraflytning", Decimal(2020), Decimal(126), Decimal(100)), **BROEK)
    assert fund.alle_fejl() == [
        ("Ark »2021«, celle D2", "126 af 100 kan ikke passe. Antallet skal være mellem nul og 100.")
    ]


def test_andele_af_en_giver_en_advarsel_om_kolonnen():
    _, fund = laes(*[("Vestbyen", "Fraflytning", Decimal(aar), Decimal("0.262")) for aar in range(2015, 2019)])
    assert rent(fund.advarsler) == [("Kolonne D", dataark.MELLEM_NUL_OG_EN.replace("\u00a0", " "))]


def test_et_cpr_nummer_bliver_ikke_gentaget():
    _, fund = laes(("010190-1234", "Fraflytning", Decimal(2020), Decimal(20)))
    assert fund.alle_fejl() == [("Ark »2021«, celle A2", dataark.LIGNER_CPR)]


def test_et_cpr_nummer_som_excel_har_gjort_til_et_tal_afvises_kun_i_kolonner_med_ord():
    """Review: the number 0101901234 was read where the same text was refused; a large figure must still be a figure."""
    arter, cpr = ("sted", "indikator", "aar", "tal", "kilde", ""), Decimal(1101901234)
    stor = ("Vestbyen", "Beboere", Decimal(2020), cpr, "Kommunen", cpr)

    assert laes(stor, arter=arter)[1].alle_fejl() == []
    for nr, adresse in ((0, "A2"), (1, "B2"), (4, "E2")):
        raekke = [*stor[:nr], cpr, *stor[nr + 1 :]]
        assert laes(raekke, arter=arter)[1].alle_fejl() == [(f"Ark »2021«, celle {adresse}", dataark.LIGNER_CPR)]


def test_kilde_og_dato_kan_staa_i_arket():
    laeste, _ = laes(
        ("Vestbyen", "Fraflytning", Decimal(2020), Decimal(20), "LBF", "31-12-2021"),
        arter=(*LANG, "kilde", "opgjort"),
        overskrifter=("Sted", "Indikator", "År", "Tal", "Kilde", "Opgjort"),
    )
    assert [(et.kilde, et.opgjort) for et in laeste] == [("LBF", date(2021, 12, 31))]


@pytest.mark.regel("kolonner-gaettes")
@pytest.mark.parametrize(
    ("overskrifter", "arter"),
    [
        (("Område", "Indikator", "År", "Procent"), ("sted", "indikator", "aar", "tal")),
        (("Boligafdeling", "2019", "2020", "2013-2017"), ("sted", "aarstal", "aarstal", "aarstal")),
        (("Afdeling", "År", "Fraflytning", "Beboere"), ("sted", "aar", "tal:fraflytning", "tal:beboere")),
        (("Sted", "Nøgletal", "Periode", "Antal", "Ud af"), ("sted", "indikator", "aar", "antal", "ud_af")),
        (("Sted", "Nøgletal", "År", "Antal"), ("sted", "indikator", "aar", "tal")),
        (("Kommentar", "", "Bydel"), ("", "", "sted")),
        (("Område", "Afdeling"), ("sted", "")),
    ],
)
def test_kolonner_foreslaas_efter_overskrifterne(overskrifter, arter):
    indikatorer = {"fraflytning": "fraflytning", "beboere": "beboere"}
    assert datakolonner.foreslaa_arter(overskrifter, indikatorer, 2022) == arter


@pytest.mark.regel("kolonner-siger-alt")
@pytest.mark.parametrize(
    ("kolonner", "overskrifter", "saetninger"),
    [
        (Kolonner(LANG), ("a", "b", "c", "d"), []),
        (
            Kolonner(("", "")),
            ("a", "b"),
            [
                "Vælg den eller de kolonner, tallene står i.",
                "Vælg kolonnen med sted, eller vælg ét sted for hele arket.",
                "Vælg kolonnen med indikator, eller vælg én indikator for hele arket.",
                "Vælg kolonnen med år, eller skriv ét år for hele arket.",
            ],
        ),
        (
            Kolonner(("sted", "sted", "indikator", "aar", "tal")),
            ("a", "b", "c", "d", "e"),
            ["A og B er valgt som det samme. Vælg kun én kolonne til hver ting."],
        ),
        (
            Kolonner(("sted", "tal", "aarstal"), indikator="fraflytning"),
            ("a", "b", "2019"),
            ["Vælg enten én kolonne med tal, en kolonne for hvert år eller en kolonne for hver indikator."],
        ),
        (
            Kolonner(("sted", "aarstal"), indikator="fraflytning"),
            ("a", "Ændring"),
            [
                "Kolonne B: »Ændring« er ikke et år. Skriv det som 2021, eller som 2013-2017 for et snit af flere år.",
            ],
        ),
        (
            Kolonner(("sted", "antal"), indikator="fraflytning", aar="2021"),
            ("a", "b"),
            ["Vælg både kolonnen »Antal« og kolonnen »Ud af«, eller ingen af dem."],
        ),
    ],
)
def test_det_siges_hvad_kolonnerne_mangler(kolonner, overskrifter, saetninger):
    assert datakolonner.mangler(kolonner, overskrifter, 2022) == saetninger


@pytest.mark.regel("anden-opbygning-siges")
@pytest.mark.parametrize(
    ("nu", "foer", "saetninger"),
    [
        (("Område", "År"), ("område ", "år"), []),
        (("Område", "Årgang"), ("Område", "År"), ["Nyt siden sidst: »Årgang«.", "Ikke med denne gang: »År«."]),
        (("År", "Område"), ("Område", "År"), ["Kolonnerne står i en anden rækkefølge end sidst."]),
    ],
)
def test_anden_opbygning_end_sidst_siges(nu, foer, saetninger):
    assert datakolonner.forskelle(nu, foer) == saetninger


@pytest.mark.parametrize(
    ("navn", "venter"),
    [("Vestbyen N", "vestbyen"), ("Vestbyn", "vestbyen"), ("Boligområdet Sydbyen", "sydbyen"), ("Danmark", "")],
)
def test_et_ukendt_navn_faar_et_forslag(navn, venter):
    assert arkord.ligner(navn, ["vestbyen", "sydbyen"]) == venter


def test_overskrifterne_er_den_foerste_raekke_med_flere_celler():
    raekker = [Raekke("1", 1, ("Boligsociale Data",)), Raekke("1", 2, (None,)), Raekke("1", 3, ("Område", "År"))]
    assert arkord.overskriftsraekke(raekker) == 3


@pytest.mark.regel("celle-er-ingen-formel")
@pytest.mark.parametrize("tekst", ["=1+1", "+45", "-3", "@sum", "'citat"])
def test_ingen_celle_begynder_som_en_formel(tekst):
    assert dataceller.med_vaern(tekst) == f"'{tekst}"


@pytest.mark.regel("celle-er-ingen-formel")
@given(st.text())
def test_vaernet_kan_tages_af_igen(tekst):
    skrevet = dataceller.med_vaern(tekst)
    assert skrevet[:1] not in ("=", "+", "-", "@", "\t")
    assert arkord.uden_vaern(skrevet) == tekst

"""moeder/rules/beslutninger.py, opgaver.py and referat.py as tables."""

from datetime import date

import pytest

from moeder.rules import beslutninger, opgaver, referat
from moeder.rules.beslutninger import Punktet
from moeder.rules.opgaver import Lovet
from moeder.rules.referat import Laeser
from moeder.statuses import Beslutningsstatus, Moedetilstand, Referattilstand

I_DAG = date(2022, 6, 15)
DAG = "15.\u00a0juni 2022"


@pytest.mark.regel("moede-starter-paa-dagen")
@pytest.mark.parametrize(
    ("tilstand", "dag", "grund"),
    [
        ("indkaldt", date(2022, 6, 15), ""),
        ("kladde", date(2022, 6, 1), ""),
        (
            "indkaldt",
            date(2022, 6, 16),
            "Mødet er sat til 16.\u00a0juni 2022. Start det den dag, eller flyt det først.",
        ),
        ("i_gang", date(2022, 6, 15), "Mødet er i gang og kan ikke begynde igen."),
        ("aflyst", date(2022, 6, 15), "Mødet er aflyst og kan ikke begynde igen."),
    ],
)
def test_hvornaar_et_moede_kan_begynde(tilstand, dag, grund):
    assert beslutninger.hvorfor_ikke_starte(tilstand, dag=dag, i_dag=I_DAG) == grund


@pytest.mark.regel("beslutning-paa-aabent-moede")
@pytest.mark.parametrize(
    ("tilstand", "grund"),
    [
        ("i_gang", ""),
        ("kladde", "Mødet er ikke begyndt. Start det, før du skriver."),
        ("indkaldt", "Mødet er ikke begyndt. Start det, før du skriver."),
        ("afsluttet", "Mødet er afsluttet. Det, der blev besluttet, kan ikke ændres."),
        ("aflyst", "Mødet er aflyst. Det, der blev besluttet, kan ikke ændres."),
    ],
)
def test_hvornaar_der_kan_skrives(tilstand, grund):
    assert beslutninger.hvorfor_ikke_skrive(tilstand) == grund


@pytest.mark.regel("moede-afsluttes-med-beslutninger")
@pytest.mark.parametrize(
    ("punkter", "mangler"),
    [
        ([Punktet(1, "B", 1), Punktet(2, "D", 0), Punktet(3, "O", 0)], []),
        ([Punktet(1, "B", 0), Punktet(2, "B", 2)], ["Punkt 1 mangler en beslutning."]),
        (
            [Punktet(1, "B", 1, afgoer=True)],
            ["Punkt 1 mangler et resultat. Skriv i beslutningen, om det blev godkendt."],
        ),
        ([Punktet(1, "B", 1, afgoer=True, har_udfald=True)], []),
        ([Punktet(1, "B", 0, afgoer=True)], ["Punkt 1 mangler en beslutning."]),
        ([], []),
    ],
)
def test_hvad_der_mangler_foer_afslutningen(punkter, mangler):
    assert beslutninger.mangler_foer_afslutning(punkter) == mangler


@pytest.mark.parametrize(
    ("antal", "ord_"),
    [(0, "Afslut mødet"), (1, "Afslut mødet: 1 punkt mangler"), (3, "Afslut mødet: 3 punkter mangler")],
)
def test_knappen_siger_hvor_mange_der_mangler(antal, ord_):
    assert beslutninger.knapord(["x"] * antal) == ord_


@pytest.mark.regel("stemmer-taelles-helt")
@pytest.mark.parametrize(
    ("stemmer", "til_stede", "fejl"),
    [
        ((None, None, None), 0, ""),
        ((3, 1, 1), 5, ""),
        ((3, 0, 0), 5, ""),
        ((3, None, 0), 5, "Skriv alle tre stemmetal, også når et af dem er 0, eller lad dem alle stå tomme."),
        ((4, 1, 1), 5, "Der er 6 stemmer, men 5 til stede. Ret stemmerne eller fremmødet."),
    ],
)
def test_stemmerne_passer_med_dem_der_var_der(stemmer, til_stede, fejl):
    assert beslutninger.fejl_i_stemmerne(stemmer, til_stede=til_stede) == fejl


def test_stemmerne_i_ord():
    assert beslutninger.stemmeord(5, 1, 0) == "5 for, 1 imod, 0 hverken for eller imod"
    assert beslutninger.stemmeord(None, None, None) == ""


@pytest.mark.regel("beslutningens-status")
@pytest.mark.parametrize(
    ("fra", "til", "note", "fejl"),
    [
        ("gaeldende", "opfyldt", "Gennemført i maj", ""),
        ("gaeldende", "bortfaldet", " ", "Skriv, hvorfor beslutningen ikke længere gælder, fx »Gennemført i maj«."),
        ("opfyldt", "gaeldende", "", ""),
        ("aendret", "gaeldende", "", "En beslutning, der er ændret, kan ikke blive gældende."),
        ("opfyldt", "bortfaldet", "Nej", "En beslutning, der er opfyldt, kan ikke blive bortfaldet."),
    ],
)
def test_hvad_en_beslutning_kan_blive(fra, til, note, fejl):
    assert beslutninger.hvorfor_ikke_skifte(fra, til, note) == fejl


def test_skiftene_staar_i_ordenes_raekkefoelge():
    assert beslutninger.mulige_skift("gaeldende") == [
        Beslutningsstatus.OPFYLDT,
        Beslutningsstatus.AENDRET,
        Beslutningsstatus.BORTFALDET,
    ]


@pytest.mark.regel("beslutningens-resultat")
@pytest.mark.parametrize(
    ("udfald", "om_referat", "om_aendring", "fejl"),
    [
        ("", False, False, ""),
        ("godkendt", False, True, ""),
        ("afvist", False, True, ""),
        ("returneret", True, False, ""),
        ("afvist", True, False, "Et referat bliver godkendt eller sendt tilbage til retning."),
        (
            "godkendt",
            False,
            False,
            "Punktet handler ikke om en ændring eller et referat. Lad resultatet stå tomt.",
        ),
    ],
)
def test_kun_det_der_spoerges_om_har_et_resultat(udfald, om_referat, om_aendring, fejl):
    assert beslutninger.fejl_i_udfaldet(udfald, om_referat=om_referat, om_aendring=om_aendring) == fejl


@pytest.mark.regel("opgave-har-ejer-og-dato")
@pytest.mark.parametrize(
    ("felter", "fejl"),
    [
        ({}, {}),
        ({"tekst": " "}, {"tekst": "Skriv, hvad der skal gøres."}),
        ({"har_ejer": False}, {"ejer": "Vælg, hvem der gør det. En opgave uden navn bliver ikke gjort."}),
        ({"frist": None}, {"frist_dato": "Skriv, hvornår det senest skal være gjort, fx 01.07.2022."}),
        (
            {"frist": date(2022, 6, 14)},
            {"frist_dato": f"Fristen ligger før den dag, opgaven blev givet, {DAG}."},
        ),
    ],
)
def test_en_opgave_siger_hvad_hvem_og_hvornaar(felter, fejl):
    hel = {"tekst": "Ringe", "har_ejer": True, "frist": date(2022, 7, 1), "givet": I_DAG}
    assert opgaver.fejl_i_opgaven(**{**hel, **felter}) == fejl


@pytest.mark.regel("opgave-goeres-en-gang")
@pytest.mark.parametrize(
    ("gjort", "er_gjort", "fejl"),
    [
        (I_DAG, False, ""),
        (date(2022, 6, 16), False, "Dagen ligger i fremtiden. Skriv den dag, opgaven blev gjort."),
        (I_DAG, True, "Opgaven er allerede gjort."),
    ],
)
def test_en_opgave_goeres_en_gang(gjort, er_gjort, fejl):
    assert opgaver.fejl_i_udfoerelsen(gjort, i_dag=I_DAG, er_gjort=er_gjort) == fejl


@pytest.mark.regel("opgave-forsinket")
@pytest.mark.parametrize(
    ("opgave", "ord_", "forsinket"),
    [
        (Lovet(1, date(2022, 6, 15)), f"Senest {DAG}", False),
        (Lovet(1, date(2022, 6, 14)), "Forsinket, skulle være gjort 14.\u00a0juni 2022", True),
        (Lovet(1, date(2022, 6, 1)), "Forsinket, skulle være gjort 1.\u00a0juni 2022", True),
        (Lovet(1, date(2022, 6, 1), I_DAG), f"Gjort {DAG}", False),
    ],
)
def test_en_opgave_er_forsinket_dagen_efter_sin_frist(opgave, ord_, forsinket):
    assert (opgaver.fristord(opgave, I_DAG), opgaver.er_forsinket(opgave, I_DAG)) == (ord_, forsinket)


@pytest.mark.regel("aabne-opgaver-foerst")
def test_de_aabne_opgaver_staar_foerst():
    alle = [
        Lovet(1, date(2022, 1, 1), date(2022, 1, 2)),
        Lovet(2, date(2022, 9, 1)),
        Lovet(3, date(2022, 1, 1), date(2022, 3, 2)),
        Lovet(4, date(2022, 5, 1)),
    ]
    assert [et.noegle for et in opgaver.i_orden(alle)] == [4, 2, 3, 1]


ANDRE = Laeser(leder=False, i_organet=False)
MEDLEM = Laeser(leder=False, i_organet=True)
SER_KLADDER = Laeser(leder=False, i_organet=False, ser_kladder=True)
LEDER = Laeser(leder=True, i_organet=False)


@pytest.mark.regel("referat-laeses")
@pytest.mark.parametrize(
    ("tilstand", "hvem"),
    [
        ("kladde", [LEDER]),
        ("kommentering", [LEDER, MEDLEM, SER_KLADDER]),
        ("godkendt", [LEDER, MEDLEM, SER_KLADDER, ANDRE]),
    ],
)
def test_hvem_laeser_referatet(tilstand, hvem):
    assert [et for et in (LEDER, MEDLEM, SER_KLADDER, ANDRE) if referat.kan_laeses(tilstand, et)] == hvem


@pytest.mark.parametrize(
    ("moede", "tilstand", "grund"),
    [
        (Moedetilstand.AFLYST, None, "Mødet er aflyst, så der er ikke noget referat."),
        (Moedetilstand.I_GANG, None, "Mødet er ikke afsluttet. Referatet kommer bagefter."),
        (Moedetilstand.AFSLUTTET, "kladde", "Referatet er under udarbejdelse. Det kan læses, når det er sendt ud."),
    ],
)
def test_hvorfor_referatet_ikke_kan_laeses(moede, tilstand, grund):
    assert referat.hvorfor_ikke_endnu(moede, tilstand) == grund


@pytest.mark.regel("referatets-vej")
@pytest.mark.parametrize(
    ("fra", "til", "grund"),
    [
        ("kladde", Referattilstand.TIL_KOMMENTERING, ""),
        ("kommentering", Referattilstand.KLADDE, ""),
        ("kommentering", Referattilstand.GODKENDT, ""),
        ("kladde", Referattilstand.GODKENDT, "Referatet er ikke sendt ud endnu."),
        ("kommentering", Referattilstand.TIL_KOMMENTERING, "Referatet er allerede sendt ud."),
        ("godkendt", Referattilstand.KLADDE, "Referatet er godkendt. Skriv en tilføjelse i stedet."),
    ],
)
def test_referatets_vej(fra, til, grund):
    assert referat.hvorfor_ikke_skifte(fra, til) == grund


@pytest.mark.regel("kommentarfrist")
@pytest.mark.parametrize(
    ("frist", "fejl"),
    [
        (I_DAG, ""),
        (None, "Skriv, hvornår kommentarerne senest skal være inde."),
        (date(2022, 6, 14), "Dagen er gået. Giv dem, der skal læse, tid til det."),
    ],
)
def test_kommentarfristen(frist, fejl):
    assert referat.fejl_i_fristen(frist, I_DAG) == fejl


@pytest.mark.regel("referat-godkendes-af-organet")
@pytest.mark.parametrize(
    ("tilstand", "i_organet", "har_godkendt", "grund"),
    [
        ("kommentering", True, False, ""),
        ("kommentering", False, False, "Referatet godkendes af dem, der sidder i organet."),
        ("kommentering", True, True, "Du har godkendt denne udgave."),
        ("kladde", True, False, "Referatet er ikke sendt ud endnu."),
        ("godkendt", True, False, "Referatet er godkendt. Skriv en tilføjelse i stedet."),
    ],
)
def test_hvem_godkender(tilstand, i_organet, har_godkendt, grund):
    assert referat.hvorfor_ikke_godkende(tilstand, i_organet=i_organet, har_godkendt=har_godkendt) == grund


@pytest.mark.parametrize(
    ("medlemmer", "godkendt", "saetning"),
    [
        (set(), set(), "Ingen i organet har login, så referatet godkendes på det næste møde."),
        ({"Anne", "Bent"}, {"Anne", "Bent"}, "Alle i organet, der har login, har godkendt denne udgave."),
        ({"Anne", "Bent"}, {"Anne"}, "1 af 2 har godkendt denne udgave. Bent mangler."),
        ({"Anne", "Bent", "Eva"}, set(), "0 af 3 har godkendt denne udgave. Anne, Bent og Eva mangler."),
    ],
)
def test_hvem_der_mangler_at_godkende(medlemmer, godkendt, saetning):
    assert referat.hvem_mangler(medlemmer, godkendt) == saetning


@pytest.mark.regel("referat-paa-naeste-dagsorden")
def test_punktet_paa_den_naeste_dagsorden_hedder_moedets_dag():
    assert referat.punkttitel(DAG) == f"Godkendelse af referat af mødet {DAG}"

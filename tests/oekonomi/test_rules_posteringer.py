"""Reading a finance system's file: columns, amounts, years, accounts, sums, and what is said about the rest."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerne import talformat
from kerne.regneark import Raekke
from oekonomi.rules import posteringsceller, posteringskolonner
from oekonomi.rules.posteringsark import NUL, TOM, Fundliste, Laeser, Opslag
from oekonomi.rules.posteringskolonner import UDELAD, Hjemsted, Kolonner

OPSLAG = Opslag(
    aarene=(2019, 2020, 2021),
    steder=frozenset({"tvaergaaende", "delaftale-3"}),
    typer=frozenset({"1"}),
    kilder=frozenset({"7"}),
    i_dag=date(2021, 6, 1),
)
KONTI = {"4100": Hjemsted("tvaergaaende", "1", "7"), "9999": Hjemsted(UDELAD)}
DAG = date(2020, 3, 1)


def laes(*raekker, arter=("dato", "konto", "tekst", "beloeb"), konti=KONTI):
    fund = Fundliste()
    laeser = Laeser(Kolonner(arter, konti), OPSLAG, fund)
    laeste = list(laeser.laes(Raekke("Finans", nr, raekke) for nr, raekke in enumerate(raekker, start=2)))
    return laeste, fund


def sagt(fundne):
    return [(hvor, besked.replace("\u00a0", " ")) for hvor, besked in fundne]


@pytest.mark.regel("beloeb-til-oeren")
@pytest.mark.parametrize(
    ("celle", "beloeb"),
    [
        ("1.936,50", "1936.50"),
        ("1936,5 kr.", "1936.5"),
        ("1.936", "1936"),
        ("12.50", "12.50"),
        ("-1.200,00", "-1200"),
        ("1.200,00-", "-1200"),
        ("−1.200", "-1200"),
        (Decimal("0.1"), "0.1"),
    ],
)
def test_et_beloeb_laeses_som_det_staar(celle, beloeb):
    assert posteringsceller.laes_beloeb(celle) == Decimal(beloeb)


@pytest.mark.regel("beloeb-til-oeren")
@pytest.mark.parametrize(
    ("celle", "besked"),
    [
        ("1.936 tkr.", "»1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000."),
        ("1,936.00", "»1,936.00« har komma mellem tusinder. Mener du 1.936,00?"),
        ("1,936", "»1,936« har tre cifre efter kommaet. Mener du 1.936? Eller afrund til øre."),
        ("12,3456", "12,3456 har mere end to decimaler. Afrund beløbet til øre i filen."),
        (Decimal("33.333333"), "33,333333 har mere end to decimaler. Afrund beløbet til øre i filen."),
        ("22,4%", "»22,4%« er en procent. Her skal stå et beløb i kroner."),
        ("mange", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ("1.2.3", "»1.2.3« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ("=1+1", "»=1+1« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        (date(2020, 1, 2), "»02-01-2020« er en dato. Her skal stå et beløb."),
        ("1000000000000", "Beløbet er for stort. Et beløb har højst 12 cifre."),
        (Decimal("1e300"), "Beløbet er for stort. Et beløb har højst 12 cifre."),
    ],
)
def test_et_beloeb_der_ikke_kan_laeses_faar_en_saetning(celle, besked):
    with pytest.raises(ValueError) as fejl:  # noqa: PT011 - the sentence is compared below
        posteringsceller.laes_beloeb(celle)

    assert str(fejl.value) == besked


@pytest.mark.regel("beloeb-til-oeren")
@given(st.integers(-99_999_999_999, 99_999_999_999).map(lambda oere: Decimal(oere) / 100))
def test_et_beloeb_som_vi_selv_skriver_det_laeses_til_det_samme(beloeb):
    assert posteringsceller.laes_beloeb(talformat.kroner(beloeb)) == beloeb


def test_en_tom_celle_er_intet_beloeb():
    assert posteringsceller.laes_beloeb(None) is None


@pytest.mark.regel("posteringskolonner-gaettes")
@pytest.mark.parametrize(
    ("overskrifter", "arter"),
    [
        (("Bogføringsdato", "Finanskonto", "Posteringstekst", "Bilagsnr.", "Beløb"),
         ("dato", "konto", "tekst", "bilag", "beloeb")),
        (("Dato", "Valørdato", "Debet", "Kredit", "Kontonavn", "Projekt", "Art", "År"),
         ("dato", "", "debet", "kredit", "kontonavn", "sted", "art", "aar")),
        (("Noget andet", ""), ("", "")),
    ],
)  # fmt: skip
def test_kolonnerne_gaettes_efter_overskrifterne(overskrifter, arter):
    assert posteringskolonner.foreslaa_arter(overskrifter) == arter


@pytest.mark.regel("posteringskolonner-siger-alt")
@pytest.mark.parametrize(
    ("arter", "saetninger"),
    [
        (("dato", "beloeb", "tekst"), []),
        (("dato", "debet", "kredit", "konto"), []),
        (
            ("", "", ""),
            [
                "Vælg kolonnen med den dato, linjen er bogført.",
                "Vælg den kolonne, beløbene står i.",
                "Vælg den kolonne, der siger, hvad pengene er brugt til.",
            ],
        ),
        (
            ("dato", "dato", "tekst", "beloeb", "debet"),
            [
                "A og B er valgt som det samme. Vælg kun én kolonne til hver ting.",
                "Vælg enten kolonnen »Beløb« eller kolonnerne »Debet« og »Kredit«, ikke begge dele.",
            ],
        ),
    ],
)
def test_det_der_mangler_at_blive_sagt_om_kolonnerne_siges(arter, saetninger):
    assert posteringskolonner.mangler(arter) == saetninger


def test_en_linje_laeses_med_sted_aar_og_beloeb():
    laeste, fund = laes((DAG, Decimal(4100), "Leje af sal", "1.200,50"))

    [linje] = laeste
    assert (linje.linje, linje.dato, linje.aar, linje.beloeb, linje.tekst) == (
        2, DAG, 2020, Decimal("1200.50"), "Leje af sal",
    )  # fmt: skip
    assert (linje.hjemsted, linje.hvor) == (KONTI["4100"], "Ark »Finans«, celle D2")
    assert fund == Fundliste()


def test_debet_er_en_udgift_og_kredit_kommer_tilbage():
    arter = ("dato", "konto", "tekst", "debet", "kredit")
    laeste, _ = laes((DAG, "4100", "Leje", "100", None), (DAG, "4100", "Retur", None, "40"), arter=arter)

    assert [et.beloeb for et in laeste] == [100, -40]


@pytest.mark.regel("postering-i-planen")
@pytest.mark.regel("postering-er-sket")
@pytest.mark.parametrize(
    ("dato", "aar", "hvor", "besked"),
    [
        ("01-03-2018", None, "A2", "2018 ligger uden for planen, der har regnskabsårene 2019–2021."),
        (DAG, "2022", "B2", "2022 ligger uden for planen, der har regnskabsårene 2019–2021."),
        (DAG, "i fjor", "B2", "»i fjor« er ikke et regnskabsår. Skriv det med fire cifre, fx 2021."),
        (DAG, "2021", "A2", "Bilaget er bogført i 2020, men regnskabsåret er 2021. Ret det, der er forkert."),
        ("02-06-2021", None, "A2",
         "2. juni 2021 er ikke kommet endnu. Ret datoen, eller slet linjen, til den er bogført."),
        ("31-02-2020", None, "A2", "»31-02-2020« er ikke en dato. Skriv den som 31-12-2021."),
        (None, None, "A2", "Cellen er tom. Skriv den dato, linjen er bogført."),
    ],
)  # fmt: skip
def test_en_linje_hoerer_til_et_aar_i_planen_og_er_sket(dato, aar, hvor, besked):
    laeste, fund = laes((dato, aar, "4100", "Leje", "100"), arter=("dato", "aar", "konto", "tekst", "beloeb"))

    assert laeste == []
    assert sagt(fund.fejl) == [(f"Ark »Finans«, celle {hvor}", besked)]


@pytest.mark.regel("ukendt-konto-foerst")
def test_en_ukendt_konto_siges_en_gang_og_foerst():
    laeste, fund = laes(
        (DAG, "4100", "Leje", "mange"), (DAG, "4200", "Løn", "100"), (DAG, "4200", "Løn", "50"), (DAG, "9999", "x", "7")
    )

    assert [et.hjemsted for et in laeste] == [None, None]
    assert sagt(fund.alle_fejl()) == [
        (
            "Ark »Finans«, celle B3",
            "»4200« er ikke placeret i budgettet. Den står i 2 rækker. Vælg herunder, hvor den hører til.",
        ),
        ("Ark »Finans«, celle D2", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
    ]


def test_konto_art_og_sted_placeres_sammen_og_et_sted_der_er_vaek_er_ukendt():
    arter = ("dato", "konto", "kontonavn", "art", "sted", "beloeb")
    konti = {"4100 · løn · parken": Hjemsted("delaftale-3"), "4200": Hjemsted("delaftale-99")}
    laeste, fund = laes(
        (DAG, "4100", "Løn til medarbejdere", "Løn", "Parken", "10"),
        (DAG, "4200", "Leje", None, None, "20"),
        arter=arter,
        konti=konti,
    )

    assert [(et.konto, et.hjemsted, et.tekst) for et in laeste] == [
        ("4100 · løn · parken", Hjemsted("delaftale-3"), "Løn til medarbejdere"),
        ("4200", None, "Leje"),
    ]
    assert [(et.navn, et.antal) for et in fund.konti.values()] == [("4200 Leje", 1)]


def test_uden_kontokolonne_placeres_hele_filen_paa_en_gang():
    _, fund = laes((DAG, "Leje", "10"), (DAG, "Mad", "20"), arter=("dato", "tekst", "beloeb"))

    assert [(et.navn, et.antal) for et in fund.konti.values()] == [("Alle linjer i filen", 2)]


@pytest.mark.regel("ens-linjer-siges")
def test_minus_er_en_kreditnota_og_ens_linjer_siges():
    laeste, fund = laes((DAG, "4100", "Leje", "100"), (DAG, "4100", "Leje", "100"), (DAG, "4100", "Retur", "-20"))

    assert [et.beloeb for et in laeste] == [100, 100, -20]
    assert sagt(fund.advarsler) == [
        (
            "Ark »Finans«, celle D3",
            "Linjen er magen til række 2. Begge læses ind. Står den der ved en fejl, så slet den ene.",
        ),
        ("Ark »Finans«, celle D4", "−20 kr. er under nul og læses ind som en kreditnota."),
    ]


def test_tom_og_nul_springes_over_hver_med_sin_saetning():
    laeste, fund = laes((DAG, "4100", "Leje", None), (DAG, "4100", "Leje", "0"))

    assert (laeste, fund.tomme) == ([], 1)
    assert fund.advarsler == [("Ark »Finans«, celle D2", TOM), ("Ark »Finans«, celle D3", NUL)]


@pytest.mark.regel("et-decimaltegn")
def test_komma_og_punktum_i_samme_fil_er_en_fejl():
    _, fund = laes((DAG, "4100", "Leje", "12,50"), (DAG, "4100", "Mad", "1.936"), (DAG, "4100", "Bus", "12.50"))

    assert sagt(fund.fejl) == [
        (
            "Ark »Finans«, celle D4",
            "»12.50« har punktum før ørerne, men celle D2 har komma. Brug komma i alle beløb, og vælg filen igen.",
        )
    ]


@pytest.mark.regel("sum-i-filen")
@pytest.mark.parametrize(
    ("summen", "fejl", "advarsler"),
    [
        ("150", [], ["Rækken er læst som en sum, der passer, og springes over."]),
        (
            "200",
            ["Rækken ligner en sum på 200 kr., men linjerne over den giver 150 kr. Ret filen, eller slet rækken."],
            [],
        ),
    ],
)
def test_en_sum_skal_passe_og_laeses_ikke_ind(summen, fejl, advarsler):
    laeste, fund = laes((DAG, "4100", "Leje", "100"), (DAG, "4100", "Mad", "50"), (None, None, "I alt", summen))

    assert len(laeste) == 2
    assert [besked for _, besked in sagt(fund.fejl)] == fejl
    assert [besked for _, besked in sagt(fund.advarsler)] == advarsler


def test_et_cpr_nummer_stopper_filen():
    _, fund = laes((DAG, "4100", "Til 010190-1234", "100"))

    assert fund.fejl == [
        ("Ark »Finans«, celle C2", "Cellen ligner et cpr-nummer. Fjern det fra filen, og vælg filen igen.")
    ]


CPR = Decimal(1101901234)


@pytest.mark.parametrize("kolonne", [2, 4, 5], ids=["tekst", "bilag", "kontonavn"])
def test_et_cpr_nummer_som_excel_har_gjort_til_et_tal_stopper_filen(kolonne):
    """Review: the same ten digits were refused as text and read as a number."""
    raekke = [DAG, "4100", "Leje", "100", "B1", "Lokaler"]
    raekke[kolonne] = CPR

    _, fund = laes(tuple(raekke), arter=("dato", "konto", "tekst", "beloeb", "bilag", "kontonavn"))

    assert [besked for _, besked in fund.fejl] == [
        "Cellen ligner et cpr-nummer. Fjern det fra filen, og vælg filen igen."
    ]


def test_et_stort_beloeb_og_et_langt_kontonummer_er_ikke_et_cpr_nummer():
    laeste, fund = laes((DAG, CPR, "Leje", CPR, CPR), arter=("dato", "konto", "tekst", "beloeb", ""))

    assert ([et.beloeb for et in laeste], fund.fejl) == ([CPR], [])


@given(
    st.lists(
        st.one_of(st.none(), st.text(max_size=12), st.dates(), st.decimals(allow_nan=False, allow_infinity=False)),
        max_size=6,
    )
)
def test_ingen_raekke_vaelter_laeseren(celler):
    paene = tuple(None if et == "" else et for et in celler)
    laes(paene, (DAG, "4100", "Leje", "100"))

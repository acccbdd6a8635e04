"""Spending against the budget: tables of cases, and properties that hold for any budget."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aftaler.rules.budget import Giver, Post, tabel
from oekonomi.rules import maaneder
from oekonomi.rules.budgetaendringer import Flytning, budgetaendringens_godkender, mangler_ved_flytning, revideret
from oekonomi.rules.opfoelgning import Postering, aarslinje, bogfoert_til, linjer, prognose, rest

START, SLUT = date(2019, 5, 1), date(2023, 4, 30)
PERIODE = (START, SLUT)
A, B, TVAER = "5.1 Tryghed og trivsel", "5.3 Uddannelse og beskæftigelse", "Tværgående"
STEDER = [A, B, TVAER]
AARENE = (2019, 2020, 2021, 2022, 2023)


def post(sted, beloeb, aar=2020):
    return Post(sted, Decimal(beloeb), aar)


def bogfoert(sted, beloeb, aar=2020, maaned=6):
    return Postering(post(sted, beloeb, aar), date(aar, maaned, 15))


def disponeret(sted, beloeb, aar=2020):
    return Postering(post(sted, beloeb, aar), None)


@pytest.mark.parametrize(
    ("dag", "gaaet"),
    [
        (date(2019, 4, 30), 0),
        (date(2019, 5, 30), 0),
        (date(2019, 5, 31), 1),
        (date(2020, 2, 28), 9),
        (date(2020, 2, 29), 10),
        (date(2023, 4, 30), 48),
        (date(2030, 1, 1), 48),
    ],
)
def test_en_maaned_er_gaaet_paa_sin_sidste_dag(dag, gaaet):
    assert maaneder.gaaede(START, SLUT, dag) == gaaet


@pytest.mark.parametrize(("aar", "antal"), [(2018, 0), (2019, 8), (2020, 12), (2023, 4), (2024, 0)])
def test_et_aar_har_de_maaneder_planen_roerer(aar, antal):
    assert maaneder.i_aaret(aar, START, SLUT) == antal


@pytest.mark.regel("rest-i-budgettet")
@pytest.mark.parametrize(
    ("budget", "brugt", "bundet", "venter"),
    [
        (Decimal(100), Decimal(40), None, Decimal(60)),
        (Decimal(100), Decimal(40), Decimal(10), Decimal(50)),
        (Decimal(100), Decimal(140), None, Decimal(-40)),
        (None, Decimal(40), None, None),
        (Decimal(100), None, Decimal(10), None),
    ],
)
def test_resten_er_ukendt_naar_et_tal_mangler(budget, brugt, bundet, venter):
    assert rest(budget, brugt, bundet) == venter


@pytest.mark.regel("prognose")
@pytest.mark.parametrize(
    ("brugt", "gaaede", "alle", "venter"),
    [
        (None, 6, 12, None),
        (Decimal(50_000), 2, 12, None),
        (Decimal(60_000), 3, 12, Decimal(240_000)),
        (Decimal(100), 7, 12, Decimal("171.43")),
        (Decimal(100), 12, 12, Decimal(100)),
        (Decimal(0), 6, 12, Decimal(0)),
    ],
)
def test_prognosen_kraever_tre_maaneder_og_er_jaevn(brugt, gaaede, alle, venter):
    assert prognose(brugt, gaaede, alle) == venter


@pytest.mark.regel("prognosens-grundlag")
def test_prognosen_regner_til_og_med_den_sidst_bogfoerte_maaned():
    posteringer = [bogfoert(A, 100, maaned=3), bogfoert(A, 100, maaned=2)]

    assert bogfoert_til(posteringer, date(2020, 10, 20)) == date(2020, 3, 31)
    assert bogfoert_til(posteringer, date(2020, 3, 20)) == date(2020, 3, 20)
    assert bogfoert_til([disponeret(A, 100)], date(2020, 10, 20)) == date(2020, 10, 20)
    assert bogfoert_til([bogfoert(A, 1, maaned=12)], date(2022, 1, 1)) == date(2020, 12, 31)


@pytest.mark.regel("foer-nu-i-alt")
def test_et_sted_viser_foer_i_aar_og_i_alt():
    budget = [post(A, 1000), post(B, 500)]
    posteringer = [bogfoert(A, 100, 2019), bogfoert(A, 200, 2020), bogfoert(A, 400, 2021), disponeret(A, 50, 2020)]

    (a, b), i_alt = linjer(STEDER, budget, budget, posteringer, 2020)

    assert (a.foer, a.aaret, a.brugt, a.disponeret, a.rest) == (100, 200, 300, 50, 650)
    assert (b.foer, b.brugt, b.disponeret, b.rest) == (0, 0, None, 500)
    assert (i_alt.budget, i_alt.brugt, i_alt.rest) == (1500, 300, 1150)


def test_et_aar_uden_posteringer_er_ikke_oplyst():
    (a,), i_alt = linjer(STEDER, [post(A, 1000)], [post(A, 1000)], [bogfoert(A, 100, 2019)], 2021)

    assert (a.foer, a.aaret, a.brugt, i_alt.aaret) == (100, None, 100, None)


def test_uden_en_eneste_postering_er_forbruget_ukendt_og_ikke_nul():
    (a,), i_alt = linjer(STEDER, [post(A, 1000)], [post(A, 1000)], [], 2020)

    assert (a.brugt, a.rest, i_alt.brugt, i_alt.rest) == (None, None, None, None)


def test_et_sted_uden_budget_staar_for_sig():
    (a, ny), _ = linjer([A], [post(A, 10)], [post(A, 10)], [bogfoert("5.9 Nyt", 5)], 2020)

    assert (a.navn, ny.navn) == (A, "5.9 Nyt")
    assert (ny.budget, ny.brugt, ny.rest) == (None, 5, None)


@pytest.mark.regel("uforbrugt")
def test_kun_et_afsluttet_aar_har_noget_uforbrugt():
    budget = [post(A, 1000, 2020)]
    posteringer = [bogfoert(A, 835, 2020)]

    slut = aarslinje(2020, budget, budget, posteringer, periode=PERIODE, dag=date(2021, 3, 1))
    i_gang = aarslinje(2020, budget, budget, posteringer, periode=PERIODE, dag=date(2020, 12, 31))

    assert (slut.er_slut, slut.uforbrugt, slut.prognose) == (True, 165, 835)
    assert (i_gang.er_slut, i_gang.uforbrugt) == (False, None)


def test_et_overskredet_aar_har_intet_uforbrugt():
    budget = [post(A, 100, 2020)]

    linje = aarslinje(2020, budget, budget, [bogfoert(A, 130, 2020)], periode=PERIODE, dag=date(2021, 3, 1))

    assert (linje.er_overskredet, linje.uforbrugt) == (True, None)


def test_aarets_prognose_foelger_de_bogfoerte_maaneder():
    budget = [post(A, 1200, 2020)]
    posteringer = [bogfoert(A, 100, 2020, maaned) for maaned in (1, 2, 3, 4)]

    linje = aarslinje(2020, budget, budget, posteringer, periode=PERIODE, dag=date(2020, 9, 9))

    assert linje.prognose == 1200


@pytest.mark.regel("budgetaendring-godkendes")
@pytest.mark.parametrize(
    ("fra", "til", "godkender"),
    [(A, A, "Bestyrelsen"), (A, B, "Landsbyggefonden"), (A, TVAER, "Landsbyggefonden"), (TVAER, TVAER, "Bestyrelsen")],
)
def test_hvem_der_godkender_en_budgetaendring(fra, til, godkender):
    assert budgetaendringens_godkender(fra, til) == godkender


@pytest.mark.regel("budgetaendring-daekkes")
@pytest.mark.parametrize(
    ("flytning", "fejl"),
    [
        (Flytning(A, A, Decimal(100), 2020, 2021), {}),
        (Flytning(A, B, Decimal(1000), 2020, 2020), {}),
        (
            Flytning(A, B, Decimal(1001), 2020, 2020),
            {"beloeb": f"{A} har 1.000\u00a0kr. i 2020. Der kan ikke flyttes mere."},
        ),
        (Flytning(B, A, Decimal(1)), {"beloeb": f"{B} har 0\u00a0kr. Der kan ikke flyttes mere."}),
        (
            Flytning(A, A, Decimal(1), 2020, 2020),
            {"til_sted": "Fra og til er det samme. Vælg et andet sted eller et andet år."},
        ),
    ],
)
def test_der_kan_hoejst_flyttes_det_der_er(flytning, fejl):
    assert mangler_ved_flytning(flytning, [post(A, 1000, 2020)], []) == fejl


# --- properties: any budget, any ledger ---------------------------------------------------------------------------

kroner_og_oere = st.decimals(min_value=1, max_value=9_999_999, places=2)
sted = st.sampled_from(STEDER)
aar = st.sampled_from(AARENE)
giver = st.sampled_from([None, Giver("Landsbyggefonden", er_lokal=False), Giver("Kommunen", er_lokal=True)])
type_ = st.sampled_from([None, "Løn", "Aktiviteter"])
poster = st.lists(st.builds(Post, sted, kroner_og_oere, aar, giver, type_), max_size=25)
flytninger = st.lists(st.builds(Flytning, sted, sted, kroner_og_oere, aar, aar), max_size=6)
posteringer_ = st.lists(
    st.builds(Postering, st.builds(Post, sted, kroner_og_oere, aar, giver, type_), st.just(date(2023, 1, 1))),
    max_size=25,
)


def sum_af(led):
    return sum((et for et in led if et is not None), Decimal(0))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(poster, flytninger)
@pytest.mark.regel("revideret-budget")
def test_flytninger_aendrer_aldrig_budgettets_sum(budget, flyttet):
    nye = revideret(budget, flyttet)

    assert sum_af(et.beloeb for et in nye) == sum_af(et.beloeb for et in budget)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(poster, flytninger, posteringer_, aar)
def test_stederne_giver_planen_til_oeren_paa_hver_kolonne(budget, flyttet, ledger, aaret):
    stederne, i_alt = linjer(STEDER, budget, revideret(budget, flyttet), ledger, aaret)

    for kolonne in ("budget", "revideret", "foer", "aaret", "brugt", "disponeret"):
        assert sum_af(getattr(et, kolonne) for et in stederne) == (getattr(i_alt, kolonne) or 0)
    assert (i_alt.foer or 0) + (i_alt.aaret or 0) == (i_alt.brugt or 0)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(poster, flytninger, posteringer_)
def test_aarene_giver_perioden_til_oeren(budget, flyttet, ledger):
    nye, dag = revideret(budget, flyttet), date(2024, 1, 1)

    aarene = [aarslinje(et, budget, nye, ledger, periode=PERIODE, dag=dag) for et in AARENE]
    perioden = aarslinje(None, budget, nye, ledger, periode=PERIODE, dag=dag)

    for kolonne in ("budget", "revideret", "brugt"):
        assert sum_af(getattr(et, kolonne) for et in aarene) == (getattr(perioden, kolonne) or 0)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(posteringer_)
def test_forbruget_giver_det_samme_paa_alle_akser(ledger):
    poster_ = [et.post for et in ledger]
    i_alt = sum_af(et.beloeb for et in poster_)

    resultat = tabel(poster_, AARENE, STEDER)

    assert resultat.total.i_alt == i_alt
    assert sum_af(et.linje.i_alt for et in resultat.grupper) == i_alt
    assert sum_af(resultat.total.celler) == i_alt
    assert sum_af(giveren.i_alt for et in resultat.grupper for giveren in et.givere) == i_alt
    assert not resultat.typer or sum_af(et.i_alt for et in resultat.typer) == i_alt

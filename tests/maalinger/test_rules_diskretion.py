"""Small numbers: what is hidden, and that nothing hidden can be worked out from what is shown."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.laesning import Enhed
from maalinger.models import Diskretionsgraense
from maalinger.reports.diskretion import graense
from maalinger.rules.diskretion import Bag, Skjult, Sum, bag, er_lille, skjulte

GRAENSE = 5


@pytest.mark.regel("smaa-tal-skjules")
@pytest.mark.parametrize(
    ("antal", "ud_af", "skjult"),
    [
        (0, None, False),
        (1, None, True),
        (4, None, True),
        (5, None, False),
        (0, 40, False),
        (4, 40, True),
        (5, 40, False),
        (35, 40, False),
        (36, 40, True),
        (40, 40, False),
        (0, 4, True),
        (4, 4, True),
        (2, 4, True),
        (5, 5, False),
        (None, 4, True),
        (None, 5, False),
        (None, None, False),
    ],
)
def test_antal_resten_og_naevner_skal_naa_graensen(antal, ud_af, skjult):
    assert er_lille(_bag(antal, ud_af), GRAENSE) is skjult


@pytest.mark.regel("andel-er-ogsaa-et-antal")
@pytest.mark.parametrize(
    ("vaerdi", "enhed", "taeller", "naevner", "ventet"),
    [
        ("10", Enhed.PROCENT, None, "40", Bag(Fraction(4), Fraction(40))),
        ("28", Enhed.PROMILLE, None, "500", Bag(Fraction(14), Fraction(500))),
        ("10", Enhed.PROCENT, "5", "48", Bag(Fraction(5), Fraction(48))),
        ("7", Enhed.ANTAL, None, None, Bag(Fraction(7))),
        ("22.4", Enhed.PROCENT, None, None, Bag()),
        ("210000", Enhed.KRONER, None, "3", Bag(Fraction(3), Fraction(3))),
        ("5.8", Enhed.KARAKTER, None, None, Bag()),
    ],
)
def test_en_procent_tolkes_som_det_antal_den_svarer_til(vaerdi, enhed, taeller, naevner, ventet):
    som = {navn: Decimal(et) if et else None for navn, et in {"taeller": taeller, "naevner": naevner}.items()}
    assert bag(Decimal(vaerdi), enhed=enhed, **som) == ventet


@pytest.mark.regel("skjult-kan-ikke-traekkes-fra")
@pytest.mark.parametrize(
    ("dele", "total", "ventet"),
    [
        pytest.param([20, 30, 50], 100, "", id="ingen er små"),
        pytest.param([3, 30, 50], 83, "ab", id="den næste mindste skjules også"),
        pytest.param([3, 0, 50], 53, "ac", id="nul skjuler intet"),
        pytest.param([3, 4, 50], 57, "ab", id="to små dækker hinanden"),
        pytest.param([1, 1, 50], 52, "abc", id="to der tilsammen er få"),
        pytest.param([3, 0, 0], 3, "aT", id="totalen er selv lille"),
        pytest.param([1, 1, 1, 1, 1], 5, "abcdeT", id="en til hver"),
        pytest.param([3, 30], 100, "a", id="en rest, ingen kender"),
        pytest.param([20, 30], 52, "a", id="resten er selv lille"),
        pytest.param([20, 30], 40, "", id="tal, der ikke passer sammen"),
        pytest.param([2, 0], 2, "aT", id="kun nul er tilbage"),
        pytest.param([3, None, 30], 50, "a", id="en del, læseren ikke har"),
    ],
)
def test_ingen_del_kan_traekkes_ud_af_summen(dele, total, ventet):
    navne = "abcdefg"[: len(dele)]
    tal = {navn: _bag(et) for navn, et in zip(navne, dele, strict=True) if et is not None} | {"T": _bag(total)}

    assert skjulte(tal, [Sum("T", tuple(navne))], graense=GRAENSE) == set(ventet)


def test_kilden_har_skjult_en_del_og_summen_maa_ikke_afsloere_den():
    tal = {"a": Bag(skjult=True), "b": _bag(12), "c": _bag(30), "T": _bag(45)}
    assert skjulte(tal, [Sum("T", ("a", "b", "c"))], graense=GRAENSE) == {"a", "b"}


def test_en_andels_naevner_og_rest_kan_heller_ikke_traekkes_ud():
    tal = {"a": _bag(6, 8), "b": _bag(40, 400), "c": _bag(30, 90), "T": _bag(76, 498)}
    assert skjulte(tal, [Sum("T", ("a", "b", "c"))], graense=GRAENSE) == {"a", "c"}


def test_et_skjult_gennemsnit_kan_ikke_vejes_ud_af_planens():
    tal = {navn: bag(Decimal(200_000), enhed=Enhed.KRONER, naevner=Decimal(et)) for navn, et in FOLK.items()}
    assert skjulte(tal, [Sum("T", ("a", "b", "c"))], graense=GRAENSE) == {"a", "b"}


FOLK = {"a": 3, "b": 40, "c": 90, "T": 133}


def test_svarene_paa_et_spoergsmaal_er_dele_af_dem_der_svarede():
    tal = {"ja": _bag(30, 50), "nej": _bag(17, 50), "ved ikke": _bag(3, 50), "svarede": _bag(50)}
    assert skjulte(tal, [Sum("svarede", ("ja", "nej", "ved ikke"))], graense=GRAENSE) == {"ved ikke", "nej"}


def test_skjult_er_hverken_nul_eller_tomt_og_grunden_roeber_ikke_hvilket():
    assert str(Skjult(5)) == "Skjult"
    assert Skjult(5).grund == "Færre end 5 personer står bag tallet eller bag et tal, der kan regnes ud af det."
    assert Skjult(None).grund == "Kilden viser ikke tallet, fordi få personer står bag det."
    assert Skjult(5) != 0


@given(st.lists(st.integers(0, 9), min_size=1, max_size=3), st.integers(0, 6), st.integers(2, 5))
def test_ingen_kan_gaette_et_skjult_tal_ved_at_proeve_alle_hele_tal(dele, rest, graensen):
    """A reader who knows that nobody hides a zero, and tries every whole number, is left with more than one answer."""
    tal = {nr: _bag(et) for nr, et in enumerate(dele)} | {"T": _bag(sum(dele) + rest)}
    skjult = skjulte(tal, [Sum("T", tuple(range(len(dele))))], graense=graensen)
    if "T" in skjult:
        return  # without the total there is nothing to subtract from

    ukendte = sorted(skjult)
    tilbage = sum(dele) + rest - sum(et for nr, et in enumerate(dele) if nr not in skjult)
    mulige = [
        forslag
        for forslag in product(range(1, tilbage + 1), repeat=len(ukendte))
        if (sum(forslag) <= tilbage if rest else sum(forslag) == tilbage)
    ]
    for plads in range(len(ukendte)):
        assert len({forslag[plads] for forslag in mulige}) > 1


CELLE = st.one_of(st.integers(0, 7), st.integers(0, 60))


@given(st.data(), st.integers(2, 4), st.integers(2, 4))
def test_ingen_kan_loese_ligningerne_i_en_tabel_paa_to_leder(data, raekker, kolonner):
    """Areas by answers with row, column and grand totals: no hidden figure is in the span of the shown sums."""
    celler = {(r, k): data.draw(CELLE) for r, k in product(range(raekker), range(kolonner))}
    tal = dict(celler)
    summer = []
    for r in range(raekker):
        tal[r, "i alt"] = sum(celler[r, k] for k in range(kolonner))
        summer.append(Sum((r, "i alt"), tuple((r, k) for k in range(kolonner))))
    for k in [*range(kolonner), "i alt"]:
        tal["i alt", k] = sum(tal[r, k] for r in range(raekker))
        summer.append(Sum(("i alt", k), tuple((r, k) for r in range(raekker))))
    summer.append(Sum(("i alt", "i alt"), tuple(("i alt", k) for k in range(kolonner))))

    skjult = skjulte({navn: _bag(et) for navn, et in tal.items()}, summer, graense=GRAENSE)

    assert {navn for navn, et in tal.items() if 0 < et < GRAENSE} <= skjult
    ukendte = sorted(skjult, key=str)
    system = [[int(navn in led.dele) - int(navn == led.total) for navn in ukendte] for led in summer]
    rang = _rang(system)
    for nr in range(len(ukendte)):
        assert _rang([*system, [int(nr == kolonne) for kolonne in range(len(ukendte))]]) == rang + 1


@pytest.mark.django_db
def test_graensen_er_den_der_gaelder_den_dag(django_assert_num_queries):
    Diskretionsgraense.objects.all().delete()
    Diskretionsgraense.objects.create(gaelder_fra=date(2020, 1, 1), mindste_antal=3)
    Diskretionsgraense.objects.create(gaelder_fra=date(2024, 1, 1), mindste_antal=10)

    with django_assert_num_queries(3):
        assert [graense(date(aar, 6, 1)) for aar in (2019, 2020, 2024)] == [5, 3, 10]


def _bag(antal: int | None, ud_af: int | None = None) -> Bag:
    return Bag(Fraction(antal) if antal is not None else None, Fraction(ud_af) if ud_af is not None else None)


def _rang(system: list[list[int]], primtal: int = 1_000_003) -> int:
    """Rank by another road than the rule's: elimination over a prime field."""
    rest, rang = [list(raekke) for raekke in system], 0
    for kolonne in range(len(rest[0]) if rest else 0):
        nr = next((nr for nr in range(rang, len(rest)) if rest[nr][kolonne] % primtal), None)
        if nr is None:
            continue
        rest[rang], rest[nr] = rest[nr], rest[rang]
        omvendt = pow(rest[rang][kolonne], -1, primtal)
        for andet in range(rang + 1, len(rest)):
            gange = rest[andet][kolonne] * omvendt
            rest[andet] = [(et - gange * led) % primtal for et, led in zip(rest[andet], rest[rang], strict=True)]
        rang += 1
    return rang

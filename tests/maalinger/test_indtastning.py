"""What a typed figure must live up to: tables of cases, no database."""

from datetime import date
from decimal import Decimal

import pytest

from aftaler.laesning import Enhed, Form, Laesning, Punkt
from maalinger.rules.indtastning import fejl_i_broeken, fejl_i_perioden, fejl_i_tallet, planens_aar

I_DAG = date(2022, 6, 2)


def almindelig(beskeder):
    return [et.replace("\u00a0", " ") for et in beskeder]


@pytest.mark.regel("andel-hoejst-100")
@pytest.mark.parametrize(
    ("tal", "enhed", "besked"),
    [
        ("224", Enhed.PROCENT, "224 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?"),
        ("2240", Enhed.PROCENT, "2.240 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?"),
        ("1936", Enhed.PROMILLE, "1.936 promille kan ikke passe. En andel er højst 1.000 promille. Mener du 193,6?"),
        ("-1", Enhed.PROCENT, "−1 kan ikke passe. Tallet kan ikke være mindre end nul."),
        ("-4", Enhed.ANTAL, "−4 kan ikke passe. Tallet kan ikke være mindre end nul."),
        ("13", Enhed.KARAKTER, "13 kan ikke passe. En karakter går fra −3 til 12."),
        ("1.2345", Enhed.PROCENT, "Skriv tallet med højst tre decimaler."),
        ("100000000000", Enhed.KRONER, "Tallet er for stort til at passe. Se, om der er et nul for meget."),
    ],
)
def test_tal_der_ikke_kan_passe(tal, enhed, besked):
    assert almindelig(fejl_i_tallet(Decimal(tal), enhed)) == [besked]


@pytest.mark.regel("andel-hoejst-100")
@pytest.mark.parametrize(
    ("tal", "enhed"),
    [
        ("0", Enhed.PROCENT),
        ("100", Enhed.PROCENT),
        ("1000", Enhed.PROMILLE),
        ("224", Enhed.ANTAL),
        ("-3", Enhed.KARAKTER),
        ("-500", Enhed.KRONER),
        ("224", None),
    ],
)
def test_tal_der_kan_passe(tal, enhed):
    assert fejl_i_tallet(Decimal(tal), enhed) == []


@pytest.mark.regel("broek-og-tal-stemmer")
@pytest.mark.parametrize(
    ("taeller", "naevner", "vaerdi", "beskeder"),
    [
        (None, None, "22.4", []),
        ("82", "104", None, []),
        ("82", "104", "78.8", []),
        ("82", "104", "79", []),
        ("82", "104", "87.8", ["82 af 104 er 78,8 %, ikke 87,8 %. Ret det ene."]),
        ("105", "104", None, ["105 af 104 kan ikke passe. Antallet skal være mellem nul og 104."]),
        ("82", None, None, ["Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul."]),
        (None, "104", None, ["Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul."]),
        ("0", "0", None, ["Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul."]),
    ],
)
def test_antal_og_ud_af(taeller, naevner, vaerdi, beskeder):
    tal = [Decimal(et) if et is not None else None for et in (taeller, naevner, vaerdi)]

    assert almindelig(fejl_i_broeken(*tal, Enhed.PROCENT)) == beskeder


@pytest.mark.regel("maaling-i-planens-tid")
@pytest.mark.parametrize(
    ("fra", "til", "beskeder"),
    [
        (date(2021, 1, 1), date(2021, 12, 31), []),
        (date(2013, 1, 1), date(2017, 12, 31), []),
        (date(2022, 6, 2), date(2022, 6, 2), []),
        (date(2021, 5, 1), date(2021, 4, 30), ["Perioden kan ikke slutte, før den begynder."]),
        (
            date(2012, 1, 1),
            date(2012, 12, 31),
            ["2012 ligger før planens tid. Her kan skrives tal for 2013–2023."],
        ),
        (
            date(2024, 1, 1),
            date(2024, 12, 31),
            ["2024 ligger efter planens tid. Her kan skrives tal for 2013–2023."],
        ),
        (date(2023, 1, 1), date(2023, 12, 31), ["2023 ligger i fremtiden. Skriv tallet, når det er målt."]),
        (
            date(2022, 1, 1),
            date(2022, 12, 31),
            ["2022 er ikke omme. Skriv de datoer, tallet dækker, eller vent, til perioden er slut."],
        ),
    ],
)
def test_perioden(fra, til, beskeder):
    assert fejl_i_perioden(fra, til, aar=(2013, 2023), dato=I_DAG) == beskeder


@pytest.mark.parametrize(
    ("laesning", "aar"),
    [
        (Laesning(Form.ANTAL), (2019, 2023)),
        (Laesning(Form.NIVEAU, baseline=Punkt(fra=2013, til=2017), maal=Punkt(fra=2022, til=2022)), (2013, 2023)),
        (Laesning(Form.NIVEAU, baseline=Punkt(til=2018), maal=Punkt(til=2025)), (2018, 2025)),
    ],
)
def test_planens_aar_gaar_fra_udgangspunkt_til_maal(laesning, aar):
    assert planens_aar(laesning, start=date(2019, 5, 1), slut=date(2023, 4, 30)) == aar

"""When a meeting can be held, its code, the body's rhythm, and the days of a row."""

from datetime import date, datetime

import pytest

from moeder.rules import moeder as regler
from moeder.rules.moeder import Tid

NU = datetime(2027, 6, 1, 12, 0)  # noqa: DTZ001 - the rules are told local times


def tid(fra: str, til: str, dag: int = 15) -> Tid:
    return Tid(*(datetime.fromisoformat(f"2027-06-{dag:02} {et}") for et in (fra, til)))


@pytest.mark.regel("moede-tid")
@pytest.mark.parametrize(
    ("tiden", "andre", "fejl"),
    [
        (tid("13:00", "15:00"), [], {}),
        (
            tid("13:00", "13:00"),
            [],
            {"til_kl": "Mødet begynder kl.\u00a013.00. Skriv et klokkeslæt, der ligger efter."},
        ),
        (
            tid("13:00", "12:00"),
            [],
            {"til_kl": "Mødet begynder kl.\u00a013.00. Skriv et klokkeslæt, der ligger efter."},
        ),
        (
            tid("11:00", "13:00", dag=1),
            [],
            {"dato": "Mødet ligger før nu. Vælg en dag og et klokkeslæt, der kommer."},
        ),
        (tid("13:00", "15:00"), [tid("15:00", "16:00"), tid("12:00", "13:00")], {}),
        (
            tid("13:00", "15:00"),
            [tid("14:30", "16:00")],
            {
                "fra_kl": "Bestyrelsen har allerede møde 15.\u00a0juni 2027 kl. 14.30–16.00. "
                "Vælg en anden tid, eller ret det møde."
            },
        ),
    ],
)
def test_tiden(tiden, andre, fejl):
    assert regler.fejl_i_tiden(tiden, nu=NU, organ="Bestyrelsen", andre=andre) == fejl


@pytest.mark.regel("moede-sted")
@pytest.mark.parametrize(
    ("sted", "link", "fejl"),
    [
        ("Fælleshuset", "", ""),
        ("", "https://video.eksempel.dk", ""),
        ("Fælleshuset", "https://video.eksempel.dk", ""),
        ("  ", "", "Skriv, hvor mødet holdes, eller sæt et videolink."),
    ],
)
def test_stedet(sted, link, fejl):
    assert regler.fejl_i_stedet(sted, link) == fejl


@pytest.mark.regel("moede-kode")
@pytest.mark.parametrize(
    ("organ", "optagne", "kode"),
    [
        ("Bestyrelsen", set(), "bestyrelsen-2021-03-11"),
        ("Faglig følgegruppe, Ålborg", set(), "faglig-foelgegruppe-aalborg-2021-03-11"),
        ("Bestyrelsen", {"bestyrelsen-2021-03-11"}, "bestyrelsen-2021-03-11-2"),
        ("Bestyrelsen", {"bestyrelsen-2021-03-11", "bestyrelsen-2021-03-11-2"}, "bestyrelsen-2021-03-11-3"),
        ("!!!", set(), "moede-2021-03-11"),
        ("x" * 100, set(), "x" * 60 + "-2021-03-11"),
    ],
)
def test_koden(organ, optagne, kode):
    assert regler.moedekode(organ, date(2021, 3, 11), optagne) == kode


@pytest.mark.regel("moederytme")
@pytest.mark.parametrize(
    ("mindst", "holdte", "kommende", "saetning"),
    [
        (None, 0, 0, ""),
        (2, 1, 1, ""),
        (2, 2, 0, ""),
        (2, 1, 0, "Kommissoriet siger 2 møder om året. I 2026 har der været 1 møde, og der er ikke sat flere."),
        (2, 0, 0, "Kommissoriet siger 2 møder om året. I 2026 har der ikke været noget, og der er ikke sat et."),
        (4, 1, 2, "Kommissoriet siger 4 møder om året. I 2026 har der været 1 møde, og 2 møder er sat."),
    ],
)
def test_rytmen(mindst, holdte, kommende, saetning):
    assert regler.rytmen_mangler(mindst=mindst, aar=2026, holdte=holdte, kommende=kommende) == saetning


@pytest.mark.regel("moederaekke")
@pytest.mark.parametrize(
    ("fra", "maaneder", "til", "dage"),
    [
        (date(2027, 1, 12), 6, date(2028, 1, 31), [date(2027, 7, 13), date(2028, 1, 11)]),  # second Tuesday
        (date(2027, 1, 29), 1, date(2027, 2, 28), [date(2027, 2, 26)]),  # a fifth Friday that is not there
        (date(2027, 11, 1), 2, date(2028, 1, 31), [date(2028, 1, 3)]),  # over New Year
        (date(2027, 1, 12), 6, date(2027, 1, 12), []),
    ],
)
def test_raekken(fra, maaneder, til, dage):
    assert regler.naeste_dage(fra, maaneder_imellem=maaneder, til=til) == dage


@pytest.mark.regel("person-to-steder")
@pytest.mark.parametrize(
    ("navne", "saetning"),
    [
        ([], ""),
        (["Inger"], "Inger skal også til møde i Byrådet i dag. Flyt det ene møde, eller aftal en stedfortræder."),
        (
            ["Inger", "Bent"],
            "Bent og Inger skal også til møde i Byrådet i dag. Flyt det ene møde, eller aftal en stedfortræder.",
        ),
    ],
)
def test_den_der_skal_to_steder_hen(navne, saetning):
    assert regler.to_steder(navne, "Byrådet", "i dag") == saetning

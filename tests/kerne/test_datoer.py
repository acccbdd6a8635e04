"""Dates and windows as Danes write them."""

from datetime import date, datetime, time

import pytest

from kerne import datoer
from kerne.talformat import FAST_MELLEMRUM as NB

NYTAAR, JUNI, NOVEMBER = date(2021, 1, 1), date(2022, 6, 15), date(2021, 11, 24)


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (datoer.dato(JUNI), f"15.{NB}juni 2022"),
        (datoer.dato(JUNI, uden_aar=2022), f"15.{NB}juni"),
        (datoer.dato(JUNI, uden_aar=2023), f"15.{NB}juni 2022"),
        (datoer.dato_kort(NOVEMBER), f"24.{NB}nov. 2021"),
        (datoer.dato_kort(JUNI), f"15.{NB}juni 2022"),
        (datoer.periode(date(2019, 5, 1), date(2023, 4, 30)), f"1.{NB}maj 2019{NB}– 30.{NB}april 2023"),
        (datoer.periode(date(2022, 1, 1), date(2022, 3, 31)), f"1.{NB}januar{NB}– 31.{NB}marts 2022"),
        (datoer.periode(JUNI, None), f"fra 15.{NB}juni 2022"),
        (datoer.periode(None, JUNI), f"til 15.{NB}juni 2022"),
        (datoer.periode(None, None), ""),
        (datoer.aarsvindue(2013, 2017), "2013–2017"),
        (datoer.aarsvindue(2022, 2022), "2022"),
        (datoer.aarsvindue(2020, None), "fra 2020"),
        (datoer.aarsvindue(None, 2022), "til 2022"),
        (datoer.aarsvindue(None, None), ""),
        (datoer.aarsliste((2020, 2021)), "2020–2021"),
        (datoer.aarsliste((2020, 2022)), "2020 og 2022"),
        (datoer.aarsliste((2018, 2020, 2022)), "2018, 2020 og 2022"),
        (datoer.aarsliste((2020,)), "2020"),
        (datoer.aarsliste(()), ""),
        (datoer.klokkeslaet(time(13, 5)), f"kl.{NB}13.05"),
        (datoer.tidsrum(time(13), time(15)), "13.00–15.00"),
        (datoer.tidspunkt(datetime(2022, 6, 15, 13)), f"15.{NB}juni 2022 kl.{NB}13.00"),  # noqa: DTZ001 a local moment
    ],
)
def test_skrives(tekst, ventet):
    assert tekst == ventet


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        (NYTAAR, date(2021, 12, 31), "2021"),
        (date(2020, 1, 1), date(2021, 12, 31), "2020–2021"),
        (date(2022, 3, 31), date(2022, 3, 31), f"pr.{NB}31.{NB}marts 2022"),
        (date(2018, 8, 1), date(2019, 7, 31), f"1.{NB}august 2018{NB}– 31.{NB}juli 2019"),
        (NYTAAR, NYTAAR, f"pr.{NB}1.{NB}januar 2021"),
    ],
)
def test_maaleperiode(fra, til, ventet):
    assert datoer.maaleperiode(fra, til) == ventet

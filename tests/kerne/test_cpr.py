"""What looks like a CPR number, and what only looks like a long number."""

import pytest

from kerne.cpr import ligner_cpr


@pytest.mark.parametrize(
    "tekst",
    [
        "010203-1234",
        "0102031234",
        "010203 1234",
        "010203–1234",
        "Anne (010203-1234) bor her",
        "290200-1111",
        "290201-1111",
    ],
)
def test_det_ligner(tekst):
    assert ligner_cpr(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "12345678",
        "320203-1234",
        "011303-1234",
        "8.900.000 kr.",
        "2013-2017",
        "20190501-1234",
        "70203040",
        "01020312345",
    ],
)
def test_det_ligner_ikke(tekst):
    assert not ligner_cpr(tekst)

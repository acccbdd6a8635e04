"""The brake on guessing, as figures."""

import pytest

from brugere import rules


@pytest.mark.regel("login-bremse")
@pytest.mark.parametrize(
    ("mod_email", "fra_adresse", "spaerret"),
    [(0, 0, False), (9, 99, False), (10, 0, True), (0, 100, True), (11, 101, True)],
)
def test_bremsen(mod_email, fra_adresse, spaerret):
    assert rules.er_spaerret(mod_email=mod_email, fra_adresse=fra_adresse) is spaerret

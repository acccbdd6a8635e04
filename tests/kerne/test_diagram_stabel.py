"""Stacked columns: heights that add up, a message for who can't see them, and the same text every time."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest

from kerne.diagrammer.stablen import Del, Stabel, stabel

DATA = Stabel(
    "Budgettet efter giver",
    "Mio. kr.",
    (2019, 2020),
    (Del("Fonden", (Decimal(1), Decimal(3))), Del("Kommunen & de andre", (None, Decimal(1)))),
)


def felter(svg):
    """(width, height) of each filled part."""
    return [(float(b), float(h)) for b, h in re.findall(r'<rect[^>]* width="([\d.]+)" height="([\d.]+)"', svg)]


@pytest.mark.parametrize("smal", [False, True])
def test_delene_er_saa_hoeje_som_deres_tal(smal):
    hoejder = [h for b, h in felter(stabel(DATA, smal=smal)) if b > 11]

    assert len(hoejder) == 3  # what nobody has said takes no room
    assert hoejder[1] == pytest.approx(3 * hoejder[0], abs=0.05)
    assert hoejder[2] == pytest.approx(hoejder[0], abs=0.05)


@pytest.mark.parametrize("smal", [False, True])
def test_titel_navne_og_summer_staar_i_tegningen(smal):
    svg = stabel(DATA, smal=smal)

    assert "<title>Budgettet efter giver</title>" in svg
    assert 'role="img"' in svg
    assert "Kommunen &amp; de andre" in svg
    assert re.findall(r'font-weight="600"[^>]*>([^<]+)<', svg) == ["1", "4"]
    assert "style" not in svg
    assert svg == stabel(DATA, smal=smal)


def test_aksen_begynder_ved_nul():
    hoeje = Stabel("T", "kr.", (2020,), (Del("A", (Decimal(1000),)), Del("B", (Decimal(900),))))

    assert ">0<" in stabel(hoeje)


def test_navnene_ligger_ikke_oven_i_hinanden():
    smaa = Stabel("T", "kr.", (2020,), tuple(Del(f"Giver {nr}", (Decimal(1),)) for nr in range(6)))
    hoejder = sorted(float(y) for y in re.findall(r'y="([\d.]+)"[^>]*>Giver', stabel(smaa)))

    assert all(naeste - denne >= 17.9 for denne, naeste in pairwise(hoejder))

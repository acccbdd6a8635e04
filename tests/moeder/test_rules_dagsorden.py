"""The agenda's clock, its order, and what may be open."""

from datetime import datetime

import pytest

from moeder.rules import dagsorden as regler
from moeder.rules.dagsorden import Punkttid
from moeder.statuses import Moedetilstand

KL_13 = datetime(2027, 6, 15, 13, 0)  # noqa: DTZ001 - the rules are told local times
KL_15 = KL_13.replace(hour=15)
PUNKTER = [Punkttid(7, "B", 5), Punkttid(3, "D", 15), Punkttid(9, "B", 0), Punkttid(5, "O", 100)]


@pytest.mark.regel("dagsorden-laast")
@pytest.mark.parametrize(
    ("tilstand", "grund"),
    [
        (Moedetilstand.KLADDE, ""),
        (Moedetilstand.INDKALDT, ""),
        (Moedetilstand.I_GANG, ""),
        (Moedetilstand.AFSLUTTET, "Mødet er afsluttet. Dagsordenen kan ikke ændres mere."),
        (Moedetilstand.AFLYST, "Mødet er aflyst. Dagsordenen kan ikke ændres mere."),
    ],
)
def test_laasen(tilstand, grund):
    assert regler.hvorfor_laast(tilstand) == grund


@pytest.mark.regel("dagsordenens-ur")
def test_uret():
    ur = regler.klokken(KL_13, PUNKTER, {7, 3, 9, 5})

    assert {noegle: (nr, f"{tid:%H.%M}") for noegle, (nr, tid) in ur.items()} == {
        7: (1, "13.00"), 3: (2, "13.05"), 9: (3, "13.20"), 5: (4, "13.20")
    }  # fmt: skip


@pytest.mark.regel("dagsordenens-ur")
@pytest.mark.parametrize("minutter", [0, 5, 90])
def test_uret_siger_intet_om_det_punkt_man_ikke_ser(minutter):
    ur = regler.klokken(KL_13, [PUNKTER[0], Punkttid(3, "D", minutter), *PUNKTER[2:]], {7, 9, 5})

    assert {noegle: (nr, tid and f"{tid:%H.%M}") for noegle, (nr, tid) in ur.items()} == {
        7: (1, "13.00"), 3: (2, "13.05"), 9: (3, None), 5: (4, None)
    }  # fmt: skip


@pytest.mark.regel("dagsordenens-sum")
@pytest.mark.parametrize(
    ("punkter", "ord_"),
    [
        (PUNKTER, ("120 min. af 120. Slutter 15.00.", "")),
        (PUNKTER[:2], ("20 min. af 120. Slutter 13.20.", "")),
        ([], ("0 min. af 120. Slutter 13.00.", "")),
        (
            [*PUNKTER, Punkttid(1, "D", 10)],
            ("130 min. af 120. Slutter 15.10.", "Punkterne tager 10 minutter mere, end mødet er sat til."),
        ),
    ],
)
def test_summen(punkter, ord_):
    assert regler.tiden_i_ord(KL_13, KL_15, punkter) == ord_


@pytest.mark.parametrize(
    ("punkter", "ord_"),
    [
        (PUNKTER, "Beslutning 5 min., drøftelse 15 min., orientering 100 min."),
        (PUNKTER[1:2], "Drøftelse 15 min."),
        ([], ""),
    ],
)
def test_tiden_paa_art(punkter, ord_):
    assert regler.tiden_paa_art(punkter) == ord_


@pytest.mark.regel("dagsordenens-raekkefoelge")
@pytest.mark.parametrize(
    ("punkt", "op", "ny"),
    [(3, True, [3, 7, 9]), (3, False, [7, 9, 3]), (7, True, [7, 3, 9]), (9, False, [7, 3, 9])],
)
def test_raekkefoelgen(punkt, op, ny):
    assert regler.flyttet([7, 3, 9], punkt, op=op) == ny


@pytest.mark.regel("lukket-sag")
@pytest.mark.parametrize(
    ("lukket", "sagen", "afvist"),
    [(False, False, False), (True, True, False), (True, False, False), (False, True, True)],
)
def test_en_lukket_sag_kan_ikke_staa_aabent(lukket, sagen, afvist):
    assert bool(regler.fejl_i_aabent_punkt(lukket=lukket, sagen_er_lukket=sagen)) is afvist


@pytest.mark.regel("lukket-bilag")
@pytest.mark.parametrize(
    ("lukket", "punktet", "afvist"),
    [(False, False, False), (True, True, False), (True, False, False), (False, True, True)],
)
def test_et_lukket_punkts_bilag_kan_ikke_vaere_aabent(lukket, punktet, afvist):
    assert bool(regler.fejl_i_aabent_bilag(lukket=lukket, punktet_er_lukket=punktet)) is afvist

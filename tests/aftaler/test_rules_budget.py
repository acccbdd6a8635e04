"""The budget's table: every axis gives the same sum to the øre, and what nobody wrote is not zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.rules.budget import (
    HOVEDTALLENE,
    IKKE_FORDELT,
    POSTERNE,
    TVAERGAAENDE,
    Giver,
    Post,
    bidrag,
    finansiering,
    tabel,
)

LBF, KOMMUNE, DIF = Giver("Landsbyggefonden", False), Giver("Kommunen", True), Giver("DIF", True)
STEDER = ["5.1 Tryghed og trivsel", "5.3 Uddannelse og beskæftigelse", TVAERGAAENDE, IKKE_FORDELT]
AAR = (2019, 2020, 2021)

POSTER = st.builds(
    Post,
    sted=st.sampled_from(STEDER),
    beloeb=st.integers(min_value=0, max_value=10**11).map(lambda oere: Decimal(oere) / 100),
    aar=st.sampled_from([*AAR, None, 2025]),
    giver=st.sampled_from([LBF, KOMMUNE, DIF, None]),
    type=st.sampled_from(["Løn", "Kørsel", None]),
)


def lagt_sammen(celler):
    return sum((et for et in celler if et is not None), Decimal(0))


@pytest.mark.regel("budgettets-summer")
@given(st.lists(POSTER, max_size=25))
def test_alle_akser_giver_det_samme_til_oeren(poster):
    ud = tabel(poster, AAR, STEDER)
    i_alt = sum((et.beloeb for et in poster), Decimal(0))
    finans = [et for et in (ud.landsbyggefonden, ud.lokal, ud.uden_giver) if et]

    assert ud.total.i_alt == i_alt
    assert lagt_sammen(ud.total.celler) == i_alt
    assert sum((et.linje.i_alt for et in ud.grupper), Decimal(0)) == i_alt
    assert sum((giver.i_alt for et in ud.grupper for giver in et.givere), Decimal(0)) == i_alt
    assert sum((et.i_alt for et in finans), Decimal(0)) == i_alt
    for nr in range(len(ud.aar)):
        kolonne = ud.total.celler[nr] or Decimal(0)
        assert lagt_sammen(et.linje.celler[nr] for et in ud.grupper) == kolonne
        assert lagt_sammen(et.celler[nr] for et in finans) == kolonne
    if ud.typer:
        assert sum(et.i_alt for et in ud.typer) == i_alt
    for linjer in ([et.linje for et in ud.grupper], finans, ud.typer, *[et.givere for et in ud.grupper]):
        assert sum(et.procent or 0 for et in linjer) in ({100} if any(et.i_alt for et in linjer) else {0})


def test_en_tom_celle_er_ikke_nul():
    ud = tabel([Post(STEDER[0], Decimal(0), 2019, LBF), Post(STEDER[0], Decimal(5), 2021, LBF)], AAR, STEDER)
    assert ud.grupper[0].linje.celler == (Decimal(0), None, Decimal(5))


def test_beloeb_uden_aar_faar_deres_egen_kolonne():
    ud = tabel([Post(STEDER[0], Decimal(5), 2019), Post(STEDER[0], Decimal(7))], AAR, STEDER)
    assert (ud.aar, ud.total.celler) == ((2019, 2020, 2021, None), (Decimal(5), None, None, Decimal(7)))


def test_en_plan_der_kun_kender_totaler_har_ingen_aar():
    ud = tabel([Post(STEDER[0], Decimal(5)), Post(TVAERGAAENDE, Decimal(7))], AAR, STEDER)
    assert (ud.har_aar, ud.aar, ud.total.i_alt) == (False, (None,), Decimal(12))


def test_landsbyggefonden_staar_foerst_og_ukendt_sidst():
    poster = [Post(TVAERGAAENDE, Decimal(1), 2019, giver) for giver in (None, DIF, KOMMUNE, LBF)]
    (gruppe,) = tabel(poster, AAR, STEDER).grupper
    assert [et.navn for et in gruppe.givere] == ["Landsbyggefonden", "DIF", "Kommunen", ""]


@pytest.mark.regel("lokal-andel-pr-aar")
def test_den_lokale_andel_er_ukendt_i_et_aar_hvor_en_giver_mangler():
    poster = [
        Post(TVAERGAAENDE, Decimal(75), 2019, LBF),
        Post(TVAERGAAENDE, Decimal(25), 2019, DIF),
        Post(TVAERGAAENDE, Decimal(50), 2020, DIF),
        Post(TVAERGAAENDE, Decimal(50), 2020, None),
    ]
    assert tabel(poster, AAR, STEDER).lokale_andele == (Decimal("0.25"), None, None, None)


@pytest.mark.regel("finansieringens-grundlag")
@pytest.mark.parametrize(
    ("poster", "hovedtal", "ventet"),
    [
        ([Post(TVAERGAAENDE, Decimal(3), None, LBF)], (Decimal(9), Decimal(9)), (3, 3, 0, POSTERNE)),
        ([Post(TVAERGAAENDE, Decimal(3))], (Decimal(9), Decimal(4)), (13, 9, 4, HOVEDTALLENE)),
        ([Post(TVAERGAAENDE, Decimal(3))], (None, None), (3, None, None, POSTERNE)),
        ([], (Decimal(9), None), (None, 9, None, HOVEDTALLENE)),
        ([], (None, None), (None, None, None, "")),
    ],
)
def test_posterne_taeller_kun_naar_alle_har_en_giver(poster, hovedtal, ventet):
    ud = finansiering(poster, hovedtal)
    assert (ud.i_alt, ud.landsbyggefonden, ud.lokal, ud.kilde) == ventet


@pytest.mark.regel("bidrag-pr-giver")
def test_tilsagn_taeller_naar_posterne_ikke_er_fordelt_paa_givere():
    tilsagn = [(KOMMUNE, Decimal(5)), (KOMMUNE, Decimal(2)), (DIF, Decimal(1))]
    ventet = {"Kommunen": Decimal(7), "DIF": Decimal(1), "Landsbyggefonden": Decimal(9)}

    assert bidrag([Post(TVAERGAAENDE, Decimal(17))], tilsagn, Decimal(9)) == ventet
    assert bidrag([Post(TVAERGAAENDE, Decimal(17), None, LBF)], tilsagn, Decimal(9)) == {
        "Landsbyggefonden": Decimal(17)
    }
    assert bidrag([], [], None) == {}

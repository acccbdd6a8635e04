"""Rules of money: shares that give 100, the 25 % line, years, hours, and stated shares held against the figures."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.rules import penge

OERER = st.integers(min_value=0, max_value=10**12).map(lambda oere: Decimal(oere) / 100)


@pytest.mark.regel("samlet-budget")
@pytest.mark.parametrize(
    ("lbf", "lokal", "i_alt"),
    [(6_000_000, 2_900_000, 8_900_000), (None, 2_900_000, None), (6_000_000, None, None), (0, 0, 0)],
)
def test_det_samlede_budget_er_ukendt_naar_et_beloeb_mangler(lbf, lokal, i_alt):
    assert penge.samlet(lbf, lokal) == i_alt


@pytest.mark.regel("medfinansieringsgrad")
@pytest.mark.parametrize(
    ("lbf", "lokal", "grad"),
    [(Decimal(75), Decimal(25), Decimal("0.25")), (Decimal(0), Decimal(0), None), (None, Decimal(25), None)],
)
def test_andelen_er_ukendt_uden_penge(lbf, lokal, grad):
    assert penge.medfinansieringsgrad(lbf, lokal) == grad


@pytest.mark.regel("medfinansiering-25")
@pytest.mark.parametrize(("andel", "holder"), [("0.25", True), ("0.2499", False), ("0.326", True)])
def test_en_fjerdedel_er_nok(andel, holder):
    assert penge.holder_lokal_andel(Decimal(andel), Decimal("0.25")) is holder


@pytest.mark.regel("mindste-lokale-beloeb")
@pytest.mark.parametrize(("i_alt", "mindst"), [("8900000", "2225000"), ("0.01", "0.01"), ("100.01", "25.01")])
def test_kravet_i_kroner_rundes_op(i_alt, mindst):
    assert penge.mindste_lokale_beloeb(Decimal(i_alt), Decimal("0.25")) == Decimal(mindst)


@given(OERER.filter(bool))
def test_kravet_i_kroner_holder_kravet(i_alt):
    mindst = penge.mindste_lokale_beloeb(i_alt, Decimal("0.25"))
    assert mindst / i_alt >= Decimal("0.25")
    assert mindst - penge.OERE < i_alt * Decimal("0.25")


@pytest.mark.regel("regnskabsaar")
@pytest.mark.parametrize(
    ("start", "slut", "aar"),
    [
        (date(2019, 5, 1), date(2023, 4, 30), (2019, 2020, 2021, 2022, 2023)),
        (date(2017, 1, 1), date(2020, 12, 31), (2017, 2018, 2019, 2020)),
        (date(2020, 3, 1), date(2020, 9, 30), (2020,)),
    ],
)
def test_fire_aar_kan_roere_fem_regnskabsaar(start, slut, aar):
    assert penge.regnskabsaar(start, slut) == aar


@pytest.mark.regel("timers-vaerdi")
@pytest.mark.parametrize(
    ("timer", "sats", "vaerdi"),
    [("1420", "375", "532500"), ("0.5", "333.33", "166.67"), (None, "375", None), ("10", None, None)],
)
def test_timer_gange_sats(timer, sats, vaerdi):
    tal = [Decimal(et) if et else None for et in (timer, sats, vaerdi)]
    assert penge.timevaerdi(tal[0], tal[1]) == tal[2]


@pytest.mark.regel("andele-giver-100")
@given(st.lists(OERER, min_size=1, max_size=12).filter(any))
def test_andelene_giver_altid_100(beloeb):
    dele = penge.procenter(beloeb)
    i_alt = sum(beloeb)

    assert sum(dele) == 100
    assert all(abs(del_ - et * 100 / i_alt) < Decimal("0.1") for del_, et in zip(dele, beloeb, strict=True))


def test_tre_lige_store_dele_giver_100():
    assert [str(et) for et in penge.procenter([Decimal(1)] * 3)] == ["33.4", "33.3", "33.3"]


def test_uden_penge_er_der_ingen_andele():
    assert penge.procenter([Decimal(0), Decimal(0)]) == [0, 0]


@pytest.mark.regel("omlaegning-bevarer-beloebet")
@pytest.mark.parametrize(
    ("nye", "grund", "antal"),
    [
        (["724000", "526000"], "", 0),  # Lolland: cash 1.25 mio. became rent and less cash
        (["724000", "500000"], "", 1),
        (["724000", "500000"], "Kommunen betaler mindre.", 0),
        (["724000", "500000"], "   ", 1),
        ([], "", 1),
    ],
)
def test_en_omlaegning_giver_det_samme_eller_siger_hvorfor(nye, grund, antal):
    mangler = penge.mangler_foer_omlaegning(Decimal(1_250_000), [Decimal(et) for et in nye], grund)
    assert len(mangler) == antal


# Lolland 2018-22: 11.000 tkr. from the fund, 6.045 tkr. from kommune and boligorganisationer, 600 tkr. from DIF.
BIDRAG = {
    "Landsbyggefonden": Decimal(11_000_000),
    "Kommune og boligorganisationer": Decimal(6_045_000),
    "DIF": Decimal(600_000),
}
I_ALT = Decimal(17_645_000)


@pytest.mark.regel("oplyst-andel")
def test_lollands_38_procent_passer_kun_med_dif():
    proeve = penge.proev_andel(Decimal(38), ["Kommune og boligorganisationer"], BIDRAG, ["DIF"], I_ALT)

    assert (proeve.holder, proeve.uden_for) == (False, ("DIF",))
    assert (round(proeve.andel * 100, 1), round(proeve.andel_med * 100, 1)) == (Decimal("34.3"), Decimal("37.7"))


@pytest.mark.parametrize(("procent", "holder"), [("34", True), ("34.3", True), ("34.2", False), ("35", False)])
def test_en_andel_rundes_som_dokumentet_har_gjort(procent, holder):
    proeve = penge.proev_andel(Decimal(procent), ["Kommune og boligorganisationer"], BIDRAG, [], I_ALT)
    assert (proeve.holder, proeve.uden_for) == (holder, ())


@pytest.mark.parametrize(
    ("naevnte", "i_alt"), [(["Ukendt"], I_ALT), ([], I_ALT), (["DIF"], None), (["DIF"], Decimal(0))]
)
def test_en_andel_uden_beloeb_kan_ikke_regnes_efter(naevnte, i_alt):
    proeve = penge.proev_andel(Decimal(38), naevnte, BIDRAG, ["DIF"], i_alt)
    assert (proeve.andel, proeve.holder) == (None, None)


def test_den_enkleste_forklaring_vaelges():
    bidrag = {"A": Decimal(30), "B": Decimal(10), "C": Decimal(5), "D": Decimal(5), "LBF": Decimal(50)}
    proeve = penge.proev_andel(Decimal(40), ["A"], bidrag, ["C", "D", "B"], Decimal(100))
    assert proeve.uden_for == ("B",)

"""Accounts, unspent money, and what can't be true of a posting or a delivery."""

from datetime import date
from decimal import Decimal

import pytest

from aftaler.rules.frister import Tidsstand
from oekonomi.rules import indtastning
from oekonomi.rules.indlaesning import linjenoegler
from oekonomi.rules.regnskab import (
    Reststand,
    hvorfor_lukket,
    mangler_grund_til_paategning,
    regnskabets_stand,
    regnskabsfrist,
    restmidlers_stand,
    trin,
)
from oekonomi.statuses import Regnskabstrin

DAG = date(2019, 7, 1)


@pytest.mark.regel("regnskabsfrist")
def test_regnskabet_skal_vaere_sendt_30_juni_aaret_efter():
    assert regnskabsfrist(2018) == date(2019, 6, 30)


@pytest.mark.regel("regnskab-forfaldent")
@pytest.mark.parametrize(
    ("sendt", "dag", "stand"),
    [
        (None, date(2019, 6, 30), Tidsstand.KOMMER),
        (None, date(2019, 7, 1), Tidsstand.OVER_TIDEN),
        (date(2019, 8, 1), date(2019, 9, 1), Tidsstand.GJORT),
    ],
)
def test_regnskabet_er_over_tiden_dagen_efter_fristen(sendt, dag, stand):
    assert regnskabets_stand(date(2019, 6, 30), sendt, dag) == stand


@pytest.mark.regel("regnskabets-trin")
@pytest.mark.parametrize(
    ("datoer", "venter"),
    [
        ((None, None, None), Regnskabstrin.KLADDE),
        ((DAG, None, None), Regnskabstrin.UNDERSKREVET),
        ((DAG, DAG, None), Regnskabstrin.PAATEGNET),
        ((DAG, DAG, DAG), Regnskabstrin.SENDT),
    ],
)
def test_regnskabet_er_saa_langt_som_den_sidste_dato(datoer, venter):
    assert trin(*datoer) == venter


@pytest.mark.regel("paategning-aendres-med-grund")
@pytest.mark.parametrize(
    ("foer", "efter", "grund", "mangler"),
    [
        (None, date(2021, 5, 20), "", False),
        (date(2021, 5, 20), date(2021, 5, 20), "", False),
        (date(2021, 5, 20), None, "  ", True),
        (date(2021, 5, 20), date(2021, 5, 21), "", True),
        (date(2021, 5, 20), None, "Forkert år", False),
    ],
)
def test_en_paategning_aendres_med_en_grund(foer, efter, grund, mangler):
    assert bool(mangler_grund_til_paategning(foer, efter, grund)) == mangler


@pytest.mark.regel("lukket-regnskabsaar")
def test_et_paategnet_aar_er_lukket():
    assert hvorfor_lukket(2019, {2018}) == ""
    assert hvorfor_lukket(2018, {2018}).startswith("Regnskabet for 2018 er påtegnet af revisor")


@pytest.mark.regel("restmidler")
@pytest.mark.parametrize(
    ("anvendelse", "brev", "brugt", "frist", "stand"),
    [
        ("", None, None, None, Reststand.PLAN_MANGLER),
        ("Fritidsjob", None, None, date(2019, 12, 31), Reststand.BREV_MANGLER),
        ("Fritidsjob", DAG, None, date(2019, 12, 31), Reststand.SKAL_BRUGES),
        ("Fritidsjob", DAG, None, date(2018, 12, 31), Reststand.OVER_TIDEN),
        ("Fritidsjob", DAG, DAG, date(2018, 12, 31), Reststand.BRUGT),
    ],
)
def test_hvor_de_uforbrugte_midler_er(anvendelse, brev, brugt, frist, stand):
    assert restmidlers_stand(anvendelse, brev, brugt, frist, DAG) == stand


@pytest.mark.regel("minus-kun-kreditnota")
@pytest.mark.parametrize(
    ("beloeb", "kreditnota", "fejl"),
    [
        (100, False, ""),
        (-100, True, ""),
        (0, False, "Skriv et beløb. Nul kroner skal ikke skrives ind."),
        (
            -100,
            False,
            "−100\u00a0kr. er under nul. Er det penge, der kommer tilbage, så sæt kryds ved kreditnota.",
        ),
        (100, True, "En kreditnota er under nul. Skriv −100\u00a0kr., eller fjern krydset."),
    ],
)
def test_kun_en_kreditnota_er_under_nul(beloeb, kreditnota, fejl):
    assert indtastning.fejl_i_beloebet(Decimal(beloeb), kreditnota=kreditnota) == fejl


@pytest.mark.regel("bogfoert-i-aaret")
@pytest.mark.parametrize(
    ("dato", "aar", "fejl"),
    [
        (None, 2019, ""),
        (date(2019, 3, 1), 2019, ""),
        (date(2019, 3, 1), 2018, ""),
        (
            date(2019, 8, 1),
            2019,
            "1.\u00a0august 2019 er ikke kommet endnu. Lad datoen stå tom, når beløbet kun er disponeret.",
        ),
        (
            date(2019, 3, 1),
            2017,
            "Bilaget er bogført i 2019, men regnskabsåret er 2017. Ret det, der er forkert.",
        ),
        (
            date(2018, 3, 1),
            2019,
            "Bilaget er bogført i 2018, men regnskabsåret er 2019. Ret det, der er forkert.",
        ),
    ],
)
def test_et_bilag_bogfoeres_i_sit_aar_eller_det_naeste(dato, aar, fejl):
    assert indtastning.fejl_i_bogfoert(dato, aar, DAG) == fejl


@pytest.mark.regel("leverance-i-et-aar")
@pytest.mark.parametrize(
    ("fra", "til", "felt"),
    [
        (date(2018, 3, 1), date(2018, 3, 31), None),
        (date(2018, 12, 1), date(2019, 1, 31), "til_dato"),
        (date(2018, 3, 1), date(2018, 2, 1), "til_dato"),
        (date(2016, 3, 1), date(2016, 3, 31), "fra_dato"),
        (date(2019, 8, 1), date(2019, 8, 31), "fra_dato"),
    ],
)
def test_en_leverance_ligger_i_et_aar_i_planen_og_er_sket(fra, til, felt):
    fejl = indtastning.fejl_i_perioden(fra, til, start=date(2017, 10, 15), slut=date(2021, 9, 30), dag=DAG)

    assert list(fejl) == ([felt] if felt else [])


@pytest.mark.regel("leverance-efter-slags")
@pytest.mark.parametrize(
    ("art", "timer", "beloeb", "sats", "felt"),
    [
        ("timer", 10, None, 375, None),
        ("timer", None, 3750, None, "timer"),
        ("timer", 10, 3750, None, "beloeb"),
        ("husleje", None, 18_000, None, None),
        ("husleje", 10, 18_000, None, "timer"),
        ("kontant", None, None, None, "beloeb"),
        ("kontant", None, 10, 375, "timer"),
    ],
)
def test_timer_for_timer_og_kroner_for_resten(art, timer, beloeb, sats, felt):
    som_tal = [None if et is None else Decimal(et) for et in (timer, beloeb, sats)]

    assert list(indtastning.fejl_i_leverancen(art, *som_tal)) == ([felt] if felt else [])


@pytest.mark.regel("sket-er-sket")
def test_det_der_er_sket_ligger_ikke_i_fremtiden():
    assert indtastning.fejl_i_datoen(None, DAG) == ""
    assert indtastning.fejl_i_datoen(DAG, DAG) == ""
    assert indtastning.fejl_i_datoen(date(2019, 7, 2), DAG).startswith("2.\u00a0juli 2019 er ikke kommet endnu.")


@pytest.mark.regel("samme-linje-en-gang")
def test_ens_linjer_taelles_og_ombytning_aendrer_intet():
    linje = (date(2019, 3, 1), Decimal("100.5"), 2019, "Leje  af lokale", "17")
    anden = (date(2019, 3, 1), Decimal(200), 2019, "Løn", "18")

    foerst, igen, resten = linjenoegler([linje, linje, anden])

    assert len({foerst, igen, resten}) == 3
    assert linjenoegler([anden, linje, linje]) == [resten, foerst, igen]
    assert linjenoegler([(*linje[:1], Decimal("100.50"), 2019, "Leje af lokale", " 17 ")]) == [foerst]

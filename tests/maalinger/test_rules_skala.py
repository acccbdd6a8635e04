"""Experienced criteria on a scale, and a status set by hand: what the rules say about both."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from aftaler.laesning import Enhed, Form, Laesning, Mangel, Punkt, Retning
from maalinger.rules import Maalt, Skala, Tilsidesat, opfyldelse
from maalinger.rules.skala import fejl_paa_skalaen, med_skala
from maalinger.rules.tilsidesaettelse import med_haanden
from maalinger.statuses import Status
from tests.maalinger.laesninger import FRAFLYTNING, FRAFLYTNING_MAALT, I_DAG, SLUT, START, aar

OPLEVET = Laesning(
    Form.KVALITATIV, False, Retning.OP, maal=Punkt(None, 2022, 2022), mangler=(Mangel.MAALTAL, Mangel.ENHED)
)
SKALA = Skala(1, 5, 4)


def vurderet(*par: tuple[int, str]) -> tuple[Maalt, ...]:
    return tuple(aar(aarstal, vaerdi) for aarstal, vaerdi in par)


@pytest.mark.regel("skala-goer-maalbar")
@pytest.mark.parametrize(
    ("maalinger", "dato", "status"),
    [
        ((), I_DAG, Status.VENTER),
        (vurderet((2021, "3,5")), I_DAG, Status.BAGUD),
        (vurderet((2021, "4")), I_DAG, Status.PAA_SPORET),  # reached, but its year isn't over
        (vurderet((2021, "3"), (2022, "4,2")), date(2023, 1, 10), Status.OPFYLDT),
        (vurderet((2021, "4"), (2022, "3,9")), date(2023, 1, 10), Status.IKKE_OPFYLDT),
    ],
)
def test_med_en_skala_kan_det_oplevede_maales(maalinger, dato, status):
    svar = opfyldelse(med_skala(OPLEVET, SKALA), maalinger, dato=dato, start=START, slut=SLUT)

    assert svar.status == status


@pytest.mark.regel("skala-goer-maalbar")
def test_uden_en_skala_er_det_oplevede_ikke_maalbart():
    assert opfyldelse(med_skala(OPLEVET, None), (), dato=I_DAG).status == Status.IKKE_MAALBART


@pytest.mark.regel("skala-goer-maalbar")
def test_en_skala_aendrer_intet_ved_det_der_er_et_tal():
    assert med_skala(FRAFLYTNING, SKALA) == FRAFLYTNING


def test_saetningen_siger_maalet_i_point():
    svar = opfyldelse(med_skala(OPLEVET, SKALA), vurderet((2021, "3,5")), dato=I_DAG)

    assert svar.saetning.replace("\u00a0", " ") == "3,5 point i 2021. Målet er mindst 4 point i 2022. Bagud."
    assert svar.vej is None  # a scale that begins at 1 has no zero to count the way from


@pytest.mark.regel("skala-og-fortaelling")
@pytest.mark.parametrize(
    ("vaerdi", "bemaerkning", "fejl"),
    [
        ("1", "Otte samtaler i marts", []),
        ("5", "Otte samtaler i marts", []),
        ("5,5", "Otte samtaler", [("vaerdi", "5,5 ligger ikke på skalaen. Den går fra 1 til 5.")]),
        ("0", "Otte samtaler", [("vaerdi", "0 ligger ikke på skalaen. Den går fra 1 til 5.")]),
        ("3", "  ", [("bemaerkning", "Skriv, hvad vurderingen bygger på.")]),
    ],
)
def test_en_vurdering_ligger_paa_skalaen_og_har_en_fortaelling(vaerdi, bemaerkning, fejl):
    assert fejl_paa_skalaen(Decimal(vaerdi.replace(",", ".")), bemaerkning, SKALA) == fejl


@pytest.mark.regel("sat-i-haanden")
def test_sat_i_haanden_gaelder_og_den_beregnede_staar_ved_siden_af():
    beregnet = opfyldelse(FRAFLYTNING, FRAFLYTNING_MAALT, dato=I_DAG)
    sat = Tilsidesat(beregnet.status, "Anne Dahl", date(2022, 6, 1), "Genhusningen flytter tallet i år")

    svar = med_haanden(beregnet, Status.PAA_SPORET, sat)

    assert (svar.status, svar.beregnet, svar.vej) == (Status.PAA_SPORET, Status.BAGUD, beregnet.vej)
    assert svar.saetning.replace("\u00a0", " ") == (
        "22,4 % i 2021 mod 26,2 % i 2013–2017. Målet er 20 % eller lavere i 2022. 61 % af vejen. Beregnet: bagud. "
        "Sat i hånden til på sporet af Anne Dahl 1. juni 2022: Genhusningen flytter tallet i år."
    )


def test_det_der_venter_paa_godkendelse_siges_ved_fristen():
    svar = opfyldelse(FRAFLYTNING, FRAFLYTNING_MAALT, dato=I_DAG, forfald=date(2022, 4, 15), sendt=True)

    assert svar.status == Status.MAALING_MANGLER
    assert "Næste måling skulle være gennemført 15. april 2022. Den er sendt og venter på godkendelse." in (
        svar.saetning.replace("\u00a0", " ")
    )


def test_foer_fristen_siges_det_at_den_foerste_er_sendt():
    svar = opfyldelse(FRAFLYTNING, (), dato=I_DAG, forfald=date(2022, 7, 1), sendt=True)

    assert svar.status == Status.VENTER
    assert "Den første er sendt og venter på godkendelse." in svar.saetning


def test_en_vurdering_uden_aar_i_aftalen_afgoeres_af_planens_slutning():
    laesning = med_skala(replace(OPLEVET, maal=None), SKALA)

    svar = opfyldelse(laesning, vurderet((2022, "4")), dato=date(2023, 6, 1), start=START, slut=SLUT)

    assert (svar.status, svar.enhed) == (Status.OPFYLDT, Enhed.POINT)

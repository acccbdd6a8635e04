"""Counting up: visits are added, persons never are, and what isn't over says so."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.laesning import Enhed, Form, Laesning, Omraadetal, Pr, Punkt, Sammenligning
from maalinger.rules import opfyldelse
from maalinger.rules.optaelling import (
    Antal,
    Fremmoedetal,
    Periode,
    deltagelser,
    kriteriets_perioder,
    omme,
    periode_om,
    perioder,
    personer,
    tael_op,
)
from maalinger.statuses import Status
from tests.maalinger.laesninger import BORGERE, FRIVILLIGE, SLUT, START

AAR_2021 = Periode(date(2021, 1, 1), date(2021, 12, 31), Pr.AAR)
I_ALT = Laesning(Form.ANTAL, True, None, Sammenligning.MINDST, Enhed.ANTAL, maal=Punkt(Decimal(300)))


def dag(dato: date, antal: int | None = None, personer_: int | None = None, **mere) -> Fremmoedetal:
    return Fremmoedetal(dato, dato, antal, personer_, **{"aktivitet": 1, **mere})


def talt(periode: Periode, antal: int, **mere) -> Fremmoedetal:
    return Fremmoedetal(periode.fra, periode.til, None, antal, **{"aktivitet": 1, **mere})


def optalt(laesning, *tal, hvad="deltagelser", dato=date(2022, 6, 2)):
    return tael_op(laesning, tal, hvad=hvad, start=START, slut=SLUT, dato=dato)


def figurer(maalte):
    return [(et.fra, et.til, int(et.vaerdi)) for et in maalte]


@pytest.mark.parametrize(
    ("dato", "pr", "fra", "til", "navn"),
    [
        (date(2022, 6, 2), Pr.AAR, date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 6, 30), Pr.HALVAAR, date(2022, 1, 1), date(2022, 6, 30), "1. halvår 2022"),
        (date(2022, 7, 1), Pr.HALVAAR, date(2022, 7, 1), date(2022, 12, 31), "2. halvår 2022"),
        (date(2022, 8, 9), Pr.KVARTAL, date(2022, 7, 1), date(2022, 9, 30), "3. kvartal 2022"),
        (date(2022, 12, 9), Pr.KVARTAL, date(2022, 10, 1), date(2022, 12, 31), "4. kvartal 2022"),
        (date(2020, 2, 9), Pr.MAANED, date(2020, 2, 1), date(2020, 2, 29), "februar 2020"),
        (date(2022, 12, 31), Pr.MAANED, date(2022, 12, 1), date(2022, 12, 31), "december 2022"),
        (date(2022, 6, 2), Pr.UGE, date(2022, 5, 30), date(2022, 6, 5), "2022"),
    ],
)
def test_en_dag_ligger_i_sin_periode(dato, pr, fra, til, navn):
    periode = periode_om(dato, pr)
    assert (periode.fra, periode.til, periode.navn) == (fra, til, navn)


@given(st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.integers(0, 900), st.sampled_from(Pr))
def test_perioder_ligger_i_forlaengelse_af_hinanden_og_daekker_alt(fra, dage, pr):
    alle = perioder(fra, fra + timedelta(days=dage), pr)
    assert all(efter.fra == foer.til + timedelta(days=1) for foer, efter in pairwise(alle))
    assert alle[0].fra <= fra
    assert alle[-1].fra <= fra + timedelta(days=dage) <= alle[-1].til


def test_kun_perioder_der_er_omme_kan_taelles_op():
    assert [et.navn for et in omme(START, SLUT, Pr.AAR, dato=date(2021, 12, 31))] == ["2020", "2019"]
    assert [et.navn for et in omme(START, SLUT, Pr.KVARTAL, dato=date(2019, 10, 1))] == [
        "3. kvartal 2019",
        "2. kvartal 2019",
    ]


@pytest.mark.regel("deltagelser-laegges-sammen")
@pytest.mark.parametrize(
    ("tal", "svar"),
    [
        ([], None),
        ([dag(date(2021, 3, 1), None, 5)], None),
        ([dag(date(2021, 3, 1), 0)], Antal(0)),
        ([dag(date(2021, 3, 1), 12), dag(date(2021, 3, 8), 9), dag(date(2021, 3, 15), None, 5)], Antal(21)),
    ],
)
def test_deltagelser_er_summen_af_dem_der_er_skrevet(tal, svar):
    assert deltagelser(tal) == svar


@pytest.mark.regel("personer-laegges-aldrig-sammen")
@pytest.mark.parametrize(
    ("tal", "svar"),
    [
        ([dag(date(2021, 3, 1), 12)], None),
        ([dag(date(2021, 3, 1), 5, 5), dag(date(2021, 3, 8), 5, 5)], Antal(5, mindst=True)),
        ([talt(AAR_2021, 34)], Antal(34)),
        ([talt(AAR_2021, 34), dag(date(2021, 3, 1), 5, 5)], Antal(34)),
        ([talt(periode_om(date(2021, 2, 1), Pr.KVARTAL), 20), dag(date(2021, 9, 1), 8, 7)], Antal(20, mindst=True)),
        ([talt(AAR_2021, 34), talt(AAR_2021, 20, aktivitet=2)], Antal(34, mindst=True)),
        ([talt(AAR_2021, 34), dag(date(2021, 3, 1), 5, aktivitet=2)], Antal(34, mindst=True)),
        ([talt(AAR_2021, 34, omraade="Nord"), dag(date(2021, 3, 1), 5, omraade="Syd")], Antal(34, mindst=True)),
        ([talt(AAR_2021, 34), dag(date(2021, 3, 1), 5, omraade="Syd")], Antal(34)),
        ([talt(AAR_2021, 34, omraade="Nord"), talt(AAR_2021, 20, omraade="Syd")], Antal(34, mindst=True)),
    ],
    ids=[
        "kun deltagelser siger intet om personer", "fem, der kommer to gange, er mindst fem", "netop perioden",
        "dagene føjer intet til", "et kvartal er kun en nedre grænse", "to aktiviteter kan have samme gæst",
        "den anden aktivitet har ingen talt", "det andet område har ingen talt", "hele aktiviteten dækker områderne",
        "to områder lægges ikke sammen",
    ],
)  # fmt: skip
def test_forskellige_personer_kommer_af_en_optaelling_af_netop_perioden(tal, svar):
    assert personer(tal, AAR_2021) == svar


@st.composite
def fremmoede(draw) -> Fremmoedetal:
    foerst = draw(st.dates(date(2021, 1, 1), date(2021, 12, 31)))
    periode = draw(st.sampled_from([Periode(foerst, foerst), AAR_2021, periode_om(foerst, Pr.MAANED)]))
    antal = draw(st.integers(0, 40))
    return Fremmoedetal(periode.fra, periode.til, draw(st.none() | st.just(antal)), draw(st.integers(0, antal)),
                        draw(st.integers(1, 2)), draw(st.sampled_from([None, "Nord", "Syd"])))  # fmt: skip


@pytest.mark.regel("personer-laegges-aldrig-sammen")
@given(st.lists(fremmoede(), min_size=1, max_size=12))
def test_personer_er_aldrig_flere_end_den_hoejeste_enkelte_optaelling(tal):
    svar = personer(tal, AAR_2021)
    assert svar.antal in {et.unikke for et in tal}
    assert svar.antal <= max(et.unikke for et in tal)
    assert svar.mindst or any((et.fra, et.til) == (AAR_2021.fra, AAR_2021.til) for et in tal)


@given(st.lists(fremmoede(), min_size=1, max_size=8), st.permutations(range(8)))
def test_raekkefoelgen_betyder_intet(tal, orden):
    blandet = [tal[nr] for nr in orden if nr < len(tal)]
    assert personer(blandet, AAR_2021) == personer(tal, AAR_2021)
    assert deltagelser(blandet) == deltagelser(tal)


@pytest.mark.regel("optaelling-hele-perioder")
@pytest.mark.parametrize(
    ("laesning", "hvad", "dato", "foerste", "sidste", "antal"),
    [
        (FRIVILLIGE, "unikke", date(2022, 6, 2), "2019", "2022", 4),
        (FRIVILLIGE, "deltagelser", date(2023, 3, 1), "2019", "2023", 5),
        (FRIVILLIGE, "deltagelser", date(2023, 6, 1), "2019", "2022", 4),
        (replace(FRIVILLIGE, pr=Pr.KVARTAL), "deltagelser", date(2019, 8, 1), "2. kvartal 2019", "3. kvartal 2019", 2),
        (I_ALT, "unikke", date(2022, 6, 2), "2019", "2019", 1),
        (I_ALT, "deltagelser", date(2022, 6, 2), "2019", "2022", 4),
    ],
)
def test_der_taelles_i_kriteriets_egne_perioder(laesning, hvad, dato, foerste, sidste, antal):
    alle = kriteriets_perioder(laesning, hvad, start=START, slut=SLUT, dato=dato)
    assert (alle[0].navn, alle[-1].navn, len(alle)) == (foerste, sidste, antal)


def test_en_plan_der_kun_fik_en_del_af_et_aar_har_den_del():
    (periode,) = kriteriets_perioder(FRIVILLIGE, "deltagelser", start=START, slut=date(2019, 9, 1), dato=SLUT)
    assert periode.navn == "2019"


def test_i_alt_kan_have_sine_egne_aar():
    laesning = replace(I_ALT, maal=Punkt(Decimal(300), 2020, 2021))
    (periode,) = kriteriets_perioder(laesning, "unikke", start=START, slut=SLUT, dato=SLUT)
    assert (periode.fra, periode.til) == (date(2020, 1, 1), date(2021, 12, 31))


@pytest.mark.regel("optaelling")
def test_et_aar_uden_fremmoede_har_intet_tal():
    assert optalt(FRIVILLIGE) == ()
    assert figurer(optalt(FRIVILLIGE, dag(date(2021, 3, 1), 12), dag(date(2019, 6, 1), 3))) == [
        (date(2019, 1, 1), date(2019, 12, 31), 3),
        (date(2021, 1, 1), date(2021, 12, 31), 12),
    ]


@pytest.mark.regel("optaelling")
def test_et_kriterium_pr_omraade_taelles_op_omraade_for_omraade():
    steder = tuple(Omraadetal(navn, Sammenligning.MINDST, Decimal(5)) for navn in ("Nord", "Syd"))
    laesning = replace(FRIVILLIGE, maal=None, omraader=steder)
    tal = [dag(date(2021, 3, 1), 12, omraade="Nord"), dag(date(2021, 3, 8), 2, omraade="Syd"), dag(date(2021, 4, 1), 9)]
    assert [(et.omraade, int(et.vaerdi)) for et in optalt(laesning, *tal)] == [("Nord", 12), ("Syd", 2)]


@pytest.mark.regel("optaelling-foreloebig")
def test_aaret_der_er_i_gang_er_foreloebigt_og_foelger_maanederne():
    (maalt,) = optalt(FRIVILLIGE, dag(date(2022, 3, 1), 30))
    assert (maalt.til, maalt.foreloebig, maalt.mindst) == (date(2022, 6, 2), (5, 12), False)

    svar = opfyldelse(FRIVILLIGE, [maalt], dato=date(2022, 6, 2), start=START, slut=SLUT)

    assert svar.status == Status.PAA_SPORET
    assert svar.foreloebig_tekst == "Foreløbig (5 af 12 måneder)"


@pytest.mark.regel("foreloebigt-tal")
@pytest.mark.parametrize(
    ("dato", "status"), [(date(2022, 12, 5), Status.BAGUD), (date(2023, 1, 1), Status.IKKE_OPFYLDT)]
)
def test_december_er_foerst_forbi_naar_aaret_er(dato, status):
    maalte = optalt(FRIVILLIGE, dag(date(2022, 3, 1), 30), dato=dato)
    assert opfyldelse(FRIVILLIGE, maalte, dato=dato, start=START, slut=date(2022, 12, 31)).status == status


@pytest.mark.regel("optaelling-foreloebig")
def test_uden_en_optaelling_af_aaret_siges_mindst_og_der_doemmes_ikke_endeligt():
    maalte = optalt(FRIVILLIGE, dag(date(2021, 3, 1), 30, 30), dag(date(2021, 9, 1), 25, 25), hvad="unikke")

    svar = opfyldelse(FRIVILLIGE, maalte, dato=date(2024, 1, 1), start=START, slut=date(2021, 12, 31))

    assert (svar.status, svar.vaerdi) == (Status.BAGUD, Decimal(30))
    assert svar.saetning.startswith("Mindst 30 i 2021.")
    assert svar.foreloebig_tekst == "Foreløbig (0 af 1 optælling)"


def test_en_optaelling_af_aaret_doemmer_endeligt():
    maalte = optalt(FRIVILLIGE, talt(AAR_2021, 52), dag(date(2021, 9, 1), 25, 25), hvad="unikke")

    svar = opfyldelse(FRIVILLIGE, maalte, dato=date(2024, 1, 1), start=START, slut=date(2021, 12, 31))

    assert (svar.status, svar.foreloebig) == (Status.OPFYLDT, None)
    assert svar.saetning.startswith("52 i 2021.")


def test_i_alt_laegger_deltagelser_sammen_over_aarene_men_ikke_personer():
    tal = [dag(date(2020, 3, 1), 200, 200), dag(date(2022, 12, 1), 150, 150)]
    dato = date(2023, 2, 1)

    deltagere = opfyldelse(BORGERE, optalt(BORGERE, *tal, dato=dato), dato=dato, start=START, slut=SLUT)
    forskellige = opfyldelse(
        BORGERE, optalt(BORGERE, *tal, hvad="unikke", dato=dato), dato=dato, start=START, slut=SLUT
    )

    assert (deltagere.status, deltagere.vaerdi) == (Status.OPFYLDT, Decimal(350))
    assert (forskellige.status, forskellige.vaerdi) == (Status.BAGUD, Decimal(200))
    assert forskellige.foreloebig_tekst == "Foreløbig (0 af 1 optælling)"

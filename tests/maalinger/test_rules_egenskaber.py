"""What must hold for every criterion and every measurement, tried on many invented ones."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aftaler.laesning import Aendring, Enhed, Form, Grundlag, Laesning, Pr, Punkt, Reference, Retning, Sammenligning
from kerne import talformat
from kerne.talformat import FAST_MELLEMRUM
from maalinger.rules import Delmaalstal, Maalt, fremskriv, opfyldelse, raekker
from maalinger.statuses import VAERST_FOERST, Regneregel, Status
from tests.maalinger.laesninger import SLUT, START, aar

TAL = st.decimals(min_value=1, max_value=90, places=1)
AARENE = range(2018, 2024)
DAGE = st.dates(date(2018, 1, 1), date(2024, 12, 31))
SIDER = (Sammenligning.HOEJST, Sammenligning.MINDST, Sammenligning.UNDER, Sammenligning.OVER)


@st.composite
def punkter(draw, fra: int, til: int, *, med_tal: bool = True) -> Punkt:
    foerst = draw(st.integers(fra, til))
    sidst = draw(st.integers(foerst, til))
    return Punkt(draw(TAL) if med_tal else None, foerst, sidst)


@st.composite
def laesninger(draw) -> Laesning:
    """Any measurable kind with a side that counts."""
    form = draw(st.sampled_from([Form.NIVEAU, Form.ANDEL, Form.ANTAL, Form.AENDRING, Form.SAMMENLIGNING]))
    tegn = draw(st.sampled_from(SIDER))
    enhed = draw(st.sampled_from([Enhed.PROCENT, Enhed.ANTAL, Enhed.POINT]))
    maal = draw(st.one_of(punkter(2019, 2023), st.builds(Punkt, TAL)))
    grund = Laesning(form, True, None, tegn, enhed, maal=maal)
    if form == Form.NIVEAU:
        return replace(grund, baseline=draw(st.none() | punkter(2012, 2017)))
    if form == Form.ANTAL:
        return replace(grund, pr=draw(st.sampled_from([None, Pr.AAR])))
    if form == Form.SAMMENLIGNING:
        return replace(grund, maal=replace(maal, vaerdi=None), reference=Reference("andre", draw(TAL)))
    if form == Form.AENDRING:
        nedad = draw(st.booleans())
        return replace(
            grund,
            sammenligning=Sammenligning.HOEJST if nedad else Sammenligning.MINDST,
            retning=Retning.NED if nedad else Retning.OP,
            baseline=draw(punkter(2012, 2017)),
            maal=replace(maal, vaerdi=None),
            pr=draw(st.sampled_from([None, Pr.AAR])),
            aendring=Aendring(draw(TAL) * (-1 if nedad else 1), "procent", draw(st.sampled_from([None, *Grundlag]))),
        )
    return grund


@st.composite
def maalte(draw, *, mindst: int = 0) -> tuple[Maalt, ...]:
    valgte = draw(st.lists(st.sampled_from(AARENE), unique=True, min_size=mindst, max_size=6))
    return tuple(aar(et, None) if draw(st.booleans()) and not mindst else aar(et, draw(TAL)) for et in sorted(valgte))


def ganget(punkt: Punkt | None, k: Decimal) -> Punkt | None:
    return punkt if punkt is None or punkt.vaerdi is None else replace(punkt, vaerdi=punkt.vaerdi * k)


def i_anden_enhed(laesning: Laesning, k: Decimal) -> Laesning:
    """The same criterion counted in another unit, k to one."""
    reference = laesning.reference
    if reference and reference.vaerdi is not None:
        reference = replace(reference, vaerdi=reference.vaerdi * k)
    return replace(laesning, baseline=ganget(laesning.baseline, k), maal=ganget(laesning.maal, k), reference=reference)


@settings(deadline=None)
@given(laesninger(), maalte(), DAGE, st.sampled_from([Decimal("0.001"), Decimal("0.5"), Decimal(7), Decimal(1000)]))
def test_en_anden_enhed_aendrer_ikke_status(laesning, maalinger, dato, k):
    skaleret = tuple(et if et.vaerdi is None else replace(et, vaerdi=et.vaerdi * k) for et in maalinger)
    foer = opfyldelse(laesning, maalinger, dato=dato, start=START, slut=SLUT)
    efter = opfyldelse(i_anden_enhed(laesning, k), skaleret, dato=dato, start=START, slut=SLUT)
    assert (foer.status, foer.foreloebig, foer.naaet) == (efter.status, efter.foreloebig, efter.naaet)


@settings(deadline=None)
@given(laesninger(), maalte(mindst=1), DAGE, st.decimals(min_value=0, max_value=40, places=1))
def test_et_bedre_tal_giver_aldrig_en_vaerre_status(laesning, maalinger, dato, bedre):
    nedad = laesning.sammenligning in (Sammenligning.HOEJST, Sammenligning.UNDER)
    nyeste = maalinger[-1]
    assume(nyeste.vaerdi is not None)
    nyt = replace(nyeste, vaerdi=nyeste.vaerdi + (-bedre if nedad else bedre))
    foer = opfyldelse(laesning, maalinger, dato=dato, start=START, slut=SLUT)
    efter = opfyldelse(laesning, (*maalinger[:-1], nyt), dato=dato, start=START, slut=SLUT)
    assert VAERST_FOERST.index(efter.status) >= VAERST_FOERST.index(foer.status)


@st.composite
def delmaalene(draw) -> tuple[Delmaalstal, ...]:
    aarene = draw(st.lists(st.integers(2018, 2022), unique=True, max_size=4))
    return tuple(Delmaalstal(et, draw(TAL)) for et in sorted(aarene))


@settings(deadline=None)
@given(
    laesninger(),
    maalte(mindst=1),
    delmaalene(),
    st.sampled_from([*Regneregel]),
    DAGE,
    st.sampled_from([Decimal(7), Decimal("0.5")]),
)
def test_en_anden_enhed_aendrer_ikke_status_med_delmaal_og_regneregel(laesning, maalinger, delmaal, regel, dato, k):
    skaleret = tuple(replace(et, vaerdi=et.vaerdi * k) for et in maalinger)
    delt = tuple(replace(et, vaerdi=et.vaerdi * k) for et in delmaal)
    fast = {"dato": dato, "start": START, "slut": SLUT, "regneregel": regel}
    foer = opfyldelse(laesning, maalinger, delmaal=delmaal, **fast)
    efter = opfyldelse(i_anden_enhed(laesning, k), skaleret, delmaal=delt, **fast)
    assert (foer.status, foer.foreloebig, foer.naaet) == (efter.status, efter.foreloebig, efter.naaet)


@settings(deadline=None)
@given(laesninger(), maalte(mindst=1), delmaalene(), DAGE, st.decimals(min_value=0, max_value=40, places=1))
def test_et_bedre_tal_er_aldrig_vaerre_med_delmaal(laesning, maalinger, delmaal, dato, bedre):
    nedad = laesning.sammenligning in (Sammenligning.HOEJST, Sammenligning.UNDER)
    nyt = replace(maalinger[-1], vaerdi=maalinger[-1].vaerdi + (-bedre if nedad else bedre))
    fast = {"dato": dato, "start": START, "slut": SLUT, "delmaal": delmaal}
    foer = opfyldelse(laesning, maalinger, **fast)
    efter = opfyldelse(laesning, (*maalinger[:-1], nyt), **fast)
    assert VAERST_FOERST.index(efter.status) >= VAERST_FOERST.index(foer.status)


@settings(deadline=None)
@given(laesninger(), maalte(mindst=1), maalte(mindst=1), DAGE, st.decimals(min_value=0, max_value=40, places=1))
def test_et_bedre_tal_i_et_omraade_goer_aldrig_det_hele_vaerre(laesning, nord, syd, dato, bedre):
    nedad = laesning.sammenligning in (Sammenligning.HOEJST, Sammenligning.UNDER)
    i_nord = tuple(replace(et, omraade="Nord") for et in nord)
    i_syd = tuple(replace(et, omraade="Syd") for et in syd)
    nyt = replace(i_nord[-1], vaerdi=i_nord[-1].vaerdi + (-bedre if nedad else bedre))
    foer = opfyldelse(laesning, (*i_nord, *i_syd), dato=dato, start=START, slut=SLUT)
    efter = opfyldelse(laesning, (*i_nord[:-1], nyt, *i_syd), dato=dato, start=START, slut=SLUT)
    assert VAERST_FOERST.index(efter.status) >= VAERST_FOERST.index(foer.status)


@settings(deadline=None)
@given(laesninger(), maalte(), DAGE)
def test_intet_tal_i_saetningen_er_grebet_ud_af_luften(laesning, maalinger, dato):
    svar = opfyldelse(laesning, maalinger, dato=dato, start=START, slut=SLUT)
    assert set(re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", svar.saetning)) <= kendte_tal(laesning, svar)


def kendte_tal(laesning, svar) -> set[str]:
    """Everything a sentence may name: what was given, the figure, the goal, the way, the rest, and years."""
    reference = laesning.reference
    givne = [
        svar.vaerdi, svar.maal, svar.reference, reference and reference.vaerdi,
        *(et.vaerdi for et in svar.brugt), *(et and et.vaerdi for et in (laesning.baseline, laesning.maal)),
        svar.start and svar.start.vaerdi, svar.krav_til_rest and svar.krav_til_rest.vaerdi,
        svar.vej and max(svar.vej * 100, Decimal(0)), laesning.aendring and abs(laesning.aendring.vaerdi), Decimal(99),
    ]  # fmt: skip
    skrevne = {talformat.tal(et, antal) for et in givne if et is not None for antal in (None, 0, 1, 2, 3)}
    smaa = {str(et) for et in range(13)}  # so many of so many years, and day numbers
    return skrevne | smaa | {str(et) for et in range(2012, 2026)} | _bevaegelser(svar, laesning)


def _bevaegelser(svar, laesning) -> set[str]:
    """The change from any measured year to the one that was judged, and those years' own figures."""
    if laesning.aendring is None or svar.vaerdi is None or svar.maal is None:
        return set()
    foer = svar.maal / (1 + laesning.aendring.vaerdi / 100) if laesning.aendring.vaerdi != -100 else None
    if not foer:
        return set()
    return {
        talformat.tal(et, antal, hoejst=hoejst)
        for et in (foer, abs(svar.vaerdi - foer) / abs(foer) * 100)
        for antal in (None, 0, 1)
        for hoejst in (1, 2)
    }


@pytest.mark.regel("manglende-tal-er-ikke-nul")
@settings(deadline=None)
@given(laesninger(), maalte(), DAGE)
def test_en_maaling_uden_tal_er_som_ingen_maaling(laesning, maalinger, dato):
    kun_med_tal = tuple(et for et in maalinger if et.vaerdi is not None)
    assert opfyldelse(laesning, maalinger, dato=dato, slut=SLUT) == opfyldelse(
        laesning, kun_med_tal, dato=dato, slut=SLUT
    )


@settings(deadline=None)
@given(laesninger(), maalte(), DAGE)
def test_ingen_maaling_er_hverken_groen_eller_roed(laesning, maalinger, dato):
    svar = opfyldelse(laesning, maalinger, dato=dato, start=START, slut=SLUT)
    if not any(et.vaerdi is not None for et in maalinger):
        assert svar.status in {Status.VENTER, Status.IKKE_MAALBART}
    if svar.status in {Status.OPFYLDT, Status.IKKE_OPFYLDT}:
        assert svar.brugt
        assert svar.foreloebig is None


@settings(deadline=None)
@given(laesninger(), maalte(), DAGE, DAGE)
def test_alt_kan_siges_vises_og_fremskrives(laesning, maalinger, dato, forfald):
    svar = opfyldelse(laesning, maalinger, dato=dato, forfald=forfald, navn="Navn", ansvarlig="nogen", slut=SLUT)
    ord_ = svar.saetning.replace(FAST_MELLEMRUM, " ")
    assert ord_.startswith("Navn: ")
    assert svar.status.label in ord_
    assert ord_.endswith(".")
    assert not re.search(r"  | \.|\.\.|None|\{", ord_)
    aarene = [et.fra for et in raekker(laesning, maalinger, dato=dato, slut=SLUT) if et.fra == et.til]
    assert aarene == sorted(aarene)
    frem = fremskriv(laesning, maalinger, dato=dato, slut=SLUT)
    assert frem is None or frem.antal >= 3

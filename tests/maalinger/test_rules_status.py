"""Which status every kind of criterion gets, from what was measured. Tables of cases; no database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from aftaler.laesning import Aendring, Enhed, Form, Grundlag, Laesning, Mangel, Pr, Punkt, Reference, Sammenligning
from maalinger.rules import Delmaalstal, Maalt, opfyldelse
from maalinger.rules.opgoerelse import Art
from maalinger.statuses import VAERST_FOERST, Regneregel, Status
from tests.maalinger.laesninger import (
    AFGOERELSER,
    BORGERE,
    FALD_I_ALT,
    FALD_OM_AARET,
    FASTHOLD,
    FORENINGER,
    FORSOERGELSE,
    FRAFLYTNING,
    FRAFLYTNING_MAALT,
    FRIVILLIGE,
    GENHUSNING,
    I_DAG,
    KARAKTERER,
    OMRAADER,
    SLUT,
    START,
    TRYGHED,
    TRYGHED_SUB,
    aar,
    d,
    pr_dato,
    serie,
)

EFTER = date(2023, 5, 15)


def status(laesning, maalinger, *, dato=I_DAG, **andet):
    return opfyldelse(laesning, maalinger, dato=dato, **andet).status


def test_alle_statusser_har_en_plads_i_raekken():
    assert set(VAERST_FOERST) == set(Status)
    assert VAERST_FOERST.index(Status.MAALING_MANGLER) < VAERST_FOERST.index(Status.PAA_SPORET)


@pytest.mark.regel("status")
@pytest.mark.regel("tolerance")
@pytest.mark.regel("plan-ret-linje")
@pytest.mark.parametrize(
    ("laesning", "maalinger", "ventet"),
    [
        (FRAFLYTNING, FRAFLYTNING_MAALT, Status.BAGUD),  # 61 % against 80 %
        (FRAFLYTNING, serie((2021, "21,86")), Status.PAA_SPORET),  # exactly 70 %
        (FRAFLYTNING, serie((2021, "21,87")), Status.BAGUD),
        (FRAFLYTNING, serie((2018, "26,8")), Status.BAGUD),  # the wrong way
        (FRAFLYTNING, serie((2018, "26,2")), Status.BAGUD),  # 0 % against 20 %
        (FRAFLYTNING, serie((2021, "19,8")), Status.PAA_SPORET),  # reached, but its year isn't measured
        (KARAKTERER, serie((2019, "5,8")), Status.PAA_SPORET),  # 33 % against 40 %
        (KARAKTERER, serie((2019, "5,7")), Status.BAGUD),
        (FORENINGER, serie((2021, 74)), Status.PAA_SPORET),  # 73 % against 67 %
        (FORENINGER, serie((2021, 70)), Status.BAGUD),
        (FALD_I_ALT, serie((2021, "33,3")), Status.PAA_SPORET),  # 75 % against 83 %
        (FALD_I_ALT, serie((2021, 34)), Status.BAGUD),
    ],
)
def test_paa_vej(laesning, maalinger, ventet):
    assert status(laesning, maalinger) == ventet


@pytest.mark.regel("endelig-i-maalaaret")
@pytest.mark.regel("paa-den-rigtige-side")
@pytest.mark.parametrize(
    ("laesning", "maalinger", "ventet"),
    [
        (FRAFLYTNING, serie((2022, 20)), Status.OPFYLDT),
        (FRAFLYTNING, serie((2022, "20,04")), Status.IKKE_OPFYLDT),
        (AFGOERELSER, serie((2021, 28)), Status.IKKE_OPFYLDT),  # under 28, not 28
        (AFGOERELSER, serie((2021, "27,9")), Status.OPFYLDT),
        (KARAKTERER, serie((2020, "5,9"), (2021, "6,0"), (2022, "6,1")), Status.OPFYLDT),
        (KARAKTERER, serie((2020, "5,9"), (2021, "6,0"), (2022, "6,0")), Status.IKKE_OPFYLDT),
        (FALD_I_ALT, serie((2022, "32,4")), Status.OPFYLDT),
        (FALD_I_ALT, serie((2022, "32,5")), Status.IKKE_OPFYLDT),
        (BORGERE, serie((2021, 150), (2022, 150)), Status.OPFYLDT),
        (BORGERE, serie((2021, 150), (2022, 149)), Status.IKKE_OPFYLDT),
        (FASTHOLD, serie((2022, 24)), Status.OPFYLDT),
        (FASTHOLD, serie((2022, "24,3")), Status.IKKE_OPFYLDT),
        (replace(FRAFLYTNING, sammenligning=Sammenligning.LIG), serie((2022, 20)), Status.OPFYLDT),
        (replace(FRAFLYTNING, sammenligning=Sammenligning.LIG), serie((2022, 19)), Status.IKKE_OPFYLDT),
    ],
)
def test_i_maalaaret(laesning, maalinger, ventet):
    assert status(laesning, maalinger, dato=EFTER) == ventet


def test_en_maaling_midt_i_maalaaret_er_ikke_endelig_foer_aaret_er_omme():
    maalinger = [pr_dato(date(2022, 9, 15), "21")]
    assert status(FRAFLYTNING, maalinger, dato=date(2022, 12, 31)) == Status.BAGUD
    assert status(FRAFLYTNING, maalinger, dato=date(2023, 1, 1)) == Status.IKKE_OPFYLDT


@pytest.mark.regel("maalaaret-afgoer")
def test_et_senere_aar_aendrer_ikke_maalaarets_svar():
    assert status(FRAFLYTNING, serie((2022, 19), (2023, 25)), dato=date(2024, 5, 1)) == Status.OPFYLDT


def test_uden_aar_i_aftalen_afgoer_planens_sidste_hele_aar():
    maalinger = serie((2021, 76), (2022, 70))
    assert status(GENHUSNING, maalinger, slut=SLUT, dato=date(2023, 4, 30)) == Status.BAGUD
    assert status(GENHUSNING, maalinger, slut=SLUT, dato=date(2023, 5, 1)) == Status.IKKE_OPFYLDT
    assert status(GENHUSNING, maalinger, dato=date(2030, 1, 1)) == Status.BAGUD


@pytest.mark.regel("andel-af-vejen")
@pytest.mark.parametrize(
    ("laesning", "maalt", "vej", "plan"),
    [
        (FRAFLYTNING, "22,4", "0.612903", "0.8"),
        (FRAFLYTNING, "26,8", "-0.096774", "0.8"),
        (KARAKTERER, "5,8", "0.333333", "0.8"),
        (FORENINGER, "74", "0.727273", "0.666667"),
        (GENHUSNING, "60", "0.8", None),  # no start: from zero, and no plan
        (AFGOERELSER, "30", None, None),  # "under" without a start has no way
        (replace(FRAFLYTNING, baseline=Punkt(d(20), 2017, 2017)), "19", None, None),  # zero distance
        (replace(FRAFLYTNING, baseline=Punkt(d(18), 2017, 2017)), "19", None, None),  # began on the good side
        (replace(FRAFLYTNING, baseline=Punkt(d(25))), "22,5", "0.5", None),  # no year to draw the plan from
    ],
)
def test_vej_og_plan(laesning, maalt, vej, plan):
    svar = opfyldelse(laesning, serie((2021, maalt)), dato=I_DAG)
    assert svar.vej == (None if vej is None else Decimal(vej))
    assert svar.plan_vej == (None if plan is None else Decimal(plan))


@pytest.mark.parametrize(("maalt", "ventet"), [("20", Status.PAA_SPORET), ("20,1", Status.BAGUD)])
def test_uden_afstand_at_gaa_afgoer_siden(maalt, ventet):
    assert status(replace(FRAFLYTNING, baseline=Punkt(d(20), 2017, 2017)), serie((2021, maalt))) == ventet


@pytest.mark.regel("delmaal-afloeser-linjen")
@pytest.mark.parametrize(
    ("delmaal", "plan_vaerdi", "ventet"),
    [
        ((), "21.24", Status.BAGUD),
        (((2021, "22,5"),), "22.5", Status.PAA_SPORET),
        (
            ((2020, "24"), (2022, "5")),
            "22",
            Status.PAA_SPORET,
        ),  # half-way from 24 to 20
    ],
)
def test_delmaal_er_planen(delmaal, plan_vaerdi, ventet):
    delmaalstal = [Delmaalstal(aarstal, d(v)) for aarstal, v in delmaal]
    svar = opfyldelse(FRAFLYTNING, FRAFLYTNING_MAALT, dato=I_DAG, delmaal=delmaalstal)
    assert (svar.plan_vaerdi, svar.status) == (Decimal(plan_vaerdi), ventet)


@pytest.mark.parametrize(("maalt", "ventet"), [("60", Status.PAA_SPORET), ("59", Status.BAGUD)])
def test_delmaal_uden_udgangspunkt(maalt, ventet):
    assert status(GENHUSNING, serie((2021, maalt)), delmaal=[Delmaalstal(2021, d(60))]) == ventet


@pytest.mark.regel("overskredet-frist")
@pytest.mark.parametrize(
    ("maalinger", "forfald", "ventet"),
    [
        ((), None, Status.VENTER),
        ((), date(2022, 6, 3), Status.VENTER),
        ((), I_DAG, Status.VENTER),
        ((), date(2022, 6, 1), Status.MAALING_MANGLER),
        (FRAFLYTNING_MAALT, date(2022, 6, 1), Status.MAALING_MANGLER),
        (FRAFLYTNING_MAALT, date(2022, 6, 3), Status.BAGUD),
        (serie((2017, "25")), None, Status.VENTER),  # inside the baseline's years
        (serie((2022, "19")), date(2022, 6, 1), Status.MAALING_MANGLER),  # in June 2022 isn't over
    ],
)
def test_frister(maalinger, forfald, ventet):
    maalinger = [pr_dato(date(2022, 5, 1), "19")] if maalinger == serie((2022, "19")) else maalinger
    assert status(FRAFLYTNING, maalinger, forfald=forfald) == ventet


@pytest.mark.regel("manglende-tal-er-ikke-nul")
@pytest.mark.parametrize(
    "uden_tal",
    [
        aar(2021, None),
        Maalt(date(2021, 1, 1), date(2021, 12, 31), taeller=d(3)),
        Maalt(date(2021, 1, 1), date(2021, 12, 31), taeller=d(0), naevner=d(0)),
    ],
)
def test_en_maaling_uden_tal_er_ikke_nul(uden_tal):
    assert status(FRAFLYTNING, [uden_tal]) == Status.VENTER
    assert opfyldelse(FRAFLYTNING, [aar(2020, "23,1"), uden_tal], dato=I_DAG).periode == "2020"


@pytest.mark.regel("snit-over-vindue")
@pytest.mark.parametrize(
    ("maalinger", "vaerdi", "foreloebig", "periode", "ventet"),
    [
        (serie((2020, "34,6"), (2021, "33,2")), "33.9", (2, 3), "2020–2021", Status.BAGUD),
        (serie((2020, "31"), (2021, "30,8")), "30.9", (2, 3), "2020–2021", Status.PAA_SPORET),
        (serie((2020, "31"), (2022, "29,5")), "30.25", (2, 3), "2020 og 2022", Status.PAA_SPORET),
        (serie((2020, "33")), "33", (1, 3), "2020", Status.PAA_SPORET),
        (serie((2018, "37"), (2019, "36")), "36", None, "2019", Status.BAGUD),
        (serie((2020, "31"), (2021, "30"), (2022, "29")), "30", None, "2020–2022", Status.OPFYLDT),
        ((Maalt(date(2020, 1, 1), date(2022, 12, 31), d("29,9")), aar(2021, 44)), "29.9", None, "2020–2022",
         Status.OPFYLDT),
    ],
)  # fmt: skip
def test_maal_over_flere_aar(maalinger, vaerdi, foreloebig, periode, ventet):
    svar = opfyldelse(FORSOERGELSE, maalinger, dato=EFTER)
    assert (svar.vaerdi, svar.foreloebig, svar.periode, svar.status) == (Decimal(vaerdi), foreloebig, periode, ventet)


@pytest.mark.regel("udgangspunkt-kan-maales")
@pytest.mark.parametrize(
    ("maalinger", "ventet"),
    [
        (serie((2013, 25), (2014, 27), (2015, 26), (2016, 27), (2017, 26), (2021, "21")), Status.PAA_SPORET),
        (serie((2013, 25), (2014, 27), (2015, 26), (2016, 27), (2021, "21")), Status.BAGUD),  # a year lacks: no plan
    ],
)
def test_udgangspunktet_kan_vaere_maalt(maalinger, ventet):
    uden_tal = replace(FRAFLYTNING, baseline=Punkt(None, 2013, 2017))
    svar = opfyldelse(uden_tal, maalinger, dato=I_DAG)
    assert svar.status == ventet
    assert (svar.start is not None) is (ventet == Status.PAA_SPORET)


@pytest.mark.regel("hver-periode-for-sig")
@pytest.mark.parametrize(
    ("maalinger", "slut", "dato", "ventet"),
    [
        (serie((2021, 54)), None, I_DAG, Status.OPFYLDT),  # every year is its own
        (serie((2021, 49)), None, I_DAG, Status.IKKE_OPFYLDT),
        (serie((2020, 48), (2021, 54)), SLUT, I_DAG, Status.PAA_SPORET),
        (serie((2020, 54), (2021, 46)), SLUT, I_DAG, Status.PAA_SPORET),  # 92 %
        (serie((2020, 54), (2021, 44)), SLUT, I_DAG, Status.BAGUD),
        (serie((2020, 48), (2021, 54), (2022, 54)), SLUT, EFTER, Status.IKKE_OPFYLDT),  # 2020 missed it
        (serie((2020, 50), (2021, 54), (2022, 54)), SLUT, EFTER, Status.OPFYLDT),
    ],
)
def test_om_aaret(maalinger, slut, dato, ventet):
    assert status(FRIVILLIGE, maalinger, slut=slut, dato=dato) == ventet


@pytest.mark.regel("aaret-er-ikke-omme")
@pytest.mark.parametrize(("antal", "ventet"), [(20, Status.PAA_SPORET), (7, Status.BAGUD), (51, Status.PAA_SPORET)])
def test_et_aar_der_ikke_er_omme_er_foreloebigt(antal, ventet):
    kvartal = Maalt(date(2022, 1, 1), date(2022, 3, 31), d(antal))
    svar = opfyldelse(FRIVILLIGE, [aar(2021, 54), kvartal], dato=I_DAG, slut=SLUT)
    assert (svar.status, svar.foreloebig, svar.foreloebig_enhed) == (ventet, (3, 12), "måneder")


@pytest.mark.parametrize(
    ("pr", "maalt", "ventet"),
    [
        (Pr.KVARTAL, Maalt(date(2021, 10, 1), date(2021, 12, 31), d(50)), Status.OPFYLDT),
        (Pr.KVARTAL, Maalt(date(2021, 1, 1), date(2021, 12, 31), d(150)), Status.IKKE_OPFYLDT),  # 37,5 a quarter
        (Pr.HALVAAR, Maalt(date(2021, 1, 1), date(2021, 12, 31), d(100)), Status.OPFYLDT),
        (Pr.MAANED, Maalt(date(2021, 12, 1), date(2021, 12, 31), d(49)), Status.IKKE_OPFYLDT),
        (Pr.UGE, Maalt(date(2021, 11, 1), date(2021, 11, 7), d(50)), Status.OPFYLDT),
    ],
)
def test_om_kvartalet_maaneden_og_ugen(pr, maalt, ventet):
    assert status(replace(FRIVILLIGE, pr=pr), [maalt]) == ventet


@pytest.mark.regel("antal-i-alt-foelger-tiden")
@pytest.mark.parametrize(
    ("maalinger", "ventet"),
    [
        (serie((2020, 40), (2021, 60)), Status.BAGUD),  # 33 % of the goal, 32 of 44 months
        (serie((2020, 100), (2021, 100)), Status.PAA_SPORET),
        (serie((2021, 300)), Status.PAA_SPORET),
        ((), Status.VENTER),
    ],
)
def test_antal_i_alt(maalinger, ventet):
    assert status(BORGERE, maalinger, start=START, slut=SLUT) == ventet


def test_et_antal_der_ikke_er_talt_faerdigt_er_ikke_endeligt():
    halvaar = [Maalt(date(2022, 1, 1), date(2022, 6, 30), d(200))]
    assert status(BORGERE, halvaar, start=START, slut=SLUT, dato=EFTER) == Status.BAGUD


@pytest.mark.regel("regneregel")
@pytest.mark.regel("antal-laegges-sammen")
@pytest.mark.parametrize(
    ("maalinger", "regneregel", "vaerdi"),
    [
        (serie((2020, 40), (2021, 60)), None, 100),
        (serie((2020, 40), (2021, 60)), Regneregel.SENESTE, 60),
        (serie((2020, 70), (2021, 60)), "hoejeste", 70),
        (serie((2020, 40), (2021, 60)), Regneregel.SNIT, 50),
        ([pr_dato(date(2020, 6, 1), "40"), pr_dato(date(2021, 6, 1), "60")], None, 60),  # levels, not flows
        ([pr_dato(date(2020, 6, 1), "40"), pr_dato(date(2021, 6, 1), "60")], Regneregel.SUM, 100),
        ([Maalt(date(2020, 1, 1), date(2020, 12, 31), d(40)), Maalt(date(2020, 1, 1), date(2021, 12, 31), d(90))],
         None, 90),  # they overlap: counted up already
    ],
)  # fmt: skip
def test_flere_maalinger_bliver_til_et_tal(maalinger, regneregel, vaerdi):
    assert opfyldelse(BORGERE, maalinger, dato=I_DAG, regneregel=regneregel).vaerdi == vaerdi


def test_andele_laegges_sammen_som_broeker():
    maalinger = [pr_dato(date(2021, 6, 30), af=(30, 50)), pr_dato(date(2021, 12, 31), af=(52, 54))]
    seneste = opfyldelse(GENHUSNING, maalinger, dato=I_DAG)
    assert (seneste.vaerdi, seneste.taeller, seneste.naevner) == (Decimal("96.296296"), 52, 54)
    samlet = opfyldelse(GENHUSNING, maalinger, dato=I_DAG, regneregel=Regneregel.SUM)
    assert (samlet.vaerdi, samlet.taeller) == (Decimal("78.846154"), None)  # 82 of 104, not the mean of two shares


@pytest.mark.regel("mod-en-andens-tal")
@pytest.mark.parametrize(
    ("laesning", "maalinger", "ventet", "reference"),
    [
        (TRYGHED_SUB, [aar(2021, 74)], Status.PAA_SPORET, "72.4"),
        (TRYGHED_SUB, [aar(2021, "72,4")], Status.BAGUD, "72.4"),  # over, not level
        (TRYGHED_SUB, [aar(2021, 74, reference="75,1")], Status.BAGUD, "75.1"),  # the same year's goes first
        (replace(TRYGHED_SUB, maalbar=False, reference=Reference("kommunen")), [aar(2021, 74)],
         Status.IKKE_MAALBART, None),
        (replace(TRYGHED_SUB, maalbar=False, reference=Reference("kommunen")), [aar(2021, 74, reference="70")],
         Status.PAA_SPORET, "70"),
    ],
)  # fmt: skip
def test_sammenligning(laesning, maalinger, ventet, reference):
    svar = opfyldelse(laesning, maalinger, dato=I_DAG)
    assert (svar.status, svar.reference) == (ventet, None if reference is None else Decimal(reference))


@pytest.mark.regel("aendring-fra-foregaaende")
@pytest.mark.parametrize(
    ("maalinger", "slut", "ventet"),
    [
        ((), None, Status.IKKE_MAALBART),  # the baseline was never written down
        (serie((2017, 22)), None, Status.VENTER),
        (serie((2017, 22), (2018, "19,8")), None, Status.OPFYLDT),
        (serie((2017, 22), (2018, 20)), None, Status.IKKE_OPFYLDT),
        (serie((2017, 22), (2018, 20)), SLUT, Status.PAA_SPORET),  # 91 % of the fall
        (serie((2017, 22), (2018, 21)), SLUT, Status.BAGUD),
        (serie((2017, 22), (2019, 10)), None, Status.MAALING_MANGLER),  # 2018 is a gap, not a zero
        (serie((2017, 0), (2018, 0)), None, Status.OPFYLDT),
        (serie((2017, 0), (2018, 1)), None, Status.IKKE_OPFYLDT),
        (serie((2017, 22), (2018, 20), (2019, 18)), None, Status.OPFYLDT),  # judged on the newest year
    ],
)
def test_aendring_fra_aaret_foer(maalinger, slut, ventet):
    assert status(FALD_OM_AARET, maalinger, slut=slut) == ventet


@pytest.mark.regel("aendring-til-niveau")
@pytest.mark.parametrize(
    ("aendring", "maal"),
    [
        (Aendring(d(-10), "procent", Grundlag.BASELINE), "32.4"),
        (Aendring(d(-50), "procent"), "18"),
        (Aendring(d(100), "procent"), "72"),
        (Aendring(d(-6), "antal"), "30"),
        (Aendring(d("2,5"), "procentpoint"), "38.5"),
    ],
)
def test_aendring_bliver_til_et_niveau(aendring, maal):
    laesning = replace(FALD_I_ALT, aendring=aendring, sammenligning=None, retning=None)
    assert opfyldelse(laesning, serie((2021, 34)), dato=I_DAG).maal == Decimal(maal)


def test_aendring_om_aaret_af_udgangspunktet_gaar_lige():
    laesning = replace(FALD_I_ALT, pr=Pr.AAR, maal=Punkt(None, None, 2019))
    svar = opfyldelse(laesning, serie((2018, "28,8")), dato=date(2019, 5, 1))
    assert (svar.maal, svar.plan_vaerdi, svar.status) == (Decimal("25.2"), Decimal("28.8"), Status.PAA_SPORET)


@pytest.mark.regel("fastholdt")
@pytest.mark.parametrize(
    ("sammenligning", "maalt", "ventet"),
    [
        (None, "24,2", Status.PAA_SPORET),  # no side is given: at most the tolerance away
        (None, "24,3", Status.BAGUD),
        (None, "19,7", Status.BAGUD),
        (Sammenligning.HOEJST, "22", Status.PAA_SPORET),
        (Sammenligning.HOEJST, "22,1", Status.BAGUD),
        (Sammenligning.MINDST, "30", Status.PAA_SPORET),
    ],
)
def test_fastholdelse(sammenligning, maalt, ventet):
    assert status(replace(FASTHOLD, sammenligning=sammenligning), serie((2021, maalt))) == ventet


@pytest.mark.regel("hul-er-et-svar")
@pytest.mark.regel("kriteriets-art")
@pytest.mark.parametrize(
    "laesning",
    [
        TRYGHED,
        Laesning(Form.KVALITATIV),
        Laesning(Form.IKKE_FASTLAGT, mangler=(Mangel.MAALTAL,)),
        Laesning(Form.ANTAL, False, mangler=(Mangel.MAALTAL,)),
        Laesning(Form.NIVEAU, True, enhed=Enhed.PROCENT),
        Laesning(Form.AENDRING, True, enhed=Enhed.PROCENT),
        Laesning(Form.FASTHOLDELSE, True, enhed=Enhed.PROCENT),
        replace(FRAFLYTNING, maalbar=False),  # two targets in one sentence
        replace(FALD_I_ALT, baseline=None),
    ],
)
@pytest.mark.parametrize("maalinger", [(), FRAFLYTNING_MAALT])
def test_ikke_maalbart_siger_hvad_der_mangler(laesning, maalinger):
    svar = opfyldelse(laesning, maalinger, dato=I_DAG)
    assert svar.status == Status.IKKE_MAALBART
    assert svar.mangler[0]
    assert (svar.vej, svar.plan_vej) == (None, None)


@pytest.mark.regel("omraade-for-omraade")
@pytest.mark.regel("vaerste-omraade-vinder")
@pytest.mark.parametrize(
    ("pr_omraade", "ventet", "hver"),
    [
        ({"Motalavej": "29", "Skælskør": "18", "Sydbyen": "29"}, Status.OPFYLDT, ["opfyldt"] * 3),
        ({"Motalavej": "31", "Skælskør": "18", "Sydbyen": "29"}, Status.IKKE_OPFYLDT,
         ["ikke_opfyldt", "opfyldt", "opfyldt"]),
        ({"Motalavej": "29", "Skælskør": "18"}, Status.VENTER, ["opfyldt", "opfyldt", "venter"]),
        ({"motalavej ": "29", "SKÆLSKØR": "18", "Sydbyen": "29"}, Status.OPFYLDT, ["opfyldt"] * 3),
        ({}, Status.VENTER, ["venter"] * 3),
    ],
)  # fmt: skip
def test_omraader_med_hver_sit_maal(pr_omraade, ventet, hver):
    maalinger = [aar(2021, vaerdi, omraade=navn) for navn, vaerdi in pr_omraade.items()]
    svar = opfyldelse(OMRAADER, maalinger, dato=I_DAG)
    assert svar.status == ventet
    assert [(et.navn, et.opfyldelse.status.value) for et in svar.omraader] == list(
        zip(["Motalavej", "Skælskør", "Sydbyen"], hver, strict=True)
    )


def test_en_frist_rammer_kun_de_omraader_der_ikke_er_maalt():
    maalinger = [aar(2020, 29, omraade="Motalavej"), aar(2020, 18, omraade="Skælskør")]
    svar = opfyldelse(OMRAADER, maalinger, dato=I_DAG, forfald=date(2022, 4, 1))
    assert [et.opfyldelse.status for et in svar.omraader] == [
        Status.PAA_SPORET,
        Status.PAA_SPORET,
        Status.MAALING_MANGLER,
    ]
    assert svar.status == Status.MAALING_MANGLER


def test_samlet_og_hver_for_sig():
    navne = ("Ringparken", "Motalavej")
    maalinger = [
        *serie((2017, 22), (2018, "19,5")),
        *(aar(2017, 30, omraade=navn) for navn in navne),
        aar(2018, 27, omraade="Ringparken"),
        aar(2018, 28, omraade="Motalavej"),
    ]
    svar = opfyldelse(FALD_OM_AARET, maalinger, dato=I_DAG, omraader=navne)
    assert [(et.navn, et.opfyldelse.status) for et in svar.omraader] == [
        (None, Status.OPFYLDT),
        ("Ringparken", Status.OPFYLDT),
        ("Motalavej", Status.IKKE_OPFYLDT),
    ]
    assert svar.status == Status.IKKE_OPFYLDT


def test_er_kun_omraaderne_maalt_bedoemmes_de_hver_for_sig():
    maalinger = [aar(2021, 74, omraade="Ringparken"), aar(2021, 60, omraade="Motalavej")]
    assert len(opfyldelse(TRYGHED_SUB, maalinger, dato=I_DAG).omraader) == 2
    assert opfyldelse(TRYGHED_SUB, [*maalinger, aar(2021, 73)], dato=I_DAG).omraader == ()
    assert opfyldelse(TRYGHED, maalinger, dato=I_DAG).omraader == ()


@pytest.mark.parametrize(
    ("laesning", "art"),
    [(FRAFLYTNING, Art.NIVEAU), (BORGERE, Art.SAMLET), (FRIVILLIGE, Art.PR_PERIODE), (FASTHOLD, Art.FASTHOLDELSE),
     (TRYGHED_SUB, Art.SAMMENLIGNING), (GENHUSNING, Art.NIVEAU), (FALD_I_ALT, Art.NIVEAU)],
)  # fmt: skip
def test_svaret_siger_hvordan_der_blev_regnet(laesning, art):
    assert opfyldelse(laesning, serie((2021, 21)), dato=I_DAG).art == art

"""Every rule that proposes an item fires on what it is about, keeps quiet on the rest, and holds its figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.reports.penge import Penge
from aftaler.rules.aktiviteter import Forloeb, Trin
from aftaler.rules.organer import Post, Stol
from maalinger.statuses import Status
from moeder.statuses import Pengeemne
from overblik.rules.afvigelser import REGLER, afvigelser
from overblik.rules.afvigelsestyper import (
    GRUND,
    TITEL,
    Fakta,
    Kriteriefakta,
    Pengefakta,
    Stillefakta,
    TilAfgoerelse,
)
from overblik.rules.plandata import Aktivitet, Delaftale, Forfald, Omraade, Plan

START, SLUT, DAG = date(2019, 5, 1), date(2023, 4, 30), date(2022, 6, 15)


def siddende(navn="Inger Holt", rolle="medlem", til=None):
    return Post(navn, rolle, START, til)


BESTYRELSE = (
    Stol("Direktør, boligforening", "boligorganisation", (siddende(rolle="formand"),)),
    Stol("Direktør, kommune", "kommune", (siddende("Bo Friis"),)),
)
I_GANG = Aktivitet(7, "Lektiecafé", forloeb=Forloeb(START, SLUT))
DELAFTALE = Delaftale("5.2", "Beskæftigelse", START, SLUT, (I_GANG,), gennemgaaet=date(2022, 1, 1))
PLAN = Plan(
    start=START,
    slut=SLUT,
    dag=DAG,
    generation="B",
    periode="2019-26",
    periode_fra=2019,
    krav=Decimal("0.25"),
    penge=Penge((None, None), (), (), (), (), ()),
    omraader=(Omraade("5.2", "Beskæftigelse", DELAFTALE),),
    bestyrelse=BESTYRELSE,
)
I_ORDEN = Fakta(PLAN, delaftaler=(("5.2", 40),))


def kriterium(noegle=1, status=Status.BAGUD, **felter):
    standard = {"navn": f"Kriterium {noegle}", "omraade_nr": "5.2", "omraade_navn": "Beskæftigelse",
                "saetning": "12 % mod 10 %.", "tal": "12 2021"}  # fmt: skip
    return Kriteriefakta(noegle=noegle, status=status, **{**standard, **felter})


def med_delaftale(**felter):
    return replace(I_ORDEN, plan=replace(PLAN, omraader=(Omraade("5.2", "", replace(DELAFTALE, **felter)),)))


def med_plan(**felter):
    return replace(I_ORDEN, plan=replace(PLAN, **felter))


SEN = replace(I_GANG, forloeb=Forloeb(START, SLUT, (Trin("Holdet begynder", date(2021, 1, 1)),)))


def regler(fakta):
    return [et.regel for et in afvigelser(fakta)]


def test_hvor_alt_er_i_orden_foreslaas_intet():
    assert regler(I_ORDEN) == []


@pytest.mark.regel("forslag-kriterier")
@pytest.mark.parametrize(
    ("kriterier", "titler"),
    [
        ((kriterium(status=Status.OPFYLDT), kriterium(2, Status.PAA_SPORET), kriterium(3, Status.VENTER)), []),
        ((kriterium(),), ["Kriteriet »Kriterium 1« er bagud"]),
        ((kriterium(status=Status.IKKE_OPFYLDT),), ["Kriteriet »Kriterium 1« er ikke opfyldt"]),
        (
            (kriterium(), kriterium(2, Status.IKKE_OPFYLDT), kriterium(3, omraade_nr="5.3")),
            ["5.2 Beskæftigelse: to kriterier er bagud eller ikke opfyldt", "Kriteriet »Kriterium 3« er bagud"],
        ),
    ],
)
def test_kriterier_foreslaas_pr_indsatsomraade(kriterier, titler):
    fundet = afvigelser(replace(I_ORDEN, kriterier=kriterier))
    assert [et.titel for et in fundet] == titler
    assert {et.regel for et in fundet} <= {"forslag-kriterier"}


def test_punktet_om_flere_kriterier_har_dem_alle_som_emner_og_saetninger():
    (fundet,) = afvigelser(replace(I_ORDEN, kriterier=(kriterium(), kriterium(2))))
    assert fundet.udkast.emner == (("kriterium", 1), ("kriterium", 2))
    assert fundet.grund == "Kriterium 1: 12 % mod 10 %. Kriterium 2: 12 % mod 10 %."
    assert fundet.udkast.sagsfremstilling.count("<li>") == 2


@pytest.mark.regel("forslag-maalinger")
def test_en_maaling_hvis_frist_er_gaaet():
    (fundet,) = afvigelser(replace(I_ORDEN, kriterier=(kriterium(status=Status.MAALING_MANGLER),)))
    assert (fundet.regel, fundet.titel) == ("forslag-maalinger", "Kriteriet »Kriterium 1« mangler en måling")


@pytest.mark.regel("forslag-aktiviteter")
def test_forsinkede_og_stille_aktiviteter_er_et_punkt_pr_delaftale():
    (fundet,) = afvigelser(med_delaftale(aktiviteter=(SEN,)))
    assert fundet.titel == "Delaftale 5.2: »Lektiecafé« er forsinket"
    assert fundet.udkast.emner == (("aktivitet", 7),)
    stille = Stillefakta(8, "Cykelværksted", "Ingen har rørt »Cykelværksted« i 200 dage.", date(2021, 11, 1))
    begge = replace(med_delaftale(aktiviteter=(SEN, replace(I_GANG, noegle=8, navn="Cykelværksted"))), stille=(stille,))
    (kun_stille,) = afvigelser(
        replace(begge, plan=med_delaftale(aktiviteter=begge.plan.delaftaler[0].aktiviteter[1:]).plan)
    )
    assert kun_stille.titel == "Delaftale 5.2: »Cykelværksted« står stille"
    (fundet,) = afvigelser(begge)
    assert fundet.titel == "Delaftale 5.2: to aktiviteter er forsinkede eller står stille"
    assert "Ingen har rørt »Cykelværksted« i 200 dage." in fundet.grund


def test_et_fund_nogen_lod_staa_foreslaas_ikke():
    ladt = frozenset({("aktivitet-er-i-gang", "7-forsinket")})
    assert regler(replace(med_delaftale(aktiviteter=(SEN,)), frafaldet=ladt)) == []


@pytest.mark.regel("forslag-medfinansiering")
def test_medfinansiering_der_mangler():
    penge = (Pengefakta("Kommunen mangler at levere 60.000 kr. i timer.", "Kommunen|timer|60000|0"),)
    (fundet,) = afvigelser(replace(I_ORDEN, givere=penge))
    assert (fundet.regel, fundet.grund) == (
        "forslag-medfinansiering",
        "Kommunen mangler at levere 60.000 kr. i timer.",
    )


@pytest.mark.regel("forslag-uden-beloeb")
def test_et_punkt_om_penge_naevner_ingen_beloeb_i_teksten():
    penge = (Pengefakta("Kommunen mangler at levere 60.000 kr. i timer.", "1", 2017),)
    for felter, emne in (
        ({"givere": penge}, Pengeemne.MEDFINANSIERING),
        ({"overskredet": ("5.2 har brugt 60.000 kr. mere end budgettet.",)}, Pengeemne.OVERSKRIDELSE),
        ({"rester": penge}, Pengeemne.UFORBRUGT),
    ):
        (fundet,) = afvigelser(replace(I_ORDEN, **felter))
        assert fundet.udkast.emner == (("penge", emne.value),)
        assert "60.000" not in f"{fundet.titel}{fundet.udkast.sagsfremstilling}{fundet.udkast.indstilling}"


@pytest.mark.regel("forslag-overskridelse")
def test_et_budget_der_er_overskredet():
    fundet = afvigelser(replace(I_ORDEN, overskredet=("5.2 har brugt 10 kr. mere end budgettet på 5 kr.",)))
    assert [(et.regel, et.udkast.art) for et in fundet] == [("forslag-overskridelse", "B")]


@pytest.mark.regel("forslag-uforbrugte-midler")
def test_uforbrugte_midler_er_et_punkt_pr_aar():
    rester = (Pengefakta("165.000 kr. fra 2017 er ikke brugt.", "1|165000", 2017), Pengefakta("Andet.", "2", 2018))
    assert [et.titel for et in afvigelser(replace(I_ORDEN, rester=rester))] == [
        "Uforbrugte midler fra 2017",
        "Uforbrugte midler fra 2018",
    ]


@pytest.mark.regel("forslag-gennemgang")
@pytest.mark.parametrize(
    ("gennemgaaet", "frist", "grund"),
    [
        (date(2022, 1, 1), (), None),
        (date(2021, 6, 1), (), "Delaftale 5.2 Beskæftigelse er ikke gennemgået siden 1. juni 2021."),
        (
            date(2022, 1, 1),
            (("5.2", date(2022, 9, 1)),),
            "Delaftale 5.2 Beskæftigelse skal gennemgås senest 1. september 2022.",
        ),
        (date(2022, 1, 1), (("5.2", date(2022, 12, 1)),), None),
    ],
)
def test_en_delaftale_foreslaas_til_gennemgang(gennemgaaet, frist, grund):
    fakta = replace(med_delaftale(navn="Beskæftigelse", gennemgaaet=gennemgaaet), gennemgange=frist)
    fundet = afvigelser(fakta)
    assert [et.grund.replace("\u00a0", " ") for et in fundet] == ([grund] if grund else [])
    assert [et.udkast.emner for et in fundet] == ([(("delaftale", 40),)] if grund else [])


@pytest.mark.regel("forslag-pladser")
def test_en_ledig_plads_i_bestyrelsen():
    fakta = med_plan(bestyrelse=(*BESTYRELSE, Stol("Beboer")))
    (fundet,) = afvigelser(fakta)
    assert (fundet.regel, fundet.grund) == ("forslag-pladser", "Pladsen »Beboer« i bestyrelsen er ledig.")


@pytest.mark.regel("forslag-perioder")
@pytest.mark.parametrize(
    ("poster", "antal"),
    [
        ((siddende(til=date(2022, 9, 13)),), 1),
        ((siddende(til=date(2022, 9, 14)),), 0),
        ((siddende(),), 0),
        ((siddende(til=date(2022, 8, 1)), Post("Ny", "medlem", date(2022, 8, 2), None)), 0),
    ],
)
def test_en_periode_der_snart_udloeber(poster, antal):
    fakta = med_plan(bestyrelse=(*BESTYRELSE, Stol("Beboer", "", poster)))
    assert regler(fakta) == ["forslag-perioder"] * antal


@pytest.mark.regel("forslag-aendringer")
def test_en_aendring_der_venter_paa_bestyrelsen():
    venter = (TilAfgoerelse(3, "Delaftale 5.2", "Flere hold", date(2022, 6, 1)),)
    (fundet,) = afvigelser(replace(I_ORDEN, aendringer=venter))
    assert (fundet.titel, fundet.udkast.art, fundet.udkast.emner) == (
        "Godkendelse af ændring: Delaftale 5.2",
        "B",
        (("aendring", 3),),
    )


@pytest.mark.regel("forslag-vilkaar")
@pytest.mark.parametrize(
    ("dag", "ord_"), [(date(2022, 6, 1), "skulle være"), (date(2022, 9, 13), "skal være"), (date(2022, 9, 14), None)]
)
def test_et_vilkaar_foreslaas_fra_halvfems_dage_foer(dag, ord_):
    fundet = afvigelser(med_plan(vilkaar=(Forfald(9, "Ny milepælsplan", dag, 3),)))
    assert [ord_ in et.grund for et in fundet] == ([True] if ord_ else [])


@pytest.mark.regel("forslag-regnskab")
def test_regnskaber_der_snart_skal_sendes_er_et_punkt():
    regnskaber = ((2020, date(2021, 6, 30)), (2021, date(2022, 6, 30)), (2022, date(2023, 6, 30)))
    assert [et.titel for et in afvigelser(replace(I_ORDEN, regnskaber=regnskaber))] == ["Regnskab 2020, 2021"]


@pytest.mark.regel("forslag-eftersyn")
@pytest.mark.parametrize(("dag", "antal"), [(date(2022, 9, 1), 1), (date(2022, 12, 1), 0)])
def test_eftersynet_foreslaas_naar_det_naermer_sig(dag, antal):
    fakta = replace(I_ORDEN, eftersyn=(Forfald(2, "Ét-års-eftersyn med Landsbyggefonden", dag),))
    assert regler(fakta) == ["forslag-eftersyn"] * antal


def test_nye_tal_er_et_nyt_forslag():
    gamle, nye = (
        afvigelser(replace(I_ORDEN, kriterier=(kriterium(tal=tal),)))[0].noegle for tal in ("12 2021", "13 2022")
    )
    assert gamle != nye


@given(
    st.lists(
        st.builds(
            kriterium,
            noegle=st.integers(1, 99),
            status=st.sampled_from(Status),
            navn=st.text(min_size=1, max_size=200),
            saetning=st.text(max_size=400),
            tal=st.text(max_size=20),
            omraade_nr=st.sampled_from(["5.2", "5.3"]),
        )
    ),
    st.lists(st.builds(Pengefakta, st.text(max_size=300), st.text(max_size=50), st.just(2021))),
)
def test_samme_tal_giver_samme_forslag_og_de_kan_gemmes(kriterier, penge):
    kriterier.sort(key=lambda et: et.omraade_nr)
    fakta = replace(I_ORDEN, kriterier=tuple(kriterier), givere=tuple(penge))
    fundet = afvigelser(fakta)
    assert fundet == afvigelser(fakta)
    assert len({(et.regel, et.noegle) for et in fundet}) == len(fundet)
    assert all(len(et.titel) <= TITEL and len(et.grund) <= GRUND and len(et.noegle) <= 200 for et in fundet)
    assert {et.regel for et in fundet} <= set(REGLER)
    assert "<script" not in "".join(et.udkast.sagsfremstilling for et in fundet).lower()

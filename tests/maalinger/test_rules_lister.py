"""The lists: the law's signs at equality, what isn't known, years in a row, and what would change the answer."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftaler.laesning import Enhed, Sammenligning
from kerne.talformat import FAST_MELLEMRUM
from maalinger.rules import listeord
from maalinger.rules.diskretion import Skjult
from maalinger.rules.listecitater import citeret
from maalinger.rules.lister import kravsvar, udvikling, vurder
from maalinger.rules.listetyper import Listegrundlag, Listekrav, Listeregler, Omraadetal
from maalinger.statuses import Graensegrundlag, Listesvar, Listetype

OVER, MINDST, UNDER = Sammenligning.OVER, Sammenligning.MINDST, Sammenligning.UNDER
UDSAT, PARALLEL, OMDANNELSE = Listetype.UDSAT, Listetype.PARALLELSAMFUND, Listetype.OMDANNELSE
JA, NEJ, UKENDT = Listesvar.PAA, Listesvar.IKKE, Listesvar.UKENDT

ARBEJDE = Listekrav("arbejde", "Uden arbejde", Enhed.PROCENT, OVER, Decimal(40), vindue=2, bagud=0)
DOEMTE = Listekrav(
    "doemte", "Dømte", Enhed.PROCENT, MINDST, Decimal(3), Graensegrundlag.GANGE_LANDET, vindue=2, bagud=0
)
SKOLE = Listekrav("skole", "Kun grundskole", Enhed.PROCENT, OVER, Decimal(60), bagud=0)
INDKOMST = Listekrav("indkomst", "Indkomst", Enhed.PROCENT, UNDER, Decimal(55), Graensegrundlag.PROCENT_AF_REGION)
HERKOMST = Listekrav("herkomst", "Ikke-vestlige", Enhed.PROCENT, OVER, Decimal(50), paakraevet=True, bagud=0)
LANDET = {("doemte", aar): Fraction(95, 100) for aar in range(2010, 2030)}
REGLER = (
    Listeregler(UDSAT, 2018, kraever=2, krav=(ARBEJDE, DOEMTE, SKOLE, INDKOMST)),
    Listeregler(PARALLEL, 2018, kraever=1, bygger_paa=UDSAT, krav=(HERKOMST,)),
    Listeregler(OMDANNELSE, 2018, bygger_paa=PARALLEL, aar_i_traek=5),
)
GRUNDLAG = Listegrundlag(REGLER, LANDET)


@pytest.mark.regel("listens-tegn")
@pytest.mark.parametrize(
    ("krav", "tal", "ventet"),
    [
        pytest.param(ARBEJDE, "40", False, id="præcis 40 er ikke over 40"),
        pytest.param(ARBEJDE, "40.001", True, id="lidt over 40"),
        pytest.param(SKOLE, "60", False, id="præcis 60 er ikke over 60"),
        pytest.param(DOEMTE, "2.85", True, id="præcis 3 gange landet er nok"),
        pytest.param(DOEMTE, "2.849", False, id="lidt under 3 gange landet"),
        pytest.param(INDKOMST, "55", False, id="præcis 55 er ikke under 55"),
        pytest.param(INDKOMST, "54.999", True, id="lidt under 55"),
        pytest.param(HERKOMST, "50", False, id="præcis 50 er ikke over 50"),
        pytest.param(ARBEJDE, "0", False, id="nul er et tal"),
    ],
)
def test_lovens_tegn_paa_graensen(krav, tal, ventet):
    assert kravsvar(krav, _tal(tal), GRUNDLAG, 2023).svar is ventet


@pytest.mark.regel("graensen-foelger-landet")
def test_graensen_er_tre_gange_landets_snit_af_de_samme_to_aar():
    landet = {("doemte", 2022): Fraction(9, 10), ("doemte", 2023): Fraction(1)}
    assert kravsvar(DOEMTE, _tal("3"), replace(GRUNDLAG, landstal=landet), 2023).taerskel == Fraction(285, 100)


@pytest.mark.parametrize(
    ("krav", "tal", "landet", "grund"),
    [
        (ARBEJDE, {}, LANDET, "Tallet for 2022–2023 mangler."),
        (ARBEJDE, {(2023, 2023): Fraction(41)}, LANDET, "Tallet for 2022–2023 mangler."),
        (
            ARBEJDE,
            {(2022, 2022): Skjult(5), (2023, 2023): Fraction(41)},
            LANDET,
            f"Tallet for 2022–2023 er skjult. {Skjult(5).grund}",
        ),
        (DOEMTE, {(2022, 2023): Fraction(3)}, {}, "Landsgennemsnittet for 2022–2023 mangler."),
        (
            replace(INDKOMST, enhed=Enhed.KRONER),
            {(2023, 2023): Fraction(200_000)},
            {},
            "Tallet skal være i procent af regionens gennemsnit.",
        ),
    ],
)
def test_det_der_ikke_vides_er_aldrig_nej(krav, tal, landet, grund):
    svar = kravsvar(krav, tal, Listegrundlag(REGLER, landet), 2023)
    assert (svar.svar, svar.grund) == (None, grund)


@pytest.mark.regel("listens-aar")
@pytest.mark.parametrize(
    ("bagud", "aarene", "brugt"),
    [
        (0, (2021, 2022, 2023), (2022, 2023)),
        (1, (2020, 2021, 2022, 2023), (2021, 2022)),
        (2, (2019, 2020, 2021, 2022), (2020, 2021)),
        (None, (2020, 2021, 2022), (2021, 2022)),
        (None, (2020, 2021), (2020, 2021)),
    ],
)
def test_listen_bruger_det_nyeste_hele_vindue(bagud, aarene, brugt):
    svar = kravsvar(replace(ARBEJDE, bagud=bagud), {(et, et): Fraction(et) for et in aarene}, GRUNDLAG, 2023)
    assert (svar.aar, svar.vaerdi) == (brugt, Fraction(sum(brugt), 2))


def test_tal_der_er_aeldre_end_to_aar_er_ikke_listens():
    assert kravsvar(SKOLE, {(2020, 2020): Fraction(70)}, GRUNDLAG, 2023).svar is None


@pytest.mark.regel("paa-listen")
@pytest.mark.regel("ukendt-er-ikke-nej")
@pytest.mark.parametrize(
    ("tal", "beboere", "ventet"),
    [
        pytest.param({"arbejde": "41", "skole": "61", "doemte": "1", "indkomst": "70"}, 1500, JA, id="to af fire"),
        pytest.param({"arbejde": "41", "skole": "59", "doemte": "1", "indkomst": "70"}, 1500, NEJ, id="en af fire"),
        pytest.param({"arbejde": "41", "skole": "61"}, 1500, JA, id="to er nok, selv om to er ukendte"),
        pytest.param({"arbejde": "41", "doemte": "1", "indkomst": "70"}, 1500, UKENDT, id="den ukendte kan afgøre det"),
        pytest.param({"arbejde": "39", "doemte": "1", "indkomst": "70"}, 1500, NEJ, id="den ukendte er ikke nok"),
        pytest.param({}, 1500, UKENDT, id="intet vides"),
        pytest.param({"arbejde": "41", "skole": "61"}, 999, NEJ, id="under 1.000 beboere"),
        pytest.param({"arbejde": "41", "skole": "61"}, 1000, JA, id="præcis 1.000 beboere"),
        pytest.param({"arbejde": "41", "skole": "61"}, None, UKENDT, id="beboertallet mangler"),
    ],
)
def test_to_af_fire_og_tusind_beboere(tal, beboere, ventet):
    omraade = Omraadetal("Vænget", {kode: _tal(et) for kode, et in tal.items()}, beboere)
    assert vurder(GRUNDLAG, omraade, UDSAT, 2023).beregnet == ventet


@pytest.mark.parametrize(
    ("herkomst", "udsat", "ventet"),
    [("51", True, JA), ("50", True, NEJ), ("51", False, NEJ), (None, True, UKENDT), (None, False, NEJ)],
)
def test_et_parallelsamfund_er_et_udsat_omraade_hvor_det_paakraevede_kriterium_er_opfyldt(herkomst, udsat, ventet):
    tal = {"arbejde": _tal("41" if udsat else "39"), "skole": _tal("61"), "doemte": _tal("1"), "indkomst": _tal("70")}
    omraade = Omraadetal("Vænget", {**tal, **({"herkomst": _tal(herkomst)} if herkomst else {})}, 1500)
    assert vurder(GRUNDLAG, omraade, PARALLEL, 2023).beregnet == ventet


@pytest.mark.regel("aar-i-traek")
@pytest.mark.parametrize(
    ("officielt", "ventet"),
    [
        pytest.param({}, JA, id="fem år efter tallene"),
        pytest.param({(PARALLEL, 2021): False}, NEJ, id="ministeriet sagde nej et af årene"),
        pytest.param({(PARALLEL, 2023): False}, NEJ, id="ministeriet sagde nej i år"),
    ],
)
def test_fem_aar_i_traek_hvor_ministeriets_svar_gaar_forud(officielt, ventet):
    omraade = replace(_haardt(), officielt=officielt)
    assert vurder(GRUNDLAG, omraade, OMDANNELSE, 2023).beregnet == ventet


def test_aar_fra_foer_listens_regler_kan_ikke_afgoeres():
    vurdering = vurder(GRUNDLAG, _haardt(), OMDANNELSE, 2020)
    assert [svar for _, svar in vurdering.aarene] == [UKENDT, UKENDT, JA, JA, JA]
    assert vurdering.beregnet == UKENDT


def test_ministeriets_svar_gaar_foran_tallene_og_forskellen_siges():
    tal = {"arbejde": _tal("41"), "skole": _tal("59"), "doemte": _tal("1"), "indkomst": _tal("70")}
    vurdering = vurder(GRUNDLAG, Omraadetal("Vænget", tal, 1500, {(UDSAT, 2023): True}), UDSAT, 2023)
    assert (vurdering.svar, vurdering.beregnet, vurdering.afviger) == (JA, NEJ, True)
    assert listeord.saetning(vurdering) == (
        "Vænget står på ministeriets liste over udsatte boligområder for 2023. Tallene her siger noget andet: "
        "1 af 4 kriterier er opfyldt, og 2 skal være det. Ministeriets liste gælder."
    )


def test_der_var_ingen_liste_det_aar():
    assert vurder(GRUNDLAG, _haardt(), UDSAT, 2017) is None


@pytest.mark.parametrize(
    ("tal", "beboere", "saetning"),
    [
        (
            {"arbejde": "41", "skole": "61", "doemte": "1", "indkomst": "70"},
            1500,
            "Efter tallene for 2023 er Vænget et udsat boligområde: 2 af 4 kriterier er opfyldt, og 2 er nok.",
        ),
        (
            {"arbejde": "41", "skole": "61", "doemte": "1", "indkomst": "70"},
            840,
            "Efter tallene for 2023 er Vænget ikke et udsat boligområde: "
            "området har 840 beboere, og listen gælder fra 1.000.",
        ),
        (
            {"arbejde": "41", "doemte": "1", "indkomst": "70"},
            1500,
            "Det kan ikke afgøres, om Vænget var et udsat boligområde i 2023: "
            "1 af 4 kriterier er opfyldt, 2 skal være det, og 1 kriterium er ukendt.",
        ),
        (
            {"arbejde": "41", "skole": "61"},
            None,
            "Det kan ikke afgøres, om Vænget var et udsat boligområde i 2023: områdets beboertal mangler; "
            "2 af 4 kriterier er opfyldt, 2 skal være det, og 2 kriterier er ukendte.",
        ),
    ],
)
def test_saetningen(tal, beboere, saetning):
    omraade = Omraadetal("Vænget", {kode: _tal(et) for kode, et in tal.items()}, beboere)
    assert listeord.saetning(vurder(GRUNDLAG, omraade, UDSAT, 2023)) == saetning


@pytest.mark.regel("hvad-ville-aendre-det")
@pytest.mark.parametrize(
    ("tal", "saetning"),
    [
        pytest.param(
            {"arbejde": "41.2", "skole": "66", "doemte": "1", "indkomst": "70"},
            "Nærmest at ændre svaret: Uden arbejde er 41,2 %, 1,2 procentpoint over grænsen på 40 %. "
            "Bliver tallet 40 % eller lavere, opfylder området ikke længere betingelserne.",
            id="en ned, og listen er forladt",
        ),
        pytest.param(
            {"arbejde": "41.2", "skole": "57", "doemte": "1", "indkomst": "56"},
            "Nærmest at ændre svaret: Indkomst er 56 %, 1 procentpoint over grænsen på 55 %. "
            "Bliver tallet under 55 %, opfylder området betingelserne.",
            id="en mere, og området er på",
        ),
        pytest.param(
            {"arbejde": "41.2", "skole": "66", "doemte": "3", "indkomst": "70"},
            "Intet kriterium kan alene ændre svaret. "
            "Nærmest sin grænse: Uden arbejde er 41,2 %, 1,2 procentpoint over grænsen på 40 %.",
            id="tre er opfyldt",
        ),
        pytest.param(
            {"arbejde": "40", "skole": "66", "doemte": "1", "indkomst": "70"},
            "Nærmest at ændre svaret: Uden arbejde er 40 %, præcis på grænsen. "
            "Bliver tallet over 40 %, opfylder området betingelserne.",
            id="præcis på grænsen",
        ),
    ],
)
def test_hvad_der_ville_aendre_svaret(tal, saetning):
    omraade = Omraadetal("Vænget", {kode: _tal(et) for kode, et in tal.items()}, 1500)
    assert _jaevnt(listeord.aendring(vurder(GRUNDLAG, omraade, UDSAT, 2023))) == saetning


@pytest.mark.parametrize(
    ("krav", "ventet"),
    [
        (ARBEJDE, "over 40 % i snit af 2 år"),
        (DOEMTE, "3 gange landsgennemsnittet eller højere i snit af 2 år"),
        (INDKOMST, "under 55 % af regionens gennemsnit"),
    ],
)
def test_lovens_ord(krav, ventet):
    assert _jaevnt(listeord.loven(krav)) == ventet


@pytest.mark.parametrize(
    ("krav", "tal", "ventet"),
    [
        (DOEMTE, "2.853", ("2,853 %", "≥ 2,85 %", "+0,003 procentpoint")),
        (DOEMTE, "3.1", ("3,1 %", "≥ 2,85 %", "+0,25 procentpoint")),
        (ARBEJDE, "40.02", ("40,02 %", "> 40 %", "+0,02 procentpoint")),
        (ARBEJDE, "38.96", ("39 %", "> 40 %", "−1 procentpoint")),
    ],
)
def test_tallene_har_decimaler_nok_til_at_se_hvilken_side_de_er_paa(krav, tal, ventet):
    svar = kravsvar(krav, _tal(tal), GRUNDLAG, 2023)
    vist = (listeord.tal(svar), listeord.graense(svar), listeord.afstand(svar))
    assert tuple(_jaevnt(et) for et in vist) == ventet


@pytest.mark.regel("lovens-ord-ved-siden-af")
@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("Under ghettokriteriet på 28 afgørelser pr. 1.000 beboere", "doemte"),
        ("Andelen uden arbejde er under regeringens grænse på 40 %", "uden-arbejde-og-uddannelse"),
        ("Færre end 28 kriminalretlige afgørelser pr. 1.000 beboere", None),
        ("Ingen af områderne er på ghettolisten", None),
    ],
)
def test_kun_et_kriterium_der_naevner_en_liste_er_et_citat(tekst, kode):
    assert citeret(tekst) == kode


def test_udviklingen_viser_hvert_vindue_en_gang_og_ingen_gaet():
    tal = {(aar, aar): Fraction(aar) for aar in (2018, 2019, 2021, 2022, 2023)}
    svarene = udvikling(SKOLE, tal, GRUNDLAG, 2023, 5)
    assert [et.aar[1] for et in svarene] == [2019, 2021, 2022, 2023]


TAL = st.one_of(st.none(), st.decimals(0, 100, places=2))


@given(st.tuples(TAL, TAL, TAL, TAL), st.one_of(st.none(), st.integers(0, 3000)), st.integers(0, 3))
def test_et_ukendt_tal_kan_blive_alt_men_aldrig_goere_et_svar_forkert(tal, beboere, plads):
    """Whatever an unknown figure turns out to be, a definite answer given without it stands."""
    koder = ("arbejde", "doemte", "skole", "indkomst")
    kendt = {kode: _tal(str(et)) for kode, et in zip(koder, tal, strict=True) if et is not None}
    foer = vurder(GRUNDLAG, Omraadetal("V", kendt, beboere), UDSAT, 2023).beregnet
    for gaet in ("0", "100"):
        fyldt = {koder[plads]: _tal(gaet), **kendt}
        efter = vurder(GRUNDLAG, Omraadetal("V", fyldt, beboere), UDSAT, 2023).beregnet
        assert foer in (UKENDT, efter)


def _tal(v: str) -> dict:
    """The same figure every year."""
    return {(aar, aar): Fraction(v) for aar in range(2010, 2027)}


def _jaevnt(tekst: str) -> str:
    return tekst.replace(FAST_MELLEMRUM, " ")


def _haardt() -> Omraadetal:
    tal = {"arbejde": "45", "skole": "66", "doemte": "1", "indkomst": "70", "herkomst": "62"}
    return Omraadetal("Vænget", {kode: _tal(et) for kode, et in tal.items()}, 1500)

"""The gaps an auditor would ask about: each rule with what passes it and what it says of the rest."""

from dataclasses import replace
from datetime import date

import pytest

from maalinger.statuses import Status
from overblik.rules import revisionshuller as regler
from overblik.rules import revisionstal
from overblik.rules.revision import Aftalt, Behandlet, Besluttet, Kriteriet, Laas, Moedet, Planen, Tallet, Tidsrum

I_DAG = date(2020, 9, 1)
TID = Tidsrum(2019, I_DAG)
HELE = Tidsrum(None, I_DAG)
TAL = Tallet(
    "22,4 %", date(2019, 1, 1), date(2019, 12, 31), "", "Mette Lund", date(2020, 4, 1), "Jonas Friis",
    date(2020, 4, 2), egen=False, kilde="Registret", udtraek=date(2020, 3, 30),
)  # fmt: skip
BESLUTNING = Besluttet(7, "Fraflytning", "Vi ringer til udlejeren.", "Gældende")
PAA_MOEDET = Behandlet(date(2019, 11, 20), "Bestyrelsen", er_bestyrelsen=True, punkt="Fraflytning", art="Drøftelse")
I_ORDEN = Kriteriet(
    3, "Fraflytning", "Fraflytningen falder.", "5.1 Tryghed", Status.PAA_SPORET, "På sporet.",
    har_maaleplan=True, tal=(TAL,), behandlinger=(PAA_MOEDET,),
)  # fmt: skip
MOEDE = Moedet(date(2019, 11, 20), "Bestyrelsen", True, 4, 0, "Godkendt", referat_godkendt=True)
PLANEN = Planen(
    mindst=1,
    moeder=(MOEDE,),
    laase=(Laas(date(2019, 1, 1), date(2019, 12, 31), "2019 blev låst."),),
    regnskabsfrister=((2019, date(2020, 6, 30)),),
    hele_aar=(2019,),
)


def ord_i(huller):
    return [et.tekst.replace("\u00a0", " ") for et in huller]


@pytest.mark.regel("revision-huller")
def test_naar_alt_er_i_orden_er_der_ingen_huller():
    assert regler.huller([I_ORDEN], PLANEN, TID) == ()


@pytest.mark.regel("revision-huller")
def test_planens_huller_staar_foerst_og_derefter_kriteriernes_efter_nummer():
    to = replace(I_ORDEN, nr=5, har_maaleplan=False), replace(I_ORDEN, nr=2, har_maaleplan=False)
    planen = replace(PLANEN, mindst=None)
    assert [et.nr for et in regler.huller(to, planen, TID)] == [regler.HELE_PLANEN, 2, 5]


@pytest.mark.regel("revision-huller")
def test_et_aar_der_ikke_er_begyndt_har_ingen():
    tid = Tidsrum(2021, I_DAG)
    assert regler.huller([replace(I_ORDEN, har_maaleplan=False)], PLANEN, tid) == ()
    assert revisionstal.overskrift([I_ORDEN], tid, 0) == "Regnskabsåret 2021 er ikke begyndt."


@pytest.mark.regel("revision-regnskabsaaret")
@pytest.mark.parametrize(
    ("tid", "dag", "hoerer_til"),
    [
        (TID, date(2019, 12, 31), True),
        (TID, date(2018, 12, 31), False),
        (TID, date(2020, 1, 1), False),
        (Tidsrum(2020, I_DAG), date(2020, 12, 31), False),
        (HELE, date(2015, 1, 1), True),
        (HELE, date(2020, 9, 2), False),
    ],
)
def test_et_tal_hoerer_til_det_aar_det_slutter_i(tid, dag, hoerer_til):
    assert tid.omfatter(dag) is hoerer_til


@pytest.mark.regel("revision-kan-maales")
def test_det_der_ikke_kan_maales_siger_hvad_der_mangler():
    et = replace(I_ORDEN, status=Status.IKKE_MAALBART, mangler=("Aftalen siger ikke hvor meget.",))
    assert ord_i(regler.kan_maales(et, TID)) == [
        "Kriteriet kunne ikke måles 31. december 2019. Aftalen siger ikke hvor meget."
    ]
    assert regler.kan_maales(I_ORDEN, TID) == []


@pytest.mark.regel("revision-maaling-til-tiden")
@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({}, None),
        ({"forfald": date(2021, 4, 15)}, None),  # the next one is due later
        ({"tal": ()}, "Der er ingen godkendt måling i 2019, og der er ikke sat en frist for den."),
        ({"tal": (), "forfald": date(2019, 4, 15)}, "Målingen skulle være her senest 15. april 2019, og den mangler."),
        ({"forfald": date(2019, 4, 15)}, "Målingen skulle være her senest 15. april 2019, og den mangler."),
        (
            {"tal": (), "forfald": date(2020, 4, 15)},
            "Der er ingen godkendt måling i 2019. Den skulle være her senest 15. april 2020.",
        ),
        ({"tal": (), "forfald": date(2020, 12, 1)}, None),  # not due on the day of the bilag
        ({"tal": (), "talt_op": 1}, None),
        ({"tal": (replace(TAL, er_erstattet=True),)}, "Der er ingen godkendt måling i 2019, og der er ikke sat en "
         "frist for den."),
        ({"tal": (), "status": Status.IKKE_MAALBART}, None),  # has a gap of its own
    ],
)  # fmt: skip
def test_en_maaling_er_der_til_sin_frist(felter, saetning):
    assert ord_i(regler.maaling_til_tiden(replace(I_ORDEN, **felter), TID)) == ([saetning] if saetning else [])


@pytest.mark.regel("revision-sendt-og-godkendt")
def test_et_tal_der_venter_naevnes_uden_sin_vaerdi():
    et = replace(I_ORDEN, sendte=((date(2019, 12, 31), date(2020, 4, 6)),))
    assert ord_i(regler.sendt_og_godkendt(et, TID)) == [
        "Et tal, der slutter 31. december 2019, blev sendt 6. april 2020 og er ikke godkendt."
    ]


@pytest.mark.regel("revision-fire-oejne")
def test_et_tal_godkendt_af_den_der_skrev_det_naevnes():
    et = replace(I_ORDEN, tal=(replace(TAL, egen=True), replace(TAL, egen=True, er_erstattet=True)))
    assert ord_i(regler.fire_oejne(et, TID)) == [
        "Tallet 22,4 % for 2019 er godkendt 2. april 2020 af Jonas Friis, som selv har skrevet eller sendt det."
    ]


@pytest.mark.regel("revision-bevis")
@pytest.mark.parametrize(
    ("felter", "antal"), [({}, 0), ({"udtraek": None}, 1), ({"udtraek": None, "bilag": "x.pdf"}, 0)]
)
def test_et_tal_har_et_bilag_eller_en_dag_for_sit_udtraek(felter, antal):
    et = replace(I_ORDEN, tal=(replace(TAL, omraade="Vestbyen", **felter),))
    ventet = ["Tallet 22,4 %, Vestbyen, for 2019 har hverken et bilag eller en dag for sit udtræk."] * antal
    assert ord_i(regler.har_bevis(et, TID)) == ventet


@pytest.mark.regel("revision-maaleplan")
def test_uden_maaleplan_staar_det_der():
    assert ord_i(regler.har_maaleplan(replace(I_ORDEN, har_maaleplan=False), TID)) == [
        "Der er ingen måleplan, så det står ikke, hvem der måler, og hvor tit."
    ]


@pytest.mark.regel("revision-paa-dagsordenen")
@pytest.mark.parametrize(
    ("behandlinger", "saetninger"),
    [
        ((PAA_MOEDET,), []),
        ((), ["Kriteriet var ikke på bestyrelsens dagsorden i 2019."]),
        (
            (replace(PAA_MOEDET, om="delaftale 5.1 Tryghed"),),
            [
                "Kriteriet var ikke på bestyrelsens dagsorden i 2019. Bestyrelsen behandlede delaftale 5.1 Tryghed "
                "20. november 2019."
            ],
        ),
        (
            (replace(PAA_MOEDET, organ="Styregruppen", er_bestyrelsen=False),),
            ["Kriteriet var ikke på bestyrelsens dagsorden i 2019. Styregruppen behandlede det 20. november 2019."],
        ),
    ],
)
def test_bestyrelsen_har_haft_kriteriet_paa_dagsordenen(behandlinger, saetninger):
    assert ord_i(regler.paa_dagsordenen(replace(I_ORDEN, behandlinger=behandlinger), TID)) == saetninger


@pytest.mark.regel("revision-roedt-besluttet")
@pytest.mark.parametrize("status", [Status.BAGUD, Status.IKKE_OPFYLDT])
def test_et_roedt_kriterium_har_en_beslutning(status):
    roedt = replace(I_ORDEN, status=status)
    besluttet = replace(PAA_MOEDET, beslutninger=(BESLUTNING,))
    (hul,) = ord_i(regler.roedt_er_besluttet(roedt, TID))
    assert hul == (
        f"Kriteriet var {status.label.lower()} 31. december 2019, og ingen beslutning i 2019 handler om det."
    )
    assert regler.roedt_er_besluttet(replace(roedt, behandlinger=(besluttet,)), TID) == []
    om_delaftalen = replace(roedt, behandlinger=(replace(besluttet, om="delaftale 5.1"),))
    assert len(regler.roedt_er_besluttet(om_delaftalen, TID)) == 1


@pytest.mark.regel("revision-roedt-besluttet")
def test_en_beslutning_efter_aaret_naevnes_men_fylder_ikke_hullet():
    senere = replace(PAA_MOEDET, dag=date(2020, 6, 9), beslutninger=(BESLUTNING,))
    (hul,) = ord_i(regler.roedt_er_besluttet(replace(I_ORDEN, status=Status.BAGUD, senere=(senere,)), TID))
    assert hul.endswith(" Bestyrelsen besluttede noget 9. juni 2020 (beslutning 7).")


@pytest.mark.regel("revision-periode-laast")
@pytest.mark.parametrize(
    ("laase", "saetninger"),
    [
        (PLANEN.laase, []),
        ((), ["Det ene tal for 2019 kan stadig rettes, for perioden er ikke låst."]),
        (
            (replace(PLANEN.laase[0], aabnet="Den blev låst op 1. maj 2020 af Anne Dahl: Fejl i udtrækket."),),
            [
                "Det ene tal for 2019 kan stadig rettes, for perioden er ikke låst. Den blev låst op 1. maj 2020 af "
                "Anne Dahl: Fejl i udtrækket."
            ],
        ),
    ],
)
def test_aarets_tal_er_laast(laase, saetninger):
    assert ord_i(regler.perioden_er_laast([I_ORDEN], replace(PLANEN, laase=laase), TID)) == saetninger


@pytest.mark.regel("revision-godkendt-foer-regnskabet")
def test_tal_godkendt_efter_regnskabets_frist_naevnes_med_den_seneste_dag():
    sent = replace(TAL, godkendt=date(2020, 8, 3))
    et = replace(I_ORDEN, tal=(TAL, sent, replace(sent, godkendt=date(2020, 7, 1))))
    assert ord_i(regler.godkendt_foer_regnskabet([et], PLANEN, TID)) == [
        "2 af 3 tal for 2019 er godkendt efter 30. juni 2020, da regnskabet skulle sendes. Det seneste blev godkendt "
        "3. august 2020."
    ]
    assert regler.godkendt_foer_regnskabet([I_ORDEN], PLANEN, TID) == []
    (begge,) = ord_i(regler.godkendt_foer_regnskabet([replace(I_ORDEN, tal=(sent, sent))], PLANEN, TID))
    assert begge.startswith("Begge tal for 2019 er godkendt efter")


@pytest.mark.regel("revision-rytme")
@pytest.mark.parametrize(
    ("felter", "saetninger"),
    [
        ({}, []),
        ({"hele_aar": (), "moeder": ()}, []),  # part of a year is held against nothing
        ({"mindst": None}, ["Kommissoriet siger ikke, hvor mange møder bestyrelsen holder om året."]),
        ({"har_bestyrelse": False}, ["Planen har ingen bestyrelse i systemet, så dens møder kan ikke vises."]),
        ({"mindst": 2}, ["Kommissoriet siger 2 møder om året. I 2019 har der været 1 møde, og der er ikke sat flere."]),
        (
            {"moeder": (replace(MOEDE, er_bestyrelsen=False),)},
            ["Kommissoriet siger 1 møde om året. I 2019 har der ikke været noget, og der er ikke sat et."],
        ),
    ],
)
def test_bestyrelsen_har_holdt_sine_moeder(felter, saetninger):
    assert ord_i(regler.rytmen_er_holdt([], replace(PLANEN, **felter), TID)) == saetninger


@pytest.mark.regel("revision-referat-godkendt")
def test_et_moede_uden_godkendt_referat_naevnes():
    moede = replace(MOEDE, referat="Sendt til kommentering", referat_godkendt=False)
    planen = replace(PLANEN, moeder=(moede, replace(moede, er_bestyrelsen=False)))
    assert ord_i(regler.referat_er_godkendt([], planen, TID)) == [
        "Mødet i Bestyrelsen 20. november 2019 har intet godkendt referat. Sendt til kommentering."
    ]


@pytest.mark.regel("revision-opgave-gjort")
@pytest.mark.parametrize(
    ("felter", "saetninger"),
    [
        (
            {},
            [
                "Opgaven »Ring til udlejeren« (Bo Friis) fra beslutning 7 skulle være gjort 1. februar 2020 og er "
                "ikke gjort."
            ],
        ),
        ({"udfoert": date(2020, 3, 1)}, []),
        ({"frist": I_DAG}, []),
    ],
)
def test_en_opgave_er_gjort_til_tiden(felter, saetninger):
    opgave = replace(Aftalt(1, "Ring til udlejeren.", "Bo Friis", date(2020, 2, 1), beslutninger=(7,)), **felter)
    assert ord_i(regler.opgave_er_gjort(opgave, TID)) == saetninger


@pytest.mark.regel("revision-opgave-gjort")
def test_en_opgave_staar_en_gang_under_det_foerste_kriterium_som_punktet_naevner():
    opgave = Aftalt(1, "Ring", "Bo Friis", date(2020, 2, 1))
    paa = replace(PAA_MOEDET, opgaver=(opgave,))
    to = replace(I_ORDEN, behandlinger=(paa,)), replace(I_ORDEN, nr=4, behandlinger=(paa,))
    planen = replace(PLANEN, moeder=(replace(MOEDE, opgaver=(opgave, replace(opgave, noegle=2))),))
    assert [et.nr for et in regler.huller(to, planen, TID)] == [regler.HELE_PLANEN, 3]


@pytest.mark.regel("revision-optaelling")
def test_hver_andel_staar_med_det_den_er_en_del_af():
    roedt = replace(I_ORDEN, nr=9, status=Status.BAGUD, tal=(), behandlinger=())
    raekker = revisionstal.optaelling([I_ORDEN, roedt], PLANEN, TID, 3)
    assert [(et.hvad.replace("\u00a0", " "), et.antal, et.af, et.hvilke) for et in raekker] == [
        ("Kriterier i kraft 31. december 2019", 2, None, ""),
        ("Kan måles", 2, 2, "Nr. 3, 9"),
        ("Er målt i 2019", 1, 2, "Nr. 3"),
        ("Tal godkendt af en anden end den, der skrev dem", 1, 1, ""),
        ("På bestyrelsens dagsorden i 2019", 1, 2, "Nr. 3"),
        ("Bagud eller ikke opfyldt 31. december 2019", 1, 2, "Nr. 9"),
        ("Heraf med en beslutning", 0, 1, "Ingen"),
        ("Bestyrelsesmøder holdt", 1, None, ""),
        ("Heraf med godkendt referat", 1, 1, ""),
        ("Huller i opfølgningen", 3, None, ""),
    ]
    talt_op = replace(I_ORDEN, nr=4, tal=(), talt_op=12)
    assert revisionstal.optaelling([I_ORDEN, talt_op], PLANEN, TID, 0)[2].hvilke == (
        "Nr. 3, 4. Talt op af fremmødet: nr. 4"
    )
    heraf = revisionstal.optaelling([I_ORDEN], PLANEN, TID, 0)[6]
    assert (heraf.antal, heraf.af, heraf.andel, heraf.hvilke) == (0, 0, None, "")


@pytest.mark.regel("revision-overskrift")
@pytest.mark.parametrize(
    ("kriterier", "tid", "huller", "saetning"),
    [
        ([], TID, 1, "Ingen succeskriterier var i kraft 31. december 2019."),
        (
            [I_ORDEN, replace(I_ORDEN, nr=4)], TID, 0,
            "Alle to kriterier er målt i 2019, alle to var på bestyrelsens dagsorden, og opfølgningen "
            "har ingen huller.",
        ),
        (
            [I_ORDEN, replace(I_ORDEN, tal=(), behandlinger=())], HELE, 1,
            "Ét af to kriterier er målt i perioden, ét af to var på bestyrelsens dagsorden, og "
            "opfølgningen har ét hul.",
        ),
        (
            [replace(I_ORDEN, tal=(), behandlinger=())] * 3, TID, 12,
            "Ingen af tre kriterier er målt i 2019, ingen af tre var på bestyrelsens dagsorden, og "
            "opfølgningen har tolv huller.",
        ),
    ],
)  # fmt: skip
def test_overskriften_siger_hvor_langt_opfoelgningen_er(kriterier, tid, huller, saetning):
    assert revisionstal.overskrift(kriterier, tid, huller).replace("\u00a0", " ") == saetning

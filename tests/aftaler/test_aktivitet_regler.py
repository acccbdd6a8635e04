"""How an activity stands: every status from dates, milestones and target groups, with its sentence."""

from datetime import date

import pytest

from aftaler.rules.aktiviteter import (
    Forloeb,
    Gruppe,
    Trin,
    beregn_status,
    mangler_ved_bortfald,
    mangler_ved_milepaelsfrist,
    mangler_ved_periode,
    mangler_ved_udfoert,
)
from aftaler.statuses import Aktivitetsstatus as S

DAG = date(2018, 10, 5)
START, SLUT = date(2017, 5, 1), date(2021, 4, 30)
FOER, EFTER = date(2017, 10, 1), date(2019, 2, 1)
UDFOERT = date(2017, 9, 20)


def forloeb(*milepaele, start=START, slut=SLUT, grupper=()):
    return Forloeb(start, slut, milepaele, grupper)


@pytest.mark.regel("aktivitetens-status")
@pytest.mark.parametrize(
    ("aktiviteten", "status", "saetning"),
    [
        (forloeb(start=None), S.PLANLAGT, "Planlagt: der er ikke sat en dato for, hvornår den begynder."),
        (forloeb(start=date(2019, 1, 1)), S.PLANLAGT, "Planlagt: begynder 1. januar 2019."),
        (forloeb(start=DAG), S.I_GANG, "I gang: begyndte 5. oktober 2018."),
        (
            forloeb(Trin("Holdet begynder", EFTER)),
            S.I_GANG,
            "I gang: begyndte 1. maj 2017, og den næste milepæl er »Holdet begynder« senest 1. februar 2019.",
        ),
        (
            forloeb(Trin("Holdet begynder", FOER, UDFOERT)),
            S.I_GANG,
            "I gang: begyndte 1. maj 2017, og alle milepæle er udført.",
        ),
        (
            forloeb(Trin("Aftale", FOER, UDFOERT), start=date(2019, 1, 1)),
            S.I_GANG,
            "I gang: »Aftale« blev udført 20. september 2017, og alle milepæle er udført.",
        ),
        (
            forloeb(Trin("Projektbeskrivelse", FOER)),
            S.FORSINKET,
            "Forsinket: »Projektbeskrivelse« skulle være færdig 1. oktober 2017, 369 dage siden.",
        ),
        (
            forloeb(Trin("A", date(2018, 10, 4)), Trin("B", FOER), Trin("C", EFTER)),
            S.FORSINKET,
            "Forsinket: »B« skulle være færdig 1. oktober 2017, 369 dage siden. Én milepæl mere er over tiden.",
        ),
        (
            forloeb(Trin("A", date(2018, 10, 4))),
            S.FORSINKET,
            "Forsinket: »A« skulle være færdig 4. oktober 2018, 1 dag siden.",
        ),
        (
            forloeb(Trin("A", DAG)),
            S.I_GANG,
            "I gang: begyndte 1. maj 2017, og den næste milepæl er »A« senest 5. oktober 2018.",
        ),
        (forloeb(slut=date(2018, 10, 4)), S.AFSLUTTET, "Afsluttet: aktiviteten sluttede 4. oktober 2018."),
        (
            forloeb(Trin("A", FOER, UDFOERT), slut=date(2018, 10, 4)),
            S.AFSLUTTET,
            "Afsluttet: aktiviteten sluttede 4. oktober 2018, og alle milepæle er udført.",
        ),
        (
            forloeb(Trin("A", FOER), Trin("B", FOER), slut=date(2018, 10, 4)),
            S.IKKE_IGANGSAT,
            "Ikke igangsat: aktiviteten sluttede 4. oktober 2018, og ingen af dens 2 milepæle er udført.",
        ),
        (
            forloeb(Trin("A", FOER, UDFOERT), Trin("B", FOER), slut=date(2018, 10, 4)),
            S.FORSINKET,
            "Forsinket: »B« skulle være færdig 1. oktober 2017, 369 dage siden.",
        ),
        (
            forloeb(Trin("A", FOER), grupper=(Gruppe("Kvinder på kontanthjælp", bortfaldet=date(2018, 9, 1)),)),
            S.BORTFALDET,
            "Bortfaldet: målgruppen »Kvinder på kontanthjælp« bortfaldt 1. september 2018.",
        ),
        (
            forloeb(grupper=(Gruppe("A", bortfaldet=date(2018, 9, 1)), Gruppe("B", bortfaldet=date(2018, 9, 2)))),
            S.BORTFALDET,
            "Bortfaldet: den sidste primære målgruppe bortfaldt 2. september 2018.",
        ),
    ],
)
def test_status_og_saetning(aktiviteten, status, saetning):
    beregnet = beregn_status(aktiviteten, DAG)

    assert (beregnet.status, beregnet.saetning.replace("\u00a0", " ")) == (status, saetning)


@pytest.mark.parametrize(
    "grupper",
    [
        (Gruppe("A", bortfaldet=date(2018, 9, 1)), Gruppe("B")),
        (Gruppe("A", "sekundaer", bortfaldet=date(2018, 9, 1)),),
        (Gruppe("A", bortfaldet=date(2018, 10, 6)),),
    ],
    ids=["en primær er der endnu", "kun en sekundær er væk", "først i morgen"],
)
def test_aktiviteten_er_der_saa_laenge_en_primaer_maalgruppe_er_der(grupper):
    assert beregn_status(forloeb(grupper=grupper), DAG).status == S.I_GANG


def test_en_gruppe_der_gik_efter_slutningen_goer_ikke_det_afsluttede_om():
    gruppe = Gruppe("A", bortfaldet=date(2018, 9, 1))

    assert beregn_status(forloeb(slut=date(2018, 8, 1), grupper=(gruppe,)), DAG).status == S.AFSLUTTET


@pytest.mark.regel("aktivitet-i-planen")
@pytest.mark.parametrize(
    ("start", "slut", "fejl"),
    [
        (START, SLUT, {}),
        (None, None, {}),
        (
            date(2017, 4, 30),
            None,
            {"start_dato": "Begyndelsen skal ligge i planens periode, 1. maj 2017 – 30. april 2021."},
        ),
        (
            None,
            date(2021, 5, 1),
            {"slut_dato": "Slutningen skal ligge i planens periode, 1. maj 2017 – 30. april 2021."},
        ),
        (date(2019, 1, 1), date(2018, 1, 1), {"slut_dato": "Aktiviteten kan ikke slutte, før den begynder."}),
    ],
)
def test_perioden_ligger_i_planen_og_i_orden(start, slut, fejl):
    fundet = mangler_ved_periode(start, slut, fra=START, til=SLUT)

    assert {felt: et.replace("\u00a0", " ") for felt, et in fundet.items()} == fejl


@pytest.mark.regel("milepael-i-planen")
@pytest.mark.parametrize(("senest", "i_orden"), [(START, True), (SLUT, True), (date(2021, 5, 1), False)])
def test_en_milepael_ligger_i_planen(senest, i_orden):
    assert (mangler_ved_milepaelsfrist(senest, fra=START, til=SLUT) == "") is i_orden


@pytest.mark.regel("forsinkelse-har-grund")
@pytest.mark.parametrize(
    ("udfoert", "grund", "felt", "ord_"),
    [
        (FOER, "", None, ""),
        (date(2017, 10, 2), "", "forsinkelse_grund", "1 dag efter fristen"),
        (date(2017, 10, 2), "Ansættelsen trak ud", None, ""),
        (date(2018, 10, 6), "", "udfoert_dato", "fremtiden"),
        (date(2015, 10, 6), "", "udfoert_dato", "årstallet"),
    ],
)
def test_det_udfoerte_er_sket_og_det_sene_har_en_grund(udfoert, grund, felt, ord_):
    fejl = mangler_ved_udfoert(FOER, udfoert, grund, fra=START, dag=DAG)

    assert list(fejl) == ([felt] if felt else [])
    assert ord_ in "".join(fejl.values())


@pytest.mark.regel("bortfald-er-sket")
@pytest.mark.parametrize(
    ("dato", "ord_"), [(DAG, ""), (date(2018, 10, 6), "fremtiden"), (date(2008, 1, 1), "årstallet")]
)
def test_et_bortfald_er_sket(dato, ord_):
    fejl = mangler_ved_bortfald(dato, fra=START, dag=DAG)

    assert (ord_ in fejl) if ord_ else fejl == ""

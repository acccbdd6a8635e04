"""A meeting as iCalendar, read back by the library."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from moeder.rules.kalender import Kalendermoede, abonnement, indkaldelse

MOEDE = Kalendermoede(
    uid="moede-7@eksempel.dk",
    titel="Bestyrelsen, Vestbyen",
    begynder=datetime(2027, 6, 15, 11, 0, tzinfo=UTC),
    slutter=datetime(2027, 6, 15, 13, 0, tzinfo=UTC),
    nr=0,
    aendret=datetime(2027, 6, 1, 8, 0, tzinfo=UTC),
    sted="Fælleshuset; Nørregade 4, 1. sal",
    tekst="Kaffe fra 12.45\n1. Regnskab",
)


def laes(ics: str):
    kalender = Calendar.from_ical(ics)
    return kalender, kalender.walk("VEVENT")


def indkaldt(moede: Kalendermoede) -> str:
    return indkaldelse(moede, fra="helhedsplan@eksempel.dk", til="inge@eksempel.dk", navn="Inge Kirk")


@pytest.mark.regel("kalender-samme-moede")
def test_en_rettelse_og_en_aflysning_er_samme_moede_med_hoejere_nummer():
    foerste, rettet, aflyst = (indkaldt(et) for et in (MOEDE, replace(MOEDE, nr=1), replace(MOEDE, nr=2, aflyst=True)))

    set_ = [
        (str(kalender["METHOD"]), str(moede["UID"]), int(moede["SEQUENCE"]), str(moede["STATUS"]))
        for kalender, (moede,) in map(laes, (foerste, rettet, aflyst))
    ]
    assert set_ == [
        ("REQUEST", MOEDE.uid, 0, "CONFIRMED"),
        ("REQUEST", MOEDE.uid, 1, "CONFIRMED"),
        ("CANCEL", MOEDE.uid, 2, "CANCELLED"),
    ]


def test_tid_sted_og_folk_staar_i_filen():
    _, (moede,) = laes(indkaldt(MOEDE))

    assert (moede["DTSTART"].dt, moede["DTEND"].dt) == (MOEDE.begynder, MOEDE.slutter)
    assert (str(moede["SUMMARY"]), str(moede["LOCATION"])) == (MOEDE.titel, MOEDE.sted)
    assert (str(moede["ORGANIZER"]), str(moede["ATTENDEE"])) == (
        "mailto:helhedsplan@eksempel.dk",
        "mailto:inge@eksempel.dk",
    )
    assert str(moede["DESCRIPTION"]) == MOEDE.tekst


@pytest.mark.parametrize("linjeskift", ["\n", "\r\n", "\r"])
def test_linjeskift_i_titlen_kan_ikke_skrive_nye_linjer_i_filen(linjeskift):
    ics = indkaldt(replace(MOEDE, titel=f"Møde{linjeskift}ATTENDEE:mailto:fremmed@eksempel.dk", nr=1))

    assert [linje for linje in ics.splitlines() if linje.startswith("ATTENDEE:mailto:fremmed")] == []
    _, (moede,) = laes(ics)
    assert str(moede["ATTENDEE"]) == "mailto:inge@eksempel.dk"


@pytest.mark.parametrize("felt", ["sted", "tekst"])
@pytest.mark.parametrize("linjeskift", ["\n", "\r\n", "\r"])
def test_linjeskift_i_stedet_og_beskeden_kan_heller_ikke(felt, linjeskift):
    tekst = f"Fælleshuset{linjeskift}END:VEVENT{linjeskift}X-ONDT:1"
    ics = indkaldt(replace(MOEDE, **{felt: tekst}))

    assert [linje for linje in ics.splitlines() if linje.startswith("X-ONDT")] == []
    _, (moede,) = laes(ics)
    assert str(moede[{"sted": "LOCATION", "tekst": "DESCRIPTION"}[felt]]).split() == tekst.split()


def test_et_navn_med_linjeskift_bliver_paa_sin_linje():
    ics = indkaldelse(MOEDE, fra="a@eksempel.dk", til="b@eksempel.dk", navn="Inge\r\nX-ONDT:1")

    assert [linje for linje in ics.splitlines() if linje.startswith("X-ONDT")] == []


def test_et_abonnement_har_alle_moeder_ogsaa_de_aflyste():
    kalender, moeder = laes(abonnement("Møder", [MOEDE, replace(MOEDE, uid="moede-8@eksempel.dk", aflyst=True)]))

    assert str(kalender["METHOD"]) == "PUBLISH"
    assert [(str(et["UID"]), str(et["STATUS"]), str(et["SUMMARY"])) for et in moeder] == [
        ("moede-7@eksempel.dk", "CONFIRMED", "Bestyrelsen, Vestbyen"),
        ("moede-8@eksempel.dk", "CANCELLED", "Aflyst: Bestyrelsen, Vestbyen"),
    ]

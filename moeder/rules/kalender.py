"""Meetings as iCalendar (RFC 5545). The library escapes and folds; here is only what stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event, vCalAddress, vText

PRODUKT = "-//Helhedsplan//Møder//DA"


@dataclass(frozen=True)
class Kalendermoede:
    """A meeting as a calendar shows it. `uid` never changes; `nr` counts the changes, so that the newest one wins."""

    uid: str
    titel: str
    begynder: datetime
    slutter: datetime
    nr: int
    aendret: datetime
    sted: str = ""
    videolink: str = ""
    tekst: str = ""
    aflyst: bool = False


def indkaldelse(moede: Kalendermoede, *, fra: str, til: str, navn: str) -> str:
    """Regel kalender-samme-moede: en rettelse eller aflysning har mødets eget UID og et højere SEQUENCE.

    A request to come, or a cancellation, to one person; `fra` and `til` are mail addresses.
    """
    kalender = _kalender("CANCEL" if moede.aflyst else "REQUEST")
    begivenhed = _begivenhed(moede)
    begivenhed.add("organizer", vCalAddress(f"mailto:{fra}"))
    deltager = vCalAddress(f"mailto:{til}")
    deltager.params["CN"] = vText(" ".join(navn.split()))
    deltager.params["ROLE"] = vText("REQ-PARTICIPANT")
    begivenhed.add("attendee", deltager)
    kalender.add_component(begivenhed)
    return kalender.to_ical().decode()


def abonnement(navn: str, moeder: Iterable[Kalendermoede]) -> str:
    """A person's feed: every meeting as it stands, the cancelled ones too, so that they go away in the calendar."""
    kalender = _kalender("PUBLISH")
    kalender.add("x-wr-calname", navn)
    for moede in moeder:
        kalender.add_component(_begivenhed(moede))
    return kalender.to_ical().decode()


def _kalender(metode: str) -> Calendar:
    kalender = Calendar()
    kalender.add("prodid", PRODUKT)
    kalender.add("version", "2.0")
    kalender.add("method", metode)
    return kalender


def _begivenhed(moede: Kalendermoede) -> Event:
    begivenhed = Event()
    begivenhed.add("uid", moede.uid)
    begivenhed.add("dtstamp", moede.aendret.astimezone(UTC))
    begivenhed.add("dtstart", moede.begynder.astimezone(UTC))
    begivenhed.add("dtend", moede.slutter.astimezone(UTC))
    begivenhed.add("summary", f"Aflyst: {moede.titel}" if moede.aflyst else moede.titel)
    begivenhed.add("sequence", moede.nr)
    begivenhed.add("status", "CANCELLED" if moede.aflyst else "CONFIRMED")
    if moede.sted or moede.videolink:
        begivenhed.add("location", moede.sted or moede.videolink)
    if moede.videolink:
        begivenhed.add("url", moede.videolink)
    if moede.tekst:
        begivenhed.add("description", moede.tekst)
    return begivenhed

"""What the papers of a meeting have in common: its edition, the head of the first page, and what a closed item is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dokumenter.reports.dele import (
    Blok,
    Dokument,
    Forside,
    Linjer,
    Loebende,
    Oplysning,
    Punkter,
    Rapport,
    bind,
    prosa,
)
from dokumenter.reports.faelles import i_fire
from dokumenter.reports.opgoerelser import Opgoerelse
from maalinger.statuses import Status
from moeder.models import Moede
from moeder.reports.moeder import hvornaar, stedet
from moeder.statuses import Moedeart

# All that an open edition holds of a closed item, besides its number.
LUKKET_PUNKT = "Lukket punkt"
STATUSORD = {et.value: str(et.label) for et in Status}


@dataclass(frozen=True)
class Moedehoved:
    """The meeting as it stands at the top of its papers."""

    plan: str
    aar: str
    organ: str
    slags: str
    hvornaar: str
    hvor: str


@dataclass(frozen=True)
class Moedeudgave:
    """What is frozen of a meeting. `navn` is the edition's; `kun_ledere`: for those who run meetings alone."""

    rapport: Any
    navn: str
    er_kladde: bool
    kun_ledere: bool


def moedehoved(moede: Moede) -> Moedehoved:
    plan = moede.helhedsplan
    return Moedehoved(
        plan=str(plan),
        aar=f"{plan.start_dato.year}–{plan.slut_dato.year}",
        organ=str(moede.organ),
        slags="" if moede.art == Moedeart.ORDINAERT else moede.get_art_display(),
        hvornaar=hvornaar(moede),
        hvor=stedet(moede),
    )


def udgavenavn(*, lukket: bool) -> str:
    return "lukket udgave" if lukket else "åben udgave"


def punkttitel(titel: str, *, lukket: bool) -> str:
    return f"{titel} ({LUKKET_PUNKT.lower()})" if lukket else titel


def sagsdele(anker: str, dele: tuple[tuple[str, str], ...], tal: tuple[str, ...]) -> Iterator[Blok]:
    """The case form's headings with their texts, and the figures."""
    for nr, (overskrift, tekst) in enumerate(dele, 1):
        yield Blok(overskrift, (prosa(tekst),), f"{anker}-{nr}")
    if tal:
        yield Blok("Tal", (Linjer(tuple(map(bind, tal))),), f"{anker}-tal")


def bilagsblok(anker: str, bilag: tuple[str, ...]) -> Iterator[Blok]:
    """The appendices by name, numbered."""
    if bilag:
        yield Blok("Bilag", (Punkter(bilag),), f"{anker}-bilag")


def talsaetning(emne: str, navn: str, saetning: str, status: str, frosset: str = "") -> str:
    """A figure in words, with its status once: "Kriterium: Fraflytning. På sporet: 24 % i 2020." """
    ord_ = STATUSORD.get(status, "")
    ord_ = f"{ord_}: " if ord_ and ord_.lower() not in saetning.lower() else ""
    led = (f"{emne}: {navn}.", f"{ord_}{saetning}" if saetning or ord_ else "", f"{frosset}." if frosset else "")
    return " ".join(filter(None, led))


def rapport(
    titel: str,
    opgoerelse: Opgoerelse,
    hoved: Moedehoved,
    felter: tuple[tuple[str, tuple[str, ...]], ...],
    herkomst: tuple[tuple[str, tuple[str, ...]], ...],
    afsnit: tuple[Blok, ...],
) -> Rapport:
    """Without a front page: the meeting stands at the top of the first one. Fields without words are left out."""
    loeb = Loebende(
        f"{opgoerelse.titel} · {hoved.plan}",
        opgoerelse.udgave[:1].upper() + opgoerelse.udgave[1:],
        i_fire(opgoerelse.kontrolsum),
    )
    om = (("Organ", (hoved.organ, hoved.slags)), ("Tid", (hoved.hvornaar,)), ("Sted", (hoved.hvor,)))
    return Rapport(
        titel=f"{opgoerelse.titel}, {hoved.plan}",
        af=hoved.plan,
        dateret=opgoerelse.dato,
        er_kladde=opgoerelse.er_kladde,
        mangler="",
        forside=Forside(
            overrubrik=f"Helhedsplan {hoved.aar}",
            titel=titel,
            undertitel=hoved.plan,
            felter=_oplysninger(om + felter),
            underskrifter=(),
            herkomst=_oplysninger(herkomst),
            loebende=loeb,
            egen_side=False,
        ),
        aftaledokumenter=None,
        dokumenter=(Dokument("moede", "", loeb, afsnit),),
        med_indhold=False,
    )


def _oplysninger(felter: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Oplysning, ...]:
    fyldte = ((navn, tuple(filter(None, linjer))) for navn, linjer in felter)
    return tuple(Oplysning(navn, linjer) for navn, linjer in fyldte if linjer)

"""Bodies as a page and a paper show them. The drawing and its words come from a snapshot's `organer`."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from aftaler.models import Organ, Plads
from aftaler.reports import i_en_saetning
from aftaler.rules.organer import Post, Stol, ledig_i_ord, mangler_i_organ
from kerne import datoer
from kerne.diagrammer import Kasse, organisation
from kerne.diagrammer.organisation import BLOED, BRED, SMAL
from kerne.talformat import FAST_MELLEMRUM

UDEN_PART = "Uden fast part"
GRUPPE = re.compile(r"(?<=\w)gruppe")  # where the long names of bodies are parted in a narrow box


@dataclass(frozen=True)
class Siddende:
    """One term as the page shows it."""

    pk: int
    navn: str
    rolle: str
    periode: str
    plads: str = ""


@dataclass(frozen=True)
class Pladsside:
    """A seat today: who has it, or why it is vacant; `kommende` are the terms that have not begun."""

    pk: int
    betegnelse: str
    nu: Siddende | None
    ledig: str
    kommende: tuple[Siddende, ...]


@dataclass(frozen=True)
class Organside:
    """A body with everything the page says of it. `grupper` are (party, seats) in the agreement's order."""

    organ: Organ
    rytme: str
    mangler: list[str]
    grupper: list[tuple[str, list[Pladsside]]]
    tidligere: list[Siddende]


@dataclass(frozen=True)
class Gren:
    """A body in the nested list that says the same as the drawing."""

    navn: str
    ord: str
    under: tuple["Gren", ...]


def organside(organ: Organ, dag: date) -> Organside:
    """Expects a row of `Organ.objects.med_pladser()`."""
    i_brug = list(organ.pladser.all())
    stole = {et.pk: stol(et) for et in i_brug}
    grupper: dict[str, list[Pladsside]] = {}
    for plads in i_brug:
        part = str(plads.organisation) if plads.organisation else UDEN_PART
        grupper.setdefault(part, []).append(_pladsside(plads, stole[plads.pk], dag))
    if UDEN_PART in grupper:
        grupper[UDEN_PART] = grupper.pop(UDEN_PART)
    tidligere = [
        _siddende(et, plads)
        for plads in [*i_brug, *organ.nedlagte_pladser]
        for et in plads.medlemmer.all()
        if _er_forbi(et, dag)
    ]
    return Organside(
        organ=organ,
        rytme=rytme(organ.moeder_mindst, organ.moeder_hoejst),
        mangler=mangler_i_organ(organ.art, list(stole.values()), dag),
        grupper=list(grupper.items()),
        tidligere=tidligere,
    )


def hovedsaetning(sider: Sequence[Organside]) -> str:
    """What the page has to say first: how many bodies, and how much is not in place."""
    if not sider:
        return "Der er ingen organer i planen endnu."
    pladser = [plads for side in sider for _, gruppe in side.grupper for plads in gruppe]
    ledige = sum(plads.nu is None for plads in pladser)
    antal = f"{len(sider)} {'organ' if len(sider) == 1 else 'organer'} med {len(pladser)} "
    antal += "plads" if len(pladser) == 1 else "pladser"
    if not pladser:
        return f"{antal}."
    if not ledige:
        return f"{antal}. Alle er besat."
    return f"{antal}. {ledige} er {'ledig' if ledige == 1 else 'ledige'}."


def stol(plads: Plads) -> Stol:
    """The row as the rules read it."""
    poster = tuple(post(et) for et in plads.medlemmer.all())
    return Stol(plads.betegnelse, plads.organisation.art if plads.organisation else "", poster)


def post(medlem: Any) -> Post:
    return Post(medlem.person.navn, medlem.rolle, medlem.fra_dato, medlem.til_dato)


def rytme(mindst: int | None, hoejst: int | None) -> str:
    """ "2 faste møder om året, op til 4"; the empty string when the plan does not say."""
    if not mindst:
        op_til = f"op til {_moeder(hoejst)} om året" if hoejst else ""
        return op_til or ("ingen faste møder" if mindst == 0 else "")
    fast = f"{mindst} {'fast møde' if mindst == 1 else 'faste møder'} om året"
    return f"{fast}, op til {hoejst}" if hoejst and hoejst > mindst else fast


def pladser_i_ord(pladser: Sequence[dict[str, Any]]) -> str:
    """ "8 pladser: Bo i Lemvig 4, Lemvig Kommune 2, andre 2"; no parties where none are named."""
    antal = f"{len(pladser)} {'plads' if len(pladser) == 1 else 'pladser'}"
    parter = Counter(et["organisation"] for et in pladser)
    andre = parter.pop(None, 0)
    led = [*parter.items(), *([("andre", andre)] if andre and parter else [])]
    return f"{antal}: {', '.join(f'{navn}{FAST_MELLEMRUM}{nr}' for navn, nr in led)}" if led else antal


def kasser(organer: Iterable[dict[str, Any]]) -> list[Kasse]:
    """A snapshot's bodies as boxes."""
    return [Kasse(et["noegle"], _med_skel(et["navn"]), _linjer(et), et["over"]) for et in organer]


def diagram(organer: Sequence[dict[str, Any]], *, bredde: int = BRED) -> SafeString:
    """A snapshot's bodies drawn, for page (BRED, SMAL) and paper alike."""
    return organisation(kasser(organer), titel=diagram_i_ord(organer), bredde=bredde)


def smalt_diagram(organer: Sequence[dict[str, Any]]) -> SafeString:
    """The same for a phone."""
    return diagram(organer, bredde=SMAL)


def diagram_i_ord(organer: Sequence[dict[str, Any]]) -> str:
    """The drawing's whole message: who stands at the top, and who hangs below whom."""
    led = [f"Øverst: {i_en_saetning([et.navn for et in trae(organer)])}."]
    for organ in organer:
        under = [et["navn"] for et in organer if et["over"] == organ["noegle"]]
        led += [f"Under {organ['navn']}: {i_en_saetning(under)}."] if under else []
    return " ".join(["Organisationsdiagram.", *led])


def trae(organer: Sequence[dict[str, Any]]) -> list[Gren]:
    """The bodies as a nested list."""
    findes = {et["noegle"] for et in organer}
    return [_gren(et, organer) for et in organer if et["over"] not in findes]


def _gren(organ: dict[str, Any], organer: Sequence[dict[str, Any]]) -> Gren:
    under = tuple(_gren(et, organer) for et in organer if et["over"] == organ["noegle"])
    return Gren(organ["navn"], ". ".join(_linjer(organ)), under)


def _linjer(organ: dict[str, Any]) -> tuple[str, ...]:
    moeder = rytme(organ["moeder_mindst"], organ["moeder_hoejst"])
    return tuple(filter(None, (pladser_i_ord(organ["pladser"]) if organ["pladser"] else "", moeder)))


def _med_skel(navn: str) -> str:
    """A soft hyphen where the long names of bodies may be parted: "koordinations-gruppen"."""
    return GRUPPE.sub(f"{BLOED}gruppe", navn)


def _pladsside(plads: Plads, stolen: Stol, dag: date) -> Pladsside:
    nu = next((et for et in plads.medlemmer.all() if post(et).gaelder(dag)), None)
    return Pladsside(
        pk=plads.pk,
        betegnelse=plads.betegnelse,
        nu=_siddende(nu) if nu else None,
        ledig=ledig_i_ord(stolen, dag),
        kommende=tuple(_siddende(et) for et in plads.medlemmer.all() if et.fra_dato > dag),
    )


def _siddende(medlem: Any, plads: Plads | None = None) -> Siddende:
    return Siddende(
        medlem.pk,
        medlem.person.navn,
        medlem.get_rolle_display(),
        datoer.periode(medlem.fra_dato, medlem.til_dato),
        plads.betegnelse if plads else "",
    )


def _er_forbi(medlem: Any, dag: date) -> bool:
    return medlem.til_dato is not None and medlem.til_dato < dag


def _moeder(antal: int) -> str:
    return "1 møde" if antal == 1 else f"{antal} møder"

"""What the board's pack of one meeting holds: each part by the function that says it elsewhere, frozen together."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from django.db.models import QuerySet
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.roles import Ret
from dokumenter.reports.dagsorden import Dagsordenpapir, dagsordenudgave
from dokumenter.reports.frysning import optoe
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.moedepapir import Moedeudgave
from kerne import datoer, filer
from kerne.filer import Filtype
from maalinger.reports.kriterier import Kladder
from moeder.models import Moede, Opgave, Punktbilag, Referat
from moeder.reports.dagsorden import tider
from moeder.reports.opgaver import Opgavelinje, fra_tidligere_moeder
from moeder.statuses import Moedetilstand, Referattilstand
from oekonomi.reports.oversigt import Oekonomioversigt, oekonomioversigt
from overblik.reports.afvigelser import planens_afvigelser
from overblik.reports.statuspapir import Statuspapir, statuspapir

VENTER_REGEL = "forslag-aendringer"  # what the board itself has to answer
SOM_SIDER = frozenset({Filtype.PDF, Filtype.PNG, Filtype.JPG})
ER_HOLDT = "Mødet er holdt. Punkternes tal er dem, der var på mødet. Resten er planens tal i dag."


class Vej(StrEnum):
    """How an appendix comes into the pack."""

    SIDER = "sider"
    FIL = "fil"
    IKKE = "ikke"


@dataclass(frozen=True)
class Pakkebilag:
    """An appendix as it was when the pack was ordered. `fil` is where it lies, `sum` is of its content; empty when the
    file was gone then."""

    punkt: int
    nr: str
    navn: str
    lukket: bool
    fil: str
    sum: str

    @property
    def endelse(self) -> str:
        return PurePath(self.fil).suffix

    @property
    def vej(self) -> Vej:
        """What is tried: pages where it can be drawn, else the file itself."""
        if not self.sum:
            return Vej.IKKE
        return Vej.SIDER if self.endelse in SOM_SIDER else Vej.FIL


@dataclass(frozen=True)
class Afvigelsesord:
    titel: str
    grund: str


@dataclass(frozen=True)
class Pakkepapir:
    """`afvigelser` is None for a reader who does not see drafts, `oekonomi` for one who sees no money."""

    dagsorden: Dagsordenpapir
    status: Statuspapir
    afvigelser: tuple[Afvigelsesord, ...] | None
    oekonomi: Oekonomioversigt | None
    opgaver: tuple[Opgavelinje, ...]
    bilag: tuple[Pakkebilag, ...]
    venter: tuple[str, ...] = ()
    note: str = ""


def pakkeudgave(moede: Moede, *, lukket: bool, retter: frozenset[Ret], i_dag: date) -> Moedeudgave:
    """The open edition is built without the rows of closed items, their annexes and their tasks.

    A draft where any part of it is one.
    """
    plan, dagsorden = moede.helhedsplan, dagsordenudgave(moede, lukket=lukket, retter=retter, i_dag=i_dag)
    ser_kladde = Ret.KLADDE_SE in retter
    kladder = Kladder.UDEN_VERSION if ser_kladde and not plan.versioner.exists() else Kladder.INGEN
    status = statuspapir(plan, dato=i_dag, kladder=kladder)
    oekonomi = _oekonomi(plan, retter, i_dag)
    alle = planens_afvigelser(plan, dato=i_dag) if ser_kladde else ()
    venter = tuple(et.grund for et in alle if et.regel == VENTER_REGEL) + _referater(moede)
    andre = tuple(Afvigelsesord(et.titel, et.grund) for et in alle if et.regel != VENTER_REGEL)
    papir = Pakkepapir(
        dagsorden=dagsorden.rapport,
        status=status,
        afvigelser=andre if ser_kladde else None,
        oekonomi=oekonomi,
        opgaver=tuple(fra_tidligere_moeder(moede, _opgaver(moede, lukket=lukket))),
        bilag=_bilag(moede, lukket=lukket),
        venter=venter,
        note=ER_HOLDT if moede.tilstand == Moedetilstand.AFSLUTTET else "",
    )
    er_kladde = dagsorden.er_kladde or status.rapport.er_kladde or (oekonomi is not None and oekonomi.er_kladde)
    navn = dagsorden.navn if dagsorden.er_kladde or not er_kladde else f"udkast, {dagsorden.navn}"
    return Moedeudgave(papir, navn, er_kladde=er_kladde, kun_ledere=dagsorden.kun_ledere)


def pakkens_bilag(grundlag: Grundlag) -> tuple[Pakkebilag, ...]:
    """The appendices of an ordered pack. Raises KanIkkeOptoes."""
    return pakkepapir(grundlag).bilag


def pakkepapir(grundlag: Grundlag) -> Pakkepapir:
    """What was frozen. Raises KanIkkeOptoes."""
    return optoe(Pakkepapir, grundlag.opgoerelse.indhold["rapport"])


def _oekonomi(plan: Helhedsplan, retter: frozenset[Ret], i_dag: date) -> Oekonomioversigt | None:
    """The whole period, as the budgetoversigt says it; a draft's for those who see drafts."""
    if Ret.PENGE_SE not in retter:
        return None
    oversigt = oekonomioversigt(plan, dato=i_dag, aar=plan.slut_dato.year)
    return None if oversigt.er_kladde and Ret.KLADDE_SE not in retter else oversigt


def _referater(moede: Moede) -> tuple[str, ...]:
    """The referater of the body's earlier meetings that are out for comments."""
    ventende = Referat.objects.filter(
        moede__organ=moede.organ_id, moede__begynder__lt=moede.begynder, tilstand=Referattilstand.TIL_KOMMENTERING
    ).select_related("moede")
    return tuple(
        f"Referatet af mødet {datoer.dato(timezone.localtime(et.moede.begynder))} venter på at blive godkendt."
        for et in ventende.order_by("moede__begynder", "pk")
    )


def _opgaver(moede: Moede, *, lukket: bool) -> QuerySet[Opgave]:
    opgaver = Opgave.objects.filter(helhedsplan=moede.helhedsplan)
    return opgaver if lukket else opgaver.exclude(behandling__lukket=True)


def _bilag(moede: Moede, *, lukket: bool) -> tuple[Pakkebilag, ...]:
    """Numbered by item and place: 2.1, 2.2. What an edition does not hold leaves no gap."""
    punktnr = {et.noegle: nr for nr, et in enumerate(tider(moede), 1)}
    raekker = Punktbilag.objects.filter(behandling__moede=moede)
    if not lukket:
        raekker = raekker.filter(lukket=False, behandling__lukket=False)
    ud: list[Pakkebilag] = []
    for et in raekker.order_by("behandling__raekkefoelge", "behandling", "raekkefoelge", "pk"):
        punkt = punktnr[et.behandling_id]
        plads = 1 + sum(1 for andet in ud if andet.punkt == punkt)
        ud.append(Pakkebilag(punkt, f"{punkt}.{plads}", et.navn, et.lukket, et.fil.name, _sum(et)))
    return tuple(ud)


def _sum(bilag: Punktbilag) -> str:
    try:
        with bilag.fil.open("rb") as fil:
            return filer.sha256(fil)
    except OSError:
        return ""

"""The meetings of a plan, per body: what comes, what was held, and whether the rhythm is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from aftaler.models import Organ, Organmedlem
from kerne import datoer
from moeder.models import Moede
from moeder.rules import moeder as regler
from moeder.statuses import DAGSORDEN_AABEN, Moedeart, Moedetilstand, Svar

MAERKER = {Moedetilstand.KLADDE: "kladde", Moedetilstand.INDKALDT: "oplysning", Moedetilstand.AFSLUTTET: "faerdig"}


@dataclass(frozen=True)
class Moedelinje:
    """One row of the list. `maerke` is (word, kind of label). `er_holdt`: there is a referat, or there will be."""

    kode: str
    dato: str
    hvor: str
    note: str
    maerke: tuple[str, str]
    er_holdt: bool


@dataclass(frozen=True)
class Organmoeder:
    noegle: int
    navn: str
    kommende: tuple[Moedelinje, ...]
    holdte: tuple[Moedelinje, ...]
    advarsel: str


@dataclass(frozen=True)
class Moedeliste:
    saetning: str
    organer: tuple[Organmoeder, ...]

    @property
    def er_tom(self) -> bool:
        return not any(et.kommende or et.holdte for et in self.organer)


def moedeliste(organer: Sequence[Organ], moeder: Iterable[Moede], *, nu: datetime, planen_loeber: bool) -> Moedeliste:
    """`moeder` with their body; those the reader may see. A plan that is over is not warned about."""
    alle = sorted(moeder, key=lambda et: (et.begynder, et.pk))
    kommende = [et for et in alle if _kommer(et, nu) and et.tilstand != Moedetilstand.AFLYST]
    dele = [_organet(organ, [et for et in alle if et.organ_id == organ.pk], nu, planen_loeber) for organ in organer]
    return Moedeliste(_naeste(kommende), tuple(et for et in dele if et.kommende or et.holdte or et.advarsel))


def hvornaar(moede: Moede) -> str:
    """ "15. juni 2022 kl. 13.00–15.00"; a meeting over midnight says both days."""
    fra, til = timezone.localtime(moede.begynder), timezone.localtime(moede.slutter)
    if fra.date() == til.date():
        return f"{datoer.dato(fra)} kl.\u00a0{datoer.tidsrum(fra, til)}"
    return f"{datoer.tidspunkt(fra)} – {datoer.tidspunkt(til)}"


def stedet(moede: Moede) -> str:
    """Where, in words; the link itself stands on the meeting's own page."""
    return ", ".join(filter(None, (moede.sted, "på video" if moede.videolink else "")))


def tilstanden(moede: Moede) -> str:
    """ "Kladde, ingen er indkaldt", "Indkaldt 1. juni 2022"."""
    if moede.tilstand == Moedetilstand.KLADDE:
        return "Kladde, ingen er indkaldt"
    if moede.tilstand == Moedetilstand.INDKALDT and moede.indkaldt_tidspunkt:
        return f"Indkaldt {datoer.dato(timezone.localtime(moede.indkaldt_tidspunkt))}"
    return moede.get_tilstand_display()


def to_steder(moede: Moede) -> list[str]:
    """Who of those that are to come is to come to another of the plan's meetings at the same time. One query where
    there is no other."""
    samtidige = Moede.objects.filter(
        helhedsplan=moede.helhedsplan_id,
        begynder__lt=moede.slutter,
        slutter__gt=moede.begynder,
        tilstand__in=DAGSORDEN_AABEN,
    ).exclude(pk=moede.pk)
    andre = list(samtidige.select_related("organ").order_by("begynder", "pk"))
    mine = _ventede(moede) if andre else {}
    saetninger = []
    for et in andre:
        begge = [mine[noegle] for noegle in mine.keys() & _ventede(et).keys()]
        saetninger.append(regler.to_steder(begge, str(et.organ), hvornaar(et)))
    return [et for et in saetninger if et]


def _ventede(moede: Moede) -> dict[int, str]:
    """Those who are called and have not said no; before anybody is called, those who sit in the body that day."""
    kaldte = list(moede.indkaldelser.select_related("person"))
    if kaldte:
        return {et.person_id: str(et.person) for et in kaldte if et.svar in (Svar.INTET, Svar.KOMMER)}
    dag = moede.dag
    sidder = Organmedlem.objects.filter(
        Q(til_dato__isnull=True) | Q(til_dato__gte=dag), fra_dato__lte=dag, plads__organ=moede.organ_id
    )
    return {et.person_id: str(et.person) for et in sidder.select_related("person")}


def _naeste(kommende: list[Moede]) -> str:
    if not kommende:
        return "Der er ikke sat et næste møde."
    foerste = kommende[0]
    kladde = " Mødet er en kladde, og ingen er indkaldt." if foerste.tilstand == Moedetilstand.KLADDE else ""
    return f"Næste møde er {foerste.organ} {hvornaar(foerste)}.{kladde}"


def _organet(organ: Organ, moeder: list[Moede], nu: datetime, planen_loeber: bool) -> Organmoeder:
    kommende = [et for et in moeder if _kommer(et, nu)]
    holdte = [et for et in reversed(moeder) if not _kommer(et, nu)]
    aar = timezone.localtime(nu).year
    taeller = [
        et
        for et in moeder
        if timezone.localtime(et.begynder).year == aar and et.tilstand != Moedetilstand.AFLYST and _er_rigtigt(et, nu)
    ]
    advarsel = regler.rytmen_mangler(
        mindst=organ.moeder_mindst,
        aar=aar,
        holdte=sum(not _kommer(et, nu) for et in taeller),
        kommende=sum(_kommer(et, nu) for et in taeller),
    )
    return Organmoeder(
        organ.pk,
        organ.navn,
        tuple(map(_linje, kommende)),
        tuple(map(_linje, holdte)),
        advarsel if planen_loeber else "",
    )


def _kommer(moede: Moede, nu: datetime) -> bool:
    """A meeting that was closed before its time has been held."""
    return moede.slutter >= nu and moede.tilstand != Moedetilstand.AFSLUTTET


def _er_rigtigt(moede: Moede, nu: datetime) -> bool:
    """A draft whose day went by was never held."""
    return moede.slutter >= nu or moede.tilstand != Moedetilstand.KLADDE


def _linje(moede: Moede) -> Moedelinje:
    aflyst = moede.tilstand == Moedetilstand.AFLYST
    noter = [
        moede.get_art_display() if moede.art != Moedeart.ORDINAERT else "",
        f"Aflyst: {moede.aflyst_grund}" if aflyst else "",
    ]
    er_holdt = moede.tilstand == Moedetilstand.AFSLUTTET
    ord_ = "Holdt" if er_holdt else moede.get_tilstand_display()
    return Moedelinje(
        moede.kode,
        hvornaar(moede),
        stedet(moede),
        ". ".join(filter(None, noter)),
        (ord_, MAERKER.get(Moedetilstand(moede.tilstand), "")),
        er_holdt,
    )

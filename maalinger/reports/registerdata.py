"""The page, the paper and the workbook of register data: one dataclass, built in one place."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aftaler.laesning import Enhed
from aftaler.models import Boligomraade, Helhedsplan
from kerne import datoer
from kerne.diagrammer import Linjer, Punkt, Serie, Snit, kan_tegnes
from maalinger.models import Indikator, Indikatorvaerdi
from maalinger.reports.maalkurven import AKSENAVNE
from maalinger.reports.registertal import (
    Sted,
    Stednoegle,
    Tal,
    alder,
    egne_skjulte,
    figur,
    graense,
    sted_af,
    stederne,
)
from maalinger.statuses import Niveau


@dataclass(frozen=True)
class Herkomst:
    """Where figures come from, and how old they were when they came: "2016-tal, opgjort 1. marts 2018"."""

    kilde: str
    alder: str
    eksempel: bool = False

    @property
    def tekst(self) -> str:
        return f"{self.kilde}, {self.alder}"


@dataclass(frozen=True)
class Periode:
    """One year, or the mean of several. `tal` follows the indicator's `steder`; None is "ikke oplyst"."""

    fra: int
    til: int
    tal: tuple[Tal | None, ...]
    herkomst: tuple[Herkomst, ...]

    @property
    def navn(self) -> str:
        aar = datoer.aarsvindue(self.fra, self.til)
        return aar if self.fra == self.til else f"{aar}, snit"

    @property
    def er_blandet(self) -> bool:
        """Real figures and invented ones stand in the same row, so each invented one says so."""
        return len({et.eksempel for et in self.herkomst}) > 1

    @property
    def er_snit(self) -> bool:
        return self.fra != self.til


@dataclass(frozen=True)
class Indikatordata:
    """One indicator's figures. `huller` are sentences about years that are missing between others."""

    kode: str
    navn: str
    enhed: Enhed
    beskrivelse: str
    bagud: str
    steder: tuple[Sted, ...]
    perioder: tuple[Periode, ...]
    huller: tuple[str, ...] = ()

    @property
    def har_skjulte(self) -> bool:
        return any(tal is not None and tal.er_skjult for et in self.perioder for tal in et.tal)

    @property
    def skjult_grunde(self) -> tuple[str, ...]:
        """Why figures are hidden, each reason once."""
        alle = [tal.grund for et in self.perioder for tal in et.tal if tal is not None and tal.er_skjult]
        return tuple(dict.fromkeys(alle))

    @property
    def har_eksempel(self) -> bool:
        return any(tal is not None and tal.eksempel for et in self.perioder for tal in et.tal)


@dataclass(frozen=True)
class Registerdata:
    """Everything that the plan, or one of its areas, has of register data as of a day."""

    plan: str
    dato: date
    indikatorer: tuple[Indikatordata, ...]
    omraade: str = ""
    graense: int = 0

    @property
    def har_eksempel(self) -> bool:
        return any(et.har_eksempel for et in self.indikatorer)


def registerdata(plan: Helhedsplan, *, dato: date, omraade: Boligomraade | None = None) -> Registerdata:
    """The plan with its areas; with `omraade` that area with its afdelinger. The comparisons stand beside both."""
    steder = stederne(plan)
    valgte = _valgte(plan, steder, omraade)
    vaerdier = list(Indikatorvaerdi.objects.filter(helhedsplan=plan).select_related("indikator"))
    skjulte, mindste = egne_skjulte(plan, vaerdier, dato=dato), graense(dato)
    pr_indikator: dict[Indikator, list[Indikatorvaerdi]] = defaultdict(list)
    for et in vaerdier:
        if sted_af(et) in valgte:
            pr_indikator[et.indikator].append(et)
    ud = []
    for indikator, egne in pr_indikator.items():
        tal = {(sted_af(et), (et.fra_aar, et.til_aar)): figur(et, skjulte, mindste=mindste) for et in egne}
        if any(not steder[sted].er_sammenligning for sted, _ in tal):
            ud.append(_indikatordata(indikator, [steder[et] for et in valgte], tal))
    return Registerdata(plan.navn, dato, tuple(ud), omraade.navn if omraade else "", mindste)


def linjer(data: Indikatordata) -> Linjer | None:
    """The figures as lines over the years, or None where there is too little for a development."""
    serier = [_serie(data, nr, sted) for nr, sted in enumerate(data.steder)]
    tegnes = tuple(et for et in serier if et.punkter or et.snit)
    ud = Linjer(_titel(data, tegnes), AKSENAVNE.get(data.enhed, ""), tegnes)
    return ud if any(not et.anden for et in tegnes) and kan_tegnes(ud) else None


def _valgte(plan: Helhedsplan, steder: dict[Stednoegle, Sted], omraade: Boligomraade | None) -> dict[Stednoegle, None]:
    """The places of the page, in order. Afdelinger stand on their area's page, those without one on the plan's."""
    if omraade is None:
        i_omraader = set(
            plan.boligafdelinger.filter(boligomraader__helhedsplaner=plan).order_by("pk").values_list("pk", flat=True)
        )
        return {noegle: None for noegle in steder if noegle[0] != Niveau.AFDELING or noegle[1] not in i_omraader}
    egne = set(plan.boligafdelinger.filter(boligomraader=omraade).order_by("pk").values_list("pk", flat=True))
    kendte = {(Niveau.OMRAADE, omraade.pk), *((Niveau.AFDELING, pk) for pk in egne)}
    faelles = [noegle for noegle in steder if noegle[1] is None]
    return dict.fromkeys([et for et in steder if et in kendte] + faelles)


def _indikatordata(
    indikator: Indikator, steder: Sequence[Sted], tal: dict[tuple[Stednoegle, tuple[int, int]], Tal]
) -> Indikatordata:
    har_tal = {sted for sted, _ in tal}
    med = tuple(et for et in steder if (et.niveau, et.noegle) in har_tal)
    perioder = sorted({aar for _, aar in tal}, key=lambda aar: (aar[1], -aar[0]))
    return Indikatordata(
        kode=indikator.kode,
        navn=indikator.navn,
        enhed=Enhed(indikator.enhed),
        beskrivelse=indikator.beskrivelse,
        bagud=_bagud(indikator.forsinkelse_aar),
        steder=med,
        perioder=tuple(_periode(aar, [tal.get(((et.niveau, et.noegle), aar)) for et in med]) for aar in perioder),
        huller=tuple(_huller(med, set(tal))),
    )


def _periode(aar: tuple[int, int], tal: Sequence[Tal | None]) -> Periode:
    kilder = dict.fromkeys(Herkomst(et.kilde, alder(et, aar), et.eksempel) for et in tal if et is not None)
    return Periode(*aar, tuple(tal), tuple(kilder))


def _bagud(aar: int | None) -> str:
    if not aar:
        return ""
    return f"Tallene er {'et' if aar == 1 else aar} år bagud."


def _huller(steder: Sequence[Sted], kendte: set[tuple[Stednoegle, tuple[int, int]]]) -> list[str]:
    """A year that one of our own places lacks between two that it has."""
    ud = []
    for et in steder:
        aarene = {fra for sted, (fra, til) in kendte if sted == (et.niveau, et.noegle) and fra == til}
        mangler = tuple(aar for aar in range(min(aarene, default=0), max(aarene, default=0)) if aar not in aarene)
        if mangler and not et.er_sammenligning:
            ud.append(f"{et.navn}: {datoer.aarsliste(mangler)} er ikke oplyst.")
    return ud


def _serie(data: Indikatordata, nr: int, sted: Sted) -> Serie:
    kendte = [(et, tal) for et in data.perioder if (tal := et.tal[nr]) is not None and tal.vaerdi is not None]
    punkter = tuple(Punkt(et.til, tal.vaerdi) for et, tal in kendte if not et.er_snit and tal.vaerdi is not None)
    snit = tuple(Snit(et.fra, et.til, tal.vaerdi) for et, tal in kendte if et.er_snit and tal.vaerdi is not None)
    enkelte = [tal.tekst for et, tal in kendte if not et.er_snit] or [tal.tekst for _, tal in kendte]
    return Serie(sted.navn, punkter, snit, slut=enkelte[-1] if enkelte else "", anden=sted.er_sammenligning)


def _titel(data: Indikatordata, serier: Sequence[Serie]) -> str:
    """The message for who can't see the drawing: each place's newest figure."""
    return f"{data.navn}. Nyeste tal: {', '.join(f'{et.navn} {et.slut}' for et in serier)}."

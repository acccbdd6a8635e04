"""The page of the ministry's lists: area by area, list by list, a sentence first and then what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.safestring import SafeString

from aftaler.models import Helhedsplan
from kerne import datoer, talformat
from kerne.diagrammer import Mini, minikurve
from maalinger.models import Indikatorvaerdi, Listeplacering
from maalinger.reports import listetal
from maalinger.reports.kriterier import ikraft
from maalinger.rules import listeord
from maalinger.rules.diskretion import Skjult
from maalinger.rules.listecitater import citeret
from maalinger.rules.lister import beboertal, udvikling, vurder
from maalinger.rules.listetyper import Kravsvar, Listegrundlag, Omraadetal
from maalinger.rules.ord import decimaltal
from maalinger.statuses import Listesvar, Listetype, Niveau

AAR_I_KURVEN = 5
FOERSTE_AAR = 2010
SVARORD = {True: "Opfyldt", False: "Ikke opfyldt", None: "Ukendt"}
SVARKODE = {True: "ja", False: "nej", None: "ukendt"}


@dataclass(frozen=True)
class Kravlinje:
    """A row of the table. `tal` is empty when there is no figure, and `grund` then says why."""

    navn: str
    loven: str
    aar: str
    tal: str
    graense: str
    afstand: str
    svar: str
    kode: str
    grund: str
    paakraevet: bool
    kurve: SafeString
    foer: str


@dataclass(frozen=True)
class Listeblok:
    """One list. `placering` is what the ministry's own list said, where somebody has written it down."""

    art: Listetype
    navn: str
    svar: Listesvar
    svarord: str
    saetning: str
    aendring: str
    note: str
    kilde: str
    afviger: bool
    linjer: tuple[Kravlinje, ...]
    aarene: tuple[tuple[int, str], ...]
    placering: Listeplacering | None


@dataclass(frozen=True)
class Omraadelister:
    navn: str
    noegle: int
    beboere: str
    afdelinger: str
    lister: tuple[Listeblok, ...]
    har_eksempel: bool

    @property
    def er_tomt(self) -> bool:
        """Nothing is known of it: no figure, and nothing the ministry said."""
        return not any(et.placering or any(linje.tal for linje in et.linjer) for et in self.lister)


@dataclass(frozen=True)
class Citat:
    """The agreement's words about a list, and the law's of the year when it began."""

    nr: int
    tekst: str
    navn: str
    loven: str
    aar: int


@dataclass(frozen=True)
class Listeside:
    """`lister` are the names of the year's lists, in the order in which every area has them."""

    aar: int
    aarene: tuple[int, ...]
    saetning: str
    omraader: tuple[Omraadelister, ...]
    citater: tuple[Citat, ...]
    uden_omraade: str  # afdelinger of the plan that lie in none of its areas

    @property
    def lister(self) -> tuple[str, ...]:
        return tuple(et.navn for et in self.omraader[0].lister) if self.omraader else ()

    @property
    def har_eksempel(self) -> bool:
        return any(et.har_eksempel for et in self.omraader)


def listeside(plan: Helhedsplan, *, dato: date, aar: int | None = None) -> Listeside:
    """Everything on the page; the same number of queries whatever the number of areas. `aar` None: the newest."""
    kendt = listetal.grundlag()
    omraader = list(plan.boligomraader.prefetch_related("boligafdelinger").order_by("navn", "pk"))
    vaerdier = listetal.vaerdierne(plan, kendt)
    placeringer = list(Listeplacering.objects.filter(helhedsplan=plan))
    tal = listetal.omraadetal(plan, omraader, vaerdier, placeringer, dato=dato)
    aarene = _aarene(plan, vaerdier, placeringer, dato)
    valgt = aar if aar in aarene else _nyeste(vaerdier, placeringer, aarene)
    afdelinger = list(plan.boligafdelinger.order_by("navn", "pk"))
    egne = {et.pk for et in afdelinger}
    eksempler = {et.omraade_id for et in vaerdier if et.eksempel}
    blokke = tuple(
        Omraadelister(
            et.navn,
            et.pk,
            _beboertal(tal[et.pk], valgt),
            _og([afdeling.navn for afdeling in et.boligafdelinger.all() if afdeling.pk in egne]),
            _blokke(kendt, tal[et.pk], valgt, [p for p in placeringer if p.omraade_id == et.pk]),
            et.pk in eksempler,
        )
        for et in omraader
    )
    i_omraade = {afdeling.pk for et in omraader for afdeling in et.boligafdelinger.all()}
    return Listeside(
        valgt,
        aarene,
        _saetning(blokke, valgt),
        blokke,
        _citater(plan, kendt, dato),
        _og([et.navn for et in afdelinger if et.pk not in i_omraade]),
    )


def _blokke(
    kendt: Listegrundlag, omraade: Omraadetal, aar: int, placeringer: Sequence[Listeplacering]
) -> tuple[Listeblok, ...]:
    fundet = [(art, vurdering) for art in Listetype if (vurdering := vurder(kendt, omraade, art, aar))]
    paa_udsat = any(art == Listetype.UDSAT and et.svar == Listesvar.PAA for art, et in fundet)
    return tuple(
        Listeblok(
            art,
            listeord.overskrift(art, aar),
            et.svar,
            listeord.svarord(et),
            listeord.saetning(et),
            listeord.aendring(et),
            listeord.OGSAA_UDSAT if art == Listetype.FOREBYGGELSE and paa_udsat else "",
            et.regler.kilde,
            et.afviger,
            tuple(_linje(svar, kendt, omraade, aar) for svar in et.kravsvar),
            tuple((aaret, listeord.AARSORD[svar]) for aaret, svar in et.aarene),
            next((p for p in placeringer if (p.art, p.aar) == (art, aar)), None),
        )
        for art, et in fundet
    )


def _linje(et: Kravsvar, kendt: Listegrundlag, omraade: Omraadetal, aar: int) -> Kravlinje:
    serie = udvikling(et.krav, omraade.tal.get(et.krav.indikator, {}), kendt, aar, AAR_I_KURVEN)
    foerste = next((led for led in serie if isinstance(led.vaerdi, Fraction) and led.aar != et.aar), None)
    return Kravlinje(
        et.krav.navn,
        listeord.loven(et.krav),
        datoer.aarsvindue(*et.aar) if et.vaerdi is not None else "",
        str(et.vaerdi) if isinstance(et.vaerdi, Skjult) else listeord.tal(et),
        listeord.graense(et),
        listeord.afstand(et),
        SVARORD[et.svar],
        SVARKODE[et.svar],
        et.grund,
        et.krav.paakraevet,
        _kurve(serie, et),
        f"fra {listeord.tal(foerste)} i {datoer.aarsvindue(*foerste.aar)}" if foerste else "",
    )


def _kurve(serie: Sequence[Kravsvar], nu: Kravsvar) -> SafeString:
    kendte = {et.aar[1]: _decimal(et) for et in serie}
    if sum(et is not None for et in kendte.values()) < 2:
        return SafeString("")
    punkter = tuple((aar, kendte.get(aar)) for aar in range(min(kendte), max(kendte) + 1))
    return minikurve(Mini(punkter, "", maal=decimaltal(nu.taerskel) if nu.taerskel is not None else None))


def _decimal(et: Kravsvar) -> Decimal | None:
    return decimaltal(et.vaerdi) if isinstance(et.vaerdi, Fraction) else None


def _aarene(
    plan: Helhedsplan, vaerdier: Sequence[Indikatorvaerdi], placeringer: Sequence[Listeplacering], dato: date
) -> tuple[int, ...]:
    """The lists that can be chosen, newest first: from the plan's first year, or the first figure, to this year."""
    kendte = [et.til_aar for et in vaerdier if et.niveau == Niveau.OMRAADE] + [et.aar for et in placeringer]
    foerste = max(FOERSTE_AAR, min([*kendte, plan.start_dato.year, dato.year]))
    return tuple(range(dato.year, foerste - 1, -1))


def _nyeste(vaerdier: Sequence[Indikatorvaerdi], placeringer: Sequence[Listeplacering], aarene: Sequence[int]) -> int:
    """The newest year that something is known of."""
    kendte = {et.til_aar for et in vaerdier if et.niveau == Niveau.OMRAADE} | {et.aar for et in placeringer}
    return next((aar for aar in aarene if aar in kendte), aarene[0])


def _saetning(omraader: Sequence[Omraadelister], aar: int) -> str:
    if not omraader:
        return "Planen har ingen boligområder endnu. Listerne gælder boligområder."
    svarene = [{blok.svar for blok in et.lister} for et in omraader]
    paa = sum(Listesvar.PAA in et for et in svarene)
    ukendt = sum(Listesvar.PAA not in et and Listesvar.UKENDT in et for et in svarene)
    tekst = f"{paa} af {len(omraader)} boligområder står på mindst én liste for {aar} eller opfylder dens betingelser."
    return f"{tekst} For {'ét' if ukendt == 1 else ukendt} kan det ikke afgøres." if ukendt else tekst


def _citater(plan: Helhedsplan, kendt: Listegrundlag, dato: date) -> tuple[Citat, ...]:
    aar = plan.start_dato.year
    krav = {et.indikator: et for regler in reversed(kendt.regler) if regler.gaelder(aar) for et in regler.krav}
    fundet = [(et, krav.get(citeret(et.tekst) or "")) for et in ikraft(plan, dato=dato).kriterier]
    return tuple(Citat(et.nr, et.tekst, lov.navn, listeord.loven(lov), aar) for et, lov in fundet if lov)


def _beboertal(omraade: Omraadetal, aar: int) -> str:
    antal = beboertal(omraade, aar)
    return f"{talformat.tal(antal)} beboere" if antal is not None else "Beboertallet mangler"


def _og(navne: Sequence[str]) -> str:
    return f"{', '.join(navne[:-1])} og {navne[-1]}" if len(navne) > 1 else "".join(navne)

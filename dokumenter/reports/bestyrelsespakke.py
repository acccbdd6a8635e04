"""The board's pack on paper: what must be decided and where everything stands first, then each part, then the pages of
the appendices."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

from dokumenter.reports import budgetoversigt
from dokumenter.reports.dagsorden import Dagsordenpapir, Dagsordenpunkt, oversigt, sagen
from dokumenter.reports.dele import Blok, Fakta, Kolonne, Linjer, Oplysning, Rapport, Tabel, prosa
from dokumenter.reports.grundlag import Grundlag, Vedlagt
from dokumenter.reports.moedepapir import punkttitel, rapport
from dokumenter.reports.pakkeindhold import Afvigelsesord, Pakkebilag, Pakkepapir, pakkepapir
from dokumenter.reports.pengepapir import efter
from dokumenter.reports.statusrapport import Omraadeafsnit, omraadeafsnit
from dokumenter.reports.statusrapport import efter as status_efter
from kerne import datoer
from kerne.rigtekst import som_tekst
from moeder.reports.dagsorden import FORMEN
from moeder.statuses import Punktart
from oekonomi.reports.oversigt import Oekonomioversigt
from overblik.reports.statusrapport import Statusrapport

TITEL = "Bestyrelsespakke"
BILAGSDEL = "del-bilag"
FLEST_TAL = 3  # figures of an item on the first page
LAENGSTE_OM, LAENGSTE_HOVED = 220, 100  # characters
UDEN_INDSTILLING = "Der er ikke skrevet en indstilling."
VEDHAEFTET = "Ligger i pakken som vedhæftet fil. Den kan også hentes på mødets side."
GRUNDE = {
    "beskyttet": "Filen er beskyttet med en adgangskode. Hent den på mødets side.",
    "oedelagt": "Filen kan ikke læses som sider. Hent den på mødets side.",
    "for_lang": "Filen er for lang til pakken. Hent den på mødets side.",
    "for_stor": "Filen er for stor til pakken. Hent den på mødets side.",
    "vaek": "Filen er ikke på serveren. Bed sekretariatet om den.",
}
KURVER = Oplysning("Kurver og tal år for år", ("Står i statusrapporten",))
AFVIGELSER = (Kolonne("Hvad", "halv"), Kolonne("Hvorfor"))
OPGAVER = (Kolonne("Opgave"), Kolonne("Hvem", "navn"), Kolonne("Hvornår", "navn"), Kolonne("Fra", "navn"))
NYT = (Kolonne("Dato", "dato"), Kolonne("Hvad"))
BILAG = (Kolonne("Nr.", "nr"), Kolonne("Bilag"), Kolonne("Punkt", "nr"), Kolonne("Hvor", "stand"))


@dataclass(frozen=True)
class TilBeslutning:
    """An item to decide, and the figures or the money that it is about."""

    nr: int
    titel: str
    om: tuple[str, ...]
    anker: str


@dataclass(frozen=True)
class Indholdslinje:
    """A line of the table of contents; `art` is dokument or under."""

    art: str
    anker: str
    nummer: str
    overskrift: str


@dataclass(frozen=True)
class Pakkedel:
    """A part with its number. `form` is its class in papir.css; `dele` are sections, or what stands alone."""

    nummer: str
    anker: str
    overskrift: str
    form: str
    dele: tuple[Any, ...]


@dataclass(frozen=True)
class Statusliste:
    """The board's list of criteria, area by area."""

    skabelon: ClassVar[str] = "dokumenter/papir/pakke/statusliste.html"
    omraader: tuple[Omraadeafsnit, ...]


@dataclass(frozen=True)
class Bilagsliste:
    """An item's appendices, each with its page in the pack."""

    skabelon: ClassVar[str] = "dokumenter/papir/pakke/bilagsliste.html"
    linjer: tuple[Indholdslinje, ...]


@dataclass(frozen=True)
class Bilagsside:
    """Room for a page that somebody else made. The first one of an appendix has its heading and its `anker`."""

    overskrift: str
    linje: str
    liggende: bool
    anker: str = ""


@dataclass(frozen=True)
class Bestyrelsespakke(Rapport):
    """`skjulte` says that closed items are left out; `bilagssider` are the last pages, in order."""

    note: str = ""
    til_beslutning: tuple[TilBeslutning, ...] = ()
    skjulte: str = ""
    stilling: Statusrapport | None = None
    dele: tuple[Pakkedel, ...] = ()
    indhold: tuple[Indholdslinje, ...] = ()
    bilagssider: tuple[Bilagsside, ...] = ()


def bestyrelsespakke(grundlag: Grundlag) -> Bestyrelsespakke:
    papir, opgoerelse = pakkepapir(grundlag), grundlag.opgoerelse
    bilag = _med_svar(papir.bilag, grundlag.vedlagt)
    dagsorden = papir.dagsorden
    felter = (("Status", (dagsorden.tilstand,)), ("Opgjort", (datoer.dato(opgoerelse.dato),)))
    hoved = rapport(TITEL, opgoerelse, dagsorden.moede, felter, (), ())
    indhold = enumerate(_dele(papir, bilag), 1)
    dele = tuple(Pakkedel(str(nr), *om, tuple(et)) for nr, (*om, et) in indhold)
    alle = {felt.name: getattr(hoved, felt.name) for felt in fields(hoved)}
    return Bestyrelsespakke(
        **{**alle, "dokumenter": (), "med_indhold": True},
        note=papir.note,
        til_beslutning=tuple(_til_beslutning(et) for et in _b_punkter(dagsorden)),
        skjulte=_skjulte(dagsorden),
        stilling=papir.status.rapport,
        dele=dele,
        indhold=tuple(_indhold(dele, bilag)),
        bilagssider=tuple(side for et, svar in bilag for side in _sider(et, svar)),
    )


Bilagene = tuple[tuple[Pakkebilag, Vedlagt], ...]
Del = tuple[str, str, str, Iterable[Any]]  # anchor, heading, form, what stands there


def _med_svar(bilag: tuple[Pakkebilag, ...], vedlagt: tuple[Vedlagt, ...]) -> Bilagene:
    """Without answers (a preview) every appendix is as a file."""
    return tuple(zip(bilag, vedlagt or (Vedlagt(),) * len(bilag), strict=True))


def _dele(papir: Pakkepapir, bilag: Bilagene) -> Iterator[Del]:
    yield "del-beslut", "Skal besluttes", "", _beslutninger(papir)
    yield "del-dagsorden", "Dagsorden", "moede", _dagsorden(papir.dagsorden, bilag)
    yield "del-status", "Hvor planen står", "", _status(papir)
    if papir.afvigelser is not None:
        yield "del-afvigelser", "Afvigelser fra det aftalte", "", _afvigelser(papir.afvigelser)
    if papir.oekonomi:
        yield "del-oekonomi", "Økonomi", "penge", _oekonomi(papir.oekonomi)
    yield "del-opgaver", "Opgaver fra tidligere møder", "", _opgaver(papir)
    if bilag:
        yield BILAGSDEL, "Bilag", "", (Tabel("", BILAG, tuple(_bilagsraekke(*et) for et in bilag)),)


def _b_punkter(dagsorden: Dagsordenpapir) -> list[Dagsordenpunkt]:
    return [et for et in dagsorden.punkter if et.art == Punktart.BESLUTNING]


def _skjulte(dagsorden: Dagsordenpapir) -> str:
    lukkede = any(not et.titel for et in dagsorden.punkter)
    return "Lukkede punkter er ikke med i den åbne udgave." if lukkede else ""


def _til_beslutning(punkt: Dagsordenpunkt) -> TilBeslutning:
    oekonomi = _felt(punkt, "oekonomi")
    om = punkt.tal[:FLEST_TAL]
    if not om and oekonomi:
        om = (textwrap.shorten(som_tekst(oekonomi), LAENGSTE_OM, placeholder=" …"),)
    if len(punkt.tal) > FLEST_TAL:
        om = (*om, "Flere tal står under punktet.")
    titel = punkttitel(punkt.titel, lukket=punkt.lukket)
    return TilBeslutning(punkt.nr, titel, om, f"punkt{punkt.nr}" if punkt.har_sag else "punkter")


def _felt(punkt: Dagsordenpunkt, felt: str) -> str:
    """One heading of the case form; empty when it isn't filled in."""
    return dict(punkt.dele).get(dict(FORMEN)[felt], "")


def _beslutninger(papir: Pakkepapir) -> Iterator[Any]:
    punkter = _b_punkter(papir.dagsorden)
    for et in punkter:
        indstilling = _felt(et, "indstilling")
        tekst = prosa(indstilling) if indstilling else Linjer((UDEN_INDSTILLING,))
        yield Blok(punkttitel(et.titel, lukket=et.lukket), (tekst,), f"beslut{et.nr}", nummer=f"{et.nr}.")
    if not punkter:
        yield Linjer(("Mødet har ingen punkter til beslutning.",))
    if papir.venter:
        yield Blok("Venter på bestyrelsen", (Linjer(papir.venter),), "venter")


def _dagsorden(papir: Dagsordenpapir, bilag: Bilagene) -> Iterator[Blok]:
    besked = (Linjer(tuple(papir.besked.splitlines())),) if papir.besked else ()
    indkaldte = (Fakta((Oplysning("Indkaldt", papir.indkaldte),)),) if papir.indkaldte else ()
    yield Blok("Punkter", (*besked, *indkaldte, *oversigt(papir)), "punkter")
    for et in papir.punkter:
        if et.har_sag:
            yield sagen(et, _bilagsblok(et.nr, bilag))


def _bilagsblok(punkt: int, bilag: Bilagene) -> Iterator[Blok]:
    linjer = tuple(_bilagslinje(*et) for et in bilag if et[0].punkt == punkt)
    if linjer:
        yield Blok("Bilag", (Bilagsliste(linjer),), f"punkt{punkt}-bilag")


def _status(papir: Pakkepapir) -> Iterator[Any]:
    status = papir.status.rapport
    uden_links = tuple(
        replace(omraade, linjer=tuple(replace(et, anker="") for et in omraade.linjer))
        for omraade in omraadeafsnit(papir.status)
    )
    yield Fakta((Oplysning("Kriterier og mål efter", (status_efter(status),)), KURVER))
    yield Statusliste(uden_links)
    if status.nyt:
        raekker = tuple((datoer.dato_kort(et.dato), f"{et.hvad} {et.tekst}") for et in status.nyt)
        yield Blok("Nyt de seneste tre måneder", (Tabel("", NYT, raekker),), "nyt")


def _afvigelser(afvigelser: tuple[Afvigelsesord, ...]) -> Iterator[Any]:
    if afvigelser:
        yield Tabel("", AFVIGELSER, tuple((et.titel, et.grund) for et in afvigelser))
    else:
        yield Linjer(("Planens tal giver ikke anledning til bemærkninger.",))


def _oekonomi(oversigt: Oekonomioversigt) -> Iterator[Any]:
    yield Fakta((Oplysning("Budget efter", (efter(oversigt),)),))
    yield from budgetoversigt.hovedtal(oversigt, None)
    yield budgetoversigt.lovet_og_leveret(oversigt)


def _opgaver(papir: Pakkepapir) -> Iterator[Any]:
    if papir.opgaver:
        yield Tabel("", OPGAVER, tuple((et.tekst, et.ejer, et.fristord, et.fra) for et in papir.opgaver))
    else:
        yield Linjer(("Alle opgaver fra åbne punkter på tidligere møder er gjort.",))


def _indhold(dele: Iterable[Pakkedel], bilag: Bilagene) -> Iterator[Indholdslinje]:
    """The parts, the items under the agenda, and each appendix under the last part."""
    for del_ in dele:
        yield Indholdslinje("dokument", del_.anker, del_.nummer, del_.overskrift)
        if del_.form == "moede":
            for blok in del_.dele:
                if blok.nummer:
                    yield Indholdslinje("under", blok.anker, blok.nummer, blok.overskrift)
    for et in bilag:
        yield _bilagslinje(*et)


def _bilagslinje(bilag: Pakkebilag, svar: Vedlagt) -> Indholdslinje:
    """To its own pages, else to the table that says where it is."""
    som = "" if svar.sider else " (ikke her)" if svar.grund else " (vedhæftet fil)"
    anker = _anker(bilag) if svar.sider else BILAGSDEL
    return Indholdslinje("under", anker, f"Bilag {bilag.nr}", f"{_navn(bilag)}{som}")


def _anker(bilag: Pakkebilag) -> str:
    return f"bilag-{bilag.nr.replace('.', '-')}"


def _navn(bilag: Pakkebilag) -> str:
    return f"{bilag.navn} (lukket)" if bilag.lukket else bilag.navn


def _bilagsraekke(bilag: Pakkebilag, svar: Vedlagt) -> tuple[str, ...]:
    som = f"{_antal(svar)} her i pakken" if svar.sider else VEDHAEFTET
    return (bilag.nr, _navn(bilag), f"{bilag.punkt}.", GRUNDE[svar.grund] if svar.grund else som)


def _antal(svar: Vedlagt) -> str:
    return "Én side" if len(svar.sider) == 1 else f"{len(svar.sider)} sider"


def _sider(bilag: Pakkebilag, svar: Vedlagt) -> Iterator[Bilagsside]:
    titel = f"Bilag {bilag.nr} {_navn(bilag)}"
    kort = textwrap.shorten(titel, LAENGSTE_HOVED, placeholder=" …")
    for nr, liggende in enumerate(svar.sider, 1):
        if nr == 1:
            yield Bilagsside(titel, f"Til punkt {bilag.punkt}. {_antal(svar)}.", liggende, _anker(bilag))
        else:
            yield Bilagsside(kort, f"Side {nr} af {len(svar.sider)}", liggende)

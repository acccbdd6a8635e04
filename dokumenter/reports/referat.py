"""The referat on paper: who was there, what was said and decided item by item, who approved it, and what was added."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q
from django.utils import timezone

from brugere.roles import Ret
from dokumenter.reports.dele import Blok, Fakta, Kolonne, Linjer, Oplysning, Rapport, Tabel, prosa
from dokumenter.reports.faelles import i_fire
from dokumenter.reports.frysning import optoe
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.moedepapir import (
    LUKKET_PUNKT,
    Moedehoved,
    Moedeudgave,
    bilagsblok,
    moedehoved,
    punkttitel,
    rapport,
    sagsdele,
    talsaetning,
    udgavenavn,
)
from kerne.datoer import dato, tidspunkt
from moeder.models import Referat, Referatudgave
from moeder.reports.godkendelser import Tilfoejelse
from moeder.reports.referat import (
    Besluttet,
    Deltager,
    Referatindhold,
    Referatpunkt,
    for_laeser,
    fra_json,
    referatindhold,
)
from moeder.statuses import Referattilstand

OPGAVER = (Kolonne("Opgave"), Kolonne("Hvem", "halv"), Kolonne("Senest", "dato"))
GODKENDELSER = (Kolonne("Navn"), Kolonne("Godkendt", "halv"))
INGEN = "Ingen er skrevet ind"


@dataclass(frozen=True)
class Referatpapir:
    """`indhold` is cut to the edition and its reader; `antal` is the whole agenda's, so that what is left out is seen.
    `udgave` and `kontrolsum` are the edition's that was sent out; a draft has none."""

    moede: Moedehoved
    indhold: Referatindhold
    antal: int
    tilstand: str
    godkendt: tuple[tuple[str, str], ...]
    tilfoejelser: tuple[Tilfoejelse, ...]
    udgave: str = ""
    kontrolsum: str = ""


def referatudgave(referat: Referat, *, lukket: bool, retter: frozenset[Ret], i_dag: date) -> Moedeudgave:
    """The edition that was sent out, or the draft as it stands. Comments are the page's, not the paper's."""
    under_arbejde = referat.tilstand == Referattilstand.KLADDE
    sendt = None if under_arbejde else referat.udgaver.first()
    navn = udgavenavn(lukket=lukket)
    return Moedeudgave(
        _papir(referat, sendt, lukket=lukket, retter=retter),
        f"udgave {sendt.nr}, {navn}, opgjort {dato(i_dag)}" if sendt else f"udkast, {navn}",
        er_kladde=referat.tilstand != Referattilstand.GODKENDT,
        kun_ledere=lukket or under_arbejde,
    )


def referat(grundlag: Grundlag) -> Rapport:
    papir = optoe(Referatpapir, grundlag.opgoerelse.indhold["rapport"])
    felter = (("Status", (papir.tilstand,)),)
    herkomst = (("Udgave", (papir.udgave,)), ("Udgavens kontrolsum", (papir.kontrolsum,)))
    med = {et.nr: et for et in papir.indhold.punkter}
    punkter = (_punktet(med[nr]) if nr in med else _lukket(nr) for nr in range(1, papir.antal + 1))
    afsnit = (_fremmoede(papir.indhold), *punkter, *_tilfoejelser(papir), *_godkendelser(papir))
    return rapport("Referat", grundlag.opgoerelse, papir.moede, felter, herkomst, afsnit)


def _papir(referat: Referat, sendt: Referatudgave | None, *, lukket: bool, retter: frozenset[Ret]) -> Referatpapir:
    helt = fra_json(sendt.indhold) if sendt else referatindhold(referat.moede)
    hoved = replace(moedehoved(referat.moede), plan=helt.plan, organ=helt.organ, hvornaar=helt.hvornaar, hvor=helt.hvor)
    return Referatpapir(
        moede=hoved,
        indhold=for_laeser(helt, lukkede=lukket, retter=retter),
        antal=len(helt.punkter),
        tilstand=_tilstand(referat),
        godkendt=_godkendt(referat, sendt),
        tilfoejelser=_tilfoejet(referat, lukket=lukket),
        udgave=f"{sendt.nr}, {tidspunkt(timezone.localtime(sendt.frosset_tidspunkt))}" if sendt else "",
        kontrolsum=i_fire(sendt.kontrolsum) if sendt else "",
    )


def _tilstand(referat: Referat) -> str:
    if referat.tilstand == Referattilstand.TIL_KOMMENTERING and referat.kommentarfrist_dato:
        return f"Sendt til kommentering. Kommentarer senest {dato(referat.kommentarfrist_dato)}."
    if referat.tilstand == Referattilstand.GODKENDT and referat.godkendt_moede:
        return f"Godkendt på mødet {referat.godkendt_moede}"
    if referat.tilstand == Referattilstand.GODKENDT and referat.godkendt_tidspunkt:
        return f"Godkendt skriftligt {dato(timezone.localtime(referat.godkendt_tidspunkt))}"
    return referat.get_tilstand_display()


def _godkendt(referat: Referat, sendt: Referatudgave | None) -> tuple[tuple[str, str], ...]:
    """Each member's yes to this edition; one to an earlier edition is not a yes to this."""
    if sendt is None:
        return ()
    raekker = referat.godkendelser.filter(udgave=sendt).select_related("af").order_by("tidspunkt", "pk")
    return tuple((str(et.af), tidspunkt(timezone.localtime(et.tidspunkt))) for et in raekker)


def _tilfoejet(referat: Referat, *, lukket: bool) -> tuple[Tilfoejelse, ...]:
    raekker = referat.tilfoejelser.select_related("af", "behandling").order_by("tidspunkt", "pk")
    if not lukket:
        raekker = raekker.filter(Q(behandling=None) | Q(behandling__lukket=False))
    return tuple(
        Tilfoejelse(
            str(et.behandling or "Hele referatet"),
            et.tekst,
            f"{et.af}, {tidspunkt(timezone.localtime(et.tidspunkt))}",
        )
        for et in raekker
    )


def _fremmoede(indhold: Referatindhold) -> Blok:
    felter = [Oplysning("Til stede", tuple(map(_deltager, indhold.til_stede)) or (INGEN,))]
    if indhold.ikke_til_stede:
        fravaer = tuple(f"{et.navn} ({et.artsord.lower()})" for et in indhold.ikke_til_stede)
        felter.append(Oplysning("Ikke til stede", fravaer))
    return Blok("Fremmøde", (Fakta(tuple(felter)),), "fremmoede")


def _deltager(deltager: Deltager) -> str:
    return f"{deltager.note} for {deltager.navn}" if deltager.note else deltager.navn


def _lukket(nr: int) -> Blok:
    return Blok(LUKKET_PUNKT, (), f"punkt{nr}", nummer=f"{nr}.")


def _punktet(punkt: Referatpunkt) -> Blok:
    titel = punkttitel(punkt.titel, lukket=punkt.lukket)
    return Blok(titel, tuple(_dele(punkt)), f"punkt{punkt.nr}", nummer=f"{punkt.nr}.")


def _dele(punkt: Referatpunkt) -> Iterator[Fakta | Blok]:
    anker = f"punkt{punkt.nr}"
    felter = [Oplysning("Slags", (f"({punkt.art}) {punkt.artsord}",))]
    if punkt.fravaer:
        felter.append(Oplysning("Ikke til stede under punktet", punkt.fravaer))
    yield Fakta(tuple(felter))
    tal = tuple(talsaetning(et.emne, et.navn, et.saetning, et.status) for et in punkt.tal)
    yield from sagsdele(anker, punkt.dele, tal)
    if punkt.referat:
        yield Blok("Referat", (prosa(punkt.referat),), f"{anker}-referat")
    for et in punkt.beslutninger:
        yield Blok(f"Beslutning {et.nr}", (Linjer(_beslutningen(et)),), f"{anker}-beslutning{et.nr}")
    if punkt.opgaver:
        raekker = tuple((et.tekst, et.ejer, et.frist) for et in punkt.opgaver)
        yield Blok("Opgaver", (Tabel("", OPGAVER, raekker),), f"{anker}-opgaver")
    yield from bilagsblok(anker, tuple(f"{et.navn} (lukket)" if et.lukket else et.navn for et in punkt.bilag))


def _beslutningen(beslutning: Besluttet) -> tuple[str, ...]:
    return tuple(filter(None, (*beslutning.tekst.splitlines(), beslutning.stemmer, beslutning.virkning)))


def _tilfoejelser(papir: Referatpapir) -> Iterator[Blok]:
    if papir.tilfoejelser:
        enkelte = tuple(
            Blok(et.om, (Linjer((*et.tekst.splitlines(), et.hvem)),), f"tilfoejelse{nr}")
            for nr, et in enumerate(papir.tilfoejelser, 1)
        )
        yield Blok("Tilføjelser efter godkendelsen", enkelte, "tilfoejelser")


def _godkendelser(papir: Referatpapir) -> Iterator[Blok]:
    if papir.godkendt:
        yield Blok("Godkendt af", (Tabel("", GODKENDELSER, papir.godkendt),), "godkendelser")

"""The agenda on paper: the items with clock and kind in one table, then each case in the Danish case form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from brugere.roles import Ret
from dokumenter.reports.dele import Blok, Fakta, Kolonne, Linjer, Oplysning, Rapport, Tabel
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
from kerne.datoer import dato
from moeder.models import Behandling, Moede, Punktbilag
from moeder.reports import dagsorden as reports
from moeder.reports.dagsorden import Punktlinje
from moeder.reports.figurer import figurer
from moeder.reports.moeder import tilstanden
from moeder.statuses import Moedetilstand

KOLONNER = (
    Kolonne("Nr.", "nr"),
    Kolonne("Kl.", "kl"),
    Kolonne("Punkt"),
    Kolonne("Slags", "slags"),
    Kolonne("Fremlægges af", "fremlaegger"),
    Kolonne("Min.", "tal minutter"),
)
INGEN_PUNKTER = "Der er ikke sat punkter på dagsordenen."


@dataclass(frozen=True)
class Dagsordenpunkt:
    """One item, as frozen. Of an item that the edition does not hold there is `nr` and nothing else."""

    nr: int
    titel: str = ""
    lukket: bool = False
    kl: str = ""
    art: str = ""
    artsord: str = ""
    minutter: int = 0
    fremlaegger: str = ""
    fakta: tuple[tuple[str, str], ...] = ()
    dele: tuple[tuple[str, str], ...] = ()
    tal: tuple[str, ...] = ()
    bilag: tuple[str, ...] = ()

    @property
    def har_sag(self) -> bool:
        """More than the table says."""
        return bool(self.fakta or self.dele or self.tal or self.bilag)


@dataclass(frozen=True)
class Dagsordenpapir:
    """`indkaldte` is empty for a reader who does not see who is called."""

    moede: Moedehoved
    tilstand: str
    besked: str
    indkaldte: tuple[str, ...]
    punkter: tuple[Dagsordenpunkt, ...]
    tiden: tuple[str, ...]


def dagsordenudgave(moede: Moede, *, lukket: bool, retter: frozenset[Ret], i_dag: date) -> Moedeudgave:
    """What the meeting's page shows today; the open edition is built without the rows of closed items and annexes."""
    er_kladde = moede.tilstand == Moedetilstand.KLADDE
    navn = udgavenavn(lukket=lukket)
    return Moedeudgave(
        _papir(moede, lukket=lukket, retter=retter, i_dag=i_dag),
        f"udkast, {navn}" if er_kladde else f"{navn}, opgjort {dato(i_dag)}",
        er_kladde=er_kladde,
        kun_ledere=er_kladde or lukket,
    )


def dagsorden(grundlag: Grundlag) -> Rapport:
    papir = optoe(Dagsordenpapir, grundlag.opgoerelse.indhold["rapport"])
    indledning = Linjer(tuple(papir.besked.splitlines()))
    felter = (("Status", (papir.tilstand,)), ("Indkaldt", papir.indkaldte))
    afsnit = [Blok("Punkter", (indledning, *oversigt(papir)) if papir.besked else oversigt(papir), "punkter")]
    afsnit += [sagen(et, bilagsblok(f"punkt{et.nr}", et.bilag)) for et in papir.punkter if et.har_sag]
    return rapport("Dagsorden", grundlag.opgoerelse, papir.moede, felter, (), tuple(afsnit))


def _papir(moede: Moede, *, lukket: bool, retter: frozenset[Ret], i_dag: date) -> Dagsordenpapir:
    punkter, bilag = Behandling.objects.filter(moede=moede), Punktbilag.objects.all()
    if not lukket:
        punkter, bilag = punkter.filter(lukket=False), bilag.filter(lukket=False)
    med = {et.pk: et for et in reports.med_alt(punkter, bilag)}
    henvisninger = [henvisning for et in med.values() for henvisning in et.henvisninger.all()]
    alle = reports.tider(moede)
    tallene = figurer(moede.helhedsplan, henvisninger, retter, dato=i_dag)
    side = reports.dagsorden(moede, list(med.values()), alle, tallene)
    linjer = {et.nr: et for et in side.linjer}
    # the time of each kind would tell the kind and the minutes of what is closed
    paa_art = "" if side.skjulte or not alle else f"{side.tiden_paa_art.rstrip('.')}."
    return Dagsordenpapir(
        moede=moedehoved(moede),
        tilstand=f"Aflyst: {moede.aflyst_grund}" if moede.aflyst_grund else tilstanden(moede),
        besked=moede.besked,
        indkaldte=_indkaldte(moede) if retter & {Ret.MOEDE_LED, Ret.KLADDE_SE} else (),
        punkter=tuple(
            _punkt(linjer[nr], med[linjer[nr].noegle]) if nr in linjer else Dagsordenpunkt(nr)
            for nr in range(1, len(alle) + 1)
        ),
        tiden=tuple(filter(None, (side.tiden, paa_art, side.advarsel, side.skjulte))) if alle else (),
    )


def _indkaldte(moede: Moede) -> tuple[str, ...]:
    raekker = moede.indkaldelser.select_related("person").order_by("person__navn", "pk")
    ingen = () if moede.er_lukket else ("Ingen er indkaldt endnu",)
    return tuple(str(et.person) for et in raekker) or ingen


def _punkt(linje: Punktlinje, punkt: Behandling) -> Dagsordenpunkt:
    return Dagsordenpunkt(
        nr=linje.nr,
        titel=linje.titel,
        lukket=linje.lukket,
        kl=linje.kl,
        art=linje.art,
        artsord=linje.artsord,
        minutter=linje.minutter,
        fremlaegger=str(punkt.fremlaegger or ""),
        fakta=tuple((navn, ord_) for navn, ord_ in reports.fakta(punkt) if navn != "Fremlægges af"),
        dele=tuple((et.overskrift, str(et.tekst)) for et in reports.sagsformen(punkt)),
        tal=tuple(talsaetning(et.emne, et.navn, et.saetning, et.status, et.frosset) for et in linje.figurer),
        bilag=tuple(f"{et.navn} (lukket)" if et.lukket else et.navn for et in punkt.bilag.all()),
    )


def oversigt(papir: Dagsordenpapir) -> tuple[Tabel | Linjer, ...]:
    if not papir.punkter:
        return (Linjer((INGEN_PUNKTER,)),)
    return (Tabel("", KOLONNER, tuple(_raekke(et) for et in papir.punkter)), Linjer(papir.tiden))


def _raekke(punkt: Dagsordenpunkt) -> tuple[str, ...]:
    if not punkt.titel:
        return (f"{punkt.nr}.", "", LUKKET_PUNKT, "", "", "")
    slags = f"({punkt.art}) {punkt.artsord}"
    return (
        f"{punkt.nr}.",
        punkt.kl,
        punkttitel(punkt.titel, lukket=punkt.lukket),
        slags,
        punkt.fremlaegger,
        str(punkt.minutter),
    )


def sagen(punkt: Dagsordenpunkt, bilag: Iterable[Blok]) -> Blok:
    """The item in the case form. `bilag` is how the paper at hand lists its appendices."""
    titel = punkttitel(punkt.titel, lukket=punkt.lukket)
    return Blok(titel, (*_dele(punkt), *bilag), f"punkt{punkt.nr}", nummer=f"{punkt.nr}.")


def _dele(punkt: Dagsordenpunkt) -> Iterator[Fakta | Blok]:
    felter = [("Slags", f"({punkt.art}) {punkt.artsord}, {punkt.minutter} min."), ("Fremlægges af", punkt.fremlaegger)]
    yield Fakta(tuple(Oplysning(navn, (ord_,)) for navn, ord_ in (*felter, *punkt.fakta) if ord_))
    yield from sagsdele(f"punkt{punkt.nr}", punkt.dele, punkt.tal)

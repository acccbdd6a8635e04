"""The referat as an edition: built from the rows, kept as plain JSON, read again as the same words.

`for_laeser` is the one place where an edition is cut to what its reader may see: pages and papers go through it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db.models import Prefetch

from brugere.roles import Ret
from kerne.datoer import dato
from moeder.models import Behandling, Beslutning, Henvisning, Moede, Opgave, Punktbilag, Punktfravaer
from moeder.reports.dagsorden import FORMEN
from moeder.reports.figurer import KRAEVER, MED_EMNET, UDEN, Figur, figurer
from moeder.reports.moeder import hvornaar, stedet
from moeder.rules.beslutninger import stemmeord
from moeder.statuses import PAA_MOEDET, Punktart

SKEMA = 1


@dataclass(frozen=True)
class Deltager:
    """One person and whether they were there; `note` names a substitute."""

    navn: str
    art: str
    artsord: str
    note: str = ""


@dataclass(frozen=True)
class Tal:
    """A figure as it stood; `kraever` is the right that it asks for, empty for all in the plan."""

    emne: str
    navn: str
    saetning: str
    status: str
    kraever: str = ""


@dataclass(frozen=True)
class Besluttet:
    nr: int
    tekst: str
    stemmer: str = ""
    udfald: str = ""
    virkning: str = ""


@dataclass(frozen=True)
class Aftalt:
    """A task: what, who, and by when."""

    tekst: str
    ejer: str
    frist: str


@dataclass(frozen=True)
class Bilag:
    navn: str
    lukket: bool


@dataclass(frozen=True)
class Referatpunkt:
    """One item; `dele` are the headings of the case form with their clean HTML."""

    noegle: int
    nr: int
    titel: str
    art: str
    artsord: str
    lukket: bool
    fravaer: tuple[str, ...]
    tal: tuple[Tal, ...]
    dele: tuple[tuple[str, str], ...]
    referat: str
    beslutninger: tuple[Besluttet, ...]
    opgaver: tuple[Aftalt, ...]
    bilag: tuple[Bilag, ...]


@dataclass(frozen=True)
class Referatindhold:
    """`skjulte` says that there are closed items the reader does not see; it is empty in the edition itself."""

    skema: int
    plan: str
    organ: str
    hvornaar: str
    hvor: str
    deltagere: tuple[Deltager, ...]
    punkter: tuple[Referatpunkt, ...]
    skjulte: str = ""

    @property
    def til_stede(self) -> tuple[Deltager, ...]:
        return tuple(et for et in self.deltagere if et.art in PAA_MOEDET)

    @property
    def ikke_til_stede(self) -> tuple[Deltager, ...]:
        return tuple(et for et in self.deltagere if et not in self.til_stede)


def referatindhold(moede: Moede) -> Referatindhold:
    """Everything that was said and decided, closed items too. The same number of queries for any number of items."""
    punkter = list(_med_alt(moede))
    henvisninger = [henvisning for et in punkter for henvisning in et.henvisninger.all()]
    figurerne = figurer(moede.helhedsplan, henvisninger, frozenset(Ret), dato=moede.dag)
    return Referatindhold(
        skema=SKEMA,
        plan=str(moede.helhedsplan),
        organ=str(moede.organ),
        hvornaar=hvornaar(moede),
        hvor=stedet(moede),
        deltagere=tuple(
            Deltager(str(et.person), et.art, et.get_art_display(), et.stedfortraeder)
            for et in moede.fremmoede.select_related("person").order_by("person__navn", "pk")
        ),
        punkter=tuple(_punkt(et, nr, figurerne) for nr, et in enumerate(punkter, 1)),
    )


def som_json(indhold: Referatindhold) -> dict[str, Any]:
    """Plain JSON: what `Referatudgave.indhold` keeps and its checksum is of."""
    felter = asdict(indhold)
    del felter["skjulte"]
    return _plain(felter)


def fra_json(felter: Mapping[str, Any]) -> Referatindhold:
    """An edition read again."""
    return Referatindhold(
        **{
            **felter,
            "deltagere": tuple(Deltager(**et) for et in felter["deltagere"]),
            "punkter": tuple(_punkt_fra_json(et) for et in felter["punkter"]),
        }
    )


def for_laeser(indhold: Referatindhold, *, lukkede: bool, retter: frozenset[Ret]) -> Referatindhold:
    """The edition as one reader may see it: without closed items and annexes, and without figures that ask for more.

    The numbers of the open items stay what they are; that something is left out is said, not what.
    """
    med = [et for et in indhold.punkter if lukkede or not et.lukket]
    punkter = (
        replace(
            et,
            tal=tuple(tal for tal in et.tal if not tal.kraever or Ret(tal.kraever) in retter),
            bilag=tuple(bilag for bilag in et.bilag if lukkede or not bilag.lukket),
        )
        for et in med
    )
    return replace(indhold, punkter=tuple(punkter), skjulte=_skjulte(len(indhold.punkter) - len(med)))


def _med_alt(moede: Moede) -> Sequence[Behandling]:
    return (
        moede.behandlinger.i_raekkefoelge()
        .select_related("sag")
        .prefetch_related(
            Prefetch("henvisninger", Henvisning.objects.select_related(*MED_EMNET).defer(*UDEN)),
            Prefetch("beslutninger", Beslutning.objects.select_related("version").defer("version__indhold")),
            Prefetch("opgaver", Opgave.objects.select_related("ejer")),
            Prefetch("fravaer", Punktfravaer.objects.select_related("person")),
            Prefetch("bilag", Punktbilag.objects.order_by("raekkefoelge", "pk")),
        )
    )


def _punkt(punkt: Behandling, nr: int, figurerne: Mapping[int, Figur]) -> Referatpunkt:
    return Referatpunkt(
        noegle=punkt.pk,
        nr=nr,
        titel=punkt.titel,
        art=punkt.art,
        artsord=Punktart(punkt.art).label,
        lukket=punkt.lukket,
        fravaer=tuple(f"{et.person}, inhabil" if et.inhabil else str(et.person) for et in punkt.fravaer.all()),
        tal=tuple(_tal(et, figurerne[et.pk]) for et in punkt.henvisninger.all() if et.pk in figurerne),
        dele=tuple((overskrift, getattr(punkt, felt)) for felt, overskrift in FORMEN if getattr(punkt, felt)),
        referat=punkt.referat,
        beslutninger=tuple(_besluttet(et) for et in punkt.beslutninger.all()),
        opgaver=tuple(Aftalt(et.tekst, str(et.ejer), dato(et.frist_dato)) for et in punkt.opgaver.all()),
        bilag=tuple(Bilag(et.navn, et.lukket) for et in punkt.bilag.all()),
    )


def _besluttet(beslutning: Beslutning) -> Besluttet:
    version = beslutning.version
    return Besluttet(
        beslutning.nr,
        beslutning.tekst,
        stemmeord(beslutning.stemmer_for, beslutning.stemmer_imod, beslutning.stemmer_hverken),
        beslutning.get_udfald_display(),
        f"Version {version.nr} gælder fra {dato(version.gaelder_fra)}." if version else "",
    )


def _tal(henvisning: Henvisning, figur: Figur) -> Tal:
    ret = KRAEVER.get(henvisning.emne)
    return Tal(figur.emne, figur.navn, figur.saetning, figur.status, ret.value if ret else "")


def _plain(vaerdi: Any) -> Any:
    """Tuples as lists, all the way down: what comes back from the database is what went in."""
    if isinstance(vaerdi, dict):
        return {noegle: _plain(et) for noegle, et in vaerdi.items()}
    return [_plain(et) for et in vaerdi] if isinstance(vaerdi, list | tuple) else vaerdi


def _punkt_fra_json(felter: Mapping[str, Any]) -> Referatpunkt:
    return Referatpunkt(
        **{
            **felter,
            "fravaer": tuple(felter["fravaer"]),
            "tal": tuple(Tal(**et) for et in felter["tal"]),
            "dele": tuple((overskrift, tekst) for overskrift, tekst in felter["dele"]),
            "beslutninger": tuple(Besluttet(**et) for et in felter["beslutninger"]),
            "opgaver": tuple(Aftalt(**et) for et in felter["opgaver"]),
            "bilag": tuple(Bilag(**et) for et in felter["bilag"]),
        }
    )


def _skjulte(antal: int) -> str:
    if not antal:
        return ""
    return "Ét punkt er lukket og vises ikke her." if antal == 1 else f"{antal} punkter er lukkede og vises ikke her."

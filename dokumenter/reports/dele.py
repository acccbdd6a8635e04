"""What a paper is built of: headings, prose, lists, tables. Frozen; the only HTML is the plan's own rich text.

Every kind of part names the template that prints it; a new kind is a dataclass and a template.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.utils.safestring import SafeString, mark_safe

from kerne.rigtekst import rens
from kerne.talformat import FAST_MELLEMRUM

MANGLER = "Ikke udfyldt"
FLEST_LUFTIGE = 4  # parties on a front page with the usual air
# A figure never stands alone at the end of a line, away from its unit.
ENHED_EFTER_TAL = re.compile(r"(?<=\d) (?=(?:%|kr\.|mio\.|tkr\.|pct\.|procent\b))")


@dataclass(frozen=True)
class Prosa:
    skabelon: ClassVar[str] = "dokumenter/papir/dele/prosa.html"
    tekst: SafeString


@dataclass(frozen=True)
class Linjer:
    skabelon: ClassVar[str] = "dokumenter/papir/dele/linjer.html"
    linjer: tuple[str, ...]


@dataclass(frozen=True)
class Punkter:
    """A list; `art` is "bilag" where LBF numbers the annexes."""

    skabelon: ClassVar[str] = "dokumenter/papir/dele/punkter.html"
    punkter: tuple[str, ...]
    art: str = ""


@dataclass(frozen=True)
class Kriterium:
    nr: int
    tekst: str
    datakilde: str


@dataclass(frozen=True)
class Kriterier:
    skabelon: ClassVar[str] = "dokumenter/papir/dele/kriterier.html"
    titel: str
    kolonne: str
    raekker: tuple[Kriterium, ...]


@dataclass(frozen=True)
class Beloeb:
    navn: str
    beloeb: str
    er_sum: bool = False


@dataclass(frozen=True)
class Finansiering:
    skabelon: ClassVar[str] = "dokumenter/papir/dele/finansiering.html"
    kolonne: str
    raekker: tuple[Beloeb, ...]


@dataclass(frozen=True)
class Oplysning:
    ledetekst: str
    linjer: tuple[str, ...]


@dataclass(frozen=True)
class Kolonne:
    """`klasse` is the column's measure in papir.css: nr, dato, tal, halv or nothing."""

    navn: str
    klasse: str = ""


@dataclass(frozen=True)
class Tabel:
    """Any other table. The first cell of a row is its heading; `sum_` is the last row, set apart."""

    skabelon: ClassVar[str] = "dokumenter/papir/dele/tabel.html"
    titel: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[str, ...], ...]
    sum_: tuple[str, ...] = ()

    @property
    def celler(self) -> list[list[tuple[str, str]]]:
        """Each row as (the column's class, the words)."""
        return [self._med_klasser(et) for et in self.raekker]

    @property
    def sumceller(self) -> list[tuple[str, str]]:
        return self._med_klasser(self.sum_) if self.sum_ else []

    def _med_klasser(self, raekke: tuple[str, ...]) -> list[tuple[str, str]]:
        return [(kol.klasse, ord_) for kol, ord_ in zip(self.kolonner, raekke, strict=True)]


@dataclass(frozen=True)
class Fakta:
    """Labels with their lines, as on a front page but among the text."""

    skabelon: ClassVar[str] = "dokumenter/papir/dele/fakta.html"
    felter: tuple[Oplysning, ...]


@dataclass(frozen=True)
class Figur:
    """A drawing that says its own message in its title. A `smal` one is set no wider than its table's first columns."""

    skabelon: ClassVar[str] = "dokumenter/papir/dele/figur.html"
    svg: SafeString
    smal: bool = False


@dataclass(frozen=True)
class Ordforskel:
    """A clause before and after in one text. Each run of words has a sign: "=" kept, "+" added, "-" removed."""

    skabelon: ClassVar[str] = "dokumenter/papir/dele/ordforskel.html"
    led: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Blok:
    """A heading and what stands under it. `nummer` is LBF's ("5.", "5.1"), `ledetekst` the form's label of a name."""

    skabelon: ClassVar[str] = "dokumenter/papir/dele/blok.html"
    overskrift: str
    dele: tuple[Any, ...]
    anker: str
    nummer: str = ""
    ledetekst: str = ""

    @property
    def underblokke(self) -> tuple["Blok", ...]:
        """The blocks below that have a number or a name of their own: those that a table of contents shows."""
        return tuple(et for et in self.dele if isinstance(et, Blok) and (et.nummer or et.ledetekst))


@dataclass(frozen=True)
class Underskrift:
    part: str
    art: str
    dato: str
    navn: str
    er_underskrevet: bool


@dataclass(frozen=True)
class Loebende:
    """What stands at the top and foot of every page: the paper, its edition and the checksum of what is printed."""

    papir: str
    udgave: str
    kontrolsum: str


@dataclass(frozen=True)
class Forside:
    overrubrik: str
    titel: str
    undertitel: str
    felter: tuple[Oplysning, ...]
    underskrifter: tuple[Underskrift, ...]
    herkomst: tuple[Oplysning, ...]
    loebende: Loebende
    egen_side: bool = True  # else it stands at the top of the first page

    @property
    def er_taet(self) -> bool:
        """So many parties sign that the front page must be set closer to hold them all."""
        return len(self.underskrifter) > FLEST_LUFTIGE


@dataclass(frozen=True)
class Dokument:
    """One agreement in the paper. `overskrift` is empty where the paper is that one agreement."""

    anker: str
    overskrift: str
    loebende: Loebende
    afsnit: tuple[Blok, ...]
    nummer: str = ""
    form: str = ""  # skemaer: each block on a page of its own; liggende: on pages that lie down


@dataclass(frozen=True)
class Rapport:
    """A whole paper. `mangler` is what a draft prints where a text lacks; an approved paper prints nothing there."""

    titel: str
    af: str
    dateret: date | None
    er_kladde: bool
    mangler: str
    forside: Forside
    aftaledokumenter: Blok | None
    dokumenter: tuple[Dokument, ...]
    med_indhold: bool = True  # has a table of contents


def prosa(html: str | None) -> Prosa:
    """Rich text of a snapshot; sanitised again, as a snapshot may come from a file."""
    return Prosa(mark_safe(bind(rens(html or ""))))


def bind(tekst: str) -> str:
    """Figure and unit kept on one line; the words are untouched."""
    return ENHED_EFTER_TAL.sub(FAST_MELLEMRUM, tekst)


def kriterier(
    raekker: list[dict[str, Any]],
    *,
    titel: str = "Succeskriterier og datakilder",
    kolonne: str = "Succeskriterier (lokalt opstillede målinger)",
) -> Kriterier:
    return Kriterier(
        titel, kolonne, tuple(Kriterium(et["nr"], bind(et["tekst"]), bind(et["datakilde"])) for et in raekker)
    )

"""The rows of a finance system's file as postings. Pure.

The reader says everything that is wrong in one go, the root cause first: an account nobody has placed is said once,
however many rows it stands in.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kerne import talformat
from kerne.arkord import celle_med_cpr, laes_dato, normaliseret, uden_vaern
from kerne.regneark import Celle, Raekke
from oekonomi.rules.posteringsceller import (
    decimaltegn,
    fejl_i_aaret,
    fejl_i_datoen,
    laes_beloeb,
    laes_regnskabsaar,
)
from oekonomi.rules.posteringskolonner import UDELAD, Hjemsted, Kolonner
from oekonomi.statuses import Posteringskolonne as Er

HELE_FILEN = "alle linjer"  # the account of a file without accounts
KONTOENS_DELE = (Er.KONTO, Er.ART, Er.STED)
ORD = frozenset({Er.TEKST, Er.BILAG, Er.KONTONAVN})  # columns kept as they stand; account numbers are no words
TOM = "Beløbet mangler, og rækken springes over. Tom er ikke nul."
NUL = "Beløbet er nul, og rækken springes over."
LIGNER_CPR = "Cellen ligner et cpr-nummer. Fjern det fra filen, og vælg filen igen."


@dataclass(frozen=True)
class Opslag:
    """What is known about the plan: its years, the places, cost types and givers that exist, and the day it is."""

    aarene: tuple[int, ...]
    steder: Set[str]
    typer: Set[str]
    kilder: Set[str]
    i_dag: date

    def kender(self, hjemsted: Hjemsted) -> bool:
        """The place, type and giver are still there."""
        return (
            hjemsted.sted in (*self.steder, UDELAD)
            and (not hjemsted.omkostningstype or hjemsted.omkostningstype in self.typer)
            and (not hjemsted.kilde or hjemsted.kilde in self.kilder)
        )


@dataclass(frozen=True)
class Laest:
    """One line as it was read. `hjemsted` is None while nobody has said where its account belongs."""

    linje: int
    dato: date
    aar: int
    beloeb: Decimal
    tekst: str
    bilagsnr: str
    konto: str
    hjemsted: Hjemsted | None
    hvor: str


@dataclass
class Konto:
    """An account that nobody has placed: its key, its words, the first cell, in how many rows, and how much."""

    noegle: str
    navn: str
    hvor: str
    antal: int = 0


@dataclass
class Fundliste:
    """Everything to say about the file: what stops it, and what is only good to know."""

    konti: dict[str, Konto] = field(default_factory=dict)
    fejl: list[tuple[str, str]] = field(default_factory=list)
    advarsler: list[tuple[str, str]] = field(default_factory=list)
    tomme: int = 0

    def alle_fejl(self) -> list[tuple[str, str]]:
        """Regel ukendt-konto-foerst: en konto, ingen har placeret, siges én gang, før fejlene celle for celle."""
        return [(et.hvor, _ukendt(et)) for et in self.konti.values()] + self.fejl


class Laeser:
    """One reading of one sheet: remembers what it has seen, so that twins, sums and mixed signs are found."""

    def __init__(self, kolonner: Kolonner, opslag: Opslag, fund: Fundliste) -> None:
        self._kolonner, self._opslag, self._fund = kolonner, opslag, fund
        self._konti: Mapping[str, Hjemsted] = {n: et for n, et in kolonner.konti.items() if opslag.kender(et)}
        self._ordkolonner = frozenset(nr for nr, art in enumerate(kolonner.arter) if art in ORD)
        self._set: dict[tuple, int] = {}
        self._tegn: dict[str, Celle] = {}
        self._i_alt, self._siden_sum, self._hele = Decimal(0), Decimal(0), True

    def laes(self, raekker: Iterable[Raekke]) -> Iterator[Laest]:
        """The rows below the headings, one at a time; what can't be read goes to the list of findings."""
        for raekke in raekker:
            if raekke.er_tom:
                continue
            celle = self._beloebscelle(raekke)
            try:
                laest = self._raekke(raekke, celle)
            except CelleFejl as fejl:
                self._fund.fejl.append((fejl.celle.sted, str(fejl)))
                self._hele = False
            else:
                if laest is not None:
                    yield laest

    def _raekke(self, raekke: Raekke, celle: Celle) -> Laest | None:
        if fundet := celle_med_cpr(raekke, self._ordkolonner):
            raise CelleFejl(fundet, LIGNER_CPR)
        beloeb = self._beloeb(raekke)
        if beloeb is None:
            self._fund.tomme += 1
            return self._spring_over(celle, TOM)
        if self._er_sum(raekke):
            return self._proev_sum(raekke, celle, beloeb)
        self._i_alt, self._siden_sum = self._i_alt + beloeb, self._siden_sum + beloeb
        if not beloeb:
            return self._spring_over(celle, NUL)
        noegle, hjemsted = self._konto(raekke)
        if hjemsted is not None and hjemsted.sted == UDELAD:
            return None
        dato, aar = self._naar(raekke)
        laest = Laest(
            raekke.nr, dato, aar, beloeb, self._tekst(raekke), self._ord(raekke, Er.BILAG)[:40], noegle, hjemsted,
            celle.sted,
        )  # fmt: skip
        self._saa(laest)
        return laest

    def _beloebscelle(self, raekke: Raekke) -> Celle:
        """The cell that a finding about the amount points at."""
        celler = [et for er in (Er.BELOEB, Er.DEBET, Er.KREDIT) if (et := self._celle(raekke, er)) is not None]
        return next((et for et in celler if et.vaerdi is not None), celler[0])

    def _beloeb(self, raekke: Raekke) -> Decimal | None:
        tal = {er: self._tal(raekke, er) for er in (Er.BELOEB, Er.DEBET, Er.KREDIT)}
        if all(et is None for et in tal.values()):
            return None
        return (tal[Er.BELOEB] or Decimal(0)) + (tal[Er.DEBET] or Decimal(0)) - (tal[Er.KREDIT] or Decimal(0))

    def _tal(self, raekke: Raekke, er: Er) -> Decimal | None:
        """Regel et-decimaltegn: en fil bruger enten komma eller punktum før ørerne, ikke begge."""
        celle = self._celle(raekke, er)
        if celle is None:
            return None
        try:
            beloeb = laes_beloeb(celle.vaerdi)
        except ValueError as fejl:
            raise CelleFejl(celle, str(fejl)) from fejl
        if tegn := decimaltegn(celle.vaerdi):
            self._tegn.setdefault(tegn, celle)
            if len(self._tegn) == 2:
                anden = self._tegn["," if tegn == "." else "."]
                raise CelleFejl(celle, _blandet(celle, anden))
        return beloeb

    def _er_sum(self, raekke: Raekke) -> bool:
        """A row that says an amount, but neither a date nor an account, is the sum of those above it."""
        return not any(self._ord(raekke, er) for er in (Er.DATO, Er.BILAG, *KONTOENS_DELE))

    def _proev_sum(self, raekke: Raekke, celle: Celle, beloeb: Decimal) -> None:
        """Regel sum-i-filen: en række uden dato og konto er en sum; den læses ikke ind, men skal passe."""
        if self._hele and beloeb not in (self._i_alt, self._siden_sum):
            raise CelleFejl(
                celle,
                f"Rækken ligner en sum på {talformat.kroner(beloeb)}, men linjerne over den giver "
                f"{talformat.kroner(self._i_alt)} Ret filen, eller slet rækken.",
            )
        self._siden_sum = Decimal(0)
        passer = ", der passer," if self._hele else ""
        return self._spring_over(celle, f"Rækken er læst som en sum{passer} og springes over.")

    def _konto(self, raekke: Raekke) -> tuple[str, Hjemsted | None]:
        dele = [et for er in KONTOENS_DELE if (et := self._ord(raekke, er))]
        navn = self._ord(raekke, Er.KONTONAVN)
        ord_ = " · ".join(dele) or navn or "Alle linjer i filen"
        noegle = normaliseret(" · ".join(dele) or navn or HELE_FILEN)
        hjemsted = self._konti.get(noegle)
        if hjemsted is None:
            celle = next((et for er in (*KONTOENS_DELE, Er.KONTONAVN) if (et := self._celle(raekke, er))), None)
            sted = celle.sted if celle else self._beloebscelle(raekke).sted
            vist = " · ".join([f"{dele[0]} {navn}", *dele[1:]]) if dele and navn else ord_
            konto = self._fund.konti.setdefault(noegle, Konto(noegle, vist[:120], sted))
            konto.antal += 1
        return noegle, hjemsted

    def _naar(self, raekke: Raekke) -> tuple[date, int]:
        celle, aarscelle = self._celle(raekke, Er.DATO), self._celle(raekke, Er.AAR)
        assert celle is not None  # mangler() has seen to it
        try:
            dato = laes_dato(celle.vaerdi)
            if dato is None:
                raise CelleFejl(celle, "Cellen er tom. Skriv den dato, linjen er bogført.")
        except ValueError as fejl:
            raise CelleFejl(celle, str(fejl)) from fejl
        if aarscelle is None or aarscelle.vaerdi is None:
            aar, hvor = dato.year, celle
        else:
            hvor = aarscelle
            try:
                aar = laes_regnskabsaar(aarscelle.vaerdi)
            except ValueError as fejl:
                raise CelleFejl(aarscelle, str(fejl)) from fejl
        if besked := fejl_i_aaret(aar, self._opslag.aarene):
            raise CelleFejl(hvor, besked)
        if besked := fejl_i_datoen(dato, aar, self._opslag.i_dag):
            raise CelleFejl(celle, besked)
        return dato, aar

    def _tekst(self, raekke: Raekke) -> str:
        ord_ = (self._ord(raekke, er) for er in (Er.TEKST, Er.KONTONAVN, Er.KONTO))
        return next((et[:200] for et in ord_ if et), "Uden tekst i regnskabet")

    def _saa(self, laest: Laest) -> None:
        """Regel ens-linjer-siges: et beløb under nul er en kreditnota, og to helt ens linjer siges."""
        if laest.beloeb < 0:
            beloeb = talformat.kroner(laest.beloeb)
            self._fund.advarsler.append((laest.hvor, f"{beloeb} er under nul og læses ind som en kreditnota."))
        ens = (laest.dato, laest.aar, laest.beloeb, laest.tekst, laest.bilagsnr, laest.konto)
        foerst = self._set.setdefault(ens, laest.linje)
        if foerst != laest.linje:
            besked = f"Linjen er magen til række {foerst}. Begge læses ind. Står den der ved en fejl, så slet den ene."
            self._fund.advarsler.append((laest.hvor, besked))

    def _spring_over(self, celle: Celle, besked: str) -> None:
        self._fund.advarsler.append((celle.sted, besked))

    def _celle(self, raekke: Raekke, er: Er) -> Celle | None:
        nr = self._kolonner.nr(er)
        return None if nr is None else raekke.celle(nr)

    def _ord(self, raekke: Raekke, er: Er) -> str:
        celle = self._celle(raekke, er)
        return "" if celle is None else " ".join(uden_vaern(celle.tekst).split())


class CelleFejl(ValueError):
    """A cell that can't be read, and the sentence about it."""

    def __init__(self, celle: Celle, besked: str) -> None:
        self.celle = celle
        super().__init__(besked)


def _blandet(celle: Celle, anden: Celle) -> str:
    har, havde = ("punktum", "komma") if decimaltegn(celle.vaerdi) == "." else ("komma", "punktum")
    return (
        f"»{celle.tekst}« har {har} før ørerne, men celle {anden.adresse} har {havde}. "
        "Brug komma i alle beløb, og vælg filen igen."
    )


def _ukendt(konto: Konto) -> str:
    raekker = f"Den står i {talformat.tal(konto.antal)} {'række' if konto.antal == 1 else 'rækker'}."
    return f"»{konto.navn}« er ikke placeret i budgettet. {raekker} Vælg herunder, hvor den hører til."

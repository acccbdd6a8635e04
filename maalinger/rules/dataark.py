"""The rows of a sheet as register values: long (one value a row) or wide (years or indicators as columns). Pure.

The reader says everything that is wrong in one go, the root cause first: a name nobody knows is said once, however many
rows it stands in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from aftaler.laesning import Enhed
from kerne import talformat
from kerne.arkord import celle_med_cpr, laes_dato, normaliseret, uden_vaern
from kerne.regneark import Celle, Raekke, kolonnenavn
from maalinger.rules import indtastning
from maalinger.rules.dataceller import (
    Figur,
    er_omskrevet,
    laes_aar,
    laes_antal,
    laes_figur,
)
from maalinger.rules.datakolonner import TAL_FOR, Kolonner
from maalinger.statuses import Kolonneart, Niveau

UDELAD = "udelad"  # a name whose rows are left out
UKENDT = "?"
NIVEAUER = {normaliseret(et.label): et.value for et in Niveau}
TOM = "Cellen er tom og springes over. Tom er ikke nul."
FLERE = 3  # shares in a column before their size says anything
MELLEM_NUL_OG_EN = (
    "Alle tal er mellem 0 og 1. Er de andele, så 0,262 betyder 26,2 %, så formatér kolonnen som procent, "
    "og vælg filen igen."
)
ORD = frozenset({Kolonneart.STED, Kolonneart.NIVEAU, Kolonneart.INDIKATOR, Kolonneart.KILDE})  # columns of words
LIGNER_CPR = "Cellen ligner et cpr-nummer. Fjern det fra filen, og vælg filen igen."


@dataclass(frozen=True)
class Indikatoropslag:
    kode: str
    navn: str
    enhed: Enhed


@dataclass(frozen=True)
class Opslag:
    """What names mean in the plan. `steder`: normalised name → `niveau:noegle`, several when the name isn't enough."""

    steder: Mapping[str, tuple[str, ...]]
    indikatorer: Mapping[str, Indikatoropslag]
    sidste_aar: int


@dataclass(frozen=True)
class Laest:
    """One value as it was read. `kilde` and `opgjort` are None where no column says them."""

    sted: str
    indikator: Indikatoropslag
    fra: int
    til: int
    vaerdi: Decimal | None
    taeller: Decimal | None
    naevner: Decimal | None
    skjult: bool
    kilde: str | None
    opgjort: date | None
    hvor: str

    @property
    def noegle(self) -> tuple[str, str, int, int]:
        return self.indikator.kode, self.sted, self.fra, self.til


@dataclass
class Navn:
    """A name that nobody knows, the first cell it stands in, and in how many rows."""

    navn: str
    hvor: str
    antal: int = 0
    flere: bool = False  # it is known, but as two things


@dataclass
class Fundliste:
    """Everything to say about the sheet: what stops it, and what is only good to know."""

    steder: dict[str, Navn] = field(default_factory=dict)
    indikatorer: dict[str, Navn] = field(default_factory=dict)
    fejl: list[tuple[str, str]] = field(default_factory=list)
    advarsler: list[tuple[str, str]] = field(default_factory=list)
    tomme: int = 0

    def alle_fejl(self) -> list[tuple[str, str]]:
        """Regel rodaarsag-foerst: ukendte navne står først og én gang hver, derefter fejl celle for celle."""
        ukendte = [(et.hvor, _ukendt_sted(et)) for et in self.steder.values()]
        ukendte += [(et.hvor, _ukendt_indikator(et)) for et in self.indikatorer.values()]
        return ukendte + self.fejl


def laes(raekker: Iterable[Raekke], kolonner: Kolonner, overskrifter: Sequence[str], opslag: Opslag,
         fund: Fundliste) -> Iterator[Laest]:  # fmt: skip
    """The values of the rows below the headings, one at a time; what can't be read goes to `fund`."""
    return Laeser(kolonner, overskrifter, opslag, fund).laes(raekker)


@dataclass
class Talkolonne:
    """A column of figures, and what its heading says of them. `hoejst` of `antal` shares that were read."""

    nr: int
    indikator: Indikatoropslag | None = None
    aar: tuple[int, int] | None = None
    antal: int = 0
    hoejst: Decimal = Decimal(0)


class Laeser:
    """One reading of one sheet: remembers what it has seen, so that a row that stands twice is found."""

    def __init__(self, kolonner: Kolonner, overskrifter: Sequence[str], opslag: Opslag, fund: Fundliste) -> None:
        self._kolonner, self._opslag, self._fund = kolonner, opslag, fund
        self._set: dict[tuple[str, str, int, int], str] = {}
        self._koder = {et.kode: et for et in opslag.indikatorer.values()}
        self._talkolonner = self._find_talkolonner(overskrifter)
        self._ordkolonner = frozenset(nr for nr, art in enumerate(kolonner.arter) if art in ORD)

    def laes(self, raekker: Iterable[Raekke]) -> Iterator[Laest]:
        for raekke in raekker:
            if not raekke.er_tom:
                yield from self._raekke(raekke)
        for et in self._talkolonner:
            if et.antal >= FLERE and 0 < et.hoejst <= 1:
                hvor = f"Kolonne {kolonnenavn(et.nr)}"
                self._fund.advarsler.insert(0, (hvor, MELLEM_NUL_OG_EN))

    def _find_talkolonner(self, overskrifter: Sequence[str]) -> list[Talkolonne]:
        ud: list[Talkolonne] = []
        for nr, art in enumerate(self._kolonner.arter):
            if art == Kolonneart.AARSTAL:
                ud.append(Talkolonne(nr, aar=laes_aar(overskrifter[nr], self._opslag.sidste_aar)))
            elif art.startswith(TAL_FOR):
                ud.append(Talkolonne(nr, self._koder.get(art.removeprefix(TAL_FOR))))
        tal = self._kolonner.nr(Kolonneart.TAL)
        if tal is None:
            tal = self._kolonner.nr(Kolonneart.ANTAL)
        return ud or ([Talkolonne(tal)] if tal is not None else [])

    def _raekke(self, raekke: Raekke) -> Iterator[Laest]:
        if celle := celle_med_cpr(raekke, self._ordkolonner):
            self._fund.fejl.append((celle.sted, LIGNER_CPR))
            return
        if self._uden_tal(raekke):
            return
        sted, indikator = self._sted(raekke), self._indikator(raekke)
        if UDELAD in (sted, indikator):
            return
        aar, kilde, opgjort = self._aar(raekke), self._kilde(raekke), self._dato(raekke)
        for et in self._talkolonner:
            hvad, hvornaar = et.indikator or indikator, et.aar or aar
            if sted and isinstance(hvad, Indikatoropslag) and hvornaar:
                laest = self._vaerdi(raekke, et, sted, hvad, hvornaar)
                if laest is not None and not sted.startswith(UKENDT):
                    yield replace(laest, kilde=kilde, opgjort=opgjort)

    def _uden_tal(self, raekke: Raekke) -> bool:
        """A row without any figure, such as a note under the table, is skipped whole; its blank cells are counted."""
        numre = [et.nr for et in self._talkolonner]
        ud_af = self._kolonner.nr(Kolonneart.UD_AF)
        if any(raekke.celle(nr).vaerdi is not None for nr in [*numre, *([ud_af] if ud_af is not None else [])]):
            return False
        self._fund.tomme += len(numre)
        hvor = raekke.celle(numre[0]).sted
        if len(numre) == 1:
            self._fund.advarsler.append((hvor, TOM))
        else:
            self._fund.advarsler.append((hvor, f"Række {raekke.nr} har ingen tal og springes over. Tom er ikke nul."))
        return True

    def _sted(self, raekke: Raekke) -> str:
        celle = self._celle(raekke, Kolonneart.STED)
        if celle is None:
            return self._kolonner.sted
        navn = normaliseret(celle.tekst)
        if not navn:
            self._fund.fejl.append((celle.sted, "Cellen er tom. Skriv, hvilket sted tallet gælder."))
            return ""
        niveau = self._celle(raekke, Kolonneart.NIVEAU)
        valgt = self._kolonner.steder.get(navn)
        kendte = [valgt] if valgt else list(self._opslag.steder.get(navn, ()))
        if niveau is not None and not valgt and niveau.tekst:
            kendte = [et for et in kendte if et.split(":")[0] == NIVEAUER.get(normaliseret(niveau.tekst))]
        if len(kendte) != 1:
            self._ukendt(self._fund.steder, celle, flere=len(kendte) > 1)
            return f"{UKENDT}{navn}"  # its figures are tried all the same
        return kendte[0]

    def _indikator(self, raekke: Raekke) -> Indikatoropslag | str | None:
        celle = self._celle(raekke, Kolonneart.INDIKATOR)
        if celle is None:
            return self._koder.get(self._kolonner.indikator)
        navn = normaliseret(celle.tekst)
        if not navn:
            self._fund.fejl.append((celle.sted, "Cellen er tom. Skriv, hvilken indikator tallet er for."))
            return None
        valgt = self._kolonner.indikatorer.get(navn)
        if valgt == UDELAD:
            return UDELAD
        fundet = self._koder.get(valgt) if valgt else self._opslag.indikatorer.get(navn)
        if fundet is None:
            self._ukendt(self._fund.indikatorer, celle)
        return fundet

    def _aar(self, raekke: Raekke) -> tuple[int, int] | None:
        celle = self._celle(raekke, Kolonneart.AAR)
        if celle is None:
            return laes_aar(self._kolonner.aar, self._opslag.sidste_aar) if self._kolonner.aar else None
        if celle.vaerdi is None:
            self._fund.fejl.append((celle.sted, "Cellen er tom. Skriv, hvilket år tallet er for."))
            return None
        til = self._celle(raekke, Kolonneart.TIL_AAR)
        try:
            fra, slut = laes_aar(celle.vaerdi, self._opslag.sidste_aar)
            if til is None or til.vaerdi is None:
                return fra, slut
            return laes_aar(f"{fra}-{laes_aar(til.vaerdi, self._opslag.sidste_aar)[1]}", self._opslag.sidste_aar)
        except ValueError as fejl:
            self._fund.fejl.append((celle.sted, str(fejl)))
            return None

    def _kilde(self, raekke: Raekke) -> str | None:
        celle = self._celle(raekke, Kolonneart.KILDE)
        return uden_vaern(celle.tekst)[:200] or None if celle is not None else None

    def _dato(self, raekke: Raekke) -> date | None:
        celle = self._celle(raekke, Kolonneart.OPGJORT)
        try:
            return laes_dato(celle.vaerdi) if celle is not None else None
        except ValueError as fejl:
            self._fund.fejl.append((celle.sted if celle else "", str(fejl)))
            return None

    def _vaerdi(
        self, raekke: Raekke, kolonne: Talkolonne, sted: str, indikator: Indikatoropslag, aar: tuple[int, int]
    ) -> Laest | None:
        celle = raekke.celle(kolonne.nr)
        try:
            tal, antal, ud_af = self._figurer(raekke, celle, indikator)
        except ValueError as fejl:
            self._fund.fejl.append((celle.sted, str(fejl)))
            return None
        if tal is None and antal is None:
            self._fund.tomme += 1
            self._fund.advarsler.append((celle.sted, TOM))
            return None
        skjult = any(et is not None and et.skjult for et in (tal, antal, ud_af))
        tallene = [None if skjult or et is None else et.vaerdi for et in (tal, antal, ud_af)]
        laest = Laest(sted, indikator, *aar, *tallene, skjult, None, None, celle.sted)
        if (foer := self._set.setdefault(laest.noegle, celle.sted)) != celle.sted:
            self._fund.fejl.append((celle.sted, _to_gange(indikator, foer)))
            return None
        self._saa_tallet(kolonne, celle, tal, indikator)
        return laest

    def _saa_tallet(self, kolonne: Talkolonne, celle: Celle, tal: Figur | None, indikator: Indikatoropslag) -> None:
        """Say what words were read as, and remember how large a column's shares are."""
        if tal is None or tal.vaerdi is None:
            return
        if indikator.enhed == Enhed.PROCENT:
            kolonne.antal, kolonne.hoejst = kolonne.antal + 1, max(kolonne.hoejst, tal.vaerdi)
        som = talformat.vaerdi(tal.vaerdi, indikator.enhed, talformat.decimaler_i(tal.vaerdi))
        if er_omskrevet(celle.vaerdi) and normaliseret(celle.tekst) != normaliseret(som):
            self._fund.advarsler.append((celle.sted, f"»{celle.tekst}« er læst som {som}."))

    def _figurer(
        self, raekke: Raekke, celle: Celle, indikator: Indikatoropslag
    ) -> tuple[Figur | None, Figur | None, Figur | None]:
        """The figure, the count and what it is of. Raises ValueError where they can't all be true."""
        tal_i = None if self._kolonner.arter[celle.kolonne] == Kolonneart.ANTAL else celle
        tal = laes_figur(tal_i.vaerdi, indikator.enhed) if tal_i else None
        antal_i, ud_af_i = self._celle(raekke, Kolonneart.ANTAL), self._celle(raekke, Kolonneart.UD_AF)
        if antal_i is None or ud_af_i is None or indikator.enhed not in indtastning.HELE:
            if tal_i is None:
                return laes_figur(celle.vaerdi, indikator.enhed), None, None
            return tal, None, None
        antal, ud_af = laes_antal(antal_i.vaerdi), laes_antal(ud_af_i.vaerdi)
        if any(et is not None and et.skjult for et in (tal, antal, ud_af)):
            return Figur(skjult=True), None, None
        fejl = indtastning.fejl_i_broeken(
            antal.vaerdi if antal else None, ud_af.vaerdi if ud_af else None, tal.vaerdi if tal else None,
            indikator.enhed,
        )  # fmt: skip
        if fejl:
            raise ValueError(fejl[0])
        return tal, antal, ud_af

    def _celle(self, raekke: Raekke, art: Kolonneart) -> Celle | None:
        nr = self._kolonner.nr(art)
        return None if nr is None else raekke.celle(nr)

    @staticmethod
    def _ukendt(samling: dict[str, Navn], celle: Celle, *, flere: bool = False) -> None:
        et = samling.setdefault(normaliseret(celle.tekst), Navn(celle.tekst[:80], celle.sted, flere=flere))
        et.antal += 1


def _to_gange(indikator: Indikatoropslag, foer: str) -> str:
    return (
        f"{indikator.navn} står to gange for samme sted og år, første gang i {foer[:1].lower()}{foer[1:]}. "
        "Behold kun den ene."
    )


def _ukendt_sted(et: Navn) -> str:
    hvor_mange = f"Navnet står i {talformat.tal(et.antal)} {'række' if et.antal == 1 else 'rækker'}. "
    if et.flere:
        return f"»{et.navn}« er navnet på mere end ét sted. {hvor_mange}Vælg herunder, hvilket det er."
    return f"»{et.navn}« er ikke et af planens steder. {hvor_mange}Vælg herunder, hvad det er."


def _ukendt_indikator(et: Navn) -> str:
    hvor_mange = f"Navnet står i {talformat.tal(et.antal)} {'række' if et.antal == 1 else 'rækker'}. "
    return f"»{et.navn}« er ikke en indikator i kataloget. {hvor_mange}Vælg herunder, hvad det er."

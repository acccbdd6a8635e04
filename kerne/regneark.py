"""A sheet that somebody sends in, xlsx or csv, as rows of cells that know where they stand. No domain, no database.

Blank is None and never zero. A number is the figure as Excel shows it: a cell formatted as percent that holds 0.262 is
26.2. Formulas give the value that was saved with them. Nothing in a file is run, and nothing outside it is fetched.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from kerne.talformat import FAST_MELLEMRUM

HOEJST_RAEKKER = 250_000
HOEJST_UDPAKKET = 300 * 1024 * 1024  # bytes; what a workbook may unpack to
STOERST_MED_DECIMALER = Decimal(10) ** 15  # beyond it a binary fraction has none
CSV_ARK = "Filen"
GAMMEL_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and workbooks with a password

Vaerdi = str | Decimal | date | None


class KanIkkeLaeses(ValueError):
    """The file is no sheet that can be read; the message is a Danish sentence that says what to do."""


@dataclass(frozen=True)
class Celle:
    """A value and where it stands: "Ark »2021«, celle D14"."""

    ark: str
    raekke: int
    kolonne: int
    vaerdi: Vaerdi

    @property
    def adresse(self) -> str:
        return f"{kolonnenavn(self.kolonne)}{self.raekke}"

    @property
    def sted(self) -> str:
        return sted(self.ark, self.adresse)

    @property
    def tekst(self) -> str:
        """As text, for names and for showing; blank is the empty string."""
        if isinstance(self.vaerdi, date):
            return f"{self.vaerdi:%d-%m-%Y}"
        return "" if self.vaerdi is None else str(self.vaerdi)


@dataclass(frozen=True)
class Raekke:
    """One row; `celle(nr)` is blank beyond its end."""

    ark: str
    nr: int
    vaerdier: tuple[Vaerdi, ...]

    @property
    def er_tom(self) -> bool:
        return all(et is None for et in self.vaerdier)

    def celle(self, kolonne: int) -> Celle:
        vaerdi = self.vaerdier[kolonne] if kolonne < len(self.vaerdier) else None
        return Celle(self.ark, self.nr, kolonne, vaerdi)


def sted(ark: str, adresse: str) -> str:
    return f"Celle {adresse}" if ark == CSV_ARK else f"Ark »{ark}«, celle {adresse}"


def kolonnenavn(nr: int) -> str:
    """0 -> "A", 25 -> "Z", 26 -> "AA"."""
    navn = ""
    nr += 1
    while nr:
        nr, rest = divmod(nr - 1, 26)
        navn = chr(ord("A") + rest) + navn
    return navn


def arknavne(fil: IO[bytes]) -> list[str]:
    """The sheets, in the workbook's order; a csv has one. Raises KanIkkeLaeses."""
    if not _er_pakke(fil):
        _tekst(fil)
        return [CSV_ARK]
    bog = _bog(fil)
    try:
        return [et.title for et in bog.worksheets if et.sheet_state == "visible"] or [bog.worksheets[0].title]
    finally:
        bog.close()


def raekker(fil: IO[bytes], ark: str) -> Iterator[Raekke]:
    """The sheet's rows from the top, read as they are asked for. Raises KanIkkeLaeses."""
    kilde = _xlsx_raekker(fil, ark) if _er_pakke(fil) else _csv_raekker(fil)
    for nr, vaerdier in enumerate(kilde, start=1):
        if nr > HOEJST_RAEKKER:
            raise KanIkkeLaeses(
                f"Arket har over {HOEJST_RAEKKER // 1000}.000 rækker. Del det i flere filer, og læs dem ind én for én."
            )
        yield Raekke(ark, nr, vaerdier)


def omtrent_raekker(fil: IO[bytes], ark: str) -> int:
    """How many rows the sheet says that it has, only to tell how far a reading has come. At least 1."""
    if not _er_pakke(fil):
        return max(1, _tekst(fil).count("\n"))
    bog = _bog(fil)
    try:
        return max(1, *(et.max_row or 1 for et in bog.worksheets if et.title == ark), 1)
    finally:
        bog.close()


def _er_pakke(fil: IO[bytes]) -> bool:
    fil.seek(0)
    begyndelse = fil.read(8)
    fil.seek(0)
    if begyndelse.startswith(GAMMEL_EXCEL):
        raise KanIkkeLaeses(
            "Filen er i Excels gamle format eller har en adgangskode. "
            "Gem den som .xlsx uden adgangskode, og vælg den igen."
        )
    return begyndelse.startswith(b"PK\x03\x04")


def _bog(fil: IO[bytes]) -> Any:
    from openpyxl import load_workbook  # heavy, and only needed where a workbook is read

    try:
        with zipfile.ZipFile(fil) as pakke:
            if sum(et.file_size for et in pakke.infolist()) > HOEJST_UDPAKKET:
                raise KanIkkeLaeses("Regnearket er for stort til at blive læst. Del det i flere filer.")
        fil.seek(0)
        bog = load_workbook(fil, read_only=True, data_only=True, keep_links=False)
    except KanIkkeLaeses:
        raise
    except Exception as fejl:  # a broken workbook breaks in many ways, and none of them is the reader's to tell apart
        raise KanIkkeLaeses(
            "Filen kan ikke læses som et regneark. Åbn den i Excel, gem den som .xlsx, og vælg den igen."
        ) from fejl
    if not bog.worksheets:
        raise KanIkkeLaeses("Regnearket har ingen ark med celler. Vælg en anden fil.")
    return bog


def _xlsx_raekker(fil: IO[bytes], navn: str) -> Iterator[tuple[Vaerdi, ...]]:
    bog = _bog(fil)
    try:
        ark = next((et for et in bog.worksheets if et.title == navn), None)
        if ark is None:
            raise KanIkkeLaeses(f"Regnearket har ikke et ark, der hedder »{navn}«.")
        ark.reset_dimensions()  # what the file says of its own size is not to be trusted
        for celler in ark.iter_rows():
            yield tuple(_af_celle(et) for et in celler)
    finally:
        bog.close()


def _af_celle(celle: Any) -> Vaerdi:
    vaerdi = celle.value
    if isinstance(vaerdi, bool):
        return "Sand" if vaerdi else "Falsk"
    if isinstance(vaerdi, int | float):
        tal = Decimal(repr(vaerdi))
        if not tal.is_finite():
            return str(vaerdi)
        return _paent(tal * 100) if "%" in (celle.number_format or "") else _paent(tal)
    if isinstance(vaerdi, datetime):
        return vaerdi.date()
    return vaerdi if isinstance(vaerdi, date) else _af_tekst("" if vaerdi is None else str(vaerdi))


def _paent(tal: Decimal) -> Decimal:
    """Without the noise of binary fractions: 0.1 + 0.2 is shown as 0.3 by Excel, and so it is here."""
    return tal if abs(tal) >= STOERST_MED_DECIMALER else round(tal, 10).normalize() + 0


def _af_tekst(tekst: str) -> str | None:
    return " ".join(tekst.replace(FAST_MELLEMRUM, " ").split()) or None


def _tekst(fil: IO[bytes]) -> str:
    fil.seek(0)
    raat = fil.read()
    if b"\x00" in raat:
        raise KanIkkeLaeses("Filen er hverken et regneark (xlsx) eller en tekstfil (csv). Gem den som en af dem.")
    try:
        return raat.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raat.decode("cp1252", errors="replace")  # what Excel writes in Denmark


def _csv_raekker(fil: IO[bytes]) -> Iterator[tuple[Vaerdi, ...]]:
    tekst = _tekst(fil)
    try:
        for felter in csv.reader(io.StringIO(tekst), delimiter=skilletegn(tekst)):
            yield tuple(_af_tekst(et) for et in felter)
    except csv.Error as fejl:
        raise KanIkkeLaeses("Filen kan ikke læses som csv. Gem den som .xlsx, og vælg den igen.") from fejl


def skilletegn(tekst: str) -> str:
    """The sign between columns: the one of semicolon, tab and comma that the first lines have most of."""
    linjer = [et for et in tekst.splitlines()[:20] if et.strip()]
    return max(";\t,", key=lambda tegn: (sum(et.count(tegn) for et in linjer), -";\t,".index(tegn)))

"""How one cell of a sheet with register data is read. Pure; what can't be read raises ValueError with a sentence."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aftaler.laesning import Enhed
from kerne import talformat
from kerne.arkord import FORMELTEGN
from kerne.regneark import Vaerdi
from maalinger.rules import indtastning

FOERSTE_AAR = 1990
_AAR = re.compile(
    r"(?:år\s+)?(\d{4})(?:\s*[-–—]\s*(\d{4}|\d{2}))?(?:,?\s*\(?(?:snit|gennemsnit|gns\.?)\)?)?", re.IGNORECASE
)
_SKJULT = re.compile(r"skjult|diskretioneret|x|\*|:|[-–—]|\.{2,3}|…|(?:<|færre end|under)\s*\d+", re.IGNORECASE)


@dataclass(frozen=True)
class Figur:
    """What a cell says: a figure, or that the source hid it."""

    vaerdi: Decimal | None = None
    skjult: bool = False


def med_vaern(tekst: str) -> str:
    """Regel celle-er-ingen-formel: en celle, vi skriver i et ark, kan ikke begynde som en formel."""
    return f"'{tekst}" if tekst[:1] in f"{FORMELTEGN}'" and tekst else tekst


def laes_aar(vaerdi: Vaerdi, sidste: int) -> tuple[int, int]:
    """Regel aar-eller-vindue: et år har fire cifre, et snit af flere år står som 2013–2017, og intet er i fremtiden.

    `sidste` is the year that it is now.
    """
    tekst = _kort(vaerdi)
    fund = _AAR.fullmatch(tekst)
    if fund is None:
        raise ValueError(f"»{tekst}« er ikke et år. Skriv det som 2021, eller som 2013-2017 for et snit af flere år.")
    fra = int(fund[1])
    til = fra if fund[2] is None else int(fund[2]) if len(fund[2]) == 4 else fra // 100 * 100 + int(fund[2])
    if til < fra:
        raise ValueError(f"»{tekst}« går baglæns. Skriv det første år først.")
    if fra < FOERSTE_AAR or til > sidste:
        hvad = "ligger i fremtiden" if til > sidste else "kan ikke passe"
        raise ValueError(f"»{tekst}« {hvad}. Her kan stå år fra {FOERSTE_AAR} til {sidste}.")
    return fra, til


def laes_figur(vaerdi: Vaerdi, enhed: Enhed) -> Figur | None:
    """Regel tom-er-ikke-nul: en tom celle er intet tal, »x«, »..« og »<5« er et tal, kilden har skjult."""
    if vaerdi is None:
        return None
    if isinstance(vaerdi, str) and _SKJULT.fullmatch(vaerdi):
        return Figur(skjult=True)
    if isinstance(vaerdi, date):
        raise ValueError(f"»{vaerdi:%d-%m-%Y}« er en dato. Her skal stå et tal.")
    tallet = talformat.laes_tal(vaerdi) if isinstance(vaerdi, str) else vaerdi
    tallet = talformat.afrund(tallet, indtastning.HOEJST_DECIMALER)
    if fejl := indtastning.fejl_i_tallet(tallet, enhed):
        raise ValueError(fejl[0])
    return Figur(tallet)


def laes_antal(vaerdi: Vaerdi) -> Figur | None:
    """A count: the same, and never less than zero."""
    return laes_figur(vaerdi, Enhed.ANTAL)


def er_omskrevet(vaerdi: Vaerdi) -> bool:
    """The cell is words that were read as a figure: the reader is told what it became."""
    return isinstance(vaerdi, str) and not re.fullmatch(r"-?\d+(,\d+)?", vaerdi)


def _kort(vaerdi: Vaerdi) -> str:
    if isinstance(vaerdi, Decimal):
        return f"{vaerdi.normalize():f}"
    return f"{vaerdi:%d-%m-%Y}" if isinstance(vaerdi, date) else (vaerdi or "").strip()

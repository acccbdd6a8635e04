"""Words in a sheet that somebody sent in: how names are compared, what a date looks like, where the headings stand."""

import difflib
import re
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from kerne.cpr import ligner_cpr
from kerne.regneark import Celle, Raekke, Vaerdi

FORMELTEGN = "=+-@\t"  # what a spreadsheet would run as a formula when a cell begins with it
FLEST_FOER_OVERSKRIFTER = 30  # rows looked at for the headings
_DATO = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def normaliseret(tekst: str) -> str:
    """As names are compared: small letters, one space, no guard against formulas, no full stop at the end."""
    return " ".join(uden_vaern(tekst).casefold().split()).rstrip(".:")


def uden_vaern(tekst: str) -> str:
    """The text without the apostrophe that keeps a spreadsheet from running it as a formula."""
    return tekst[1:] if tekst[:1] == "'" and tekst[1:2] and tekst[1:2] in f"{FORMELTEGN}'" else tekst


def laes_dato(vaerdi: Vaerdi) -> date | None:
    """A day, as Excel's date or written out. Raises ValueError with a sentence."""
    if vaerdi is None or isinstance(vaerdi, date):
        return vaerdi
    tekst = str(vaerdi)
    try:
        if fund := _ISO.fullmatch(tekst):
            return date(int(fund[1]), int(fund[2]), int(fund[3]))
        if fund := _DATO.fullmatch(tekst):
            return date(int(fund[3]), int(fund[2]), int(fund[1]))
    except ValueError:
        pass
    raise ValueError(f"»{tekst}« er ikke en dato. Skriv den som 31-12-2021.")


def celle_med_cpr(raekke: Raekke, tekstkolonner: Collection[int]) -> Celle | None:
    """The first cell that looks like a CPR number: words anywhere, and a number of ten digits where words belong.

    Excel makes a number of a CPR number without a dash. Elsewhere a number of ten digits is an amount or an account.
    """
    for nr, vaerdi in enumerate(raekke.vaerdier):
        if isinstance(vaerdi, str) or (isinstance(vaerdi, Decimal) and nr in tekstkolonner):
            celle = raekke.celle(nr)
            if ligner_cpr(celle.tekst):
                return celle
    return None


def overskriftsraekke(raekker: Iterable[Raekke]) -> int:
    """The number of the first row with two cells or more: titles above it have one."""
    for raekke in raekker:
        if sum(et is not None for et in raekke.vaerdier) >= 2:
            return raekke.nr
        if raekke.nr >= FLEST_FOER_OVERSKRIFTER:
            break
    return 1


def ligner(navn: str, kendte: Iterable[str]) -> str:
    """The known name (normalised) that an unknown one is most likely to be, or nothing."""
    sidst = normaliseret(navn)
    alle = list(kendte)
    indeholdt = [et for et in alle if len(et) > 3 and re.search(rf"\b{re.escape(et)}\b", sidst)]
    naermest = difflib.get_close_matches(sidst, alle, n=1, cutoff=0.75)
    return max(indeholdt, key=len) if indeholdt else naermest[0] if naermest else ""

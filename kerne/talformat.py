"""Numbers as Danes write them, and back again. Pure: the one place for screen, PDF, DOCX, XLSX and mail.

Decimal comma, thousands point, a true minus (U+2212) and a no-break space (U+00A0) before units. Trailing zeros are
dropped unless a number of decimals is asked for, so a whole number has none. Halves round away from zero.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

FAST_MELLEMRUM = "\u00a0"
MINUS = "\u2212"

Tal = Decimal | int

# Unit code -> what stands after the figure. The codes are those of a reading; a code not listed prints as it is.
ENHEDER = {
    "procent": "%",
    "procentpoint": "procentpoint",
    "promille": f"pr.{FAST_MELLEMRUM}1.000",
    "antal": "",
    "karakter": "",
    "kroner": "kr.",
    "timer": "timer",
    "point": "point",
}
HOEJST_DECIMALER = 2  # of a computed figure nobody has asked for more of
LAENGSTE_TAL = 40  # signs in a figure that is read; a longer one is no figure of ours
_RUMMELIG = Context(prec=400)  # any figure that a workbook can hold has room to be rounded
_ENERE = tuple(Decimal(1).scaleb(-decimaler) for decimaler in range(10))  # what a figure is rounded to
_HOEJST = {"procent": 1, "procentpoint": 2, "timer": 1}

_TUSINDER = re.compile(r"[1-9]\d{0,2}([. ]\d{3})+(,\d+)?", re.ASCII)
_DANSK = str.maketrans(",.", ".,")
_KOMMA = re.compile(r"\d+(,\d+)?", re.ASCII)
_PUNKTUM = re.compile(r"\d+\.\d+", re.ASCII)
_HALE = re.compile(r"\s*(%|procent|pct\.?|kr\.?|kroner)$", re.IGNORECASE)


def decimaler_i(v: Tal) -> int:
    """How many decimals a figure carries when trailing zeros are dropped: 22.40 -> 1, 20 -> 0."""
    eksponent = Decimal(v).normalize().as_tuple().exponent
    return max(0, -eksponent) if isinstance(eksponent, int) else 0


def afrund(v: Tal, decimaler: int) -> Decimal:
    """Rounded with halves away from zero; never minus zero."""
    rundet = Decimal(v).quantize(_ENERE[decimaler], rounding=ROUND_HALF_UP, context=_RUMMELIG)
    return rundet if rundet else abs(rundet)


def tal(v: Tal, decimaler: int | None = None, *, hoejst: int = HOEJST_DECIMALER) -> str:
    """1234.50 -> "1.234,5". `decimaler` fixes the number; else as many as the figure has, at most `hoejst`."""
    rundet = afrund(v, hoejst if decimaler is None else decimaler)
    tekst = f"{abs(rundet):,f}"
    if decimaler is None and "." in tekst:
        tekst = tekst.rstrip("0").removesuffix(".")
    tekst = tekst.translate(_DANSK)
    return f"{MINUS}{tekst}" if rundet < 0 else tekst


def fortegn(v: Tal, decimaler: int | None = None, *, hoejst: int = HOEJST_DECIMALER) -> str:
    """A difference with its sign: "+1,2", "−0,4", "0"."""
    tekst = tal(v, decimaler, hoejst=hoejst)
    return f"+{tekst}" if v > 0 and tekst.strip("0,") else tekst


def procent(v: Tal, decimaler: int | None = None) -> str:
    """A figure already in percent, with at most one decimal: 22.4 -> "22,4 %"."""
    return f"{tal(v, decimaler, hoejst=1)}{FAST_MELLEMRUM}%"


def andel(v: Tal, decimaler: int | None = 0) -> str:
    """A share of one as percent, whole unless asked: 0.6129 -> "61 %"."""
    return procent(Decimal(v) * 100, decimaler)


def kroner(v: Tal) -> str:
    """An amount in kroner; øre only where there are any: "8.900.000 kr.", "12,50 kr."."""
    oere = 2 if decimaler_i(afrund(v, 2)) else 0
    return f"{tal(v, oere)}{FAST_MELLEMRUM}kr."


def tusind_kroner(v: Tal, decimaler: int | None = None) -> str:
    """Kroner in, thousands out, for charts and grids that say so: 532500 -> "532,5 tkr."."""
    return f"{tal(Decimal(v) / 1000, decimaler, hoejst=1)}{FAST_MELLEMRUM}tkr."


def mio_kroner(v: Tal, decimaler: int | None = None) -> str:
    """Kroner in, millions out: 6240000 -> "6,24 mio. kr."."""
    return f"{tal(Decimal(v) / 1_000_000, decimaler)}{FAST_MELLEMRUM}mio.{FAST_MELLEMRUM}kr."


def vaerdi(v: Tal, enhed: str | None = None, decimaler: int | None = None) -> str:
    """A figure with its unit: 22.4, "procent" -> "22,4 %". A mark (karakter) always has a decimal, "6,0"."""
    kode = str(enhed or "")
    if kode == "kroner":
        return kroner(v)
    if kode == "karakter" and decimaler is None:
        decimaler = max(1, decimaler_i(afrund(v, HOEJST_DECIMALER)))
    ord_efter = ENHEDER.get(kode, kode)
    figur = tal(v, decimaler, hoejst=_HOEJST.get(kode, HOEJST_DECIMALER))
    return f"{figur}{FAST_MELLEMRUM}{ord_efter}" if ord_efter else figur


def forskel(v: Tal, enhed: str | None = None, decimaler: int | None = None) -> str:
    """The size of a difference with its unit; between percentages that is "procentpoint"."""
    return vaerdi(v, "procentpoint" if enhed == "procent" else enhed, decimaler)


def laes_tal(tekst: str) -> Decimal:
    """What a person typed or a sheet holds, as a figure. "26,2%", "26.2" and "1.936" (= 1936) are read.

    Raises ValueError with a Danish sentence that says what to write instead. Empty is refused: empty is not zero.
    """
    raat = tekst.replace(FAST_MELLEMRUM, " ").strip()
    if not raat:
        raise ValueError("Skriv et tal. Et tomt felt er ikke nul.")
    if len(raat) > LAENGSTE_TAL:
        raise ValueError(f"»{raat[:LAENGSTE_TAL]}…« er for langt til at være et tal. Skriv det som 22,4 eller 1.936.")
    if re.search(r"\b(tkr|mio|mia)\b", raat, re.IGNORECASE):
        raise ValueError(f"»{tekst}« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000.")
    figur = _HALE.sub("", raat).strip()
    negativ = figur[:1] in ("-", MINUS, "–")
    figur = figur[1:].strip() if negativ else figur.removeprefix("+").strip()
    if _TUSINDER.fullmatch(figur):
        figur = re.sub(r"[. ]", "", figur).replace(",", ".")
    elif _KOMMA.fullmatch(figur):
        figur = figur.replace(",", ".")
    elif not _PUNKTUM.fullmatch(figur):
        raise ValueError(f"»{tekst}« er ikke et tal. Skriv det som 22,4 eller 1.936.")
    return Decimal(f"-{figur}" if negativ else figur)
